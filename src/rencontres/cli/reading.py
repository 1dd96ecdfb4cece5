"""What several commands share: files, the reader, the selection, the options of a format."""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Iterable
from datetime import date

import attrs

from rencontres.errors import OptionsError
from rencontres.model import Dossier, Event
from rencontres.sources import load
from rencontres.strict import near
from rencontres.views import Part, Reader, Selection, View, view

_SOME = 20


def add_files(parser: argparse.ArgumentParser) -> None:
    """Add the files of a dossier to a command.

    Args:
        parser: The command.
    """
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="the dossier: one file (TOML or JSON), or several"
    )


def add_reader(parser: argparse.ArgumentParser) -> None:
    """Add the reader and the selection to a command.

    Args:
        parser: The command.
    """
    who = parser.add_argument_group("for whom")
    who.add_argument(
        "--language", metavar="TAG", help="fr, zh-Hans, en …; default: the dossier's first"
    )
    who.add_argument("--second", metavar="TAG", help="a second language beside it")
    who.add_argument("--zone", metavar="ZONE", help="tell all hours by this clock (IANA name)")
    who.add_argument(
        "--audience", choices=("public", "partners", "internal"), default="public",
        help="who will read it (default: public)",
    )  # fmt: skip
    who.add_argument("--side", metavar="ID", help="of an internal reader: her side")
    who.add_argument(
        "--typography", choices=("fine", "nbsp", "plain"), default="fine",
        help="which spaces stand before : ; ! ? (default: fine)",
    )  # fmt: skip
    what = parser.add_argument_group("of what")
    what.add_argument("--event", action="append", metavar="ID", help="only this event (repeatable)")
    what.add_argument("--day", action="append", metavar="DATE", type=day,
                      help="only this day, as 2016-10-29 (repeatable)")  # fmt: skip
    what.add_argument(
        "--part", action="append", metavar="PART", choices=[part.value for part in Part],
        help=f"only this part (repeatable): {', '.join(part.value for part in Part)}",
    )  # fmt: skip
    what.add_argument("--person", metavar="ID", help="the copy of one person or organisation")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of a format to a command.

    Args:
        parser: The command.
    """
    parser.add_argument(
        "--option", action="append", default=[], metavar="NAME=VALUE",
        help="an option of the format, as in columns=60 (repeatable)",
    )  # fmt: skip


def day(word: str) -> date:
    """Return a day written as ``2016-10-29``.

    Args:
        word: The day.

    Raises:
        argparse.ArgumentTypeError: It is written otherwise, or there is no such day.
    """
    try:
        return date.fromisoformat(word)
    except ValueError:
        msg = f"{word!r} is no day; write it as 2016-10-29"
        raise argparse.ArgumentTypeError(msg) from None


def programme(chosen: argparse.Namespace) -> View:
    """Return the programme that the words of a command ask for.

    Args:
        chosen: The words, parsed.

    Raises:
        RencontresError: A file, a reader or a selection that is not possible.
    """
    dossier = load(*chosen.files)
    return programme_of(dossier, chosen)


def programme_of(dossier: Dossier, chosen: argparse.Namespace) -> View:
    """Return the programme of a dossier that the words of a command ask for.

    Args:
        dossier: The dossier.
        chosen: The words, parsed.

    Raises:
        RencontresError: A reader or a selection that is not possible.
    """
    language = chosen.language
    if language is None:
        language = dossier.languages[0] if dossier.languages else "en"
    reader = Reader(
        language,
        chosen.second,
        zone=chosen.zone,
        audience=chosen.audience,
        side=chosen.side,
        typography=chosen.typography,
    )
    for event in chosen.event or ():
        if dossier.get(Event, event) is None:
            raise OptionsError(
                f"--event: {_unknown('event', event, (e.id for e in dossier.events))}"
            )
    whole = view(
        dossier, reader, Selection(events=chosen.event, days=chosen.day, parts=chosen.part)
    )
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
