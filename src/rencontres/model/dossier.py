"""The dossier: everything an office knows of a meeting, as one value."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from datetime import datetime
from typing import Any, Literal, TypeAlias, TypeVar

import attrs
from attrs import field, frozen

from rencontres.errors import DossierError
from rencontres.finding import Finding, path
from rencontres.model import form
from rencontres.model.meeting import Committee, Event
from rencontres.model.noun import Noun, Part
from rencontres.model.people import Person
from rencontres.model.record import Action, Delegation, Note, Paper, Registration, Tolerance
from rencontres.model.reference import SINGULAR, cycle, reference_faults
from rencontres.model.scalar import problem
from rencontres.model.session import Session
from rencontres.model.shape import one_of
from rencontres.model.territory import Organisation, Place, Room, Side
from rencontres.model.workshop import Pairing, Workshop
from rencontres.span import clock, named
from rencontres.text import Text

State: TypeAlias = Literal["draft", "provisional", "final"]
N = TypeVar("N", bound=Noun)

NOUNS: dict[str, type[Noun]] = {
    "sides": Side, "places": Place, "rooms": Room, "organisations": Organisation, "people": Person,
    "committees": Committee, "events": Event, "workshops": Workshop, "pairings": Pairing,
    "sessions": Session, "delegations": Delegation, "notes": Note, "actions": Action,
    "papers": Paper,
}  # fmt: skip
"""The tables of things with an id, in the order of files."""

TABLES: dict[type, str] = {noun: table for table, noun in NOUNS.items()}


@frozen(repr=False, kw_only=True)
class Dossier(Part):
    """One meeting of sides, and all that belongs to it.

    Attributes:
        namespace: What makes identities in calendars unique in the world, such as a domain name
            of the office. Never change it.
        title: What the dossier is about; else the title of its first event is used.
        languages: BCP 47: what public texts should have; the first is that of plain strings;
            missing texts fall back in this order.
        version: The number of the programme.
        state: Draft, provisional or final: printed by every format.
        revised: Aware: when the dossier was last revised; it stamps outputs that have no ledger.
        sides, places, rooms, organisations, people, committees, events, workshops, pairings,
        sessions, delegations, notes, actions, papers: The things, each table sorted by id.
        registrations: Who has said that they will come, sorted by event and person.
        tolerances: What the checks may pass over.
    """

    namespace: str = field(metadata={"form": form.NAMESPACE})
    title: Text | None = None
    languages: tuple[str, ...] = field(default=(), metadata={"tags": True})
    version: int | None = None
    state: State = field(default="provisional", metadata=one_of(State))
    revised: datetime | None = field(default=None, eq=clock, converter=named)
    sides: tuple[Side, ...] = field(default=(), metadata={"by": "id"})
    places: tuple[Place, ...] = field(default=(), metadata={"by": "id"})
    rooms: tuple[Room, ...] = field(default=(), metadata={"by": "id"})
    organisations: tuple[Organisation, ...] = field(default=(), metadata={"by": "id"})
    people: tuple[Person, ...] = field(default=(), metadata={"by": "id"})
    committees: tuple[Committee, ...] = field(default=(), metadata={"by": "id"})
    events: tuple[Event, ...] = field(default=(), metadata={"by": "id"})
    workshops: tuple[Workshop, ...] = field(default=(), metadata={"by": "id"})
    pairings: tuple[Pairing, ...] = field(default=(), metadata={"by": "id"})
    sessions: tuple[Session, ...] = field(default=(), metadata={"by": "id"})
    registrations: tuple[Registration, ...] = field(
        default=(), metadata={"by": "key", "list": True}
    )
    delegations: tuple[Delegation, ...] = field(default=(), metadata={"by": "id"})
    notes: tuple[Note, ...] = field(default=(), metadata={"by": "id"})
    actions: tuple[Action, ...] = field(default=(), metadata={"by": "id"})
    papers: tuple[Paper, ...] = field(default=(), metadata={"by": "id"})
    tolerances: tuple[Tolerance, ...] = ()
    _index: dict[str, Noun] = field(init=False, eq=False, repr=False, factory=dict)

    def faults(self) -> Iterator[Finding]:
        """Yield what makes this dossier meaningless: ids twice, references to nothing, cycles."""
        homes: dict[str, str] = {}
        for table in NOUNS:
            for thing in getattr(self, table):
                if thing.id in homes:
                    message = "the id %(id)s is taken: ids are unique in the whole dossier (%(table)s has it)"
                    yield problem(
                        "id.twice",
                        path(table, thing.id),
                        message,
                        id=thing.id,
                        table=homes[thing.id],
                    )
                homes[thing.id] = table
                self._index[thing.id] = thing
        for table in (*NOUNS, "registrations", "tolerances"):
            yield from reference_faults(table, getattr(self, table), homes)
        yield from identity_faults(self)
        yield from cycle_faults(self)

    def __getitem__(self, id_: str) -> Noun:
        """Return the thing of an id.

        Args:
            id_: The id.

        Raises:
            KeyError: Nothing has this id.
        """
        try:
            return self._index[id_]
        except KeyError:
            raise KeyError(id_) from None

    def __contains__(self, id_: object) -> bool:
        """Tell whether something has this id."""
        return id_ in self._index

    def get(self, noun: type[N], id_: str | None) -> N | None:
        """Return the thing of a kind and an id, or None.

        Args:
            noun: The kind: ``Session``.
            id_: The id; None gives None.
        """
        thing = self._index.get(id_) if id_ is not None else None
        return thing if isinstance(thing, noun) else None

    def things(self) -> Iterator[Noun]:
        """Yield everything that has an id, table by table, sorted by id."""
        yield from self._index.values()

    def change(self, id_: str, **fields: Any) -> Dossier:
        """Return a dossier in which one thing has other fields.

        Args:
            id_: The id of the thing.
            fields: Its new values, by name, in the types of the model.

        Raises:
            KeyError: Nothing has this id.
            DossierError: A field that the thing does not have, or a dossier that means nothing.
        """
        thing = self[id_]
        known = [
            attribute.name for attribute in attrs.fields(type(thing)) if attribute.name != "id"
        ]
        unknown = [name for name in fields if name not in known]
        if unknown:
            raise DossierError(problems=[_no_field(thing, name, known) for name in unknown])
        place = path(TABLES[type(thing)], id_)
        try:
            changed = attrs.evolve(thing, **fields)
        except DossierError as error:
            raise DossierError(problems=[_below(place, each) for each in error.problems]) from None
        return self.with_(changed)

    def with_(self, *things: Noun | Registration | Tolerance) -> Dossier:
        """Return a dossier that holds these things, in place of those that have their ids.

        Args:
            things: Nouns, registrations or tolerances.

        Raises:
            DossierError: The dossier would mean nothing: an id that another kind of thing has, a
                reference to nothing; everything is told at once.
        """
        replaced = {thing.id for thing in things if isinstance(thing, Noun)}
        registered = {thing.key for thing in things if isinstance(thing, Registration)}
        tables: dict[str, tuple[Any, ...]] = {}
        for table, noun in NOUNS.items():
            added = tuple(thing for thing in things if isinstance(thing, noun))
            if added:
                known = getattr(self, table)
                tables[table] = (*(thing for thing in known if thing.id not in replaced), *added)
        if registered:
            kept = (known for known in self.registrations if known.key not in registered)
            tables["registrations"] = (*kept, *(t for t in things if isinstance(t, Registration)))
        tolerated = tuple(thing for thing in things if isinstance(thing, Tolerance))
        if tolerated:
            tables["tolerances"] = (*self.tolerances, *tolerated)
        return _evolve(self, tables)

    def without(self, *ids: str) -> Dossier:
        """Return a dossier without these things.

        Args:
            ids: The ids.

        Raises:
            KeyError: Nothing has one of these ids.
            DossierError: Something else still refers to one of them.
        """
        gone = {self[id_].id for id_ in ids}
        homes = {TABLES[type(self[id_])] for id_ in gone}
        kept = {
            table: tuple(thing for thing in getattr(self, table) if thing.id not in gone)
            for table in sorted(homes)
        }
        return _evolve(self, kept)

    def __repr__(self) -> str:
        """Return the namespace and how many things of each kind there are."""
        counts = [f"{len(getattr(self, table))} {table}" for table in NOUNS if getattr(self, table)]
        return f"<Dossier {self.namespace}: {', '.join(counts) or 'empty'}>"


def _evolve(dossier: Dossier, tables: dict[str, tuple[Any, ...]]) -> Dossier:
    evolve: Any = attrs.evolve
    changed: Dossier = evolve(dossier, **tables)
    return changed


def identity_faults(dossier: Dossier) -> Iterator[Finding]:
    """Yield a problem for each thing that has the identity of another one.

    Args:
        dossier: A dossier, or something with the same tables.
    """
    seen: dict[str, str] = {}
    for table in ("events", "sessions", "actions"):
        for thing in getattr(dossier, table):
            uid = thing.uid or f"{SINGULAR[table]}.{thing.id}@{dossier.namespace}"
            if uid in seen:
                message = "the identity %(uid)s is that of %(other)s too"
                place = path(table, thing.id, "uid")
                yield problem("uid.twice", place, message, uid=uid, other=seen[uid])
            seen[uid] = thing.id
    keys = [registration.key for registration in dossier.registrations]
    for first, second in zip(keys, keys[1:], strict=False):
        if first == second:
            message = "%(person)s is registered twice for one event"
            yield problem("registration.twice", "registrations", message, person=first[1])


def cycle_faults(dossier: Dossier) -> Iterator[Finding]:
    """Yield a problem for each kind of chain that leads back to itself.

    Args:
        dossier: A dossier, or something with the same tables.
    """
    ordered = ("prepares", "part-of", "follows")
    chains: dict[str, dict[str, list[str]]] = {
        "places.within": {p.id: [p.within] if p.within else [] for p in dossier.places},
        "actions.depends_on": {a.id: list(a.depends_on) for a in dossier.actions},
        "events.links": {
            e.id: [link.to for link in e.links if link.kind in ordered] for e in dossier.events
        },
        "committees.chairs": {},
    }
    for committee in dossier.committees:
        for chair in committee.chairs:
            if chair.predecessor:
                chains["committees.chairs"].setdefault(chair.holder, []).append(chair.predecessor)
    for name, graph in chains.items():
        if found := cycle(graph):
            table, field_name = name.split(".")
            place = path(table, found[0], field_name) if name != "committees.chairs" else table
            yield problem(
                "cycle",
                place,
                "a chain leads back to itself: %(chain)s",
                chain=" → ".join((*found, found[0])),
            )


def _no_field(thing: Noun, name: str, known: list[str]) -> Finding:
    table = TABLES[type(thing)]
    close = difflib.get_close_matches(name, known, n=1)
    message = "%(noun)s has no %(name)s" + ("; did you mean %(suggestion)s?" if close else "")
    values = {"noun": f"a {SINGULAR[table]}", "name": name, "suggestion": close[0] if close else ""}
    return Finding("key.unknown", "error", path(table, thing.id, name), message, values)


def _below(place: str, finding: Finding) -> Finding:
    return attrs.evolve(finding, where=f"{place}.{finding.where}" if finding.where else place)
