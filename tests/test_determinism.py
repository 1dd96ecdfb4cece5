"""The same dossier gives the same bytes: on every machine, in every order, in a fresh process."""

import hashlib
import json
import os
import random
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from rencontres import Reader, dump_data, find, installed, load_data, view
from rencontres.catalogue import OWNER

ROOT = Path(__file__).parents[1]
OCTOBER = ROOT / "examples/chengdu-2016/october.toml"
# What every process makes: each format that ships, for readers of every kind, whole and by person.
SCRIPT = """
import hashlib, json, sys
from pathlib import Path
from rencontres import Reader, dump, find, installed, load, view
from rencontres.catalogue import OWNER

readers = {
    "fr": Reader("fr"),
    "zh": Reader("zh-Hans"),
    "fr+zh": Reader("fr", "zh-Hans"),
    "zh+fr": Reader("zh-Hans", "fr"),
    "en": Reader("en", zone="Europe/Paris", typography="plain"),
    "tw": Reader("zh-Hant", "en", audience="partners"),
    "team": Reader("fr", audience="internal", side="fr"),
}
file, folder, order = sys.argv[1:]
dossier, made = load(file), {}
names = [entry.name for entry in installed() if entry.distribution == OWNER]
for key in sorted(readers, reverse=order == "backwards"):
    whole = view(dossier, readers[key])
    holders = list(whole.holders)
    copies = [whole, *(whole.of(id_) for id_ in holders[:6])]
    for name in sorted(names, reverse=order == "backwards"):
        for copy in copies[:1] if name == "feeds" else copies:
            for document in find(name)(copy):
                made[f"{key} {name} {document.path}"] = document.body
dump(dossier, Path(folder) / "again.toml")
dump(dossier, Path(folder) / "again.json")
for name in ("again.toml", "again.json"):
    made[name] = (Path(folder) / name).read_bytes()
digests = {name: hashlib.sha256(body).hexdigest() for name, body in made.items()}
sys.stdout.write(json.dumps(digests))
"""
MACHINES = [
    {"PYTHONHASHSEED": "1", "TZ": "UTC", "LANG": "C", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo", "LANG": "fr_FR.UTF-8", "LC_ALL": "fr_FR.UTF-8"},
    {
        "PYTHONHASHSEED": "3",
        "TZ": "America/St_Johns",
        "LANG": "zh_CN.GB18030",
        "LC_ALL": "zh_CN.GB18030",
        "LANGUAGE": "zh_CN:de",
        "PYTHONUTF8": "0",
    },
]
LOCAL = {"LANG", "LANGUAGE", "TZ", "PYTHONUTF8", "PYTHONIOENCODING"}


def _digests(folder, order, machine):
    clean = {
        name: value
        for name, value in os.environ.items()
        if name not in LOCAL and not name.startswith("LC_")
    }
    folder.mkdir()
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(OCTOBER), str(folder), order],
        capture_output=True,
        check=True,
        cwd=folder,
        env={**clean, **machine},
    )
    return json.loads(run.stdout)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    base = tmp_path_factory.mktemp("machines")
    orders = ["forwards", "backwards", "forwards"]
    return [
        _digests(base / f"machine-{number}", order, machine)
        for number, (order, machine) in enumerate(zip(orders, MACHINES, strict=True))
    ]


def test_everything_has_been_made(made):
    shipped = {entry.name for entry in installed() if entry.distribution == OWNER}
    assert {name.split()[1] for name in made[0] if " " in name} == shipped
    assert {"ics", "text", "data", "feeds"} <= shipped
    assert len(made[0]) > 7 * len(shipped)
    assert len(set(made[0].values())) > 100


def test_another_seed_zone_locale_folder_and_order_give_the_same_bytes(made):
    assert made[1] == made[0]


def test_a_third_machine_gives_them_too(made):
    assert made[2] == made[0]


def _shuffled(table, seed):
    """Return a dossier as a file would give it that somebody has written in another order."""
    order = random.Random(seed)  # noqa: S311 - not a secret
    keys = list(table)
    order.shuffle(keys)
    found = {}
    for key in keys:
        value = table[key]
        if isinstance(value, dict) and all(isinstance(each, dict) for each in value.values()):
            ids = list(value)
            order.shuffle(ids)
            value = {
                id_: dict(order.sample(list(value[id_].items()), len(value[id_]))) for id_ in ids
            }
        found[key] = value
    return found


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("name", ["october", "april"])
def test_the_order_of_a_file_does_not_matter(name, seed):
    raw = tomllib.loads((OCTOBER.parent / f"{name}.toml").read_text("utf-8"))
    mixed = _shuffled(raw, seed)
    assert list(mixed["organisations"]) != list(raw["organisations"])
    one, other = load_data(raw), load_data(mixed)
    assert other == one
    assert json.dumps(dump_data(other)) == json.dumps(dump_data(one))
    for reader in (Reader("fr", "zh-Hans"), Reader("zh-Hans", audience="partners")):
        for entry in installed():
            if entry.distribution == OWNER:
                renderer = find(entry.name)
                bodies = [
                    [hashlib.sha256(document.body).digest() for document in renderer(seen)]
                    for seen in (view(one, reader), view(other, reader))
                ]
                assert bodies[0] == bodies[1], entry.name
