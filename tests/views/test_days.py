"""Days of the programme, their order, and the clocks they are told by."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rencontres.model import Dossier, Event, Place, Room, Session, Side, Workshop
from rencontres.testing.strategies import dossiers
from rencontres.text import Text
from rencontres.views import Reader, view
from rencontres.views.days import DAY_ENDS, programme_day
from rencontres.when import When

CHENGDU, PARIS = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Paris")
TOKYO, HANOI = ZoneInfo("Asia/Tokyo"), ZoneInfo("Asia/Ho_Chi_Minh")
SIDES = (
    Side("cn", name=Text(fr="Chine"), zone="Asia/Shanghai"),
    Side("fr", name=Text(fr="France"), zone="Europe/Paris"),
)


def _t(words):
    return Text(fr=words)


def _seen(*sessions, sides=SIDES, reader=None, **tables):
    dossier = Dossier(namespace="a.example", sides=sides, sessions=sessions, **tables)
    return view(dossier, reader or Reader("fr"))


def _at(day, hour, minute=0, tz=CHENGDU, fold=0, month=10):
    return datetime(2016, month, day, hour, minute, tzinfo=tz, fold=fold)


# --- which day -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (_at(29, 23, 59), 29),
        (_at(30, 0), 29),
        (_at(30, 3, 59), 29),
        (_at(30, 4), 30),
        (_at(30, 2, 30, PARIS), 29),
        (_at(30, 2, 30, PARIS, fold=1), 29),
        (_at(1, 1, month=11), 31),
    ],
)
def test_a_day_of_the_programme_ends_at_four_in_the_morning(moment, day):
    assert DAY_ENDS == 4
    assert programme_day(moment).day == day
    (only,) = _seen(Session("s", start=moment)).days
    assert only.date.day == day


def test_what_begins_after_midnight_stands_last_on_the_evening_before():
    seen = _seen(
        Session("late", start=_at(30, 0, 30)),
        Session("early", start=_at(29, 8)),
        Session("next", start=_at(30, 4)),
    )
    assert [[slot.id for slot in day.slots] for day in seen.days] == [["early", "late"], ["next"]]


def test_a_reader_with_a_clock_of_her_own_has_days_of_her_own():
    sessions = (Session("a", start=_at(29, 9)), Session("b", start=_at(29, 11)))
    here = _seen(*sessions)
    there = _seen(*sessions, reader=Reader("fr", zone="Europe/Paris"))
    assert [day.date for day in here.days] == [date(2016, 10, 29)]
    assert [(day.date.day, [slot.start.hour for slot in day.slots]) for day in there.days] == [
        (28, [3]),
        (29, [5]),
    ]


# --- in which order ----------------------------------------------------------------------------


def test_parallel_sessions_stand_by_the_numbers_of_their_workshops_then_by_id():
    workshops = tuple(
        Workshop(f"w{number}", title=_t("Atelier"), number=number) for number in (1, 2, 10)
    )
    sessions = (
        Session("z", workshop="w1", start=_at(29, 9)),
        Session("a", workshop="w10", start=_at(29, 9)),
        Session("m", workshop="w2", start=_at(29, 9)),
        Session("d", start=_at(29, 9)),
        Session("c", start=_at(29, 9)),
        Session("first", start=_at(29, 8, 30)),
    )
    (day,) = _seen(*sessions, workshops=workshops).days
    assert [slot.id for slot in day.slots] == ["first", "z", "m", "a", "c", "d"]


def test_hours_are_compared_by_the_clock_of_the_world():
    (day,) = _seen(
        Session("b", start=_at(29, 9)),  # 01:00 UTC
        Session("a", start=_at(29, 4, tz=PARIS)),  # 02:00 UTC
    ).days
    assert [slot.id for slot in day.slots] == ["b", "a"]


def test_the_hour_that_comes_twice_stands_in_the_order_in_which_it_comes():
    (day,) = _seen(
        Session("a-second", start=_at(30, 2, 15, PARIS, fold=1)),
        Session("b-first", start=_at(30, 2, 45, PARIS)),
    ).days
    assert [slot.id for slot in day.slots] == ["b-first", "a-second"]


def test_what_has_no_hour_stands_by_its_day_then_by_number_then_by_id():
    workshops = (Workshop("w", title=_t("Atelier"), number=1),)
    seen = _seen(
        Session("words", when=When(words=_t("avant l’été"))),
        Session("july", when=When("2016-07-01")),
        Session("before", when=When("2016-06", before=True)),
        Session("b", when=When("2016-10-29")),
        Session("c", when=When("2016-10-29"), workshop="w"),
        Session("none"),
        workshops=workshops,
    )
    order = ["before", "july", "c", "b", "none", "words"]
    assert [slot.id for slot in seen.unscheduled] == order
    assert seen.days == ()
    assert [slot.id for slot in seen.slots()] == order


@given(dossiers())
def test_every_session_has_one_place(dossier):
    seen = view(dossier, Reader("fr", audience="partners"))
    ids = [slot.id for slot in seen.slots()]
    assert len(ids) == len(set(ids)) == seen.count("sessions")
    assert [day.date for day in seen.days] == sorted({day.date for day in seen.days})
    for day in seen.days:
        assert {programme_day(slot.start) for slot in day.slots} == {day.date}
        instants = [slot.start.timestamp() for slot in day.slots]
        assert instants == sorted(instants)


# --- by which clock ------------------------------------------------------------------------------


def test_a_slot_keeps_the_clock_of_its_place():
    seen = _seen(Session("s", start=_at(29, 9), end=_at(29, 10)))
    (slot,) = seen.slots()
    assert (slot.start.hour, slot.start.tzinfo) == (9, CHENGDU)
    assert slot.elsewhere == ((_at(29, 3, tz=PARIS), _at(29, 4, tz=PARIS)),)
    assert (seen.zone, seen.other_zones) == ("Asia/Shanghai", ("Europe/Paris",))


def test_a_reader_with_a_clock_of_her_own_is_told_everything_by_it():
    reader = Reader("fr", zone="Europe/Paris")
    seen = _seen(
        Session("s", start=_at(29, 9), end=_at(29, 10)),
        Session("t", start=_at(29, 12, tz=TOKYO)),
        reader=reader,
    )
    assert {slot.start.tzinfo for slot in seen.slots()} == {PARIS}
    s, t = seen.slots()
    assert (s.start.hour, s.end.hour, t.start.hour) == (3, 4, 5)
    assert [start.hour for start, _ in s.elsewhere] == [9]
    assert (seen.zone, seen.other_zones) == ("Europe/Paris", ("Asia/Shanghai",))


@pytest.mark.parametrize(
    ("beijing", "paris", "fold", "apart"),
    [
        ((7, 30), (1, 30), 0, 6),
        ((8, 30), (2, 30), 0, 6),
        ((9, 30), (2, 30), 1, 7),
        ((10, 30), (3, 30), 0, 7),
    ],
)
def test_the_night_of_30_october_2016_is_told_right_in_both_countries(beijing, paris, fold, apart):
    (slot,) = _seen(Session("s", start=_at(30, *beijing))).slots()
    ((there, _),) = slot.elsewhere
    assert (there.hour, there.minute, there.fold) == (*paris, fold)
    assert slot.start.utcoffset() - there.utcoffset() == timedelta(hours=apart)
    (back,) = _seen(
        Session("s", start=_at(30, *beijing)), reader=Reader("fr", zone="Europe/Paris")
    ).slots()
    assert (back.start.hour, back.start.minute, back.start.fold) == (*paris, fold)


def test_a_session_over_a_change_of_hour_is_told_with_both_hours():
    (slot,) = _seen(Session("s", start=_at(30, 8, 30), end=_at(30, 9, 30))).slots()
    ((start, end),) = slot.elsewhere
    assert (start.hour, start.fold, end.hour, end.fold) == (2, 0, 2, 1)


def test_clocks_that_show_the_same_are_not_told_twice():
    sides = (
        Side("de", name=_t("Allemagne"), zone="Europe/Berlin"),
        Side("fr", name=_t("France"), zone="Europe/Paris"),
        Side("uk", name=_t("Royaume-Uni"), zone="Europe/London"),
    )
    seen = _seen(Session("s", start=_at(29, 9, tz=PARIS)), sides=sides)
    (slot,) = seen.slots()
    assert [start.tzinfo.key for start, _ in slot.elsewhere] == ["Europe/London"]
    assert seen.other_zones == ("Europe/London",)


def test_clocks_that_part_in_the_middle_of_a_session_are_told():
    sides = (
        Side("a", name=_t("A"), zone="Europe/London"),
        Side("b", name=_t("B"), zone="Atlantic/Reykjavik"),
    )
    london = ZoneInfo("Europe/London")
    start, end = (
        datetime(2016, 3, 27, 0, 30, tzinfo=london),
        datetime(2016, 3, 27, 2, 30, tzinfo=london),
    )
    (slot,) = _seen(Session("s", start=start, end=end), sides=sides).slots()
    ((there, until),) = slot.elsewhere
    assert (there.hour, until.hour) == (0, 1)


def test_three_sides_are_told_each_by_its_own_clock():
    sides = (*SIDES, Side("jp", name=_t("Japon"), zone="Asia/Tokyo"), Side("none", name=_t("Sans")))
    seen = _seen(Session("s", start=_at(29, 9)), Session("open", start=_at(29, 9)), sides=sides)
    slot = next(iter(seen.slots()))
    assert [start.hour for start, _ in slot.elsewhere] == [3, 10]
    assert [end for _, end in slot.elsewhere] == [None, None]
    assert seen.other_zones == ("Europe/Paris", "Asia/Tokyo")


def test_without_sides_there_is_no_other_clock():
    seen = _seen(Session("s", start=_at(29, 9)), sides=())
    (slot,) = seen.slots()
    assert (slot.elsewhere, seen.other_zones, seen.zone) == ((), (), "Asia/Shanghai")


def test_the_main_zone_is_the_one_of_most_hours():
    sessions = [Session(f"s{n}", start=_at(29, 9 + n, tz=PARIS)) for n in range(2)]
    assert _seen(*sessions, Session("t", start=_at(29, 9))).zone == "Europe/Paris"


def test_a_tie_is_decided_by_the_places_of_events_then_by_the_sides():
    sessions = (Session("a", start=_at(29, 9)), Session("b", start=_at(29, 9, tz=PARIS)))
    assert _seen(*sessions).zone == "Asia/Shanghai"
    assert _seen(*sessions, sides=SIDES[1:]).zone == "Europe/Paris"
    places = (Place("p", name=_t("Paris"), zone="Europe/Paris"),)
    events = (Event("e", title=_t("E"), place="p"),)
    assert _seen(*sessions, places=places, events=events).zone == "Europe/Paris"


@pytest.mark.parametrize(
    ("tables", "zone"),
    [
        ({}, "UTC"),
        ({"sides": SIDES}, "Asia/Shanghai"),
        (
            {
                "sides": SIDES,
                "places": (
                    Place("city", name=Text(fr="Hanoï"), zone="Asia/Ho_Chi_Minh"),
                    Place("venue", name=Text(fr="Palais"), within="city"),
                ),
                "events": (Event("e", title=Text(fr="E"), place="venue"),),
            },
            "Asia/Ho_Chi_Minh",
        ),
    ],
)
def test_without_hours_the_zone_is_that_of_the_event_then_of_a_side(tables, zone):
    seen = view(Dossier(namespace="a.example", **tables), Reader("fr"))
    assert seen.zone == zone
    assert seen.zone not in seen.other_zones


def test_the_same_instant_on_another_clock_is_another_view():
    rooms = (Room("r", name=_t("Salle")),)
    one = _seen(Session("s", start=_at(29, 9)), sides=(), rooms=rooms)
    other = _seen(Session("s", start=_at(29, 3, tz=PARIS)), sides=(), rooms=rooms)
    (a,), (b,) = one.slots(), other.slots()
    assert a.start == b.start
    assert a != b
    assert _seen(Session("s", start=_at(30, 2, 30, PARIS))) != _seen(
        Session("s", start=_at(30, 2, 30, PARIS, fold=1))
    )


@given(dossiers(), st.sampled_from(["Europe/Paris", "America/St_Johns", "Pacific/Apia"]))
def test_a_clock_changes_no_instant(dossier, zone):
    here = {slot.id: slot for slot in view(dossier, Reader("fr")).slots()}
    for slot in view(dossier, Reader("fr", zone=zone)).slots():
        original = here[slot.id]
        assert (slot.start is None) == (original.start is None)
        if slot.start is not None:
            assert slot.start.tzinfo.key == zone
            assert slot.start.timestamp() == original.start.timestamp()
        if slot.end is not None:
            assert slot.end.timestamp() == original.end.timestamp()
        for start, end in slot.elsewhere:
            assert start.timestamp() == slot.start.timestamp()
            assert end is None or end.timestamp() == slot.end.timestamp()
            differs = start.utcoffset() != slot.start.utcoffset()
            assert differs or (end and end.utcoffset() != slot.end.utcoffset())
