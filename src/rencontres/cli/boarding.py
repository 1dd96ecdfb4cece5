"""``rencontres board``: per workshop and side, who leads, and whom to call."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rencontres.checks import Board, board
from rencontres.checks.status import Cell, Lead, Tally
from rencontres.cli import checking, reading
from rencontres.cli.console import put
from rencontres.sources import load
from rencontres.wording import Wording

if TYPE_CHECKING:
    from rencontres.cli.rendering import Commands


def add_to(commands: Commands) -> None:
    """Add the command.

    Args:
        commands: Where to.
    """
    parser = commands.add_parser(
        "board", help="who leads, who has confirmed, whom to call", allow_abbrev=False,
        description="Show the status board of a dossier: per workshop and side.",
    )  # fmt: skip
    reading.add_files(parser)
    checking.add_day(parser)
    checking.add_language(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    parser.set_defaults(run=_board)


def _board(chosen: argparse.Namespace) -> int:
    dossier = load(*chosen.files)
    made = board(dossier, today=checking.today(chosen))
    if chosen.format == "json":
        put(made.to_json())
    else:
        for line in lines(made, checking.wording(chosen, dossier.languages)):
            put(f"{line}\n")
    return 0


def lines(made: Board, language: Wording) -> Iterator[str]:
    """Yield a board as text.

    Args:
        made: The board.
        language: In which language.
    """
    for row in made.rows:
        yield language.workshop(row.number, row.title.phrase(language.tag))
        for cell in row.cells:
            yield from _cell(cell, language)
        yield ""
    for tally in made.tallies:
        yield f"{language.heading(tally.name.phrase(language.tag))}"
        yield from (f"    {line}" for line in _tally(tally, language))


def _cell(cell: Cell, language: Wording) -> Iterator[str]:
    if cell.missing:
        yield f"    {language.say('to-find', side=cell.name.phrase(language.tag))}"
    for lead in cell.leads:
        yield f"    {_lead(lead, language)}"


def _lead(lead: Lead, language: Wording) -> str:
    told = [language.say(f"confirmation.{lead.confirmation}")]
    if lead.asked is not None:
        told.append(language.say("promise.asked", date=lead.asked))
    if lead.due is not None:
        told.append(language.say("promise.due", when=lead.due))
    if lead.by is not None:
        told.append(language.say("promise.by", who=lead.by.phrase(language.tag)))
    name: str = lead.name.phrase(language.tag)
    if lead.person is not None:
        person = lead.person.phrase(language.tag)
        name = language.say("represented-by", organisation=name, person=person)
    mark = "! " if lead.overdue else ""
    return mark + language.say("aside", what=name, aside=language.join(told, "clause"))


def _tally(tally: Tally, language: Wording) -> Iterator[str]:
    counts = [
        language.say("aside", what=language.say(f"confirmation.{state}"), aside=number)
        for state, number in tally.confirmations
    ]
    if counts:
        yield language.join(counts, "clause")
    yield language.count(tally.speakers, "speaker")
