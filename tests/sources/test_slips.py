"""The usual slips are told, all of them, each with its line and with what to type instead."""

import json
import tomllib

import pytest

from rencontres.sources.reading import parse
from rencontres.sources.slips import MESSAGES, slips


def told(text, kind="toml"):
    return [(slip.code, slip.value("found"), slip.value("wanted")) for slip in slips(text, kind)]


TOML = [
    # signs of other keyboards
    ('title ＝ "x"', "slip.separator", "title ＝", "title ="),
    ('title ： "x"', "slip.separator", "title ：", "title ="),
    ('title。fr = "x"', "slip.sign", "。", "."),
    ('ｔｉｔｌｅ = "x"', "slip.name", "ｔｉｔｌｅ", "title"),
    ('a = ["x"， "y"]', "slip.sign", "，", ","),
    ('a = ["x"、"y"]', "slip.sign", "、", ","),
    ('a = ［"x"]', "slip.sign", "［", "["),
    ('a = ("x", "y"]', "slip.sign", "(", "["),
    ('a = { fr = "x"｝', "slip.sign", "｝", "}"),
    ("a = １２", "slip.sign", "１２", "12"),
    ("a = ２０１６-１０-２９", "slip.sign", "２０１６-１０-２９", "2016-10-29"),
    ("a = 1 ＃ x", "slip.comment", "＃", "#"),
    ("a = 1 // x", "slip.comment", "//", "#"),
    ("// x", "slip.comment", "//", "#"),
    ("a\u00a0= 1", "slip.space", "U+00A0 (no-break space)", " "),
    ("a =\u202f1", "slip.space", "U+202F (narrow no-break space)", " "),
    ("\u3000a = 1", "slip.space", "U+3000 (ideographic space)", " "),
    ("a = [1,\u00a02]", "slip.space", "U+00A0 (no-break space)", " "),
    ("a = 1\n\ufeffb = 1", "slip.space", "U+FEFF (zero width no-break space)", " "),
    # quotes
    ("a = “x”", "slip.quotes", "“x”", '"x"'),
    ("a = ”x”", "slip.quotes", "”x”", '"x"'),
    ("a = ‘l’eau’", "slip.quotes", "‘l’eau’", '"l’eau"'),
    ("a = «\u00a0x\u00a0» # y", "slip.quotes", "«\u00a0x\u00a0»", '"x"'),
    ("a = ‹x›", "slip.quotes", "‹x›", '"x"'),
    ("a = 「开幕式」", "slip.quotes", "「开幕式」", '"开幕式"'),
    ("a = ＂x＂", "slip.quotes", "＂x＂", '"x"'),
    ("a = `x`", "slip.quotes", "`x`", '"x"'),
    ("a = „x“", "slip.quotes", "„x“", '"x"'),
    ('a = "x”', "slip.quotes", '"x”', '"x"'),
    ('a = “x"', "slip.quotes", '“x"', '"x"'),
    ("a = \"x'", "slip.quotes", "\"x'", '"x"'),
    ("a = “x “y” z”", "slip.quotes", "“x “y” z”", '"“x “y” z”"'),
    ("a = [“x”, 'y']", "slip.quotes", "“x”", '"x"'),
    ("a = { fr = «x», en = 'y' }", "slip.quotes", "«x»", '"x"'),
    ("“a b” = 1", "slip.quotes", "“a b”", '"a b"'),
    ('a = "x', "slip.unclosed", '"x', '"x"'),
    ('a = "x # y', "slip.unclosed", '"x', '"x"'),
    ('a = x"', "slip.unclosed", 'x"', '"x"'),
    ("a = l'eau'", "slip.unclosed", "l'eau'", '"l\'eau"'),
    ("a = 'Rencontres d'automne", "slip.unclosed", "'Rencontres d'automne", '"Rencontres d\'automne"'),
    ('a = ["x, "y"]', "slip.unclosed", '"x', '"x"'),
    ('a = ["x", "y]', "slip.unclosed", '"y', '"y"'),
    ('a = { b = "x, c = "y" }', "slip.unclosed", '"x', '"x"'),
    ('a = { b = "x }', "slip.unclosed", '"x', '"x"'),
    ("a = 'l'innovation'", "slip.inner", "'l'innovation'", '"l\'innovation"'),
    ("a = ['l'eau', 'x']", "slip.inner", "'l'eau'", '"l\'eau"'),
    ('a = "Le "grand" théâtre"', "slip.inner", '"Le "grand" théâtre"', "'Le \"grand\" théâtre'"),
    ('a = ""x""', "slip.inner", '""x""', '"x"'),
    ('a = "x\ny"', "slip.lines", '"x…y"', '"""x…y"""'),
    ('a = "C:\\dir"', "slip.escape", "\\d", "\\\\d"),
    ('a = "l\\\'eau"', "slip.escape", "\\'", "'"),
    ('a = "\\e"', "slip.escape", "\\e", "\\u001B"),
    ('a = "\\xe9"', "slip.escape", "\\xe9", "\\u00E9"),
    # brackets
    ("[sessions.x", "slip.brackets", "[sessions.x", "[sessions.x]"),
    ("sessions.x]", "slip.brackets", "sessions.x]", "[sessions.x]"),
    ("sessions.x", "slip.brackets", "sessions.x", "[sessions.x]"),
    ("[[sessions.x]]", "slip.brackets", "[[sessions.x]]", "[sessions.x]"),
    ("[[sessions.x]", "slip.brackets", "[[sessions.x]", "[sessions.x]"),
    ("[sessions.x]]", "slip.brackets", "[sessions.x]]", "[sessions.x]"),
    ("[[registrations]", "slip.brackets", "[[registrations]", "[registrations]"),
    ("［sessions.x］", "slip.brackets", "［sessions.x］", "[sessions.x]"),
    ("【sessions.x】", "slip.brackets", "【sessions.x】", "[sessions.x]"),
    ("（sessions.x）", "slip.brackets", "（sessions.x）", "[sessions.x]"),
    ("{sessions.x}", "slip.brackets", "{sessions.x}", "[sessions.x]"),
    ("[sessions x]", "slip.name", "sessions x", "sessions.x"),
    ("[sessions/x]", "slip.name", "sessions/x", "sessions.x"),
    ("[sessions..x]", "slip.spare", ".", ""),
    ("[]", "slip.brackets", "[]", "[…]"),
    ("[sessions.Séance d’ouverture]", "slip.name", "Séance d’ouverture", "seance-d-ouverture"),
    ("[sessions.x] a = 1", "slip.two", "[sessions.x] a = 1", "a = 1"),
    ('a = ["x"\nb = 1', "slip.open", '"x"', '"x"]'),
    ('a = ["x",\n[b]', "slip.open", '"x",', '"x"]'),
    ('a = { b = "x"\nc = 1', "slip.open", '"x"', '"x"}'),
    ('a = [["x"]\n\n', "slip.open", '["x"]', '["x"]]'),
    ("a = 1]", "slip.spare", "]", ""),
    ('a = "x"]', "slip.spare", "]", ""),
    ("]", "slip.spare", "]", "# ]"),
    # keys
    ("été = 1", "slip.name", "été", "ete"),
    ("salle principale = 1", "slip.name", "salle principale", "salle-principale"),
    ("- a = 1", "slip.name", "- a", "a"),
    ("标题 = 1", "slip.name", "标题", '"标题"'),
    ("title(fr) = 'x'", "slip.name", "title(fr)", "title.fr"),
    ("title[fr] = 'x'", "slip.name", "title[fr]", "title.fr"),
    ("a = { Jean Dupont = 'x' }", "slip.name", "Jean Dupont", "jean-dupont"),
    ("a. = 1", "slip.spare", ".", ""),
    ('a: "x"', "slip.separator", "a:", "a ="),
    ("a : 1", "slip.separator", "a :", "a ="),
    ('"a": 1', "slip.separator", '"a":', '"a" ='),
    ("a == 1", "slip.separator", "a ==", "a ="),
    ("a => 1", "slip.separator", "a =>", "a ="),
    ("a -> 1", "slip.separator", "a ->", "a ="),
    ("a := 1", "slip.separator", "a :=", "a ="),
    ('a "x"', "slip.separator", "a", "a ="),
    ('a ["x"]', "slip.separator", "a", "a ="),
    ("a = { b: 1 }", "slip.separator", "b:", "b ="),
    ("title = fr = 'x'", "slip.separator", "title = fr =", "title.fr ="),
    # values
    ("a = 29/10/2016", "slip.date", "29/10/2016", "2016-10-29"),
    ("a = 29.10.2016", "slip.date", "29.10.2016", "2016-10-29"),
    ("a = 29-10-2016", "slip.date", "29-10-2016", "2016-10-29"),
    ("a = 2016/10/29", "slip.date", "2016/10/29", "2016-10-29"),
    ("a = 2016-10-9", "slip.date", "2016-10-9", "2016-10-09"),
    ("a = 29 octobre 2016", "slip.date", "29 octobre 2016", "2016-10-29"),
    ("a = samedi 1er août 2016", "slip.date", "samedi 1er août 2016", "2016-08-01"),
    ("a = October 29, 2016", "slip.date", "October 29, 2016", "2016-10-29"),
    ("a = 2016年10月29日", "slip.date", "2016年10月29日", "2016-10-29"),
    ("a = 二〇一六年十月二十九日", "slip.date", "二〇一六年十月二十九日", "2016-10-29"),
    ("a = octobre 2016", "slip.date", "octobre 2016", '"2016-10"'),
    ("a = 2016年10月", "slip.date", "2016年10月", '"2016-10"'),
    ("a = 28-30 octobre 2016", "slip.date", "28-30 octobre 2016", '"2016-10-28/2016-10-30"'),
    ("a = 2016-10-28/2016-10-30", "slip.date", "2016-10-28/2016-10-30", '"2016-10-28/2016-10-30"'),
    ("a = 2016年10月28日至30日", "slip.date", "2016年10月28日至30日", '"2016-10-28/2016-10-30"'),
    ("a = [29/10/2016]", "slip.date", "29/10/2016", "2016-10-29"),
    ("a = 2016-02-30", "slip.calendar", "2016-02-30", "2016-02-29"),
    ("a = 31/09/2016", "slip.calendar", "31/09/2016", "2016-09-30"),
    ("a = 2016-10-29 10:00", "slip.moment", "2016-10-29 10:00", "2016-10-29T10:00:00"),
    ("a = 29/10/2016 à 14h30", "slip.moment", "29/10/2016 à 14h30", "2016-10-29T14:30:00"),
    ("a = 2016-10-29T10:00:00+0800", "slip.moment", "2016-10-29T10:00:00+0800", "2016-10-29T10:00:00+08:00"),
    ("a = 9h00", "slip.hours", "9h00", '"09:00"'),
    ("a = 9 h 30", "slip.hours", "9 h 30", '"09:30"'),
    ("a = 09:00", "slip.hours", "09:00", '"09:00"'),
    ("a = 09h00-10h30", "slip.hours", "09h00-10h30", '"09:00-10:30"'),
    ("a = 09:00 – 10:30", "slip.hours", "09:00 – 10:30", '"09:00-10:30"'),
    ("a = de 9h à 10h", "slip.hours", "de 9h à 10h", '"09:00-10:00"'),
    ("a = 14：30", "slip.hours", "14：30", '"14:30"'),
    ("a = 下午2点半", "slip.hours", "下午2点半", '"14:30"'),
    ("a = 上午9点-11点", "slip.hours", "上午9点-11点", '"09:00-11:00"'),
    ("a = 2 pm", "slip.hours", "2 pm", '"14:00"'),
    ("a = 12,5", "slip.number", "12,5", "12.5"),
    ("a = 1 200,50", "slip.number", "1 200,50", "1200.50"),
    ("a = 12 000", "slip.number", "12 000", "12000"),
    ("a = 1,200,000", "slip.number", "1,200,000", "1200000"),
    ("a = { b = 12,5 }", "slip.number", "12,5", "12.5"),
    ("a = 02", "slip.number", "02", "2"),
    ("a = .5", "slip.number", ".5", "0.5"),
    ("a = oui", "slip.boolean", "oui", "true"),
    ("a = Non", "slip.boolean", "Non", "false"),
    ("a = vrai", "slip.boolean", "vrai", "true"),
    ("a = faux", "slip.boolean", "faux", "false"),
    ("a = True", "slip.boolean", "True", "true"),
    ("a = False", "slip.boolean", "False", "false"),
    ("a = 是", "slip.boolean", "是", "true"),
    ("a = 否", "slip.boolean", "否", "false"),
    ("a = null", "slip.nothing", "null", ""),
    ("a = néant", "slip.nothing", "néant", ""),
    ("a = plenary", "slip.word", "plenary", '"plenary"'),
    ("a = l'innovation", "slip.word", "l'innovation", '"l\'innovation"'),
    ("a = Chengdu, Sichuan # x", "slip.word", "Chengdu, Sichuan", '"Chengdu, Sichuan"'),
    ("a = 01001", "slip.word", "01001", '"01001"'),
    ("a = 01 42 34 56 78", "slip.word", "01 42 34 56 78", '"01 42 34 56 78"'),
    ("a = https://example.org/x", "slip.word", "https://example.org/x", '"https://example.org/x"'),
    ("a = ['x', zh-Hans]", "slip.word", "zh-Hans", '"zh-Hans"'),
    ("a = { b = confirmed }", "slip.word", "confirmed", '"confirmed"'),
    ("a = { b = 2016-10 }", "slip.word", "2016-10", '"2016-10"'),
    ("a =", "slip.value", "a =", "a = …"),
    ("a = # x", "slip.value", "a =", "a = …"),
    # between values, and at the end of lines
    ('a = "x";', "slip.spare", ";", ""),
    ('a = "x"；', "slip.spare", "；", ""),
    ('a = "x",', "slip.spare", ",", ""),
    ('a = "x"。', "slip.spare", "。", ""),
    ('a = ["x", , "y"]', "slip.spare", ",", ""),
    ('a = ["x" "y"]', "slip.comma", '"x"', '"x",'),
    ('a = ["x"\n"y"]', "slip.comma", '"x"', '"x",'),
    ("a = [1 2]", "slip.comma", "1 2", "1, 2"),
    ('a = { b = "x" c = 1 }', "slip.comma", '"x"', '"x",'),
    ('a = ["x"; "y"]', "slip.sign", ";", ","),
    ('a = "x", "y"', "slip.list", '"x", "y"', '["x", "y"]'),
    ('a = "x" "y"', "slip.list", '"x" "y"', '["x", "y"]'),
    ("a = fr, zh-Hans", "slip.list", "fr, zh-Hans", '["fr", "zh-Hans"]'),
    ('a = {"x", "y"}', "slip.list", '{"x", "y"}', '["x", "y"]'),
    ('a = { b = "x", }', "slip.trailing", ", }", " }"),
    ('a = { b = "x",\n c = "y" }', "slip.braces", '{ b = "x", c = "y" }', '{ b = "x", c = "y" }'),
    ('a = "x" b = 1', "slip.two", 'a = "x" b = 1', "b = 1"),
    ("a = 2016-10-29 b = 1", "slip.two", "a = 2016-10-29 b = 1", "b = 1"),
    ('a = "x" y', "slip.after", '"x" y', '"x y"'),
    ('a = "x" (y)', "slip.after", '"x" (y)', '"x" # (y)'),
    ("Voici le programme de la journée", "slip.statement", "Voici le programme de la journée", "# Voici le programme de la journée"),
]  # fmt: skip

JSON = [
    ('{"a": 1,}', "slip.trailing", ",}", "}"),
    ('{"a": [1,]}', "slip.trailing", ",]", "]"),
    ("{'a': 1}", "slip.quotes", "'a'", '"a"'),
    ("{\"a\": 'l'eau', \"b\": 1}", "slip.quotes", "'l'eau'", '"l\'eau"'),
    ('{"a": “x”}', "slip.quotes", "“x”", '"x"'),
    ("{“a”: 1}", "slip.quotes", "“a”", '"a"'),
    ('{"a": « x »}', "slip.quotes", "« x »", '"x"'),
    ('{"a": "x”}', "slip.quotes", '"x”', '"x"'),
    ('{"a": 1 // x\n}', "slip.remark", "// x", ""),
    ('{"a": /* x */ 1}', "slip.remark", "/* x */", ""),
    ('# x\n{"a": 1}', "slip.remark", "# x", ""),
    ('{"a": 1 "b": 2}', "slip.comma", "1", "1,"),
    ('{"a": "x"\n"b": 2}', "slip.comma", '"x"', '"x",'),
    ('{"a": {"c": 1} "b": 2}', "slip.comma", '{"c": 1}', '{"c": 1},'),
    ('{"a": [1 2]}', "slip.comma", "1 2", "1, 2"),
    ('{"a": 1; "b": 2}', "slip.sign", ";", ","),
    ('{"a": 1， "b": 2}', "slip.sign", "，", ","),
    ('｛"a": 1}', "slip.sign", "｛", "{"),
    ('{"a": [1］}', "slip.sign", "］", "]"),
    ('{"a"： 1}', "slip.separator", '"a"：', '"a":'),
    ('{"a" = 1}', "slip.separator", '"a" =', '"a":'),
    ('{"a" 1}', "slip.value", '"a"', '"a": …'),
    ('{"a": }', "slip.value", '"a"', '"a": …'),
    ("{a: 1}", "slip.name", "a", '"a"'),
    ("{été: 1}", "slip.name", "été", '"été"'),
    ('{"a: 1}', "slip.unclosed", '"a', '"a"'),
    ('{"a": "x, "b": 1}', "slip.unclosed", '"x', '"x"'),
    ('{"a": "x\n}', "slip.unclosed", '"x', '"x"'),
    ('{"a": "Le "grand" x"}', "slip.inner", '"Le "grand" x"', '"Le \\"grand\\" x"'),
    ('{"a": "x\ny"}', "slip.lines", '"x…y"', '"x\\n…y"'),
    ('{"a": "C:\\dir"}', "slip.escape", "\\d", "\\\\d"),
    ('{"a": "x\ty"}', "slip.escape", "<U+0009>", "\\t"),
    ('{"a": NaN}', "slip.nothing", "NaN", ""),
    ('{"a": -Infinity}', "slip.nothing", "-Infinity", ""),
    ('{"a": None}', "slip.nothing", "None", ""),
    ('{"a": undefined}', "slip.nothing", "undefined", ""),
    ('{"a": True}', "slip.boolean", "True", "true"),
    ('{"a": oui}', "slip.boolean", "oui", "true"),
    ('{"a": plenary}', "slip.word", "plenary", '"plenary"'),
    ('{"a": 29/10/2016}', "slip.date", "29/10/2016", '"2016-10-29"'),
    ('{"a": 2016-10-29}', "slip.date", "2016-10-29", '"2016-10-29"'),
    ('{"a": 09:00-10:30, "b": 1}', "slip.hours", "09:00-10:30", '"09:00-10:30"'),
    ('{"a": 12,5}', "slip.number", "12,5", "12.5"),
    ('{"a": 01}', "slip.number", "01", "1"),
    ('{"a": +1}', "slip.number", "+1", "1"),
    ('{"a":\u00a01}', "slip.space", "U+00A0 (no-break space)", " "),
    ('{"a": 1', "slip.open", "1", "1}"),
    ('{"a": [1, 2}', "slip.open", "2", "2]"),
    ('{"a": 1}}', "slip.spare", "}", ""),
    ('{"a": 1,, "b": 2}', "slip.spare", ",", ""),
    ('{"a": {"x", "y"}}', "slip.list", '{"x", "y"}', '["x", "y"]'),
    ('{"a": ["b": "x"]}', "slip.sign", "[", "{"),
]  # fmt: skip

# What these find is told at one place of two, or is to be moved, or taken out with its key.
NOT_IN_PLACE = {"slip.lines", "slip.two", "slip.nothing", "slip.value", "slip.braces", "slip.space"}


@pytest.mark.parametrize(("text", "code", "found", "wanted"), TOML)
def test_a_slip_in_toml(text, code, found, wanted):
    assert (code, found, wanted) in told(text)


@pytest.mark.parametrize(("text", "code", "found", "wanted"), JSON)
def test_a_slip_in_json(text, code, found, wanted):
    assert (code, found, wanted) in told(text, "json")


@pytest.mark.parametrize(
    ("text", "kind"),
    [(case[0], "toml") for case in TOML] + [(case[0], "json") for case in JSON],
)
def test_typing_what_is_wanted_mends_the_file(text, kind):
    problems = slips(text, kind)
    if {problem.code for problem in problems} & NOT_IN_PLACE or "…" in str(problems):
        return
    for problem in problems:
        assert problem.value("found") in text or problem.value("found").startswith("<U+")
        text = text.replace(
            problem.value("found").replace("<U+0009>", "\t"), problem.value("wanted"), 1
        )
    assert (tomllib if kind == "toml" else json).loads(text) is not None
    assert slips(text, kind) == []


@pytest.mark.parametrize(("text", "code", "found", "wanted"), TOML)
def test_the_line_is_right_wherever_the_slip_stands(text, code, found, wanted):
    lines = [slip.line for slip in slips(text, "toml") if slip.code == code]
    # The lists and texts before and behind it are right, and do not hide it.
    before = 'a1 = [\n  "x", # “y”\n]\n\na2 = """\n« z\n"""\n'
    after = "\n[sessions.last]\nday = 2016-10-29\n"
    moved = [slip.line for slip in slips(before + text + after, "toml") if slip.code == code]
    assert moved == [line + before.count("\n") for line in lines]


def test_a_file_of_another_format_is_told():
    assert told('{"a": 1}') == [("slip.kind", "TOML", "JSON")]
    assert told("# x\n\n[sides.fr]\nname = 'x'\n", "json") == [("slip.kind", "JSON", "TOML")]
    assert told("title.fr = 'x'\n", "json") == [("slip.kind", "JSON", "TOML")]
    assert told("", "json") == [("slip.empty", "", "{}")]
    assert told("[true]", "json") == []


DOSSIER = """\
title.fr ＝ “5es Rencontres”
languages = ["fr"， "zh-Hans"]

［sides.fr］
name = { fr = «\u00a0partie française\u00a0», zh-Hans = "法方" }
zone = Europe/Paris

[sessions.ouverture
day = 29/10/2016
hours = 14h30-16h
title = 'Cérémonie d'ouverture'
open : oui
attendance = 1 200；

[sessions.cloture]
day = 2016年10月30日
hours = "16:00-17:00
kind = closing
"""


def test_all_slips_are_told_at_once_in_the_order_of_the_lines():
    assert [(slip.line, slip.value("wanted")) for slip in parse(DOSSIER, "toml")[1]] == [
        (1, "title.fr ="),
        (1, '"5es Rencontres"'),
        (2, ","),
        (4, "[sides.fr]"),
        (5, '"partie française"'),
        (6, '"Europe/Paris"'),
        (8, "[sessions.ouverture]"),
        (9, "2016-10-29"),
        (10, '"14:30-16:00"'),
        (11, '"Cérémonie d\'ouverture"'),
        (12, "open ="),
        (12, "true"),
        (13, "1200"),
        (13, ""),
        (16, "2016-10-30"),
        (17, '"16:00-17:00"'),
        (18, '"closing"'),
    ]
    windows = DOSSIER.replace("\n", "\r\n")
    assert slips(windows, "toml") == slips(DOSSIER, "toml")


@pytest.mark.parametrize(
    "text",
    [
        "# “«：，＝［” 29/10/2016 9h00 = {",
        'a = "“x” « y » ：，＝［］ 29/10/2016 9h00 oui \u00a0\u202f\u3000 // # [[a.b]]"',
        "a = 'C:\\dir «x» \"y\"'",
        'a = """\n“x\n[b\nc ＝ 1\n"quoted" ""\n"""',
        "a = '''\nl'eau «\n'''",
        "\"clé “x”：\" = 1\n'é'.b = 2",
        "\ta\t=\t1\t# x",
        "a=1\r\n[b]\r\nc=[\r\n1,\r\n]\r\n",
        "a = [ [1, 2], ['x'], { b = [\n1,\n2,\n] }, ]",
        "a = 07:32:00\nb = 1979-05-27 07:32:00.5-07:00\nc = +1_000\nd = 0xDEAD_beef\ne = -0.0e-1\nf = -inf",
        "[[registrations]]\n[[registrations]]\n[[people.x.posts]]",
        "true = 1\n1 = 2\n2016-10-29 = 3\n- = 4",
    ],
)
def test_what_is_right_is_no_slip(text):
    tomllib.loads(text)
    assert slips(text, "toml") == []


@pytest.mark.parametrize(
    "text",
    [
        '{"a": "“x” « y » ：，＝ 29/10/2016 oui \u00a0 // # [", "clé ：": [1, -0, 1.5E+3, true, null, {}]}',
        ' \t\r\n{ "a" : "\\u00e9\\/\\b" , "b":[ ] }\n',
        '{"a": "l\'eau", "": ""}',
    ],
)
def test_json_that_is_right_has_no_slip(text):
    json.loads(text)
    assert slips(text, "json") == []


def test_a_file_full_of_slips_comes_to_an_end():
    assert len(slips("a = b\n" * 5000, "toml")) <= 2000
    assert len(slips("a = [" + "b, " * 5000, "toml")) <= 2000
    assert len(slips('{"a": [' + "b " * 200_000, "json")) < 10


def test_what_is_found_is_told_in_one_short_line():
    for slip in slips(f"a = “{'long ' * 50}\x1b[31m”\nb = «x\ny»", "toml"):
        assert len(str(slip)) < 250
        assert "\n" not in str(slip)
        assert "\x1b" not in str(slip)


def test_messages_name_what_they_hold():
    for code, message in MESSAGES.items():
        assert code.startswith(("slip.", "file."))
        assert message % {"found": "F", "wanted": "W", "first": 1}
