"""Days, hours and moments as files say them: in few words where those lose nothing."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from rencontres.model import Session
from rencontres.sources.zones import Found
from rencontres.span import key_of
from rencontres.when import When

Raw: TypeAlias = dict[str, Any]


def edtf(value: str) -> date | str:
    """Return EDTF: a day as a day, everything else as a string."""
    exact = len(value) == len("2016-05-09") and "/" not in value
    return date.fromisoformat(value) if exact else value


def moment(value: datetime) -> datetime:
    """Return a moment with its offset, where the zone is known from elsewhere."""
    odd = (value.utcoffset() or timedelta()) % timedelta(minutes=1)
    return value.astimezone(UTC) if odd else value  # RFC 3339 has offsets in minutes


def stamp(value: datetime, zone: Found) -> datetime | str:
    """Return a moment of which nothing else says the zone.

    Returns:
        The moment with its offset; with its zone in brackets (RFC 9557) if that is another one.
    """
    if isinstance(zone, ZoneInfo) and zone.key == key_of(value):
        return moment(value)
    return f"{value.isoformat()}[{key_of(value)}]"


def clock(session: Session, zone: Found) -> Raw:
    """Return when a session is, in the keys of files.

    Args:
        session: A session.
        zone: The zone of its place, which need not be said again.
    """
    start, end = session.start, session.end
    if start is None:
        if (on := session.when) and on.day and on == When(on.day):
            return {"day": on.day}
        return {}
    known = isinstance(zone, ZoneInfo) and zone.key == key_of(start)
    said: Raw = {} if known else {"zone": key_of(start)}
    if (hours := _hours(start, end)) is not None:
        return {**said, "day": start.date(), "hours": hours}
    said["start"] = moment(start)
    if end is not None:
        said["end"] = moment(end)
    return said


def _hours(start: datetime, end: datetime | None) -> str | None:
    """Return hours of the clock; None if they would lose something."""
    if not _plain(start) or (end is not None and not _plain(end)):
        return None
    if end is None:
        return f"{start:%H:%M}"
    first, last = start.time(), end.time()
    days = (end.date() - start.date()).days
    if days == 1 and last == time():
        return f"{start:%H:%M}-24:00"
    if (days == 0 and last > first) or (days == 1 and last < first):
        return f"{start:%H:%M}-{end:%H:%M}"
    return None


def _plain(value: datetime) -> bool:
    return not (value.fold or value.second or value.microsecond)
