"""Documents are written all or none, whole, and inside their folder."""

import os
from pathlib import Path

import pytest

from rencontres import Document, RenderError, write

links = pytest.mark.skipif(not hasattr(os, "symlink") or os.name == "nt", reason="needs links")
limited = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="needs a user")


def _files(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_documents_are_written_where_they_say_in_their_order(tmp_path):
    out = tmp_path / "made" / "here"
    paths = write([Document("b/c.txt", b"\r\n"), Document("a", b"\xff"), Document("b/d", b"")], out)
    assert paths == (out / "b/c.txt", out / "a", out / "b/d")
    assert _files(out) == {"b/c.txt": b"\r\n", "a": b"\xff", "b/d": b""}


def test_nothing_to_write_makes_an_empty_folder(tmp_path):
    assert write([], tmp_path / "out") == ()
    assert list((tmp_path / "out").iterdir()) == []


def test_files_of_the_same_names_are_replaced_and_others_stay(tmp_path):
    (tmp_path / "old").write_bytes(b"old")
    (tmp_path / "other").write_bytes(b"other")
    write([Document("old", b"new")], str(tmp_path))
    assert _files(tmp_path) == {"old": b"new", "other": b"other"}


def test_an_iterator_is_written_one_document_at_a_time(tmp_path):
    alive = []

    def made():
        for number in range(3):
            alive.append(number)
            yield Document(f"{number}", b"x")
            # What came before lies on the disk already, but not yet under its name.
            assert not (tmp_path / f"{number}").exists()
            assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == number + 1

    write(made(), tmp_path)
    assert alive == [0, 1, 2]
    assert sorted(_files(tmp_path)) == ["0", "1", "2"]


@pytest.mark.parametrize(
    "error", [ValueError("broken"), OSError("of its own"), KeyboardInterrupt()]
)
def test_nothing_is_left_where_one_document_cannot_be_made(tmp_path, error):
    (tmp_path / "first").write_bytes(b"old")

    def made():
        yield Document("first", b"new")
        yield Document("folder/second", b"new")
        raise error

    with pytest.raises(type(error)) as caught:
        write(made(), tmp_path)
    assert caught.value is error
    assert _files(tmp_path) == {"first": b"old"}
    assert list(tmp_path.iterdir()) == [tmp_path / "first"]


@pytest.mark.parametrize(
    "names", [("a", "a"), ("a", "A"), ("é", "e\u0301"), ("x/STRASSE", "x/straße"), ("a", "./a")]
)
def test_two_documents_of_one_name_are_refused(tmp_path, names):
    with pytest.raises(RenderError, match="two documents would be written"):
        write([Document(name, b"") for name in names], tmp_path)
    assert _files(tmp_path) == {}


@pytest.mark.parametrize("names", [("a", "a/b"), ("a/b", "a")])
def test_a_file_and_a_folder_of_one_name_are_refused(tmp_path, names):
    with pytest.raises(RenderError):
        write([Document(name, b"") for name in names], tmp_path)
    assert _files(tmp_path) == {}


def test_a_folder_is_not_replaced_by_a_file(tmp_path):
    (tmp_path / "taken").mkdir()
    with pytest.raises(RenderError, match="is a folder"):
        write([Document("first", b""), Document("taken", b"")], tmp_path)
    assert _files(tmp_path) == {}


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(RenderError, match="cannot be written"):
        write([Document("a", b"")], tmp_path / "file")


@pytest.mark.parametrize("made", ["a.txt", None, ("a", b"")])
def test_only_documents_are_written(tmp_path, made):
    with pytest.raises(RenderError, match="is no document"):
        write([made], tmp_path)


@links
def test_a_link_that_leads_outside_is_not_followed(tmp_path):
    outside, inside = tmp_path / "outside", tmp_path / "inside"
    outside.mkdir()
    inside.mkdir()
    (inside / "link").symlink_to(outside, target_is_directory=True)
    with pytest.raises(RenderError, match="leads out of"):
        write([Document("first", b""), Document("link/a", b"x")], inside)
    with pytest.raises(RenderError):
        write([Document("link/deep/a", b"x")], inside)
    assert list(outside.iterdir()) == []
    assert _files(inside) == {}


@links
def test_a_link_in_the_place_of_a_file_is_replaced_and_not_followed(tmp_path):
    secret, inside = tmp_path / "secret", tmp_path / "inside"
    secret.write_bytes(b"keep")
    inside.mkdir()
    (inside / "a").symlink_to(secret)
    write([Document("a", b"new")], inside)
    assert secret.read_bytes() == b"keep"
    assert not (inside / "a").is_symlink()
    assert (inside / "a").read_bytes() == b"new"


@links
def test_links_that_stay_inside_and_a_folder_behind_a_link_are_fine(tmp_path):
    real = tmp_path / "real"
    (real / "deep").mkdir(parents=True)
    (real / "near").symlink_to(real / "deep", target_is_directory=True)
    (tmp_path / "link").symlink_to(real, target_is_directory=True)
    write([Document("near/a", b"x")], tmp_path / "link")
    assert (real / "deep/a").read_bytes() == b"x"


@limited
def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(RenderError, match="Permission denied"):
            write([Document("a", b"")], tmp_path)
    finally:
        tmp_path.chmod(0o700)


def test_a_disk_that_is_full_is_told_and_leaves_nothing(tmp_path, monkeypatch):
    original = Path.write_bytes

    def full(self, body):
        if self.name == "1":
            original(self, body[:1])
            raise OSError(28, "No space left on device")
        return original(self, body)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(RenderError, match="No space left"):
        write([Document("a", b"xx"), Document("b", b"xx")], tmp_path)
    assert list(tmp_path.iterdir()) == []
