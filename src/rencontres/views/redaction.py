"""A dossier that may be sent to somebody; a dossier that has forgotten somebody."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import attrs

from rencontres.model import NOUNS, Dossier, Part, Person, Session
from rencontres.model.reference import references, steps
from rencontres.views.audience import Gate, default_of
from rencontres.views.reader import Reader

P = TypeVar("P", bound=Part)


def redact(dossier: Dossier, reader: Reader) -> Dossier:
    """Return the dossier that a reader may have: what may be sent to the other side.

    Things that the reader does not see are left out, with every reference to them; fields that
    she does not see are put back to their defaults; the public is given only those people who
    do something that it sees. What is left is a dossier.

    Args:
        dossier: The dossier.
        reader: For whom; languages and clock do not matter here.
    """
    gate = Gate(dossier, reader)
    kept = {thing.id for thing in dossier.things() if gate.sees(thing)}
    scrub = _Scrub(lambda id_: id_ in kept, gate)
    tables: dict[str, tuple[Any, ...]] = {"tolerances": ()}
    for table in (*NOUNS, "registrations"):
        things = (scrub.part(thing) for thing in getattr(dossier, table) if gate.sees(thing))
        tables[table] = tuple(thing for thing in things if thing is not None)
    if reader.audience == "public":
        named = {named.id for table in tables for thing in tables[table] for named in references(thing)}
        tables["people"] = tuple(person for person in tables["people"] if person.id in named)
    return _evolve(dossier, tables)


def forget(dossier: Dossier, person: str) -> Dossier:
    """Return a dossier in which a person is named nowhere.

    She is removed with her registrations and every role, seat and mention by id. Words cannot be
    searched for her: titles and notes that spell her name stay as they are.

    Args:
        dossier: The dossier.
        person: Her id.

    Raises:
        KeyError: No person has this id.
    """
    if dossier.get(Person, person) is None:
        raise KeyError(person)
    scrub = _Scrub(lambda id_: id_ != person, None)
    tables: dict[str, tuple[Any, ...]] = {}
    for table in (*NOUNS, "registrations", "tolerances"):
        kept: list[Any] = []
        for thing in getattr(dossier, table):
            if getattr(thing, "id", None) != person and (left := scrub.part(thing)) is not None:
                kept.append(left)
        tables[table] = tuple(kept)
    return _evolve(dossier, tables)


def _evolve(dossier: Dossier, tables: dict[str, tuple[Any, ...]]) -> Dossier:
    evolve: Any = attrs.evolve
    changed: Dossier = evolve(dossier, **tables)
    return changed


class _Scrub:
    """Takes ids and fields out of values; a part whose very point is gone becomes None."""

    def __init__(self, keeps: Callable[[str], bool], gate: Gate | None) -> None:
        self._keeps = keeps
        self._gate = gate

    def part(self, part: P) -> P | None:
        changes = self._hidden(part)
        for name, kind, _, _ in steps(type(part)):
            if name in changes:
                continue
            value: Any = getattr(part, name)
            if not value:
                continue
            if kind == "id":
                if not self._keeps(value):
                    if not _optional(part, name):
                        return None
                    changes[name] = None
            elif kind == "ids":
                self._note(changes, name, value, tuple(filter(self._keeps, value)))
            elif kind == "keys":
                self._note(changes, name, value, tuple(p for p in value if self._keeps(p[0])))
            elif kind == "part":
                self._note(changes, name, value, self.part(value))
            else:
                self._note(changes, name, value, self._parts(name, value))
        evolve: Any = attrs.evolve
        changed: P = evolve(part, **changes) if changes else part
        return changed

    def _hidden(self, part: Part) -> dict[str, Any]:
        if self._gate is None:
            return {}
        changes: dict[str, Any] = {}
        for name in self._gate.hidden(type(part)):
            default = default_of(type(part), name)
            if getattr(part, name) != default:
                changes[name] = default
        if isinstance(part, Person):
            for name in ("email", "phone"):
                if getattr(part, name) != (seen := self._gate.address(part, name)):
                    changes[name] = seen
        if isinstance(part, Session) and part.items and not self._gate.items(part):
            changes["items"] = ()
        return changes

    def _parts(self, name: str, value: tuple[Any, ...]) -> tuple[Any, ...]:
        roles = self._gate.roles(value) if self._gate and name == "roles" else value
        return tuple(left for each in roles if (left := self.part(each)) is not None)

    @staticmethod
    def _note(changes: dict[str, Any], name: str, old: object, new: object) -> None:
        if new != old:
            changes[name] = new


def _optional(part: Part, name: str) -> bool:
    # A role without its holder would say that somebody is still wanted.
    return name != "holder" and attrs.fields_dict(type(part))[name].default is None
