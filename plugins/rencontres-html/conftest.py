"""The examples of README.md are tests too; they write into a folder that is thrown away."""

import os
import shutil
import tempfile
from pathlib import Path

from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

_left: list[tuple[Path, str]] = []


def _enter(_namespace: dict[str, object]) -> None:
    _left.append((Path.cwd(), tempfile.mkdtemp(prefix="rencontres-readme-")))
    os.chdir(_left[-1][1])


def _leave(_namespace: dict[str, object]) -> None:
    back, folder = _left.pop()
    os.chdir(back)
    shutil.rmtree(folder)


pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser()],
    patterns=["README.md"],
    setup=_enter,
    teardown=_leave,
).pytest()
