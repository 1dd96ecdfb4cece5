"""Values, lists and tables in braces: where each stands, and the slips in them."""

from __future__ import annotations

import re
from collections.abc import Callable

from rencontres.sources.cursor import Cursor, Enough, Path
from rencontres.sources.grammar import AFTER, SCALAR, STATEMENT
from rencontres.sources.mending import mend, several
from rencontres.sources.quoting import WINDOW, Mode
from rencontres.sources.signs import DEEPEST, ODD, QUOTES
from rencontres.sources.spoken import last_of_month

_ITEM = re.compile(r"[^,，、;；\]］】〕}｝\r\n#＃]*")
_LINE = re.compile(r"[^\r\n#＃]*")
_VALUE = "(?:\"[^\"\\n]*\"|'[^'\\n]*')"
_SET = re.compile(rf"\{{[ \t]*{_VALUE}[ \t]*(?:,[ \t]*{_VALUE}[ \t]*)*\}}")
_NEXT_KEY = re.compile(r"[ \t]+[\w-]+(?:\.[\w-]+)*[ \t]*[=:](?![/\d])|[ \t]+(?:/[/*]|;[ \t])")
_NEXT_TEXT = re.compile(r"[ \t]+[\"'“][^\"'“”]*[\"'”]")
_DECIMAL = re.compile(r"[+-]?[0-9.]+,[0-9]+(?=[ \t]*(?:[,}\r\n]|\Z))")
_ENDING = re.compile(f"[,，;；。\\s{ODD}]+$")
_MEMBER = re.compile(rf"[ \t]*(?:{_VALUE}|[\w.-]+)[ \t]*[=:＝：](?!//)[ \t]*[^\d\s]")
_LINES = re.compile(r"[ \t]*\r?\n\s*")
_CLOSING = {"[": "]", "{": "}"}
_OPENING = {"]": "[", "}": "{", ")": "("}
_COMMA = re.compile("[ \\t]*[,，]")


class Scanner(Cursor):
    """Reads values as they should be written, and tells where they are not.

    What is right is read as ``tomllib`` and ``json`` read it; what is wrong is taken for what
    was meant, told, and passed over. One pass, in the time of the length of the text.
    """

    def __init__(self, text: str) -> None:
        """Stand at the first sign of a text."""
        super().__init__(text)
        self.open: list[str] = []
        self.valued: set[Path] = set()
        self.began = self.first = 0

    def run(self) -> None:
        """Read the whole text, or as much of it as anybody wants to know."""
        try:
            self.document()
        except Enough:
            return

    def document(self) -> None:
        """Read the whole text."""
        raise NotImplementedError

    def member(self, path: Path) -> None:
        """Read a key and its value inside braces."""
        raise NotImplementedError

    def value(self, path: Path, key: int, mode: Mode = "item") -> None:
        """Read one value, and note where it stands.

        Args:
            path: Its path.
            key: The offset of its key, or its own where it has none.
            mode: What surrounds it.

        Raises:
            Enough: It stands too deep.
        """
        start, sign = self.pos, self.peek()
        if len(path) > DEEPEST:
            raise Enough
        if path in self.marks:
            self.twice(path, key)
        self.marks[path] = (key, start, start)
        self.valued.add(path)
        self.began = start if mode == "line" else self.began
        if sign and sign in "[(" and _MEMBER.match(self.text, start + 1):
            self.slip("slip.sign", start, self.raw(), "{")
            self.inside("{", lambda: self.members(path))
        elif sign and sign in "[(":
            self.expect("[")
            self.inside("[", lambda: self.items(path))
        elif sign == "{" and (several := _SET.match(self.text, start)):
            self.slip("slip.list", start, several[0], f"[{several[0][1:-1]}]")
            self.pos = several.end()
        elif sign == "{":
            self.expect("{")
            self.inside("{", lambda: self.members(path))
        elif self.raw() in QUOTES:
            self.quote(mode)
        else:
            self.unquoted(mode)
        self.marks[path] = (key, start, self.pos)
        self.first, self.last = start, self.pos

    def unquoted(self, mode: Mode) -> None:
        """Pass over a value without quotes."""
        start = self.pos
        match = SCALAR[self.kind].match(self.text, start, start + WINDOW)
        after = AFTER[self.kind].match(self.text, match.end()) if match else None
        decimal = _DECIMAL.match(self.text, start) if self.open[-1:] == ["}"] else None
        if decimal:
            run = decimal[0]
        elif match and after and (mode == "item" or not after[0].endswith((",", "]", "}"))):
            run = match[0]
        else:
            run = self._run(mode)
        self.pos = start + max(len(run), 1)
        if not run:
            self.slip("slip.spare", start, self.text[start : start + 1], "")
        elif SCALAR[self.kind].fullmatch(run):
            if self.kind == "toml" and run[4:5] == "-" and (last := last_of_month(run[:10])):
                self.slip("slip.calendar", start, run, last + run[10:])
        elif mode == "item" and (items := several(run, self.kind)):
            self.slip("slip.comma", start, run, items)
        else:
            code, wanted = mend(run, self.kind)
            self.slip(code, start, run, wanted)

    def _run(self, mode: Mode) -> str:
        """Return what stands here without quotes, up to what surely ends it."""
        shape = _LINE if mode == "line" else _ITEM
        match = shape.match(self.text, self.pos, self.pos + WINDOW)
        run = match[0] if match else ""
        if further := _NEXT_KEY.search(run) or (mode == "item" and _NEXT_TEXT.search(run)):
            run = run[: further.start()]
        run = _ENDING.sub("", run)
        if run[-1:] in _OPENING and _OPENING[run[-1]] not in run:
            run = run[:-1].rstrip()
        return run

    def inside(self, opening: str, read: Callable[[], None]) -> None:
        """Read what stands between two brackets."""
        self.open.append(_CLOSING[opening])
        self.first = self.pos
        self.pos += 1
        self.last = self.pos
        read()
        self.open.pop()

    def items(self, path: Path) -> None:
        """Read the values of a list, and what closes it."""
        index = 0
        while True:
            comma = self.commas(first=not index)
            if self.closes(comma) or (self.kind == "toml" and self._left()):
                return
            self._needs(comma, first=not index)
            self.value((*path, index), self.pos)
            index += 1

    def members(self, path: Path) -> None:
        """Read the keys and values of a table in braces, and what closes it."""
        start, first, line = self.first, True, -1
        while True:
            comma = self.commas(first=first)
            if self.kind == "toml" and line < 0:
                line = self.text.find("\n", self.last, self.pos)
            sure = comma is None and not first and self.peek() != "}"
            if self.kind == "toml" and self._left(sure=sure):
                return
            if self.closes(comma):
                break
            self._needs(comma, first=first)
            self.member(path)
            first = False
        if line >= 0:
            found = self.text[start : self.pos]
            wanted = "{ … }" if "#" in found else re.sub(r",?\s*\}$", " }", _LINES.sub(" ", found))
            self.slip("slip.braces", line, found, wanted)

    def commas(self, *, first: bool) -> int | None:
        """Pass over what stands between two values; return the offset of the comma."""
        comma: int | None = None
        self.gap()
        while (sign := self.peek()) and sign in ",;":
            if comma is not None or first:
                self.slip("slip.spare", self.pos, self.raw(), "")
                self.pos += 1
            else:
                comma = self.pos
                self.take(",")
            self.gap()
        return comma

    def closes(self, comma: int | None) -> bool:
        """Pass over a closing bracket; tell whether there was one, or should have been.

        Args:
            comma: The offset of the comma before it, if there is one.
        """
        sign, closing = self.peek(), self.open[-1]
        if not sign or (sign in "]}" and sign != closing and sign in self.open[:-1]):
            self._tell_open()
            return True
        if sign not in "]})":
            return False
        if comma is not None and (self.kind == "json" or closing == "}"):
            found = self.text[comma : self.pos] if self._is_blank(comma) else ","
            self.slip("slip.trailing", comma, found + closing, found[1:] + closing)
        self.take(closing)
        return True

    def _left(self, *, sure: bool = False) -> bool:
        """Tell whether what comes next is a line of its own: the bracket above was left open.

        Inside braces the next line may be a key of the table, unless no comma came before it.
        """
        line = self.text.find("\n", self.last, self.pos)
        ahead = STATEMENT.match(self.text, self.pos)
        own_line = ahead and (self.open[-1] == "]" or ahead[0][0] == "[")
        if line >= 0 and self.raw() and (sure or own_line):
            self._tell_open()
            self.pos = line
            return True
        return False

    def _tell_open(self) -> None:
        latest, comma = self._latest(), _COMMA.match(self.text, self.last)
        found = latest + comma[0] if comma else latest
        self.slip("slip.open", max(self.last - 1, 0), found, latest + self.open[-1])

    def _is_blank(self, comma: int) -> bool:
        return not self.text[comma + 1 : self.pos].strip()

    def _needs(self, comma: int | None, *, first: bool) -> None:
        if comma is None and not first:
            latest = self._latest()
            self.slip("slip.comma", max(self.last - 1, 0), latest, f"{latest},")

    def _latest(self) -> str:
        """Return what was read last, or the last line of it."""
        return (
            self.text[max(self.first, self.last - WINDOW) : self.last].rpartition("\n")[2].strip()
        )
