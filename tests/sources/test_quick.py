"""What is right is made quickly, what is wrong is told slowly: both ways agree on which is which."""

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rencontres import LoadError, dump_data, load_data
from rencontres.sources import structure
from rencontres.testing.strategies import dossiers

VALUES = [
    None, True, False, 0, -1, 1.0, "", "x", "fr", "2016", "2016-10-29", "confirmed", [], {}, ["x"],
    [None], {"x": "y"}, {"fr": "x"}, {"x": None}, {"x": {}}, [{}], ["fr", "en"], ("fr", "en"),
    date(2016, 1, 1), datetime(2016, 1, 1, 9), b"x",
]  # fmt: skip


def _places(node, real=()):
    """Yield the keys and indexes that lead to each value."""
    if real:
        yield real
    pairs = node.items() if isinstance(node, dict) else enumerate(node)
    for key, value in pairs:
        if isinstance(value, dict | list):
            yield from _places(value, (*real, key))
        else:
            yield (*real, key)


def _planted(node, real, value):
    if not real:
        return value
    copy = dict(node) if isinstance(node, dict) else list(node)
    copy[real[0]] = _planted(node[real[0]], real[1:], value)
    return copy


def _slowly(data, monkeypatch):
    made = structure._dossier

    def strictly(*given, strict):
        return made(*given, strict=True) if strict else None

    with monkeypatch.context() as patch:
        patch.setattr(structure, "_dossier", strictly)
        return _told(data)


def _told(data):
    try:
        return load_data(data)
    except LoadError as error:
        return error.problems


@settings(max_examples=60)
@given(dossiers(), st.data())
def test_both_ways_make_the_same_of_the_same(dossier, data):
    raw = dump_data(dossier)
    with pytest.MonkeyPatch.context() as monkeypatch:
        assert _slowly(raw, monkeypatch) == _told(raw) == dossier
        for real in data.draw(st.lists(st.sampled_from(list(_places(raw))), max_size=3)):
            for value in VALUES:
                wrong = _planted(raw, real, value)
                assert _slowly(wrong, monkeypatch) == _told(wrong)


def test_what_is_right_needs_no_reasons(monkeypatch):
    made = structure._dossier

    def quickly(*given, strict):
        assert not strict
        return made(*given, strict=False)

    monkeypatch.setattr(structure, "_dossier", quickly)
    data = {"namespace": "x", "languages": ["en"], "rooms": {"r": {"name": "R"}}}
    assert load_data({**data, "sessions": {"s": {"room": "r"}}})["s"].room == "r"
