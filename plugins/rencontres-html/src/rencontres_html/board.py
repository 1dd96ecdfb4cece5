"""The status board: who leads on which side, who has answered, whom to call."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from rencontres import BoardCall, BoardCell, BoardRow, TaggedVoice, Tally
from rencontres_html.markup import Markup, element, lines
from rencontres_html.telling import Programme, each, heading

_Counts: TypeAlias = tuple[tuple[str, int], ...]


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
    def title(voice: TaggedVoice) -> str:
        if row.id is None:
            return voice.wording.say("board.loose")
        return voice.wording.workshop(row.number, voice.phrase(row.title) if row.title else None)

    cells = sorted(row.cells, key=lambda cell: _rank(programme.view.orders[0], cell.side))
    yield heading(programme, "h3", title)
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
    told = [
        each(programme, lambda v: _counted(v, "confirmation.", tally.confirmations)),
        each(programme, lambda v: _missing(v, tally)),
        each(programme, lambda v: v.wording.count(tally.speakers, "speaker")),
        each(programme, lambda v: _languages(v, tally)),
        each(programme, lambda v: _figures(v, "levels", "level.", tally.levels)),
        each(programme, lambda v: _figures(v, "kinds", "kind.", tally.kinds)),
        each(
            programme,
            lambda v: v.wording.say("board.funded" if tally.funding else "board.unfunded"),
        ),
    ]
    figures = [element("dd", each_) for each_ in told if each_]
    return element("dl", lines(element("dt", side), *figures))


def _missing(voice: TaggedVoice, tally: Tally) -> str:
    return voice.wording.say("board.missing", count=tally.missing) if tally.missing else ""


def _figures(voice: TaggedVoice, what: str, family: str, counts: _Counts) -> str:
    if not counts:
        return ""
    return voice.wording.say(f"board.{what}", **{what: _counted(voice, family, counts)})


def _counted(voice: TaggedVoice, family: str, counts: _Counts) -> str:
    wording = voice.wording
    return wording.join(
        wording.say("aside", what=wording.say(family + kind), aside=number)
        for kind, number in counts
    )


def _languages(voice: TaggedVoice, tally: Tally) -> str:
    if not tally.languages:
        return ""
    told = voice.wording.join(
        voice.wording.say("aside", what=voice.wording.language_name(tag), aside=number)
        for tag, number in tally.languages
    )
    return voice.wording.say("languages", languages=told, count=len(tally.languages))
