"""The sheet of a translator read back: what was written, and what looks wrong in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rencontres import (
    Dossier,
    LanguageError,
    LoadError,
    Proposal,
    Text,
    Wording,
    dump_data,
)
from rencontres_xlsx.dossier import values
from rencontres_xlsx.dossier.cells import Line, Sheet, letters
from rencontres_xlsx.dossier.package import Source
from rencontres_xlsx.dossier.places import heading, path_of
from rencontres_xlsx.dossier.proposing import Settling, head_of, proposal
from rencontres_xlsx.dossier.rows import Read
from rencontres_xlsx.dossier.shapes import Path
from rencontres_xlsx.dossier.sheets import opened
from rencontres_xlsx.dossier.tables import Index, Row, gather, spread
from rencontres_xlsx.dossier.texts import Passage, passages
from rencontres_xlsx.dossier.translation import NAME, SHORT, digest

_KEPT = re.compile(r"\{[^{}\s]*\}|%\(\w+\)s|%[sd]|https?://[^\s，。）]+|[\w.+-]+@[\w-]+\.[\w.-]+")
_PAIRS = ("«»", "“”", "‘’", "()", "（）", "《》", "「」", "[]")
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")


def read_translations(source: Source, dossier: Dossier) -> Proposal:
    """Return what a translator's sheet would change in a dossier.

    Args:
        source: The workbook, or its bytes: of ``write_translations``, and filled in.
        dossier: The dossier, as it is now.

    Raises:
        LoadError: It cannot be read, or has no sheet of translations.
    """
    book = opened(source)
    said = Read({}, set(), [], book.name)
    sheet = next((each for each in book.sheets if each.name.strip().casefold() == NAME), None)
    sheet = sheet or next(iter(book.sheets), None)
    columns = _columns(sheet.lines[0]) if sheet and sheet.lines else {}
    if sheet is None or "id" not in columns:
        said.tell("workbook.foreign", "error", "", "this workbook has no sheet of translations")
        raise LoadError(problems=said.findings)
    return _Reading(sheet, columns, dossier, said).proposal()


def _columns(line: Line) -> dict[str, int]:
    found: dict[str, int] = {}
    for at, cell in sorted(line.cells.items()):
        if isinstance(cell.value, str):
            found.setdefault(values.tidy(cell.value.split("\n")[-1]), at)
    return found


class _Reading:
    def __init__(self, sheet: Sheet, columns: dict[str, int], dossier: Dossier, said: Read) -> None:
        self.sheet, self.columns, self.dossier, self.said = sheet, columns, dossier, said
        own = ("id", "context", "state", "limit", "digest")
        self.tags = [name for name in columns if name not in own and _is_tag(name)]
        self.known = passages(dossier)
        self.tree = spread(dump_data(dossier))
        self.index: Index = {}
        self.data = gather(self.tree, self.index)
        self.taken: dict[Path, str] = {}

    def proposal(self) -> Proposal:
        for name, at in self.columns.items():
            if name not in (*self.tags, "id", "context", "state", "limit", "digest") and name:
                message = "no column is called %(name)s: it is not read"
                self.tell(
                    "column.unknown", "warning", "", message, self.sheet.lines[0], at, name=name
                )
        for line in self.sheet.lines[1:]:
            self.line(line)
        made = Settling(self.tree, self.said, head_of(self.data)).dossier(self.dossier)
        return proposal(self.dossier, made, self.said)

    def tell(
        self, code: str, severity: str, where: str, message: str, line: Line, at: int, **said: str
    ) -> None:
        cell = f"{self.sheet.name}!{letters(at)}{line.number}"
        self.said.tell(code, severity, where, message, cell, **said)  # type: ignore[arg-type]

    def words(self, line: Line, name: str) -> str:
        cell = line.cells.get(self.columns.get(name, -1))
        if cell is None or cell.value is None or cell.merged or cell.error:
            return ""
        return values.plain(cell.value).strip()

    def line(self, line: Line) -> None:
        """Read one text."""
        where = path_of(values.tidy(self.words(line, "id")))
        filled = [tag for tag in self.tags if self.words(line, tag)]
        if not where:
            if filled:
                message = "this row does not say which text it is"
                self.tell("row.nobody", "error", "", message, line, self.columns["id"])
            return
        passage = self.known.get(where)
        if passage is None:
            if filled:
                message = "the dossier has no such text: it may have been taken out since"
                self.tell(
                    "text.unknown", "error", heading(where), message, line, self.columns["id"]
                )
            return
        pairs = [part.partition("=") for part in self.words(line, "digest").split()]
        digests = {tag: digest for tag, _, digest in pairs}
        for tag in filled:
            self.text(line, passage, tag, digests)

    def text(self, line: Line, passage: Passage, tag: str, digests: dict[str, str]) -> None:
        """Take what a row says in one language, or tell why not."""
        words, now = self.words(line, tag), passage.said.get(tag)
        where, at = heading(passage.at(tag)), self.columns[tag]
        place = passage.at(tag)
        if now is not None and words == now.strip():
            return
        if self.taken.setdefault(place, words) != words:
            message = "another row says something else of this text; the first is taken"
            self.tell("row.contradiction", "error", where, message, line, at)
            return
        cell = line.cells[at]
        if cell.formula:
            message = "this cell holds a formula; what it showed last is taken: %(found)s"
            self.tell("cell.formula", "warning", where, message, line, at, found=words[:80])
        kept = digests.get(tag, "")
        if now is not None and not kept.endswith("?"):
            if digest(words) != kept:
                message = (
                    "this is an original: it is changed in the dossier, not in the sheet of its "
                    "translations"
                )
                self.tell("text.original", "warning", where, message, line, at)
            return
        if now is not None and kept.rstrip("?") != digest(now):
            message = (
                "the dossier has other words here since the sheet was made: %(now)s; it stays as "
                "it is"
            )
            self.tell("text.conflict", "error", where, message, line, at, now=now)
            return
        if now is not None and digest(words) == kept.rstrip("?"):
            return  # it was looked at, and left as it was
        for code, severity, message, told in self.doubts(passage, tag, words, digests):
            self.tell(code, severity, where, message, line, at, **told)
        self.put(line, passage, tag, words)

    def doubts(
        self, passage: Passage, tag: str, words: str, digests: dict[str, str]
    ) -> Iterator[tuple[str, str, str, dict[str, str]]]:
        """Yield what somebody should look at in a translation."""
        sources = [each for each in passage.said if each != tag]
        source = next((each for each in self.dossier.languages if each in sources), None)
        source = source or next(iter(sources), None)
        original = passage.said.get(source, "") if source else ""
        kept = digests.get(source or "", "").rstrip("?")
        if kept and kept != digest(original):
            message = "the original has changed since the sheet was made; it is now: %(now)s"
            yield "text.source", "warning", message, {"now": original}
        lost = [each for each in _KEPT.findall(original) if each not in words]
        if lost:
            message = "the original has %(lost)s, and the translation has not"
            yield "text.place", "warning", message, {"lost": ", ".join(lost)}
        for opening, closing in map(tuple, _PAIRS):
            if words.count(opening) != words.count(closing) and opening != "‘":
                message = "an opening %(opening)s and a closing %(closing)s do not match"
                yield "text.quotes", "warning", message, {"opening": opening, "closing": closing}
        most = SHORT.get(passage.where[-1])
        if most and len(words) > most:
            message = "this is longer than small screens show"
            yield "text.long", "warning", message, {}
        if words == original or (
            tag.startswith("zh") and not _HAN.search(words) and _HAN.search(original)
        ):
            message = "this is the same as the original: was it translated?"
            yield "text.same", "info", message, {}
        elif tag.startswith("zh") and not _HAN.search(words):
            yield "text.same", "info", "there is no Chinese character in this", {}
        if (meant := _punctuated(words, tag)) != words:
            message = "the language writes this as: %(meant)s"
            yield "text.typography", "info", message, {"meant": meant}

    def put(self, line: Line, passage: Passage, tag: str, words: str) -> None:
        """Put words into the row of the dossier that they belong to."""
        place = passage.at(tag)
        known = passage.at(next(iter(passage.said)))
        row, path = self.index[known]
        at = known.index(next(iter(passage.said)), len(known) - len(path)) - len(known)
        leaf = tuple(tag if n - len(path) == at else part for n, part in enumerate(path))
        cell = f"{self.sheet.name}!{letters(self.columns[tag])}{line.number}"
        if self.unproposed(place):
            message = "a proposal does not change this: write it into the dossier itself"
            self.said.tell("header.differs", "warning", heading(place), message, cell)
            return
        if row.old is None:
            row.old = Row(dict(row.leaves), row.key, row.no, dict(row.children))
        row.line = row.line or line.number
        row.leaves[leaf] = words
        row.cells[leaf] = cell
        order = (*leaf[:-2], next(iter(passage.said)), "order")
        if len(leaf) > 2 and order in row.leaves:
            row.leaves.setdefault((*leaf[:-1], "order"), row.leaves[order])

    def unproposed(self, place: Path) -> bool:
        return place[0] in head_of(self.data) or place[0] == "tolerances"


def _is_tag(name: str) -> bool:
    try:
        return Text({name: "-"}).tags == (name,)
    except ValueError:
        return False


def _punctuated(words: str, tag: str) -> str:
    try:
        return Wording(tag).punctuate(words)
    except LanguageError:
        return words
