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

_RULES = [each for family in _FAMILIES for each in vars(family).values() if isinstance(each, Rule)]
RULES: tuple[Rule, ...] = tuple(sorted(_RULES, key=lambda rule: rule.code))
"""Every rule of this distribution, those that are off included."""

TOLD_ELSEWHERE = frozenset({"RC404", "RC801", "RC803", "RC804"})
"""Codes of what is found by comparing, writing and viewing: no rule, but no mistake either."""
