"""What a keyboard may give for the signs of TOML and JSON, and how a text is quoted."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import Literal, TypeAlias

from attrs import frozen

Kind: TypeAlias = Literal["toml", "json"]

DEEPEST = 64
"""How many tables and lists may stand inside one another."""

SIGNS = {
    **dict.fromkeys("＝﹦", "="),
    **dict.fromkeys("：﹕︰", ":"),
    **dict.fromkeys("，、﹐﹑､", ","),
    **dict.fromkeys("；﹔", ";"),
    **dict.fromkeys("［【〔〖", "["),
    **dict.fromkeys("］】〕〗", "]"),
    **dict.fromkeys("｛﹛", "{"),
    **dict.fromkeys("｝﹜", "}"),
    **dict.fromkeys("（﹙", "("),
    **dict.fromkeys("）﹚", ")"),
    **dict.fromkeys("．。｡﹒", "."),
    **dict.fromkeys("＃﹟", "#"),
}
"""Signs of East Asian keyboards, and the one that each is taken for."""

ODD = "\u0085\u00a0\u00ad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff"
"""Spaces, and signs of no width, that are no space of TOML or JSON: the inside of a class."""

BRACKETS = ("[", "]", *(sign for sign, meant in SIGNS.items() if meant in "[]"))
DOUBLE = "“”„‟″〝〞＂"
SINGLE = "‘’‚‛′＇´`"
_ANGLED = "«»‹›"
_CORNER = "「」『』"

QUOTES = {
    '"': '"',
    "'": "'",
    **dict.fromkeys(DOUBLE, DOUBLE + '"'),
    **dict.fromkeys(SINGLE, SINGLE + "'"),
    **dict.fromkeys(_ANGLED, _ANGLED),
    **dict.fromkeys(_CORNER, _CORNER),
}
"""Signs that may open a text, and those that then may close it."""

_BLANKS = f" \t\r\n{ODD}"
_BLANK = re.compile(f"[{_BLANKS}]+")
_EDGES = re.compile(f"^[{_BLANKS}]+|[{_BLANKS}]+$")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−﹣－", "-") | dict.fromkeys("～〜∼", "~"))
_BREAK = re.compile(r"[ \t]*\r?\n[ \t]*")
_ONE_LINE = 60


@frozen
class Slip:
    """One slip of the pen, where it stands and what is meant.

    Attributes:
        code: The kind of slip: a key of ``rencontres.sources.slips.MESSAGES``.
        at: The offset in the text.
        found: What is written.
        wanted: What to type instead.
    """

    code: str
    at: int
    found: str
    wanted: str


def bare(words: str) -> str:
    """Return words without the spaces of any kind around them."""
    return _EDGES.sub("", words)


def plain(words: str) -> str:
    """Return words with the letters, digits, dashes and spaces of ASCII where they look alike."""
    narrow = unicodedata.normalize("NFKC", words.translate(_DASHES)).translate(_DASHES)
    return _BLANK.sub(" ", narrow).strip()


def unaccented(words: str) -> str:
    """Return words in lower case and without accents."""
    letters = unicodedata.normalize("NFKD", words).casefold()
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def quoted(words: str, kind: Kind) -> str:
    """Return a text between the quotes that a person would choose.

    Args:
        words: The text.
        kind: Where it is to stand; TOML has single quotes for texts with double ones.
    """
    if kind == "toml" and ('"' in words or "\\" in words) and "'" not in words:
        return f"'{words}'" if words.isprintable() else json.dumps(words, ensure_ascii=False)
    return json.dumps(words, ensure_ascii=False)


def shown(words: str) -> str:
    """Return an excerpt that fits on a line: the middle of long ones left out.

    Args:
        words: Any text; control characters are written as their numbers.
    """
    words = _BREAK.sub(" ", words)
    if len(words) > _ONE_LINE:
        words = f"{words[:40]}…{words[-16:]}"
    return "".join(
        f"<U+{ord(sign):04X}>" if unicodedata.category(sign) in {"Cc", "Cs"} else sign
        for sign in words
    )
