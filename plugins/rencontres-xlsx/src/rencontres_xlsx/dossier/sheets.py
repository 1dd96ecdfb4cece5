"""Workbooks opened without trust: what the cells of each sheet hold, and nothing else.

The container and its XML (ECMA-376 part 1, SpreadsheetML) are read here rather than by a library
because three things are needed at once that none gives: the value *and* the formula of a cell in
one pass, which cells are merged and which rows are hidden, and bounds on everything before it is
built. A document type, and with it every entity, is refused; macros, links, pictures and styles
other than number formats are never opened.
"""

from __future__ import annotations

import os
import posixpath
import re
import zipfile
import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from io import BytesIO
from math import isfinite
from pathlib import Path
from xml.parsers import expat

from attrs import evolve, field, frozen

from rencontres import LoadError
from rencontres_xlsx import inert
from rencontres_xlsx.dossier.cells import Book, Cell, Line, Sheet
from rencontres_xlsx.dossier.package import Parts, Source, refused, relations
from rencontres_xlsx.dossier.styles import Format, formats

CELLS = 4_000_000
"""Cells of a workbook, empty ones included."""
SIGNS = 64_000_000
"""Signs in all cells together: a string that is shared counts where it is used."""

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_PLACE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")


def opened(source: Source) -> Book:
    """Return what the cells of a workbook hold.

    Args:
        source: A file of ``.xlsx`` or ``.xlsm``, or its bytes.

    Raises:
        LoadError: It cannot be read, is no such workbook, or is larger than anything an office
            writes.
    """
    name = "" if isinstance(source, bytes) else os.fspath(source)
    try:
        data = source if isinstance(source, bytes) else Path(source).read_bytes()
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _book(Parts(archive, name))
    except (OSError, ValueError, RuntimeError, LookupError, ArithmeticError) as error:
        if isinstance(error, LoadError):
            raise
        reason = getattr(error, "strerror", None) or str(error)
        raise refused("file.unread", "it cannot be read: %(reason)s", name, reason=reason) from None
    except (zipfile.BadZipFile, EOFError, expat.ExpatError, zlib.error):
        message = (
            "this is no workbook of the form .xlsx, or a damaged or protected one: open it, and "
            "save it as .xlsx without a password"
        )
        raise refused("workbook.form", message, name) from None


def _book(parts: Parts) -> Book:
    homes = (target for _, target in relations(parts, "") if target.endswith("workbook.xml"))
    home = next(homes, "xl/workbook.xml")
    if home not in parts:
        message = "this is no workbook of the form .xlsx: open it, and save it as one"
        raise refused("workbook.form", message, parts.name)
    targets = dict(relations(parts, home))
    found: list[tuple[str, str]] = []
    epoch = [date(1899, 12, 30)]

    def start(name: str, attributes: Mapping[str, str]) -> None:
        if name == "workbookPr" and attributes.get("date1904") in ("1", "true"):
            epoch[0] = date(1904, 1, 1)
        if name == "sheet":
            key = next((v for k, v in attributes.items() if k.endswith("}id")), "")
            found.append((attributes.get("name", ""), targets.get(key, "")))

    parts.parse(home, start)
    folder = posixpath.dirname(home)
    strings = _strings(parts, posixpath.join(folder, "sharedStrings.xml"))
    shown = formats(parts, posixpath.join(folder, "styles.xml"))
    reader = _Reader(parts, strings, shown, epoch[0])
    sheets = tuple(reader.sheet(name, part) for name, part in found if part in parts)
    return Book(parts.name, sheets, any(each.endswith("vbaproject.bin") for each in parts.names()))


def _strings(parts: Parts, part: str) -> list[str]:
    """Return the strings that cells share, without the readings of their characters."""
    found: list[str] = []
    pieces: list[str] = []
    state = {"text": False, "reading": False}

    def start(name: str, _: Mapping[str, str]) -> None:
        state["reading"] |= name == "rPh"
        state["text"] = name == "t"

    def end(name: str) -> None:
        local = name.rpartition("}")[2]
        state["text"] = False
        if local == "rPh":
            state["reading"] = False
        if local == "si":
            found.append(_unescaped("".join(pieces)))
            if len(found) > CELLS:
                raise parts.large()
            pieces.clear()

    def text(words: str) -> None:
        if state["text"] and not state["reading"]:
            pieces.append(words)

    if part in parts:
        parts.parse(part, start, EndElementHandler=end, CharacterDataHandler=text)
    return found


def _unescaped(words: str) -> str:
    if "_x" not in words:
        return words
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), words)


@frozen
class _Reader:
    """What the sheets of one workbook have in common."""

    parts: Parts
    strings: list[str]
    formats: list[Format]
    epoch: date
    spent: dict[str, int] = field(factory=lambda: {"cells": 0, "signs": 0})

    def sheet(self, name: str, part: str) -> Sheet:
        """Return a sheet.

        Args:
            name: Its name.
            part: The part that it stands in.
        """
        state = _State(self)
        self.parts.parse(
            part, state.start, EndElementHandler=state.end, CharacterDataHandler=state.text
        )
        return Sheet(name, tuple(self._merged(state.lines, state.merged)))

    def spend(self, cells: int, signs: int = 0) -> None:
        """Count what has been read, and refuse what is too much.

        Args:
            cells: Further cells.
            signs: Further signs.
        """
        self.spent["cells"] += cells
        self.spent["signs"] += signs
        if self.spent["cells"] > CELLS or self.spent["signs"] > SIGNS:
            raise self.parts.large()

    def _merged(self, lines: list[Line], areas: list[str]) -> list[Line]:
        """Give each cell of a merged one its value downwards, and a mark to the right."""
        lines.sort(key=lambda line: line.number)
        numbers = [line.number for line in lines]
        for area in areas:
            ends = [_PLACE.fullmatch(end) for end in area.split(":")]
            if len(ends) != 2 or not ends[0] or not ends[1]:
                continue
            (left, top), (right, bottom) = (_place(end[0]) for end in ends if end)
            first = bisect_left(numbers, top)
            value = lines[first].cells.get(left) if numbers[first : first + 1] == [top] else None
            for line in lines[first : bisect_right(numbers, bottom)]:
                columns = range(left, min(right, left + 255) + 1)
                self.spend(len(columns))
                for column in columns:
                    if column > left:
                        line.cells[column] = Cell(None, merged=True)
                    elif value is not None:
                        line.cells[column] = value
        return lines

    def value(self, kind: str, raw: str, style: int) -> Cell:
        """Return a cell from its type, its content and its style.

        Args:
            kind: The type: ``s``, ``str``, ``inlineStr``, ``b``, ``e``, ``d`` or ``n``.
            raw: What stands in it.
            style: The number of its style.
        """
        if kind in ("s", "str", "inlineStr"):
            words = self.strings[int(raw)] if kind == "s" else _unescaped(raw)
            if len(words) > inert.LONGEST:
                raise self.parts.large()
            self.spend(0, len(words))
            return Cell(words)
        if kind == "b":
            return Cell(raw.strip() in ("1", "true"))
        if kind == "e":
            return Cell(raw, error=True)
        if kind == "d":
            return Cell(_stamped(datetime.fromisoformat(raw)))
        number = float(raw)
        if not isfinite(number):
            return Cell(raw, error=True)
        shown = self.formats[style] if 0 <= style < len(self.formats) else Format()
        if (shown.day or shown.hour) and (at := self._at(number, shown)) is not None:
            return Cell(at, month=shown.month)
        whole = number.is_integer() and abs(number) < 2**53
        return Cell(int(number) if whole else number)

    def _at(self, number: float, shown: Format) -> date | time | None:
        """Return the day, the moment or the hour that a number is shown as."""
        if not 0 <= number < 2_958_466:
            return None
        days, seconds = divmod(round(number * 86_400), 86_400)
        if not days and not shown.day:
            return time(seconds // 3600, seconds // 60 % 60, seconds % 60)
        # 1900 was no leap year; the format says that it was, and only since March is it right.
        if self.epoch.year == 1899 and days < 60:
            days += 1
        midnight = datetime.combine(self.epoch, time.min)
        return _stamped(midnight + timedelta(days=days, seconds=seconds))


def _stamped(moment: datetime) -> date:
    return moment.date() if moment.time() == time.min else moment


def _place(reference: str) -> tuple[int, int]:
    """Return the column, from 0, and the row, from 1, of the name of a cell."""
    match = _PLACE.fullmatch(reference)
    if match is None:
        return 0, 0
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return column - 1, int(match[2])


class _State:
    """Where the reading of one sheet is."""

    def __init__(self, reader: _Reader) -> None:
        self.reader = reader
        self.lines: list[Line] = []
        self.merged: list[str] = []
        self._line = Line(0, {})
        self._column = -1
        self._cell: Mapping[str, str] = {}
        self._pieces: list[str] = []
        self._taken = False
        self._formula = False
        self._reading = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take the beginning of an element."""
        self._taken = name == "v" or (name == "t" and not self._reading)
        if name == "row":
            number = int(attributes.get("r", self._line.number + 1))
            hidden = attributes.get("hidden") in ("1", "true")
            self._line, self._column = Line(number, {}, hidden), -1
        elif name == "c":
            self._cell, self._pieces, self._formula = dict(attributes), [], False
            place = attributes.get("r")
            self._column = _place(place)[0] if place else self._column + 1
            self.reader.spend(1)
        elif name == "f":
            self._formula = True
        elif name == "rPh":
            self._reading = True
        elif name == "mergeCell":
            self.merged.append(attributes.get("ref", ""))

    def text(self, words: str) -> None:
        """Take the text of an element."""
        if self._taken:
            self._pieces.append(words)

    def end(self, name: str) -> None:
        """Take the end of an element."""
        self._taken = False
        local = name.rpartition("}")[2]
        self._reading &= local != "rPh"
        if local == "c":
            raw = "".join(self._pieces)
            if raw or self._formula:
                kind, style = self._cell.get("t", "n"), int(self._cell.get("s", 0))
                cell = self.reader.value(kind, raw, style) if raw else Cell(None)
                self._line.cells[self._column] = evolve(cell, formula=self._formula)
            self._cell = {}
        elif local == "row" and self._line.cells:
            self.lines.append(self._line)
