"""Which column is which: by its keys, else by what it is called in some language."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from rencontres_xlsx.dossier import shapes, values, vocabulary
from rencontres_xlsx.dossier.cells import Line
from rencontres_xlsx.dossier.places import heading, path_of
from rencontres_xlsx.dossier.shapes import Leaf, Path
from rencontres_xlsx.dossier.tables import NUMBER, REMOVE, Table


@frozen
class Column:
    """A column: where it is, what it is called, and what its cells hold.

    Attributes:
        at: Its number, from 0.
        path: Its keys.
        leaf: What its cells hold; None: whose the rows are.
    """

    at: int
    path: Path
    leaf: Leaf | None


class Headings:
    """What the columns of a sheet may be called."""

    def __init__(self, table: Table) -> None:
        """Begin.

        Args:
            table: The sheet.
        """
        self.table = table
        self.keys = [*table.keys, *([NUMBER] if table.numbered else [])]

    def columns(self, line: Line) -> list[Column]:
        """Return the columns that a row of headings names, each once.

        Args:
            line: The row.
        """
        found: dict[Path, Column] = {}
        for at, cell in sorted(line.cells.items()):
            if isinstance(cell.value, str) and (column := self.column(at, cell.value)):
                found.setdefault(column.path, column)
        return list(found.values())

    def column(self, at: int, words: str) -> Column | None:
        """Return the column of a heading, or None.

        Args:
            at: Its number.
            words: The heading.
        """
        lines = [values.tidy(line) for line in words.split("\n")]
        for said in reversed(lines):
            path = path_of(said)
            if len(path) == 1 and path[0] in (*self.keys, REMOVE):
                return Column(at, path, None)
            if path and heading(path) == said and (leaf := self.leaf(path)):
                return Column(at, path, leaf)
        for said in lines:
            for path, names in self.named():
                if said.casefold() in names:
                    return Column(at, path, self.leaf(path))
        return None

    def leaf(self, path: Path) -> Leaf | None:
        """Return what the cells of a column hold, or None where the sheet has no such column.

        Args:
            path: The keys of the column.
        """
        return shapes.leaf_of(self.table.shape, path)

    def named(self) -> Iterator[tuple[Path, set[str]]]:
        """Yield the simple columns of the sheet, with their names in the languages known."""
        fields = [(key,) for key in getattr(self.table.shape, "fields", {})]
        for path in [(key,) for key in (*self.keys, REMOVE)] + fields:
            shown = {
                of(path[0], language).casefold()
                for language in ("fr", "zh-Hans")
                for of in (vocabulary.column, vocabulary.thing)
            }
            if len(path) == 1 and (path[0] in (*self.keys, REMOVE) or self.leaf(path)):
                yield path, shown
