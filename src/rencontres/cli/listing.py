"""``rencontres formats``: what there is to render to."""

from __future__ import annotations

import argparse

from rencontres.catalogue import Surveyed, survey
from rencontres.cli.console import put
from rencontres.cli.outline import Command
from rencontres.views import Part


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--all", action="store_true", help="broken ones too, with the reason")


def _formats(chosen: argparse.Namespace) -> int:
    found = survey()
    rows: list[tuple[str, ...]] = [
        ("name", "distribution", "media type", "languages", "does not show")
    ]
    rows += [_row(each) for each in found if each.renderer is not None]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        put("  ".join(cells).rstrip() + "\n")
    for each in found:
        if each.problem is not None and (chosen.all or each.renderer is not None):
            put(f"{each.entry.name}: {each.problem}\n")
    broken = sum(each.renderer is None for each in found)
    if broken and not chosen.all:
        put(f"{broken} broken: rencontres formats --all\n")
    return 0


def _row(each: Surveyed) -> tuple[str, ...]:
    entry = each.entry
    if each.renderer is None:
        return entry.name, f"{entry.distribution} {entry.version}", "", "", ""
    known = each.renderer.format
    languages = ", ".join(sorted(known.languages)) if known.languages else "any"
    lost = [part.value for part in Part if part not in known.carries]
    return (
        entry.name,
        f"{entry.distribution} {entry.version}",
        known.media_type,
        languages if known.bilingual else f"{languages} (one at a time)",
        ", ".join(lost) or "–",
    )


COMMAND = Command(
    "formats", _options, _formats, help="list the formats",
    description="List the formats that are installed, and what each cannot show.",
)  # fmt: skip
