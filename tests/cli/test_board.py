"""``rencontres board``: the page of the teams, printed one way."""

import json
from datetime import date

import pytest

from rencontres import MARKDOWN, TEXT, Part, Reader, Selection, board, load, view
from rencontres.cli import readers

DAY = ("--today", "2016-10-20")


def page(path, *languages, **reader):
    dossier = load(path)
    made = board(dossier, today=date(2016, 10, 20))
    who = Reader(*languages, **{"audience": "partners", **reader})
    return view(dossier, who, Selection(parts=[Part.BOARD]), board=made)


def test_it_is_the_text_of_the_view_unbroken_where_nobody_looks(process, october):
    ran = process("board", october, *DAY, COLUMNS="30")
    assert (ran.status, ran.err) == (0, "")
    assert ran.body == TEXT.one(page(october, "fr"), TEXT.options(columns=0)).body


@pytest.mark.parametrize("console", ["cp1252", "cp936", "ascii"])
def test_a_pipe_of_another_encoding_gets_utf_8(process, october, console):
    words = ("board", october, *DAY, "--language", "zh-Hans", "--second", "fr")
    ran = process(*words, PYTHONIOENCODING=console)
    assert ran.body == TEXT.one(page(october, "zh-Hans", "fr"), TEXT.options(columns=0)).body


def test_markdown(rencontres, october):
    ran = rencontres("board", october, *DAY, "--format", "markdown")
    assert ran.body == MARKDOWN.one(page(october, "fr")).body


def test_json_has_the_board_of_the_view(rencontres, october):
    data = json.loads(rencontres("board", october, *DAY, "--format", "json").out)
    assert (data["rencontres"], data["format"]) == ("programme", 1)
    assert data["board"]["today"] == "2016-10-20"
    assert data["days"] == data["workshops"] == data["pairings"] == []
    (late,) = [
        call
        for row in data["board"]["rows"]
        for cell in row["cells"]
        for call in cell["calls"]
        if call["overdue"]
    ]
    assert late["party"]["id"] == "wuhan"
    assert late["party"]["due"]["latest"] == "2016-09-01"


def test_the_team_of_a_side(rencontres, october):
    ran = rencontres("board", october, *DAY, "--audience", "internal", "--side", "fr")
    assert (
        ran.body
        == TEXT.one(
            page(october, "fr", audience="internal", side="fr"), TEXT.options(columns=0)
        ).body
    )


def test_one_event(rencontres, october):
    ran = rencontres("board", october, *DAY, "--event", "foire-ouest")
    assert ran.status == 0
    assert "Atelier" not in ran.out
    ran = rencontres("board", october, *DAY, "--event", "foire-oust")
    assert (ran.status, ran.out) == (1, "")
    assert "did you mean `foire-ouest`?" in ran.err


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (("--audience", "public"), 2, "invalid choice: 'public'"),
        (("--audience", "internal"), 1, "an internal reader belongs to a side"),
        (("--language", "tlh"), 1, "tlh"),
        (("--today", "yesterday"), 2, "write it as 2016-10-29"),
        (("--format", "ics"), 2, "invalid choice: 'ics'"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_mistakes_are_told_in_plain_words(rencontres, october, words, status, told):
    ran = rencontres("board", october, *words)
    assert (ran.status, ran.out) == (status, "")
    assert told in ran.err


def test_a_file_that_is_not_there(process):
    ran = process("board", "nowhere.toml", *DAY)
    assert (ran.status, ran.out) == (1, "")
    assert "nowhere.toml" in ran.err


def test_the_day_is_that_of_the_machine_unless_it_is_given(rencontres, october, monkeypatch):
    class Clock(date):
        @classmethod
        def today(cls):
            return cls(2016, 8, 31)

    monkeypatch.setattr(readers, "date", Clock)
    out = rencontres("board", october, "--language", "en").out
    assert "Confirmations as of 31 August 2016" in out
    assert "overdue" not in out
