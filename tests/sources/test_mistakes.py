"""One mistake planted anywhere in a dossier that is right gives one problem, at its place."""

import copy
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rencontres import LoadError, dump_data, load, load_data
from rencontres.finding import path
from rencontres.testing.strategies import dossiers

ROOT = Path(__file__).parents[2]
FILES = sorted([*(ROOT / "tests/samples").glob("*.toml"), *(ROOT / "examples").glob("*/*.toml")])
OURS = ("roles", "ends")


def walk(node, told=(), real=()):
    """Yield each value with its place as findings tell it, and with its keys and indexes."""
    yield told, real, node
    if "extra" in real or told == ("rencontres",):
        return
    if isinstance(node, dict):
        listed = isinstance(real[-1] if real else None, int) and bool(set(OURS) & set(told))
        for key, value in node.items():
            if not (listed and key == "id"):
                yield from walk(value, (*told, key), (*real, key))
    elif isinstance(node, list):
        for position, value in enumerate(node):
            keyed = len(told) > 1 and told[-2] in OURS and isinstance(value, dict)
            name = value.get("id", position) if keyed else position
            yield from walk(value, (*told, name), (*real, position))


def planted(data, real, value):
    """Return a copy of data with another value somewhere."""
    data = copy.deepcopy(data)
    table = data
    for key in real[:-1]:
        table = table[key]
    table[real[-1]] = value
    return data


def problems(data):
    try:
        load_data(data)
    except LoadError as error:
        return [problem.where for problem in error.problems]
    return []


def wrong_types(data):
    for told, real, node in walk(data):
        if real and real[-1] != "limit" and "extra" not in real and real != ("rencontres",):
            place = (*told[:-1], real[-1]) if isinstance(real[-1], int) else told
            yield path(*place), planted(data, real, "x y" if isinstance(node, int | float) else 3.5)


def unknown_keys(data):
    for told, real, node in walk(data):
        if isinstance(node, dict) and "extra" not in real and told[:1] != ("rencontres",):
            yield path(*told, "nonsense"), planted(data, (*real, "nonsense"), 1)


def dangling(data):
    ids = {id_ for things in data.values() if isinstance(things, dict) for id_ in things}
    for told, real, node in walk(data):
        if isinstance(node, str) and node in ids and len(real) > 2 and "extra" not in real:
            place = (
                (*told[:-1], "no-such-thing")
                if told[-3:-2] and told[-3] in OURS and isinstance(real[-1], int)
                else told
            )
            yield path(*place), planted(data, real, "no-such-thing")


def _at_its_place(mistakes):
    count = 0
    for place, data in mistakes:
        assert problems(data) == [place]
        count += 1
    return count


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
@pytest.mark.parametrize("kind", [wrong_types, unknown_keys, dangling])
def test_every_mistake_in_samples_and_examples(file, kind):
    data = dump_data(load(file))
    mistakes = list(kind(data))
    # The large examples are gone through in steps: every kind of place is met all the same.
    assert _at_its_place(mistakes[:: max(1, len(mistakes) // 150)]) > 10


@settings(max_examples=40)
@given(dossiers(), st.data())
def test_any_mistake_in_any_dossier(dossier, data):
    raw = dump_data(dossier)
    kind = data.draw(st.sampled_from([wrong_types, unknown_keys]))
    mistakes = list(kind(raw))
    place, wrong = data.draw(st.sampled_from(mistakes))
    assert problems(wrong) == [place]
