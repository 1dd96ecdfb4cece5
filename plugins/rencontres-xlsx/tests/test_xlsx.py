"""The workbook holds what the view shows, prints as it should, and does nothing."""

import io
import re
import zipfile
from datetime import date, datetime, time

import pytest
from openpyxl import load_workbook

from rencontres import OptionsError, Reader, board, load_data, view
from rencontres_xlsx import XLSX, XLSXOptions

DOSSIER = {
    "rencontres": 1,
    "namespace": "rivers.example.org",
    "title": {"fr": "Rencontres & fleuves", "zh-Hans": "河流论坛"},
    "languages": ["fr", "zh-Hans"],
    "version": 3,
    "state": "provisional",
    "revised": "2016-10-20T10:00:00Z",
    "sides": {
        "fr": {"name": {"fr": "partie française", "zh-Hans": "法方"}, "languages": ["fr"]},
        "cn": {"name": {"fr": "partie chinoise", "zh-Hans": "中方"}, "languages": ["zh-Hans"]},
    },
    "places": {"chengdu": {"name": {"fr": "Chengdu", "zh-Hans": "成都"}, "zone": "Asia/Shanghai"}},
    "rooms": {
        "r1": {"name": {"fr": "Salle 1", "zh-Hans": "1号会议室"}, "place": "chengdu"},
        "r2": {"name": {"fr": "Salle 2", "zh-Hans": "2号会议室"}, "place": "chengdu"},
    },
    "organisations": {
        "bordeaux": {"name": {"fr": "Bordeaux", "zh-Hans": "波尔多市"}, "side": "fr"},
        "wuhan": {"name": {"fr": "Wuhan", "zh-Hans": "武汉市"}, "side": "cn"},
    },
    "people": {
        "jean-dupont": {
            "side": "fr",
            "gender": "masculine",
            "names": {
                "fr": {"family": "Dupont", "given": "Jean"},
                "zh-Hans": {"family": "杜邦", "given": "让", "order": "given-first"},
            },
            "email": "jean.dupont@example.org",
            "phone": "+33 1 99 00 12 34",
        },
        "zhang-san": {
            "side": "cn",
            "gender": "masculine",
            "names": {
                "fr": {"family": "Zhang", "given": "San", "order": "family-first"},
                "zh-Hans": {"family": "张", "given": "三", "order": "family-first"},
            },
            "posts": [{"title": {"fr": "maire de Chengdu", "zh-Hans": "成都市市长"}}],
        },
    },
    "events": {"e": {"title": {"fr": "Rencontres", "zh-Hans": "论坛"}, "place": "chengdu"}},
    "workshops": {"w2": {"event": "e", "number": 2, "title": {"fr": "Eau", "zh-Hans": "水"}}},
    "pairings": {
        "bordeaux-wuhan": {
            "workshop": "w2",
            "ends": {"fr": {"bordeaux": "confirmed"}, "cn": ["wuhan"]},
        },
    },
    "sessions": {
        "opening": {
            "event": "e",
            "title": {"fr": "Ouverture", "zh-Hans": "开幕式"},
            "day": "2016-10-29",
            "hours": "09:00-10:30",
            "room": "r1",
            "confirmation": "confirmed",
            "roles": {"liaison": {"zhang-san": "confirmed"}},
        },
        "s-w2": {
            "event": "e",
            "workshop": "w2",
            "day": "2016-10-29",
            "hours": "14:00-15:30",
            "confirmation": "to-confirm",
            "room": "r2",
            "roles": {"moderator": {"jean-dupont": "confirmed"}, "speaker": ["zhang-san"]},
        },
        "dinner": {
            "event": "e",
            "title": {"fr": "Dîner", "zh-Hans": "晚宴"},
            "day": "2016-10-29",
            "hours": "22:00-01:00",
            "confirmation": "cancelled",
        },
        "later": {"event": "e", "title": {"fr": "Plus tard", "zh-Hans": "待定活动"}},
    },
}
BOTH = Reader("fr", "zh-Hans", audience="partners")


def seen(reader=BOTH, data=DOSSIER):
    dossier = load_data(data)
    return view(dossier, reader, board=board(dossier, today=date(2016, 10, 20)))


def book(reader=BOTH, data=DOSSIER, **options):
    return load_workbook(io.BytesIO(XLSX.one(seen(reader, data), XLSXOptions(**options)).body))


def spaced(value):
    """A value with plain spaces, which can be told apart from nothing else in a test."""
    return re.sub("[\u00a0\u202f]", " ", value) if isinstance(value, str) else value


def table(sheet):
    """The rows of a sheet below its headings, which are frozen."""
    top = int(sheet.freeze_panes[1:])
    return [[spaced(cell.value) for cell in row] for row in sheet.iter_rows(min_row=top)]


def headings(sheet):
    return [spaced(cell.value) for cell in sheet[int(sheet.freeze_panes[1:]) - 1]]


def parts(body):
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


# --- what stands where ---------------------------------------------------------------------------


def test_days_and_hours_are_values_that_sort():
    rows = table(book(Reader("fr"))["Programme"])
    assert [row[:3] for row in rows] == [
        [datetime(2016, 10, 29), time(9), time(10, 30)],
        [datetime(2016, 10, 29), time(14), time(15, 30)],
        [datetime(2016, 10, 29), time(22), time(1)],
        ["Sans horaire", None, None],
    ]


@pytest.mark.parametrize(
    ("tag", "day", "hour"),
    [
        ("fr", "[$-40C]dddd d mmmm yyyy", 'h" h "mm'),
        ("zh-Hans", '[$-804]yyyy"年"m"月"d"日" dddd', "hh:mm"),
    ],
)
def test_days_and_hours_are_written_as_the_language_does(tag, day, hour):
    sheet = book(Reader(tag)).worksheets[0]
    first = sheet[int(sheet.freeze_panes[1:])]
    assert (first[0].number_format, first[1].number_format) == (day, hour)


def test_what_is_not_settled_is_said_in_words_and_shown():
    sheet = book(Reader("fr"))["Programme"]
    top = int(sheet.freeze_panes[1:])
    assert [row[6] for row in table(sheet)[:3]] == ["Confirmé", "À confirmer", "Annulé"]
    assert spaced(sheet.cell(top + 2, 4).value) == "Annulé : Dîner"
    assert sheet.cell(top + 2, 4).font.strike
    assert sheet.cell(top + 1, 4).font.italic
    assert not sheet.cell(top, 4).font.italic


def test_two_languages_stand_in_one_cell():
    sheet = book()["Programme"]
    assert headings(sheet)[3] == "Intitulé\n内容"
    assert table(sheet)[1][3] == "Atelier 2 – Eau\n分论坛二：水"
    assert "武汉市（待确认）、波尔多市" in table(sheet)[1][5]


def test_rooms_stand_beside_one_another():
    sheet = book(Reader("fr"))["Salles"]
    assert headings(sheet) == ["Horaire", "Salle 1\nChengdu", "Salle 2\nChengdu", "Lieu à préciser"]
    assert table(sheet)[0][0] == "Samedi 29 octobre 2016"
    held = {row[0]: row[1:] for row in table(sheet)[1:]}
    assert list(held.values()) == [
        ["Ouverture", None, None],
        [None, "Atelier 2 – Eau (à confirmer)", None],
        [None, None, "Annulé : Dîner"],
    ]


def test_each_half_day_is_signed_by_everybody_in_both_scripts():
    made = book()
    names = [name for name in made.sheetnames if name.startswith("Émargement")]
    assert names == ["Émargement 10-29 matin", "Émargement 10-29 après-midi"]
    rows = table(made[names[0]])
    assert headings(made[names[0]])[1:3] == ["Nom", "姓名"]
    assert rows[0][0] == "Partie française – 法方"
    assert rows[1][:3] == [1, "M. Jean DUPONT", "让·杜邦先生"]
    assert rows[3][2:4] == ["张三先生", "maire de Chengdu\n成都市市长"]
    assert [row[0] for row in rows[-5:]] == [1, 2, 3, 4, 5]
    assert all(row[-1] is None for row in rows)


def test_a_workshop_is_signed_by_those_who_take_part():
    made = book(Reader("fr"), sheets=("sign-in",), sign_in="workshop", blank=2)
    assert made.sheetnames == ["Émargement Atelier 2"]
    rows = table(made.worksheets[0])
    assert [row[0] for row in rows] == [1, 2, 3, 4]
    assert {row[3] for row in rows[:2]} == {"modérateur", "intervenant"}


def test_a_delegation_signs_on_each_day():
    made = book(Reader("fr"), sheets=("sign-in",), sign_in="delegation", blank=0)
    assert made.sheetnames == ["Émargement Partie française", "Émargement Partie chinoise"]
    assert headings(made.worksheets[0])[-1] == "Signature\n29 octobre 2016"


def test_a_session_that_is_not_held_is_not_signed():
    data = DOSSIER | {"sessions": {"dinner": DOSSIER["sessions"]["dinner"]}}
    assert not [name for name in book(data=data).sheetnames if name.startswith("Émargement")]


def test_addresses_are_for_their_own_team_and_phones_are_text():
    assert "Téléphone" not in headings(book(Reader("fr", audience="partners"))["Délégations"])
    own = book(Reader("fr", audience="internal", side="fr"))["Délégations"]
    assert headings(own)[-2:] == ["Téléphone", "Courriel"]
    assert table(own)[1][-2:] == ["+33 1 99 00 12 34", "jean.dupont@example.org"]


def test_those_whom_one_turns_to_are_listed():
    rows = table(book(Reader("fr", audience="partners"))["Contacts"])
    assert [row[0] for row in rows] == ["Partie chinoise", 1]


def test_the_board_has_the_sides_beside_one_another():
    sheet = next(sheet for sheet in book() if "confirmations" in sheet.title)
    assert headings(sheet) == ["Atelier\n分论坛", "Partie française\n法方", "Partie chinoise\n中方"]
    assert table(sheet)[0][1] == "Bordeaux (confirmé)\n波尔多市（已确认）"
    assert "board" not in " ".join(book(Reader("fr")).sheetnames)


def test_one_persons_copy_is_her_programme():
    document = XLSX.one(seen().of("jean-dupont"))
    assert (document.path.name, document.about) == (
        "jean-dupont.fr+zh-Hans.xlsx", "jean-dupont",
    )  # fmt: skip
    made = load_workbook(io.BytesIO(document.body))
    assert made.sheetnames == ["Programme"]
    assert table(made["Programme"])[0][-1] == "modérateur\n主持人"


def test_clocks_that_change_between_days_are_told_with_them():
    data = DOSSIER | {
        "sides": {
            "fr": DOSSIER["sides"]["fr"] | {"zone": "Europe/Paris"},
            "cn": DOSSIER["sides"]["cn"] | {"zone": "Asia/Shanghai"},
        },
        "sessions": DOSSIER["sessions"]
        | {"last": DOSSIER["sessions"]["opening"] | {"day": "2016-10-30"}},
    }
    lines = [row[0].value for row in book(Reader("fr"), data)["Programme"].iter_rows(max_row=6)]
    assert [str(line).partition(" : ")[0] for line in lines[3:5]] == [
        "29 octobre 2016", "30 octobre 2016",
    ]  # fmt: skip


def test_options_that_are_wrong_are_all_told():
    with pytest.raises(OptionsError) as caught:
        XLSX.configure({"paper": "letter", "sheets": ["chairs"], "blank": "many", "colour": 1})
    assert len(caught.value.problems) == 4


# --- as it is printed ----------------------------------------------------------------------------


@pytest.mark.parametrize(("paper", "code"), [("A4", 9), ("A3", 8)])
def test_every_sheet_is_as_wide_as_its_page_and_repeats_its_headings(paper, code):
    for sheet in book(paper=paper):
        top = int(sheet.freeze_panes[1:]) - 1
        assert sheet.page_setup.paperSize == code
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.print_title_rows == f"${top}:${top}"
        assert sheet.print_area.endswith(f"${sheet.max_row}")
        upright = "Émargement" in sheet.title
        assert sheet.page_setup.orientation == ("portrait" if upright else "landscape")


@pytest.mark.parametrize(
    ("reader", "edition", "pages"),
    [
        (Reader("fr"), "Programme provisoire, version 3 du 20 octobre 2016",
         "Page &P sur &N"),
        (Reader("zh-Hans"), "日程（暂定，第3版，2016年10月20日）", "第&P页，共&N页"),
    ],
    ids=["fr", "zh"],
)  # fmt: skip
def test_every_page_says_of_which_version_it_is(reader, edition, pages):
    body = XLSX.one(seen(reader)).body
    sheets = [text for name, text in parts(body).items() if "worksheets/sheet" in name]
    for text in sheets:
        header = re.search("<oddHeader>(.*?)</oddHeader>", text)[1].replace("&amp;", "&")
        footer = re.search("<oddFooter>(.*?)</oddFooter>", text)[1].replace("&amp;", "&")
        assert " ".join(header.split()).endswith(f"&R{' '.join(edition.split())}")
        assert footer.endswith(f"&R{pages}")
        assert max(len(header), len(footer)) <= 255


def test_an_ampersand_of_a_title_is_no_instruction():
    header = parts(XLSX.one(seen(Reader("fr"))).body)["xl/worksheets/sheet1.xml"]
    assert "&amp;LRencontres &amp;&amp; fleuves&amp;R" in header


def test_columns_are_as_wide_as_chinese_and_french_words_need():
    widths = book()["Programme"].column_dimensions
    assert widths["A"].width >= 25
    assert widths["D"].width >= 30


def test_no_cell_asks_for_a_font_of_a_theme():
    for reader, font in ((Reader("fr"), "Arial"), (Reader("zh-Hans"), "SimSun")):
        styles = parts(XLSX.one(seen(reader)).body)["xl/styles.xml"]
        assert "<scheme" not in styles
        assert set(re.findall('<name val="([^"]*)"', styles)) == {font}


# --- as it is made -------------------------------------------------------------------------------


def test_nothing_is_a_formula_or_leads_anywhere():
    hostile = '=HYPERLINK("http://example.org","x")'
    data = DOSSIER | {
        "title": {"fr": hostile},
        "sessions": {
            f"s{number}": {"event": "e", "title": {"fr": words}, "day": "2016-10-29"}
            for number, words in enumerate(
                [
                    hostile,
                    "http://example.org",
                    "mailto:a@example.org",
                    "+1",
                    "1",
                    "{=1}",
                    "_x0041_",
                ]
            )
        },
    }
    found = parts(XLSX.one(seen(Reader("fr"), data)).body)
    for name, text in found.items():
        assert "<f>" not in text
        assert "<hyperlink" not in text
        assert "TargetMode" not in text
        assert "externalLink" not in name
    titles = [row[3] for row in table(book(Reader("fr"), data)["Programme"])]
    assert any(str(title).startswith("=HYPERLINK(") for title in titles)
    assert set(titles) >= {"http://example.org", "+1", "1", "{=1}"}


def test_the_same_programme_makes_the_same_bytes():
    assert XLSX.one(seen()).body == XLSX.one(seen()).body
    core = parts(XLSX.one(seen()).body)["docProps/core.xml"]
    assert "2016-10-20T10:00:00Z" in core
