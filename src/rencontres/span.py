"""Moments and spans of time: always aware, always in a zone that has a name."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import TypeAlias
from zoneinfo import ZoneInfo

from attrs import field, frozen

from rencontres.errors import DossierError
from rencontres.finding import Finding

Clock: TypeAlias = tuple[datetime, str, int]
"""A wall clock, its zone and its fold: what two moments are compared by."""

_KEY = re.compile(r"[A-Za-z][A-Za-z0-9._+-]*(?:/[A-Za-z0-9._+-]+){0,3}")
_LONGEST = 64


@lru_cache(maxsize=512)
def zone(key: str) -> ZoneInfo:
    """Return the zone of a name of the IANA time zone database.

    Args:
        key: ``Europe/Paris``, ``UTC``.

    Raises:
        ValueError: No zone has this name. Paths, folders of the database and names of
            unreasonable length are refused before anything is opened.
    """
    shown = key if len(key) <= _LONGEST else f"{key[:_LONGEST]}…"
    msg = f"no time zone is called {shown!r}; write an IANA name such as Asia/Tokyo"
    if len(key) > _LONGEST or ".." in key or not _KEY.fullmatch(key):
        raise ValueError(msg)
    try:
        return ZoneInfo(key)
    except (ValueError, OSError, KeyError, LookupError):
        raise ValueError(msg) from None


def fault(moment: datetime) -> str | None:
    """Return why a moment cannot be used, or None.

    A moment needs a zone with an IANA name, and a clock time that exists there: times in the
    gap of a change of hour are refused, the second of two equal times (``fold=1``) is kept.

    Args:
        moment: Any datetime.
    """
    tz = moment.tzinfo
    if tz is None:
        return "a moment needs a time zone"
    if not isinstance(tz, ZoneInfo) or tz.key is None:
        if tz is UTC:
            return None
        return "the time zone needs an IANA name, such as zoneinfo.ZoneInfo('Asia/Tokyo')"
    if not 1 < moment.year < 9999:  # noqa: PLR2004 - conversions need a day on either side
        return "the year must lie between 2 and 9998"
    if moment.astimezone(UTC).astimezone(tz).replace(tzinfo=None) != moment.replace(tzinfo=None):
        return f"{moment:%H:%M} does not exist on {moment:%Y-%m-%d} in {tz.key}: clocks go forward"
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
    if moment is None:
        return None
    return moment.replace(tzinfo=None, fold=0), key_of(moment), moment.fold


def named(moment: datetime | None) -> datetime | None:
    """Return a moment whose zone is a named one: ``datetime.UTC`` becomes the zone UTC.

    A fold that distinguishes nothing is dropped, so that one moment has one form.

    Args:
        moment: A moment, or None; a faulty one is returned as it is.
    """
    if moment is None or moment.tzinfo is None:
        return moment
    if moment.tzinfo is UTC:
        moment = moment.replace(tzinfo=zone("UTC"))
    if moment.fold and moment.utcoffset() == moment.replace(fold=0).utcoffset():
        moment = moment.replace(fold=0)
    return moment


@frozen
class Span:
    """A stretch of time between two moments.

    Attributes:
        start: Aware, in a keyed IANA zone; compared by wall clock, zone and fold.
        end: Later than the start, by the clock of the world.
    """

    start: datetime = field(eq=clock, converter=named)
    end: datetime = field(eq=clock, converter=named)

    def __attrs_post_init__(self) -> None:
        """Refuse what is no span.

        Raises:
            DossierError: A moment without a named zone, one that no clock shows, or an end
                that is not after the start; all are told at once.
        """
        faults = [(name, fault(moment)) for name, moment in (("start", self.start), ("end", self.end))]
        problems = [
            Finding("span.moment", "error", name, "%(reason)s", {"reason": reason})
            for name, reason in faults
            if reason
        ]
        if not problems and not before(self.start, self.end):
            problems.append(Finding("span.order", "error", "end", "the end is not after the start"))
        if problems:
            raise DossierError(problems=problems)

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
    return first.astimezone(UTC) < second.astimezone(UTC)
