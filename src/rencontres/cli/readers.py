"""For whom a command works: the language of its answer, the audience, the day."""

from __future__ import annotations

import argparse
from datetime import date
from typing import TYPE_CHECKING

from rencontres.model import AUDIENCES, Audience, Dossier

if TYPE_CHECKING:
    Options = argparse.ArgumentParser | argparse._ArgumentGroup  # noqa: SLF001 - argparse names it no other way


def add_language(options: Options, *, second: bool = False) -> None:
    """Add the language of the answer to a command.

    Args:
        options: The command, or a group of its options.
        second: Whether two languages may stand side by side.
    """
    options.add_argument(
        "--language", metavar="TAG", help="fr, zh-Hans, en …; default: the dossier's first"
    )
    if second:
        options.add_argument("--second", metavar="TAG", help="a second language beside it")


def language(chosen: argparse.Namespace, dossier: Dossier) -> str:
    """Return the language of the answer: the one asked for, else the first of the dossier."""
    asked: str | None = chosen.language
    return next(iter(dossier.languages), "en") if asked is None else asked


def add_audience(options: Options, *, least: Audience = "public") -> None:
    """Add the audience to a command.

    Args:
        options: The command, or a group of its options.
        least: The widest circle that it works for, which is the default.
    """
    choices = AUDIENCES[AUDIENCES.index(least) :]
    options.add_argument(
        "--audience", choices=choices, default=least,
        help=f"who will read it: {', '.join(choices)} (default: {least})",
    )  # fmt: skip
    options.add_argument("--side", metavar="ID", help="of internal readers: their side")


def add_day(options: Options) -> None:
    """Add the day to a command; the command line is the host, and has a clock."""
    options.add_argument(
        "--today", type=day, metavar="DATE",
        help="the day, as 2016-04-23; default: that of this machine",
    )  # fmt: skip


def today(chosen: argparse.Namespace) -> date:
    """Return the day asked for, else that of this machine."""
    asked: date | None = chosen.today
    return asked or date.today()  # noqa: DTZ011 - the office's own day is meant


def day(word: str) -> date:
    """Return a day written as ``2016-10-29``.

    Raises:
        argparse.ArgumentTypeError: It is written otherwise, or there is no such day.
    """
    try:
        return date.fromisoformat(word)
    except ValueError:
        msg = f"{word!r} is no day; write it as 2016-10-29"
        raise argparse.ArgumentTypeError(msg) from None
