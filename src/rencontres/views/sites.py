"""Where things are held, in words: rooms, floors, venues up to the city, addresses for drivers."""

from __future__ import annotations

from typing import NamedTuple

from rencontres.model import Room
from rencontres.relations import Relations
from rencontres.text import Phrase, Words
from rencontres.views.lexicon import Lexicon


class Site(NamedTuple):
    """Where something is, in words.

    Attributes:
        room: What the room is called.
        floor: Of the room.
        place: From the venue up to the city.
        address: In the reader's languages.
        local_address: In the language of the place.
        local_venue: The name of the venue in that language, where there is such an address.
        position: Latitude and longitude, WGS 84.
    """

    room: Words | None = None
    floor: Words | None = None
    place: tuple[Words, ...] = ()
    address: Words | None = None
    local_address: Phrase | None = None
    local_venue: Phrase | None = None
    position: tuple[float, float] | None = None


class Sites:
    """The rooms and places of a dossier in the words of one reader, each told once."""

    def __init__(self, relations: Relations, lexicon: Lexicon) -> None:
        """Prepare.

        Args:
            relations: The relations of what the reader sees of the dossier.
            lexicon: The reader's languages.
        """
        self._relations = relations
        self._lexicon = lexicon
        self._rooms: dict[str, Site] = {}
        self._places: dict[str | None, Site] = {}

    def room(self, id_: str) -> Site:
        """Return where a room is.

        Args:
            id_: Its id.
        """
        site = self._rooms.get(id_)
        if site is None:
            room = self._relations.dossier.get(Room, id_)
            site = self.place(room.place if room else None)
            if room is not None:
                name, floor = self._lexicon.words(room.name), self._lexicon.maybe(room.floor)
                site = site._replace(room=name, floor=floor)
            self._rooms[id_] = site
        return site

    def place(self, id_: str | None) -> Site:
        """Return where a place is.

        Args:
            id_: Its id; None: nowhere yet.
        """
        site = self._places.get(id_)
        if site is None:
            site = self._places[id_] = self._site(id_)
        return site

    def _site(self, id_: str | None) -> Site:
        chain = self._relations.upwards(id_)
        if not chain:
            return Site()
        address = next((place.address for place in chain if place.address), None)
        local = self._relations.local_language(id_)
        at_home = local if address and local and address.covers(local) else None
        return Site(
            place=self._lexicon.each(place.name for place in chain),
            address=self._lexicon.maybe(address),
            local_address=address.phrase(at_home) if address and at_home else None,
            local_venue=self._lexicon.phrase(chain[0].name, at_home) if at_home else None,
            position=next((place.position for place in chain if place.position), None),
        )
