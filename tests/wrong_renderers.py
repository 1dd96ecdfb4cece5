"""A renderer that keeps the contract, and others that each break it in one way."""

from __future__ import annotations

import base64
import io
import os
import random
import tempfile
import zipfile
from datetime import UTC, datetime

from attrs import field, frozen

from rencontres import Document, Format, Part, Renderer
from rencontres.testing.marks import between

_SURE = ("confirmed", "accepted")


@frozen(kw_only=True)
class Options:
    people: bool = field(default=True, metadata={"help": "who does what"})


def _reserved(wording, what, confirmation):
    if confirmation in ("cancelled", "postponed"):
        return wording.say(confirmation, title=what)
    return what if confirmation in _SURE else wording.say("unconfirmed", what=what)


def _named(wording, cast, index):
    name = cast.titled[index] if cast.id else wording.say("to-confirm")
    label = wording.label(cast.function, cast.gender)
    return f"{label} {_reserved(wording, name, cast.confirmation)}"


def lines(view, options):
    for index, wording in enumerate(view.wordings):
        yield wording.programme(view.state, view.version)
        for slot in view.slots():
            line = [
                wording.moment(slot.start) if slot.start else "",
                _reserved(wording, slot.title[index], slot.status),
            ]
            if options.people:
                line += [_named(wording, cast, index) for cast in slot.people]
            yield " ".join(" ".join(line).split())


def _document(view, text, path="programme.txt"):
    return Document(path, text.encode(), about=view.person.id if view.person else None)


def _right(view, options):
    yield _document(view, "\n".join(lines(view, options)))


def _of(compose, **fields):
    known = {"name": "lines", "media_type": "text/plain", "suffix": "txt"}
    return Renderer(Format(**{**known, "carries": [Part.SESSIONS], **fields}), Options, compose)


RIGHT = _of(_right)


def _with(addition):
    """Return what adds something to the right text."""

    def compose(view, options):
        yield _document(view, "\n".join([*lines(view, options), *addition(view)]))

    return compose


SECRETS = between()[0]
"""The dossier of the sample `full`, as a renderer would have it behind the back of the view."""


# --- the present, chance, order ----------------------------------------------------------------


def _clock(view, options):
    yield from _with(lambda view: [f"Fait le {datetime.now(UTC):%d/%m/%Y}"])(view, options)


def _zip(view, options):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("a.xml", "\n".join(lines(view, options)))
    yield Document("programme.zip", made.getvalue(), about=view.person.id if view.person else None)


def _local(view, options):
    yield from _with(lambda view: [datetime.now().astimezone().isoformat("T", "minutes")])(
        view, options
    )


def _chance(view, options):
    yield from _with(lambda view: [str(random.random())])(view, options)  # noqa: S311


def _folder(view, options):
    yield from _with(lambda view: [os.getcwd()])(view, options)  # noqa: PTH109


def _set(view, options):
    found = {str(slot.title) for slot in view.slots()}
    yield from _with(lambda view: list(found))(view, options)


# --- what is lost, what leaks --------------------------------------------------------------------


def _drops(view, options):
    kept = [line for line in lines(view, options) if "Annulé" not in line and "取消" not in line]
    yield _document(view, "\n".join(kept))


def _quiet(view, options):
    text = "\n".join(lines(view, options))
    yield _document(view, text.replace("Annulé : ", "").replace("【取消】", ""))


def _unversioned(view, options):
    kept = [
        line
        for line in lines(view, options)
        if not line.startswith(("Programme", "Projet", "日程"))
    ]
    yield _document(view, "\n".join(kept))


def _first(view, options):
    yield _document(view, "\n".join(list(lines(view, options))[: 2 + len(list(view.slots())) // 2]))


def _address(view, options):
    mails = [person.email for person in SECRETS.people if person.email]
    yield from _with(lambda view: mails)(view, options)


def _encoded(view, options):
    mails = "".join(person.email for person in SECRETS.people if person.email)
    yield from _with(lambda view: [base64.b64encode(mails.encode()).decode()])(view, options)


def _note(view, options):
    whose = view.reader.side
    notes = SECRETS.notes if whose else ()
    theirs = [note for note in notes if note.side not in (None, whose)]
    yield from _with(lambda view: [str(note.text) for note in theirs])(view, options)


# --- what is done besides --------------------------------------------------------------------------


def _mutates(view, options):
    for day in view.days:
        object.__setattr__(day, "slots", day.slots[::-1])
    yield from _right(view, options)


def _writes(view, options):
    with tempfile.TemporaryFile() as file:
        file.write(b"draft")
    yield from _right(view, options)


def _asks(view, options):
    import socket

    socket.getaddrinfo("localhost", 80)
    yield from _right(view, options)


def _page(view, options):
    rows = "".join(f"<p>{line}</p>" for line in lines(view, options))
    yield Document(
        "programme.html",
        f"<meta charset=latin1>{rows}".encode(),
        about=view.person and view.person.id,
    )


def _sheet(view, options):
    rows = "".join(
        f"{line}\r\n" for slot in view.slots() for line in [str(slot.title).replace("\n", " ")]
    )
    yield Document("programme.csv", rows.encode())


def _raises(view, options):
    yield _document(view, str(view.days[0].date))


def _titled(view, options):
    yield _document(view, "\n".join(lines(view, options)), f"{str(view.title)[:20]}.txt")


CLOCK = _of(_clock)
LOCAL = _of(_local)
ZIP = _of(_zip, media_type="application/zip", suffix="zip", charset=None)
CHANCE = _of(_chance)
FOLDER = _of(_folder)
SET = _of(_set)
DROPS = _of(_drops)
QUIET = _of(_quiet)
UNVERSIONED = _of(_unversioned)
FIRST = _of(_first)
ADDRESS = _of(_address)
ENCODED = _of(_encoded)
NOTE = _of(_note)
MUTATES = _of(_mutates)
WRITES = _of(_writes)
ASKS = _of(_asks)
PAGE = _of(_page, media_type="text/html", suffix="html")
SHEET = _of(_sheet, media_type="text/csv", suffix="csv")
RAISES = _of(_raises)
TITLED = _of(_titled)
GREEDY = _of(_right, carries=[Part.SESSIONS, Part.ACTIONS])
