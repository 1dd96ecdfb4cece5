"""Dates, hours, zones and numbers, as one language writes them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TypeAlias

from attrs import field, frozen

from rencontres.errors import DossierError, OptionsError
from rencontres.span import zone as zone_of
from rencontres.wording import clocks, dates, hours, numbers, zones
from rencontres.wording.language import TYPOGRAPHIES, Language, Typography, spaced
from rencontres.wording.languages import described, known

Elsewhere: TypeAlias = dt.datetime | dt.tzinfo | str
"""Another clock: a moment or a zone, or the IANA name of one."""


def _typography(value: Typography) -> Typography:
    if value not in TYPOGRAPHIES:
        raise OptionsError(f"there is no typography {value!r}; choose {', '.join(TYPOGRAPHIES)}")
    return value


def _tag(language: Language) -> str:
    return repr(language.tag)


@frozen
class Quantities:
    """How one language writes what can be counted and measured.

    Attributes:
        language: The language, or its tag.
        typography: Which spaces are printed: ``fine`` (U+00A0 and U+202F), ``nbsp``, ``plain``.
        style: The language with these spaces in its patterns.
    """

    language: Language = field(converter=known, repr=_tag)
    typography: Typography = field(default="fine", converter=_typography)
    style: Language = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Give the patterns their spaces, once."""
        object.__setattr__(self, "style", spaced(self.language, self.typography))

    def __reduce__(self) -> tuple[type[Quantities], tuple[Language | str, Typography]]:
        """Return what makes an equal one again: the tag alone, where that says all."""
        tag = self.language.tag
        try:
            whole = described(tag) is self.language
        except ValueError:
            whole = False
        return type(self), (tag if whole else self.language, self.typography)

    @property
    def tag(self) -> str:
        """The tag of the language, BCP 47."""
        return self.language.tag

    def day(self, value: dt.date, weekday: bool = False) -> str:
        """Return a day: *9 mai 2016*, 2016年5月9日（星期一）.

        Args:
            value: The day; of a moment, that of its own clock.
            weekday: Whether its name is told.
        """
        return dates.day(self.style, _day(value), weekday)

    def days(self, first: dt.date, last: dt.date) -> str:
        """Return a period: *du 28 au 30 octobre 2016*, *les 6 et 7 novembre 2014*.

        Args:
            first: The first day.
            last: The last day; the same for one day.

        Raises:
            DossierError: It ends before it begins.
        """
        return dates.days(self.style, _day(first), _day(last))

    def time(self, value: dt.time | dt.datetime) -> str:
        """Return a clock time in running text: *9 h*, *14 h 30*, 14:30.

        Args:
            value: The time; of a moment, that of its own clock.
        """
        naive = value.time() if isinstance(value, dt.datetime) else value.replace(tzinfo=None)
        return hours.time(self.style, naive)

    def hours(
        self,
        start: dt.time | dt.datetime,
        end: dt.time | dt.datetime | None = None,
        slot: bool = False,
        *,
        aligned: bool = False,
    ) -> str:
        """Return a period of hours: *de 9 h à 10 h 30*; as a slot *9 h 00 – 10 h 30*.

        Args:
            start: A time or a moment; moments tell by their days what lies between.
            end: None: open.
            slot: For a column of hours: minutes always shown.
            aligned: In a slot, each time right-aligned to the widest of the language, in U+0020.

        Raises:
            DossierError: The end is a moment and precedes the start.
        """
        return hours.hours(self.style, start, end, slot, aligned)

    def moment(
        self, value: dt.datetime, also: Elsewhere | Iterable[Elsewhere] | None = None
    ) -> str:
        """Return a time and its zone: *14 h 30, heure de Pékin (8 h 30, heure de Paris)*.

        Args:
            value: Aware; the difference is that of its day.
            also: Other clocks: moments, zones, or names of zones.

        Raises:
            DossierError: The moment is naive.
            ValueError: A name is that of no zone.
        """
        return zones.moment(self.style, _aware(value), _zones(also))

    def moments(
        self,
        start: dt.datetime,
        end: dt.datetime | None = None,
        also: Elsewhere | Iterable[Elsewhere] | None = None,
    ) -> str:
        """Return a slot and its zone: *16 h 00 – 17 h 30, heure de Pékin (10 h 00 – …)*.

        Args:
            start: Aware.
            end: Aware; None: open.
            also: Other clocks: moments, zones, or names of zones.

        Raises:
            DossierError: A moment is naive, or the end precedes the start.
            ValueError: A name is that of no zone.
        """
        return zones.moments(self.style, _aware(start), end and _aware(end), _zones(also))

    def zone(self, value: dt.datetime) -> str:
        """Return what a moment's zone is called: *heure de Paris*, 北京时间, or *UTC+5:45*.

        Args:
            value: Aware.

        Raises:
            DossierError: It is naive.
        """
        return zones.label(self.style, _aware(value))

    def offset(self, value: dt.datetime) -> str:
        """Return a moment's distance from UTC: *UTC+2*, *UTC−3*, *UTC+5:30*.

        Args:
            value: Aware.

        Raises:
            DossierError: It is naive.
        """
        return hours.offset(_aware(value))

    def clocks(
        self,
        value: dt.date,
        home: dt.tzinfo | str,
        others: Iterable[dt.tzinfo | str] = (),
        place: str | None = None,
    ) -> str:
        """Return the note on both clocks: *Heures de Chengdu (heure de Pékin). À Paris, …*.

        Args:
            value: The day: the difference, and its change, are that day's.
            home: The zone of the hours, or its IANA name.
            others: Those of other clocks.
            place: What the place is called, where it is not the zone's own city.

        Raises:
            ValueError: A name is that of no zone.
        """
        return clocks.clocks(self.style, _day(value), _zones(home)[0], _zones(others), place)

    def duration(self, value: dt.timedelta, prose: bool = False) -> str:
        """Return a duration: *1 h 30 min*, 1小时30分钟; in running text *1 heure 30*.

        Args:
            value: The duration; parts of a second are not shown.
            prose: For running text.
        """
        return hours.duration(self.style, value, prose)

    def number(self, value: numbers.Number) -> str:
        """Return a number in digits: *1 234 567*, 1,234,567.

        Args:
            value: The number; never a year, which has no groups.

        Raises:
            DossierError: It is no finite number.
        """
        return numbers.number(self.style, value)

    def money(self, amount: numbers.Number, currency: str) -> str:
        """Return an amount: *1 200 000 €*, 120万欧元, €1.2 million. Nothing is rounded.

        Args:
            amount: The amount.
            currency: ISO 4217.

        Raises:
            DossierError: It is no finite number, or no code of ISO 4217.
        """
        return numbers.money(self.style, amount, currency)

    def percent(self, share: numbers.Number) -> str:
        """Return a share: *12,5 %*.

        Args:
            share: The share of one: 0.125.

        Raises:
            DossierError: It is no finite number.
        """
        return numbers.percent(self.style, share)

    def ordinal(self, value: int, gender: str | None = None, plural: bool = False) -> str:
        """Return a rank: *1re*, *5es*, 第十二, *12th*.

        Args:
            value: The rank, from 1.
            gender: ``feminine``, ``masculine`` or None.
            plural: Whether several things share it: "les 5es Rencontres".

        Raises:
            DossierError: The rank is less than 1.
        """
        return numbers.ordinal(self.style, value, gender, plural)


def _day(value: dt.date) -> dt.date:
    # Moments of two zones may be equal and fall on two days.
    return value.date() if isinstance(value, dt.datetime) else value


def _aware(value: dt.datetime) -> dt.datetime:
    if value.tzinfo is None:
        raise DossierError(f"{value} needs a time zone")
    return value


def _zones(also: Elsewhere | Iterable[Elsewhere] | None) -> tuple[dt.tzinfo, ...]:
    if also is None:
        return ()
    listed = (also,) if isinstance(also, dt.datetime | dt.tzinfo | str) else also
    return tuple(_zone(value) for value in listed)


def _zone(value: Elsewhere) -> dt.tzinfo:
    if isinstance(value, str):
        return zone_of(value)
    if isinstance(value, dt.datetime):
        found = _aware(value).tzinfo
        assert found is not None  # noqa: S101 - it is aware
        return found
    return value
