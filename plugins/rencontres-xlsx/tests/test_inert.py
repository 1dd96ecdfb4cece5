"""What a dossier says is text in a cell, on a tab and in a margin, and nothing else."""

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rencontres import Dossier, DossierError, Side, Text
from rencontres_xlsx import inert, workbook

ANY = st.text(st.characters(codec="utf-8"))


def units(text):
    return len(text.encode("utf-16-le")) // 2


@given(ANY)
def test_whatever_stands_in_a_cell_is_xml(text):
    kept = inert.words(text)
    element = ET.Element("t")
    element.text = kept
    assert (ET.fromstring(ET.tostring(element)).text or "") == kept  # noqa: S314 - our own


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\u2028", "\u2029", "\x85", "\x0b", "\x0c"])
def test_every_line_end_is_one(end):
    assert inert.words(f"a{end}b") == "a\nb"


@pytest.mark.parametrize("sign", ["\x00", "\x08", "\x1b", "\ufffe", "\uffff"])
def test_what_xml_cannot_hold_is_seen_to_be_missing(sign):
    assert inert.words(f"a{sign}b") == "a\ufffdb"


@pytest.mark.parametrize("text", ["a" * 32_767, "𠮷" * 16_383])
def test_a_cell_holds_what_it_can(text):
    assert inert.words(text) == text
    longer = inert.words(text + "bb")
    assert longer.endswith("…")
    assert units(longer) <= inert.LONGEST


@pytest.mark.parametrize("sign", ["a", "龘", "𠮷"])
def test_both_kinds_of_workbooks_count_as_spreadsheets_do(sign):
    most = inert.LONGEST // units(sign)
    assert inert.words(sign * most) == sign * most

    def dossier(length):
        return Dossier(namespace="a.example", sides=(Side("fr", name=Text(fr=sign * length)),))

    assert workbook(dossier(most))
    with pytest.raises(DossierError) as caught:
        workbook(dossier(most + 1))
    assert [problem.code for problem in caught.value.problems] == ["cell.long"]


@given(ANY, st.integers(1, 40))
def test_a_margin_gives_no_instruction_and_fits(text, most):
    kept = inert.margin(text, most)
    assert units(kept) <= most
    assert re.fullmatch("(?:[^&]|&&)*", kept)
    assert "\n" not in kept


@given(st.lists(st.text(st.sampled_from("aAé龘𠮷'[]:*?/\\ \n\x00h"), max_size=40), max_size=8))
def test_tabs_have_names_that_spreadsheets_take(wanted):
    found = inert.names(wanted)
    assert len({name.casefold() for name in found}) == len(found) == len(wanted)
    for name in found:
        assert 1 <= units(name) <= 31
        assert not set("[]:*?/\\\n\x00") & set(name)
        assert name.strip("'") == name


def test_tabs_are_told_apart():
    assert inert.names(["Salle", "salle", "x" * 40, "x" * 41, "History", "''"]) == [
        "Salle", "salle 2", "x" * 30 + "…", "x" * 28 + "… 2", "History 2", "6",
    ]  # fmt: skip
