"""What is written is what is read, and written again it is the same bytes."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings

from rencontres import dump_data, load, load_data
from rencontres.sources.saving import body_of
from rencontres.testing.strategies import dossiers

ROOT = Path(__file__).parents[2]
FILES = sorted([*(ROOT / "tests/samples").glob("*.toml"), *(ROOT / "examples").glob("*/*.toml")])


def _clocks(dossier):
    """Say the zones and folds of every moment: equal datetimes may differ in both."""
    moments = [dossier.revised]
    moments += [moment for session in dossier.sessions for moment in (session.start, session.end)]
    moments += [at for row in dossier.registrations for at in (row.arrival, row.departure)]
    return [
        (moment.replace(tzinfo=None), moment.tzinfo.key, moment.fold)
        for moment in moments
        if hasattr(moment, "tzinfo")
    ]


def _holds(dossier):
    again = load_data(dump_data(dossier))
    assert again == dossier
    assert _clocks(again) == _clocks(dossier)
    for kind in ("toml", "json"):
        body = body_of(dossier, kind)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, f"a.{kind}")
            path.write_bytes(body)
            again = load(path)
        assert again == dossier
        assert repr(again) == repr(dossier)
        assert _clocks(again) == _clocks(dossier)
        assert body_of(again, kind) == body


@settings(max_examples=60)
@given(dossiers())
def test_nothing_is_lost_and_nothing_is_added(dossier):
    _holds(dossier)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_it_holds_for_samples_and_examples(path):
    _holds(load(path))
