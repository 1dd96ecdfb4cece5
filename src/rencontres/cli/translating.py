"""``rencontres translations``: what is said in which language, and what is not."""

from __future__ import annotations

import argparse

from rencontres.cli import readers, reading
from rencontres.cli.console import put
from rencontres.cli.outline import Command
from rencontres.sources import load
from rencontres.views import Completeness, Coverage, completeness


def _options(parser: argparse.ArgumentParser) -> None:
    reading.add_files(parser)
    parser.add_argument(
        "--language", action="append", metavar="TAG",
        help="only this language (repeatable); default: those of the dossier",
    )  # fmt: skip
    readers.add_audience(parser)
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="how to tell it (default: text)"
    )


def _translations(chosen: argparse.Namespace) -> int:
    found = completeness(
        load(*chosen.files), chosen.language, audience=chosen.audience, side=chosen.side
    )
    put(
        found.to_json() if chosen.format == "json" else "".join(f"{line}\n" for line in told(found))
    )
    return 0


def told(found: Completeness) -> list[str]:
    """Return how far a dossier is translated, in plain lines."""
    lines = [f"{_share(each)} ({int(each.ratio * 100)} %)" for each in found.languages]
    lines += [
        f"{each.where}: {each.language}, given in {each.found}"
        for each in found.texts
        if each.state != "parent"
    ]
    return lines


def _share(each: Coverage) -> str:
    return f"{each.language}: {each.exact + each.parent} of {each.required}"


COMMAND = Command(
    "translations", _options, _translations, help="tell what is not translated",
    description="Tell how far a dossier is translated, and the place of each text that is not.",
)  # fmt: skip
