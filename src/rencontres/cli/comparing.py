"""``rencontres compare``: what has changed between two states of a dossier."""

from __future__ import annotations

import argparse
import json

from rencontres.cli import readers
from rencontres.cli.console import complain, put
from rencontres.cli.outline import Command
from rencontres.formats.data import plain
from rencontres.model import Dossier
from rencontres.publishing import Changes, compare
from rencontres.sources import load
from rencontres.views import Reader, redact

FORM = 1
"""The form of the JSON."""


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("old", metavar="OLD", help="the dossier as it was (TOML or JSON)")
    parser.add_argument("new", metavar="NEW", help="the dossier as it is")
    readers.add_language(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    readers.add_audience(parser)


def _compare(chosen: argparse.Namespace) -> int:
    old, new = load(chosen.old), load(chosen.new)
    language = readers.language(chosen, new)
    reader = Reader(language, audience=chosen.audience, side=chosen.side)
    changes = told(old, new, reader)
    if chosen.format == "json":
        put(f"{json.dumps(data(changes), ensure_ascii=False, indent=2)}\n")
    else:
        put(changes.say(language))
    for finding in compare(old, new).findings():
        complain(f"{finding.code} {finding}")
    return 0


def told(old: Dossier, new: Dossier, reader: Reader) -> Changes:
    """Return the changes that a reader may be told.

    Args:
        old: The dossier as it was.
        new: The dossier as it is.
        reader: The reader.
    """
    return compare(redact(old, reader), redact(new, reader))


def data(changes: Changes) -> dict[str, object]:
    """Return changes as JSON has them: within a form, keys are only ever added.

    Args:
        changes: The changes.
    """
    numbers = {change: number for number, change in enumerate(changes)}
    return {
        "rencontres": "changes",
        "format": FORM,
        "since": changes.old.version,
        "version": changes.new.version,
        "changes": [plain(change) for change in changes],
        "people": {
            id_: [numbers[change] for change in theirs]
            for id_, theirs in changes.by_person().items()
        },
    }


COMMAND = Command(
    "compare", _options, _compare, help="tell what has changed between two states of a dossier",
    description="Tell what has changed from OLD to NEW, as a message to paste. What only some "
    "may see is left out unless --audience asks for it; what the office should look at "
    "again goes to standard error.",
)  # fmt: skip
