"""A host's own fields: JSON, frozen, kept and never shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from math import isfinite
from typing import Any, Self, TypeAlias, cast

from rencontres.errors import DossierError
from rencontres.finding import Finding, path

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
"""What no file may hold, however it is escaped."""

_DEEPEST = 32
_LARGEST = 2**63 - 1


class Table(tuple[tuple[str, "Json"], ...]):
    """A host's own fields: a JSON object, frozen, so that what holds it can be hashed.

    A table is equal to a table only: ``{"k": "v"}`` is not ``[["k", "v"]]``.

    >>> Table({"badge": "blue", "seats": [1, 2]}).thaw()
    {'badge': 'blue', 'seats': [1, 2]}
    """

    __slots__ = ()

    def __new__(cls, entries: Mapping[str, object] | Iterable[tuple[str, object]] = ()) -> Self:
        """Freeze a JSON object.

        Args:
            entries: A mapping, or pairs; keys are sorted, tables and lists frozen all the way
                down.

        Raises:
            DossierError: What JSON does not have: other types, keys that are no strings, numbers
                that are not finite or need more than 64 bits, control characters, more than 32
                tables in one another; everything at once.
        """
        if isinstance(entries, Table):
            return cast("Self", entries)
        problems: list[Finding] = []
        pairs = _pairs(entries, (), problems)
        if problems:
            raise DossierError(problems=problems)
        return super().__new__(cls, pairs)

    def __eq__(self, other: object) -> bool:
        """Tell whether the other is a table with the same fields."""
        return isinstance(other, Table) and tuple.__eq__(self, other)

    def __ne__(self, other: object) -> bool:
        """Tell whether the other is something else."""
        return not self == other

    __hash__ = tuple.__hash__

    def get(self, key: str) -> Json:
        """Return the frozen value of a key, or None.

        Args:
            key: A key of the table.
        """
        return next((value for known, value in self if known == key), None)

    def thaw(self) -> dict[str, Any]:
        """Return the table as dictionaries and lists."""
        return {key: _thaw(value) for key, value in self}

    def __repr__(self) -> str:
        """Return the table as it would be made."""
        return f"Table({self.thaw()!r})"


Json: TypeAlias = "Table | tuple[Json, ...] | str | int | float | bool | None"
Where: TypeAlias = tuple[str | int, ...]


def _pairs(entries: object, where: Where, problems: list[Finding]) -> list[tuple[str, Json]]:
    """Return the fields of a table, frozen and sorted; tell of what JSON does not have."""
    pairs = entries.items() if isinstance(entries, Mapping) else entries
    frozen: dict[str, Json] = {}
    for key, value in cast("Iterable[tuple[object, object]]", pairs):
        if not isinstance(key, str):
            problems.append(_fault(where, f"a key is a string, not a {_kind(key)}"))
        elif reason := _no_json(key):
            problems.append(_fault(where, f"{reason}, the key"))
        else:
            frozen[key] = _freeze(value, (*where, key), problems)
    return sorted(frozen.items(), key=_key)


def _key(pair: tuple[str, Json]) -> str:
    return pair[0]


def _freeze(value: object, where: Where, problems: list[Finding]) -> Json:
    if value is None or isinstance(value, str | bool | int | float):
        if reason := _no_json(value):
            problems.append(_fault(where, reason))
        return value
    if isinstance(value, Table):
        return value
    if len(where) > _DEEPEST:
        problems.append(_fault(where[:4], f"more than {_DEEPEST} tables or lists in one another"))
    elif isinstance(value, Mapping):
        inner = _pairs(cast("Mapping[str, object]", value), where, problems)
        return tuple.__new__(Table, inner)
    elif isinstance(value, list | tuple):
        items = enumerate(cast("Iterable[object]", value))
        return tuple(_freeze(item, (*where, position), problems) for position, item in items)
    else:
        reason = f"JSON has no {_kind(value)}: write it as a string or a number"
        problems.append(_fault(where, reason))
    return None


def _no_json(value: str | float | None) -> str:
    """Return why a scalar cannot be exchanged; empty if it can."""
    if isinstance(value, str):
        return "a control character, or half a character, is in it" if _broken(value) else ""
    if isinstance(value, float) and not isfinite(value):
        return f"JSON has no {value}"
    if isinstance(value, int) and abs(value) > _LARGEST:
        return "the number needs more than 64 bits"
    return ""


def _broken(words: str) -> bool:
    return not words.isprintable() and _FORBIDDEN.search(words) is not None


def _kind(value: object) -> str:
    return type(value).__name__


def _fault(where: Where, reason: str) -> Finding:
    return Finding("extra.type", "error", path(*where), "%(reason)s", {"reason": reason})


def _thaw(value: Json) -> object:
    if isinstance(value, Table):
        return value.thaw()
    return [_thaw(item) for item in value] if isinstance(value, tuple) else value


def extra_of(value: Mapping[str, object] | Table) -> Table:
    """Return a host's own fields, frozen; what cannot be frozen as it is, to be told with the rest.

    Args:
        value: A mapping of JSON types.
    """
    if isinstance(value, Table):
        return value
    try:
        return Table(value)
    except (DossierError, TypeError, ValueError):
        return cast("Table", value)
