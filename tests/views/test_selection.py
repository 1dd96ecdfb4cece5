"""What a selection asks for, and how what is left out is counted."""

import pickle
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rencontres import DossierError
from rencontres.model import (
    Action,
    Committee,
    Dossier,
    End,
    Event,
    Name,
    Note,
    Organisation,
    Pairing,
    Paper,
    Party,
    Person,
    Role,
    Session,
    Side,
    Workshop,
)
from rencontres.testing.strategies import dossiers
from rencontres.text import Text
from rencontres.views import Part, Reader, Selection, view
from rencontres.when import When

PARTNERS = Reader("fr", audience="partners")
NINE = datetime(2016, 10, 29, 9, tzinfo=ZoneInfo("Asia/Shanghai"))


def _t(words):
    return Text(fr=words)


def _dossier():
    who = {id_: Person(id_, names=(Name("fr", id_.title()),)) for id_ in ("anne", "boris", "idle")}
    return Dossier(
        namespace="a.example",
        sides=(Side("fr", name=_t("ici")),),
        organisations=(Organisation("org", name=_t("Org")), Organisation("other", name=_t("Autre"))),
        people=tuple(who.values()),
        committees=(
            Committee("copil", name=_t("Comité"), roles=(Role("member", "anne"),)),
            Committee("else", name=_t("Autre comité")),
        ),
        events=(
            Event("main", title=_t("Rencontres"), when=When("2016-10-28/2016-10-30")),
            Event("fair", title=_t("Foire"), when=When("2016-11")),
            Event("meeting", title=_t("Réunion"), committee="copil"),
        ),
        workshops=(
            Workshop("w1", title=_t("Un"), event="main", number=1),
            Workshop("w2", title=_t("Deux"), event="main", number=2),
            Workshop("wf", title=_t("Foire"), event="fair"),
        ),
        pairings=(
            Pairing("p1", workshop="w1", ends=(End("fr", (Party("org"),)),)),
            Pairing("p2", workshop="w2", ends=(End("fr", (Party("other"),)),)),
        ),
        sessions=(
            Session("main-1", event="main", workshop="w1", start=NINE, roles=(Role("speaker", "anne"),)),
            Session("main-2", event="main", workshop="w2", start=NINE + timedelta(days=1), roles=(Role("participant", "boris"),)),
            Session("main-day", event="main", when=When("2016-10-29")),
            Session("main-month", event="main", when=When("2016-10")),
            Session("fair-1", event="fair", workshop="wf", start=NINE),
            Session("meeting-1", event="meeting", start=NINE),
            Session("loose"),
        ),
        notes=(
            Note("n-main", text=_t("Constat"), event="main"),
            Note("n-about", text=_t("Constat"), about=("w2",)),
            Note("n-loose", text=_t("Constat"), about=("anne",)),
        ),
        actions=(
            Action("a-main", title=_t("Suite"), event="main", owners=("org",)),
            Action("a-copil", title=_t("Suite"), about=("copil",)),
        ),
        papers=(Paper("doc", title=_t("Note"), about=("p1",)), Paper("loose-doc", title=_t("Note"))),
    )  # fmt: skip


ALL = {
    Part.SESSIONS: 7, Part.WORKSHOPS: 3, Part.COMMITTEES: 2, Part.PAIRINGS: 2, Part.PEOPLE: 3,
    Part.MINUTES: 5, Part.ACTIONS: 2,
}  # fmt: skip


def _ids(things):
    return [thing.id for thing in things]


def _counted(seen):
    for part, everything in ALL.items():
        left_out = sum(omission.count for omission in seen.omitted if omission.part is part)
        assert seen.count(part) + left_out == everything, part


@pytest.mark.parametrize(
    "selection",
    [
        Selection(),
        Selection(events=["main"]),
        Selection(events=[]),
        Selection(events=["nothing"]),
        Selection(committees=["copil"]),
        Selection(people=["anne"]),
        Selection(days=[date(2016, 10, 29)]),
        Selection(parts=["sessions", "people"]),
        Selection(parts=[]),
        Selection(events=["main"], people=["org"], days=[date(2016, 10, 29)]),
    ],
    ids=repr,
)
@pytest.mark.parametrize("audience", ["public", "partners"])
def test_what_is_shown_and_what_is_left_out_add_up(selection, audience):
    _counted(view(_dossier(), Reader("fr", audience=audience), selection))


def test_everything_is_asked_for_where_nothing_is_said():
    seen = view(_dossier(), PARTNERS)
    assert seen.omitted == ()
    assert {part: seen.count(part) for part in ALL} == ALL
    assert view(_dossier(), PARTNERS, Selection()) == seen


def test_an_event_brings_its_sessions_workshops_and_pairings_and_what_is_about_them():
    seen = view(_dossier(), PARTNERS, Selection(events=["main"]))
    assert _ids(seen.events) == ["main"]
    assert {slot.event for slot in seen.slots()} == {"main"}
    assert _ids(seen.workshops) == ["w1", "w2"]
    assert _ids(seen.pairings) == ["p1", "p2"]
    assert _ids(seen.committees) == []
    assert _ids(seen.notes) == ["n-about", "n-main"]
    assert _ids(seen.actions) == ["a-main"]
    assert _ids(seen.papers) == ["doc"]
    assert _ids(seen.people) == ["anne", "boris"]


def test_a_committee_brings_itself_and_its_meetings():
    seen = view(_dossier(), PARTNERS, Selection(committees=["copil"]))
    assert _ids(seen.committees) == ["copil"]
    assert _ids(seen.events) == ["meeting"]
    assert [slot.id for slot in seen.slots()] == ["meeting-1"]
    assert _ids(seen.actions) == ["a-copil"]
    assert _ids(seen.people) == ["anne"]


def test_events_and_committees_are_asked_for_together():
    seen = view(_dossier(), PARTNERS, Selection(committees=["copil"], events=["fair"]))
    assert {slot.id for slot in seen.slots()} == {"meeting-1", "fair-1"}


def test_people_bring_what_they_take_part_in():
    anne = view(_dossier(), PARTNERS, Selection(people=["anne"]))
    assert [slot.id for slot in anne.slots()] == ["main-1"]
    assert _ids(anne.workshops) == ["w1"]
    assert _ids(anne.committees) == ["copil"]
    assert _ids(anne.notes) == ["n-loose"]
    assert _ids(anne.people) == ["anne"]
    org = view(_dossier(), PARTNERS, Selection(people=["org"]))
    assert [slot.id for slot in org.slots()] == ["main-1"]
    assert _ids(org.pairings) == ["p1"]
    assert _ids(org.actions) == ["a-main"]


def test_the_sessions_of_a_participant_are_found_without_naming_her_to_the_public():
    seen = view(_dossier(), Reader("fr"), Selection(people=["boris"]))
    assert [slot.id for slot in seen.slots()] == ["main-2"]
    assert [slot.people for slot in seen.slots()] == [()]
    assert seen.people == ()


def test_a_day_brings_what_is_held_on_it_and_nothing_else():
    seen = view(_dossier(), PARTNERS, Selection(days=[date(2016, 10, 29)]))
    assert {slot.id for slot in seen.slots()} == {"main-1", "fair-1", "meeting-1", "main-day"}
    assert [day.date for day in seen.days] == [date(2016, 10, 29)]
    assert _ids(seen.unscheduled) == ["main-day"]
    assert _ids(seen.workshops) == ["wf", "w1"]
    assert _ids(seen.pairings) == ["p1"]
    assert (seen.committees, seen.notes, seen.actions, seen.papers) == ((), (), (), ())


@pytest.mark.parametrize(
    ("day", "events", "sessions"),
    [
        (date(2016, 10, 28), ["main"], ["shown"]),
        (date(2016, 10, 30), ["main"], ["main-2", "shown"]),
        (date(2016, 11, 3), ["fair"], []),
        (date(2016, 11, 5), [], []),
    ],
)
def test_a_day_brings_what_lasts_over_it(day, events, sessions):
    shown = Session("shown", event="main", when=When("2016-10-28/2016-10-30"))
    dossier = _dossier().change("fair", when=When("2016-11-02/2016-11-04")).with_(shown)
    seen = view(dossier, PARTNERS, Selection(days=[day]))
    assert _ids(seen.events) == events
    assert sorted(slot.id for slot in seen.slots()) == sessions


def test_people_bring_the_events_that_they_have_something_to_do_with():
    dossier = _dossier().change("meeting", roles=(Role("organiser", "org"),))
    for person, events in (
        ("anne", ["main"]),
        ("boris", ["main"]),
        ("org", ["main", "meeting"]),
        ("idle", []),
    ):
        seen = view(dossier, PARTNERS, Selection(people=[person]))
        assert _ids(seen.events) == events


@pytest.mark.parametrize("part", ALL)
def test_a_part_alone_is_shown_alone(part):
    seen = view(_dossier(), PARTNERS, Selection(parts=[part]))
    assert seen.count(part) == ALL[part]
    assert {other for other in ALL if seen.count(other)} == {part}


def test_the_days_asked_for_are_those_that_the_reader_is_shown():
    late = NINE.replace(hour=6)
    dossier = Dossier(namespace="a.example", sessions=(Session("s", start=late),))
    paris = Reader("fr", zone="Europe/Paris")
    assert [day.date for day in view(dossier, paris).days] == [date(2016, 10, 28)]
    asked = Selection(days=[date(2016, 10, 28)])
    assert [slot.id for slot in view(dossier, paris, asked).slots()] == ["s"]
    assert list(view(dossier, Reader("fr"), asked).slots()) == []


@given(st.data())
def test_a_selection_of_days_shows_no_other_day(data):
    dossier = data.draw(dossiers())
    reader = Reader("fr", zone=data.draw(st.sampled_from([None, "Europe/Paris", "Pacific/Apia"])))
    whole = view(dossier, reader)
    asked = data.draw(
        st.sets(st.sampled_from([day.date for day in whole.days] or [date(2016, 1, 1)]))
    )
    seen = view(dossier, reader, Selection(days=asked))
    assert seen.days == tuple(day for day in whole.days if day.date in asked)


@given(dossiers(), st.sampled_from(["public", "partners"]))
def test_what_is_left_out_of_a_generated_dossier_is_counted(dossier, audience):
    seen = view(dossier, Reader("fr", audience=audience), Selection(events=[]))
    tables = {
        Part.SESSIONS: dossier.sessions, Part.WORKSHOPS: dossier.workshops,
        Part.COMMITTEES: dossier.committees, Part.PAIRINGS: dossier.pairings,
        Part.PEOPLE: dossier.people, Part.ACTIONS: dossier.actions,
        Part.MINUTES: (*dossier.notes, *dossier.papers),
    }  # fmt: skip
    for part, things in tables.items():
        left_out = [omission for omission in seen.omitted if omission.part is part]
        assert seen.count(part) + sum(each.count for each in left_out) == len(things)
        assert {each.reason for each in left_out} <= {"audience", "selection"}
        assert all(each.count > 0 for each in left_out)


@pytest.mark.parametrize(
    "fields",
    [
        {"events": "main"},
        {"people": "anne"},
        {"committees": [1]},
        {"days": date(2016, 10, 29)},
        {"days": "2016-10-29"},
        {"days": ["2016-10-29"]},
        {"days": [NINE]},
        {"parts": ["session"]},
        {"parts": "sessions"},
        {"events": 3},
    ],
    ids=repr,
)
def test_a_selection_that_means_nothing_is_refused(fields):
    with pytest.raises(DossierError) as caught:
        Selection(**fields)
    (problem,) = caught.value.problems
    assert problem.code == "selection.invalid"
    assert problem.where == next(iter(fields))


def test_a_selection_shows_itself_in_one_order():
    assert repr(Selection(events=["b", "a"], parts=["sessions", "people"])) == (
        "Selection(events=[a, b], committees=None, people=None, days=None, parts=[people, sessions])"
    )


def test_a_selection_is_a_value():
    one = Selection(events=["a", "b"], days=(date(2016, 1, 1),), parts=[Part.PEOPLE])
    other = Selection(events=iter(["b", "a"]), days={date(2016, 1, 1)}, parts=["people"])
    assert one == other
    assert hash(one) == hash(other)
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 - our own bytes
