"""The day of the samples, and what was published of it."""

from pathlib import Path

import pytest
from calendars import at, published

from rencontres.sources import load

SAMPLES = Path(__file__).parents[1] / "samples"


@pytest.fixture(scope="session")
def day():
    return load(SAMPLES / "day.toml")


@pytest.fixture(scope="session")
def second(day):
    """The day as its second release told it."""
    return day.change("pleniere-1", confirmation="proposed").change("s-w4", room="salle-1")


@pytest.fixture(scope="session")
def ledger(day, second):
    """Three publications: the plenary proposed, moved, confirmed; a workshop in another room."""
    first = second.change("pleniere-1", start=at(14), end=at(15, 30))
    return published(first, second, day)
