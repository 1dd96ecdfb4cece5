"""The tables hold what the view shows, in every language, and no formula."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rencontres import OptionsError, Reader, load_data, view
from rencontres_csv import CSV, CSVOptions
from rencontres_csv.table import inert, table

DOSSIER = {
    "rencontres": 1,
    "namespace": "rivers.example.org",
    "languages": ["fr", "zh-Hans"],
    "version": 3,
    "state": "provisional",
    "sides": {
        "fr": {"name": {"fr": "partie française", "zh-Hans": "法方"}, "languages": ["fr"]},
        "cn": {"name": {"fr": "partie chinoise", "zh-Hans": "中方"}, "languages": ["zh-Hans"]},
    },
    "places": {"chengdu": {"name": {"fr": "Chengdu", "zh-Hans": "成都"}, "zone": "Asia/Shanghai"}},
    "organisations": {
        "bordeaux": {"name": {"fr": "Bordeaux", "zh-Hans": "波尔多市"}, "side": "fr"},
        "wuhan": {"name": {"fr": "Wuhan", "zh-Hans": "武汉市"}, "side": "cn"},
    },
    "people": {
        "jean-dupont": {
            "side": "fr",
            "gender": "masculine",
            "names": {"fr": {"family": "Dupont", "given": "Jean"}},
            "email": "jean.dupont@example.org",
            "phone": "+33 1 99 00 12 34",
        },
        "zhang-san": {
            "side": "cn",
            "gender": "masculine",
            "names": {"zh-Hans": {"family": "张", "given": "三"}},
            "posts": [{"title": {"zh-Hans": "成都市市长"}}],
        },
    },
    "events": {"e": {"title": {"fr": "Rencontres", "zh-Hans": "论坛"}, "place": "chengdu"}},
    "workshops": {"w2": {"event": "e", "number": 2, "title": {"fr": "Eau", "zh-Hans": "水"}}},
    "pairings": {
        "bordeaux-wuhan": {
            "workshop": "w2",
            "ends": {"fr": {"bordeaux": "confirmed"}, "cn": ["wuhan"]},
        },
        "alone": {"workshop": "w2", "ends": {"fr": {"bordeaux": "confirmed"}}},
    },
    "sessions": {
        "s-w2": {
            "event": "e",
            "workshop": "w2",
            "day": "2016-10-29",
            "hours": "22:00-01:00",
            "confirmation": "cancelled",
            "roles": {
                "moderator": {"jean-dupont": "confirmed"},
                "speaker": ["zhang-san"],
            },
        },
        "later": {"event": "e", "title": {"fr": "Plus tard"}},
    },
}


def rows(name, reader=None, **options):
    seen = view(load_data(DOSSIER), reader or Reader("fr", "zh-Hans"))
    [document] = CSV(seen, CSVOptions(sheets=(name,), **options))
    text = document.body.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_a_session_is_a_row_with_a_cell_for_each_language():
    row = rows("programme")[0]
    assert (row["id"], row["date"], row["start"], row["end"]) == (
        "s-w2", "2016-10-29", "22:00", "01:00",
    )  # fmt: skip
    assert row["zone"] == "Asia/Shanghai"
    assert (row["title.fr"], row["title.zh-Hans"]) == ("Eau", "水")
    assert (row["confirmation"], row["status.zh-Hans"]) == ("cancelled", "取消")
    assert (row["version"], row["state"]) == ("3", "provisional")


def test_leads_stand_a_line_each_in_the_order_of_the_language_and_gaps_are_told():
    row = rows("programme")[0]
    assert row["leads.fr"].split("\n") == [
        "Bordeaux et partie chinoise à\u00a0trouver",
        "Bordeaux et Wuhan (à\u00a0confirmer)",
    ]
    assert row["leads.zh-Hans"].split("\n") == ["中方待定、波尔多市", "武汉市（待确认）、波尔多市"]


def test_a_session_without_an_hour_says_so():
    row = rows("programme")[1]
    assert (row["date"], row["start"], row["when.fr"]) == ("", "", "Sans horaire")


def test_people_have_addresses_for_their_own_team_alone():
    assert [row["email"] for row in rows("people")] == ["", ""]
    own = rows("people", Reader("fr", audience="internal", side="fr"))
    assert own[0]["email"] == "jean.dupont@example.org"
    assert own[0]["phone"] == "'+33 1 99 00 12 34"


def test_a_letter_begins_as_its_language_does_and_tells_what_she_does_when():
    dupont, zhang = rows("letters")
    assert (dupont["salutation.fr"], dupont["language"]) == ("Monsieur,", "fr")
    assert (zhang["salutation.zh-Hans"], zhang["language"]) == ("尊敬的张市长：", "zh-Hans")
    assert "Eau" in dupont["programme.fr"]


def test_one_persons_copy_has_her_sessions_and_names_her():
    copy = view(load_data(DOSSIER), Reader("fr")).of("jean-dupont")
    documents = CSV(copy)
    assert [document.about for document in documents] == ["jean-dupont"] * 3
    assert documents[0].path.name == "jean-dupont.fr.csv"


@pytest.mark.parametrize(("delimiter", "sign"), [(",", ","), (";", ";"), ("tab", "\t")])
def test_cells_are_apart_by_the_delimiter(delimiter, sign):
    [document] = CSV(
        view(load_data(DOSSIER), Reader("fr")), CSVOptions(sheets=("people",), delimiter=delimiter)
    )
    assert document.text.lstrip("\ufeff").startswith(f'"id"{sign}"sort"{sign}')


def test_excel_is_told_the_encoding_unless_it_is_not_wanted():
    seen = view(load_data(DOSSIER), Reader("fr"))
    assert CSV(seen)[0].body.startswith(b"\xef\xbb\xbf")
    assert CSV(seen, CSVOptions(bom=False))[0].body.startswith(b'"id"')


def test_options_that_are_wrong_are_all_told():
    with pytest.raises(OptionsError) as caught:
        CSV.configure({"delimiter": "|", "sheets": ["rooms"], "colour": 1})
    assert len(caught.value.problems) == 3


# --- formulas ------------------------------------------------------------------------------------

SIGNS = "=+-@＝＋－＠"


@pytest.mark.parametrize("words", ["=1+1", "+33", "-1", "@SUM(A1)", "＝1", "\t=1", "\r=1", " =1"])
def test_what_begins_as_a_formula_is_shown(words):
    assert inert(words) != words
    assert "'" in inert(words)


@pytest.mark.parametrize(
    "words", ["Ouverture", "a = b", "9 h – 10 h", "1-2", "E=mc²", "à 10 h, 2 salles"]
)
def test_other_words_stay_as_they_are(words):
    assert inert(words) == words


@given(
    st.lists(st.text(st.sampled_from(SIGNS + "'a 1,;\t\r\n\"|"), max_size=9), min_size=1),
    st.sampled_from(",;\t"),
)
def test_no_cell_is_a_formula_whatever_a_program_splits_at(cells, split):
    columns = [f"c{number}" for number in range(len(cells))]
    text = table(columns, [dict(zip(columns, cells, strict=True))])
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=split):
        for cell in row:
            assert not cell.lstrip(" \u00a0").startswith(tuple(SIGNS))


@given(st.text(st.characters(codec="utf-8")))
def test_nothing_else_is_lost(words):
    text = table(["a"], [{"a": words}])
    [_, [found]] = csv.reader(io.StringIO(text, newline=""), strict=True)
    assert found == inert(words)
    assert found.replace("'", "") == words.replace("'", "")
