"""Every id that is written, and its table, before anything is made of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from rencontres.finding import Finding, path
from rencontres.model import NOUNS
from rencontres.sources.scope import ANYWHERE


def homes_of(raw: Mapping[str, object]) -> tuple[dict[str, str], list[Finding]]:
    """Return the table of each id, and a problem for each id that stands in two.

    References are checked against these, so that no thing that could not be made is missed a
    second time by those that refer to it.

    Args:
        raw: A dossier as raw data.
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
