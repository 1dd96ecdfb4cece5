"""``rencontres new``: a small dossier to start from."""

from __future__ import annotations

import argparse
from importlib.resources import files
from pathlib import Path

from rencontres.cli.console import put
from rencontres.cli.outline import Command
from rencontres.errors import LoadError

_NAME = "dossier.toml"


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="DIR", help="where to; made where missing")


def _new(chosen: argparse.Namespace) -> int:
    target = Path(chosen.folder) / _NAME
    text = (files("rencontres.cli") / "dossier.toml").read_text("utf-8")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        msg = f"{target} is already there: nothing was written"
        raise LoadError(msg) from None
    except OSError as error:
        msg = f"{target}: cannot be written: {error.strerror or error}"
        raise LoadError(msg) from error
    put(f"{target}\n\nrencontres check {target}\nrencontres render {target} --to text\n")
    return 0


COMMAND = Command(
    "new", _options, _new, help="begin a dossier",
    description="Write a small, commented dossier to start from: it loads, checks and renders.",
)  # fmt: skip
