"""Places, zones and sides: what a thing has from what it lies in or belongs to."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from rencontres.model import (
    Committee,
    Dossier,
    Event,
    Item,
    Name,
    Organisation,
    Pairing,
    Person,
    Place,
    Post,
    Role,
    Room,
    Session,
    Side,
    Workshop,
)
from rencontres.relations import Relations, roles_of, standing
from rencontres.text import Text
from rencontres.when import When

NAME = Text(en="Name")


@pytest.fixture
def relations():
    return Relations(
        Dossier(
            namespace="a.org",
            sides=(
                Side("jp", name=NAME, zone="Asia/Tokyo", languages=("ja", "en")),
                Side("mn", name=NAME, languages=("mn-Mong-CN",)),
                Side("rs", name=NAME, zone="Europe/Belgrade", languages=("sr-Cyrl",)),
                Side("tw", name=NAME, zone="Asia/Taipei", languages=("zh-TW",)),
            ),
            places=(
                Place("japan", name=NAME, side="jp", zone="Asia/Tokyo"),
                Place("kyoto", name=NAME, within="japan"),
                Place("hall", name=NAME, within="kyoto"),
                Place("ship", name=NAME, within="kyoto", zone="UTC"),
                Place("taipei", name=NAME, side="tw"),
            ),
            rooms=(
                Room("r1", name=NAME, place="hall"),
                Room("r2", name=NAME, place="ship"),
                Room("r3", name=NAME, place="taipei"),
                Room("r4", name=NAME),
            ),
            organisations=(
                Organisation("city", name=NAME, place="kyoto"),
                Organisation("fair", name=NAME, side="tw"),
                Organisation("club", name=NAME),
            ),
            people=(
                Person(
                    "p1",
                    names=(Name("en", "A"),),
                    side="rs",
                    posts=(Post(NAME, organisation="fair"),),
                ),
                Person(
                    "p2",
                    names=(Name("en", "B"),),
                    posts=(Post(NAME), Post(NAME, organisation="city")),
                ),
                Person(
                    "p3",
                    names=(Name("en", "C"),),
                    posts=(Post(NAME, organisation="city"), Post(NAME, organisation="fair")),
                ),
                Person("p4", names=(Name("en", "D"),)),
            ),
            committees=(Committee("k", name=NAME, sides=("tw", "jp")), Committee("l", name=NAME)),
            events=(
                Event("e1", title=NAME, place="hall", committee="k"),
                Event("e2", title=NAME, committee="l", confirmation="postponed"),
                Event("e3", title=NAME),
            ),
            workshops=(
                Workshop("w", title=NAME, roles=(Role("moderator", "p1"), Role("speaker", "p2"))),
            ),
            pairings=(Pairing("b", workshop="w"), Pairing("a", workshop="w"), Pairing("c")),
            sessions=(
                Session(
                    "s1",
                    start=datetime(2016, 10, 29, 9, tzinfo=ZoneInfo("Europe/Paris")),
                    room="r1",
                ),
                Session("s2", room="r1", event="e3", workshop="w"),
                Session("s3", room="r3", event="e1", workshop="w", when=When("2016")),
                Session("s4", room="r4", event="e1", items=(Item(NAME),)),
                Session("s5", event="e2"),
                Session("s6"),
            ),
        )
    )


def ids(things):
    return [thing.id for thing in things]


def test_what_belongs_together_is_grouped_by_id(relations):
    assert {key: ids(found) for key, found in relations.pairings.items()} == {"w": ["a", "b"]}
    assert {key: ids(found) for key, found in relations.sessions.items()} == {"w": ["s2", "s3"]}
    assert {key: ids(found) for key, found in relations.programmes.items()} == {
        "e3": ["s2"],
        "e1": ["s3", "s4"],
        "e2": ["s5"],
    }
    assert {key: ids(found) for key, found in relations.inside.items()} == {
        "japan": ["kyoto"],
        "kyoto": ["hall", "ship"],
    }
    assert relations.pairings is relations.pairings


def test_a_place_leads_upwards_the_venue_first(relations):
    assert ids(relations.upwards("hall")) == ["hall", "kyoto", "japan"]
    assert relations.upwards(None) == relations.upwards("nowhere") == ()


@pytest.mark.parametrize(
    ("id_", "zone"),
    [
        ("s1", "Europe/Paris"),
        ("s2", "Asia/Tokyo"),
        ("s3", "Asia/Tokyo"),
        ("s4", "Asia/Tokyo"),
        ("s5", None),
        ("s6", None),
        ("r1", "Asia/Tokyo"),
        ("r2", "UTC"),
        ("r3", None),
        ("e1", "Asia/Tokyo"),
        ("e3", None),
        ("hall", "Asia/Tokyo"),
        ("ship", "UTC"),
        ("taipei", None),
    ],
)
def test_a_zone_is_ones_own_else_that_of_the_room_else_that_of_the_event(relations, id_, zone):
    assert relations.zone_of(relations.dossier[id_]) == zone


def test_the_zones_of_sides_are_each_told_once(relations):
    assert relations.zones_of_sides() == ("Asia/Tokyo", "Europe/Belgrade", "Asia/Taipei")


def test_a_place_speaks_the_language_of_the_side_it_lies_in(relations):
    assert relations.local_language("hall") == "ja"
    assert relations.local_language("taipei") == "zh-Hant-TW"
    assert relations.local_language(None) is None


@pytest.mark.parametrize(
    ("id_", "side"),
    [
        ("jp", "jp"),
        ("hall", "jp"),
        ("r1", "jp"),
        ("r4", None),
        ("city", "jp"),
        ("fair", "tw"),
        ("club", None),
        ("p1", "rs"),
        ("p2", "jp"),
        ("p3", None),
        ("p4", None),
    ],
)
def test_a_side_is_ones_own_else_that_of_post_or_place(relations, id_, side):
    assert relations.side_of(relations.dossier[id_]) == side


def test_the_sides_of_an_event_are_those_of_its_committee_else_all(relations):
    dossier = relations.dossier
    assert ids(relations.sides_of(dossier.get(Event, "e1"))) == ["jp", "tw"]
    assert relations.sides_of(dossier.get(Event, "e2")) == relations.sides_of(None) == dossier.sides


@pytest.mark.parametrize(
    ("language", "first"),
    [
        ("ja", "jp"),
        ("ja-JP", "jp"),
        ("en-GB", "jp"),
        ("zh-Hant", "tw"),
        ("zh-HK", "tw"),
        ("sr", "rs"),
        ("sr-RS", "rs"),
        ("mn-CN", "mn"),
    ],
)
def test_a_language_names_its_own_side_first_and_then_the_others_by_id(relations, language, first):
    order = ids(relations.order_of_sides(language))
    assert order == [first, *sorted({"jp", "mn", "rs", "tw"} - {first})]


@pytest.mark.parametrize("language", ["zh-Hans", "sr-Latn", "mn", "fr"])
def test_a_language_of_no_side_or_in_another_script_names_them_by_id(relations, language):
    assert ids(relations.order_of_sides(language)) == ["jp", "mn", "rs", "tw"]


def test_a_first_language_comes_before_a_second_one():
    sides = (Side("a", name=NAME, languages=("fr", "en")), Side("b", name=NAME, languages=("en",)))
    order = Relations(Dossier(namespace="a.org", sides=sides)).order_of_sides("en")
    assert ids(order) == ["b", "a"]


def test_a_session_has_the_roles_of_its_workshop_that_it_does_not_fill_itself():
    workshop = Workshop("w", title=NAME, roles=(Role("moderator", "a"), Role("speaker", "b")))
    session = Session("s", roles=(Role("moderator", "c"),))
    assert [(role.function, role.holder) for role in roles_of(session, workshop)] == [
        ("moderator", "c"),
        ("speaker", "b"),
    ]
    assert roles_of(session, None) == session.roles


def test_an_event_that_is_off_takes_its_sessions_along():
    off = Event("e", title=NAME, confirmation="cancelled")
    assert standing(Session("s"), off) == "cancelled"
    assert standing(Session("s", confirmation="withdrawn"), off) == "withdrawn"
    assert standing(Session("s", confirmation="to-confirm"), None) == "to-confirm"
    assert standing(Session("s"), Event("e", title=NAME, confirmation="postponed")) == "postponed"
    assert standing(Session("s"), Event("e", title=NAME, confirmation="proposed")) == "confirmed"


def test_a_long_way_upwards_needs_no_deep_stack():
    places = tuple(
        Place(f"p{n:04}", name=NAME, within=f"p{n - 1:04}" if n else None, side=None if n else "a")
        for n in range(3000)
    )
    relations = Relations(Dossier(namespace="a.org", sides=(Side("a", name=NAME),), places=places))
    assert relations.side_of(places[-1]) == "a"
    assert len(relations.upwards("p2999")) == 3000
