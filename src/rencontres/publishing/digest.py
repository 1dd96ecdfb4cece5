"""Digests of what is told of a thing, taken from the model and never from rendered bytes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import lru_cache
from hashlib import blake2b
from typing import Any

import attrs

from rencontres.model import (
    Action,
    Confirmation,
    Dossier,
    Event,
    Noun,
    Organisation,
    Part,
    Person,
    Role,
    Room,
    Session,
    Workshop,
)
from rencontres.relations import Relations
from rencontres.span import key_of
from rencontres.text import Text
from rencontres.when import When

_SIZE = 8
_UNTOLD = frozenset({"source", "as_written", "audience", "extra", "uid", "asked", "due", "by"})
"""What no programme tells: follow-up of promises, provenance, the host's own."""

_STATUS: Mapping[Confirmation, str] = {
    "proposed": "tentative",
    "to-confirm": "tentative",
    "invited": "tentative",
    "accepted": "tentative",
    "confirmed": "confirmed",
    "declined": "cancelled",
    "withdrawn": "cancelled",
    "cancelled": "cancelled",
    "postponed": "postponed",
}


def status_of(confirmation: Confirmation) -> str:
    """Return what a confirmation means to somebody's calendar.

    Args:
        confirmation: Of a session or an event.

    Returns:
        ``tentative``, ``confirmed``, ``cancelled`` or ``postponed``.
    """
    return _STATUS[confirmation]


def digest(value: object) -> str:
    """Return the digest of plain JSON data.

    Args:
        value: Lists, dictionaries, strings, numbers.
    """
    octets = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
    return blake2b(octets, digest_size=_SIZE).hexdigest()


@lru_cache(maxsize=128)
def _told(cls: type) -> tuple[tuple[str, object], ...]:
    return tuple(
        (attribute.name, attribute.default)
        for attribute in attrs.fields(cls)
        if attribute.init and attribute.name not in _UNTOLD
    )


def plain(value: object) -> object:
    """Return a value of the model as plain data: what was said, and nothing that no reader is told.

    Args:
        value: A value of the model, or a tuple of values.
    """
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, Text):
        return dict(value)
    if isinstance(value, datetime):
        return [value.replace(tzinfo=None).isoformat(), key_of(value), value.fold]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, Part | When):
        return {
            name: plain(found)
            for name, default in _told(type(value))
            if (found := getattr(value, name)) != default and found != ()
        }
    msg = f"the model holds no {type(value).__name__}"
    raise TypeError(msg)


class Digests:
    """The digests of the things of one dossier."""

    def __init__(self, dossier: Dossier) -> None:
        """Prepare.

        Args:
            dossier: The dossier.
        """
        self._dossier = dossier
        self._relations = Relations(dossier)
        self._known: dict[tuple[str, object], str] = {}

    def timing(self, thing: Session | Event | Action) -> str:
        """Return the digest of the time and the status of a thing.

        Args:
            thing: A session, an event or an action.
        """
        if isinstance(thing, Action):
            return digest([plain(thing.due), thing.status])
        if isinstance(thing, Event):
            return digest([plain(thing.when), status_of(thing.confirmation)])
        event = self._dossier.get(Event, thing.event)
        status = status_of(thing.confirmation)
        if event is not None and status_of(event.confirmation) in ("cancelled", "postponed"):
            status = status_of(event.confirmation)
        return digest([plain(thing.start), plain(thing.end), plain(thing.when), status])

    def words(self, thing: Session | Event | Action) -> str:
        """Return the digest of everything else that is told of a thing, and of what it names.

        Args:
            thing: A session, an event or an action.
        """
        return digest([plain(thing), sorted(self._named(thing))])

    def _named(self, thing: Session | Event | Action) -> Iterator[str]:
        if isinstance(thing, Action):
            yield from self._things(thing.owners)
            return
        yield from self._roles(thing.roles)
        if isinstance(thing, Event):
            yield self._place(thing.place)
            yield from self._things(thing.convened_by)
            return
        for item in thing.items:
            yield from self._roles(item.roles)
        for line in thing.interpretation:
            yield from self._things(line.team)
        if thing.room is not None:
            yield self._memo("room", thing.room, self._room)
        if thing.workshop is not None:
            yield self._memo("workshop", thing.workshop, self._workshop)
        if thing.event is not None:
            yield self._memo("event", thing.event, self._event)

    def _memo(self, kind: str, key: str, make: Callable[[str], object]) -> str:
        known = self._known.get((kind, key))
        if known is None:
            known = self._known[kind, key] = digest([kind, make(key)])
        return known

    def _room(self, id_: str) -> object:
        room = self._dossier.get(Room, id_)
        return [plain(room), self._place(room.place if room else None)]

    def _place(self, id_: str | None) -> str:
        if id_ is None:
            return ""
        return self._memo("place", id_, lambda key: [plain(p) for p in self._relations.upwards(key)])

    def _workshop(self, id_: str) -> object:
        workshop = self._dossier.get(Workshop, id_)
        pairings = self._relations.pairings.get(id_, ())
        parties = [p.organisation for pairing in pairings for end in pairing.ends for p in end.parties]
        named = sorted(self._things(parties))
        return [plain(workshop), [plain(pairing) for pairing in pairings], named]

    def _event(self, id_: str) -> object:
        event = self._dossier.get(Event, id_)
        if event is None:
            return None
        return [plain(event.title), plain(event.short), plain(event.theme), self._place(event.place)]

    def _roles(self, roles: Iterable[Role]) -> Iterator[str]:
        for role in roles:
            ids = (role.holder, role.on_behalf_of, role.person)
            yield from self._things(id_ for id_ in ids if id_ is not None)

    def _things(self, ids: Iterable[str]) -> Iterator[str]:
        for id_ in ids:
            yield self._memo("thing", id_, lambda key: _name(self._dossier[key]))


def _name(thing: Noun) -> Any:
    if isinstance(thing, Person):
        return [thing.id, plain(thing.names), thing.gender, plain(thing.posts), thing.side]
    if isinstance(thing, Organisation):
        return [thing.id, plain(thing.name), plain(thing.short), thing.side]
    return [thing.id, plain(getattr(thing, "name", None))]
