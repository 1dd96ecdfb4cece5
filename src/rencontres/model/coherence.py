"""What makes a dossier meaningless as a whole: one identity twice, chains that lead back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from rencontres.finding import Finding, path
from rencontres.model.meeting import Committee, Event
from rencontres.model.reference import SINGULAR, cycles
from rencontres.model.refusal import problem

Tables: TypeAlias = Mapping[str, Sequence[Any]]
Graph: TypeAlias = dict[str, list[str]]

_IDENTIFIED = ("events", "sessions", "actions")
"""The tables whose things stand in calendars."""

_LONGEST = 255
"""What every calendar keeps of an identity, in octets."""

_LONGEST_NAMESPACE = _LONGEST - len("session.@") - 120
"""What always leaves room for an id."""


def identity_faults(namespace: str, tables: Tables) -> Iterator[Finding]:
    """Yield a problem for each thing that has the identity of another one, or too long a one."""
    if any(thing.uid for table in _IDENTIFIED for thing in tables[table]):
        yield from _uid_faults(namespace, tables)
    if len(namespace) > _LONGEST_NAMESPACE:
        yield from _long_uids(namespace, tables)
    seen: set[tuple[str, str]] = set()
    for registration in tables["registrations"]:
        if registration.key in seen:
            message = "%(person)s is registered twice for one event"
            yield problem(
                "registration.twice", "registrations", message, person=registration.person
            )
        seen.add(registration.key)


def _uid_faults(namespace: str, tables: Tables) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for table in _IDENTIFIED:
        for thing in tables[table]:
            uid = thing.uid or f"{SINGULAR[table]}.{thing.id}@{namespace}"
            if uid in seen:
                message = "the identity %(uid)s is that of %(other)s too"
                place = path(table, thing.id, "uid")
                yield problem("uid.twice", place, message, uid=uid, other=seen[uid])
            seen[uid] = thing.id


def _long_uids(namespace: str, tables: Tables) -> Iterator[Finding]:
    """Yield a problem for identities that not every calendar keeps (RFC 5545 §3.8.4.7)."""
    for table in _IDENTIFIED:
        longest = _LONGEST - len(f"{SINGULAR[table]}.@{namespace}")
        for thing in tables[table]:
            if thing.uid is None and len(thing.id) > longest:
                message = "with this namespace an id has at most %(longest)s letters"
                yield problem("uid.long", path(table, thing.id), message, longest=longest)


def cycle_faults(tables: Tables) -> Iterator[Finding]:
    """Yield a problem for each chain that leads back to itself."""
    within: Graph = {place.id: [place.within] for place in tables["places"] if place.within}
    yield from _back("places", "within", within)
    yield from _back("actions", "depends_on", {a.id: a.depends_on for a in tables["actions"]})
    yield from _back("events", "links", _order(tables["events"]))
    yield from _back("events", "links", _wholes(tables["events"]))
    for committee in tables["committees"]:
        yield from _back("committees", "chairs", _succession(committee), committee.id)


def _wholes(events: Sequence[Event]) -> Graph:
    """Return what each event is a part of."""
    return {e.id: [link.to for link in e.links if link.kind == "part-of"] for e in events}


def _order(events: Sequence[Event]) -> Graph:
    """Return what comes after each event: what it prepares, and what follows it."""
    graph: Graph = {}
    for event in events:
        for link in event.links:
            if link.kind == "prepares":
                graph.setdefault(event.id, []).append(link.to)
            elif link.kind == "follows":
                graph.setdefault(link.to, []).append(event.id)
    return graph


def _succession(committee: Committee) -> Graph:
    """Return who came before each holder of a seat; in another committee it may be otherwise."""
    graph: Graph = {}
    for chair in committee.chairs:
        if chair.predecessor:
            graph.setdefault(chair.holder, []).append(chair.predecessor)
    return graph


def _back(
    table: str, name: str, graph: Mapping[str, Sequence[str]], thing: str = ""
) -> Iterator[Finding]:
    for found in cycles(graph):
        chain = " → ".join((*found, found[0]))
        place = path(table, thing or found[0], name)
        yield problem("cycle", place, "a chain leads back to itself: %(chain)s", chain=chain)
