"""Days, periods, and dates known more or less."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from rencontres.errors import DossierError
from rencontres.when import When
from rencontres.wording.language import Language
from rencontres.wording.names import months, weekdays
from rencontres.wording.patterns import Point

_VOWEL = re.compile(r"[aeiouàâäéèêëîïôöûüœæ]|y(?![aeiou])", re.IGNORECASE)
_POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_SEASONS = ("spring", "summer", "autumn", "winter")


def of(language: Language, word: str) -> str:
    """Return the preposition "of" as it stands before a word; empty where there is none.

    A vowel takes the elided form, and so does y before a consonant; h does not, since that is
    right for every foreign name (Hanoï, Hambourg).

    Args:
        language: Whose preposition.
        word: What follows.
    """
    plain, elided = language.of
    return elided if _VOWEL.match(word) else plain


def of_place(language: Language, name: str) -> str:
    """Return a place's name with "of" before it: de Chengdu, d’Angers, du Mans.

    Args:
        language: Whose preposition.
        name: The name, perhaps with its article.
    """
    for article, contracted in language.contracted:
        if name.startswith(article):
            return contracted + name.removeprefix(article)
    return of(language, name) + name


@lru_cache(maxsize=4096)
def day(language: Language, value: date, weekday: bool = False) -> str:
    """Return a day as it stands in a programme."""
    patterns = language.dates
    written = patterns.day.format(
        d=_number(language, value),
        m=value.month,
        month=months(language)[value.month - 1],
        year=value.year,
    )
    if not weekday:
        return written
    return patterns.weekday.format(day=written, weekday=weekdays(language)[value.weekday()])


def day_month(language: Language, value: date) -> str:
    """Return a day without its year."""
    return language.dates.day_month.format(
        d=_number(language, value), m=value.month, month=months(language)[value.month - 1]
    )


@lru_cache(maxsize=1024)
def days(language: Language, first: date, last: date) -> str:
    """Return a period of days, from the first to the last.

    Raises:
        DossierError: It ends before it begins.
    """
    if last < first:
        raise DossierError(f"a period cannot begin on {first} and end on {last}")
    if first == last:
        return day(language, first)
    patterns = language.dates
    names = months(language)
    in_a_row = last - first == timedelta(days=1)
    if first.year != last.year:
        pattern = (in_a_row and patterns.two) or patterns.period
    elif first.month != last.month:
        pattern = (in_a_row and patterns.two_same_year) or patterns.same_year
    else:
        pattern = (in_a_row and patterns.two_same_month) or patterns.same_month
    return pattern.format(
        d=_number(language, first),
        m=first.month,
        month=names[first.month - 1],
        year=first.year,
        d2=_number(language, last),
        m2=last.month,
        month2=names[last.month - 1],
        year2=last.year,
    )


def _number(language: Language, value: date) -> str:
    return language.dates.first if value.day == 1 else str(value.day)


@lru_cache(maxsize=1024)
def when(language: Language, value: When) -> str | None:
    """Return a date known more or less; None if it is words alone."""
    if value.when is None:
        return None
    first, _, last = value.when.partition("/")
    if value.before:
        kind, written = _point(language, first)
        return _stand(language, kind).before.format(x=written, of=of(language, written))
    if not last or first == last:
        return _point(language, first)[1]
    return _period(language, first, last)


def _period(language: Language, first: str, last: str) -> str:
    patterns = language.dates
    kind, since = _point(language, first)
    kind2, until = _point(language, last)
    if kind == kind2 == "day":
        return days(language, date.fromisoformat(first), date.fromisoformat(last))
    year, year2 = first[:4].lstrip("0"), last[:4].lstrip("0")
    if kind == kind2 == "year":
        return patterns.years.format(year=year, year2=year2)
    if kind == kind2 == "month" and year == year2:
        m, m2 = int(first[5:]), int(last[5:])
        month, month2 = months(language)[m - 1], months(language)[m2 - 1]
        return patterns.months.format(
            m=m, month=month, of=of(language, month), m2=m2, month2=month2, year=year
        )
    return patterns.span.format(
        since=_stand(language, kind).since.format(x=since, of=of(language, since)),
        until=_stand(language, kind2).until.format(x=until, of=of(language, until)),
    )


def _stand(language: Language, kind: str) -> Point:
    return dict(language.dates.points).get(kind) or Point()


def _point(language: Language, edtf: str) -> tuple[str, str]:
    """Return of which precision a date is, and the date."""
    shape = _POINT.fullmatch(edtf)
    assert shape is not None  # noqa: S101 - When has checked it
    patterns = language.dates
    year, month = int(shape[1]), int(shape[2] or 0)
    if shape[3]:
        return "day", day(language, date(year, month, int(shape[3])))
    if not month:
        return "year", patterns.year.format(year=year)
    if month <= 12:
        name = months(language)[month - 1]
        return "month", patterns.month.format(m=month, month=name, year=year)
    kind = _SEASONS[month - 21]
    pattern = patterns.winter if kind == "winter" else patterns.season
    return kind, pattern.format(season=patterns.seasons[month - 21], year=year, year2=year + 1)
