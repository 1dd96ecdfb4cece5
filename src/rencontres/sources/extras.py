"""The host's own fields: JSON only, in a table, or in a string for what TOML cannot say."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

import attrs

from rencontres.errors import DossierError
from rencontres.finding import Finding, path
from rencontres.model import Table
from rencontres.sources import bounds
from rencontres.strict import Refusal, table, wrong


def extra(value: object, _: object = None) -> Table:
    """Take a host's own fields: a table, or JSON in a string for what TOML cannot say."""
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except ValueError:
            raise wrong(value, "a table") from None
    fields = table(value)
    if faults := bounds.of_data(fields):
        raise Refusal(problems=[attrs.evolve(found, where=path(*where)) for where, found in faults])
    try:
        return Table(fields)
    except DossierError:
        raise Refusal(problems=_no_json(fields)) from None


def _no_json(value: object, *where: str | int) -> Iterator[Finding]:
    """Yield what a host's own fields hold and JSON does not have, each at its place."""
    if isinstance(value, Mapping | list | tuple):
        pairs = value.items() if isinstance(value, Mapping) else enumerate(value)
        for key, item in cast("Iterable[tuple[Any, object]]", pairs):
            yield from _no_json(item, *where, key)
        return
    try:
        Table({"value": value})
    except DossierError as error:
        yield from (attrs.evolve(problem, where=path(*where)) for problem in error.problems)
