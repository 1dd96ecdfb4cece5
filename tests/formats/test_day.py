"""The day whose texts were agreed upon, byte for byte."""

from datetime import UTC, datetime
from pathlib import Path

import attrs
import pytest

from rencontres import TEXT, Reader, load, publish, view

FOLDER = Path(__file__).parent / "day"
SAMPLE = Path(__file__).parents[1] / "samples" / "day.toml"
RELEASES = (datetime(2016, 9, 15, tzinfo=UTC), datetime(2016, 10, 1, tzinfo=UTC))
CASES = [
    ("fr", {}, "day.fr.txt"),
    ("zh-Hans", {}, "day.zh-Hans.txt"),
    ("fr+zh-Hans", {}, "day.fr+zh-Hans.interleaved.txt"),
    ("fr+zh-Hans", {"layout": "columns"}, "day.fr+zh-Hans.columns.txt"),
]


@pytest.fixture(scope="module")
def published():
    """The day in its third release, in which the workshop of room 3 left room 1."""
    dossier = load(SAMPLE)
    before = dossier.change("s-w4", room="salle-1")
    ledger = None
    for version, at in enumerate(RELEASES, 1):
        ledger = publish(attrs.evolve(before, version=version), ledger, at=at)
    return dossier, publish(dossier, ledger, at=datetime(2016, 10, 20, 8, tzinfo=UTC))


@pytest.mark.parametrize(("languages", "options", "name"), CASES, ids=[case[2] for case in CASES])
def test_the_day_is_written_as_agreed(published, languages, options, name):
    dossier, ledger = published
    seen = view(dossier, Reader(*languages.split("+")), ledger=ledger)
    body = TEXT.one(seen, TEXT.configure(options)).body
    assert body == (FOLDER / name).read_bytes()
