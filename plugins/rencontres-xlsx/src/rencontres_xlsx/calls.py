"""The status board: who carries which workshop, side by side, and where each promise stands."""

from __future__ import annotations

from rencontres import BoardCell, BoardPage, BoardRow, View, Wording
from rencontres_xlsx import told
from rencontres_xlsx.headings import opening, stacked, titled, word
from rencontres_xlsx.printed import Column, Look, Row, Sheet


def board(view: View) -> Sheet | None:
    """Return the status board; None: there is none for this reader.

    Args:
        view: The programme.
    """
    page = view.board
    if page is None:
        return None
    sides = _sides(view, page)
    return Sheet(
        name=view.wordings[0].heading(view.wordings[0].say("part.board")),
        heading=opening(view, lambda wording: wording.say("board", date=page.today)),
        columns=(
            Column(
                heading=stacked(view, lambda _, each: word("workshop", each)), least=28, most=44
            ),
            *(Column(heading=_side(view, page, side), least=32, most=60) for side in sides),
        ),
        rows=tuple(_row(view, row, sides) for row in page.rows),
    )


def _sides(view: View, page: BoardPage) -> list[str | None]:
    """Return the sides of the board, in the order of the leading language, no side last."""
    found = {cell.side for row in page.rows for cell in row.cells}
    known: list[str | None] = [side for side in view.orders[0] if side in found]
    rest = sorted(str(side) for side in found if side is not None and side not in known)
    return [*known, *rest, *([None] if None in found else [])]


def _side(view: View, page: BoardPage, side: str | None) -> str:
    if side is None:
        return stacked(view, lambda _, wording: word("others", wording))
    cells = (cell for row in page.rows for cell in row.cells if cell.side == side)
    return next((titled(view, cell.name) for cell in cells if cell.name), side)


def _row(view: View, row: BoardRow, sides: list[str | None]) -> Row:
    cells = {cell.side: cell for cell in row.cells}
    settled = all(cell.confirmed and not cell.missing for cell in row.cells)
    look: Look = "plain" if settled else "unsure"
    title = stacked(view, lambda number, wording: _title(row, number, wording))
    held = (_held(view, row, cells[side]) if side in cells else None for side in sides)
    return Row(cells=(title, *held), look=look)


def _held(view: View, row: BoardRow, cell: BoardCell) -> str:
    return stacked(view, lambda number, wording: _cell(row, cell, number, wording))


def _title(row: BoardRow, number: int, wording: Wording) -> str:
    if row.id is None:
        return wording.say("board.loose")
    return wording.workshop(row.number, str(row.title[number]) if row.title else None)


def _cell(row: BoardRow, cell: BoardCell, number: int, wording: Wording) -> str:
    lines = [told.call(each, number, wording) for each in cell.calls]
    if cell.missing and row.id is not None:
        lines.append(wording.heading(wording.say("to-name")))
    return "\n".join(lines)
