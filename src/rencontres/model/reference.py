"""References between things: which ids a thing names, where, and what they must be."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple, cast

import attrs
from attrs import Attribute

from rencontres.finding import Finding, path
from rencontres.model.noun import Part
from rencontres.model.scalar import problem

SINGULAR: Mapping[str, str] = {
    "sides": "side", "places": "place", "rooms": "room", "organisations": "organisation",
    "people": "person", "committees": "committee", "events": "event", "workshops": "workshop",
    "pairings": "pairing", "sessions": "session", "delegations": "delegation", "notes": "note",
    "actions": "action", "papers": "paper",
}  # fmt: skip
"""The tables of the dossier whose things have an id, and the noun of each."""


class Step(NamedTuple):
    """One field of a class that names ids, or holds parts that may name some."""

    name: str
    kind: str
    to: tuple[str, ...]
    by: str


def _step(attribute: Attribute[Any]) -> Step | None:
    meta, kind = attribute.metadata, str(attribute.type)
    by = str(meta.get("by", ""))
    if "keys" in meta:
        return Step(attribute.name, "keys", (meta["keys"],), by)
    if "to" in meta:
        return Step(attribute.name, "ids" if kind.startswith("tuple") else "id", meta["to"], by)
    if attribute.name in (
        "roles",
        "items",
        "names",
        "posts",
        "chairs",
        "links",
        "entries",
        "ends",
        "parties",
        "funding",
        "interpretation",
    ):
        return Step(attribute.name, "parts", (), by)
    if attribute.name == "attendance":
        return Step(attribute.name, "part", (), by)
    return None


@lru_cache(maxsize=128)
def steps(cls: type) -> tuple[Step, ...]:
    """Return the fields of a class of the model through which ids are named.

    Args:
        cls: An attrs class of the model.
    """
    found = (_step(attribute) for attribute in attrs.fields(cls))
    return tuple(step for step in found if step and (step.kind != "parts" or step.name != "names"))


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
    """Yield every id that a thing names, with its place.

    Args:
        part: A noun, or a part of one.
    """
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
            yield from _below(name, value)
        else:
            for position, item in enumerate(value):
                yield from _inside(name, by, position, item)


def _below(*where: Any) -> Iterator[Reference]:
    *place, part = where
    for inner, id_, tables in references(part):
        yield Reference((*place, *inner), id_, tables)


def _inside(name: str, by: str, position: int, item: Any) -> Iterator[Reference]:
    if not by:
        yield from _below(name, position, item)
        return
    key = getattr(item, by)
    if by == "function":
        key_parts: tuple[str | int, ...] = (key, item.holder) if item.holder else (key,)
    else:
        key_parts = (key,)
    for inner, id_, tables in references(item):
        if inner in (("holder",), (by,)) or (inner == ("to",) and by == "kind"):
            inner = ()
        elif inner and inner[0] == "parties":
            inner = inner[1:]
        yield Reference((name, *key_parts, *inner), id_, tables)


def reference_faults(
    table: str, things: Iterable[Any], homes: Mapping[str, str], written: Iterable[str] = ()
) -> Iterator[Finding]:
    """Yield a problem for every id that names nothing, or a thing of the wrong kind.

    Args:
        table: The table of the things, for the place.
        things: Nouns or registrations.
        homes: Id of every thing, and its table.
        written: Ids that stand in the files though their things could not be made.
    """
    known = set(written)
    for position, thing in enumerate(things):
        for where, id_, tables in references(thing):
            home = homes.get(id_)
            if home is not None and (not tables or home in tables):
                continue
            if home is None and id_ in known:
                continue
            place = path(table, getattr(thing, "id", position), *where)
            yield dangling(place, id_, tables, homes)


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
    candidates = [known for known, home in homes.items() if home in wanted]
    close = difflib.get_close_matches(id_, candidates, n=1, cutoff=0.6)
    if not close:
        close = difflib.get_close_matches(id_, homes, n=1, cutoff=0.8)
    named = tables[0] if len(tables) == 1 else "dossier" if not tables else " and ".join(tables)
    verb = "has" if len(tables) <= 1 else "have"
    if close:
        message = f"%(tables)s {verb} no `%(id)s`; did you mean `%(suggestion)s`?"
        return problem(
            "reference.unknown", place, message, tables=named, id=id_, suggestion=close[0]
        )
    message = f"%(tables)s {verb} no `%(id)s`"
    return problem("reference.unknown", place, message, tables=named, id=id_)


def _article(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def cycle(graph: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """Return the ids of one cycle of a graph, or nothing.

    Args:
        graph: Id, and the ids it points to.
    """
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
                return tuple(stack[stack.index(after) :])
            else:
                stack.append(after)
    return ()
