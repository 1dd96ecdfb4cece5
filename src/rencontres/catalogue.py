"""Formats by name: those that ship, and those that other distributions add."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from importlib import import_module
from typing import Any

from attrs import frozen

from rencontres.errors import AmbiguousFormat, RencontresError, UnknownFormat
from rencontres.finding import visible
from rencontres.plugins import RENDERERS, Entry, broken, entries, load, same_name
from rencontres.rendering import Renderer
from rencontres.version import VERSION

OWNER = "rencontres"
_LONGEST = 80

_BUILT_IN: Mapping[str, str] = {
    "data": "rencontres.formats:DATA",
    "feeds": "rencontres.formats:FEEDS",
    "ics": "rencontres.formats:ICS",
    "markdown": "rencontres.formats:MARKDOWN",
    "text": "rencontres.formats:TEXT",
}
"""What ships: a static table, since a bare checkout has no metadata."""


@frozen
class Surveyed:
    """One entry after an attempt to load it.

    Attributes:
        entry: The entry, as metadata.
        renderer: The renderer, or None if the entry is broken.
        problem: Why it cannot be used, or must be called ``name@distribution``; None: all is well.
    """

    entry: Entry
    renderer: Renderer[Any] | None
    problem: RencontresError | None


def installed() -> tuple[Entry, ...]:
    """Return every format, by name and distribution, from metadata alone: nothing is loaded."""
    known = (*map(_built_in, _BUILT_IN), *entries(RENDERERS))
    return tuple(sorted(known, key=lambda entry: (entry.name, entry.distribution)))


def find(name: str) -> Renderer[Any]:
    """Return the renderer of a name.

    What ships cannot be replaced: a distribution that uses one of its names is reached as
    ``name@distribution``.

    Args:
        name: ``csv``, or ``csv@rencontres-csv`` to say whose.

    Raises:
        UnknownFormat: No format has this name; near ones are suggested.
        AmbiguousFormat: Several distributions offer it; the ways out are named.
        BrokenFormat: It cannot be loaded; distribution, entry and cause are named.
    """
    wanted, _, owner = name.partition("@")
    if wanted in _BUILT_IN and same_name(owner or OWNER) == OWNER:
        return _renderer(_built_in(wanted))
    known = installed()
    found = [
        entry
        for entry in known
        if entry.name == wanted and (not owner or same_name(entry.distribution) == same_name(owner))
    ]
    if not found:
        raise _unknown(name, known)
    if len(found) > 1:
        owners = {entry.distribution for entry in found}
        if len(owners) == 1:
            raise broken(found[0], f"{owners.pop()} declares it {len(found)} times")
        ways = ", ".join(f"{entry.name}@{entry.distribution}" for entry in found)
        msg = f"{len(found)} distributions offer the format {wanted}: write one of {ways}"
        raise AmbiguousFormat(msg)
    return _renderer(found[0])


def survey() -> tuple[Surveyed, ...]:
    """Return every format after loading it: for a page of diagnosis; broken ones say why."""
    known = installed()
    return tuple(_surveyed(entry, known) for entry in known)


def _surveyed(entry: Entry, known: tuple[Entry, ...]) -> Surveyed:
    try:
        renderer = _renderer(entry)
    except RencontresError as error:
        return Surveyed(entry, None, error)
    others = [other for other in known if other.name == entry.name and other != entry]
    if others and entry.distribution != OWNER:
        whose = ", ".join(other.distribution for other in others)
        msg = f"{entry.name} is a format of {whose} too: write {entry.name}@{entry.distribution}"
        return Surveyed(entry, renderer, AmbiguousFormat(msg))
    return Surveyed(entry, renderer, None)


def _built_in(name: str) -> Entry:
    return Entry(RENDERERS, name, _BUILT_IN[name], OWNER, VERSION)


def _own(entry: Entry) -> object:
    """Return a renderer that ships, without the slow import that others need."""
    module, _, attribute = entry.value.partition(":")
    try:
        return getattr(import_module(module), attribute)
    except (ImportError, AttributeError) as error:
        raise broken(entry, f"{type(error).__name__}: {error}") from error


def _renderer(entry: Entry) -> Renderer[Any]:
    ships = _BUILT_IN.get(entry.name) == entry.value and entry.distribution == OWNER
    renderer = _own(entry) if ships else load(entry)
    if not isinstance(renderer, Renderer):
        raise broken(entry, f"it is a {type(renderer).__name__}, not a rencontres.Renderer")
    if renderer.format.name != entry.name:
        raise broken(entry, f"the format calls itself {renderer.format.name}")
    return renderer


def _unknown(name: str, known: tuple[Entry, ...]) -> UnknownFormat:
    wanted = name.partition("@")[0][:_LONGEST].lower()
    names = sorted({entry.name for entry in known})
    meant = [f"{entry.name}@{entry.distribution}" for entry in known if entry.name == wanted]
    if "@" not in name or not meant:
        meant = difflib.get_close_matches(wanted, names, n=1, cutoff=0.5)
    hint = f"did you mean {' or '.join(meant)}?" if meant else f"there are: {', '.join(names)}"
    return UnknownFormat(visible(f"no format is called {name[:_LONGEST]}; {hint}"))
