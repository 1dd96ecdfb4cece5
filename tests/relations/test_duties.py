"""Who does what: found by who holds it, speaks for whom, or comes for whom."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rencontres.model import (
    FUNCTIONS,
    Chair,
    Committee,
    Dossier,
    End,
    Event,
    Interpretation,
    Item,
    Name,
    Organisation,
    Pairing,
    Party,
    Person,
    Role,
    Session,
    Side,
    Workshop,
)
from rencontres.relations import Duties, Relations
from rencontres.text import Text

NAME = Text(en="Name")
PARIS, SHANGHAI = ZoneInfo("Europe/Paris"), ZoneInfo("Asia/Shanghai")
SIDES = (Side("x", name=NAME), Side("y", name=NAME))
PEOPLE = tuple(Person(id_, names=(Name("en", "A"),), side="x") for id_ in ("p", "q", "r", "t"))
BODIES = (
    Organisation("town", name=NAME, side="x"),
    Organisation("city", name=NAME, side="y"),
    Organisation("club", name=NAME),
)


def duties(**tables):
    return Duties(
        Relations(
            Dossier(namespace="a.org", sides=SIDES, people=PEOPLE, organisations=BODIES, **tables)
        )
    )


def told(pairs):
    return [(thing.id, duty.function) for thing, duty in pairs]


def test_everything_that_somebody_does_in_a_session_is_found():
    workshop = Workshop("w", title=NAME, roles=(Role("rapporteur", "p"), Role("moderator", "q")))
    session = Session(
        "s",
        workshop="w",
        roles=(Role("moderator", "p"),),
        items=(Item(NAME, roles=(Role("speaker", "p"),)),),
        interpretation=(Interpretation(("fr", "zh"), team=("p", "t")),),
    )
    found = duties(workshops=(workshop,), sessions=(session,))
    assert told(found.sessions_of("p")) == [
        ("s", "moderator"),
        ("s", "rapporteur"),
        ("s", "speaker"),
        ("s", "interpreter"),
    ]
    assert told(found.sessions_of("t")) == [("s", "interpreter")]
    assert found.sessions_of("q") == ()
    assert told(found.workshops_of("q")) == [("w", "moderator")]


def test_who_speaks_for_somebody_or_comes_for_somebody_is_found_with_her():
    session = Session(
        "s", roles=(Role("speaker", "p", on_behalf_of="town"), Role("witness", "city", person="q"))
    )
    found = duties(sessions=(session,))
    assert told(found.sessions_of("town")) == told(found.sessions_of("p")) == [("s", "speaker")]
    assert told(found.sessions_of("city")) == told(found.sessions_of("q")) == [("s", "witness")]


def test_the_parties_of_a_pairing_carry_the_sessions_of_its_workshop():
    pairing = Pairing(
        "b", workshop="w", ends=(End("x", (Party("town", person="p"),)), End("y")), people=("r",)
    )
    found = duties(
        workshops=(Workshop("w", title=NAME),),
        pairings=(pairing,),
        sessions=(Session("s", workshop="w"),),
    )
    assert told(found.sessions_of("town")) == told(found.sessions_of("p")) == [("s", "lead")]
    assert [found.pairings_of(id_) for id_ in ("town", "p", "r", "city")] == [(pairing,)] * 3 + [()]


def test_sessions_come_in_the_order_of_the_clock_of_the_world():
    roles = (Role("speaker", "p"),)
    starts = {
        "later": datetime(2016, 10, 29, 9, tzinfo=PARIS),
        "sooner": datetime(2016, 10, 29, 10, tzinfo=SHANGHAI),
        "fold": datetime(2016, 10, 30, 2, 15, tzinfo=PARIS, fold=1),
        "before-fold": datetime(2016, 10, 30, 2, 45, tzinfo=PARIS),
    }
    sessions = (
        Session("a", roles=roles),
        *(Session(id_, start=start, roles=roles) for id_, start in starts.items()),
    )
    found = duties(sessions=sessions).sessions_of("p")
    assert [session.id for session, _ in found] == ["sooner", "later", "before-fold", "fold", "a"]


def test_functions_of_a_whole_event_and_seats_of_a_committee_are_found():
    found = duties(
        events=(Event("e", title=NAME, roles=(Role("organiser", "town"), Role("secretariat"))),),
        committees=(
            Committee("k", name=NAME, chairs=(Chair("x", "p"),), roles=(Role("member", "p"),)),
        ),
    )
    assert told(found.events_of("town")) == [("e", "organiser")]
    assert [type(duty) for _, duty in found.committees_of("p")] == [Chair, Role]
    assert found.events_of("p") == found.committees_of("town") == ()


def test_a_workshop_has_leads_on_each_side_or_an_empty_place():
    workshop = Workshop(
        "w",
        title=NAME,
        roles=(Role("lead", "club"), Role("lead", "q"), Role("lead"), Role("speaker", "p")),
    )
    pairings = (
        Pairing("a", workshop="w", ends=(End("x", (Party("town"),)),)),
        Pairing("b", workshop="w", ends=(End("y", (Party("city"),)),), function="witness"),
    )
    leads = duties(workshops=(workshop, Workshop("v", title=NAME)), pairings=pairings)
    found = leads.leads_of("w")
    assert [getattr(promise, "organisation", None) or promise.holder for promise in found["x"]] == [
        "town",
        "q",
    ]
    assert found["y"] == ()
    assert [role.holder for role in found[""]] == ["club"]
    assert leads.leads_of("v") == {"x": (), "y": ()}


@given(
    st.lists(
        st.tuples(st.sampled_from("pqrt"), st.sampled_from(FUNCTIONS), st.integers(0, 4)),
        max_size=20,
        unique=True,
    )
)
def test_every_role_is_found_once_and_nothing_else(triples):
    sessions = tuple(
        Session(
            f"s{number}",
            roles=tuple(Role(function, holder) for holder, function, of in triples if of == number),
        )
        for number in range(5)
    )
    found = duties(sessions=sessions)
    said = [
        (holder, role.function, int(session.id[1]))
        for holder in "pqrt"
        for session, role in found.sessions_of(holder)
    ]
    assert sorted(said) == sorted(triples)


@pytest.mark.parametrize("id_", ["nobody", "club"])
def test_who_does_nothing_is_found_nowhere(id_):
    found = duties(sessions=(Session("s", roles=(Role("lead"),)),))
    assert found.sessions_of(id_) == found.pairings_of(id_) == found.events_of(id_) == ()
