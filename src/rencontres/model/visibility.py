"""Who is told that a thing exists at all, where it does not say so itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from operator import attrgetter
from typing import Any, TypeVar, cast

from attrs import frozen

from rencontres.model.meeting import Committee, Event
from rencontres.model.noun import AUDIENCES, Audience, Noun, Part
from rencontres.model.people import Person
from rencontres.model.record import Action, Delegation, Note, Paper, Registration, Tolerance
from rencontres.model.session import Session
from rencontres.model.territory import Organisation, Place, Room
from rencontres.model.workshop import Pairing, Workshop

T = TypeVar("T")

_HOME: Mapping[type, Audience] = {
    Note: "partners",
    Action: "partners",
    Paper: "partners",
    Delegation: "partners",
    Registration: "internal",
    Tolerance: "internal",
}

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
    Place: ("within",),
    Organisation: ("place",),
    Person: ("posts",),
}

_WHOLES: Mapping[type, tuple[str, ...]] = {
    Session: ("event", "workshop"),
    Workshop: ("event",),
    Pairing: ("workshop",),
    Event: ("committee",),
    Note: ("event",),
    Action: ("event",),
    Registration: ("event",),
}


def audience_of(thing: Noun | Registration | Tolerance) -> Audience:
    """Return the audience of a thing: its own word, else that of its kind.

    Programmes are public; notes, actions, papers and delegations are for partners; registrations
    and the positions of a side are internal.

    Args:
        thing: A noun, a registration or a tolerance.
    """
    said: Audience | None = thing.audience if isinstance(thing, Noun) else None
    if said is not None:
        return said
    if isinstance(thing, Note) and thing.kind == "position":
        return "internal"
    return _home(cast("type", type(thing)))


@lru_cache(maxsize=128)
def _home(cls: type) -> Audience:
    return nearest(_HOME, cls) or "public"


def nearest(table: Mapping[type, T], cls: type) -> T | None:
    """Return what a table says of a class, or of the nearest one that it derives from.

    Args:
        table: Something by class.
        cls: A class of the model, or one that a host has derived from it.
    """
    return next((table[each] for each in cls.__mro__ if each in table), None)


def owners(thing: Part) -> Iterator[Iterable[str]]:
    """Yield the ids of those whose a thing is that has no side of its own, the surest first.

    Args:
        thing: A value of the model.
    """
    for name in nearest(_OWNERS, type(thing)) or ():
        value: Any = getattr(thing, name)
        if name == "roles":
            yield [role.holder for role in value if role.holder]
        elif name == "posts":
            yield [post.organisation for post in value if post.organisation]
        else:
            yield [value] if isinstance(value, str) else value or ()


@lru_cache(maxsize=128)
def wholes(cls: type) -> tuple[Callable[[Any], str | None], ...]:
    """Return what finds the ids of the things that a thing is a part of.

    Who is not told of the whole is not told of the part.

    Args:
        cls: A class of the model, or one that a host has derived from it.
    """
    return tuple(attrgetter(name) for name in nearest(_WHOLES, cls) or ())


@frozen
class Circle:
    """Those who are told of something.

    Attributes:
        audience: At least which audience.
        sides: Of what is internal: whose it is, by id, sorted; the team of another side is not
            told. None: it belongs to nobody, and every team is told.
    """

    audience: Audience
    sides: tuple[str, ...] = ()

    def holds(self, audience: Audience, side: str | None) -> bool:
        """Tell whether a reader belongs to those who are told.

        Args:
            audience: The audience she belongs to.
            side: Her side, by id.
        """
        if AUDIENCES.index(audience) < AUDIENCES.index(self.audience):
            return False
        return all(whose == side for whose in self.sides)

    def within(self, other: Circle) -> Circle:
        """Return those who belong to this circle and to another one.

        Args:
            other: The circle of what this is a part of.
        """
        narrower = max(map(AUDIENCES.index, (self.audience, other.audience)))
        return Circle(AUDIENCES[narrower], tuple(sorted({*self.sides, *other.sides})))


PUBLIC = Circle("public")
"""Everybody."""
