"""When sessions are: day and hours, moments, zones, and the hours that clocks skip or repeat."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given

from rencontres import LoadError, Session, When, dump_data, load_data
from rencontres.testing.strategies import moments

PARIS = ZoneInfo("Europe/Paris")
SHANGHAI = ZoneInfo("Asia/Shanghai")


def _data(session, **more):
    return {
        "namespace": "example.org",
        "languages": ["en"],
        "places": {
            "chengdu": {"name": "Chengdu", "zone": "Asia/Shanghai"},
            "centre": {"name": "Centre", "within": "chengdu"},
            "paris": {"name": "Paris", "zone": "Europe/Paris"},
            "nowhere": {"name": "Nowhere"},
        },
        "rooms": {
            "r": {"name": "Room", "place": "centre"},
            "r2": {"name": "Room", "place": "nowhere"},
        },
        "events": {
            "e": {"title": "Event", "place": "paris"},
            "e2": {"title": "Event"},
        },
        "sessions": {"s": session},
        **more,
    }


def _session(session, **more) -> Session:
    return load_data(_data(session, **more)).get(Session, "s")


def _problems(session, **more):
    with pytest.raises(LoadError) as caught:
        load_data(_data(session, **more))
    return [(problem.where, problem.text) for problem in caught.value.problems]


def _problem(session, **more):
    (problem,) = _problems(session, **more)
    return problem


def _clock(moment):
    return moment.replace(tzinfo=None), moment.tzinfo.key, moment.fold


# --- day and hours -------------------------------------------------------------------------------


def test_hours_are_on_the_clock_of_the_room():
    session = _session({"day": "2016-10-29", "hours": "09:00-10:30", "room": "r", "event": "e"})
    assert session.start == datetime(2016, 10, 29, 9, tzinfo=SHANGHAI)
    assert session.end == datetime(2016, 10, 29, 10, 30, tzinfo=SHANGHAI)
    assert session.start.tzinfo.key == "Asia/Shanghai"


def test_without_a_room_they_are_on_that_of_the_event():
    session = _session({"day": "2016-10-29", "hours": "09:00-10:30", "event": "e"})
    assert session.start.tzinfo.key == "Europe/Paris"


def test_a_room_without_a_zone_leaves_it_to_the_event():
    session = _session({"day": "2016-10-29", "hours": "09:00", "room": "r2", "event": "e"})
    assert session.start.tzinfo.key == "Europe/Paris"


def test_its_own_zone_comes_before_all():
    session = _session(
        {"zone": "Asia/Tokyo", "day": "2016-10-29", "hours": "09:00", "room": "r", "event": "e"}
    )
    assert session.start.tzinfo.key == "Asia/Tokyo"


def test_without_any_zone_the_three_are_named():
    where, text = _problem({"day": "2016-10-29", "hours": "09:00", "event": "e2"})
    assert where == "sessions.s.hours"
    assert all(word in text for word in ("session", "room", "event", "zone"))


def test_a_day_may_be_a_date():
    session = _session({"day": date(2016, 10, 29), "hours": "09:00", "room": "r"})
    assert session.start == datetime(2016, 10, 29, 9, tzinfo=SHANGHAI)


def test_a_day_alone_is_a_day_without_an_hour():
    session = _session({"day": date(2016, 10, 29), "room": "r"})
    assert (session.start, session.end, session.when) == (None, None, When("2016-10-29"))


def test_a_period_without_hours_is_a_when():
    assert _session({"when": "2016-10-28/2016-10-30"}).when == When("2016-10-28/2016-10-30")


def test_hours_past_midnight_end_the_next_day():
    session = _session({"day": "2016-10-29", "hours": "22:00-01:00", "room": "r"})
    assert session.end == datetime(2016, 10, 30, 1, tzinfo=SHANGHAI)


def test_midnight_ends_a_day():
    session = _session({"day": "2016-10-29", "hours": "00:00-24:00", "room": "r"})
    assert session.end - session.start == timedelta(days=1)
    assert session.end == datetime(2016, 10, 30, 0, tzinfo=SHANGHAI)
    session = _session({"day": "2016-10-29", "hours": "22:00-00:00", "room": "r"})
    assert session.end == datetime(2016, 10, 30, 0, tzinfo=SHANGHAI)


def test_one_hour_alone_has_no_end():
    session = _session({"day": "2016-10-29", "hours": "19:00", "room": "r"})
    assert (session.start, session.end) == (datetime(2016, 10, 29, 19, tzinfo=SHANGHAI), None)


@pytest.mark.parametrize(
    ("hours", "typed"),
    [
        ("9h00-10h30", '"09:00-10:30"'),
        ("9 h 00 – 10 h 30", '"09:00-10:30"'),
        ("09:00–10:30", '"09:00-10:30"'),
        ("09:00—10:30", '"09:00-10:30"'),
        ("9:00-10:30", '"09:00-10:30"'),
        ("09：00-10：30", '"09:00-10:30"'),
        ("下午2点半", '"14:30"'),
        ("9h", '"09:00"'),
    ],
)
def test_slips_of_hours_are_named_with_what_to_type(hours, typed):
    where, text = _problem({"day": "2016-10-29", "hours": hours, "room": "r"})
    assert where == "sessions.s.hours"
    assert typed in text


@pytest.mark.parametrize(
    "hours", ["", "25:00", "24:00", "24:00-25:00", "09:60", "morning", "-", "09:00-10:30-11:00"]
)
def test_what_is_no_hours_is_refused(hours):
    where, text = _problem({"day": "2016-10-29", "hours": hours, "room": "r"})
    assert where == "sessions.s.hours"
    assert "09:00-10:30" in text


def test_hours_that_last_nothing_are_refused():
    assert (
        _problem({"day": "2016-10-29", "hours": "09:00-09:00", "room": "r"})[0]
        == "sessions.s.hours"
    )


def test_hours_without_quotes_in_toml_are_told():
    where, text = _problem({"day": date(2016, 10, 29), "hours": time(9), "room": "r"})
    assert where == "sessions.s.hours"
    assert '"09:00"' in text


def test_hours_need_a_day():
    assert _problem({"hours": "09:00-10:30", "room": "r"})[0] == "sessions.s.hours"


def test_hours_and_moments_exclude_each_other():
    where, _ = _problem(
        {"day": "2016-10-29", "hours": "09:00", "start": "2016-10-29T09:00:00", "room": "r"}
    )
    assert where == "sessions.s.start"


@pytest.mark.parametrize(
    ("day", "typed"),
    [
        ("29/10/2016", "2016-10-29"),
        ("29 octobre 2016", "2016-10-29"),
        ("2016年10月29日", "2016-10-29"),
        ("28-30/10/2016", "when"),
        ("2016-10", "when"),
    ],
)
def test_slips_of_days_are_named_with_what_to_type(day, typed):
    where, text = _problem({"day": day, "hours": "09:00", "room": "r"})
    assert where == "sessions.s.day"
    assert typed in text


@pytest.mark.parametrize(
    "day",
    ["2016-02-30", "2016-13-01", "0000-01-01", "tomorrow", 20161029, "0001-01-01", "9999-12-31"],
)
def test_what_is_no_day_is_refused(day):
    assert _problem({"day": day, "hours": "22:00-01:00", "room": "r"})[0] == "sessions.s.day"


# --- hours that clocks skip or repeat ------------------------------------------------------------


@pytest.mark.parametrize("hours", ["02:30", "02:30-04:00", "01:00-02:30"])
def test_an_hour_that_clocks_skip_is_refused_with_both_neighbours(hours):
    where, text = _problem({"zone": "Europe/Paris", "day": "2016-03-27", "hours": hours})
    assert where == "sessions.s.hours"
    assert "02:30" in text
    assert "01:30" in text
    assert "03:30" in text


def test_two_skipped_hours_are_told_once_each_place():
    assert (
        len(_problems({"zone": "Europe/Paris", "day": "2016-03-27", "hours": "02:10-02:50"})) == 1
    )


def test_a_skipped_hour_is_refused_as_a_moment_too():
    where, text = _problem({"zone": "Europe/Paris", "start": datetime(2016, 3, 27, 2, 30)})
    assert where == "sessions.s.start"
    assert "01:30" in text
    assert "03:30" in text


def test_a_skipped_start_makes_no_second_problem_of_its_end():
    session = {"zone": "Europe/Paris", "start": "2016-03-27T02:30:00", "end": "2016-03-27T09:00:00"}
    assert _problem(session)[0] == "sessions.s.start"


def test_of_two_equal_hours_the_first_is_meant():
    session = _session({"zone": "Europe/Paris", "day": "2016-10-30", "hours": "02:30"})
    assert _clock(session.start) == (datetime(2016, 10, 30, 2, 30), "Europe/Paris", 0)


def test_the_second_is_said_by_its_offset():
    session = _session({"zone": "Europe/Paris", "start": "2016-10-30T02:30:00+01:00"})
    assert _clock(session.start) == (datetime(2016, 10, 30, 2, 30), "Europe/Paris", 1)


def test_a_session_over_the_repeated_hour_lasts_longer():
    session = _session(
        {
            "zone": "Europe/Paris",
            "start": "2016-10-30T02:30:00+02:00",
            "end": "2016-10-30T02:30:00+01:00",
        }
    )
    assert session.end.astimezone(UTC) - session.start.astimezone(UTC) == timedelta(hours=1)


# --- moments -------------------------------------------------------------------------------------


def test_moments_say_several_days():
    session = _session(
        {"room": "r", "start": "2016-10-29T09:00:00+08:00", "end": "2016-10-31T12:00:00+08:00"}
    )
    assert _clock(session.end) == (datetime(2016, 10, 31, 12), "Asia/Shanghai", 0)


def test_a_moment_without_an_offset_is_on_the_clock_of_the_place():
    session = _session({"room": "r", "start": datetime(2016, 10, 29, 9)})
    assert _clock(session.start) == (datetime(2016, 10, 29, 9), "Asia/Shanghai", 0)


@pytest.mark.parametrize("start", ["2016-10-29T01:00:00Z", datetime(2016, 10, 29, 1, tzinfo=UTC)])
def test_a_moment_of_the_world_is_put_on_the_clock_of_the_place(start):
    session = _session({"room": "r", "start": start})
    assert _clock(session.start) == (datetime(2016, 10, 29, 9), "Asia/Shanghai", 0)


@pytest.mark.parametrize(
    "start",
    ["2016-10-29T09:00:00+09:00", datetime(2016, 10, 29, 9, tzinfo=timezone(timedelta(hours=9)))],
)
def test_an_offset_that_the_zone_does_not_have_then_is_refused(start):
    where, text = _problem({"room": "r", "start": start})
    assert where == "sessions.s.start"
    assert "+09:00" in text
    assert "2016-10-29T08:00:00+08:00" in text


def test_an_offset_of_summer_is_refused_in_winter():
    assert (
        _problem({"zone": "Europe/Paris", "start": "2016-12-01T09:00:00+02:00"})[0]
        == "sessions.s.start"
    )


def test_a_datetime_of_python_keeps_its_zone():
    session = _session({"room": "r", "start": datetime(2016, 10, 29, 9, tzinfo=PARIS)})
    assert _clock(session.start) == (datetime(2016, 10, 29, 9), "Europe/Paris", 0)


def test_a_zone_in_brackets_is_taken():
    session = _session({"start": "2016-10-29T09:00:00+08:00[Asia/Shanghai]"})
    assert _clock(session.start) == (datetime(2016, 10, 29, 9), "Asia/Shanghai", 0)


def test_an_offset_alone_says_no_zone():
    where, text = _problem({"start": "2016-10-29T09:00:00+08:00"})
    assert where == "sessions.s.start"
    assert "zone" in text


@pytest.mark.parametrize(
    "start",
    [
        "2016-10-29",
        date(2016, 10, 29),
        "2016-10-29T25:00:00",
        "2016-02-30T09:00:00",
        "29/10/2016 9h",
        9,
        "2016-10-29T09:00:00+08:00[Mars/Base]",
    ],
)
def test_what_is_no_moment_is_refused(start):
    assert _problem({"zone": "Asia/Shanghai", "start": start})[0] == "sessions.s.start"


def test_an_end_needs_a_start():
    assert _problem({"room": "r", "end": "2016-10-29T09:00:00+08:00"})[0] == "sessions.s.end"


def test_a_wrong_start_makes_no_second_problem_of_its_end():
    assert (
        _problem({"room": "r", "start": "soon", "end": "2016-10-29T09:00:00+08:00"})[0]
        == "sessions.s.start"
    )


def test_an_end_comes_after_its_start():
    where, _ = _problem({"room": "r", "start": "2016-10-29T09:00:00", "end": "2016-10-29T08:00:00"})
    assert where == "sessions.s.end"


@pytest.mark.parametrize(
    "zone", ["Asia/Shangai", "Beijing", "UTC+8", "../../etc/passwd", "A" * 300, "", 8]
)
def test_what_is_no_zone_is_refused_once(zone):
    where, _ = _problem({"zone": zone, "day": "2016-10-29", "hours": "09:00-10:00"})
    assert where == "sessions.s.zone"


# --- no problem follows from another one ---------------------------------------------------------


@pytest.mark.parametrize(
    ("table", "id_", "change", "where"),
    [
        ("places", "chengdu", {"zone": "Asia/Chengdou"}, "places.chengdu.zone"),
        ("places", "centre", {"within": "nowhere-at-all"}, "places.centre.within"),
        ("places", "centre", {"within": "centre"}, "places.centre.within"),
        ("rooms", "r", {"place": "nowhere-at-all"}, "rooms.r.place"),
        ("rooms", "r", {"capacity": "many"}, "rooms.r.capacity"),
        ("places", "chengdu", {"name": None}, "places.chengdu.name"),
    ],
)
def test_a_session_is_not_blamed_for_its_place(table, id_, change, where):
    data = _data({"day": "2016-10-29", "hours": "09:00-10:30", "room": "r"})
    data[table][id_] |= change
    with pytest.raises(LoadError) as caught:
        load_data(data)
    assert [problem.where for problem in caught.value.problems] == [where]


def test_a_dangling_room_does_not_hide_the_zone():
    assert (
        _problem({"day": "2016-10-29", "hours": "09:00-10:30", "room": "rr"})[0]
        == "sessions.s.room"
    )


# --- and back ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ("09:00-10:30", None),
        ("22:00-01:00", None),
        ("19:00", None),
        ("22:00-00:00", "22:00-24:00"),
        ("00:00-24:00", None),
    ],
)
def test_hours_are_written_as_they_are_read(hours, said):
    data = dump_data(load_data(_data({"day": "2016-10-29", "hours": hours, "room": "r"})))
    assert data["sessions"]["s"] == {"day": "2016-10-29", "hours": said or hours, "room": "r"}


@pytest.mark.parametrize(
    "session",
    [
        {"zone": "Europe/Paris", "start": "2016-10-30T02:30:00+01:00"},
        {"start": "2016-10-29T09:00:30+08:00", "room": "r"},
        {"start": "2016-10-29T09:00:00+08:00", "end": "2016-10-30T09:00:00+08:00", "room": "r"},
        {"start": "2016-10-29T09:00:00+08:00", "end": "2016-10-31T08:00:00+08:00", "room": "r"},
    ],
)
def test_what_hours_cannot_say_is_written_as_moments(session):
    assert dump_data(load_data(_data(session)))["sessions"]["s"] == session


def test_a_zone_that_the_place_says_is_not_written_again():
    data = dump_data(
        load_data(
            _data({"zone": "Asia/Shanghai", "day": "2016-10-29", "hours": "09:00", "room": "r"})
        )
    )
    assert "zone" not in data["sessions"]["s"]


@given(moments(), moments())
def test_no_moment_is_lost(start, end):
    if end.astimezone(UTC) <= start.astimezone(UTC):
        start, end = end, start
    if end.astimezone(UTC) == start.astimezone(UTC):
        end = None
    known = load_data({"namespace": "x"}).with_(Session("s", start=start, end=end))
    again = load_data(dump_data(known)).get(Session, "s")
    session = known.get(Session, "s")
    assert _clock(again.start) == _clock(session.start)
    if end is not None:
        assert _clock(again.end) == _clock(session.end)
