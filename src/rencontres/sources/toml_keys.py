"""Keys of TOML, dotted or not, and what was meant by those that are none."""

from __future__ import annotations

import re
import tomllib
from typing import TypeAlias

from rencontres.sources.grammar import BLANKS, KEY, PART
from rencontres.sources.scanner import Scanner
from rencontres.sources.signs import QUOTES, bare, plain, quoted, unaccented

Keys: TypeAlias = list[tuple[str, int]]
"""The parts of a dotted key, each with its offset."""

_EQUALS = re.compile(r"[ \t]*=(?![=>])")
_RUN = re.compile(
    r"(?:(?!->)[^.．。｡﹒=＝﹦:：﹕→⇒\[\]［］【】〔〕〖〗{｛}｝()（）<>,，;；#＃\"“”„«»\r\n])*"
)
TWO_WORDS = re.compile(
    r"([a-z]+)[ \t]*(?:[ \t/\\:：,，;；、]|[ \t]-[ \t])[ \t]*([a-z0-9_-]+)"
    rf"(?={BLANKS}[\])}}］】〕）｝])"
)
"""A thing whose noun and id are kept apart by anything but a dot."""

_LANGUAGE = re.compile(
    r"([a-z]+)[ \t]*[ \t/(\[（［][ \t]*[\"'“]?"
    r"([a-z]{2}(?:-[A-Z][a-z]{3})?)[\"'”]?[)\]）］]?"
    r"(?=[ \t]*[=＝:：])"
)


class KeyScanner(Scanner):
    """Reads keys as they should be written, and tells where they are not."""

    kind = "toml"
    joiner = "="

    def written(self) -> bool:
        """Tell whether a key and its sign stand here as they should."""
        key = KEY.match(self.text, self.pos)
        return key is not None and _EQUALS.match(self.text, key.end()) is not None

    def keys(self) -> Keys:
        """Pass over a key, dotted or not, and return its parts."""
        if self.written() and (key := KEY.match(self.text, self.pos)):
            found = PART.finditer(self.text, self.pos, key.end())
            parts = [(name_of(part[0]), part.start()) for part in found]
            self.pos = key.end()
            self.blanks()
            return parts
        if parts := self.two_words(_LANGUAGE) or []:
            self.blanks()
        return parts or self.odd_keys()

    def odd_keys(self) -> Keys:
        """Pass over what was meant as a key, and return the parts that were meant."""
        parts: Keys = []
        dotted = False
        while True:
            self.blanks()
            start = self.pos
            if self.raw() in QUOTES:
                parts.append((name_of(self.quote("key")), start))
            elif written := self._part():
                self.pos = start + len(written)
                parts.append((self._mended(written, start), start))
            elif dotted or self.peek() == ".":
                self.slip("slip.spare", self.pos - dotted, ".", "")
            self.blanks()
            if self.peek() != ".":
                return parts or [("", start)]
            self.take(".")
            dotted = True

    def _part(self) -> str:
        match = _RUN.match(self.text, self.pos, self.quotes.line_end(self.pos))
        return bare(match[0]) if match else ""

    def _mended(self, written: str, at: int) -> str:
        """Return the part of a key that is meant, and tell if it is not what is written."""
        if PART.fullmatch(written):
            return written
        name = plain(written)
        if not PART.fullmatch(name):
            name = re.sub("[^a-z0-9_]+", "-", unaccented(name)).strip("-")
        self.slip("slip.name", at, written, name or quoted(written, self.kind))
        return name or written

    def two_words(self, shape: re.Pattern[str]) -> Keys | None:
        """Return the two parts of a name that another sign than a dot keeps apart, if it is so."""
        match = shape.match(self.text, self.pos)
        if match is None:
            return None
        self.slip("slip.name", self.pos, match[0], f"{match[1]}.{match[2]}")
        self.pos = match.end()
        return [(match[1], match.start(1)), (match[2], match.start(2))]


def name_of(written: str) -> str:
    """Return the name that a part of a key is."""
    if written[:1] not in QUOTES:
        return written
    if PART.fullmatch(written):
        return str(tomllib.loads(f"name = {written}")["name"])
    return bare(written.strip("".join(QUOTES)))
