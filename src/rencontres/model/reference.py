"""References between things: which ids a thing names, where, and what they must be."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple, cast, get_args

from rencontres.finding import Finding, Value, path
from rencontres.model.fields import Field, fields_of
from rencontres.model.noun import Noun, Part
from rencontres.model.refusal import problem

SINGULAR: Mapping[str, str] = {
    "sides": "side", "places": "place", "rooms": "room", "organisations": "organisation",
    "people": "person", "committees": "committee", "events": "event", "workshops": "workshop",
    "pairings": "pairing", "sessions": "session", "delegations": "delegation", "notes": "note",
    "actions": "action", "papers": "paper",
}  # fmt: skip
"""The tables of the dossier whose things have an id, and the noun of each."""


_LONGEST = 120
HINTED = 200
"""Ids that name nothing and are compared with all others; what comes after is told all the same."""

_MANY = 500
"""Ids among which the nearest is looked for one by one."""


class Step(NamedTuple):
    """One field of a class that names ids, or holds parts that may name some.

    Attributes:
        name: The field.
        kind: ``id``, ``ids``, ``keys`` (of pairs), ``part`` or ``parts``.
        to: The tables that the ids may be in; none: any.
        by: How the parts are keyed in a file.
    """

    name: str
    kind: str
    to: tuple[str, ...]
    by: str


def _step(field: Field) -> Step | None:
    by = str(field.meta.get("by", ""))
    one = field.shape == "one"
    if "keys" in field.meta:
        return Step(field.name, "keys", (field.meta["keys"],), by)
    if "to" in field.meta:
        return Step(field.name, "id" if one else "ids", field.meta["to"], by)
    inner = part_of(field.kinds[0])
    if inner is None or issubclass(inner, Noun) or not steps(cast("type", inner)):
        return None
    return Step(field.name, "part" if one else "parts", (), by)


def part_of(kind: object) -> type[Part] | None:
    """Return the class of the parts that a field of a type holds, or None.

    Args:
        kind: The type of a field: ``tuple[Role, ...]``, ``Attendance | None``.
    """
    for each in (kind, *get_args(kind)):
        if isinstance(each, type) and not get_args(each) and issubclass(each, Part):
            return each
    return None


@lru_cache(maxsize=128)
def steps(cls: type) -> tuple[Step, ...]:
    """Return the fields of a class of the model through which ids are named."""
    return tuple(step for step in map(_step, fields_of(cls).values()) if step)


class Reference(NamedTuple):
    """One id named somewhere.

    Attributes:
        where: The place below the thing, as parts.
        id: The id.
        to: The tables it may be in; none: any.
    """

    where: tuple[str | int, ...]
    id: str
    to: tuple[str, ...]


def references(part: Part) -> Iterator[Reference]:
    """Yield every id that a thing names, with its place."""
    for name, kind, tables, by in steps(cast("type", type(part))):
        value = getattr(part, name)
        if not value:
            continue
        if kind == "id":
            yield Reference((name,), value, tables)
        elif kind == "ids":
            for position, id_ in enumerate(value):
                yield Reference((name, position), id_, tables)
        elif kind == "keys":
            for key, _ in value:
                yield Reference((name, key), key, tables)
        elif kind == "part":
            yield from _below(value, name)
        else:
            for position, item in enumerate(value):
                yield from _inside(name, by, position, item)


def _below(part: Part, *where: str | int) -> Iterator[Reference]:
    for inner, id_, tables in references(part):
        yield Reference((*where, *inner), id_, tables)


def _inside(name: str, by: str, position: int, part: Part) -> Iterator[Reference]:
    """Yield what a part of a table names, by the keys it has in a file."""
    if not by:
        yield from _below(part, name, position)
        return
    key, holder = getattr(part, by), getattr(part, "holder", None)
    keys = (name, key, holder) if by == "function" and holder else (name, key)
    for inner, id_, tables in references(part):
        said = inner in (("holder",), (by,)) or (inner == ("to",) and by == "kind")
        below = () if said else inner[1:] if inner[0] == "parties" else inner
        yield Reference((*keys, *below), id_, tables)


@lru_cache(maxsize=128)
def _fields(cls: type) -> tuple[tuple[Step, Callable[[Any], Any], type | None], ...]:
    """Return the steps of a class, how each is fetched, and the class of the parts it holds."""
    fields = fields_of(cls)
    return tuple(
        (step, attrgetter(step.name), part_of(fields[step.name].kinds[0])) for step in steps(cls)
    )


def _named(cls: type, parts: Sequence[Any]) -> Iterator[tuple[tuple[str, ...], set[str]]]:
    """Yield tables, and every id that many parts of one class expect in one of them.

    Field by field for all of them: ten thousand sessions are told sound in some milliseconds.
    """
    for (_, kind, tables, _), fetch, inner in _fields(cls):
        values: Iterable[Any] = map(fetch, parts)
        if kind == "id":
            yield tables, set(values) - {None}
        elif kind == "ids":
            yield tables, set(chain.from_iterable(values))
        elif kind == "keys":
            yield tables, {key for key, _ in chain.from_iterable(values)}
        elif inner is not None:
            below = (
                [part for part in values if part] if kind == "part" else chain.from_iterable(values)
            )
            if held := list(below):
                yield from _named(inner, held)


def reference_faults(
    table: str, things: Sequence[Part], homes: Mapping[str, str]
) -> Iterator[Finding]:
    """Yield a problem for every id that names nothing, or a thing of the wrong kind.

    Args:
        table: The table of the things, for the place.
        things: Nouns, registrations or tolerances, all of one class.
        homes: Id of every thing, and its table.
    """
    if not things or all(
        homes.get(id_) in tables if tables else id_ in homes
        for tables, ids in _named(type(things[0]), things)
        for id_ in ids
    ):
        return
    told = 0
    for position, thing in enumerate(things):
        for where, id_, tables in references(thing):
            home = homes.get(id_)
            if home is None or (tables and home not in tables):
                place = path(table, getattr(thing, "id", position), *where)
                known = homes if told < HINTED else {id_: home} if home else {}
                yield dangling(place, id_, tables, known)
                told += 1


def dangling(place: str, id_: str, tables: tuple[str, ...], homes: Mapping[str, str]) -> Finding:
    """Return the problem of an id that names nothing, or a thing of the wrong kind.

    Args:
        place: Where the id stands.
        id_: The id.
        tables: The tables it may be in; none: any.
        homes: Id of every thing, and its table.
    """
    wanted = tables or tuple(SINGULAR)
    if (home := homes.get(id_)) is not None:
        message = "`%(id)s` is %(found)s; here stands %(wanted)s"
        return problem(
            "reference.kind", place, message, id=id_, found=_article(SINGULAR[home]),
            wanted=" or ".join(_article(SINGULAR[name]) for name in wanted),
        )  # fmt: skip
    named = tables[0] if len(tables) == 1 else "dossier" if not tables else " and ".join(tables)
    message = f"%(tables)s {'has' if len(tables) <= 1 else 'have'} no `%(id)s`"
    values: dict[str, Value] = {"tables": named, "id": id_[:_LONGEST]}
    close = _near(id_, [known for known, home in homes.items() if home in wanted], 0.6)
    if close := close or _near(id_, list(homes), 0.8):
        values["suggestion"] = close
        message += "; did you mean `%(suggestion)s`?"
    return problem("reference.unknown", place, message, **values)


def _near(id_: str, known: list[str], cutoff: float) -> str:
    """Return the id most like another, as far as looking for it costs little."""
    told = id_[:_LONGEST].casefold().replace("_", "-").replace(" ", "-")
    if len(known) > _MANY:
        known = [each for each in known if each[:1] == told[:1] and abs(len(each) - len(told)) < 3]
    return next(iter(difflib.get_close_matches(told, known[:_MANY], n=1, cutoff=cutoff)), "")


def _article(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def cycles(graph: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, ...]]:
    """Yield the ids of chains that lead back to themselves, none of which share a way back."""
    done: set[str] = set()
    for start in graph:
        trail: dict[str, Iterator[str]] = {}
        stack = [start] if start not in done else []
        while stack:
            node = stack[-1]
            following = trail.setdefault(node, iter(graph.get(node, ())))
            after = next((other for other in following if other not in done), None)
            if after is None:
                done.add(node)
                del trail[node]
                stack.pop()
            elif after in trail:
                yield tuple(stack[stack.index(after) :])
            else:
                stack.append(after)
