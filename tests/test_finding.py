"""Problems as values: told in English, safely, and placed by ids."""

import pickle
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rencontres.finding import Finding, parts, path, visible
from rencontres.text import Text
from rencontres.when import When


def again(value):
    """Return a value as another process would get it."""
    return pickle.loads(pickle.dumps(value))  # noqa: S301 - our own bytes


def finding(message="%(id)s is missing", values=None, where="sessions.s1.start", line=None):
    return Finding("x.y", "error", where, message, {"id": "s1"} if values is None else values, line)


def test_a_finding_says_where_and_what():
    assert str(finding()) == "sessions.s1.start: s1 is missing"
    assert str(finding(line=12)) == "line 12, sessions.s1.start: s1 is missing"
    assert str(finding(where="")) == "s1 is missing"


def test_values_are_told_in_plain_english():
    values = {
        "id": Text(fr="atelier", en="workshop"),
        "due": When("2016-05", before=True),
        "all": ("a", 2),
        "day": date(2016, 5, 9),
    }
    told = finding("%(id)s, %(due)s, %(all)s, %(day)s", values)
    assert told.text == "workshop, before 2016-05, a, 2, 2016-05-09"
    assert told.value("day") == date(2016, 5, 9)
    assert told.value("nothing") is None


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("100 %% of %(id)s", "100 % of s1"),
        ("%(other)s of %(id)s", "%(other)s of s1"),
        ("5 % of %(id)s", "5 % of s1"),
        ("%d %(id)d", "%d %(id)d"),
    ],
)
def test_no_message_can_fail(message, text):
    assert finding(message).text == text


def test_a_value_is_never_read_as_a_message():
    assert (
        finding("%(id)s", {"id": "%(password)s %s", "password": "secret"}).text == "%(password)s %s"
    )


def test_values_are_a_sorted_tuple_whatever_they_were_given_as():
    assert finding(values={"b": 1, "a": 2}) == finding(values=[("b", 1), ("a", 2)])
    assert finding(values={"b": 1, "a": 2}).values == (("a", 2), ("b", 1))


def test_a_finding_is_hashable_and_picklable():
    told = finding(values={"id": Text(fr="atelier")})
    assert len({told, finding(values={"id": Text(fr="atelier")})}) == 1
    assert again(told) == told


@pytest.mark.parametrize(
    "hostile",
    ["\x1b[2J", "a\nerror: forged", "a\rb", "\u202egnp.exe", "\0", "\x9b31m", "\ud800", "\u2028"],
)
def test_a_hostile_value_cannot_move_the_cursor_or_forge_a_line(hostile):
    told = str(finding(values={"id": hostile}, where=path("sessions", hostile)))
    assert len(told.splitlines()) == 1
    assert told.isprintable()
    told.encode()


def test_the_spaces_of_french_and_the_characters_of_chinese_stay():
    assert visible("«\u00a0atelier\u202f!\u00a0»（成都）") == "«\u00a0atelier\u202f!\u00a0»（成都）"


def test_a_place_is_made_of_bare_words_where_it_can_be():
    assert path("sessions", "s1", "roles", "moderator", 0) == "sessions.s1.roles.moderator.0"
    assert path("organisations", "GB/T 2260", "é.") == 'organisations."GB/T 2260"."é."'
    assert path("a", "", "b") == "a.b"


@given(st.lists(st.text(min_size=1, max_size=8), max_size=5))
def test_a_place_comes_apart_as_it_was_put_together(names):
    assert parts(path(*names)) == tuple(names)
