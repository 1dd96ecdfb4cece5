"""Who does what, found by who does it: made in one pass over the dossier."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from functools import cached_property
from typing import TypeAlias, TypeVar

from attrs import frozen

from rencontres.model import Chair, Committee, Event, Pairing, Promise, Role, Session, Workshop
from rencontres.relations.ties import Relations

T = TypeVar("T")
D = TypeVar("D", bound="Role | Chair")
Leads: TypeAlias = Mapping[str, tuple[Promise, ...]]
"""Parties and roles by the id of the side they stand for."""

_LAST = datetime.max.replace(tzinfo=UTC)
"""Where a session without an hour stands: after all that have one."""


@frozen(slots=False, eq=False)
class Duties:
    """What the people and the organisations of a dossier do in it.

    Somebody is found by what she holds, by whom she speaks for, and by whom she comes for: the
    session in which a deputy mayor speaks for her town is hers and the town's.

    Attributes:
        relations: The relations of the dossier.
    """

    relations: Relations

    def sessions_of(self, id_: str) -> tuple[tuple[Session, Role], ...]:
        """Return the sessions of somebody with what she does there, in the order of the day.

        The roles of a session, of its running order and of its workshop, interpreting, and the
        carrying of a workshop in a pairing.

        Args:
            id_: The id of a person or an organisation.
        """
        return self._sessions.get(id_, ())

    def events_of(self, id_: str) -> tuple[tuple[Event, Role], ...]:
        """Return the events in which somebody has a function of the whole, sorted by id.

        Args:
            id_: The id of a person or an organisation.
        """
        return self._events.get(id_, ())

    def workshops_of(self, id_: str) -> tuple[tuple[Workshop, Role], ...]:
        """Return the workshops in which somebody has a function of the whole, sorted by id.

        Args:
            id_: The id of a person or an organisation.
        """
        return self._workshops.get(id_, ())

    def committees_of(self, id_: str) -> tuple[tuple[Committee, Role | Chair], ...]:
        """Return the committees that somebody chairs or has a function in, sorted by id.

        Args:
            id_: The id of a person or an organisation.
        """
        return self._committees.get(id_, ())

    def pairings_of(self, id_: str) -> tuple[Pairing, ...]:
        """Return the pairings that somebody stands in, comes for or is named with, sorted by id.

        Args:
            id_: The id of a person or an organisation.
        """
        return self._pairings.get(id_, ())

    def leads_of(self, workshop_id: str) -> Leads:
        """Return who leads a workshop, by side: the parties of its pairings, then its lead roles.

        Every side has its place: an empty one has still to be found. A holder that belongs to no
        side stands under the empty id.

        Args:
            workshop_id: The id of the workshop.
        """
        relations = self.relations
        found: dict[str, list[Promise]] = {side.id: [] for side in relations.dossier.sides}
        for pairing in relations.pairings.get(workshop_id, ()):
            for end in pairing.ends if pairing.function == "lead" else ():
                found[end.side] += end.parties
        workshop = relations.dossier.get(Workshop, workshop_id)
        for role in workshop.roles if workshop else ():
            if role.function == "lead" and role.holder:
                side = relations.side_of(relations.dossier[role.holder]) or ""
                found.setdefault(side, []).append(role)
        return {side: tuple(promises) for side, promises in found.items()}

    @cached_property
    def _sessions(self) -> Mapping[str, tuple[tuple[Session, Role], ...]]:
        dossier, tasks = self.relations.dossier, self.relations.tasks
        return _by_holder(
            (session, role)
            for session in sorted(dossier.sessions, key=_start)
            for role in tasks(session)
        )

    @cached_property
    def _events(self) -> Mapping[str, tuple[tuple[Event, Role], ...]]:
        return _by_holder((e, role) for e in self.relations.dossier.events for role in e.roles)

    @cached_property
    def _workshops(self) -> Mapping[str, tuple[tuple[Workshop, Role], ...]]:
        return _by_holder((w, role) for w in self.relations.dossier.workshops for role in w.roles)

    @cached_property
    def _committees(self) -> Mapping[str, tuple[tuple[Committee, Role | Chair], ...]]:
        return _by_holder(
            (committee, duty)
            for committee in self.relations.dossier.committees
            for duty in _duties(committee)
        )

    @cached_property
    def _pairings(self) -> Mapping[str, tuple[Pairing, ...]]:
        found: dict[str, list[Pairing]] = {}
        for pairing in self.relations.dossier.pairings:
            for id_ in dict.fromkeys(_named(pairing)):
                found.setdefault(id_, []).append(pairing)
        return {id_: tuple(pairings) for id_, pairings in found.items()}


def _by_holder(pairs: Iterable[tuple[T, D]]) -> Mapping[str, tuple[tuple[T, D], ...]]:
    """Return what each person and organisation does, once, in the order given."""
    found: dict[str, dict[tuple[T, D], None]] = {}
    for thing, duty in pairs:
        for id_ in holders(duty):
            found.setdefault(id_, {})[thing, duty] = None
    return {id_: tuple(held) for id_, held in found.items()}


def holders(duty: Role | Chair) -> Iterator[str]:
    """Yield who holds a duty, whom she speaks for, and who comes for it.

    Args:
        duty: A role, or a seat at the head of a committee.
    """
    if duty.holder is not None:
        yield duty.holder
    if isinstance(duty, Role):
        if duty.on_behalf_of is not None:
            yield duty.on_behalf_of
        if duty.person is not None:
            yield duty.person


def _duties(committee: Committee) -> Iterator[Role | Chair]:
    yield from committee.chairs
    yield from committee.roles


def _named(pairing: Pairing) -> Iterator[str]:
    for end in pairing.ends:
        for party in end.parties:
            yield party.organisation
            if party.person is not None:
                yield party.person
    yield from pairing.people


def _start(session: Session) -> tuple[datetime, str]:
    """Return by what sessions are sorted: the clock of the world, whatever their zones."""
    return session.start.astimezone(UTC) if session.start else _LAST, session.id
