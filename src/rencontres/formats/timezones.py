"""Definitions of time zones (VTIMEZONE, RFC 5545 §3.6.5), computed from the zones' own data.

The rule that a zone follows today becomes yearly observances without end; changes that it does
not explain are written one by one, as observances of a single onset. Lists of RDATE, which
several readers cut short, and rules with an end, which some revive, are never written.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import count
from typing import NamedTuple

from rencontres.errors import RenderError
from rencontres.formats.yearly import Half, halves
from rencontres.formats.zonefile import Change, Clock, canonical, history

__all__ = ["canonical", "definition"]

_AHEAD = 40
"""For how many years after the last date changes are written that follow no rule."""
_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - the clocks on the wall
_LAST_YEAR = 9990
_REGULAR = 1973
"""From when no clock is seconds off (Liberia was the last), nor changes at noon."""


class _Observance(NamedTuple):
    wall: int
    summer: bool
    before: int
    after: Clock
    rule: str = ""


class _Course(NamedTuple):
    """The clock before all changes, those that no rule explains, and the rule after a moment."""

    first: Clock
    changes: tuple[Change, ...]
    halves: tuple[Half, ...]
    settled: int


def definition(key: str, first: datetime, last: datetime) -> tuple[str, ...]:
    """Return the definition of a zone, right from one moment on.

    It is right for every moment from the first to the last, and after the last for as long as
    the zone follows its rule, or for forty years where its data list changes one by one
    (Morocco, archives).

    Args:
        key: A name of the IANA time zone database, or an alias.
        first: The earliest moment that the calendar tells in this zone, aware.
        last: The latest one, aware.

    Returns:
        The content lines of one VTIMEZONE, unfolded; none for UTC, which has no definition.

    Raises:
        RenderError: No zone has this name, or a moment has no zone.
    """
    name = canonical(key)
    if first.tzinfo is None or last.tzinfo is None:
        raise RenderError(f"the moments told in the zone {name} have no zone themselves")
    start = first.year - _at_the_turn(first)
    return _definition(name, max(start, 2), min(last.year + _AHEAD, _LAST_YEAR))


def alike(moment: datetime) -> datetime:
    """Return a moment that asks the same of a definition: one for nearly all of a year.

    Args:
        moment: A moment that is told in its zone.
    """
    if moment.year < _REGULAR or _at_the_turn(moment):
        return moment
    return moment.replace(month=6, day=1, hour=12, minute=0, second=0, microsecond=0, fold=0)


def _at_the_turn(moment: datetime) -> bool:
    """Tell whether it may still be last year elsewhere: clocks differ by up to a day and a bit."""
    return (moment.month, moment.day) <= (1, 2)


@lru_cache(maxsize=512)
def _definition(key: str, start: int, end: int) -> tuple[str, ...]:
    if key == "UTC":
        return ()
    observances = list(_observances(_course(key), start, end))
    if all(observance.summer for observance in observances):
        observances[0] = observances[0]._replace(summer=False)
    lines = (line for observance in observances for line in _lines(observance))
    return ("BEGIN:VTIMEZONE", f"TZID:{key}", *lines, "END:VTIMEZONE")


@lru_cache(maxsize=256)
def _course(key: str) -> _Course:
    # Data files list changes up to any year; those that the rule explains are left to the rule.
    first, changes, until, rule = history(key)
    found, listed = halves(rule), list(changes)
    if until is None or not found:
        return _Course(first, changes, found, _seconds(1) if until is None else until)
    years = range(_year(until) - 250, _year(until) + 2)
    onsets = sorted(change for half in found for change in map(half.onset, years))
    onsets = [change for change in onsets if change.at <= until]
    while listed and onsets and listed[-1] == onsets[-1]:
        listed.pop()
        until = onsets.pop().at - 1
    return _Course(first, tuple(listed), found, until)


def _observances(course: _Course, start: int, end: int) -> Iterator[_Observance]:
    new_year = _seconds(start)
    past, future = _split(course, start, end)
    ruled = [(half, _since(course, half, start)) for half in _in_force(course, end)]
    covered = {half.onset(year) for half, since in ruled for year in range(since, end + 2)}
    single = [change for change in future if change not in covered]
    state = past[-1].after if past else course.first
    if not ruled and not single:
        yield _Observance(
            _seconds(min(start, 1970)), summer=False, before=state.offset, after=state
        )
        return
    if ruled and not single and all(since == start for _, since in ruled):
        # As if the rule had always held: it has since before the first moment told.
        ruled = [(half, min(start - 1, 1970)) for half, _ in ruled]
        new_year = _seconds(0)
    else:
        yield _Observance(new_year, bool(past) and _summer(past[-1]), state.offset, state)
    onsets = [_observance(change) for change in single]
    onsets += [found for half, since in ruled for found in _yearly(half, since, new_year)]
    yield from sorted(onsets)


def _split(course: _Course, start: int, end: int) -> tuple[list[Change], list[Change]]:
    """Return the changes until a new year, the latest one at least, and those after it."""
    years = range(max(start - 1, _year(course.settled) - 1), end + 1)
    onsets = (half.onset(year) for half in course.halves for year in years)
    changes = [*course.changes, *sorted(c for c in onsets if c.at > course.settled)]
    new_year = _seconds(start)
    past = [change for change in changes if change.wall <= new_year]
    return past, [c for c in changes if c.wall > new_year and _year(c.at) <= end]


def _in_force(course: _Course, end: int) -> tuple[Half, ...]:
    return tuple(half for half in course.halves if half.rules and _year(course.settled) < end)


def _since(course: _Course, half: Half, start: int) -> int:
    """Return the year from which all changes of one half of the rule are the rule's."""
    listed = set(course.changes)
    year = max(_year(course.settled) + 2, start)
    while year > start:
        onset = half.onset(year - 1)
        if onset.at <= course.settled and onset not in listed:
            break
        year -= 1
    return year


def _yearly(half: Half, since: int, new_year: int) -> Iterator[_Observance]:
    for month, rule in half.rules:
        for year in count(since):
            onset = half.onset(year)
            if onset.wall > new_year and (_EPOCH + timedelta(seconds=onset.wall)).month == month:
                yield _observance(onset)._replace(rule=rule)
                break


def _observance(change: Change) -> _Observance:
    return _Observance(change.wall, _summer(change), change.before.offset, change.after)


def _summer(change: Change) -> bool:
    # Some data call winter the exception (Ireland, Morocco): the later clock is summer time.
    before, after = change.before, change.after
    if before.summer != after.summer and before.offset != after.offset:
        return after.offset > before.offset
    return after.summer


def _lines(observance: _Observance) -> Iterator[str]:
    kind = "DAYLIGHT" if observance.summer else "STANDARD"
    onset = _EPOCH + timedelta(seconds=observance.wall)
    yield f"BEGIN:{kind}"
    yield f"DTSTART:{onset.isoformat().replace('-', '').replace(':', '')}"
    if observance.rule:
        yield f"RRULE:{observance.rule}"
    yield f"TZOFFSETFROM:{_offset(observance.before)}"
    yield f"TZOFFSETTO:{_offset(observance.after.offset)}"
    yield f"TZNAME:{observance.after.name}"
    yield f"END:{kind}"


def _offset(seconds: int) -> str:
    # Seconds are legal (§3.3.14) and right for the local times of before about 1920.
    east = abs(seconds)
    rest = f"{east % 60:02}" if east % 60 else ""
    return f"{'-' if seconds < 0 else '+'}{east // 3600:02}{east // 60 % 60:02}{rest}"


def _seconds(year: int) -> int:
    return (datetime(max(year, 1), 1, 1) - _EPOCH) // timedelta(seconds=1)  # noqa: DTZ001


def _year(seconds: int) -> int:
    return (_EPOCH + timedelta(seconds=max(seconds, _seconds(1)))).year
