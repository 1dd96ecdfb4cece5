"""The shapes of a dossier's data, read off its JSON Schema: what can stand in a cell, what cannot.

Nothing here knows a field by name: a new field of the model travels in the workbook by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, TypeAlias, cast

from attrs import field, frozen

from rencontres import schema

Json: TypeAlias = Any
"""What JSON has: text, numbers, truth, null, lists and tables."""
Schema: TypeAlias = Mapping[str, Any]
Path: TypeAlias = tuple[str, ...]
Shape: TypeAlias = "Leaf | Record | Keyed | Rows"


@frozen
class Leaf:
    """What one cell holds.

    Attributes:
        kind: ``words``, ``id``, ``tag``, ``word`` (one of some), ``truth``, ``whole``, ``number``,
            ``day``, ``date`` (EDTF), ``moment``, ``coming`` (a date or a moment), ``hours``,
            ``limit`` (a number or a day), ``extra`` (JSON), or ``list``.
        words: The words that may stand there, of ``word``.
        item: Of a list, what each of its values is.
    """

    kind: str
    words: tuple[str, ...] = ()
    item: str = ""


@frozen
class Record:
    """What stands in several columns, one for each field.

    Attributes:
        fields: The shapes of the fields.
        required: The fields that cannot be left out.
        main: The shape of the value where it needs no table: a date without more words.
        short: The one field that a plain string stands for.
    """

    fields: dict[str, Shape]
    required: tuple[str, ...] = ()
    main: Leaf | None = None
    short: str = ""


@frozen
class Keyed:
    """What stands in several columns, one for each key.

    Attributes:
        keys: What the keys are: ``tag``, ``id``, ``word`` or ``words``.
        value: The shape of what each key has.
        words: The keys there are, of ``word``.
        text: Whether it is a human text.
    """

    keys: str
    value: Shape
    words: tuple[str, ...] = ()
    text: bool = False


@frozen
class Rows:
    """What has a sheet of its own, one row for each.

    Attributes:
        item: The shape of a row.
        key: What the rows are further told apart by: ``id`` or ``word``; empty: nothing.
        words: The keys there are, of ``word``.
    """

    item: Record | Keyed
    key: str = ""
    words: tuple[str, ...] = ()


@frozen
class Noun:
    """A table of the dossier.

    Attributes:
        table: Its name: ``sessions``.
        singular: What one of its things is called: ``session``.
        shape: The shape of one of them.
        told: What the model says of each field, in English, with the terms of the field.
    """

    table: str
    singular: str
    shape: Record
    told: dict[str, str] = field(factory=dict)


_LEAVES = {
    "id": "id", "tag": "tag", "words": "words", "day": "day", "edtf": "date", "moment": "moment",
    "stamp": "moment", "hours": "hours", "extra": "extra",
}  # fmt: skip
_TYPES = {"boolean": "truth", "integer": "whole", "number": "number", "string": "words"}


@cache
def header() -> Noun:
    """Return the shape of what a dossier says of itself."""
    whole = schema()
    own = {k: v for k, v in whole["properties"].items() if not _is_table(v)}
    return _noun("dossier", "dossier", {**whole, "properties": own})


@cache
def nouns() -> tuple[Noun, ...]:
    """Return the tables of a dossier, in its order; those at the end are lists of rows."""
    whole = schema()
    found: list[Noun] = []
    for table, said in whole["properties"].items():
        if _is_table(said):
            inner = said["additionalProperties"] if said["type"] == "object" else said["items"]
            name = str(inner.get("$ref", "")).rpartition("/")[2]
            found.append(_noun(table, (name or table.removesuffix("s")).lower(), _followed(inner)))
    return tuple(found)


def lists() -> tuple[str, ...]:
    """Return the names of the tables whose rows have no id."""
    said = schema()["properties"]
    return tuple(noun.table for noun in nouns() if said[noun.table]["type"] == "array")


def _is_table(said: Schema) -> bool:
    if said.get("type") == "object":
        return "$ref" in said["additionalProperties"]
    return said.get("type") == "array" and said["items"].get("type") == "object"


def _noun(table: str, singular: str, said: Schema) -> Noun:
    told = {key: each.get("description", "") for key, each in said["properties"].items()}
    shape = _shape(said)
    return Noun(table, singular, cast("Record", shape), told)


def _followed(said: Schema) -> Schema:
    while "$ref" in said:
        said = schema_defs()[said["$ref"].rpartition("/")[2]]
    return said


@cache
def schema_defs() -> dict[str, Schema]:
    """Return the definitions that the schema of dossiers refers to."""
    return cast("dict[str, Schema]", schema()["$defs"])


def _shape(said: Schema) -> Shape:
    """Return the shape that a schema describes."""
    name = str(said.get("$ref", "")).rpartition("/")[2]
    if name:
        known: dict[str, Shape] = {"text": _text(), "when": _when(Leaf("date"))}
        leaf = Leaf(_LEAVES[name]) if name in _LEAVES else None
        return leaf or known.get(name) or _shape(_followed(said))
    if "anyOf" in said:
        return _either([each for each in said["anyOf"] if each.get("type") != "null"])
    if "enum" in said:
        return Leaf("word", tuple(said["enum"]))
    if "const" in said:
        return Leaf("whole")
    if said.get("type") == "array":
        return _list(said)
    if "properties" in said:
        fields = {key: _shape(each) for key, each in said["properties"].items()}
        return Record(fields, tuple(said.get("required", ())))
    if "additionalProperties" in said:
        return _keyed(said)
    return Leaf(_TYPES[said["type"]])


def _text() -> Keyed:
    return Keyed("tag", Leaf("words"), text=True)


def _when(main: Leaf) -> Record:
    """Return the shape of a date known more or less: its own column, and two for the rest."""
    return Record({"before": Leaf("truth"), "words": _text()}, main=main)


def _either(options: list[Schema]) -> Shape:
    """Return the shape of what may be said in several ways: that of the fullest of them."""
    if len(options) == 1:
        return _shape(options[0])
    for each in options:
        if each.get("type") == "array" and isinstance(rows := _shape(each), Rows):
            return rows
    shapes = [_shape(each) for each in options]
    kinds = {each.kind for each in shapes if isinstance(each, Leaf)}
    if kinds and kinds <= {"whole", "number", "day"}:
        return Leaf("limit")
    for shape in shapes:
        if isinstance(shape, Record) and shape.main and "moment" in kinds:
            return _when(Leaf("coming"))
    record = next(each for each in shapes if isinstance(each, Record))
    return Record(record.fields, record.required, short=record.required[0])


def _list(said: Schema) -> Shape:
    if "prefixItems" in said:
        return Leaf("list", item="number")
    item = said["items"]
    if "anyOf" in item:  # the shallow depths of parties and roles; the deepest says all
        item = next(each for each in item["anyOf"] if "Listed" in each.get("$ref", ""))
    shape = _shape(item)
    if isinstance(shape, Leaf):
        return Leaf("list", item=shape.kind)
    return Rows(cast("Record | Keyed", shape))


def _keyed(said: Schema) -> Shape:
    names, value = said["propertyNames"], _shape(said["additionalProperties"])
    kind = _LEAVES.get(str(names.get("$ref", "")).rpartition("/")[2], "words")
    words = tuple(names.get("enum", ()))
    if words:
        kind = "word"
    if isinstance(value, Rows):
        return Rows(value.item, kind, words)
    return Keyed(kind, value, words)


def leaf_of(shape: Shape, path: Path) -> Leaf | None:
    """Return what the cells of a column hold, or None where there is no such column.

    Args:
        shape: The shape of a row.
        path: The keys of the column.
    """
    if isinstance(shape, Rows):
        return None
    if not path:
        if isinstance(shape, Leaf):
            return shape
        return (
            shape.main or (None if shape.required else Leaf("truth"))
            if isinstance(shape, Record)
            else None
        )
    if isinstance(shape, Leaf):
        return None
    if isinstance(shape, Record):
        return leaf_of(shape.fields[path[0]], path[1:]) if path[0] in shape.fields else None
    return leaf_of(shape.value, path[1:])


def rows_of(shape: Shape, path: Path = ()) -> Iterator[tuple[Path, Rows]]:
    """Yield what has a sheet of its own below a row, with the keys of its field.

    Args:
        shape: The shape of the row.
        path: The keys so far.
    """
    if isinstance(shape, Rows):
        yield path, shape
    elif isinstance(shape, Record):
        for key, inner in shape.fields.items():
            yield from rows_of(inner, (*path, key))
