"""How the things of a dossier stand to one another: places, zones, sides, circles of readers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from operator import attrgetter
from typing import TypeVar, cast

from attrs import frozen

from rencontres.language import kin
from rencontres.model import (
    Committee,
    Confirmation,
    Dossier,
    Event,
    Noun,
    Pairing,
    Part,
    Place,
    Registration,
    Role,
    Room,
    Session,
    Side,
    Tolerance,
    Workshop,
)
from rencontres.model.visibility import PUBLIC, Circle, audience_of, owners, wholes
from rencontres.span import key_of

N = TypeVar("N", bound=Noun)

SURE: frozenset[Confirmation] = frozenset({"confirmed", "accepted"})
"""What stands without a reserve."""

OFF: frozenset[Confirmation] = frozenset({"cancelled", "declined", "withdrawn"})
"""What will not be held, and promises that will not be kept."""


@frozen(slots=False, eq=False)
class Relations:
    """The relations of one dossier.

    Attributes:
        dossier: The dossier.
    """

    dossier: Dossier

    @cached_property
    def pairings(self) -> Mapping[str, tuple[Pairing, ...]]:
        """The pairings of each workshop, by its id."""
        return _grouped((pairing.workshop, pairing) for pairing in self.dossier.pairings)

    @cached_property
    def sessions(self) -> Mapping[str, tuple[Session, ...]]:
        """The sessions of each workshop, by its id."""
        return _grouped((session.workshop, session) for session in self.dossier.sessions)

    @cached_property
    def programmes(self) -> Mapping[str, tuple[Session, ...]]:
        """The sessions of each event, by its id."""
        return _grouped((session.event, session) for session in self.dossier.sessions)

    @cached_property
    def inside(self) -> Mapping[str, tuple[Place, ...]]:
        """The places that lie directly in each place, by its id."""
        return _grouped((place.within, place) for place in self.dossier.places)

    def upwards(self, place_id: str | None) -> tuple[Place, ...]:
        """Return a place and those it lies in, the smallest first.

        Args:
            place_id: The id of the place, or None.
        """
        chain_: list[Place] = []
        place = self.dossier.get(Place, place_id)
        while place is not None:
            chain_.append(place)
            place = self.dossier.get(Place, place.within)
        return tuple(chain_)

    def zone_of(self, thing: Session | Room | Place | Event | None) -> str | None:
        """Return the IANA name of the zone that a thing lives by, or None.

        A session's own; else that of its room's place, upwards; else that of its event's place.

        Args:
            thing: A session, a room, a place or an event.
        """
        if isinstance(thing, Session):
            if thing.start is not None:
                return key_of(thing.start)
            room = self.dossier.get(Room, thing.room)
            return self.zone_of(room) or self.zone_of(self.dossier.get(Event, thing.event))
        if isinstance(thing, Room | Event):
            return self.zone_of(self.dossier.get(Place, thing.place))
        return next((p.zone for p in self.upwards(thing.id if thing else None) if p.zone), None)

    def zones_of_sides(self) -> tuple[str, ...]:
        """Return the zones of the sides, each once, in the order of the sides."""
        return tuple(dict.fromkeys(side.zone for side in self.dossier.sides if side.zone))

    def side_of_place(self, place_id: str | None) -> Side | None:
        """Return the side that a place lies in, or None.

        Args:
            place_id: The id of the place, or None.
        """
        side = next((place.side for place in self.upwards(place_id) if place.side), None)
        return self.dossier.get(Side, side)

    def local_language(self, place_id: str | None) -> str | None:
        """Return the language of a place: that of the side it lies in.

        Args:
            place_id: The id of the place, or None.
        """
        side = self.side_of_place(place_id)
        return side.languages[0] if side and side.languages else None

    # --- who does what -----------------------------------------------------------------------

    def tasks(self, session: Session) -> Iterator[Role]:
        """Yield everything that somebody does in a session.

        Its roles, those of its running order, the interpreters, and the parties of the pairings
        that carry its workshop.

        Args:
            session: The session.
        """
        yield from roles_of(session, self.dossier.get(Workshop, session.workshop))
        for item in session.items:
            yield from item.roles
        for line in session.interpretation:
            for person in line.team:
                yield Role("interpreter", person, confirmation="confirmed")
        if session.workshop is not None:
            yield from self._carriers(session.workshop)

    @cached_property
    def _carried(self) -> dict[str, tuple[Role, ...]]:
        return {}

    def _carriers(self, workshop: str) -> tuple[Role, ...]:
        if workshop not in self._carried:
            self._carried[workshop] = tuple(
                Role(
                    pairing.function,
                    party.organisation,
                    confirmation=party.confirmation,
                    person=party.person,
                )
                for pairing in self.pairings.get(workshop, ())
                for end in pairing.ends
                for party in end.parties
            )
        return self._carried[workshop]

    # --- whose it is, and who is told of it ----------------------------------------------------

    def side_of(self, thing: Part) -> str | None:
        """Return the one side that a thing belongs to, or None.

        Its own side; else the one side that all those belong to who own, convene or host it.

        Args:
            thing: A value of the model.
        """
        if isinstance(thing, Side):
            return thing.id
        if isinstance(thing, Place):
            found = self.side_of_place(thing.id)
            return found.id if found else None
        side: str | None = getattr(thing, "side", None)
        if side is not None:
            return side
        for ids in owners(thing):
            sides = {whose for id_ in ids if (whose := self._side_of_id(id_))}
            if len(sides) == 1:
                return sides.pop()
        return None

    @cached_property
    def _sides(self) -> dict[str, str | None]:
        return {}

    def _side_of_id(self, id_: str) -> str | None:
        if id_ not in self._sides:
            self._sides[id_] = self.side_of(self.dossier[id_]) if id_ in self.dossier else None
        return self._sides[id_]

    def circle(self, thing: Noun | Registration | Tolerance) -> Circle:
        """Return who is told that a thing exists: who is told of it and of all it is a part of.

        Args:
            thing: A noun, a registration or a tolerance.
        """
        audience = audience_of(thing)
        circle = PUBLIC
        if audience != "public":
            side = self.side_of(thing) if audience == "internal" else None
            circle = Circle(audience, (side,) if side else ())
        for find in wholes(cast("type", type(thing))):
            if (whole := find(thing)) is not None:
                around = self._around(whole)
                if around is not PUBLIC:
                    circle = circle.within(around)
        return circle

    def all_public(self, things: Sequence[Noun]) -> bool:
        """Tell, without a look at each, whether everybody is told of all things of one table.

        Args:
            things: Nouns of one kind.
        """
        kinds = set(map(type, things))
        said = set(map(attrgetter("audience"), things)) - {None}
        if len(kinds) > 1 or said or any(audience_of(thing) != "public" for thing in things[:1]):
            return False
        around = {find(thing) for kind in kinds for find in wholes(kind) for thing in things}
        return all(whole is None or self._around(whole) is PUBLIC for whole in around)

    @cached_property
    def _circles(self) -> dict[str, Circle]:
        return {}

    def _around(self, id_: str) -> Circle:
        circle = self._circles.get(id_)
        if circle is None:
            circle = self._circles[id_] = self.circle(self.dossier[id_])
        return circle

    def sides_of(self, event: Event | None) -> tuple[Side, ...]:
        """Return the sides that take part in an event: those of its committee, else all.

        Args:
            event: The event; None: the whole dossier.
        """
        committee = self.dossier.get(Committee, event.committee) if event else None
        if committee is None or not committee.sides:
            return self.dossier.sides
        return tuple(side for side in self.dossier.sides if side.id in committee.sides)

    def order_of_sides(self, language: str) -> tuple[Side, ...]:
        """Return the sides in the order in which a language names them: its own first.

        A side whose first language it is, in the same script, comes before one whose second it
        is; the others follow by id.

        Args:
            language: A language tag.
        """
        wanted = kin(language)

        def rank(side: Side) -> tuple[bool, int, str]:
            tags = [kin(tag) for tag in side.languages]
            other = wanted not in tags
            return other, 0 if other else tags.index(wanted), side.id

        return tuple(sorted(self.dossier.sides, key=rank))


def roles_of(session: Session, workshop: Workshop | None) -> tuple[Role, ...]:
    """Return the roles of a session: its own, and those of its workshop for other functions.

    Args:
        session: The session.
        workshop: The workshop it is a sitting of.
    """
    if workshop is None or not workshop.roles:
        return session.roles
    own = {role.function for role in session.roles}
    return (*session.roles, *(role for role in workshop.roles if role.function not in own))


def standing(session: Session, event: Event | None) -> Confirmation:
    """Return whether a session will be held: an event that is off takes its sessions along.

    Args:
        session: The session.
        event: The event it belongs to.
    """
    if event is None or event.confirmation == "confirmed" or session.confirmation in OFF:
        return session.confirmation
    off = event.confirmation in OFF or event.confirmation == "postponed"
    return event.confirmation if off else session.confirmation


def _grouped(pairs: Iterable[tuple[str | None, N]]) -> dict[str, tuple[N, ...]]:
    found: dict[str, list[N]] = {}
    for key, thing in pairs:
        if key is not None:
            found.setdefault(key, []).append(thing)
    return {key: tuple(things) for key, things in found.items()}
