"""Data as TOML 1.0: the layout that people edit, the same bytes for the same data."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeAlias, cast

Table: TypeAlias = Mapping[str, object]

WIDEST = 100
"""A list that would make a longer line is broken, one item a line."""

_BARE = re.compile("[A-Za-z0-9_-]+")
_ESCAPES = {
    "\\": "\\\\", '"': '\\"', "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r",
}  # fmt: skip
# Besides what TOML asks for: what nobody sees, and what other programs take for a line's end.
_ESCAPED = re.compile('[\\\\"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]')
_ESCAPED_IN_LINES = re.compile('[\\\\\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]|"""|"\\Z')


def toml(data: Table, *, tables: Collection[str] = ()) -> str:
    """Return data as a document of TOML 1.0.

    What is no table comes first, then a table for each thing of the named ones, then the lists
    of tables; each in the order given. A table inside these is written with dots, what is below
    it in braces; texts of several lines between three quotes.

    >>> print(toml({"title": {"en": "Forum"}, "rooms": {"r1": {"floor": 2}}}, tables=["rooms"]))
    title.en = "Forum"
    <BLANKLINE>
    [rooms.r1]
    floor = 2
    <BLANKLINE>

    Args:
        data: Keys and values: texts, booleans, integers, floats, days, times and moments of
            ``datetime``, lists, tuples and tables of these; a dossier holds nothing else.
        tables: The keys whose tables hold one thing each: ``[rooms.r1]``.
    """
    headed = [key for key in data if key in tables and _holds_things(data[key])]
    listed = [key for key in data if key not in headed and _holds_tables(data[key])]
    top = {key: value for key, value in data.items() if key not in {*headed, *listed}}
    blocks = ["".join(_fields(top))] if top else []
    for name in headed:
        things = cast("Mapping[str, Table]", data[name]).items()
        blocks += [_block(f"[{_key(name)}.{_key(thing)}]", table) for thing, table in things]
    for name in listed:
        blocks += [_block(f"[[{_key(name)}]]", table) for table in cast("list[Table]", data[name])]
    return "\n".join(blocks)


def _block(header: str, table: Table) -> str:
    return f"{header}\n{''.join(_fields(table))}"


def _holds_things(value: object) -> bool:
    """Tell whether each value of a table is a table, and there is one at least."""
    if not isinstance(value, Mapping) or not value:
        return False
    return all(isinstance(thing, Mapping) for thing in cast("Table", value).values())


def _holds_tables(value: object) -> bool:
    if not isinstance(value, list | tuple) or not value:
        return False
    return all(isinstance(thing, Mapping) for thing in cast("list[object]", value))


def _fields(table: Table) -> Iterator[str]:
    """Yield the lines of a table: those in it with dots, once."""
    for key, value in table.items():
        if isinstance(value, Mapping) and value:
            for below, inner in cast("Table", value).items():
                yield _line(f"{_key(key)}.{_key(below)}", inner)
        else:
            yield _line(_key(key), value)


def _line(key: str, value: object) -> str:
    if isinstance(value, str):
        return f"{key} = {_text(value)}\n"
    written = f"{key} = {_inline(value)}\n"
    if isinstance(value, list | tuple) and value and len(written) > WIDEST + 1:
        items = "".join(f"    {_inline(item)},\n" for item in cast("list[object]", value))
        return f"{key} = [\n{items}]\n"
    return written


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _quoted(key)


def _text(words: str) -> str:
    """Return a text, over several lines if it has several and no line ends in a space."""
    lines = words.split("\n")
    if len(lines) == 1 or "\r" in words or any(line != line.rstrip() for line in lines):
        return _quoted(words)
    return f'"""\n{_ESCAPED_IN_LINES.sub(_escape_in_lines, words)}"""'


def _escape_in_lines(match: re.Match[str]) -> str:
    found = match[0]
    return found[:-1] + '\\"' if found[0] == '"' else _escape(match)


def _quoted(words: str) -> str:
    return f'"{_ESCAPED.sub(_escape, words)}"'


def _escape(match: re.Match[str]) -> str:
    return _ESCAPES.get(match[0]) or f"\\u{ord(match[0]):04X}"


def _inline(value: object) -> str:
    """Return a value on one line."""
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        table = cast("Table", value)
        pairs = ", ".join(f"{_key(key)} = {_inline(inner)}" for key, inner in table.items())
        return f"{{ {pairs} }}" if pairs else "{}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(_inline(item) for item in cast('list[object]', value))}]"
    return _scalar(value)


def _scalar(value: object) -> str:
    if isinstance(value, int):
        return int.__repr__(value)
    if isinstance(value, float):
        return float.__repr__(value)
    if isinstance(value, datetime):
        return _moment(value)
    return cast("date | time", value).isoformat()


def _moment(moment: datetime) -> str:
    offset = moment.utcoffset()
    if offset is not None and offset % timedelta(minutes=1):
        # Clocks before 1900 went by the sun, to the second: TOML has offsets in minutes.
        moment = moment.astimezone(UTC)
    written = moment.isoformat()
    return f"{written.removesuffix('+00:00')}Z" if moment.utcoffset() == timedelta() else written
