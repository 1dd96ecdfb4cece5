"""Quotation marks around a text, whose own go one level down."""

from __future__ import annotations

import re

from rencontres.wording.marks import QUOTES, SPACE, family
from rencontres.wording.pairs import at_depth, paired
from rencontres.wording.typography import spaces


def quote(text: str, language: str, typography: str = "fine", *, mended: bool = True) -> str:
    """Return a text between the quotation marks of its language.

    Quotation marks in it go one level down: French « … “…” », Simplified Chinese “…‘…’”,
    Traditional 「…『…』」, English and other languages “…‘…’”.

    Args:
        text: A text.
        language: Its language tag.
        typography: As for `punctuate`; it decides the spaces inside guillemets.
        mended: Whether straight quotation marks in the text are curled.

    Raises:
        ValueError: There is no such typography.
    """
    known = family(language)
    wide, _thin = spaces(typography)
    space = wide if known == "fr" else ""
    inner = _lowered(paired(text, known) if known and mended else text, known)
    start, end = tuple(QUOTES[known][0])
    return f"{start}{space}{inner}{space}{end}"


def _lowered(text: str, family: str) -> str:
    """Return a text whose quotation marks are those of a text between quotation marks."""
    pairs = {pair[0]: pair[1] for pair in QUOTES[family]}
    ends = set(pairs.values())
    around: list[str] = []

    def lower(match: re.Match[str]) -> str:
        mark = match[0].strip(SPACE)
        if mark in pairs:
            around.append(pairs[mark])
            return at_depth(family, len(around))[0]
        # An apostrophe looks like the mark that closes.
        if mark not in around or (mark == "’" and text[match.end() : match.end() + 1].isalpha()):
            return match[0]
        while around[-1] != mark:
            around.pop()
        around.pop()
        return at_depth(family, len(around) + 1)[1]

    return re.sub(rf"«[{SPACE}]*|[{SPACE}]*»|[{''.join(pairs)}{''.join(ends)}]", lower, text)
