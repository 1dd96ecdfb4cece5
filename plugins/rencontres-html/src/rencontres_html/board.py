"""The status board: who leads on which side, who has answered, whom to call."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rencontres import BoardCall, BoardCell, BoardRow, Tally
from rencontres_html.markup import Markup, element, lines
from rencontres_html.telling import Programme, each, heading


def board(programme: Programme) -> Iterator[Markup]:
    """Yield the status board: the sides of each workshop side by side, then each side in figures.

    Args:
        programme: The programme.
    """
    page = programme.view.board
    if page is None:
        return
    for row in page.rows:
        yield from _row(programme, row)
    order = programme.view.orders[0]
    tallies = sorted(page.tallies, key=lambda tally: _rank(order, tally.side))
    yield element("div", lines(*(_tally(programme, tally) for tally in tallies)), class_="sides")


def _rank(order: Sequence[str], side: str | None) -> int:
    return order.index(side) if side in order else len(order)


def _row(programme: Programme, row: BoardRow) -> Iterator[Markup]:
    cells = sorted(row.cells, key=lambda cell: _rank(programme.view.orders[0], cell.side))
    yield heading(programme, "h3", lambda v: v.row(row))
    yield element("div", lines(*(_cell(programme, row, cell) for cell in cells)), class_="sides")


def _cell(programme: Programme, row: BoardRow, cell: BoardCell) -> Markup:
    name = cell.name
    side = each(programme, lambda v: v.wording.heading(v.phrase(name))) if name else "–"
    told = [_call(programme, call) for call in cell.calls]
    if cell.missing and row.id is not None:
        told.append(
            element("dd", each(programme, lambda v: v.wording.say("to-name")), class_="unsure")
        )
    return element("dl", lines(element("dt", side), *(told or [element("dd", "–")])))


def _call(programme: Programme, call: BoardCall) -> Markup:
    told = each(programme, lambda v: v.call(call))
    return element("dd", told, class_="late" if call.overdue else None)


def _tally(programme: Programme, tally: Tally) -> Markup:
    page = programme.view.side(tally.side)
    name = page.name if page else None
    side = each(programme, lambda v: v.wording.heading(v.phrase(name))) if name else tally.side
    lines_ = zip(*((v.states(tally), *v.figures(tally)) for v in programme.voices), strict=True)
    told = [_line(programme, line) for line in lines_]
    figures = [element("dd", each_) for each_ in told if each_]
    return element("dl", lines(element("dt", side), *figures))


def _line(programme: Programme, line: Sequence[str]) -> Markup:
    return each(programme, lambda v: line[v.index])
