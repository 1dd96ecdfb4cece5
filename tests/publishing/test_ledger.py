"""The text of a ledger: both ways, always the same; what is damaged is named."""

import json
import pickle
import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rencontres import LedgerError
from rencontres.model import Dossier, Event, Organisation, Role, Room, Session, Side
from rencontres.publishing import Ledger, publish
from rencontres.testing.strategies import dossiers
from rencontres.text import Text
from rencontres.when import When

FIRST = datetime(2016, 9, 15, 12, tzinfo=UTC)
NINE = datetime(2016, 10, 30, 2, 30, tzinfo=ZoneInfo("Europe/Paris"), fold=1)


def _ledger():
    dossier = Dossier(
        namespace="a.example",
        version=3,
        sides=(Side("fr", name=Text(fr="ici")),),
        organisations=(Organisation("cuf", name=Text(fr="CUF"), side="fr"),),
        rooms=(
            Room("r", name=Text(fr="Salle", zh_Hans="会议室")),
            Room("q", name=Text(fr="Autre")),
        ),
        events=(Event("e", title=Text(fr="Rencontres"), when=When("2016-10", before=True)),),
        sessions=(
            Session("s", event="e", title=Text(fr="Séance « une »\nou deux"), start=NINE, room="r"),
            Session("t", event="e", roles=(Role("organiser", "cuf"),)),
            Session("u", event="e"),
        ),
    )
    ledger = publish(dossier, None, at=FIRST)
    new = dossier.change("s", room="q").change("t", audience="internal").without("u")
    moved = new.change("s", start=NINE + timedelta(hours=4))
    return publish(attrs.evolve(moved, version=4), ledger, at=FIRST + timedelta(days=1))


def _raw(**changes):
    raw = json.loads(_ledger().to_json())
    for key, value in changes.items():
        raw[key] = value
    return raw


def _with(key, **changes):
    raw = _raw()
    for name, value in changes.items():
        raw["things"][key][name] = value
    return raw


def test_a_ledger_is_one_thing_a_line():
    text = _ledger().to_json()
    assert text.endswith("\n}}\n")
    assert len(text.splitlines()) == 8 + 1 + 4 + 1
    assert text == Ledger.from_json(text).to_json()


def test_a_ledger_goes_through_its_text_and_back():
    ledger = _ledger()
    for text in (ledger.to_json(), ledger.to_json().encode()):
        again = Ledger.from_json(text)
        assert again == ledger
        assert again.traces == ledger.traces
        assert list(again.traces) == sorted(ledger.traces)
    assert ledger.traces["session.s"].before.start.fold == 1
    [(circle, last)] = ledger.traces["session.t"].lost
    assert (circle.audience, last.sequence, last.at) == ("public", 1, ledger.published)


def test_a_ledger_of_before_is_read_as_what_it_said():
    ledger = _ledger()
    raw = json.loads(ledger.to_json())
    del raw["revised"]
    [[circle, sequence, at, *_]] = raw["things"]["session.t"]["lost"]
    raw["things"]["session.t"]["lost"] = [[circle], at, sequence]
    again = Ledger.from_json(json.dumps(raw))
    assert again.traces == ledger.traces
    assert again.revised == ledger.published


def test_a_ledger_is_a_value():
    ledger = _ledger()
    assert hash(ledger) == hash(_ledger())
    assert pickle.loads(pickle.dumps(ledger)) == ledger  # noqa: S301 - our own bytes
    assert ledger.get("session", "s").uid == "session.s@a.example"
    assert ledger.get("session", "nothing") is None


@given(dossiers(), st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)))
def test_the_ledger_of_any_dossier_goes_through_its_text_and_back(dossier, moment):
    ledger = publish(dossier, None, at=moment.replace(tzinfo=UTC))
    again = Ledger.from_json(ledger.to_json())
    assert again == ledger
    assert again.traces == ledger.traces
    assert again.to_json() == ledger.to_json()
    assert publish(dossier, again, at=moment.replace(tzinfo=UTC)) == ledger


def _refused(raw):
    text = raw if isinstance(raw, str | bytes) else json.dumps(raw)
    with pytest.raises(LedgerError) as caught:
        Ledger.from_json(text)
    return caught.value


@pytest.mark.parametrize(
    "text",
    [
        "", "[]", "null", "3", '"rencontres-ledger"', "{}", "{", b"\xff\xfe", b"\x80", "NaN",
        '{"rencontres-ledger": NaN}', "[" * 100_000, '{"rencontres-ledger": ' + "9" * 5000 + "}",
    ],
    ids=lambda text: repr(text)[:30],
)  # fmt: skip
def test_what_is_no_ledger_is_called_so(text):
    assert re.fullmatch(
        r"this is no ledger of rencontres(: line 1 is no JSON)?", str(_refused(text))
    )


@pytest.mark.parametrize("form", [0, 2, "1", None, True, 1.0])
def test_a_form_that_is_not_known_is_refused(form):
    assert "this version knows the form 1" in str(_refused(_raw(**{"rencontres-ledger": form})))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("namespace", 3),
        ("namespace", "a b"),
        ("namespace", "a\r\nX-EVIL:1"),
        ("published", "yesterday"),
        ("published", "2016-09-15T12:00:00"),
        ("published", None),
        ("version", "3"),
        ("version", True),
        ("version", -1),
        ("digest", "xyz"),
        ("digest", None),
        ("releases", []),
        ("releases", {"three": "0" * 16}),
        ("releases", {"3": "no"}),
        ("above", -2),
        ("above", 2**31),
        ("things", []),
        ("things", None),
        ("unknown", 1),
    ],
)
def test_the_place_of_a_damage_is_named(key, value):
    error = _refused(_raw(**{key: value}))
    assert [problem.where for problem in error.problems] == [key]
    assert str(error).startswith("this ledger is damaged\n")


@pytest.mark.parametrize(
    "changes",
    [
        {"uid": 3},
        {"uid": ""},
        {"uid": "a\r\nSTATUS:CANCELLED"},
        {"uid": "\ud800"},
        {"sequence": -1},
        {"sequence": 1.5},
        {"sequence": True},
        {"sequence": "1"},
        {"sequence": 2**31},
        {"created": "2016-13-01T00:00:00Z"},
        {"modified": 20160101},
        {"timing": "short"},
        {"words": None},
        {"title": {}},
        {"title": "words"},
        {"title": {"fr": " "}},
        {"title": {"no language": "a"}},
        {"now": []},
        {"now": {"start": ["2016-10-30T02:30:00", "Europe/Paris", 2]}},
        {"now": {"start": ["2016-03-27T02:30:00", "Europe/Paris", 0]}},
        {"now": {"start": ["2016-10-30T02:30:00+01:00", "Europe/Paris", 0]}},
        {"now": {"start": ["2016-10-30T02:30:00", "../../etc/passwd", 0]}},
        {"now": {"start": ["2016-10-30T02:30:00", "Europe/Paris"]}},
        {"now": {"start": "2016"}},
        {"now": {"when": ["some day", False]}},
        {"now": {"when": [None, False]}},
        {"now": {"room": 3}},
        {"before": None},
        {"event": "No Id"},
        {"event": None},
        {"circle": ["everybody"]},
        {"circle": []},
        {"circle": ["internal", "No Id"]},
        {"gone": 1},
        {"lost": 3},
        {"lost": "public"},
        {"lost": [["public"]]},
        {"lost": [[["public"], 1]]},
        {"lost": [[["public"], 1, "2016-09-15T12:00:00Z", {}, {}]]},
        {"lost": [[["public"], 1, "2016-09-15T12:00:00Z", {"fr": "a"}, []]]},
        {"parted": [["anne", 1, "2016-09-15T12:00:00Z", {"fr": "a"}]]},
        {"dated": []},
        {"lost": [[["public"]], "never", 1]},
        {"lost": [[["public"]], "2016-09-15T12:00:00Z", -1]},
        {"surprise": 1},
    ],
    ids=repr,
)
def test_a_damaged_thing_is_named(changes):
    error = _refused(_with("session.s", **changes))
    assert [problem.where for problem in error.problems] == ['things."session.s"']
    assert all(problem.text for problem in error.problems)


@pytest.mark.parametrize("key", ["s", "note.s", "session.", "session.A", "session.a.b", ""])
def test_a_key_that_is_none_is_named(key):
    raw = _raw()
    raw["things"][key] = raw["things"]["session.s"]
    assert len(_refused(raw).problems) >= 1


def test_one_identity_for_two_things_is_refused():
    raw = _raw()
    raw["things"]["session.t"]["uid"] = raw["things"]["session.s"]["uid"]
    (problem,) = _refused(raw).problems
    assert "session.s has the same identity" in problem.text


def test_a_key_that_stands_twice_is_refused():
    text = _ledger().to_json()
    line = next(line for line in text.splitlines() if line.startswith('"session.s"'))
    assert "session.s: it stands here twice" in str(
        _refused(text.replace(line, line + "\n" + line))
    )


def test_every_damage_is_told_at_once():
    raw = _with("session.s", uid=3)
    raw["things"]["event.e"]["sequence"] = None
    raw["version"] = "x"
    del raw["things"]["session.t"]["timing"]
    told = {problem.where: problem.text for problem in _refused(raw).problems}
    assert set(told) == {"version", 'things."session.s"', 'things."event.e"', 'things."session.t"'}
    assert told['things."session.t"'] == "timing is missing"


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
        max_leaves=8,
    ),
    st.data(),
)
def test_no_value_in_any_place_is_more_than_a_problem(value, data):
    raw = _raw()
    place = data.draw(st.sampled_from([*raw, *raw["things"]["session.s"]]))
    (raw if place in raw else raw["things"]["session.s"])[place] = value
    try:
        ledger = Ledger.from_json(json.dumps(raw))
    except LedgerError:
        return
    assert Ledger.from_json(ledger.to_json()).traces == ledger.traces
