"""The examples of README.md are tests too; laws are searched as in the library itself."""

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from sybil import Sybil
from sybil.integration.pytest import SybilItem
from sybil.parsers.markdown import PythonCodeBlockParser

settings.register_profile(
    "workbooks",
    derandomize=True,
    deadline=None,
    max_examples=25,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("workbooks")

_left: list[Path] = []


def _enter(_: object) -> None:
    _left.append(Path.cwd())
    os.chdir(tempfile.mkdtemp(prefix="rencontres-workbook-"))


def _leave(_: object) -> None:
    os.chdir(_left.pop())


pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser()], patterns=["README.md"], setup=_enter, teardown=_leave
).pytest()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the examples of README.md in order where pytest-randomly shuffles."""
    blocks = [item for item in items if isinstance(item, SybilItem)]
    kept = [item for item in items if not isinstance(item, SybilItem)]
    items[:] = kept + sorted(blocks, key=lambda block: block.example.line)
