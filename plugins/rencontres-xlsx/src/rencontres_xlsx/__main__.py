"""For people without Python: ``python -m rencontres_xlsx out|in|translations``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence

from rencontres import (
    Dossier,
    Proposal,
    RencontresError,
    dump,
    load,
)
from rencontres_xlsx.dossier.book import write_dossier
from rencontres_xlsx.dossier.proposing import read_dossier
from rencontres_xlsx.dossier.telling import differences, say
from rencontres_xlsx.dossier.translated import read_translations
from rencontres_xlsx.dossier.translation import write_translations


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command.

    Args:
        arguments: What was typed; None: the arguments of the process.

    Returns:
        0; 1 where the workbook has mistakes; 2 where nothing could be done.
    """
    chosen = _parser().parse_args(arguments)
    try:
        return int(chosen.run(chosen))
    except (RencontresError, OSError) as error:
        problems = getattr(error, "problems", ())
        told = [say(each, chosen.language or "en") for each in problems] or [str(error)]
        _put(told, sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="rencontres-xlsx",
        description="A dossier as a workbook, there and back, and a sheet for its translators.",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _pair(commands, "", "a dossier", _out, _in)
    inner = commands.add_parser("translations", help="the sheet of a translator").add_subparsers(
        required=True, metavar="COMMAND"
    )
    out = _pair(inner, "", "the texts that wait for a translator", _texts_out, _texts_in)
    out.add_argument("--to", action="append", metavar="TAG", help="a language wanted (repeatable)")
    out.add_argument("--since", metavar="FILE", help="the dossier when it was last translated")
    out.add_argument(
        "--audience", choices=("public", "partners", "internal"), default="public",
        help="whose texts (default: public)",
    )  # fmt: skip
    out.add_argument("--side", metavar="ID", help="of an internal audience: its side")
    return parser


def _pair(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    prefix: str,
    what: str,
    out: Callable[[argparse.Namespace], int],
    back: Callable[[argparse.Namespace], int],
) -> argparse.ArgumentParser:
    there = commands.add_parser(f"{prefix}out", help=f"write {what} into a workbook")
    again = commands.add_parser(f"{prefix}in", help=f"show what a workbook of {what} changes")
    for parser in (there, again):
        parser.add_argument("workbook", help="the workbook, .xlsx")
        parser.add_argument("files", nargs="+", help="the files of the dossier")
        parser.add_argument("--language", metavar="TAG", help="of headings and messages")
    there.set_defaults(run=out)
    again.set_defaults(run=back)
    again.add_argument(
        "--apply", metavar="FILE", help="write the dossier with what is proposed: .toml or .json"
    )
    again.add_argument(
        "--overwrite", action="store_true", help="write over a file with comments of its own"
    )
    return there


def _out(chosen: argparse.Namespace) -> int:
    write_dossier(load(*chosen.files), chosen.workbook, language=chosen.language)
    return 0


def _in(chosen: argparse.Namespace) -> int:
    dossier = load(*chosen.files)
    return _told(chosen, dossier, read_dossier(chosen.workbook, dossier))


def _texts_out(chosen: argparse.Namespace) -> int:
    write_translations(
        load(*chosen.files), chosen.workbook, chosen.to,
        since=load(chosen.since) if chosen.since else None,
        audience=chosen.audience, side=chosen.side, language=chosen.language,
    )  # fmt: skip
    return 0


def _texts_in(chosen: argparse.Namespace) -> int:
    dossier = load(*chosen.files)
    return _told(chosen, dossier, read_translations(chosen.workbook, dossier))


def _told(chosen: argparse.Namespace, dossier: Dossier, proposal: Proposal) -> int:
    """Show a proposal, and write the dossier that it makes where that is asked for."""
    language = chosen.language or next(iter(dossier.languages), "en")
    lines = [*differences(proposal, dossier)]
    lines += [f"{finding.severity}: {say(finding, language)}" for finding in proposal.doubts]
    _put(lines or ["nothing changes"], sys.stdout)
    if chosen.apply:
        dump(proposal.apply(dossier), chosen.apply, overwrite=chosen.overwrite)
    return int(any(finding.severity == "error" for finding in proposal.doubts))


def _put(lines: Sequence[str], stream: object) -> None:
    """Write lines in UTF-8, whatever the terminal says it can show."""
    buffer = getattr(stream, "buffer", None)
    body = "".join(f"{line}\n" for line in lines)
    if buffer is None:
        print(body, end="", file=stream)  # type: ignore[call-overload]
    else:
        buffer.write(body.encode("utf-8", "replace"))
        buffer.flush()


if __name__ == "__main__":
    sys.exit(main())
