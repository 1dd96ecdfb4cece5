"""Clock times, periods of hours, distances from UTC, durations."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from rencontres.errors import DossierError
from rencontres.wording import dates
from rencontres.wording.language import Language

_MIDNIGHT = dt.time()


@lru_cache(maxsize=4096)
def time(language: Language, value: dt.time) -> str:
    """Return a clock time in running text: 9 h 05, 9 h, 14:30."""
    pattern = language.clock.time if value.minute else language.clock.sharp
    return pattern.format(h=value.hour, m=value.minute)


@lru_cache(maxsize=4096)
def slot(language: Language, value: dt.time) -> str:
    """Return a clock time in a column: 9 h 00, 09:00."""
    return language.clock.slot.format(h=value.hour, m=value.minute)


def _midnight(language: Language, in_slot: bool) -> str:
    clock = language.clock
    return (clock.slot if in_slot else clock.sharp).format(h=clock.midnight, m=0)


@lru_cache(maxsize=4096)
def _within_a_day(
    language: Language, start: dt.time, end: dt.time, in_slot: bool, aligned: bool
) -> str:
    clock = language.clock
    write = slot if in_slot else time
    first = write(language, start)
    last = write(language, end) if end != _MIDNIGHT else _midnight(language, in_slot)
    if not in_slot:
        if _MIDNIGHT < end <= start:
            last = clock.next_day.format(time=last)
        return clock.hours.format(start=first, end=last)
    if aligned:
        first, last = first.rjust(clock.width), last.rjust(clock.width)
    return clock.slots.format(start=first, end=last)


def _over_days(language: Language, start: dt.datetime, end: dt.datetime, in_slot: bool) -> str:
    clock = language.clock
    write = slot if in_slot else time
    first, last = (
        clock.dated.format(
            date=dates.day(language, value.date()), time=write(language, value.time())
        )
        for value in (start, end)
    )
    return (clock.slots if in_slot else clock.dated_hours).format(start=first, end=last)


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


def _twice_the_same(language: Language, start: dt.datetime, end: dt.datetime, in_slot: bool) -> str:
    """Return a period in which clocks go back, so that its end seems to precede its start."""
    clock = language.clock
    write = slot if in_slot else time
    first, last = (
        clock.zoned.format(time=write(language, value.time()), zone=offset(value))
        for value in (start, end)
    )
    return (clock.slots if in_slot else clock.hours).format(start=first, end=last)


def _open(language: Language, start: dt.time, in_slot: bool, aligned: bool) -> str:
    clock = language.clock
    if not in_slot:
        return clock.from_.format(start=time(language, start))
    first = slot(language, start)
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
    if days == 0 and (last < first or (last == first and start.utcoffset() != end.utcoffset())):
        return _twice_the_same(language, start, end, in_slot)
    if days == 0 and last == first:
        return _open(language, first, in_slot, aligned)
    if days == 0 or (days == 1 and (last < first or last == _MIDNIGHT)):
        return _within_a_day(language, first, last, in_slot, aligned)
    return _over_days(language, start, end, in_slot)


def duration(language: Language, value: dt.timedelta, prose: bool = False) -> str:
    """Return a duration, exactly: 1 h 30 min, 1小时30分钟; in running text 1 heure 30."""
    clock = language.clock
    days, seconds = divmod(int(abs(value).total_seconds()), 86_400)
    minutes, second = divmod(seconds, 60)
    hour, minute = divmod(minutes, 60)
    patterns = (clock.hour, clock.minute, clock.second)
    if prose and clock.prose:
        patterns = (clock.prose[0], clock.prose[1], clock.prose[2])
    named = list(zip((days, hour, minute, second), (clock.days, *patterns), strict=True))
    if prose and clock.and_minutes and hour and minute and not second:
        together = clock.and_minutes.format(hours=_amount(language, hour, patterns[0]), m=minute)
        written = [_amount(language, days, clock.days)] * bool(days) + [together]
    else:
        written = [_amount(language, number, pattern) for number, pattern in named if number]
    sign = "−" if value < dt.timedelta() else ""
    return sign + clock.parts.join(written or [_amount(language, 0, patterns[1])])


def _amount(language: Language, number: int, pattern: tuple[str, str]) -> str:
    singular = number < 2 if language.numbers.zero_is_one else number == 1
    return pattern[not singular].format(n=number)
