"""Sheets to sign: of a half-day, of a workshop, of a delegation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, time
from typing import Literal, TypeAlias

from rencontres import PersonPage, Slot, View, Wording
from rencontres_xlsx.delegations import by_side, called, held, names
from rencontres_xlsx.headings import heading, opening, stacked, word
from rencontres_xlsx.printed import Column, Row, Sheet, Value

Grouping: TypeAlias = Literal["half-day", "workshop", "delegation"]

_NOON, _NIGHT = time(13), time(4)
_OFF = ("postponed", "cancelled")
_AWAY = ("declined", "withdrawn")
_ROOM = 27.0
"""Points, a little under a centimetre: what a signature takes."""


def sheets(view: View, grouping: Grouping, blank: int) -> Iterator[Sheet]:
    """Yield the sheets to sign; none where nobody is known.

    Args:
        view: The programme.
        grouping: What each of them is of.
        blank: How many empty rows stand at the end, for those who are not expected.
    """
    if not view.people:
        return
    made = {"half-day": _half_days, "workshop": _workshops, "delegation": _delegations}
    yield from made[grouping](view, blank)


def _half_days(view: View, blank: int) -> Iterator[Sheet]:
    rows = tuple(_everybody(view, view.people, 1, blank))
    for day in view.days:
        halves = {_half(slot) for slot in day.slots if slot.start and slot.status not in _OFF}
        for half in sorted(halves, reverse=True):  # morning before afternoon

            def what(wording: Wording, day: date = day.date, half: str = half) -> str:
                when = wording.say(
                    "change.day-hours",
                    day=wording.day(day, weekday=True),
                    hours=word(half, wording),
                )
                return wording.say("board.line", what=word("sign-in", wording), told=when)

            lead = view.wordings[0]
            name = f"{word('sign-in', lead)} {day.date:%m-%d} {word(half, lead)}"
            columns = (*_who(view), _delegation_or_post(view), _signature(view))
            yield _sheet(name, opening(view, what), columns, rows)


def _half(slot: Slot) -> str:
    start = slot.start.time() if slot.start else _NOON
    return "morning" if _NIGHT <= start < _NOON else "afternoon"


def _delegations(view: View, blank: int) -> Iterator[Sheet]:
    days = [day.date for day in view.days if any(s.status not in _OFF for s in day.slots)]
    for name, pages in by_side(view, view.people):

        def what(wording: Wording, name: str = name) -> str:
            return wording.say("board.line", what=word("sign-in", wording), told=name)

        columns = (
            *_who(view),
            _delegation_or_post(view),
            *(_signed_on(view, day) for day in days),
            *([] if days else [_signature(view)]),
        )
        rows = (*_numbered(view, pages, len(days) or 1), *_blanks(len(columns), blank, len(pages)))
        tab = f"{word('sign-in', view.wordings[0])} {name}"
        yield _sheet(tab, opening(view, what), columns, rows, upright=len(days) < 3)


def _workshops(view: View, blank: int) -> Iterator[Sheet]:
    known = {page.id: page for page in view.people}
    for slot in view.slots():
        if slot.workshop is None or slot.status in _OFF:
            continue

        def what(wording: Wording, slot: Slot = slot) -> str:
            title = str(slot.title[view.wordings.index(wording)])
            named = wording.workshop(slot.number, title)
            return wording.say("board.line", what=word("sign-in", wording), told=named)

        pages = [known[id_] for id_ in _taking_part(slot) if id_ in known]
        tasks = Column(heading=heading(view, "tasks"), least=14, most=26)
        columns = (*_who(view), _delegation_or_post(view), tasks, _signature(view))
        rows = [
            Row(cells=(*_of(view, number, page), _function(view, slot, page), None))
            for number, page in enumerate(pages, 1)
        ]
        rows += _blanks(len(columns), blank, len(pages))
        lead = view.wordings[0]
        tab = lead.workshop(slot.number, None if slot.number else str(slot.title[0]))
        yield _sheet(f"{word('sign-in', lead)} {tab}", opening(view, what), columns, tuple(rows))


def _taking_part(slot: Slot) -> Iterable[str]:
    """Return the ids of the people who do something in a session, each once."""
    leads = (
        party.person for lead in slot.leads for end in lead.ends for party in end.parties
        if party.person
    )  # fmt: skip
    casts = (each for each in (*leads, *slot.people) if each.confirmation not in _AWAY)
    return dict.fromkeys(each.id for each in casts if each.id and not each.organisation)


def _function(view: View, slot: Slot, page: PersonPage) -> str:
    functions = dict.fromkeys(each.function for each in slot.people if each.id == page.id)
    chosen = tuple(functions) or ("lead",)
    return stacked(
        view,
        lambda _, wording: wording.join(
            [wording.function(each, page.gender) for each in chosen], "clause"
        ),
    )


# --- columns and rows ----------------------------------------------------------------------------


def _sheet(
    name: str,
    above: tuple[str, ...],
    columns: tuple[Column, ...],
    rows: tuple[Row, ...],
    *,
    upright: bool = True,
) -> Sheet:
    return Sheet(
        name=name, heading=above, columns=columns, rows=rows, upright=upright, height=_ROOM
    )


def _who(view: View) -> tuple[Column, ...]:
    return (Column(heading=heading(view, "number"), least=6, most=8), *names(view))


def _delegation_or_post(view: View) -> Column:
    return Column(heading=heading(view, "posts"), least=20, most=36)


def _signature(view: View) -> Column:
    return Column(heading=heading(view, "signature"), least=24, most=24)


def _signed_on(view: View, day: date) -> Column:
    shown = stacked(view, lambda _, wording: wording.day(day))
    return Column(heading=f"{heading(view, 'signature')}\n{shown}", least=20, most=20)


def _of(view: View, number: int, page: PersonPage) -> tuple[Value, ...]:
    return (number, *called(view, page), held(view, page))


def _numbered(view: View, pages: Iterable[PersonPage], signatures: int) -> Iterator[Row]:
    for number, page in enumerate(pages, 1):
        yield Row(cells=(*_of(view, number, page), *[None] * signatures))


def _everybody(
    view: View, people: Iterable[PersonPage], signatures: int, blank: int
) -> Iterator[Row]:
    for name, pages in by_side(view, people):
        yield Row(cells=(name,), look="band")
        yield from _numbered(view, pages, signatures)
    if blank:
        yield Row(cells=(heading(view, "others").replace("\n", " – "),), look="band")
    yield from _blanks(len(view.wordings) + 2 + signatures, blank, 0)


def _blanks(columns: int, blank: int, above: int) -> list[Row]:
    return [Row(cells=(above + each, *[None] * (columns - 1))) for each in range(1, blank + 1)]
