"""The fields of a class of the model as types and metadata describe them, read once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs
from attrs import NOTHING, Attribute, frozen


@frozen
class Field:
    """One field of a class.

    Attributes:
        name: Its name.
        meta: Its metadata.
        default: What it is where nothing is said.
        shape: One value, several in a tuple, or pairs of a key and a value.
        kinds: The types of the value, of each of the several, or of the values of the pairs.
        optional: Whether it may be None.
        length: How many the several must be; None: any number.
    """

    name: str
    meta: Mapping[Any, Any]
    default: object
    shape: Literal["one", "several", "pairs"]
    kinds: tuple[Any, ...]
    optional: bool
    length: int | None

    @property
    def required(self) -> bool:
        """Whether it must be said."""
        return self.default is NOTHING

    @property
    def key_meta(self) -> Mapping[Any, Any]:
        """What metadata say of the keys of pairs."""
        return {"to": (self.meta["keys"],)} if "keys" in self.meta else self.meta


@cache
def fields_of(cls: type) -> Mapping[str, Field]:
    """Return the fields of a class of the model that are told at construction, by name."""
    kinds = get_type_hints(cls)
    return {a.name: _field(a, kinds[a.name]) for a in attrs.fields(cls) if a.init}


def _field(attribute: Attribute[Any], kind: Any) -> Field:
    union = get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)
    kinds = tuple(each for each in union if each is not NoneType)
    inner: tuple[Any, ...] = get_args(kinds[0]) if get_origin(kinds[0]) is tuple else ()
    pairs = bool(inner) and get_origin(inner[0]) is tuple
    return Field(
        attribute.name,
        attribute.metadata,
        attribute.default,
        "pairs" if pairs else "several" if inner else "one",
        get_args(inner[0])[1:] if pairs else inner[:1] or kinds,
        NoneType in union,
        None if ... in inner else len(inner),
    )
