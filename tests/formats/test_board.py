"""The status board as each language writes it, line by line as it was read over.

What changes on purpose is written anew by ``RENCONTRES_GOLDEN=write pytest tests/formats/test_board.py``
and read over again.
"""

import os
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from rencontres import MARKDOWN, TEXT, Part, Reader, Selection, board, load, view

ROOT = Path(__file__).parents[2]
FOLDER = Path(__file__).parent / "golden-board"
DAYS = {"april": date(2016, 4, 23), "october": date(2016, 10, 20)}
CASES = [
    *(("april", tags, TEXT, {}) for tags in ("fr", "zh-Hans", "zh-Hant", "en", "fr+zh-Hans")),
    *(("april", tags, MARKDOWN, {}) for tags in ("fr", "zh-Hans", "fr+zh-Hans")),
    ("april", "fr+zh-Hans", MARKDOWN, {"layout": "columns"}),
    ("october", "fr", TEXT, {}),
    ("october", "zh-Hans+fr", TEXT, {"layout": "columns", "columns": 100}),
]


def _id(case) -> str:
    name, tags, renderer, options = case
    return ".".join([name, tags, *map(str, options.values()), renderer.format.suffix])


def page(name, tags, *parts):
    dossier = load(ROOT / "examples" / "chengdu-2016" / f"{name}.toml")
    reader = Reader(*tags.split("+"), audience="partners")
    made = board(dossier, today=DAYS[name])
    return view(dossier, reader, Selection(parts=parts or None), board=made)


@pytest.mark.parametrize("case", CASES, ids=_id)
def test_a_board_reads_as_it_was_read_over(case):
    name, tags, renderer, options = case
    text = renderer.one(page(name, tags, Part.BOARD), renderer.configure(options)).text
    path = FOLDER / _id(case)
    if os.environ.get("RENCONTRES_GOLDEN") == "write":
        path.write_bytes(text.encode())
    assert text == path.read_bytes().decode()


def test_no_file_is_left_over():
    assert {path.name for path in FOLDER.iterdir()} == set(map(_id, CASES))


@pytest.mark.parametrize("renderer", [TEXT, MARKDOWN], ids=lambda each: each.format.name)
def test_a_whole_programme_has_the_board_before_its_other_sections(renderer):
    text = renderer.one(page("october", "fr")).text
    places = [text.index(words) for words in ("État des confirmations au", "Réponses en retard")]
    assert places == sorted(places)
    assert places[0] < text.index("Comités")


@pytest.mark.parametrize("name", sorted(DAYS))
def test_both_languages_speak_of_the_same_party_on_each_line(name):
    # Each language alone names its own side first; together the leading one decides.
    text = TEXT.one(page(name, "fr+zh-Hans", Part.BOARD), TEXT.options(columns=0)).text
    lines = [line.strip() for line in text.split("\n") if line.startswith("    ")]
    sides = {"Partie française": "法方", "Partie chinoise": "中方"}
    told = 0
    for first, second in pairwise(lines):
        side = first.replace("\u00a0", " ").partition(" :")[0]
        if side in sides:
            told += 1
            assert second.startswith(f"{sides[side]}：")
    assert told > 15


def test_without_a_board_nothing_is_said_of_one():
    dossier = load(ROOT / "examples" / "chengdu-2016" / "april.toml")
    programme = view(dossier, Reader("fr", audience="partners"))
    assert "État des confirmations" not in TEXT.one(programme).text
