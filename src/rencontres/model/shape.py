"""What the fields of the model take: read from their types and metadata, checked at construction.

The metadata of a field is the one source of its shape. ``to`` says which tables an id names,
``by`` how a tuple is keyed in a file, ``keys`` which table those keys name, ``one_of`` which words
it takes, ``tags`` that it holds language tags, ``form`` what is asked beyond the type, ``lines``
that line feeds may stand in it, ``signed`` that a number may be negative. Loading, dumping, the
checks of references and the JSON Schema read the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, NamedTuple, TypeAlias, Union, cast, get_args, get_origin, get_type_hints

import attrs
from attrs import Attribute

from rencontres.errors import DossierError
from rencontres.finding import Finding
from rencontres.language import canonical
from rencontres.model import form, scalar, several
from rencontres.model.refusal import Rule

Metadata: TypeAlias = dict[str, Any]
Settle: TypeAlias = Callable[[object], Sequence[Finding]]


def one_of(words: object, **more: object) -> Metadata:
    """Say which words a field takes."""
    return {"one_of": get_args(words), **more}


def to(*tables: str, **more: object) -> Metadata:
    """Say which tables of the dossier the ids of a field name.

    Args:
        tables: Names of tables (``people``, ``organisations``); none: any.
        more: Further metadata.
    """
    return {"to": tables, **more}


class Plan(NamedTuple):
    """What is to be checked of a class, compiled from the types and metadata of its fields.

    Attributes:
        settle: Puts each field of a value into its one form, and returns what is wrong with them.
        shown: The fields that a repr shows where something was said.
    """

    settle: Settle
    shown: tuple[Attribute[Any], ...]


@lru_cache(maxsize=128)
def plan(cls: type) -> Plan:
    """Return what is to be checked of a class of the model.

    Args:
        cls: An attrs class whose fields carry metadata.
    """
    kinds = get_type_hints(cls)
    fields = [attribute for attribute in attrs.fields(cls) if attribute.init]
    rules = {a.name: _rule(kinds[a.name], a.metadata) for a in fields}
    defaults = {a.name: a.default for a in fields}
    return Plan(
        settle=_compiled(rules, defaults),
        shown=tuple(attribute for attribute in fields if attribute.repr),
    )


_SETTLES: dict[type, Settle] = {}


def settle(part: object) -> Sequence[Finding]:
    """Put each field of a value into its one form; return what is wrong with them, all of it."""
    cls = type(part)
    known = _SETTLES.get(cls)
    if known is None:
        known = _SETTLES[cls] = plan(cast("type", cls)).settle
    return known(part)


def _compiled(rules: Mapping[str, Rule], defaults: Mapping[str, object]) -> Settle:
    """Return one function for all fields of a class, as attrs makes its ``__init__``.

    A loop over the fields costs three times as much, and most fields of most things are silent.
    """

    def told(part: object) -> Sequence[Finding]:
        return _told(part, rules, defaults)

    names: dict[str, Any] = {"keep": object.__setattr__, "told": told, "refused": DossierError}
    lines = ["def settle(part):", " try:"]
    for name, rule in rules.items():
        names |= {f"rule_{name}": rule, f"default_{name}": defaults[name]}
        lines += [
            f"  value = part.{name}",
            f"  if value is not default_{name}:",
            f"   kept = rule_{name}({name!r}, value)",
            f"   if kept is not value: keep(part, {name!r}, kept)",
        ]
    lines += [" except refused:", "  return told(part)", " return ()"]
    exec("\n".join(lines), names)  # noqa: S102 - made of our own names
    settle: Settle = names["settle"]
    return settle


def _told(
    part: object, rules: Mapping[str, Rule], defaults: Mapping[str, object]
) -> Sequence[Finding]:
    """Return everything that is wrong with the fields of a value."""
    problems: list[Finding] = []
    for name, rule in rules.items():
        value = getattr(part, name)
        if value is not defaults[name]:
            try:
                object.__setattr__(part, name, rule(name, value))
            except DossierError as error:
                problems += error.problems
    return problems


def _rule(kind: object, meta: Mapping[str, Any]) -> Rule:
    """Return what puts a value of a type into its one form."""
    inner = get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)
    kinds = tuple(cast("type", each) for each in inner if each is not NoneType)
    if get_origin(kinds[0]) is tuple:
        rule = _several(get_args(kinds[0]), meta)
    elif meta.get("form") is form.ID:
        return scalar.identifier
    elif "one_of" in meta:
        rule = scalar.word(meta["one_of"])
    elif "to" in meta:
        rule = scalar.reference
    elif meta.get("tags"):
        rule = scalar.tag
    else:
        rule = scalar.of(kinds, meta)
    return scalar.formed(rule, meta["form"]) if "form" in meta else rule


def _several(inner: tuple[Any, ...], meta: Mapping[str, Any]) -> Rule:
    """Return what puts a tuple of types into its one form."""
    if inner[-1] is not ...:
        each = {key: value for key, value in meta.items() if key != "form"}
        return several.pair(_rule(inner[0], each), _rule(inner[1], each))
    if get_origin(inner[0]) is tuple:
        key, value = get_args(inner[0])
        keys = {"to": (meta["keys"],)} if "keys" in meta else {"tags": meta.get("tags")}
        return several.table(_rule(key, keys), _rule(value, {}))
    if "to" in meta:
        return several.words(scalar.reference, scalar.quick_reference)
    return (
        several.words(scalar.tag, canonical) if meta.get("tags") else several.parts(inner[0], meta)
    )
