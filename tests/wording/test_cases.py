"""The reviewed strings of cases.json, by code point."""

import json
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from rencontres.model import Name, Person
from rencontres.wording import Wording
from rencontres.wording.layout import wrap

CASES = json.loads(Path(__file__).with_name("cases.json").read_text("utf-8"))


def _day(wording: Wording, given: str, *, weekday: bool) -> str:
    return wording.day(date.fromisoformat(given), weekday=weekday)


def _days(wording: Wording, given: str) -> str:
    return wording.days(*map(date.fromisoformat, given.split(" / ")))


def _hours(wording: Wording, given: str, *, slot: bool) -> str:
    return wording.hours(*map(time.fromisoformat, given.split("-")), slot=slot)


def _moment(wording: Wording, given: str) -> str:
    first, _, other = given.partition(", other side ")
    *day, clock, zone = first.split()
    moment = datetime.fromisoformat(f"{day[0] if day else '2016-05-09'} {clock}")
    also = ZoneInfo(other) if other else None
    return wording.moment(moment.replace(tzinfo=ZoneInfo(zone)), also=also)


def _edition(wording: Wording, given: str, expected: str) -> str:
    number = int(given.partition(",")[0])
    title = expected.partition(" ")[2] or expected.partition("届")[2]
    if wording.tag == "fr":
        return f"{wording.ordinal(number, 'feminine', plural=True)} {title}"
    return f"{wording.ordinal(number)}届{title}"


def _labelled(wording: Wording, given: str) -> str:
    function, _, name = given.split(", ")
    given_name, family = name.split(" / ") if " / " in name else name.split("·")
    who = Person(id="a", names=(Name(wording.tag, family, given_name),), gender="masculine")
    glue = "" if wording.tag.startswith("zh") else " "
    return wording.label(function, "masculine") + glue + wording.person(who)


KINDS: dict[str, Callable[[Wording, str, str], str]] = {
    "date": lambda w, x, _: _day(w, x, weekday=False),
    "date, weekday": lambda w, x, _: _day(w, x, weekday=True),
    "date range": lambda w, x, _: _days(w, x),
    "date range, two consecutive days": lambda w, x, _: _days(w, x),
    "time, prose": lambda w, x, _: w.time(time.fromisoformat(x)),
    "time range, prose": lambda w, x, _: _hours(w, x, slot=False),
    "time range, slot": lambda w, x, _: _hours(w, x, slot=True),
    "time + zone": lambda w, x, _: _moment(w, x),
    "time + two zones": lambda w, x, _: _moment(w, x),
    "duration": lambda w, x, _: w.duration(timedelta(minutes=int(x.split()[0]))),
    "integer": lambda w, x, _: w.number(int(x)),
    "count": lambda w, x, _: w.count(int(x.split()[0]), x.split()[1].removesuffix("s")),
    "percent": lambda w, x, _: w.percent(float(x)),
    "edition": _edition,
    "list": lambda w, x, _: w.join(json.loads(x)),
    "quotation": lambda w, x, _: w.quote(x),
    "label + person": lambda w, x, _: _labelled(w, x),
    "wrap, 14 columns": lambda _, x, __: "\n".join(wrap(x, 14, "zh-Hans")),
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["id"]))
def test_the_reviewed_string(case):
    language = "zh-Hans" if case["locale"] == "any" else case["locale"]
    written = KINDS[case["kind"]](Wording(language), case["input"], case["expected"])
    assert written == case["expected"]


def test_every_kind_is_tried():
    assert {case["kind"] for case in CASES} == set(KINDS)
    assert len(CASES) == 28
