"""Dates as people know them: a year, a season, a day, a period, or words still to be resolved."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, timedelta
from functools import lru_cache

from attrs import field, frozen

from rencontres.errors import DossierError
from rencontres.finding import Finding
from rencontres.text import Text

_POINT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
"""ISO 8601-2 (EDTF) seasons and the month each begins in: spring, summer, autumn, winter."""

_LONGEST = 40


def _month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _season(year: int, first: int) -> tuple[date, date]:
    after, last = divmod(first + 1, 12)
    return date(year, first, 1), _month(year + after, last + 1)[1]


def _point(edtf: str) -> tuple[date, date]:
    shape = _POINT.fullmatch(edtf)
    if shape is None:
        msg = f"{_shown(edtf)} is no date: write 2016, 2016-05, 2016-22 (summer), 2016-05-09"
        raise ValueError(msg)
    year, month, day = (int(part or 0) for part in shape.groups())
    try:
        if shape[2] is None:
            return date(year, 1, 1), date(year, 12, 31)
        if shape[3] is not None:
            return (exact := date(year, month, day)), exact
        return _season(year, _SEASONS[month]) if month in _SEASONS else _month(year, month)
    except ValueError:
        msg = (
            f"{edtf} is in no calendar: years are 0001 to 9999, months 01 to 12, days of the month"
        )
        raise ValueError(msg) from None


def _shown(edtf: str) -> str:
    return repr(edtf if len(edtf) <= _LONGEST else f"{edtf[:_LONGEST]}…")


@lru_cache(maxsize=4096)
def bounds(edtf: str) -> tuple[date, date]:
    """Return the first and the last day of a date in EDTF.

    Args:
        edtf: ISO 8601-2 level 0 and 1: a year, a month, a season (``2016-22``, summer, is June
            to August; ``2016-24``, winter, is December to February of the next year), a day, or
            two of them with a slash.

    Raises:
        ValueError: It is none of these, or it ends before it begins.

    >>> bounds("2016-24")
    (datetime.date(2016, 12, 1), datetime.date(2017, 2, 28))
    """
    first, slash, last = edtf.partition("/")
    if not slash:
        return _point(first)
    if not (_POINT.fullmatch(first) and _POINT.fullmatch(last)):
        msg = f"{_shown(edtf)} is no period: write 2016-10-28/2016-10-30"
        raise ValueError(msg)
    (earliest, _), (_, latest) = _point(first), _point(last)
    if latest < earliest:
        msg = f"{edtf} ends before it begins"
        raise ValueError(msg)
    return earliest, latest


def _edtf(value: str | date | None) -> str | None:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    return value  # type: ignore[return-value]


def _no_date(edtf: object, *, before: bool) -> str:
    if not isinstance(edtf, str):
        return f"a date is EDTF (2016-05-09) or a date, not {type(edtf).__name__}"
    try:
        earliest, _ = bounds(edtf)
    except ValueError as error:
        return str(error)
    return "nothing lies before the first of all days" if before and earliest == date.min else ""


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
        if reason := self._reason():
            raise DossierError(
                problems=[Finding("when.invalid", "error", "", "%(reason)s", {"reason": reason})]
            )

    def _reason(self) -> str:
        """Return why this is no date; empty if it is one."""
        if self.words is not None and not isinstance(self.words, Text):
            return f"words are a Text, not {type(self.words).__name__}"
        if type(self.before) is not bool:
            return f"before is True or False, not of type {type(self.before).__name__}"
        if self.when is not None:
            return _no_date(self.when, before=self.before)
        if self.words is None:
            return "a date needs EDTF (2016-05-09) or words"
        return "before says nothing without a date" if self.before else ""

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
    def days(self) -> tuple[date, date] | None:
        """Its first and its last day, where both are said to the day; None if it is less exact."""
        if self.when is None or self.before:
            return None
        exact = all(part.count("-") == 2 for part in self.when.split("/"))
        return bounds(self.when) if exact else None

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
