"""CSV: the programme, the people and the letters of a dossier as plain tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias

from attrs import field, frozen

from rencontres import Document, Format, Part, Renderer, View, stem
from rencontres_csv import sheets
from rencontres_csv.table import table

Delimiter: TypeAlias = Literal[",", ";", "tab"]


@frozen(kw_only=True)
class CSVOptions:
    """How to write the tables.

    Attributes:
        sheets: Which of them: ``programme``, ``people``, ``letters``.
        delimiter: What stands between cells; Excel splits at ``;`` where numbers have a decimal
            comma, as in France, and at ``,`` in China.
        bom: Whether the file begins with a byte order mark, without which Excel takes UTF-8 for
            something else.
    """

    sheets: tuple[Literal["programme", "people", "letters"], ...] = field(
        default=("programme", "people", "letters"),
        metadata={"help": "which tables: programme, people, letters"},
    )
    delimiter: Delimiter = field(default=",", metadata={"help": "between cells: , or ; or tab"})
    bom: bool = field(default=True, metadata={"help": "begin with a byte order mark, for Excel"})


def _compose(view: View, options: CSVOptions) -> Iterator[Document]:
    about = view.person.id if view.person else None
    delimiter = "\t" if options.delimiter == "tab" else options.delimiter
    for name in dict.fromkeys(options.sheets):
        _, rows = sheets.SHEETS[name]
        text = table(sheets.columns(view, name), rows(view), delimiter)
        body = text.encode("utf-8-sig" if options.bom else "utf-8")
        yield Document(f"{stem(view, name)}.csv", body, about=about)


CSV = Renderer(
    Format("csv", "text/csv", "csv", carries={Part.SESSIONS, Part.PEOPLE}),
    CSVOptions,
    _compose,
)
"""Three tables: the sessions, the people, and one row for each letter of a mail merge."""
