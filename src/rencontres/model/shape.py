"""What the fields of the model take: read from their types and metadata, checked at construction.

The metadata of a field is the one source of its shape. ``to`` says which tables an id names,
``by`` how a tuple is keyed in a file, ``keys`` which table those keys name, ``one_of`` which words
it takes, ``tags`` that it holds language tags, ``form`` what is asked beyond the type, ``lines``
that line feeds may stand in it, ``signed`` that a number may be negative. Loading, dumping, the
checks of references and the JSON Schema read the same, through ``fields``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple, TypeAlias, cast, get_args

import attrs
from attrs import Attribute

from rencontres.errors import DossierError
from rencontres.finding import Finding
from rencontres.language import canonical
from rencontres.model import form, scalar, several
from rencontres.model.fields import Field, fields_of
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
    fields = fields_of(cls)
    rules = {name: _rule(field) for name, field in fields.items()}
    defaults = {name: field.default for name, field in fields.items()}
    shown = tuple(a for a in attrs.fields(cls) if a.name in fields and a.repr)
    return Plan(settle=_compiled(rules, defaults), shown=shown)


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


def _rule(field: Field) -> Rule:
    """Return what puts the values of a field into their one form."""
    meta = field.meta
    if field.shape == "pairs":
        rule = several.table(_one((str,), field.key_meta), _one(field.kinds, {}))
    elif field.shape == "several":
        rule = _several(field)
    else:
        rule = _one(field.kinds, meta)
    formed = "form" in meta and rule is not scalar.identifier
    return scalar.formed(rule, meta["form"]) if formed else rule


def _one(kinds: tuple[type, ...], meta: Mapping[Any, Any]) -> Rule:
    """Return what puts one value of some types into its one form."""
    if meta.get("form") is form.ID:
        return scalar.identifier
    if "one_of" in meta:
        return scalar.word(meta["one_of"])
    if "to" in meta:
        return scalar.reference
    return scalar.tag if meta.get("tags") else scalar.of(kinds, meta)


def _several(field: Field) -> Rule:
    """Return what puts a tuple into its one form."""
    if field.length is not None:
        one = _one(field.kinds, field.meta)
        return several.pair(one, one)
    if "to" in field.meta:
        return several.words(scalar.reference, scalar.quick_reference)
    if field.meta.get("tags"):
        return several.words(scalar.tag, canonical)
    return several.parts(field.kinds[0], field.meta)
