"""The shapes of parts: keyed by what they name, in as few words as they need."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias, TypeVar, cast

from rencontres.finding import Finding
from rencontres.strict import Hook, Refusal, problems_of, table, unknown_key, wrong

Part = TypeVar("Part")
Make: TypeAlias = Callable[[Any, Any], Iterable[Any]]
"""What makes parts from one entry of a table: its key, then its value."""


def keyed(make: Make, known: tuple[str, ...] = ()) -> Hook:
    """Return what takes a table, and makes parts of each of its entries.

    Args:
        make: What makes the parts of one entry; its problems are placed below the key.
        known: The keys there are; none: ``make`` judges them.
    """

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

    return entries


def pairs(key: Hook, value: Hook) -> Hook:
    """Return what takes a table of plain values: codes, counts, channels.

    Args:
        key: The hook of keys.
        value: The hook of values.
    """

    def pair(name: object, entry: object) -> tuple[tuple[Any, Any]]:
        return ((key(name, None), value(entry, None)),)

    return keyed(pair)


def one_or_many(hook: Hook, many: Hook) -> Hook:
    """Return what takes one value, or a list of them.

    Args:
        hook: The hook of one value, a table.
        many: The hook of the list.
    """

    def either(value: object, kind: object = None) -> tuple[Any, ...]:
        if isinstance(value, list | tuple):
            return cast("tuple[Any, ...]", many(value, kind))
        return (hook(value, kind),)

    return either


class Holder(NamedTuple):
    """One entry of parties or roles, whichever of the three depths it was written in."""

    where: str | int
    id: object
    promise: object


def _holders(value: object) -> Iterator[Holder]:
    """Yield who stands in a list of ids, in a table by id, or in a list of tables."""
    if isinstance(value, Mapping):
        for key, entry in table(value).items():
            yield Holder(key, key, entry)
        return
    if not isinstance(value, list | tuple):
        hint = f'["{value}"]' if isinstance(value, str) and value.isascii() else ""
        raise wrong(value, "a list of ids, or a table by id", hint)
    for position, item in enumerate(cast("list[object]", value)):
        if isinstance(item, Mapping):
            promise = dict(cast("Mapping[str, object]", item))
            id_ = promise.pop("id", None)
            yield Holder(id_ if isinstance(id_, str) else position, id_, promise)
        else:
            # What is no id is refused as one, and so is null, though nobody is said by {}.
            id_ = "" if item is None else item
            yield Holder(item if isinstance(item, str) else position, id_, {})


def holders(make: Callable[[Holder], Part], value: object) -> tuple[Part, ...]:
    """Return parts made from parties or roles, whichever of the three depths they are in.

    Args:
        make: What makes a part of one entry.
        value: A list of ids, a table by id, or a list of tables with ``id``.

    Raises:
        Refusal: Everything that is wrong with them, placed below their ids.
    """
    made: list[Part] = []
    problems: list[Finding] = []
    for holder in _holders(value):
        try:
            made.append(make(holder))
        except Exception as error:  # noqa: BLE001 - told as problems
            problems += problems_of(error, holder.where)
    if problems:
        raise Refusal(problems=problems)
    return tuple(made)
