"""Days, moments and lengths of time in the forms of iCalendar (RFC 5545 §3.3.4 to §3.3.6)."""

from __future__ import annotations

from datetime import MAXYEAR, UTC, date, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from rencontres.errors import RenderError
from rencontres.formats.zonefile import canonical

_SURE = frozenset({ZoneInfo, timezone})
_LAST_SHORT = 999
_TWO = tuple(f"{number:02}" for number in range(60))


def day(value: date) -> str:
    """Return a day as DATE.

    Args:
        value: A day; a moment is refused, since it is a day only in some zone.

    Raises:
        RenderError: The value is a moment.
    """
    if isinstance(value, datetime):
        raise RenderError(f"{value} is a moment, not a day")
    return f"{value.year:04}{_TWO[value.month]}{_TWO[value.day]}"


def instant(moment: datetime) -> datetime:
    """Return a moment in UTC, to the second, which is as far as iCalendar tells.

    Args:
        moment: An aware moment, in any zone.

    Raises:
        RenderError: The moment has no zone, or UTC has no such year.
    """
    zone = moment.tzinfo
    if type(zone) not in _SURE and moment.utcoffset() is None:
        raise RenderError(f"the moment {moment} has no zone")
    if moment.microsecond:
        moment = moment.replace(microsecond=0)
    try:
        return moment if zone is UTC else moment.astimezone(UTC)
    except OverflowError:
        raise _beyond(moment) from None


def utc(moment: datetime) -> str:
    """Return a moment as DATE-TIME in UTC (form 2), to the second.

    Args:
        moment: An aware moment, in any zone.

    Raises:
        RenderError: The moment has no zone, or UTC has no such year.
    """
    return f"{_clock(instant(moment))}Z"


def zoned(moment: datetime) -> tuple[str, str]:
    """Return a moment as the name of its zone and its local DATE-TIME (form 3).

    A time that the clocks skipped is moved on as they were. What readers disagree about is told in
    UTC: both of two equal clock times, of which the standard means the first and many readers the
    second, and local times of before the zones, seconds off; so are times of UTC itself.

    Args:
        moment: An aware moment, in a zone with an IANA name.

    Returns:
        The name for TZID and the local time; for what is told in UTC an empty name and a time
        ending in ``Z``.

    Raises:
        RenderError: The moment has no zone, or the zone has no IANA name.
    """
    zone = moment.tzinfo
    if isinstance(zone, ZoneInfo):
        key, day = _steady(zone, moment.date())
        if day:
            two = _TWO
            return key, f"{day}T{two[moment.hour]}{two[moment.minute]}{two[moment.second]}"
        key, zone = _known(zone)
        local = instant(moment).astimezone(zone)
        offset = local.replace(fold=0).utcoffset()
        if zone is not UTC and _agreed(offset, local.replace(fold=1).utcoffset()):
            return key, _clock(local)
        zone = UTC
    told = utc(moment)
    if zone is not UTC:
        raise RenderError(f"the zone {zone!s:.60} of {moment} has no IANA name")
    return "", told


def duration(value: timedelta) -> str:
    """Return a length of time as DURATION.

    Args:
        value: A length of whole seconds, positive or negative.

    Raises:
        RenderError: A fraction of a second, which has no form.
    """
    if value.microseconds:
        raise RenderError(f"a duration has whole seconds, not {value}")
    sign = "-" if value < timedelta() else ""
    days, rest = abs(value).days, abs(value).seconds
    if days and not rest and not days % 7:
        return f"{sign}P{days // 7}W"
    hours, minutes, seconds = rest // 3600, rest // 60 % 60, rest % 60
    time = f"{hours}H" if hours else ""
    if minutes or (hours and seconds):  # the grammar has no seconds right after hours
        time += f"{minutes}M"
    if seconds or not (days or rest):
        time += f"{seconds}S"
    return f"{sign}P{f'{days}D' if days else ''}{f'T{time}' if time else ''}"


@lru_cache(maxsize=512)
def _known(zone: ZoneInfo) -> tuple[str, tzinfo]:
    if zone.key is None:
        raise RenderError(f"the zone {zone!s:.60} has no IANA name")
    key = canonical(zone.key)
    if key == "UTC":
        return key, UTC
    return key, zone if key == zone.key else ZoneInfo(key)


@lru_cache(maxsize=4096)
def _steady(zone: ZoneInfo, date: date) -> tuple[str, str]:
    """Return the name of a zone and a day on which its clocks do not change, else no day."""
    key, home = _known(zone)
    midnight = datetime(date.year, date.month, date.day, tzinfo=zone)
    if home is not zone or date.year == MAXYEAR:
        return key, ""
    # Clocks that go back just after midnight repeat the end of this day.
    after = (midnight + timedelta(days=1)).replace(fold=1)
    return key, day(date) if _agreed(midnight.utcoffset(), after.utcoffset()) else ""


def _agreed(early: timedelta | None, late: timedelta | None) -> bool:
    """Tell whether two offsets are one, of whole minutes: more some readers do not know."""
    return early == late and early is not None and not early.seconds % 60


def _beyond(moment: datetime) -> RenderError:
    return RenderError(f"the moment {moment.replace(tzinfo=None)} cannot be told in UTC")


def _clock(moment: datetime) -> str:
    two, year = _TWO, moment.year
    return (
        f"{year if year > _LAST_SHORT else f'{year:04}'}{two[moment.month]}{two[moment.day]}"
        f"T{two[moment.hour]}{two[moment.minute]}{two[moment.second]}"
    )
