"""What one field of a thing says of another, so that made things mean something."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, timedelta
from typing import Any, TypeAlias

from hypothesis import strategies as st

from rencontres.model import (
    Chair,
    End,
    Event,
    Name,
    Organisation,
    Pairing,
    Person,
    Session,
    Tolerance,
)
from rencontres.testing import values

Fields: TypeAlias = dict[str, Any]

_MINUTES = (0.01, 30, 60, 90, 8 * 60, 24 * 60 - 1, 24 * 60, 3 * 24 * 60)


def coherent(cls: type, made: Fields, draw: st.DrawFn) -> Fields:
    """Return the fields of a thing, without those that contradict others.

    Args:
        cls: The class of the thing.
        made: Its fields, each made alone; this dictionary is used up.
        draw: What hypothesis passes.
    """
    settle = _SETTLED.get(cls)
    return settle(made, draw) if settle else made


def _organisation(made: Fields, _: st.DrawFn) -> Fields:
    if "level" in made:
        made.pop("kind", None)
    return made


def _person(made: Fields, draw: st.DrawFn) -> Fields:
    made["names"] = made["names"] or (Name("fr", draw(values.words())),)
    return made


def _chair(made: Fields, _: st.DrawFn) -> Fields:
    if made.get("predecessor", "") >= made["holder"]:
        made.pop("predecessor", None)
    return made


def _pairing(made: Fields, _: st.DrawFn) -> Fields:
    seen: set[str] = set()
    ends: list[End] = []
    for end in made.get("ends", ()):
        kept = tuple(party for party in end.parties if party.organisation not in seen)
        seen.update(party.organisation for party in kept)
        ends.append(End(end.side, kept))
    return {**made, "ends": tuple(ends)}


def _session(made: Fields, draw: st.DrawFn) -> Fields:
    made.pop("end", None)
    start = made["start"]
    if "when" in made:
        made.pop("start")
    elif draw(st.booleans()):
        later = start.astimezone(UTC) + timedelta(minutes=draw(st.sampled_from(_MINUTES)))
        made["end"] = later.astimezone(start.tzinfo)
    return made


def _event(made: Fields, _: st.DrawFn) -> Fields:
    """Let events lead on from one id to a later one, and never back."""
    own = made["id"]
    later = tuple(
        link
        for link in made.get("links", ())
        if own != link.to and (own < link.to) == (link.kind == "prepares")
    )
    return {**made, "links": later}


def _tolerance(made: Fields, _: st.DrawFn) -> Fields:
    if "limit" in made:
        made.pop("off", None)
    return made


_SETTLED: Mapping[type, Callable[[Fields, st.DrawFn], Fields]] = {
    Organisation: _organisation, Person: _person, Chair: _chair, Pairing: _pairing,
    Session: _session, Event: _event, Tolerance: _tolerance,
}  # fmt: skip
