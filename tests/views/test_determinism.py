"""The same dossier and the same reader give the same view, everywhere and always."""

import os
import pickle
import random
import subprocess
import sys
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rencontres import DATA, load
from rencontres.model import NOUNS, Dossier
from rencontres.testing.strategies import dossiers
from rencontres.views import Reader, view

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "tests/samples/day.toml"
SCRIPT = """
import sys
from rencontres import DATA, load
from rencontres.views import Reader, Selection, view
dossier = load(sys.argv[1])
for reader in (Reader("fr"), Reader("zh-Hans", "fr", audience="partners", zone="Europe/Paris")):
    seen = view(dossier, reader, Selection(events=["rencontres-5", "foire-ouest"]))
    for programme in (seen, *(seen.of(id_) for id_ in seen.holders)):
        sys.stdout.buffer.write(DATA.one(programme).body)
"""


def _run(**environment):
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(
        [sys.executable, "-c", SCRIPT, str(SAMPLE)],
        capture_output=True,
        check=True,
        env={**clean, **environment},
    ).stdout


def test_a_view_depends_on_no_hash_seed_no_zone_and_no_locale():
    one = _run(PYTHONHASHSEED="1", TZ="UTC", LANG="C")
    other = _run(PYTHONHASHSEED="2", TZ="Asia/Tokyo", LANG="fr_FR.UTF-8", PYTHONUTF8="0")
    assert one == other
    assert len(one) > 10_000


@given(st.data())
def test_a_view_depends_on_no_order_of_things(data):
    dossier = data.draw(dossiers())
    shuffled = random.Random(data.draw(st.integers(0, 99)))  # noqa: S311 - not a secret
    tables = {}
    for table in (*NOUNS, "registrations"):
        things = list(getattr(dossier, table))
        shuffled.shuffle(things)
        tables[table] = tuple(things)
    again: Dossier = attrs.evolve(dossier, **tables)
    reader = Reader("fr", audience="partners")
    assert DATA.one(view(again, reader)).body == DATA.one(view(dossier, reader)).body


@given(dossiers())
def test_a_view_is_a_value(dossier):
    reader = Reader("fr", "zh-Hans", audience="partners")
    one, other = view(dossier, reader), view(dossier, reader)
    assert one == other
    assert hash(one) == hash(other)
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 - our own bytes


def test_a_view_leaves_the_dossier_as_it_is():
    dossier = load(SAMPLE)
    before = pickle.dumps(dossier)
    DATA.one(view(dossier, Reader("fr", audience="internal", side="fr")))
    assert pickle.dumps(dossier) == before


@pytest.mark.parametrize(
    "change", [{"version": 4}, {"state": "final"}, {"languages": ("zh-Hans",)}]
)
def test_what_differs_differs(change):
    dossier = load(SAMPLE)
    assert view(attrs.evolve(dossier, **change), Reader("fr")) != view(dossier, Reader("fr"))
