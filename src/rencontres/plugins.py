"""What other distributions offer through entry points: listed without loading, loaded alone.

The one door of ``importlib.metadata``. Reading metadata loads nothing; an entry that cannot be
loaded is an error that names it, and disturbs no other.
"""

from __future__ import annotations

from attrs import frozen

from rencontres.errors import BrokenFormat

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
    from importlib.metadata import entry_points  # noqa: PLC0415 - the door of a slow import

    found = (
        Entry(
            group,
            point.name,
            point.value,
            point.dist.name if point.dist else "unknown",
            point.dist.version if point.dist else "",
        )
        for point in entry_points(group=group)
    )
    return tuple(sorted(set(found), key=lambda entry: (entry.name, entry.distribution, entry.value)))


def load(entry: Entry) -> object:
    """Return the object that an entry names.

    Args:
        entry: The entry.

    Raises:
        BrokenFormat: It cannot be loaded, whatever its code does: distribution, entry and cause
            are named.
    """
    from importlib.metadata import EntryPoint  # noqa: PLC0415 - the door of a slow import

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
    return BrokenFormat(f"{entry.name} of {owner} ({entry.value}) cannot be used: {cause}")
