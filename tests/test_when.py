"""Dates known more or less: what they may mean, at the earliest and at the latest."""

import pickle
from calendar import isleap
from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from rencontres.errors import DossierError
from rencontres.text import Text
from rencontres.when import When, bounds


def again(value):
    """Return a value as another process would get it."""
    return pickle.loads(pickle.dumps(value))  # noqa: S301 - our own bytes


YEARS = st.integers(1, 9999).map("{:04}".format)
POINTS = st.one_of(
    YEARS,
    st.builds("{}-{:02}".format, YEARS, st.integers(1, 12)),
    st.builds("{}-{}".format, YEARS, st.integers(21, 23)),
    st.dates().map(date.isoformat),
)


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2016", (2016, 1, 1), (2016, 12, 31)),
        ("0001", (1, 1, 1), (1, 12, 31)),
        ("9999", (9999, 1, 1), (9999, 12, 31)),
        ("2016-02", (2016, 2, 1), (2016, 2, 29)),
        ("2015-02", (2015, 2, 1), (2015, 2, 28)),
        ("1900-02", (1900, 2, 1), (1900, 2, 28)),
        ("2000-02", (2000, 2, 1), (2000, 2, 29)),
        ("9999-12", (9999, 12, 1), (9999, 12, 31)),
        ("2016-21", (2016, 3, 1), (2016, 5, 31)),
        ("2016-22", (2016, 6, 1), (2016, 8, 31)),
        ("2016-23", (2016, 9, 1), (2016, 11, 30)),
        ("2016-24", (2016, 12, 1), (2017, 2, 28)),
        ("2015-24", (2015, 12, 1), (2016, 2, 29)),
        ("2016-02-29", (2016, 2, 29), (2016, 2, 29)),
        ("0001-01-01", (1, 1, 1), (1, 1, 1)),
        ("9999-12-31", (9999, 12, 31), (9999, 12, 31)),
        ("2016-10-28/2016-10-30", (2016, 10, 28), (2016, 10, 30)),
        ("2016/2018", (2016, 1, 1), (2018, 12, 31)),
        ("2016-22/2016-24", (2016, 6, 1), (2017, 2, 28)),
        ("2016-10/2016-10-05", (2016, 10, 1), (2016, 10, 5)),
    ],
)
def test_every_kind_of_date_has_its_first_and_its_last_day(edtf, earliest, latest):
    when = When(edtf)
    assert (when.earliest, when.latest) == (date(*earliest), date(*latest))


@pytest.mark.parametrize(
    ("edtf", "latest"),
    [
        ("2016", (2015, 12, 31)),
        ("2016-03", (2016, 2, 29)),
        ("2016-22", (2016, 5, 31)),
        ("2016-24", (2016, 11, 30)),
        ("2016-05-09", (2016, 5, 8)),
        ("2016-10-28/2016-10-30", (2016, 10, 27)),
        ("0001-01-02", (1, 1, 1)),
    ],
)
def test_before_ends_the_day_before_and_begins_never(edtf, latest):
    when = When(edtf, before=True)
    assert (when.earliest, when.latest, when.day) == (None, date(*latest), None)
    assert when.plain() == f"before {edtf}"


def test_words_alone_are_still_to_be_resolved():
    when = When(words=Text(fr="avant l’été"))
    assert (when.earliest, when.latest, when.day) == (None, None, None)
    assert when.plain() == "avant l’été"


def test_a_day_is_the_one_day_it_means():
    assert When("2016-05-09").day == When("2016-05-09/2016-05-09").day == date(2016, 5, 9)
    assert When("2016-05").day is None


def test_a_date_is_taken_as_its_edtf():
    assert When(date(2016, 5, 9)) == When("2016-05-09")


@pytest.mark.parametrize(
    "edtf",
    [
        "",
        "16",
        "2016-5",
        "2016-5-9",
        "2016-13",
        "2016-00",
        "2016-20",
        "2016-25",
        "2016-02-30",
        "2015-02-29",
        "2016-22-01",
        "0000",
        "9999-24",
        "10000",
        "-0044",
        "2016-05-09T10:00",
        "09/05/2016",
        "2016/10/28",
        "2016/..",
        "/2016",
        "2016/",
        "2016//2017",
        "2016-10-30/2016-10-28",
        "2016-12/2016-05",
        "2016?",
        "201X",
        "２０１６",
        "2016-05-09\n",
        " 2016",
        "9 mai 2016",
        "avant l’été",
        "1" * 10_000,
    ],
)
def test_what_is_in_no_calendar_is_refused(edtf):
    with pytest.raises(DossierError) as refused:
        When(edtf)
    (problem,) = refused.value.problems
    assert problem.code == "when.invalid"
    assert len(str(problem)) < 200
    with pytest.raises(
        ValueError, match=r"is no date|is no period|in no calendar|before it begins"
    ):
        bounds(edtf)


@pytest.mark.parametrize(
    "value", [2016, 2016.5, True, datetime(2016, 5, 9, 10), b"in bytes", ["2016"]]
)
def test_another_type_is_refused_and_a_moment_is_no_date(value):
    with pytest.raises(DossierError, match="a date is EDTF"):
        When(value)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({}, "a date needs EDTF"),
        ({"before": True}, "a date needs EDTF"),
        ({"before": True, "words": Text(fr="l’été")}, "before says nothing without a date"),
        ({"when": "0001", "before": True}, "nothing lies before"),
        ({"when": "2016", "before": 1}, "before is True or False"),
        ({"when": "2016", "before": 10**5000}, "not of type int"),
        ({"when": "2016", "words": "été"}, "words are a Text"),
    ],
)
def test_what_says_nothing_is_refused(fields, reason):
    with pytest.raises(DossierError, match=reason):
        When(**fields)


@given(POINTS)
def test_the_first_day_is_never_after_the_last(edtf):
    when = When(edtf)
    assert when.earliest <= when.latest
    assert When(f"{edtf}/{edtf}").earliest == when.earliest
    assert (when.day is not None) == (when.earliest == when.latest)


@given(POINTS, POINTS)
def test_a_period_spans_from_the_first_to_the_last(first, last):
    assume(bounds(last)[1] >= bounds(first)[0])
    assert bounds(f"{first}/{last}") == (bounds(first)[0], bounds(last)[1])


@given(POINTS)
def test_before_and_the_period_itself_meet_without_a_gap(edtf):
    first = When(edtf).earliest
    assume(first > date.min)
    assert When(edtf, before=True).latest + timedelta(days=1) == first


@given(st.integers(1, 9998))
def test_four_seasons_and_twelve_months_make_a_year(year):
    seasons = [When(f"{year:04}-{season}") for season in (21, 22, 23, 24)]
    days = sum((s.latest - s.earliest).days + 1 for s in seasons)
    assert days == 365 + isleap(year + 1)
    months = [When(f"{year:04}-{month:02}") for month in range(1, 13)]
    assert sum((m.latest - m.earliest).days + 1 for m in months) == 365 + isleap(year)
    assert all(a.latest + timedelta(1) == b.earliest for a, b in pairwise(seasons))


@given(POINTS, st.booleans())
def test_a_date_is_hashable_picklable_and_equal_to_its_like(edtf, words):
    when = When(edtf, words=Text(fr="mai") if words else None)
    assert again(when) == when
    assert len({when, When(edtf, words=when.words)}) == 1
    assert when != When(edtf, words=Text(fr="autre"))
