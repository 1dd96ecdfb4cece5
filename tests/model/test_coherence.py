"""Identities that nothing shares, and chains that lead nowhere twice."""

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rencontres.errors import DossierError
from rencontres.model import (
    Action,
    Chair,
    Committee,
    Dossier,
    Event,
    Link,
    Name,
    Person,
    Place,
    Registration,
    Session,
    Side,
)
from rencontres.model.reference import cycles
from rencontres.text import Text

NAME = Text(fr="Nom")
SIDES = (Side("x", name=NAME), Side("y", name=NAME))
PEOPLE = tuple(Person(id_, names=(Name("fr", "A"),)) for id_ in ("p", "q", "r"))


def told(**tables):
    """Return places of everything that a dossier with these tables is refused for."""
    with pytest.raises(DossierError) as refused:
        Dossier(**{"namespace": "a.org"} | tables)
    return [(problem.code, problem.where) for problem in refused.value.problems]


def events(*links):
    """Return three events with links given as (from, kind, to)."""
    return tuple(
        Event(
            id_,
            title=NAME,
            links=tuple(Link(kind, to) for start, kind, to in links if start == id_),
        )
        for id_ in ("a", "b", "c")
    )


def test_an_identity_belongs_to_one_thing():
    assert told(sessions=(Session("s", uid="u@b.org"), Session("t", uid="u@b.org"))) == [
        ("uid.twice", "sessions.t.uid")
    ]
    assert told(
        events=(Event("e", title=NAME, uid="u"),), actions=(Action("a", title=NAME, uid="u"),)
    ) == [("uid.twice", "actions.a.uid")]


def test_identities_made_here_are_no_longer_than_every_calendar_keeps():
    far, id_ = "n" * 200, "a" * 120
    for table, long in (("sessions", Session(id_)), ("events", Event(id_, title=NAME))):
        assert told(namespace=far, **{table: (long,)}) == [("uid.long", f"{table}.{id_}")]
        assert Dossier(namespace="n" * 126, **{table: (long,)})
        kept = attrs.evolve(long, id="b" * (255 - len(f"{table[:-1]}.@{far}")))
        assert Dossier(namespace=far, **{table: (kept, attrs.evolve(long, uid="u" * 300))})


def test_an_identity_from_elsewhere_is_not_that_of_a_thing_here():
    taken = Session("t", uid="session.s@a.org")
    assert told(sessions=(Session("s"), taken)) == [("uid.twice", "sessions.t.uid")]
    assert Dossier(namespace="a.org", sessions=(Session("s", uid="u"), taken))
    assert Dossier(namespace="b.org", sessions=(Session("s"), taken))


def test_a_person_registers_once_for_an_event():
    registrations = (
        Registration("p", event="a"),
        Registration("q", event="a"),
        Registration("p", event="a"),
    )
    assert told(people=PEOPLE, events=events(), registrations=registrations) == [
        ("registration.twice", "registrations")
    ]
    assert Dossier(
        namespace="a.org",
        people=PEOPLE,
        events=events(),
        registrations=(Registration("p"), Registration("p", event="a")),
    )


def test_a_place_does_not_lie_in_itself():
    places = (
        Place("a", name=NAME, within="b"),
        Place("b", name=NAME, within="c"),
        Place("c", name=NAME, within="a"),
    )
    assert told(places=places) == [("cycle", "places.a.within")]
    assert told(places=(Place("a", name=NAME, within="a"),)) == [("cycle", "places.a.within")]


def test_several_chains_are_told_at_once():
    actions = tuple(
        Action(id_, title=NAME, depends_on=on)
        for id_, on in (
            ("a", ("b", "c")),
            ("b", ("a",)),
            ("c", ("d",)),
            ("d", ("c",)),
            ("e", ("a",)),
        )
    )
    assert told(actions=actions, places=(Place("p", name=NAME, within="p"),)) == [
        ("cycle", "places.p.within"),
        ("cycle", "actions.a.depends_on"),
        ("cycle", "actions.c.depends_on"),
    ]


def test_what_prepares_comes_before_what_follows():
    assert Dossier(
        namespace="a.org",
        events=events(("a", "prepares", "b"), ("b", "follows", "a"), ("c", "follows", "b")),
    )
    assert told(events=events(("a", "prepares", "b"), ("a", "follows", "b"))) == [
        ("cycle", "events.a.links")
    ]
    assert told(
        events=events(("a", "prepares", "b"), ("b", "prepares", "c"), ("a", "follows", "c"))
    ) == [("cycle", "events.a.links")]


def test_a_part_is_not_the_whole_of_its_whole():
    assert told(events=events(("a", "part-of", "b"), ("b", "part-of", "a"))) == [
        ("cycle", "events.a.links")
    ]
    assert Dossier(
        namespace="a.org",
        events=events(
            ("a", "part-of", "b"),
            ("a", "prepares", "b"),
            ("b", "backed-by", "c"),
            ("c", "backed-by", "b"),
        ),
    )


def test_nobody_succeeds_herself_in_one_committee():
    def committee(id_, *chairs):
        return Committee(id_, name=NAME, chairs=chairs)

    held = {"sides": SIDES, "people": PEOPLE}
    once = committee("k", Chair("x", "p", predecessor="q"))
    assert Dossier(
        namespace="a.org",
        committees=(once, committee("l", Chair("x", "q", predecessor="p"))),
        **held,
    )
    assert told(committees=(committee("k", Chair("x", "p", predecessor="p")),), **held) == [
        ("cycle", "committees.k.chairs")
    ]
    both = committee("k", Chair("x", "p", predecessor="q"), Chair("y", "q", predecessor="p"))
    assert told(committees=(both,), **held) == [("cycle", "committees.k.chairs")]


NODES = st.integers(0, 7).map(str)
GRAPHS = st.dictionaries(NODES, st.lists(NODES, max_size=3), max_size=8)


@given(GRAPHS)
def test_a_cycle_is_a_way_from_a_thing_to_itself(graph):
    for found in cycles(graph):
        assert len(set(found)) == len(found)
        assert all(
            after in graph[node] for node, after in zip(found, (*found[1:], found[0]), strict=True)
        )


@given(GRAPHS)
def test_a_graph_without_cycle_can_be_put_in_order(graph):
    order, left = [], {node: set(after) for node, after in graph.items()}
    while free := [node for node in left if not any(after in left for after in left[node])]:
        for node in free:
            del left[node]
        order += free
    assert bool(left) == bool(list(cycles(graph)))


def test_a_long_chain_needs_no_deep_stack():
    places = tuple(
        Place(f"p{n}", name=NAME, within=f"p{n - 1}" if n else None) for n in range(5000)
    )
    assert Dossier(namespace="a.org", places=places)
    assert told(places=(*places[1:], Place("p0", name=NAME, within="p4999"))) == [
        ("cycle", "places.p0.within")
    ]
