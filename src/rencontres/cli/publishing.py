"""``rencontres publish``: every output of the night, and the ledger that remembers it."""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Container, Generator, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Any

import attrs

from rencontres.catalogue import OWNER, find, installed
from rencontres.cli import readers, reading
from rencontres.cli.console import complain, put
from rencontres.cli.locking import locked
from rencontres.cli.outline import Command
from rencontres.cli.rendering import weighed
from rencontres.errors import LedgerError, RenderError
from rencontres.finding import Finding
from rencontres.formats import FEEDS, ICS, TEXT
from rencontres.formats.naming import whose
from rencontres.model import Dossier
from rencontres.publishing import Changes, Ledger, compare, highest_sequence, publish
from rencontres.rendering import Document, Renderer, write
from rencontres.sources import load
from rencontres.views import Reader, View, exposed, view

_PEOPLE = PurePosixPath("people")


def _options(parser: argparse.ArgumentParser) -> None:
    reading.add_files(parser)
    parser.add_argument(
        "--ledger", required=True, type=Path, metavar="LEDGER",
        help="the file that remembers what was published; made the first time",
    )  # fmt: skip
    parser.add_argument(
        "--out", required=True, type=Path, metavar="DIR", help="the folder to write to"
    )
    parser.add_argument(
        "--at", type=moment, metavar="INSTANT", help="when, as 2016-10-20T10:00:00Z (default: now)"
    )
    parser.add_argument(
        "--languages", type=_tags, metavar="TAGS",
        help="as fr,zh-Hans (default: those of the dossier)",
    )  # fmt: skip
    parser.add_argument(
        "--previous", nargs="+", metavar="OLD",
        help="the dossier as it was last published: an erratum is made too",
    )  # fmt: skip
    parser.add_argument(
        "--restart", nargs="+", type=Path, default=(), metavar="ICS",
        help="the ledger is lost: go on above the revisions of these calendars",
    )  # fmt: skip
    readers.add_audience(parser)


def moment(word: str) -> datetime:
    """Return an instant written as ``2016-10-20T10:00:00Z``.

    Args:
        word: The instant, with its distance from UTC.

    Raises:
        argparse.ArgumentTypeError: It is written otherwise.
    """
    try:
        found = datetime.fromisoformat(word)
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        msg = f"{word!r} is no instant; write it as 2016-10-20T10:00:00Z, or with +02:00"
        raise argparse.ArgumentTypeError(msg)
    return found


def _tags(word: str) -> list[str]:
    return [tag for part in word.split(",") if (tag := part.strip())]


def _publish(chosen: argparse.Namespace) -> int:
    dossier = load(*chosen.files)
    known = _read(chosen.ledger)
    previous = _known(chosen, known) if known is not None else None
    if previous is None and not chosen.restart:
        _fresh(chosen)
    at = chosen.at or datetime.now(UTC)
    ledger = publish(dossier, previous, at=at, above=_above(chosen.restart))
    changes = compare(load(*chosen.previous), dossier) if chosen.previous else None
    large: list[Finding] = []
    views = _views(chosen, dossier, ledger, changes)
    documents = weighed(_documents(views, chosen.out), large)
    names = _make(chosen, documents, known, ledger)
    _report(chosen.out, names)
    public = exposed(dossier, _reader(chosen, dossier.languages[0] if dossier.languages else "en"))
    for finding in (*(changes.findings() if changes else ()), *large, *public):
        complain(f"{finding.code} {finding}")
    for left in _left(chosen.out, names):
        complain(f"{left}: of an earlier publication, and told of nothing any more; remove it")
    return 0


# --- what was published ------------------------------------------------------------------------


def _read(path: Path) -> bytes | None:
    """Return what stands in a file; None where there is none."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        msg = f"{path}: cannot be read: {error.strerror or error}"
        raise LedgerError(msg) from error


def _known(chosen: argparse.Namespace, text: bytes) -> Ledger:
    try:
        return Ledger.from_json(text)
    except LedgerError as error:
        msg = (
            f"{chosen.ledger}: {error.message}. Give a copy of it that is whole; or move it away "
            f"and go on above the calendars that were published: --restart CALENDAR.ics"
        )
        raise LedgerError(msg, error.problems) from error


def _fresh(chosen: argparse.Namespace) -> None:
    """Refuse to begin a ledger beside calendars that another one has known."""
    found = sorted(chosen.out.glob("*.ics")) if chosen.out.is_dir() else []
    if found:
        msg = (
            f"{chosen.ledger} is not there, but {chosen.out} holds calendars that were published: "
            f"readers would not see what has changed. Give the ledger that knows them, or go on "
            f"above their revisions: --restart {found[0]}"
        )
        raise LedgerError(msg)


def _above(calendars: Iterable[Path]) -> int:
    """Return the highest revision in calendars; one without any has the revision 0 (RFC 5545)."""
    found = -1
    for path in calendars:
        body = _read(path)
        if body is None or b"BEGIN:VCALENDAR" not in body:
            msg = f"--restart {path}: this is no calendar"
            raise LedgerError(msg)
        found = max(found, highest_sequence(body), 0)
    return found


# --- what is published -------------------------------------------------------------------------


def _views(
    chosen: argparse.Namespace, dossier: Dossier, ledger: Ledger, changes: Changes | None
) -> Iterator[View]:
    """Yield the programme for each language, then for the first two side by side."""
    tags = chosen.languages or list(dossier.languages) or ["en"]
    readings = [(tag, None) for tag in tags] + ([(tags[0], tags[1])] if len(tags) > 1 else [])
    for first, second in readings:
        reader = _reader(chosen, first, second)
        yield view(dossier, reader, ledger=ledger, changes=changes)


def _reader(chosen: argparse.Namespace, language: str, second: str | None = None) -> Reader:
    return Reader(language, second, audience=chosen.audience, side=chosen.side)


def _documents(views: Iterable[View], out: Path) -> Iterator[Document]:
    sheet = TEXT.options(only="changes")
    for programme in views:
        for renderer in _renderers():
            yield from renderer.stream(programme)
        if programme.since is not None:
            yield from TEXT.stream(programme, sheet)
        made = set()
        for feed in map(_personal, FEEDS.stream(programme)):
            made.add(feed.path.name)
            yield feed
        yield from _farewells(programme, out / _PEOPLE, made)
        for holder in programme.holders if programme.changes else ():
            if (copy := programme.of(holder)).changes:
                yield from map(_personal, TEXT.stream(copy, sheet))


def _farewells(programme: View, folder: Path, made: Container[str]) -> Iterator[Document]:
    """Yield the calendars that somebody has from before, and would not be told of any more."""
    for path in sorted(folder.glob(f"*.{'+'.join(programme.reader.languages)}.ics")):
        if path.name in made:
            continue
        try:
            copy = programme.of(whose(path.name))
        except KeyError:
            continue  # nobody whom the dossier knows
        yield _personal(ICS.one(copy))


def _renderers() -> Iterator[Renderer[Any]]:
    for entry in installed():
        if entry.distribution == OWNER and entry.name != FEEDS.format.name:
            yield find(entry.name)


def _personal(document: Document) -> Document:
    return attrs.evolve(document, path=_PEOPLE / document.path)


def _make(
    chosen: argparse.Namespace, documents: Iterable[Document], known: bytes | None, ledger: Ledger
) -> list[PurePosixPath]:
    """Make all documents beside their folder, then put them there, the ledger last.

    Returns:
        The names of the documents.
    """
    out, kept = chosen.out, chosen.ledger
    text = Document(PurePosixPath(kept.name), ledger.to_json().encode())
    with _staging(out.parent) as staging, _staging(kept.parent) as beside:
        made = write(documents, staging)
        names = [PurePosixPath(path.relative_to(staging).as_posix()) for path in made]
        _apart(kept, out, names)
        (written,) = write([text], beside)
        with locked(kept.parent):
            if _read(kept) != known:
                msg = f"{kept}: somebody else has published meanwhile; nothing was published"
                raise LedgerError(msg)
            write((Document(name, (staging / name).read_bytes()) for name in names), out)
            written.replace(kept)
    return names


@contextmanager
def _staging(folder: Path) -> Generator[Path]:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        staging = Path(tempfile.mkdtemp(prefix=".rencontres-", dir=folder))
    except OSError as error:
        msg = f"{folder}: cannot be written: {error.strerror or error}"
        raise RenderError(msg) from error
    try:
        yield staging
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _apart(ledger: Path, out: Path, names: Iterable[PurePosixPath]) -> None:
    """Refuse a ledger in the place of a document, or of a folder of theirs."""
    taken = {out / name for name in names}
    taken |= {folder for path in taken for folder in path.parents if folder.is_relative_to(out)}
    if ledger.resolve() in {path.resolve() for path in taken}:
        msg = f"--ledger {ledger}: something that is published stands there; give another name"
        raise LedgerError(msg)


def _left(out: Path, names: Iterable[PurePosixPath]) -> Iterator[str]:
    """Yield the calendars in a folder that were not made again, those of people counted."""
    made = {out / name for name in names}
    yield from (path.as_posix() for path in sorted(out.glob("*.ics")) if path not in made)
    if count := sum(path not in made for path in (out / _PEOPLE).glob("*.ics")):
        yield f"{(out / _PEOPLE).as_posix()}/ ({count})"


def _report(out: Path, names: list[PurePosixPath]) -> None:
    personal = [name for name in names if name.parent == _PEOPLE]
    for name in names:
        if name.parent != _PEOPLE:
            put(f"{(out / name).as_posix()}\n")
    if personal:
        put(f"{(out / _PEOPLE).as_posix()}/ ({len(personal)})\n")


COMMAND = Command(
    "publish", _options, _publish, help="make every output, and keep the ledger",
    description="Make every output of a dossier: for each of its languages, and for the first "
    "two side by side, a calendar, a text and data; a calendar for each person. All of it, or "
    "nothing: the ledger is written last.",
)  # fmt: skip
