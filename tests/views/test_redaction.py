"""What may be sent to somebody is a dossier, and shows her what she would see of the whole."""

import json

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rencontres import dump, dump_data, load, load_data
from rencontres.model import (
    NOUNS,
    Chair,
    Committee,
    Dossier,
    Interpretation,
    Item,
    Name,
    Organisation,
    Person,
    Registration,
    Role,
    Session,
    Side,
    Tolerance,
)
from rencontres.model.reference import references
from rencontres.testing.strategies import dossiers
from rencontres.text import Text
from rencontres.views import Reader, forget, redact, view


def readers(dossier):
    sides = [side.id for side in dossier.sides] or ["nobody"]
    return st.one_of(
        st.sampled_from([Reader("fr"), Reader("zh-Hans", "fr", audience="partners")]),
        st.sampled_from(sides).map(lambda side: Reader("fr", audience="internal", side=side)),
    )


def _named(dossier):
    for table in (*NOUNS, "registrations", "tolerances"):
        for thing in getattr(dossier, table):
            yield from (reference.id for reference in references(thing))


@given(st.data())
def test_what_is_left_is_a_dossier_and_shows_what_the_whole_one_shows(data):
    dossier = data.draw(dossiers())
    reader = data.draw(readers(dossier))
    left = redact(dossier, reader)
    assert attrs.evolve(left) == left
    assert all(attrs.evolve(thing) == thing and left[thing.id] is thing for thing in left.things())
    assert set(_named(left)) <= {thing.id for thing in left.things()}
    assert redact(left, reader) == left
    assert load_data(dump_data(left)) == left
    whole, again = view(dossier, reader), view(left, reader)
    assert attrs.evolve(whole, omitted=()) == attrs.evolve(again, omitted=())
    assert again.omitted == ()


@given(st.data())
def test_each_audience_sees_what_the_wider_ones_see(data):
    dossier = data.draw(dossiers())
    side = data.draw(st.sampled_from([side.id for side in dossier.sides] or ["nobody"]))
    public, partners, internal = (
        {thing.id for thing in redact(dossier, reader).things()}
        for reader in (
            Reader("fr"),
            Reader("fr", audience="partners"),
            Reader("fr", audience="internal", side=side),
        )
    )
    assert public <= partners <= internal


def test_a_dossier_with_nothing_to_hide_is_left_as_it_is(filled):
    dossier, _ = filled
    plain = Dossier(namespace="a.example", sessions=(Session("s"),))
    assert redact(plain, Reader("fr")) == plain
    assert redact(plain, Reader("fr")).sessions is plain.sessions
    assert redact(dossier, Reader("fr")).places is not dossier.places


def test_what_was_redacted_can_be_saved(filled, tmp_path):
    dossier, _ = filled
    redacted = redact(dossier, Reader("fr", audience="partners"))
    path = tmp_path / "pour-eux.toml"
    dump(redacted, path)
    assert load(path) == redacted


# --- a person is forgotten ---------------------------------------------------------------------


@given(st.data())
def test_a_person_who_was_forgotten_is_mentioned_nowhere(data):
    dossier = data.draw(dossiers().filter(lambda dossier: dossier.people))
    person = data.draw(st.sampled_from([person.id for person in dossier.people]))
    left = forget(dossier, person)
    assert attrs.evolve(left) == left
    assert {thing.id for thing in left.things()} == {t.id for t in dossier.things()} - {person}
    assert person not in set(_named(left))


def _mentioned():
    who = Person("dupont", names=(Name("fr", "Dupont"),), email="d@a.example")
    other = Person("martin", names=(Name("fr", "Martin"),))
    return Dossier(
        namespace="a.example",
        sides=(Side("fr", name=Text(fr="ici")),),
        organisations=(Organisation("org", name=Text(fr="Org")),),
        people=(who, other),
        committees=(Committee("c", name=Text(fr="C"), chairs=(Chair("fr", "martin", predecessor="dupont"),)),),
        sessions=(
            Session(
                "s",
                roles=(
                    Role("moderator", "dupont"),
                    Role("moderator", "org", person="dupont", by="dupont"),
                    Role("speaker", "martin"),
                ),
                items=(Item(Text(fr="Mot"), roles=(Role("speaker", "dupont"),)),),
                interpretation=(Interpretation(("fr", "zh"), team=("dupont", "martin")),),
            ),
        ),
        registrations=(Registration("dupont"), Registration("martin")),
        tolerances=(
            Tolerance("RC101", reason=Text(fr="pour lui"), about=("dupont",)),
            Tolerance("RC102", reason=Text(fr="pour eux"), about=("dupont", "martin")),
            Tolerance("RC103", reason=Text(fr="pour tous")),
        ),
    )  # fmt: skip


def test_forgetting_takes_away_every_mention_and_leaves_what_means_something_without():
    left = forget(_mentioned(), "dupont")
    assert "dupont" not in json.dumps(dump_data(left)).lower()
    session = left.sessions[0]
    assert [(role.function, role.holder, role.person) for role in session.roles] == [
        ("moderator", "org", None),
        ("speaker", "martin", None),
    ]
    assert session.items[0].roles == ()
    assert session.interpretation[0].team == ("martin",)
    assert left.committees[0].chairs == (Chair("fr", "martin"),)
    assert [registration.person for registration in left.registrations] == ["martin"]


def test_a_tolerance_for_somebody_who_was_forgotten_does_not_become_one_for_all():
    assert [each.rule for each in forget(_mentioned(), "dupont").tolerances] == ["RC102", "RC103"]


@pytest.mark.parametrize("id_", ["nobody", "org", "s"])
def test_only_people_can_be_forgotten(id_):
    with pytest.raises(KeyError, match=id_):
        forget(_mentioned(), id_)
