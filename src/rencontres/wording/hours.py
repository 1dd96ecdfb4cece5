"""Clock times, periods of hours, distances from UTC, durations."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from rencontres.errors import DossierError
from rencontres.wording import dates
from rencontres.wording.language import Language
from rencontres.wording.numbers import one

_MIDNIGHT = dt.time()


@lru_cache(maxsize=4096)
def time(language: Language, value: dt.time, in_slot: bool = False, end: bool = False) -> str:
    """Return a clock time: 9 h 05, 9 h, 14:30; in a column 9 h 00, 09:00; as an end 24 h."""
    clock = language.clock
    hour = clock.midnight if end and value == _MIDNIGHT else value.hour
    pattern = clock.slot if in_slot else clock.time if value.minute else clock.sharp
    return pattern.format(h=hour, m=value.minute)


@lru_cache(maxsize=4096)
def _within_a_day(
    language: Language, start: dt.time, end: dt.time, in_slot: bool, aligned: bool
) -> str:
    clock = language.clock
    first = time(language, start, in_slot)
    last = time(language, end, in_slot, end=True)
    if not in_slot:
        if _MIDNIGHT < end <= start:
            last = clock.next_day.format(time=last)
        return clock.hours.format(start=first, end=last)
    if aligned:
        first, last = first.rjust(clock.width), last.rjust(clock.width)
    return clock.slots.format(start=first, end=last)


def offset(moment: dt.datetime) -> str:
    """Return a moment's distance from UTC: UTC+2, UTC−3, UTC+5:30, UTC.

    Args:
        moment: Aware.
    """
    distance = moment.utcoffset() or dt.timedelta()
    if not distance:
        return "UTC"
    minutes, second = divmod(int(abs(distance).total_seconds()), 60)
    hour, minute = divmod(minutes, 60)
    written = f"{hour}:{minute:02}:{second:02}" if second else f"{hour}:{minute:02}"
    return f"UTC{'−' if distance < dt.timedelta() else '+'}{written.removesuffix(':00')}"


def _told_apart(language: Language, start: dt.datetime, end: dt.datetime, in_slot: bool) -> str:
    """Return a period whose ends need more than a clock time.

    They have their dates or, on the day on which clocks go back so that the end seems to precede
    the start, their distances from UTC.
    """
    clock = language.clock
    if start.date() != end.date():
        pattern, period = clock.dated, clock.dated_hours
    else:
        pattern, period = clock.zoned, clock.hours
    first, last = (
        pattern.format(
            date=dates.day(language, value.date()),
            time=time(language, value.time(), in_slot),
            zone=offset(value),
        )
        for value in (start, end)
    )
    if in_slot:
        period = clock.spaced_slots or clock.slots
    return period.format(start=first, end=last)


def _open(language: Language, start: dt.time, in_slot: bool, aligned: bool) -> str:
    clock = language.clock
    if not in_slot:
        return clock.from_.format(start=time(language, start))
    first = time(language, start, in_slot)
    if aligned:
        blank = " " * clock.width
        width = len(clock.slots.format(start=blank, end=blank))
        first = first.rjust(clock.width).ljust(width)
    return first


def hours(
    language: Language,
    start: dt.time | dt.datetime,
    end: dt.time | dt.datetime | None,
    in_slot: bool = False,
    aligned: bool = False,
) -> str:
    """Return a period of hours: de 9 h à 10 h 30, 09:00—10:30.

    An end at midnight is 24 h where the language counts so; one after midnight stands as it is in
    a column. Several days are told with their dates. Both ends are told on the clock of the start.

    Raises:
        DossierError: The end is a moment and precedes the start.
    """
    if isinstance(start, dt.datetime) and isinstance(end, dt.datetime):
        return _between(language, start, end, in_slot, aligned)
    first = _clock(start)
    if end is None:
        return _open(language, first, in_slot, aligned)
    return _within_a_day(language, first, _clock(end), in_slot, aligned)


def _clock(value: dt.time | dt.datetime) -> dt.time:
    return value.time() if isinstance(value, dt.datetime) else value.replace(tzinfo=None)


def _between(
    language: Language, start: dt.datetime, end: dt.datetime, in_slot: bool, aligned: bool
) -> str:
    first, last = start.time(), end.time()
    if first < last and start.tzinfo is end.tzinfo and start.date() == end.date():
        return _within_a_day(language, first, last, in_slot, aligned)
    if (start.tzinfo is None) != (end.tzinfo is None):
        raise DossierError(f"of {start} and {end} only one has a time zone")
    if end.tzinfo is not start.tzinfo and start.tzinfo is not None:
        end = end.astimezone(start.tzinfo)
    if end < start and (start.tzinfo is None or end.astimezone(dt.UTC) < start.astimezone(dt.UTC)):
        raise DossierError(f"a period cannot begin at {start} and end at {end}")
    first, last = start.time(), end.time()
    days = (end.date() - start.date()).days
    if days == 0 and last == first and start.utcoffset() == end.utcoffset():
        return _open(language, first, in_slot, aligned)
    if (days == 0 and first < last) or (days == 1 and (last < first or last == _MIDNIGHT)):
        return _within_a_day(language, first, last, in_slot, aligned)
    return _told_apart(language, start, end, in_slot)


def duration(language: Language, value: dt.timedelta, prose: bool = False) -> str:
    """Return a duration, exactly: 1 h 30 min, 1小时30分钟; in running text 1 heure 30."""
    clock = language.clock
    minutes, second = divmod(int(abs(value).total_seconds()), 60)
    hours, minute = divmod(minutes, 60)
    day, hour = divmod(hours, 24)
    units = clock.prose if prose and clock.prose else (clock.hour, clock.minute, clock.second)
    parts = zip((day, hour, minute, second), (clock.days, *units), strict=True)
    written = [_amount(language, number, pattern) for number, pattern in parts if number]
    if prose and clock.and_minutes and hour and minute and not second:
        written[-2:] = [clock.and_minutes.format(hours=written[-2], m=minute)]
    sign = "−" if value < dt.timedelta() else ""
    return sign + clock.parts.join(written or [_amount(language, 0, units[1])])


def _amount(language: Language, number: int, pattern: tuple[str, ...]) -> str:
    return pattern[not one(language, number)].format(n=number)
