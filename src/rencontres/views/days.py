"""The days of a programme, the order on them, and the clocks that they are told by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import cast

from rencontres.span import key_of
from rencontres.views.slots import Day, Slot

DAY_ENDS = 4
"""The hour at which a day of the programme ends: what begins at one in the morning belongs to
the evening before."""

_OPEN = 10_000
"""What has no number comes after what has one."""


def programme_day(start: datetime) -> date:
    """Return the day of the programme that a moment belongs to.

    Args:
        start: A moment, on the clock it is told by.
    """
    return start.date() - timedelta(days=1) if start.hour < DAY_ENDS else start.date()


def in_order(slots: Iterable[Slot]) -> tuple[tuple[Day, ...], tuple[Slot, ...]]:
    """Return the days of a programme, and what has no hour yet.

    Args:
        slots: The slots, in any order.
    """
    days: dict[date, list[Slot]] = {}
    unscheduled: list[Slot] = []
    for slot in slots:
        if slot.start is None:
            unscheduled.append(slot)
        else:
            days.setdefault(programme_day(slot.start), []).append(slot)
    ordered = [
        Day(date=day, slots=tuple(sorted(held, key=_scheduled)))
        for day, held in sorted(days.items())
    ]
    return tuple(ordered), tuple(sorted(unscheduled, key=_unscheduled))


def _scheduled(slot: Slot) -> tuple[datetime, int, str]:
    number = slot.number if slot.number is not None else _OPEN
    return cast("datetime", slot.start).astimezone(UTC), number, slot.id


def _unscheduled(slot: Slot) -> tuple[date, int, str]:
    earliest = slot.when.earliest or slot.when.latest if slot.when else None
    number = slot.number if slot.number is not None else _OPEN
    return earliest or date.max, number, slot.id


def main_zone(days: Iterable[Day], candidates: Sequence[str]) -> str:
    """Return the zone that most hours of a programme are told by.

    Args:
        days: The days of the programme.
        candidates: Zones to choose among where the hours do not decide, the likeliest first.
    """
    counts = Counter(key_of(slot.start) for day in days for slot in day.slots if slot.start)
    if not counts:
        return next(iter(candidates), "UTC")
    ranks = {key: rank for rank, key in enumerate(reversed(candidates))}
    return min(counts, key=lambda key: (-counts[key], -ranks.get(key, -1), key))


def other_zones(days: Iterable[Day], zone: str, sides: Iterable[str]) -> tuple[str, ...]:
    """Return the zones of sides whose clocks show other hours than the main one.

    Args:
        days: The days of the programme; where there are none, every other zone counts.
        zone: The main zone.
        sides: The zones of the sides, in their order.
    """
    slots = [slot for day in days for slot in day.slots]
    told = {key_of(start) for slot in slots for start, _ in slot.elsewhere}
    return tuple(key for key in sides if key != zone and (key in told or not slots))
