"""``rencontres board``: per workshop and side, who leads, and whom to call."""

from __future__ import annotations

import argparse

from rencontres.checks import board
from rencontres.cli import readers, reading
from rencontres.cli.console import columns, put
from rencontres.cli.outline import Command
from rencontres.formats import DATA, MARKDOWN, TEXT
from rencontres.rendering import Document
from rencontres.sources import load
from rencontres.views import Part, Reader, Selection, View, view


def _options(parser: argparse.ArgumentParser) -> None:
    reading.add_files(parser)
    readers.add_day(parser)
    readers.add_language(parser, second=True)
    readers.add_audience(parser, least="partners")
    reading.add_events(parser)
    parser.add_argument(
        "--format", choices=("text", "markdown", "json"), default="text", help="default: text"
    )


def _board(chosen: argparse.Namespace) -> int:
    dossier = load(*chosen.files)
    reader = Reader(
        readers.language(chosen, dossier), chosen.second, audience=chosen.audience, side=chosen.side
    )
    selection = Selection(events=reading.events(chosen, dossier), parts=[Part.BOARD])
    made = board(dossier, today=readers.today(chosen))
    put(_written(view(dossier, reader, selection, board=made), chosen.format).body)
    return 0


def _written(page: View, form: str) -> Document:
    if form == "json":
        return DATA.one(page)
    if form == "markdown":
        return MARKDOWN.one(page)
    return TEXT.one(page, TEXT.options(columns=columns() or 0))


COMMAND = Command(
    "board", _options, _board, help="who leads, who has confirmed, whom to call",
    description="Show the status board of a dossier: per workshop and side. It is for the "
    "teams of the sides, not for the public.",
)  # fmt: skip
