"""Sheets to sign: of a half-day, of a workshop, of a delegation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, time
from typing import Literal, TypeAlias

from rencontres import PersonPage, Slot, Voice
from rencontres_xlsx.cells import Value
from rencontres_xlsx.delegations import by_side, called, held, names
from rencontres_xlsx.headings import Voices, heading, opening, stacked, word
from rencontres_xlsx.printed import Column, Row, Sheet

Grouping: TypeAlias = Literal["half-day", "workshop", "delegation"]

_NOON, _NIGHT = time(13), time(4)
_AWAY = ("declined", "withdrawn")
_ROOM = 27.0
"""Points, a little under a centimetre: what a signature takes."""


def sheets(voices: Voices, grouping: Grouping, blank: int) -> Iterator[Sheet]:
    """Yield the sheets to sign; none where nobody is known.

    Args:
        voices: The languages of the reader, which have the programme.
        grouping: What each of them is of.
        blank: How many empty rows stand at the end, for those who are not expected.
    """
    if not voices[0].view.people:
        return
    made = {"half-day": _half_days, "workshop": _workshops, "delegation": _delegations}
    yield from made[grouping](voices, blank)


def _half_days(voices: Voices, blank: int) -> Iterator[Sheet]:
    rows = tuple(_everybody(voices, voices[0].view.people, 1, blank))
    for day in voices[0].view.days:
        halves = {_half(slot) for slot in day.slots if slot.start and not slot.idle}
        for half in sorted(halves, reverse=True):  # morning before afternoon

            def what(voice: Voice, day: date = day.date, half: str = half) -> str:
                wording = voice.wording
                when = wording.say(
                    "change.day-hours",
                    day=wording.day(day, weekday=True),
                    hours=word(half, wording),
                )
                return _signed(voice, when)

            lead = voices[0].wording
            name = f"{word('sign-in', lead)} {day.date:%m-%d} {word(half, lead)}"
            columns = (*_who(voices), _delegation_or_post(voices), _signature(voices))
            yield _sheet(name, opening(voices, what), columns, rows)


def _half(slot: Slot) -> str:
    start = slot.start.time() if slot.start else _NOON
    return "morning" if _NIGHT <= start < _NOON else "afternoon"


def _delegations(voices: Voices, blank: int) -> Iterator[Sheet]:
    days = [day.date for day in voices[0].view.days if any(not s.idle for s in day.slots)]
    for name, pages in by_side(voices, voices[0].view.people):

        def what(voice: Voice, name: str = name) -> str:
            return _signed(voice, name)

        columns = (
            *_who(voices),
            _delegation_or_post(voices),
            *(_signed_on(voices, day) for day in days),
            *([] if days else [_signature(voices)]),
        )
        rows = (
            *_numbered(voices, pages, len(days) or 1),
            *_blanks(len(columns), blank, len(pages)),
        )
        tab = f"{word('sign-in', voices[0].wording)} {name}"
        yield _sheet(tab, opening(voices, what), columns, rows, upright=len(days) < 3)


def _workshops(voices: Voices, blank: int) -> Iterator[Sheet]:
    known = {page.id: page for page in voices[0].view.people}
    for slot in voices[0].view.slots():
        if slot.workshop is None or slot.idle:
            continue

        def what(voice: Voice, slot: Slot = slot) -> str:
            return _signed(voice, voice.wording.workshop(slot.number, voice.phrase(slot.title)))

        pages = [known[id_] for id_ in _taking_part(slot) if id_ in known]
        tasks = Column(heading=heading(voices, "tasks"), least=14, most=26)
        columns = (*_who(voices), _delegation_or_post(voices), tasks, _signature(voices))
        rows = [
            Row(cells=(*_of(voices, number, page), _function(voices, slot, page), None))
            for number, page in enumerate(pages, 1)
        ]
        rows += _blanks(len(columns), blank, len(pages))
        lead = voices[0].wording
        tab = lead.workshop(slot.number, None if slot.number else str(slot.title[0]))
        yield _sheet(f"{word('sign-in', lead)} {tab}", opening(voices, what), columns, tuple(rows))


def _signed(voice: Voice, what: str) -> str:
    sheet = word("sign-in", voice.wording)
    return voice.wording.say("board.line", what=sheet, told=what)


def _taking_part(slot: Slot) -> Iterable[str]:
    """Return the ids of the people who do something in a session, each once."""
    leads = (
        party.person for lead in slot.leads for end in lead.ends for party in end.parties
        if party.person
    )  # fmt: skip
    casts = (each for each in (*leads, *slot.people) if each.confirmation not in _AWAY)
    return dict.fromkeys(each.id for each in casts if each.id and not each.organisation)


def _function(voices: Voices, slot: Slot, page: PersonPage) -> str:
    functions = dict.fromkeys(each.function for each in slot.people if each.id == page.id)
    chosen = tuple(functions) or ("lead",)
    return stacked(
        voices,
        lambda voice: voice.wording.join(
            [voice.wording.function(each, page.gender) for each in chosen], "clause"
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


def _who(voices: Voices) -> tuple[Column, ...]:
    return (Column(heading=heading(voices, "number"), least=6, most=8), *names(voices))


def _delegation_or_post(voices: Voices) -> Column:
    return Column(heading=heading(voices, "posts"), least=20, most=36)


def _signature(voices: Voices) -> Column:
    return Column(heading=heading(voices, "signature"), least=24, most=24)


def _signed_on(voices: Voices, day: date) -> Column:
    shown = stacked(voices, lambda voice: voice.wording.day(day))
    return Column(heading=f"{heading(voices, 'signature')}\n{shown}", least=20, most=20)


def _of(voices: Voices, number: int, page: PersonPage) -> tuple[Value, ...]:
    return (number, *called(voices, page), held(voices, page))


def _numbered(voices: Voices, pages: Iterable[PersonPage], signatures: int) -> Iterator[Row]:
    for number, page in enumerate(pages, 1):
        yield Row(cells=(*_of(voices, number, page), *[None] * signatures))


def _everybody(
    voices: Voices, people: Iterable[PersonPage], signatures: int, blank: int
) -> Iterator[Row]:
    for name, pages in by_side(voices, people):
        yield Row(cells=(name,), look="band")
        yield from _numbered(voices, pages, signatures)
    if blank:
        yield Row(cells=(heading(voices, "others").replace("\n", " – "),), look="band")
    yield from _blanks(len(voices) + 2 + signatures, blank, 0)


def _blanks(columns: int, blank: int, above: int) -> list[Row]:
    return [Row(cells=(above + each, *[None] * (columns - 1))) for each in range(1, blank + 1)]
