"""All rules that ship, in the order of their codes."""

from __future__ import annotations

from rencontres.checks import leads, names, records
from rencontres.checks.rule import Rule

RULES: tuple[Rule, ...] = tuple(sorted((*leads.RULES, *names.RULES, *records.RULES), key=lambda rule: rule.code))
