"""A document is bytes with a name that every system can have, and that stays in its folder."""

import pickle
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rencontres import Document, RenderError


@pytest.mark.parametrize(
    "path",
    [
        "programme.ics", "a/b/c.txt", "dupont.fr+zh-Hans.ics", "日程.txt", "a b.txt", ".hidden",
        "console.txt", "com10.txt", "nul-part.txt", "a.b.c", "x" * 200, "é" * 100, "./a.txt",
    ],
    ids=lambda path: path[:20],
)  # fmt: skip
def test_a_name_that_every_system_can_have(path):
    assert Document(path, b"").path == PurePosixPath(path)


@pytest.mark.parametrize(
    "path",
    [
        "", ".", "/", "/etc/passwd", "..", "../a", "a/../../b", "a/..", "//host/share",
        "c:/a", "C:a", r"a\b", r"..\a", "a\x00b", "a\nb", "a\rb", "a\tb", "\x7f", "\x85", "a:b",
        "a?", "a*", "a|b", "<a>", 'a"', "a.", "a ", "a./b", "a /b", "...", "\ud800", "a\u202eb",
        "a\u2028b", "\ufeffa", "\u2066a",
        "con", "CON", "Con.txt", "nul", "aux.ics", "prn", "com1", "COM9.log", "lpt1.a.b", "com¹",
        "nul .txt", "a/aux/b", "conin$", "CONOUT$.txt",
        "x" * 201, "é" * 101, "/".join(["long"] * 300),
    ],
    ids=lambda path: ascii(path)[:24],
)  # fmt: skip
def test_a_name_that_some_system_cannot_have(path):
    with pytest.raises(RenderError, match="no document can be called"):
        Document(path, b"")


@pytest.mark.parametrize("path", [None, 3, b"a.txt", ["a"]])
def test_what_is_no_name_at_all(path):
    with pytest.raises(RenderError, match="a string or a path"):
        Document(path, b"")


def test_paths_of_any_system_become_one_kind():
    for path in (Path("a/b.txt"), PureWindowsPath(r"a\b.txt"), PurePosixPath("a/b.txt")):
        document = Document(path, b"")
        assert type(document.path) is PurePosixPath
        assert str(document.path) == "a/b.txt"


DEVICES = {
    "CON",
    "PRN",
    "AUX",
    "NUL",
    *(f"{port}{n}" for port in ("COM", "LPT") for n in range(10)),
}


@given(
    st.text(max_size=40) | st.from_regex(r"(?i)(con|nul|com1|lpt9) ?(\.[a-z. ]*)?", fullmatch=True)
)
def test_every_name_is_taken_or_refused_and_stays_inside(name):
    try:
        path = Document(name, b"").path
    except RenderError:
        return
    assert not path.is_absolute()
    assert ".." not in path.parts
    inside = PureWindowsPath("C:/folder", *PureWindowsPath(str(path)).parts)
    assert inside.is_relative_to("C:/folder")
    assert not {part.split(".")[0].rstrip().upper() for part in path.parts} & DEVICES
    assert not {part for part in path.parts if part.endswith((".", " "))}
    str(path).encode()


@pytest.mark.parametrize("body", ["text", bytearray(b"a"), memoryview(b"a"), None])
def test_a_body_is_bytes(body):
    with pytest.raises(RenderError, match="must be bytes"):
        Document("a", body)


@pytest.mark.parametrize(
    "media_type",
    [
        "", "text", "text/", "/plain", "Text/Plain", "text/plain\r\nX-Evil: 1", "text/ plain", 3,
        "text/plain; charset=utf-8", "text/plain;method=PUBLISH", "text/plain; method=A B",
    ],
)  # fmt: skip
def test_a_media_type_that_is_none(media_type):
    with pytest.raises(RenderError, match=r"^a: .*media type"):
        Document("a", b"", media_type)


@pytest.mark.parametrize(
    "charset", ["", "nonsense", "utf-8\r\nX-Evil: 1", "utf 8", "rot13", "hex", "zip", 8, "é"]
)
def test_a_charset_that_is_none(charset):
    with pytest.raises(RenderError, match="is no charset"):
        Document("a", b"", charset=charset)


def test_what_it_is_about_is_an_id():
    with pytest.raises(RenderError, match="is an id"):
        Document("a", b"", about=3)


def test_the_text_of_a_document():
    assert Document("a", "é".encode()).text == "é"
    assert Document("a", "é".encode("latin-1"), charset="latin-1").text == "é"
    with pytest.raises(RenderError, match="a is no text"):
        _ = Document("a", b"\xff").text


@pytest.mark.parametrize(
    ("media_type", "charset", "said"),
    [
        (None, None, "application/octet-stream"),
        ("image/png", None, "image/png"),
        ("text/calendar", "utf-8", "text/calendar; charset=utf-8"),
        ("text/calendar; method=PUBLISH", "utf-8", "text/calendar; method=PUBLISH; charset=utf-8"),
    ],
)
def test_what_an_http_response_says(media_type, charset, said):
    assert Document("a", b"", media_type, charset=charset).content_type == said


def test_a_document_is_a_value_and_its_repr_is_short():
    one = Document("a/b", b"x" * 10_000, "text/plain", "dupont", charset="utf-8")
    assert one == Document("a/b", b"x" * 10_000, "text/plain", "dupont", charset="utf-8")
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 - our own bytes
    assert len({one, one}) == 1
    assert "<10000 bytes>" in repr(one)
    assert len(repr(one)) < 200
