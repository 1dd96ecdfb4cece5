"""References: every id names something of the right kind, or is told with the way out."""

import typing

import attrs
import pytest

from rencontres.errors import DossierError
from rencontres.finding import parts
from rencontres.model import (
    NOUNS,
    SINGULAR,
    Action,
    Attendance,
    Chair,
    Committee,
    Contribution,
    Delegation,
    Dossier,
    End,
    Entry,
    Event,
    Interpretation,
    Item,
    Link,
    Name,
    Note,
    Organisation,
    Pairing,
    Paper,
    Party,
    Person,
    Place,
    Post,
    Registration,
    Role,
    Room,
    Session,
    Side,
    Tolerance,
    Workshop,
)
from rencontres.model.reference import references, steps
from rencontres.text import Text
from rencontres.when import When

NAME = Text(fr="Nom")
GONE = Role("lead", "x1", on_behalf_of="x2", by="x3", person="x4")
PLACES = {
    "places": (
        Place("t", name=NAME, side="x1", within="x2", candidates=("x3", "x4")),
        ["places.t.side", "places.t.within", "places.t.candidates.0", "places.t.candidates.1"],
    ),
    "rooms": (Room("t", name=NAME, place="x"), ["rooms.t.place"]),
    "organisations": (
        Organisation("t", name=NAME, side="x1", place="x2", candidates=("x3",)),
        ["organisations.t.side", "organisations.t.place", "organisations.t.candidates.0"],
    ),
    "people": (
        Person(
            "t",
            names=(Name("fr", "A"),),
            side="x1",
            posts=(Post(NAME), Post(NAME, organisation="x2")),
        ),
        ["people.t.side", "people.t.posts.1.organisation"],
    ),
    "committees": (
        Committee(
            "t",
            name=NAME,
            sides=("x1",),
            hosts=("x2",),
            chairs=(Chair("x3", "x4", predecessor="x5"),),
            roles=(GONE,),
        ),
        [
            "committees.t.sides.0",
            "committees.t.hosts.0",
            "committees.t.chairs.x3",
            "committees.t.chairs.x3",
            "committees.t.chairs.x3.predecessor",
        ],
    ),
    "events": (
        Event(
            "t",
            title=NAME,
            committee="x1",
            place="x2",
            convened_by=("x3",),
            links=(Link("follows", "x4"),),
            attendance=Attendance(counts=(("x5", 1),), people=("x6",), sheet="x7"),
        ),
        [
            "events.t.committee",
            "events.t.place",
            "events.t.convened_by.0",
            "events.t.attendance.counts.x5",
            "events.t.attendance.people.0",
            "events.t.attendance.sheet",
            "events.t.links.follows",
        ],
    ),
    "workshops": (
        Workshop(
            "t",
            title=NAME,
            event="x1",
            entries=(Entry(NAME, organisations=("x2",), people=("x3",)),),
        ),
        [
            "workshops.t.event",
            "workshops.t.entries.0.organisations.0",
            "workshops.t.entries.0.people.0",
        ],
    ),
    "pairings": (
        Pairing(
            "t",
            workshop="x1",
            ends=(End("x2", (Party("x3", by="x4", person="x5"),)),),
            people=("x6",),
            funding=(Contribution("x7"),),
        ),
        [
            "pairings.t.workshop",
            "pairings.t.ends.x2",
            "pairings.t.ends.x2.x3.by",
            "pairings.t.ends.x2.x3.person",
            "pairings.t.ends.x2.x3",
            "pairings.t.people.0",
            "pairings.t.funding.x7",
        ],
    ),
    "sessions": (
        Session(
            "t",
            event="x1",
            workshop="x2",
            room="x3",
            items=(Item(NAME), Item(NAME, paper="x4", roles=(Role("speaker", "x5"),))),
            interpretation=(Interpretation(("fr", "zh"), team=("x6",)),),
        ),
        [
            "sessions.t.event",
            "sessions.t.workshop",
            "sessions.t.room",
            "sessions.t.items.1.roles.speaker.x5",
            "sessions.t.items.1.paper",
            "sessions.t.interpretation.0.team.0",
        ],
    ),
    "registrations": (
        Registration("x1", event="x2", delegation="x3"),
        ["registrations.0.person", "registrations.0.event", "registrations.0.delegation"],
    ),
    "delegations": (Delegation("t", name=NAME, side="x"), ["delegations.t.side"]),
    "notes": (
        Note("t", text=NAME, event="x1", side="x2", agreed=(("x3", When("2016")),), about=("x4",)),
        ["notes.t.event", "notes.t.side", "notes.t.agreed.x3", "notes.t.about.0"],
    ),
    "actions": (
        Action("t", title=NAME, owners=("x1",), about=("x2",), depends_on=("x3",), event="x4"),
        ["actions.t.owners.0", "actions.t.about.0", "actions.t.depends_on.0", "actions.t.event"],
    ),
    "papers": (Paper("t", title=NAME, about=("x",)), ["papers.t.about.0"]),
    "tolerances": (Tolerance("RC1", reason=NAME, about=("x",)), ["tolerances.0.about.0"]),
}
ROLES = ["roles.lead.x1.by", "roles.lead.x1.person", "roles.lead.x1", "roles.lead.x1.on_behalf_of"]


def told(**tables):
    """Return what a dossier with these tables is refused for."""
    with pytest.raises(DossierError) as refused:
        Dossier(namespace="a.org", **tables)
    return refused.value.problems


@pytest.mark.parametrize("table", PLACES)
def test_a_reference_to_nothing_is_told_with_its_place_as_in_a_file(table):
    thing, places = PLACES[table]
    found = told(**{table: (thing,)})
    extra = [f"{table}.t.{place}" for place in ROLES] if getattr(thing, "roles", ()) else []
    assert sorted(problem.where for problem in found) == sorted(places + extra)
    assert {problem.code for problem in found} == {"reference.unknown"}


def test_every_field_that_names_an_id_is_tried_above():
    tried = {step for thing, _ in PLACES.values() for step in _seen(thing)}
    every = {
        (kind.__name__, attribute.name)
        for kind in (
            *NOUNS.values(),
            Registration,
            Tolerance,
            Role,
            Party,
            Chair,
            End,
            Link,
            Post,
            Item,
            Entry,
            Contribution,
            Interpretation,
            Attendance,
        )
        for attribute in attrs.fields(kind)
        if {"to", "keys"} & set(attribute.metadata)
    }
    assert every == tried


def _seen(part):
    for attribute in attrs.fields(type(part)):
        value = getattr(part, attribute.name)
        if {"to", "keys"} & set(attribute.metadata) and value:
            yield type(part).__name__, attribute.name
        for inner in value if isinstance(value, tuple) else [value]:
            if attrs.has(type(inner)) and not isinstance(inner, When):
                yield from _seen(inner)


def test_references_are_those_that_the_fast_check_sees():
    for thing, places in PLACES.values():
        assert len(list(references(thing))) == len(places) + 4 * bool(getattr(thing, "roles", ()))


@pytest.mark.parametrize(
    ("written", "suggestion"),
    [
        ("strasborg", "strasbourg"),
        ("Strasbourg", "strasbourg"),
        ("bordeau", "bordeaux"),
        ("pays_de_la_loire", "pays-de-la-loire"),
    ],
)
def test_a_misspelt_id_leads_to_the_one_meant(written, suggestion):
    known = tuple(
        Organisation(id_, name=NAME) for id_ in ("bordeaux", "pays-de-la-loire", "strasbourg")
    )
    (problem,) = told(
        organisations=known,
        people=(Person("p", names=(Name("fr", "A"),), posts=(Post(NAME, organisation=written),)),),
    )
    assert problem.text == f"organisations has no `{written}`; did you mean `{suggestion}`?"


def test_an_id_of_the_wrong_kind_is_told_as_what_it_is():
    (problem,) = told(rooms=(Room("r", name=NAME),), events=(Event("e", title=NAME, place="r"),))
    assert problem.code == "reference.kind"
    assert problem.text == "`r` is a room; here stands a place"
    (problem,) = told(
        rooms=(Room("r", name=NAME),), sessions=(Session("s", roles=(Role("lead", "r"),)),)
    )
    assert problem.text == "`r` is a room; here stands a person or an organisation"


def test_about_takes_anything_that_has_an_id():
    sides = (Side("a", name=NAME),)
    assert Dossier(namespace="a.org", sides=sides, notes=(Note("n", text=NAME, about=("a", "n")),))


def test_several_mistakes_are_told_at_once_in_the_order_of_tables():
    found = told(
        rooms=(Room("r", name=NAME, place="p1"),),
        sessions=(Session("s", event="e1", room="r1"), Session("t", room="r")),
        actions=(Action("r", title=NAME),),
    )
    assert [problem.where for problem in found] == [
        "actions.r",
        "rooms.r.place",
        "sessions.s.event",
        "sessions.s.room",
    ]


def test_looking_for_what_was_meant_stays_cheap_among_many():
    rooms = tuple(Room(f"salle-{number}", name=NAME) for number in range(3000))
    sessions = tuple(Session(f"s{number}", room=f"sale-{number}") for number in range(200))
    found = told(rooms=rooms, sessions=sessions)
    assert len(found) == 200
    assert all(problem.value("suggestion") for problem in found[:10])


def test_a_hostile_id_is_quoted_in_one_short_line():
    (problem,) = told(sessions=(Session("s", room="x" * 100_000),))
    assert len(str(problem)) < 400


def test_the_nouns_have_names_in_the_singular():
    assert list(SINGULAR) == list(NOUNS)
    assert parts("sessions.s")[0] in SINGULAR


def test_the_steps_of_a_class_are_its_ids_and_the_parts_that_hold_some():
    assert [step.name for step in steps(Pairing)] == ["workshop", "ends", "people", "funding"]
    assert [(step.name, step.kind) for step in steps(Session)] == [
        ("event", "id"),
        ("workshop", "id"),
        ("room", "id"),
        ("roles", "parts"),
        ("items", "parts"),
        ("interpretation", "parts"),
        ("attendance", "part"),
    ]
    assert typing.cast("tuple", steps(Side)) == ()
