"""What no file and no data of a host may bring, however it is written."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, cast

from rencontres.finding import Finding, Value
from rencontres.finding import path as place
from rencontres.sources.cursor import MOST, Path
from rencontres.sources.grammar import LOOSE
from rencontres.sources.positions import Lines
from rencontres.sources.signs import DEEPEST, Kind, shown

MOST_VALUES = 4_000_000
"""How many values data may have; what several places share is counted for each of them."""

_BITS = 2**63
_NO_BREAK = re.compile(r"[^\n]")
_MANY_DIGITS = re.compile("[0-9_]{400,}")
_LONG_KEY = re.compile(rf"[^=,\[\]{{}}\n]{{{2 * DEEPEST},}}")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_LONE_RETURN = re.compile(r"\r(?!\n)")
_ONE_LINE = r'"(?:[^"\\\n]++|\\.)*+"?'
_LONG_TEXT = "|".join(LOOSE[mark].pattern for mark in ('"""', "'''"))
_TEXT = re.compile(rf"{_LONG_TEXT}|{_ONE_LINE}|'[^'\n]*+'?|#[^\n]*", re.DOTALL)

_DEPTH = "tables and lists stand more than %(deepest)s deep inside one another"
_SIGN = "%(found)s is a control character, or half of a character: nobody sees it; take it out"
_NUMBER = "%(found)s is too large, or no number at all; take another one"
_COUNT = "there are more than %(most)s values"


def of_text(text: str, kind: Kind) -> list[Finding]:
    """Return what a file may not hold, before a parser sees it.

    Returns:
        Control characters and halves of characters, each with its line; else, in TOML, what its
        parser takes the square of the time for: keys of many parts, numbers of many digits.
    """
    lines = Lines(text)
    if (signs := list(_signs(text, kind, lines))) or kind == "json":
        return signs
    keys = any(match[0].count(".") >= DEEPEST for match in _LONG_KEY.finditer(text))
    if not keys and not _MANY_DIGITS.search(text):
        return []
    bare = _TEXT.sub(lambda match: _NO_BREAK.sub(" ", match[0]), text)
    for match in _LONG_KEY.finditer(bare):
        if match[0].count(".") >= DEEPEST:
            return [too_deep(lines.of(match.start()))]
    return [
        _finding("file.number", _NUMBER, {"found": shown(match[0])}, lines.of(match.start()))
        for match in _MANY_DIGITS.finditer(bare)
    ]


def too_deep(line: int | None) -> Finding:
    """Return what is told of tables and lists that stand too deep."""
    return _finding("file.depth", _DEPTH, {"deepest": DEEPEST}, line)


def of_data(data: object) -> list[tuple[Path, Finding]]:
    """Return what data may not hold, each with its path.

    Returns:
        Integers of more than 64 bits, numbers that are none or infinite, control characters and
        halves of characters in texts and keys, and what is too deep or too much.
    """
    sound = _sound(data)
    if sound is None:
        return [((), _finding("file.size", _COUNT, {"most": MOST_VALUES}, None))]
    return [] if sound else list(islice(_faults(data), MOST))


def _finding(code: str, told: str, values: Mapping[str, Value], line: int | None) -> Finding:
    return Finding(code, "error", "", told, values, line)


def _signs(text: str, kind: Kind, lines: Lines) -> Iterator[Finding]:
    told: set[tuple[str, int]] = set()
    patterns = [_FORBIDDEN] + [_LONE_RETURN] * (kind == "toml")
    for match in (match for pattern in patterns for match in pattern.finditer(text)):
        sign = f"U+{ord(match[0]):04X}", lines.of(match.start())
        if sign not in told and len(told) < MOST:
            told.add(sign)
            yield _finding("file.character", _SIGN, {"found": sign[0]}, sign[1])


def _sound(data: object) -> bool | None:
    """Tell whether there is nothing to look for, or None: level by level, without paths."""
    level, depth, count = [data], 0, 0
    while level:
        count += len(level)
        if depth > DEEPEST or count > MOST_VALUES:
            return None if count > MOST_VALUES else False
        below: list[object] = []
        for value in level:
            if isinstance(value, str):
                if not value.isprintable() and _FORBIDDEN.search(value):
                    return False
            elif isinstance(value, Mapping):
                table = cast("Mapping[object, object]", value)
                below += table
                below += table.values()
            elif isinstance(value, list | tuple):
                below += cast("list[object]", value)
            elif _fault(value):
                return False
        level, depth = below, depth + 1
    return True


def _fault(value: object) -> bool:
    if isinstance(value, float):
        return not math.isfinite(value)
    return isinstance(value, int) and not -_BITS <= value < _BITS


def _faults(value: object, path: Path = ()) -> Iterator[tuple[Path, Finding]]:
    if finding := _told(path, value):
        yield path, finding
        return
    if not isinstance(value, Mapping | list | tuple):
        return
    entries = value.items() if isinstance(value, Mapping) else enumerate(value)
    for key, item in cast("Iterable[tuple[Any, object]]", entries):
        yield from _faults(item, (*path, key))


def _told(path: Path, value: object) -> Finding | None:
    """Return what is wrong with one value or with its key, or None."""
    where = place(*path)
    where = "" if _FORBIDDEN.search(where) else where
    key = path[-1] if path and isinstance(path[-1], str) else ""
    values: Mapping[str, Value]
    if len(path) > DEEPEST:
        return too_deep(None)
    if sign := _FORBIDDEN.search(f"{key}{value}" if isinstance(value, str) else key):
        code, told, values = "file.character", _SIGN, {"found": f"U+{ord(sign[0]):04X}"}
    elif _fault(value):
        found = str(value) if isinstance(value, float) else "an integer of more than 64 bits"
        code, told, values = "file.number", _NUMBER, {"found": found}
    else:
        return None
    return Finding(code, "error", where, told, values)
