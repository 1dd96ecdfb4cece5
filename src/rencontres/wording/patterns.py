"""How one language writes, as data: the patterns of dates, hours, numbers, lists and names.

Patterns are Python format strings with named places. No-break spaces are written as they are
printed in fine typography; coarser ones are made from them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeAlias

from attrs import frozen

ListKind: TypeAlias = Literal["list", "people", "organisations", "order", "sides", "clause"]
"""What is listed: anything; people; organisations of one side (or one of each); a running order;
sides, or people beside organisations; parts of one line."""

Pairs: TypeAlias = tuple[tuple[str, str], ...]


@frozen(kw_only=True, cache_hash=True)
class Point:
    """How a date of one precision stands in a sentence; ``{x}`` is the date itself.

    Attributes:
        since: As the beginning of a period.
        until: As the end of a period.
        before: As what something comes before.
    """

    since: str = "{x}"
    until: str = "{x}"
    before: str = "before {x}"


@frozen(kw_only=True, cache_hash=True)
class Dates:
    """How dates and periods are written.

    Places: ``{d}`` and ``{d2}`` day of the month, ``{m}`` and ``{m2}`` its number, ``{month}``
    and ``{month2}`` its name, ``{year}`` and ``{year2}``, ``{of}`` the preposition before the
    name of the month.

    Attributes:
        day: A day.
        first: The first of a month, as ``{d}``; a number elsewhere.
        weekday: A day (``{day}``) and its ``{weekday}``.
        day_month: A day without its year.
        month: A month.
        year: A year.
        same_month: Several days of one month.
        same_year: From one month to another.
        period: From one year to another.
        two_same_month: Two days in a row; likewise the next two. Empty: as any period.
        two_same_year: Over the end of a month.
        two: Over the end of a year.
        months: Several months of one year.
        years: Several years.
        season: A ``{season}`` of a year; ``{season}`` of a winter has two years.
        winter: The season that runs over the end of a year.
        seasons: Spring, summer, autumn, winter.
        points: By precision (day, month, year, spring …): how it stands in a sentence.
        span: A period between any two, ``{since}`` and ``{until}`` as ``points`` have them.
    """

    day: str
    first: str = "1"
    weekday: str
    day_month: str
    month: str
    year: str = "{year}"
    same_month: str
    same_year: str
    period: str
    two_same_month: str = ""
    two_same_year: str = ""
    two: str = ""
    months: str
    years: str
    season: str = "{season} {year}"
    winter: str
    seasons: tuple[str, str, str, str]
    points: tuple[tuple[str, Point], ...] = ()
    span: str


@frozen(kw_only=True, cache_hash=True)
class Clock:
    """How hours, zones, durations and the difference of two clocks are written.

    Places: ``{h}`` and ``{m}`` hour and minute, ``{start}`` and ``{end}``, ``{zone}`` the label of
    a zone, ``{city}`` the city it is called after, ``{of}`` the preposition before it.

    Attributes:
        time: A clock time in running text.
        sharp: One on the hour.
        slot: One in a column.
        width: The columns of the widest ``slot``, to align it.
        hours: A period in running text.
        from_: A beginning without an end, in running text.
        slots: A period in a column.
        spaced_slots: The same between ends that hold spaces: a date, a zone. Empty: as others.
        midnight: The hour shown for midnight as an end.
        next_day: A ``{time}`` of the next day, as an end in running text.
        dated: A ``{time}`` and its ``{date}``, as beginning or end.
        dated_hours: A period of several days between two of these.
        label: The label of a zone.
        at: In that city, at the head of a sentence.
        at_offset: In a zone that has no such city, by its offset.
        by_offset: What such a zone is called beside others.
        labels: By IANA key: labels that the pattern does not make.
        ats: By IANA key: likewise for ``at``.
        cities: By IANA key: the city that the zone is called after. Reviewed, not derived.
        zoned: A ``{time}`` and its zone.
        others: The same, with the ``{others}``.
        other: One of the others.
        glue: What stands between these.
        other_day: A ``{time}`` elsewhere that falls on another ``{day}``.
        note: The sentences on both clocks: ``{here}`` and ``{there}``.
        note_alone: The same without another clock.
        here: All hours are those of this zone, and of ``{place}``.
        here_alone: The same where the place is the zone's own city, or unknown.
        there: The ``{difference}`` to another zone (``{at}`` or ``{zone}``).
        there_changes: The same on a day on which it changes at ``{time}`` to ``{then}``.
        between: What stands between two of these.
        earlier: An ``{amount}`` behind.
        later: An ``{amount}`` ahead.
        same: No difference.
        then: The amount to which the difference changes; the number alone is enough in some.
        days: A number of days; likewise hours, minutes, seconds in a table: one, several.
        prose: The same in running text.
        and_minutes: Hours and minutes in running text.
        parts: What stands between days, hours and minutes.
    """

    time: str = "{h:02}:{m:02}"
    sharp: str = "{h:02}:00"
    slot: str = "{h:02}:{m:02}"
    width: int = 5
    hours: str = "{start}–{end}"
    from_: str = "{start}"
    slots: str = "{start}–{end}"
    spaced_slots: str = ""
    midnight: int = 24
    next_day: str = "{time}"
    dated: str = "{date}, {time}"
    dated_hours: str = "{start} – {end}"
    label: str
    at: str = "{city}"
    at_offset: str = "{zone}"
    by_offset: str = "{offset}"
    labels: Pairs = ()
    ats: Pairs = ()
    cities: Pairs = ()
    zoned: str = "{time} ({zone})"
    others: str = "{time} ({zone}; {others})"
    other: str = "{zone} {time}"
    glue: str = ", "
    other_day: str = "{day}, {time}"
    note: str = "{here} {there}"
    note_alone: str = "{here}"
    here: str
    here_alone: str
    there: str
    there_changes: str
    between: str = " "
    earlier: str
    later: str
    same: str
    then: str = "{n}"
    days: tuple[str, str]
    hour: tuple[str, str]
    minute: tuple[str, str]
    second: tuple[str, str]
    prose: tuple[tuple[str, str], ...] = ()
    and_minutes: str = ""
    parts: str = " "


@frozen(kw_only=True, cache_hash=True)
class Currency:
    """How an amount ``{n}`` of one currency is written: one, and several (empty: as one)."""

    one: str
    many: str = ""


def numeral(number: int) -> str:
    """Return a number in digits."""
    return str(number)


def ordinal(number: int, gender: str | None, plural: bool) -> str:
    """Return an ordinal as bare digits with a point."""
    del gender, plural
    return f"{number}."


@frozen(kw_only=True, cache_hash=True)
class Numbers:
    """How numbers, shares and amounts are written.

    Attributes:
        decimal: The decimal mark.
        group: What stands between groups of three digits.
        grouped: How many digits a number needs to be grouped.
        scales: Power of ten, and one or several of it: "million" or 万; the greatest first.
        scaled: The power of ten from which a round number is written with them.
        mixed: Whether a number may have two of them, as in 1亿2345万.
        of: Whether a noun needs a preposition after them.
        money_scaled: Whether amounts are written with them too.
        zero_is_one: Whether nouns are singular from 0 up to 2, as in French; else for 1 alone.
        percent: A share.
        currencies: By ISO 4217 code.
        currency: Any other currency, by its ``{code}``.
        numeral: A number as it stands in the name of a thing.
        ordinal: A rank, from its number, gender and whether it is plural.
    """

    decimal: str = "."
    group: str = ","
    grouped: int = 4
    scales: tuple[tuple[int, str, str], ...] = ()
    scaled: int = 6
    mixed: bool = False
    of: bool = False
    money_scaled: bool = True
    zero_is_one: bool = False
    percent: str = "{n}%"
    currencies: tuple[tuple[str, Currency], ...] = ()
    currency: str = "{code} {n}"
    numeral: Callable[[int], str] = numeral
    ordinal: Callable[[int, str | None, bool], str] = ordinal


@frozen(kw_only=True, cache_hash=True)
class Glue:
    """What stands between the items of a list.

    Attributes:
        two: Between two.
        middle: Between all but the last of several.
        last: Before the last.
        heavy: Between items that hold such marks themselves; empty: as others.
        heavy_two: Between two such items.
    """

    two: str
    middle: str
    last: str
    heavy: str = ""
    heavy_two: str = ""


@frozen(kw_only=True, cache_hash=True)
class People:
    """How people are named, titled and addressed.

    Places: ``{name}`` the name alone, ``{formal}`` with its honorific, ``{title}`` the office,
    ``{organisation}``, ``{family}``.

    Attributes:
        masculine: The name of a man, in formal text.
        feminine: The name of a woman.
        initial: What stands between an initial and the family name.
        capitals: Whether the family name stands in capitals.
        titled: Name and office.
        at: Office and organisation.
        foreign: A name, and an office that nobody has translated.
        dear: How letters begin, by gender: masculine, feminine, unknown.
        dear_office: How they begin to somebody in office, by gender: ``{office}``.
        offices: A pattern of the title of an office, and how a man and a woman in that office
            are addressed; empty: as the pattern matched.
    """

    masculine: str = "{name}"
    feminine: str = "{name}"
    initial: str = "\u00a0"
    capitals: bool = False
    titled: str = "{formal}, {title}"
    at: str = "{title}, {organisation}"
    foreign: str = "{formal} ({title})"
    dear: tuple[str, str, str] = ("{name},", "{name},", "{name},")
    dear_office: tuple[str, str] = ("{office},", "{office},")
    offices: tuple[tuple[str, str, str], ...] = ()
