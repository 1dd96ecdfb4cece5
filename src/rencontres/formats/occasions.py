"""When a session is, for what all sessions of one hour share."""

from __future__ import annotations

from datetime import datetime, tzinfo
from typing import NamedTuple

from rencontres.views import Slot
from rencontres.when import When


class Occasion(NamedTuple):
    """When a session is, by its clocks; equal moments of two zones are two occasions.

    Attributes:
        event: Of what, by id.
        when: Where there is no hour.
        start: Its beginning.
        end: Its end.
        elsewhere: The zones of the other clocks.
        clocks: The zone and the fold of both moments.
    """

    event: str
    when: When | None
    start: datetime | None
    end: datetime | None
    elsewhere: tuple[tzinfo | None, ...]
    clocks: tuple[tzinfo | int | None, ...]


def occasion(slot: Slot) -> Occasion:
    """Return when a session is.

    Args:
        slot: The session.
    """
    start, end = slot.start, slot.end
    if start is None:
        return Occasion(slot.event or "", slot.when, None, None, (), ())
    clocks: tuple[tzinfo | int | None, ...] = (start.tzinfo, start.fold)
    if end is not None:
        clocks = (*clocks, end.tzinfo, end.fold)
    elsewhere = tuple([since.tzinfo for since, _ in slot.elsewhere])
    return Occasion(slot.event or "", None, start, end, elsewhere, clocks)
