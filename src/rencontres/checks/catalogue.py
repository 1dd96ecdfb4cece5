"""All rules that ship, in the order of their codes."""

from __future__ import annotations

from rencontres.checks import (
    balance,
    clashes,
    hours,
    languages,
    leads,
    names,
    protocol,
    records,
    workshops,
)
from rencontres.checks.rule import Rule

_FAMILIES = (balance, clashes, hours, languages, leads, names, protocol, records, workshops)

RULES: tuple[Rule, ...] = tuple(
    sorted((rule for family in _FAMILIES for rule in family.RULES), key=lambda rule: rule.code)
)
"""Every rule of this distribution, those that are off included."""
