"""Several files make one dossier; what they contradict each other in is told with both places."""

import json
from pathlib import Path

import pytest

from rencontres import LoadError, Text, load

PUBLIC = """\
rencontres = 1
namespace = "example.org"
languages = ["fr", "zh-Hans"]
[people.dupont]
names.fr = { family = "Dupont" }
[organisations.o]
name.fr = "O"
[[registrations]]
person = "dupont"
category = "élu"
"""
PRIVATE = """\
rencontres = 1
[people.dupont]
email = "a@example.org"
[people.li]
names.zh-Hans = { family = "李" }
[organisations.o]
name.zh-Hans = "甲"
[[registrations]]
person = "li"
"""


@pytest.fixture
def files(tmp_path):
    def write(*texts):
        paths = [tmp_path / f"{name}.toml" for name in "abcd"[: len(texts)]]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text, "utf-8")
        return paths

    return write


def _problems(paths):
    with pytest.raises(LoadError) as caught:
        load(*paths)
    return [
        (Path(p.value("file")).name, p.line, p.where) for p in caught.value.problems
    ], caught.value


def test_one_id_in_two_files_has_the_fields_of_both(files):
    dossier = load(*files(PUBLIC, PRIVATE))
    assert dossier["dupont"].email == "a@example.org"
    assert dossier["dupont"].names[0].family == "Dupont"
    assert dossier["o"].name == Text(fr="O", zh_Hans="甲")
    assert [registration.person for registration in dossier.registrations] == ["dupont", "li"]


def test_the_order_of_files_changes_nothing(files):
    public, private = files(PUBLIC, PRIVATE)
    assert load(public, private) == load(private, public)


def test_the_same_file_twice_is_the_same_file(files):
    (public,) = files(PUBLIC)
    assert load(public, public) == load(public)


def test_toml_and_json_may_be_mixed(files, tmp_path):
    (public,) = files(PUBLIC)
    path = tmp_path / "z.json"
    path.write_text(json.dumps({"rencontres": 1, "people": {"dupont": {"phone": "12"}}}), "utf-8")
    assert load(public, path)["dupont"].phone == "12"


def test_a_contradiction_names_both_places(files):
    paths = files(PUBLIC, 'rencontres = 1\n\n[people.dupont]\nnames.fr = { family = "Durand" }\n')
    found, error = _problems(paths)
    assert found == [("b.toml", 4, "people.dupont.names.fr.family")]
    assert f"{paths[0]}, line 5" in str(error)
    assert "Dupont" in str(error)
    assert "Durand" in str(error)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ('roles.speaker = ["a", "b"]', 'roles.speaker = ["b", "a"]'),
        ("open = true", "open = false"),
        ('roles.speaker = ["a"]', 'roles.speaker = { a = "confirmed" }'),
        ('title = "T"', 'title.fr = "T"'),
        ("day = 2016-10-29", 'day = "2016-10-29"'),
        ("attendance.estimate = 1", "attendance.estimate = 1.0"),
    ],
)
def test_lists_and_values_are_equal_or_contradict(files, one, other):
    head = 'rencontres = 1\nnamespace = "x"\nlanguages = ["fr"]\n[people.a]\nnames.fr.family = "A"\n[people.b]\nnames.fr.family = "B"\n[sessions.s]\n'
    same = files(head + one, f"rencontres = 1\n[sessions.s]\n{one}")
    assert load(*same)["s"] == load(same[0])["s"]
    found, _ = _problems(files(head + one, f"rencontres = 1\n[sessions.s]\n{other}"))
    assert [place[:2] for place in found] == [("b.toml", 3)]


def test_each_problem_is_in_its_own_file(files):
    paths = files(
        PUBLIC + '\n[sessions.s]\nroom = "r1"\n',
        PRIVATE + 'arrival = "soon"\n[sessions.s]\nkind = "plenery"\n[rooms.r]\nname = "R"\n',
    )
    found, _ = _problems(paths)
    assert found == [
        ("a.toml", 13, "sessions.s.room"),
        ("b.toml", 10, "registrations.1.arrival"),
        ("b.toml", 12, "sessions.s.kind"),
    ]


def test_contradictions_and_other_problems_are_told_together(files):
    paths = files(
        PUBLIC,
        'rencontres = 1\nnamespace = "other.org"\nlanguages = ["zh-Hans"]\nx = 1\n',
        "rencontres = 1\ny = 1\n",
    )
    found, _ = _problems(paths)
    assert found == [
        ("b.toml", 2, "namespace"),
        ("b.toml", 3, "languages"),
        ("b.toml", 4, "x"),
        ("c.toml", 2, "y"),
    ]


def test_each_file_says_its_format(files):
    found, _ = _problems(files(PUBLIC, "[people.dupont]\nphone = '12'\n"))
    assert found == [("b.toml", 1, "rencontres")]
