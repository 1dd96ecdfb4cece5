"""The shapes of parts: keyed by what they name, in as few words as they need."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeAlias, TypeVar, cast

from rencontres.finding import Finding
from rencontres.strict import Hook, Refusal, problems_of, table, unknown_key, wrong

Part = TypeVar("Part")
Make: TypeAlias = Callable[[Any, Any], Iterable[Any]]
"""What makes parts from one entry of a table: its key, then its value."""


def keyed(make: Make, known: tuple[str, ...] = (), *, strict: bool) -> Hook:
    """Return what takes a table, and makes parts of each of its entries.

    Args:
        make: What makes the parts of one entry; its problems are placed below the key.
        known: The keys there are; none: ``make`` judges them.
        strict: Whether it tells everything that is wrong.
    """

    def quickly(value: Any, _: object = None) -> tuple[Any, ...]:
        return tuple([part for key, entry in value.items() for part in make(key, entry)])

    def entries(value: object, _: object = None) -> tuple[Any, ...]:
        made: list[Any] = []
        problems: list[Finding] = []
        for key, entry in table(value).items():
            if known and key not in known:
                problems.append(unknown_key(key, known))
                continue  # what is below may be meant for something else
            try:
                made += make(key, entry)
            except Exception as error:  # noqa: BLE001 - told as problems
                problems += problems_of(error, key)
        if problems:
            raise Refusal(problems=problems)
        return tuple(made)

    return entries if strict else quickly


def holders(make: Callable[[Any, Any, Any], Part], key: object, value: object) -> tuple[Part, ...]:
    """Return parts made from parties or roles, whichever of the three depths they are in.

    Args:
        make: What makes a part of the key, an id and a promise.
        key: The key that they stand behind: a function, a side.
        value: A list of ids, a table by id, or a list of tables with ``id``.

    Raises:
        Refusal: Everything that is wrong with them, placed below their ids.
    """
    made: list[Part] = []
    problems: list[Finding] = []
    for where, id_, promise in _holders(value):
        try:
            made.append(make(key, id_, promise))
        except Exception as error:  # noqa: BLE001 - told as problems
            problems += problems_of(error, where)
    if problems:
        raise Refusal(problems=problems)
    return tuple(made)


def _holders(value: object) -> Iterator[tuple[str | int, object, object]]:
    """Yield the places, the ids and the promises of who stands in a list or a table."""
    if isinstance(value, Mapping):
        for key, entry in table(value).items():
            yield key, key, entry
        return
    if not isinstance(value, list | tuple):
        hint = f'["{value}"]' if isinstance(value, str) and value.isascii() else ""
        raise wrong(value, "a list of ids, or a table by id", hint)
    for position, item in enumerate(cast("list[object]", value)):
        if isinstance(item, Mapping):
            promise = dict(cast("Mapping[str, object]", item))
            id_ = promise.pop("id", None)
            yield id_ if isinstance(id_, str) else position, id_, promise
        else:
            # What is no id is refused as one, and so is null, though nobody is said by {}.
            id_ = "" if item is None else item
            yield item if isinstance(item, str) else position, id_, {}
