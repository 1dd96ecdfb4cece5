"""Workbooks being written: a cell is what it shows, never what a spreadsheet makes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]  # it has types, unannounced
    from xlsxwriter.format import Format  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

Value: TypeAlias = "str | int | float | date | time | None"
Kind: TypeAlias = Literal["text", "whole", "number", "date", "time"]

FIRST_DAY = date(1900, 3, 1)
"""Spreadsheets take 1900 for a leap year, and know no day before it."""


def opened(
    body: BytesIO, look: Mapping[str, object], created: datetime | None, title: str = ""
) -> Workbook:
    """Return a new workbook: closed, its bytes are the same for the same cells.

    Args:
        body: What it is written into.
        look: How cells look of which nobody says how.
        created: What it is stamped with: never the clock.
        title: What its properties call it; empty: nothing.
    """
    from xlsxwriter import Workbook  # pyright: ignore[reportMissingTypeStubs]

    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_format_properties": dict(look),
    }
    book = Workbook(body, options)
    stamp = created.replace(tzinfo=None) if created else datetime(2000, 1, 1)  # noqa: DTZ001 - the format has no zones
    book.set_properties({"created": stamp, **({"title": title} if title else {})})
    return book


def put(
    sheet: Worksheet, row: int, column: int, value: Value, look: Callable[[Kind], Format]
) -> None:
    """Write a cell.

    Args:
        sheet: The sheet.
        row: The row, from 0.
        column: The column, from 0.
        value: What stands there: words that a cell can hold (``inert``); None: an empty cell.
        look: How a cell of a kind looks.
    """
    if isinstance(value, date) and value < FIRST_DAY:
        value = value.isoformat()
    if value is None or value == "":
        sheet.write_blank(row, column, None, look("text"))
    elif isinstance(value, str):
        sheet.write_string(row, column, value, look("text"))
    elif isinstance(value, time):
        sheet.write_number(row, column, _share(value), look("time"))
    elif isinstance(value, date):
        sheet.write_datetime(row, column, datetime.combine(value, time()), look("date"))
    else:
        sheet.write_number(
            row, column, value, look("whole" if isinstance(value, int) else "number")
        )


def _share(value: time) -> float:
    """Return a clock time as spreadsheets have it: a share of the day."""
    return (value.hour * 3600 + value.minute * 60 + value.second) / 86_400
