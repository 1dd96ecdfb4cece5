"""Strategies of values that stand alone: words, texts, dates, moments, tags, a host's fields."""

from __future__ import annotations

import string
from collections.abc import Sequence
from datetime import UTC, date, datetime

from hypothesis import strategies as st

from rencontres.model import Table
from rencontres.span import fault, named, zone
from rencontres.text import SAME, Text, clean
from rencontres.when import When

TAGS = ("fr", "zh-Hans", "en", "zh-Hant-TW", "ja", "vi", "pt-BR", "sr-Latn", "km", "de-1996")
"""Language tags in their canonical form."""

ZONES = (
    "Europe/Paris", "Asia/Shanghai", "UTC", "America/St_Johns", "Asia/Kathmandu", "Pacific/Apia",
    "Australia/Lord_Howe", "Africa/Casablanca", "Europe/Dublin", "Etc/GMT+5", "Asia/Tokyo",
)  # fmt: skip
"""Names of zones: with halves and quarters of hours, with and without summer time."""

_PIECES = (
    '"', "'", '"""', "'''", "\\", "\\u0041", "#", "=", "[a]", "{", "}", ",", "%s", "%(id)s", "<b>",
    "&", ";", ":", "  ", " ", "é", "e\u0301", "œ", "«\u00a0", "\u202f»", "’", "年", "𠮷", "👩‍🌾",
    "\u200f", "א", "\u0085x"[1:], "\u3000", "null", "true", "2016-10-29", "09:00", "\\", "/",
)  # fmt: skip
_LINES = ("\n", "\t", " \n", "\n\n", "\\\n", '"\n')


def _legal(words: str, *, lines: bool) -> str | None:
    try:
        return clean(words, lines=lines)
    except ValueError:
        return None


def words(*, lines: bool = False) -> st.SearchStrategy[str]:
    """Return words that a field may hold: in NFC, never blank, full of quotes and signs.

    Args:
        lines: Whether there may be several lines.
    """
    odd = st.sampled_from(_PIECES + (_LINES if lines else ()))
    pieces = st.lists(
        odd | st.text(string.ascii_letters, min_size=1, max_size=6) | st.text(max_size=3),
        min_size=1,
        max_size=5,
    )
    made = pieces.map(lambda found: _legal("".join(found), lines=lines))
    return made.filter(lambda found: found is not None).map(str)


def tags() -> st.SearchStrategy[str]:
    """Return canonical language tags."""
    return st.sampled_from(TAGS)


def texts(languages: Sequence[str] = TAGS) -> st.SearchStrategy[Text]:
    """Return texts in one or several languages, or the same in all.

    Args:
        languages: The languages they may be in.
    """
    tabled = st.dictionaries(st.sampled_from(languages), words(lines=True), min_size=1, max_size=3)
    return tabled.map(Text) | words(lines=True).map(lambda said: Text({SAME: said}))


def days() -> st.SearchStrategy[date]:
    """Return days: mostly of our time, at the edges of the calendar too."""
    near = st.dates(date(2014, 1, 1), date(2030, 12, 31))
    return near | st.sampled_from([date(1, 1, 1), date(9999, 12, 31), date(2016, 2, 29)])


@st.composite
def edtf(draw: st.DrawFn) -> str:
    """Return dates in EDTF: a year, a month, a season, a day, a period."""
    year = draw(st.integers(1900, 2100))
    points = st.sampled_from([f"{year}", f"{year}-05", f"{year}-22", f"{year}-24", f"{year}-05-09"])
    point = draw(points)
    last = draw(st.sampled_from([f"{year + 1}", f"{year + 1}-02", f"{year + 1}-02-01"]))
    return f"{point}/{last}" if draw(st.booleans()) else point


def whens(languages: Sequence[str] = TAGS) -> st.SearchStrategy[When]:
    """Return dates known more or less.

    Args:
        languages: The languages that their words may be in.
    """
    dated = st.builds(
        When,
        edtf() | days().filter(lambda day: day.year > 1),
        before=st.booleans(),
        words=st.none() | texts(languages),
    )
    return edtf().map(When) | dated | st.builds(When, words=texts(languages))


@st.composite
def moments(draw: st.DrawFn) -> datetime:
    """Return aware moments in named zones: on the minute or not, and in hours that come twice."""
    tz = zone(draw(st.sampled_from(ZONES)))
    near = st.datetimes(datetime(2015, 1, 1), datetime(2027, 1, 1))  # noqa: DTZ001 - its zone follows
    changing = st.sampled_from([datetime(2016, 10, 30, 2, 30), datetime(2016, 4, 3, 1, 45)])  # noqa: DTZ001
    far = st.datetimes(datetime(1880, 1, 1), datetime(2200, 1, 1))  # noqa: DTZ001
    naive = draw(near.map(_on_the_minute) | near.map(_on_the_minute) | changing | near | far)
    moment = named(naive.replace(tzinfo=tz, fold=draw(st.integers(0, 1))))
    return named(moment if fault(moment) is None else moment.astimezone(UTC).astimezone(tz))


def _on_the_minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)


def tables() -> st.SearchStrategy[Table]:
    """Return a host's own fields: JSON of some depth."""
    keys = st.text(string.printable.strip() + " é年", max_size=6)
    scalars = (
        st.none() | st.booleans() | st.integers(-(2**63) + 1, 2**63 - 1) | words(lines=True)
        | st.just("") | st.floats(allow_nan=False, allow_infinity=False)
    )  # fmt: skip
    inner = st.recursive(
        scalars,
        lambda below: st.lists(below, max_size=3) | st.dictionaries(keys, below, max_size=3),
        max_leaves=5,
    )
    return st.dictionaries(keys, inner, max_size=3).map(Table)
