"""Dossiers to files: few words, the same bytes, and nothing lost that a person wrote."""

import json
import os
import stat
import tomllib
from pathlib import Path

import pytest

from rencontres import (
    DossierError,
    LoadError,
    Role,
    Session,
    Text,
    dump,
    dump_data,
    load,
    load_data,
)

ROOT = Path(__file__).parents[2]
DAY = ROOT / "tests/samples/day.toml"


def _dossier(**tables):
    return load_data(
        {
            "namespace": "example.org",
            "languages": ["fr", "en"],
            "sides": {"fr": {"name": "F"}},
            "organisations": {"o1": {"name": "1"}, "o2": {"name": "2"}},
            "people": {"p1": {"names": {"fr": {"family": "A"}}}},
            **tables,
        }
    )


def _dumped(table, **fields):
    return dump_data(_dossier(**{table: {"x": fields}}))[table]["x"]


# --- the fewest words ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "written"),
    [
        (["o1", "o2"], ["o1", "o2"]),
        ({"o1": "to-confirm", "o2": {}}, ["o1", "o2"]),
        ({"o1": {"confirmation": "confirmed"}}, {"o1": "confirmed"}),
        ({"o1": {"asked": "2016-06-10"}}, {"o1": {"asked": "2016-06-10"}}),
        (
            {"o2": "confirmed", "o1": "to-confirm"},
            [{"id": "o2", "confirmation": "confirmed"}, {"id": "o1"}],
        ),
        ([], []),
    ],
)
def test_parties_are_written_in_the_least_depth(said, written):
    assert _dumped("pairings", ends={"fr": said}) == {"ends": {"fr": written}}


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ([], []),
        ([{}], []),
        ([{"due": "2016"}], [{"due": "2016"}]),
        (["p1", {}], [{"id": "p1"}, {}]),
        (["p1"], ["p1"]),
    ],
)
def test_nobody_yet_is_written_too(said, written):
    assert _dumped("sessions", roles={"speaker": said}) == {"roles": {"speaker": written}}


def test_toml_keeps_the_order_of_a_table():
    dossier = _dossier(
        sessions={"s": {"roles": {"speaker": {"o2": "confirmed", "o1": "confirmed"}}}}
    )
    assert 'roles.speaker = { o2 = "confirmed", o1 = "confirmed" }' in _text(dossier)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("N", "N"),
        ({"fr": "N"}, "N"),
        ({"en": "N"}, {"en": "N"}),
        ({"fr": "N", "en": "M"}, {"en": "M", "fr": "N"}),
        ({"same": "N"}, {"same": "N"}),
    ],
)
def test_a_text_in_the_first_language_is_a_string(name, written):
    assert _dumped("rooms", name=name) == {"name": written}


def test_without_languages_every_text_is_a_table():
    data = {"namespace": "x", "rooms": {"r": {"name": {"fr": "N"}}}}
    assert dump_data(load_data(data))["rooms"] == data["rooms"]


def test_what_goes_without_saying_is_not_said():
    assert _dumped("organisations", name="N", kind="authority", level="local", identified=True) == {
        "name": "N",
        "level": "local",
    }
    assert _dumped("sessions", kind="other", confirmation="confirmed", roles={}, room=None) == {}


def test_one_interpretation_is_a_table_and_two_are_a_list():
    one = {"between": ["fr", "en"]}
    assert _dumped("sessions", interpretation=[one])["interpretation"] == one
    assert _dumped("sessions", interpretation=[one, one])["interpretation"] == [one, one]


def test_a_day_is_a_date_in_toml_and_a_string_in_json():
    dossier = _dossier(actions={"a": {"title": "A", "due": {"when": "2016-05-09", "before": True}}})
    assert "due.when = 2016-05-09\n" in _text(dossier)
    assert dump_data(dossier)["actions"]["a"]["due"]["when"] == "2016-05-09"


def test_data_are_what_json_has():
    data = dump_data(load(DAY))
    assert json.loads(json.dumps(data)) == data
    assert load_data(data) == load(DAY)


def test_toml_that_cannot_say_null_says_json():
    dossier = _dossier(notes={"n": {"text": "T", "extra": {"a": None, "b": 1}}})
    assert """extra = '{"a": null, "b": 1}'""" in _text(dossier) or 'extra = "{' in _text(dossier)
    assert dump_data(dossier)["notes"]["n"]["extra"] == {"a": None, "b": 1}


# --- the layout ----------------------------------------------------------------------------------


def _text(dossier, folder=None):
    from rencontres.sources.saving import body_of

    return body_of(dossier, "toml").decode()


def test_the_layout_is_that_of_people():
    dossier = _dossier(
        places={"chengdu": {"name": "C", "zone": "Asia/Shanghai"}},
        rooms={"r": {"place": "chengdu", "name": {"en": "Room", "fr": "Salle"}}},
        sessions={
            "s2": {
                "kind": "plenary",
                "room": "r",
                "hours": "09:00-10:30",
                "day": "2016-10-29",
                "source": "l. 3",
            },
            "s1": {"hours": "19:00", "day": "2016-10-29", "zone": "Europe/Paris", "title": "Dîner"},
        },
        registrations=[{"person": "p1", "arrival": "2016-10-28"}],
    )
    text = _text(dossier)
    assert text.startswith(
        'rencontres = 1\nnamespace = "example.org"\nlanguages = ["fr", "en"]\n\n[sides.fr]\n'
    )
    assert '[rooms.r]\nname.en = "Room"\nname.fr = "Salle"\nplace = "chengdu"\n\n' in text
    assert text.endswith(
        '[sessions.s1]\nzone = "Europe/Paris"\nday = 2016-10-29\nhours = "19:00"\ntitle = "Dîner"\n\n'
        '[sessions.s2]\nday = 2016-10-29\nhours = "09:00-10:30"\nkind = "plenary"\nroom = "r"\nsource = "l. 3"\n\n'
        '[[registrations]]\nperson = "p1"\narrival = 2016-10-28\n'
    )


def test_files_are_utf_8_with_line_feeds(tmp_path):
    for name in ("a.toml", "a.json"):
        dump(load(DAY), tmp_path / name)
        body = (tmp_path / name).read_bytes()
        assert b"\r" not in body
        assert body.endswith(b"\n")
        assert "四川成都".encode() in body


# --- files ---------------------------------------------------------------------------------------

HAND = 'rencontres = 1 # by hand\nnamespace = "example.org"\n'


def test_a_new_file_is_written(tmp_path):
    dump(load(DAY), tmp_path / "a.toml")
    assert load(tmp_path / "a.toml") == load(DAY)
    assert [path.name for path in tmp_path.iterdir()] == ["a.toml"]


def test_what_dump_wrote_is_replaced(tmp_path):
    path = tmp_path / "a.toml"
    dump(_dossier(), path)
    dump(load(DAY), path)
    assert load(path) == load(DAY)


@pytest.mark.parametrize(
    "text",
    [
        HAND,
        "",
        "not a dossier",
        "rencontres = 1\nlanguages = []\nnamespace = 'x'\n",
        "rencontres = 2\n",
        "x" * 10,
    ],
)
def test_what_a_person_wrote_is_kept(tmp_path, text):
    path = tmp_path / "a.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(LoadError) as caught:
        dump(load(DAY), path)
    assert isinstance(caught.value, FileExistsError)
    assert "overwrite=True" in str(caught.value)
    assert path.read_text("utf-8") == text
    assert list(tmp_path.iterdir()) == [path]


def test_a_comment_added_to_what_dump_wrote_is_kept(tmp_path):
    path = tmp_path / "a.toml"
    dump(_dossier(), path)
    path.write_text(path.read_text("utf-8") + "# mine\n", "utf-8", newline="\n")
    with pytest.raises(FileExistsError):
        dump(_dossier(), path)


def test_json_of_another_layout_is_kept(tmp_path):
    path = tmp_path / "a.json"
    path.write_text(json.dumps(dump_data(_dossier())), "utf-8")
    with pytest.raises(FileExistsError):
        dump(_dossier(), path)


def test_it_is_replaced_when_that_is_said(tmp_path):
    path = tmp_path / "a.toml"
    path.write_text(HAND, "utf-8")
    dump(load(DAY), path, overwrite=True)
    assert load(path) == load(DAY)


@pytest.mark.parametrize("name", ["a.yaml", "a", "nowhere/a.toml", ".", "a\0.toml"])
def test_what_cannot_be_written_is_told(tmp_path, name):
    with pytest.raises(LoadError) as caught:
        dump(_dossier(), f"{tmp_path}/{name}")
    assert caught.value.problems[0].value("file") == f"{tmp_path}/{name}"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_not_replaced(tmp_path):
    (tmp_path / "a.toml").mkdir()
    for overwrite in (False, True):
        with pytest.raises(LoadError):
            dump(_dossier(), tmp_path / "a.toml", overwrite=overwrite)
    assert list(tmp_path.iterdir()) == [tmp_path / "a.toml"]


@pytest.mark.skipif(os.name == "nt", reason="modes and links are those of POSIX")
def test_a_file_keeps_its_mode_and_a_link_its_target(tmp_path):
    path, link = tmp_path / "a.toml", tmp_path / "b.toml"
    dump(_dossier(), path)
    path.chmod(0o640)
    link.symlink_to(path)
    dump(load(DAY), link)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert link.is_symlink()
    assert load(path) == load(DAY)


def test_a_failure_leaves_the_old_file(tmp_path, monkeypatch):
    path = tmp_path / "a.toml"
    dump(_dossier(), path)
    before = path.read_bytes()

    def broken(*_):
        raise OSError(28, "no space left on device")

    monkeypatch.setattr(os, "fsync", broken)
    with pytest.raises(LoadError, match="no space left"):
        dump(load(DAY), path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_the_bytes_do_not_depend_on_the_order_of_making():
    one = _dossier()
    two = one.with_(Session("b", title=Text(fr="B")), Session("a", roles=(Role("speaker", "p1"),)))
    three = one.with_(
        Session("a", roles=(Role("speaker", "p1"),)), Session("b", title=Text(fr="B"))
    )
    assert _text(two) == _text(three)
    assert tomllib.loads(_text(two))["sessions"]["a"] == {"roles": {"speaker": ["p1"]}}


def test_a_dossier_that_means_nothing_cannot_be_made():
    with pytest.raises(DossierError):
        _dossier().with_(Session("a", room="nowhere"))
