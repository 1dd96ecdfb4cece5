"""Several files, one dossier: an id in two of them adds fields, a contradiction is told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias, cast

from attrs import frozen

Raw: TypeAlias = dict[str, Any]
ROWS = ("registrations", "tolerances")
"""Lists of the dossier: what a second file has comes behind what the first has."""


@frozen
class Contradiction:
    """Two files that say different things of one place.

    Attributes:
        where: The place, as keys.
        file: Which file says it second, from 0.
        one: What was said first.
        other: What is said second.
    """

    where: tuple[str, ...]
    file: int
    one: object
    other: object


@frozen
class Merged:
    """Several files as one.

    Attributes:
        data: What they say together; where they contradict each other, the first holds.
        contradictions: Where they do.
        offsets: For each file, how far its rows in the lists of the dossier were moved.
    """

    data: Raw
    contradictions: tuple[Contradiction, ...]
    offsets: tuple[dict[str, int], ...]


def merge(files: Sequence[Raw]) -> Merged:
    """Return what several files say together.

    Args:
        files: The files, parsed; none is changed.
    """
    data: Raw = {}
    found: list[Contradiction] = []
    offsets: list[dict[str, int]] = []
    for number, file in enumerate(files):
        moved: dict[str, int] = {}
        rest = dict(file)
        for name in ROWS:
            if isinstance(rows := file.get(name), list) and isinstance(data.get(name), list):
                known = cast("list[object]", data[name])
                if rows != known:
                    moved[name] = len(known)
                    data[name] = [*known, *cast("list[object]", rows)]
                del rest[name]
        data = _joined(data, rest, (), number, found)
        offsets.append(moved)
    return Merged(data, tuple(found), tuple(offsets))


def _joined(
    one: Raw, other: Raw, where: tuple[str, ...], number: int, found: list[Contradiction]
) -> Raw:
    data = dict(one)
    for key, value in other.items():
        if key not in one:
            data[key] = value
        elif isinstance(one[key], dict) and isinstance(value, dict):
            data[key] = _joined(one[key], cast("Raw", value), (*where, key), number, found)
        elif type(one[key]) is not type(value) or one[key] != value:
            found.append(Contradiction((*where, key), number, one[key], value))
    return data
