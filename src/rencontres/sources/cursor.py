"""A place in a file that moves on, and what has been noticed on the way."""

from __future__ import annotations

import re
import unicodedata
from typing import TypeAlias

from rencontres.sources.quoting import Mode, Quotes
from rencontres.sources.signs import ODD, QUOTES, SIGNS, Kind, Slip

Path: TypeAlias = tuple[str | int, ...]
"""Where a value stands: keys of tables and indexes of lists, from the outside in."""

Mark: TypeAlias = tuple[int, int, int]
"""Offsets: of the key, of the first sign of its value and behind the last one."""

MOST = 1000
"""How many slips are told of one file."""

WIDEST = 200_000
"""A line that goes on for longer was not written by hand: one slip is told of it."""

_SPACES = re.compile(r"[ \t]*")
_ODD = re.compile(f"[{ODD}]+")
_REMARK = re.compile(r"[#＃﹟][^\n]*|//[^\n]*|/\*(?:[^*]|\*(?!/))*+(?:\*/)?")
_SEPARATOR = re.compile(r"[=＝﹦:：﹕]+(?:[ \t]+[=＝﹦:：﹕]+)?>?(?!//)|->|→|⇒")


class Enough(Exception):  # noqa: N818 - no error: it ends a scan
    """More slips, or deeper values, than anybody reads."""


class Cursor:
    """A place in a file, what has been noticed, and where things stand.

    Attributes:
        text: The file.
        pos: How far it is read.
        last: Where the value before ended, or the bracket that opened what is read.
        marks: Where each path stands.
        slips: What is wrong.
        again: Keys that are there already: path, offset of the first, offset of this one.
    """

    kind: Kind
    joiner: str

    def __init__(self, text: str) -> None:
        """Stand at the first sign of a text.

        Args:
            text: A file; a byte order mark before it is passed over.
        """
        self.text = text
        self.pos = self.last = int(text.startswith("\ufeff"))
        self.marks: dict[Path, Mark] = {}
        self.slips: list[Slip] = []
        self.again: list[tuple[Path, int, int]] = []
        self.quotes = Quotes(text, self.kind)

    def slip(self, code: str, at: int, found: str, wanted: str) -> None:
        """Tell a slip.

        Raises:
            Enough: There are too many, or the line is longer than anybody writes.
        """
        self.slips.append(Slip(code, at, found, wanted))
        endless = len(self.text) - at > WIDEST and self.text.find("\n", at, at + WIDEST) < 0
        if len(self.slips) >= MOST or endless:
            raise Enough

    def twice(self, path: Path, key: int) -> None:
        """Tell a key that is there already.

        Raises:
            Enough: There are too many.
        """
        self.again.append((path, self.marks[path][0], key))
        if len(self.again) >= MOST:
            raise Enough

    def raw(self) -> str:
        """Return the next sign as it is written; empty at the end."""
        return self.text[self.pos : self.pos + 1]

    def peek(self) -> str:
        """Return the next sign, or the one that it is taken for; empty at the end."""
        sign = self.raw()
        return SIGNS.get(sign, sign)

    def expect(self, wanted: str) -> None:
        """Tell if the next sign is not the one that is wanted."""
        if self.raw() != wanted:
            self.slip("slip.sign", self.pos, self.raw(), wanted)

    def take(self, wanted: str) -> None:
        """Pass over one sign, and tell if it is not the one that is wanted."""
        self.expect(wanted)
        self.pos += 1

    def blanks(self) -> None:
        """Pass over spaces, and tell those that are none."""
        while True:
            spaces = _SPACES.match(self.text, self.pos)
            self.pos = spaces.end() if spaces else self.pos
            if not (odd := _ODD.match(self.text, self.pos)):
                return
            name = unicodedata.name(odd[0][0], "NEXT LINE").lower()
            self.slip("slip.space", self.pos, f"U+{ord(odd[0][0]):04X} ({name})", " ")
            self.pos = odd.end()

    def remark(self) -> bool:
        """Pass over a comment; tell whether there was one, and if the format has none such."""
        match = _REMARK.match(self.text, self.pos)
        if match is None:
            return False
        if self.kind == "json":
            self.slip("slip.remark", self.pos, match[0], "")
        elif not match[0].startswith("#"):
            self.slip("slip.comment", self.pos, match[0][: 1 + (match[0][0] == "/")], "#")
        self.pos = match.end()
        return True

    def skip(self, start: int) -> None:
        """Pass over the rest of a line.

        Args:
            start: How far it is read already; one sign more is passed over at least.
        """
        end = self.text.find("\n", start + 1)
        self.pos = len(self.text) if end < 0 else end

    def gap(self) -> None:
        """Pass over spaces, ends of lines and comments."""
        while True:
            self.blanks()
            if self.raw() in ("\n", "\r") and self.raw():
                self.pos += 1
            elif not self.remark():
                return

    def quote(self, mode: Mode) -> str:
        """Pass over a text between quotes, and return it as it is written."""
        start = self.pos
        self.pos, slips = self.quotes.end(start, mode)
        for slip in slips:
            self.slip(slip.code, slip.at, slip.found, slip.wanted)
        return self.text[start : self.pos]

    def join(self, start: int) -> bool:
        """Pass over what joins a key to its value; tell whether a value may follow."""
        key = self.text[start : self.pos].rstrip()
        match = _SEPARATOR.match(self.text, self.pos)
        space = "" if self.joiner == ":" else " "
        if match and match[0] != self.joiner:
            found = self.text[start : match.end()]
            self.slip("slip.separator", self.pos, found, f"{key}{space}{self.joiner}")
        if match:
            self.pos = match.end()
            return True
        if self.peek() in ("[", "{") or self.raw() in QUOTES:
            self.slip("slip.separator", start, key, f"{key}{space}{self.joiner}")
            return True
        self.slip("slip.value", start, key, f"{key}{space}{self.joiner} …")
        return False
