"""The sessions: one below the other, and rooms beside one another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from rencontres import Cast, Slot, View, Wording
from rencontres_xlsx import told
from rencontres_xlsx.headings import heading, opening, phrases, stacked, word
from rencontres_xlsx.printed import Column, Look, Row, Sheet, Value

_NIGHT = time(4)
_OFF = ("postponed", "cancelled")


def programme(view: View) -> Sheet:
    """Return the programme: a row for each session, those without an hour last.

    Args:
        view: The programme.
    """
    zoned = len(_zones(view)) > 1
    columns = [
        Column(heading=heading(view, "date"), least=_day_width(view), most=_day_width(view)),
        Column(heading=heading(view, "start"), least=9, most=24),
        Column(heading=heading(view, "end"), least=9, most=12),
        *([Column(heading=heading(view, "zone"), most=20)] if zoned else []),
        Column(heading=heading(view, "title"), least=30, most=48),
        Column(heading=heading(view, "place"), least=14, most=28),
        Column(heading=heading(view, "people"), least=20, most=56),
        Column(heading=heading(view, "status"), least=9, most=16),
        *([Column(heading=heading(view, "tasks"), most=20)] if view.person else []),
    ]
    own = dict(view.own)
    rows = (
        Row(cells=tuple(_cells(view, slot, zoned, own.get(slot.id, ()))), look=look(slot))
        for slot in view.slots()
    )
    return Sheet(
        name=view.wordings[0].say("programme"),
        heading=(*opening(view, lambda wording: wording.say("programme")), *_clocks(view)),
        columns=tuple(columns),
        rows=tuple(rows),
    )


def title(slot: Slot, number: int, wording: Wording) -> str:
    """Return the title of a session, which says that it is not held.

    Args:
        slot: The session.
        number: Of the language.
        wording: The language.
    """
    name = str(slot.title[number])
    if slot.number is not None and slot.workshop:
        name = wording.workshop(slot.number, name)
    return wording.say(slot.status, title=name) if slot.status in _OFF else name


def look(slot: Slot) -> Look:
    """Return how a session looks, besides what its words say.

    Args:
        slot: The session.
    """
    if slot.status in _OFF:
        return "cancelled"
    return "plain" if slot.status in ("confirmed", "accepted") else "unsure"


def _cells(view: View, slot: Slot, zoned: bool, own: tuple[Cast, ...]) -> Iterator[Value]:
    yield from _when(view, slot)
    if zoned:
        yield str(slot.start.tzinfo) if slot.start else None
    yield stacked(view, lambda number, wording: title(slot, number, wording))
    yield _where(view, slot)
    yield stacked(view, lambda number, wording: told.people(view, slot, number, wording))
    yield stacked(view, lambda _, wording: _status(slot, wording))
    if view.person:
        yield stacked(view, lambda _, wording: _functions(own, wording))


def _functions(own: tuple[Cast, ...], wording: Wording) -> str:
    functions = {each.function: wording.function(each.function, each.gender) for each in own}
    return wording.join(functions.values(), "clause")


def _status(slot: Slot, wording: Wording) -> str:
    return wording.heading(wording.say(f"confirmation.{slot.status}"))


def _where(view: View, slot: Slot) -> str:
    said = [slot.room, slot.place[0] if slot.place else None]
    return "\n".join(dict.fromkeys(phrases(view, each) for each in said if each))


# --- hours ---------------------------------------------------------------------------------------


def _when(view: View, slot: Slot) -> tuple[Value, Value, Value]:
    """Return a day and two hours; words where a cell of a spreadsheet would tell half of it."""
    if slot.start is None:
        return stacked(view, lambda _, wording: undated(slot, wording)), None, None
    day, start = slot.start.date(), slot.start.time().replace(tzinfo=None)
    if slot.end is None:
        return day, start, None
    end = slot.end.astimezone(slot.start.tzinfo)
    if not _plain(slot.start, end):
        return day, view.wordings[0].hours(slot.start, slot.end, slot=True), None
    return day, start, end.time().replace(tzinfo=None)


def undated(slot: Slot, wording: Wording) -> str:
    """Return when a session without an hour is.

    Args:
        slot: The session.
        wording: The language.
    """
    return wording.when(slot.when) if slot.when else wording.say("unscheduled")


def _plain(start: datetime, end: datetime) -> bool:
    """Tell whether two clock times say it all: one day, or into its night, clocks unchanged."""
    if start.utcoffset() != end.utcoffset():
        return False
    if start.date() == end.date():
        return start < end
    return end.date() - start.date() == timedelta(days=1) and end.time() <= _NIGHT


def _zones(view: View) -> list[str]:
    return list(dict.fromkeys(str(slot.start.tzinfo) for slot in view.slots() if slot.start))


def _clocks(view: View) -> Iterator[str]:
    """Yield on which clocks the hours are; of which days, where these differ."""
    for wording in view.wordings:
        said: dict[str, list[date]] = {}
        for day in view.days:
            starts = (slot.start for slot in day.slots if slot.start)
            for zone in dict.fromkeys(str(start.tzinfo) for start in starts):
                others = [each for each in (view.zone, *view.other_zones) if each != zone]
                note = wording.clocks(day.date, zone, others)
                said.setdefault(note, []).append(day.date)
        for note, days in said.items():
            on = _days(days, wording)
            yield note if len(said) == 1 else wording.say("board.line", what=on, told=note)


def _days(days: list[date], wording: Wording) -> str:
    first, last = days[0], days[-1]
    if len(days) == (last - first).days + 1:
        return wording.heading(wording.days(first, last))
    return wording.join([wording.day(day) for day in days])


def _day_width(view: View) -> int:
    wording = view.wordings[0]
    widths = (wording.width(wording.day(day.date, weekday=True)) for day in view.days)
    return max([14, *widths]) + 3


# --- rooms ---------------------------------------------------------------------------------------


def rooms(view: View) -> Sheet | None:
    """Return the rooms beside one another, with their days and hours; None: there is no day.

    Args:
        view: The programme.
    """
    slots = [slot for day in view.days for slot in day.slots if slot.start]
    if not slots:
        return None
    doors = sorted(dict.fromkeys(map(_door, slots)), key=lambda door: (not door, door))
    return Sheet(
        name=word("rooms", view.wordings[0]),
        heading=(*opening(view, lambda wording: word("rooms", wording)), *_clocks(view)),
        columns=(
            Column(heading=heading(view, "hours"), least=16, most=24),
            *(_room(view, slots, door) for door in doors),
        ),
        rows=tuple(_plan(view, doors)),
    )


def _door(slot: Slot) -> tuple[str, ...]:
    """Return what tells rooms apart: their names, and where they are."""
    if slot.room is None:
        return ()
    place = slot.place[0] if slot.place else ()
    return (*map(str, place), "", *map(str, slot.room))


def _room(view: View, slots: list[Slot], door: tuple[str, ...]) -> Column:
    if not door:
        return Column(heading=heading(view, "no-place"), least=18, most=30)
    slot = next(slot for slot in slots if _door(slot) == door)
    return Column(heading=_where(view, slot), least=18, most=30)


def _plan(view: View, doors: list[tuple[str, ...]]) -> Iterator[Row]:
    for day in view.days:
        held: dict[tuple[datetime, datetime | None, str], dict[tuple[str, ...], list[Slot]]] = {}
        for slot in day.slots:
            if slot.start:
                key = (slot.start, slot.end, str(slot.start.tzinfo))
                held.setdefault(key, {}).setdefault(_door(slot), []).append(slot)
        if held:
            yield Row(cells=(_day(view, day.date),), look="band")
        for (start, end, zone), found in held.items():
            hours = view.wordings[0].hours(start, end, slot=True)
            if zone != view.zone:
                hours = f"{hours}\n{zone}"
            cells = ("\n".join(_held(view, slot) for slot in found.get(each, [])) for each in doors)
            yield Row(cells=(hours, *cells))


def _day(view: View, day: date) -> str:
    said = stacked(view, lambda _, wording: wording.heading(wording.day(day, weekday=True)))
    return said.replace("\n", " – ")


def _held(view: View, slot: Slot) -> str:
    def say(number: int, wording: Wording) -> str:
        name = title(slot, number, wording)
        return wording.say("unconfirmed", what=name) if look(slot) == "unsure" else name

    return stacked(view, say)
