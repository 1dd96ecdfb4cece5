"""What a workbook brings from elsewhere is refused or harmless, and never expensive."""

import re
import zipfile
from io import BytesIO

import pytest
from desk import APRIL, Desk
from hypothesis import given
from hypothesis import strategies as st

from rencontres import LoadError, Proposal
from rencontres_xlsx import read_dossier, read_translations, translations, workbook
from rencontres_xlsx.dossier import sheets

BODY = workbook(APRIL)


def repacked(change):
    """Return the workbook with parts changed: a function of names and bytes."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(BODY)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for name in old.namelist():
            for part, body in change(name, old.read(name)):
                new.writestr(part, body)
    return out.getvalue()


def with_sheet(body):
    """Return the workbook with another first sheet."""
    return repacked(lambda n, b: [(n, body if n == "xl/worksheets/sheet1.xml" else b)])


def sheet(rows):
    return f'<worksheet xmlns="x"><sheetData>{rows}</sheetData></worksheet>'.encode()


def code(body):
    with pytest.raises(LoadError) as caught:
        read_dossier(body, APRIL)
    return caught.value.problems[0].code


@pytest.mark.parametrize(
    "body", [b"", b"PK", b"id;name\n", b"\xd0\xcf\x11\xe0" + bytes(600), BODY[:5000], BODY[2000:]]
)
def test_what_is_no_workbook_is_refused(body):
    assert code(body) in ("workbook.form", "file.unread")


def test_a_file_that_is_not_there_is_told(tmp_path):
    assert code(str(tmp_path / "none.xlsx")) == "file.unread"


def test_a_workbook_of_something_else_is_refused():
    assert code(translations(APRIL)) == "workbook.foreign"
    with pytest.raises(LoadError):
        read_translations(BODY, APRIL)


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml"])
def test_entities_are_refused(part):
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'

    def change(name, body):
        return [
            (name, re.sub(rb"(\?>\s*)", rb"\1" + bomb, body, count=1) if name == part else body)
        ]

    assert code(repacked(change)) == "workbook.form"


def test_what_unpacks_to_too_much_is_refused_before_it_is_unpacked():
    big = bytes(1 << 20)

    def change(name, body):
        more = [(f"xl/media/{n}", big) for n in range(200)] if name == "xl/workbook.xml" else []
        return [(name, body), *more]

    assert code(repacked(change)) == "workbook.large"


def test_too_many_cells_are_refused(monkeypatch):
    monkeypatch.setattr(sheets, "CELLS", 1000)
    assert code(with_sheet(sheet(f"<row>{'<c/>' * 1001}</row>"))) == "workbook.large"


def test_one_string_shared_by_all_cells_is_refused(monkeypatch):
    monkeypatch.setattr(sheets, "SIGNS", 10_000)
    cell = '<c t="inlineStr"><is><t>' + "x" * 1000 + "</t></is></c>"
    assert code(with_sheet(sheet(f"<row>{cell * 11}</row>"))) == "workbook.large"


def test_a_dimension_and_a_merged_cell_over_everything_cost_nothing():
    body = (
        b'<worksheet xmlns="x"><dimension ref="A1:XFD1048576"/><sheetData>'
        b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
        b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>'
    )
    read_dossier(with_sheet(body), APRIL)


def test_macros_links_and_pictures_are_not_looked_at():
    def change(name, body):
        more = []
        if name == "xl/workbook.xml":
            more = [("xl/vbaProject.bin", b"x"), ("xl/externalLinks/externalLink1.xml", b"<x")]
        return [(name, body), *more]

    proposal = read_dossier(repacked(change), APRIL)
    assert [doubt.code for doubt in proposal.doubts] == ["workbook.macros"]


@pytest.mark.parametrize(
    "cell",
    [
        '<c t="s"><v>99999999</v></c>', '<c t="s"><v>x</v></c>', "<c><v>1e999</v></c>",
        "<c><v>nan</v></c>", '<c s="-4"><v>1</v></c>', '<c t="d"><v>x</v></c>',
        '<c r="ZZZZ1"><v>1</v></c>', '<c r="x"><v>1</v></c>', '<row r="x"/>',
        '<c t="str"><f>[1]x!A1</f><v>id</v></c>', '<c t="inlineStr"><is><t>_xD800_</t></is></c>',
    ],
)  # fmt: skip
def test_nonsense_is_refused_or_harmless(cell):
    try:
        proposal = read_dossier(with_sheet(sheet(f"<row>{cell}</row>")), APRIL)
    except LoadError:
        return
    assert (proposal.additions, proposal.changes) == ((), ())


@given(st.integers(0, len(BODY) - 1), st.binary(min_size=1, max_size=3))
def test_a_damaged_file_raises_nothing_foreign(at, damage):
    body = BODY[:at] + damage + BODY[at + len(damage) :]
    try:
        proposal = read_dossier(body, APRIL)
    except LoadError:
        return
    assert isinstance(proposal, Proposal)


def test_readings_of_characters_are_no_part_of_the_words():
    body = (
        b'<worksheet xmlns="x"><sheetData><row><c t="inlineStr"><is><r><t>na</t></r>'
        b"<rPh><t>NA</t></rPh><r><t>me</t></r></is></c></row></sheetData></worksheet>"
    )
    (first, *_) = sheets.opened(with_sheet(body)).sheets
    assert first.lines[0].cells[0].value == "name"


def test_many_wrong_rows_get_a_bounded_number_of_suggestions():
    desk = Desk(BODY)
    for number in range(150):
        desk.add("pairings.ends", pairing=f"bordeaux-wuhan{number}", side="fr", id="lyon")
    proposal = read_dossier(desk.saved(), APRIL)
    hinted = [doubt for doubt in proposal.doubts if doubt.value("suggestion")]
    assert 0 < len(hinted) <= 100 < len(proposal.doubts)
