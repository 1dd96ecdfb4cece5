"""Questions over the whole dossier, answered from maps that are made once.

The model holds and looks up; what needs more than one noun to answer is asked here: who leads,
whose session it is, which zone holds, which side comes first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TypeVar

from attrs import frozen

from rencontres.language import chain
from rencontres.model import Dossier, Event, Noun, Pairing, Place, Room, Session, Side
from rencontres.span import key_of

N = TypeVar("N", bound=Noun)


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

    def order_of_sides(self, language: str) -> tuple[Side, ...]:
        """Return the sides in the order in which a language names them: its own first.

        Args:
            language: A language tag.
        """
        wanted = chain(language)[-1]

        def rank(side: Side) -> tuple[int, str]:
            tags = [chain(tag)[-1] for tag in side.languages]
            return tags.index(wanted) if wanted in tags else len(tags) + 1, side.id

        return tuple(sorted(self.dossier.sides, key=rank))


def _grouped(pairs: Iterable[tuple[str | None, N]]) -> dict[str, tuple[N, ...]]:
    found: dict[str, list[N]] = {}
    for key, thing in pairs:
        if key is not None:
            found.setdefault(key, []).append(thing)
    return {key: tuple(things) for key, things in found.items()}
