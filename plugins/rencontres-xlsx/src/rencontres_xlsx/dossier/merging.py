"""The rows of a workbook laid over those of a dossier: nothing goes that nobody has told out.

A row that is missing is a doubt and stays; an empty cell is a statement, and told; two copies of
a row that say different things leave the dossier as it is. All of this is decided by what rows
hold rather than by where they stand, so that a workbook says the same when it is read again on
the dossier that it has changed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, TypeAlias

from rencontres_xlsx.dossier.places import heading
from rencontres_xlsx.dossier.rows import Read
from rencontres_xlsx.dossier.shapes import Json, Path
from rencontres_xlsx.dossier.tables import Row, Table, Tree, tables

Key: TypeAlias = tuple[Any, ...]

_MANY = 200
"""Among how many missing things one that was given another id is looked for."""


def merged(old: Tree, read: Read) -> Tree:
    """Return the rows of a dossier as a workbook would have them.

    Args:
        old: The rows of the dossier.
        read: What the workbook says; what is odd between the two is noted there.
    """
    tree: Tree = {}
    for table in tables():
        before, after = old.get(table.name, []), read.tree.get(table.name, [])
        if table.name == "dossier":
            tree[table.name] = before or after
        elif table.name not in read.sheets and not after:
            tree[table.name] = before
        elif table.keyed:
            tree[table.name] = _Things(table, before, after, read).rows()
        else:
            tree[table.name] = _List(table, before, after, read, (table.name,)).rows()
    return tree


def _said(row: Row, columns: Iterable[Path]) -> Key:
    """Return what a row says in some columns, to compare it with others."""
    return tuple(
        json.dumps(value, sort_keys=True, ensure_ascii=False)
        if (value := row.leaves.get(path)) is not None
        else None
        for path in columns
    )


class _Laying:
    """One row laid over another."""

    def __init__(self, table: Table, read: Read) -> None:
        self.table, self.read = table, read

    def over(self, old: Row | None, new: Row, where: Path) -> Row:
        """Return a row that says what a new one says, and otherwise what the old one does."""
        leaves = dict(old.leaves) if old else {}
        for path, value in new.leaves.items():
            was = leaves.get(path)
            if isinstance(value, str) and isinstance(was, str) and value.strip() == was.strip():
                continue
            leaves[path] = value.strip(" \u00a0") if isinstance(value, str) and old else value
            words = path[-2:-1] == ("words",) and new.leaves.get(path[:-2])
            if value is None and was is not None and words != was:
                message = "this was %(was)s, and its cell is empty: it is taken out"
                place = heading((*where, *path))
                cell, shown = new.cells.get(path, ""), _short(was)
                self.read.tell("cell.emptied", "warning", place, message, cell, was=shown)
        row = Row(leaves, new.key, new.no, {}, new.line, new.sheet, dict(new.cells), old)
        for child in self.table.children:
            before = old.children.get(child.name, []) if old else []
            after = new.children.get(child.name, [])
            here = (*where, *child.field)
            if child.name not in self.read.sheets and not after:
                row.children[child.name] = before
                continue
            row.children[child.name] = [
                inner
                for key in _keys(before, after)
                for inner in _List(
                    child,
                    [each for each in before if each.key == key],
                    [each for each in after if each.key == key],
                    self.read,
                    (*here, key) if key else here,
                ).rows()
            ]
        return row

    def twice(self, first: Row, second: Row, where: Path, old: Row | None) -> None:
        """Tell that a row stands twice; what the two say differently is left as it was."""
        cells = {"first": first.cells[()], "second": second.cells[()]}
        place = heading(where)
        differ = [path for path in second.leaves if _said(first, [path]) != _said(second, [path])]
        if not differ:
            message = "this row stands twice, at %(first)s and at %(second)s: it is read once"
            self.read.tell("row.twice", "info", place, message, second.cells[()], **cells)
        for path in differ:
            message = (
                "two rows of the same thing say different things here, at %(first)s and at "
                "%(second)s: the dossier stays as it is"
            )
            cells = {"first": first.cells.get(path, ""), "second": second.cells.get(path, "")}
            place = heading((*where, *path))
            self.read.tell("row.contradiction", "error", place, message, cells["second"], **cells)
            if old is not None:
                first.leaves.pop(path, None)
        for name, rows in second.children.items():
            first.children.setdefault(name, []).extend(rows)


def _keys(before: list[Row], after: list[Row]) -> list[str]:
    return list(dict.fromkeys(row.key for row in [*before, *after]))


def _short(value: Json) -> str:
    words = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return words if len(words) <= 80 else f"{words[:79]}…"


class _Things(_Laying):
    """The things of a table, told apart by their ids."""

    def __init__(self, table: Table, before: list[Row], after: list[Row], read: Read) -> None:
        super().__init__(table, read)
        self.before = {row.key: row for row in before}
        self.after: dict[str, Row] = {}
        for row in after:
            known = self.after.get(row.key)
            if known is None:
                self.after[row.key] = row
            else:
                self.twice(known, row, (table.name, row.key), self.before.get(row.key))

    def rows(self) -> list[Row]:
        sheet = self.table.name in self.read.sheets
        shown = {key for key, row in self.after.items() if not row.stub}
        gone = [key for key in self.before if key not in shown] if sheet else []
        made: list[Row] = []
        for key, row in self.after.items():
            old = self.before.get(key)
            if old is None and (row.stub or row.removed):
                if row.stub:
                    self.unknown(row)
                continue
            if old is None and self.renamed(row, gone):
                continue
            if row.removed:
                self.told_out(row)
            made.append(self.over(old, row, (self.table.name, key)))
        for key in gone:
            self.missing(key)
        return made + [old for key, old in self.before.items() if key not in self.after]

    def unknown(self, row: Row) -> None:
        close = self.read.near(row.key, [each for each in self.before if each != row.key])
        message = "%(table)s has no `%(id)s`: this row is not read"
        message += "; did you mean `%(suggestion)s`?" if close else ""
        hint = {"suggestion": close[0]} if close else {}
        self.read.tell(
            "reference.unknown", "error", heading((self.table.name, row.key)), message,
            row.cells[()], table=self.table.name, id=row.key, **hint,
        )  # fmt: skip

    def renamed(self, row: Row, gone: list[str]) -> bool:
        """Tell whether a new thing is one that is missing, under an id that was changed."""
        said = _said(row, row.leaves)
        same = [key for key in gone[:_MANY] if _said(self.before[key], row.leaves) == said]
        same = same or self.read.near(row.key, gone[:_MANY], 0.8)
        if not same:
            return False
        message = (
            "`%(suggestion)s` is missing and `%(id)s` is new: an id is kept for ever, so nothing "
            "is read in this row; write `%(suggestion)s` again, or an id that is less like it"
        )
        self.read.tell(
            "id.renamed", "error", heading((self.table.name, row.key)), message, row.cells[()],
            id=row.key, suggestion=same[0],
        )  # fmt: skip
        return True

    def told_out(self, row: Row) -> None:
        message = (
            "this is to be taken out: a proposal takes nothing out, so take it out of the dossier"
        )
        where = heading((self.table.name, row.key))
        self.read.tell("row.removal", "warning", where, message, row.cells[()])

    def missing(self, key: str) -> None:
        message = "this has no row any more: it stays as it is"
        self.read.tell(
            "row.missing", "warning", heading((self.table.name, key)), message,
            f"{self.table.name}!A1",
        )  # fmt: skip


class _List(_Laying):
    """Rows without an id of their own: parties, roles, posts, points of an agenda."""

    def __init__(
        self, table: Table, before: list[Row], after: list[Row], read: Read, where: Path
    ) -> None:
        super().__init__(table, read)
        self.before, self.where = before, where
        self.columns = list(dict.fromkeys(path for row in after for path in row.leaves))
        self.after = self.once(after)

    def identity(self, row: Row) -> Key:
        """Return what makes a row this row: whom it names, else all that it says."""
        if self.table.identity:
            named = tuple(row.leaves.get(path) for path in self.table.identity)
            return named if any(named) else ()
        return _said(row, self.columns)

    def once(self, rows: list[Row]) -> list[Row]:
        """Return rows without those that were pasted twice."""
        kept: dict[Key, Row] = {}
        known: dict[Key, Row] | None = None
        for position, row in enumerate(rows):
            key = self.identity(row)
            if not self.table.identity:
                key = (*key, row.no or -position - 1)
            key = key or (None, row.no or -position - 1)
            if key in kept:
                if known is None:
                    known = {self.identity(each): each for each in self.before}
                self.twice(kept[key], row, (*self.where, *self.name(row)), known.get(key))
            else:
                kept[key] = row
        return list(kept.values())

    def name(self, row: Row) -> Path:
        return (str(self.identity(row)[-1]),) if self.table.identity and self.identity(row) else ()

    def rows(self) -> list[Row]:
        pairs = self.paired()
        matched = {id(old) for old, _ in pairs if old is not None}
        made: list[tuple[float, int, Row]] = []
        for position, (old, new) in enumerate(pairs):
            if new.removed or (new.stub and old is None):
                continue
            here = (*self.where, *(self.name(new) or (str(position),)))
            order = new.no or (old.no if old and new.stub else 0)
            made.append((order or float("inf"), position, self.over(old, new, here)))
        for old in self.before:
            if id(old) not in matched and self.lost(old, made):
                made.append((old.no, -1, old))
        return [row for _, _, row in sorted(made, key=lambda each: each[:2])]

    def paired(self) -> list[tuple[Row | None, Row]]:
        """Return each new row with the old one that it takes the place of."""
        free: dict[Key, list[Row]] = {}
        for old in self.before:
            free.setdefault(self.identity(old), []).append(old)
        pairs: dict[int, Row] = {}
        for new in self.after:
            same = self.identity(new)
            if same and not new.stub and free.get(same):
                pairs[id(new)] = free[same].pop(0)
        left = {old.no: old for alike in free.values() for old in alike}
        for new in self.after:
            if id(new) not in pairs and not new.removed and self.table.numbered and new.no in left:
                pairs[id(new)] = left.pop(new.no)
        return [(pairs.get(id(new)), new) for new in self.after]

    def lost(self, old: Row, made: list[tuple[float, int, Row]]) -> bool:
        """Tell of an old row that has gone; a place that was only kept free may be filled."""
        if not old.leaves and (made or not self.table.keyed):
            return False
        message = "this has no row any more in the sheet %(sheet)s: it stays as it is"
        where = heading((*self.where, *(self.name(old) or (f"{old.no - 1:g}",))))
        cell = f"{self.table.name}!A1"
        self.read.tell("row.missing", "warning", where, message, cell, sheet=self.table.name)
        return True
