"""`rencontres compare`: a message to paste, data for programs, findings for the office."""

import json

import pytest

OLD = """\
rencontres = 1
namespace = "rencontres.example.org"
title = { fr = "Rencontres", zh-Hans = "论坛" }
languages = ["fr", "zh-Hans"]
version = 1
[places.ici]
name = "Ici"
zone = "Asia/Shanghai"
[rooms.salle]
name = { fr = "Salle", zh-Hans = "会议室" }
place = "ici"
[people.anne]
names.fr = { family = "Dupont", given = "Anne" }
[events.forum]
title = { fr = "Forum", zh-Hans = "论坛" }
place = "ici"
[sessions.ouverture]
event = "forum"
title = { fr = "Ouverture", zh-Hans = "开幕式" }
day = 2016-10-29
hours = "09:00-10:00"
roles.moderator = ["anne"]
[sessions.coulisses]
event = "forum"
audience = "partners"
title = { fr = "Coulisses", zh-Hans = "幕后" }
day = 2016-10-29
hours = "11:00-12:00"
[sessions.dejeuner]
event = "forum"
title = { fr = "Déjeuner", zh-Hans = "午餐" }
day = 2016-10-29
hours = "12:00-13:00"
"""
NEW = (
    OLD.replace("version = 1", "version = 2")
    .replace('hours = "09:00-10:00"', 'hours = "09:30-10:30"')
    .replace('hours = "11:00-12:00"', 'hours = "11:30-12:30"')
    .partition("[sessions.dejeuner]")[0]
)


@pytest.fixture
def two(tmp_path):
    paths = tmp_path / "old.toml", tmp_path / "new.toml"
    for path, text in zip(paths, (OLD, NEW), strict=True):
        path.write_text(text, "utf-8")
    return paths


def test_a_message_in_the_first_language_for_the_public(rencontres, two):
    ran = rencontres("compare", *two)
    assert ran.status == 0
    assert ran.out.startswith("Rencontres\n")
    assert "Modifications depuis la version 1" in ran.out
    assert "Ouverture\u00a0: 29 octobre 2016" in ran.out
    assert "Coulisses" not in ran.out


def test_a_message_in_another_language(rencontres, two):
    ran = rencontres("compare", *two, "--language", "zh-Hans")
    assert "自第1版以来的变更" in ran.out
    assert "•开幕式：时间改为2016年10月29日9:30至10:30（原定9:00至10:00）" in ran.out


def test_partners_are_told_of_what_is_theirs(rencontres, two):
    assert "Coulisses" in rencontres("compare", *two, "--audience", "partners").out


def test_the_office_is_told_what_to_look_at_on_the_other_stream(rencontres, two):
    ran = rencontres("compare", *two)
    assert "RC804 sessions.dejeuner" in ran.err
    assert "RC804" not in ran.out


def test_data_for_programs(rencontres, two):
    data = json.loads(rencontres("compare", *two, "--format", "json").out)
    assert (data["rencontres"], data["format"]) == ("changes", 1)
    assert (data["since"], data["version"]) == (1, 2)
    kinds = [(change["kind"], change["id"]) for change in data["changes"]]
    assert kinds == [("moved", "ouverture"), ("removed", "dejeuner")]
    assert data["changes"][0]["after"]["start"] == {
        "at": "2016-10-29T09:30:00+08:00",
        "zone": "Asia/Shanghai",
    }
    assert data["people"] == {"anne": [0]}


def test_the_same_dossier_has_not_changed(rencontres, two):
    assert "Aucune modification." in rencontres("compare", two[0], two[0]).out


def test_mistakes_are_told_in_plain_words(rencontres, two):
    ran = rencontres("compare", two[0], "nowhere.toml")
    assert ran.status == 1
    assert "nowhere.toml" in ran.err
    ran = rencontres("compare", *two, "--language", "tlh")
    assert ran.status == 1
    assert "tlh" in ran.err
    ran = rencontres("compare", *two, "--audience", "internal")
    assert ran.status == 1
    assert "side" in ran.err
