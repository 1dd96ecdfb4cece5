"""Bytes become text, text becomes data; what cannot, is told by name and line."""

import json
import tomllib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rencontres.finding import Finding
from rencontres.sources import bounds, reading
from rencontres.sources.encoding import LARGEST, likely
from rencontres.sources.positions import positions
from rencontres.sources.reading import decode, parse
from rencontres.sources.signs import DEEPEST
from rencontres.sources.slips import slips

FRENCH = 'x = 1\ntitle.fr = "Développement durable des « territoires » à l’été"\n'
PLAIN_FRENCH = FRENCH.replace("’", "'")
SIMPLIFIED = 'x = 1\ntitle.zh-Hans = "第五届中法地方政府合作高层论坛"\n'
TRADITIONAL = 'x = 1\ntitle.zh-Hant = "第五屆中法地方政府合作高層論壇"\n'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_utf_8_is_read_with_or_without_its_mark(encoding):
    text = f"{FRENCH}\r\n[y]\r\n{SIMPLIFIED}"
    assert decode(text.encode(encoding)) == (text, [])
    assert parse(f"\ufeff{text}", "toml") == (tomllib.loads(text), [])


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        (FRENCH, "cp1252", "Windows-1252"),
        (PLAIN_FRENCH, "latin-1", "Windows-1252"),
        ("a = 1\nb = 'é'", "cp1252", "Windows-1252"),
        (PLAIN_FRENCH, "cp850", "code page 850"),
        (FRENCH, "mac-roman", "Mac OS Roman"),
        (SIMPLIFIED, "gb18030", "GB 18030 (GBK)"),
        (SIMPLIFIED, "gb2312", "GB 18030 (GBK)"),
        ("a = 1\nname = '武汉'", "gbk", "GB 18030 (GBK)"),
        (
            PLAIN_FRENCH.replace("«", "“").replace("»", "”") + SIMPLIFIED,
            "gb18030",
            "GB 18030 (GBK)",
        ),
        (TRADITIONAL, "big5", "Big5"),
    ],
)
def test_another_encoding_is_named_with_its_first_line(text, encoding, name):
    raw = text.encode(encoding, "replace")
    empty, [finding] = decode(raw)
    assert empty == ""
    assert (finding.code, finding.line) == ("file.encoding", 2)
    assert finding.value("found") == name
    assert "UTF-8" in str(finding)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_wide_encodings_are_named(encoding):
    _, [finding] = decode(FRENCH.encode(encoding))
    assert finding.value("found") == ("UTF-32" if encoding == "utf-32" else "UTF-16")


def test_a_broken_byte_among_utf_8_is_told_with_its_line():
    raw = SIMPLIFIED.encode() * 20 + b'a = "\xe7"\n' + SIMPLIFIED.encode()
    _, [finding] = decode(raw)
    assert (finding.code, finding.line, finding.value("found")) == ("file.encoding", 41, None)
    assert likely(raw) is None


@pytest.mark.parametrize(
    "start", [b"PK\x03\x04", b"%PDF-1.7", b"\xd0\xcf\x11\xe0", b"{\\rtf1", b"\x1f\x8b"]
)
def test_what_is_no_text_is_told(start):
    assert [finding.code for finding in decode(start + b"\x00\xff" * 50)[1]] == ["file.type"]


def test_the_largest_file():
    assert decode(b"#" * LARGEST)[1] == []
    assert [finding.code for finding in decode(b"#" * (LARGEST + 1))[1]] == ["file.size"]
    assert [finding.code for finding in parse("#" * (LARGEST + 1), "toml")[1]] == ["file.size"]


def test_data_keeps_the_types_of_its_format():
    assert parse("a = 2016-10-29\nb = [1, 1.0]\n", "toml") == (
        {"a": date(2016, 10, 29), "b": [1, 1.0]},
        [],
    )
    assert parse('{"a": "2016-10-29", "b": [1, 1.0, null]}', "json") == (
        {"a": "2016-10-29", "b": [1, 1.0, None]},
        [],
    )
    assert parse("", "toml") == ({}, [])


def deep(levels, kind):
    return (
        f'{{"a":{"[" * levels}{"]" * levels}}}'
        if kind == "json"
        else f"a = {'[' * levels}{']' * levels}"
    )


@pytest.mark.parametrize("kind", ["toml", "json"])
def test_the_deepest_lists(kind):
    data, problems = parse(f"\n{deep(DEEPEST, kind)}", kind)
    assert problems == []
    assert data is not None
    for levels in (DEEPEST + 1, 500, 100_000):
        data, [finding] = parse(f"\n{deep(levels, kind)}", kind)
        assert data is None
        assert (finding.code, finding.line) == ("file.depth", 2)


@pytest.mark.parametrize(
    "text",
    [
        f"b = 1\n{'a.' * 70}a = 1",
        f"b = 1\n{'a.' * 200_000}a = 1",
        f"b = 1\n[{'a.' * 200_000}a]",
        "b = 1\n" + '"a". ' * 100 + "a = 1",
        f"b = 1\nc = {{ {'a.' * 200_000}a = 1 }}",
    ],
)
def test_keys_of_too_many_parts(text):
    _, [finding] = parse(text, "toml")
    assert (finding.code, finding.line) == ("file.depth", 2)


@pytest.mark.parametrize(
    "text",
    [
        f'a = """\n{"." * 5000}\n"""',
        f"a = '{'x.' * 5000}'",
        f"# {'.' * 5000}",
        f'a = "{"9" * 5000}"',
        f"{'a.' * 60}a = 1",
        f"a = [\n{'1.5, ' * 1000}\n]",
    ],
)
def test_dots_and_digits_in_texts_are_nobodys_business(text):
    assert parse(text, "toml") == (tomllib.loads(text), [])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"\na = {2**63}", "toml"),
        (f"\na = [1, {-(2**63) - 1}]", "toml"),
        (f"\na = {'9' * 5000}", "toml"),
        (f"\na = {{ b = -{'9' * 100_000} }}", "toml"),
        ("\na = 1e999", "toml"),
        ("\na = -inf", "toml"),
        ("\na = nan", "toml"),
        (f'{{\n"a": {2**63}}}', "json"),
        (f'{{\n"a": [-{"9" * 5000}]}}', "json"),
        (f'{{"b": 1,\n"a": {"9" * 1_000_000}}}', "json"),
        ('{\n"a": 1e999}', "json"),
    ],
)
def test_numbers_that_are_too_large_or_none(text, kind):
    data, [finding] = parse(text, kind)
    assert data is None
    assert (finding.code, finding.line) == ("file.number", 2)


@pytest.mark.parametrize("number", [2**63 - 1, -(2**63), 0])
def test_numbers_of_64_bits_are_read(number):
    assert parse(f"a = {number}", "toml") == ({"a": number}, [])
    assert parse(json.dumps({"a": number}), "json") == ({"a": number}, [])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('\na = "\x00"', "toml"),
        ("\na = 1 # \x1b[31m", "toml"),
        ('\na = "\\u0000"', "toml"),
        ('\na = "\\u0007"', "toml"),
        ('\n"\\u007f" = 1', "toml"),
        ("\na = 1\rb = 2", "toml"),
        ("\na = '\ud800'", "toml"),
        ('{\n"a": "\x07"}', "json"),
        ('{\n"a": "\\u0000"}', "json"),
        ('{\n"a": "\\ud800"}', "json"),
        ('{\n"\\udfff": 1}', "json"),
        ('{"a": [1,\n"x\\u001b"]}', "json"),
        ('{\n"a": "\ud800"}', "json"),
    ],
)
def test_signs_that_nobody_sees(text, kind):
    data, [finding] = parse(text, kind)
    assert data is None
    assert (finding.code, finding.line) == ("file.character", 2)
    assert str(finding).isprintable()


def test_every_sign_that_nobody_sees_is_told():
    assert [
        finding.line for finding in parse('a = "\x00"\nb = 1\nc = "\x00\x01\x00"', "toml")[1]
    ] == [1, 3, 3]


def test_pairs_of_halves_are_one_character():
    assert parse('{"a": "\\ud83d\\ude00"}', "json") == ({"a": "😀"}, [])


def test_every_key_that_is_there_twice_is_told():
    text = '{"a": 1,\n "b": {"x": 1,\n "x": 2, "y": {"x": 1}},\n "a": {"z": 1},\n "a": 3}'
    data, problems = parse(text, "json")
    assert data is None
    assert [(p.code, p.line, p.where, p.value("first")) for p in problems] == [
        ("file.duplicate", 3, "b.x", 2),
        ("file.duplicate", 4, "a", 1),
        ("file.duplicate", 5, "a", 1),
    ]
    text = "a = 1\na = 2\n[b]\nx = 1\n'x' = 2\n[b]\n[c.d]\n[c]\n[c]\n[e]\nf.g = 1\n[e.f]\n"
    assert [(p.code, p.line, p.where) for p in parse(text, "toml")[1]] == [
        ("file.duplicate", 2, "a"),
        ("file.duplicate", 5, "b.x"),
        ("file.duplicate", 6, "b"),
        ("file.duplicate", 9, "c"),
        ("file.duplicate", 12, "e.f"),
    ]


def test_what_is_below_a_key_that_is_there_twice_is_not_told_again():
    text = "[pairings.x]\nworkshop = 'w1'\ntopic.fr = 'x'\n[pairings.x]\nworkshop = 'w2'\ntopic.fr = 'y'\n"
    assert [(p.line, p.where) for p in parse(text, "toml")[1]] == [(4, "pairings.x")]


def test_tables_that_are_opened_again():
    _, [finding] = parse("[a.b.c]\nz = 9\n[a]\nb.c.t = 9\n", "toml")
    assert (finding.code, finding.line) == ("file.conflict", 4)


@pytest.mark.parametrize("text", ["[1]", '"a"', "1", "null", " [] "])
def test_json_that_is_no_table(text):
    _, [finding] = parse(text, "json")
    assert (finding.code, finding.line) == ("file.shape", 1)


LATER = [
    ("hours = 09:00", "slip.hours"),
    ("a = { x = [08:30] }", "slip.hours"),
    ("start = 2016-10-29T09:00Z", "slip.moment"),
    ("start = 2016-10-29 09:00", "slip.moment"),
    ("name = {\n  fr = 'x', en = 'y' }", "slip.braces"),
    ("name = { fr = 'x', # comment\n en = 'y' }", "slip.braces"),
    ("name = { fr = 'x', en = 'y', }", "slip.trailing"),
    ('a = "\\e[0m"', "slip.escape"),
    ('a = """\n\\xe9"""', "slip.escape"),
]


@pytest.mark.parametrize(("text", "code"), LATER)
def test_toml_1_1_is_refused_with_what_to_type(text, code):
    data, [finding] = parse(text, "toml")
    assert data is None
    assert finding.code == code
    assert finding.value("wanted")


@pytest.mark.parametrize(("text", "code"), LATER)
def test_toml_1_1_is_refused_by_interpreters_that_read_it(text, code, monkeypatch):
    expected = parse(text, "toml")
    monkeypatch.setattr(reading, "_LATER_TOML", True)
    monkeypatch.setattr(reading.tomllib, "loads", lambda _: {"read": "as TOML 1.1"})
    assert parse(text, "toml") == expected
    assert parse("[a]\nb = { c = [\n1,\n] }", "toml")[1] == []


def test_a_thing_in_two_brackets_is_refused_although_toml_takes_it():
    data, [finding] = parse(
        "[sessions.a]\n[[sessions.b]]\n[[registrations]]\n[[people.x.posts]]\n", "toml"
    )
    assert data is None
    assert (finding.code, finding.line, finding.value("wanted")) == (
        "slip.brackets",
        2,
        "[sessions.b]",
    )
    assert parse('a = """\n[[sessions.b]]\n"""', "toml")[1] == []


def test_all_slips_of_a_file_are_told_with_their_lines():
    text = "a = 1\nday = 29/10/2016\n[session.x\nopen = oui\nb = 2\nhours = 9h00\n"
    data, problems = parse(text, "toml")
    assert data is None
    assert [problem.line for problem in problems] == [2, 3, 4, 6]


def test_data_of_a_host_is_bounded_too():
    shared = [1]
    for _ in range(40):
        shared = [shared, shared]
    endless = {}
    endless["again"] = [endless]
    found = {
        ("a", "b"): "file.number",
        ("a", "c\x00"): "file.character",
        ("t", 1): "file.character",
        ("t", 2): "file.number",
    }
    data = {"a": {"b": 2**70, "c\x00": 1}, "t": ("x", "\ud800", float("nan"), True, None)}
    assert {path: finding.code for path, finding in bounds.of_data(data)} == found
    assert [finding.code for _, finding in bounds.of_data(endless)] == ["file.depth"]
    assert [finding.code for _, finding in bounds.of_data(shared)] == ["file.size"]
    assert bounds.of_data({"a": [1, "x\n\t\r", {"b": 1.5}]}) == []


# --- laws ----------------------------------------------------------------------------------------

BITS = [
    '"', "'", '"""', "'''", "[", "]", "[[", "]]", "{", "}", "(", ")", "=", ":", ",", ".", "#", ";", "\n", "\r\n",
    "\r", " ", "\t", "\\", "\\u00e9", "\\ud800", "a", "é", "1", "09:00", "2016-10-29", "29/10/2016", "true", "inf",
    "“", "”", "«", "»", "‘", "＝", "：", "，", "［", "】", "\u00a0", "\u3000", "\ufeff", "//", "/*", "->", "==",
    "title.fr = ", '"a": ', "第五届", "\x00", "\ud800", "NaN", "-", "+", "_", "1e999", "9" * 30,
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(BITS) | st.text(max_size=3), max_size=30).map("".join)
KINDS = st.sampled_from(["toml", "json"])


@given(TEXTS, KINDS)
def test_whatever_is_read_gives_data_or_findings(text, kind):
    data, problems = parse(text, kind)
    assert (data is None) == bool(problems)
    assert all(isinstance(problem, Finding) and str(problem) for problem in problems)
    assert all(1 <= problem.line <= text.count("\n") + 1 for problem in problems if problem.line)
    assert parse(text, kind) == (data, problems)
    slips(text, kind)
    positions(text, kind)


@given(st.binary(max_size=60) | TEXTS.map(lambda text: text.encode("utf-8", "replace")))
def test_whatever_bytes_there_are(raw):
    text, problems = decode(raw)
    assert not (text and problems)
    assert problems or text == raw.decode("utf-8-sig")


@given(TEXTS)
def test_what_tomllib_refuses_is_refused_and_what_it_takes_has_no_slips(text):
    try:
        tomllib.loads(text.removeprefix("\ufeff"))
    except ValueError:
        assert parse(text, "toml")[0] is None
    else:
        assert {slip.code for slip in slips(text, "toml")} <= {"slip.brackets"}


@given(TEXTS)
def test_what_json_refuses_is_refused_and_what_it_takes_has_no_slips(text):
    try:
        json.loads(text.removeprefix("\ufeff"))
    except ValueError:
        assert parse(text, "json")[0] is None
    else:
        assert {slip.code for slip in slips(text, "json")} <= {"file.duplicate", "slip.nothing"}
