"""Text inside CommonMark: whatever a dossier says is shown as it is, and does nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rencontres.wording.pairs import Spans

# Every ASCII mark of punctuation may stand after a backslash (CommonMark 0.31 §2.4). Some of these
# act only in extensions: tables, strike-through, mathematics, attributes.
# The tag of a language in brackets is a link only where somebody says where to, which nothing here
# can: definitions of links begin with a bracket, too.
_ACTIVE = re.compile(
    r"(?<!\[)\[[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\](?![\[\](:])|([\\`*_{}\[\]<>|&~^$#])"
)
# Lists, underlines of headings, definitions and fences act at the head of a line only.
_FIRST = re.compile(r"(\d{0,9})(?:(?<!\d)(?=[-+=:%])|(?<=\d)(?=[.)](?:\s|$)))")
_LINK = re.compile(r"https?://[^/?#\s]")
_ENCODED = {ord(mark): f"%{ord(mark):02X}" for mark in '|\\`"<>^{}'}


def escaped(text: str) -> str:
    r"""Return a text as one line of CommonMark that reads as it is written, wherever it stands.

    Addresses of pages become autolinks (§6.5); no other address does anything.

    Args:
        text: A text; lines become one.

    >>> escaped("1. [a](javascript:b) <i> https://example.org/x_y")
    '1\\. \\[a\\](javascript:b) \\<i\\> <https://example.org/x_y>'
    """
    line = " ".join(text.replace("\t", " ").split("\n")).strip(" ")
    told = "".join(_parts(line))
    return _FIRST.sub(r"\1\\", told, count=1) if _FIRST.match(told) else told


def _parts(line: str) -> Iterator[str]:
    spans = Spans(line)
    done = 0
    for start, end in zip(spans.starts, spans.ends, strict=True):
        if _LINK.match(line, start):
            yield _ACTIVE.sub(_still, line[done:start])
            yield f"<{line[start:end].translate(_ENCODED)}>"
            done = end
    yield _ACTIVE.sub(_still, line[done:])


def _still(found: re.Match[str]) -> str:
    return f"\\{found[0]}" if found[1] else found[0]
