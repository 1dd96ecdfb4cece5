"""Whether words of a text do something in a document: each kind of format in its own way."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree as ET

from rencontres.rendering import Document
from rencontres.testing.reading import unfolded

_FORMULA = tuple("=+-@＝＋－＠\t\r\n\x00")
_ZIP = b"PK\x03\x04"
_LINKS = frozenset({"href", "src", "action", "formaction", "xlink:href", "data"})
_SAFE = re.compile(
    r"https?:|mailto:|tel:|webcals?:|geo:|data:image/[a-z+]+|#|[\w./+-]*(?:$|[?#/])", re.IGNORECASE
)


def fault(document: Document) -> str | None:
    """Return what the words of a hostile sample do in a document; None: nothing is known.

    Args:
        document: A document made of the sample ``hostile``.
    """
    media_type = (document.media_type or "").partition(";")[0]
    if document.body.startswith(_ZIP):
        return next(_in_archive(document.body), None)
    check = _CHECKS.get(media_type)
    if check is None and media_type.endswith("+xml"):
        check = _xml
    return check(document.text) if check is not None and document.charset else None


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if "zq" in tag or any("zq" in name or name.startswith("on") for name, _ in attrs):
            self.faults.append(f"a text has become the element {self.get_starttag_text()}")
        for name, value in attrs:
            if name in _LINKS and value and not _SAFE.match(value.strip()):
                self.faults.append(f"a text has become the link {value:.60}")

    def handle_comment(self, data: str) -> None:
        if "zq" in data.lower():
            self.faults.append(f"a text has become the comment {data:.60}")

    def handle_decl(self, decl: str) -> None:
        if "zq" in decl.lower():
            self.faults.append(f"a text has become the declaration {decl:.60}")


def _html(text: str) -> str | None:
    tags = _Tags()
    tags.feed(text)
    tags.close()
    return next(iter(tags.faults), None)


def _xml(text: str) -> str | None:
    if "<!ENTITY" in re.sub(r"<!\[CDATA\[.*?\]\]>", "", text, flags=re.DOTALL):
        return "a text has become an entity"
    try:
        root = ET.fromstring(text.removeprefix("\ufeff"))  # noqa: S314 - the renderer's own
    except ET.ParseError as error:
        return f"it is no well-formed XML: {error}"
    for element in root.iter():
        if "zq" in str(element.tag).rpartition("}")[2]:
            return f"a text has become the element {element.tag}"
        if any("zq" in name for name in element.attrib):
            return f"a text has become an attribute: {', '.join(element.attrib)}"
    return None


def _json(text: str) -> str | None:
    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        if len({name for name, _ in pairs}) < len(pairs):
            raise ValueError("a key stands twice")
        return dict(pairs)

    try:
        json.loads(text, object_pairs_hook=once, parse_constant=float.fromhex)
    except ValueError as error:
        return f"it is no JSON: {error}"
    return None


def _calendar(text: str) -> str | None:
    lines = re.split(r"\r\n|\r|\n", unfolded(text))
    if bad := [line for line in lines if re.match(r"X-ZQ", line, re.IGNORECASE)]:
        return f"a text has become the property {bad[0]}"
    opened = [line for line in lines if line.startswith("BEGIN:")]
    closed = [line for line in lines if line.startswith("END:")]
    return None if len(opened) == len(closed) else "a text ends a component"


def _table(text: str) -> str | None:
    body = text.removeprefix("\ufeff")
    best = max((",", ";", "\t"), key=body.partition("\n")[0].count)
    rows = list(csv.reader(io.StringIO(body, newline=""), delimiter=best))
    for number, row in enumerate(rows, 1):
        if len(row) != len(rows[0]):
            return f"row {number} has {len(row)} cells, the first has {len(rows[0])}"
        for cell in row:
            if cell.startswith(_FORMULA):
                return f"a spreadsheet takes {cell!r:.60} in row {number} for a formula"
    return None


def _in_archive(body: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        for member in archive.infolist():
            if member.filename.startswith("/") or ".." in member.filename:
                yield f"the archive has a member {member.filename}"
            if not member.filename.endswith((".xml", ".rels", ".xhtml")):
                continue
            text = archive.read(member).decode("utf-8-sig")
            if reason := _xml(text):
                yield f"{member.filename}: {reason}"
            for formula in re.findall(r"<f(?:\s[^>]*)?>([^<]*)</f>", text):
                if re.search(r"mark|zq|cmd|hyperlink", formula, re.IGNORECASE):
                    yield f"{member.filename}: a text has become the formula {formula:.60}"
            for target in re.findall(r'Target="([^"]*)"', text):
                if re.search(r"zq|mark\d|javascript:", target, re.IGNORECASE):
                    yield f"{member.filename}: a text has become the link {target:.60}"


def _json_lines(text: str) -> str | None:
    faults = map(_json, text.removesuffix("\n").split("\n"))
    return next((fault for fault in faults if fault), None)


_CHECKS: dict[str, Callable[[str], str | None]] = {
    "text/html": _html,
    "application/xhtml+xml": _xml,
    "application/xml": _xml,
    "text/xml": _xml,
    "application/json": _json,
    "application/jsonl": _json_lines,
    "application/x-ndjson": _json_lines,
    "text/calendar": _calendar,
    "text/csv": _table,
    "text/tab-separated-values": _table,
}
