"""All rules that ship, in the order of their codes."""

from __future__ import annotations

from rencontres.checks import clashes, leads, names, records
from rencontres.checks.rule import Rule

RULES: tuple[Rule, ...] = tuple(sorted((*clashes.RULES, *leads.RULES, *names.RULES, *records.RULES), key=lambda rule: rule.code))
