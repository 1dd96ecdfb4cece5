"""Sheets as they are printed: tables below a heading, and how they are written as a workbook."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from attrs import frozen

from rencontres import Wording
from rencontres_xlsx import cells, inert
from rencontres_xlsx.cells import Kind, Value
from rencontres_xlsx.headings import Formats

if TYPE_CHECKING:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]  # it has types, unannounced
    from xlsxwriter.format import Format  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

Look: TypeAlias = Literal["plain", "unsure", "cancelled", "band"]
"""How a row looks: as usual, in italics, struck through, as the heading of those below it."""

_PAPERS = {"A4": 9, "A3": 8}
_ROOM = {("A4", True): 118, ("A4", False): 175, ("A3", True): 170, ("A3", False): 245}
"""How many characters of ten points stand on a line: of paper, upright or not."""
_LINE, _WIDE_LINE, _PADDING, _TALLEST = 13.0, 15.5, 5.0, 409.0
"""Points: of a line of ten points, of one with Chinese, around all of them, and what a row has."""
_EDGE = 2
"""How much of a column is left free beside words."""
_ROOMY = 1.15
"""How much wider than in a fixed font words may be in this one, capitals above all."""
_LOOKS: dict[str, dict[str, Any]] = {
    "plain": {},
    "unsure": {"italic": True},
    "cancelled": {"font_strikeout": True, "italic": True},
    "band": {"bold": True, "bg_color": "#EEF2F6"},
    "heading": {"bold": True, "bg_color": "#DDE6EE", "align": "center", "valign": "vcenter"},
}


@frozen(kw_only=True)
class Column:
    """A column.

    Attributes:
        heading: What stands above it.
        least: How wide it is at least, in characters; Chinese ones count twice.
        most: How wide it may become.
    """

    heading: str
    least: int = 6
    most: int = 40


@frozen(kw_only=True)
class Row:
    """A row; one whose look is ``band`` has one cell that goes over all columns."""

    cells: tuple[Value, ...]
    look: Look = "plain"


@frozen(kw_only=True)
class Sheet:
    """A table to be printed.

    Attributes:
        name: Of its tab.
        heading: The lines above it, the first of them large.
        columns: Its columns.
        rows: What stands below them.
        upright: Whether the page stands upright.
        height: The least height of a row in points: room for a signature.
    """

    name: str
    heading: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    upright: bool = False
    height: float = 0.0


@frozen(kw_only=True)
class Setting:
    """What all sheets of a workbook share.

    Attributes:
        wording: Of the language that leads.
        formats: How it writes dates, and the pages.
        title: Of the programme; the head of each page begins with it.
        edition: The version and where it stands; the head of each page ends with it.
        paper: ``A4`` or ``A3``.
        revised: What the file is stamped with.
    """

    wording: Wording
    formats: Formats
    title: str
    edition: str
    paper: Literal["A4", "A3"]
    revised: datetime | None


def workbook(sheets: Sequence[Sheet], setting: Setting) -> bytes:
    """Return a workbook: the same bytes for the same sheets.

    Args:
        sheets: At least one.
        setting: What they share.
    """
    body = BytesIO()
    look = {"font_name": setting.formats.font, "font_size": 10}
    book = cells.opened(body, look, setting.revised, inert.line(setting.title))
    writer = _Writer(book, setting)
    for name, sheet in zip(inert.names([each.name for each in sheets]), sheets, strict=True):
        writer.write(sheet, name)
    book.close()
    return body.getvalue()


class _Writer:
    def __init__(self, book: Workbook, setting: Setting) -> None:
        self._book, self._setting = book, setting
        self._looks: dict[tuple[str, str], Format] = {}

    def write(self, sheet: Sheet, name: str) -> None:
        page = self._book.add_worksheet(name)
        widths = self._widths(sheet)
        for column, width in enumerate(widths):
            page.set_column(column, column, width)
        top = self._heading(page, sheet, widths)
        for number, row in enumerate(sheet.rows, top + 1):
            self._row(page, number, row, widths, sheet.height)
        self._page(page, sheet, top)

    def _heading(self, page: Worksheet, sheet: Sheet, widths: list[float]) -> int:
        """Write what stands above the rows; return the number of the row of the headings."""
        for number, line in enumerate(sheet.heading):
            large = {"bold": True, "font_size": 14} if number == 0 else {}
            page.write_string(number, 0, inert.line(line), self._format("text", str(large), large))
            page.set_row(number, 21 if number == 0 else 15)
        top = len(sheet.heading) + 1
        headings = Row(cells=tuple(column.heading for column in sheet.columns))
        for column, heading in enumerate(headings.cells):
            page.write_string(top, column, inert.words(str(heading)), self._look("heading", "text"))
        page.set_row(top, self._height(headings, widths, 0) + 3)
        return top

    def _row(
        self, page: Worksheet, number: int, row: Row, widths: list[float], least: float
    ) -> None:
        if row.look == "band":
            page.set_row(number, 18)
            look = self._look("band", "text")
            page.write_string(number, 0, inert.line(str(row.cells[0])), look)
            for column in range(1, len(widths)):
                page.write_blank(number, column, None, look)
            return
        for column, value in enumerate(row.cells):
            kept = inert.words(value) if isinstance(value, str) else value
            cells.put(page, number, column, kept, partial(self._look, row.look))
        page.set_row(number, self._height(row, widths, least))

    def _page(self, page: Worksheet, sheet: Sheet, top: int) -> None:
        setting, last = self._setting, top + len(sheet.rows)
        if not sheet.upright:
            page.set_landscape()
        page.set_paper(_PAPERS[setting.paper])
        page.set_margins(left=0.5, right=0.5, top=0.8, bottom=0.7)
        page.fit_to_pages(1, 0)
        page.repeat_rows(top)
        page.print_area(0, 0, last, len(sheet.columns) - 1)
        page.freeze_panes(top + 1, 0)
        room = _ROOM[setting.paper, sheet.upright]
        page.set_header(self._margin(room, setting.title, inert.margin(setting.edition, 100)))
        page.set_footer(self._margin(room, sheet.name, setting.formats.pages))

    def _margin(self, room: int, left: str, right: str) -> str:
        """Return the head or the foot of a page: its ends shall not lie over one another."""
        width = self._setting.wording.width
        kept = inert.line(left)
        while kept and width(kept) > room - width(right) - 4:
            kept = f"{kept[:-2]}…" if len(kept) > 2 else ""
        return f"&L{inert.margin(kept, 140)}&R{right}"

    # --- how much room words take ----------------------------------------------------------------

    def _widths(self, sheet: Sheet) -> list[float]:
        found = [self._width(column.heading) for column in sheet.columns]
        for row in sheet.rows:
            if row.look != "band":
                for column, value in enumerate(row.cells):
                    if isinstance(value, str):
                        found[column] = max(found[column], self._width(value))
        return [
            float(min(max(width * _ROOMY + _EDGE, column.least), column.most))
            for width, column in zip(found, sheet.columns, strict=True)
        ]

    def _width(self, text: str) -> int:
        return max(map(self._setting.wording.width, text.split("\n")), default=0)

    def _height(self, row: Row, widths: list[float], least: float) -> float:
        tallest = max(
            (
                sum(self._line(line, width) for line in value.split("\n"))
                for value, width in zip(row.cells, widths, strict=True)
                if isinstance(value, str)
            ),
            default=_LINE,
        )
        return min(max(tallest + _PADDING, least), _TALLEST)

    def _line(self, line: str, column: float) -> float:
        """Return the points that a line takes in a column, broken as it will be."""
        width = self._setting.wording.width(line)
        return max(1, ceil(width / (column - _EDGE))) * (_WIDE_LINE if width > len(line) else _LINE)

    # --- looks -----------------------------------------------------------------------------------

    def _look(self, look: str, kind: Kind) -> Format:
        placed = {"indent": 1} if kind == "text" else {"align": "center"}
        if look == "heading":
            placed = {}
        edge: dict[str, Any] = {"border": 1, "border_color": "#8A94A0", "text_wrap": True}
        if look == "band":  # its words go over the columns beside it
            edge = dict.fromkeys(("top", "bottom"), 1)
        return self._format(kind, look, {"valign": "vcenter", **edge, **placed, **_LOOKS[look]})

    def _format(self, kind: str, key: str, look: dict[str, Any]) -> Format:
        if (key, kind) not in self._looks:
            formats = self._setting.formats
            number = {"text": "@", "whole": "0", "date": formats.date, "time": formats.time}
            self._looks[key, kind] = self._book.add_format(
                {
                    "font_name": formats.font,
                    "font_scheme": "",  # else WPS looks for the font of a theme
                    "font_size": 10,
                    "num_format": number[kind],
                    **look,
                }
            )
        return self._looks[key, kind]
