"""``rencontres render``: a programme in a format, for a reader."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from rencontres.catalogue import find
from rencontres.cli import reading
from rencontres.cli.console import complain, put
from rencontres.rendering import Renderer, write
from rencontres.views import Omission, View

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse names it no other way


def add_to(commands: Commands) -> None:
    """Add the command.

    Args:
        commands: Where to.
    """
    parser = commands.add_parser(
        "render", help="make a calendar, a programme, data", allow_abbrev=False,
        description="Render a dossier for a reader. Without --out the document goes to the terminal.",
    )  # fmt: skip
    reading.add_files(parser)
    parser.add_argument("--to", required=True, metavar="FORMAT", help="see: rencontres formats")
    parser.add_argument("--out", metavar="DIR", help="the folder to write to")
    reading.add_reader(parser)
    reading.add_options(parser)
    parser.set_defaults(run=_render)


def _render(chosen: argparse.Namespace) -> int:
    renderer = find(chosen.to)
    options = renderer.configure(reading.options(chosen.option))
    view = reading.programme(chosen)
    if chosen.out is None:
        put(renderer.one(view, options).body)
    else:
        for path in write(renderer.stream(view, options), chosen.out):
            put(f"{path}\n")
    for line in losses(renderer, view):
        complain(line)
    return 0


def losses(renderer: Renderer[Any], view: View) -> list[str]:
    """Return what is not shown, and why, one plain line each.

    Args:
        renderer: The format.
        view: The programme.
    """
    lines = [_told(omission) for omission in (*view.omitted, *renderer.losses(view))]
    foreign = renderer.foreign(view)
    if foreign:
        lines.append(f"not shown: {', '.join(foreign)}: {renderer.format.name} has no room for it")
    return lines


def _told(omission: Omission) -> str:
    reason = {
        "audience": "not for this audience",
        "selection": "not selected",
        "format": "this format has no room for them",
    }[omission.reason]
    return f"not shown: {omission.part.value} ({omission.count}): {reason}"
