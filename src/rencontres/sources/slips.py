"""The slips of those who write a file by hand, all at once, each with what to type instead."""

from __future__ import annotations

from rencontres.finding import Finding, Value
from rencontres.finding import path as place
from rencontres.sources.cursor import Cursor, Path
from rencontres.sources.positions import Lines, scan
from rencontres.sources.signs import Kind, Slip, shown

MESSAGES = {
    "slip.after": "%(found)s: something stands behind the value; type %(wanted)s",
    "slip.boolean": "%(found)s is no value; type %(wanted)s",
    "slip.braces": "%(found)s: a table in braces stands on one line; type %(wanted)s",
    "slip.brackets": "%(found)s: the name of a table stands between brackets; type %(wanted)s",
    "slip.calendar": "%(found)s: no calendar has this day; type another one, such as %(wanted)s",
    "slip.comma": "%(found)s: a comma is missing; type %(wanted)s",
    "slip.comment": "%(found)s begins no comment; type %(wanted)s",
    "slip.date": "%(found)s: a date is written year, month, day; type %(wanted)s",
    "slip.empty": "the file is empty; type at least %(wanted)s",
    "slip.escape": "%(found)s: a backslash has a meaning of its own; type %(wanted)s",
    "slip.hours": "%(found)s: hours are written between quotes, with a colon; type %(wanted)s",
    "slip.inner": "%(found)s: the text ends at the quote inside it; type %(wanted)s",
    "slip.kind": "this file is called %(found)s, but what is in it is %(wanted)s: change its name",
    "slip.lines": "%(found)s: this text goes on over several lines; type %(wanted)s",
    "slip.list": "%(found)s: several values stand between brackets; type %(wanted)s",
    "slip.moment": "%(found)s: a moment is a day, T and a time with seconds; type %(wanted)s",
    "slip.name": "%(found)s: keys have letters from a to z, digits and hyphens; type %(wanted)s",
    "slip.nothing": "%(found)s is no value; leave its key out",
    "slip.number": "%(found)s: a number has a decimal point, and no spaces; type %(wanted)s",
    "slip.open": "%(found)s: a bracket is never closed; type %(wanted)s",
    "slip.quotes": "%(found)s: texts stand between straight quotes; type %(wanted)s",
    "slip.remark": "%(found)s: JSON has no comments; take it out",
    "slip.separator": "%(found)s: another sign joins a key to its value; type %(wanted)s",
    "slip.sign": "%(found)s only looks like the sign that is meant; type %(wanted)s",
    "slip.space": "%(found)s is not the space of the space bar; delete it and type one",
    "slip.spare": "%(found)s has no meaning here; take it out",
    "slip.statement": "%(found)s: no key, no value; if it is a comment, type %(wanted)s",
    "slip.trailing": "%(found)s: nothing follows the last comma; type %(wanted)s",
    "slip.two": "%(found)s: a key begins a new line; type this below: %(wanted)s",
    "slip.unclosed": "%(found)s: a quote is missing; type %(wanted)s",
    "slip.value": "%(found)s: no value follows on this line; type %(wanted)s",
    "slip.word": "%(found)s: texts stand between quotes; type %(wanted)s",
    "file.duplicate": (
        "%(found)s is there twice, first on line %(first)s: keep one of them, or change its name"
    ),
}
"""What each slip is told as: ``found`` is what is written, ``wanted`` what to type instead."""


def slips(text: str, kind: Kind) -> list[Finding]:
    r"""Return the slips in a file that people have typed, in the order of its lines.

    A file that is right has none, whatever its texts hold. What TOML 1.1 takes and TOML 1.0
    does not is a slip as well: tables in braces over several lines, a comma behind their last
    value, hours without seconds, ``\e`` and ``\x``. ``[[sessions.x]]`` is right for TOML, and
    a slip in a dossier, whose things have their id in their name.

    Returns:
        Findings with ``found`` and ``wanted`` among their values: what is written, and what to
        type instead (empty where it is to be taken out).
    """
    scanner = scan(text, kind)
    lines = Lines(text)
    told = [_finding(slip, lines.of(slip.at)) for slip in scanner.slips]
    told += duplicates(text, scanner)
    return list(dict.fromkeys(sorted(told, key=lambda finding: finding.line or 0)))


def duplicates(text: str, scanner: Cursor) -> list[Finding]:
    """Return the keys that a file has twice, without what is below them."""
    lines = Lines(text)
    code, told = "file.duplicate", list[Finding]()
    twice: dict[Path, int] = {}
    for path, first, again in scanner.again:
        first = twice.setdefault(path, first)
        if any(path[:length] in twice for length in range(1, len(path))):
            continue
        where = place(*path)
        values: dict[str, Value] = {"found": shown(where), "wanted": "", "first": lines.of(first)}
        told.append(Finding(code, "error", where, MESSAGES[code], values, lines.of(again)))
    return told


def _finding(slip: Slip, line: int) -> Finding:
    values = {"found": shown(slip.found), "wanted": shown(slip.wanted)}
    return Finding(slip.code, "error", "", MESSAGES[slip.code], values, line)
