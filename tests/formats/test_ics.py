# ruff: noqa: N802 - names of tests begin with those of the reported cases
"""A programme as a calendar; names of tests begin with those of the cases that they hold."""

import re
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import attrs
import pytest
from calendars import RELEASES, at, components, event, lines, published
from hypothesis import given
from hypothesis import strategies as st

from rencontres.errors import DossierError, OptionsError
from rencontres.formats import ICS
from rencontres.formats.settings import ICSOptions
from rencontres.model import (
    Action,
    Dossier,
    Event,
    Item,
    Name,
    Person,
    Place,
    Post,
    Role,
    Room,
    Session,
    Side,
)
from rencontres.publishing import publish
from rencontres.text import Text
from rencontres.views import Reader, Selection, view
from rencontres.when import When

PLENARY = Path(__file__).parent / "plenary"
FR, ZH, BOTH = Reader("fr"), Reader("zh-Hans"), Reader("fr", "zh-Hans")
READERS = [FR, ZH, BOTH, Reader("zh-Hans", "fr"), Reader("en"), Reader("en", "zh-Hans")]
PARTNERS = Reader("fr", audience="partners")
TEAM = Reader("fr", audience="internal", side="fr")


def name(reader):
    return "+".join(reader.languages) if isinstance(reader, Reader) else None


def written(dossier, reader=FR, ledger=None, selection=None, **options):
    programme = view(dossier, reader, selection or Selection(), ledger=ledger)
    return ICS.one(programme, ICSOptions(**options)).body


def small(*sessions, **fields):
    """Return a dossier in Chengdu with these sessions."""
    given_ = {
        "namespace": "a.example",
        "languages": ("fr", "zh-Hans"),
        "title": Text(fr="Rencontres de Chengdu", zh_Hans="成都中法论坛"),
        "sides": (
            Side("cn", name=Text(fr="partie chinoise", zh_Hans="中方"), zone="Asia/Shanghai", languages=("zh-Hans",)),
            Side("fr", name=Text(fr="partie française", zh_Hans="法方"), zone="Europe/Paris", languages=("fr",)),
        ),
    }  # fmt: skip
    return Dossier(**(given_ | fields), sessions=sessions)


def session(id_="s", **fields):
    given_ = {"title": Text(fr="Séance", zh_Hans="会议"), "start": at(9), "end": at(10)}
    return Session(id_, **(given_ | fields))


# --- what readers want to see ----------------------------------------------------------------


@pytest.mark.parametrize("reader", [FR, ZH, BOTH], ids=name)
def test_the_plenary_is_written_octet_by_octet(day, ledger, reader):
    hers = view(day, reader, Selection(people=["marie-martin"]), ledger=ledger)
    assert ICS.one(hers).body == (PLENARY / f"{name(reader)}.ics").read_bytes()


@pytest.mark.parametrize(
    ("id_", "fr", "zh"),
    [
        (
            "s-w5",
            "Atelier 5 – Protection et mise en valeur du patrimoine",
            "分论坛五：历史文化遗迹保护与开发",
        ),
        ("s-w1", "Annulé : Atelier 1 – Soutien à l’innovation", "【取消】分论坛一：创新创业"),
        ("pause", "Pause-café", "茶歇"),
    ],
)
def test_titles_in_each_language_and_in_both(day, ledger, id_, fr, zh):
    told = [
        event(written(day, reader, ledger), id_).text("SUMMARY").replace("\u00a0", " ")
        for reader in (FR, ZH, BOTH)
    ]
    assert told == [fr, zh, f"{fr} / {zh}"]


def test_titles_of_what_is_unsure(second):
    told = [
        event(written(second, reader), "pleniere-1").text("SUMMARY").replace("\u00a0", " ")
        for reader in (FR, ZH, BOTH)
    ]
    fr, zh = "Séance plénière (à confirmer)", "主论坛（待确认）"
    assert told == [fr, zh, f"{fr} / {zh}"]
    assert event(written(second), "pleniere-1")["STATUS"] == "TENTATIVE"


@pytest.mark.parametrize(
    ("reader", "title"),
    [
        (FR, "Séance plénière (Rencontres de Chengdu)"),
        (ZH, "主论坛（成都中法论坛）"),
        (BOTH, "Séance plénière / 主论坛 (Rencontres de Chengdu / 成都中法论坛)"),
    ],
    ids=name,
)
def test_a_single_entry_names_its_event(day, reader, title):
    documents = ICS(view(day, reader), ICSOptions(per="event"))
    (alone,) = (each for each in documents if each.about == "pleniere-1")
    assert str(alone.path) == f"programme.{name(reader)}/pleniere-1.ics"
    assert event(alone.body, "pleniere-1").text("SUMMARY") == title


def test_the_event_is_named_by_the_calendar_and_not_by_every_entry(day):
    body = written(day, FR)
    assert "NAME;LANGUAGE=fr:Rencontres de Chengdu" in lines(body)
    assert all("Chengdu" not in each["SUMMARY"] for each in components(body).values())


def test_what_moved_says_from_where_in_each_language(day):
    old = day.change("pleniere-1", start=at(15), end=at(16, 30)).change("s-w4", room="salle-1")
    ledger = published(old, day)
    body = written(day, BOTH, ledger)
    said = event(body, "pleniere-1").text("DESCRIPTION").replace("\u00a0", " ").splitlines()
    assert said[0] == "Nouvel horaire. Auparavant : 15 h 00."
    assert said[said.index("") + 1 :].count("时间调整，原定15:00。") == 1
    assert event(body, "pleniere-1").text("SUMMARY") == "Séance plénière / 主论坛"
    room = event(body, "s-w4").text("DESCRIPTION").replace("\u00a0", " ")
    assert room.startswith("Nouvelle salle. Auparavant : Salle 1.\n")
    assert "\n地点调整，原为1号会议室。\n" in room


def test_what_ends_otherwise_says_from_when_to_when(day):
    ledger = published(day.change("pleniere-1", end=at(18)), day)
    said = event(written(day, FR, ledger), "pleniere-1").text("DESCRIPTION")
    first = said.splitlines()[0].replace("\u00a0", " ")
    assert first == "Nouvel horaire. Auparavant : 16 h 00 – 18 h 00."


def test_what_moved_to_another_day_says_from_which(day):
    ledger = published(day.change("pleniere-1", start=at(15, day=28), end=at(16, day=28)), day)
    said = event(written(day, FR, ledger), "pleniere-1").text("DESCRIPTION")
    assert "28 octobre" in said.splitlines()[0].replace("\u00a0", " ")


def test_descriptions_begin_with_the_full_date_and_end_with_version_and_link(day, ledger):
    for reader, date_, link in (
        (FR, "Rencontres de Chengdu, samedi 29 octobre 2016", "version 3 du 20 octobre 2016"),
        (ZH, "成都中法论坛，2016年10月29日（星期六）", "日程第3版（2016年10月20日）"),
    ):
        said = event(written(day, reader, ledger), "pleniere-1").text("DESCRIPTION")
        told = said.replace("\u00a0", " ").splitlines()
        assert told[0] == date_
        assert link in told[-1]
        assert re.search(r"https://rencontres\.example\.org/(fr|zh)/pleniere-1$", told[-1])


def test_whole_days_tell_their_date_in_the_first_line():
    body = written(small(session(start=None, end=None, when=When("2016-10-28/2016-10-30"))))
    said = event(body, "s").text("DESCRIPTION").replace("\u00a0", " ")
    assert said.splitlines()[0] == "Rencontres de Chengdu, du 28 au 30 octobre 2016"


def test_the_driver_is_told_to_those_whose_language_is_another(day):
    where = "四川省成都市示例大道1号，示例会议中心"
    assert f"Adresse à montrer au chauffeur\u00a0: {where}" in event(
        written(day, FR), "pleniere-1"
    ).text("DESCRIPTION")
    for reader in (ZH, Reader("zh-CN"), Reader("zh")):
        entry = event(written(day, reader), "pleniere-1")
        assert "示例大道" not in entry.text("DESCRIPTION")
        assert entry.text("LOCATION") == "四川省成都市示例大道1号示例会议中心3楼主会场"
    told = event(written(day, Reader("en")), "pleniere-1").text("DESCRIPTION")
    assert f"Address for the driver: {where}" in told


def test_places_without_a_chinese_name_stand_apart_in_chinese(day):
    told = event(written(day, Reader("zh-Hant")), "pleniere-1")
    assert told.text("LOCATION").replace("\u00a0", " ") == (
        "Grande salle（2e étage），Centre de conférences de l’Exemple，Chengdu"
    )
    assert told.params["LOCATION"] == ";LANGUAGE=fr"


def test_apart_puts_one_language_in_the_title_and_both_in_the_description(day):
    entry = event(written(day, BOTH, bilingual="apart"), "pleniere-1")
    assert entry.text("SUMMARY") == "Séance plénière"
    assert entry.params["SUMMARY"] == ";LANGUAGE=fr"
    assert "主论坛" not in entry.text("LOCATION")
    assert "工作语言" in entry.text("DESCRIPTION")
    assert entry.params["DESCRIPTION"] == ""


# --- under 1,000 characters ------------------------------------------------------------------

WORDS = st.text(st.sampled_from("abé 会，. "), min_size=1, max_size=900).filter(
    lambda words: words.strip()
)
NAME = st.sampled_from(["Zoé Durand-Lefèvre", "张三丰", "Aliénor de Grandmaison", "Li Wei"])


def crowd(count, names):
    return tuple(
        Person(
            f"p{number}",
            names=(Name("fr", f"{names[number % len(names)]} {number:03}"),),
            posts=(Post(title=Text(fr=f"adjointe aux affaires internationales {number:03}")),),
        )
        for number in range(count)
    )


@given(
    st.lists(NAME, min_size=1, max_size=4),
    st.integers(0, 60),
    WORDS,
    WORDS,
    st.lists(WORDS, max_size=12),
    st.sampled_from(READERS),
)
def test_descriptions_are_under_1000_characters_whatever_is_told(
    names, count, prose, title, items, reader
):
    people = crowd(count, names)
    programme = small(
        session(
            description=Text.same(prose * 2),
            title=Text.same(title),
            kind="plenary",
            event="e",
            room="r",
            items=tuple(Item(Text.same(words)) for words in items),
            roles=tuple(Role("speaker", person.id, confirmation="confirmed") for person in people),
        ),
        people=people,
        events=(Event("e", title=Text(fr="Rencontres"), theme=Text.same(prose), place="p"),),
        places=(
            Place("p", name=Text.same(title[:300]), side="cn", zone="Asia/Shanghai", address=Text(zh_Hans=prose)),
        ),
        rooms=(Room("r", name=Text.same("Salle"), place="p"),),
    )  # fmt: skip
    said = event(written(programme, reader), "s").text("DESCRIPTION")
    assert len(said) < 1000
    assert "2016" in said
    # Every name that is begun is told to its end, with its number.
    for line in said.splitlines():
        for found in re.finditer("|".join(map(re.escape, set(names))), line, re.IGNORECASE):
            assert re.match(r"\s\d{3}", line[found.end() :])


def test_what_matters_least_is_left_out_first_in_both_languages():
    people = crowd(40, ["Zoé Durand"])
    roles = tuple(Role("speaker", each.id, confirmation="confirmed") for each in people)
    programme = small(
        session(
            description=Text(fr="Une phrase entière. " * 60, zh_Hans="一个完整的句子。" * 90),
            roles=roles,
            languages=("fr", "zh-Hans"),
        ),
        people=people,
    )
    for reader in (FR, ZH, BOTH):
        said = event(written(programme, reader), "s").text("DESCRIPTION")
        assert 700 < len(said) < 1000
        assert "…" in said
        assert "zoé durand" in said.lower()
    both = event(written(programme, BOTH), "s").text("DESCRIPTION")
    assert "Langues" in both
    assert "工作语言" in both


def test_prose_ends_at_a_sentence_and_never_after_an_initial():
    prose = "M. Jean Dupont accueille la délégation avec M. Paul Martin. " * 30
    said = event(written(small(session(description=Text(fr=prose)))), "s").text("DESCRIPTION")
    (line,) = (each for each in said.splitlines() if each.startswith("M."))
    assert line.replace("\u00a0", " ").endswith("Martin.…")
    assert len(said) < 1000


def test_short_descriptions_are_told_whole():
    said = event(written(small(session(description=Text(fr="Venez tôt.")))), "s")
    assert said.text("DESCRIPTION").endswith("Venez tôt.")


# --- languages -------------------------------------------------------------------------------


def test_D5_texts_say_the_language_that_was_found(day):
    body = written(day, Reader("en"))
    plenary = event(body, "pleniere-1")
    assert plenary.params["SUMMARY"] == ";LANGUAGE=fr"
    assert plenary.params["LOCATION"] == ";LANGUAGE=fr"
    assert plenary.params["DESCRIPTION"] == ";LANGUAGE=en"
    assert "NAME;LANGUAGE=fr:Rencontres de Chengdu" in lines(body)
    assert event(written(day, Reader("fr-CA")), "pleniere-1").params["SUMMARY"] == ";LANGUAGE=fr"


def test_D5_two_languages_on_a_line_say_none(day):
    plenary = event(written(day, BOTH), "pleniere-1")
    assert {plenary.params[key] for key in ("SUMMARY", "LOCATION", "DESCRIPTION")} == {""}


def test_D5_what_both_languages_say_alike_is_told_once():
    body = written(small(session(title=Text(fr="Ciné-club"))), BOTH)
    assert event(body, "s").text("SUMMARY") == "Ciné-club"
    assert event(body, "s").params["SUMMARY"] == ";LANGUAGE=fr"


def test_D6_B11_each_entry_has_one_title_and_no_empty_line(day):
    for reader in READERS:
        for entry in components(written(day, reader)).values():
            assert entry.order.count("SUMMARY") == 1
            assert all(value and value not in ("None", "{}") for value in entry.values())


def test_D7_languages_are_left_out_when_asked(day):
    body = written(day, FR, language=False)
    assert all("LANGUAGE" not in each for each in lines(body))
    assert "SUMMARY:Séance plénière" in lines(body)


# --- identity and revision -------------------------------------------------------------------


def uids(body):
    return list(components(body))


def test_E1_E2_E4_identities_are_unique_and_the_same_in_every_language(day, ledger):
    told = [uids(written(day, reader, ledger)) for reader in READERS]
    assert all(each == told[0] for each in told)
    assert len(set(told[0])) == len(told[0])
    assert all(
        re.fullmatch(r"session\.[a-z0-9-]+@rencontres\.example\.org", uid) for uid in told[0]
    )


def test_E3_E4_identities_depend_on_nothing_but_the_id(day):
    moved = day.change(
        "s-w2", start=at(11), end=at(12), title=Text(fr="Autre"), room="salle-3", workshop="w5"
    ).without("navettes")
    assert "session.s-w2@rencontres.example.org" in uids(written(moved))


def test_E2_E8_an_identity_from_elsewhere_is_kept_to_the_letter():
    body = written(small(session(uid="20160101T000000Z-1;x@other.example")))
    assert "UID:20160101T000000Z-1\\;x@other.example" in lines(body)


def test_E1_the_same_identity_twice_is_refused():
    with pytest.raises(DossierError, match="identity"):
        small(session("a", uid="x@y"), session("b", uid="x@y"))


@pytest.mark.parametrize("reader", READERS, ids=name)
def test_E5_E9_two_exports_are_equal_and_know_no_clock(day, ledger, reader):
    again = view(attrs.evolve(day), reader, ledger=type(ledger).from_json(ledger.to_json()))
    assert ICS.one(again).body == written(day, reader, ledger)


def test_E5_stamps_come_from_the_ledger_or_from_the_programme_never_from_the_clock(day, ledger):
    entry = event(written(day, FR, ledger), "pleniere-1")
    assert entry["DTSTAMP"] == entry["LAST-MODIFIED"] == "20161020T100000Z"
    assert entry["CREATED"] == "20160915T080000Z"
    bare = event(written(day), "pleniere-1")
    assert bare["DTSTAMP"] == "20161020T100000Z"
    assert not {"CREATED", "LAST-MODIFIED", "SEQUENCE"} & set(bare)
    nobody = event(written(attrs.evolve(day, revised=None)), "pleniere-1")
    assert nobody["DTSTAMP"] == "19700101T000000Z"


def test_A6_E5_E9_other_processes_write_the_same(tmp_path, day):
    script = (
        "import sys; from rencontres import ICS, Reader, load, view\n"
        "sys.stdout.buffer.write(ICS.one(view(load(sys.argv[1]), Reader('fr', 'zh-Hans'))).body)"
    )
    sample = Path(__file__).parents[1] / "samples/day.toml"
    for seed, flag in (("1", "-O"), ("2", "-B")):
        run = subprocess.run(
            [sys.executable, flag, "-c", script, sample],
            check=True,
            capture_output=True,
            env={"PYTHONHASHSEED": seed, "TZ": "America/Lima", "LANG": "zh_CN.GB18030"},
        )
        assert run.stdout == written(day, BOTH)


def test_E7_the_revision_grows_when_the_time_does_and_not_with_words(day):
    moved = day.change("pleniere-1", start=at(17), end=at(18))
    worded = moved.change("pleniere-1", title=Text(fr="Plénière"))
    ledger = published(day, moved, worded)
    entry = event(written(worded, FR, ledger), "pleniere-1")
    assert (entry["SEQUENCE"], entry["DTSTAMP"]) == ("1", "20161020T100000Z")
    assert event(written(worded, FR, ledger), "diner")["SEQUENCE"] == "0"


def test_E10_no_property_stands_twice(day, ledger):
    for reader in READERS:
        assert components(written(day, reader, ledger))


# --- what is cancelled or gone ---------------------------------------------------------------


def test_F4_F5_what_is_cancelled_stays_and_says_so(day, ledger):
    entry = event(written(day, FR, ledger), "s-w1")
    assert (entry["STATUS"], entry["TRANSP"]) == ("CANCELLED", "TRANSPARENT")
    assert entry.text("SUMMARY").startswith("Annulé")
    assert "moderator" not in entry.text("DESCRIPTION").lower()


def test_F5_what_is_cancelled_is_left_out_when_asked(day, ledger):
    body = written(day, FR, ledger, cancelled="drop")
    assert "session.s-w1@rencontres.example.org" not in uids(body)
    assert len(uids(body)) == len(day.sessions) - 1


def test_F5_what_was_removed_leaves_what_its_readers_need(day):
    ledger = published(day, day.without("s-w2"))
    entry = event(written(day.without("s-w2"), BOTH, ledger), "s-w2")
    assert (entry["STATUS"], entry["TRANSP"], entry["SEQUENCE"]) == (
        "CANCELLED",
        "TRANSPARENT",
        "1",
    )
    assert entry["DTSTART"] == "20161029T090000"
    assert "【取消】" in entry.text("SUMMARY")
    assert entry["DTSTAMP"] == "20161001T000000Z"
    assert "session.s-w2@rencontres.example.org" not in uids(
        written(day.without("s-w2"), FR, ledger, cancelled="drop")
    )


def test_F5_what_is_cancelled_is_kept_for_as_many_days_as_asked(day):
    cancelled = day.change("s-w5", confirmation="cancelled").without("s-w2")
    ledger = published(day, cancelled, cancelled.change("diner", title=Text(fr="Souper")))
    assert RELEASES[2] - RELEASES[1] < timedelta(days=20)
    for days, told in ((0, True), (20, True), (19, False), (1, False)):
        body = written(cancelled, FR, ledger, cancelled_days=days)
        found = {uid.partition("@")[0] for uid in uids(body)}
        assert ("session.s-w5" in found) is ("session.s-w2" in found) is told
        assert "session.diner" in found


@pytest.mark.parametrize(
    ("confirmation", "status", "prefix"),
    [
        ("postponed", "CANCELLED", "Reporté"),
        ("withdrawn", "CANCELLED", "Annulé"),
        ("declined", "CANCELLED", "Annulé"),
        ("cancelled", "CANCELLED", "Annulé"),
        ("accepted", "TENTATIVE", ""),
        ("invited", "TENTATIVE", ""),
    ],
)
def test_F6_the_status_is_one_of_VEVENT(day, confirmation, status, prefix):
    changed = day.change("pleniere-1", confirmation=confirmation)
    body = written(changed, FR, reminders=(15,))
    entry = event(body, "pleniere-1")
    assert entry["STATUS"] == status
    assert entry.text("SUMMARY").startswith(prefix)
    idle = status == "CANCELLED"
    assert entry["TRANSP"] == ("TRANSPARENT" if idle else "OPAQUE")
    assert bool(entry.inside) is not idle, "nobody is reminded of what is not held"
    assert ("chauffeur" in entry.text("DESCRIPTION")) is not idle
    dropped = uids(written(changed, FR, cancelled="drop"))
    assert (entry["UID"] in dropped) is not idle


# --- methods, organisers, attendees ----------------------------------------------------------


def test_F1_F2_F3_a_calendar_that_is_subscribed_to_has_no_method(day):
    for reader in READERS:
        body = written(day, reader)
        assert not any(each.startswith(("METHOD", "ORGANIZER", "ATTENDEE")) for each in lines(body))
        assert lines(body).count("BEGIN:VCALENDAR") == 1


def test_A7_F2_F7_PUBLISH_has_an_organiser_and_no_attendee(day):
    options = ICSOptions(method="PUBLISH", organiser="bureau@example.org", todos=True)
    action = Action("a", title=Text(fr="Lettre"), due=When("2016-09-01"))
    document, tasks = ICS(view(day.with_(action), PARTNERS), options)
    assert "METHOD:PUBLISH" in lines(document.body)
    # libical wants a beginning and a priority of tasks that are published (RFC 5546 §3.4.1)
    assert not any(each.startswith("METHOD") for each in lines(tasks.body))
    assert tasks.content_type == "text/calendar; charset=utf-8"
    assert document.content_type == "text/calendar; method=PUBLISH; charset=utf-8"
    entries = [*components(document.body).values(), *components(tasks.body, "VTODO").values()]
    assert len(entries) > len(day.sessions)
    for entry in entries:
        assert entry["ORGANIZER"] == "mailto:bureau@example.org"
        assert "ATTENDEE" not in entry
    with pytest.raises(OptionsError, match="needs an organiser"):
        ICSOptions(method="PUBLISH")
    with pytest.raises(OptionsError, match="no attendees"):
        ICSOptions(method="PUBLISH", organiser="a@example.org", attendees=True)
    with pytest.raises(OptionsError, match="method"):
        ICSOptions(method="REQUEST", organiser="a@example.org")


def test_A7_documents_say_what_they_are(day):
    assert ICS.one(view(day, FR)).content_type == "text/calendar; charset=utf-8"


@pytest.fixture
def invited():
    return small(
        session(
            roles=(
                Role("moderator", "anne", confirmation="confirmed"),
                Role("co-chair", "anne", confirmation="confirmed"),
                Role("speaker", "paul", confirmation="accepted"),
                Role("speaker", "li", confirmation="invited"),
                Role("speaker", "sans"),
            )
        ),
        people=(
            Person("anne", side="fr", names=(Name("fr", "Durand", "Anne"),), email="anne@example.org"),
            Person("paul", side="fr", names=(Name("fr", 'Dur"and, Jr', "Paul"),), email="paul@example.org"),
            Person("li", side="fr", names=(Name("fr", "Li", "Wei"),), email="li@例子.example"),
            Person("sans", side="fr", names=(Name("fr", "Sans", "Adresse"),)),
        ),
    )  # fmt: skip


def test_J2_J4_attendees_are_for_the_own_team_and_have_addresses(invited):
    options = {"attendees": True, "organiser": "bureau@example.org"}
    entry = event(written(invited, TEAM, **options), "s")
    assert [value for _, value in entry["ATTENDEE"]] == [
        "mailto:anne@example.org",
        "mailto:paul@example.org",
        "mailto:li@xn--fsqu00a.example",
    ]
    told = [params for params, _ in entry["ATTENDEE"]]
    assert "ROLE=CHAIR" in told[0]
    assert [re.search("PARTSTAT=([A-Z-]+)", params)[1] for params in told] == [
        "ACCEPTED",
        "TENTATIVE",
        "NEEDS-ACTION",
    ]
    assert all("SCHEDULE-AGENT=NONE" in params for params in told)
    assert entry["ORGANIZER"] == "mailto:bureau@example.org"
    assert "ADRESSE" in entry.text("DESCRIPTION").upper()
    for reader in (FR, PARTNERS):
        assert b"mailto:anne" not in written(invited, reader, **options)
    assert b"ATTENDEE" not in written(invited, TEAM)
    with pytest.raises(OptionsError, match="attendees need an organiser"):
        ICSOptions(attendees=True)


def test_J3_rooms_are_places_and_never_attendees(invited, day):
    assert b"CUTYPE" not in written(invited, TEAM, attendees=True, organiser="a@example.org")
    assert "Grande salle" in event(written(day), "pleniere-1")["LOCATION"]


# --- where and when --------------------------------------------------------------------------


def tzids(body):
    named = set(re.findall(r";TZID=([^:;]+)", "\n".join(lines(body))))
    return named, re.findall(r"^TZID:(.+)$", "\n".join(lines(body)), re.MULTILINE)


@pytest.mark.parametrize("zone", [None, "Europe/Paris", "America/New_York", "UTC", "PRC"])
def test_G1_G16_zones_are_defined_once_before_they_are_named(day, zone):
    body = written(day, Reader("fr", zone=zone))
    named, defined = tzids(body)
    assert named == set(defined)
    assert len(defined) == len(set(defined))
    assert body.rfind(b"END:VTIMEZONE") < body.find(b"BEGIN:VEVENT")


def test_G1_sessions_in_two_zones_bring_two_definitions():
    paris = datetime(2016, 10, 29, 9, tzinfo=ZoneInfo("Europe/Paris"))
    alias = datetime(2016, 10, 29, 9, tzinfo=ZoneInfo("PRC"))
    body = written(
        small(
            session("a"), session("b", start=paris, end=None), session("c", start=alias, end=None)
        )
    )
    assert tzids(body) == ({"Asia/Shanghai", "Europe/Paris"}, ["Asia/Shanghai", "Europe/Paris"])


def test_G14_no_time_floats(day, ledger):
    action = Action("a", title=Text(fr="Lettre"), due=When("2016-09-01"))
    for reader in (PARTNERS, TEAM):
        body = written(day.with_(action).without("diner"), reader, ledger)
        for each in lines(body):
            if each.startswith(("DTSTART", "DTEND", "DUE")) and "DTSTART:19700101" not in each:
                assert re.fullmatch(
                    r"\w+(;TZID=[\w/]+:\d{8}T\d{6}|:\d{8}T\d{6}Z|;VALUE=DATE:\d{8})", each
                )


def test_G14_naive_times_never_get_into_a_dossier():
    with pytest.raises(DossierError):
        session(start=datetime(2016, 10, 29, 9))


@pytest.mark.parametrize("option", ["utc", "phone"])
def test_G17_all_times_are_in_UTC_when_asked(day, option):
    for document in ICS(view(day, FR), ICSOptions(**{option: True})):
        assert b"TZID" not in document.body
        for entry in components(document.body).values():
            if "VALUE=DATE" not in entry.params["DTSTART"]:
                assert entry["DTSTART"].endswith("Z")
    found = [
        d for d in ICS(view(day, FR), ICSOptions(**{option: True})) if b"pleniere-1@" in d.body
    ]
    assert b"DTSTART:20161029T080000Z\r\nDTEND:20161029T093000Z" in found[0].body


def test_H1_events_without_sessions_are_whole_days_whose_end_is_exclusive():
    fair = Event("foire", title=Text(fr="Foire, de l’Ouest"), when=When("2016-11-03/2016-11-14"))
    entry = event(written(small(session(), events=(fair,))), "foire")
    assert (entry["DTSTART"], entry["DTEND"]) == ("20161103", "20161115")
    assert entry.params["DTSTART"] == entry.params["DTEND"] == ";VALUE=DATE"
    assert (entry["STATUS"], entry["TRANSP"]) == ("CONFIRMED", "TRANSPARENT")
    assert entry["UID"] == "event.foire@a.example"


def test_H1_events_say_where_they_are_and_whether_they_are_held():
    place = Place("p", name=Text(fr="Chengdu", zh_Hans="四川成都"), zone="Asia/Shanghai")
    fair = Event(
        "foire",
        title=Text(fr="Foire", zh_Hans="西博会"),
        when=When("2016-11-03"),
        place="p",
        confirmation="cancelled",
    )
    entry = event(written(small(events=(fair,), places=(place,)), BOTH), "foire")
    assert entry["STATUS"] == "CANCELLED"
    assert entry.text("SUMMARY").replace("\u00a0", " ") == "Annulé : Foire / 【取消】西博会"
    assert entry.text("LOCATION") == "Chengdu / 四川成都"
    assert (entry["DTSTART"], entry["DTEND"]) == ("20161103", "20161104")
    assert not uids(written(small(events=(fair,), places=(place,)), FR, cancelled="drop"))


def test_H2_a_session_of_a_day_without_hours_lasts_until_the_next():
    entry = event(written(small(session(start=None, end=None, when=When("2016-12-31")))), "s")
    assert (entry["DTSTART"], entry["DTEND"]) == ("20161231", "20170101")
    assert entry["TRANSP"] == "TRANSPARENT"


def test_H4_an_open_end_is_left_out_and_nothing_has_a_duration(day):
    body = written(small(session(end=None)))
    assert "DTEND" not in event(body, "s")
    assert b"DURATION" not in written(day, FR).replace(b"VALUE=DURATION", b"")


@pytest.mark.parametrize("when", [None, When("2016-10"), When("2016-10-29", before=True), When(words=Text(fr="bientôt"))])  # fmt: skip
def test_H6_what_has_no_day_is_left_out_and_told(when):
    programme = view(small(session("a"), session("b", start=None, end=None, when=when)), FR)
    body = ICS.one(programme).body
    assert uids(body) == ["session.a@a.example"]
    assert all("DTSTART" in each for each in components(body).values())
    (lost,) = (each for each in ICS.losses(programme) if each.part == "sessions")
    assert (lost.count, lost.reason) == (1, "format")


def test_H6_what_has_a_day_is_no_loss():
    programme = view(small(session(start=None, end=None, when=When("2016-10-28/2016-10-30"))), FR)
    assert not [each for each in ICS.losses(programme) if each.part == "sessions"]


# --- other properties ------------------------------------------------------------------------


def test_B1_B2_B4_B6_names_of_calendars_have_no_marks_that_readers_show_escaped(day):
    named = day.change("rencontres-5", short=Text(fr="Coopération, 合作; x\\y, "))
    for each in lines(written(named)):
        if each.startswith(("NAME", "X-WR-CALNAME")):
            assert each.partition(":")[2] == "Coopération – 合作 – x – y"
    asked = lines(written(day, FR, name="a, b; c\nd"))
    assert "X-WR-CALNAME:a\\, b\\; c\\nd" in asked
    assert "NAME:a\\, b\\; c\\nd" in asked


def test_K1_I6_combined_events_are_told_apart_and_one_alone_has_no_category(day):
    assert b"CATEGORIES" not in written(day)
    fair = Session("stand", event="foire-ouest", title=Text(fr="Stand"), start=at(9, day=30))
    body = written(day.with_(fair).change("foire-ouest", short=Text(fr="Foire, de l’Ouest")))
    assert event(body, "stand")["CATEGORIES"] == "Foire – de l’Ouest"
    assert event(body, "diner")["CATEGORIES"] == "Rencontres de Chengdu"


def test_K3_positions_are_latitude_then_longitude(day):
    placed = day.change("centre", position=(30.5728, 104.0668))
    assert event(written(placed), "pleniere-1")["GEO"] == "30.572800;104.066800"
    assert "GEO" not in event(written(placed), "pleniere-1").get("DESCRIPTION", "")


def test_K4_C2_no_dossier_holds_a_link_that_no_network_can_have():
    with pytest.raises(DossierError, match=r"url: .*address: no host can have this name"):
        session(url=Text(fr="https://-bad-.example/x"))
    good = small(session(url=Text(fr="https://例子.中国/会议")))
    assert event(written(good), "s")["URL"] == "https://xn--fsqu00a.xn--fiqs8s/%E4%BC%9A%E8%AE%AE"


def test_K5_K9_K10_K11_K13_nothing_stands_there_that_readers_stumble_over(day, invited):
    bodies = [
        written(day, TEAM, reminders=(15,)),
        written(invited, TEAM, attendees=True, organiser="a@example.org"),
    ]
    known = {
        "BEGIN", "END", "VERSION", "PRODID", "NAME", "X-WR-CALNAME", "X-WR-TIMEZONE", "TZID", "DTSTART",
        "TZOFFSETFROM", "TZOFFSETTO", "TZNAME", "RRULE", "UID", "DTSTAMP", "CREATED", "LAST-MODIFIED",
        "SEQUENCE", "DTEND", "SUMMARY", "LOCATION", "DESCRIPTION", "STATUS", "TRANSP", "URL",
        "CATEGORIES", "GEO", "ACTION", "TRIGGER", "ORGANIZER", "ATTENDEE",
    }  # fmt: skip
    for body in bodies:
        assert {re.match("[A-Z-]+", each)[0] for each in lines(body)} <= known
        assert b"<" not in body


def test_I1_I9_nothing_recurs(day):
    body = written(day)
    outside = re.sub(rb"BEGIN:VTIMEZONE.*?END:VTIMEZONE", b"", body, flags=re.DOTALL)
    assert not re.search(rb"^(RRULE|RDATE|EXDATE|RECURRENCE-ID)", outside, re.MULTILINE)


def test_K6_K7_K8_headers_by_option(day):
    told = lines(written(day, FR, refresh=12, source="https://example.org/a.ics", colour="Navy"))
    for each in (
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        "X-PUBLISHED-TTL:PT12H",
        "SOURCE;VALUE=URI:https://example.org/a.ics",
        "COLOR:navy",
    ):
        assert each in told


def test_L1_L2_reminders_have_words_and_an_identity_of_their_own(day, ledger):
    body = written(day, BOTH, ledger, reminders=(15, 1440))
    first, other = event(body, "pleniere-1").inside
    assert first["UID"] == "alarm.15.session.pleniere-1@rencontres.example.org"
    assert (first["ACTION"], first["TRIGGER"]) == ("DISPLAY", "-PT15M")
    assert other["TRIGGER"] == "-P1D"
    assert first.text("DESCRIPTION") == "Séance plénière / 主论坛"
    assert written(day, BOTH, ledger, reminders=(15, 1440)) == body
    assert not event(body, "s-w1").inside


def test_L3_reminders_are_never_repeated(day):
    assert b"REPEAT" not in written(day, FR, reminders=(15,))


# --- deadlines and tasks ---------------------------------------------------------------------


@pytest.fixture
def tasked():
    return small(
        session(),
        organisations=(),
        people=(Person("anne", side="fr", names=(Name("fr", "Durand", "Anne"),)),),
        actions=(
            Action(
                "map",
                title=Text(fr="feuille de route", zh_Hans="路线图"),
                due=When("2016-22", before=True, words=Text(fr="avant l’été", zh_Hans="夏季之前")),
                owners=("anne",),
            ),
            Action("done", title=Text(fr="lettre"), due=When("2016-05-01"), status="done"),
            Action("off", title=Text(fr="note"), due=When("2016-05-02"), status="dropped"),
            Action("open", title=Text(fr="liste")),
        ),
    )


def test_M1_deadlines_are_entries_of_one_day(tasked):
    for reader, title in (
        (PARTNERS, "Échéance : feuille de route (« avant l’été »)"),
        (Reader("zh-Hans", audience="partners"), "截止：路线图（“夏季之前”）"),
    ):
        entry = event(written(tasked, reader), "map")
        assert entry.text("SUMMARY").replace("\u00a0", " ") == title
        assert (entry["DTSTART"], entry["DTEND"]) == ("20160531", "20160601")
        assert entry["TRANSP"] == "TRANSPARENT"
    both = event(written(tasked, Reader("fr", "zh-Hans", audience="partners")), "map")
    told = both.text("SUMMARY").replace("\u00a0", " ")
    assert told == "Échéance : feuille de route (« avant l’été ») / 截止：路线图（“夏季之前”）"


def test_M1_what_is_done_is_no_deadline_and_what_was_given_up_says_so(tasked):
    found = {uid.partition("@")[0] for uid in uids(written(tasked, PARTNERS))}
    assert found == {"session.s", "action.map", "action.off"}
    assert event(written(tasked, PARTNERS), "off")["STATUS"] == "CANCELLED"
    assert event(written(tasked, PARTNERS), "off").text("SUMMARY").startswith("Annulé")
    kept = {uid.partition("@")[0] for uid in uids(written(tasked, PARTNERS, cancelled="drop"))}
    assert kept == {"session.s", "action.map"}


def test_M1_deadlines_are_left_out_when_asked_and_are_not_public(tasked):
    assert uids(written(tasked, PARTNERS, deadlines=False)) == ["session.s@a.example"]
    assert uids(written(tasked)) == ["session.s@a.example"]


def test_M1_M2_M3_tasks_stand_in_a_file_of_their_own(tasked):
    programme, tasks = ICS(view(tasked, PARTNERS), ICSOptions(todos=True))
    assert b"VTODO" not in programme.body
    assert uids(programme.body) == ["session.s@a.example"]
    assert str(tasks.path) == "actions.fr.ics"
    found = components(tasks.body, "VTODO")
    assert {uid.split("@")[0].split(".")[1]: each["STATUS"] for uid, each in found.items()} == {
        "map": "NEEDS-ACTION",
        "done": "COMPLETED",
        "off": "CANCELLED",
        "open": "NEEDS-ACTION",
    }
    for each in found.values():
        assert ("PERCENT-COMPLETE" in each) is (each["STATUS"] == "COMPLETED")
        assert "DTSTART" not in each
    assert found["action.map@a.example"]["DUE"] == "20160531"
    assert found["action.map@a.example"].params["DUE"] == ";VALUE=DATE"
    assert not components(tasks.body)


def test_M1_a_persons_tasks_stand_beside_her_calendar(tasked):
    hers = view(tasked.change("s", roles=(Role("speaker", "anne"),)), PARTNERS).of("anne")
    names = [str(each.path) for each in ICS(hers, ICSOptions(todos=True))]
    assert names == ["anne.fr.ics", "anne.actions.fr.ics"]


def test_M1_F5_deadlines_and_events_that_are_gone_are_told_like_sessions(tasked):
    fair = Event("foire", title=Text(fr="Foire"), when=When("2016-11-03/2016-11-04"))
    old = tasked.with_(fair)
    new = old.without("foire").without("map")
    ledger = published(old, new)
    body = written(new, PARTNERS, ledger)
    gone = event(body, "foire")
    assert (gone["DTSTART"], gone["DTEND"], gone["STATUS"]) == ("20161103", "20161105", "CANCELLED")
    assert event(body, "map").text("SUMMARY").replace("\u00a0", " ") == (
        "Annulé : Échéance : feuille de route"
    )
    assert uids(written(new, PARTNERS, ledger, deadlines=False)) == ["session.s@a.example"]
    programme, tasks = ICS(view(new, PARTNERS, ledger=ledger), ICSOptions(todos=True))
    assert "action.map@a.example" not in uids(programme.body)
    task = components(tasks.body, "VTODO")["action.map@a.example"]
    assert (task["STATUS"], task["DUE"], task["SEQUENCE"]) == ("CANCELLED", "20160531", "1")


def test_M4_no_journal_is_written(day):
    assert b"VJOURNAL" not in written(day, TEAM)


# --- the calendar and its files --------------------------------------------------------------


def test_N1_an_empty_calendar_is_an_empty_calendar(day):
    body = written(day, FR, None, Selection(days=[date(2020, 1, 1)]), deadlines=False)
    assert not components(body)
    assert lines(body)[0] == "BEGIN:VCALENDAR"
    assert lines(body)[-1] == "END:VCALENDAR"


def test_N2_N3_F3_one_calendar_a_file_that_says_what_it_is(day):
    for document in ICS(view(day, FR), ICSOptions(per="event")):
        told = lines(document.body)
        assert told.count("BEGIN:VCALENDAR") == 1
        assert told[1:3] == ["VERSION:2.0", "PRODID:-//rencontres//rencontres//FR"]
        assert len(components(document.body)) == 1


def test_N3_one_file_for_each_entry_also_of_whole_days(tasked):
    fair = Event("foire", title=Text(fr="Foire"), when=When("2016-11-03/2016-11-04"))
    for options in (ICSOptions(per="event"), ICSOptions(phone=True)):
        documents = ICS(view(tasked.with_(fair), PARTNERS), options)
        assert [str(each.path) for each in documents] == [
            f"programme.fr/{id_}.ics" for id_ in ("s", "foire", "off", "map")
        ]
        assert all(len(components(each.body)) == 1 for each in documents)


def test_a_phone_gets_nothing_that_could_be_done_without(day, ledger):
    documents = ICS(view(day, FR, ledger=ledger), ICSOptions(phone=True, reminders=(15,)))
    (plenary,) = (each for each in documents if each.about == "pleniere-1")
    told = [re.match("[A-Z-]+(?:;[A-Z]+)?", each)[0] for each in lines(plenary.body)]
    assert (
        told
        == (
            "BEGIN VERSION PRODID BEGIN UID DTSTAMP SEQUENCE DTSTART DTEND SUMMARY LOCATION DESCRIPTION "
            "BEGIN ACTION TRIGGER DESCRIPTION END END END"
        ).split()
    )
    (off,) = (each for each in documents if each.about == "s-w1")
    assert event(off.body, "s-w1")["STATUS"] == "CANCELLED"
    assert "chauffeur" in event(plenary.body, "pleniere-1").text("DESCRIPTION")


def test_A1_A8_lines_are_short_and_end_as_they_must(day, ledger):
    for reader in READERS:
        body = written(day, reader, ledger)
        assert body.endswith(b"END:VCALENDAR\r\n")
        assert body.count(b"\n") == body.count(b"\r\n") == body.count(b"\r")
        assert max(map(len, body.split(b"\r\n"))) <= 75
        for each in body.split(b"\r\n"):
            each.decode()


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\x0b", "\x7f", "\x85", "\ufeff", "\ud800"])
def test_B7_B8_B9_no_dossier_holds_what_no_reader_survives(sign):
    with pytest.raises(DossierError):
        session(title=Text.same(f"a{sign}b"))


@pytest.mark.parametrize("sign", ["\r\nATTENDEE:mailto:a@b", "\nBEGIN:VALARM", "\u2028X", "\t"])
def test_B7_B8_C1_hostile_words_stay_where_they_are(sign):
    text = Text.same(f"a{sign}b\nEND:VCALENDAR")
    place = Place("p", name=text, zone="Asia/Shanghai")
    programme = small(
        session(title=text, description=text, room="r", event="e"),
        title=text,
        rooms=(Room("r", name=text, place="p"),),
        places=(place,),
        events=(Event("e", title=text, short=text),),
    )
    told = lines(written(programme, BOTH, reminders=(5,)))
    assert [each for each in told if each.startswith(("BEGIN", "END"))] == [
        "BEGIN:VCALENDAR",
        *lines_of_zone(told),
        "BEGIN:VEVENT",
        "BEGIN:VALARM",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    assert not any(each.startswith("ATTENDEE") for each in told)
    assert not any(re.search("[\x00-\x08\x0b-\x1f\x7f\u2028\ufeff]", each) for each in told)


def lines_of_zone(told):
    return [
        each
        for each in told
        if each.startswith(("BEGIN", "END")) and each.split(":")[1] in ("VTIMEZONE", "STANDARD")
    ]


def test_B10_signs_that_turn_the_direction_are_left_out_when_asked():
    programme = small(session(title=Text.same("会\u202eabc\u202c")))
    assert event(written(programme), "s")["SUMMARY"] == "会\u202eabc\u202c"
    assert event(written(programme, FR, strip_bidi=True), "s")["SUMMARY"] == "会abc"


def test_N4_pieces_are_as_many_as_sessions():
    many = small(*(session(f"s{number}", start=at(9) + timedelta(minutes=number), end=None) for number in range(500)))  # fmt: skip
    starts = [each["DTSTART"] for each in components(written(many)).values()]
    assert len(starts) == 500
    assert all(one <= other for one, other in pairwise(starts))


# --- options ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "options",
    [
        {"per": "session"},
        {"bilingual": "both"},
        {"cancelled": "hide"},
        {"cancelled_days": -1},
        {"cancelled_days": True},
        {"refresh": -1},
        {"refresh": 1.5},
        {"reminders": (-5,)},
        {"reminders": (15, 15)},
        {"reminders": [15]},
        {"colour": "#fff"},
        {"source": "file:///x"},
        {"organiser": "nobody"},
        {"organiser": None},
        {"colour": 5},
        {"source": b"https://example.org/"},
        {"source": "mailto:bureau@example.org"},
        {"name": b"x"},
        {"name": None},
        {"name": " \u200b\n"},
        {"method": "CANCEL"},
    ],
)
def test_options_that_mean_nothing_are_refused(options):
    with pytest.raises(OptionsError) as refused:
        ICSOptions(**options)
    (problem,) = refused.value.problems
    assert problem.where == next(iter(options))


def test_options_from_data_are_strict_and_all_refused_at_once():
    assert ICS.configure({"reminders": [15, 60], "per": "event"}).reminders == (15, 60)
    for raw in ({"reminder": 5}, {"utc": 1}, {"reminders": ["15"]}, {"refresh": "12"}):
        with pytest.raises(OptionsError):
            ICS.configure(raw)
    with pytest.raises(OptionsError) as refused:
        ICS.configure({"refresh": -1, "colour": "#fff", "attendees": True})
    assert {each.where for each in refused.value.problems} == {"refresh", "colour", "organiser"}


def test_a_first_publication_has_revision_nought(day):
    ledger = publish(day, None, at=datetime(2016, 9, 1, tzinfo=UTC))
    assert {each["SEQUENCE"] for each in components(written(day, FR, ledger)).values()} == {"0"}
