"""The status board: whose answer is overdue, each workshop side by side, each side in figures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rencontres.formats.thing import Line, Thing
from rencontres.formats.voice import Voice
from rencontres.views import BoardCall, BoardPage, BoardRow

if TYPE_CHECKING:
    from rencontres.checks import Tally


def things(voice: Voice) -> Iterator[Thing]:
    """Yield whom to call first, the workshops, then the sides; of two languages in one order.

    Args:
        voice: The language.
    """
    page = voice.view.board
    if page is None:
        return
    if late := tuple(_overdue(voice, page)):
        yield Thing(voice.wording.say("board.overdue"), late)
    for row in page.rows:
        yield Thing(voice.row(row), tuple(_row(voice, row)))
    for tally in sorted(page.tallies, key=lambda tally: _rank(voice, tally.side)):
        yield _side(voice, tally)


def _rank(voice: Voice, side: str | None) -> int:
    # In the order of the leading language, so that two languages stand line by line.
    order = voice.view.orders[0]
    return order.index(side) if side in order else len(order)


def _overdue(voice: Voice, page: BoardPage) -> Iterator[Line]:
    late = [
        (call, row)
        for row in page.rows
        for cell in row.cells
        for call in cell.calls
        if call.overdue
    ]
    late.sort(key=lambda each: _due(each[0]))
    for call, row in late:
        known = row.id is not None and row.number is not None
        where = voice.wording.workshop(row.number) if known else voice.row(row)
        yield _line(voice, where, voice.call(call))


def _due(call: BoardCall) -> str:
    due = call.party.due
    return due.latest.isoformat() if due and due.latest else ""


def _row(voice: Voice, row: BoardRow) -> Iterator[Line]:
    for cell in sorted(row.cells, key=lambda cell: _rank(voice, cell.side)):
        side = voice.wording.heading(voice.phrase(cell.name)) if cell.name else None
        for call in cell.calls:
            yield _line(voice, side, voice.call(call))
        if cell.missing and side and row.id is not None:
            yield _line(voice, side, voice.wording.say("to-name"))


def _line(voice: Voice, what: str | None, told: str) -> str:
    return voice.wording.say("board.line", what=what, told=told) if what else told


def _side(voice: Voice, tally: Tally) -> Thing:
    wording, page = voice.wording, voice.view.side(tally.side)
    lines: list[Line] = []
    if states := voice.states(tally):
        lines.append(_line(voice, wording.heading(wording.say("part.board")), states))
    lines += voice.figures(tally)
    return Thing(wording.heading(voice.phrase(page.name)) if page else tally.side, tuple(lines))
