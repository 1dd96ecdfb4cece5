"""The same strings in any order of languages, in any environment; Babel within its bounds."""

import ast
import json
import os
import subprocess
import sys
from itertools import permutations
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2] / "src" / "rencontres"
TAGS = ("fr", "zh-Hans", "zh-Hant", "en")
PROGRAM = """
import json, sys
from datetime import date, datetime, time
from zoneinfo import ZoneInfo
from rencontres.wording import Wording
order, before = sys.argv[1].split(), sys.argv[2]
exec(before)
written = {}
for tag in order:
    wording = Wording(tag)
    written[tag] = [
        *(wording.day(date(2016, month, 9), weekday=True) for month in range(1, 13)),
        wording.days(date(2016, 12, 30), date(2017, 1, 1)),
        wording.hours(time(9), time(10, 30)),
        wording.moment(datetime(2016, 5, 9, 14, 30, tzinfo=ZoneInfo("Asia/Shanghai")), "Europe/Paris"),
        wording.label("moderator", "feminine"),
        wording.count(2_500_000, "student"),
        wording.join(["A", "B", "C"]),
        wording.money(1_200_000, "EUR"),
    ]
sys.stdout.buffer.write(json.dumps(written, sort_keys=True).encode())
"""


def written(order=TAGS, before="", **environment) -> dict[str, list[str]]:
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, " ".join(order), before],
        check=True,
        capture_output=True,
        env={**os.environ, **environment},
    )
    return json.loads(run.stdout)


@pytest.fixture(scope="module")
def expected():
    return written()


@pytest.mark.parametrize("order", [*permutations(TAGS)][1::4], ids=" ".join)
def test_the_order_of_languages_changes_nothing(order, expected):
    assert written(order) == expected


def test_what_a_host_asks_of_babel_changes_nothing(expected):
    # Stand-alone months of one language leak into another (Babel 2.18, #1234).
    leak = (
        "from babel.dates import format_date\n"
        "for locale in ('zh_Hans_CN', 'en_GB', 'fr_FR', 'zh_Hant_TW'):\n"
        "    for pattern in ('LLLL', 'LLL', 'qqqq', 'MMM'):\n"
        "        format_date(date(2016, 5, 9), pattern, locale=locale)"
    )
    assert written(before=leak) == expected


@pytest.mark.parametrize(
    "environment",
    [
        {"LANG": "zh_CN.UTF-8", "LC_ALL": "zh_CN.UTF-8", "LANGUAGE": "zh_TW:fr"},
        {"LANG": "fr_FR.UTF-8", "TZ": "Asia/Tokyo"},
        {"LANG": "C", "LC_ALL": "C", "TZ": "Nowhere/Land"},
        {"PYTHONHASHSEED": "7", "PYTHONUTF8": "0"},
    ],
    ids=str,
)
def test_the_environment_changes_nothing(environment, expected):
    assert written(**environment) == expected


def test_babel_is_loaded_by_the_first_date_and_not_before():
    code = (
        "import sys, rencontres.wording as w\n"
        "fr = w.Wording('fr'); fr.number(5); fr.ordinal(5)\n"
        "assert not any(name.split('.')[0] in ('babel', 'pytz') for name in sys.modules)\n"
        "from datetime import date\n"
        "fr.day(date(2016, 5, 9))\n"
        "assert 'babel' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


BANNED = {
    "format_skeleton", "format_interval", "format_timedelta", "format_compact_decimal",
    "format_compact_currency", "negotiate_locale", "parse_date", "parse_time", "parse_number",
    "parse_decimal", "parse_pattern", "territories", "get_timezone", "get_timezone_name",
    "get_timezone_gmt", "get_timezone_location", "default_locale", "default", "Format",
    "format_date", "format_time", "format_datetime", "format_unit", "format_list",
    "format_currency", "format_percent", "format_decimal", "translation", "find", "install",
    "negotiate", "get_month_names",
}  # fmt: skip
ALLOWED = {
    # module of ours: what it may take from Babel
    "names": {("babel.core", "Locale"), ("babel.core", "UnknownLocaleError")},
    "messages": {("babel.messages.mofile", "write_mo"), ("babel.messages.pofile", "read_po")},
}
SOURCES = sorted(ROOT.rglob("*.py"))


def borrowed(tree: ast.AST) -> set[tuple[str, str]]:
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "babel":
            found |= {(node.module, alias.name) for alias in node.names}
        if isinstance(node, ast.Import):
            found |= {(alias.name, "*") for alias in node.names if alias.name.startswith("babel")}
    return found


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.relative_to(ROOT).as_posix())
def test_only_what_is_safe_is_taken_from_babel(source):
    room = source.stem if source.parent == ROOT / "wording" else None
    assert borrowed(ast.parse(source.read_text("utf-8"))) <= ALLOWED.get(room, set())


def test_the_door_of_babel_uses_nothing_banned():
    for name in ALLOWED:
        tree = ast.parse((ROOT / "wording" / f"{name}.py").read_text("utf-8"))
        attributes = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        assert (attributes | names) & BANNED == set()
        strings = {
            node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }
        assert "stand-alone" not in strings
        parses = [
            node
            for node in ast.walk(tree)
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "Locale.parse"
        ]
        assert all(ast.unparse(call.args[0]) == "identifier" for call in parses)
    tree = ast.parse((ROOT / "wording" / "names.py").read_text("utf-8"))
    assert "format" in {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}
