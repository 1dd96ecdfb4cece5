"""``rencontres new``: a small dossier to start from."""

from __future__ import annotations

import argparse
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from rencontres.cli.console import put
from rencontres.errors import LoadError

if TYPE_CHECKING:
    from rencontres.cli.rendering import Commands

_NAME = "dossier.toml"


def add_to(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "new", help="begin a dossier", allow_abbrev=False,
        description="Write a small, commented dossier to start from: it loads, checks and renders.",
    )  # fmt: skip
    parser.add_argument("folder", metavar="DIR", help="where to; made where missing")
    parser.set_defaults(run=_new)


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
