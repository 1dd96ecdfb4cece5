"""TEXT: a programme to read as it is, to print, to paste into a mail or a chat."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias

from attrs import field, frozen

from rencontres.formats import bilingual, monolingual
from rencontres.formats.naming import stem
from rencontres.formats.voice import Voice
from rencontres.rendering import Document, Format, Renderer
from rencontres.views import Part, View

Layout: TypeAlias = Literal["interleaved", "columns"]
Only: TypeAlias = Literal["", "changes"]


@frozen(kw_only=True)
class TextOptions:
    """How to write a programme as text.

    Attributes:
        columns: The width in columns of a terminal, where a Chinese character takes two; 0:
            lines are not broken, for chat and mail.
        layout: Of two languages: ``interleaved`` (one under the other) or ``columns`` (side by
            side, for terminals and print in a fixed-width font).
        only: ``changes``: an erratum sheet, of what has changed alone; empty: the programme.
    """

    columns: int = field(default=80, metadata={"help": "width in columns; 0: lines are not broken"})
    layout: Layout = field(
        default="interleaved", metadata={"help": "two languages: interleaved, or in columns"}
    )
    only: Only = field(default="", metadata={"help": "changes: an erratum sheet alone"})


def _compose(view: View, options: TextOptions) -> Iterator[Document]:
    columns = options.columns or None
    name = "programme"
    if options.only == "changes":
        view, name = view.only(parts=[Part.CHANGES]), "erratum"
    lines: Iterable[str]
    if len(view.wordings) == 1:
        lines = monolingual.lines(Voice(view, 0), columns)
    elif options.layout == "columns":
        lines = bilingual.in_columns(view, columns or 80)
    else:
        lines = bilingual.interleaved(view, columns)
    body = "\n".join(lines)
    if " \n" in body or body.endswith(" "):
        body = "\n".join(line.rstrip(" ") for line in body.split("\n"))
    about = view.person.id if view.person else None
    yield Document(f"{stem(view, name)}.txt", f"{body}\n".encode(), about=about)


TEXT = Renderer(
    Format(
        "text",
        "text/plain",
        "txt",
    ),
    TextOptions,
    _compose,
)
"""A programme as text: in one language, or in two, interleaved or side by side."""
