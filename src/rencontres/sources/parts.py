"""How each class of the model is made from a table: one hook a field, read off its metadata."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache, partial
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs
from attrs import NOTHING, Attribute

from rencontres.model import (
    FUNCTIONS,
    Attendance,
    Chair,
    Contribution,
    End,
    Entry,
    Interpretation,
    Item,
    Link,
    Name,
    Party,
    Post,
    Role,
    Table,
)
from rencontres.sources.extras import extra
from rencontres.sources.scope import reference, references
from rencontres.sources.shapes import Holder, holders, keyed, one_or_many, pairs
from rencontres.sources.words import tag, tags, text, texts, when
from rencontres.sources.zones import zone_key
from rencontres.strict import (
    Hook,
    Record,
    Refusal,
    decimal,
    list_of,
    optional,
    record,
    refusal,
    whole,
    word_of,
)
from rencontres.strict import text as string
from rencontres.text import SAME, Text
from rencontres.when import When


@cache
def record_of(cls: type, *given: str, also: tuple[str, ...] = ()) -> Record:
    """Return what makes the values of a class of the model from tables.

    Args:
        cls: A class of the model.
        given: Fields that the place of the table says.
        also: Keys that are turned into fields before.
    """
    kinds = get_type_hints(cls)
    hooks: dict[str, Hook] = {}
    for attribute in attrs.fields(cls):
        if attribute.init and (hook := _hook(attribute, kinds[attribute.name])):
            hooks[attribute.name] = hook
    fillers = {
        a.name: filler
        for a in attrs.fields(cls)
        if a.default is NOTHING and (filler := _filler(a, kinds[a.name]))
    }
    return record(cls, hooks, given=given, also=also, fillers=fillers)


def _filler(attribute: Attribute[Any], kind: Any) -> object:
    """Return what may stand in for a required field that is wrong; None for ids."""
    if attribute.name == "names":
        return {"en": {"family": "-"}}
    if attribute.name == "between":
        return ["en", "fr"]
    plain = kind is str and not {"to", "one_of", "tags"} & attribute.metadata.keys()
    return {SAME: "-"} if kind is Text else "x" if plain else None


def passed(value: object, _: object = None) -> object:
    """Take what an earlier step has made: moments, the tables of the dossier."""
    return value


def _hook(attribute: Attribute[Any], kind: Any) -> Hook | None:
    """Return the hook of a field, or None where its type says all."""
    inner = [each for each in get_args(kind) if each is not NoneType]
    if datetime in (kind, *inner):
        return passed
    if get_origin(kind) in (Union, UnionType) and len(inner) == 1:
        hook = _hook(attribute, inner[0])
        return optional(hook) if hook else None
    return _by_metadata(attribute, kind) or _by_type(kind)


def _by_metadata(attribute: Attribute[Any], kind: Any) -> Hook | None:
    meta, several = attribute.metadata, get_origin(kind) is tuple
    if meta.get("by") == "pairs":
        return _pairs(attribute, kind)
    if "one_of" in meta:
        return word_of(meta["one_of"])
    if "to" in meta:
        return references(meta["to"]) if several else reference(meta["to"])
    if meta.get("tags"):
        return tag if not several else tags if ... in get_args(kind) else list_of(tag, 2)
    return zone_key if attribute.name == "zone" else None


def _pairs(attribute: Attribute[Any], kind: Any) -> Hook:
    meta, value = attribute.metadata, get_args(get_args(kind)[0])[1]
    key = tag if meta.get("tags") else reference((meta["keys"],)) if "keys" in meta else string
    return pairs(key, when if value is When else whole if value is int else string)


def _by_type(kind: Any) -> Hook | None:
    hooks: Mapping[Any, Hook] = {Text: text, When: when, Table: extra}
    if kind in hooks:
        return hooks[kind]
    if kind is Attendance:
        return record_of(Attendance)
    if get_origin(kind) is not tuple:
        return None
    item = get_args(kind)[0]
    if item is float:
        return list_of(decimal, 2)
    return _SEVERAL[item]() if item in _SEVERAL else passed


# --- parties and roles ---------------------------------------------------------------------------


@cache
def _promised(cls: type, *given: str) -> tuple[Record, Hook, Hook]:
    """Return the hooks of a party or a role: of its table, its holder, its confirmation."""
    meta = {attribute.name: attribute.metadata for attribute in attrs.fields(cls)}
    holder = reference(meta[given[-1]]["to"])
    return record_of(cls, *given), holder, word_of(meta["confirmation"]["one_of"])


def _role(function: Any, holder: Holder) -> Role:
    make, known, word = _promised(Role, "function", "holder")
    if type(holder.promise) is str:
        return Role(function, known(holder.id, None), confirmation=word(holder.promise, None))
    role: Role = make(holder.promise, function=function, holder=holder.id)
    return role


def _roles(function: Any, value: object) -> tuple[Role, ...]:
    return holders(partial(_role, function), value) or (Role(function),)


def _party(holder: Holder) -> Party:
    make, known, word = _promised(Party, "organisation")
    if type(holder.promise) is str:
        return Party(known(holder.id, None), confirmation=word(holder.promise, None))
    if holder.id is None:
        raise refusal("key.missing", "`%(key)s` is missing", "id", key="id")
    party: Party = make(holder.promise, organisation=holder.id)
    return party


# --- what is keyed by side, language or kind -----------------------------------------------------


def _end(side: str, value: object) -> tuple[End]:
    known = reference(("sides",))(side, None)  # else what is below may be no end at all
    return (End(known, holders(_party, value)),)


def _chair(side: str, value: object) -> tuple[Chair]:
    make = record_of(Chair, "side")
    if not isinstance(value, str):
        return (make(value, side=side),)
    try:
        return (make({"holder": value}, side=side),)
    except Refusal as error:
        raise Refusal(problems=[attrs.evolve(each, where="") for each in error.problems]) from None


def _links(kind: Any, value: object) -> tuple[Link, ...]:
    return tuple(Link(kind, id_) for id_ in references(("events",))(value, None))


def _by(field: str, cls: type) -> Hook:
    make = record_of(cls, field)
    return keyed(lambda key, value: (make(value, **{field: key}),))


def _interpretations() -> Hook:
    one = record_of(Interpretation)
    return one_or_many(one, list_of(one))


_SEVERAL: Mapping[type, Callable[[], Hook]] = {
    Text: lambda: texts,
    Role: lambda: keyed(_roles, FUNCTIONS),
    End: lambda: keyed(_end),
    Chair: lambda: keyed(_chair),
    Link: lambda: keyed(_links, attrs.fields(Link).kind.metadata["one_of"]),
    Name: lambda: _by("language", Name),
    Contribution: lambda: _by("side", Contribution),
    Interpretation: _interpretations,
    Post: lambda: list_of(record_of(Post)),
    Entry: lambda: list_of(record_of(Entry)),
    Item: lambda: list_of(record_of(Item)),
}
