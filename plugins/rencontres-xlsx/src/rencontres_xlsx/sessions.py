"""The sessions: one below the other, and rooms beside one another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from rencontres import Cast, Slot, Voice, Wording
from rencontres_xlsx import told
from rencontres_xlsx.cells import Value
from rencontres_xlsx.headings import Voices, heading, opening, phrases, stacked, word
from rencontres_xlsx.printed import Column, Look, Row, Sheet

_NIGHT = time(4)


def programme(voices: Voices) -> Sheet:
    """Return the programme: a row for each session, those without an hour last.

    Args:
        voices: The languages of the reader, which have the programme.
    """
    zoned = len(_zones(voices)) > 1
    columns = [
        Column(heading=heading(voices, "date"), least=_day_width(voices), most=_day_width(voices)),
        Column(heading=heading(voices, "start"), least=9, most=24),
        Column(heading=heading(voices, "end"), least=9, most=12),
        *([Column(heading=heading(voices, "zone"), most=20)] if zoned else []),
        Column(heading=heading(voices, "title"), least=30, most=48),
        Column(heading=heading(voices, "place"), least=14, most=28),
        Column(heading=heading(voices, "people"), least=20, most=56),
        Column(heading=heading(voices, "status"), least=9, most=16),
        *([Column(heading=heading(voices, "tasks"), most=20)] if voices[0].view.person else []),
    ]
    own = dict(voices[0].view.own)
    rows = (
        Row(cells=tuple(_cells(voices, slot, zoned, own.get(slot.id, ()))), look=look(slot))
        for slot in voices[0].view.slots()
    )
    return Sheet(
        name=voices[0].wording.say("programme"),
        heading=(*opening(voices, lambda voice: voice.wording.say("programme")), *_clocks(voices)),
        columns=tuple(columns),
        rows=tuple(rows),
    )


def title(slot: Slot, voice: Voice) -> str:
    """Return the title of a session, which says that it is not held.

    Args:
        slot: The session.
        voice: The language.
    """
    name = voice.title(slot)
    return voice.status(slot, name) if slot.idle else name


def look(slot: Slot) -> Look:
    """Return how a session looks, besides what its words say.

    Args:
        slot: The session.
    """
    return "cancelled" if slot.idle else "plain" if slot.sure else "unsure"


def _cells(voices: Voices, slot: Slot, zoned: bool, own: tuple[Cast, ...]) -> Iterator[Value]:
    yield from _when(voices, slot)
    if zoned:
        yield str(slot.start.tzinfo) if slot.start else None
    yield stacked(voices, lambda voice: title(slot, voice))
    yield _where(voices, slot)
    yield stacked(voices, lambda voice: told.people(slot, voice))
    yield stacked(voices, lambda voice: _status(slot, voice))
    if voices[0].view.person:
        yield stacked(voices, lambda voice: _functions(own, voice))


def _functions(own: tuple[Cast, ...], voice: Voice) -> str:
    write = voice.wording.function
    functions = {each.function: write(each.function, each.gender) for each in own}
    return voice.wording.join(functions.values(), "clause")


def _status(slot: Slot, voice: Voice) -> str:
    return voice.wording.heading(voice.wording.say(f"confirmation.{slot.status}"))


def _where(voices: Voices, slot: Slot) -> str:
    said = [slot.room, slot.place[0] if slot.place else None]
    return "\n".join(dict.fromkeys(phrases(voices, each) for each in said if each))


# --- hours ---------------------------------------------------------------------------------------


def _when(voices: Voices, slot: Slot) -> tuple[Value, Value, Value]:
    """Return a day and two hours; words where a cell of a spreadsheet would tell half of it."""
    if slot.start is None:
        return stacked(voices, lambda voice: undated(slot, voice)), None, None
    day, start = slot.start.date(), slot.start.time().replace(tzinfo=None)
    if slot.end is None:
        return day, start, None
    end = slot.end.astimezone(slot.start.tzinfo)
    if not _plain(slot.start, end):
        return day, voices[0].when(slot), None
    return day, start, end.time().replace(tzinfo=None)


def undated(slot: Slot, voice: Voice) -> str:
    """Return when a session without an hour is.

    Args:
        slot: The session.
        voice: The language.
    """
    return voice.when(slot) or voice.wording.say("unscheduled")


def _plain(start: datetime, end: datetime) -> bool:
    """Tell whether two clock times say it all: one day, or into its night, clocks unchanged."""
    if start.utcoffset() != end.utcoffset():
        return False
    if start.date() == end.date():
        return start < end
    return end.date() - start.date() == timedelta(days=1) and end.time() <= _NIGHT


def _zones(voices: Voices) -> list[str]:
    return list(
        dict.fromkeys(str(slot.start.tzinfo) for slot in voices[0].view.slots() if slot.start)
    )


def _clocks(voices: Voices) -> Iterator[str]:
    """Yield on which clocks the hours are; of which days, where these differ."""
    view = voices[0].view
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


def _day_width(voices: Voices) -> int:
    wording = voices[0].wording
    widths = (wording.width(wording.day(day.date, weekday=True)) for day in voices[0].view.days)
    return max([14, *widths]) + 3


# --- rooms ---------------------------------------------------------------------------------------


def rooms(voices: Voices) -> Sheet | None:
    """Return the rooms beside one another, with their days and hours; None: there is no day.

    Args:
        voices: The languages of the reader, which have the programme.
    """
    slots = [slot for day in voices[0].view.days for slot in day.slots if slot.start]
    if not slots:
        return None
    doors = sorted(dict.fromkeys(map(_door, slots)), key=lambda door: (not door, door))
    return Sheet(
        name=word("rooms", voices[0].wording),
        heading=(*opening(voices, lambda voice: word("rooms", voice.wording)), *_clocks(voices)),
        columns=(
            Column(heading=heading(voices, "hours"), least=16, most=24),
            *(_room(voices, slots, door) for door in doors),
        ),
        rows=tuple(_plan(voices, doors)),
    )


def _door(slot: Slot) -> tuple[str, ...]:
    """Return what tells rooms apart: their names, and where they are."""
    if slot.room is None:
        return ()
    place = slot.place[0] if slot.place else ()
    return (*map(str, place), "", *map(str, slot.room))


def _room(voices: Voices, slots: list[Slot], door: tuple[str, ...]) -> Column:
    if not door:
        return Column(heading=heading(voices, "no-place"), least=18, most=30)
    slot = next(slot for slot in slots if _door(slot) == door)
    return Column(heading=_where(voices, slot), least=18, most=30)


def _plan(voices: Voices, doors: list[tuple[str, ...]]) -> Iterator[Row]:
    for day in voices[0].view.days:
        held: dict[tuple[datetime, datetime | None, str], dict[tuple[str, ...], list[Slot]]] = {}
        for slot in day.slots:
            if slot.start:
                key = (slot.start, slot.end, str(slot.start.tzinfo))
                held.setdefault(key, {}).setdefault(_door(slot), []).append(slot)
        if held:
            yield Row(cells=(_day(voices, day.date),), look="band")
        for (start, end, zone), found in held.items():
            hours = voices[0].wording.hours(start, end, slot=True)
            if zone != voices[0].view.zone:
                hours = f"{hours}\n{zone}"
            cells = (
                "\n".join(_held(voices, slot) for slot in found.get(each, [])) for each in doors
            )
            yield Row(cells=(hours, *cells))


def _day(voices: Voices, day: date) -> str:
    said = stacked(voices, lambda voice: voice.day(day))
    return said.replace("\n", " – ")


def _held(voices: Voices, slot: Slot) -> str:
    return stacked(voices, lambda voice: voice.status(slot, voice.title(slot)))
