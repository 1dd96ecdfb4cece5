"""The event as it was held: what is known stands as it was, what is made up says so."""

from __future__ import annotations

from datetime import time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from rencontres.model import Dossier, Event, Pairing, Session
from rencontres.sources import load

CHENGDU = Path(__file__).parents[2] / "examples" / "chengdu-2016"
SAMPLES = Path(__file__).parents[1] / "samples"
PARIS = ZoneInfo("Europe/Paris")


@pytest.fixture(scope="module")
def april() -> Dossier:
    return load(CHENGDU / "april.toml")


@pytest.fixture(scope="module")
def october() -> Dossier:
    return load(CHENGDU / "october.toml")


def test_what_is_in_both_dossiers_is_the_same_kind_of_thing(april, october):
    common = [thing for thing in april.things() if thing.id in october]
    assert len(common) > 40
    assert [t.id for t in common if type(t) is not type(october[t.id])] == []


def test_workshops_were_dropped_added_and_retitled(april, october):
    before = {workshop.id: workshop.title for workshop in april.workshops}
    after = {workshop.id: workshop.title for workshop in october.workshops}
    assert sorted(before.keys() - after.keys()) == ["w3", "w6"]
    assert sorted(after.keys() - before.keys()) == [
        "atelier-agriculture",
        "w-formation",
        "w-tourisme",
    ]
    assert all(before[kept] != after[kept] for kept in before.keys() & after.keys())


def test_six_forums_are_indoors_with_official_titles_in_both_languages(october):
    indoors = [workshop for workshop in october.workshops if workshop.format == "room"]
    assert len(indoors) == 6
    assert all(
        workshop.title.covers("fr") and workshop.title.covers("zh-Hans") for workshop in indoors
    )


def test_the_opening_is_on_the_29th_in_the_afternoon_in_the_order_of_protocol(october):
    opening = october.get(Session, "ouverture")
    assert opening.start.date().isoformat() == "2016-10-29"
    assert opening.start.time() > time(12)
    assert opening.start.tzinfo.key == "Asia/Shanghai"
    by_function = [(role.function, role.holder) for role in opening.roles]
    assert by_function == [
        ("moderator", "yin-li"),
        ("speaker", "ji-bingxuan"),
        ("speaker", "wang-dongming"),
        ("speaker", "li-xiaolin"),
        ("speaker", "jean-marc-ayrault"),
        ("speaker", "bu-ji-er"),
    ]


def test_the_fair_moved_away_from_the_event_that_leans_on_it(april, october):
    assert april.get(Event, "foire-ouest").when is None
    fair, held = october.get(Event, "foire-ouest").when, october.get(Event, "rencontres-5").when
    assert (fair.when, held.when) == ("2016-11-03/2016-11-14", "2016-10-28/2016-10-30")
    assert fair.earliest - held.latest == timedelta(days=4)


def test_a_session_runs_through_the_change_of_clocks_in_europe(october):
    session = october.get(Session, "s-w4")
    start, end = (moment.astimezone(PARIS) for moment in (session.start, session.end))
    assert start.utcoffset() - end.utcoffset() == timedelta(hours=1)


def test_sessions_with_hours_say_that_their_hours_are_made_up(october):
    timed = [session for session in october.sessions if session.start]
    assert len(timed) >= 16
    assert {session.start.day for session in timed} == {28, 29, 30}
    assert [session.id for session in timed if "illustratif" not in (session.source or "")] == []


def test_rooms_and_invented_people_say_that_they_are_made_up(october):
    invented = [*october.rooms, october["centre"]]
    invented += [october[name] for name in ("jean-dupont", "marie-martin", "zhang-san")]
    assert [thing.id for thing in invented if "illustratif" not in (thing.source or "")] == []


# --- what a colleague does with an editor ----------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "seen"),
    [
        (
            '[sessions.s-w2]\nevent = "rencontres-5"\nworkshop = "w2"\nkind = "workshop"\nday = 2016-10-29\nhours = "09:00-10:30"',
            '[sessions.s-w2]\nevent = "rencontres-5"\nworkshop = "w2"\nkind = "workshop"\nday = 2016-10-29\nhours = "09:30-11:00"',
            lambda dossier: dossier.get(Session, "s-w2").start.time() == time(9, 30),
        ),
        (
            '\nends.fr = ["issy"]',
            '\nends.fr = { issy = "confirmed" }',
            lambda dossier: (
                dossier.get(Pairing, "issy-leshan").ends[1].parties[0].confirmation == "confirmed"
            ),
        ),
        (
            "\n[pairings.issy-leshan]",
            '\n[pairings.issy-wuhan]\nworkshop = "w1"\ntopic = "ville nouvelle"\nends.fr = ["issy"]\nends.cn = ["wuhan"]\n\n[pairings.issy-leshan]',
            lambda dossier: len([p for p in dossier.pairings if p.workshop == "w1"]) == 3,
        ),
        (
            "\nroles.moderator = []",
            '\nroles.moderator = { marie-martin = "confirmed" }',
            lambda dossier: dossier.get(Session, "s-w5").roles[0].holder == "marie-martin",
        ),
    ],
    ids=[
        "changes an hour",
        "confirms a lead",
        "adds a pairing in five lines",
        "confirms a moderator",
    ],
)
def test_a_colleague(tmp_path, old, new, seen):
    written = (CHENGDU / "october.toml").read_text("utf-8")
    assert old in written
    copy = tmp_path / "october.toml"
    copy.write_text(written.replace(old, new, 1), "utf-8")
    assert not seen(load(CHENGDU / "october.toml"))
    assert seen(load(copy))


# --- other sides -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "sides", "languages"),
    [
        ("vietnam", ["fr", "vn"], ("fr", "vi")),
        ("japan", ["fr", "jp"], ("fr", "ja")),
        ("japan-vietnam", ["jp", "vn"], ("ja", "vi")),
    ],
)
def test_a_dossier_of_other_sides_loads(name, sides, languages):
    dossier = load(SAMPLES / f"{name}.toml")
    assert [side.id for side in dossier.sides] == sides
    assert dossier.languages == languages
    assert dossier.sessions


def test_each_vietnamese_round_table_has_a_co_chair_of_each_side():
    dossier = load(SAMPLES / "vietnam.toml")
    assert {pairing.function for pairing in dossier.pairings} == {"co-chair"}
    assert [[end.side for end in pairing.ends] for pairing in dossier.pairings] == [
        ["fr", "vn"]
    ] * 3
    assert len(dossier.workshops) == 3


def test_an_evening_past_midnight_ends_the_next_day_on_the_clock_of_its_place():
    session = load(SAMPLES / "japan-vietnam.toml").get(Session, "s-bunka")
    assert session.start.isoformat() == "2030-04-11T22:30:00+09:00"
    assert session.end.isoformat() == "2030-04-12T00:30:00+09:00"
