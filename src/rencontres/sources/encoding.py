"""The bytes of a file as text, and which other encoding they seem to be in."""

from __future__ import annotations

import codecs

from rencontres.finding import Finding

LARGEST = 16 * 1024 * 1024
"""How many bytes a file may have: fifty times the dossier of a large meeting."""

_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_OTHERS = (
    (b"PK\x03\x04", "a workbook, a document of a word processor or another archive"),
    (b"\xd0\xcf\x11\xe0", "a workbook or a document of a word processor"),
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "a document of a word processor"),
    (b"\x1f\x8b", "an archive"),
)
_LATIN = frozenset("àâäçèéêëîïôöùûüÿæœÀÂÇÈÉÊËÎÏÔÙÛÜŒ«»’‘“”–—…°²€·\u00a0ñáíóúßÄÖÜ")
_SINGLE = (("cp1252", "Windows-1252"), ("cp850", "code page 850"), ("mac-roman", "Mac OS Roman"))
_LIKELY = 0.5


def decode(raw: bytes) -> tuple[str, list[Finding]]:
    """Return the text of a file, which is to be in UTF-8; a byte order mark is dropped.

    Returns:
        The text and no finding, or an empty text and why it cannot be read: it is too large,
        it is no text at all, or it is in another encoding, with the one that it seems to be and
        the line of the first byte that is not UTF-8.
    """
    if len(raw) > LARGEST:
        values = {"size": len(raw), "largest": LARGEST}
        told = "the file has %(size)s bytes; no more than %(largest)s are read"
        return "", [Finding("file.size", "error", "", told, values)]
    if other := next((name for start, name in _OTHERS if raw.startswith(start)), None):
        told = "this file is no text: it is %(found)s; write the dossier as TOML or JSON"
        return "", [Finding("file.type", "error", "", told, {"found": other})]
    if wide := _wide(raw):
        return "", [_encoded(wide, 1)]
    try:
        return raw.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        start = error.start + (3 if raw.startswith(codecs.BOM_UTF8) else 0)
        return "", [_encoded(likely(raw), raw.count(b"\n", 0, start) + 1)]


def _encoded(name: str | None, line: int) -> Finding:
    if name is None:
        told = "a byte is not UTF-8; save the file again as UTF-8 and look at this line"
        return Finding("file.encoding", "error", "", told, {"wanted": "UTF-8"}, line)
    told = "the file seems to be %(found)s; save it again with the encoding %(wanted)s"
    return Finding("file.encoding", "error", "", told, {"found": name, "wanted": "UTF-8"}, line)


def _wide(raw: bytes) -> str | None:
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return name
    head = raw[:4096]
    zeros = max(head[::2].count(0), head[1::2].count(0))
    return "UTF-16" if zeros > len(head) // 5 and len(head) > 1 else None


def likely(raw: bytes) -> str | None:
    """Return the name of the encoding that bytes are likely in, or None.

    Each encoding is judged by how many of the signs that it would give are common ones: letters
    with accents for the single bytes, frequent characters for the double ones.
    """
    mended = raw.decode("utf-8", "replace")
    broken = mended.count("\ufffd")
    if sum(not sign.isascii() for sign in mended) > 2 * broken:
        return None  # UTF-8 all the same, cut or pasted together
    found = {name: _share(raw, codec) for codec, name in _SINGLE}
    found["GB 18030 (GBK)"] = _common(raw, "gb18030", b"\xa1\xa8", range(0xB0, 0xD8))
    found["Big5"] = _common(raw, "big5hkscs", b"\xa1\xa1", range(0xA4, 0xC7))
    best = max(found, key=lambda name: found[name])
    return best if found[best] >= _LIKELY else None


def _share(raw: bytes, codec: str) -> float:
    foreign = [sign for sign in raw.decode(codec, "replace") if not sign.isascii()]
    return sum(sign in _LATIN for sign in foreign) / len(foreign)


def _common(raw: bytes, codec: str, signs: bytes, frequent: range) -> float:
    """Return the share of frequent characters: the first level of the two national standards."""
    try:
        foreign = [sign for sign in raw.decode(codec) if not sign.isascii()]
    except UnicodeDecodeError:
        return 0.0
    pairs = [sign.encode(codec) for sign in foreign]
    first, last = signs
    common = sum(
        len(pair) == 2
        and (pair[0] in frequent or first <= pair[0] <= last)
        and (pair[1] >= 0xA1 or codec != "gb18030")
        for pair in pairs
    )
    return common / len(pairs)
