"""Marks that come in pairs: which straight quotation mark opens, and of which level it is."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import Literal, TypeAlias

from rencontres.wording.marks import HAN, OPENERS, PROTECTED, QUOTES, SPACE

Turn: TypeAlias = Literal["open", "close", "apostrophe", ""]

_PROTECTED = re.compile(PROTECTED)
_MARKS = re.compile(r"[\"'«»“”‘’「」『』]")
_BRACKETS = re.compile(r"[()（）]")
_HAN = re.compile(rf"[{HAN}]")
_BESIDE_HAN = re.compile(rf"[{HAN}，。！？；：）】》”」（【《“「]")
_BEFORE_BRACKET = re.compile(rf"[{HAN}》]")
_AFTER_BRACKET = re.compile(rf"[{HAN}《]")
_ELIDED = re.compile(r"\d\ds?(?!\w)")
_CLOSES = {pair[0]: pair[1] for pairs in QUOTES.values() for pair in pairs}
_BEFORE_OPENING = frozenset(OPENERS.replace("\\", "") + "-–—/'’\"")
_AFTER_CLOSING = frozenset(")]}»”’.,;:!?…-–—/'\"、，。；：！？）】》」』")


class Spans:
    """Where a text is read by machines: addresses, paths, names of files.

    Attributes:
        starts: Where each span starts.
        ends: Where each span ends.
    """

    __slots__ = ("ends", "starts")

    def __init__(self, text: str) -> None:
        found = [match.span() for match in _PROTECTED.finditer(text)]
        self.starts = [start for start, _ in found]
        self.ends = [end for _, end in found]

    def __contains__(self, position: int) -> bool:
        index = bisect_right(self.starts, position) - 1
        return index >= 0 and position < self.ends[index]


def paired(text: str, family: str) -> str:
    """Return a text of the same length whose straight marks have become those of its language.

    Straight quotation marks change in pairs only; brackets where Chinese stands in them or beside
    them; in English, apostrophes too.

    Args:
        text: A text.
        family: Whose marks: ``fr``, ``en``, ``zh-Hans``, ``zh-Hant``.
    """
    chinese = family.startswith("zh")
    if chinese and not _HAN.search(text):
        return text
    quoted = '"' in text or ("'" in text and family != "fr")
    bracketed = chinese and ("(" in text or ")" in text)
    if not quoted and not bracketed:
        return text
    spans = Spans(text)
    changed = _quotes(text, family, spans) if quoted else {}
    if bracketed:
        changed.update(_brackets(text, spans))
    characters = list(text)
    for position, mark in changed.items():
        characters[position] = mark
    return "".join(characters)


def at_depth(family: str, depth: int) -> str:
    """Return the two quotation marks of a depth, 0 being the outermost.

    Args:
        family: Whose marks.
        depth: How many quotations there are around.
    """
    pairs = QUOTES[family]
    return pairs[min(depth, 2)] if len(pairs) == 3 else pairs[depth % 2]


def _quotes(text: str, family: str, spans: Spans) -> dict[int, str]:
    """Return what straight marks become, the level of a pair being that below what is around it."""
    partners, changed = _matched(text, family, spans)
    around: list[str] = []
    for match in _MARKS.finditer(text):
        mark, position = match[0], match.start()
        if position in partners:
            # In English authors choose the level: "…" and '…' keep theirs.
            if family == "en":
                pair = "“”" if mark == '"' else "‘’"
            else:
                pair = at_depth(family, _depth(family, around))
            changed[position], changed[partners[position]] = pair[0], pair[1]
            around.append(pair[1])
        elif changed.get(position, mark) in around[-1:]:
            around.pop()
        elif mark in _CLOSES and position not in spans:
            around.append(_CLOSES[mark])
    return changed


def _depth(family: str, around: list[str]) -> int:
    ends = [pair[1] for pair in QUOTES[family]]
    known = [ends.index(mark) for mark in around if mark in ends]
    return known[-1] + 1 if known else 0


def _matched(text: str, family: str, spans: Spans) -> tuple[dict[int, int], dict[int, str]]:
    """Return which straight mark is closed by which, and the apostrophes met on the way."""
    partners: dict[int, int] = {}
    apostrophes: dict[int, str] = {}
    pending: dict[str, list[int]] = {'"': [], "'": []}
    for match in _MARKS.finditer(text):
        mark, position = match[0], match.start()
        if mark not in pending or position in spans or (mark == "'" and family == "fr"):
            continue
        waiting = pending[mark]
        # A quotation does not go on in the next paragraph.
        if waiting and text.find("\n\n", waiting[-1], position) >= 0:
            waiting.clear()
        turn = _turn(text, position, family, waiting=bool(waiting))
        if turn == "open":
            waiting.append(position)
        elif turn == "close":
            opening = waiting.pop()
            apostrophes.pop(opening, None)
            if mark == '"' or family == "en" or _holds_chinese(text, opening, position):
                partners[opening] = position
        # What opens and is never closed was an apostrophe: ’tis.
        if turn == "apostrophe" or (turn == "open" and mark == "'" and family == "en"):
            apostrophes[position] = "’"
    return partners, apostrophes


def _turn(text: str, position: int, family: str, *, waiting: bool) -> Turn:
    """Return what a straight mark does where it stands, or nothing where that is not certain."""
    mark = text[position]
    before = text[position - 1] if position else "\n"
    after = text[position + 1] if position + 1 < len(text) else "\n"
    if "'n'" in text[max(0, position - 2) : position + 3]:
        return "apostrophe" if family == "en" else ""
    if mark == "'" and _is_western(before) and _is_western(after):
        return "apostrophe" if family == "en" and after.isalpha() else ""
    if family.startswith("zh"):
        if waiting:
            return "close"
        return "" if before.isdigit() else "open"
    opens = not (after.isspace() or after in ",;:!?)]}»") and (
        before.isspace() or before in _BEFORE_OPENING
    )
    closes = not before.isspace() and (after.isspace() or after in _AFTER_CLOSING)
    if opens and not (closes and waiting):
        return "apostrophe" if mark == "'" and _ELIDED.match(text, position + 1) else "open"
    if waiting and (closes or (before.isspace() and after.isspace())):
        return "close"
    if mark == "'":
        return "apostrophe" if closes and before.isalpha() else ""
    return "open" if family == "fr" and before.isspace() and after in SPACE else ""


def _is_western(character: str) -> bool:
    return character.isalnum() and character < "\u2e80"


def _holds_chinese(text: str, opening: int, closing: int) -> bool:
    return bool(_BESIDE_HAN.match(text[opening + 1]) and _BESIDE_HAN.match(text[closing - 1]))


def _brackets(text: str, spans: Spans) -> dict[int, str]:
    """Return the brackets that become full-width: both of a pair, an odd one by what it touches."""
    han = [match.start() for match in _HAN.finditer(text)]
    changed: dict[int, str] = {}
    waiting: list[int] = []
    for match in _BRACKETS.finditer(text):
        position = match.start()
        if position in spans:
            continue
        if match[0] in "(（":
            waiting.append(position)
            continue
        opening = waiting.pop() if waiting else position
        holds = bisect_left(han, opening) < bisect_left(han, position)
        full = text[opening] == "（" or text[position] == "）"
        if holds or full or _touches_han(text, opening, position):
            changed[opening] = "（"
            changed[position] = "）"
    changed.update({odd: "（" for odd in waiting if _touches_han(text, odd, odd)})
    return changed


def _touches_han(text: str, opening: int, closing: int) -> bool:
    """Say whether Chinese stands before the one bracket or after the other, spaces aside."""
    left, right = opening - 1, closing + 1
    while left >= 0 and text[left] in SPACE:
        left -= 1
    while right < len(text) and text[right] in SPACE:
        right += 1
    return bool(
        (left >= 0 and _BEFORE_BRACKET.match(text[left]))
        or (right < len(text) and _AFTER_BRACKET.match(text[right]))
    )
