"""What may be read out of a document: by its reader, and by somebody who looks for secrets."""

from __future__ import annotations

import base64
import binascii
import gzip
import html
import io
import json
import quopri
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from urllib.parse import unquote

from rencontres.rendering import Document

_ZIP = b"PK\x03\x04"
_GZIP = b"\x1f\x8b"
_MARKUP = re.compile(r"[/+](?:html|xml)\b")
_SPOKEN = frozenset({"alt", "aria-label", "title"})
_SILENT = frozenset({"script", "style", "template"})
_ALL_WAYS = 2
"""How many encodings may lie around one another."""


def squeezed(text: str) -> str:
    """Return a text as it is searched: letters and digits alone, capitals or not.

    Args:
        text: The text.
    """
    return "".join(filter(str.isalnum, text.casefold()))


# --- by its reader --------------------------------------------------------------------------------


def shown(document: Document) -> str | None:
    """Return what a reader reads in a document; None where its bytes are not understood.

    Args:
        document: A document, stamped by its renderer.
    """
    if document.body.startswith(_ZIP):
        return "\n".join(_archived(document.body))
    if document.charset is None:
        return None
    media_type = (document.media_type or "").partition(";")[0]
    if media_type == "text/calendar":
        return _unescaped(unfolded(document.text))
    if _MARKUP.search(media_type):
        return marked_up(document.text)
    if "json" in media_type:
        return _without_escapes(document.text)
    return document.text


def _without_escapes(text: str) -> str:
    """Return JSON, or JSON Lines, with characters in place of their escapes."""
    try:
        return json.dumps(json.loads(text), ensure_ascii=False)
    except ValueError:
        lines = text.removesuffix("\n").split("\n")
        return "\n".join(json.dumps(json.loads(line), ensure_ascii=False) for line in lines)


def _archived(body: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        for member in archive.infolist():
            if member.filename.endswith((".xml", ".xhtml", ".html")):
                yield marked_up(archive.read(member).decode("utf-8-sig"))


def unfolded(calendar: str) -> str:
    """Return the content lines of a calendar (RFC 5545 §3.1), each on one line.

    Args:
        calendar: The text of a calendar.
    """
    return re.sub(r"\r?\n[ \t]", "", calendar)


def _unescaped(line: str) -> str:
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], line)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in _SILENT
        self.found += [value for name, value in attrs if name in _SPOKEN and value]

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in _SILENT and self._silent > 0

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.found.append(data)


def marked_up(text: str) -> str:
    """Return the words of HTML or XML that a reader sees or is read aloud.

    Args:
        text: The document.
    """
    words = _Words()
    words.feed(text)
    words.close()
    return "\n".join(words.found)


# --- by somebody who looks for secrets ------------------------------------------------------------


def buried(body: bytes, ways: int = _ALL_WAYS) -> Iterator[str]:
    """Yield whatever may be read out of bytes: archives and streams opened, encodings undone.

    Args:
        body: The bytes.
        ways: How many encodings may lie around one another.
    """
    if body.startswith(_ZIP):
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            yield archive.comment.decode(errors="replace")
            for member in archive.infolist():
                yield f"{member.filename} {member.comment.decode(errors='replace')}"
                yield from buried(archive.read(member), ways)
        return
    if body.startswith(_GZIP):
        yield from buried(gzip.decompress(body), ways)
    for stream in re.finditer(rb"stream\r?\n(.*?)endstream", body, re.DOTALL):
        unpacked = zlib.decompressobj()
        try:
            yield from buried(unpacked.decompress(stream[1]), ways)
        except zlib.error:
            continue
    yield from _decoded(body.decode(errors="replace"), ways, set())
    if b"\x00" in body:
        for charset in ("utf-16-le", "utf-16-be"):
            yield from _decoded(body.decode(charset, errors="replace"), ways, set())


def _decoded(text: str, ways: int, seen: set[str]) -> Iterator[str]:
    if text in seen:
        return
    seen.add(text)
    yield text
    if ways:
        for decode in _WAYS:
            yield from _decoded(decode(text), ways - 1, seen)


def _base64(text: str) -> str:
    found: list[str] = []
    for run in re.findall(r"[A-Za-z0-9+/_-]{12,}", text):
        plain = run.replace("-", "+").replace("_", "/")
        for start in range(4):
            part = plain[start:]
            found.append(base64.b64decode(part[: len(part) // 4 * 4]).decode(errors="replace"))
    return "\n".join(found)


def _hexadecimal(text: str) -> str:
    runs = re.findall(r"(?:[0-9A-Fa-f]{2}){6,}", text)
    return "\n".join(binascii.unhexlify(run).decode(errors="replace") for run in runs)


def _numbered(text: str) -> str:
    pattern = r"\\u([0-9A-Fa-f]{4})|\\x([0-9A-Fa-f]{2})"
    return re.sub(pattern, lambda found: chr(int(found[1] or found[2], 16)), text)


def _quoted_printable(text: str) -> str:
    return quopri.decodestring(text.encode(errors="replace")).decode(errors="replace")


_WAYS: tuple[Callable[[str], str], ...] = (
    unfolded, html.unescape, unquote, _numbered, _quoted_printable, _base64, _hexadecimal,
)  # fmt: skip
