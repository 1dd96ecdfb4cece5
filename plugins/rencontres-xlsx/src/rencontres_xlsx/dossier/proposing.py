"""From rows to a proposal: whatever the dossier refuses is told by its cell, and left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import evolve

from rencontres import (
    Dossier,
    DossierError,
    Finding,
    LoadError,
    Proposal,
    dump_data,
    load_data,
)
from rencontres_xlsx.dossier.merging import merged
from rencontres_xlsx.dossier.package import Source
from rencontres_xlsx.dossier.places import heading, path_of
from rencontres_xlsx.dossier.rows import Read, read
from rencontres_xlsx.dossier.shapes import Path
from rencontres_xlsx.dossier.sheets import opened
from rencontres_xlsx.dossier.tables import Index, Raw, Row, Tree, gather, spread, tables

_ROUNDS = 12
"""How often what is refused is left out and the rest tried again, before all of it is refused."""
_HINTED = frozenset({"when.invalid", "hours.invalid", "value.type", "date.invalid"})


def read_dossier(source: Source, dossier: Dossier) -> Proposal:
    """Return what a workbook would change in a dossier.

    Nothing is taken out that nobody has told out: a missing row is a doubt. What is wrong in a cell
    is left out, told, and does not keep the rest from being proposed; each doubt has the ``cell``
    it is about among its values (``pairings!D7``), and the number of the row as its line.

    Args:
        source: The workbook, ``.xlsx``, or its bytes: of ``write_dossier``, and edited by anybody.
        dossier: The dossier that it is laid over.

    Raises:
        LoadError: It cannot be read, or is no workbook of a dossier.
    """
    said = _read(source)
    data = dump_data(dossier)
    _compare_headers(said, spread(data))
    tree = merged(spread(data), said)
    made = Settling(tree, said, head_of(data)).dossier(dossier)
    return proposal(dossier, made, said)


def load_dossier(source: Source) -> Dossier:
    """Return the dossier that a workbook is.

    Args:
        source: The workbook, ``.xlsx``, or its bytes.

    Raises:
        LoadError: It cannot be read, or it says what no dossier may say: every mistake, with the
            ``cell`` it is about among its values.
    """
    said = _read(source)
    tree = merged({}, said)
    data = gather({"dossier": tree.get("dossier", [])}, {})
    made = Settling(tree, said, head_of(data)).dossier(None)
    problems = [finding for finding in said.findings if finding.severity == "error"]
    if problems or made is None:
        raise LoadError(problems=problems or said.findings)
    return made


def _read(source: Source) -> Read:
    said = read(opened(source))
    if not said.sheets:
        message = "this workbook has no sheet of a dossier"
        said.tell("workbook.foreign", "error", "", message)
        raise LoadError(problems=_ordered(said.findings))
    return said


def head_of(data: Raw) -> Raw:
    """Return what data say of the dossier itself.

    Args:
        data: A dossier as data.
    """
    names = {table.name for table in tables()}
    return {key: value for key, value in data.items() if key not in names}


def _compare_headers(said: Read, old: Tree) -> None:
    """Tell what the workbook says of the dossier itself, which no proposal changes."""
    (was,) = old["dossier"]
    for now in said.tree.get("dossier", [])[:1]:
        for path, value in now.leaves.items():
            if value != was.leaves.get(path):
                message = (
                    "the workbook says otherwise of the dossier itself; a proposal does not "
                    "change that"
                )
                said.tell("header.differs", "warning", heading(path), message, now.cells[path])


class Settling:
    """Rows tried as a dossier until what is left of them is one."""

    def __init__(self, tree: Tree, said: Read, head: Raw) -> None:
        """Begin.

        Args:
            tree: The rows.
            said: Where to tell what is left out.
            head: What the dossier says of itself.
        """
        self.tree, self.said, self.head = tree, said, head
        self.first = (head.get("languages") or ["en"])[0]
        self.told: set[tuple[str, str]] = set()

    def dossier(self, old: Dossier | None) -> Dossier | None:
        """Return the dossier, or the old one where nothing of the rows can be taken.

        Args:
            old: The dossier as it was.
        """
        for _ in range(_ROUNDS):
            index: Index = {}
            data = {**gather({**self.tree, "dossier": []}, index), **self.head}
            try:
                return load_data(data)
            except (LoadError, DossierError) as error:
                moved = [self.settle(problem, index) for problem in error.problems]
                if not any(moved):
                    break
        message = "nothing of this workbook can be taken"
        self.said.tell("workbook.refused", "error", "", message)
        return old

    def settle(self, problem: Finding, index: Index) -> bool:
        """Tell a problem by its cell, and take out of the rows what it is about.

        Args:
            problem: What the dossier refuses.
            index: Which row says what.

        Returns:
            Whether anything was taken out.
        """
        keys = path_of(problem.where)
        length = next((n for n in range(len(keys), 0, -1) if keys[:n] in index), 0)
        if not length:
            self.tell(problem, None, ())
            return False
        row, path = index[keys[:length]]
        if self.mend(problem, row, path):
            return True
        self.tell(problem, row, path)
        return self.revert(row, path) or self.whole(keys, index)

    def mend(self, problem: Finding, row: Row, path: Path) -> bool:
        """Take what was meant, where the dossier says what to write instead."""
        said, hint = row.leaves.get(path), str(problem.value("hint") or "")
        if not row.line or not isinstance(said, str) or path in row.mended:
            return False
        if problem.code not in _HINTED or not hint:
            return False
        row.mended.add(path)
        if hint.startswith("{"):
            row.leaves[path] = None
            row.leaves[(*path, "words", self.first)] = said
            row.cells[(*path, "words", self.first)] = row.cells.get(path, "")
            message = "%(found)s is no date: it is kept as words until there is one"
            self._note(problem, row, path, message, found=said)
            return True
        meant = hint.strip('"')
        if " " in meant:
            return False
        row.leaves[path] = meant
        message = "%(found)s is read as %(read)s"
        self._note(problem, row, path, message, found=said, read=meant)
        return True

    def _note(self, problem: Finding, row: Row, path: Path, message: str, **values: str) -> None:
        cell = row.cells.get(path, "")
        self.said.tell("cell.read", "info", problem.where, message, cell, **values)

    def tell(self, problem: Finding, row: Row | None, path: Path) -> None:
        """Note a problem once, by its cell."""
        if (problem.code, problem.where) in self.told:
            return
        self.told.add((problem.code, problem.where))
        cell = (row.cells.get(path) or row.cells.get(())) if row else None
        values = {**dict(problem.values), **({"cell": cell} if cell else {})}
        if self.said.name:
            values["file"] = self.said.name
        line = row.line if row and row.line else None
        self.said.findings.append(evolve(problem, values=values, line=line))

    @staticmethod
    def revert(row: Row, path: Path) -> bool:
        """Put back what stood in one place before; tell whether that was something else."""
        if not path or not row.line:
            return False
        was = row.old.leaves.get(path) if row.old else None
        if row.leaves.get(path) == was:
            return False
        row.leaves[path] = was
        return True

    def whole(self, keys: Path, index: Index) -> bool:
        """Put back a row, else the row above it; what is new is taken out."""
        for length in range(len(keys), 0, -1):
            row, path = index.get(keys[:length], (None, ()))
            if row is None or path or not row.line:
                continue
            if row.old is not None:
                if row.leaves == row.old.leaves and row.children == row.old.children:
                    continue
                row.leaves, row.children = dict(row.old.leaves), dict(row.old.children)
                return True
            if self.take_out(row):
                return True
        return False

    def take_out(self, gone: Row) -> bool:
        """Take a row out, wherever it stands."""
        found = False

        def without(rows: list[Row]) -> list[Row]:
            nonlocal found
            kept = [row for row in rows if row is not gone]
            found |= len(kept) < len(rows)
            for row in kept:
                row.children = {name: without(below) for name, below in row.children.items()}
            return kept

        self.tree = {name: without(rows) for name, rows in self.tree.items()}
        return found


def proposal(old: Dossier, new: Dossier | None, said: Read) -> Proposal:
    """Return what is new in a dossier, what has changed, and what was noted on the way.

    Args:
        old: The dossier as it was.
        new: The dossier as it would be.
        said: What was noted.
    """
    if new is None:
        return Proposal(doubts=tuple(_ordered(said.findings)))
    things = list(new.things())
    known = {row.key: row for row in old.registrations}
    rows = [row for row in new.registrations if known.get(row.key) != row]
    additions: list[Any] = [thing for thing in things if thing.id not in old]
    additions += [row for row in rows if row.key not in known]
    additions += [row for row in new.tolerances if row not in old.tolerances]
    changes: list[Any] = [thing for thing in things if thing.id in old and old[thing.id] != thing]
    changes += [row for row in rows if row.key in known]
    return Proposal(tuple(additions), tuple(changes), tuple(_ordered(said.findings)))


_ORDER = {"error": 0, "warning": 1, "info": 2}


def _ordered(findings: list[Finding]) -> Iterator[Finding]:
    yield from sorted(findings, key=lambda finding: _ORDER[finding.severity])
