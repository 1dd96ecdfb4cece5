# ruff: noqa: N802 - names of tests begin with those of the reported cases
from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar

from rencontres.errors import RenderError
from rencontres.formats.components import (
    alarm,
    all_day,
    calendar,
    component,
    definitions,
    during,
    header,
    moment,
    tagged,
    words,
)
from rencontres.formats.contentline import choice, encode, line, number, text, uri, utc

PARIS = ZoneInfo("Europe/Paris")
SHANGHAI = ZoneInfo("Asia/Shanghai")
PRODUCT = "-//rencontres//rencontres//FR"
PLENARY = Path(__file__).parent / "plenary"
START = datetime(2016, 10, 29, 16, tzinfo=SHANGHAI)
END = datetime(2016, 10, 29, 17, 30, tzinfo=SHANGHAI)


def told(name):
    """Return the texts of a published calendar: what stands in it, without its escapes."""
    (event,) = Calendar.from_ical((PLENARY / f"{name}.ics").read_bytes()).events
    return {key: str(event[key]) for key in ("SUMMARY", "LOCATION", "DESCRIPTION", "URL")}


@pytest.mark.parametrize(
    ("name", "title", "language"),
    [
        ("fr", "Rencontres de Chengdu", "fr"),
        ("zh-Hans", "成都中法论坛", "zh-Hans"),
        ("fr+zh-Hans", "Rencontres de Chengdu / 成都中法论坛", ""),
    ],
)
def test_the_published_calendars_are_written_octet_by_octet(name, title, language):
    said = told(name)
    revised = datetime(2016, 10, 20, 10, tzinfo=UTC)
    event = component(
        "VEVENT",
        (
            line("UID", text("session.pleniere-1@rencontres.example.org")),
            line("DTSTAMP", utc(revised)),
            line("CREATED", utc(datetime(2016, 9, 15, 8, tzinfo=UTC))),
            line("LAST-MODIFIED", utc(revised)),
            line("SEQUENCE", number("SEQUENCE", 2)),
            *during(START, END),
            *(
                line(key, text(said[key]), tagged(language))
                for key in ("SUMMARY", "LOCATION", "DESCRIPTION")
            ),
            line("STATUS", choice("VEVENT", "STATUS", "CONFIRMED")),
            line("TRANSP", choice("VEVENT", "TRANSP", "OPAQUE")),
            line("URL", uri(said["URL"])),
        ),
    )
    head = header(PRODUCT, name=title, language=language, zone="Asia/Shanghai")
    octets = calendar((*head, *definitions((START, END))), [encode(event)])
    assert octets == (PLENARY / f"{name}.ics").read_bytes()


def test_N2_a_calendar_says_what_it_is_and_N1_may_be_empty():
    octets = calendar(header(PRODUCT), [])
    assert (
        octets
        == b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//rencontres//rencontres//FR\r\nEND:VCALENDAR\r\n"
    )


def test_K6_K7_K8_headers_tell_the_kind_of_their_values():
    head = header(
        PRODUCT,
        method="PUBLISH",
        name="Coopération, 合作; x\ny",
        language="fr",
        zone="PRC",
        refresh=timedelta(hours=12),
        source="https://example.org/é.ics",
        colour="SteelBlue",
    )
    assert head[3:] == (
        "METHOD:PUBLISH",
        "NAME;LANGUAGE=fr:Coopération\\, 合作\\; x\\ny",
        "X-WR-CALNAME:Coopération\\, 合作\\; x\\ny",
        "X-WR-TIMEZONE:Asia/Shanghai",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        "X-PUBLISHED-TTL:PT12H",
        "SOURCE;VALUE=URI:https://example.org/%C3%A9.ics",
        "COLOR:steelblue",
    )
    for bad in (
        {"method": "publish"},
        {"refresh": timedelta()},
        {"refresh": timedelta(hours=-1)},
        {"colour": "#fff"},
        {"source": "file:///x"},
        {"zone": "Mars/Base"},
        {"name": "x", "language": "zh_CN"},
    ):
        with pytest.raises(RenderError):
            header(PRODUCT, **bad)


def test_C3_no_line_of_a_component_holds_another():
    with pytest.raises(RenderError):
        encode(component("VEVENT", ("SUMMARY:x\nATTENDEE:mailto:a@example.org",)))
    assert component("VEVENT", ("UID:a", ("")))[-1] == "END:VEVENT"
    assert encode(component("VEVENT", ("UID:a", ""))) == b"BEGIN:VEVENT\r\nUID:a\r\nEND:VEVENT\r\n"


def test_H1_H2_whole_days_end_on_the_day_after():
    assert all_day(date(2016, 4, 1), date(2016, 4, 3)) == (
        "DTSTART;VALUE=DATE:20160401",
        "DTEND;VALUE=DATE:20160404",
    )
    assert all_day(date(2016, 12, 31), date(2016, 12, 31))[1] == "DTEND;VALUE=DATE:20170101"
    with pytest.raises(RenderError, match="no event lasts"):
        all_day(date(2016, 4, 3), date(2016, 4, 1))
    with pytest.raises(RenderError, match="not a day"):
        all_day(date(2016, 4, 1), START)


def test_H2_what_lasts_to_the_last_of_all_days_tells_its_length():
    assert all_day(date(9999, 12, 1), date.max) == (
        "DTSTART;VALUE=DATE:99991201",
        "DURATION:P31D",
    )


def test_H3_an_end_before_the_start_is_refused_by_the_clock_of_the_world():
    with pytest.raises(RenderError, match="before the start"):
        during(datetime(2016, 10, 29, 9, tzinfo=PARIS), datetime(2016, 10, 29, 10, tzinfo=SHANGHAI))
    # the clocks go back between the two: half an hour, though the walls say minus half an hour
    before = datetime(2026, 10, 25, 2, 45, tzinfo=PARIS)
    after = datetime(2026, 10, 25, 2, 15, fold=1, tzinfo=PARIS)
    assert during(before, after) == (
        "DTSTART:20261025T004500Z",
        "DTEND:20261025T011500Z",
    )
    with pytest.raises(RenderError, match="before the start"):
        during(after, before)


def test_H2_H4_an_event_without_a_length_has_no_end():
    assert during(START) == ("DTSTART;TZID=Asia/Shanghai:20161029T160000",)
    assert during(START, START) == during(START)
    assert during(START, START.replace(microsecond=5)) == during(START)
    assert during(START, datetime(2016, 10, 29, 10, tzinfo=PARIS)) == during(START)


def test_I6_an_empty_list_has_no_line():
    assert words("CATEGORIES", []) == ""
    assert words("CATEGORIES", ["", "a, b", "c"], tagged("fr")) == "CATEGORIES;LANGUAGE=fr:a\\, b,c"
    assert tagged("") == ()


def test_L1_L2_L3_reminders_have_all_that_readers_insist_on():
    assert alarm(timedelta(minutes=15), "Séance, salle 2", "a@b") == (
        "BEGIN:VALARM",
        "UID:a@b",
        "ACTION:DISPLAY",
        "TRIGGER:-PT15M",
        "DESCRIPTION:Séance\\, salle 2",
        "END:VALARM",
    )
    assert alarm(timedelta(minutes=-5), "x")[2] == "TRIGGER:PT5M"
    assert alarm(timedelta(), "x")[2] == "TRIGGER:PT0S"
    for description in ("", " ", "\x00"):
        with pytest.raises(RenderError, match="says something"):
            alarm(timedelta(minutes=15), description)


moments_ = st.builds(
    lambda instant, key: instant.replace(microsecond=0).astimezone(ZoneInfo(key)),
    st.datetimes(datetime(1960, 1, 1), datetime(2045, 1, 1), timezones=st.just(UTC)),
    st.sampled_from(
        [
            "Europe/Paris",
            "Asia/Shanghai",
            "PRC",
            "UTC",
            "Etc/GMT",
            "Australia/Lord_Howe",
            "Africa/Cairo",
        ]
    ),
)


@given(st.lists(moments_, min_size=1, max_size=6))
def test_G1_G16_the_zones_named_are_those_defined_once_before_and_sorted(told_):
    pieces = [
        encode(
            component("VEVENT", (f"UID:{n}@example.org", "DTSTAMP:20160101T000000Z", *during(when)))
        )
        for n, when in enumerate(told_)
    ]
    octets = calendar((*header(PRODUCT), *definitions(told_)), pieces)
    defined = re.findall(rb"\r\nTZID:([^\r]+)", octets)
    assert defined == sorted(set(re.findall(rb";TZID=([^:]+)", octets)))
    assert octets.rfind(b"END:VTIMEZONE") < octets.find(b"BEGIN:VEVENT")
    for read in (
        Calendar.from_ical(octets).events,
        IcsCalendarStream.calendar_from_ics(octets.decode()).events,
    ):
        starts = [utc(getattr(event, "dtstart", None) or event.start) for event in read]
        assert starts == [utc(when) for when in told_]


def test_G1_definitions_reach_from_the_first_moment_to_the_last_whatever_the_alias():
    told_ = [datetime(2016, 7, 1, tzinfo=ZoneInfo("PRC")), datetime(1988, 7, 1, tzinfo=SHANGHAI)]
    lines = definitions(told_)
    assert [row for row in lines if row.startswith("TZID")] == ["TZID:Asia/Shanghai"]
    assert "BEGIN:DAYLIGHT" in lines
    assert lines == definitions(told_[::-1])


def test_G1_what_is_told_in_UTC_defines_nothing():
    twice = [datetime(2026, 10, 25, 2, 30, fold=fold, tzinfo=PARIS) for fold in (0, 1)]
    assert moment("DTSTART", twice[1]) == "DTSTART:20261025T013000Z"
    utc = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 1, 1, tzinfo=ZoneInfo("GMT"))
    assert definitions([*twice, *utc]) == ()
    assert definitions([datetime(1900, 1, 1, tzinfo=PARIS), START]) == definitions([START])
    with pytest.raises(RenderError):
        definitions([datetime(2026, 1, 1)])


def test_E9_the_same_input_gives_the_same_octets():
    told_ = [
        START.astimezone(ZoneInfo(key))
        for key in ("Europe/Paris", "Asia/Shanghai", "America/New_York")
    ]
    assert definitions(told_) == definitions(told_[::-1])
