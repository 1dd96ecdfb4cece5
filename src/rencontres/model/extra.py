"""A host's own fields: JSON, frozen, kept and never shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeAlias, cast

from rencontres.errors import DossierError
from rencontres.finding import Finding


class Table(tuple[tuple[str, "Json"], ...]):
    """A host's own fields: a JSON object, frozen, so that what holds it can be hashed.

    >>> Table({"badge": "blue", "seats": [1, 2]}).thaw()
    {'badge': 'blue', 'seats': [1, 2]}
    """

    __slots__ = ()

    def __new__(cls, entries: Mapping[str, object] | tuple[tuple[str, object], ...] = ()) -> Self:
        """Freeze a JSON object.

        Args:
            entries: A mapping; keys are sorted, tables and lists frozen all the way down.

        Raises:
            DossierError: A value that JSON does not have.
        """
        pairs = entries.items() if isinstance(entries, Mapping) else entries
        return super().__new__(
            cls, sorted(((key, _freeze(value, key)) for key, value in pairs), key=_key)
        )

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


def _key(pair: tuple[str, object]) -> str:
    return pair[0]


def _freeze(value: object, where: str) -> Json:
    if value is None or isinstance(value, str | bool | int | float | Table):
        return value
    if isinstance(value, Mapping):
        return Table(cast("Mapping[str, object]", value))
    if isinstance(value, list | tuple):
        return tuple(_freeze(item, where) for item in cast("list[object]", value))
    reason = f"extra holds JSON only, not {type(value).__name__}"
    raise DossierError(
        problems=[Finding("extra.type", "error", where, "%(reason)s", {"reason": reason})]
    )


def _thaw(value: Json) -> object:
    if isinstance(value, Table):
        return value.thaw()
    return [_thaw(item) for item in value] if isinstance(value, tuple) else value


def extra_of(value: Mapping[str, object] | Table) -> Table:
    """Return a host's own fields, frozen.

    Args:
        value: A mapping of JSON types.

    Raises:
        DossierError: A value that JSON does not have.
    """
    return value if isinstance(value, Table) else Table(value)
