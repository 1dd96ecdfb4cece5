"""What has changed, in a programme and alone on a sheet, in one language and in two."""

from pathlib import Path

import pytest

from rencontres import TEXT, Reader, compare, find, load, view
from rencontres.formats.text import TextOptions

EXAMPLE = Path(__file__).parents[2] / "examples" / "chengdu-2016"
SHEET = TextOptions(only="changes")


def programme(*languages: str, same: bool = False):
    april, october = load(EXAMPLE / "april.toml"), load(EXAMPLE / "october.toml")
    changes = compare(october if same else april, october)
    return view(october, Reader(*languages, typography="plain"), changes=changes)


@pytest.mark.parametrize(
    ("languages", "head"),
    [
        (("fr",), "Modifications depuis la version 1"),
        (("zh-Hans",), "自第1版以来的变更"),
        (("fr", "zh-Hans"), "Modifications depuis la version 1 / 自第1版以来的变更"),
    ],
)
def test_the_sheet_tells_every_change_and_nothing_else(languages, head):
    whole = programme(*languages)
    document = TEXT.one(whole, SHEET)
    assert str(document.path) == f"erratum.{'+'.join(languages)}.txt"
    lines = document.text.splitlines()
    assert head in lines
    told = "".join(document.text.split())
    for change in whole.changes:
        for phrase in change.text:
            assert "".join(phrase.split()) in told
    assert "Sous réserve" not in document.text
    assert "M. ZHANG San" not in document.text


def test_two_columns_hold_the_same_lines():
    both = programme("fr", "zh-Hans")
    text = TEXT.one(both, TextOptions(only="changes", layout="columns")).text
    row = next(line for line in text.splitlines() if line.startswith("Modifications depuis"))
    assert row.endswith("自第1版以来的变更")
    assert max(map(len, text.splitlines())) <= 80


def test_a_programme_tells_the_changes_after_its_days():
    text = TEXT.one(programme("fr")).text
    assert text.index("Cérémonie de clôture") < text.index("Modifications depuis la version 1")


def test_markdown_tells_them_too():
    assert "Modifications depuis la version 1" in find("markdown").one(programme("fr")).text


def test_a_sheet_of_no_changes_says_so():
    assert "Aucune modification." in TEXT.one(programme("fr", same=True), SHEET).text


def test_one_persons_sheet_has_her_own_changes():
    her = programme("fr").of("jean-dupont")
    document = TEXT.one(her, SHEET)
    assert str(document.path) == "jean-dupont.erratum.fr.txt"
    assert "Atelier 2 – Développement durable (29 octobre 2016" in document.text
    assert "Cérémonie de clôture" not in document.text


def test_without_a_comparison_the_sheet_is_a_head():
    april = load(EXAMPLE / "april.toml")
    text = TEXT.one(view(april, Reader("fr")), SHEET).text
    assert "Modifications" not in text
    assert text.startswith("5es Rencontres")
