"""What the tests of views share: the dossier of marks, and what writes a view in each format."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rencontres.catalogue import find, installed
from rencontres.model import Dossier
from rencontres.testing.marks import Marks, filled
from rencontres.views import View


@pytest.fixture(name="filled")
def _filled() -> tuple[Dossier, Marks]:
    return filled()


def formats() -> list[str]:
    """Return the names of the formats that ship."""
    return [entry.name for entry in installed() if entry.distribution == "rencontres"]


@pytest.fixture(params=formats())
def written(request: pytest.FixtureRequest) -> Callable[[View], bytes]:
    """Return what writes a view in one of the formats, as bytes: names of documents and bodies."""
    renderer = find(request.param)

    def write(view: View) -> bytes:
        documents = renderer(view)
        return b"\n".join(
            part for each in documents for part in (str(each.path).encode(), each.body)
        ).replace(b"\r\n ", b"")

    return write
