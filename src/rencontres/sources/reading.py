"""Texts as data: TOML 1.0 and JSON, strict, and bounded whoever wrote them."""

from __future__ import annotations

import json
import re
import sys
import tomllib
from typing import cast

from attrs import evolve

from rencontres.finding import Finding
from rencontres.sources import bounds
from rencontres.sources.encoding import LARGEST, decode
from rencontres.sources.positions import Lines, Path, Positions, positions, scan
from rencontres.sources.signs import DEEPEST, Kind
from rencontres.sources.slips import slips

__all__ = ["DEEPEST", "LARGEST", "decode", "parse"]

_LATER_TOML = sys.version_info >= (3, 15)
"""From here on ``tomllib`` reads TOML 1.1: what TOML 1.0 refuses is then refused by ours."""

_BITS = 2**63
_LONGEST_INTEGER = len(str(_BITS)) + 1
_LISTED = re.compile(r"^[ \t]*\[\[[^\]\n]*\.", re.MULTILINE)
_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_CONFLICT = re.compile("Cannot (?:declare|overwrite|mutate|redefine)|Duplicate")


def parse(text: str, kind: Kind) -> tuple[dict[str, object] | None, list[Finding]]:
    """Return the table that a file is, or everything that is wrong with it.

    TOML is 1.0 for everyone, whichever version the interpreter reads. Nothing is coerced, and
    nothing foreign is raised, whatever the text is.

    Returns:
        The data and no finding; or None and the findings, all at once, each with its line: what
        is out of bounds (``file.size``, ``file.depth``, ``file.character``, ``file.number``),
        the slips of the pen (``slip.…``), keys that are there twice (``file.duplicate``), or
        the complaint of the parser (``file.conflict``, ``file.syntax``).
    """
    if len(text) > LARGEST:
        told = "the file has %(size)s characters; no more than %(largest)s are read"
        values = {"size": len(text), "largest": LARGEST}
        return None, [Finding("file.size", "error", "", told, values)]
    if problems := bounds.of_text(text, kind):
        return None, problems
    try:
        data = _toml(text) if kind == "toml" else _json(text)
    except RecursionError:
        scanner = scan(text, kind)
        return None, [bounds.too_deep(Lines(text).of(scanner.pos))]
    except ValueError as error:
        return None, slips(text, kind) or [_complaint(error, kind)]
    problems = _refused(text, kind)
    if not problems and not isinstance(data, dict):
        told = "the file is no table of keys and values; begin it with { and end it with }"
        problems = [Finding("file.shape", "error", "", told, line=1)]
    if not problems and (faults := bounds.of_data(data)):
        places = positions(text, kind)
        problems = [evolve(finding, line=_line(places, path)) for path, finding in faults]
    return (None, problems) if problems else (cast("dict[str, object]", data), [])


def _line(places: Positions, path: Path) -> int | None:
    spot = places.get(path)
    return spot.value_line if spot else places.line(path)


def _toml(text: str) -> object:
    return tomllib.loads(text.removeprefix("\ufeff"))


def _json(text: str) -> object:
    return json.loads(
        text.removeprefix("\ufeff"),
        object_pairs_hook=_table,
        parse_int=_integer,
        parse_constant=_constant,
    )


def _table(pairs: list[tuple[str, object]]) -> dict[str, object]:
    table = dict(pairs)
    if len(table) < len(pairs):
        raise ValueError("a key is there twice")
    return table


def _integer(digits: str) -> int:
    """Return an integer; one that is too long for anybody as one that is just too large."""
    return int(digits) if len(digits) <= _LONGEST_INTEGER else _BITS


def _constant(name: str) -> object:
    raise ValueError(f"{name} is not JSON")


def _refused(text: str, kind: Kind) -> list[Finding]:
    """Return what a parser takes and a dossier does not: TOML 1.1, and ``[[sessions.x]]``."""
    if kind == "toml" and (_LATER_TOML or _LISTED.search(text)):
        return slips(text, kind)
    return []


def _complaint(error: ValueError, kind: Kind) -> Finding:
    """Return what a parser says, where no slip explains it."""
    line: int | None
    if isinstance(error, json.JSONDecodeError):
        line, reason = error.lineno, error.msg
    else:
        place = _PLACE.search(str(error))
        line = int(place[1]) if place and place[1] else None
        reason = _PLACE.sub("", str(error))
    if _CONFLICT.match(reason):
        told = "a table that is complete already is opened again; write its keys in one place"
        return Finding("file.conflict", "error", "", told, line=line)
    told = "this is no %(format)s: %(reason)s"
    return Finding(
        "file.syntax", "error", "", told, {"format": kind.upper(), "reason": reason}, line
    )
