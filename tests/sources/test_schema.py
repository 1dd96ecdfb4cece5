"""The JSON Schema takes what loads, and refuses what a schema can see."""

import copy
import json
import tomllib
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings

from rencontres import dump_data, load, schema
from rencontres.testing.strategies import dossiers

jsonschema = pytest.importorskip("jsonschema")
ROOT = Path(__file__).parents[2]
FILES = sorted([*(ROOT / "tests/samples").glob("*.toml"), *(ROOT / "examples").glob("*/*.toml")])


@pytest.fixture(scope="module")
def validator():
    found = schema()
    jsonschema.Draft202012Validator.check_schema(found)
    return jsonschema.Draft202012Validator(found)


def _as_json(value):
    if isinstance(value, dict):
        return {key: _as_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_as_json(item) for item in value]
    return value.isoformat() if isinstance(value, date | datetime) else value


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_files_are_valid_as_they_are_written_and_as_data(validator, path):
    validator.validate(_as_json(tomllib.loads(path.read_text("utf-8"))))
    validator.validate(dump_data(load(path)))


def test_it_is_json_and_the_same_each_time():
    assert json.loads(json.dumps(schema())) == schema()
    assert json.dumps(schema()) == json.dumps(schema())


def test_every_key_is_described():
    found = schema()["$defs"]["Session"]["properties"]
    assert all("description" in found[key] for key in found if key not in ("zone", "day", "hours"))


@settings(max_examples=30)
@given(dossiers())
def test_every_dossier_is_valid(dossier):
    jsonschema.Draft202012Validator(schema()).validate(dump_data(dossier))


DAY = dump_data(load(ROOT / "tests/samples/day.toml"))


@pytest.mark.parametrize(
    ("where", "value"),
    [
        (["rencontres"], 2),
        (["namespace"], "not a name"),
        (["state"], "ready"),
        (["revised"], "2016-10-20"),
        (["revised"], "2016-10-20T10:00:00"),
        (["titel"], "T"),
        (["sides", "FR"], {"name": "F"}),
        (["sides", "fr", "country"], "fr"),
        (["sides", "fr", "name"], {}),
        (["sides", "fr", "name"], {"fr": ""}),
        (["sides", "fr", "name"], {"français": "F"}),
        (["sides", "fr", "languages"], "fr"),
        (["places", "chengdu", "position"], [91, 0]),
        (["places", "chengdu", "position"], [1, 2, 3]),
        (["rooms", "salle-1", "capacity"], "120"),
        (["rooms", "salle-1", "capacity"], -1),
        (["organisations", "cuf", "kind"], "netwrok"),
        (["people", "jean-dupont", "names"], {"fr": {"given": "J"}}),
        (["people", "jean-dupont", "posts"], {"title": "T"}),
        (["events", "rencontres-5", "when"], "in October"),
        (["events", "rencontres-5", "when"], {"befor": True}),
        (["events", "rencontres-5", "links"], {"backed": ["foire-ouest"]}),
        (["pairings", "sante", "ends"], {"fr": "pdl"}),
        (["pairings", "sante", "ends"], {"fr": {"pdl": "confirmd"}}),
        (["pairings", "sante", "ends"], {"fr": [{"confirmation": "confirmed"}]}),
        (["sessions", "s-w2", "hours"], "9h00"),
        (["sessions", "s-w2", "hours"], "09:00-25:00"),
        (["sessions", "s-w2", "day"], "29/10/2016"),
        (["sessions", "s-w2", "start"], "soon"),
        (["sessions", "s-w2", "roles"], {"modrator": []}),
        (["sessions", "s-w2", "roles"], {"moderator": {"jean-dupont": {"since": "2016"}}}),
        (["sessions", "s-w2", "interpretation"], {"between": ["fr"]}),
        (["sessions", "s-w2", "interpretation", "mode"], "loud"),
        (["sessions", "s-w2", "rooom"], "salle-1"),
        (["sessions", "s-w2", "open"], "yes"),
    ],
)
def test_what_a_schema_can_see_is_refused(validator, where, value):
    data = copy.deepcopy(DAY)
    table = data
    for key in where[:-1]:
        table = table[key]
    table[where[-1]] = value
    assert not validator.is_valid(data)
