"""The sheets of a dossier, and its things as rows: spread over them, and gathered again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, TypeAlias, cast

from attrs import Factory, define, field, frozen

from rencontres_xlsx.dossier import shapes
from rencontres_xlsx.dossier.shapes import Json, Keyed, Leaf, Noun, Path, Record, Shape

Raw: TypeAlias = dict[str, Any]

NUMBER = "no"
"""The column that keeps the order of rows."""
REMOVE = "remove"
"""The column in which a row is told out of the dossier."""

_KEY_NAMES = {"id": "side", "word": "function"}


@frozen(eq=False)
class Table:
    """One sheet.

    Attributes:
        name: Its name: ``sessions``, ``sessions.items``.
        noun: The table of the dossier that it belongs to.
        field: The keys of the field below its parent; empty at the top.
        shape: The shape of a row.
        keys: The columns that say whose a row is: ``("session", "function")``.
        words: The words of the last of these columns, where there are only some.
        keyed: Whether the last of these columns is a key of the table itself.
        numbered: Whether the order of its rows means something.
        children: The sheets below it.
    """

    name: str
    noun: Noun
    field: Path
    shape: Record | Keyed
    keys: tuple[str, ...]
    words: tuple[str, ...] = ()
    keyed: bool = False
    numbered: bool = True
    children: tuple[Table, ...] = ()

    @property
    def identity(self) -> tuple[Path, ...]:
        """The columns whose values no two rows of one owner have in common; none: no such."""
        if self.name == "registrations":
            return ("event",), ("person",)
        return (("id",),) if isinstance(self.shape, Record) and "id" in self.shape.fields else ()


@define(eq=False)
class Row:
    """One row.

    Attributes:
        leaves: What stands in its columns; None: an empty cell.
        key: Its own key: the id of a thing, a side, a function; empty: it has none.
        no: Where it stands among its like.
        children: The rows below it, by the name of their sheet.
        line: Its number in the sheet; 0: it is not from a sheet.
        sheet: The name of the sheet.
        cells: The name of the cell of each leaf.
        old: The row that it takes the place of.
        removed: Whether it is to be taken out.
        stub: Whether it only stands for a row that other sheets speak of.
    """

    leaves: dict[Path, Any]
    key: str = ""
    no: float = 0
    children: dict[str, list[Row]] = Factory(dict)
    line: int = 0
    sheet: str = ""
    cells: dict[Path, str] = Factory(dict)
    old: Row | None = None
    removed: bool = False
    stub: bool = False
    mended: set[Path] = field(factory=set)


Tree: TypeAlias = dict[str, list[Row]]
"""Rows by the name of their sheet: those of a whole dossier, or below one of them."""


@cache
def tables() -> tuple[Table, ...]:
    """Return the sheets of a dossier at the top: its header, then its tables."""
    rows = shapes.lists()
    top = [Table("dossier", shapes.header(), (), shapes.header().shape, (), numbered=False)]
    for noun in shapes.nouns():
        keys = () if noun.table in rows else ("id",)
        below = _children(noun, noun.table, noun.shape, (noun.singular,))
        ordered = noun.table == "tolerances"
        top.append(
            Table(noun.table, noun, (), noun.shape, keys, (), bool(keys), ordered, children=below)
        )
    return tuple(top)


def every() -> Iterator[Table]:
    """Yield all sheets, each before those below it."""

    def walk(table: Table) -> Iterator[Table]:
        yield table
        for child in table.children:
            yield from walk(child)

    for table in tables():
        yield from walk(table)


def _children(noun: Noun, name: str, shape: Shape, owner: tuple[str, ...]) -> tuple[Table, ...]:
    found: list[Table] = []
    for path, rows in shapes.rows_of(shape):
        own = (_KEY_NAMES[rows.key],) if rows.key else ()
        inner = f"{name}.{'.'.join(path)}"
        below = _children(noun, inner, rows.item, (*owner, path[-1].removesuffix("s")))
        found.append(
            Table(
                inner, noun, path, rows.item, (*owner, *own), rows.words, bool(own), children=below
            )
        )
    return tuple(found)


# --- from data to rows ---------------------------------------------------------------------------


def spread(data: Mapping[str, Json]) -> Tree:
    """Return the rows of a dossier.

    Args:
        data: What ``dump_data`` returns.
    """
    first = (data.get("languages") or ["en"])[0]
    tree: Tree = {}
    for table in tables():
        if table.name == "dossier":
            tree[table.name] = [_row(table, data, first)]
        elif isinstance(things := data.get(table.name, {}), dict):
            found = [_row(table, raw, first, key) for key, raw in things.items()]
            tree[table.name] = sorted(found, key=lambda row: row.key)
        else:
            tree[table.name] = [_row(table, raw, first, "", no) for no, raw in enumerate(things, 1)]
    return tree


def _row(table: Table, raw: Json, first: str, key: str = "", no: float = 0) -> Row:
    row = Row(dict(_leaves(table.shape, raw, (), first)), key, no)
    for child in table.children:
        value: Any = raw
        for part in child.field:
            value = value.get(part) if value is not None else None
        if value is not None:
            row.children[child.name] = list(_rows(child, value, first))
    return row


def _rows(table: Table, value: Json, first: str) -> Iterator[Row]:
    groups: Iterable[tuple[str, Any]] = value.items() if table.keyed else [("", value)]
    for key, entries in groups:
        listed = _listed(entries) if table.keyed else entries
        listed = listed if isinstance(listed, list) else [listed]
        for no, raw in enumerate(listed or [{}], 1):
            yield _row(table, raw, first, key, no)


def _listed(holders: Json) -> list[Any]:
    """Return parties or roles in the deepest of their three depths."""
    if isinstance(holders, dict):
        pairs = cast("dict[str, Any]", holders).items()
        return [
            {"id": key, **({"confirmation": said} if isinstance(said, str) else said)}
            for key, said in pairs
        ]
    return [{"id": each} if isinstance(each, str) else each for each in holders]


def _leaves(shape: Shape, raw: Json, path: Path, first: str) -> Iterator[tuple[Path, Any]]:
    if isinstance(shape, Leaf):
        yield path, raw
    elif isinstance(shape, Record):
        yield from _fields(shape, raw, path, first)
    elif isinstance(shape, Keyed):
        said = {first: raw} if shape.text and isinstance(raw, str) else raw
        for key, value in said.items():
            yield from _leaves(shape.value, value, (*path, key), first)


def _fields(shape: Record, raw: Json, path: Path, first: str) -> Iterator[tuple[Path, Any]]:
    if not isinstance(raw, dict) and shape.main:
        yield path, raw
        return
    said: Mapping[str, Json] = raw if isinstance(raw, Mapping) else {shape.short: raw}
    if shape.main and "when" in said:
        yield path, said["when"]
    if not said and path:
        yield path, True
    for key, inner in shape.fields.items():
        if said.get(key) is not None:
            yield from _leaves(inner, said[key], (*path, key), first)


# --- from rows to data ---------------------------------------------------------------------------

Index: TypeAlias = dict[Path, tuple[Row, Path]]
"""Which row, and which column of it, says what stands at a place of the data."""


def gather(tree: Tree, index: Index) -> Raw:
    """Return the data that rows say.

    Args:
        tree: The rows of a dossier.
        index: Where to note which row says what.
    """
    data: Raw = {}
    for table in tables():
        rows = tree.get(table.name, [])
        if table.name == "dossier":
            for row in rows:
                data |= _data(table, row, (), index)
        elif table.keyed:
            data[table.name] = {
                row.key: _data(table, row, (table.name, row.key), index) for row in rows
            }
        else:
            data[table.name] = [
                _data(table, row, (table.name, str(position)), index)
                for position, row in enumerate(rows)
            ]
    return data


def _data(table: Table, row: Row, where: Path, index: Index) -> Raw:
    raw: Raw = {}
    index[where] = row, ()
    for path in sorted(row.leaves, key=len):
        value = row.leaves[path]
        if value is not None:
            _put(raw, path, {} if _present(table.shape, path) else value)
            index[(*where, *path)] = row, path
    for child in table.children:
        if rows := row.children.get(child.name):
            _put(raw, child.field, _entries(child, rows, (*where, *child.field), index))
    return raw


def _present(shape: Shape, path: Path) -> bool:
    """Tell whether a column says only that there is something, of which nothing else is said."""
    for key in path:
        if isinstance(shape, Record):
            shape = shape.fields[key]
        elif isinstance(shape, Keyed):
            shape = shape.value
    return isinstance(shape, Record) and shape.main is None


def _put(raw: Raw, path: Path, value: Json) -> None:
    for key in path[:-1]:
        below = raw.get(key)
        if not isinstance(below, dict):
            raw[key] = {} if below is None else {"when": below}
        raw = raw[key]
    raw[path[-1]] = value


def _entries(table: Table, rows: list[Row], where: Path, index: Index) -> Json:
    if not table.keyed:
        return [
            _data(table, row, (*where, str(position)), index) for position, row in enumerate(rows)
        ]
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row.key, []).append(row)
    return {key: _holders(table, group, (*where, key), index) for key, group in groups.items()}


def _holders(table: Table, rows: list[Row], where: Path, index: Index) -> list[Raw]:
    index[where] = rows[0], ()
    said = [row for row in rows if any(value is not None for value in row.leaves.values())]
    if "id" not in cast("Record", table.shape).required and len(rows) > 1:
        said = rows  # several wanted
    return [
        _data(table, row, (*where, str(row.leaves.get(("id",)) or position)), index)
        for position, row in enumerate(said)
    ]
