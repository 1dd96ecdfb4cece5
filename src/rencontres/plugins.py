"""What other distributions offer through entry points: listed without loading, loaded alone.

The one door of ``importlib.metadata``. Reading metadata loads nothing; an entry that cannot be
loaded is an error that names it, and disturbs no other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import frozen

from rencontres.errors import BrokenFormat
from rencontres.finding import visible

if TYPE_CHECKING:
    from importlib.metadata import Distribution, EntryPoint

RENDERERS = "rencontres.renderers"
CHECKS = "rencontres.checks"
LANGUAGES = "rencontres.languages"


@frozen
class Entry:
    """One entry point of an installed distribution, as metadata.

    Attributes:
        group: ``rencontres.renderers``, ``rencontres.checks`` or ``rencontres.languages``.
        name: What it is called.
        value: Where it is: ``package.module:name``.
        distribution: Who offers it, as it is called on the package index.
        version: Of the distribution.
    """

    group: str
    name: str
    value: str
    distribution: str
    version: str


def entries(group: str) -> tuple[Entry, ...]:
    """Return the entries of a group, sorted by name and distribution; nothing is loaded.

    Args:
        group: The group of entry points.
    """
    return tuple(sorted(_found(group), key=lambda e: (e.name, e.distribution, e.value)))


def _found(group: str) -> Iterator[Entry]:
    from importlib.metadata import distributions  # the door of a slow import

    seen: set[str] = set()
    for distribution in distributions():
        points = _points(distribution, group)
        if points:
            name, version = _called(distribution)
            # The first one on the path is the one that an import finds.
            if same_name(name) not in seen:
                seen.add(same_name(name))
                yield from (Entry(group, p.name, p.value, name, version) for p in points)


def _points(distribution: Distribution, group: str) -> tuple[EntryPoint, ...]:
    try:
        return tuple(distribution.entry_points.select(group=group))
    except Exception:  # noqa: BLE001 - files of others, which may hold anything, harm nobody
        return ()


def _called(distribution: Distribution) -> tuple[str, str]:
    try:
        metadata = distribution.metadata
        return metadata["Name"] or "unknown", metadata["Version"] or ""
    except Exception:  # noqa: BLE001 - as above
        return "unknown", ""


def same_name(distribution: str) -> str:
    """Return what names of distributions are compared by, as package indexes do.

    Args:
        distribution: A name.
    """
    return re.sub(r"[-_.]+", "-", distribution).lower()


def load(entry: Entry) -> object:
    """Return the object that an entry names.

    Args:
        entry: The entry.

    Raises:
        BrokenFormat: It cannot be loaded, whatever its code does: distribution, entry and cause
            are named.
    """
    from importlib.metadata import EntryPoint  # the door of a slow import

    try:
        loaded: object = EntryPoint(entry.name, entry.value, entry.group).load()
    except (Exception, SystemExit) as error:
        raise broken(entry, f"{type(error).__name__}: {error}") from error
    return loaded


def broken(entry: Entry, cause: str) -> BrokenFormat:
    """Return the error of an entry that is not what it promises.

    Args:
        entry: The entry.
        cause: What is wrong, in words.
    """
    owner = f"{entry.distribution} {entry.version}".strip()
    told = f"{entry.name} of {owner} ({entry.value}) cannot be used: {cause}"
    return BrokenFormat(visible(told))
