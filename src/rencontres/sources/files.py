"""Dossiers from files and from data: read, merged, structured; lines only after an error."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from operator import itemgetter
from pathlib import Path
from typing import TypeAlias

import attrs
from attrs import field, frozen

from rencontres.errors import LoadError
from rencontres.finding import Finding, parts
from rencontres.finding import path as place
from rencontres.model import Dossier
from rencontres.sources.merge import Contradiction, Raw, merge
from rencontres.sources.places import Path as Keys
from rencontres.sources.places import resolved
from rencontres.sources.positions import Positions, positions
from rencontres.sources.reading import decode, parse
from rencontres.sources.signs import Kind
from rencontres.sources.structure import VERSION, dossier_of
from rencontres.strict import near, shown

PathLike: TypeAlias = "str | os.PathLike[str]"

KINDS: dict[str, Kind] = {".toml": "toml", ".json": "json"}
NO_KIND = (
    "a dossier is a file of TOML (.toml) or JSON (.json); data of other formats go to load_data"
)


@frozen(slots=False, eq=False)
class Source:
    """One file, read and parsed.

    Attributes:
        name: Its path, as it was given.
        kind: Its format.
        text: What is in it.
        data: The same, parsed; empty if it cannot be.
        problems: Why it cannot be.
        offsets: How far its rows in the lists of the dossier were moved by merging.
    """

    name: str
    kind: Kind
    text: str
    data: Raw
    problems: tuple[Finding, ...] = ()
    offsets: Mapping[str, int] = field(factory=dict)

    @cached_property
    def places(self) -> Positions:
        """Where everything stands in it."""
        return positions(self.text, self.kind)

    def keys(self, where: str) -> Keys:
        """Return the keys that lead to a place, or to as much of it as is in this file."""
        steps = list(parts(where))
        if len(steps) > 1 and steps[0] in self.offsets and steps[1].isdecimal():
            position = int(steps[1]) - self.offsets[steps[0]]
            steps[1] = str(position) if position >= 0 else "elsewhere"
        return resolved(self.data, steps)


def load(*paths: PathLike) -> Dossier:
    """Return the dossier that one or several files hold.

    Args:
        paths: TOML 1.0 (``.toml``) or JSON (``.json``) in UTF-8. A thing that stands in two
            files has the fields of both; where they contradict each other, both are named.

    Raises:
        LoadError: A file that cannot be read, or everything that is wrong in the files, at once:
            each problem has its place (``where``), its ``line``, and its file as the value
            ``file``.
    """
    if not paths:
        raise LoadError("no file was given")
    sources = [read(path) for path in paths]
    if any(source.problems for source in sources):
        raise LoadError(problems=[p for source in sources for p in source.problems])
    versions = [_version(source.data, required=True) for source in sources]
    problems = [
        _in(source, problem) for source, problem in zip(sources, versions, strict=True) if problem
    ]
    if any(problem.code == "file.version" for problem in problems):
        raise LoadError(problems=_placed(problems, sources))
    merged = merge([source.data for source in sources])
    sources = [
        attrs.evolve(source, offsets=moved)
        for source, moved in zip(sources, merged.offsets, strict=True)
    ]
    problems += [_contradicted(sources, each) for each in merged.contradictions]
    try:
        dossier = dossier_of(merged.data)
    except LoadError as error:
        problems += error.problems
    else:
        if not problems:
            return dossier
    raise LoadError(problems=_placed(problems, sources))


def load_data(data: Mapping[str, object]) -> Dossier:
    """Return the dossier that data describe, in the shapes of files.

    Args:
        data: Dictionaries, lists, strings, numbers and booleans, as JSON has them; dates and
            datetimes may be Python's own, datetimes with a zone. The key ``rencontres``, the
            format of files, may be left out.

    Raises:
        LoadError: Everything that is wrong with them, at once, each problem with its place.
    """
    if not isinstance(data, Mapping):
        raise LoadError(f"a dossier is a table, not {shown(data)}")
    try:
        if problem := _version(data, required=False):
            raise LoadError(problems=[problem])
        return dossier_of(data)
    except RecursionError:
        raise LoadError("these data are too deep, or hold themselves") from None


def locate(path: PathLike, where: str) -> int | None:
    """Return the line of a file on which a place of its dossier stands.

    Args:
        path: A file.
        where: The place of a finding, by ids: ``sessions.pleniere-1.start``.

    Returns:
        The line, from 1, of the place or of as much of it as is in the file; None if there is
        nothing of it.

    Raises:
        LoadError: The file cannot be read.
    """
    return lines(path, (where,))[0]


def lines(path: PathLike, places: Iterable[str]) -> tuple[int | None, ...]:
    """Return the lines of a file on which places of its dossier stand; it is read once.

    Args:
        path: A file.
        places: Places of findings, by ids.

    Returns:
        As ``locate`` does, for each place.

    Raises:
        LoadError: The file cannot be read.
    """
    source = read(path)
    if source.problems and not source.text:
        raise LoadError(problems=source.problems)
    return tuple(source.places.line(source.keys(where) or parts(where)) for where in places)


# --- reading -------------------------------------------------------------------------------------


def read(path: PathLike) -> Source:
    """Return a file, read and parsed as far as that is possible."""
    name = os.fspath(path)
    kind = KINDS.get(Path(name).suffix.lower())
    problem = None
    raw = b""
    if os.path.isdir(name):  # noqa: PTH112 - names that no system takes are no folders
        problem = Finding("file.folder", "error", "", "this is a folder: name the files in it")
    elif kind is None:
        problem = Finding("file.kind", "error", "", NO_KIND)
    else:
        try:
            raw = Path(name).read_bytes()
        except (OSError, ValueError) as error:
            problem = _unread(Path(name), error)
    source = Source(name, kind or "toml", "", {})
    if problem:
        return attrs.evolve(source, problems=(_in(source, problem),))
    text, problems = decode(raw)
    data = None
    if not problems:
        data, problems = parse(text, source.kind)
    return attrs.evolve(
        source,
        text=text,
        data=data or {},
        problems=tuple(_in(source, problem) for problem in problems),
    )


def _unread(path: Path, error: OSError | ValueError) -> Finding:
    if isinstance(error, FileNotFoundError):
        try:
            close = near(path.name, sorted(other.name for other in path.parent.iterdir()))
        except OSError:
            close = ""
        message = "there is no such file" + ("; did you mean `%(suggestion)s`?" if close else "")
        return Finding("file.missing", "error", "", message, {"suggestion": close})
    reason = getattr(error, "strerror", None) or str(error)
    return Finding("file.unread", "error", "", "it cannot be read: %(reason)s", {"reason": reason})


def _version(data: Mapping[str, object], *, required: bool) -> Finding | None:
    said = data.get("rencontres")
    if said is None and not required:
        return None
    if said is None:
        message = "the file does not say its format: write rencontres = 1 on its first line"
        return Finding("file.unversioned", "error", "rencontres", message, {"version": VERSION})
    if type(said) is int and said == VERSION:
        return None
    message = (
        "this is written for another format, and format %(version)s is read here: write "
        "rencontres = 1, or use a later release"
    )
    return Finding("file.version", "error", "rencontres", message, {"version": VERSION})


# --- where problems stand ------------------------------------------------------------------------


def _in(source: Source, problem: Finding) -> Finding:
    return attrs.evolve(problem, values=(*problem.values, ("file", source.name)))


def _contradicted(sources: Sequence[Source], found: Contradiction) -> Finding:
    where = place(*found.where)
    first = next(s for s in sources if len(s.keys(where)) == len(found.where))
    line = first.places.line(found.where)
    message = "%(first)s says %(one)s, and this says %(other)s"
    values = {
        "first": f"{first.name}, line {line},",
        "one": shown(found.one),
        "other": shown(found.other),
    }
    problem = Finding("files.contradiction", "error", where, message, values)
    return _in(sources[found.file], problem)


def _placed(problems: Iterable[Finding], sources: Sequence[Source]) -> list[Finding]:
    """Return problems with their files and lines, in the order of the lines."""
    placed: list[tuple[int, int, Finding]] = []
    for problem in problems:
        name, where = problem.value("file"), problem.where
        if name is not None:
            number = next(n for n, source in enumerate(sources) if source.name == name)
        else:
            number = max(range(len(sources)), key=lambda n: (len(sources[n].keys(where)), -n))
        source = sources[number]
        line = problem.line or source.places.line(source.keys(where)) or 1
        told = problem if name is not None else _in(source, problem)
        placed.append((number, line, attrs.evolve(told, line=line)))
    return [problem for *_, problem in sorted(placed, key=itemgetter(0, 1))]
