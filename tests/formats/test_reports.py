"""Reports about calendars beside the labelled ones: each test names a rule, each row its report."""

import re
from datetime import date

import oracles
import pytest
from calendars import components, event, lines, published

from rencontres.formats import FEEDS, ICS
from rencontres.formats.feeds import FeedsOptions
from rencontres.formats.settings import ICSOptions
from rencontres.sources import load_data
from rencontres.text import Text
from rencontres.views import Reader, view
from rencontres.when import When

FR, ZH, BOTH = Reader("fr"), Reader("zh-Hans"), Reader("fr", "zh-Hans")
TEAM = Reader("fr", audience="internal", side="fr")
INVITED = {"attendees": True, "organiser": "bureau@example.org"}


def programme(**changes):
    """Return a dossier of one session; a change names a field by its path, dots as `__`."""
    data = {
        "rencontres": 1,
        "namespace": "a.example",
        "languages": ["fr", "zh-Hans"],
        "title": {"fr": "Rencontres", "zh-Hans": "论坛"},
        "sides": {
            "fr": {"name": "France", "country": "FR", "zone": "Europe/Paris", "languages": ["fr"]},
            "cn": {"name": "中方", "country": "CN", "zone": "Asia/Shanghai", "languages": ["zh-Hans"]},
        },
        "places": {
            "ville": {"name": {"fr": "Chengdu", "zh-Hans": "成都"}, "side": "cn", "zone": "Asia/Shanghai"},
            "lieu": {"name": {"fr": "Centre", "zh-Hans": "中心"}, "within": "ville", "side": "cn"},
        },
        "rooms": {"salle": {"name": {"fr": "Salle 1", "zh-Hans": "1号厅"}, "place": "lieu"}},
        "events": {
            "e": {"title": "Rencontres", "when": "2016-10-28/2016-10-30", "place": "ville"},
            "f": {"title": "Foire", "when": "2016-11-03/2016-11-04", "place": "ville"},
        },
        "people": {
            "p": {"names": {"fr": {"family": "Durand", "given": "Anne"}}, "side": "fr", "email": "anne@example.org"}
        },
        "sessions": {
            "s": {
                "event": "e",
                "title": {"fr": "Ouverture", "zh-Hans": "开幕式"},
                "day": "2016-10-29",
                "hours": "09:00-10:30",
                "room": "salle",
                "roles": {"speaker": ["p"]},
            },
            "t": {"event": "f", "title": "Visite", "day": "2016-11-03", "hours": "09:00-10:00", "room": "salle"},
        },
        "actions": {"a": {"title": "Lettre", "owners": ["p"], "due": "2016-09-01", "event": "e"}},
    }  # fmt: skip
    for path, value in changes.items():
        *above, last = path.split("__")
        table = data
        for name in above:
            table = table[name]
        table[last] = value
    return load_data(data)


def written(dossier, reader=FR, **options):
    return ICS.one(view(dossier, reader), ICSOptions(**options)).body


def every(dossier, reader, **options):
    """Return all calendars of a dossier."""
    seen = view(dossier, reader)
    found = [*ICS(seen, ICSOptions(**options)), *FEEDS(seen, FeedsOptions(**options))]
    return [document.body for document in found]


# --- titles and places stand on one line ------------------------------------------------------

BROKEN = "un\n\n deux \n"
"""calcurse passes over an entry whose title has a line end (lfos/calcurse#414); Outlook and
Thunderbird run the lines of a place together (pretix/pretix#3032, sebbo2002/ical-generator#318)."""

SHORT = ("SUMMARY", "LOCATION", "NAME", "X-WR-CALNAME", "CATEGORIES")


@pytest.mark.parametrize(
    "field",
    [
        "title",
        "events__e__title",
        "events__f__title",
        "sessions__s__title",
        "rooms__salle__name",
        "rooms__salle__floor",
        "places__lieu__name",
        "places__lieu__address",
        "places__ville__name",
        "actions__a__title",
    ],
)
@pytest.mark.parametrize(
    "options", [{}, {"per": "event"}, {"todos": True}, {"phone": True}], ids=str
)
def test_titles_and_places_stand_on_one_line(field, options):
    broken = programme(**{field: BROKEN})
    for reader in (TEAM, ZH, BOTH):
        for body in every(broken, reader, reminders=(5,), **options):
            for line in lines(body):
                assert not (line.startswith(SHORT) and "\\n" in line)
            for entry in components(body).values():
                assert all("\\n" not in alarm["DESCRIPTION"] for alarm in entry.inside)


def test_a_title_of_two_lines_is_imported_by_calcurse():
    timed, _ = oracles.calcurse(written(programme(sessions__s__title=BROKEN)))
    assert [title for *_, title in timed] == ["un deux", "Visite"]


@pytest.mark.parametrize(
    ("side", "reader", "where"),
    [
        ("fr", FR, "Salle 1, Centre, 12 rue X, 69001 Lyon"),
        ("cn", ZH, "示例大道1号2号楼中心1号厅"),
    ],
)
def test_the_lines_of_an_address_are_clauses_of_a_place(side, reader, where):
    address = {"fr": "12 rue X,\n69001 Lyon", "zh-Hans": "示例大道1号\n2号楼"}
    placed = programme(places__lieu__address=address, places__lieu__side=side)
    assert event(written(placed, reader), "s").text("LOCATION") == where


def test_the_driver_is_shown_an_address_on_one_line():
    placed = programme(places__lieu__address={"zh-Hans": "示例大道1号\n2号楼"})
    said = event(written(placed), "s").text("DESCRIPTION")
    assert "chauffeur\u00a0: 示例大道1号，2号楼，中心\n" in f"{said}\n"


# --- signs that turn the direction are left out everywhere, or nowhere ------------------------

TURNED = "ab\u202ecd\u2066ef"


@pytest.mark.parametrize(
    "options", [{}, {"per": "event"}, {"todos": True}, {"phone": True}], ids=str
)
def test_signs_that_turn_the_direction_are_left_out_everywhere_when_asked(options):
    turned = programme(
        title=TURNED,
        events__e__title=TURNED,
        events__f__title=TURNED,
        sessions__s__title=TURNED,
        sessions__s__description=TURNED,
        rooms__salle__name=TURNED,
        actions__a__title=TURNED,
        people__p__names={"fr": {"family": TURNED}},
    )
    for strip in (True, False):
        for reader in (TEAM, BOTH):
            for name in ("", TURNED):
                given_ = {
                    "reminders": (5,),
                    "strip_bidi": strip,
                    "name": name,
                    **INVITED,
                    **options,
                }
                bodies = every(turned, reader, **given_)
                assert any(b"ab" in body for body in bodies)
                assert any("\u202e" in body.decode() for body in bodies) is not strip


# --- addresses --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("mail", "told"),
    [  # RFC 6068 §2: what would end the address, or begin another part, is encoded
        ("o'hara+x@example.org", "o'hara+x@example.org"),
        ("a%b@example.org", "a%25b@example.org"),
        ("a/b=c&d?e#f@example.org", "a%2Fb%3Dc%26d%3Fe%23f@example.org"),
        ("zo\u00e9@\u00e9t\u00e9.example", "zo%C3%A9@xn--t-9fab.example"),
        ("a@example.org.", "a@example.org"),
    ],
)
def test_whatever_address_a_person_may_have_an_attendee_has(mail, told):
    entry = event(written(programme(people__p__email=mail), TEAM, **INVITED), "s")
    assert [value for _, value in entry["ATTENDEE"]] == [f"mailto:{told}"]


def test_an_address_that_two_people_share_stands_once_however_it_is_written():
    name = {"fr": {"family": "Li"}}
    two = {
        "p": {"names": name, "side": "fr", "email": "bureau@\u4f8b\u5b50.example"},
        "q": {"names": name, "side": "fr", "email": "BUREAU@xn--fsqu00a.example"},
    }
    both = programme(people=two, sessions__s__roles={"speaker": ["p", "q"]})
    assert len(event(written(both, TEAM, **INVITED), "s")["ATTENDEE"]) == 1


# --- tasks ------------------------------------------------------------------------------------


def tasks(dossier, **options):
    """Return the tasks of a dossier, of everybody and of their owner."""
    bodies = every(dossier, TEAM, todos=True, **options)
    return [task for body in bodies for task in components(body, "VTODO").values()]


def test_a_task_that_is_done_says_since_when():
    """Nextcloud takes it for open without COMPLETED (nextcloud/tasks#2428 and PR#2429)."""
    done = programme(actions__a__status="done", revised="2016-10-20T10:00:00Z")
    for task in tasks(done):
        assert (task["STATUS"], task["COMPLETED"]) == ("COMPLETED", "20161020T100000Z")
    assert not any("COMPLETED" in task for task in tasks(programme(actions__a__status="done")))
    ledger = published(programme(), done)
    seen = view(done, TEAM, ledger=ledger)
    (task,) = components(ICS(seen, ICSOptions(todos=True))[1].body, "VTODO").values()
    assert task["COMPLETED"] == task["LAST-MODIFIED"] == "20161001T000000Z"


def test_what_was_given_up_is_dropped_when_asked_be_it_a_task_a_deadline_or_an_event():
    """Many show cancelled tasks among the open ones (nextcloud/tasks#1060, tasks/tasks#1439)."""
    off = programme(actions__a__status="dropped", events__f__confirmation="cancelled")
    off = off.without("t")
    assert [task["STATUS"] for task in tasks(off)] == ["CANCELLED"] * 2
    assert not tasks(off, cancelled="drop")
    told = {uid for body in every(off, TEAM) for uid in components(body)}
    assert {"event.f@a.example", "action.a@a.example"} <= told
    kept = {uid for body in every(off, TEAM, cancelled="drop") for uid in components(body)}
    assert kept == {"session.s@a.example"}


def test_what_was_given_up_is_kept_for_as_many_days_as_asked():
    first = programme().without("t")
    off = first.change("a", status="dropped").change("f", confirmation="cancelled")
    ledger = published(first, off, off.change("s", title=Text(fr="Autre")))
    for days, kept in ((0, True), (20, True), (19, False)):
        seen = view(off, TEAM, ledger=ledger)
        (body,) = (each.body for each in ICS(seen, ICSOptions(cancelled_days=days)))
        told = {uid.partition("@")[0] for uid in components(body)}
        assert ("event.f" in told) is ("action.a" in told) is kept


# --- dates at the end of all days -------------------------------------------------------------


@pytest.mark.parametrize(
    "reader", [oracles.icalendar, oracles.ical, oracles.icaljs, oracles.libical]
)
def test_a_date_that_stands_for_never_does_not_lose_the_calendar(reader):
    """9999-12-31 has no day after it, which is where other events of whole days end."""
    far = programme(events__f__when="2016-11-03/9999-12-31", actions__a__due="9999-12-31")
    seen = reader(written(far.without("t"), TEAM))
    assert len(seen) == 3
    assert seen["action.a@a.example"].start == date(9999, 12, 31)


# --- what files are called --------------------------------------------------------------------


@pytest.mark.parametrize("id_", ["con", "nul", "aux", "com1", "lpt9"])
def test_no_file_is_called_like_a_device_of_windows(id_):
    anne = {"names": {"fr": {"family": "Durand"}}, "side": "fr"}
    held = {"title": "S", "when": "2016-10-29", "roles": {"speaker": [id_]}}
    hers = programme(people={id_: anne}, sessions={"s": held}, actions={})
    for options in ({}, {"per": "event"}, {"phone": True}, {"todos": True}):
        (own, *_) = FEEDS(view(hers, TEAM), FeedsOptions(**options))
        assert str(own.path).startswith(f"{id_}_.fr")
    assert str(ICS.one(view(hers, TEAM).of(id_)).path) == f"{id_}_.fr.ics"
    alone = programme(sessions={id_: {"title": "S", "when": "2016-10-29"}})
    names = [str(each.path) for each in ICS(view(alone, FR), ICSOptions(per="event"))]
    assert f"programme.fr/{id_}_.ics" in names


@pytest.mark.parametrize(
    "uid",
    [
        "../../evil/x",  # Foundry376/Mailspring-Sync PR#132, Kozea/Radicale#845
        "https://example.org//a/b",  # python-caldav/caldav#143, nextcloud/server#19980
        "%2e%2e%2f@example.org",
        "040000008200E00074C5B7101A82E008" * 10,  # tine20/tine20#3053
        "a b;c,d\\e:f@\u4f8b.org",
    ],
)
def test_an_identity_from_elsewhere_is_a_text_and_no_path(uid):
    kept = programme(sessions__s__uid=uid)
    for options in ({}, {"per": "event"}, {"phone": True}):
        documents = ICS(view(kept, FR), ICSOptions(**options))
        assert all(re.fullmatch(r"programme\.fr(/[a-z])?\.ics", str(d.path)) for d in documents)
        seen = [oracles.icalendar(d.body) for d in documents] + [
            oracles.ical(d.body) for d in documents
        ]
        assert sum(uid in each for each in seen) == 2


# --- whole days and nights --------------------------------------------------------------------


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Paris"])
def test_a_whole_day_is_the_same_day_in_every_zone(zone):
    """calendar-link#678, tutao/tutanota#2174, sebbo2002/ical-generator#38, Dolibarr/dolibarr#12051."""
    whole = programme(
        sessions__s__day=None, sessions__s__hours=None, sessions__s__when="2016-10-30"
    )
    for options in ({}, {"utc": True}, {"per": "event"}):
        bodies = every(whole, Reader("fr", zone=zone, audience="partners"), **options)
        entries = [each for body in bodies for each in components(body).values()]
        days = {
            (each["UID"], each["DTSTART"], each["DTEND"])
            for each in entries
            if "DATE" in each.params["DTSTART"]
        }
        assert {day for day in days if day[0].startswith("session.s")} == {
            ("session.s@a.example", "20161030", "20161031")
        }


def test_an_event_whose_sessions_have_no_day_yet_stands_in_the_calendar_itself():
    """A programme in spring: its days are known, its hours are not (indico/indico#589)."""
    spring = programme(sessions={"s": {"event": "e", "title": "S"}}, actions={})
    assert set(components(written(spring))) == {"event.e@a.example", "event.f@a.example"}
    autumn = spring.change("s", when=When("2016-10-29"))
    assert set(components(written(autumn))) == {"session.s@a.example", "event.f@a.example"}
