"""Files and data to dossiers: what can be read, and what is said where it cannot."""

import json
import pickle
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from rencontres import LoadError, RencontresError, Session, Text, load, load_data, locate

ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "tests/samples").glob("*.toml"))
EXAMPLES = sorted((ROOT / "examples").glob("*/*.toml"))
MINIMAL = 'rencontres = 1\nnamespace = "example.org"\nlanguages = ["en"]\n'


def _refused(*paths):
    with pytest.raises(LoadError) as caught:
        load(*paths)
    return caught.value


@pytest.fixture
def file(tmp_path):
    def write(text, name="a.toml"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8", newline="\n")
        return path

    return write


@pytest.mark.parametrize("path", [*SAMPLES, *EXAMPLES], ids=lambda path: path.stem)
def test_samples_and_examples_load(path):
    assert load(path).sides


def test_the_day_of_the_samples_is_what_it_says():
    dossier = load(ROOT / "tests/samples/day.toml")
    plenary = dossier.get(Session, "pleniere-1")
    assert plenary.start == datetime(2016, 10, 29, 16, tzinfo=ZoneInfo("Asia/Shanghai"))
    assert [(role.function, role.holder) for role in plenary.roles] == [
        ("co-chair", "jacques-auxiette"),
        ("co-chair", "apcae"),
        ("moderator", "marie-martin"),
        ("moderator", "zhang-san"),
    ]
    assert dossier["s-w5"].roles[0].holder is None
    assert [(end.side, len(end.parties)) for end in dossier["sante"].ends] == [("cn", 0), ("fr", 1)]
    assert dossier["foire-ouest"].title == Text(fr="Foire de l’Ouest")
    assert dossier.revised.isoformat() == "2016-10-20T10:00:00+00:00"


def test_toml_and_json_say_the_same(file):
    data = {
        "rencontres": 1,
        "namespace": "example.org",
        "languages": ["en"],
        "rooms": {"r": {"name": "R", "capacity": 3}},
    }
    toml = file(MINIMAL + '[rooms.r]\nname = "R"\ncapacity = 3\n')
    assert load(toml) == load(file(json.dumps(data), "a.json")) == load_data(data)


@pytest.mark.parametrize("kind", [str, Path])
def test_paths_may_be_strings(file, kind):
    assert load(kind(file(MINIMAL))).namespace == "example.org"


def test_a_suffix_may_be_in_capitals(file):
    assert load(file(MINIMAL, "A.TOML")).namespace == "example.org"


# --- files that cannot be read -------------------------------------------------------------------


def test_no_file_is_no_dossier():
    assert str(_refused()) == "no file was given"


def test_a_file_that_is_not_there_is_told_with_the_nearest(file):
    path = file(MINIMAL, "april.toml")
    error = _refused(path.with_name("aprl.toml"))
    (problem,) = error.problems
    assert problem.code == "file.missing"
    assert problem.value("suggestion") == "april.toml"
    assert problem.value("file") == str(path.with_name("aprl.toml"))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("nowhere/a.toml", "file.missing"),
        ("a.yaml", "file.kind"),
        ("a", "file.kind"),
        ("", "file.folder"),
        ("a\0b.toml", "file.unread"),
        ("x" * 5000 + ".toml", "file.unread"),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path, name, code):
    (problem,) = _refused(f"{tmp_path}/{name}").problems
    assert problem.code == code


def test_a_folder_with_the_name_of_a_file_is_a_folder(tmp_path):
    (tmp_path / "a.toml").mkdir()
    (problem,) = _refused(tmp_path / "a.toml").problems
    assert problem.code == "file.folder"


@pytest.mark.parametrize(
    "body",
    [b"", b"\xff\xfe", b"\x00" * 10, "é".encode("cp1252"), b"PK\x03\x04", b"rencontres = 1\n\x00"],
)
def test_bytes_that_are_no_dossier_are_told(tmp_path, body):
    path = tmp_path / "a.toml"
    path.write_bytes(body)
    assert all(problem.value("file") == str(path) for problem in _refused(path).problems)


def test_all_unreadable_files_are_told_at_once(file, tmp_path):
    error = _refused(tmp_path / "b.toml", file("x ="), tmp_path / "c.yaml")
    assert {Path(problem.value("file")).name for problem in error.problems} == {
        "a.toml",
        "b.toml",
        "c.yaml",
    }


def test_a_file_that_says_no_format_is_told_what_to_write(file):
    (problem,) = _refused(file('namespace = "x"\n')).problems
    assert "rencontres = 1" in problem.text
    assert problem.line == 1


def test_a_later_format_is_the_only_problem(file):
    (problem,) = _refused(file('rencontres = 2\nnamespace = "x"\nnews = 1\n')).problems
    assert problem.code == "file.version"


def test_a_slip_of_the_pen_is_told_with_its_line(file):
    (problem,) = _refused(file(MINIMAL + "[rooms.r]\nname = “Salle”\n")).problems
    assert problem.line == 5
    assert problem.code == "slip.quotes"


# --- what an error says --------------------------------------------------------------------------


def test_an_error_is_one_line_a_problem(file):
    path = file(MINIMAL + '[sessions.x]\nroom = "r"\n')
    assert str(_refused(path)) == f"{path}:5: sessions.x.room: rooms has no `r`"


def test_an_error_of_data_has_no_file():
    with pytest.raises(LoadError) as caught:
        load_data({"namespace": "x", "sessions": {"x": {"room": "r"}}})
    assert str(caught.value) == "sessions.x.room: rooms has no `r`"


def test_an_error_is_a_value_error_of_this_library_and_travels(file):
    error = _refused(file(MINIMAL + "x = 1\n"))
    assert isinstance(error, RencontresError)
    assert isinstance(error, ValueError)
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
    assert again.problems == error.problems
    assert str(again) == str(error)


def test_nothing_foreign_stands_behind_an_error(file):
    error = _refused(file(MINIMAL + "[sessions.x]\nkind = 3\n"))
    assert error.__cause__ is None
    assert error.__suppress_context__ or error.__context__ is None


def test_the_nearest_id_is_suggested(file):
    text = (
        MINIMAL
        + '[organisations.strasbourg]\nname = "S"\n[pairings.p]\nends.fr = ["strasborg"]\n[sides.fr]\nname = "F"\n'
    )
    (problem,) = _refused(file(text)).problems
    assert problem.text == "organisations has no `strasborg`; did you mean `strasbourg`?"
    assert problem.line == 7


# --- lines ---------------------------------------------------------------------------------------

PLACED = (
    MINIMAL
    + """\
[people.p1]
names.zh-CN = { family = "X" }
[rooms.r]
name = "R"
[sessions.s]
zone = "UTC"
day = 2016-10-29
hours = "09:00-10:00"
room = "r"
roles.speaker = ["p1"]
roles.moderator = [
    { id = "p1" },
]
interpretation = { between = ["fr", "zh"], team = ["p1"] }
"""
)


@pytest.mark.parametrize(
    ("where", "line"),
    [
        ("namespace", 2),
        ("people.p1", 4),
        ("people.p1.names", 5),
        ("people.p1.names.zh-Hans-CN", 5),
        ("people.p1.names.zh-Hans-CN.given", 5),
        ("rooms.r.capacity", 6),
        ("sessions.s", 8),
        ("sessions.s.zone", 9),
        ("sessions.s.day", 10),
        ("sessions.s.when", 10),
        ("sessions.s.start", 11),
        ("sessions.s.end", 11),
        ("sessions.s.roles.speaker.p1", 13),
        ("sessions.s.roles.moderator.p1", 15),
        ("sessions.s.roles.moderator.0.due", 15),
        ("sessions.s.interpretation.0.team.0", 17),
        ("sessions.nobody", 8),
        ("nothing", None),
        ("", None),
    ],
)
def test_a_place_has_a_line(file, where, line):
    assert locate(file(PLACED), where) == line


def test_a_place_has_a_line_in_json(file):
    text = '{\n"rencontres": 1,\n"sessions": {\n"s": {\n"hours": "09:00"\n}\n}\n}\n'
    assert locate(file(text, "a.json"), "sessions.s.start") == 5


def test_a_line_is_found_even_in_a_file_that_is_wrong(file):
    assert locate(file(MINIMAL + '[rooms.r]\nname = “R”\nplace = "x"\n'), "rooms.r.place") == 6


def test_a_file_that_is_not_there_has_no_lines(tmp_path):
    with pytest.raises(LoadError):
        locate(tmp_path / "a.toml", "sessions.s")
