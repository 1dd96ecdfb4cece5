"""`rencontres publish`: every output of the night or none, and the ledger last."""

import json
import re
import sys
import threading

import attrs
import pytest

from rencontres import dump, forget, load
from rencontres.cli.locking import locked
from rencontres.publishing import Ledger, highest_sequence

FIRST = "2016-10-10T10:00:00Z"
SECOND = "2016-10-20T10:00:00Z"


@pytest.fixture
def dossier(october, tmp_path):
    """October as a file of one's own."""
    path = tmp_path / "dossier.toml"
    path.write_bytes(october.read_bytes())
    return path


def edited(path, old, new, version=4):
    text = path.read_text("utf-8")
    assert old in text
    changed = path.with_name(f"dossier-{version}.toml")
    text = text.replace("\nversion = 3\n", f"\nversion = {version}\n").replace(old, new)
    changed.write_text(text, "utf-8")
    return changed


def publish(rencontres, *words, at=FIRST):
    return rencontres("publish", *words, "--ledger", "ledger.json", "--out", "out", "--at", at)


def everything(folder):
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()
    }


def test_every_output_of_the_night(rencontres, dossier, tmp_path):
    ran = publish(rencontres, dossier)
    assert ran.status == 0, ran.err
    files = everything(tmp_path / "out")
    top = {name for name in files if "/" not in name}
    for tags in ("fr", "zh-Hans", "fr+zh-Hans"):
        assert {f"programme.{tags}.{kind}" for kind in ("ics", "txt", "json", "md")} <= top
        assert f"people/marie-martin.{tags}.ics" in files
    assert not any("erratum" in name for name in files)
    ledger = Ledger.from_json((tmp_path / "ledger.json").read_bytes())
    assert ledger.version == 3
    assert ledger.published.isoformat() == "2016-10-10T10:00:00+00:00"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["dossier.toml", "ledger.json", "out"]
    for name in sorted(top):
        assert f"out/{name}\n" in ran.out
    assert re.search(r"out/people/ \(\d+\)\n", ran.out)


def test_the_same_again_changes_no_output(rencontres, dossier, tmp_path):
    publish(rencontres, dossier)
    before = everything(tmp_path / "out")
    assert publish(rencontres, dossier).status == 0
    assert everything(tmp_path / "out") == before


def test_a_corrected_programme_updates_what_was_published(rencontres, dossier, tmp_path):
    publish(rencontres, dossier)
    new = edited(dossier, 'hours = "16:00-17:30"', 'hours = "16:30-18:00"')
    ran = publish(rencontres, new, "--previous", dossier, at=SECOND)
    assert ran.status == 0, ran.err
    files = everything(tmp_path / "out")
    calendar = files["programme.fr.ics"].replace(b"\r\n ", b"").decode()
    events = [e for e in calendar.split("BEGIN:VEVENT") if "UID:session.pleniere-1@" in e]
    assert len(events) == 1
    assert "SEQUENCE:1" in events[0]
    assert "T163000" in events[0]
    erratum = files["erratum.fr.txt"].decode()
    assert "Modifications depuis la version 3" in erratum
    assert "Séance plénière" in erratum
    assert "自第3版以来的变更" in files["erratum.fr+zh-Hans.txt"].decode()
    assert "people/marie-martin.erratum.fr.txt" in files
    assert "people/jean-dupont.erratum.fr.txt" not in files
    assert json.loads(files["programme.fr.json"])["changes"][0]["id"] == "pleniere-1"


def test_the_languages_may_be_chosen(rencontres, dossier, tmp_path):
    publish(rencontres, dossier, "--languages", "en")
    top = [p.name for p in (tmp_path / "out").iterdir() if p.is_file()]
    assert sorted(top) == [
        "programme.en.ics",
        "programme.en.json",
        "programme.en.md",
        "programme.en.txt",
    ]


def test_another_content_under_the_same_version_is_refused_and_nothing_is_written(
    rencontres, dossier, tmp_path
):
    publish(rencontres, dossier)
    before = everything(tmp_path)
    new = edited(dossier, 'hours = "16:00-17:30"', 'hours = "16:30-18:00"', version=3)
    ran = publish(rencontres, new, at=SECOND)
    assert ran.status == 1
    assert "raise the version" in ran.err
    after = everything(tmp_path)
    del after["dossier-3.toml"]
    assert after == before


def test_a_clock_that_goes_back_is_refused(rencontres, dossier):
    publish(rencontres, dossier, at=SECOND)
    ran = publish(rencontres, dossier, at=FIRST)
    assert ran.status == 1
    assert "the clock goes back" in ran.err


def test_where_something_fails_nothing_is_published(rencontres, dossier, tmp_path):
    publish(rencontres, dossier)
    before = everything(tmp_path)
    new = edited(dossier, 'hours = "16:00-17:30"', 'hours = "16:30-18:00"')
    ran = publish(rencontres, new, "--languages", "fr,tlh", at=SECOND)
    assert ran.status == 1
    assert "tlh" in ran.err
    after = everything(tmp_path)
    del after["dossier-4.toml"]
    assert after == before


def test_a_damaged_ledger_is_told(rencontres, dossier, tmp_path):
    (tmp_path / "ledger.json").write_text("{}", "utf-8")
    ran = publish(rencontres, dossier)
    assert ran.status == 1
    assert "no ledger" in ran.err
    assert not (tmp_path / "out").exists()


def test_a_lost_ledger_is_noticed_and_restarted_above_what_was_published(
    rencontres, dossier, tmp_path
):
    publish(rencontres, dossier)
    new = edited(dossier, 'hours = "16:00-17:30"', 'hours = "16:30-18:00"')
    publish(rencontres, new, at=SECOND)
    (tmp_path / "ledger.json").unlink()
    newer = edited(new, 'hours = "16:30-18:00"', 'hours = "17:00-18:00"', version=5)
    newer.write_text(
        newer.read_text("utf-8").replace("\nversion = 4\n", "\nversion = 5\n"), "utf-8"
    )
    ran = publish(rencontres, newer, at=SECOND)
    assert ran.status == 1
    assert "--restart" in ran.err
    calendar = tmp_path / "out" / "programme.fr.ics"
    highest = highest_sequence(calendar.read_bytes())
    assert highest == 1
    ran = publish(rencontres, newer, "--restart", calendar, at=SECOND)
    assert ran.status == 0, ran.err
    found = re.findall(rb"SEQUENCE:(\d+)", calendar.read_bytes())
    assert found
    assert {int(number) for number in found} == {2}


def test_what_is_no_calendar_restarts_nothing(rencontres, dossier):
    ran = publish(rencontres, dossier, "--restart", dossier)
    assert ran.status == 1
    assert "this is no calendar" in ran.err


def test_an_instant_needs_its_distance_from_utc(rencontres, dossier):
    for word in ("2016-10-20", "2016-10-20T10:00:00", "tonight"):
        ran = publish(rencontres, dossier, at=word)
        assert ran.status == 2
        assert "is no instant" in ran.err


def test_sessions_that_vanish_are_told_to_the_office(rencontres, dossier):
    publish(rencontres, dossier)
    text = dossier.read_text("utf-8")
    start = text.index("[sessions.pause-30]")
    new = dossier.with_name("dossier-4.toml")
    new.write_text(
        (text[:start] + text[text.index("[sessions.prix]") :]).replace(
            "\nversion = 3\n", "\nversion = 4\n"
        ),
        "utf-8",
    )
    ran = publish(rencontres, new, "--previous", dossier, at=SECOND)
    assert ran.status == 0
    assert "RC804 sessions.pause-30" in ran.err


def test_a_folder_that_cannot_be_made_is_told(rencontres, dossier, tmp_path):
    (tmp_path / "out").write_text("a file", "utf-8")
    ran = publish(rencontres, dossier)
    assert ran.status == 1
    assert "cannot be written" in ran.err
    assert not (tmp_path / "ledger.json").exists()


def test_who_does_nothing_any_more_is_told_in_the_calendar_that_she_has(
    rencontres, dossier, tmp_path
):
    publish(rencontres, dossier)
    whole = load(dossier)
    for session in whole.sessions:
        roles = tuple(role for role in session.roles if role.holder != "marie-martin")
        items = tuple(attrs.evolve(item, roles=()) for item in session.items)
        whole = whole.change(session.id, roles=roles, items=items)
    new = tmp_path / "dossier-4.json"
    dump(attrs.evolve(whole, version=4), new)
    ran = publish(rencontres, new, "--languages", "fr", at=SECOND)
    assert ran.status == 0, ran.err
    calendar = (tmp_path / "out/people/marie-martin.fr.ics").read_bytes()
    assert calendar.count(b"BEGIN:VEVENT") == calendar.count(b"STATUS:CANCELLED") > 0
    assert "out/programme.zh-Hans.ics: of an earlier publication" in ran.err
    assert re.search(r"out/people/ \(\d+\): of an earlier publication", ran.err)
    assert "programme.fr.ics" not in ran.err


def test_who_is_forgotten_leaves_a_calendar_that_is_told_to_the_office(
    rencontres, dossier, tmp_path
):
    publish(rencontres, dossier, "--languages", "fr")
    new = tmp_path / "dossier-4.json"
    dump(attrs.evolve(forget(load(dossier), "marie-martin"), version=4), new)
    ran = publish(rencontres, new, "--languages", "fr", at=SECOND)
    assert ran.status == 0, ran.err
    assert "out/people/ (1): of an earlier publication" in ran.err
    assert b"marie-martin" not in (tmp_path / "ledger.json").read_bytes()


@pytest.mark.parametrize("name", ["out", "out/people", "out/programme.fr.ics", "./out/x/../people"])
def test_a_ledger_does_not_stand_in_the_place_of_what_is_published(
    rencontres, dossier, tmp_path, name
):
    ran = rencontres("publish", dossier, "--ledger", name, "--out", "out", "--at", FIRST)
    assert ran.status == 1
    assert "give another name" in ran.err
    assert not everything(tmp_path / "out")


@pytest.mark.parametrize("text", ["", '{"rencontres-ledger": 1,\n"namespace": "ren', "{}"])
def test_a_ledger_that_is_none_is_named_with_the_way_out(rencontres, dossier, tmp_path, text):
    (tmp_path / "ledger.json").write_text(text, "utf-8")
    ran = publish(rencontres, dossier)
    assert ran.status == 1
    assert "ledger.json: this is no ledger" in ran.err
    assert "--restart" in ran.err
    assert (tmp_path / "ledger.json").read_text("utf-8") == text


def test_a_publication_that_somebody_has_overtaken_writes_nothing(
    rencontres, dossier, tmp_path, monkeypatch
):
    publish(rencontres, dossier)
    before = everything(tmp_path / "out")
    ledger = tmp_path / "ledger.json"

    def overtaken(folder):
        ledger.write_text("{}", "utf-8")
        return locked(folder)

    monkeypatch.setattr("rencontres.cli.publishing.locked", overtaken)
    new = edited(dossier, 'hours = "16:00-17:30"', 'hours = "16:30-18:00"')
    ran = publish(rencontres, new, at=SECOND)
    assert ran.status == 1
    assert "somebody else has published meanwhile" in ran.err
    assert everything(tmp_path / "out") == before
    assert ledger.read_text("utf-8") == "{}"
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        "dossier-4.toml", "dossier.toml", "ledger.json", "out",
    ]  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="Windows locks no folder")
def test_two_publications_wait_for_one_another(tmp_path):
    order = []

    def second():
        with locked(tmp_path):
            order.append("second")

    other = threading.Thread(target=second)
    with locked(tmp_path):
        other.start()
        other.join(0.05)
        order.append("first")
    other.join()
    assert order == ["first", "second"]
