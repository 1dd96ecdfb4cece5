"""Layout: the width of texts, where lines break, two cells side by side."""

import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rencontres.wording.layout import columns_of, width, wrap
from rencontres.wording.marks import NO_END, NO_START

A, F = "\u00a0", "\u202f"

# --- width ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("Été à Tours", 11),
        ("1号会议室", 9),
        ("（，。）", 8),
        ("“—…·’", 5),
        ("e\u0301te\u0301", 3),
        ("a\u200b\u2060\u00adb", 2),
        ("한국어ｱア", 9),
        ("℃①→", 3),
        (f"14{A}h{A}30{F};", 9),
        ("👍", 2),
        ("１２", 4),
        ("\u3000", 2),
    ],
)
def test_width(text, columns):
    assert width(text) == columns


def test_ambiguous_marks_may_take_two_columns_and_letters_never_do():
    assert width("“—…·’×①℃", ambiguous=2) == 16
    assert width("éàüŒßж", ambiguous=2) == 6
    assert width("a\u0301", ambiguous=2) == 1
    assert width("（1）", ambiguous=2) == width("（1）") == 5


@given(st.text(max_size=12), st.text(max_size=12), st.sampled_from([1, 2]))
def test_widths_add_up(one, other, ambiguous):
    assert width(one + other, ambiguous) == width(one, ambiguous) + width(other, ambiguous)


@given(st.characters())
def test_the_width_of_a_character_is_that_of_unicode(character):
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        assert width(character) == 0
    else:
        assigned = unicodedata.category(character) != "Cn" or ord(character) > 0x1EFFF
        wide = assigned and unicodedata.east_asian_width(character) in {"W", "F"}
        assert width(character) == width("x" + character) - 1 == (2 if wide else 1)


def test_the_shorter_way_agrees_for_every_character_of_the_first_plane():
    for character in map(chr, [*range(0xD800), *range(0xE000, 0x10000)]):
        # A wide character beside it takes the longer way.
        assert width(character) == width(f"{character}中") - 2


# --- wrapping -------------------------------------------------------------------------------------

INDENT = " " * 20
LEADS_FR = (
    f"Chefs de file (à{A}confirmer){A}: Région Provence-Alpes-Côte d’Azur et "
    f"Région Auvergne-Rhône-Alpes{F}; Sichuan"
)
LEADS_HANS = [
    "牵头单位（待确认）：",
    "四川省；",
    "普罗旺斯-阿尔卑斯-蓝色海岸大区与",
    "奥弗涅-罗讷-阿尔卑斯大区",
]


def test_chinese_is_broken_where_no_mark_starts_or_ends_a_line_wrongly():
    text = "主持人：雅克·欧谢特（法国大区协会），时间：14:30—16:00。"
    assert wrap(text, 14, "zh-Hans") == [
        "主持人：雅",
        "克·欧谢特（法",
        "国大区协会），",
        "时间：",
        "14:30—16:00。",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        [
            "Chefs de file (à confirmer) : Région Provence-Alpes-Côte",
            "d’Azur et Région Auvergne-Rhône-Alpes ; Sichuan",
        ],
        ["Chefs de file : Région Pays de la Loire ; partie chinoise", "à trouver"],
        [
            "Grande salle, interprétation simultanée français-chinois",
            "(canal 1 français, canal 2 chinois)",
        ],
        ["Allocutions, dans l’ordre : Sichuan, APCAE, Cités Unies", "France"],
        ["Coprésidence : M. Jacques AUXIETTE ; APCAE (nom à confirmer)"],
        ["Modérateur : M. Jean DUPONT, adjoint au maire de Bordeaux"],
        ["Salle 3 (auparavant : Salle 1) / 3号会议室（原为1号会议室）"],
    ],
)
@pytest.mark.parametrize("spaces", ["no-break", "plain"])
def test_french_details_beside_the_hours(lines, spaces):
    text = " ".join(lines)
    if spaces == "no-break":
        text = re.sub(r" (?=:)|(?<=M\.) |(?<=canal) |(?<=à) (?=confirmer|trouver)", A, text)
        text = text.replace(" ;", f"{F};")
    broken = wrap(text, 80, "fr", first=INDENT, rest=INDENT)
    assert [line.replace(A, " ").replace(F, " ") for line in broken] == [
        INDENT + line for line in lines
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["5es Rencontres franco-chinoises de la", "  coopération décentralisée"],
        ["Chengdu, du 28 au 30 octobre 2016"],
        ["Programme provisoire, version 3 du", "  20 octobre 2016"],
        ["Heures de Chengdu (heure de Pékin).", "  À Paris, il est 6 heures de moins."],
        ["Navettes de l’hôtel au centre de", "  conférences"],
        ["Atelier 2 – Développement durable"],
        ["Chefs de file : Bordeaux et Wuhan", "  (à confirmer)"],
        ["Atelier 5 – Protection et mise en", "  valeur du patrimoine"],
        [
            "Chefs de file (à confirmer) : Région",
            "  Provence-Alpes-Côte d’Azur et Région",
            "  Auvergne-Rhône-Alpes ; Sichuan",
        ],
        ["Annulé : Atelier 1 – Soutien", "  à l’innovation"],
        ["Salle 3 (auparavant : Salle 1)"],
        ["Chefs de file : Région Pays de la", "  Loire ; partie chinoise à trouver"],
        ["Modérateurs : Mme Marie MARTIN et", "  M. ZHANG San"],
    ],
)
def test_french_cells_of_39_columns(lines):
    text = " ".join(line.strip() for line in lines)
    assert wrap(text, 39, "fr", rest="  ") == lines


def test_chinese_breaks_between_the_pieces_of_a_list_first():
    assert wrap(LEADS_HANS, 39, "zh-Hans", rest="  ") == [
        "牵头单位（待确认）：四川省；",
        "  普罗旺斯-阿尔卑斯-蓝色海岸大区与",
        "  奥弗涅-罗讷-阿尔卑斯大区",
    ]
    lines = [
        "牵头单位（待确认）：四川省；普罗旺斯-阿尔卑斯-蓝色海岸大区与",
        "奥弗涅-罗讷-阿尔卑斯大区",
    ]
    assert wrap(LEADS_HANS, 80, "zh-Hans", first=INDENT, rest=INDENT) == [
        INDENT + line for line in lines
    ]
    assert wrap(LEADS_HANS, 80, "zh-Hans", first="　　", rest="　　") == [
        "　　" + line for line in lines
    ]
    assert wrap("".join(LEADS_HANS), 39, "zh-Hans")[0] == "牵头单位（待确认）：四川省；普罗旺斯-阿"


def test_a_piece_that_fits_on_no_line_is_broken_inside():
    pieces = ["主题：", "环境保护与城市可持续发展和历史文化遗迹保护"]
    assert wrap(pieces, 20, "zh-Hans") == [
        "主题：环境保护与城市",
        "可持续发展和历史文化",
        "遗迹保护",
    ]
    assert wrap(["甲、", "乙"], 2, "zh-Hans") == ["甲、", "乙"]


def test_french_does_not_prefer_the_pieces():
    pieces = ["Région Pays de la Loire, ", "Région Bretagne, ", "Région Auvergne-Rhône-Alpes"]
    assert wrap(pieces, 34, "fr") == [
        "Région Pays de la Loire, Région",
        "Bretagne, Région Auvergne-Rhône-",
        "Alpes",
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("le 29 octobre", "fr"),
        ("le 1er mai", "fr"),
        ("puis Salle 3", "fr"),
        ("des ateliers 2", "fr"),
        ("voir canal 1", "fr"),
        ("puis salle B", "fr"),
        ("voir n° 3", "fr"),
        ("avec M. Dupont", "fr"),
        ("avec Mme Marie", "fr"),
        ("reste à voir", "fr"),
        ("puis 14 h 30", "fr"),
        ("puis 9 h – 10 h", "fr"),
        ("soit 1 200 000 €", "fr"),
        ("soit 12 %", "fr"),
        ("soit 300 km", "fr"),
        ("puis « mot »", "fr"),
        ("alors quoi ?", "fr"),
        ("au 2e étage", "fr"),
        ("on 29 October", "en"),
        ("on May 9", "en"),
        ("with Mr Dupont", "en"),
        ("then Room 3", "en"),
        ("see No. 3", "en"),
    ],
)
def test_words_that_are_held_together(text, language):
    head, rest = text.split(" ", 1)
    assert wrap(text, len(head) + 2, language) == [head, rest]
    assert wrap(text, width(text), language) == [text]


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("地方合作——中法关系", 10, ["地方合作——", "中法关系"]),
        ("地方合作——中法关系", 8, ["地方合", "作——中法", "关系"]),
        ("地方合作——中法关系", 9, ["地方合", "作——中法", "关系"]),
        ("甲乙丙丁……戊己", 10, ["甲乙丙丁……", "戊己"]),
        ("甲乙丙丁……戊己", 9, ["甲乙丙", "丁……戊己"]),
        ("共900余名中外嘉宾", 6, ["共", "900余", "名中外", "嘉宾"]),
        ("共12.5%的", 6, ["共", "12.5%", "的"]),
        ("第3版草案", 4, ["第3版", "草案"]),
        ("作者J.罗琳著", 7, ["作者", "J.罗琳", "著"]),
        ("欢迎TGI公司来", 8, ["欢迎TGI", "公司来"]),
        ("费用￥100元", 6, ["费用", "￥100元"]),
        ("让-马克·艾罗", 6, ["让-马", "克·艾", "罗"]),
        ("他说“好”“行”", 10, ["他说“好”", "“行”"]),
        ("甲　乙", 3, ["甲", "乙"]),
        ("见https://x.org/中文-路径吧", 8, ["见", "https://x.org/中文-路径吧"]),
        ("👍🏽👍🏽", 3, ["👍🏽", "👍🏽"]),
        ("한국 사람", 5, ["한국", "사람"]),
        ("한국사람", 5, ["한국사람"]),
    ],
)
def test_what_is_whole_in_chinese(text, columns, lines):
    assert wrap(text, columns, "zh-Hans") == lines


def test_compounds_break_at_their_hyphen_and_addresses_nowhere():
    assert wrap("français-chinois", 10, "fr") == ["français-", "chinois"]
    assert wrap("est-ce, 2016-2020, a-t-il", 5, "fr") == ["est-", "ce,", "2016-2020,", "a-t-il"]
    address = "https://mon-site.example.org/fr-fr/la-page"
    assert wrap(f"Voir {address}", 10, "fr") == ["Voir", address]
    assert wrap("à jean-luc@mon-site.fr", 5, "fr") == ["à jean-luc@mon-site.fr"]


def test_a_line_that_is_long_enough_is_one():
    assert wrap("Pause-café", None) == ["Pause-café"]
    assert wrap("Pause-café", 10, "fr") == ["Pause-café"]
    assert wrap("x" * 500, None, first="> ") == ["> " + "x" * 500]
    assert wrap(["中文、", "法文"], None, "zh-Hans") == ["中文、法文"]
    assert wrap("", 10) == [""]
    assert wrap("", 10, first="  ") == [""]
    assert wrap("mot ", 10) == ["mot"]
    assert wrap([], 10) == [""]


def test_a_unit_longer_than_the_line_overflows():
    assert wrap("l’anticonstitutionnalité même", 10, "fr") == ["l’anticonstitutionnalité", "même"]
    assert wrap("中文中文", 0, "zh-Hans", first="　") == ["　中", "文", "中", "文"]


def test_lines_of_the_text_stay_lines():
    assert wrap("un\n\ndeux trois", 6, "fr", first="- ", rest="  ") == [
        "- un",
        "",
        "  deux",
        "  trois",
    ]
    assert wrap("un\ndeux", None, rest="  ") == ["un", "  deux"]
    assert wrap(["一、\n二二二、", "三三"], 8, "zh-Hans") == ["一、", "二二二、", "三三"]


def test_ambiguous_marks_count_as_told():
    assert wrap("中“文”中", 10, "zh-Hans") == ["中“文”中"]
    assert wrap("中“文”中", 8, "zh-Hans", ambiguous=2) == ["中“文”", "中"]


# --- laws -----------------------------------------------------------------------------------------

PIECES = [
    "中",
    "文",
    "法国",
    "，",
    "。",
    "（",
    "）",
    "《",
    "》",
    "“",
    "”",
    "、",
    "·",
    "——",
    "……",
    "—",
    "！",
    "：",
    "1",
    "14:30",
    "年",
    "第",
    "%",
    "￥",
]
PIECES += [
    "mot",
    "un",
    "à",
    "M.",
    "Jean",
    "9",
    "mai",
    "Salle",
    " ",
    " ",
    " ",
    A,
    F,
    "-",
    "-Alpes",
    "/",
    "«",
    "»",
    ";",
    "(",
    ")",
    "l’eau",
    "€",
    "é\u0301",
    "👍",
    "\u3000",
]
paragraphs = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)
languages = st.sampled_from(["fr", "zh-Hans", "zh-Hant", "en", "", "de"])


@given(paragraphs, st.integers(0, 30), languages)
def test_nothing_is_lost_but_the_spaces_at_the_breaks(text, columns, language):
    lines = wrap(text, columns, language)
    position = 0
    for line in lines:
        skipped = text[position : text.index(line, position)]
        assert not skipped.strip(" \u3000")
        position += len(skipped) + len(line)
    assert not text[position:].strip(" \u3000")


@given(paragraphs, st.integers(1, 30), languages)
def test_no_line_starts_or_ends_with_what_it_must_not(text, columns, language):
    lines = wrap(text, columns, language)
    never = set(NO_END.replace("\\", "")) - set("￥¥$€£＄")
    for one, other in pairwise(lines):
        assert other[0] not in NO_START + A + F
        assert one[-1] not in never | {A, F}
        # A dot in a name, a currency that stands first: nothing parts them from what follows.
        assert one[-1] not in "·￥€" or one + other not in text


@given(paragraphs, st.integers(1, 30), languages)
def test_a_line_that_is_too_long_cannot_be_broken(text, columns, language):
    for line in wrap(text, columns, language):
        if width(line) > columns:
            assert wrap(line.strip(" \u3000"), 1, language) == [
                line.strip(" \u3000")
            ] or line != line.lstrip(" \u3000")


@given(paragraphs, st.integers(1, 30), st.sampled_from(["fr", "en", ""]))
def test_lines_are_as_full_as_they_can_be(text, columns, language):
    lines = wrap(text, columns, language)
    for one, other in pairwise(lines):
        unit = wrap(other, 1, language)[0]
        space = " " if f"{one} {unit}" in text else ""
        if f"{one}{space}{unit}" in text and "\u3000" not in text and "  " not in text:
            assert width(f"{one}{space}{unit}") > columns


@given(st.lists(paragraphs, max_size=6), st.integers(1, 30))
def test_pieces_are_the_text(pieces, columns):
    assert wrap(pieces, columns, "fr") == wrap("".join(pieces), columns, "fr")
    joined = "".join(wrap(pieces, columns, "zh-Hans"))
    assert re.sub("[ \u3000]", "", joined) == re.sub("[ \u3000]", "", "".join(pieces))


@given(paragraphs, st.integers(8, 30), languages)
def test_prefixes_count(text, columns, language):
    plain = wrap(text.strip(" \u3000"), columns, language)
    indented = wrap(text.strip(" \u3000"), columns + 2, language, first="> ", rest="> ")
    assert indented == [f"> {line}".rstrip(" ") for line in plain]


def test_a_long_paragraph_is_broken_as_a_short_one():
    assert wrap("中" * 100_000, 40, "zh-Hans") == ["中" * 20] * 5000
    assert wrap("mot " * 25_000, 7, "fr") == ["mot mot"] * 12_500
    assert wrap(["中、"] * 30_000, 40, "zh-Hans") == ["中、" * 10] * 3000
    assert wrap("x" * 100_000, 40) == ["x" * 100_000]


# --- columns --------------------------------------------------------------------------------------


def test_two_cells_side_by_side():
    left = wrap("Chefs de file : Bordeaux et Wuhan (à confirmer)", 39, "fr", rest="  ")
    right = wrap("牵头单位：武汉市（待确认）与波尔多市", 39, "zh-Hans", rest="  ")
    assert columns_of(left, right) == [
        "Chefs de file : Bordeaux et Wuhan        牵头单位：武汉市（待确认）与波尔多市",
        "  (à confirmer)",
    ]
    assert columns_of([], ["乙"], 4) == ["      乙"]
    assert columns_of(["中文", "é"], ["a", "b"], 5, 1) == ["中文  a", "é     b"]
    assert columns_of(["trop long"], ["b"], 4) == ["trop long  b"]
    assert columns_of([], []) == []


@given(st.lists(paragraphs, max_size=4), st.lists(paragraphs, max_size=4), st.integers(1, 60))
def test_cells_are_aligned_and_no_line_ends_with_a_space(left, right, columns):
    rows = columns_of(left, right, columns)
    assert len(rows) == max(len(left), len(right))
    for row, one, other in zip(rows, left, right, strict=False):
        assert not row.endswith(" ")
        if other.strip(" ") and width(one) <= columns:
            assert row.startswith(one)
            assert width(row) == columns + 2 + width(other.rstrip(" "))
