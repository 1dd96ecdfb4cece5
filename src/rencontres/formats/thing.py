"""One thing of a section: what it is called, and what is told of it."""

from __future__ import annotations

from typing import TypeAlias

from attrs import frozen

from rencontres.formats.voice import Pieces

Line: TypeAlias = str | Pieces
"""A line, or the pieces between which it may be broken."""


def plain(line: Line) -> str:
    """Return a line in one piece.

    Args:
        line: A line.
    """
    return line if isinstance(line, str) else "".join(line)


@frozen
class Thing:
    """One thing of a section.

    Attributes:
        head: What it is called.
        details: What is told of it, a line each.
        under: Whether it belongs to the thing before it.
    """

    head: Line
    details: tuple[Line, ...] = ()
    under: bool = False
