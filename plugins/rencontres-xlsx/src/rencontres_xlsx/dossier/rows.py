"""From the sheets of a workbook to rows: which column is which, whose a row is, what is odd."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Literal

from attrs import define, field

from rencontres import Finding
from rencontres_xlsx.dossier import values, vocabulary
from rencontres_xlsx.dossier.book import LISTS
from rencontres_xlsx.dossier.cells import Book, Cell, Line, Sheet, letters
from rencontres_xlsx.dossier.columns import Column, Headings
from rencontres_xlsx.dossier.places import heading
from rencontres_xlsx.dossier.shapes import Leaf
from rencontres_xlsx.dossier.tables import NUMBER, REMOVE, Row, Table, Tree, every, tables

_TOP = 20
"""In how many rows from the top the headings are looked for."""
_ASKED = 100
"""How many suggestions a workbook gets: looking for one takes long."""


@define
class Read:
    """What a workbook says.

    Attributes:
        tree: Its rows.
        sheets: The names of the sheets of the dossier that it has.
        findings: What is odd about it.
        name: The name of the file.
    """

    tree: Tree
    sheets: set[str]
    findings: list[Finding]
    name: str = ""
    stubs: dict[tuple[str, ...], Row] = field(factory=dict)
    asked: int = 0

    def near(self, word: str, known: Iterable[str], cutoff: float = 0.6) -> list[str]:
        """Return the known word most like another, if any; the hundredth asks in vain.

        Args:
            word: The word.
            known: What is known.
            cutoff: How like it has to be, from 0 to 1.
        """
        self.asked += 1
        return get_close_matches(word, known, n=1, cutoff=cutoff) if self.asked < _ASKED else []

    def tell(
        self,
        code: str,
        severity: Literal["error", "warning", "info"],
        where: str,
        message: str,
        cell: str = "",
        **said: str | int | tuple[str, ...],
    ) -> None:
        """Note what is odd.

        Args:
            code: The kind.
            severity: How bad it is.
            where: The place in the dossier.
            message: An English sentence with named places.
            cell: The sheet and the cell: ``pairings!D7``.
            said: What stands in the places.
        """
        place = {"cell": cell} if cell else {}
        file = {"file": self.name} if self.name else {}
        self.findings.append(Finding(code, severity, where, message, {**said, **place, **file}))


def read(book: Book) -> Read:
    """Return the rows of a workbook.

    Args:
        book: The workbook.
    """
    found = Read({}, set(), [], book.name)
    if book.macros:
        message = "the macros of this workbook are not looked at"
        found.tell("workbook.macros", "info", "", message)
    known = {table.name: table for table in every()}
    sheets = _sheets(book, known, found)
    for table in known.values():
        if table.name in sheets:
            found.sheets.add(table.name)
            _Sheet(table, sheets[table.name], found).read()
    return found


def _sheets(book: Book, known: dict[str, Table], found: Read) -> dict[str, Sheet]:
    sheets: dict[str, Sheet] = {}
    for sheet in book.sheets:
        name = sheet.name.strip().casefold()
        if name in known:
            sheets.setdefault(name, sheet)
        elif name != LISTS and sheet.lines:
            close = found.near(name, known)
            message = "no table of the dossier has the name of this sheet: it is not read"
            message += "; did you mean %(suggestion)s?" if close else ""
            hint = {"suggestion": close[0]} if close else {}
            cell = f"{sheet.name}!A1"
            found.tell("sheet.unknown", "warning", "", message, cell, **hint)
    return sheets


class _Sheet:
    """One sheet being read."""

    def __init__(self, table: Table, sheet: Sheet, found: Read) -> None:
        self.table, self.sheet, self.found = table, sheet, found
        self.hidden = 0
        self.headings = Headings(table)

    def cell(self, line: Line, column: int) -> str:
        return f"{self.sheet.name}!{letters(column)}{line.number}"

    def read(self) -> None:
        """Read the rows below the headings."""
        if not self.sheet.lines:
            return
        head = max(self.sheet.lines[:_TOP], key=lambda line: len(self.headings.columns(line)))
        columns = self.headings.columns(head)
        self.strange(head, columns)
        named = {column.path[0]: column for column in columns if column.leaf is None}
        needed = [key for key in self.table.keys if key not in named]
        if needed:
            message = "no column of this sheet is called %(key)s: its rows are not read"
            self.found.sheets.discard(self.table.name)
            place = self.cell(head, 0)
            self.found.tell(
                "column.missing", "error", self.table.name, message, place, key=needed[0]
            )
            return
        for line in self.sheet.lines:
            if line.number > head.number and any(not self.void(c) for c in line.cells.values()):
                self.row(line, named, [column for column in columns if column.leaf])
                self.hidden += line.hidden
        if self.hidden:
            message = "%(count)s rows of this sheet are hidden; they were read as the others"
            self.found.tell(
                "row.hidden", "info", self.table.name, message, self.cell(head, 0),
                count=self.hidden,
            )  # fmt: skip

    @staticmethod
    def void(cell: Cell) -> bool:
        return values.blank(cell) or (cell.value is None and not cell.formula)

    def strange(self, line: Line, columns: list[Column]) -> None:
        """Tell which headings name no column."""
        taken = {column.at for column in columns}
        known = [heading(column.path) for column in columns]
        known += list(getattr(self.table.shape, "fields", {}))
        for at, cell in sorted(line.cells.items()):
            if at in taken or self.void(cell) or cell.merged:
                continue
            said = values.plain(cell.value).split("\n")[-1]
            close = self.found.near(said.casefold(), known)
            message = "no column is called %(name)s: it is not read"
            message += "; did you mean %(suggestion)s?" if close else ""
            hint = {"suggestion": close[0]} if close else {}
            self.found.tell(
                "column.unknown", "warning", self.table.name, message, self.cell(line, at),
                name=said, **hint,
            )  # fmt: skip

    # --- rows ------------------------------------------------------------------------------------

    def row(self, line: Line, named: dict[str, Column], columns: list[Column]) -> None:
        keys = {name: self.key(line, column) for name, column in named.items()}
        row = Row({}, line=line.number, sheet=self.sheet.name)
        row.cells = {column.path: self.cell(line, column.at) for column in columns}
        row.cells[()] = self.cell(line, 0)
        row.no = _number(keys.get(NUMBER, ""))
        row.removed = bool(keys.get(REMOVE))
        own = [keys[key] for key in self.table.keys]
        if self.table.keyed:
            row.key = vocabulary.word_of(own.pop(), self.table.words)
        where = heading((self.table.noun.table, *(own[:1] or [row.key])))
        for column in columns:
            if column.leaf:
                self.take(line, column, column.leaf, row, where)
        if (self.table.keyed and not row.key) or not all(own):
            message = "this row does not say whose it is: %(keys)s"
            keys_ = tuple(self.table.keys)
            self.found.tell(
                "row.nobody", "error", self.table.name, message, row.cells[()], keys=keys_
            )
            return
        self.place(own, row)

    def key(self, line: Line, column: Column) -> str:
        cell = line.cells.get(column.at)
        if cell is None or self.void(cell) or cell.error or cell.merged:
            return ""
        return values.tidy(values.plain(cell.value))

    def take(self, line: Line, column: Column, leaf: Leaf, row: Row, where: str) -> None:
        """Take a cell; an error, or a part of a merged cell, says nothing of its column."""
        cell = line.cells.get(column.at)
        place = row.cells[column.path]
        where = f"{where}.{heading(column.path)}"
        if cell is None or (self.void(cell) and not cell.merged):
            row.leaves[column.path] = None
            return
        if cell.merged:
            message = "this cell is merged with the one to its left: nothing is read in it"
            self.found.tell("cell.merged", "warning", where, message, place)
        elif cell.value is None:
            message = "this cell holds a formula that nothing has computed: nothing is read in it"
            self.found.tell("cell.formula", "error", where, message, place)
        elif cell.error:
            message = "this cell shows the error %(found)s: nothing is read in it"
            found = values.plain(cell.value)
            self.found.tell("cell.error", "error", where, message, place, found=found)
        else:
            row.leaves[column.path] = values.taken(leaf, cell)
            self.doubt(column, leaf, cell, where, row)

    def doubt(self, column: Column, leaf: Leaf, cell: Cell, where: str, row: Row) -> None:
        """Tell what of a cell somebody should look at."""
        place = row.cells[column.path]
        if cell.formula:
            message = "this cell holds a formula; what it showed last is taken: %(found)s"
            found = values.plain(cell.value)[:80]
            self.found.tell("cell.formula", "warning", where, message, place, found=found)
        if isinstance(cell.value, str) and leaf.kind in ("day", "date", "coming", "limit"):
            read = row.leaves[column.path]
            if values.unsure(cell.value):
                message = "%(found)s is read as %(read)s: the day first"
                self.found.tell(
                    "date.read", "warning", where, message, place, found=cell.value, read=str(read)
                )

    # --- whose rows ------------------------------------------------------------------------------

    def place(self, owner: list[str], row: Row) -> None:
        """Put a row below those it belongs to; what no sheet has is stood for."""
        top = self.found.tree.setdefault(
            self.table.noun.table if self.table.name != "dossier" else "dossier", []
        )
        stubs = self.found.stubs
        if not self.table.field:
            top.append(row)
            stubs.setdefault((self.table.name, row.key), row)
            return
        parent: tuple[str, ...] = (self.table.noun.table, owner[0])
        path = self._parents()
        holder = stubs.get(parent)
        if holder is None:
            holder = stubs[parent] = Row({}, owner[0], stub=True, sheet=row.sheet, line=row.line)
            holder.cells[()] = row.cells[()]
            top.append(holder)
        for table, no in zip(path, owner[1:], strict=True):
            key = (table.name, *parent[1:], no)
            if key not in stubs:
                stub = Row({}, no=_number(no), stub=True, sheet=row.sheet, line=row.line)
                stub.cells[()] = row.cells[()]
                holder.children.setdefault(table.name, []).append(stub)
                stubs[key] = stub
            holder, parent = stubs[key], key
        holder.children.setdefault(self.table.name, []).append(row)
        if self.table.children and row.no:
            stubs.setdefault((self.table.name, *owner, f"{row.no:g}"), row)

    def _parents(self) -> list[Table]:
        """Return the numbered sheets between this one and its table."""
        found: list[Table] = []

        def walk(table: Table, above: list[Table]) -> None:
            if table is self.table:
                found.extend(above)
            for child in table.children:
                walk(child, [*above, table])

        for table in tables():
            walk(table, [])
        return found[1:]


def _number(words: str) -> float:
    number = values.number_of(words)
    return float(number) if isinstance(number, int | float) else 0.0
