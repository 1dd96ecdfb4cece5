"""What every test run shares: how laws are searched, and the examples of the documents.

Each Python block of `README.md` and of `docs/`, and each `>>>` of a docstring, is a test. A
document runs from top to bottom in one namespace and in a temporary directory of its own, which
holds a copy of `examples/`; `EXAMPLES` is that folder of the checkout as an absolute path.
`<!-- skip: next "why" -->` before a block leaves it alone.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from doctest import ELLIPSIS, OutputChecker
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, settings
from sybil import Example, Sybil
from sybil.integration.pytest import SybilItem
from sybil.parsers.myst import CodeBlockParser, PythonCodeBlockParser, SkipParser
from sybil.parsers.rest import DocTestParser

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).parent
EXAMPLES = ROOT / "examples"

# The same examples in every run, so that a failure is seen by everybody; nothing is timed.
# `pytest --hypothesis-profile=search` looks for new ones.
settings.register_profile(
    "ci",
    derandomize=True,
    deadline=None,
    max_examples=50,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("search", deadline=None, max_examples=2000)
settings.load_profile("ci")

_NAMED = re.compile(r"# (?P<name>[\w./-]+\.\w+)\n")


def _save(example: Example) -> None:
    """Write a block whose first line names a file (`# meeting.toml`), for the blocks below."""
    if named := _NAMED.match(example.parsed):
        path = Path(named["name"])
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(example.parsed, encoding="utf-8", newline="\n")


def _plain(printed: str) -> str:
    """Return lines without what editors lose: no-break spaces, spaces at the end of a line."""
    spaced = re.sub("[\u00a0\u2009\u202f]", " ", printed)
    return "\n".join(line.rstrip() for line in spaced.strip().splitlines())


def _command(example: Example) -> str | None:
    """Run `$ rencontres …` and compare what it prints; other commands are for people."""
    for part in re.split(r"^\$ ", example.parsed, flags=re.MULTILINE)[1:]:
        line, _, expected = part.partition("\n")
        words = shlex.split(line, comments=True)
        if words[:1] != ["rencontres"]:
            continue
        run = subprocess.run(  # noqa: S603
            [sys.executable, "-m", *words],
            capture_output=True,
            check=False,
            encoding="utf-8",
            env={**os.environ, "PYTHONUTF8": "1"},
        )
        got = run.stdout + run.stderr
        if not expected.strip():
            if run.returncode:
                return f"$ {line}\nexit {run.returncode}\n{got}"
        elif not OutputChecker().check_output(_plain(expected), _plain(got), ELLIPSIS):
            return f"$ {line}\nexpected:\n{expected}\ngot:\n{got}"
    return None


_entered: list[tuple[Path, Path]] = []


def _enter(namespace: dict[str, Any]) -> None:
    folder = Path(tempfile.mkdtemp(prefix="rencontres-document-")).resolve()
    if EXAMPLES.is_dir():
        shutil.copytree(EXAMPLES, folder / "examples")
    namespace["EXAMPLES"] = EXAMPLES
    _entered.append((Path.cwd(), folder))
    os.chdir(folder)


def _leave(_namespace: dict[str, Any]) -> None:
    left, folder = _entered.pop()
    os.chdir(left)
    shutil.rmtree(folder)


_documents = Sybil(
    parsers=[
        PythonCodeBlockParser(doctest_optionflags=ELLIPSIS),
        CodeBlockParser("toml", _save),
        CodeBlockParser("console", _command),
        CodeBlockParser("shell", _command),
        SkipParser(),
    ],
    patterns=["README.md", "docs/*.md", "docs/**/*.md"],
    excludes=["docs/_build/**"],
    setup=_enter,
    teardown=_leave,
)
_docstrings = Sybil(
    parsers=[DocTestParser(optionflags=ELLIPSIS)],
    path="src",
    pattern="*.py",
    setup=_enter,
    teardown=_leave,
)
pytest_collect_file = (_documents + _docstrings).pytest()


def pytest_configure(config: pytest.Config) -> None:
    """Keep a document in one process where pytest-xdist spreads the tests."""
    if config.getoption("dist", "no") == "load":
        config.option.dist = "loadfile"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the blocks of a document together and in order where pytest-randomly shuffles."""
    blocks: dict[Path, list[SybilItem]] = {}
    for item in items:
        if isinstance(item, SybilItem):
            blocks.setdefault(item.path, []).append(item)
    kept: list[pytest.Item] = []
    for item in items:
        if isinstance(item, SybilItem):
            document = blocks.pop(item.path, [])
            document.sort(key=lambda block: block.example.line)
            kept += document
        else:
            kept.append(item)
    items[:] = kept
