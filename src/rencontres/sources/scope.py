"""What is known while one dossier is structured: its ids, its language, its zones."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import count
from typing import Any, cast

from attrs import field, frozen

from rencontres.finding import Finding, path
from rencontres.model import NOUNS
from rencontres.model.reference import HINTED, dangling
from rencontres.sources.zones import Zones
from rencontres.strict import Hook, Refusal, wrong

ANYWHERE = "?"
"""The table of ids that stand where no table is, or in two: they are written, and that is told."""


@frozen
class Scope:
    """What the values of one dossier are read by.

    Attributes:
        homes: Every id that is written, and its table, whether or not its thing can be made.
        unread: Tables whose ids are not known, since they are no tables.
        language: The language of plain strings; None where the header has none; ``same`` where
            the header is wrong about it, which is a problem of its own.
        languages: What public texts should have: suggestions for tags that are none.
        zones: The zones of sessions.
        told: Counts what refers to nothing.
    """

    homes: Mapping[str, str]
    unread: frozenset[str]
    language: str | None
    languages: tuple[str, ...]
    zones: Zones
    told: Iterator[int] = field(factory=count, eq=False)


_CURRENT: ContextVar[Scope] = ContextVar("scope")


@contextmanager
def scoped(scope: Scope) -> Generator[None, None, None]:
    """Make a scope the current one."""
    token = _CURRENT.set(scope)
    try:
        yield
    finally:
        _CURRENT.reset(token)


def current() -> Scope:
    """Return the scope of the dossier that is being structured."""
    return _CURRENT.get()


def homes_of(raw: Mapping[str, object]) -> tuple[dict[str, str], list[Finding]]:
    """Return the table of each id, and a problem for each id that stands in two.

    References are checked against these, so that no thing that could not be made is missed a
    second time by those that refer to it.
    """
    homes: dict[str, str] = {}
    problems: list[Finding] = []
    for name in NOUNS:
        for id_ in _ids(raw.get(name)):
            if id_ in homes:
                message = (
                    "the id `%(id)s` is taken: ids are unique in the whole dossier, "
                    "and %(table)s have it"
                )
                values = {"id": id_, "table": homes[id_]}
                problems.append(Finding("id.twice", "error", path(name, id_), message, values))
            homes[id_] = ANYWHERE if id_ in homes else name
    for name, things in raw.items():
        if name not in NOUNS:
            for id_ in _ids(things):
                homes.setdefault(id_, ANYWHERE)
    return homes, problems


def _ids(things: object) -> list[str]:
    """Return the keys of a table of tables."""
    if not isinstance(things, Mapping):
        return []
    known = cast("Mapping[Any, object]", things)
    return [id_ for id_ in known if isinstance(id_, str)]


def reference(tables: tuple[str, ...]) -> Hook:
    """Return what takes an id of something in some tables.

    Args:
        tables: Names of tables; none: any.
    """

    def known(value: object, _: object = None) -> str:
        if type(value) is not str:
            raise wrong(value, "an id")
        scope = _CURRENT.get()
        home = scope.homes.get(value)
        if home in tables or home == ANYWHERE or (home and not tables):
            return value
        if home is None and not scope.unread.isdisjoint(tables or scope.unread):
            return value
        known = scope.homes if next(scope.told) < HINTED else {value: home}
        homes = {id_: table for id_, table in known.items() if table and table != ANYWHERE}
        raise Refusal(problems=[dangling("", value, tables, homes)])

    return known
