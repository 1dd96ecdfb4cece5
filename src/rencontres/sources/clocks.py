"""When a session is: a day and hours on the clock of the place, or moments that say more."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Any, NamedTuple, TypeAlias
from zoneinfo import ZoneInfo

import attrs

from rencontres.finding import Finding, Value
from rencontres.sources import spoken
from rencontres.sources.scope import current
from rencontres.sources.words import when
from rencontres.sources.zones import UNSURE, Found, zone_key
from rencontres.span import zone
from rencontres.strict import Hook, day, problems_of, refusal, wrong
from rencontres.when import When, bounds

Raw: TypeAlias = dict[str, Any]

CLOCK = ("zone", "day", "hours")
"""Keys of sessions in files only: in Python they are the start, the end and the day."""

_KEYS = frozenset({*CLOCK, "start", "end"})
_MOMENTS = frozenset({"start", "end", "when"})
_HOURS = re.compile(r"([01]\d|2[0-3]):([0-5]\d)(?:-(?:([01]\d|2[0-3]):([0-5]\d)|24:00))?")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOMENT = re.compile(
    r"(\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)"
    r"(Z|[+-]\d{2}:\d{2}(?::\d{2})?)?(?:\[([^\]]{1,80})\])?"
)
_NO_ZONE = (
    'nothing says the zone of this: write zone = "Asia/Tokyo" (or the like) in the session, in '
    "the place of its room, or in the place of its event"
)
_BOTH = "either day and hours, or start and end: here stand both"


class Hours(NamedTuple):
    """Two hours of the clock; the end may be open, or lie on the next day."""

    start: time
    end: time | None
    days: int


@lru_cache(maxsize=4096)
def hours(words: str) -> Hours:
    """Return what ``09:00-10:30`` says; ``22:00-01:00`` ends the next day, ``19:00`` is open.

    Raises:
        Refusal: They are not of this form: with what to type, where that can be told.
    """
    shape = _HOURS.fullmatch(words)
    if shape is None:
        message = "%(found)s are no hours: write them as 09:00-10:30, or 19:00 without an end"
        if (close := spoken.hours(words)) and _HOURS.fullmatch(close):
            message = "%(found)s are no hours; write %(hint)s"
            raise refusal("hours.invalid", message, found=repr(words[:80]), hint=f'"{close}"')
        raise refusal("hours.invalid", message, found=repr(words[:80]))
    start = time(int(shape[1]), int(shape[2]))
    if len(words) == len("09:00"):
        return Hours(start, None, 0)
    if shape[3] is None:
        return Hours(start, time(), 1)
    end = time(int(shape[3]), int(shape[4]))
    if end == start:
        message = "this ends when it begins; for a whole day write start and end"
        raise refusal("hours.invalid", message)
    return Hours(start, end, int(end < start))


def settle(raw: Raw) -> list[Finding]:
    """Tell the clock of a session in fields of the model; return what is wrong with it.

    Args:
        raw: A session as raw data, which is changed: ``day`` and ``hours``, or ``start`` and
            ``end``, and a zone.
    """
    clock = _Clock(raw, [])
    if raw.get("day") is not None or raw.get("hours") is not None:
        clock.by_hours()
    elif not _KEYS.isdisjoint(raw):
        clock.by_moments()
    return clock.problems


class _Clock(NamedTuple):
    """One session as raw data, and what is wrong with its clock."""

    raw: Raw
    problems: list[Finding]

    def take(self, key: str, hook: Hook) -> Any:
        value = self.raw.pop(key, None)
        if value is None:
            return None
        try:
            return hook(value, None)
        except Exception as error:  # noqa: BLE001 - told as problems
            self.problems.extend(problems_of(error, key))
            return None

    def wrong(self, key: str, code: str, message: str) -> None:
        self.problems.extend(refusal(code, message, key).problems)

    def zone(self) -> Found:
        if self.raw.get("zone") is not None:
            key = self.take("zone", zone_key)
            return zone(key) if key else UNSURE
        self.raw.pop("zone", None)
        return current().zones.of(self.raw)

    def by_hours(self) -> None:
        raw = self.raw
        for key in () if _MOMENTS.isdisjoint(raw) else ("start", "end", "when"):
            if raw.get(key) is not None:
                self.wrong(key, "session.both", _BOTH)
        dated, timed = raw.get("day") is not None, raw.get("hours") is not None
        on, at, tz = self.take("day", _day), self.take("hours", _hours), self.zone()
        start = end = None
        if not timed:
            raw["when"] = When(on) if on else raw.get("when")
        elif not dated:
            self.wrong("hours", "hours.dayless", "these hours need a day: write day = 2016-10-29")
        elif on and not 1 < on.year < 9999:
            self.wrong("day", "day.far", "the year must lie between 2 and 9998")
        elif tz is None:
            self.wrong("hours", "zone.missing", _NO_ZONE)
        elif on and at and isinstance(tz, ZoneInfo):
            start = datetime.combine(on, at.start, tz)
            if at.end is not None:
                end = datetime.combine(on + timedelta(at.days) if at.days else on, at.end, tz)
        raw["start"], raw["end"] = start, end

    def by_moments(self) -> None:
        for key in ("day", "hours"):
            self.raw.pop(key, None)
        own, tz = self.raw.get("zone") is not None, self.zone()

        def placed(value: object, _: object) -> datetime | None:
            return moment(value, tz, own=own)

        wrong = self.raw.get("start") is not None
        start, end = self.take("start", placed), self.take("end", placed)
        if start is not None or not wrong:
            self.raw["start"], self.raw["end"] = start, end


def _day(value: object, _: object = None) -> date:
    return _written_day(value) if type(value) is str else day(value)


@lru_cache(maxsize=4096)
def _written_day(words: str) -> date:
    if _ISO.fullmatch(words):
        return day(words)
    close = spoken.day(words) or words
    if _ISO.fullmatch(close):
        raise wrong(words, "a date such as 2016-05-09", close)
    try:
        bounds(close)
    except ValueError:
        raise wrong(words, "a date such as 2016-05-09") from None
    message = "%(found)s is not one day; without hours yet, write when = %(hint)s"
    raise refusal("date.invalid", message, found=repr(words), hint=f'"{close}"')


def _hours(value: object, _: object = None) -> Hours:
    if type(value) is str:
        return hours(value)
    hint = f'"{value:%H:%M}"' if isinstance(value, time | datetime) else ""
    raise wrong(value, 'hours such as "09:00-10:30"', hint)


def _read(value: object) -> datetime:
    """Return a moment as it is written: local, with an offset, or with a zone (RFC 9557)."""
    if isinstance(value, datetime):
        return value
    if not isinstance(value, str):
        raise wrong(value, "a moment such as 2016-10-29T09:00:00+08:00")
    shape = _MOMENT.fullmatch(value)
    if shape is None:
        raise wrong(value, "a moment such as 2016-10-29T09:00:00+08:00", spoken.moment(value) or "")
    try:
        read = datetime.fromisoformat(shape[1] + (shape[2] or "").replace("Z", "+00:00"))
    except ValueError as error:
        raise refusal("moment.invalid", "%(reason)s", reason=f"{value!r}: {error}") from None
    return _placed(read, zone(zone_key(shape[3]))) if shape[3] else read


def moment(value: object, tz: Found, *, own: bool = False) -> datetime | None:
    """Return a moment on the clocks of a zone.

    Args:
        value: A datetime, or RFC 3339 in a string, also with a zone in brackets (RFC 9557);
            without an offset it is the clock of the zone.
        tz: The zone; None: nothing says it; unsure: something else is wrong, and no moment can
            be told.
        own: Whether the zone is the session's own, and not that of its place.

    Raises:
        Refusal: It is no moment, its offset is none of the zone then, or there is no zone.
    """
    read = _read(value)
    if isinstance(read.tzinfo, ZoneInfo) and not own:
        return read
    if tz is None:
        raise refusal("zone.missing", _NO_ZONE)
    return _placed(read, tz) if isinstance(tz, ZoneInfo) else None


def _placed(read: datetime, tz: ZoneInfo) -> datetime:
    if read.tzinfo is None:
        return read.replace(tzinfo=tz)
    if not 1 < read.year < 9999:
        raise refusal("moment.invalid", "the year must lie between 2 and 9998")
    there, offset = read.astimezone(tz), read.utcoffset()
    if offset and not isinstance(read.tzinfo, ZoneInfo) and offset != there.utcoffset():
        message = "%(zone)s is not at %(offset)s then; the clock there shows %(hint)s"
        values = {"zone": str(tz), "offset": f"{read:%z}"[:3] + ":" + f"{read:%z}"[3:]}
        raise refusal("moment.offset", message, hint=there.isoformat(), **values)
    return there


def coming(value: object, _: object = None, /, *, event: object) -> datetime | When:
    """Return when somebody arrives or leaves: a moment on the clocks of an event, or a day.

    Args:
        value: A day or EDTF, or a moment.
        event: The id of the event, or None.
    """
    if isinstance(value, datetime) or (isinstance(value, str) and _MOMENT.fullmatch(value)):
        there = moment(value, current().zones.of({"event": event}))
        return there or When("0001")
    return when(value)


def stamp(value: object, _: object = None) -> datetime:
    """Take a moment that stands by itself: with a zone, or with an offset from UTC."""
    read = _read(value)
    if read.tzinfo is None:
        raise wrong(value, "a moment with its offset", f"{read.isoformat()}Z")
    return read if isinstance(read.tzinfo, ZoneInfo) else _placed(read.astimezone(UTC), zone("UTC"))


def relocated(problems: Iterable[Finding], raw: Raw, told: Raw) -> Iterator[Finding]:
    """Yield the problems of a session where its file says what they are about.

    Args:
        problems: Problems with the places of the model: ``start``, ``end``, ``when``.
        raw: The session as raw data.
        told: The same, settled.
    """
    seen: set[tuple[str, str]] = set()
    for problem in problems:
        at = problem.where
        if problem.code == "session.end" and (raw.get("start") or raw.get("hours")):
            continue  # the start is there, and is wrong
        told_in = "hours" if at in ("start", "end") else "day" if at == "when" else ""
        if told_in and raw.get(at) is None and raw.get(told_in) is not None:
            at = told_in
        if (problem.code, at) not in seen:
            seen.add((problem.code, at))
            skipped = problem.code == "moment.invalid" and _skipped(told.get(problem.where))
            yield attrs.evolve(skipped or problem, where=at)


def _skipped(at: object) -> Finding | None:
    """Return the problem of an hour that clocks skip, with those that they show instead."""
    if not isinstance(at, datetime) or not isinstance(at.tzinfo, ZoneInfo):
        return None
    earlier, later = (
        at.replace(fold=fold).astimezone(UTC).astimezone(at.tzinfo) for fold in (1, 0)
    )
    if earlier.replace(tzinfo=None) == at.replace(tzinfo=None):
        return None
    near = [
        f"{each:%H:%M}" if each.date() == at.date() else f"{each:%Y-%m-%d %H:%M}"
        for each in (earlier, later)
    ]
    message = (
        "%(hour)s does not exist on %(day)s in %(zone)s, where clocks go forward: write "
        "%(earlier)s or %(later)s"
    )
    values: dict[str, Value] = {
        "hour": f"{at:%H:%M}",
        "day": at.date(),
        "zone": at.tzinfo.key,
        "earlier": near[0],
        "later": near[1],
    }
    return Finding("moment.skipped", "error", "", message, values)
