"""Texts that stay under a length: whole lines, the most important first, no name cut."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import TypeAlias

Pieces: TypeAlias = tuple[str, ...]


class Rank(IntEnum):
    """What the lines of a description tell, what matters most first."""

    WHEN = 0
    LINK = 1
    CHANGES = 2
    DRIVER = 3
    LEADS = 4
    LANGUAGES = 5
    TOPIC = 6
    PEOPLE = 7
    THEME = 8
    ORDER = 9
    PROSE = 10


Line: TypeAlias = tuple[Rank, Pieces]
"""What a line tells, and its pieces: a label first, then what may be left out from the end."""

Told: TypeAlias = Sequence[Sequence[Sequence[Line]]]
"""The lines of each block of each language."""

_SENTENCE = re.compile(
    # Never after an initial or an abbreviation: what stands before the full stop is a word.
    r"(?<=[。！？…\n])|(?<=[a-zà-öø-ÿ]{4}[.!?…] )|(?<=[a-zà-öø-ÿ]{4}\u00a0[!?] )"
)
_LOOSE = " \u00a0\u202f\n,;、，；"


def whole(told: Told, below: Rank | None = None) -> str:
    """Return a text with everything in it.

    Args:
        told: Its lines.
        below: Only what matters more than this; None: everything.
    """
    blocks = (
        ["".join(pieces) for rank, pieces in block if below is None or rank < below]
        for language in told
        for block in language
    )
    return "\n\n".join("\n".join(block) for block in blocks if block)


def fitted(told: Told, longest: int) -> str:
    """Return as much of a text as stays under a length, what matters most in all languages first.

    A list ends earlier and prose ends at a sentence, with three points; what cannot be shortened
    is told whole or not at all.

    Args:
        told: Its lines.
        longest: How many characters it must stay under.
    """
    left = longest
    kept: dict[tuple[int, int], dict[int, str]] = {}
    for rank, where, number, pieces in sorted(_numbered(told)):
        # Two line ends before each line, at most.
        if said := _fitted(rank, pieces, left - 3):
            kept.setdefault(where, {})[number] = said
            left -= len(said) + 2
    blocks = ([lines[number] for number in sorted(lines)] for _, lines in sorted(kept.items()))
    return "\n\n".join("\n".join(block) for block in blocks)


def _numbered(told: Told) -> Iterator[tuple[Rank, tuple[int, int], int, Pieces]]:
    for index, language in enumerate(told):
        for place, block in enumerate(language):
            for number, (rank, pieces) in enumerate(block):
                yield rank, (index, place), number, pieces


def _fitted(rank: Rank, pieces: Pieces, room: int) -> str:
    said = "".join(pieces)
    if len(said) <= room:
        return said
    least = 1
    if rank is Rank.PROSE:
        pieces = tuple(_SENTENCE.split(said))
    else:
        least = 2
    for length in range(len(pieces) - 1, least - 1, -1):
        shorter = "".join(pieces[:length]).rstrip(_LOOSE)
        if len(shorter) < room:
            return shorter if shorter.endswith("…") else f"{shorter}…"
    return ""
