"""What holds in every calendar, whatever is asked for: by everybody, of each person, of tasks."""

import re
from datetime import datetime, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import oracles
from calendars import at, components, lines, published
from hypothesis import given
from hypothesis import strategies as st

from rencontres.formats import FEEDS, ICS
from rencontres.formats.feeds import FeedsOptions
from rencontres.formats.settings import ICSOptions
from rencontres.model import Action, Event, Session
from rencontres.sources import load
from rencontres.text import Text
from rencontres.views import Reader, view
from rencontres.when import When

SAMPLES = Path(__file__).parents[1] / "samples"
READERS = [
    Reader("fr"),
    Reader("zh-Hans", "fr"),
    Reader("en", zone="Europe/Paris", audience="partners"),
    Reader("fr", audience="internal", side="fr"),
]
ASKED = st.fixed_dictionaries(
    {},
    optional={
        "name": st.sampled_from(["Coopération, 合作; x", "a\r\nBEGIN:VEVENT"]),
        "per": st.just("event"),
        "bilingual": st.just("apart"),
        "cancelled": st.just("drop"),
        "cancelled_days": st.sampled_from([1, 30]),
        "reminders": st.sampled_from([(0,), (15, 1440, 10080)]),
        "refresh": st.sampled_from([1, 24, 168]),
        "source": st.just("webcal://例子.中国/日程 v2.ics"),
        "colour": st.just("SteelBlue"),
        "method": st.just("PUBLISH"),
        "organiser": st.just("bureau@例子.example"),
        "open": st.just(True),
        **dict.fromkeys(("utc", "phone", "todos", "attendees", "strip_bidi"), st.just(True)),
        **dict.fromkeys(("language", "deadlines"), st.just(False)),
    },
)


def fitting(asked):
    """Return options without those that do not go together."""
    if "method" in asked:
        asked = {name: value for name, value in asked.items() if name != "attendees"}
    if {"method", "attendees"} & set(asked):
        asked = {**asked, "organiser": "bureau@例子.example"}
    return asked


@cache
def moved():
    """Return the day with deadlines, whole days and an hour that comes twice; then much of it changed."""
    night = datetime(2016, 10, 30, 2, 30, tzinfo=ZoneInfo("Europe/Paris"))
    old = load(SAMPLES / "day.toml")
    for thing in (
        Session(
            "nuit", title=Text(fr="Nuit\u202e\n,;\\"), start=night, end=night + timedelta(hours=2)
        ),
        Session("bref", title=Text(fr="Bref"), start=at(9), end=None),
        Session("jour", title=Text(fr="Jour"), when=When("2016-10-29")),
        Event("suite", title=Text(fr="Suite\nà venir"), when=When("2016-11-03/2016-11-04")),
        Action("lettre", title=Text(fr="Lettre"), due=When("2016-09-01"), owners=("marie-martin",)),
        Action("note", title=Text(fr="Note"), due=When("2016-22"), owners=("marie-martin",)),
        Action("liste", title=Text(fr="Liste"), status="done", owners=("marie-martin",)),
    ):
        old = old.with_(thing)
    new = old.change("pleniere-1", start=at(17), end=at(18)).change("note", status="dropped")
    new = new.change("s-w5", confirmation="cancelled", roles=()).without("diner").without("suite")
    return new, published(old, new)


UTC_ONLY = ("DTSTAMP", "CREATED", "LAST-MODIFIED", "COMPLETED")
STATUS = {
    "VEVENT": {"CONFIRMED", "TENTATIVE", "CANCELLED"},
    "VTODO": {"NEEDS-ACTION", "IN-PROCESS", "COMPLETED", "CANCELLED"},
}


def written(asked, reader):
    """Return all documents that are asked for."""
    dossier, ledger = moved()
    seen = view(dossier, reader, ledger=ledger)
    calendars = ICSOptions(**{name: asked[name] for name in asked if name != "open"})
    return [*ICS(seen, calendars), *FEEDS(seen, FeedsOptions(**asked))]


@given(ASKED.map(fitting), st.sampled_from(READERS))
def test_three_readers_agree_and_the_standards_are_kept(asked, reader):
    for document in written(asked, reader):
        seen = oracles.libical(document.body)  # checks RFC 5545 and 5546, too
        assert seen == oracles.icalendar(document.body) == oracles.ical(document.body)


@given(ASKED.map(fitting), st.sampled_from(READERS))
def test_every_calendar_is_one_that_no_reader_stumbles_over(asked, reader):
    options = FeedsOptions(**asked)
    for document in written(asked, reader):
        body = document.body
        told = lines(body)
        assert max(map(len, body.split(b"\r\n"))) <= 75
        assert body.count(b"\n") == body.count(b"\r\n") == body.count(b"\r")
        assert not re.search(
            "[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff]", body.decode()
        )
        assert all(line.partition(":")[2].strip() for line in told)
        assert told.count("BEGIN:VCALENDAR") == 1
        named = set(re.findall(r";TZID=([^:;]+)", "\n".join(told)))
        assert [line[5:] for line in told if line.startswith("TZID:")] == sorted(named)
        kinds = {kind: components(body, kind) for kind in STATUS}
        method = "" if kinds["VTODO"] else options.method
        assert [f"METHOD:{method}"] * bool(method) == [x for x in told if x.startswith("METHOD")]
        assert document.content_type.count("; method=PUBLISH") == bool(method)
        assert not (kinds["VEVENT"] and kinds["VTODO"])
        for line, following in pairwise(told):  # what stands after a reminder, some pass over
            assert line != "END:VALARM" or following in ("BEGIN:VALARM", "END:VEVENT")
        for kind, found in kinds.items():
            for entry in found.values():
                check(kind, entry, options)


def check(kind, entry, options):
    """Say what is wrong with an entry."""
    assert {"UID", "DTSTAMP", "SUMMARY"} <= set(entry)
    assert entry.get("STATUS", "CONFIRMED") in STATUS[kind]
    assert all(entry[name].endswith("Z") for name in UTC_ONLY if name in entry)
    assert not any("\\n" in entry.get(name, "") for name in ("SUMMARY", "LOCATION", "CATEGORIES"))
    assert ("ORGANIZER" in entry) == bool(options.organiser)
    assert "ATTENDEE" not in entry or options.attendees
    assert len(entry.text("DESCRIPTION") if "DESCRIPTION" in entry else "") < 1000
    if kind == "VTODO":
        assert not entry.inside
        assert "DTSTART" not in entry
        return
    whole = "VALUE=DATE" in entry.params["DTSTART"]
    assert "DTEND" in entry or not whole
    if whole or "Z" in entry["DTSTART"] == "Z" in entry.get("DTEND", ""):
        assert entry["DTSTART"] < entry.get("DTEND", "99991231")
    idle = entry.get("STATUS") == "CANCELLED"
    assert len(entry.inside) == (0 if whole or idle else len(options.reminders))
    for alarm in entry.inside:
        assert {"ACTION", "TRIGGER", "DESCRIPTION"} <= set(alarm)
        assert "\\n" not in alarm["DESCRIPTION"]
    assert whole <= (entry.get("TRANSP", "TRANSPARENT") == "TRANSPARENT")
