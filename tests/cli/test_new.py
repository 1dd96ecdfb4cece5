"""``rencontres new``: a dossier that loads, checks, renders and has a board; never over another."""

import pytest

from rencontres import load
from rencontres.wording.typography import faults


@pytest.fixture
def begun(process, tmp_path):
    ran = process("new", "réunion/2027")
    assert (ran.status, ran.err) == (0, "")
    return tmp_path / "réunion" / "2027" / "dossier.toml"


def test_it_says_where_it_is_and_what_can_be_done_with_it(process, tmp_path):
    ran = process("new", "here")
    first, _, *commands = ran.out.splitlines()
    assert (tmp_path / first).is_file()
    assert [line.split()[:2] for line in commands] == [
        ["rencontres", "check"],
        ["rencontres", "render"],
    ]
    for line in commands:
        assert process(*line.split()[1:]).status == 0


def test_it_loads_and_its_texts_are_well_set(begun):
    dossier = load(begun)
    assert {side.id for side in dossier.sides} == {"cn", "fr"}
    for workshop in dossier.workshops:
        for tag, words in workshop.title:
            assert faults(words, tag) == ()


@pytest.mark.parametrize("language", ["fr", "zh-Hans"])
def test_it_checks_without_errors_and_is_translated(process, begun, language):
    day = ("--today", "2026-09-01")
    ran = process("check", begun, *day, "--language", language, "--fail-on", "error")
    assert (ran.status, ran.err) == (0, "")
    assert process("translations", begun).out.endswith("(100 %)\n")


@pytest.mark.parametrize(
    "words",
    [
        ("render", "--to", "text", "--language", "fr", "--second", "zh-Hans"),
        ("render", "--to", "ics", "--language", "zh-Hans"),
        ("render", "--to", "data"),
        ("board", "--today", "2026-09-01"),
    ],
    ids=" ".join,
)
def test_it_renders_and_has_a_board(process, begun, words):
    command, *rest = words
    ran = process(command, begun, *rest)
    assert ran.status == 0
    assert "Luoyang" in ran.out or "洛阳" in ran.out


def test_it_is_never_written_over_another_one(process, begun):
    begun.write_text("mine", "utf-8")
    ran = process("new", begun.parent)
    assert (ran.status, ran.out) == (1, "")
    assert "already there" in ran.err
    assert begun.read_text("utf-8") == "mine"


def test_a_file_where_the_folder_should_be_is_told(process, tmp_path):
    (tmp_path / "taken").write_text("mine", "utf-8")
    ran = process("new", "taken")
    assert (ran.status, ran.out) == (1, "")
    assert "taken" in ran.err
    assert (tmp_path / "taken").read_text("utf-8") == "mine"


def test_it_is_the_same_on_every_console(process, tmp_path):
    process("new", "one", PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    process("new", "two", PYTHONUTF8="1")
    bodies = {(tmp_path / name / "dossier.toml").read_bytes() for name in ("one", "two")}
    assert len(bodies) == 1
    assert b"\r" not in bodies.pop()
