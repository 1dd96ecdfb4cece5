"""Calendars and programmes of the 5th Rencontres (Chengdu, October 2016), from the real dossier.

Run it from anywhere::

    python examples/chengdu_2016.py [FOLDER]

It writes into ``out/`` beside the examples, or into FOLDER, and tells what it wrote and what is
still missing. Every step is an ordinary call of the library: copy what you need.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from rencontres import ICS, TEXT, Dossier, Reader, Text, Wording, load, view, write

HERE = Path(__file__).resolve().parent
READERS = {
    "French": Reader("fr"),
    "Chinese": Reader("zh-Hans"),
    "both": Reader("fr", "zh-Hans"),
}
SPEAKER = "marie-martin"
SURE = {"confirmed", "accepted"}


def main(folder: Path) -> None:
    """Write the calendars and the programmes, and tell about them.

    Args:
        folder: Where to.
    """
    october = load(HERE / "chengdu-2016" / "october.toml")
    say(f"{october.title.phrase('fr') if october.title else october.namespace}\n")
    for name, reader in READERS.items():
        programme = view(october, reader)
        paths = write((*ICS(programme), *TEXT(programme)), folder)
        say(f"  {name:<8} {'  '.join(str(path.relative_to(folder)) for path in paths)}\n")
    own = view(october, Reader("fr")).of(SPEAKER)
    paths = write((*ICS(own), *TEXT(own)), folder)
    say(f"  {'a person':<8} {'  '.join(str(path.relative_to(folder)) for path in paths)}\n")
    say(f"\nin {folder}\n\nStill missing in April (chengdu-2016/april.toml):\n")
    for line in missing(load(HERE / "chengdu-2016" / "april.toml")):
        say(f"  {line}\n")


def missing(dossier: Dossier) -> Iterator[str]:
    """Yield what a dossier still lacks, one line each.

    Args:
        dossier: The dossier.
    """
    english = Wording("en")
    for side in dossier.sides:
        parties = [
            party.organisation
            for pairing in dossier.pairings
            for end in pairing.ends
            if end.side == side.id
            for party in end.parties
            if party.confirmation not in SURE
        ]
        yield f"leads to be confirmed, {side.name.phrase('fr')}: {len(parties)}"
        for organisation in sorted({str(name_of(dossier, party)) for party in parties}):
            yield f"    {organisation}"
    unnamed = [p for p in (*dossier.organisations, *dossier.places) if not p.identified]
    yield f"names not identified: {english.join(sorted(p.name.phrase('fr') for p in unnamed))}"
    for tag in dossier.languages:
        texts = [*(w.title for w in dossier.workshops), *(p.topic for p in dossier.pairings)]
        lacking = [text for text in texts if text is not None and not text.covers(tag)]
        if lacking:
            yield f"titles and topics without {english.language_name(tag)}: {len(lacking)}"


def name_of(dossier: Dossier, organisation: str) -> Text | str:
    """Return the French name of an organisation.

    Args:
        dossier: The dossier.
        organisation: Its id.
    """
    return next(o.name.phrase("fr") for o in dossier.organisations if o.id == organisation)


def say(text: str) -> None:
    """Print in UTF-8, whatever the console.

    Args:
        text: The text.
    """
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent / "out")
