"""The dossier: look-ups, and changes that make another dossier and keep what they leave alone."""

import pickle
from datetime import UTC, datetime
from operator import attrgetter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rencontres.errors import DossierError
from rencontres.model import (
    NOUNS,
    TABLES,
    Dossier,
    Event,
    Name,
    Organisation,
    Person,
    Place,
    Registration,
    Role,
    Room,
    Session,
    Side,
    Tolerance,
)
from rencontres.text import Text

NAME = Text(fr="Nom")


@pytest.fixture
def dossier():
    return Dossier(
        namespace="rencontres.example.org",
        title=Text(fr="Rencontres"),
        languages=("fr", "zh"),
        sides=(Side("a", name=NAME), Side("b", name=NAME)),
        people=(Person("p2", names=(Name("fr", "B"),)), Person("p1", names=(Name("fr", "A"),))),
        events=(Event("e", title=NAME),),
        rooms=(Room("r", name=NAME),),
        sessions=(
            Session("s2", event="e", room="r"),
            Session("s1", event="e", roles=(Role("moderator", "p1"),)),
        ),
        registrations=(Registration("p2", event="e"), Registration("p1", event="e")),
    )


def faults(make):
    """Return code and place of everything wrong."""
    with pytest.raises(DossierError) as refused:
        make()
    return [(problem.code, problem.where) for problem in refused.value.problems]


def test_tables_are_sorted_by_id_and_registrations_by_event_and_person(dossier):
    assert [thing.id for thing in dossier.sessions] == ["s1", "s2"]
    assert [thing.id for thing in dossier.people] == ["p1", "p2"]
    assert [registration.person for registration in dossier.registrations] == ["p1", "p2"]
    assert dossier.languages == ("fr", "zh-Hans")


@given(st.permutations(range(6)))
def test_the_order_in_which_things_are_given_makes_no_difference(order):
    things = [Place(f"p{number}", name=NAME) for number in order]
    assert Dossier(namespace="a.org", places=tuple(things)) == Dossier(
        namespace="a.org", places=tuple(sorted(things, key=attrgetter("id")))
    )


def test_a_thing_is_found_by_its_id_and_by_its_kind(dossier):
    assert dossier["s1"] is dossier.sessions[0]
    assert dossier.get(Session, "s1") is dossier["s1"]
    assert dossier.get(Person, "s1") is None
    assert dossier.get(Session, "nothing") is None
    assert dossier.get(Session, None) is None
    assert "s1" in dossier
    assert "nothing" not in dossier
    assert 3 not in dossier
    with pytest.raises(KeyError, match="nothing"):
        dossier["nothing"]


def test_everything_with_an_id_is_listed_table_by_table(dossier):
    assert [thing.id for thing in dossier.things()] == ["a", "b", "r", "p1", "p2", "e", "s1", "s2"]


def test_a_look_up_reads_no_table():
    class Watched(tuple):
        __slots__ = ()

        def __iter__(self):
            raise AssertionError

    dossier = Dossier(namespace="a.org", sessions=(Session("s1"), Session("s2")))
    object.__setattr__(dossier, "sessions", Watched(dossier.sessions))
    assert dossier["s2"].id == "s2"
    assert dossier.get(Session, "s1").id == "s1"
    assert "s3" not in dossier


def test_a_change_makes_another_dossier_and_keeps_what_it_leaves_alone(dossier):
    changed = dossier.change("s1", confirmation="cancelled")
    assert changed["s1"].confirmation == "cancelled"
    assert dossier["s1"].confirmation == "confirmed"
    assert changed["s1"].roles is dossier["s1"].roles
    assert changed["s2"] is dossier["s2"]
    for table in (*NOUNS, "registrations", "tolerances"):
        assert (getattr(changed, table) is getattr(dossier, table)) == (table != "sessions")
    assert changed.change("s1", confirmation="confirmed") == dossier


def test_a_change_that_changes_nothing_gives_an_equal_dossier(dossier):
    assert dossier.change("s1") == dossier.with_() == dossier.without() == dossier


def test_a_wrong_change_is_told_with_its_place(dossier):
    assert faults(lambda: dossier.change("s1", kind="x", room=3)) == [
        ("value.unknown", "sessions.s1.kind"),
        ("value.type", "sessions.s1.room"),
    ]
    assert faults(lambda: dossier.change("s1", room="nowhere")) == [
        ("reference.unknown", "sessions.s1.room")
    ]
    with pytest.raises(DossierError, match="session has no field titel; did you mean title"):
        dossier.change("s1", titel=NAME)
    with pytest.raises(DossierError, match=r"session has no field zzz$"):
        dossier.change("s1", zzz=1)
    with pytest.raises(KeyError):
        dossier.change("nothing", kind="opening")


def test_an_id_is_not_changed(dossier):
    assert faults(lambda: dossier.change("s1", id="s3")) == [("id.change", "sessions.s1.id")]


def test_things_are_added_or_put_in_the_place_of_those_with_their_ids(dossier):
    grown = dossier.with_(Session("s0"), Session("s2", kind="visit"), Place("p", name=NAME))
    assert [(s.id, s.kind) for s in grown.sessions] == [
        ("s0", "other"),
        ("s1", "other"),
        ("s2", "visit"),
    ]
    assert grown["p"].name == NAME
    assert "p" not in dossier
    assert grown.sessions[1] is dossier.sessions[0]


def test_many_things_are_checked_together(dossier):
    grown = dossier.with_(
        Session("s3", room="r2"), Room("r2", name=NAME, place="p"), Place("p", name=NAME)
    )
    assert grown["s3"].room == "r2"


def test_an_id_belongs_to_one_thing_whatever_its_kind(dossier):
    assert faults(lambda: dossier.with_(Place("s1", name=NAME))) == [("id.twice", "sessions.s1")]
    assert faults(lambda: dossier.with_(Session("x"), Session("x"))) == [("id.twice", "sessions.x")]


def test_a_registration_takes_the_place_of_the_same_persons(dossier):
    again = dossier.with_(Registration("p1", event="e", category="presse"), Registration("p1"))
    assert [(r.event, r.person, r.category) for r in again.registrations] == [
        (None, "p1", None),
        ("e", "p1", "presse"),
        ("e", "p2", None),
    ]


def test_tolerances_are_added_in_the_order_given(dossier):
    first, second = Tolerance("RC2", reason=NAME), Tolerance("RC1", reason=NAME)
    assert dossier.with_(first).with_(second).tolerances == (first, second)


@pytest.mark.parametrize("thing", ["s1", Text(fr="a"), None, Role("lead")])
def test_what_is_no_thing_is_not_added(dossier, thing):
    with pytest.raises(DossierError, match="a noun, a Registration or a Tolerance is needed"):
        dossier.with_(thing)


def test_things_are_taken_out_unless_something_refers_to_them(dossier):
    smaller = dossier.without("s2", "r")
    assert "r" not in smaller
    assert smaller.people is dossier.people
    assert dossier["r"]
    assert faults(lambda: dossier.without("r")) == [("reference.unknown", "sessions.s2.room")]
    assert faults(lambda: dossier.without("p1")) == [
        ("reference.unknown", "sessions.s1.roles.moderator.p1"),
        ("reference.unknown", "registrations.0.person"),
    ]
    with pytest.raises(KeyError):
        dossier.without("s2", "nothing")


def test_nothing_of_a_dossier_can_be_set(dossier):
    with pytest.raises(AttributeError):
        dossier.title = NAME
    with pytest.raises(AttributeError):
        dossier.sessions[0].room = "r"


def test_a_dossier_is_hashable_picklable_and_finds_things_afterwards(dossier):
    again = pickle.loads(pickle.dumps(dossier))  # noqa: S301 - our own bytes
    assert again == dossier
    assert hash(again) == hash(dossier)
    assert again["s1"] == dossier["s1"]


def test_a_repr_counts(dossier):
    assert repr(dossier) == (
        "<Dossier rencontres.example.org: 2 sides, 1 rooms, 2 people, 1 events, 2 sessions>"
    )
    assert repr(Dossier(namespace="a.org")) == "<Dossier a.org: empty>"


@pytest.mark.parametrize("namespace", ["a", "rencontres.example.org", "Ville-2016"])
def test_a_namespace_is_like_a_domain_name(namespace):
    assert Dossier(namespace=namespace).namespace == namespace


@pytest.mark.parametrize(
    "namespace", ["", "a b", "a@b", "é.org", "-a", "a.", "a\r\nb", "a/b", "x" * 300]
)
def test_another_namespace_is_refused(namespace):
    assert len(faults(lambda: Dossier(namespace=namespace))) == 1


def test_the_date_of_revision_is_a_moment():
    dossier = Dossier(namespace="a.org", revised=datetime(2016, 10, 20, 10, tzinfo=UTC))
    assert dossier.revised.tzinfo.key == "UTC"
    assert faults(lambda: Dossier(namespace="a.org", revised=datetime(2016, 10, 20))) == [
        ("moment.invalid", "revised")
    ]


def test_a_table_holds_things_of_its_kind():
    assert faults(
        lambda: Dossier(namespace="a.org", sessions=(Session("s"), Place("p", name=NAME)))
    ) == [("value.type", "sessions.1")]
    assert faults(lambda: Dossier(namespace="a.org", sessions=[Session("s")])) == [
        ("value.type", "sessions")
    ]


def test_every_noun_has_a_table_and_every_table_a_noun():
    assert {kind: table for table, kind in NOUNS.items()} == TABLES
    assert NOUNS["organisations"] is Organisation
