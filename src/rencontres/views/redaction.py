"""A dossier that may be sent to somebody; a dossier that has forgotten somebody."""

from __future__ import annotations

from functools import cached_property
from itertools import chain
from typing import Any, TypeAlias

from rencontres.errors import DossierError
from rencontres.model import NOUNS, Dossier, Person
from rencontres.model.reference import dangling
from rencontres.relations import Relations
from rencontres.views.audience import Gate
from rencontres.views.reader import Reader
from rencontres.views.sieve import Sieve, with_fields

Tables: TypeAlias = dict[str, tuple[Any, ...]]

_TABLES = (*NOUNS, "registrations", "tolerances")

_ACTING = ("committees", "events", "workshops", "sessions", "delegations", "papers")
"""Things in which people have functions."""

_NAMING = ("notes", "actions", "papers")
"""Things that may name people who have none."""


def redact(dossier: Dossier, reader: Reader) -> Dossier:
    """Return the dossier that a reader may have: what may be sent to the other side.

    Things that the reader does not see are left out, with every reference to them; fields that
    she does not see are put back to their defaults; the public is given only those people who
    do something that it sees, or who are said to be public. What is left is a dossier, and
    whoever views it sees what she would see of the whole.

    Args:
        dossier: The dossier.
        reader: For whom; languages and clock do not matter here.

    Raises:
        DossierError: The reader belongs to the team of a side that does not meet here.
    """
    return Redaction(dossier, reader).left


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
    scrub = Sieve({thing.id for thing in dossier.things()} - {person}, None)
    return _dossier(dossier, {name: scrub.things(getattr(dossier, name)) for name in _TABLES})


class Redaction:
    """What is left of a dossier for one reader.

    Attributes:
        whole: The dossier.
        left: What is left of it.
        relations: The relations of what is left.
    """

    def __init__(self, dossier: Dossier, reader: Reader) -> None:
        """Redact.

        Args:
            dossier: The dossier.
            reader: The reader.

        Raises:
            DossierError: The reader belongs to the team of a side that does not meet here.
        """
        _known(dossier, reader)
        self.whole = self.left = dossier
        gate = Gate(Relations(dossier), reader)
        while True:
            self.left = _left(self.left, gate)
            self.relations = Relations(self.left)
            gate = Gate(self.relations, reader)
            # Whose an internal thing is may have been told by somebody who has just been left out.
            if reader.audience != "internal" or all(map(gate.sees, self.left.things())):
                break
        self._gate = gate

    def herself(self, person: Person) -> Person:
        """Return a person as her own copy may tell of her, whether this reader sees her or not.

        Args:
            person: The person.
        """
        return self._own.part(person) or person

    @cached_property
    def _own(self) -> Sieve:
        return Sieve({thing.id for thing in self.left.things()}, self._gate)


def _known(dossier: Dossier, reader: Reader) -> None:
    homes = {side.id: "sides" for side in dossier.sides}
    if reader.audience == "internal" and reader.side not in homes and homes:
        problem = dangling("side", reader.side or "", ("sides",), homes)
        raise DossierError("no such reader", problems=[problem])


def _left(dossier: Dossier, gate: Gate) -> Dossier:
    kept = {thing.id for name in NOUNS for thing in gate.seen(getattr(dossier, name))}
    scrub = Sieve(kept, gate)
    tables: Tables = {"tolerances": ()}
    for name in NOUNS:
        tables[name] = scrub.things(getattr(dossier, name))
    tables["registrations"] = scrub.things(tuple(filter(gate.sees, dossier.registrations)))
    if gate.level == 0:
        named = {person.id for person in tables["people"] if person.audience != "public"}
        others = named - _acting(tables)
        if others:
            scrub = Sieve(kept - others, gate)
            tables |= {name: scrub.things(tables[name]) for name in ("people", *_NAMING)}
    return _dossier(dossier, tables)


def _acting(tables: Tables) -> set[str | None]:
    """Return the ids of those who do something in what is left."""
    roles = [thing.roles for name in _ACTING for thing in tables[name]]
    roles += [item.roles for session in tables["sessions"] for item in session.items]
    held = chain.from_iterable(roles)
    acting = {id_ for role in held for id_ in (role.holder, role.person)}
    for committee in tables["committees"]:
        for chair in committee.chairs:
            acting |= {chair.holder, chair.predecessor}
    return acting


def _dossier(dossier: Dossier, tables: Tables) -> Dossier:
    if all(things is getattr(dossier, name) for name, things in tables.items()):
        return dossier
    index = {thing.id: thing for name in NOUNS for thing in tables[name]}
    return with_fields(dossier, {**tables, "_index": index}) or dossier
