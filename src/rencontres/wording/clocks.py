"""The note on both clocks: on which one the hours of a day are, and how far another one is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache

from rencontres.wording import hours
from rencontres.wording.dates import of_place
from rencontres.wording.language import Language
from rencontres.wording.zones import at, city, label, label_beside

_NOTHING = timedelta()
_DAY = timedelta(days=1)
_HOUR = timedelta(hours=1)
_MINUTE = timedelta(minutes=1)


def _distance(here: tzinfo, there: tzinfo, instant: datetime) -> timedelta:
    first, second = instant.astimezone(here).utcoffset(), instant.astimezone(there).utcoffset()
    return (second or _NOTHING) - (first or _NOTHING)


@lru_cache(maxsize=1024)
def _distances(
    here: tzinfo, there: tzinfo, value: date
) -> tuple[timedelta, timedelta, time | None]:
    """Return the distance at the beginning and at the end of a day, and when it changes.

    The hour is the one at which the clock here has arrived when the change happens.
    """
    first = datetime.combine(value, time(), here).astimezone(UTC)
    last = datetime.combine(value + _DAY, time(), here).astimezone(UTC) - _MINUTE
    before, after = _distance(here, there, first), _distance(here, there, last)
    if before == after:
        return before, after, None
    while last - first > _MINUTE:
        middle = first + (last - first) // _MINUTE // 2 * _MINUTE
        if _distance(here, there, middle) == before:
            first = middle
        else:
            last = middle
    return before, after, (first.astimezone(here).replace(tzinfo=None) + _MINUTE).time()


def _difference(language: Language, distance: timedelta) -> str:
    clock = language.clock
    if not distance:
        return clock.same
    pattern = clock.earlier if distance < _NOTHING else clock.later
    return pattern.format(amount=hours.duration(language, abs(distance), prose=True))


def _there(language: Language, here: tzinfo, there: tzinfo, value: date) -> str:
    clock = language.clock
    before, after, changed = _distances(here, there, value)
    noon = datetime.combine(value, time(12), here).astimezone(there)
    places = {"at": at(language, noon), "zone": label_beside(language, noon)}
    difference = _difference(language, before)
    if changed is None:
        return clock.there.format(**places, difference=difference)
    then = _difference(language, after)
    same_sense = (before < _NOTHING) == (after < _NOTHING) and bool(before) and bool(after)
    if same_sense and not after % _HOUR:
        then = clock.then.format(n=abs(after) // _HOUR, difference=then)
    return clock.there_changes.format(
        **places, difference=difference, time=hours.time(language, changed), then=then
    )


def clocks(
    language: Language,
    value: date,
    home: tzinfo,
    others: Sequence[tzinfo] = (),
    place: str | None = None,
) -> str:
    """Return the sentences that tell on which clock the hours of a day are."""
    clock = language.clock
    noon = datetime.combine(value, time(12), home)
    zone, own = label(language, noon), city(language, str(home))
    if place and place != own:
        here = clock.here.format(place=of_place(language, place), zone=zone)
    else:
        here = clock.here_alone.format(place=of_place(language, own) if own else zone, zone=zone)
    there = [_there(language, home, other, value) for other in others if str(other) != str(home)]
    if not there:
        return clock.note_alone.format(here=here)
    return clock.note.format(here=here, there=clock.between.join(there))
