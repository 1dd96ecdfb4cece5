"""The rule at the end of a zone's data (POSIX TZ, RFC 8536 §3.3), as yearly rules of iCalendar."""

from __future__ import annotations

import re
from calendar import isleap, monthrange
from datetime import date, timedelta
from typing import NamedTuple

from rencontres.formats.zonefile import Change, Clock

_NAME = r"(?:<([A-Za-z0-9+-]+)>|([A-Za-z]+))"
_TIME = r"([+-]?[0-9]+(?::[0-9]+){0,2})"
_DATE = rf"(M[0-9.]+|J?[0-9]+)(?:/{_TIME})?"
_FOOTER = re.compile(rf"{_NAME}{_TIME}{_NAME}{_TIME}?,{_DATE},{_DATE}")
_DAYS = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")
_EPOCH = date(1970, 1, 1)
_FEBRUARY = 2
_LAST = 5
_LEAP_DAY = 60
_DAY = 86400


class Half(NamedTuple):
    """One of the two changes of a year.

    Attributes:
        date: ``M3.5.0``, ``J60`` or ``59``, as POSIX writes it.
        time: Seconds after midnight on the clocks about to change; may leave the day.
        before: What the clocks show before.
        after: What they show after.
    """

    date: str
    time: int
    before: Clock
    after: Clock

    def onset(self, year: int) -> Change:
        """Return the change of one year.

        Args:
            year: The year that the rule is read for.
        """
        days = (_date(self.date, year) - _EPOCH).days
        return Change(days * _DAY + self.time - self.before.offset, self.before, self.after)

    @property
    def rules(self) -> tuple[tuple[int, str], ...]:
        """The rules (RFC 5545 §3.3.10) that give this change, each with its month.

        More than one where the day may fall into either of two months; none where no yearly
        rule says it: around the end of February.
        """
        shift = self.time // _DAY
        days = _fixed(self.date, shift) if self.date[0] != "M" else _moving(self.date, shift)
        return tuple((month, f"FREQ=YEARLY;BYMONTH={month};{by}") for month, by in days)


def halves(rule: str) -> tuple[Half, ...]:
    """Return the two changes of every year that a rule says, or none without summer time.

    Args:
        rule: A rule such as ``CET-1CEST,M3.5.0,M10.5.0/3``.
    """
    found = _FOOTER.fullmatch(rule)
    if found is None:
        return ()
    angle, bare, west, angle2, bare2, west2, spring, hour, autumn, hour2 = found.groups()
    standard = Clock(-_time(west), summer=False, name=angle or bare)
    offset = -_time(west2) if west2 else standard.offset + 3600
    summer = Clock(offset, summer=True, name=angle2 or bare2)
    begin = Half(spring, _time(hour or "2"), standard, summer)
    end = Half(autumn, _time(hour2 or "2"), summer, standard)
    # Summer time that ends where the next begins is how POSIX writes one that never ends.
    if any(end.onset(year).at >= begin.onset(year + 1).at for year in (2001, 2004)):
        return ()
    return begin, end


def _date(rule: str, year: int) -> date:
    if rule[0] == "M":
        month, week, weekday = map(int, rule[1:].split("."))
        first = date(year, month, 1)
        day = 1 + (weekday - first.isoweekday()) % 7 + 7 * (week - 1)
        return first + timedelta(days=(day if day <= monthrange(year, month)[1] else day - 7) - 1)
    if rule[0] == "J":
        day = int(rule[1:])
        return date(year, 1, 1) + timedelta(days=day - 1 + (isleap(year) and day >= _LEAP_DAY))
    return date(year, 1, 1) + timedelta(days=int(rule))


def _moving(rule: str, shift: int) -> list[tuple[int, str]]:
    month, week, weekday = map(int, rule[1:].split("."))
    name = _DAYS[(weekday + shift) % 7]
    if not shift:
        return [(month, f"BYDAY={-1 if week == _LAST else week}{name}")]
    size = monthrange(2001, month)[1]
    last = (size if week == _LAST else 7 * week) + shift
    if month == _FEBRUARY and (week == _LAST or last > size):
        return []
    days: dict[int, list[int]] = {}
    for day in range(last - 6, last + 1):
        place = date(2001, month, 1) + timedelta(days=day - 1)
        days.setdefault(place.month, []).append(place.day)
    if (_FEBRUARY in days and month != _FEBRUARY) or {1, 12} <= days.keys():
        return []
    return [
        (place, f"BYDAY={name};BYMONTHDAY={','.join(map(str, numbers))}")
        for place, numbers in sorted(days.items())
    ]


def _fixed(rule: str, shift: int) -> list[tuple[int, str]]:
    number = int(rule[1:]) if rule[0] == "J" else int(rule) + 1
    day = date(2001, 1, 1) + timedelta(days=number - 1)
    shifted = day + timedelta(days=shift)
    counted = rule[0] != "J" and number >= _LEAP_DAY
    if counted or (shifted.year, shifted.month) != (day.year, day.month):
        return []
    return [(shifted.month, f"BYMONTHDAY={shifted.day}")]


def _time(text: str) -> int:
    parts = [*map(int, text.lstrip("+-").split(":")), 0, 0][:3]
    seconds = parts[0] * 3600 + parts[1] * 60 + parts[2]
    return -seconds if text[0] == "-" else seconds
