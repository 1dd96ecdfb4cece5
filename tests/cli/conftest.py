"""The command as a person gives it, and what it leaves on both streams."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from rencontres.cli import main

ROOT = Path(__file__).parents[2]
CONSOLE = {"PYTHONIOENCODING", "PYTHONUTF8", "PYTHONCOERCECLOCALE", "COLUMNS"}


class Ran:
    """What a command left: its status, and both streams, which are UTF-8."""

    def __init__(self, status, out, err):
        self.status = status
        self.body = out
        self.out = out.decode("utf-8")
        self.err = err.decode("utf-8")
        assert "Traceback" not in self.err
        assert "Exception ignored" not in self.err


@pytest.fixture
def october():
    return ROOT / "examples/chengdu-2016/october.toml"


@pytest.fixture
def rencontres(tmp_path, monkeypatch, capfdbinary):
    """Run the command in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")

    def run(*words):
        capfdbinary.readouterr()
        status = main([str(word) for word in words])
        return Ran(status, *capfdbinary.readouterr())

    return run


@pytest.fixture
def process(tmp_path):
    """Run the command in a folder and a process of its own, on a console as the variables say."""

    def run(*words, **environment):
        clean = {name: value for name, value in os.environ.items() if name not in CONSOLE}
        done = subprocess.run(
            [sys.executable, "-W", "error", "-m", "rencontres", *map(str, words)],
            capture_output=True,
            check=False,
            cwd=tmp_path,
            env={**clean, **environment},
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    return run
