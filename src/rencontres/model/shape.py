"""What the fields of the model take: read from their types and metadata, checked at construction.

The metadata of a field is the one source of its shape. ``to`` says which tables an id names,
``by`` how a tuple is keyed in a file, ``keys`` which table those keys name, ``one_of`` which words
it takes, ``tags`` that it holds language tags, ``form`` what is asked beyond the type, ``lines``
that line feeds may stand in it, ``signed`` that a number may be negative. Loading, dumping, the
checks of references and the JSON Schema read the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from itertools import compress
from operator import attrgetter, is_not
from types import NoneType, UnionType
from typing import Any, NamedTuple, TypeAlias, Union, cast, get_args, get_origin, get_type_hints

import attrs
from attrs import Attribute

from rencontres.errors import DossierError
from rencontres.finding import Finding
from rencontres.model import scalar, several
from rencontres.model.scalar import Rule

Metadata: TypeAlias = dict[str, Any]


def one_of(words: object, **more: object) -> Metadata:
    """Say which words a field takes.

    Args:
        words: A ``Literal`` type.
        more: Further metadata.
    """
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
        fetch: Returns the values of the fields, in their order.
        defaults: What needs no check, in the same order.
        rules: The name of each field and what puts its value into its one form.
        shown: The fields that a repr shows where something was said.
    """

    fetch: Callable[[object], tuple[object, ...]]
    defaults: tuple[object, ...]
    rules: tuple[tuple[str, Rule], ...]
    shown: tuple[Attribute[Any], ...]


@lru_cache(maxsize=128)
def plan(cls: type) -> Plan:
    """Return what is to be checked of a class of the model.

    Args:
        cls: An attrs class whose fields carry metadata.
    """
    kinds = get_type_hints(cls)
    fields = [attribute for attribute in attrs.fields(cls) if attribute.init]
    names = [attribute.name for attribute in fields]
    return Plan(
        fetch=attrgetter(*names) if len(names) > 1 else lambda part: (getattr(part, names[0]),),
        defaults=tuple(attribute.default for attribute in fields),
        rules=tuple((a.name, _rule(kinds[a.name], a.metadata)) for a in fields),
        shown=tuple(attribute for attribute in fields if attribute.repr),
    )


def settle(part: object) -> list[Finding]:
    """Put each field of a value into its one form; return what is wrong with them, all of it.

    Args:
        part: A value of the model, just made.
    """
    fetch, defaults, rules, _ = plan(cast("type", type(part)))
    values = fetch(part)
    problems: list[Finding] = []
    said = compress(zip(values, rules, strict=True), map(is_not, values, defaults))
    for value, (name, rule) in said:
        try:
            settled = rule(name, value)
        except DossierError as error:
            problems += error.problems
        else:
            if settled is not value:
                object.__setattr__(part, name, settled)
    return problems


def _rule(kind: object, meta: Mapping[str, Any]) -> Rule:
    """Return what puts a value of a type into its one form."""
    kinds = get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)
    kinds = tuple(each for each in kinds if each is not NoneType)
    if get_origin(kinds[0]) is tuple:
        rule = _several(get_args(kinds[0]), meta)
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
        return several.words(scalar.reference)
    return several.words(scalar.tag) if meta.get("tags") else several.parts(inner[0], meta)
