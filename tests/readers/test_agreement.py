"""Readers of other people see the same events in a calendar: instants, titles, places, people."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import oracles
import pytest

from rencontres.formats import ICS
from rencontres.formats.settings import ICSOptions
from rencontres.model import Dossier, Name, Person, Role, Session, Side
from rencontres.text import Text
from rencontres.views import Reader, view

GOLDEN = Path(__file__).parents[1] / "formats/golden"
PLENARY = Path(__file__).parents[1] / "formats/plenary"
CALENDARS = sorted([*GOLDEN.glob("*.ics"), *PLENARY.glob("*.ics")])
NASTY = "会" * 40 + ' 👨‍👩‍👧‍👦🇫🇷 \\ ; , : " « é » C:\\new ^n\tTAB\nLigne 2'


def clocks(*keys):
    """Return a programme with sessions around each change of hour of several zones."""
    starts = [
        datetime(year, month, day, hour, 30, tzinfo=ZoneInfo(key))
        for key in keys
        for year, month, day in ((2016, 1, 15), (2016, 7, 15), (2025, 3, 30), (2025, 10, 26), (2041, 7, 1))
        for hour in (0, 4, 12)
    ]  # fmt: skip
    return held(starts)


def held(starts):
    """Return a programme with a session of an hour at each of several moments."""
    ends = [
        (start.astimezone(UTC) + timedelta(hours=1)).astimezone(start.tzinfo) for start in starts
    ]
    return Dossier(
        namespace="a.example",
        languages=("fr",),
        title=Text(fr="Horloges"),
        sessions=tuple(
            Session(f"s{number}", title=Text(fr=f"Séance {number}"), start=start, end=end)
            for number, (start, end) in enumerate(zip(starts, ends, strict=True))
        ),
    )


def people():
    """Return a programme of the own team with nasty words and people in it."""
    shanghai = ZoneInfo("Asia/Shanghai")
    names = ["Durand, Anne", "张伟", 'Zoé "Zozo" O’Brien', "a;b:c"]
    holders = tuple(
        Person(f"p{number}", side="fr", names=(Name("fr", name),), email=f"p{number}@example.org")
        for number, name in enumerate(names)
    )
    start = datetime(2016, 10, 29, 9, tzinfo=shanghai)
    return Dossier(
        namespace="a.example",
        languages=("fr",),
        title=Text(fr="Équipe"),
        sides=(Side("fr", name=Text(fr="France"), zone="Europe/Paris", languages=("fr",)),),
        people=holders,
        sessions=(
            Session(
                "s",
                title=Text.same(NASTY.replace("\n", " ")),
                description=Text.same(NASTY),
                start=start,
                end=start + timedelta(hours=2),
                roles=tuple(Role("speaker", each.id, confirmation="confirmed") for each in holders),
            ),
        ),
    )


def team():
    reader = Reader("fr", audience="internal", side="fr")
    options = ICSOptions(attendees=True, organiser="bureau@example.org", reminders=(15,))
    return ICS.one(view(people(), reader), options).body


def zones(*keys):
    return ICS.one(view(clocks(*keys), Reader("fr"))).body


READERS = [oracles.ical, oracles.vobject, oracles.icaljs, oracles.libical]


def called(reader):
    return reader.__name__


@pytest.mark.parametrize("path", CALENDARS, ids=lambda path: f"{path.parent.name}-{path.stem}")
@pytest.mark.parametrize("reader", READERS, ids=called)
def test_readers_see_the_same_events(reader, path):
    body = path.read_bytes()
    seen = reader(body)
    assert seen == oracles.icalendar(body)
    assert len(seen) == body.count(b"BEGIN:VEVENT")


def told(dossier):
    """Return what a dossier says: by UID the instants of its sessions."""
    return {
        f"session.{each.id}@{dossier.namespace}": (each.start.astimezone(UTC), each.end.astimezone(UTC))
        for each in dossier.sessions
    }  # fmt: skip


KEYS = ("Europe/Paris", "Asia/Shanghai", "America/New_York", "Australia/Lord_Howe")


@pytest.mark.parametrize("reader", [oracles.icalendar, *READERS], ids=called)
def test_instants_are_those_of_the_dossier_in_every_zone(reader):
    seen = reader(zones(*KEYS))
    assert {uid: (each.start, each.end) for uid, each in seen.items()} == told(clocks(*KEYS))


NIGHTS = {
    "Europe/Paris": (2025, 10, 26, 2, 30),
    "America/New_York": (2025, 11, 2, 1, 30),
    "America/St_Johns": (2009, 10, 31, 23, 30),
    "Australia/Lord_Howe": (2026, 4, 5, 1, 45),
}
"""An hour that the clocks tell twice."""


@pytest.mark.parametrize("reader", [oracles.icalendar, *READERS], ids=called)
def test_hours_that_the_clocks_tell_twice_are_told_apart(reader):
    starts = [
        datetime(*wall, fold=fold, tzinfo=ZoneInfo(key))
        for key, wall in NIGHTS.items()
        for fold in (0, 1)
    ]
    seen = reader(ICS.one(view(held(starts), Reader("fr"))).body)
    assert [each.start for each in seen.values()] == sorted(
        start.astimezone(UTC) for start in starts
    )
    assert {each.end - each.start for each in seen.values()} == {timedelta(hours=1)}


@pytest.mark.parametrize("reader", [oracles.icalendar, *READERS], ids=called)
def test_words_and_people_are_those_of_the_dossier(reader):
    (seen,) = reader(team()).values()
    dossier = people()
    (slot,) = view(dossier, Reader("fr", audience="internal", side="fr")).slots()
    assert seen.summary == slot.title[0]
    assert seen.description.endswith(slot.description[0])
    if reader is oracles.vobject:  # It knows no RFC 6868 and shows carets as they stand.
        seen = seen._replace(
            people=tuple((name.replace("^'", '"'), mail) for name, mail in seen.people)
        )
    assert seen.people == tuple(
        (each.names[0].family, f"mailto:{each.email}") for each in dossier.people
    )


# --- when only the definitions in the file can tell ----------------------------------------------


def renamed(body):
    """Return a calendar whose zones have names that no reader knows."""
    flat = body.replace(b"\r\n ", b"")
    return re.sub(rb"(TZID[:=])[A-Za-z]+/([A-Za-z_]+)", rb"\1Nowhere-\2", flat)


# ical takes a zone of its own with one observance for UTC.
ALONE = [oracles.icalendar, oracles.vobject, oracles.icaljs, oracles.libical]


@pytest.mark.parametrize("path", CALENDARS, ids=lambda path: f"{path.parent.name}-{path.stem}")
@pytest.mark.parametrize("reader", ALONE, ids=called)
def test_readers_see_the_same_events_by_the_definitions_alone(reader, path):
    body = path.read_bytes()
    assert b"Asia/Shanghai" not in renamed(body).replace(b"X-WR-TIMEZONE:Asia/Shanghai", b"")
    assert reader(renamed(body)) == oracles.icalendar(body)


@pytest.mark.parametrize("reader", [*ALONE, oracles.ical], ids=called)
def test_instants_are_right_by_the_definitions_alone(reader):
    keys = [key for key in KEYS if reader is not oracles.ical or key != "Asia/Shanghai"]
    seen = reader(renamed(zones(*keys)))
    assert {uid: (each.start, each.end) for uid, each in seen.items()} == told(clocks(*keys))


# --- calcurse ------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", CALENDARS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_calcurse_imports_everything(path):
    body = path.read_bytes()
    timed, days = oracles.calcurse(body)
    expected = oracles.icalendar(body).values()
    hours = [each for each in expected if isinstance(each.start, datetime)]
    assert timed == sorted((each.start, each.end or each.start, each.summary) for each in hours)
    assert days == sorted({each.summary for each in expected if each not in hours})
