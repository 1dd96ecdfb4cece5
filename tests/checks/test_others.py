"""Rules of other distributions are found by their prefix, and harm nobody when they break."""

import sys
from datetime import date
from textwrap import dedent

import pytest

from rencontres.checks import Rule, check
from rencontres.checks.sample import dossier_of
from rencontres.errors import DossierError
from rencontres.finding import Finding
from rencontres.model import Tolerance
from rencontres.sources import load_data
from rencontres.text import Text

TODAY = date(2026, 9, 1)
ALWAYS = ["proposals", "call", "programme", "last-week", "after"]
CODE = dedent("""
    from rencontres.checks import Rule
    from rencontres.finding import Finding

    ALWAYS = ["proposals", "call", "programme", "last-week", "after"]

    def silent(case):
        for workshop in case.workshops:
            yield Finding(
                "EU1", "info", case.where(workshop), "Nothing is said of %(workshop)s.",
                {"workshop": case.name(workshop)},
            )

    def explode(case):
        raise SystemExit("no")

    RULES = (
        Rule("EU1", "info", ALWAYS, "Says something", silent),
        Rule("EU2", "info", ALWAYS, "Fails", explode),
        Rule("EU3", "info", ALWAYS, "Is asked for", silent, on=False),
    )
    ONE = RULES[0]
    TWICE = [ONE, ONE]
    MIXED = (ONE, "EU4")
    NOTHING = None
""")


@pytest.fixture(name="install")
def _install(tmp_path, monkeypatch):
    def install(distribution, points, *, code=CODE):
        module = "made_" + distribution.replace("-", "_")
        folder = tmp_path / distribution
        info = folder / f"{module}-1.0.dist-info"
        info.mkdir(parents=True)
        (info / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: {distribution}\nVersion: 1.0\n"
        )
        lines = "\n".join(f"{name} = {module}:{value}" for name, value in points.items())
        (info / "entry_points.txt").write_text(f"[rencontres.checks]\n{lines}\n")
        (folder / f"{module}.py").write_text(code)
        monkeypatch.syspath_prepend(folder)

    yield install
    for name in [name for name in sys.modules if name.startswith("made_")]:
        del sys.modules[name]


def report(**more):
    return check(load_data(dossier_of({})), today=TODAY, **more)


def by_code(found, prefix):
    return [finding for finding in found if finding.code.startswith(prefix)]


def test_rules_of_another_distribution_are_applied_beside_those_that_ship(install):
    before = report()
    install("eu-rules", {"EU": "RULES"})
    after = report()
    assert [finding.text for finding in by_code(after, "EU")] == ["Nothing is said of Water."]
    assert by_code(after, "RC") == by_code(before, "RC")


def test_one_rule_alone_may_be_named(install):
    install("eu-rules", {"EU": "ONE"})
    assert len(by_code(report(), "EU1")) == 1


def test_a_rule_that_even_ends_the_process_is_reported_by_name(install):
    install("eu-rules", {"EU": "RULES"})
    assert [f.value("rule") for f in by_code(report(), "rule.failed")] == ["EU2"]


@pytest.mark.parametrize(
    ("points", "cause"),
    [
        ({"EU": "MISSING"}, "AttributeError"),
        ({"EU": "NOTHING"}, "NoneType, not a rencontres.Rule"),
        ({"EU": "MIXED"}, "str, not a rencontres.Rule"),
        ({"EU": "TWICE"}, "used twice"),
        ({"XX": "ONE"}, "not XX and a number"),
        ({"eu": "ONE"}, "two to eight capital letters"),
        ({"RC": "ONE"}, "belongs to rencontres"),
    ],
)
def test_broken_rules_are_told_by_distribution_and_cause_and_disturb_nobody(install, points, cause):
    before = report()
    install("eu-rules", points)
    after = report()
    [told] = by_code(after, "rule.broken")
    assert "eu-rules 1.0" in told.text
    assert cause in told.text
    assert by_code(after, "RC") == by_code(before, "RC")
    assert by_code(after, "EU") == []


def test_a_module_that_fails_is_told(install):
    install("eu-rules", {"EU": "ONE"}, code="raise SystemExit('no')")
    [told] = by_code(report(), "rule.broken")
    assert "SystemExit" in told.text


def test_a_prefix_of_two_distributions_is_nobodys(install):
    install("eu-rules", {"EU": "ONE"})
    install("other-rules", {"EU": "ONE"})
    found = report()
    assert by_code(found, "EU") == []
    assert [("eu-rules" in f.text, "other-rules" in f.text) for f in by_code(found, "rule.")] == [
        (True, True), (True, True),
    ]  # fmt: skip


def test_nothing_is_looked_for_where_the_rules_are_given(install):
    install("eu-rules", {"EU": "MISSING"})
    assert list(report(rules=[])) == []


def test_a_tolerance_of_the_dossier_holds_for_rules_of_others(install):
    install("eu-rules", {"EU": "ONE"})
    accepted = Tolerance("EU1", reason=Text(en="It is meant."), about=("water",))
    found = report(tolerances=[accepted])
    assert by_code(found, "EU") == []
    assert [finding.code for finding, _ in found.accepted] == ["EU1"]


# --- one rule ------------------------------------------------------------------------------------


def told(find):
    rule = Rule("XX1", "info", ALWAYS, "A rule", find)
    return [(finding.code, finding.text) for finding in report(rules=[rule])]


def test_a_rule_yields_findings_and_nothing_else():
    assert told(lambda case: ["a word"]) == [
        ("rule.failed", "the rule XX1 failed: TypeError: a rule yields findings, not 'a word'")
    ]
    assert told(lambda case: None)[0][0] == "rule.failed"
    assert told(lambda case: [Finding("XX1", "info", "", "%(a)s", {"a": [1]})])[0][0] == (
        "rule.failed"
    )


def test_a_finding_carries_the_code_of_its_rule():
    [(code, text)] = told(lambda case: [Finding("RC101", "info", "", "No.")])
    assert (code, "RC101" in text) == ("rule.failed", True)


def test_what_was_found_before_a_rule_failed_is_kept():
    def find(case):
        yield Finding("XX1", "info", "", "First.")
        raise RuntimeError

    assert [code for code, _ in told(find)] == ["rule.failed", "XX1"]


def test_a_rule_tells_everything_once():
    finding = Finding("XX1", "info", "", "Again.")
    assert told(lambda case: [finding, finding]) == [("XX1", "Again.")]


def test_a_phase_that_nobody_knows_is_refused():
    with pytest.raises(DossierError, match="'later' is no phase; there are: proposals, call"):
        Rule("XX1", "info", ["later"], "A rule", lambda case: ())
