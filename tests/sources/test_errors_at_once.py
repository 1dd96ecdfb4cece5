"""Everything that is wrong is told at once, each thing on its own line."""

import json

import pytest

from rencontres import LoadError, load

TOML = """\
rencontres = 1
namespace = "example.org"
languages = ["fr"]

[organisations.strasbourg]
name = "Strasbourg"
levl = "local"

[rooms.salle-1]
name = "Salle 1"

[sessions.s]
day = 2016-10-29
hours = "9h00-10h30"
zone = "Europe/Paris"
room = "sale-1"
"""

EXPECTED = [
    ("organisations.strasbourg.levl", 7, "level"),
    ("sessions.s.hours", 14, '"09:00-10:30"'),
    ("sessions.s.room", 16, "salle-1"),
]


def _problems(path):
    with pytest.raises(LoadError) as caught:
        load(path)
    return caught.value.problems


def test_three_mistakes_in_toml(tmp_path):
    path = tmp_path / "a.toml"
    path.write_text(TOML, "utf-8")
    problems = _problems(path)
    assert [(p.where, p.line) for p in problems] == [each[:2] for each in EXPECTED]
    assert all(hint in p.text for p, (_, _, hint) in zip(problems, EXPECTED, strict=True))


def test_three_mistakes_in_json(tmp_path):
    data = {
        "rencontres": 1,
        "namespace": "example.org",
        "languages": ["fr"],
        "organisations": {"strasbourg": {"name": "Strasbourg", "levl": "local"}},
        "rooms": {"salle-1": {"name": "Salle 1"}},
        "sessions": {
            "s": {
                "day": "2016-10-29",
                "hours": "9h00-10h30",
                "zone": "Europe/Paris",
                "room": "sale-1",
            }
        },
    }
    text = json.dumps(data, indent=1)
    path = tmp_path / "a.json"
    path.write_text(text, "utf-8")
    lines = text.splitlines()
    problems = _problems(path)
    assert [p.where for p in problems] == [each[0] for each in EXPECTED]
    for problem, word in zip(problems, ('"levl"', '"hours"', '"room"'), strict=True):
        assert word in lines[problem.line - 1]


def test_three_mistakes_in_one_thing(tmp_path):
    path = tmp_path / "a.toml"
    path.write_text(
        'rencontres = 1\nnamespace = "x"\n[sessions.s]\nroom = "r"\nkind = "plenery"\nopen = "yes"\n'
        'country = "FR"\nuid = " x "\n',
        "utf-8",
    )
    assert [(p.where, p.line) for p in _problems(path)] == [
        ("sessions.s.room", 4),
        ("sessions.s.kind", 5),
        ("sessions.s.open", 6),
        ("sessions.s.country", 7),
        ("sessions.s.uid", 8),
    ]


def test_mistakes_of_every_depth_are_told_together(tmp_path):
    path = tmp_path / "a.toml"
    path.write_text(
        """\
rencontres = 1
namespace = "not a name"
languages = ["fr"]
state = "ready"
[sides.fr]
name = { fr = "F", xx = "F" }
country = "ZZ"
[places.a]
name = "A"
within = "b"
[places.b]
name = "B"
within = "a"
[events.e]
title = "E"
uid = "same"
links = { prepare = ["e"] }
[actions.a1]
title = "A"
uid = "same"
due = "avant l’été"
[pairings.p]
ends.fr = { o = "confirmed" }
ends.de = []
[[registrations]]
person = "nobody"
""",
        "utf-8",
    )
    assert [(p.where, p.line) for p in _problems(path)] == [
        ("namespace", 2),
        ("state", 4),
        ("sides.fr.name.xx", 6),
        ("sides.fr.country", 7),
        ("places.a.within", 10),
        ("events.e.links.prepare", 17),
        ("actions.a1.due", 21),
        ("pairings.p.ends.fr.o", 23),
        ("pairings.p.ends.de", 24),
        ("registrations.0.person", 26),
    ]
