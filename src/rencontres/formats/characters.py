"""Texts, character by character: what is escaped, encoded or dropped, and what stays."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rencontres.errors import RenderError

_ODD = re.compile(
    # Ordered by what texts are made of. Outside: controls (TAB is kept), U+2028, U+2029,
    # surrogates, U+FEFF and what Unicode calls noncharacters.
    "[^ -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufdcf\t\ufdf0-\ufefe\uff00-\ufffd"
    + "".join(f"{chr(plane << 16)}-{chr((plane << 16) + 0xFFFD)}" for plane in range(1, 17))
    + "]"
)
_BREAKS = frozenset("\n\r\u0085\u2028\u2029")
_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def text(value: str) -> str:
    r"""Return a text as TEXT (RFC 5545 §3.3.11).

    Backslash, semicolon and comma are escaped; every kind of line end becomes one ``\n``.
    Controls other than TAB, byte order marks and noncharacters are dropped; half a surrogate
    pair becomes U+FFFD. The letters stay as they are: nothing is normalised.

    Args:
        value: Any text.

    Raises:
        RenderError: The value is no text.
    """
    if not isinstance(value, str):
        raise RenderError(f"a text is needed, not {value!r:.60}")
    if "\r" in value:
        value = _one_break(value)
    escaped = (
        value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
    )
    # Three questions, the faster ones first; French puts no-break spaces everywhere.
    if (
        escaped.isprintable()
        or escaped.replace("\u00a0", " ").replace("\u202f", " ").isprintable()
        or not _ODD.search(escaped)
    ):
        return escaped
    return _ODD.sub(lambda odd: "\\n" if odd[0] in _BREAKS else "", whole(escaped))


def texts(values: Iterable[str]) -> str:
    """Return texts as a list of TEXT: commas between them raw, inside them escaped.

    Args:
        values: The texts; blank ones are left out. Without any there is nothing to write, and
            the result is empty: such a property has no line.
    """
    return ",".join(text(value) for value in values if value and not value.isspace())


def on_one_line(value: str) -> str:
    """Return a text without its line ends, each a space, for titles and places.

    Some readers refuse an entry whose title has one, others leave it out and run words together.

    Args:
        value: Any text.
    """
    parts = value.splitlines()
    return value if parts == [value] else " ".join(filter(None, map(str.strip, parts)))


def undirected(value: str) -> str:
    """Return a text without the invisible signs that turn its direction (UAX 9 §2).

    They are kept unless somebody asks: right-to-left scripts need them. They can also show a
    title the wrong way round.

    Args:
        value: Any text.
    """
    return _DIRECTIONS.sub("", value)


def quoted(value: str) -> str:
    """Return a text as the value of a parameter (RFC 5545 §3.2, RFC 6868 §3).

    Line ends, quotation marks and carets are encoded; what `text` drops is dropped. Quotation
    marks go around it where they must, and wherever it is not ASCII: some readers lose it bare.

    Args:
        value: Any text.
    """
    encoded = _one_break(value).replace("^", "^^").replace('"', "^'")
    encoded = _ODD.sub(lambda odd: "^n" if odd[0] in _BREAKS else "", whole(encoded))
    bare = encoded.isascii() and not any(mark in encoded for mark in ":;,")
    return encoded if bare else f'"{encoded}"'


def whole(value: str) -> str:
    """Return a text whose surrogates are joined in pairs, or replaced where they are alone.

    Args:
        value: Any text.
    """
    return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _one_break(value: str) -> str:
    return value.replace("\r\n", "\n").replace("\r", "\n")
