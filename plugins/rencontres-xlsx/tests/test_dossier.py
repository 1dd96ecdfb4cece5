"""A dossier goes out as a workbook and comes back the same, or as what a colleague meant."""

from datetime import date, datetime, time

import pytest
from attrs import evolve
from desk import APRIL, OCTOBER, Desk, told
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter

from rencontres import (
    Dossier,
    DossierError,
    LoadError,
    Proposal,
    Registration,
    Side,
    Text,
    Tolerance,
    When,
    load_data,
)
from rencontres.testing.strategies import dossiers
from rencontres_xlsx import load_dossier, read_dossier, workbook, write_dossier
from rencontres_xlsx.dossier.tables import every

MONTHS = {"april": APRIL, "october": OCTOBER}


@pytest.fixture
def desk():
    return Desk(workbook(APRIL))


def applied(desk, dossier=APRIL):
    """Return what a workbook proposes; reading it again on what it has made changes nothing."""
    body = desk.saved()
    proposal = read_dossier(body, dossier)
    again = read_dossier(body, proposal.apply(dossier))
    assert (again.additions, again.changes) == ((), ())
    return proposal


@pytest.mark.parametrize("language", [None, "zh-Hans", "en", "vi"])
@pytest.mark.parametrize("month", MONTHS)
def test_a_dossier_comes_back_equal(month, language):
    body = workbook(MONTHS[month], language=language)
    assert load_dossier(body) == MONTHS[month]
    assert read_dossier(body, MONTHS[month]) == Proposal()


@given(dossiers(), st.sampled_from(["fr", "zh-Hans", "ja"]))
def test_every_dossier_comes_back_equal(dossier, language):
    body = workbook(dossier, language=language)
    assert load_dossier(body) == dossier
    assert read_dossier(body, dossier) == Proposal()


@given(dossiers())
def test_the_same_dossier_is_the_same_bytes(dossier):
    assert workbook(dossier) == workbook(dossier)


@given(dossiers(), st.data())
def test_rows_and_columns_may_be_sorted_otherwise(dossier, data):
    desk = Desk(workbook(dossier))
    for ws in desk.book.worksheets:
        if ws.title == "lists" or ws.max_row < 2:
            continue
        rows = [[(cell.value, cell.number_format) for cell in row] for row in ws.iter_rows()]
        order = data.draw(st.permutations(range(len(rows[0]))))
        below = data.draw(st.permutations(rows[1:]))
        for number, row in enumerate([rows[0], *below], 1):
            for column, at in enumerate(order, 1):
                cell = ws.cell(number, column)
                cell.value, cell.number_format = row[at]
                if isinstance(cell.value, str):
                    cell.data_type = "s"
    assert read_dossier(desk.saved(), dossier) == Proposal()


@given(dossiers(), dossiers())
def test_another_workbook_is_laid_over_without_taking_anything_out(dossier, other):
    try:
        proposal = read_dossier(workbook(other), dossier)
    except LoadError:
        return
    after = proposal.apply(dossier)
    assert {thing.id for thing in dossier.things()} <= {thing.id for thing in after.things()}
    again = read_dossier(workbook(other), after)
    assert (again.additions, again.changes) == ((), ())


def test_a_workbook_edited_by_hand_is_understood(desk):
    lead = desk.row("pairings.ends", pairing="bordeaux-wuhan", id="bordeaux")
    desk.type("pairings.ends", lead, confirmation="confirmé", asked=datetime(2016, 4, 20))
    desk.type("workshops", desk.row("workshops", id="w2"), title__zh_Hans="可持续发展 ")
    pasted = desk.paste("pairings", desk.row("pairings", id="issy-leshan"))
    wrong = desk.row("pairings", id="tours-luoyang")
    desk.type("pairings", wrong, workshop="w33")

    proposal = applied(desk)
    after = proposal.apply(APRIL)
    assert {thing.id for thing in proposal.changes} == {"bordeaux-wuhan", "w2"}
    (party,) = after["bordeaux-wuhan"].ends[1].parties
    assert (party.confirmation, party.asked) == ("confirmed", date(2016, 4, 20))
    assert after["w2"].title.get("zh-Hans") == "可持续发展"
    unknown, twice = proposal.doubts
    assert (unknown.code, unknown.severity) == ("reference.unknown", "error")
    assert (unknown.where, unknown.line) == ("pairings.tours-luoyang.workshop", wrong)
    assert unknown.value("cell").startswith("pairings!")
    assert unknown.value("suggestion") == "w3"
    assert (twice.code, twice.where) == ("row.twice", "pairings.issy-leshan")
    assert twice.value("second") == f"pairings!A{pasted}"


def test_what_is_typed_as_people_type_it_is_taken(desk):
    row = desk.add(
        "sessions", id=" nouvelle\u00a0", event="rencontres-5", day="２９/10/2016", hours="9h-10h30",
        kind="全体会议", open="oui", languages="fr，zh-Hans", title__fr="Ouverture",
    )  # fmt: skip
    desk.add("sessions.items", session="nouvelle", title__fr="Accueil", minutes="1 200")
    desk.add("rooms", id="salle-9", name__fr="Salle 9", capacity=120.0, place="chengdu")
    assert row > 2
    after = applied(desk).apply(APRIL)
    session = after["nouvelle"]
    assert (session.start.date(), session.end.time()) == (date(2016, 10, 29), time(10, 30))
    assert (session.kind, session.open, session.languages) == ("plenary", True, ("fr", "zh-Hans"))
    assert session.items[0].minutes == 1200
    assert type(after["salle-9"].capacity) is int


@pytest.mark.parametrize(
    ("typed", "due"),
    [
        (datetime(2016, 10, 29), "2016-10-29"),
        ("29/10/2016", "2016-10-29"),
        ("29.10.2016", "2016-10-29"),
        ("2016年10月29日", "2016-10-29"),
        ("2016/10/29", "2016-10-29"),
        ("3 mai 2016", "2016-05-03"),
        ("2016-05", "2016-05"),
        ("2016年5月", "2016-05"),
        (2016, "2016"),
        ("2016-10-28/2016-10-30", "2016-10-28/2016-10-30"),
    ],
)
def test_dates_are_read_however_they_are_typed(desk, typed, due):
    desk.type("actions", 2, due=typed)
    (changed,) = applied(desk).changes
    assert changed.due.when == due


def test_a_day_that_may_be_a_month_is_a_doubt(desk):
    desk.type("actions", 2, due="03/04/2016")
    proposal = applied(desk)
    assert proposal.changes[0].due == When("2016-04-03")
    assert [doubt.code for doubt in proposal.doubts] == ["date.read"]


def test_a_date_of_which_there_are_only_words_is_kept_in_words(desk):
    desk.type("actions", 2, due="à la rentrée")
    proposal = applied(desk)
    assert proposal.changes[0].due == When(words=Text(fr="à la rentrée"))
    assert [doubt.code for doubt in proposal.doubts] == ["cell.read"]


def test_a_row_that_is_missing_stays_and_is_told(desk):
    desk.book["notes"].delete_rows(3)
    gone = APRIL.notes[1].id
    desk.book["pairings.ends"].delete_rows(
        desk.row("pairings.ends", pairing="alpes-sichuan", id="paca")
    )
    proposal = applied(desk)
    assert not proposal.changes
    assert told(proposal) == [
        ("row.missing", "pairings.alpes-sichuan.ends.fr.paca"),
        ("row.missing", f"notes.{gone}"),
    ]


def test_a_row_told_out_goes_if_it_is_a_part_and_is_told_if_it_is_a_thing(desk):
    row = desk.row("pairings.ends", pairing="alpes-sichuan", id="paca")
    desk.type("pairings.ends", row, remove="x")
    desk.type("notes", 3, remove="x")
    proposal = applied(desk)
    after = proposal.apply(APRIL)
    assert [party.organisation for party in after["alpes-sichuan"].ends[1].parties] == ["aura"]
    assert told(proposal) == [("row.removal", f"notes.{APRIL.notes[1].id}")]


def test_another_organisation_in_the_same_row_takes_the_place_of_the_first(desk):
    row = desk.row("pairings.ends", pairing="alpes-sichuan", id="paca")
    desk.type("pairings.ends", row, id="pdl")
    proposal = applied(desk)
    after = proposal.apply(APRIL)
    assert [party.organisation for party in after["alpes-sichuan"].ends[1].parties] == [
        "pdl",
        "aura",
    ]
    assert not proposal.doubts


def test_a_point_is_put_between_two_others():
    desk = Desk(workbook(OCTOBER))
    row = desk.add("sessions.items", session="cloture", title__fr="Photo", no=1.5)
    desk.add("sessions.items.roles", session="cloture", item=1.5, function="intervention", id="cuf")
    assert row
    proposal = applied(desk, OCTOBER)
    titles = [item.title.get("fr") for item in proposal.changes[0].items]
    assert titles == ["Synthèse des ateliers", "Photo", "Conclusion"]
    assert proposal.changes[0].items[1].roles[0].holder == "cuf"
    assert [role.holder for role in proposal.changes[0].items[2].roles] == [
        "jacques-auxiette",
        "apcae",
    ]
    assert not proposal.doubts


def test_an_empty_end_is_filled(desk):
    row = desk.row("pairings.ends", pairing="ccr-val-de-loire", side="cn")
    desk.type("pairings.ends", row, id="wuhan", confirmation="已邀请")
    proposal = applied(desk)
    (party,) = proposal.changes[0].ends[0].parties
    assert (party.organisation, party.confirmation) == ("wuhan", "invited")
    assert not proposal.doubts


def test_an_emptied_cell_is_told(desk):
    desk.type("workshops", desk.row("workshops", id="w2"), number=None)
    proposal = applied(desk)
    assert proposal.changes[0].number is None
    assert told(proposal) == [("cell.emptied", "workshops.w2.number")]


def test_a_deleted_column_and_a_deleted_sheet_change_nothing(desk):
    ws = desk.book["organisations"]
    ws.delete_cols(desk.columns("organisations")["place"])
    del desk.book["pairings.ends"], desk.book["people"], desk.book["sessions.items"]
    assert applied(desk) == Proposal()


def test_a_heading_that_names_nothing_is_told_with_what_it_may_mean(desk):
    column = desk.columns("workshops")["number"]
    desk.book["workshops"].cell(1, column).value = "numbre"
    (doubt,) = applied(desk).doubts
    assert (doubt.code, doubt.value("suggestion")) == ("column.unknown", "number")
    assert doubt.value("cell") == f"workshops!{get_column_letter(column)}1"


def test_a_heading_without_its_key_is_known_by_its_name(desk):
    desk.book["workshops"].cell(1, desk.columns("workshops")["number"]).value = "Numéro "
    row = desk.row("workshops", id="w2")
    desk.book["workshops"].cell(row, desk.columns("pairings").get("x", 2)).value = 7
    assert applied(desk).changes[0].number == 7


def test_a_column_that_nobody_knows_is_told(desk):
    desk.book["actions"]["Z1"], desk.book["actions"]["Z2"] = "couleur", "bleu"
    assert told(applied(desk)) == [("column.unknown", "actions")]


def test_a_new_language_is_a_new_column(desk):
    ws = desk.book["workshops"]
    ws.cell(1, ws.max_column + 1).value = "title.en"
    desk.type("workshops", desk.row("workshops", id="w2"), title__en="Sustainable regions")
    assert applied(desk).changes[0].title.get("en") == "Sustainable regions"


def test_two_copies_that_contradict_each_other_leave_the_dossier_as_it_is(desk):
    row = desk.paste("workshops", desk.row("workshops", id="w2"))
    desk.type("workshops", row, title__fr="Autre chose")
    proposal = applied(desk)
    assert not proposal.changes
    assert told(proposal) == [("row.contradiction", "workshops.w2.title.fr")]


def test_an_id_that_was_changed_is_not_another_thing(desk):
    desk.type("workshops", desk.row("workshops", id="w2"), id="w22")
    proposal = applied(desk)
    assert not proposal.additions
    assert ("id.renamed", "workshops.w22") in told(proposal)
    assert ("row.missing", "workshops.w2") in told(proposal)


def test_a_row_of_something_unknown_is_told_with_what_it_may_mean(desk):
    desk.add("pairings.ends", pairing="bordeaux-wuhann", side="fr", id="lyon")
    (doubt,) = applied(desk).doubts
    assert (doubt.code, doubt.value("suggestion")) == ("reference.unknown", "bordeaux-wuhan")


def test_a_row_that_says_not_whose_it_is_is_told(desk):
    desk.add("workshops", title__fr="Sans identifiant")
    assert [code for code, _ in told(applied(desk))] == ["row.nobody"]


def test_what_is_new_and_wrong_in_one_cell_is_added_without_it(desk):
    desk.add("workshops", id="w99", title__fr="Nouveau", event="rencontre-5")
    proposal = applied(desk)
    assert proposal.additions[0].event is None
    assert told(proposal) == [("reference.unknown", "workshops.w99.event")]


def test_what_is_new_and_has_no_name_is_not_added(desk):
    desk.add("workshops", id="w99", number=9)
    proposal = applied(desk)
    assert not proposal.additions
    assert [(d.code, d.severity) for d in proposal.doubts] == [("key.missing", "error")]


def test_formulas_errors_and_merged_cells_are_told(desk):
    ws = desk.book["workshops"]
    column = get_column_letter(desk.columns("workshops")["title.fr"])
    ws[f"{column}3"] = "=1+1"
    ws[f"{column}4"] = "#REF!"
    ws[f"{column}4"].data_type = "e"
    ws.merge_cells(f"{column}5:{get_column_letter(desk.columns('workshops')['title.fr'] + 1)}5")
    codes = [doubt.code for doubt in applied(desk).doubts]
    assert codes == ["cell.formula", "cell.error", "cell.merged"]


def test_a_cell_merged_downwards_says_the_same_in_each_row():
    dossier = load_data(
        {
            "namespace": "example.org",
            "languages": ["fr"],
            "organisations": {"a": {"name": "A"}, "b": {"name": "B"}},
            "sides": {"fr": {"name": "F"}},
            "pairings": {"p": {"ends": {"fr": ["a", "b"]}}},
        }
    )
    desk = Desk(workbook(dossier))
    desk.book["pairings.ends"].merge_cells("A2:A3")
    assert read_dossier(desk.saved(), dossier) == Proposal()


def test_hidden_rows_are_read_and_told(desk):
    desk.book["workshops"].row_dimensions[3].hidden = True
    desk.book["workshops"].row_dimensions[4].hidden = True
    (doubt,) = applied(desk).doubts
    assert (doubt.code, doubt.value("count")) == ("row.hidden", 2)


def test_empty_rows_are_nothing(desk):
    ws = desk.book["workshops"]
    ws.insert_rows(3)
    ws.cell(ws.max_row + 3, 1).value = " \u00a0"
    assert applied(desk) == Proposal()


def test_what_the_workbook_says_of_the_dossier_itself_is_told(desk):
    desk.type("dossier", 2, version=7)
    assert told(applied(desk)) == [("header.differs", "version")]


def test_registrations_and_tolerances_are_added_and_changed():
    desk = Desk(workbook(OCTOBER))
    person = OCTOBER.registrations[0].person
    row = desk.row("registrations", person=person)
    desk.type("registrations", row, category="VIP")
    desk.add("registrations", person="jacques-valade", event="rencontres-5")
    desk.add("tolerances", rule="RC103", reason__fr="Convenu", off="oui")
    proposal = applied(desk, OCTOBER)
    after = proposal.apply(OCTOBER)
    assert Registration("jacques-valade", event="rencontres-5") in after.registrations
    assert evolve(OCTOBER.registrations[0], category="VIP") in after.registrations
    assert after.tolerances == (Tolerance("RC103", reason=Text(fr="Convenu"), off=True),)


def test_mistakes_of_a_workbook_that_is_the_dossier_are_told_at_once(desk):
    desk.type("workshops", 2, event="nulle-part")
    desk.type("sessions", 2, kind="plenery-something")
    with pytest.raises(LoadError) as caught:
        load_dossier(desk.saved())
    assert [problem.where.rpartition(".")[2] for problem in caught.value.problems] == [
        "event",
        "kind",
    ]
    assert all(problem.value("cell") for problem in caught.value.problems)


def test_words_that_no_cell_can_hold_are_refused_before_anything_is_written(tmp_path):
    path = tmp_path / "book.xlsx"
    dossier = Dossier(namespace="example.org", sides=(Side("a", name=Text(fr="x" * 40_000)),))
    with pytest.raises(DossierError) as caught:
        write_dossier(dossier, path)
    assert caught.value.problems[0].value("cell").startswith("sides!")
    assert not path.exists()


def test_nothing_that_was_typed_becomes_a_formula_or_a_link():
    names = ["=1+1", "@SUM(A1)", "+33 1", "http://example.org", "_x0041_", "{=A1}", "007"]
    sides = tuple(Side(f"s{n}", name=Text(fr=name)) for n, name in enumerate(names))
    dossier = Dossier(namespace="example.org", languages=("fr",), sides=sides)
    body = workbook(dossier)
    ws = Desk(body).book["sides"]
    cells = [cell for row in ws.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
    assert load_dossier(body) == dossier


def test_the_names_of_sheets_are_what_every_program_takes():
    names = [table.name for table in every()]
    assert len({name.casefold() for name in names}) == len(names)
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)
