"""What several commands share: files, the reader, the selection, the options of a format."""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Iterable
from datetime import date

from rencontres.errors import OptionsError
from rencontres.model import Dossier
from rencontres.sources import load
from rencontres.views import Part, Reader, Selection, View, view


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
    who.add_argument("--language", metavar="TAG", help="fr, zh-Hans, en …; default: the dossier's first")
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
    what.add_argument("--day", action="append", metavar="DATE", type=date.fromisoformat,
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
    language: str = chosen.language or (dossier.languages[0] if dossier.languages else "en")
    reader = Reader(
        language,
        chosen.second,
        zone=chosen.zone,
        audience=chosen.audience,
        side=chosen.side,
        typography=chosen.typography,
    )
    whole = view(dossier, reader, Selection(events=chosen.event, days=chosen.day, parts=chosen.part))
    if chosen.person is None:
        return whole
    try:
        return whole.of(chosen.person)
    except KeyError:
        known = ", ".join(whole.holders[:20]) or "nobody"
        msg = f"{chosen.person} does nothing in this programme; those who do: {known}"
        raise OptionsError(msg) from None


def options(words: Iterable[str]) -> dict[str, object]:
    """Return options from words such as ``columns=60``: values as in TOML, else plain words.

    Args:
        words: The words.

    Raises:
        OptionsError: A word without ``=``.
    """
    found: dict[str, object] = {}
    for word in words:
        name, equals, value = word.partition("=")
        if not equals or not name:
            msg = f"--option {word}: write NAME=VALUE"
            raise OptionsError(msg)
        try:
            found[name.replace("-", "_")] = tomllib.loads(f"value = {value}")["value"]
        except (tomllib.TOMLDecodeError, KeyError):
            found[name.replace("-", "_")] = value
    return found
