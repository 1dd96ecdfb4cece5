# ruff: noqa: N802 - names of tests begin with those of the reported cases
from __future__ import annotations

import os
import subprocess
import sys
import zoneinfo
from bisect import bisect_right
from datetime import UTC, datetime, timedelta
from io import StringIO
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from dateutil.tz import tzical
from hypothesis import given
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar

from rencontres.errors import RenderError
from rencontres.formats import moments, timezones, zonefile
from rencontres.formats.components import calendar, component, definitions, during, header
from rencontres.formats.contentline import encode, utc
from rencontres.formats.timezones import canonical, definition
from rencontres.formats.yearly import halves
from rencontres.formats.zonefile import Change, Clock

ZONES = [
    "Africa/Cairo",  # ends on a Thursday at 24:00, which may be in November
    "Africa/Casablanca",  # Ramadan, listed year by year until 2087
    "Africa/Monrovia",  # seconds until 1972
    "America/New_York",
    "America/Nuuk",  # changes at -1:00, and changed its hour in 2023
    "America/Sao_Paulo",  # no summer time since 2019
    "America/St_Johns",  # half an hour, and a minute past midnight until 2011
    "Antarctica/Troll",  # two hours
    "Asia/Gaza",  # fifty hours after a Thursday
    "Asia/Ho_Chi_Minh",
    "Asia/Jerusalem",
    "Asia/Kathmandu",  # a quarter of an hour
    "Asia/Shanghai",  # summer time from 1986 to 1991
    "Asia/Tehran",
    "Atlantic/Azores",
    "Australia/Lord_Howe",  # half an hour of summer time
    "Europe/Dublin",  # winter time is the exception
    "Europe/Lisbon",
    "Europe/London",
    "Europe/Paris",
    "Europe/Riga",
    "Indian/Reunion",
    "Pacific/Apia",  # skipped a day in 2011
    "Pacific/Kiritimati",
    "Pacific/Norfolk",
]
EPOCH = datetime(1970, 1, 1)


def clear():
    for cached in (
        zonefile.canonical,
        zonefile.history,
        zonefile._names,
        timezones._course,
        timezones._definition,
        moments._known,
    ):
        cached.cache_clear()
    ZoneInfo.clear_cache()


@pytest.fixture(params=["system", "package"])
def _database(request):
    """Both databases that Python may find: they differ in version and in how much they list."""
    clear()
    if request.param == "package":
        zoneinfo.reset_tzpath(())
    yield
    zoneinfo.reset_tzpath()
    clear()


def year(number):
    return datetime(number, 7, 1, tzinfo=UTC)


def seconds(value):
    east = int(value[1:3]) * 3600 + int(value[3:5]) * 60 + int(value[5:7] or 0)
    return -east if value[0] == "-" else east


def observances(lines):
    for text in "\n".join(lines).split("BEGIN:")[2:]:
        kind, *rows = text.split("END:")[0].split()
        yield kind, dict(row.split(":", 1) for row in rows)


def onsets(lines, until):
    """Read a definition as RFC 5545, 3.6.5 says: onsets in UTC, and what the clocks show after."""
    found = []
    for _, rows in observances(lines):
        start = datetime.strptime(rows["DTSTART"], "%Y%m%dT%H%M%S")
        walls = [start]
        if "RRULE" in rows and start < datetime(until, 1, 1):
            walls = list(
                rrulestr(rows["RRULE"], dtstart=start).between(
                    start, datetime(until, 1, 1), inc=True
                )
            )
            assert walls[0] == start, "an onset that its own rule does not give"
        before = timedelta(seconds=seconds(rows["TZOFFSETFROM"]))
        found += [(wall - before, seconds(rows["TZOFFSETTO"]), rows["TZNAME"]) for wall in walls]
    return sorted(found)


def changes(zone, first, last):
    """Find the changes of the clocks in a zone by looking at them every week."""
    weeks = (last - first) * 366 // 7
    days = [datetime(first, 1, 1, tzinfo=UTC) + timedelta(weeks=n) for n in range(weeks)]
    for early, late in pairwise(days):
        if early.astimezone(zone).utcoffset() != late.astimezone(zone).utcoffset():
            while late - early > timedelta(seconds=1):
                middle = early + (late - early) // 2
                same = middle.astimezone(zone).utcoffset() == early.astimezone(zone).utcoffset()
                early, late = (middle, late) if same else (early, middle)
            yield late.replace(microsecond=0)


def wrong(lines, zone, first, last):
    """Return the moments around changes, and far from them, at which a definition is wrong."""
    known = onsets(lines, last + 2)
    starts = [start for start, _, _ in known]
    around = [-7200, -3600, -1, 0, 1, 1800, 3599, 3600, 3601, 7200, 86400]
    probes = [
        change + timedelta(seconds=s) for change in changes(zone, first, last) for s in around
    ]
    probes += [start.replace(tzinfo=UTC) - timedelta(days=1) for start in starts]
    probes += [
        datetime(number, month, 15, tzinfo=UTC)
        for number in range(first, last)
        for month in (1, 4, 7, 10)
    ]
    for probe in probes:
        if not first <= probe.year < last:
            continue
        shown = probe.astimezone(zone)
        place = bisect_right(starts, probe.replace(tzinfo=None)) - 1
        said = known[place][1:] if place >= 0 else None
        if said != (shown.utcoffset().total_seconds(), shown.tzname()):
            yield probe, shown, said


# --- what is written -----------------------------------------------------------------------------


def test_G6_G7_a_zone_without_summer_time_has_one_observance():
    assert definition("Asia/Shanghai", year(2016), year(2016)) == (
        "BEGIN:VTIMEZONE",
        "TZID:Asia/Shanghai",
        "BEGIN:STANDARD",
        "DTSTART:19700101T000000",
        "TZOFFSETFROM:+0800",
        "TZOFFSETTO:+0800",
        "TZNAME:CST",
        "END:STANDARD",
        "END:VTIMEZONE",
    )


def test_G2_G3_G4_summer_time_is_two_rules_without_end_told_by_the_clock_before():
    assert definition("Europe/Paris", year(2026), year(2040)) == (
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Paris",
        "BEGIN:DAYLIGHT",
        "DTSTART:19700329T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "TZNAME:CEST",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:19701025T030000",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "TZNAME:CET",
        "END:STANDARD",
        "END:VTIMEZONE",
    )


def test_G6_only_what_the_dates_need_is_written():
    past = definition("Asia/Shanghai", year(1988), year(1988))
    assert sum(row == "BEGIN:DAYLIGHT" for row in past) == 4
    assert not [row for row in past if "RRULE" in row or "RDATE" in row or "UNTIL" in row]


def test_negative_summer_time_is_told_as_clients_expect():
    kinds = {
        rows["TZNAME"]: kind
        for kind, rows in observances(definition("Europe/Dublin", year(2026), year(2026)))
    }
    assert kinds == {"IST": "DAYLIGHT", "GMT": "STANDARD"}


def test_names_may_be_numbers_and_offsets_have_any_minutes():
    rows = definition("Asia/Kathmandu", year(2026), year(2026))
    assert "TZNAME:+0545" in rows
    assert "TZOFFSETTO:+0545" in rows
    assert "TZOFFSETTO:-004430" in definition("Africa/Monrovia", year(1965), year(1965))


def test_a_change_after_midnight_may_fall_into_the_next_month():
    rules = [row for row in definition("Africa/Cairo", year(2030), year(2030)) if "RRULE" in row]
    assert rules == [
        "RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=-1FR",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=FR;BYMONTHDAY=26,27,28,29,30,31",
        "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=FR;BYMONTHDAY=1",
    ]


@pytest.mark.parametrize(
    "key", ["UTC", "Etc/UTC", "GMT", "Etc/GMT", "Etc/UCT", "Zulu", "Etc/GMT+0", "Greenwich"]
)
def test_G10_UTC_has_no_definition(key):
    assert canonical(key) == "UTC"
    assert definition(key, year(2016), year(2016)) == ()


# --- what it means -------------------------------------------------------------------------------


@pytest.mark.usefixtures("_database")
@pytest.mark.parametrize("key", ZONES)
def test_G3_G4_G5_G6_right_around_each_change_from_1960_to_2045(key):
    zone = ZoneInfo(key)
    lines = definition(key, year(1960), year(2045))
    assert not list(wrong(lines, zone, 1960, 2046))


@pytest.mark.usefixtures("_database")
@pytest.mark.parametrize("key", ZONES)
@pytest.mark.parametrize(
    ("first", "last"), [(1965, 1965), (1990, 1991), (2016, 2016), (2026, 2050)]
)
def test_G4_G5_right_in_the_years_told_and_for_forty_years_after(key, first, last):
    lines = definition(key, year(first), year(last))
    assert not list(wrong(lines, ZoneInfo(key), first, last + 40))
    assert any(kind == "STANDARD" for kind, _ in observances(lines))


@pytest.mark.usefixtures("_database")
def test_every_zone_of_the_database_is_right_today():
    for key in sorted(
        {canonical(key) for key in zoneinfo.available_timezones() - {"Factory", "localtime"}}
        - {"UTC"}
    ):
        lines = definition(key, year(2026), year(2026))
        assert not list(wrong(lines, ZoneInfo(key), 2026, 2032)), key
        assert any(kind == "STANDARD" for kind, _ in observances(lines)), key


@pytest.mark.parametrize(
    "key",
    ["Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Africa/Cairo", "America/Nuuk"],
)
def test_G4_right_for_ever_where_the_rule_holds(key):
    lines = definition(key, year(2024), year(2026))
    assert not list(wrong(lines, ZoneInfo(key), 2150, 2180))


@pytest.mark.parametrize("number", [1930, 1970, 1971, 2016])
@pytest.mark.parametrize("key", ZONES)
def test_G5_nothing_begins_after_the_first_moment(key, number):
    for zone in (ZoneInfo(key), UTC, ZoneInfo("Pacific/Kiritimati"), ZoneInfo("Pacific/Niue")):
        for first in (
            datetime(number, 1, 1, tzinfo=zone),
            datetime(number, 12, 31, 23, tzinfo=zone),
        ):
            start = onsets(definition(key, first, first), number + 2)[0][0]
            assert start <= first.astimezone(UTC).replace(tzinfo=None)


def test_G8_there_is_always_a_standard_observance(monkeypatch):
    winter, summer, double = (Clock(n * 3600, bool(n), f"+{n}") for n in range(3))
    changes_ = (Change(0, winter, summer), Change(10**9, summer, double))
    course = timezones._Course(winter, changes_, (), 10**9)
    monkeypatch.setattr(timezones, "_course", lambda _key: course)
    timezones._definition.cache_clear()
    lines = definition("Europe/Paris", year(1990), year(1990))
    assert [kind for kind, _ in observances(lines)] == ["STANDARD", "DAYLIGHT"]
    timezones._definition.cache_clear()


def test_a_rule_that_was_left_and_taken_up_again_is_told_as_it_was():
    found = halves("CET-1CEST,M3.5.0,M10.5.0/3")
    listed = tuple(half.onset(number) for number in (2013, 2014) for half in found)
    left = int((datetime(2019, 6, 1) - EPOCH).total_seconds())
    course = timezones._Course(listed[0].before, listed, found, left)
    lines = ["BEGIN:VTIMEZONE"]
    for observance in timezones._observances(course, 2015, 2056):
        lines += timezones._lines(observance)
    known = onsets(lines, 2030)
    starts = [start for start, _, _ in known]
    for number, month, hours in [
        (2015, 7, 1),
        (2018, 7, 1),
        (2019, 12, 1),
        (2020, 7, 2),
        (2020, 12, 1),
        (2025, 7, 2),
    ]:
        assert known[bisect_right(starts, datetime(number, month, 1)) - 1][1] == hours * 3600


def around(key, first=1960):
    """Moments before, at and after each change until 2045, as calendars tell them."""
    zone = ZoneInfo(key)
    for change in changes(zone, first, 2046):
        for later in (-1, 0, 1800, 3600):
            yield (change + timedelta(seconds=later)).astimezone(zone)


def renamed(key, first=1960):
    """A calendar whose zone no reader knows, so that its definition must be used."""
    told = [moment for moment in around(key, first) if not moment.fold]
    pieces = [
        encode(
            component(
                "VEVENT",
                (
                    f"UID:{n}@example.org",
                    "DTSTAMP:20160101T000000Z",
                    f"X-UTC:{utc(moment)}",
                    *during(moment),
                ),
            )
        )
        for n, moment in enumerate(told)
    ]
    head = (*header("-//a//b//EN"), *definitions(told))
    unknown = f"X-{key.replace(chr(47), chr(45))}"
    return calendar(head, pieces).replace(key.encode(), unknown.encode()), len(told)


@pytest.mark.parametrize("key", sorted({*ZONES} - {"Africa/Monrovia", "Asia/Ho_Chi_Minh"}))
def test_G2_G3_two_readers_agree_when_only_the_definition_can_tell(key):
    octets, expected = renamed(key)
    events = Calendar.from_ical(octets).events
    assert len(events) == expected
    for event in events:
        assert utc(event.start) == str(event["X-UTC"])


# The third reader passes over observances without a rule, so it is asked from the rule on.
@pytest.mark.parametrize(
    ("key", "first"),
    [
        ("Africa/Cairo", 2024),
        ("America/New_York", 2008),
        ("Asia/Jerusalem", 2014),
        ("Australia/Lord_Howe", 2009),
        ("Europe/Dublin", 1997),
        ("Europe/Paris", 1997),
    ],
)
def test_G3_a_third_reader_agrees(key, first):
    octets, expected = renamed(key, first)
    events = IcsCalendarStream.calendar_from_ics(octets.decode()).events
    assert len(events) == expected
    for event in events:
        (stamp,) = [extra.value for extra in event.extras if extra.name == "x-utc"]
        assert utc(event.dtstart) == stamp


@pytest.mark.parametrize(
    "key",
    ["Europe/Paris", "Europe/London", "America/New_York", "America/St_Johns", "Antarctica/Troll"],
)
def test_G3_the_hour_after_a_change_is_right_in_dateutil_both_ways(key):
    zone = tzical(StringIO("\n".join(definition(key, year(1960), year(2045))))).get()
    for moment in around(key):
        told = moment.astimezone(UTC).astimezone(zone)
        assert told.replace(tzinfo=None, fold=0) == moment.replace(tzinfo=None, fold=0)


@given(
    st.sampled_from(ZONES),
    st.datetimes(datetime(1950, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC)),
)
def test_any_moment_is_told_in_any_zone(key, instant):
    instant = instant.replace(microsecond=0)
    local = instant.astimezone(ZoneInfo(key))
    known = onsets(definition(key, local, local), instant.year + 2)
    offset = known[
        bisect_right([start for start, _, _ in known], instant.replace(tzinfo=None)) - 1
    ][1]
    assert timedelta(seconds=offset) == local.utcoffset()


# --- names ---------------------------------------------------------------------------------------


@pytest.mark.usefixtures("_database")
@pytest.mark.parametrize(
    ("alias", "name"),
    [
        ("Asia/Chongqing", "Asia/Shanghai"),
        ("Asia/Harbin", "Asia/Shanghai"),
        ("PRC", "Asia/Shanghai"),
        ("Europe/Kiev", "Europe/Kyiv"),
        ("Asia/Saigon", "Asia/Ho_Chi_Minh"),
        ("America/Godthab", "America/Nuuk"),
        ("US/Eastern", "America/New_York"),
        ("Eire", "Europe/Dublin"),
        ("Hongkong", "Asia/Hong_Kong"),
        ("Europe/Paris", "Europe/Paris"),
        ("Europe/Amsterdam", "Europe/Amsterdam"),
        ("Europe/Monaco", "Europe/Monaco"),
        ("Asia/Phnom_Penh", "Asia/Phnom_Penh"),
        ("Etc/GMT-8", "Etc/GMT-8"),
    ],
)
def test_aliases_have_one_name_and_places_keep_theirs(alias, name):
    assert canonical(alias) == name
    if name != "UTC":
        assert f"TZID:{name}" in definition(alias, year(2016), year(2016))


@pytest.mark.usefixtures("_database")
@pytest.mark.parametrize(
    "key",
    [
        "../../etc/passwd",
        "/etc/passwd",
        "Europe",
        "Nowhere/Land",
        "",
        "CST ",
        "Europe/Paris\r\nX:1",
        "Factory",
        "localtime",
        "posix/Europe/Paris",
        "europe/paris",
        "tzdata.zi",
        "Europe/Paris/",
        "\u00e9",
        "A" * 300,
        "China Standard Time",
    ],
)
def test_other_names_are_refused_by_name(key):
    with pytest.raises(RenderError, match="no zone of the IANA database") as refusal:
        definition(key, year(2016), year(2016))
    assert len(str(refusal.value)) < 150


def test_G14_naive_moments_are_refused():
    with pytest.raises(RenderError, match="no zone themselves"):
        definition("Europe/Paris", datetime(2016, 1, 1), year(2016))


def test_without_tables_of_names_a_zone_keeps_its_own(monkeypatch):
    found = zonefile._octets
    monkeypatch.setattr(zonefile, "_octets", lambda name: iter(()) if "." in name else found(name))
    clear()
    assert canonical("Asia/Chongqing") == "Asia/Chongqing"
    assert canonical("UTC") == "UTC"
    with pytest.raises(RenderError):
        canonical("Nowhere/Land")
    clear()


def test_the_zone_of_the_machine_changes_nothing():
    script = (
        "import time; time.tzset();"
        "from datetime import datetime, UTC; from rencontres.formats.timezones import definition;"
        "y = datetime(1985, 7, 1, tzinfo=UTC);"
        "print(*definition('Europe/Paris', y, y), sep='\\n')"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", script],
            check=True,
            capture_output=True,
            env={**os.environ, "TZ": zone},
        ).stdout
        for zone in ("UTC", "Asia/Shanghai", "America/New_York")
    }
    assert len(runs) == 1
