"""Every rule finds what it says, on its own examples and on any dossier."""

from datetime import date

import attrs
import pytest
from hypothesis import given

from rencontres.checks import Rule, check
from rencontres.checks.catalogue import RULES
from rencontres.checks.phase import PHASES
from rencontres.checks.sample import dossier_of
from rencontres.model import Tolerance
from rencontres.sources import dump_data, load_data
from rencontres.testing.strategies import dossiers
from rencontres.text import Text

TODAY = date(2026, 9, 1)


def always(rule):
    return attrs.evolve(rule, phases=frozenset(PHASES))


def found(rule, example):
    dossier = load_data(dossier_of(example.tables))
    return list(check(dossier, today=example.today, rules=[always(rule)]))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_finds_something_in_its_failing_example(rule):
    findings = found(rule, rule.fails)
    assert findings
    assert {finding.code for finding in findings} == {rule.code}
    assert all("%(" not in finding.text for finding in findings)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_finds_nothing_in_its_passing_example(rule):
    assert found(rule, rule.passes) == []


def test_codes_are_unique_and_sorted():
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))


@given(dossiers())
def test_no_rule_fails_on_any_dossier(dossier):
    report = check(dossier, today=TODAY, rules=[always(rule) for rule in RULES])
    assert [finding for finding in report if finding.code == "rule.failed"] == []


@given(dossiers())
def test_findings_do_not_depend_on_the_order_of_things_in_the_file(dossier):
    data = dump_data(dossier)
    turned = {
        key: dict(reversed(value.items())) if isinstance(value, dict) else value
        for key, value in reversed(data.items())
    }
    rules = [always(rule) for rule in RULES]
    assert check(load_data(turned), today=TODAY, rules=rules) == check(
        load_data(data), today=TODAY, rules=rules
    )


def test_a_rule_that_raises_is_reported_by_name_and_the_others_run():
    def explode(case):
        raise RuntimeError("no such day")

    broken = Rule(
        code="XX1", severity="error", phases=frozenset(PHASES), title="broken", find=explode
    )
    dossier = load_data(dossier_of({}))
    report = check(dossier, today=TODAY, rules=[broken, always(RULES[0])])
    assert [finding.code for finding in report] == ["RC101", "rule.failed"]
    assert "XX1" in report.findings[1].text


def test_a_young_dossier_is_told_little_and_how_many_rules_wait():
    dossier = load_data(dossier_of({"events": {"meeting": {"when": "2027-10-05/2027-10-07"}}}))
    report = check(dossier, today=TODAY)
    assert report.phase == "proposals"
    assert "RC112" in report.waiting
    assert not {finding.code for finding in report} & set(report.waiting)


def test_a_tolerance_accepts_a_finding_and_keeps_its_reason():
    tolerance = Tolerance("RC101", reason=Text(en="It is a debate."), about=("water",))
    dossier = load_data(dossier_of({}))
    report = check(dossier, today=TODAY, tolerances=[tolerance])
    assert "RC101" not in {finding.code for finding in report}
    assert [(finding.code, each.reason) for finding, each in report.accepted] == [
        ("RC101", tolerance.reason)
    ]


def test_a_tolerance_for_another_thing_accepts_nothing():
    tables = {"workshops": {"soil": {"event": "meeting", "number": 2, "title": {"en": "Soil"}}}}
    tolerance = Tolerance("RC101", reason=Text(en="It is a debate."), about=("soil",))
    report = check(load_data(dossier_of(tables)), today=TODAY, tolerances=[tolerance])
    assert [finding.where for finding in report if finding.code == "RC101"] == ["workshops.water"]


def test_a_tolerance_changes_a_limit():
    ends = {"a": ["ash"], "b": ["minami"]}
    dossier = load_data(dossier_of({"pairings": {"river": {"workshop": "water", "ends": ends}}}))
    assert "RC106" in {finding.code for finding in check(dossier, today=TODAY)}
    tolerance = Tolerance("RC106", reason=Text(en="It is meant."), limit=3)
    assert "RC106" not in {
        finding.code for finding in check(dossier, today=TODAY, tolerances=[tolerance])
    }


def test_a_rule_can_be_switched_off_by_a_tolerance():
    tolerance = Tolerance("RC111", reason=Text(en="Later."), off=True)
    report = check(load_data(dossier_of({})), today=TODAY, tolerances=[tolerance])
    assert "RC111" not in {finding.code for finding in report}
