"""A workbook being written: cells that are never formulas, the same bytes for the same dossier."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any, TypeAlias
from unicodedata import east_asian_width

from rencontres import DossierError, Finding
from rencontres_xlsx import cells, inert
from rencontres_xlsx.dossier.cells import letters

if TYPE_CHECKING:
    from xlsxwriter.format import Format  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

Value: TypeAlias = "str | int"

_FONT = {"font_name": "Arial", "font_size": 10, "valign": "top"}
"""A font that every office has, and no font of a theme, which WPS asks for."""
_LOOKS: dict[str, dict[str, Any]] = {
    "text": {"num_format": "@", "text_wrap": True},
    "number": {"num_format": "0.################"},
    "whole": {"num_format": "0"},
    "date": {"num_format": "yyyy-mm-dd", "align": "left"},
    "heading": {"bold": True, "bg_color": "#DDE6EE", "border": 1, "text_wrap": True},
    "key": {"num_format": "@", "bg_color": "#F0F0F0", "text_wrap": True},
    "fill": {"num_format": "@", "bg_color": "#FFF6D5", "text_wrap": True, "border": 1},
}
_WIDEST, _NARROWEST = 60, 8


class Paper:
    """A workbook being written."""

    def __init__(self, created: datetime | None) -> None:
        """Begin.

        Args:
            created: What it is stamped with: never the clock.
        """
        self._body = BytesIO()
        self._book = cells.opened(self._body, _FONT, created)
        self._looks: dict[str, Format] = {
            name: self._book.add_format({**_FONT, **look}) for name, look in _LOOKS.items()
        }
        self._long: list[Finding] = []

    def sheet(self, name: str, *, hidden: bool = False) -> Page:
        """Return a new sheet.

        Args:
            name: Its name, of at most 31 signs.
            hidden: Whether it is shown only to those who ask for it.
        """
        sheet = self._book.add_worksheet(name)
        if hidden:
            sheet.hide()
        return Page(sheet, name, self._looks, self._long)

    def body(self) -> bytes:
        """Return the workbook.

        Raises:
            DossierError: Words that no cell can hold; all are told at once.
        """
        self._book.close()
        if self._long:
            raise DossierError(problems=self._long)
        return self._body.getvalue()


class Page:
    """One sheet being written."""

    def __init__(
        self, sheet: Worksheet, name: str, looks: dict[str, Format], long: list[Finding]
    ) -> None:
        self._sheet, self.name, self._looks, self._long = sheet, name, looks, long
        self._widths: dict[int, int] = {}

    def put(self, row: int, column: int, value: cells.Value, look: str = "text") -> None:
        """Write a cell: what it is, and never what a spreadsheet would make of it.

        Args:
            row: The row, from 0.
            column: The column, from 0.
            value: What stands there; None: an empty cell.
            look: How it looks.
        """
        if isinstance(value, str) and inert.units(value) > inert.LONGEST:
            self._too_long(row, column, inert.units(value))
        else:
            looks = self._looks
            cells.put(
                self._sheet,
                row,
                column,
                value,
                lambda kind: looks[look if kind == "text" else kind],
            )
        self._widths[column] = max(self._widths.get(column, 0), _width(str(value or "")))

    def _too_long(self, row: int, column: int, length: int) -> None:
        message = "this has %(length)s signs, and a cell holds no more than %(most)s"
        cell = f"{self.name}!{letters(column)}{row + 1}"
        values: dict[str, Value] = {"cell": cell, "length": length, "most": inert.LONGEST}
        self._long.append(Finding("cell.long", "error", self.name, message, values))

    def note(self, row: int, column: int, words: str) -> None:
        """Explain a cell.

        Args:
            row: The row, from 0.
            column: The column, from 0.
            words: The explanation.
        """
        if words:
            self._sheet.write_comment(row, column, words, {"x_scale": 2, "author": ""})

    def choose(self, rows: tuple[int, int], column: int, source: str | Sequence[str]) -> None:
        """Offer what may stand in a column; other things are taken too.

        Args:
            rows: The first and the last row, from 0.
            column: The column, from 0.
            source: A range of cells, or a few words.
        """
        rule = {"validate": "list", "source": source, "error_type": "information"}
        self._sheet.data_validation(rows[0], column, rows[1], column, {**rule, "show_error": False})

    def finish(self, rows: int, columns: int, kept: int, hidden: Iterable[int] = ()) -> None:
        """Freeze the headings, offer filters, and make every column as wide as its words.

        Args:
            rows: How many rows there are, the headings included.
            columns: How many columns.
            kept: How many columns stay in sight.
            hidden: The columns that nobody needs to see.
        """
        self._sheet.set_row(0, 30)  # a heading, above its key
        self._sheet.freeze_panes(1, kept)
        if columns:
            self._sheet.autofilter(0, 0, max(rows - 1, 1), columns - 1)
        out = set(hidden)
        for column in range(columns):
            width = min(max(self._widths.get(column, 0) + 2, _NARROWEST), _WIDEST)
            options = {"hidden": True} if column in out else {}
            self._sheet.set_column(column, column, width, self._looks["text"], options)
        self._sheet.set_landscape()
        self._sheet.set_paper(9)
        self._sheet.fit_to_pages(1, 0)
        self._sheet.repeat_rows(0)


def _width(words: str) -> int:
    """Return how wide the widest line of words is shown, in half-width signs."""
    lines = words[:400].split("\n")[:20]
    return max(sum(2 if east_asian_width(sign) in "WF" else 1 for sign in line) for line in lines)
