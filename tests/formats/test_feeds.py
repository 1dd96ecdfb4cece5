# ruff: noqa: N802 - names of tests begin with those of the reported cases
"""A calendar for each person: her sessions, her functions, the same identities as everywhere."""

import re
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from zoneinfo import ZoneInfo

import attrs
import pytest
from calendars import at, components, event, lines
from hypothesis import given
from hypothesis import strategies as st

from rencontres.errors import OptionsError
from rencontres.formats import FEEDS, ICS
from rencontres.formats.feeds import FeedsOptions
from rencontres.formats.settings import ICSOptions
from rencontres.model import Action, Dossier, Name, Person, Role, Session
from rencontres.publishing import publish
from rencontres.sources import load
from rencontres.text import Text
from rencontres.views import Reader, view
from rencontres.when import When

FR, ZH, BOTH = Reader("fr"), Reader("zh-Hans"), Reader("fr", "zh-Hans")


def feeds(dossier, reader=FR, ledger=None, **options):
    """Return the calendars by who they are for."""
    found = FEEDS(view(dossier, reader, ledger=ledger), FeedsOptions(**options))
    assert len({each.about for each in found}) == len(found)
    return {each.about: each for each in found}


def titles(document):
    return [
        each.text("SUMMARY").replace("\u00a0", " ") for each in components(document.body).values()
    ]


def test_each_person_of_the_programme_has_a_calendar_of_her_sessions(day, ledger):
    found = feeds(day, FR, ledger)
    assert sorted(found) == ["jacques-auxiette", "jean-dupont", "marie-martin", "zhang-san"]
    assert {name: len(components(each.body)) for name, each in found.items()} == {
        "jacques-auxiette": 1,
        "jean-dupont": 1,
        "marie-martin": 1,
        "zhang-san": 1,
    }
    assert str(found["marie-martin"].path) == "marie-martin.fr.ics"
    assert found["marie-martin"].content_type == "text/calendar; charset=utf-8"


@pytest.mark.parametrize(
    ("reader", "hers", "his"),
    [
        (FR, "Séance plénière (modératrice)", "Séance plénière (modérateur)"),
        (ZH, "主论坛（主持人）", "主论坛（主持人）"),
        (
            BOTH,
            "Séance plénière / 主论坛 (modératrice / 主持人)",
            "Séance plénière / 主论坛 (modérateur / 主持人)",
        ),
    ],
)
def test_her_function_stands_in_the_title(day, reader, hers, his):
    found = feeds(day, reader)
    assert titles(found["marie-martin"]) == [hers]
    assert titles(found["zhang-san"]) == [his]


def test_several_functions_in_one_session_are_told_together(day):
    roles = (*day["pleniere-1"].roles, Role("speaker", "marie-martin", confirmation="confirmed"))
    (title,) = titles(feeds(day.change("pleniere-1", roles=roles))["marie-martin"])
    assert title == "Séance plénière (modératrice et intervenante)"


def test_the_calendar_is_named_after_the_event_and_her(day):
    told = lines(feeds(day)["marie-martin"].body)
    assert "NAME;LANGUAGE=fr:Rencontres de Chengdu – Marie Martin" in told
    both = lines(feeds(day, BOTH)["zhang-san"].body)
    assert "NAME:Rencontres de Chengdu / 成都中法论坛 – Zhang San / 张三" in both


OCTOBER = load(Path(__file__).parents[2] / "examples/chengdu-2016/october.toml")


@pytest.mark.parametrize("reader", [FR, ZH, BOTH, Reader("en", zone="Europe/Paris")])
@pytest.mark.parametrize("of", ["day", "october"])
def test_a_feed_says_what_a_calendar_of_her_copy_says(day, ledger, reader, of):
    programme = view(day, reader, ledger=ledger) if of == "day" else view(OCTOBER, reader)
    for document in FEEDS(programme):
        hers = ICS.one(programme.of(document.about))
        assert (document.path, document.body) == (hers.path, hers.body)


ZONES = [
    "Europe/Paris", "Asia/Shanghai", "America/Lima", "Africa/Casablanca", "Pacific/Apia", "UTC",
    "Africa/Monrovia", "Australia/Lord_Howe", "Europe/Dublin",
]  # fmt: skip
MOMENTS = st.builds(
    lambda at, zone: at.replace(minute=at.minute // 15 * 15, tzinfo=ZoneInfo(zone)),
    st.datetimes(datetime(1960, 1, 1), datetime(2045, 12, 31)).map(
        lambda at: at.replace(second=0, microsecond=0)
    ),
    st.sampled_from(ZONES),
)


@given(
    st.lists(st.tuples(MOMENTS, st.sets(st.sampled_from("abc"))), min_size=1, max_size=5),
    st.booleans(),
)
def test_a_feed_is_the_calendar_of_her_copy_wherever_and_whenever_sessions_are(held, removed):
    def dossier(sessions):
        return Dossier(
            namespace="a.example",
            languages=("fr",),
            people=tuple(Person(id_, names=(Name("fr", id_.upper()),)) for id_ in "abc"),
            sessions=tuple(
                Session(
                    f"s{number}",
                    title=Text(fr=f"Séance {number}"),
                    start=start,
                    roles=tuple(Role("speaker", each) for each in sorted(who)),
                )
                for number, (start, who) in sessions
            ),
        )

    told = [*enumerate(held)]
    old, new = dossier(told), dossier(told[removed:])
    ledger = publish(old, None, at=datetime(2016, 9, 1, tzinfo=UTC))
    ledger = publish(new, ledger, at=datetime(2016, 9, 2, tzinfo=UTC))
    programme = view(new, FR, ledger=ledger)
    for document in FEEDS(programme):
        hers = ICS.one(programme.of(document.about))
        assert (document.path, document.body) == (hers.path, hers.body)


def test_E1_E2_E3_identities_are_those_of_the_programme(day, ledger):
    whole = components(ICS.one(view(day, FR, ledger=ledger)).body)
    for reader in (FR, ZH, BOTH):
        for document in feeds(day, reader, ledger).values():
            for uid, entry in components(document.body).items():
                same = ("SEQUENCE", "DTSTAMP", "CREATED", "DTSTART", "DTEND", "STATUS")
                assert {key: entry[key] for key in same} == {key: whole[uid][key] for key in same}


def test_E5_E9_feeds_are_the_same_each_time(day, ledger):
    assert feeds(day, BOTH, ledger) == feeds(attrs.evolve(day), BOTH, ledger)


def test_sessions_open_to_all_are_added_when_asked_in_their_order(day):
    opened = day.change("ouverture", open=True).change("diner", open=True)
    opened = opened.with_(Person("sans-role", side="fr", names=(Name("fr", "Sans", "Role"),)))
    assert len(titles(feeds(opened)["marie-martin"])) == 1
    found = feeds(opened, open=True)
    assert titles(found["marie-martin"]) == [
        "Cérémonie d’ouverture",
        "Séance plénière (modératrice)",
        "Dîner d’accueil",
    ]
    internal = feeds(opened, Reader("fr", audience="internal", side="fr"), open=True)
    assert titles(internal["sans-role"]) == ["Cérémonie d’ouverture", "Dîner d’accueil"]


def test_only_natives_of_the_leading_language_when_asked(day):
    assert sorted(feeds(day, ZH, natives=True)) == ["zhang-san"]
    french = ["jacques-auxiette", "jean-dupont", "marie-martin"]
    assert sorted(feeds(day, BOTH, natives=True)) == french
    assert sorted(feeds(day, Reader("fr-CA"), natives=True)) == french
    spoken = day.change("marie-martin", languages=("zh-Hans", "fr"))
    team = Reader("zh-Hans", audience="partners")
    assert sorted(feeds(spoken, team, natives=True)) == ["marie-martin", "zhang-san"]


def test_F5_what_is_cancelled_follows_the_policy(day, ledger):
    off = day.change("pleniere-1", confirmation="cancelled")
    (title,) = titles(feeds(off)["marie-martin"])
    assert title == "Annulé : Séance plénière (modératrice)"
    assert titles(feeds(off, cancelled="drop")["marie-martin"]) == []


def test_A7_F2_PUBLISH_has_its_organiser_in_every_entry(day):
    action = Action("a", title=Text(fr="Lettre"), due=When("2016-09-01"), owners=("marie-martin",))
    programme = view(day.with_(action), Reader("fr", audience="partners"))
    options = FeedsOptions(method="PUBLISH", organiser="bureau@example.org")
    found = {each.about: each for each in FEEDS(programme, options)}
    document = found["marie-martin"]
    assert document.content_type == "text/calendar; method=PUBLISH; charset=utf-8"
    entries = components(document.body)
    assert len(entries) == 2
    for entry in entries.values():
        assert entry["ORGANIZER"] == "mailto:bureau@example.org"
    with pytest.raises(OptionsError):
        FeedsOptions(method="PUBLISH")


def tzids(body):
    told = "\n".join(lines(body))
    return set(re.findall(r";TZID=([^:;]+)", told)), re.findall("^TZID:(.+)$", told, re.MULTILINE)


def test_G1_each_calendar_defines_the_zones_that_it_names_and_no_others(day):
    def by(*people):
        return tuple(Role("speaker", each, confirmation="confirmed") for each in people)

    paris, prc, utc = (ZoneInfo(key) for key in ("Europe/Paris", "PRC", "UTC"))
    autumn = datetime(2016, 10, 30, 2, 30, tzinfo=paris)
    more = day.with_(
        Session("p", title=Text(fr="P"), start=datetime(2016, 10, 28, 9, tzinfo=paris), roles=by("marie-martin")),
        Session("c", title=Text(fr="C"), start=datetime(2016, 10, 28, 9, tzinfo=prc), roles=by("marie-martin")),
        Session("u", title=Text(fr="U"), start=datetime(2016, 10, 28, 9, tzinfo=utc), roles=by("jean-dupont")),
        Session("f", title=Text(fr="F"), start=autumn.replace(fold=1), roles=by("zhang-san")),
    )  # fmt: skip
    found = feeds(more)
    for document in found.values():
        named, defined = tzids(document.body)
        assert sorted(named) == defined
    assert tzids(found["marie-martin"].body)[1] == ["Asia/Shanghai", "Europe/Paris"]
    assert tzids(found["zhang-san"].body)[1] == ["Asia/Shanghai"]
    told = event(found["zhang-san"].body, "f")
    assert (told["DTSTART"], told.params["DTSTART"]) == ("20161030T013000Z", "")
    assert b"TZID" not in feeds(more, utc=True)["marie-martin"].body


def test_N3_one_file_for_each_entry_of_each_person(day):
    opened = day.change("diner", open=True)
    for options in (FeedsOptions(per="event", open=True), FeedsOptions(phone=True, open=True)):
        found = [each for each in FEEDS(view(opened, FR), options) if each.about == "zhang-san"]
        assert [str(each.path) for each in found] == [
            "zhang-san.fr/pleniere-1.ics",
            "zhang-san.fr/diner.ics",
        ]
        assert titles(found[0]) == ["Séance plénière (modérateur) (Rencontres de Chengdu)"]
    assert b"TZID" not in found[0].body
    assert b"LANGUAGE" not in found[0].body


def test_M1_her_deadlines_are_hers_alone_and_tasks_stand_apart(day):
    action = Action("a", title=Text(fr="lettre"), due=When("2016-09-01"), owners=("marie-martin",))
    programme = view(day.with_(action), Reader("fr", audience="partners"))
    found = {each.about: each for each in FEEDS(programme)}
    assert titles(found["marie-martin"]) == ["Séance plénière (modératrice)", "Échéance : lettre"]
    assert titles(found["zhang-san"]) == ["Séance plénière (modérateur)"]
    plain = {each.about: each for each in FEEDS(programme, FeedsOptions(deadlines=False))}
    assert titles(plain["marie-martin"]) == ["Séance plénière (modératrice)"]
    tasks = [
        each for each in FEEDS(programme, FeedsOptions(todos=True)) if "actions" in str(each.path)
    ]
    assert [str(each.path) for each in tasks] == ["marie-martin.actions.fr.ics"]
    assert list(components(tasks[0].body, "VTODO")) == ["action.a@rencontres.example.org"]


def test_J2_J4_no_address_is_in_a_public_calendar(day):
    known = day.change("marie-martin", email="marie@example.org")
    for reader in (FR, Reader("fr", audience="internal", side="fr")):
        for document in feeds(known, reader).values():
            assert b"mailto:" not in document.body


def test_calendars_are_made_one_at_a_time(day, monkeypatch):
    from rencontres.formats import feeds as room

    made, feed = [], room._feed

    def watched(page, copy, pieces):
        made.append(page.id)
        yield from feed(page, copy, pieces)

    monkeypatch.setattr(room, "_feed", watched)
    assert len(list(islice(FEEDS.stream(view(day, FR)), 2))) == 2
    assert len(made) == 2


def test_each_session_is_encoded_once_and_its_summary_once_for_each_wording_of_a_function(
    day, monkeypatch
):
    from rencontres.formats.entries import Entries

    told = {"around": [], "summary": []}
    for name, calls in told.items():
        make = getattr(Entries, name)

        def counted(self, slot, *given, _make=make, _calls=calls, **how):
            _calls.append(slot.id)
            return _make(self, slot, *given, **how)

        monkeypatch.setattr(Entries, name, counted)
    speakers = tuple(
        Person(f"p{n}", names=(Name("fr", f"P{n}"),), gender="feminine") for n in range(9)
    )
    roles = tuple(Role("speaker", each.id, confirmation="confirmed") for each in speakers)
    crowded = day.with_(*speakers, Session("x", title=Text(fr="X"), start=at(8), roles=roles))
    found = feeds(crowded)
    assert len([each for each in found if each.startswith("p")]) == 9
    assert told["around"].count("x") == told["summary"].count("x") == 1


def test_options_of_calendars_hold_and_others_are_refused():
    assert issubclass(FeedsOptions, ICSOptions)
    assert FEEDS.configure({"open": True, "reminders": [5]}).reminders == (5,)
    for raw in ({"opened": True}, {"open": 1}, {"per": "person"}):
        with pytest.raises(OptionsError):
            FEEDS.configure(raw)
