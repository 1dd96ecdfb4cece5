"""One person's copy: her sessions, her own roles always, the same objects."""

import pickle
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rencontres.model import (
    Action,
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
from rencontres.relations import Relations
from rencontres.testing.strategies import dossiers
from rencontres.text import Text
from rencontres.views import Part, Reader, Selection, view

CHENGDU = ZoneInfo("Asia/Shanghai")
NINE = datetime(2016, 10, 29, 9, tzinfo=CHENGDU)
PUBLIC = Reader("fr")


def _person(id_, **fields):
    return Person(id_, names=(Name("fr", id_.title()),), **fields)


@pytest.fixture(name="dossier")
def _dossier():
    return Dossier(
        namespace="a.example",
        sides=(Side("cn", name=Text(fr="Chine")), Side("fr", name=Text(fr="France"))),
        organisations=(
            Organisation("bordeaux", name=Text(fr="Bordeaux"), side="fr"),
            Organisation("wuhan", name=Text(fr="Wuhan"), side="cn"),
        ),
        people=tuple(
            _person(id_)
            for id_ in ("anne", "boris", "chloe", "denis", "emile", "fanny", "idle", "vip", "yan")
        ),
        events=(Event("e", title=Text(fr="E"), roles=(Role("organiser", "idle"),)),),
        workshops=(
            Workshop("w", title=Text(fr="Atelier"), roles=(Role("rapporteur", "emile", confirmation="confirmed"),)),
        ),
        pairings=(
            Pairing("p", workshop="w", ends=(
                End("cn", (Party("wuhan", person="yan"),)),
                End("fr", (Party("bordeaux", confirmation="confirmed"),)),
            )),
        ),
        sessions=(
            Session("opening", start=NINE, roles=(
                Role("moderator", "anne", confirmation="confirmed"),
                Role("participant", "boris", confirmation="confirmed"),
                Role("speaker", "chloe", on_behalf_of="bordeaux"),
                Role("speaker", "fanny", confirmation="declined"),
            )),
            Session("later", start=NINE + timedelta(days=1), event="e", roles=(Role("member", "vip"), Role("speaker", "anne"))),
            Session("s-w", workshop="w", items=(Item(Text(fr="Mot"), roles=(Role("speaker", "denis"),)),),
                    interpretation=(Interpretation(("fr", "zh"), team=("boris",)),)),
            Session("closed", audience="internal", start=NINE, roles=(Role("speaker", "anne"),)),
            Session("other", start=NINE + timedelta(hours=2)),
        ),
        actions=(
            Action("hers", title=Text(fr="A faire"), owners=("idle", "anne")),
            Action("theirs", title=Text(fr="A faire"), owners=("bordeaux",)),
        ),
    )  # fmt: skip


def _own(copy):
    return {slot: [cast.function for cast in casts] for slot, casts in copy.own}


def test_a_copy_holds_her_sessions_and_no_other_in_the_order_of_the_programme(dossier):
    copy = view(dossier, PUBLIC).of("anne")
    assert [slot.id for slot in copy.slots()] == ["opening", "later"]
    assert [day.date.day for day in copy.days] == [29, 30]
    assert _own(copy) == {"opening": ["moderator"], "later": ["speaker"]}
    assert copy.person is not None
    assert copy.person.id == "anne"
    assert copy.people == (copy.person,)


@pytest.mark.parametrize(
    ("who", "own"),
    [
        ("boris", {"opening": ["participant"], "s-w": ["interpreter"]}),
        ("chloe", {"opening": ["speaker"]}),
        ("denis", {"s-w": ["speaker"]}),
        ("emile", {"s-w": ["rapporteur"]}),
        ("vip", {"later": ["member"]}),
        ("yan", {"s-w": ["lead"]}),
        ("wuhan", {"s-w": ["lead"]}),
        ("bordeaux", {"opening": ["speaker"], "s-w": ["lead"]}),
    ],
)
def test_her_own_roles_are_shown_whatever_the_audience(dossier, who, own):
    assert _own(view(dossier, PUBLIC).of(who)) == own


def test_what_others_do_in_her_sessions_is_still_for_the_audience(dossier):
    public = view(dossier, PUBLIC)
    (slot,) = [slot for slot in public.of("boris").slots() if slot.id == "opening"]
    assert [cast.id for cast in slot.people] == ["anne", "chloe"]
    assert "boris" not in {page.id for page in public.people}
    assert "boris" not in public.holders


def test_a_promise_that_will_not_be_kept_brings_no_session(dossier):
    with pytest.raises(KeyError, match="fanny"):
        view(dossier, PUBLIC).of("fanny")


@pytest.mark.parametrize("who", ["nobody", "opening", "e", ""])
def test_nobody_else_has_a_copy(dossier, who):
    with pytest.raises(KeyError):
        view(dossier, PUBLIC).of(who)


def test_whoever_is_hidden_has_her_own_copy_and_is_not_told_to_others(dossier):
    public = view(dossier.change("anne", audience="internal"), PUBLIC)
    assert [slot.id for slot in public.of("anne").slots()] == ["opening", "later"]
    assert "anne" not in public.holders
    assert "anne" not in {page.id for page in public.people}


def test_a_copy_never_tells_an_address_that_the_reader_does_not_see(dossier):
    marked = dossier.change("anne", email="anne@a.example", audience="internal")
    assert view(marked, PUBLIC).of("anne").people[0].email is None


def test_what_is_to_be_done_is_in_the_copies_of_those_who_have_to(dossier):
    partners = view(dossier, Reader("fr", audience="partners"))
    assert [action.id for action in partners.of("anne").actions] == ["hers"]
    assert [action.id for action in partners.of("idle").actions] == ["hers"]
    assert list(partners.of("idle").slots()) == []
    assert view(dossier, PUBLIC).of("anne").actions == ()


def test_objects_are_shared_with_the_whole(dossier):
    partners = view(dossier, Reader("fr", audience="partners"))
    slots = {slot.id: slot for slot in partners.slots()}
    for who in partners.holders:
        copy = partners.of(who)
        assert all(slot is slots[slot.id] for slot in copy.slots())
        assert copy.events is partners.events
        assert copy.wordings is partners.wordings
    pages = {page.id: page for page in partners.people}
    assert partners.of("boris").person is pages["boris"]


def test_a_copy_counts_what_is_not_hers_as_not_selected(dossier):
    public = view(dossier, PUBLIC)
    copy = public.of("anne")
    counts = {(omission.part, omission.reason): omission.count for omission in copy.omitted}
    assert counts[Part.SESSIONS, "audience"] == 1
    assert counts[Part.SESSIONS, "selection"] == 2
    assert counts[Part.WORKSHOPS, "selection"] == 1
    for part in (Part.SESSIONS, Part.WORKSHOPS, Part.PAIRINGS):
        everything = {Part.SESSIONS: 5, Part.WORKSHOPS: 1, Part.PAIRINGS: 1}[part]
        told = sum(count for (of, _), count in counts.items() if of is part)
        assert copy.count(part) + told == everything


def test_a_view_that_was_pickled_still_gives_copies(dossier):
    public = view(dossier, PUBLIC)
    again = pickle.loads(pickle.dumps(public))  # noqa: S301 - our own bytes
    assert again == public
    assert again.of("boris") == public.of("boris")
    assert b"hers" not in pickle.dumps(public)


def test_copies_follow_the_selection(dossier):
    chosen = view(dossier, PUBLIC, Selection(events=["e"]))
    assert [slot.id for slot in chosen.of("anne").slots()] == ["later"]
    with pytest.raises(KeyError):
        chosen.of("boris")


def test_copies_are_put_together_once_for_all(dossier, monkeypatch):
    asked = []
    original = Relations.tasks

    def counted(self, session):
        asked.append(session.id)
        return original(self, session)

    monkeypatch.setattr(Relations, "tasks", counted)
    public = view(dossier, PUBLIC)
    assert asked == []
    for who in ("anne", "boris", "chloe", "yan", "anne"):
        public.of(who)
    assert sorted(asked) == ["later", "opening", "other", "s-w"]


@given(dossiers())
def test_every_role_of_a_shown_session_is_in_the_copy_of_its_holder(dossier):
    partners = view(dossier, Reader("fr", audience="partners"))
    relations = Relations(dossier)
    off = {"declined", "withdrawn", "cancelled"}
    for slot in partners.slots():
        for role in relations.tasks(dossier[slot.id]):
            for id_ in {role.holder, role.person, role.on_behalf_of} - {None}:
                if role.confirmation not in off:
                    own = dict(partners.of(id_).own)
                    assert role.function in {cast.function for cast in own[slot.id]}
    for who in partners.holders:
        assert [slot.id for slot in partners.of(who).slots()] == [
            id_ for id_, _ in partners.of(who).own
        ]


@given(st.data())
def test_a_copy_of_a_generated_dossier_is_a_part_of_its_view(data):
    dossier = data.draw(dossiers())
    public = view(dossier, PUBLIC)
    slots = set(map(id, public.slots()))
    for who in (*public.holders,):
        assert {id(slot) for slot in public.of(who).slots()} <= slots
