"""TOML 1.0: where everything stands, and the slips of those who write it by hand."""

from __future__ import annotations

import re

from rencontres.sources.cursor import Enough, Path
from rencontres.sources.grammar import BLANKS, END, HEADER, PART
from rencontres.sources.signs import BRACKETS, DEEPEST, QUOTES, bare, quoted
from rencontres.sources.toml_keys import TWO_WORDS, Keys, KeyScanner, name_of

_OTHER = re.compile(r"\s*\{\s*[\"'“”}]")
_JOIN = re.compile(r"[=＝﹦]|[:：﹕](?!//)|->|→|⇒")
_OPENS = re.compile(r"(?:[\[［【〔〖({<（｛][ \t]*)*")
_CLOSES = re.compile(r"(?:[ \t]*[\])}>］】〕〗）｝])*")
_STOP = rf"{BLANKS}(?:[#＃,;，；]|[:：]{BLANKS}(?:[#＃]|$)|$)"
_HEADED = re.compile(
    rf"[\[［【〔〖]|[({{<（｛]{BLANKS}[\w-]+(?:\.[\w-]+)*{BLANKS}[)}}>）｝]{_STOP}"
    rf"|[\w-]+(?:[.．。][\w-]+)+{BLANKS}[\]］】]*{_STOP}|[\w-]+{BLANKS}[\]］】]+{_STOP}"
)
_UNJOINED = re.compile(rf"[\w.-]+[ \t]*[\[{{［｛{''.join(QUOTES)}]")
_PUNCTUATION = re.compile(rf"[,，;；.。、:：\])}}］】）｝]+(?={BLANKS}(?:[#＃\r\n]|\Z))")
_FURTHER = re.compile(r"[\w.-]+[ \t]*[=＝](?!=)|[\[［【]")
_TEXTS = re.compile("\"[^\"]*\"|'[^']*'|“[^”]*”|«[^»]*»|‘[^’]*’|„[^“]*“")
_WORDS = 4


class TomlScanner(KeyScanner):
    """Reads a file of TOML 1.0."""

    def __init__(self, text: str) -> None:
        """Stand at the first sign of a text."""
        super().__init__(text)
        self.here: Path = ()
        self.implied: set[Path] = set()
        self.lists: dict[Path, int] = {}

    def document(self) -> None:
        """Read line after line."""
        if _OTHER.match(self.text, self.pos):
            self.slip("slip.kind", self.pos, "TOML", "JSON")
            return
        self.gap()
        while self.raw():
            self.line()
            self.gap()

    def line(self) -> None:
        """Read a header or a statement, and what follows on its line."""
        start = self.pos
        stop = self.quotes.line_end(start)
        if self.written() or not _HEADED.match(self.text, start, stop):
            if not self.statement(start, stop):
                return
        else:
            self.header(start)
        self.finish(start)

    def statement(self, start: int, stop: int) -> bool:
        """Read a key and its value; tell whether there was one."""
        if not self.written() and not self._meant(start, stop):
            found = self.text[start:stop]
            spare = self.peek() in ("]", "}", ")")
            self.slip("slip.spare" if spare else "slip.statement", start, found, f"# {found}")
            self.skip(start)
            return False
        keys = self.keys()
        if self.join(start):
            self.blanks()
            if END.match(self.text, self.pos):
                found = self.text[start : self.pos].rstrip()
                self.slip("slip.value", start, found, f"{found} …")
            else:
                keys = self._nested(start, keys)
                self.value(self.place(self.here, keys), keys[0][1], "line")
        return True

    def member(self, path: Path) -> None:
        """Read a key and its value inside braces."""
        start = self.pos
        keys = self.keys()
        if self.pos == start:
            self.slip("slip.spare", start, self.raw(), "")
            self.pos += 1
        elif self.join(start):
            self.blanks()
            if (sign := self.peek()) and sign not in ",;]}\r\n":
                self.value(self.place(path, keys), keys[0][1])
            else:
                found = self.text[start : self.pos].rstrip()
                self.slip("slip.value", start, found, f"{found} …")

    def _nested(self, start: int, keys: Keys) -> Keys:
        """Return a key with the one that stands where its value should: a dot belongs there."""
        if not self.written():
            return keys
        key, inner = self.text[start : self.pos], self.pos
        keys = [*keys, *self.keys()]
        self.take("=")
        found = self.text[start : self.pos]
        wanted = f"{key.rstrip(' =')}.{self.text[inner : self.pos]}"
        self.slip("slip.separator", start, found, wanted)
        self.blanks()
        return keys

    def _meant(self, start: int, stop: int) -> bool:
        """Tell whether a line that is no statement was meant as one, and is no prose."""
        after = self.quotes.end(start, "key")[0] if self.raw() in QUOTES else start
        join = _JOIN.search(self.text, after, stop)
        if join is None:
            return _UNJOINED.match(self.text, start, stop) is not None
        key = bare(self.text[start : join.start()])
        return bool(key) and (after > start or len(key.split()) <= _WORDS)

    def header(self, start: int) -> None:
        """Read the name of a table between brackets, and stand in that table."""
        match = HEADER.match(self.text, start)
        if match and self.text[match.end() : match.end() + 1] not in BRACKETS:
            group = "many" if match["many"] else "one"
            found = PART.finditer(self.text, match.start(group), match.end(group))
            keys, many = [(name_of(part[0]), part.start()) for part in found], group == "many"
            self.pos = match.end()
            if many and len(keys) == 2:
                self.slip("slip.brackets", start, match[0], f"[{match[group]}]")
        else:
            keys, many = self._odd_header(start)
        self.enter(keys, many=many)

    def _odd_header(self, start: int) -> tuple[Keys, bool]:
        opens = _OPENS.match(self.text, start)
        opening = opens[0] if opens else ""
        self.pos = start + len(opening)
        keys = self.two_words(TWO_WORDS) or self.odd_keys()
        closes = _CLOSES.match(self.text, self.pos)
        closing = closes[0] if closes else ""
        self.pos += len(closing)
        many = min(len(bare(opening)), len(bare(closing))) > 1 and len(keys) != 2
        name = ".".join(part if PART.fullmatch(part) else quoted(part, "toml") for part, _ in keys)
        wanted = f"[[{name}]]" if many else f"[{name}]"
        if not name.strip('."'):
            self.slip("slip.brackets", start, self.text[start : self.pos], "[…]")
        elif (opening.strip(), closing.strip()) != (("[[", "]]") if many else ("[", "]")):
            self.slip("slip.brackets", start, self.text[start : self.pos], wanted)
        return keys, many

    def place(self, path: Path, keys: Keys) -> Path:
        """Return the path of a key, and note the tables that its dots open."""
        for name, at in keys[:-1]:
            path = self._through((*path, name), at)
        return (*path, keys[-1][0])

    def _through(self, path: Path, at: int) -> Path:
        """Note a table that is only passed through, and tell if there is a value in its place."""
        if len(path) > DEEPEST:
            raise Enough
        if path in self.valued:
            self.twice(path, at)
        elif path not in self.marks:
            self.marks[path] = (at, at, at)
        return path

    def enter(self, keys: Keys, *, many: bool) -> None:
        """Stand in a table."""
        path: Path = ()
        for name, at in keys[:-1]:
            path = (*path, name)
            if path not in self.marks:
                self.implied.add(path)
            path = self._last(self._through(path, at))
        path, at = (*path, keys[-1][0]), keys[-1][1]
        known = path in self.lists if many else path in self.implied
        if path in self.marks and not known:
            self.twice(path, at)
        if many:
            self.marks.setdefault(path, (at, at, at))
            self.lists[path] = self.lists.get(path, 0) + 1
            path = self._last(path)
        self.implied.discard(path)
        self.marks[path] = (at, at, at)
        self.here = path

    def _last(self, path: Path) -> Path:
        return (*path, self.lists[path] - 1) if path in self.lists else path

    def finish(self, start: int) -> None:
        """Pass over the end of a line, and tell what does not belong there."""
        self.blanks()
        if punctuation := _PUNCTUATION.match(self.text, self.pos):
            self.slip("slip.spare", self.pos, punctuation[0], "")
            self.pos = punctuation.end()
            self.blanks()
        if END.match(self.text, self.pos) or self.remark():
            return
        if self.pos > start and _FURTHER.match(self.text, self.pos):
            stop = self.quotes.line_end(self.pos)
            self.slip("slip.two", self.pos, self.text[start:stop], self.text[self.pos : stop])
            return
        self._rest(start)

    def _rest(self, start: int) -> None:
        """Tell what stands behind a value: more values, or words."""
        stop = self.quotes.line_end(self.pos)
        rest = self.text[self.pos : stop]
        value = self.text[max(start, self.began) : self.last].rstrip()
        found = self.text[max(start, self.began) : stop] if value else rest
        items = _TEXTS.findall(found)
        code, wanted = "slip.after", f"{value} # {rest}"
        if value[:1] in QUOTES and rest[:1] in (*QUOTES, *",;，、；") and len(items) > 1:
            code, wanted = "slip.list", f"[{', '.join(quoted(name_of(i), 'toml') for i in items)}]"
        elif value[:1] in QUOTES and rest[:1].isalnum():
            wanted = quoted(f"{name_of(value)} {rest}", "toml")
        self.slip(code, self.pos, found, wanted)
        self.skip(self.pos)
