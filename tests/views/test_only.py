"""Less of a programme: what stays is what was there, what does not is counted."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rencontres.testing import samples
from rencontres.testing.strategies import dossiers
from rencontres.views import Gone, Part, Reader, view

SAMPLES = {sample.name: sample for sample in samples()}
PARTS = st.none() | st.frozensets(st.sampled_from(Part))


def counted(seen):
    return {(omission.part, omission.reason): omission.count for omission in seen.omitted}


def everything(seen):
    """How many things of each part there are, shown or not."""
    return {
        part: seen.count(part)
        + sum(count for (of, _), count in counted(seen).items() if of is part)
        for part in Part
    }


@st.composite
def narrowings(draw, seen):
    ids = [slot.id for slot in seen.slots()]
    chosen = st.none() | st.frozensets(st.sampled_from([*ids, "nowhere"]))
    return {"parts": draw(PARTS), "sessions": draw(chosen)}


def sessions(seen):
    return [slot.id for slot in seen.slots()]


@given(st.data())
def test_what_is_left_and_what_is_counted_is_what_there_was(data):
    seen = view(data.draw(dossiers()), Reader("fr", audience="partners"))
    asked = data.draw(narrowings(seen))
    left = seen.only(**asked)
    assert everything(left) == everything(seen)
    assert all(omission.count > 0 for omission in left.omitted)
    before, after = counted(seen), counted(left)
    assert {key for key in after if after[key] != before.get(key)} <= {
        (part, "selection") for part in Part
    }
    whole = {id(slot) for slot in seen.slots()}
    assert all(id(slot) in whole for slot in left.slots())
    assert all(day.slots for day in left.days)


@given(st.data())
def test_less_of_less_is_what_both_ask_for(data):
    seen = view(data.draw(dossiers()), Reader("fr", audience="partners"))
    first, second = data.draw(narrowings(seen)), data.draw(narrowings(seen))
    both = {
        name: second[name] if first[name] is None
        else first[name] if second[name] is None
        else first[name] & second[name]
        for name in ("parts", "sessions")
    }  # fmt: skip
    twice, once = seen.only(**first).only(**second), seen.only(**both)
    for part in Part:
        assert twice.count(part) == once.count(part)
    assert sessions(twice) == sessions(once)
    assert twice.omitted == once.omitted
    assert twice.gone == once.gone
    assert twice.only(**both) == twice


@given(st.data())
def test_copies_have_no_more_than_is_left(data):
    seen = view(data.draw(dossiers()), Reader("fr", audience="partners"))
    left = seen.only(**data.draw(narrowings(seen)))
    assert set(left.holders) <= set(seen.holders)
    for who in left.holders:
        copy = left.of(who)
        assert sessions(copy) == [id_ for id_ in sessions(seen.of(who)) if id_ in sessions(left)]
        assert [id_ for id_, _ in copy.own] == sessions(copy)
        assert copy.actions == (seen.of(who).actions if left.actions else ())
        assert sessions(copy) or copy.actions or copy.gone


@pytest.mark.parametrize("name", SAMPLES)
def test_a_copy_counts_what_there_was_too(name):
    seen = SAMPLES[name].view()
    listed = {page.id for page in seen.people}
    for who in seen._copies:
        copy = seen.of(who)
        assert copy.of(who) is copy
        for part in set(Part) - {Part.PEOPLE}:
            assert everything(copy)[part] == everything(seen)[part]
        told = everything(copy)[Part.PEOPLE] - copy.count(Part.PEOPLE)
        if seen.person is None:
            was = everything(seen)[Part.PEOPLE] - seen.count(Part.PEOPLE)
            assert told - was == len(listed - {who})


@pytest.mark.parametrize("name", SAMPLES)
def test_less_of_a_programme_is_a_value(name):
    left = SAMPLES[name].view().only(parts=["sessions", "people"])
    again = pickle.loads(pickle.dumps(left))  # noqa: S301 - our own bytes
    assert again == left
    assert hash(again) == hash(left)
    assert again.holders == left.holders
    assert [again.of(who) for who in again.holders] == [left.of(who) for who in left.holders]


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("part", Part)
def test_of_a_part_alone_nothing_else_is_there(name, part):
    seen = SAMPLES[name].view()
    left = seen.only(parts=[part])
    assert [other for other in Part if left.count(other)] == ([part] if seen.count(part) else [])
    assert (left.since is None) == (seen.since is None or part is not Part.CHANGES)
    kinds = {stone.noun for stone in left.gone}
    assert kinds <= {Part.SESSIONS: {"session", "event"}, Part.ACTIONS: {"action"}}.get(part, set())


def test_events_are_those_of_what_is_left_or_else_the_main_one():
    seen = SAMPLES["full.fr"].view()
    one = next(slot for slot in seen.slots() if slot.event)
    assert [event.id for event in seen.only(parts=["sessions"], sessions=[one.id]).events] == [
        one.event
    ]
    assert seen.only(parts=["people"]).events == (seen.main_event,)


def test_what_is_gone_stays_where_it_is_asked_for():
    seen = SAMPLES["changed.fr"].view()
    gone = [stone.id for stone in seen.gone if stone.noun == "session"]
    assert gone
    assert all(isinstance(stone, Gone) for stone in seen.only(sessions=gone).gone)
    assert [stone.id for stone in seen.only(parts=["sessions"], sessions=gone).gone] == gone
    assert seen.only(sessions=[]).gone == tuple(s for s in seen.gone if s.noun == "action")


def test_a_part_that_no_programme_has_is_refused():
    with pytest.raises(ValueError, match="dinners"):
        SAMPLES["bare.fr"].view().only(parts=["dinners"])
