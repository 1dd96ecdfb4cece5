"""``rencontres check``: what it prints, for whom, and what it lets pass with which reason."""

import json
import os
import subprocess
import sys

import pytest

RIVERS = """
rencontres = 1
namespace = "rivers.example.org"
title.en = "Rivers"
title.fr = "Fleuves"
languages = ["en", "fr"]

[events.meeting]
title = "Meeting"
when = "2026-10-05/2026-10-07"

[workshops.soil]
event = "meeting"
number = 2
title = "Soil"
problem = "Who owns it?"

[workshops.air]
event = "meeting"
number = 1
title = "Air"
problem = "Who breathes it?"
"""
TOLERANCES = """
[[tolerances]]
rule = "RC101"
about = ["air"]
reason = { en = "It is a debate.", fr = "C’est un débat." }

[[tolerances]]
rule = "RC106"
limit = 3
reason = "They know.\\nBoth."

[[tolerances]]
rule = "RC602"
off = true
reason = "Names were checked."
"""


@pytest.fixture
def rivers(tmp_path):
    path = tmp_path / "rivers.toml"
    path.write_text(RIVERS, "utf-8")
    return path


def test_a_report_follows_the_file_from_top_to_bottom(rencontres, rivers):
    run = rencontres("check", rivers.name, "--today", "2026-04-01")
    assert run.out.splitlines() == [
        "Rivers",
        "Checked on 1 April 2026; phase: proposals.",
        "",
        "Warnings",
        "  RC101  Workshop 2 “Soil” has no pairing. (rivers.toml:12)",
        "  RC101  Workshop 1 “Air” has no pairing. (rivers.toml:18)",
        "",
        "In all: 2 warnings.",
        "20 rules wait for a later phase.",
    ]


def test_what_is_let_pass_is_told_with_its_reason_on_one_line(rencontres, rivers):
    rivers.write_text(RIVERS + TOLERANCES, "utf-8")
    run = rencontres("check", rivers.name, "--today", "2026-04-01", "--language", "fr")
    lines = run.out.replace("\u00a0", " ").replace("\u202f", " ").splitlines()
    changed = "Le seuil de la règle « Un binôme de collectivités de niveaux très différents »"
    off = "La règle « Deux graphies d’une même chose, peut-être » n’est pas appliquée."
    assert lines[3:12] == [
        "Avertissements",
        "  RC101  L’atelier 2 « Soil » n’a aucun binôme. (rivers.toml:12)",
        "",
        "Constats admis",
        "  RC101  L’atelier 1 « Air » n’a aucun binôme. Motif : C’est un débat. (rivers.toml:18)",
        "",
        "Règles modifiées",
        f"  RC106  {changed} est désormais 3. Motif : They know. Both.",
        f"  RC602  {off} Motif : Names were checked.",
    ]


def test_what_is_let_pass_does_not_fail(rencontres, rivers):
    rivers.write_text(RIVERS + TOLERANCES, "utf-8")
    run = rencontres("check", rivers.name, "--today", "2026-04-01", "--fail-on", "info")
    assert run.status == 1
    rivers.write_text(RIVERS + TOLERANCES.replace('["air"]', '["air", "soil"]'), "utf-8")
    run = rencontres("check", rivers.name, "--today", "2026-04-01", "--fail-on", "info")
    assert run.status == 0
    assert "Nothing to remark." in run.out


def test_nothing_is_coloured_or_broken_where_nobody_looks(process, rivers):
    run = process("check", rivers.name, "--today", "2026-04-01", COLUMNS="20", FORCE_COLOR="1")
    assert "\x1b" not in run.out
    assert "  RC101  Workshop 2 “Soil” has no pairing. (rivers.toml:12)\n" in run.out


def on_a_terminal(folder, *words, **environment):
    """Run the command on a terminal of forty columns, and return what it shows."""
    fcntl, termios = pytest.importorskip("fcntl"), pytest.importorskip("termios")
    here, there = os.openpty()
    fcntl.ioctl(there, termios.TIOCSWINSZ, bytes([24, 0, 40, 0, 0, 0, 0, 0]))
    kept = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "COLUMNS")}
    run = subprocess.Popen(
        [sys.executable, "-m", "rencontres", *words],
        stdout=there,
        cwd=folder,
        env={**kept, **environment},
    )
    os.close(there)
    shown = b""
    while True:
        try:
            piece = os.read(here, 4096)
        except OSError:  # how Linux tells that the other end is closed
            piece = b""
        if not piece:
            break
        shown += piece
    run.wait()
    os.close(here)
    return shown.decode("utf-8").replace("\r\n", "\n")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no terminals of this kind")
def test_a_terminal_has_colour_and_lines_that_fit(rivers):
    words = ("check", rivers.name, "--today", "2026-04-01")
    shown = on_a_terminal(rivers.parent, *words)
    assert "\x1b[33mWarnings\x1b[0m\n" in shown
    assert (
        "  RC101  Workshop 2 “Soil” has no\n"
        "         pairing. (rivers.toml:12)\n"
    ) in shown  # fmt: skip
    assert "\x1b" not in on_a_terminal(rivers.parent, *words, NO_COLOR="1")


@pytest.mark.parametrize(
    ("severity", "status"), [("info", 1), ("warning", 1), ("error", 0)], ids=str
)
def test_the_status_tells_whether_anything_of_a_severity_was_found(
    process, rivers, severity, status
):
    words = ("check", rivers.name, "--today", "2026-04-01", "--fail-on", severity)
    assert process(*words).status == status


def test_json_is_the_report_with_the_line_of_each_finding(process, rivers):
    words = ("check", rivers.name, "--today", "2026-04-01", "--language", "fr")
    ran = process(*words, "--format", "json", PYTHONIOENCODING="cp1252")
    data = json.loads(ran.out)
    assert (data["language"], data["phase"], data["today"]) == ("fr", "proposals", "2026-04-01")
    assert [(each["code"], each["file"], each["line"]) for each in data["findings"]] == [
        ("RC101", "rivers.toml", 18),
        ("RC101", "rivers.toml", 12),
    ]
    assert "n’a aucun binôme" in data["findings"][0]["message"]


def test_a_tolerance_of_a_rule_that_nobody_knows_is_told_with_its_line(process, rivers):
    rivers.write_text(RIVERS + TOLERANCES.replace("RC602", "RC6O2"), "utf-8")
    words = ("check", rivers.name, "--today", "2026-04-01", "--language", "fr")
    line = rivers.read_text("utf-8").splitlines().index('rule = "RC6O2"') + 1
    out = process(*words).out.replace("\u00a0", " ")
    assert (
        f"La règle « RC6O2 » n’existe pas : cette tolérance reste sans effet. (rivers.toml:{line})"
        in out
    )


@pytest.mark.parametrize("code", ["RC404", "RC801", "RC803", "RC804", "RC604", "RC101"])
def test_codes_that_are_told_elsewhere_or_off_are_known(rencontres, rivers, code):
    tolerance = f'\n[[tolerances]]\nrule = "{code}"\noff = true\nreason = "Known."\n'
    rivers.write_text(RIVERS + tolerance, "utf-8")
    assert "rule.unknown" not in rencontres("check", rivers.name, "--today", "2026-04-01").out


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (("nowhere.toml",), 1, "nowhere.toml"),
        (("rivers.toml", "--language", "tlh"), 1, "tlh"),
        (("rivers.toml", "--fail-on", "fatal"), 2, "invalid choice: 'fatal'"),
        (("rivers.toml", "--today", "tomorrow"), 2, "write it as 2016-10-29"),
        ((), 2, "FILE"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_mistakes_are_told_in_plain_words(process, rivers, words, status, told):
    assert rivers.is_file()
    ran = process("check", *words)
    assert (ran.status, ran.out) == (status, "")
    assert told in ran.err
