"""Rows as CSV (RFC 4180) that no spreadsheet takes for formulas."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

_FORMULA = re.compile(r'(^|[,;\t\r\n])([ \u00a0"]*)(?=[=+\-@＝＋－＠\t\r])')
"""Where a cell may begin: at the start, and after whatever another delimiter would split at."""


def table(columns: Sequence[str], rows: Iterable[Mapping[str, str]], delimiter: str = ",") -> str:
    """Return rows as CSV, below their headings.

    Args:
        columns: The headings: the keys of every row.
        rows: What stands below them.
        delimiter: What stands between cells.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([inert(row[column]) for column in columns])
    return out.getvalue()


def inert(words: str) -> str:
    """Return words that a spreadsheet shows as they are, with an apostrophe where it would not.

    Quotes do not protect: what begins with ``=``, ``+``, ``-`` or ``@`` is a formula to a
    spreadsheet, and so is what follows the delimiter that it splits at (CWE-1236).

    Args:
        words: What stands in a cell.
    """
    return _FORMULA.sub(r"\1\2'", words)
