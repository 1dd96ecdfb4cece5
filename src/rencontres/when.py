"""Dates as people know them: a year, a season, a day, a period, or words still to be resolved."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from attrs import field, frozen

from rencontres.errors import DossierError
from rencontres.finding import Finding
from rencontres.text import Text

_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
"""ISO 8601-2 (EDTF) seasons and the month each begins in: spring, summer, autumn, winter."""


def _season(year: int, first: int) -> tuple[date, date]:
    last_year, last = (year, first + 2) if first + 2 <= 12 else (year + 1, first - 10)  # noqa: PLR2004 - months
    return date(year, first, 1), date(last_year, last, monthrange(last_year, last)[1])


def _point(edtf: str) -> tuple[date, date]:
    shape = _POINT.fullmatch(edtf)
    if shape is None:
        msg = f"{edtf!r} is no date: write 2016, 2016-05, 2016-22 (summer), 2016-05-09"
        raise ValueError(msg)
    year, month, day = (int(part) if part else None for part in shape.groups())
    assert year is not None  # noqa: S101 - the pattern has it
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is not None:
        return (exact := date(year, month, day)), exact
    if month in _SEASONS:
        return _season(year, _SEASONS[month])
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


@lru_cache(maxsize=4096)
def bounds(edtf: str) -> tuple[date, date]:
    """Return the first and the last day of a date in EDTF.

    Args:
        edtf: ISO 8601-2 level 0 and 1: a year, a month, a season (``2016-22``, summer, is June
            to August), a day, or two of them with a slash.

    Raises:
        ValueError: It is none of these, or it ends before it begins.
    """
    first, slash, last = edtf.partition("/")
    if not slash:
        return _point(first)
    (earliest, _), (_, latest) = _point(first), _point(last)
    if latest < earliest:
        msg = f"{edtf!r} ends before it begins"
        raise ValueError(msg)
    return earliest, latest


def _edtf(value: str | date | None) -> str | None:
    return value.isoformat()[:10] if isinstance(value, date) else value


@frozen
class When:
    """A date known more or less (date partielle, 不完整日期).

    Attributes:
        when: EDTF (ISO 8601-2): ``2016``, ``2016-05``, ``2016-22`` (summer: June to August),
            ``2016-05-09``, ``2016-10-28/2016-10-30``; a date is accepted. None: only words.
        before: True if the date meant lies before this period begins ("before summer").
        words: The date as it was written, where EDTF alone would lose something.

    >>> When("2016-22", before=True, words=Text(fr="avant l’été")).latest
    datetime.date(2016, 5, 31)
    """

    when: str | None = field(default=None, converter=_edtf)
    before: bool = field(default=False, kw_only=True)
    words: Text | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        """Refuse what is no date.

        Raises:
            DossierError: No EDTF and no words, EDTF that means nothing, or ``before`` nothing.
        """
        reason = ""
        if self.when is None:
            if self.words is None:
                reason = "a date needs EDTF (2016-05-09) or words"
            elif self.before:
                reason = "before says nothing without a date"
        else:
            try:
                earliest, _ = bounds(self.when)
            except ValueError as error:
                reason = str(error)
            else:
                if self.before and earliest == date.min:
                    reason = "nothing lies before the first day of all"
        if reason:
            raise DossierError(
                problems=[Finding("when.invalid", "error", "", "%(reason)s", {"reason": reason})]
            )

    @property
    def earliest(self) -> date | None:
        """The first day it may mean; None if only words, or before something."""
        return None if self.when is None or self.before else bounds(self.when)[0]

    @property
    def latest(self) -> date | None:
        """The last day it may mean: the deadline; None if only words."""
        if self.when is None:
            return None
        first, last = bounds(self.when)
        return first - timedelta(days=1) if self.before else last

    @property
    def day(self) -> date | None:
        """The one day it means; None if it is less exact than that."""
        earliest = self.earliest
        return earliest if earliest == self.latest else None

    def plain(self) -> str:
        """Return it in plain English: EDTF, or the words."""
        if self.when is None:
            return self.words.plain() if self.words else ""
        return f"before {self.when}" if self.before else self.when
