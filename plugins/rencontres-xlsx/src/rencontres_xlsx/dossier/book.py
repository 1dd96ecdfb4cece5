"""A dossier as a workbook: one sheet for each of its tables, one row for each thing.

Sheets and columns keep the names of the dossier's own keys, under a heading in the language of
those who fill it: the keys are how a workbook that was sorted, filtered, translated and saved by
three programs is still found to say what it says, and how a field that the model gains next year
travels without a line of code.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path as File
from typing import TypeAlias

import attrs

import rencontres
from rencontres import Dossier, Noun, dump_data
from rencontres_xlsx.dossier import shapes, vocabulary
from rencontres_xlsx.dossier.cells import letters
from rencontres_xlsx.dossier.paper import Page, Paper
from rencontres_xlsx.dossier.places import heading
from rencontres_xlsx.dossier.shapes import Json, Keyed, Leaf, Path, Record, Shape
from rencontres_xlsx.dossier.tables import NUMBER, REMOVE, Row, Table, Tree, spread, tables
from rencontres_xlsx.dossier.values import written
from rencontres_xlsx.dossier.vocabulary import TRUTH

LISTS = "lists"
"""The hidden sheet of what may be chosen."""
Owned: TypeAlias = tuple[tuple[str, ...], Row]
"""A row, behind the keys of what it belongs to."""

_ROOM = 500
"""How many rows more than there are get lists to choose from."""
_FRONT = ("rencontres", "namespace", "id", "number", "day", "hours", "name", "names", "title")
_BACK = ("source", "as_written", "audience", "extra")


def write_dossier(
    dossier: Dossier, path: str | os.PathLike[str], *, language: str | None = None
) -> None:
    """Write a dossier as a workbook, to be filled in and read back by ``read_dossier``.

    Args:
        dossier: The dossier.
        path: The file, ``.xlsx``; one that is there is replaced, whole.
        language: Of the headings and of the words to choose from, BCP 47; None: the first of the
            dossier. French and Simplified Chinese are known; others see the keys of the dossier.

    Raises:
        DossierError: Words that are too long for a cell (32,767 signs); all are told at once.
        OSError: The file cannot be written.
    """
    replace(path, workbook(dossier, language=language))


def replace(path: str | os.PathLike[str], body: bytes) -> None:
    """Put a file in the place of another one: readers see the one or the other, whole.

    Args:
        path: The file.
        body: What stands in it.
    """
    target = File(path)
    fresh = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        fresh.write_bytes(body)
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)


def workbook(dossier: Dossier, *, language: str | None = None) -> bytes:
    """Return the bytes that ``write_dossier`` writes: the same for the same dossier.

    Args:
        dossier: The dossier.
        language: As for ``write_dossier``.

    Raises:
        DossierError: Words that are too long for a cell.
    """
    tree = spread(dump_data(dossier))
    tongue = language or next(iter(dossier.languages), "en")
    return _Writer(dossier, tree, tongue).body()


class _Writer:
    def __init__(self, dossier: Dossier, tree: Tree, language: str) -> None:
        self.language = language
        self.languages = dossier.languages
        self.sides = tuple(side.id for side in dossier.sides)
        self.tree = tree
        self.paper = Paper(dossier.revised)
        self.lists: dict[tuple[str, ...], str] = {}
        self.ids = _ids(dossier)

    def body(self) -> bytes:
        for table in tables():
            rows: list[Owned] = [((), row) for row in self.tree.get(table.name, [])]
            self.table(table, rows, empty=not rows)
        self.choices()
        return self.paper.body()

    def table(self, table: Table, rows: list[Owned], *, empty: bool) -> None:
        """Write a sheet and those below it.

        Args:
            table: The sheet.
            rows: Its rows, each behind the keys of what it belongs to.
            empty: Whether the table of the dossier is empty: then the sheets below it are hidden.
        """
        columns = list(self.columns(table, [row for _, row in rows]))
        page = self.paper.sheet(table.name, hidden=empty and bool(table.field))
        keys = [*table.keys, *([NUMBER] if table.numbered else [])]
        names: list[Path] = [(key,) for key in keys] + columns
        names += [] if table.name == "dossier" else [(REMOVE,)]
        last = len(rows) + _ROOM
        for at, path in enumerate(names):
            page.put(0, at, self.heading(path), "heading")
            page.note(0, at, table.noun.told.get(path[0], "") if at >= len(keys) else "")
            if source := self.source(table, path, at < len(keys)):
                page.choose((1, last), at, source)
        for number, (owner, row) in enumerate(rows, 1):
            own: list[str | float] = [*owner, *([row.key] if table.keyed else [])]
            own += [row.no] if table.numbered else []
            for at, key in enumerate(own):
                page.put(number, at, self.key(table, key), "key")
            for at, path in enumerate(columns, len(keys)):
                page.put(number, at, self.cell(table, path, row.leaves.get(path)))
        page.finish(len(rows) + 1, len(names), len(keys))
        for child in table.children:
            below = [
                ((*owner, *self.own(table, row)), inner)
                for owner, row in rows
                for inner in row.children.get(child.name, [])
            ]
            self.table(child, below, empty=empty)

    @staticmethod
    def own(table: Table, row: Row) -> tuple[str, ...]:
        """Return what the rows below a row say whose they are."""
        return (row.key,) if table.keyed else (f"{row.no:g}",) if table.numbered else ()

    def key(self, table: Table, key: str | float) -> str | int:
        """Return what a cell shows of whose a row is."""
        if isinstance(key, str):
            return vocabulary.word(key, table.words, self.language) if key in table.words else key
        return int(key)

    def heading(self, path: Path) -> str:
        """Return the heading of a column: its name in the language, above its keys."""
        key = heading(path)
        first = vocabulary.column(path[0], self.language)
        if first == path[0] and len(path) == 1:
            first = vocabulary.thing(path[0], self.language)
        shown = " · ".join((first, *(vocabulary.column(part, self.language) for part in path[1:])))
        return key if shown == key else f"{shown}\n{key}"

    def cell(self, table: Table, path: Path, value: Json) -> Json:
        leaf = shapes.leaf_of(table.shape, path)
        if value is None or leaf is None:
            return None
        if leaf.kind == "word":
            return vocabulary.word(value, leaf.words, self.language)
        if leaf.kind == "truth":
            return vocabulary.word(TRUTH[not value], TRUTH, self.language)
        return written(leaf, value)

    # --- columns ---------------------------------------------------------------------------------

    def columns(self, table: Table, rows: Sequence[Row]) -> Iterator[Path]:
        """Yield the columns of a sheet: those of the model, then those that only data have."""
        used = dict.fromkeys(path for row in rows for path in row.leaves)
        expected = dict.fromkeys(self.expected(table.shape, ()))
        ordered = sorted(
            [*expected, *sorted(path for path in used if path not in expected)],
            key=lambda path: _rank(path, list(expected)),
        )
        yield from ordered

    def expected(self, shape: Shape, path: Path) -> Iterator[Path]:
        if isinstance(shape, Leaf):
            yield path
        elif isinstance(shape, Record):
            if shape.main:  # its further columns are there once somebody needs them
                yield path
                return
            for key in sorted(shape.fields, key=_place):
                yield from self.expected(shape.fields[key], (*path, key))
        elif isinstance(shape, Keyed):
            known = {"tag": self.languages, "id": self.sides, "word": shape.words}
            for key in known.get(shape.keys, ()):
                yield from self.expected(shape.value, (*path, key))

    # --- what may be chosen ----------------------------------------------------------------------

    def source(self, table: Table, path: Path, key: bool) -> str:
        """Return the range of what may stand in a column; empty: it cannot be listed."""
        if key:
            return self.listed(self.owners(table, path[0]))
        leaf = shapes.leaf_of(table.shape, path)
        if leaf is None:
            return ""
        if leaf.kind in ("word", "truth"):
            return self.listed(self.shown(leaf.words or TRUTH))
        return self.listed(self.ids.get((_class(table), path[-1]), ())) if leaf.kind == "id" else ""

    def owners(self, table: Table, key: str) -> tuple[str, ...]:
        """Return what may stand in one of the columns that say whose a row is."""
        if table.keyed and table.field and key == table.keys[-1]:
            return self.shown(table.words) or self.sides
        if table.field and key == table.keys[0]:
            return tuple(row.key for row in self.tree.get(table.noun.table, ()))
        return ()

    def shown(self, words: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(vocabulary.word(each, words, self.language) for each in words)

    def listed(self, choices: tuple[str, ...]) -> str:
        if not choices:
            return ""
        if choices not in self.lists:
            column = letters(len(self.lists))
            self.lists[choices] = f"={LISTS}!${column}$1:${column}${len(choices)}"
        return self.lists[choices]

    def choices(self) -> None:
        """Write the lists."""
        page: Page = self.paper.sheet(LISTS, hidden=True)
        for column, choices in enumerate(self.lists):
            for row, choice in enumerate(choices):
                page.put(row, column, choice)


def _place(key: str) -> int:
    if key in _FRONT:
        return _FRONT.index(key) - len(_FRONT)
    return _BACK.index(key) + 1 if key in _BACK else 0


def _rank(path: Path, expected: list[Path]) -> tuple[int, Path]:
    """Place a column that only data have behind those that begin as it does."""
    if path in expected:
        return expected.index(path), ()
    for length in range(len(path), 0, -1):
        alike = [at for at, known in enumerate(expected) if known[:length] == path[:length]]
        if alike:
            return alike[-1], path
    return len(expected), path


def _class(table: Table) -> str:
    """Return the class of the model that the rows of a sheet are."""
    named = {"ends": "Party", "roles": "Role"}
    if not table.field:
        return table.noun.singular.capitalize()
    return named.get(table.field[-1], table.field[-1].removesuffix("s").capitalize())


def _ids(dossier: Dossier) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return which ids each field of each class of the model may name, as its metadata say."""
    known: dict[tuple[str, str], tuple[str, ...]] = {}
    classes = [getattr(rencontres, name) for name in rencontres.__all__]
    for cls in classes:
        if not isinstance(cls, type) or not attrs.has(cls):
            continue
        for field in attrs.fields(cls):
            if "to" in field.metadata:
                found = _in(dossier, field.metadata["to"])
                known[cls.__name__, field.name] = found
                if field.name in ("holder", "organisation") and cls.__name__ in ("Role", "Party"):
                    known[cls.__name__, "id"] = found
    return known


def _in(dossier: Dossier, names: tuple[str, ...]) -> tuple[str, ...]:
    things: list[Noun] = list(dossier.things())
    homes = {thing.id for name in names for thing in getattr(dossier, name)}
    return tuple(thing.id for thing in things if not names or thing.id in homes)
