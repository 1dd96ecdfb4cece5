"""Zones as people call them, and moments on several clocks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo
from functools import lru_cache

from rencontres.span import clock, key_of
from rencontres.wording import hours
from rencontres.wording.dates import day_month, of
from rencontres.wording.hours import offset
from rencontres.wording.language import Language

ALIASES = {
    # Names that the IANA database keeps for older data, and the one that is called by its city.
    "America/Buenos_Aires": "America/Argentina/Buenos_Aires", "Asia/Calcutta": "Asia/Kolkata",
    "Asia/Chongqing": "Asia/Shanghai", "Asia/Chungking": "Asia/Shanghai",
    "Asia/Harbin": "Asia/Shanghai", "Asia/Kashgar": "Asia/Urumqi", "Asia/Macao": "Asia/Macau",
    "Asia/Saigon": "Asia/Ho_Chi_Minh", "Asia/Tel_Aviv": "Asia/Jerusalem",
    "Asia/Ulan_Bator": "Asia/Ulaanbaatar", "Europe/Kiev": "Europe/Kyiv", "GB": "Europe/London",
    "Hongkong": "Asia/Hong_Kong", "Japan": "Asia/Tokyo", "NZ": "Pacific/Auckland",
    "PRC": "Asia/Shanghai", "ROC": "Asia/Taipei", "ROK": "Asia/Seoul",
    "Singapore": "Asia/Singapore", "Turkey": "Europe/Istanbul",
}  # fmt: skip


@lru_cache(maxsize=1024)
def city(language: Language, key: str) -> str:
    """Return the city that people call a zone after; empty where none has been reviewed."""
    return dict(language.clock.cities).get(ALIASES.get(key, key), "")


@lru_cache(maxsize=1024)
def _label(language: Language, key: str) -> str:
    style = language.clock
    if made := dict(style.labels).get(ALIASES.get(key, key)):
        return made
    named = city(language, key)
    return style.label.format(city=named, of=of(language, named)) if named else ""


def label(language: Language, moment: datetime) -> str:
    """Return what the zone of a moment is called: heure de Paris, 北京时间.

    Only reviewed names are used; a zone without one is told by its distance from UTC.
    """
    return _label(language, key_of(moment)) or offset(moment)


def label_beside(language: Language, moment: datetime) -> str:
    """Return what the zone of a moment is called where several are told."""
    named = _label(language, key_of(moment))
    return named or language.clock.by_offset.format(offset=offset(moment))


def at(language: Language, moment: datetime) -> str:
    """Return where a moment's zone is, at the head of a sentence: À Paris."""
    style, key = language.clock, key_of(moment)
    if made := dict(style.ats).get(ALIASES.get(key, key)):
        return made
    if named := city(language, key):
        return style.at.format(city=named)
    return style.at_offset.format(zone=offset(moment))


def moment(language: Language, value: datetime, also: Sequence[tzinfo] = ()) -> str:
    """Return a clock time with its zone, and the time on other clocks."""
    others = [
        _elsewhere(language, value, there, hours.time(language, there.time()))
        for there in _others(value, also)
    ]
    return _zoned(language, value, hours.time(language, value.time()), others)


def moments(
    language: Language, start: datetime, end: datetime | None, also: Sequence[tzinfo] = ()
) -> str:
    """Return a period of hours, as in a column, with its zone, and the hours on other clocks."""
    # Equal moments may be told differently: zones and folds are a part of the key.
    return _moments(language, start, end, tuple(also), clock(start), clock(end))


@lru_cache(maxsize=4096)
def _moments(
    language: Language,
    start: datetime,
    end: datetime | None,
    also: tuple[tzinfo, ...],
    *_: object,
) -> str:
    others: list[str] = []
    for there in _others(start, also):
        last = end and end.astimezone(there.tzinfo)
        written = hours.hours(language, there, last, in_slot=True)
        others.append(_elsewhere(language, start, there, written))
    return _zoned(language, start, hours.hours(language, start, end, in_slot=True), others)


def _others(value: datetime, also: Sequence[tzinfo]) -> list[datetime]:
    known = {key_of(value)}
    found = []
    for zone in also:
        there = value.astimezone(zone)
        if key_of(there) not in known:
            known.add(key_of(there))
            found.append(there)
    return found


def _zoned(language: Language, value: datetime, time: str, others: Sequence[str]) -> str:
    style, zone = language.clock, label(language, value)
    if not others:
        return style.zoned.format(time=time, zone=zone)
    return style.others.format(time=time, zone=zone, others=style.glue.join(others))


def _elsewhere(language: Language, here: datetime, there: datetime, time: str) -> str:
    style = language.clock
    if there.date() != here.date():
        time = style.other_day.format(day=day_month(language, there.date()), time=time)
    return style.other.format(time=time, zone=label_beside(language, there))
