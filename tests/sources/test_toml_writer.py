"""What is written as TOML is read as the same data, and looks as people would write it."""

import tomllib
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rencontres.sources.reading import parse
from rencontres.sources.slips import slips
from rencontres.sources.toml_writer import toml


def test_layout():
    data = {
        "rencontres": 1,
        "title": {"fr": "5es Rencontres", "zh-Hans": "第五届"},
        "languages": ["fr", "zh-Hans"],
        "empty": {},
        "sessions": {
            "s-w2": {
                "day": date(2016, 10, 29),
                "hours": "09:00-10:30",
                "title": {"fr": "Développement durable"},
                "roles": {"moderator": {"jean-dupont": "confirmed"}, "speaker": []},
                "interpretation": {"between": ["fr", "zh"], "mode": "simultaneous"},
                "items": [
                    {"title": {"fr": "Ouverture par les présidents"}, "minutes": 10},
                    {"title": {"fr": "Partage d’expériences"}, "roles": {"speaker": ["li-si"]}},
                ],
                "description": {"fr": "Une ligne,\npuis une autre.\n"},
            },
            "s.3": {},
        },
        "registrations": [{"person": "dupont"}, {"person": "martin", "extra": {"badge": True}}],
        "rooms": {"salle-1": {"name": "Salle 1"}},
    }
    text = toml(data, tables=["sides", "sessions", "rooms"])
    assert (
        text
        == '''\
rencontres = 1
title.fr = "5es Rencontres"
title.zh-Hans = "第五届"
languages = ["fr", "zh-Hans"]
empty = {}

[sessions.s-w2]
day = 2016-10-29
hours = "09:00-10:30"
title.fr = "Développement durable"
roles.moderator = { jean-dupont = "confirmed" }
roles.speaker = []
interpretation.between = ["fr", "zh"]
interpretation.mode = "simultaneous"
items = [
    { title = { fr = "Ouverture par les présidents" }, minutes = 10 },
    { title = { fr = "Partage d’expériences" }, roles = { speaker = ["li-si"] } },
]
description.fr = """
Une ligne,
puis une autre.
"""

[sessions."s.3"]

[rooms.salle-1]
name = "Salle 1"

[[registrations]]
person = "dupont"

[[registrations]]
person = "martin"
extra.badge = true
'''
    )
    assert tomllib.loads(text) == data


def test_nothing_is_an_empty_file():
    assert toml({}) == ""


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (True, "true"),
        (-3, "-3"),
        (2.0, "2.0"),
        (1e300, "1e+300"),
        (date(2016, 10, 29), "2016-10-29"),
        (time(9, 30), "09:30:00"),
        (datetime(2016, 10, 29, 9, 30), "2016-10-29T09:30:00"),
        (datetime(2016, 10, 29, 9, 30, tzinfo=UTC), "2016-10-29T09:30:00Z"),
        (datetime(2016, 10, 29, 9, 30, tzinfo=ZoneInfo("Asia/Tokyo")), "2016-10-29T09:30:00+09:00"),
        (
            datetime(1890, 1, 1, tzinfo=timezone(timedelta(minutes=9, seconds=21))),
            "1889-12-31T23:50:39Z",
        ),
        ("plain", '"plain"'),
        ("a\u202f»", '"a\u202f»"'),
        ('the "quoted" \\ one', '"the \\"quoted\\" \\\\ one"'),
        (
            "bell \x07, line \u2028, mark \ufeff, next \x85",
            '"bell \\u0007, line \\u2028, mark \\uFEFF, next \\u0085"',
        ),
        ("trailing \nspace", '"trailing \\nspace"'),
        ("return\r\nfeed", '"return\\r\\nfeed"'),
        ("\n", '"""\n\n"""'),
        ('a\n"""b""""\nc"', '"""\na\n""\\"b""\\""\nc\\""""'),
        (("a", ["b"]), '["a", ["b"]]'),
        ({"a b": {"": 1}}, None),
    ],
)
def test_values(value, written):
    text = toml({"v": value})
    if written is not None:
        assert text == f"v = {written}\n"
    loaded = tomllib.loads(text)["v"]
    assert loaded == (list(value) if isinstance(value, tuple) else value)
    assert type(loaded) is (list if isinstance(value, tuple) else type(value))


def test_only_tables_of_tables_are_headed():
    data = {"sides": {"fr": {"x": 1}, "note": "text"}, "rooms": {}, "title": {"fr": {"a": 1}}}
    assert toml(data, tables=["sides", "rooms"]) == (
        'sides.fr = { x = 1 }\nsides.note = "text"\nrooms = {}\ntitle.fr = { a = 1 }\n'
    )


def test_lists_are_broken_only_where_a_line_would_be_too_long():
    short = ["a" * 40, "b" * 40]
    assert toml({"v": short}).count("\n") == 1
    assert toml({"v": [*short, "c" * 40]}).split("\n")[1:-2] == [
        f'    "{letter * 40}",' for letter in "abc"
    ]


# --- laws ----------------------------------------------------------------------------------------

KEYS = st.text(st.characters(exclude_categories=["Cs"]), max_size=6) | st.sampled_from("abc")
OFFSETS = st.integers(-23 * 60, 23 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
TEXTS = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from("\"\\\r\n\t “”«»＝：\u00a0#'"),
    max_size=20,
)
SCALARS = (
    TEXTS
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.dates()
    | st.times()
    | st.datetimes()
    | st.datetimes(timezones=OFFSETS)
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=10,
)
THINGS = st.dictionaries(KEYS, st.dictionaries(KEYS, VALUES, max_size=3), max_size=3)
DATA = st.dictionaries(KEYS, VALUES | THINGS, max_size=5)


def typed(value):
    """Return a value with its types: `1 == True == 1.0`, and moments forget their offset."""
    if isinstance(value, dict):
        return {key: typed(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [typed(inner) for inner in value]
    offset = value.utcoffset() if isinstance(value, datetime) else None
    return type(value).__name__, value, repr(value) if isinstance(value, float) else offset


@given(DATA, st.sets(st.sampled_from("abc")))
def test_what_is_written_is_read_again(data, tables):
    text = toml(data, tables=tables)
    assert typed(tomllib.loads(text)) == typed(data)
    assert text == "" or text.endswith("\n")
    assert all(line == line.rstrip() for line in text.splitlines())


@given(DATA, st.sets(st.sampled_from("abc")))
def test_what_is_written_has_no_slips(data, tables):
    assert slips(toml(data, tables=tables), "toml") == []


@given(DATA, st.sets(st.sampled_from("abc")))
def test_what_is_written_is_read_by_the_reader_unless_it_holds_control_characters(data, tables):
    read, problems = parse(toml(data, tables=tables), "toml")
    assert {problem.code for problem in problems} <= {"file.character"}
    assert (read is None) == bool(problems)
    assert read is None or typed(read) == typed(data)
