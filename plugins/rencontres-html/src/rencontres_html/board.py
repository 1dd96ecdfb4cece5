"""The status board: who leads on which side, who has answered, whom to call."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rencontres import BoardCall, BoardCell, BoardRow, Tally
from rencontres_html.markup import Markup, element, lines
from rencontres_html.speech import SURE, Speech
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
    def title(speech: Speech) -> str:
        if row.id is None:
            return speech.say("board.loose")
        return speech.wording.workshop(row.number, speech.phrase(row.title) or None)

    cells = sorted(row.cells, key=lambda cell: _rank(programme.view.orders[0], cell.side))
    yield heading(programme, "h3", title)
    yield element("div", lines(*(_cell(programme, row, cell) for cell in cells)), class_="sides")


def _cell(programme: Programme, row: BoardRow, cell: BoardCell) -> Markup:
    name = cell.name
    side = each(programme, lambda s: s.wording.heading(s.phrase(name))) if name else "–"
    told = [_call(programme, call) for call in cell.calls]
    if cell.missing and row.id is not None:
        told.append(element("dd", each(programme, lambda s: s.say("to-name")), class_="unsure"))
    return element("dl", lines(element("dt", side), *(told or [element("dd", "–")])))


def _call(programme: Programme, call: BoardCall) -> Markup:
    party = call.party

    def said(speech: Speech) -> str:
        told = [speech.say(f"confirmation.{party.confirmation}")]
        if call.function != "lead":
            told.insert(0, speech.wording.function(call.function))
        if party.asked is not None:
            told.append(speech.say("promise.asked", date=party.asked))
        if party.due is not None and party.confirmation not in SURE:
            late = "promise.overdue" if call.overdue else "promise.due"
            told.append(speech.say(late, when=party.due))
        if party.by is not None:
            told.append(speech.say("promise.by", who=speech.phrase(party.by)))
        name = speech.phrase(party.short)
        if party.person is not None:
            who = speech.cast(party.person)
            name = speech.say("represented-by", organisation=name, person=who)
        return speech.say("aside", what=name, aside=speech.join(told, "clause"))

    return element("dd", each(programme, said), class_="late" if call.overdue else None)


def _tally(programme: Programme, tally: Tally) -> Markup:
    page = programme.view.side(tally.side)
    name = page.name if page else None
    side = each(programme, lambda s: s.wording.heading(s.phrase(name))) if name else tally.side
    told = [
        each(programme, lambda s: _counted(s, "confirmation.", tally.confirmations)),
        each(programme, lambda s: _missing(s, tally)),
        each(programme, lambda s: s.wording.count(tally.speakers, "speaker")),
        each(programme, lambda s: _languages(s, tally)),
        each(programme, lambda s: _figures(s, "levels", "level.", tally.levels)),
        each(programme, lambda s: _figures(s, "kinds", "kind.", tally.kinds)),
        each(programme, lambda s: s.say("board.funded" if tally.funding else "board.unfunded")),
    ]
    figures = [element("dd", each_) for each_ in told if each_]
    return element("dl", lines(element("dt", side), *figures))


def _missing(speech: Speech, tally: Tally) -> str:
    return speech.say("board.missing", count=tally.missing) if tally.missing else ""


def _figures(speech: Speech, what: str, family: str, counts: tuple[tuple[str, int], ...]) -> str:
    if not counts:
        return ""
    return speech.say(f"board.{what}", **{what: _counted(speech, family, counts)})


def _counted(speech: Speech, family: str, counts: tuple[tuple[str, int], ...]) -> str:
    return speech.join(
        speech.say("aside", what=speech.say(family + kind), aside=number) for kind, number in counts
    )


def _languages(speech: Speech, tally: Tally) -> str:
    if not tally.languages:
        return ""
    told = speech.join(
        speech.say("aside", what=speech.wording.language_name(tag), aside=number)
        for tag, number in tally.languages
    )
    return speech.say("languages", languages=told, count=len(tally.languages))
