"""What programs of an office make of a workbook, and what offices see of it."""

import shutil
import subprocess

import pytest
from desk import APRIL, OCTOBER

from rencontres import Finding, Proposal
from rencontres_xlsx import (
    read_dossier,
    read_translations,
    write_dossier,
    write_translations,
)
from rencontres_xlsx.__main__ import main
from rencontres_xlsx.dossier import shapes, vocabulary
from rencontres_xlsx.dossier.tables import every
from rencontres_xlsx.dossier.telling import _SAID, say

SOFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")


def saved_by_an_office(path, tmp_path):
    """Return a workbook as LibreOffice saves it."""
    out = tmp_path / "saved"
    subprocess.run(
        [
            SOFFICE, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless",
            "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(out), str(path),
        ],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    return out / path.name


@needs_office
def test_a_workbook_that_an_office_has_saved_says_the_same(tmp_path):
    path = tmp_path / "october.xlsx"
    write_dossier(OCTOBER, path)
    assert read_dossier(saved_by_an_office(path, tmp_path), OCTOBER) == Proposal()


@needs_office
def test_a_sheet_of_translations_that_an_office_has_saved_says_the_same(tmp_path):
    path = tmp_path / "translations.xlsx"
    write_translations(APRIL, path)
    assert read_translations(saved_by_an_office(path, tmp_path), APRIL) == Proposal()


def leaves(shape):
    if isinstance(shape, shapes.Leaf):
        yield shape
    elif isinstance(shape, shapes.Record):
        for inner in shape.fields.values():
            yield from leaves(inner)
    elif isinstance(shape, shapes.Keyed):
        yield from leaves(shape.value)
    elif isinstance(shape, shapes.Rows):
        yield from leaves(shape.item)


WORDS = sorted(
    {
        words
        for table in every()
        for words in (table.words, *(leaf.words for leaf in leaves(table.shape)))
        if words and len(words) < 50
    }
)


@pytest.mark.parametrize("words", WORDS, ids="-".join)
@pytest.mark.parametrize("language", ["fr", "zh-Hans", "zh-Hant", "en", "fr-CA"])
def test_every_word_to_choose_leads_back(words, language):
    shown = {word: vocabulary.word(word, words, language) for word in words}
    assert {word: vocabulary.word_of(said, words) for word, said in shown.items()} == {
        word: word for word in words
    }


@pytest.mark.parametrize("language", ["fr", "zh-Hans"])
def test_every_column_and_word_of_the_model_has_a_name(language):
    keys = {key for table in every() for key in getattr(table.shape, "fields", {})}
    keys |= {key for table in every() for key in table.keys}
    unnamed = {
        key
        for key in keys
        if vocabulary.column(key, language) == key == vocabulary.thing(key, language)
    }
    same = {
        "fr": {
            "audience",
            "action",
            "description",
            "minutes",
            "mode",
            "source",
            "version",
            "format",
        }
    }
    assert unnamed <= same.get(language, set())
    if language == "zh-Hans":
        words = {word for each in WORDS for word in each}
        assert not {word for word in words if vocabulary.word(word, [word], language) == word}


def test_what_is_told_keeps_its_places():
    import re

    for english, told in _SAID.items():
        places = sorted(set(re.findall(r"%\(\w+\)s", english)))
        for said in told:
            assert sorted(set(re.findall(r"%\(\w+\)s", said))) == places, english


def test_a_finding_is_told_behind_its_cell():
    finding = Finding(
        "row.missing", "warning", "notes.a", "this has no row any more: it stays as it is",
        {"cell": "notes!A1"},
    )  # fmt: skip
    assert say(finding, "fr") == (
        "notes!A1 (notes.a): la ligne a disparu\u00a0: le dossier reste tel quel"
    )
    assert say(finding, "zh-Hans") == "notes!A1 (notes.a): 此行已不存在，卷宗保持不变"
    assert say(finding, "en").endswith("it stays as it is")


def test_people_without_python_go_there_and_back(tmp_path, capfdbinary):
    from desk import EXAMPLES, Desk

    book, out = tmp_path / "book.xlsx", tmp_path / "out.toml"
    april = str(EXAMPLES / "april.toml")
    assert main(["out", str(book), april]) == 0
    assert main(["in", str(book), april]) == 0
    assert capfdbinary.readouterr().out == b"nothing changes\n"
    desk = Desk(book.read_bytes())
    desk.type("workshops", desk.row("workshops", id="w2"), title__zh_Hans="可持续发展")
    desk.type("pairings", desk.row("pairings", id="tours-luoyang"), workshop="w33")
    book.write_bytes(desk.saved())
    assert main(["in", str(book), april, "--apply", str(out)]) == 1
    told = capfdbinary.readouterr().out.decode()
    assert "+ workshops.w2.title.zh-Hans: 可持续发展" in told
    assert "pairings!" in told
    assert main(["in", str(book), str(out)]) == 1
    assert main(["in", str(tmp_path / "none.xlsx"), april]) == 2


def test_translators_without_python_go_there_and_back(tmp_path, capfdbinary):
    from desk import EXAMPLES

    sheet, april = str(tmp_path / "sheet.xlsx"), str(EXAMPLES / "april.toml")
    assert main(["translations", "out", sheet, april, "--to", "zh-Hans", "--since", april]) == 0
    assert main(["translations", "in", sheet, april]) == 0
    assert capfdbinary.readouterr().out == b"nothing changes\n"
