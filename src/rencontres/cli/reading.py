"""What several commands share: files, the reader, the selection, the options of a format."""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Iterable

import attrs

from rencontres.cli import readers
from rencontres.errors import OptionsError
from rencontres.model import Dossier, Event
from rencontres.strict import near
from rencontres.views import Part, Reader, Selection, View, view

_SOME = 20


def add_files(parser: argparse.ArgumentParser) -> None:
    """Add the files of a dossier to a command."""
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="the dossier: one file (TOML or JSON), or several"
    )


def add_reader(parser: argparse.ArgumentParser) -> None:
    """Add the reader and the selection to a command."""
    who = parser.add_argument_group("for whom")
    readers.add_language(who, second=True)
    who.add_argument("--zone", metavar="ZONE", help="tell all hours by this clock (IANA name)")
    readers.add_audience(who)
    who.add_argument(
        "--typography", choices=("fine", "nbsp", "plain"), default="fine",
        help="which spaces stand before : ; ! ? (default: fine)",
    )  # fmt: skip
    what = parser.add_argument_group("of what")
    add_events(what)
    what.add_argument("--day", action="append", metavar="DATE", type=readers.day,
                      help="only this day, as 2016-10-29 (repeatable)")  # fmt: skip
    what.add_argument(
        "--part", action="append", metavar="PART", choices=[part.value for part in Part],
        help=f"only this part (repeatable): {', '.join(part.value for part in Part)}",
    )  # fmt: skip
    what.add_argument("--person", metavar="ID", help="the copy of one person or organisation")


def add_events(options: readers.Options) -> None:
    """Add the events that are asked for to a command."""
    options.add_argument(
        "--event", action="append", metavar="ID", help="only this event (repeatable)"
    )


def events(chosen: argparse.Namespace, dossier: Dossier) -> list[str] | None:
    """Return the ids of the events that are asked for; None: all of them.

    Raises:
        OptionsError: There is no such event.
    """
    asked: list[str] | None = chosen.event
    for event in asked or ():
        if dossier.get(Event, event) is None:
            known = (each.id for each in dossier.events)
            raise OptionsError(f"--event: {_unknown('event', event, known)}")
    return asked


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of a format to a command."""
    parser.add_argument(
        "--option", action="append", default=[], metavar="NAME=VALUE",
        help="an option of the format, as in columns=60 (repeatable)",
    )  # fmt: skip


def programme_of(dossier: Dossier, chosen: argparse.Namespace) -> View:
    """Return the programme of a dossier that the words of a command ask for.

    Raises:
        RencontresError: A reader or a selection that is not possible.
    """
    reader = Reader(
        readers.language(chosen, dossier),
        chosen.second,
        zone=chosen.zone,
        audience=chosen.audience,
        side=chosen.side,
        typography=chosen.typography,
    )
    asked = events(chosen, dossier)
    whole = view(dossier, reader, Selection(events=asked, days=chosen.day, parts=chosen.part))
    if chosen.person is None:
        return whole
    try:
        return whole.of(chosen.person)
    except KeyError:
        told = _unknown("person with a function in this programme", chosen.person, whole.holders)
        raise OptionsError(f"--person: {told}") from None


def _unknown(what: str, id_: str, known: Iterable[str]) -> str:
    ids = sorted(known)
    told = f"there is no {what} called `{id_}`"
    if close := near(id_, ids):
        return f"{told}; did you mean `{close}`?"
    some = ", ".join(f"`{each}`" for each in ids[:_SOME]) + (", …" if len(ids) > _SOME else "")
    return f"{told}; there are: {some}" if ids else f"{told}, nor any other"


def options(words: Iterable[str], kind: type) -> dict[str, object]:
    """Return options from words such as ``columns=60``: values as in TOML, else plain words.

    Args:
        words: The words.
        kind: The class of the options: what it wants as text stays text (``name=2016``).

    Raises:
        OptionsError: A word without ``=``, or an option that is given twice.
    """
    texts = {field.name for field in attrs.fields(kind) if field.type in (str, "str")}
    found: dict[str, object] = {}
    for word in words:
        name, equals, value = word.partition("=")
        name = name.strip().replace("-", "_")
        if not equals or not name:
            raise OptionsError(f"--option {word}: write NAME=VALUE")
        if name in found:
            raise OptionsError(f"--option {word}: this option is given twice")
        read = _value(value)
        found[name] = value if name in texts and not isinstance(read, str) else read
    return found


def _value(word: str) -> object:
    try:
        read = tomllib.loads(f"value = {word}")
    except tomllib.TOMLDecodeError:
        return word
    # A line break in a word must not bring a second option along.
    return read["value"] if len(read) == 1 else word
