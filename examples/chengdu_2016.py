"""Calendars and programmes of the 5th Rencontres (Chengdu, October 2016), from the real dossier.

Run it from anywhere::

    python examples/chengdu_2016.py [FOLDER]

It writes into ``out/`` beside the examples, or into FOLDER, and tells what it wrote and what is
still missing. Every step is an ordinary call of the library: copy what you need.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from textwrap import wrap

from rencontres import (
    ICS,
    TEXT,
    Dossier,
    Organisation,
    Pairing,
    Reader,
    RencontresError,
    Text,
    View,
    Wording,
    Workshop,
    load,
    view,
    write,
)

HERE = Path(__file__).resolve().parent
SPEAKER = "marie-martin"
SETTLED = {"accepted", "confirmed"}


def main(folder: Path) -> None:
    """Write the calendars and the programmes, and tell about them.

    Args:
        folder: Where to.
    """
    october = load(HERE / "chengdu-2016" / "october.toml")
    programmes = {
        "French": view(october, Reader("fr")),
        "Chinese": view(october, Reader("zh-Hans")),
        "both": view(october, Reader("fr", "zh-Hans")),
        "one speaker": view(october, Reader("fr")).of(SPEAKER),
    }
    say(f"{title(october)}\n\nWritten into {folder}")
    for name, programme in programmes.items():
        files = "  ".join(f"{file:<26}" for file in written(programme, folder))
        say(f"  {name:<13}{files.rstrip()}")
    april = load(HERE / "chengdu-2016" / "april.toml")
    say("\nStill missing half a year before (chengdu-2016/april.toml)")
    for line in missing(april):
        say(f"  {line}")


def written(programme: View, folder: Path) -> Iterator[str]:
    """Write the calendar and the text of a programme, and yield the names of the files.

    Args:
        programme: The programme, for one reader.
        folder: Where to.
    """
    for path in write((*ICS(programme), *TEXT(programme)), folder):
        yield path.name


def missing(dossier: Dossier) -> Iterator[str]:
    """Yield what a dossier still lacks, as lines.

    Args:
        dossier: The dossier.
    """
    for side in dossier.sides:
        ends = [
            (pairing, end) for pairing in dossier.pairings for end in pairing.ends
            if end.side == side.id
        ]  # fmt: skip
        asked = [
            f"{party_name(dossier, party.organisation)} ({number(dossier, pairing)})"
            for pairing, end in ends
            for party in end.parties
            if party.confirmation not in SETTLED
        ]
        sought = [number(dossier, pairing) for pairing, end in ends if not end.parties]
        yield from told(f"leads to be confirmed, {french(side.name)}", asked)
        if sought:
            yield from told(f"leads to be found, {french(side.name)}", sought)
    unknown = [
        *(french(found.name) for found in dossier.organisations if not found.identified),
        *(french(found.name) for found in dossier.places if not found.identified),
    ]
    yield from told("names not identified", unknown)
    texts = [
        *(workshop.title for workshop in dossier.workshops),
        *(pairing.topic or pairing.name for pairing in dossier.pairings),
        *(organisation.name for organisation in dossier.organisations),
    ]
    for tag in dossier.languages[1:]:
        lacking = [french(text) for text in texts if text and not text.covers(tag)]
        yield from told(f"without {Wording('en').language_name(tag)}", lacking)


def told(what: str, items: Iterable[str]) -> Iterator[str]:
    """Yield a heading with its count, then the items in lines that a terminal holds.

    Args:
        what: What is missing.
        items: Where it is missing.
    """
    ordered = sorted(items, key=str.casefold)
    yield f"{what}: {len(ordered)}"
    listed = wrap(" · ".join(ordered), width=74, break_long_words=False, break_on_hyphens=False)
    yield from (f"    {line}" for line in listed)


def title(dossier: Dossier) -> str:
    """Return the French title of a dossier.

    Args:
        dossier: The dossier.
    """
    return french(dossier.title) if dossier.title else dossier.namespace


def party_name(dossier: Dossier, organisation: str) -> str:
    """Return the French name of an organisation.

    Args:
        dossier: The dossier.
        organisation: Its id.
    """
    found = dossier.get(Organisation, organisation)
    return french(found.name) if found else organisation


def number(dossier: Dossier, pairing: Pairing) -> str:
    """Return which workshop a pairing belongs to.

    Args:
        dossier: The dossier.
        pairing: The pairing.
    """
    workshop = dossier.get(Workshop, pairing.workshop)
    return (
        f"workshop\N{NO-BREAK SPACE}{workshop.number}"
        if workshop and workshop.number
        else pairing.id
    )


def french(text: Text) -> str:
    """Return what a text says in French.

    Args:
        text: The text.
    """
    return str(text.phrase("fr"))


def say(line: str) -> None:
    """Print a line in UTF-8, whatever the console: others cannot hold French and Chinese.

    Args:
        line: The line.
    """
    sys.stdout.buffer.write(f"{line}\n".encode())
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent / "out")
    except RencontresError as error:
        sys.exit(str(error))
    except BrokenPipeError:
        # The reader of a pipe has gone; Python shall not complain of it at its end either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
