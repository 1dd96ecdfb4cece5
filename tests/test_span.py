"""Moments and spans: a zone with a name, a clock time that exists, one form each."""

import pickle
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from importlib import resources
from io import BytesIO
from pathlib import Path
from zoneinfo import TZPATH, ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from rencontres.errors import DossierError
from rencontres.span import Span, before, beside, clock, fault, key_of, named, zone


def again(value):
    """Return a value as another process would get it."""
    return pickle.loads(pickle.dumps(value))  # noqa: S301 - our own bytes


PARIS, SHANGHAI, APIA = (ZoneInfo(key) for key in ("Europe/Paris", "Asia/Shanghai", "Pacific/Apia"))
ZONES = st.sampled_from(
    [
        "Europe/Paris",
        "Asia/Shanghai",
        "UTC",
        "America/Sao_Paulo",
        "Asia/Tokyo",
        "Australia/Lord_Howe",
        "Pacific/Apia",
        "Asia/Kathmandu",
        "Africa/Casablanca",
    ]
).map(ZoneInfo)
MOMENTS = st.builds(
    lambda naive, tz, fold: naive.replace(tzinfo=tz, fold=fold),
    st.datetimes(datetime(1950, 1, 1), datetime(2060, 1, 1)),
    ZONES,
    st.integers(0, 1),
)


@pytest.fixture
def paris_file():
    """Find the file of a zone, in the system or in the package tzdata."""
    found = [path for folder in TZPATH if (path := Path(folder) / "Europe/Paris").is_file()]
    return (found[0] if found else resources.files("tzdata") / "zoneinfo/Europe/Paris").read_bytes()


class Offset(tzinfo):
    """An offset that looks like a zone."""

    key = "Europe/Paris"

    def utcoffset(self, _):
        return timedelta(hours=1)


@pytest.mark.parametrize(
    "key", ["Europe/Paris", "UTC", "Etc/GMT+8", "America/Argentina/Buenos_Aires", "CET"]
)
def test_a_name_of_the_database_is_a_zone(key):
    assert zone(key).key == key
    assert zone(key) is zone(key)


@pytest.mark.parametrize(
    "key",
    [
        "",
        " ",
        "Europe",
        "Europe/",
        "/etc/localtime",
        "../../etc/passwd",
        "Europe/../Europe/Paris",
        "Europe\\Paris",
        "Europe/Paris\0",
        "Europe/Paris\n",
        "Mars/Base",
        "localtime",
        "posixrules",
        "Factory",
        "right/Europe/Paris",
        "posix/UTC",
        "tzdata.zi",
        "zone.tab",
        "+08:00",
        "UTC+8",
        "x" * 300,
        "a/" * 150 + "a",
        "欧洲/巴黎",
    ],
)
def test_a_hostile_or_unknown_name_is_no_zone(key):
    with pytest.raises(ValueError, match="no time zone is called") as refused:
        zone(key)
    assert len(str(refused.value)) < 300


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("Paris", "Europe/Paris"),
        ("Europe/Pariss", "Europe/Paris"),
        ("asia/shanghai", "Asia/Shanghai"),
        ("Mexico City", "America/Mexico_City"),
    ],
)
def test_a_misspelt_zone_leads_to_the_one_meant(key, meant):
    with pytest.raises(ValueError, match=f"did you mean {meant}"):
        zone(key)


@pytest.mark.parametrize(
    ("moment", "reason"),
    [
        (datetime(2016, 10, 29, 9), "needs a time zone"),
        (
            datetime(2016, 10, 29, 9, tzinfo=timezone(timedelta(hours=8))),
            "datetime.timezone has no IANA name",
        ),
        (datetime(2016, 10, 29, 9, tzinfo=Offset()), "Offset has no IANA name"),
        (
            datetime(2016, 3, 27, 2, 30, tzinfo=PARIS),
            "02:30 does not exist on 2016-03-27 in Europe/Paris",
        ),
        (
            datetime(2011, 12, 30, 9, tzinfo=APIA),
            "09:00 does not exist on 2011-12-30 in Pacific/Apia",
        ),
        (datetime(1, 1, 1, 9, tzinfo=PARIS), "year must lie between"),
        (datetime(9999, 12, 31, tzinfo=SHANGHAI), "year must lie between"),
    ],
    ids=[
        "naive",
        "fixed offset",
        "lookalike",
        "gap",
        "day that never was",
        "first year",
        "last year",
    ],
)
def test_a_moment_that_no_clock_shows_has_a_fault(moment, reason):
    assert reason in fault(moment)


def test_a_fixed_offset_leads_to_the_way_out():
    moment = datetime(2016, 10, 29, 9, tzinfo=timezone.max)
    assert "moment.astimezone(zoneinfo.ZoneInfo('Asia/Tokyo'))" in fault(moment)


def test_a_zone_read_from_a_file_has_a_name_or_a_fault(paris_file):
    nameless = ZoneInfo.from_file(BytesIO(paris_file))
    assert "no IANA name" in fault(datetime(2016, 10, 29, 9, tzinfo=nameless))
    forged = ZoneInfo.from_file(BytesIO(paris_file), key="../../etc/passwd")
    moment = named(datetime(2016, 10, 29, 9, tzinfo=forged))
    assert fault(moment) == "no time zone is called '../../etc/passwd'"
    foreign = ZoneInfo.from_file(BytesIO(paris_file), key="Asia/Shanghai")
    assert named(datetime(2016, 10, 29, 9, tzinfo=foreign)).tzinfo is SHANGHAI


def test_utc_of_datetime_is_the_zone_utc():
    moment = named(datetime(2016, 10, 29, 9, tzinfo=UTC))
    assert fault(datetime(2016, 10, 29, 9, tzinfo=UTC)) is None
    assert moment.tzinfo is zone("UTC")
    assert key_of(moment) == "UTC"


def test_another_object_of_the_same_zone_becomes_the_same():
    moment = datetime(2016, 10, 29, 9, tzinfo=ZoneInfo.no_cache("Europe/Paris"))
    assert named(moment).tzinfo is PARIS


def test_a_subclass_of_datetime_becomes_a_datetime():
    class Stamp(datetime):
        pass

    stamp = named(Stamp(2016, 10, 30, 2, 30, tzinfo=PARIS, fold=1))
    assert type(stamp) is datetime
    assert stamp.fold == 1


def test_a_fold_that_says_nothing_is_dropped_and_one_that_does_is_kept():
    assert named(datetime(2016, 10, 29, 9, tzinfo=PARIS, fold=1)).fold == 0
    assert named(datetime(2016, 10, 30, 2, 30, tzinfo=PARIS, fold=1)).fold == 1
    assert named(datetime(2016, 10, 30, 3, 0, tzinfo=PARIS, fold=1)).fold == 0


def test_what_has_no_zone_is_left_as_it_is():
    assert named(None) is None
    assert named("soon") == "soon"
    assert named(datetime(2016, 10, 29, 9)).tzinfo is None


@given(MOMENTS)
def test_a_moment_has_a_fault_exactly_if_its_clock_never_shows_it(moment):
    back = moment.astimezone(UTC).astimezone(moment.tzinfo)
    assert (fault(moment) is None) == (back.replace(tzinfo=None) == moment.replace(tzinfo=None))


@given(MOMENTS)
def test_a_named_moment_is_the_same_instant_and_its_own_form(moment):
    assert named(moment).astimezone(UTC) == moment.astimezone(UTC)
    assert clock(named(named(moment))) == clock(named(moment))


@given(MOMENTS, MOMENTS)
def test_before_is_the_clock_of_the_world(first, second):
    assert before(first, second) == (first.timestamp() < second.timestamp())


@given(MOMENTS, MOMENTS)
def test_a_span_goes_forward_in_one_zone(start, end):
    assume(fault(named(start)) is None)
    assume(fault(named(end)) is None)
    if not before(start, end):
        with pytest.raises(DossierError, match="the end is not after the start"):
            Span(start, end)
        return
    span = Span(start, end)
    assert span.end.tzinfo is span.start.tzinfo
    assert span.duration == end.astimezone(UTC) - start.astimezone(UTC) > timedelta(0)
    assert again(span) == span
    assert hash(Span(start, end)) == hash(span)
    assert Span(span.start, span.end) == span


def test_two_spans_that_differ_in_fold_alone_differ():
    start = datetime(2016, 10, 30, 1, 30, tzinfo=PARIS)
    first, second = (datetime(2016, 10, 30, 2, 30, tzinfo=PARIS, fold=fold) for fold in (0, 1))
    assert Span(start, first) != Span(start, second)
    assert Span(start, second).duration - Span(start, first).duration == timedelta(hours=1)


def test_two_spans_that_differ_in_zone_alone_differ():
    end = datetime(2016, 10, 29, 12, tzinfo=UTC)
    utc = Span(datetime(2016, 10, 29, 9, tzinfo=UTC), end)
    paris = Span(datetime(2016, 10, 29, 11, tzinfo=PARIS), end)
    assert utc.start == paris.start
    assert utc != paris


def test_a_span_inside_the_repeated_hour_goes_forward():
    first = datetime(2016, 10, 30, 2, 45, tzinfo=PARIS)
    second = datetime(2016, 10, 30, 2, 15, tzinfo=PARIS, fold=1)
    assert Span(first, second).duration == timedelta(minutes=30)
    with pytest.raises(DossierError):
        Span(second, first)


def test_an_end_in_another_zone_is_kept_in_that_of_the_start():
    span = Span(datetime(2016, 10, 29, 9, tzinfo=SHANGHAI), datetime(2016, 10, 29, 4, tzinfo=PARIS))
    assert span.end == datetime(2016, 10, 29, 10, tzinfo=SHANGHAI)
    assert key_of(span.end) == "Asia/Shanghai"
    assert beside(span.start, span.end) is span.end


def test_all_faults_of_a_span_are_told_at_once():
    with pytest.raises(DossierError) as refused:
        Span(datetime(2016, 3, 27, 2, 30, tzinfo=PARIS), "noon")
    assert [problem.where for problem in refused.value.problems] == ["start", "end"]


def test_a_span_is_the_same_under_another_object_of_its_zone():
    first = ZoneInfo.no_cache("Europe/Paris")
    second = ZoneInfo.no_cache("Europe/Paris")
    start, end = datetime(2016, 10, 30, 2, 30, fold=1), datetime(2016, 10, 30, 4)
    spans = [Span(start.replace(tzinfo=z), end.replace(tzinfo=z)) for z in (first, second)]
    assert clock(start.replace(tzinfo=first)) == clock(start.replace(tzinfo=second))
    assert spans[0] == spans[1]
