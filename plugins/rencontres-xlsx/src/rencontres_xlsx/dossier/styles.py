"""What the styles of a workbook make of a number: a day, a month, an hour."""

from __future__ import annotations

import re
from collections.abc import Mapping

from attrs import frozen

from rencontres_xlsx.dossier.package import Parts

_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]', re.IGNORECASE)
_DATES = frozenset((*range(14, 18), 22, *range(27, 32), 36, *range(50, 55), 57, 58))
_TIMES = frozenset((*range(18, 22), *range(32, 36), *range(45, 48), 55, 56))
_MONTHS = frozenset((17, 27, 55, 57))


@frozen
class Format:
    """What the number format of a cell makes of a number: a day, a month, an hour."""

    day: bool = False
    hour: bool = False
    month: bool = False


def formats(parts: Parts, part: str) -> list[Format]:
    """Return the number format of each style of cells.

    Args:
        parts: The parts of the workbook.
        part: The one that holds its styles.
    """
    codes: dict[int, str] = {}
    found: list[Format] = []
    inside = [False]

    def start(name: str, attributes: Mapping[str, str]) -> None:
        if name == "numFmt":
            codes[int(attributes.get("numFmtId", 0))] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            inside[0] = True
        elif name == "cellStyles":
            inside[0] = False
        elif name == "xf" and inside[0]:
            found.append(_format(int(attributes.get("numFmtId", 0)), codes))

    def end(name: str) -> None:
        if name.rpartition("}")[2] == "cellXfs":
            inside[0] = False

    if part in parts:
        parts.parse(part, start, EndElementHandler=end)
    return found


def _format(number: int, codes: Mapping[int, str]) -> Format:
    if number in codes:
        shown = _QUOTED.sub("", codes[number].split(";")[0]).lower()
        if "general" in shown:
            return Format()
        day = "y" in shown or "d" in shown
        hour = "h" in shown or "s" in shown
        return Format(day, hour, "y" in shown and "m" in shown and "d" not in shown and not hour)
    return Format(number in _DATES, number in _TIMES or number == 22, number in _MONTHS)
