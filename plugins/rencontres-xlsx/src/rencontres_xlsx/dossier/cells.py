"""Workbooks as they are read: sheets, their rows, and the cells that hold anything."""

from __future__ import annotations

from datetime import date, time
from typing import TypeAlias

from attrs import frozen

Value: TypeAlias = "str | int | float | bool | date | time | None"


@frozen
class Cell:
    """One cell that is not empty.

    Attributes:
        value: Text, number, truth, day, moment or hour; None: nothing can be read in it.
        month: Whether a day is shown without its day: May 2016.
        formula: Whether the value was computed.
        error: Whether the value is an error of the spreadsheet, which ``value`` names.
        merged: Whether the cell is part of a merged one whose value stands to the left.
    """

    value: Value
    month: bool = False
    formula: bool = False
    error: bool = False
    merged: bool = False


@frozen
class Line:
    """One row of a sheet.

    Attributes:
        number: Its number, from 1.
        cells: Its cells by the number of their column, from 0.
        hidden: Whether it is hidden, by a filter or by hand.
    """

    number: int
    cells: dict[int, Cell]
    hidden: bool = False


@frozen
class Sheet:
    """One sheet.

    Attributes:
        name: Its name.
        lines: Its rows that hold anything, by number.
    """

    name: str
    lines: tuple[Line, ...]


@frozen
class Book:
    """A workbook.

    Attributes:
        name: The name of the file; empty where bytes were given.
        sheets: Its sheets, in their order.
        macros: Whether it brings macros, which nobody has looked at.
    """

    name: str
    sheets: tuple[Sheet, ...]
    macros: bool = False


def letters(column: int) -> str:
    """Return the name of a column: ``A``, ``AB``.

    Args:
        column: Its number, from 0.
    """
    name, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name
