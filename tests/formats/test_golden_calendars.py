"""The calendars of the example, to the octet: whatever changes in them is seen and meant.

After a change that is meant: ``RENCONTRES_GOLDEN=write pytest tests/formats/test_golden_calendars.py``.
"""

import os
from pathlib import Path

import pytest

from rencontres.formats import ICS
from rencontres.sources import load
from rencontres.views import Reader, view

GOLDEN = Path(__file__).parent / "golden"
OCTOBER = Path(__file__).parents[2] / "examples/chengdu-2016/october.toml"


@pytest.mark.parametrize(
    "languages", [("fr",), ("zh-Hans",), ("en",), ("fr", "zh-Hans")], ids="+".join
)
def test_october_is_written_octet_by_octet(languages):
    body = ICS.one(view(load(OCTOBER), Reader(*languages))).body
    path = GOLDEN / f"october.{'+'.join(languages)}.ics"
    if os.environ.get("RENCONTRES_GOLDEN") == "write":
        path.write_bytes(body)
    assert body == path.read_bytes()
