from __future__ import annotations

import struct
from datetime import UTC, datetime, timedelta
from io import BytesIO
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from rencontres.formats.yearly import halves

EPOCH = datetime(1970, 1, 1)


def zone_of(rule):
    """A zone of the standard library that follows a rule and lists nothing."""
    block = (
        struct.pack(">4sc15x6l", b"TZif", b"2", 0, 0, 0, 0, 1, 4)
        + struct.pack(">lBB", 0, 0, 0)
        + b"XXX\0"
    )
    return ZoneInfo.from_file(BytesIO(block * 2 + f"\n{rule}\n".encode()))


times = st.one_of(st.just(""), st.integers(-96, 96).map(lambda hours: f"/{hours}"))


def moving(first, last):
    days = st.tuples(st.integers(first, last), st.integers(1, 5), st.integers(0, 6))
    return days.map(lambda day: "M{}.{}.{}".format(*day))


def fixed(first, last):
    return st.integers(first, last).map(lambda day: f"J{day}")


@given(
    st.one_of(moving(2, 5), fixed(61, 150)), times, st.one_of(moving(8, 11), fixed(220, 330)), times
)
def test_any_rule_is_read_as_the_standard_library_reads_it(spring, hour, autumn, hour2):
    rule = f"AAA3<-02>,{spring}{hour},{autumn}{hour2}"
    zone = zone_of(rule)
    for half in halves(rule):
        for year in (1999, 2000, 2023, 2024):
            change = half.onset(year)
            for seconds, clock in ((-1, half.before), (0, half.after)):
                instant = EPOCH.replace(tzinfo=UTC) + timedelta(seconds=change.at + seconds)
                shown = instant.astimezone(zone)
                assert shown.utcoffset() == timedelta(seconds=clock.offset), (rule, year)
                assert shown.tzname() == clock.name


@pytest.mark.parametrize(
    ("date", "year", "day"),
    [
        ("J1", 2023, datetime(2023, 1, 1)),
        ("J59", 2024, datetime(2024, 2, 28)),
        ("J60", 2023, datetime(2023, 3, 1)),
        ("J60", 2024, datetime(2024, 3, 1)),
        ("0", 2024, datetime(2024, 1, 1)),
        ("59", 2023, datetime(2023, 3, 1)),
        ("59", 2024, datetime(2024, 2, 29)),
    ],
)
def test_days_are_counted_from_one_after_a_letter_and_from_nought_without(date, year, day):
    begin, _ = halves(f"AAA3BBB,{date}/0,J200/0")
    assert EPOCH + timedelta(seconds=begin.onset(year).wall) == day


@given(st.one_of(moving(1, 12), fixed(1, 365), st.integers(0, 365).map(str)), times)
def test_yearly_rules_give_the_same_days_and_no_others(date, hour):
    half = halves(f"AAA3BBB,{date}{hour},J200/0")
    if not half or not half[0].rules:
        return
    walls = [EPOCH + timedelta(seconds=half[0].onset(year).wall) for year in range(1999, 2030)]
    found = []
    for month, rule in half[0].rules:
        start = next(wall for wall in walls if wall.month == month)
        found += rrulestr(rule, dtstart=start).between(start, walls[-1], inc=True)
    assert sorted(found) == walls


@pytest.mark.parametrize(
    ("date", "time", "rules"),
    [
        ("M3.5.0", "", [(3, "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU")]),
        ("M3.2.0", "", [(3, "FREQ=YEARLY;BYMONTH=3;BYDAY=2SU")]),
        ("M3.5.0", "/-1", [(3, "FREQ=YEARLY;BYMONTH=3;BYDAY=SA;BYMONTHDAY=24,25,26,27,28,29,30")]),
        ("M3.4.4", "/50", [(3, "FREQ=YEARLY;BYMONTH=3;BYDAY=SA;BYMONTHDAY=24,25,26,27,28,29,30")]),
        (
            "M4.1.0",
            "/-1",
            [
                (3, "FREQ=YEARLY;BYMONTH=3;BYDAY=SA;BYMONTHDAY=31"),
                (4, "FREQ=YEARLY;BYMONTH=4;BYDAY=SA;BYMONTHDAY=1,2,3,4,5,6"),
            ],
        ),
        ("J80", "", [(3, "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=21")]),
        ("J80", "/24", [(3, "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=22")]),
        ("31", "", [(2, "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=1")]),
        ("M2.5.0", "", [(2, "FREQ=YEARLY;BYMONTH=2;BYDAY=-1SU")]),
        ("M2.5.0", "/24", []),
        ("M3.1.0", "/-1", []),
        ("J59", "/24", []),
        ("79", "", []),
    ],
)
def test_rules_have_the_simplest_form_that_says_them(date, time, rules):
    assert list(halves(f"AAA3BBB,{date}{time},M10.1.0")[0].rules) == rules


@pytest.mark.parametrize(
    "rule", ["", "CST-8", "<+03>-3", "XXX3EDT4,0/0,J365/23", "<-03>3<-02>,0/0,J365/25"]
)
def test_without_a_change_there_are_no_halves(rule):
    assert halves(rule) == ()
