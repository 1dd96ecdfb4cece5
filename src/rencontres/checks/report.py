"""A report: what was found, what was accepted and why, and which rules wait."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

from attrs import frozen

from rencontres.checks.phase import Phase
from rencontres.finding import SEVERITIES, Finding, Severity
from rencontres.model import Tolerance
from rencontres.wording import Wording

FORM = 1
"""The form of the JSON."""


@frozen(kw_only=True)
class Report:
    """What the rules found in a dossier on one day.

    Attributes:
        findings: The gravest first, then by code and place.
        phase: How far the preparation has come.
        today: The day.
        waiting: Codes of the rules that wait for a later phase.
        accepted: Findings that a tolerance accepts, each with it.
        changed: What tolerances change in rules: a limit, or that one is not applied.
    """

    findings: tuple[Finding, ...]
    phase: Phase
    today: date
    waiting: tuple[str, ...]
    accepted: tuple[tuple[Finding, Tolerance], ...]
    changed: tuple[tuple[Finding, Tolerance], ...] = ()

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    def at_least(self, severity: Severity) -> tuple[Finding, ...]:
        """Return the findings of a severity and above.

        Args:
            severity: ``info``, ``warning`` or ``error``.
        """
        least = SEVERITIES.index(severity)
        return tuple(f for f in self.findings if SEVERITIES.index(f.severity) >= least)

    def to_json(self, language: str = "en") -> str:
        """Return the report as JSON, always the same; its form has a number.

        Args:
            language: In which its messages are said, BCP 47.

        Raises:
            LanguageError: A language that nobody has described.
        """
        wording = Wording(language)
        raw = {
            "rencontres-report": FORM,
            "today": self.today.isoformat(),
            "phase": self.phase,
            "language": wording.tag,
            "findings": [_plain(finding, wording) for finding in self.findings],
            "accepted": [_reasoned(*pair, wording) for pair in self.accepted],
            "changed": [_reasoned(*pair, wording) for pair in self.changed],
            "waiting": list(self.waiting),
        }
        return json.dumps(raw, ensure_ascii=False, indent=2) + "\n"


def _reasoned(finding: Finding, tolerance: Tolerance, wording: Wording) -> dict[str, object]:
    return {**_plain(finding, wording), "reason": dict(tolerance.reason)}


def _plain(finding: Finding, wording: Wording) -> dict[str, object]:
    file = finding.value("file")
    return {
        "code": finding.code,
        "severity": finding.severity,
        "where": finding.where,
        "file": None if file is None else str(file),
        "line": finding.line,
        "message": wording.say(finding),
    }
