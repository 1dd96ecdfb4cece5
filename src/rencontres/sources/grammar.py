"""The words of TOML 1.0 and of JSON (RFC 8259), as patterns, strict."""

from __future__ import annotations

import re

from rencontres.sources.signs import ODD, QUOTES, SIGNS, Kind

_DAY = r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
_TIME = r"(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]+)?"
_ZONE = r"(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])"
_DIGITS = "[0-9](?:_?[0-9])*"
_NUMBER = rf"[+-]?(?:0|[1-9](?:_?[0-9])*)(?:\.{_DIGITS})?(?:[eE][+-]?{_DIGITS})?"
_BASED = "0x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|0o[0-7](?:_?[0-7])*|0b[01](?:_?[01])*"

SCALAR: dict[Kind, re.Pattern[str]] = {
    "toml": re.compile(
        rf"{_DAY}(?:[Tt ]{_TIME}{_ZONE}?)?|{_TIME}|{_BASED}|{_NUMBER}|[+-]?(?:inf|nan)|true|false"
    ),
    "json": re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null"),
}
"""Values without quotes."""

_HEX = "[0-9a-fA-F]"
_CONTROL = r"\x00-\x08\x0b-\x1f\x7f"
_ESCAPE = (
    rf'[btnfr"\\]|u(?![dD][89a-fA-F]){_HEX}{{4}}'
    rf"|U(?:000(?!0[dD][89a-fA-F]){_HEX}|0010){_HEX}{{4}}"
)
_JSON_ESCAPE = rf'["\\/bfnrt]|u{_HEX}{{4}}'
_BASIC = rf'"(?:[^"\\\n{_CONTROL}]++|\\(?:{_ESCAPE}))*+"'
_LITERAL = rf"'[^'\n{_CONTROL}]*+'"

ESCAPE: dict[Kind, re.Pattern[str]] = {
    "toml": re.compile(rf"\\(?:{_ESCAPE}|[ \t]*\r?\n)"),
    "json": re.compile(rf"\\(?:{_JSON_ESCAPE})"),
}
"""What may follow a backslash, with it."""

TEXT: dict[Kind, dict[str, re.Pattern[str]]] = {
    "toml": {'"': re.compile(_BASIC), "'": re.compile(_LITERAL)},
    "json": {'"': re.compile(rf'"(?:[^"\\\x00-\x1f]++|\\(?:{_JSON_ESCAPE}))*+"')},
}
"""Texts on one line, by the quote that opens them."""

LONG = {
    '"': re.compile(
        rf'"""(?:[^"\\{_CONTROL}]++|\r\n|\\(?:{_ESCAPE}|[ \t]*\r?\n)|"{{1,2}}+(?!"))*+'
        r'"""(?:"{0,2})'
    ),
    "'": re.compile(rf"'''(?:[^'{_CONTROL}]++|\r\n|'{{1,2}}+(?!'))*+'''(?:'{{0,2}})"),
}
"""Texts over several lines, by the quote of which three open them."""

LOOSE = {
    '"': re.compile(r'"(?:[^"\\\r\n]++|\\[^\r\n])*+"'),
    "'": re.compile(r"'[^'\r\n]*+'"),
    '"""': re.compile(r'"""(?:[^"\\]++|\\.|"{1,2}+(?!"))*+"""(?:"{0,2})', re.DOTALL),
    "'''": re.compile(r"'''(?:[^']++|'{1,2}+(?!'))*+'''(?:'{0,2})"),
}
"""Texts that are closed, whatever is in them."""

_PART = rf"(?:[A-Za-z0-9_-]+|{_BASIC}|{_LITERAL})"
PART = re.compile(_PART)
KEY = re.compile(rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*+")
"""A key of TOML, dotted or not."""

_END = r"[ \t]*(?:#[^\n]*)?(?:\r?\n|\Z)"
END = re.compile(_END)
"""The end of a line of TOML."""

HEADER = re.compile(
    rf"(?:\[[ \t]*(?P<one>{_PART}(?:[ \t]*\.[ \t]*{_PART})*+)[ \t]*\]"
    rf"|\[\[[ \t]*(?P<many>{_PART}(?:[ \t]*\.[ \t]*{_PART})*+)[ \t]*\]\])"
)
"""What opens a table of TOML, or a further table of a list."""

STATEMENT = re.compile(
    rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*+[ \t]*=(?!=)|\[\[?[ \t]*(?!true|false|inf|nan)"
    rf"[A-Za-z_][A-Za-z0-9_-]*(?:\.{_PART})*[ \t]*\]\]?{_END}"
)
"""What begins a line of TOML that belongs to no list: a list above was left open."""

AFTER: dict[Kind, re.Pattern[str]] = {
    "toml": re.compile(r"[ \t]*(?:[,\]}#\n]|\r\n|\Z)"),
    "json": re.compile(r"[ \t]*(?:[,\]}\r\n]|\Z)"),
}
"""What may follow a value inside a list or a table."""

BLANKS = f"[ \\t{ODD}]*"
_OPENING = "[{" + "".join(QUOTES)
CLOSED = {
    "item": re.compile(rf"{BLANKS}(?:[,，、;；\]］】〕}}｝)）#＃\r\n]|//|/\*|\Z)"),
    "line": re.compile(
        rf"{BLANKS}(?:[,，;；.。]*{BLANKS}(?:[#＃\r\n]|//|\Z)|[,，、;；]{BLANKS}[{re.escape(_OPENING)}])"
    ),
    "key": re.compile(rf"{BLANKS}(?:[.．。\]］】〕]|[=＝:：\r\n]|->|→)"),
}
"""What follows the quote that really closes a text: in a list, on a line of its own, in a key."""

GOES_ON = re.compile(
    rf"{BLANKS}(?:[{re.escape(_OPENING + ''.join(SIGNS))}:=]"
    rf"|[ \t]{_PART}(?:\.{_PART})*[ \t]*[=:])"
)
"""What follows a closed text when something else begins there, with or without a comma."""
