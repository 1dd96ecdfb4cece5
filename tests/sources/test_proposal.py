"""What an import proposes is applied as a whole or not at all."""

import pytest
from attrs import evolve

from rencontres import (
    DossierError,
    Proposal,
    Registration,
    Room,
    Session,
    Text,
    Tolerance,
    load_data,
)

DOSSIER = load_data(
    {
        "namespace": "example.org",
        "languages": ["en"],
        "people": {"p": {"names": {"en": {"family": "P"}}}},
        "rooms": {"r": {"name": "R"}},
        "registrations": [{"person": "p"}],
    }
)


def _places(proposal):
    with pytest.raises(DossierError) as caught:
        proposal.apply(DOSSIER)
    return [problem.where for problem in caught.value.problems]


def test_additions_and_changes_are_applied():
    proposal = Proposal(
        additions=(Session("s", room="r"), Tolerance("RC1", reason=Text(en="Why"))),
        changes=(evolve(DOSSIER["r"], capacity=3),),
    )
    after = proposal.apply(DOSSIER)
    assert after["s"].room == "r"
    assert after["r"].capacity == 3
    assert len(after.tolerances) == 1
    assert "s" not in DOSSIER
    assert hash(proposal) == hash(evolve(proposal))


def test_a_registration_takes_the_place_of_that_of_the_same_person():
    later = Registration("p", category="VIP")
    assert Proposal(changes=(later,)).apply(DOSSIER).registrations == (later,)
    other = Proposal(changes=(Registration("p", event="e"),))
    assert _places(other) == ["registrations"]


def test_nothing_proposed_changes_nothing():
    assert Proposal().apply(DOSSIER) == DOSSIER


def test_what_is_there_is_not_added_and_what_is_not_is_not_changed():
    proposal = Proposal(
        additions=(Room("r", name=Text(en="R")), Registration("p")),
        changes=(Session("s"), Session("r")),
    )
    assert _places(proposal) == ["rooms.r", "registrations", "sessions.s", "sessions.r"]


def test_a_proposal_that_means_nothing_is_refused():
    assert _places(Proposal(additions=(Session("s", room="nowhere"),))) == ["sessions.s.room"]
