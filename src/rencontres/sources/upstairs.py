"""Keys that stand one table too deep, which is how TOML reads what is written below a header."""

from __future__ import annotations

from functools import cache
from typing import Any

import attrs

from rencontres.finding import Finding, parts, path
from rencontres.model import Dossier, Session
from rencontres.model.fields import Field, fields_of
from rencontres.sources.clocks import CLOCK
from rencontres.text import Text

_CODES = frozenset({"key.unknown", "text.invalid", "reference.unknown", "value.type"})


@cache
def keys_of(cls: type) -> dict[str, Any]:
    """Return the keys that a table of a class may have, and the class of what each holds."""
    found = {name: _table(field) for name, field in fields_of(cls).items() if name != "id"}
    if cls is Session:
        found |= dict.fromkeys(CLOCK)
    if cls is Dossier:
        found["rencontres"] = None
    return found


def _table(field: Field) -> Any:
    """Return the class that a field holds, or several of, or may hold; None if it is no table."""
    return next((kind for kind in field.kinds if attrs.has(kind) or kind is Text), None)


def one_table_up(problem: Finding) -> Finding:
    """Return a problem, told as that of a key that belongs further up if that is what it is."""
    if problem.code not in _CODES:
        return problem
    *above, key = parts(problem.where) or ("",)
    known = keys_of(Dossier)
    levels: list[tuple[tuple[str, ...], dict[str, Any]]] = [((), known)]
    for depth, part in enumerate(above, 1):
        if part in known:
            inner = known[part]
            known = keys_of(inner) if inner is not None and attrs.has(inner) else {}
            levels.append((tuple(above[:depth]), known))
    if key in known:
        return problem
    for place, keys in reversed(levels):
        if key in keys:
            return _moved(
                problem, key, (*place, *above[len(place) : len(place) + 1]) if place else ()
            )
    return problem


def _moved(problem: Finding, key: str, home: tuple[str, ...]) -> Finding:
    message = (
        "there is no key `%(key)s` here, but %(home)s has one: write it above, where that table "
        "begins"
    )
    if not home:
        message = (
            "there is no key `%(key)s` here, but the dossier has one: write it at the top of the "
            "file, before the first table"
        )
    values = {"key": key, "home": f"`{path(*home)}`"}
    return Finding("key.deep", "error", problem.where, message, values)
