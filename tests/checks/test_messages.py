"""What the checks say: in every language, by names, as that language writes."""

import ast
import re
from importlib.resources import files
from pathlib import Path

import attrs
import pytest
from hypothesis import given

from rencontres.checks import Example, check
from rencontres.checks.catalogue import RULES
from rencontres.checks.phase import PHASES
from rencontres.checks.sample import dossier_of
from rencontres.finding import Finding
from rencontres.language import kin
from rencontres.model import Tolerance
from rencontres.sources import load_data
from rencontres.testing.strategies import dossiers
from rencontres.text import Text
from rencontres.wording import Wording
from rencontres.wording.messages import template
from rencontres.wording.typography import faults

LANGUAGES = ("fr", "zh-Hans", "zh-Hant", "en")
BY_CODE = {rule.code: attrs.evolve(rule, phases=frozenset(PHASES)) for rule in RULES}


def sources():
    folder = Path(str(files("rencontres.checks")))
    return [ast.parse(path.read_text("utf-8")) for path in sorted(folder.glob("*.py"))]


def strings(node, module):
    """Return the strings that an argument may be, through the names it is bound to."""
    names = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
    bound = [
        each.value
        for each in ast.walk(module)
        if isinstance(each, ast.Assign)
        and {target.id for target in each.targets if isinstance(target, ast.Name)} & names
    ]
    # The keys of a table of messages are no messages.
    keys = {id(k) for n in bound for d in ast.walk(n) if isinstance(d, ast.Dict) for k in d.keys}
    return {
        each.value
        for part in (node, *bound)
        for each in ast.walk(part)
        if isinstance(each, ast.Constant) and isinstance(each.value, str) and id(each) not in keys
    }


def written():
    """Return every message in the sources of the checks."""
    place = {"found": 1, "Finding": 3}
    return {
        message
        for module in sources()
        for call in ast.walk(module)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in place
        and len(call.args) > place[call.func.id]
        for message in strings(call.args[place[call.func.id]], module)
    }


MESSAGES = sorted(written())

PAIR = {"workshop": "water", "ends": {"a": {"ash": "confirmed"}, "b": {"kita": "confirmed"}}}
DEPARTMENT = {"name": {"en": "Beech"}, "side": "a", "level": "intermediate"}
MANY = {f"d{n}": DEPARTMENT for n in range(4)}
LOCAL = {f"t{n}": {**DEPARTMENT, "level": "local"} for n in range(4)}
ONE = {"event": "meeting", "title": {"en": "One"}, "day": "2026-10-05"}
FAIR = {"title": {"en": "Fair"}, "kind": "fair", "when": "2026-10-20/2026-10-22"}
MINUTES = {"title": {"en": "Minutes"}, "kind": "minutes", "issued": "2026-10-30"}

VARIANTS = [
    ("RC105", {"workshops": {"water": {"entries": [{"kind": "unclassified", "text": {"en": "Dams"}}]}}}),
    ("RC202", {"organisations": MANY, "pairings": {"river": {**PAIR, "ends": {"a": list(MANY)}}}}),
    ("RC202", {"organisations": LOCAL, "pairings": {"river": {**PAIR, "ends": {"a": list(LOCAL)}}}}),
    ("RC203", {"pairings": {"river": PAIR}}),
    ("RC306", {"sessions": {"one": {**ONE, "hours": "05:00-06:00"}}}),
    ("RC308", {"events": {"meeting": {"links": {"backed-by": ["fair"]}}, "fair": FAIR}}),
    ("RC408", {"workshops": {"water": {"title": {"fr": 'L’"eau'}}}, "languages": ["fr"]}),
    ("RC502", {"actions": {"letter": {"title": {"en": "Letter"}}}}),
    ("RC502", {"actions": {"letter": {"title": {"en": "Letter"}, "due": {"words": {"en": "before summer"}}}}}),
    ("RC601", {"organisations": {"elm": {"identified": False, "candidates": ["ash", "kita"]}}}),
    ("RC606", {"papers": {"paper": {**MINUTES, "about": ["meeting"]}}, "events": {"meeting": {"when": "2026-10-05"}}}),
]  # fmt: skip

EXAMPLES = [
    *((rule.code, rule.fails) for rule in RULES),
    *((code, Example(tables=tables)) for code, tables in VARIANTS),
]
IDS = [f"{code}-{number}" for number, (code, _) in enumerate(EXAMPLES)]


def findings(code, example):
    dossier = load_data(dossier_of(example.tables))
    return dossier, check(dossier, today=example.today, rules=[BY_CODE[code]]).findings


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_title_and_reason_is_translated(language):
    said = Wording(language).language
    texts = [*MESSAGES, *(text for rule in RULES for text in (rule.title, rule.why))]
    for text in texts:
        translated = template(said, "fine", text)
        assert (translated == text) == (language == "en"), text


def test_every_message_is_said_by_an_example():
    said = {each.message for code, example in EXAMPLES for each in findings(code, example)[1]}
    of_no_rule = {message for message in MESSAGES if "%(rule)s" in message or "rules" in message}
    assert said == set(MESSAGES) - of_no_rule


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("code", "example"), EXAMPLES, ids=IDS)
def test_what_a_rule_says_is_written_as_the_language_writes(code, example, language):
    dossier, found = findings(code, example)
    assert found
    for finding in found:
        said = Wording(language).say(finding)
        # What RC408 shows is wrong on purpose.
        right = said.replace("L'eau", "L’eau").replace('"', "")
        assert faults(right, language) == ()
        assert "%(" not in said
        assert "  " not in said
        assert not re.search(r"\d{4}-\d\d|Text\(|[\[\]{}]", said)
        words = set(re.findall(r"\w+", finding.message))
        for thing in [each.id for each in dossier.things()]:
            if len(thing) > 1 and thing not in words:
                assert not re.search(rf"(?<!\w){thing}(?!\w)", said), thing


@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_and_reasons_are_written_as_the_language_writes(language):
    for rule in RULES:
        for text in (rule.title, rule.why):
            assert faults(template(Wording(language).language, "fine", text), language) == ()


def test_titles_stand_between_the_marks_of_the_language_and_their_own_marks_go_one_down():
    title = {"fr": "L’eau : « à qui ? »", "zh-Hans": "水“归谁”", "zh-Hant": "水「歸誰」"}
    tables = {"actions": {"letter": {"title": title}}, "workshops": {"water": {"title": title}}}
    dossier = load_data(dossier_of(tables))
    (action,) = check(dossier, today=BY_CODE["RC501"].fails.today, rules=[BY_CODE["RC501"]])
    (workshop,) = check(dossier, today=BY_CODE["RC101"].fails.today, rules=[BY_CODE["RC101"]])
    assert Wording("fr").say(action) == (
        "L’action «\u00a0L’eau : “à qui ?”\u00a0» n’a pas de responsable."
    )
    assert Wording("zh-Hans").say(action) == "事项“水‘归谁’”无负责人。"
    assert Wording("zh-Hant").say(action) == "事項「水『歸誰』」無負責人。"
    assert Wording("fr").say(workshop) == (
        "L’atelier 1\u00a0«\u00a0L’eau : “à qui ?”\u00a0» n’a aucun binôme."
    )
    assert Wording("zh-Hans").say(workshop) == "分论坛一“水‘归谁’”尚无结对。"
    assert Wording("zh-Hant").say(workshop) == "分論壇一「水『歸誰』」尚無配對。"


def test_each_language_names_its_own_side_first():
    names = {"ash": {"fr": "Tours", "zh-Hans": "图尔市"}, "kita": {"fr": "Luoyang", "zh-Hans": "洛阳市"}}  # fmt: skip
    tables = {
        "sides": {"a": {"languages": ["fr"]}, "b": {"languages": ["zh-Hans"]}},
        "organisations": {id_: {"name": name} for id_, name in names.items()},
        "pairings": {"river": {**PAIR, "ends": {"a": {"ash": "confirmed"}, "b": ["kita"]}}},
    }
    _, (finding,) = findings("RC104", Example(tables=tables))
    assert Wording("fr").say(finding) == (
        "Le binôme «\u00a0Tours et Luoyang\u00a0» n’est confirmé que d’un côté (Tours)."
    )
    assert Wording("zh-Hans").say(finding) == "结对“洛阳市与图尔市”仅一方已确认（图尔市）。"


@pytest.mark.parametrize(
    ("tag", "words", "right"),
    [
        ("fr", "Echange sur l'eau...", "Échange sur l’eau…"),
        ("zh-Hans", "水,土壤", "水，土壤"),
        ("zh-Hans", "論坛", "论坛"),
    ],
)
def test_a_text_is_shown_as_its_language_would_write_it(tag, words, right):
    tables = {"workshops": {"water": {"title": {tag: words}}}}
    _, (finding,) = findings("RC408", Example(tables=tables))
    assert Wording("en").say(finding) == f"“{words}” would be written “{right}”."


@given(dossiers())
def test_what_is_said_of_any_dossier_is_one_line_without_open_places(dossier):
    today = BY_CODE["RC101"].fails.today
    for finding in check(dossier, today=today, rules=BY_CODE.values()):
        for language in LANGUAGES:
            said = Wording(language).say(finding)
            assert len(said.splitlines()) == 1
            assert not any(f"%({name})s" in said for name, _ in finding.values)


def test_counts_agree():
    halls = {"hall": {"name": {"en": "Hall"}, "place": "port", "capacity": 1}}
    session = {**ONE, "hours": "09:00-10:00", "room": "hall", "attendance": {"estimate": 2}}
    tables = {"rooms": halls, "sessions": {"one": session}}
    _, (finding,) = findings("RC303", Example(tables=tables))
    assert Wording("fr").say(finding) == "«\u00a0One\u00a0»\u00a0: 2 personnes pour 1 place."
    assert Wording("en").say(finding) == "“One”: 2 people for 1 seat."
    assert finding.text == "“One”: 2 people for 1 seat."


@pytest.mark.parametrize("tag", ["zh-Hans", "zh-Hant", "zh-TW"])
def test_a_missing_script_is_told_by_its_name(tag):
    other = "zh-Hant" if kin(tag)[1] == "Hans" else "zh-Hans"
    tables = {"languages": [tag], "workshops": {"water": {"title": {other: "水"}}}}
    _, found = findings("RC403", Example(tables=tables))
    told = {Wording("fr").say(each) for each in found if each.where.startswith("workshops")}
    script = "simplifié" if kin(tag)[1] == "Hans" else "traditionnel"
    assert told == {f"«\u00a0水\u00a0» manque en chinois {script}."}


@pytest.mark.parametrize(
    ("session", "told"),
    [
        ({"title": None}, "« Rencontre »"),
        ({"title": None, "kind": "meal"}, "« Repas »"),
        ({"title": None, "workshop": "water"}, "« Water »"),
    ],
    ids=["event", "kind", "workshop"],
)
def test_what_has_no_title_is_never_told_by_its_id(session, told):
    one = {**ONE, "hours": "05:00-06:00", **session}
    tables = {"events": {"meeting": {"title": {"fr": "Rencontre"}}}, "sessions": {"x-1": one}}
    _, (finding,) = findings("RC306", Example(tables=tables))
    assert Wording("fr", "plain").say(finding).startswith(told)


def test_words_of_a_file_stay_on_one_line():
    note = {"kind": "missing-information", "text": {"en": "The stand\n  and the rest"}}
    _, (finding,) = findings("RC506", Example(tables={"notes": {"gap": note}}))
    assert Wording("en").say(finding) == "Information still missing: “The stand and the rest”"


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("See “%(what)s”.", "See “a “b””."),
        ("Voir «\u00a0%(what)s\u00a0».", "Voir «\u00a0a “b”\u00a0»."),
        ("「%(what)s」", "「a “b”」"),
        ("„%(what)s“", "„a “b”“"),
    ],
)
def test_a_message_of_another_language_keeps_its_marks(message, told):
    finding = Finding("XX1", "info", "", message, {"what": Text(fr="a “b”")})
    assert Wording("fr").say(finding) == told


def test_what_calls_itself_a_language_and_is_none_is_told_as_it_is():
    finding = Finding("XX1", "info", "", "No %(language)s.", {"language": "9"})
    assert Wording("en").say(finding) == "No 9."
    finding = Finding("XX1", "info", "", "%(languages)s", {"languages": ("9", "en", "fr")})
    assert Wording("fr").say(finding) == "français, 9 et anglais"


def test_a_changed_rule_is_reported_with_its_reason():
    tolerances = [
        Tolerance("RC106", reason=Text(en="It is meant."), limit=3),
        Tolerance("RC111", reason=Text(en="Later."), off=True),
        Tolerance("RC101", reason=Text(en="A debate."), about=("water",)),
    ]
    dossier = load_data(dossier_of({}))
    report = check(dossier, today=BY_CODE["RC101"].fails.today, tolerances=tolerances)
    french = Wording("fr", "plain")
    assert [french.say(each) for each, _ in report.changed] == [
        "Le seuil de la règle « Un binôme de collectivités de niveaux très différents » est désormais 3.",
        "La règle « Un atelier qui n’est pas problématisé » n’est pas appliquée.",
    ]
    assert [why for _, why in report.changed] == tolerances[:2]
