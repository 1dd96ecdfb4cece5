"""JSON (RFC 8259): where everything stands, and the slips of those who write it by hand."""

from __future__ import annotations

import json
import re

from rencontres.sources.cursor import Path
from rencontres.sources.grammar import TEXT
from rencontres.sources.scanner import Scanner
from rencontres.sources.signs import QUOTES, bare, quoted

_RUN = re.compile(r"[^=＝:：,，;；{｛}｝\[\]\"\r\n]*")
_OTHER = re.compile(
    r"\s*(?:#[^\n]*\s*)*(?:\[\[?(?!true|false|null)[^\W\d][^\]\n\"]*\]+\s*(?:\n|\Z)|[\w.-]+[ \t]*=)"
)


class JsonScanner(Scanner):
    """Reads a file of JSON."""

    kind = "json"
    joiner = ":"

    def document(self) -> None:
        """Read the one value of the file, and see that nothing follows."""
        if _OTHER.match(self.text, self.pos):
            self.slip("slip.kind", self.pos, "JSON", "TOML")
            return
        self.gap()
        if not self.raw():
            self.slip("slip.empty", self.pos, "", "{}")
            return
        self.value((), self.pos)
        self.gap()
        while (sign := self.peek()) and sign in "]}),;":
            self.slip("slip.spare", self.pos, self.raw(), "")
            self.pos += 1
            self.gap()
        if self.raw():
            self.slip("slip.after", self.pos, self.text[self.pos : self.pos + 80], "")

    def member(self, path: Path) -> None:
        """Read a key, a colon and a value."""
        start = self.pos
        if self.raw() in QUOTES:
            written = self.quote("key")
        else:
            match = _RUN.match(self.text, start)
            written = bare(match[0]) if match else ""
            self.pos = start + max(len(written), 1)
            if not written:
                self.slip("slip.spare", start, self.text[start : self.pos], "")
                return
            self.slip("slip.name", start, written, quoted(written, self.kind))
        self.gap()
        if not self.join(start):
            return
        self.gap()
        if (sign := self.peek()) and sign not in ",;]}":
            self.value((*path, _name(written)), start)
        else:
            self.slip("slip.value", start, written, f"{written}: …")


def _name(written: str) -> str:
    if TEXT["json"]['"'].fullmatch(written):
        return str(json.loads(written))
    return written.strip("".join(QUOTES))
