"""The status board in the words of one reader: of both teams, never of the public."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from attrs import frozen

from rencontres.model import Function, Workshop
from rencontres.text import Words
from rencontres.views.casting import Casting
from rencontres.views.casts import LeadParty
from rencontres.views.lexicon import Lexicon
from rencontres.views.reader import Part, Reader
from rencontres.views.redaction import Redaction
from rencontres.views.sifter import Sifter

if TYPE_CHECKING:
    from rencontres.checks import Board, Tally
    from rencontres.checks.status import Cell, Row


@frozen(kw_only=True)
class BoardCall:
    """Somebody who carries a workshop for a side, or is asked to.

    Attributes:
        pairing: In which pairing, by id; None: a role of lead without a pairing.
        function: As what: ``lead``, ``co-chair``, ``witness``.
        overdue: Whether the answer should have come before the day of the board.
        party: Who, and where the promise stands.
    """

    pairing: str | None
    function: Function
    overdue: bool
    party: LeadParty


@frozen(kw_only=True)
class BoardCell:
    """One side of one workshop.

    Attributes:
        side: The side, by id; None: those who belong to no side.
        name: What the side is called.
        missing: Whether a lead is still to be found.
        confirmed: Whether all leads have confirmed.
        calls: Who carries it, is asked to or has declined, in the order given.
    """

    side: str | None
    name: Words | None
    missing: bool
    confirmed: bool
    calls: tuple[BoardCall, ...]


@frozen(kw_only=True)
class BoardRow:
    """One workshop; without an id: the pairings that belong to none yet.

    Attributes:
        id: Of the workshop.
        event: Its event, by id.
        number: Its number.
        title: Its title.
        cells: The sides that take part, sorted by id.
    """

    id: str | None
    event: str | None
    number: int | None
    title: Words | None
    cells: tuple[BoardCell, ...]


@frozen(kw_only=True)
class BoardPage:
    """Who leads what on each side, who has confirmed, and whom to call.

    Attributes:
        today: The day it was made for.
        rows: The workshops: those of the event that is prepared first, by number.
        tallies: The sides in figures, by id: of what this reader sees, in these rows.
    """

    today: date
    rows: tuple[BoardRow, ...]
    tallies: tuple[Tally, ...]


def chart(
    made: Board | None,
    redaction: Redaction,
    reader: Reader,
    sifter: Sifter,
    lexicon: Lexicon,
) -> BoardPage | None:
    """Return the board that a reader sees; None where there is none for her.

    The dossier is redacted for her first, and the board is made of what is left.

    Args:
        made: The board of the whole dossier; None: none was made.
        redaction: What is left of the dossier of the view.
        reader: The reader.
        sifter: What she asks for.
        lexicon: Her languages.
    """
    if made is None:
        return None
    if reader.audience == "public":
        sifter.left_out(Part.BOARD, len(made.rows), 0, 0)
        return None
    from rencontres.checks import status  # all rules come with it

    own = redaction if made.dossier is redaction.whole else Redaction(made.dossier, reader)
    seen: list[Row] = []

    def wanted(row: Row) -> bool:
        seen.append(row)
        return sifter.wants_row(row)

    board = status.chart(own.left, made.today, wanted, sifter.wants_event)
    sifter.left_out(Part.BOARD, len(made.rows), len(seen), len(board.rows))
    if not sifter.wants(Part.BOARD):
        return None
    return BoardPage(
        today=board.today, rows=tuple(_rows(board, own, lexicon)), tallies=board.tallies
    )


def _rows(board: Board, own: Redaction, lexicon: Lexicon) -> Iterator[BoardRow]:
    casting = Casting(own, lexicon)
    for row in board.rows:
        workshop = own.left.get(Workshop, row.workshop)
        yield BoardRow(
            id=row.workshop,
            event=row.event,
            number=workshop.number if workshop else None,
            title=lexicon.words(workshop.title) if workshop else None,
            cells=tuple(_cell(cell, own, casting) for cell in row.cells),
        )


def _cell(cell: Cell, own: Redaction, casting: Casting) -> BoardCell:
    return BoardCell(
        side=cell.side,
        name=casting.forms(own.left[cell.side]).name if cell.side else None,
        missing=cell.missing,
        confirmed=cell.confirmed,
        calls=tuple(
            BoardCall(
                pairing=call.pairing,
                function=call.function,
                overdue=call.overdue,
                party=casting.party(call.holder, call.promise),
            )
            for call in cell.calls
        ),
    )
