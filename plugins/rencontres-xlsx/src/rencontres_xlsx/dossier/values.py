"""What stands in a cell: how a value of a dossier is written there, and what is read back.

People type as they are used to: 29/10/2016, 2016年10月29日, « oui », 1 200, a no-break space behind
an id. Whatever has one meaning is taken; what has none is left as it is, for the dossier to refuse
with its own words.
"""

from __future__ import annotations

import json
import re
import unicodedata
from datetime import date, datetime, time

from rencontres_xlsx.cells import FIRST_DAY
from rencontres_xlsx.dossier.cells import Cell
from rencontres_xlsx.dossier.shapes import Json, Leaf
from rencontres_xlsx.dossier.vocabulary import word_of

_BETWEEN = re.compile(r"[\s;,、，；]+")
_BETWEEN_NUMBERS = re.compile(r"\s*[;；\n]\s*")
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")
_GROUPED = re.compile(r"(?<=\d)[\s'’](?=\d{3}\b)")
_DAY_FIRST = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})(?:[/.]|年)(\d{1,2})(?:[/.]|月)(\d{1,2})[日号]?")
_MONTH = re.compile(r"(\d{4})(?:/|年)(\d{1,2})月?")
_TRUE = frozenset("true vrai oui yes x 1 是 對 对".split())
_FALSE = frozenset("false faux non no 0 否".split())
_UNSEEN = "\u200b\u200c\u200d\ufeff\u2060"
_YEARS = range(1000, 3000)


# --- there ---------------------------------------------------------------------------------------


def written(leaf: Leaf, value: Json) -> str | int | float | date:
    """Return what a cell shows of a value.

    Args:
        leaf: What the column holds.
        value: The value, as JSON.
    """
    if leaf.kind == "extra":
        plain = json.dumps(value, ensure_ascii=False, sort_keys=True)
        return plain if plain.isprintable() else json.dumps(value, sort_keys=True)
    if leaf.kind == "list":
        joined = "\n" if leaf.item == "words" else "; "
        return joined.join(str(each) for each in value)
    if leaf.kind in ("day", "date", "coming", "limit") and isinstance(value, str):
        return _day(value) or value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value if float(f"{value:.16G}") == value else repr(value)
    return str(value)


def _day(words: str) -> date | None:
    try:
        day = date.fromisoformat(words)
    except ValueError:
        return None
    return day if len(words) == 10 and day >= FIRST_DAY else None


# --- back ----------------------------------------------------------------------------------------


def blank(cell: Cell) -> bool:
    """Tell whether nothing is seen in a cell.

    Args:
        cell: The cell.
    """
    return isinstance(cell.value, str) and not cell.value.strip(_UNSEEN + " \t\r\n\u00a0\u3000")


def taken(leaf: Leaf, cell: Cell) -> Json:
    """Return the value that a cell means, as JSON; what means nothing is returned as text.

    Args:
        leaf: What the column holds.
        cell: The cell: neither empty nor an error.
    """
    value = cell.value
    if leaf.kind == "words":
        return plain(value)
    told = tidy(value) if isinstance(value, str) else value
    if leaf.kind == "extra":
        try:
            return json.loads(str(value))
        except ValueError:
            return plain(value)
    if leaf.kind == "list":
        return _several(leaf, told)
    return _ONE.get(leaf.kind, _one)(leaf, told, cell)


def plain(value: Json) -> str:
    """Return what a cell shows, as text.

    Args:
        value: The value of the cell.
    """
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    if isinstance(value, time):
        return value.isoformat(timespec="minutes")
    return value if isinstance(value, str) else str(value)


def tidy(words: str) -> str:
    """Return words that are no human text as they were meant: half-width, with nothing around.

    Args:
        words: What stands in the cell.
    """
    return unicodedata.normalize("NFKC", words).strip(_UNSEEN + " \t\r\n")


def day_of(words: str) -> str:
    """Return a day or a month that is written by hand as ISO 8601, or the words themselves.

    Args:
        words: 29/10/2016, 2016年10月29日, 2016/10; the day comes first unless the year does.
    """
    if found := _DAY_FIRST.fullmatch(words):
        day, month, year = map(int, found.groups())
        if month > 12 >= day:
            day, month = month, day
    elif found := _YEAR_FIRST.fullmatch(words):
        year, month, day = map(int, found.groups())
    elif (found := _MONTH.fullmatch(words)) and 1 <= int(found[2]) <= 12:
        return f"{found[1]}-{int(found[2]):02}"
    else:
        return words
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return words


def unsure(words: str) -> bool:
    """Tell whether a day may be the first or the second of its numbers: 03/04/2016.

    Args:
        words: What stands in the cell.
    """
    found = _DAY_FIRST.fullmatch(tidy(words))
    return found is not None and found[1] != found[2] and max(map(int, found.groups()[:2])) <= 12


def _one(_: Leaf, value: Json, __: Cell) -> Json:
    return plain(value)


def _word(leaf: Leaf, value: Json, _: Cell) -> Json:
    return word_of(plain(value), leaf.words)


def _truth(_: Leaf, value: Json, __: Cell) -> Json:
    if isinstance(value, bool):
        return value
    said = plain(value).casefold()
    return True if said in _TRUE else False if said in _FALSE else plain(value)


def _number(_: Leaf, value: Json, __: Cell) -> Json:
    if isinstance(value, int | float):
        return value
    return number_of(plain(value))


def number_of(words: str) -> int | float | str:
    """Return the number that words are, or the words.

    Args:
        words: 1 200, 12,5, 1e3.
    """
    told = _GROUPED.sub("", words)
    if told.count(",") == 1 and "." not in told and not re.search(r",\d{3}$", told):
        told = told.replace(",", ".")
    if not _NUMBER.fullmatch(told) or re.match(r"[+-]?0\d", told):
        return words
    number = float(told)
    return int(told) if told.lstrip("+-").isdigit() else number


def _date(leaf: Leaf, value: Json, cell: Cell) -> Json:
    if isinstance(value, date) and cell.month:
        return value.strftime("%Y-%m")
    if isinstance(value, int) and not isinstance(value, bool) and value in _YEARS:
        return str(value)
    if isinstance(value, int | float) and not isinstance(value, bool) and leaf.kind == "limit":
        return value
    if not isinstance(value, str):
        return plain(value)
    found = day_of(value)
    return number_of(found) if leaf.kind == "limit" else found


def _hours(_: Leaf, value: Json, __: Cell) -> Json:
    return plain(value)


_ONE = {
    "word": _word, "truth": _truth, "whole": _number, "number": _number, "limit": _date,
    "day": _date, "date": _date, "coming": _date, "moment": _date, "hours": _hours,
}  # fmt: skip


def _several(leaf: Leaf, value: Json) -> Json:
    if leaf.item == "number":
        if not isinstance(value, str):
            return [value]
        parts = _BETWEEN_NUMBERS.split(value)
        if len(parts) == 1:
            parts = value.replace(",", " ").split() if value.count(",") == 1 else [value]
        return [number_of(part) for part in parts if part]
    return [part for part in _BETWEEN.split(plain(value)) if part]
