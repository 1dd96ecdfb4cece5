"""Who must be told when something changes: those who do something in it, before or after."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any

from attrs import frozen

from rencontres.model import (
    Action,
    Chair,
    Committee,
    Delegation,
    Event,
    Noun,
    Organisation,
    Pairing,
    Person,
    Place,
    Role,
    Room,
    Session,
    Side,
    Workshop,
)
from rencontres.relations import Relations, holders


@frozen(slots=False, eq=False)
class Concerned:
    """Those who have something to do with the things of one dossier.

    Attributes:
        relations: The relations of the dossier.
    """

    relations: Relations

    def by(self, thing: Noun | None) -> frozenset[str]:
        """Return the ids of the people and organisations that a thing concerns.

        Those who hold a function in it, whom they speak for, who comes for them; of an event,
        everybody in its sessions, its workshops and its committee, and who has registered; of a
        workshop, its leads and everybody in its sessions; of a room or a place, everybody there.

        Args:
            thing: A thing of the dossier; None: it is not there.
        """
        if thing is None:
            return frozenset()
        if thing.id not in self._known:
            self._known[thing.id] = frozenset(self._of(thing))
        return self._known[thing.id]

    @cached_property
    def _known(self) -> dict[str, frozenset[str]]:
        return {}

    def _of(self, thing: Noun) -> Iterator[str]:
        for kind, find in self._finders:
            if isinstance(thing, kind):
                yield from find(thing)

    @cached_property
    def _finders(self) -> tuple[tuple[type[Noun], Callable[[Any], Iterable[str]]], ...]:
        return (
            (Session, self._session),
            (Pairing, self._pairing),
            (Workshop, self._workshop),
            (Event, self._event),
            (Committee, lambda one: (*one.hosts, *_holders((*one.chairs, *one.roles)))),
            (Delegation, lambda one: _holders(one.roles)),
            (Action, self._action),
            (Person, lambda one: (one.id,)),
            (Organisation, lambda one: (one.id,)),
            (Room, lambda one: self._inside.get(one.id, ())),
            (Place, lambda one: self._inside.get(one.id, ())),
        )

    def _session(self, session: Session) -> Iterator[str]:
        yield from _holders(self.relations.tasks(session))
        for pairing in self.relations.pairings.get(session.workshop or "", ()):
            yield from pairing.people

    def _workshop(self, workshop: Workshop) -> Iterator[str]:
        yield from _holders(workshop.roles)
        for pairing in self.relations.pairings.get(workshop.id, ()):
            yield from self._pairing(pairing)
        for session in self.relations.sessions.get(workshop.id, ()):
            yield from self.by(session)

    def _pairing(self, pairing: Pairing) -> Iterator[str]:
        for end in pairing.ends:
            for party in end.parties:
                yield party.organisation
                if party.person is not None:
                    yield party.person
        yield from pairing.people

    def _event(self, event: Event) -> Iterator[str]:
        relations = self.relations
        yield from event.convened_by
        yield from _holders(event.roles)
        yield from self.by(relations.dossier.get(Committee, event.committee))
        for session in relations.programmes.get(event.id, ()):
            yield from self.by(session)
        yield from self._around.get(event.id, ())

    @cached_property
    def _around(self) -> dict[str, list[str]]:
        """Those who have registered for an event, and those of its workshops."""
        found: dict[str, list[str]] = {}
        for registration in self.relations.dossier.registrations:
            if registration.event is not None:
                found.setdefault(registration.event, []).append(registration.person)
        for workshop in self.relations.dossier.workshops:
            if workshop.event is not None:
                found.setdefault(workshop.event, []).extend(self.by(workshop))
        return found

    @cached_property
    def _inside(self) -> dict[str, set[str]]:
        """Those who have something to do in a room, or at a place."""
        found: dict[str, set[str]] = {}
        dossier = self.relations.dossier
        for session in dossier.sessions:
            if (room := dossier.get(Room, session.room)) is not None:
                for id_ in (room.id, room.place):
                    found.setdefault(id_ or "", set()).update(self.by(session))
        for event in dossier.events:
            found.setdefault(event.place or "", set()).update(self.by(event))
        return found

    def _action(self, action: Action) -> Iterator[str]:
        for id_ in action.owners:
            owner = self.relations.dossier[id_]
            if isinstance(owner, Committee | Delegation):
                yield from self.by(owner)
            elif not isinstance(owner, Side):
                yield id_


def _holders(duties: Iterable[Role | Chair]) -> Iterator[str]:
    for duty in duties:
        yield from holders(duty)
