"""Where a text between quotes ends, and what is wrong with its quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, TypeAlias

from attrs import frozen

from rencontres.sources.grammar import (
    CLOSED,
    ESCAPE,
    GOES_ON,
    LONG,
    LOOSE,
    STATEMENT,
    TEXT,
)
from rencontres.sources.signs import DOUBLE, QUOTES, SINGLE, Kind, Slip, bare, quoted

Mode: TypeAlias = Literal["item", "line", "key"]

WINDOW = 2000
"""How far is looked for what ends a value that does not end as it should."""

_OPENERS = {"»": "«", "›": "‹", "」": "「", "』": "『"}
_FAR = 20
_COMMENT = re.compile(r"[ \t]+[#＃].*$")
_JOINED = re.compile(r"[ \t]*[=:＝：]")
_TAIL = re.compile(r"[\s,，;；\]］}｝]+$")
_NEXT_ITEM = re.compile(r"(?P<text>.*?)[ \t]*[,，、][ \t]*(?:[\w-]+[ \t]*[=:＝：][ \t]*)?")
_NEXT_VALUE = re.compile(r"(?P<text>.*?)[ \t]*[=:＝：][ \t]*")
_BEGINS = re.compile(r"[ \t]*(?:$|[#\[\]{}]|[\"'][^\"']*[\"'][ \t]*[:=])")


@frozen
class Quotes:
    """The quotes of one format, and where a text of it ends.

    Attributes:
        text: The file.
        kind: Its format.
    """

    text: str
    kind: Kind

    def end(self, at: int, mode: Mode) -> tuple[int, tuple[Slip, ...]]:
        """Return where a text ends, and what is wrong with its quotes.

        Args:
            at: Where its first quote stands.
            mode: What surrounds it: a list or table, a line of its own, or a key.
        """
        mark = self.text[at]
        patterns = TEXT[self.kind]
        if mark in patterns and self.kind == "toml" and self.text.startswith(mark * 3, at):
            return self._long(at, mark)
        if mark not in patterns:
            return self._foreign(at, mark, mode)
        match = patterns[mark].match(self.text, at)
        if match is None:
            return self._broken(at, mark, mode)
        if CLOSED[mode].match(self.text, match.end()):
            return match.end(), ()
        return self._early(at, match.end(), mode)

    def line_end(self, at: int) -> int:
        """Return where the line ends, or where nobody looks further."""
        found = self.text.find("\n", at, at + WINDOW)
        found = min(at + WINDOW, len(self.text)) if found < 0 else found
        return found - (found > at and self.text[found - 1] == "\r")

    def _long(self, at: int, mark: str) -> tuple[int, tuple[Slip, ...]]:
        if match := LONG[mark].match(self.text, at):
            return match.end(), ()
        if loose := LOOSE[mark * 3].match(self.text, at):
            return loose.end(), tuple(self._escapes(at, loose.end()))
        found = self.text[at : self.line_end(at)]
        return len(self.text), (Slip("slip.unclosed", at, found, f"{found} … {mark * 3}"),)

    def _foreign(self, at: int, mark: str, mode: Mode) -> tuple[int, tuple[Slip, ...]]:
        """Read a text between quotes that are those of no file."""
        closers = QUOTES[mark] + ("'" if mark in SINGLE else "")
        closed = [i + 1 for i in range(at + 1, self.line_end(at)) if self.text[i] in closers]
        last = closed[-1] if closed else 0
        end = next((end for end in closed if CLOSED[mode].match(self.text, end)), last)
        if not end:
            end = self._cut(at, mode)
            return end, (self._slip("slip.unclosed", at, end, self.text[at + 1 : end]),)
        inside = self.text[at + 1 : end - 1]
        if mark in inside and mark not in "\"'":
            inside = self.text[at:end]
        return end, (self._slip("slip.quotes", at, end, inside),)

    def _broken(self, at: int, mark: str, mode: Mode) -> tuple[int, tuple[Slip, ...]]:
        """Read a text that is not closed on its line, or that holds what no text holds."""
        if loose := LOOSE[mark].match(self.text, at):
            return loose.end(), tuple(self._escapes(at, loose.end()))
        stop = self.line_end(at)
        for i in range(stop - 1, at, -1):
            if self._ends(at, i) and CLOSED[mode].match(self.text, i + 1):
                return i + 1, (self._slip("slip.quotes", at, i + 1, self.text[at + 1 : i]),)
        if mode != "key" and (end := self._further(at, mark)):
            return end, (self._lines(at, end, mark),)
        end = self._cut(at, mode)
        return end, (self._slip("slip.unclosed", at, end, self.text[at + 1 : end]),)

    def _ends(self, at: int, i: int) -> bool:
        """Tell whether a sign may have been typed for the last quote of a text."""
        sign = self.text[i]
        pair = _OPENERS.get(sign)
        return sign in DOUBLE + SINGLE + "\"'" if pair is None else pair not in self.text[at:i]

    def _early(self, at: int, first: int, mode: Mode) -> tuple[int, tuple[Slip, ...]]:
        """Read a text after whose second quote comes what follows no text."""
        mark, follows = self.text[at], self.text[first : first + 1]
        glued = follows.isalnum() or follows == mark
        if glued and mode != "line":
            shape = _NEXT_VALUE if mode == "key" else _NEXT_ITEM
            if missing := shape.fullmatch(self.text, at + 1, first - 1):
                end = missing.end("text")
                return end, (self._slip("slip.unclosed", at, end, missing["text"]),)
        if mode == "key" or (not glued and GOES_ON.match(self.text, first)):
            return first, ()
        marks = (i for i in range(first, self.line_end(first)) if self.text[i] == mark)
        end = next((i + 1 for i in marks if CLOSED[mode].match(self.text, i + 1)), 0)
        if end:
            return end, (self._slip("slip.inner", at, end, self.text[at + 1 : end - 1]),)
        if not glued:
            return first, ()
        end = self._cut(at, mode)
        return end, (self._slip("slip.unclosed", at, end, self.text[at + 1 : end]),)

    def _slip(self, code: str, at: int, end: int, inside: str) -> Slip:
        mark, inside = self.text[at], bare(inside)
        if len(inside) > 1 and inside[0] == inside[-1] == mark:
            inside = inside[1:-1]
        return Slip(code, at, self.text[at:end], quoted(inside, self.kind))

    def _cut(self, at: int, mode: Mode) -> int:
        """Return where a text seems to end that nobody closed."""
        line = _COMMENT.sub("", self.text[at : self.line_end(at)])
        if mode == "key":
            line = _JOINED.split(line, maxsplit=1)[0]
        line = _TAIL.sub("", line) if mode == "item" else line.rstrip(" \t;；,，")
        return at + max(len(line), 1)

    def _further(self, at: int, mark: str) -> int:
        """Return where a text ends that goes on over the next lines, or 0."""
        start = self.text.find("\n", at) + 1
        for _ in range(_FAR):
            stop = self.line_end(start)
            if not start or STATEMENT.match(self.text, start) or self._begins(start, stop):
                return 0
            for i in range(start, stop):
                if self.text[i] == mark:
                    return i + 1 if CLOSED["item"].match(self.text, i + 1) else 0
            start = self.text.find("\n", stop) + 1
        return 0

    def _begins(self, start: int, stop: int) -> bool:
        return _BEGINS.match(self.text, start, stop) is not None

    def _lines(self, at: int, end: int, mark: str) -> Slip:
        first = self.text[at : self.line_end(at)]
        last = self.text[max(self.text.rfind("\n", at, end) + 1, at) : end].strip()
        if self.kind == "json":
            return Slip("slip.lines", at, f"{first}…{last}", f"{first.rstrip()}\\n…{last}")
        return Slip("slip.lines", at, f"{first}…{last}", f"{mark * 2}{first}…{last}{mark * 2}")

    def _escapes(self, at: int, end: int) -> Iterator[Slip]:
        """Yield each backslash that begins nothing, and each tab that JSON does not take."""
        literal = self.text[at] == "'"
        pattern = re.compile(r"\\(?:x[0-9a-fA-F]{2}|.)|\t", re.DOTALL)
        for match in () if literal else pattern.finditer(self.text, at, end):
            found = match[0]
            if ESCAPE[self.kind].match(self.text, match.start()):
                continue
            if found == "\t" and self.kind == "toml":
                continue
            yield Slip("slip.escape", match.start(), found, _escape(found))


def _escape(found: str) -> str:
    if found == "\t":
        return "\\t"
    if found in ("\\'", "\\/"):
        return found[1]
    if found == "\\e":
        return "\\u001B"
    if len(found) == 4:
        return f"\\u00{found[2:].upper()}"
    return f"\\{found}"
