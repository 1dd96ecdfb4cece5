"""Files are compared byte by byte, and a difference tells what it is and how to keep it."""

import pytest
from hypothesis import given

from rencontres import DATA, Document
from rencontres.testing import golden, readers, views


@pytest.fixture(autouse=True)
def _not_written(monkeypatch):
    monkeypatch.delenv("RENCONTRES_GOLDEN", raising=False)


def _told(made, file):
    with pytest.raises(pytest.fail.Exception) as caught:
        golden(made, file)
    return str(caught.value)


def test_the_same_bytes_are_right_and_line_ends_are_bytes(tmp_path):
    file = tmp_path / "a.csv"
    file.write_bytes(b"a\r\nb\r")
    golden(b"a\r\nb\r", file)
    golden(Document("a.csv", b"a\r\nb\r"), file)
    assert "only line ends differ: say `-text`" in _told(b"a\nb\n", file)


def test_a_difference_shows_the_lines_with_what_cannot_be_seen(tmp_path):
    file = tmp_path / "a.txt"
    file.write_bytes("un\u202fan\nb\n".encode())
    told = _told(b"un an\nb\n", file)
    assert "-un\\u202fan\\n" in told
    assert "+un an\\n" in told
    assert "RENCONTRES_GOLDEN=write" in told
    file.write_bytes(b"\x00\xff\x01")
    assert "differ from byte 2 on" in _told(b"\x00\xff\x02", file)


def test_a_file_is_written_where_that_is_asked(tmp_path, monkeypatch):
    file = tmp_path / "folder/a.ics"
    assert "does not exist" in _told(b"a\r\n", file)
    monkeypatch.setenv("RENCONTRES_GOLDEN", "write")
    golden(b"a\r\n", file)
    assert file.read_bytes() == b"a\r\n"


@given(views())
def test_views_are_rendered(view):
    assert DATA.one(view).body.endswith(b"}\n")


@given(readers())
def test_readers_without_a_dossier_belong_to_no_side(reader):
    assert reader.side is None
    assert reader.audience != "internal"
