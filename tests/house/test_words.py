"""Two sides, whichever: no code knows which countries meet."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2] / "src" / "rencontres"
# The samples of the kit and the languages of the house are data.
SOURCES = sorted(
    path
    for path in ROOT.rglob("*.py")
    if "testing" not in path.parts and path.parent != ROOT / "wording" / "languages"
)
COUNTRIES = re.compile(r"\b(france|china|paris|shanghai|beijing)\b", re.IGNORECASE)
PEOPLES = re.compile(r"\b(french|chinese)\b", re.IGNORECASE)
CODES = re.compile(r"(FR|CN|FRA|CHN)")
FEW = 5


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _docstrings(tree: ast.AST) -> set[ast.AST]:
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


def _tables(tree: ast.AST) -> set[ast.AST]:
    """Return the strings of tables that know more than two: weekdays, regions, renamed zones."""
    held: set[ast.AST] = set()
    for node in ast.walk(tree):
        members = [*getattr(node, "keys", ()), *getattr(node, "values", ())]
        members += getattr(node, "elts", ())
        strings = {member for member in members if isinstance(member, ast.Constant)}
        if isinstance(node, ast.Dict | ast.List | ast.Set | ast.Tuple) and len(strings) > FEW:
            held |= strings
    return held


def _words(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield the strings that are no docstrings, and the names, in spoken words."""
    passed = _docstrings(tree) | _tables(tree)
    for node in ast.walk(tree):
        if node in passed:
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value
        for field in ("id", "attr", "arg", "name", "module", "asname"):
            if isinstance(name := getattr(node, field, None), str):
                spoken = re.sub(r"(?<=[a-z])(?=[A-Z])|[_.]", " ", name)
                yield getattr(node, "lineno", 0), spoken


def offences(source: str, *, peoples: bool = True, codes: bool = True) -> list[str]:
    """Return where a source names one of the two countries, apart from a table of many."""
    found = []
    for line, words in _words(ast.parse(source)):
        if (
            COUNTRIES.search(words)
            or (codes and CODES.fullmatch(words.strip()))
            or (peoples and PEOPLES.search(words))
        ):
            found.append(f"{line}: {words}")
    return found


@pytest.mark.parametrize("path", SOURCES, ids=_name)
def test_no_code_knows_which_countries_meet(path):
    # What a language does is written in the room of wording, which may name languages; CN is the
    # common name of an attendee and FR a Friday in the calendars that the formats write (RFC 5545).
    found = offences(
        path.read_text("utf-8"),
        peoples="wording" not in path.parts,
        codes="formats" not in path.parts,
    )
    assert found == []


@pytest.mark.parametrize(
    "source",
    [
        'zone = "Europe/Paris"',
        'if side.country == "CN": pass',
        "def french_side(): pass",
        "import rencontres.china",
        "class ChineseSide: pass",
        'print(f"{name} (France)")',
        "view(left=1, beijing=2)",
        'SIDES = ("FR", "CN")',
        'ZONES = {"FR": "Europe/Paris", "CN": "Asia/Shanghai"}',
    ],
)
def test_the_rule_sees(source):
    assert offences(source)


@pytest.mark.parametrize(
    "source",
    [
        '"""The Chinese term is 工作坊."""',
        'CODES = "FO FR GA GB CL CM CN CO".split()',
        "comparison = 1",
        'DAYS = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")',
        'language = "zh-Hans-CN"',
    ],
)
def test_the_rule_lets_pass(source):
    assert not offences(source)
