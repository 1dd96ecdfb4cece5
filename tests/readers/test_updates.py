"""What a subscriber has after a corrected programme: the right events, none of them twice."""

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import attrs
import oracles
import pytest
from icalendar import Calendar

from rencontres.formats import FEEDS, ICS
from rencontres.formats.settings import ICSOptions
from rencontres.model import Dossier, Name, Person, Role, Session
from rencontres.publishing import publish
from rencontres.sources import load
from rencontres.text import Text
from rencontres.views import Reader, view

EXAMPLES = Path(__file__).parents[2] / "examples/chengdu-2016"
SHANGHAI = ZoneInfo("Asia/Shanghai")
FIRST, SECOND = datetime(2016, 10, 1, tzinfo=UTC), datetime(2016, 10, 20, tzinfo=UTC)

CONFIGURATION = """
[general]
status_path = "{folder}/status"

[pair programme]
a = "published"
b = "local"
collections = null
conflict_resolution = "a wins"

[storage published]
{published}

[storage local]
type = "filesystem"
path = "{folder}/calendar"
fileext = ".ics"
"""

KHAL = """
[calendars]
[[programme]]
path = {folder}/calendar
type = calendar

[locale]
local_timezone = Asia/Shanghai
default_timezone = Asia/Shanghai
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M

[sqlite]
path = {folder}/khal.db
"""


class Subscriber:
    """Somebody who subscribed with vdirsyncer (PyPI) and looks with khal (PyPI)."""

    def __init__(self, folder, **published):
        self.folder = folder
        (folder / "calendar").mkdir()
        self.settings = folder / "vdirsyncer.ini"
        told = "\n".join(f'{name} = "{value}"' for name, value in published.items())
        self.settings.write_text(CONFIGURATION.format(folder=folder, published=told))
        self.khal = folder / "khal.conf"
        self.khal.write_text(KHAL.format(folder=folder))
        self.run("vdirsyncer", "-c", self.settings, "discover")

    def run(self, module, *arguments):
        environment = {
            name: value for name, value in os.environ.items() if "proxy" not in name.lower()
        }
        done = subprocess.run(
            [sys.executable, "-m", module, *map(str, arguments)],
            capture_output=True,
            check=False,
            env={**environment, "LC_ALL": "C.UTF-8", "HOME": str(self.folder)},
            encoding="utf-8",
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def synchronise(self):
        self.run("vdirsyncer", "-c", self.settings, "sync")

    def take(self, file):
        """Import a file with khal, without a question."""
        self.run("khal", "-c", self.khal, "import", "--batch", "-a", "programme", file)

    def events(self):
        """Return her events by identity; one that stands in two files is there twice."""
        found = {}
        for path in sorted((self.folder / "calendar").glob("*.ics")):
            (event,) = Calendar.from_ical(path.read_bytes()).events
            assert str(event["UID"]) not in found, "an event is there twice"
            found[str(event["UID"])] = event
        return found

    def shown(self, first, days):
        """Return what khal shows on these days."""
        listed = self.run(
            *("khal", "-c", self.khal, "list", "--once", "--notstarted", "--day-format", ""),
            *("--format", "{uid}|{start-long-full}|{title}", first, f"{days}d"),
        )
        return sorted(line for line in listed.splitlines() if "|" in line)


class Web:
    """A calendar on the web, fetched again and again; vdirsyncer gives it identities of its own."""

    def __init__(self, folder, feed):
        self.feed = feed
        self.subscriber = Subscriber(folder, type="http", url=feed.url)

    def publish(self, body):
        self.feed.body = body
        self.subscriber.synchronise()
        return self.subscriber.events()


class Server:
    """A calendar on a server, replaced at each release; identities are ours."""

    def __init__(self, folder, home):
        self.url = f"{home}/programme/"
        oracles.ask(self.url, "MKCALENDAR")
        self.subscriber = Subscriber(
            folder,
            type="caldav",
            url=self.url,
            username="office",
            password="x",  # noqa: S106
        )

    def publish(self, body):
        oracles.ask(self.url, "PUT", body, **{"Content-Type": "text/calendar; charset=utf-8"})
        self.subscriber.synchronise()
        return self.subscriber.events()


class Mail:
    """A file that comes by mail and is imported by hand, each version over the one before."""

    def __init__(self, folder):
        self.subscriber = Subscriber(folder, type="singlefile", path=folder / "none.ics")
        self.file = folder / "programme.ics"

    def publish(self, body):
        self.file.write_bytes(body)
        self.subscriber.take(self.file)
        return self.subscriber.events()


@pytest.fixture
def way(request, tmp_path):
    """One of the ways on which a programme comes to its readers."""
    oracles.needed("vdirsyncer")
    oracles.needed("khal")
    given = {Web: "feed", Server: "radicale"}.get(request.param)
    return request.param(tmp_path, *([request.getfixturevalue(given)] if given else []))


WAYS = [Web, Server, Mail]


def seen(event):
    return event["DTSTART"].dt, str(event["SUMMARY"]), str(event["STATUS"])


def at(hour):
    return datetime(2016, 10, 29, hour, tzinfo=SHANGHAI)


def programme():
    return Dossier(
        namespace="a.example",
        languages=("fr",),
        title=Text(fr="Rencontres"),
        version=1,
        sessions=tuple(
            Session(id_, title=Text(fr=title), start=at(hour), end=at(hour) + timedelta(hours=1))
            for id_, title, hour in (
                ("ouverture", "Ouverture", 9),
                ("atelier", "Atelier", 10),
                ("visite", "Visite", 14),
                ("diner", "Dîner", 19),
            )
        ),
    )


def corrected(old):
    """Return the next version: one session moved, one retitled, one removed, one added."""
    new = old.change("ouverture", start=at(11), end=at(12)).change(
        "atelier", title=Text(fr="Forum")
    )
    photo = Session("photo", title=Text(fr="Photo"), start=at(15), end=at(16))
    return attrs.evolve(new.without("visite").with_(photo), version=2)


# What a file no longer says, no import removes: by mail, what is cancelled has to be kept.
@pytest.mark.parametrize(
    ("way", "policy"),
    [(Web, "keep"), (Web, "drop"), (Server, "keep"), (Server, "drop"), (Mail, "keep")],
    indirect=["way"],
)
def test_a_corrected_programme_updates_a_calendar(way, policy):
    options, reader = ICSOptions(cancelled=policy), Reader("fr")
    old = programme()
    new, ledger = corrected(old), publish(old, None, at=FIRST)
    first = way.publish(ICS.one(view(old, reader, ledger=ledger), options).body)
    assert len(first) == 4
    assert len(way.subscriber.shown("2016-10-29", 1)) == 4

    ledger = publish(new, ledger, at=SECOND)
    found = way.publish(ICS.one(view(new, reader, ledger=ledger), options).body)
    expected = {
        "ouverture": (at(11), "Ouverture", "CONFIRMED"),
        "atelier": (at(10), "Forum", "CONFIRMED"),
        "diner": (at(19), "Dîner", "CONFIRMED"),
        "photo": (at(15), "Photo", "CONFIRMED"),
    }
    if policy == "keep":
        expected["visite"] = (at(14), "Annulé\u00a0: Visite", "CANCELLED")
    assert sorted(map(seen, found.values())) == sorted(expected.values())
    if not isinstance(way, Web):
        assert set(found) == {f"session.{id_}@a.example" for id_ in expected}
    told = [line.split("|")[1:] for line in way.subscriber.shown("2016-10-29", 1)]
    assert sorted(told) == sorted(
        [start.strftime("%Y-%m-%d %H:%M"), title] for start, title, _ in expected.values()
    )


@pytest.mark.parametrize("way", WAYS, indirect=True)
def test_from_april_to_october(way):
    reader = Reader("fr", "zh-Hans")
    april, october = load(EXAMPLES / "april.toml"), load(EXAMPLES / "october.toml")
    ledger = publish(april, None, at=datetime(2016, 4, 23, tzinfo=UTC))
    before = ICS.one(view(april, reader, ledger=ledger)).body
    assert way.publish(before)
    after = ICS.one(view(october, reader, ledger=publish(october, ledger, at=SECOND))).body
    found = way.publish(after)
    published = oracles.icalendar(after)
    told = sorted((str(start), title) for start, title, _ in map(seen, found.values()))
    shown = [
        (event["DTSTART"].dt, str(event["SUMMARY"])) for event in Calendar.from_ical(after).events
    ]
    assert told == sorted((str(start), title) for start, title in shown)
    assert len(found) == len(published)


def test_nothing_of_april_just_vanishes():
    reader = Reader("fr")
    april, october = load(EXAMPLES / "april.toml"), load(EXAMPLES / "october.toml")
    ledger = publish(april, None, at=datetime(2016, 4, 23, tzinfo=UTC))
    before = Calendar.from_ical(ICS.one(view(april, reader, ledger=ledger)).body).events
    ledger = publish(october, ledger, at=SECOND)
    after = Calendar.from_ical(ICS.one(view(october, reader, ledger=ledger)).body).events
    new = {str(event["UID"]): event for event in after}
    assert {str(event["UID"]) for event in before} <= set(new)
    # In April nobody had said when the Fair would be: that it is known is a revision of it.
    assert new["event.foire-ouest@rencontres.example.org"]["SEQUENCE"] == 1
    # The committee met as it had been said.
    assert new["session.seance-2016-05-09@rencontres.example.org"]["SEQUENCE"] == 0


@pytest.mark.parametrize("way", WAYS, indirect=True)
def test_her_own_calendar_loses_what_she_was_taken_off_and_what_was_removed(way):
    anne = Person("anne", names=(Name("fr", "Anne"),))
    speaks = (Role("speaker", "anne", confirmation="confirmed"),)
    old = programme().with_(anne)
    for id_ in ("ouverture", "atelier", "visite"):
        old = old.change(id_, roles=speaks)
    new = attrs.evolve(old.without("visite").change("atelier", roles=()), version=2)
    reader = Reader("fr", audience="partners")

    def hers(dossier, ledger):
        (document,) = FEEDS(view(dossier, reader, ledger=ledger))
        return document.body

    ledger = publish(old, None, at=FIRST)
    assert len(way.publish(hers(old, ledger))) == 3
    found = way.publish(hers(new, publish(new, ledger, at=SECOND)))
    assert sorted(map(seen, found.values())) == [
        (at(9), "Ouverture (intervention)", "CONFIRMED"),
        (at(10), "Annulé\u00a0: Atelier", "CANCELLED"),
        (at(14), "Annulé\u00a0: Visite", "CANCELLED"),
    ]
