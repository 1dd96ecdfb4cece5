"""Who may see what: an allow-list by field, and the gate that applies it.

A field that is not listed here is seen by nobody: a new one stays invisible until somebody has
thought about it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias, cast

import attrs
from attrs import NOTHING, Factory

from rencontres.model import (
    AUDIENCES,
    Action,
    Attendance,
    Chair,
    Committee,
    Contribution,
    Delegation,
    Dossier,
    End,
    Entry,
    Event,
    Function,
    Interpretation,
    Item,
    Link,
    Name,
    Note,
    Noun,
    Organisation,
    Paper,
    Pairing,
    Party,
    Person,
    Place,
    Post,
    Registration,
    Role,
    Room,
    Session,
    Side,
    Tolerance,
    Workshop,
)
from rencontres.model.visibility import audience_of
from rencontres.views.reader import Reader

Fields: TypeAlias = tuple[str, str, str]


def _fields(public: str, partners: str = "", internal: str = "") -> Fields:
    return public, partners, internal


_PROMISE = "asked due by person"

SEEN: Mapping[type, Fields] = {
    Side: _fields("name country zone languages"),
    Place: _fields("name side within zone address position", "codes identified candidates"),
    Room: _fields("name short place floor", "capacity booths"),
    Organisation: _fields(
        "name short acronym side kind level rank place size", "valid identified candidates"
    ),
    Person: _fields("names side gender posts sort_as", "languages", "email phone"),
    Name: _fields("language family given particle order"),
    Post: _fields("title organisation elected", "since until"),
    Role: _fields("function holder on_behalf_of confirmation", _PROMISE),
    Party: _fields("organisation confirmation", _PROMISE),
    Committee: _fields("name kind sides hosts chairs roles"),
    Chair: _fields("side holder appointed_by predecessor mandate"),
    Event: _fields(
        "title short kind committee series ordinal theme purpose when place convened_by roles "
        "confirmation links url uid",
        "attendance",
    ),
    Link: _fields("kind to"),
    Attendance: _fields("", "estimate counts people sheet"),
    Workshop: _fields(
        "title event number short problem topics format roles outcome", "entries"
    ),
    Entry: _fields("", "text kind organisations people"),
    Pairing: _fields(
        "workshop name topic strands ends function basis since", "people funding"
    ),
    End: _fields("side parties"),
    Contribution: _fields("", "side amount currency kind"),
    Session: _fields(
        "event workshop title short kind start end when room confirmation description roles items "
        "languages interpretation url open uid",
        "attendance",
    ),
    Item: _fields("title minutes roles", "paper"),
    Interpretation: _fields("between mode channels", "team"),
    Registration: _fields("person event delegation category arrival departure"),
    Delegation: _fields("name side roles"),
    Note: _fields("text kind heading event side agreed about"),
    Action: _fields("title owners due status about depends_on event uid"),
    Paper: _fields("title kind status issued due language about roles"),
    Tolerance: _fields(""),
}  # fmt: skip
"""Of each class: the fields that the public sees, that partners see besides, and one's own team."""

PUBLIC_FUNCTIONS: frozenset[Function] = frozenset({
    "co-chair", "lead", "moderator", "facilitator", "speaker", "keynote", "rapporteur", "witness",
    "signatory", "head-of-delegation",
})  # fmt: skip
"""The functions through which the public sees people; partners see all."""

_CLOSED = frozenset({"committee-meeting", "group-meeting"})
"""Events whose agendas are for partners."""


class Gate:
    """What one reader may see of one dossier.

    Attributes:
        level: 0: the public; 1: partners; 2: one side's own team.
    """

    def __init__(self, dossier: Dossier, reader: Reader) -> None:
        """Settle the rights.

        Args:
            dossier: The dossier.
            reader: The reader.
        """
        self._dossier = dossier
        self.level = AUDIENCES.index(reader.audience)
        self._side = reader.side
        self._hidden: dict[type, frozenset[str]] = {}
        self._defaults: dict[type, dict[str, Any]] = {}

    def hidden(self, cls: type) -> frozenset[str]:
        """Return the fields of a class that this reader does not see.

        Args:
            cls: A class of the model.
        """
        if cls not in self._hidden:
            seen = " ".join(SEEN.get(cls, ("",))[: self.level + 1]).split()
            every = {attribute.name for attribute in attrs.fields(cls) if attribute.init}
            self._hidden[cls] = frozenset(every - {*seen, "id", "audience"})
        return self._hidden[cls]

    def value(self, thing: object, name: str) -> Any:
        """Return the value of a field, or its default where this reader does not see it.

        Args:
            thing: A value of the model.
            name: The field.
        """
        cls = type(thing)
        if name in (self._hidden.get(cls) or self.hidden(cls)):
            return default_of(cls, name)
        return getattr(thing, name)

    def sees(self, thing: Noun | Registration | Tolerance) -> bool:
        """Tell whether this reader sees that a thing exists at all.

        Args:
            thing: A noun, a registration or a tolerance.
        """
        audience = audience_of(thing)
        level = AUDIENCES.index(audience)
        if level > self.level:
            return False
        if audience != "internal":
            return True
        side = self.side_of(thing)
        return side is None or side == self._side

    def side_of(self, thing: object) -> str | None:
        """Return the one side that a thing belongs to, or None.

        Its own side; else the one side that all those belong to who own, convene or host it.

        Args:
            thing: A value of the model.
        """
        side: str | None = getattr(thing, "side", None)
        if side is not None:
            return side
        for owners in _owners(thing):
            sides = {found for id_ in owners if (found := self._side_of_id(id_))}
            if len(sides) == 1:
                return sides.pop()
        return None

    def _side_of_id(self, id_: str) -> str | None:
        if id_ not in self._dossier:
            return None
        thing = self._dossier[id_]
        return thing.id if isinstance(thing, Side) else self.side_of(thing)

    def roles(self, roles: Iterable[Role]) -> Iterator[Role]:
        """Yield the roles that this reader sees, in their order.

        Args:
            roles: The roles of one thing.
        """
        for role in roles:
            if self.level or role.function in PUBLIC_FUNCTIONS:
                holder = self._dossier[role.holder] if role.holder is not None else None
                if holder is None or self.sees(holder):
                    yield role

    def items(self, session: Session) -> tuple[Item, ...]:
        """Return the running order of a session; agendas of committees are for partners.

        Args:
            session: The session.
        """
        event = self._dossier.get(Event, session.event)
        closed = event is not None and (event.kind in _CLOSED or event.committee is not None)
        return () if closed and not self.level else session.items

    def address(self, person: Person, name: str) -> str | None:
        """Return an address or a number of a person, for her own team only.

        Args:
            person: The person.
            name: ``email`` or ``phone``.
        """
        if self.level and self._side in (None, self.side_of(person)):
            return cast("str | None", self.value(person, name))
        return None


def default_of(cls: type, name: str) -> Any:
    """Return the default of a field; empty for one that has none.

    Args:
        cls: A class of the model.
        name: The field.
    """
    default = attrs.fields_dict(cls)[name].default
    if isinstance(default, Factory):  # type: ignore[arg-type]
        return default.factory()
    return None if default is NOTHING else default


_OWNERS: Mapping[type, tuple[str, ...]] = {
    Event: ("convened_by", "committee", "roles"),
    Session: ("event", "roles"),
    Workshop: ("event", "roles"),
    Committee: ("hosts", "sides"),
    Action: ("owners", "event"),
    Note: ("event",),
    Paper: ("roles",),
    Registration: ("person",),
    Room: ("place",),
    Person: ("posts",),
}
"""Through which fields a thing without a side of its own belongs to one, the surest first."""


def _owners(thing: object) -> Iterator[Iterable[str]]:
    for name in _OWNERS.get(type(thing), ()):
        value: Any = getattr(thing, name)
        if name == "roles":
            yield [role.holder for role in value if role.holder]
        elif name == "posts":
            yield [post.organisation for post in value if post.organisation]
        else:
            yield [value] if isinstance(value, str) else value or ()
