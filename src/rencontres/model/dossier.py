"""The dossier: everything an office knows of a meeting, as one value."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from datetime import datetime
from operator import attrgetter
from typing import Any, Literal, TypeAlias, TypeVar

import attrs
from attrs import field, frozen

from rencontres.errors import DossierError
from rencontres.finding import Finding, below, path
from rencontres.model import form
from rencontres.model.coherence import cycle_faults, identity_faults
from rencontres.model.meeting import Committee, Event
from rencontres.model.noun import Noun, Part
from rencontres.model.people import Person
from rencontres.model.record import Action, Delegation, Note, Paper, Registration, Tolerance
from rencontres.model.reference import SINGULAR, reference_faults
from rencontres.model.refusal import problem, wrong
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
    """One meeting of sides, and all that belongs to it (dossier, 卷宗).

    Attributes:
        namespace: What makes identities in calendars unique in the world, such as a domain name
            of the office. Never change it.
        title: What the dossier is about, per language; else the title of its first event is used.
        languages: BCP 47: what public texts should have; the first is that of plain strings;
            missing texts fall back in this order.
        version: The number of the programme.
        state: Draft, provisional or final (provisoire, 暂定): printed by every format.
        revised: Aware: when the dossier was last revised; it stamps outputs that have no ledger.
        sides: The parties to the meeting; this table and those below are sorted by id.
        places: Territories, cities, venues.
        rooms: Rooms of venues.
        organisations: Authorities and all other bodies.
        people: Persons.
        committees: Standing bodies.
        events: What is held, the meetings of committees included.
        workshops: Subjects that both sides work on.
        pairings: Parties of two sides who carry a workshop together.
        sessions: What happens at an hour.
        registrations: Who has said that they will come, sorted by event and person.
        delegations: Those who travel together.
        notes: What was said and written down.
        actions: What is to be done.
        papers: Documents.
        tolerances: What the checks may pass over, in the order given.
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
        taken: list[Finding] = []
        for table in NOUNS:
            things: tuple[Noun, ...] = getattr(self, table)
            found = {thing.id: thing for thing in things}
            if len(found) < len(things) or not homes.keys().isdisjoint(found):
                taken += _taken(table, things, homes)
            homes.update(dict.fromkeys(found, table))
            self._index.update(found)
        yield from taken
        twice = {finding.value("id") for finding in taken}
        tables = {name: getattr(self, name) for name in (*NOUNS, "registrations", "tolerances")}
        for table, parts in tables.items():
            for finding in reference_faults(table, parts, homes):
                if finding.value("id") not in twice:
                    yield finding
        yield from identity_faults(self.namespace, tables)
        yield from cycle_faults(tables)

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

    def change(self, id_: str, **fields: object) -> Dossier:
        """Return a dossier in which one thing has other fields.

        Args:
            id_: The id of the thing.
            fields: Its new values, by name, in the types of the model.

        Raises:
            KeyError: Nothing has this id.
            DossierError: A field that the thing does not have, or a dossier that means nothing.
        """
        thing = self[id_]
        known = [a.name for a in attrs.fields(type(thing)) if a.name != "id"]
        unknown = [name for name in fields if name not in known]
        if unknown:
            raise DossierError(problems=[_no_field(thing, name, known) for name in unknown])
        try:
            changed = _evolved(thing, fields)
        except DossierError as error:
            told = [below(each, TABLES[type(thing)], id_) for each in error.problems]
            raise DossierError(problems=told) from None
        return self.with_(changed)

    def with_(self, *things: Noun | Registration | Tolerance) -> Dossier:
        """Return a dossier that holds these things, in place of those that have their ids.

        A registration takes the place of that of the same person for the same event; a tolerance
        is added.

        Args:
            things: Nouns, registrations or tolerances.

        Raises:
            DossierError: The dossier would mean nothing: an id that another kind of thing has, a
                reference to nothing; everything is told at once.
        """
        added: dict[str, list[Any]] = {}
        for thing in things:
            added.setdefault(_table_of(thing), []).append(thing)
        tables: dict[str, object] = {}
        for table, new in added.items():
            known: tuple[Any, ...] = getattr(self, table)
            if table != "tolerances":
                by = attrgetter("key" if table == "registrations" else "id")
                replaced = set(map(by, new))
                known = tuple(old for old in known if by(old) not in replaced)
            tables[table] = (*known, *new)
        return _evolved(self, tables)

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
        kept: dict[str, object] = {
            table: tuple(thing for thing in getattr(self, table) if thing.id not in gone)
            for table in sorted(homes)
        }
        return _evolved(self, kept)

    def __repr__(self) -> str:
        """Return the namespace and how many things of each kind there are."""
        counts = [f"{len(getattr(self, table))} {table}" for table in NOUNS if getattr(self, table)]
        return f"<Dossier {self.namespace}: {', '.join(counts) or 'empty'}>"


P = TypeVar("P", bound=Part)


def _evolved(part: P, fields: Mapping[str, object]) -> P:
    evolve: Any = attrs.evolve
    changed: P = evolve(part, **fields) if fields else part
    return changed


def _table_of(thing: object) -> str:
    if type(thing) in TABLES:
        return TABLES[type(thing)]
    if not isinstance(thing, Registration | Tolerance):
        raise wrong("", thing, "a noun, a Registration or a Tolerance")
    return "registrations" if isinstance(thing, Registration) else "tolerances"


def _taken(table: str, things: tuple[Noun, ...], homes: Mapping[str, str]) -> Iterator[Finding]:
    """Yield a problem for each thing of a table whose id is that of another one."""
    message = "the id %(id)s is taken, in %(table)s: ids are unique in the whole dossier"
    seen = dict(homes)
    for thing in things:
        if thing.id in seen:
            place = path(table, thing.id)
            yield problem("id.twice", place, message, id=thing.id, table=seen[thing.id])
        seen[thing.id] = table


def _no_field(thing: Noun, name: str, known: list[str]) -> Finding:
    noun = SINGULAR[TABLES[type(thing)]]
    place = path(TABLES[type(thing)], thing.id, name)
    if name == "id":
        message = "an id is kept for ever: take the %(noun)s out and put another one in"
        return problem("id.change", place, message, noun=noun)
    close = difflib.get_close_matches(name, known, n=1)
    message = "%(noun)s has no field %(name)s"
    if not close:
        return problem("key.unknown", place, message, noun=noun, name=name)
    message += "; did you mean %(suggestion)s?"
    return problem("key.unknown", place, message, noun=noun, name=name, suggestion=close[0])
