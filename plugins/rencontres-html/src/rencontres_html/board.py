"""The status board: who leads on which side, who has answered, whom to call."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rencontres import BoardCall, BoardCell, BoardRow, Tally, View
from rencontres_html.markup import Markup, element, lines
from rencontres_html.speech import Speech, each, heading


def board(view: View) -> Iterator[Markup]:
    """Yield the status board: the sides of each workshop side by side, then each side in figures.

    Args:
        view: The programme.
    """
    page = view.board
    if page is None:
        return
    for row in page.rows:
        yield from _row(view, row)
    order = view.orders[0]
    tallies = sorted(page.tallies, key=lambda tally: _rank(order, tally.side))
    yield element("div", lines(*(_tally(view, tally) for tally in tallies)), class_="sides")


def _rank(order: Sequence[str], side: str | None) -> int:
    return order.index(side) if side in order else len(order)


def _row(view: View, row: BoardRow) -> Iterator[Markup]:
    def title(speech: Speech) -> Markup:
        if row.id is None:
            return speech.say("board.loose")
        return speech.numbered(row.number, speech.phrase(row.title))

    cells = sorted(row.cells, key=lambda cell: _rank(view.orders[0], cell.side))
    yield heading(view, "h3", title)
    yield element("div", lines(*(_cell(view, row, cell) for cell in cells)), class_="sides")


def _cell(view: View, row: BoardRow, cell: BoardCell) -> Markup:
    name = cell.name
    side = each(view, lambda s: s.wording.heading(s.phrase(name))) if name else "–"
    told = [_call(view, call) for call in cell.calls]
    if cell.missing and row.id is not None:
        told.append(element("dd", each(view, lambda s: s.say("to-name")), class_="unsure"))
    return element("dl", lines(element("dt", side), *(told or [element("dd", "–")])))


def _call(view: View, call: BoardCall) -> Markup:
    party = call.party

    def said(speech: Speech) -> Markup:
        told = [speech.say(f"confirmation.{party.confirmation}")]
        if call.function != "lead":
            told.insert(0, speech.text(speech.wording.function(call.function)))
        if party.asked is not None:
            told.append(speech.say("promise.asked", date=party.asked))
        if party.due is not None:
            told.append(speech.say("promise.due", when=party.due))
        if party.by is not None:
            told.append(speech.say("promise.by", who=speech.phrase(party.by)))
        if party.person is not None:
            told.append(speech.cast(party.person))
        aside = speech.join(told, "clause")
        return speech.say("aside", what=speech.phrase(party.short), aside=aside)

    return element("dd", each(view, said), class_="late" if call.overdue else None)


def _tally(view: View, tally: Tally) -> Markup:
    page = view.side(tally.side)
    name = page.name if page else None
    side = each(view, lambda s: s.wording.heading(s.phrase(name))) if name else tally.side
    told = [
        each(view, lambda s: _counted(s, "confirmation.", tally.confirmations)),
        each(view, lambda s: s.say("board.missing", count=tally.missing)) if tally.missing else "",
        each(view, lambda s: s.wording.count(tally.speakers, "speaker")),
        each(view, lambda s: _languages(s, tally)),
        each(view, lambda s: _figures(s, "levels", "level.", tally.levels)),
        each(view, lambda s: _figures(s, "kinds", "kind.", tally.kinds)),
        each(view, lambda s: s.say("board.funded" if tally.funding else "board.unfunded")),
    ]
    figures = [element("dd", each_) for each_ in told if each_]
    return element("dl", lines(element("dt", side), *figures))


def _figures(speech: Speech, what: str, family: str, counts: tuple[tuple[str, int], ...]) -> Markup:
    if not counts:
        return Markup()
    return speech.say(f"board.{what}", **{what: _counted(speech, family, counts)})


def _counted(speech: Speech, family: str, counts: tuple[tuple[str, int], ...]) -> Markup:
    return speech.join(
        speech.say("aside", what=speech.say(family + kind), aside=number) for kind, number in counts
    )


def _languages(speech: Speech, tally: Tally) -> Markup:
    if not tally.languages:
        return Markup()
    told = speech.join(
        speech.say("aside", what=speech.text(speech.wording.language_name(tag)), aside=number)
        for tag, number in tally.languages
    )
    return speech.say("languages", languages=told, count=len(tally.languages))
