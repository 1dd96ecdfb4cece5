"""Options and other plain classes from raw data: nothing coerced, everything told at once."""

from datetime import date, datetime
from typing import Literal

import pytest
from attrs import frozen

from rencontres import LoadError, OptionsError
from rencontres.strict import near, structure


@frozen
class Inner:
    wide: int = 80


@frozen
class Options:
    title: str = ""
    width: int = 80
    scale: float = 1.0
    bold: bool = False
    mode: Literal["short", "long"] = "short"
    since: date | None = None
    tags: tuple[str, ...] = ()
    pair: tuple[int, int] = (0, 0)
    words: frozenset[str] = frozenset()
    inner: Inner = Inner()
    inners: tuple[Inner, ...] = ()
    limit: int | date | None = None


@frozen
class Needed:
    name: str


def test_what_is_of_the_type_is_taken():
    raw = {
        "title": "T", "width": 3, "scale": 2, "bold": True, "mode": "long", "since": "2016-05-09",
        "tags": ["a", "b"], "pair": [1, 2], "words": ["x"], "inner": {"wide": 1},
        "inners": [{"wide": 2}, {}], "limit": date(2016, 5, 9),
    }  # fmt: skip
    assert structure(Options, raw) == Options(
        "T",
        3,
        2.0,
        True,
        "long",
        date(2016, 5, 9),
        ("a", "b"),
        (1, 2),
        frozenset({"x"}),
        Inner(1),
        (Inner(2), Inner()),
        date(2016, 5, 9),
    )
    assert type(structure(Options, {"scale": 2}).scale) is float
    assert structure(Options, {}) == Options()
    assert structure(Options, {"since": None}).since is None


@pytest.mark.parametrize(
    ("raw", "where"),
    [
        ({"title": 3}, "title"),
        ({"title": None}, "title"),
        ({"title": True}, "title"),
        ({"width": "3"}, "width"),
        ({"width": 3.0}, "width"),
        ({"width": True}, "width"),
        ({"width": 2**70}, "width"),
        ({"scale": "1.5"}, "scale"),
        ({"scale": float("nan")}, "scale"),
        ({"scale": float("inf")}, "scale"),
        ({"scale": False}, "scale"),
        ({"bold": 1}, "bold"),
        ({"bold": "false"}, "bold"),
        ({"mode": "shrot"}, "mode"),
        ({"mode": 1}, "mode"),
        ({"mode": ["short"]}, "mode"),
        ({"since": "09/05/2016"}, "since"),
        ({"since": "2016-02-30"}, "since"),
        ({"since": "20160509"}, "since"),
        ({"since": datetime(2016, 5, 9)}, "since"),
        ({"tags": "ab"}, "tags"),
        ({"tags": {"a": 1}}, "tags"),
        ({"tags": ["a", 3]}, "tags.1"),
        ({"words": "ab"}, "words"),
        ({"pair": [1]}, "pair"),
        ({"pair": [1, "2"]}, "pair.1"),
        ({"inner": []}, "inner"),
        ({"inner": {"wide": "1"}}, "inner.wide"),
        ({"inner": {"wdie": 1}}, "inner.wdie"),
        ({"inners": [{}, {"wide": None}]}, "inners.1.wide"),
        ({"limit": "soon"}, "limit"),
        ({"limit": 1.5}, "limit"),
        ({"tilte": "T"}, "tilte"),
        ({1: 2}, ""),
    ],
)
def test_nothing_is_coerced(raw, where):
    with pytest.raises(OptionsError) as caught:
        structure(Options, raw)
    assert [problem.where for problem in caught.value.problems] == [where]


def test_everything_is_told_at_once():
    with pytest.raises(OptionsError) as caught:
        structure(Options, {"title": 1, "width": "2", "mode": "x", "tags": [1, 2], "zz": 1})
    places = [problem.where for problem in caught.value.problems]
    assert places == ["title", "width", "mode", "tags.0", "tags.1", "zz"]


def test_an_unknown_key_is_told_with_the_nearest():
    with pytest.raises(OptionsError, match="did you mean `title`"):
        structure(Options, {"tilte": "T"})


def test_a_word_is_told_with_the_nearest():
    with pytest.raises(OptionsError, match="did you mean `short`"):
        structure(Options, {"mode": "Short"})


def test_a_missing_key_is_told():
    with pytest.raises(OptionsError) as caught:
        structure(Needed, {})
    assert [problem.where for problem in caught.value.problems] == ["name"]


@pytest.mark.parametrize("raw", [[], "x", 3, None])
def test_only_a_table_is_a_table(raw):
    with pytest.raises(OptionsError):
        structure(Options, raw)


def test_the_error_and_the_place_are_the_callers():
    with pytest.raises(LoadError) as caught:
        structure(Options, {"width": "2"}, "formats", "csv", error=LoadError)
    assert caught.value.problems[0].where == "formats.csv.width"


def test_a_value_that_refuses_itself_is_told():
    @frozen
    class Even:
        number: int

        def __attrs_post_init__(self):
            if self.number % 2:
                msg = "an odd number"
                raise ValueError(msg)

    assert structure(Even, {"number": 2}).number == 2
    with pytest.raises(OptionsError, match="an odd number"):
        structure(Even, {"number": 3})


def test_the_nearest_word_is_near():
    assert near("Strasborg", ["strasbourg", "bordeaux"]) == "strasbourg"
    assert near("xyz", ["strasbourg"]) == ""
