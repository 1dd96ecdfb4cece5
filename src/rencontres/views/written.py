"""Every text that stands in a dossier, with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias, cast

import attrs

from rencontres.finding import path
from rencontres.model import Dossier, Name
from rencontres.model.noun import Part
from rencontres.text import Text
from rencontres.when import When

Said: TypeAlias = tuple[tuple[str, str], ...]
"""Languages, BCP 47, and what is written in each."""

_Found: TypeAlias = tuple[tuple[str, ...], Said]

_LEFT_OUT = frozenset({"url", "extra"})
"""What is no words: a page may exist in one language alone."""


def texts(dossier: Dossier) -> Iterator[tuple[str, Said]]:
    """Yield the place of each text of a dossier, and what it says in each language.

    The names of a person are one text, whatever language each is in.

    Args:
        dossier: The dossier.
    """
    for where, said in _inside(dossier):
        yield path(*where), said


def _inside(part: Part) -> Iterator[_Found]:
    for field in attrs.fields(cast("Any", type(part))):
        value = getattr(part, field.name)
        if value and field.name not in _LEFT_OUT:
            for where, said in _value(value, field.metadata):
                yield (field.name, *where), said


def _value(value: object, kept: Mapping[str, Any]) -> Iterator[_Found]:
    if isinstance(value, Text):
        yield (), tuple(value)
    elif isinstance(value, When):
        # What has a date is written by each language; the words it was set in need no translation.
        if value.words is not None and value.when is None:
            yield ("words",), tuple(value.words)
    elif isinstance(value, Part):
        yield from _inside(value)
    elif isinstance(value, tuple):
        held: tuple[Any, ...] = value
        if isinstance(held[0], Name):
            yield (
                (),
                tuple(
                    (each.language, " ".join(filter(None, (each.given, each.family))))
                    for each in held
                ),
            )
            return
        for key, each in _keyed(held, kept):
            for where, said in _value(each, {}):
                yield (key, *where), said


def _keyed(held: tuple[Any, ...], kept: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    """Yield what is held under the keys that it has in a file."""
    by = kept.get("by")
    if by == "pairs":
        yield from held
    elif by:
        yield from ((str(getattr(each, by)), each) for each in held)
    else:
        yield from ((str(position), each) for position, each in enumerate(held))
