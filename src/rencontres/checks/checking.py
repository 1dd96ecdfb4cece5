"""Applying rules: each alone, whatever the others do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from rencontres.checks.case import Case, Workdays, tolerated
from rencontres.checks.catalogue import RULES, TOLD_ELSEWHERE
from rencontres.checks.others import rules_of_others
from rencontres.checks.report import Report
from rencontres.checks.rule import Rule
from rencontres.finding import SEVERITIES, Finding, Value, path
from rencontres.model import Dossier, Tolerance
from rencontres.wording.values import Said


def check(
    dossier: Dossier,
    *,
    today: date,
    rules: Iterable[Rule] | None = None,
    tolerances: Iterable[Tolerance] = (),
    workdays: Mapping[str, Workdays] | None = None,
) -> Report:
    """Return what a careful secretary would notice.

    Args:
        dossier: The dossier.
        today: The day; the library has no clock.
        rules: The rules to apply; None: those that ship and are on, and those of other
            distributions.
        tolerances: Besides those of the dossier.
        workdays: By side, by id: the working days that the host knows.
    """
    allowed = (*dossier.tolerances, *tolerances)
    if rules is None:
        known, problems = _known_rules()
        asked = tuple(each for each in known if each.on)
        problems = (*problems, *_unknown(known, allowed, len(dossier.tolerances)))
    else:
        asked, problems = tuple(rules), ()
    off = {tolerance.rule for tolerance in allowed if tolerance.off and not tolerance.about}
    limits = {t.rule: t.limit for t in allowed if t.limit is not None and not t.about}
    case = Case(dossier=dossier, today=today, workdays=workdays or {}, limits=limits)
    applied = [each for each in asked if case.phase in each.phases and each.code not in off]
    waiting = sorted(each.code for each in asked if case.phase not in each.phases)
    findings: list[Finding] = list(problems)
    accepted: list[tuple[Finding, Tolerance]] = []
    for each in applied:
        for finding in _applied(each, case):
            accepting = next(
                (t for t in allowed if tolerated(finding.where, finding.code, t)), None
            )
            if accepting is None:
                findings.append(finding)
            else:
                accepted.append((finding, accepting))
    return Report(
        findings=tuple(sorted(findings, key=_order)),
        phase=case.phase,
        today=today,
        waiting=tuple(waiting),
        accepted=tuple(sorted(accepted, key=lambda pair: _order(pair[0]))),
        changed=tuple(sorted(_changed(asked, allowed), key=lambda pair: _order(pair[0]))),
    )


def _changed(
    rules: Iterable[Rule], tolerances: Iterable[Tolerance]
) -> Iterator[tuple[Finding, Tolerance]]:
    """Yield what tolerances change in rules as findings, each with its tolerance."""
    titles = {rule.code: Said(rule.title) for rule in rules}
    for each in tolerances:
        title = titles.get(each.rule)
        if title is None or each.about:
            continue
        if each.off:
            message = "The rule “%(rule)s” is not applied."
            yield Finding(each.rule, "info", "", message, {"rule": title}), each
        elif each.limit is not None:
            message = "The limit of the rule “%(rule)s” is now %(limit)s."
            values: dict[str, Value] = {"rule": title, "limit": each.limit}
            yield Finding(each.rule, "info", "", message, values), each


def _known_rules() -> tuple[tuple[Rule, ...], tuple[Finding, ...]]:
    """Return the rules that ship, then those of other distributions; and why some are left out."""
    others, problems = rules_of_others()
    return (*RULES, *others), problems


def _unknown(
    rules: Iterable[Rule], tolerances: Iterable[Tolerance], written: int
) -> Iterator[Finding]:
    """Yield the tolerances that change nothing; the first of them are written in the dossier."""
    codes = {rule.code for rule in rules} | TOLD_ELSEWHERE
    for position, each in enumerate(tolerances):
        if each.rule not in codes:
            where = path("tolerances", position, "rule") if position < written else ""
            message = "There is no rule “%(rule)s”: this tolerance changes nothing."
            yield Finding("rule.unknown", "warning", where, message, {"rule": each.rule})


def _applied(rule: Rule, case: Case) -> Iterator[Finding]:
    """Yield what a rule finds, each once; what it does wrong is a finding that names it."""
    found: dict[Finding, None] = {}
    try:
        for each in rule.find(case):
            found[_own(rule, each)] = None
    except (Exception, SystemExit) as error:  # noqa: BLE001 - a rule of others may raise anything
        message = "the rule %(rule)s failed: %(reason)s"
        reason = f"{type(error).__name__}: {error}"
        yield Finding("rule.failed", "warning", "", message, {"rule": rule.code, "reason": reason})
    yield from found


def _own(rule: Rule, found: object) -> Finding:
    """Return a finding that carries the code of its rule, which tolerances know it by."""
    if not isinstance(found, Finding):
        msg = f"a rule yields findings, not {found!r:.60}"
        raise TypeError(msg)
    if found.code != rule.code:
        msg = f"a finding of {rule.code} calls itself {found.code!r:.60}"
        raise ValueError(msg)
    hash(found)
    return found


def _order(finding: Finding) -> tuple[int, str, str, str]:
    return -SEVERITIES.index(finding.severity), finding.code, finding.where, finding.text
