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

_VOWEL = re.compile(
    r"[aeiouàâäéèêëîïôöûüœæ]|y(?![aeiou])"
    r"|h(?:abit|ectare|eures?\b|istoi|omm|onor|ôpit|ôte|uma)"
    r"|h(?:elsinki|endaye|énin|érault|onolulu|yères)",
    re.IGNORECASE,
)
"""Before what the preposition is elided: vowels, and the h that is mute in French words and in some
names; before the h of others it is not (*de Hanoï*, *de Hambourg*, *de Hefei*)."""
_POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_SEASONS = ("spring", "summer", "autumn", "winter")


def of(language: Language, word: str) -> str:
    """Return the preposition "of" as it stands before a word; empty where there is none."""
    plain, elided = language.of
    return elided if _VOWEL.match(word) else plain


def of_place(language: Language, name: str) -> str:
    """Return a place's name with "of" before it: de Chengdu, d’Angers, du Mans."""
    for article, contracted in language.contracted:
        if name.startswith(article):
            return contracted + name.removeprefix(article)
    return of(language, name) + name


@lru_cache(maxsize=4096)
def day(language: Language, value: date, weekday: bool = False) -> str:
    """Return a day as it stands in a programme."""
    patterns = language.dates
    written = patterns.day.format(**_places(language, value))
    if not weekday:
        return written
    return patterns.weekday.format(day=written, weekday=weekdays(language)[value.weekday()])


def day_month(language: Language, value: date) -> str:
    """Return a day without its year."""
    return language.dates.day_month.format(**_places(language, value))


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
    in_a_row = last - first == timedelta(days=1)
    if first.year != last.year:
        pattern = (in_a_row and patterns.two) or patterns.period
    elif first.month != last.month:
        pattern = (in_a_row and patterns.two_same_year) or patterns.same_year
    else:
        pattern = (in_a_row and patterns.two_same_month) or patterns.same_month
    return pattern.format(**_places(language, first), **_places(language, last, "2"))


def _places(language: Language, value: date, mark: str = "") -> dict[str, str | int]:
    """Return what stands in the places of a pattern; those of a second day are marked."""
    return {
        f"d{mark}": language.dates.first if value.day == 1 else str(value.day),
        f"m{mark}": value.month,
        f"month{mark}": months(language)[value.month - 1],
        f"year{mark}": value.year,
    }


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
        since_month, until_month = (date.fromisoformat(f"{edtf}-01") for edtf in (first, last))
        places = _places(language, since_month) | _places(language, until_month, "2")
        return patterns.months.format(**places, of=of(language, str(places["month"])))
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
        return "month", patterns.month.format(**_places(language, date(year, month, 1)))
    kind = _SEASONS[month - 21]
    pattern = patterns.winter if kind == "winter" else patterns.season
    return kind, pattern.format(season=patterns.seasons[month - 21], year=year, year2=year + 1)
