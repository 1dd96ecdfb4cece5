"""The status board: who carries which workshop, side by side, and where each promise stands."""

from __future__ import annotations

from rencontres import BoardCell, BoardPage, BoardRow, Voice
from rencontres_xlsx.headings import Voices, heading, opening, stacked, titled
from rencontres_xlsx.printed import Column, Look, Row, Sheet


def board(voices: Voices) -> Sheet | None:
    """Return the status board; None: there is none for this reader.

    Args:
        voices: The languages of the reader, which have the programme.
    """
    page = voices[0].view.board
    if page is None:
        return None
    sides = _sides(voices, page)
    return Sheet(
        name=voices[0].wording.heading(voices[0].wording.say("part.board")),
        heading=opening(voices, lambda voice: voice.wording.say("board", date=page.today)),
        columns=(
            Column(heading=heading(voices, "workshop"), least=28, most=44),
            *(Column(heading=_side(voices, page, side), least=32, most=60) for side in sides),
        ),
        rows=tuple(_row(voices, row, sides) for row in page.rows),
    )


def _sides(voices: Voices, page: BoardPage) -> list[str | None]:
    """Return the sides of the board, in the order of the leading language, no side last."""
    found = {cell.side for row in page.rows for cell in row.cells}
    known: list[str | None] = [side for side in voices[0].view.orders[0] if side in found]
    rest = sorted(str(side) for side in found if side is not None and side not in known)
    return [*known, *rest, *([None] if None in found else [])]


def _side(voices: Voices, page: BoardPage, side: str | None) -> str:
    if side is None:
        return heading(voices, "others")
    cells = (cell for row in page.rows for cell in row.cells if cell.side == side)
    return next((titled(voices, cell.name) for cell in cells if cell.name), side)


def _row(voices: Voices, row: BoardRow, sides: list[str | None]) -> Row:
    cells = {cell.side: cell for cell in row.cells}
    settled = all(cell.confirmed and not cell.missing for cell in row.cells)
    look: Look = "plain" if settled else "unsure"
    title = stacked(voices, lambda voice: voice.row(row))
    held = (_held(voices, row, cells[side]) if side in cells else None for side in sides)
    return Row(cells=(title, *held), look=look)


def _held(voices: Voices, row: BoardRow, cell: BoardCell) -> str:
    return stacked(voices, lambda voice: _cell(row, cell, voice))


def _cell(row: BoardRow, cell: BoardCell, voice: Voice) -> str:
    lines = [voice.call(each) for each in cell.calls]
    if cell.missing and row.id is not None:
        lines.append(voice.wording.heading(voice.wording.say("to-name")))
    return "\n".join(lines)
