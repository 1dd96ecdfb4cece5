"""How each class of the model is made from a table: one hook a field, read off its metadata.

There are two ways. The strict one tells everything that is wrong. The other one makes what is
right, as nearly all dossiers are: it looks for no reasons, and leaves the values that need no
change to the model, which judges them anyway.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache, lru_cache
from typing import Any, TypeAlias, cast

import attrs

from rencontres.model import (
    FUNCTIONS,
    Chair,
    End,
    Interpretation,
    Link,
    Noun,
    Party,
    Registration,
    Role,
    Table,
    Tolerance,
    form,
)
from rencontres.model.fields import Field, fields_of
from rencontres.sources.extras import extra
from rencontres.sources.scope import reference
from rencontres.sources.shapes import holders, keyed
from rencontres.sources.words import tag, text, when
from rencontres.sources.zones import zone_key
from rencontres.strict import (
    Hook,
    Refusal,
    day,
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

Maker: TypeAlias = Callable[..., Any]
"""Takes a table, then by name the raw values of the fields that the place of the table says."""


def record_of(cls: type, *given: str, strict: bool, also: tuple[str, ...] = ()) -> Maker:
    """Return what makes the values of a class of the model from tables."""
    return _record(cls, given, also) if strict else _quick(cls, given)


@cache
def _record(cls: type, given: tuple[str, ...], also: tuple[str, ...]) -> Maker:
    fields = fields_of(cls)
    hooks = {name: hook for name, field in fields.items() if (hook := _hook(field, strict=True))}
    fillers = {name: _filler(field) for name, field in fields.items() if field.required}
    known = {name: filler for name, filler in fillers.items() if filler}
    return record(cls, hooks, given=given, also=also, fillers=known)


def _filler(field: Field) -> object:
    """Return what may stand in for a required field that is wrong; None for ids."""
    if field.name in _FILLERS:
        return _FILLERS[field.name]
    plain = field.kinds == (str,) and not {"to", "tags"} & field.meta.keys()
    return {SAME: "-"} if field.kinds == (Text,) else "x" if plain else None


_FILLERS = {"names": {"en": {"family": "-"}}, "between": ["en", "fr"]}


@cache
def _quick(cls: type, given: tuple[str, ...]) -> Maker:
    """Return what makes the values of a class from tables that are right, or just refuses."""
    fields = fields_of(cls).items()
    hooks = {name: _hook(field, strict=False) for name, field in fields if name not in given}

    def make(raw: Any, _: object = None, /, **given: Any) -> Any:
        try:
            for key, value in raw.items():
                hook = hooks[key]
                given[key] = value if hook is None or value is None else hook(value, None)
            return cls(**given)
        except Exception:  # noqa: BLE001 - whatever it was, the strict way tells it
            raise refusal("value.invalid", "something is wrong") from None

    return make


# --- fields --------------------------------------------------------------------------------------


def _hook(field: Field, *, strict: bool) -> Hook | None:
    """Return the hook of a field; None where its type, or the model, says all."""
    kind, *others = field.kinds
    if datetime in field.kinds:
        return passed if strict else None
    if others:
        return None if strict else _day_or_number
    if field.shape == "pairs":
        return _pairs(field, strict=strict)
    if field.shape == "several":
        return _several(field, strict=strict)
    hook = _one(field.meta, kind, strict=strict)
    return optional(hook) if hook and field.optional and strict else hook


def passed(value: object, _: object = None) -> object:
    """Take what is right already, or what an earlier step has made of it."""
    return value


def _day_or_number(value: object, _: object = None) -> object:
    return day(value) if isinstance(value, str) else value


def _one(meta: Mapping[str, Any], kind: Any, *, strict: bool) -> Hook | None:
    if kind in _ALONE:
        return _ALONE[kind]
    if attrs.has(kind):
        return record_of(kind, strict=strict)
    if not strict:
        return None
    if "one_of" in meta:
        return word_of(meta["one_of"])
    if "to" in meta:
        return reference(meta["to"])
    if meta.get("form") is form.ZONE:
        return zone_key
    return tag if meta.get("tags") else _PLAIN.get(kind)


def _several(field: Field, *, strict: bool) -> Hook:
    kind = field.kinds[0]
    if kind in _PARTS:
        return _PARTS[kind](strict=strict)
    if attrs.has(kind):
        if issubclass(kind, Noun | Registration | Tolerance):
            return passed  # the tables of the dossier
        by: str | None = field.meta.get("by")
        return _keyed(by, kind, strict=strict) if by else list_of(record_of(kind, strict=strict))
    one = _one(field.meta, kind, strict=strict)
    return list_of(one, field.length) if one else _tuple


def _tuple(value: Any, _: object = None) -> tuple[Any, ...]:
    return tuple(value) if type(value) is list else list_of(passed)(value, None)


def _pairs(field: Field, *, strict: bool) -> Hook:
    """Return what takes a table of plain values: codes, counts, channels."""
    key = _one(field.key_meta, str, strict=strict) or passed
    value = _one({}, field.kinds[0], strict=strict) or passed
    if key is value is passed:
        return lambda table, _: tuple(table.items())
    return keyed(lambda name, entry: ((key(name, None), value(entry, None)),), strict=strict)


_ALONE: Mapping[Any, Hook] = {Text: text, When: when, Table: extra, date: day}
_PLAIN: Mapping[Any, Hook] = {str: string, int: whole, float: decimal}


# --- parts ---------------------------------------------------------------------------------------


@lru_cache(maxsize=4096)
def _role(function: Any, holder: str, confirmation: Any) -> Role:
    """Return a role: a few people hold most of them, and values can be shared."""
    return Role(function, holder, confirmation=confirmation)


def _judge(cls: type, holder: str, *, strict: bool) -> Callable[[object, object], None]:
    """Return what refuses an id or a confirmation that a party or a role does not take."""
    metas = fields_of(cls)[holder].meta, fields_of(cls)["confirmation"].meta
    known, word = (_one(meta, str, strict=strict) or passed for meta in metas)

    def judge(id_: object, confirmation: object) -> None:
        known(id_, None)
        word(confirmation, None)

    return judge


def _roles(*, strict: bool) -> Hook:
    make = record_of(Role, "function", "holder", strict=strict)
    judge = _judge(Role, "holder", strict=strict)

    def role(function: Any, id_: Any, promise: Any) -> Any:
        if type(promise) is not str:
            return make(promise, None, function=function, holder=id_)
        judge(id_, promise)
        return _role(function, id_, promise)

    def roles(function: Any, value: object) -> tuple[Role, ...]:
        return holders(role, function, value) or (Role(function),)

    def quickly(value: dict[str, Any], _: object = None) -> tuple[Role, ...]:
        """Return roles, the most frequent part of all, with one call for each."""
        made: list[Role] = []
        for function, entry in value.items():
            if not entry or type(entry) is not dict:
                made += roles(function, entry)
                continue
            for id_, said in entry.items():
                one = _role if type(said) is str else role
                made.append(one(function, id_, said))
        return tuple(made)

    return keyed(roles, FUNCTIONS, strict=True) if strict else quickly


def _ends(*, strict: bool) -> Hook:
    make = record_of(Party, "organisation", strict=strict)
    judge = _judge(Party, "organisation", strict=strict)
    known = _one({"to": ("sides",)}, str, strict=strict) or passed

    def party(_: object, id_: Any, promise: Any) -> Any:
        if type(promise) is not str:
            if id_ is None:
                raise refusal("key.missing", "`%(key)s` is missing", "id", key="id")
            return make(promise, None, organisation=id_)
        judge(id_, promise)
        return Party(id_, confirmation=cast("Any", promise))

    def end(side: Any, value: object) -> tuple[End]:
        known(side, None)  # else what is below may be no end at all
        return (End(side, holders(party, side, value)),)

    return keyed(end, strict=strict)


def _chairs(*, strict: bool) -> Hook:
    make = record_of(Chair, "side", strict=strict)

    def chair(side: str, value: object) -> tuple[Any]:
        if not isinstance(value, str):
            return (make(value, None, side=side),)
        try:
            return (make({"holder": value}, None, side=side),)
        except Refusal as error:
            problems = [attrs.evolve(each, where="") for each in error.problems]
            raise Refusal(problems=problems) from None

    return keyed(chair, strict=strict)


def _links(*, strict: bool) -> Hook:
    fields = fields_of(Link)
    ids = list_of(_one(fields["to"].meta, str, strict=strict) or passed)

    def links(kind: Any, value: object) -> tuple[Link, ...]:
        return tuple([Link(kind, id_) for id_ in ids(value, None)])

    return keyed(links, fields["kind"].meta["one_of"], strict=strict)


def _keyed(by: str, cls: type, *, strict: bool) -> Hook:
    make = record_of(cls, by, strict=strict)
    return keyed(lambda key, value: (make(value, None, **{by: key}),), strict=strict)


def _interpretations(*, strict: bool) -> Hook:
    one = record_of(Interpretation, strict=strict)
    several = list_of(one)

    def either(value: object, _: object = None) -> Any:
        if type(value) is list or type(value) is tuple:
            return several(value, None)
        return (one(value, None),)

    return either


_PARTS: Mapping[Any, Callable[..., Hook]] = {
    Role: _roles, End: _ends, Chair: _chairs, Link: _links, Interpretation: _interpretations,
}  # fmt: skip
