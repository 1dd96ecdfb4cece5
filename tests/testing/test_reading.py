"""Secrets are found however they are encoded; what readers read is found whatever the markup."""

import base64
import gzip
import io
import json
import quopri
import zipfile
import zlib
from urllib.parse import quote

import pytest

from rencontres import Document
from rencontres.testing.inert import fault
from rencontres.testing.reading import buried, shown, squeezed

ADDRESS = "MarkPersonEmail@example.org"


def _zipped(name, body):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, body)
    return made.getvalue()


@pytest.mark.parametrize(
    "hidden",
    [
        ADDRESS.encode(),
        "".join(f"%{byte:02x}" for byte in ADDRESS.encode()).encode(),
        quote(quote(ADDRESS)).encode(),
        "".join(f"&#{ord(letter)};" for letter in ADDRESS).encode(),
        "".join(f"\\u{ord(letter):04x}" for letter in ADDRESS).encode(),
        base64.b64encode(b"x" + ADDRESS.encode()),
        base64.urlsafe_b64encode(b"xy" + ADDRESS.encode()),
        quopri.encodestring(ADDRESS.replace("M", "=4D").encode()),
        ADDRESS.encode().hex().encode(),
        ADDRESS.encode("utf-16-le"),
        b"Mark\r\n PersonEm\r\n\tail",
        b"Mark person-EMAIL",
        gzip.compress(ADDRESS.encode()),
        b"1 0 obj stream\r\n" + zlib.compress(ADDRESS.encode()) + b"\nendstream",
        _zipped("a.xml", ADDRESS),
        _zipped("inner.zip", _zipped("a.bin", base64.b64encode(ADDRESS.encode()))),
        _zipped("MarkPersonEmail.xml", "a"),
    ],
    ids=range(17),
)
def test_a_secret_is_found_in_every_encoding(hidden):
    assert any("markpersonemail" in squeezed(text) for text in buried(hidden))


def test_what_is_not_there_is_not_found():
    assert not any("markpersonemail" in squeezed(text) for text in buried(b"Mark person, e-post"))


def _document(name, media_type, text):
    body = text if isinstance(text, bytes) else text.encode()
    return Document(name, body, media_type, charset=None if isinstance(text, bytes) else "utf-8")


@pytest.mark.parametrize(
    ("document", "told"),
    [
        (_document("a.txt", "text/plain", "a b"), "a b"),
        (_document("a.html", "text/html", "<p>a&amp;<img alt=b><script>c</script>"), "a&\nb"),
        (_document("a.ics", "text/calendar", "X:a\\, \r\n b\\nc\r\n"), "X:a, b\nc\r\n"),
        (_document("a.json", "application/json", json.dumps("é")), '"é"'),
        (_document("a.zip", "application/zip", _zipped("a.xml", "<t>a</t><t>b</t>")), "a\nb"),
        (_document("a.pdf", "application/pdf", b"%PDF"), None),
    ],
    ids=lambda value: getattr(value, "media_type", ""),
)
def test_what_a_reader_reads(document, told):
    assert shown(document) == told


@pytest.mark.parametrize(
    ("document", "told"),
    [
        (_document("a.html", "text/html", "<p><zq zq=1>"), "element"),
        (_document("a.html", "text/html", '<a href="javascript:zq()">a</a>'), "link"),
        (_document("a.html", "text/html", "<!-- zq -->"), "comment"),
        (_document("a.html", "text/html", "<p onclick=a>"), "element"),
        (_document("a.xml", "application/xml", "<a>&zq;</a>"), "well-formed"),
        (_document("a.svg", "image/svg+xml", "<svg><zq/></svg>"), "element"),
        (_document("a.json", "application/json", '{"a": 1, "a": 2}'), "twice"),
        (_document("a.ics", "text/calendar", "BEGIN:A\r\nX-ZQ:1\r\nEND:A\r\n"), "property"),
        (_document("a.ics", "text/calendar", "BEGIN:A\r\nEND:A\r\nEND:A\r\n"), "component"),
        (_document("a.csv", "text/csv", 'a,b\r\n"=1+1",c\r\n'), "formula"),
        (_document("a.csv", "text/csv", "a,b\r\nc\r\n"), "1 cells, the first has 2"),
        (_document("a.xlsx", "application/x", _zipped("s.xml", "<s><f>HYPERLINK()</f></s>")), "formula"),
        (_document("a.xlsx", "application/x", _zipped("s.rels", '<r Target="javascript:zq()"/>')), "link"),
        (_document("a.html", "text/html", '<a href="day.fr+zh-Hans.html#zq">&lt;zq&gt;</a>'), None),
        (_document("a.csv", "text/csv", "\ufeffa;b\r\n'=1;\"c\nd\"\r\n"), None),
    ],
    ids=range(15),
)  # fmt: skip
def test_what_words_do(document, told):
    found = fault(document)
    assert told in found if told else found is None
