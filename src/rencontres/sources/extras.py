"""The host's own fields: JSON only, in a table, or in a string for what TOML cannot say."""

from __future__ import annotations

import json

import attrs

from rencontres.errors import DossierError
from rencontres.finding import path
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
    except DossierError as error:
        raise Refusal(problems=error.problems) from None
