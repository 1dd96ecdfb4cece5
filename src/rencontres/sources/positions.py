"""The lines on which things stand in a file: looked for only once something is wrong."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from rencontres.sources.cursor import Cursor, Path
from rencontres.sources.json_scanner import JsonScanner
from rencontres.sources.signs import Kind
from rencontres.sources.toml_scanner import TomlScanner

__all__ = ["Lines", "Path", "Positions", "Spot", "positions", "scan"]


@frozen
class Spot:
    """Where a value stands.

    Attributes:
        line: The line of its key, or of its own first sign in a list; from 1.
        value_line: The line on which the value begins.
        start: The offset of the first sign of the value.
        end: The offset behind its last sign. Tables that have no text of their own (opened by
            a header or a dot) span nothing.
    """

    line: int
    value_line: int
    start: int
    end: int


class Lines:
    """Counts lines, from 1: a line ends with a line feed."""

    __slots__ = ("_ends",)

    def __init__(self, text: str) -> None:
        """Find the ends of the lines of a text."""
        self._ends: list[int] = []
        end = text.find("\n")
        while end >= 0:
            self._ends.append(end)
            end = text.find("\n", end + 1)

    def of(self, offset: int) -> int:
        """Return the line of an offset."""
        return bisect_right(self._ends, offset - 1) + 1


class Positions(Mapping[Path, Spot]):
    """Where each value of a file stands, by its path: keys of tables and indexes of lists."""

    __slots__ = ("_lines", "_marks")

    def __init__(self, text: str, scanner: Cursor) -> None:
        """Keep what a scanner has found."""
        self._lines = Lines(text)
        self._marks = {path: mark for path, mark in scanner.marks.items() if path}

    def __getitem__(self, path: Path) -> Spot:
        """Return where a value stands."""
        key, start, end = self._marks[path]
        return Spot(self._lines.of(key), self._lines.of(start), start, end)

    def __iter__(self) -> Iterator[Path]:
        """Yield the paths."""
        return iter(self._marks)

    def __len__(self) -> int:
        """Return how many paths there are."""
        return len(self._marks)

    def line(self, path: Sequence[str | int]) -> int | None:
        """Return the line of a path, or of as much of it as there is; None if there is nothing.

        Args:
            path: Keys of tables and indexes of lists, from the outside in.
        """
        for length in range(len(path), 0, -1):
            if (found := tuple(path[:length])) in self._marks:
                return self._lines.of(self._marks[found][0])
        return None


def scan(text: str, kind: Kind) -> TomlScanner | JsonScanner:
    """Read a file for its places and its slips."""
    scanner = TomlScanner(text) if kind == "toml" else JsonScanner(text)
    scanner.run()
    return scanner


def positions(text: str, kind: Kind) -> Positions:
    """Return where each value of a file stands, in the time of its length.

    Args:
        text: The file. Where it is wrong, what is meant is guessed; what cannot be, is missing.
        kind: ``toml`` or ``json``.
    """
    return Positions(text, scan(text, kind))
