"""The command line: its commands, and errors in plain words."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from rencontres.cli import (
    boarding,
    checking,
    comparing,
    listing,
    publishing,
    rendering,
    starting,
    translating,
)
from rencontres.cli.console import complain, give_up, put
from rencontres.errors import RencontresError
from rencontres.version import VERSION

_ROOMS = (
    rendering, publishing, comparing, boarding, checking, listing, starting, translating,
)  # fmt: skip
_MISTAKE = 1
_USAGE = 2
_INTERRUPTED = 130


class _Parser(argparse.ArgumentParser):
    """A parser whose words are UTF-8 on every console."""

    def _print_message(self, message: str, file: object = None) -> None:
        if message:
            put(message, None if file is sys.stdout else sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="rencontres",
        description="Calendars and bilingual programmes from one dossier.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"rencontres {VERSION}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for room in _ROOMS:
        name, options, run, about, description = room.COMMAND
        one = commands.add_parser(name, help=about, description=description, allow_abbrev=False)
        options(one)
        one.set_defaults(run=run)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status.

    Args:
        arguments: The words of the command line; None: those of the process.

    Returns:
        0: done; 1: a mistake in a file or an option, told in plain words; 2: a command line
        that is not understood.
    """
    try:
        return _run(arguments)
    except RencontresError as error:
        complain(f"rencontres: {error}")
        return _MISTAKE
    except BrokenPipeError:
        # The reader of a pipe has gone: nobody is left to tell.
        give_up()
        return _MISTAKE
    except OSError as error:
        give_up()
        complain(f"rencontres: the output cannot be written: {error.strerror or error}")
        return _MISTAKE
    except KeyboardInterrupt:
        return _INTERRUPTED


def _run(arguments: Sequence[str] | None) -> int:
    try:
        chosen = _parser().parse_args(arguments)
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else _USAGE
    status: int = chosen.run(chosen)
    return status
