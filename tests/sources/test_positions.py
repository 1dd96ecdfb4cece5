"""Each path of a file, its line, and the text of its value, as tomllib and json read it."""

import json
import re
import tomllib
from datetime import date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rencontres.sources.positions import positions
from rencontres.sources.slips import slips

TOML = '''\
# what people write
rencontres = 1
title.fr = "5es"
"quoted key".'of two' = 1

[sides.fr]  # a header
name = { fr = "partie", zh-Hans = "法方" }
languages = [
  "fr",  # the first
  "en",
]
text = """
several
lines"""

[ "sessions" . s-1 . roles ]
moderator = ["a", ["b", "c"]]

[[registrations]]
person = "dupont"
[[registrations]]
person = "martin"
[registrations.more]
x = 2016-10-29 10:00:00
'''

JSON = """\
{
  "title": {"fr": "5es",
            "zh-Hans": "x"},
  "sides": {
    "fr": {
      "languages": ["fr",
                    "en"]
    }
  },
  "q\\"k\\u00e9": 1
}
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("rencontres",), 2),
        (("title",), 3),
        (("title", "fr"), 3),
        (("title", "zh-Hans"), 3),  # not there: the table that it would be in
        (("quoted key", "of two"), 4),
        (("sides",), 6),
        (("sides", "fr"), 6),
        (("sides", "fr", "name", "zh-Hans"), 7),
        (("sides", "fr", "languages"), 8),
        (("sides", "fr", "languages", 0), 9),
        (("sides", "fr", "languages", 1), 10),
        (("sides", "fr", "languages", 2), 8),
        (("sides", "fr", "text"), 12),
        (("sessions", "s-1", "roles", "moderator", 1, 1), 17),
        (("sessions", "s-1", "room"), 16),
        (("registrations",), 19),
        (("registrations", 0), 19),
        (("registrations", 1), 21),
        (("registrations", 1, "person"), 22),
        (("registrations", 1, "more"), 23),
        (("registrations", 1, "more", "x"), 24),
        (("workshops", "w1"), None),
        ((), None),
    ],
)
def test_lines_in_toml(path, line, end):
    assert positions(TOML.replace("\n", end), "toml").line(path) == line


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title", "zh-Hans"), 3),
        (("sides", "fr", "languages", 0), 6),
        (("sides", "fr", "languages", 1), 7),
        (("sides", "fr", "nothing", 1), 5),
        (('q"ké',), 10),
        (("nothing",), None),
    ],
)
def test_lines_in_json(path, line, end):
    assert positions(JSON.replace("\n", end), "json").line(path) == line


def test_a_value_may_stand_below_its_key():
    spot = positions('{"a":\n\n  [1]}', "json")["a",]
    assert (spot.line, spot.value_line) == (1, 3)
    assert '{"a":\n\n  [1]}'[spot.start : spot.end] == "[1]"


def test_a_table_that_is_opened_after_its_own_stands_at_its_header():
    text = "[a.b]\nx = 1\n[a]\ny = 1\n"
    found = positions(text, "toml")
    assert {path: found[path].line for path in found} == {
        ("a",): 3,
        ("a", "b"): 1,
        ("a", "b", "x"): 2,
        ("a", "y"): 4,
    }


@pytest.mark.parametrize(
    ("text", "kind", "there"),
    [
        ('a = 1\nb = "x\n[c]\nd = 2', "toml", {("a",), ("b",), ("c",), ("c", "d")}),
        ("a = [1, 2\nb = 1", "toml", {("a",), ("a", 0), ("a", 1), ("b",)}),
        ('a = """\nb = 1', "toml", {("a",)}),
        ('{"a": [1, {"b": ', "json", {("a",), ("a", 0), ("a", 1)}),
        ("", "json", set()),
        ("", "toml", set()),
    ],
)
def test_what_can_be_read_of_a_broken_file_is_there(text, kind, there):
    assert set(positions(text, kind)) == there


# --- laws ----------------------------------------------------------------------------------------

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=12)
LINES = st.lists(WORDS, max_size=3).map("\n".join)
BARE = st.from_regex("[A-Za-z0-9_-]{1,6}", fullmatch=True)
KEYS = BARE | st.sampled_from(
    ["", "a b", "été", "第五届", 'q"q', "l'a", "a.b", "#", "=", "[x]", "a\\"]
)
OFFSETS = st.integers(-23 * 60, 23 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
SCALARS = (
    st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | WORDS
)
TIMES = st.dates() | st.times() | st.datetimes() | st.datetimes(timezones=OFFSETS)
VALUES = st.recursive(
    SCALARS | LINES | TIMES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)
TABLES = st.dictionaries(KEYS, VALUES, max_size=5)


class Author:
    """Writes data as TOML in one of the many ways that people and programs have."""

    def __init__(self, data):
        self.draw = data.draw
        self.blank = st.sampled_from(["", " ", "  ", "\t"])

    def pick(self, *options):
        return self.draw(st.sampled_from(options))

    def gap(self):
        return self.draw(self.blank)

    def key(self, name):
        if re.fullmatch("[A-Za-z0-9_-]+", name) and self.draw(st.booleans()):
            return name
        literal = "'" not in name and self.draw(st.booleans())
        return f"'{name}'" if literal else json.dumps(name)

    def dotted(self, names):
        return self.pick(".", " . ", ". ").join(self.key(name) for name in names)

    def text(self, words):
        styles = ["basic", "long"]
        if words.isprintable() and "'" not in words:
            styles.append("literal")
        if "'''" not in words and not words.endswith("'") and "\r" not in words:
            styles.append("long literal")
        style = self.pick(*styles)
        if style == "literal":
            return f"'{words}'"
        if style == "long literal":
            return f"'''\n{words}'''"
        basic = json.dumps(words, ensure_ascii=self.draw(st.booleans()))
        # JSON writes characters beyond the first plane as two halves; TOML has no halves.
        basic = json.dumps(words, ensure_ascii=False) if "\\ud" in basic else basic
        if style == "basic":
            return basic
        start = self.pick("", "\n", "\\\n   ") if words[:1].strip() else "\n"
        inside = basic[1:-1].replace("\\n", self.pick("\n", "\\n"))
        return f'"""{start}{inside}"""'

    def scalar(self, value):
        if isinstance(value, bool):
            return str(value).lower()
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, datetime):
            return value.isoformat(self.pick("T", " ", "t"))
        if isinstance(value, date | time):
            return value.isoformat()
        if isinstance(value, int) and value >= 0:
            return self.pick(str(value), hex(value), f"+{value}", f"{value:_}")
        return repr(value)

    def value(self, value):
        if isinstance(value, list):
            return self.list(value)
        if isinstance(value, dict):
            pairs = (
                f"{self.key(k)}{self.gap()}={self.gap()}{self.value(v)}" for k, v in value.items()
            )
            return "{" + self.gap() + f"{self.gap()},{self.gap()}".join(pairs) + self.gap() + "}"
        return self.scalar(value)

    def list(self, values):
        between = self.pick("", " ", "\n", "\n  # « “，” \n\t")
        items = f"{between},{between}".join(self.value(value) for value in values)
        last = self.pick("", ",") if values else ""
        return f"[{between}{items}{between}{last}{between}]"

    def line(self, names, value):
        comment = self.pick("", "", "  # “comment” ＝", "#")
        return f"{self.gap()}{self.dotted(names)}{self.gap()}={self.gap()}{self.value(value)}{comment}\n"

    def table(self, path, table):
        """Return the lines of a table: first what stands in it, then the tables below it."""
        here, below = "", ""
        for name, value in table.items():
            tables = isinstance(value, list) and value and all(isinstance(v, dict) for v in value)
            if isinstance(value, dict) and value and self.draw(st.booleans()):
                here += "".join(self.line([name, k], v) for k, v in value.items())
            elif isinstance(value, dict) and self.draw(st.booleans()):
                below += f"{self.gap()}[{self.dotted([*path, name])}]\n"
                below += self.table([*path, name], value)
            elif tables and self.draw(st.booleans()):
                for item in value:
                    below += f"[[{self.gap()}{self.dotted([*path, name])}{self.gap()}]] # one\n"
                    below += self.table([*path, name], item)
            else:
                here += self.line([name], value) + self.pick("", "\n", "# «x» ： “\n")
        return here + below

    def document(self, data):
        text = self.table([], data)
        return self.pick("", "\ufeff") + text.replace("\n", self.pick("\n", "\r\n"))


def paths(value, path=()):
    if path:
        yield path, value
    inner = value.items() if isinstance(value, dict) else ()
    inner = enumerate(value) if isinstance(value, list) else inner
    for key, below in inner:
        yield from paths(below, (*path, key))


@given(TABLES, st.data())
def test_each_path_of_a_toml_file_has_its_place_and_its_text(data, draws):
    text = Author(draws).document(data)
    parsed = tomllib.loads(text.removeprefix("\ufeff"))
    found = positions(text, "toml")
    assert set(found) == {path for path, _ in paths(parsed)}
    for path, value in paths(parsed):
        spot = found[path]
        assert text.count("\n", 0, spot.start) + 1 == spot.value_line
        if spot.start < spot.end:
            assert tomllib.loads(f"v = {text[spot.start : spot.end]}") == {"v": value}


@given(TABLES, st.data())
def test_a_toml_file_that_is_right_has_no_slips(data, draws):
    text = Author(draws).document(data)
    # `[[sessions.x]]` is right for TOML, and told all the same.
    assert [slip for slip in slips(text, "toml") if not slip.value("found").startswith("[[")] == []


JSON_VALUES = st.recursive(
    SCALARS | LINES | st.none(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=12,
)


@given(
    st.dictionaries(WORDS, JSON_VALUES, max_size=5),
    st.sampled_from([None, 0, 2, "\t"]),
    st.booleans(),
    st.sampled_from([(",", ":"), (" , ", " :\t"), (",\n", ":\n ")]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_each_path_of_a_json_file_has_its_place_its_text_and_no_slip(
    data, indent, ascii, signs, end
):
    text = json.dumps(data, indent=indent, ensure_ascii=ascii, separators=signs).replace("\n", end)
    found = positions(text, "json")
    assert set(found) == {path for path, _ in paths(data)}
    for path, value in paths(data):
        spot = found[path]
        assert text.count("\n", 0, spot.start) + 1 == spot.value_line
        assert json.loads(text[spot.start : spot.end]) == value
    assert slips(text, "json") == []
