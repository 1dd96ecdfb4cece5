"""``rencontres render``: a programme in a format, for a reader."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from rencontres.catalogue import find
from rencontres.cli import reading
from rencontres.cli.console import complain, put
from rencontres.cli.outline import Command
from rencontres.errors import OptionsError
from rencontres.finding import Finding
from rencontres.formats.bulk import too_large
from rencontres.rendering import Document, Renderer, write
from rencontres.sources import load
from rencontres.views import Omission, View, exposed


def _options(parser: argparse.ArgumentParser) -> None:
    reading.add_files(parser)
    parser.add_argument("--to", required=True, metavar="FORMAT", help="see: rencontres formats")
    parser.add_argument("--out", metavar="DIR", help="the folder to write to")
    reading.add_reader(parser)
    reading.add_options(parser)


def _render(chosen: argparse.Namespace) -> int:
    renderer = find(chosen.to)
    options = renderer.configure(reading.options(chosen.option, renderer.options))
    dossier = load(*chosen.files)
    view = reading.programme_of(dossier, chosen)
    large: list[Finding] = []
    documents = weighed(renderer.stream(view, options), large)
    if chosen.out is None:
        made = _shown(documents, renderer.format.name)
    else:
        paths = write(documents, chosen.out)
        for path in paths:
            put(f"{path}\n")
        made = len(paths)
    if not made:
        complain(f"{renderer.format.name} has nothing to write here")
    elif chosen.day and not view.days:
        complain("no session has an hour on the days that were asked for")
    for line in losses(renderer, view):
        complain(line)
    for finding in (*large, *exposed(dossier, view.reader)):
        complain(f"{finding.code} {finding}")
    return 0


def weighed(documents: Iterable[Document], large: list[Finding]) -> Iterator[Document]:
    """Yield documents, and keep what is to be told of those that are too large."""
    for document in documents:
        if (finding := too_large(document)) is not None:
            large.append(finding)
        yield document


def _shown(documents: Iterator[Document], name: str) -> int:
    """Put the only document on the terminal, and return how many there were."""
    found = tuple(islice(documents, 2))
    if len(found) > 1:
        raise OptionsError(
            f"{name} makes several documents here: name a folder for them, --out DIR"
        )
    for document in found:
        put(document.body)
    return len(found)


def losses(renderer: Renderer[Any], view: View) -> list[str]:
    """Return what is not shown, and why, one plain line each."""
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


COMMAND = Command(
    "render", _options, _render, help="make a calendar, a programme, data",
    description="Render a dossier for a reader. Without --out it goes to the terminal.",
)  # fmt: skip
