"""From the places of findings, by ids, to the keys and indexes of a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias, cast

from rencontres.errors import LanguageError
from rencontres.language import canonical

Path: TypeAlias = tuple[str | int, ...]

_ALSO = {"start": ("hours", "day"), "end": ("hours",), "when": ("day",)}
"""What stands in files for some fields of sessions."""


def resolved(data: object, steps: Sequence[str]) -> Path:
    """Return the keys and indexes that lead to a place, or to as much of it as there is.

    Args:
        data: A file, parsed.
        steps: The parts of a place: keys, ids, positions in lists.
    """
    path: list[str | int] = []
    node = data
    for step in steps:
        found = _key(node, step)
        if found is None:
            if isinstance(node, Mapping) and step.isdigit():
                continue  # one value where several may stand
            break
        path.append(found)
        node = cast("Any", node)[found]
    return tuple(path)


def _key(node: object, step: str) -> str | int | None:
    if isinstance(node, Mapping):
        return _in_table(cast("Mapping[str, object]", node), step)
    if isinstance(node, list | tuple):
        return _in_list(cast("list[object]", node), step)
    return None


def _in_table(table: Mapping[str, object], step: str) -> str | None:
    if step in table:
        return step
    known = next((key for key in _ALSO.get(step, ()) if key in table), None)
    return known or next((key for key in table if _tag(key) == step), None)


def _in_list(items: list[object], step: str) -> int | None:
    for position, item in enumerate(items):
        id_ = cast("Mapping[str, object]", item).get("id") if isinstance(item, Mapping) else item
        if id_ == step:
            return position
    position = int(step) if step.isdecimal() and len(step) < len("1000000") else len(items)
    return position if position < len(items) else None


def _tag(key: object) -> str | None:
    try:
        return canonical(key) if isinstance(key, str) else None
    except LanguageError:
        return None
