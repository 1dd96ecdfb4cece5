"""What the columns and the words to choose from are called, in French and in Chinese.

A word that stands in neither list is shown as the dossier has it: a new field needs no new word.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache
from unicodedata import normalize

from rencontres_xlsx.dossier.terms import COLUMNS, THINGS, WORDS


@cache
def _read(table: str, language: str) -> dict[str, str]:
    at = {"fr": 1, "zh-Hans": 2}.get(language)
    rows = [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
    return {row[0]: row[at] for row in rows} if at else {}


def column(key: str, language: str) -> str:
    """Return what a column is called; a key that has no word is its own.

    Args:
        key: A key of the dossier.
        language: BCP 47; of Traditional Chinese nothing is known.
    """
    return _read(COLUMNS, _known(language)).get(key, key)


def thing(singular: str, language: str) -> str:
    """Return what one of the things of a table is called.

    Args:
        singular: ``session``.
        language: BCP 47.
    """
    return _read(THINGS, _known(language)).get(singular, singular)


TRUTH = ("yes", "no")
"""What a cell shows of what is so or is not: a word, since programs write truth as a formula."""


def word(key: str, words: Iterable[str], language: str) -> str:
    """Return what a cell shows of one of some words: always something that leads back to it.

    Args:
        key: The word.
        words: The words of the column.
        language: BCP 47.
    """
    known = _read(WORDS, _known(language))
    shown = known.get(key, key)
    return key if sum(known.get(each, each) == shown for each in words) > 1 else shown


def word_of(shown: str, words: Iterable[str]) -> str:
    """Return the word that a cell means, in whichever language; or what the cell shows.

    Args:
        shown: The cell.
        words: The words of the column.
    """
    words = tuple(words)
    told = shown.strip()
    for key in (told, told.casefold().replace("_", "-").replace(" ", "-")):
        if key in words:
            return key
    known = {
        _folded(word(key, words, language)): key for language in ("fr", "zh-Hans") for key in words
    }
    close = [_folded(told)] if _folded(told) in known else []
    close = close or get_close_matches(_folded(told), known, n=1, cutoff=0.9)
    return known[close[0]] if close else shown


def _folded(words: str) -> str:
    """Return words as they are compared: without capitals, widths and typographic apostrophes."""
    return normalize("NFKC", words).casefold().replace("’", "'")


def _known(language: str) -> str:
    spoken, *rest = language.split("-")
    if spoken == "zh":
        return "" if "Hant" in rest else "zh-Hans"
    return spoken
