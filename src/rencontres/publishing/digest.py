"""Digests of what is told of a thing, taken from the model and never from rendered bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import lru_cache
from hashlib import blake2b
from itertools import compress
from operator import attrgetter, is_not
from typing import Any, TypeAlias, cast

import attrs

from rencontres.model import (
    Action,
    Confirmation,
    Event,
    Interpretation,
    Item,
    Organisation,
    Pairing,
    Part,
    Person,
    Promise,
    Role,
    Room,
    Session,
    Workshop,
    name_of,
)
from rencontres.model.visibility import PUBLIC
from rencontres.relations import Relations, standing
from rencontres.span import key_of
from rencontres.text import Text
from rencontres.when import When

Getter: TypeAlias = Callable[[object], tuple[object, ...]]
Published: TypeAlias = Session | Event | Action
"""What stands in calendars."""

_SIZE = 8
_UNTOLD = frozenset({"id", "source", "as_written", "audience", "extra", "uid"})
"""What no programme tells: ids, provenance, the host's own."""

_ASIDE: Mapping[type, frozenset[str]] = {
    Promise: frozenset({"asked", "due", "by"}),
    Session: frozenset({"attendance", "start", "end"}),
}
"""What is kept beside the programme: the follow-up of promises, who came; and its hours, which
are told of by themselves."""

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

_role = attrgetter("function", "holder", "on_behalf_of", "confirmation", "person")
"""All that is told of a role."""

_PLAIN = frozenset({str, int, float, bool, type(None)})


def digest(value: object) -> str:
    """Return the digest of plain data: the same in every version of Python and of Unicode.

    Args:
        value: Lists, tuples, dictionaries, strings, numbers.
    """
    return blake2b(ascii(value).encode(), digest_size=_SIZE).hexdigest()


@lru_cache(maxsize=128)
def _told(cls: type) -> tuple[Getter, tuple[str, ...], tuple[object, ...]]:
    """Return what gets the fields of a class that are told, their names and their defaults."""
    aside = _UNTOLD.union(*(names for known, names in _ASIDE.items() if issubclass(cls, known)))
    fields = [a for a in attrs.fields(cls) if a.init and a.name not in aside]
    fields.sort(key=attrgetter("name"))
    names = tuple(a.name for a in fields)
    get: Callable[[object], Any] = attrgetter(*names)
    several: Getter = get if len(names) > 1 else lambda part: (get(part),)
    return several, names, tuple(a.default for a in fields)


def _part(part: Part | When) -> dict[str, object]:
    # Fields at their defaults are left out, so that a field that a later version adds changes
    # no digest; nearly all of them are the very default.
    get, names, defaults = _told(cast("type", type(part)))
    values = get(part)
    said = compress(zip(names, values, defaults, strict=True), map(is_not, values, defaults))
    return {
        name: value if type(value) in _PLAIN else plain(value)
        for name, value, default in said
        if value not in (default, ())
    }


def _moment(moment: datetime) -> tuple[str, str, int]:
    return moment.isoformat(), key_of(moment), moment.fold


def plain(value: object) -> object:
    """Return a value of the model as plain data: what was said, and nothing that no reader is told.

    Args:
        value: A value of the model, or a tuple of values.
    """
    if type(value) in _PLAIN:
        return value
    if isinstance(value, Text):
        return tuple(value)
    if type(value) is Role:
        # Most of what a session says: one word each, none of which has a space.
        return " ".join(map(str, _role(value)))
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, (Part, When)):
        return _part(value)
    if isinstance(value, datetime):
        return _moment(value)
    if isinstance(value, date):
        return value.isoformat()
    msg = f"the model holds no {type(value).__name__}"
    raise TypeError(msg)


def _days(when: When | None) -> list[str | None] | None:
    if when is None:
        return None
    return [day.isoformat() if day else None for day in (when.earliest, when.latest)]


def timing_of(thing: Published, event: Event | None) -> list[object]:
    """Return when something is, and last its status: what SEQUENCE tells, as plain data.

    Words that stand beside a date do not belong to it, nor does the earliest day of what is
    due: they move neither DTSTART, DTEND, DUE nor STATUS.

    Args:
        thing: A session, an event or an action.
        event: The event of a session: one that is off takes its sessions along.
    """
    if isinstance(thing, Action):
        latest = thing.due.latest if thing.due else None
        return [latest.isoformat() if latest else None, thing.status]
    if isinstance(thing, Event):
        return [_days(thing.when), _STATUS[thing.confirmation]]
    start = _moment(thing.start) if thing.start else None
    end = _moment(thing.end) if thing.end else None
    return [start, end, _days(thing.when), _STATUS[standing(thing, event)]]


class Digests:
    """The digests of the things of one dossier."""

    def __init__(self, relations: Relations) -> None:
        """Prepare.

        Args:
            relations: The relations of the dossier.
        """
        self._dossier = relations.dossier
        self._relations = relations
        self._known: dict[tuple[str, str], str] = {}

    def timing(self, thing: Published) -> str:
        """Return the digest of what SEQUENCE tells: when something is, and its status.

        Args:
            thing: A session, an event or an action.
        """
        known = thing.event if isinstance(thing, Session) else None
        return digest(timing_of(thing, self._dossier.get(Event, known)))

    def words(self, thing: Published) -> str:
        """Return the digest of everything that is told of a thing, and of what it names.

        Args:
            thing: A session, an event or an action.
        """
        return digest([_part(thing), *self._named(thing)])

    def _named(self, thing: Published) -> Iterator[str]:
        if isinstance(thing, Action):
            yield from self._things(thing.owners)
        elif isinstance(thing, Event):
            yield from self._roles(thing.roles)
            yield self._place(thing.place)
            yield from self._things(thing.convened_by)
            yield from (self._memo("event", link.to, self._event) for link in thing.links)
        else:
            yield from self._roles(thing.roles)
            yield from self._inside(thing.items, thing.interpretation)
            for kind, id_, make in (
                ("room", thing.room, self._room),
                ("workshop", thing.workshop, self._workshop),
                ("event", thing.event, self._event),
            ):
                if id_ is not None:
                    yield self._memo(kind, id_, make)
            if thing.event is None and self._dossier.title is not None:
                yield digest(plain(self._dossier.title))  # it stands for the event

    def _inside(
        self, items: Iterable[Item], interpretation: Iterable[Interpretation]
    ) -> Iterator[str]:
        for item in items:
            yield from self._roles(item.roles)
        for line in interpretation:
            yield from self._things(line.team)

    def _memo(self, kind: str, id_: str, make: Callable[[str], object]) -> str:
        known = self._known.get((kind, id_))
        if known is None:
            told, seen = make(id_), self._seen(id_)
            known = self._known[kind, id_] = digest([told, *seen] if seen else told)
        return known

    def _seen(self, id_: str) -> list[object]:
        """Return who is told of a thing that others name, where that is not everybody."""
        circle = self._relations.circle(self._dossier[id_])
        return [] if circle == PUBLIC else [circle.audience, circle.sides]

    def _room(self, id_: str) -> object:
        room = self._dossier.get(Room, id_)
        return [plain(room), self._place(room.place if room else None)]

    def _place(self, id_: str | None) -> str:
        if id_ is None:
            return ""
        return self._memo("place", id_, self._places)

    def _places(self, id_: str) -> object:
        return list(map(plain, self._relations.upwards(id_)))

    def _workshop(self, id_: str) -> object:
        workshop = self._dossier.get(Workshop, id_)
        pairings = self._relations.pairings.get(id_, ())
        roles = self._roles(workshop.roles) if workshop else ()
        carried = (self._memo("pairing", pairing.id, self._pairing) for pairing in pairings)
        return [plain(workshop), *roles, *carried]

    def _pairing(self, id_: str) -> object:
        pairing = self._dossier.get(Pairing, id_)
        ends = pairing.ends if pairing else ()
        sides = self._things(end.side for end in ends)
        parties = self._things(party.organisation for end in ends for party in end.parties)
        return [plain(pairing), *sides, *parties]

    def _event(self, id_: str) -> object:
        event = self._dossier.get(Event, id_)
        if event is None:
            return None
        told = (event.title, event.short, event.theme, event.url)
        return [*map(plain, told), self._place(event.place)]

    def _roles(self, roles: Iterable[Role]) -> Iterator[str]:
        for role in roles:
            for id_ in (role.holder, role.on_behalf_of, role.person):
                if id_ is not None:
                    yield self._memo("thing", id_, self._thing)

    def _things(self, ids: Iterable[str]) -> Iterator[str]:
        return (self._memo("thing", id_, self._thing) for id_ in ids)

    def _thing(self, id_: str) -> object:
        thing = self._dossier[id_]
        side = getattr(thing, "side", None)
        if isinstance(thing, Person):
            return [id_, side, thing.gender, plain(thing.names), plain(thing.posts)]
        short = thing.short if isinstance(thing, Organisation) else None
        return [id_, side, plain(name_of(thing)), plain(short)]
