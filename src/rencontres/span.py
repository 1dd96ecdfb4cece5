"""Moments and spans of time: always aware, always in a zone that has a name."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from typing import TypeAlias, overload
from zoneinfo import ZoneInfo, available_timezones

from attrs import field, frozen

from rencontres.errors import DossierError
from rencontres.finding import Finding

Clock: TypeAlias = tuple[datetime, str, int]
"""A moment, its zone and its fold: what two moments are compared by."""

_KEY = re.compile(r"[A-Za-z][A-Za-z0-9._+-]*(?:/[A-Za-z0-9._+-]+){0,3}")
_LONGEST = 64
_MIDNIGHT = time(0), time(0, fold=1)

_OF_THE_SYSTEM = re.compile("localtime|posixrules|Factory|(posix|right)/.*")
"""What a system keeps beside the zones: its own zone, and clocks that count leap seconds."""


@lru_cache(maxsize=512)
def zone(key: str) -> ZoneInfo:
    """Return the zone of a name of the IANA time zone database.

    Args:
        key: ``Europe/Paris``, ``UTC``.

    Raises:
        ValueError: No zone has this name. Paths, folders of the database, the zone of the
            system and names of unreasonable length are refused before anything is opened.
    """
    shown = key if len(key) <= _LONGEST else f"{key[:_LONGEST]}…"
    hint = "write an IANA name such as Asia/Tokyo"
    if len(key) <= _LONGEST and ".." not in key and not _OF_THE_SYSTEM.fullmatch(key):
        if _KEY.fullmatch(key):
            try:
                return ZoneInfo(key)
            except (ValueError, OSError, LookupError):
                pass
        hint = _hint(key) or hint
    msg = f"no time zone is called {shown!r}; {hint}"
    raise ValueError(msg)


def _hint(key: str) -> str:
    """Return what may be meant by a name that no zone has; nothing if that cannot be told."""
    from difflib import get_close_matches  # needed after a mistake alone

    known = sorted(available_timezones())
    if not known:
        return "this system has no time zone database: install the package tzdata"
    city = key.rpartition("/")[2].replace(" ", "_").lower()
    cities = {name.rpartition("/")[2].lower(): name for name in reversed(known)}
    near = get_close_matches(key, known, n=1, cutoff=0.75)
    near = [cities[city]] if city in cities else near
    return f"did you mean {near[0]}?" if near else ""


@lru_cache(maxsize=4096)
def _shown(tz: ZoneInfo, day: date) -> bool:
    """Tell whether the clocks of a zone show every hour of a day, once.

    No zone has ever moved its clocks there and back within a day.
    """
    if _known(tz) is None or not 1 < day.year < 9999:
        return False
    morning, night = _MIDNIGHT
    start = datetime.combine(day, morning, tz)
    return start.utcoffset() == datetime.combine(day + timedelta(1), night, tz).utcoffset()


def fault(moment: datetime) -> str | None:
    """Return why a moment cannot be used, or None.

    A moment needs a zone with an IANA name, and a clock time that exists there: times in the
    gap of a change of hour are refused, the second of two equal times (``fold=1``) is kept.

    Args:
        moment: Any datetime.
    """
    tz, day = moment.tzinfo, moment.date()
    if type(tz) is ZoneInfo and _shown(tz, day):
        return None
    known = None if tz is None else _known(tz)
    if known is None:
        return _nowhere(tz)
    if not 1 < day.year < 9999:
        return "the year must lie between 2 and 9998"
    wall = moment.replace(tzinfo=None)
    if moment.astimezone(UTC).astimezone(known).replace(tzinfo=None) == wall:
        return None
    hour = wall.time().isoformat("minutes")
    return f"{hour} does not exist on {wall.date()} in {known.key}: clocks go forward"


def _nowhere(tz: tzinfo | None) -> str:
    example = "zoneinfo.ZoneInfo('Asia/Tokyo')"
    if tz is None:
        return f"a moment needs a time zone: moment.replace(tzinfo={example})"
    if isinstance(tz, ZoneInfo) and (key := _key(tz)):
        return f"no time zone is called {key[:_LONGEST]!r}"
    kind = f"{type(tz).__module__}.{type(tz).__qualname__}"
    return f"a {kind} has no IANA name; write moment.astimezone({example})"


def _key(tz: ZoneInfo) -> str | None:
    """Return the name of a zone: one read from a file may have none."""
    return tz.key


def _known(tz: tzinfo) -> ZoneInfo | None:
    """Return the zone of the database that has the name of this one, or None."""
    return _named(tz) if isinstance(tz, ZoneInfo) else zone("UTC") if tz is UTC else None


@lru_cache(maxsize=512)
def _named(tz: ZoneInfo) -> ZoneInfo | None:
    key = _key(tz)
    try:
        return zone(key) if key else None
    except ValueError:
        return None


def key_of(moment: datetime) -> str:
    """Return the IANA name of a moment's zone.

    Args:
        moment: A moment without fault.
    """
    tz = moment.tzinfo
    return tz.key if isinstance(tz, ZoneInfo) and tz.key else "UTC"


def clock(moment: datetime | None) -> Clock | None:
    """Return what moments are compared by: equal datetimes may differ in zone and in fold.

    Args:
        moment: A moment without fault, or None.
    """
    # Not the moment itself: of one zone under two objects, a second of two equal times equals
    # nothing (PEP 495).
    if moment is None:
        return None
    return moment.replace(tzinfo=None), key_of(moment), moment.fold


@overload
def named(moment: datetime) -> datetime: ...
@overload
def named(moment: None) -> None: ...
def named(moment: datetime | None) -> datetime | None:
    """Return a moment in its one form: the zone of its name, and no fold that says nothing.

    ``datetime.UTC`` becomes the zone UTC, a subclass of datetime becomes a datetime.

    Args:
        moment: A moment, or None; what has a fault is returned as it is.
    """
    if not isinstance(moment, datetime) or (tz := moment.tzinfo) is None:
        return moment
    known = _known(tz)
    if known is None:
        return moment
    if known is not tz or type(moment) is not datetime:
        moment = datetime.combine(moment.date(), moment.time(), known)
    if moment.fold and moment.utcoffset() == moment.replace(fold=0).utcoffset():
        moment = moment.replace(fold=0)
    return moment


@frozen
class Span:
    """A stretch of time between two moments.

    Attributes:
        start: Aware, in a keyed IANA zone; compared by wall clock, zone and fold.
        end: Later than the start, by the clock of the world; kept in the zone of the start.
    """

    start: datetime = field(eq=clock, converter=named)
    end: datetime = field(eq=clock, converter=named)

    def __attrs_post_init__(self) -> None:
        """Refuse what is no span; put the end into the zone of the start.

        Raises:
            DossierError: A moment without a named zone, one that no clock shows, or an end
                that is not after the start; all are told at once.
        """
        problems = [
            Finding("span.moment", "error", name, "%(reason)s", {"reason": reason})
            for name, moment in (("start", self.start), ("end", self.end))
            if (reason := _reason(moment))
        ]
        if not problems and not before(self.start, self.end):
            problems.append(Finding("span.order", "error", "end", "the end is not after the start"))
        if problems:
            raise DossierError(problems=problems)
        object.__setattr__(self, "end", beside(self.start, self.end))

    @property
    def duration(self) -> timedelta:
        """The time that passes between the two, whatever clocks do meanwhile."""
        return self.end.astimezone(UTC) - self.start.astimezone(UTC)


def before(first: datetime, second: datetime) -> bool:
    """Tell whether a moment comes before another, by the clock of the world.

    Datetimes of one zone compare by their wall clocks, which is wrong around a change of hour.

    Args:
        first: A moment without fault.
        second: A moment without fault.
    """
    if first.tzinfo is second.tzinfo and first.utcoffset() == second.utcoffset():
        return first < second
    return first.astimezone(UTC) < second.astimezone(UTC)


def beside(start: datetime, end: datetime) -> datetime:
    """Return the end of something in the zone of its start.

    Args:
        start: A moment without fault.
        end: A moment without fault.
    """
    return end if end.tzinfo is start.tzinfo else named(end.astimezone(start.tzinfo))


def _reason(moment: object) -> str | None:
    if isinstance(moment, datetime):
        return fault(moment)
    return f"a datetime is needed, not {type(moment).__name__}"
