"""A colleague at her desk: opens a workbook, types into cells, saves it."""

from io import BytesIO
from pathlib import Path

import openpyxl

from rencontres import load

EXAMPLES = Path(__file__).parents[3] / "examples" / "chengdu-2016"
APRIL = load(EXAMPLES / "april.toml")
OCTOBER = load(EXAMPLES / "october.toml")


class Desk:
    """An open workbook."""

    def __init__(self, body):
        self.book = openpyxl.load_workbook(BytesIO(body))

    def columns(self, sheet):
        return {str(c.value).split("\n")[-1]: c.column for c in self.book[sheet][1] if c.value}

    def row(self, sheet, **said):
        """Return the number of the first row that shows these things."""
        ws, columns = self.book[sheet], self.columns(sheet)
        for number in range(2, ws.max_row + 1):
            if all(ws.cell(number, columns[k]).value == v for k, v in said.items()):
                return number
        raise AssertionError(said)

    def type(self, sheet, row, **typed):
        """Type into cells by the names of their columns, `__` for a point."""
        for name, value in typed.items():
            column = self.columns(sheet)[name.replace("__", ".").replace("zh_Hans", "zh-Hans")]
            cell = self.book[sheet].cell(row, column)
            cell.value = value
            if isinstance(value, str) and value.startswith("'="):
                cell.value = value[1:]
                cell.data_type = "s"

    def add(self, sheet, **typed):
        row = self.book[sheet].max_row + 1
        self.type(sheet, row, **typed)
        return row

    def paste(self, sheet, row):
        """Paste a row below the last one."""
        ws = self.book[sheet]
        ws.append([cell.value for cell in ws[row]])
        return ws.max_row

    def saved(self):
        out = BytesIO()
        self.book.save(out)
        return out.getvalue()


def told(proposal):
    """Return the codes and the places of the doubts."""
    return [(doubt.code, doubt.where) for doubt in proposal.doubts]
