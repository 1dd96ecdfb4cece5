"""A person's own calendar tells her what she had in it and has no more."""

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import attrs
import pytest
from calendars import components
from hypothesis import given
from hypothesis import strategies as st

from rencontres import (
    FEEDS,
    ICS,
    Action,
    Dossier,
    Event,
    Ledger,
    Name,
    Organisation,
    Person,
    Reader,
    Role,
    Session,
    Side,
    Text,
    forget,
    publish,
    view,
)
from rencontres.formats.feeds import FeedsOptions
from rencontres.when import When

NINE = datetime(2016, 10, 29, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
FIRST = datetime(2016, 9, 15, 12, tzinfo=UTC)
TEAM = Reader("fr", audience="internal", side="fr")


def person(id_):
    return Person(id_, names=(Name("fr", id_.title()),), side="fr")


def held(*people, id_="s", **more):
    roles = tuple(Role("speaker", each, confirmation="confirmed") for each in people)
    return Session(
        id_, event="e", title=Text(fr=f"Séance {id_}"), start=NINE, end=NINE.replace(hour=10),
        roles=roles, **more,
    )  # fmt: skip


def dossier(*sessions, **more):
    return Dossier(
        namespace="a.example",
        languages=("fr",),
        sides=(Side("fr", name=Text(fr="France"), zone="Europe/Paris"),),
        organisations=(Organisation("tours", name=Text(fr="Tours"), side="fr"),),
        people=(person("anne"), person("bao"), person("chloe")),
        events=(Event("e", title=Text(fr="Rencontres")),),
        sessions=sessions,
        **more,
    )


def published(*dossiers, previous=None):
    ledger = previous
    start = previous.published if previous else FIRST - timedelta(days=10)
    for number, each in enumerate(dossiers, 1):
        ledger = publish(each, ledger, at=start + timedelta(days=10 * number))
        ledger = Ledger.from_json(ledger.to_json())
    return ledger


def feeds(whole, ledger, reader=TEAM, **options):
    made = FEEDS(view(whole, reader, ledger=ledger), FeedsOptions(**options))
    return {each.about: told(each.body) for each in made}


def told(body):
    return {
        uid.partition("@")[0]: (each.text("STATUS"), int(each.text("SEQUENCE")))
        for uid, each in components(body).items()
    }


BOTH, ALONE, NOBODY = (dossier(held(*who)) for who in (("anne", "bao"), ("bao",), ()))


def test_a_session_that_was_removed_is_cancelled_in_the_calendar_of_each_who_had_it():
    ledger = published(BOTH, dossier())
    assert feeds(dossier(), ledger) == {
        "anne": {"session.s": ("CANCELLED", 1)},
        "bao": {"session.s": ("CANCELLED", 1)},
    }


def test_who_is_taken_off_a_session_is_told_and_the_others_are_not():
    ledger = published(BOTH, ALONE)
    assert feeds(ALONE, ledger) == {
        "anne": {"session.s": ("CANCELLED", 1)},
        "bao": {"session.s": ("CONFIRMED", 0)},
    }
    assert told(ICS.one(view(ALONE, TEAM, ledger=ledger)).body) == {"session.s": ("CONFIRMED", 0)}


def test_a_promise_that_was_taken_back_parts_somebody_too():
    off = BOTH.change(
        "s", roles=(Role("speaker", "anne", confirmation="withdrawn"), *BOTH["s"].roles[1:])
    )
    assert feeds(off, published(BOTH, off))["anne"] == {"session.s": ("CANCELLED", 1)}


def test_whoever_comes_for_somebody_else_has_the_session_too():
    stands = dossier(Session("s", start=NINE, roles=(Role("speaker", "tours", person="anne"),)))
    ledger = published(stands, dossier())
    assert set(feeds(dossier(), ledger)) == {"anne"}
    assert [stone.id for stone in view(dossier(), TEAM, ledger=ledger).of("tours").gone] == ["s"]


def test_the_zone_of_a_session_that_is_gone_is_defined_in_the_calendar_that_cancels_it():
    lima = datetime(1950, 6, 1, 9, tzinfo=ZoneInfo("America/Lima"))
    away = Session("lima", start=lima, roles=(Role("speaker", "anne"),))
    ledger = published(dossier(held("anne"), away), dossier(held("anne")))
    [calendar] = FEEDS(view(dossier(held("anne")), TEAM, ledger=ledger))
    named = set(re.findall("TZID=(.*?):", calendar.text))
    assert (
        named == set(re.findall(r"TZID:(\S+)", calendar.text)) == {lima.tzinfo.key, NINE.tzinfo.key}
    )
    assert "DTSTART:19500101T000000" in calendar.text


def test_who_comes_back_is_told_a_higher_revision_than_the_cancellation():
    ledger = published(BOTH, ALONE, BOTH)
    assert feeds(BOTH, ledger)["anne"] == {"session.s": ("CONFIRMED", 2)}
    again = published(ALONE, previous=ledger)
    assert feeds(ALONE, again)["anne"] == {"session.s": ("CANCELLED", 3)}


def test_a_session_removed_after_she_was_taken_off_stays_cancelled_for_her():
    ledger = published(BOTH, ALONE, dossier())
    assert feeds(dossier(), ledger) == {
        "anne": {"session.s": ("CANCELLED", 1)},
        "bao": {"session.s": ("CANCELLED", 1)},
    }


def test_actions_stand_in_a_feed_in_the_order_of_the_calendar_of_her_copy():
    def charged(due):
        days = (("a", due), ("b", "2016-10-21"))
        return dossier(
            actions=tuple(
                Action(id_, title=Text(fr=id_), owners=("anne",), due=When(day) if day else None)
                for id_, day in days
            )
        )

    ledger = published(charged("2016-10-20"), charged(None))
    programme = view(charged(None), TEAM, ledger=ledger)
    [feed] = FEEDS(programme)
    assert list(told(feed.body)) == ["action.b", "action.a"]
    assert feed.body == ICS.one(programme.of("anne")).body


def test_an_action_that_was_dropped_or_given_to_another_is_told():
    def charged(*owners):
        action = Action("map", title=Text(fr="Feuille"), owners=owners, due=When("2016-10-20"))
        return dossier(actions=(action,))

    ledger = published(charged("anne"), charged("bao"))
    assert feeds(charged("bao"), ledger)["anne"] == {"action.map": ("CANCELLED", 1)}
    gone = published(dossier(), previous=ledger)
    assert feeds(dossier(), gone) == {
        "anne": {"action.map": ("CANCELLED", 1)},
        "bao": {"action.map": ("CANCELLED", 1)},
    }
    tasks = feeds(dossier(), gone, todos=True, deadlines=False)
    assert set(tasks) == {"anne", "bao"}


def test_the_policy_of_cancellations_holds():
    ledger = published(BOTH, ALONE)
    assert feeds(ALONE, ledger, cancelled="drop")["anne"] == {}
    later = published(ALONE, ALONE, previous=ledger)
    assert feeds(ALONE, later, cancelled_days=15)["anne"] == {}
    assert feeds(ALONE, later, cancelled_days=25)["anne"] == {"session.s": ("CANCELLED", 1)}


def test_her_copy_in_any_format_has_what_is_gone():
    copy = view(ALONE, TEAM, ledger=published(BOTH, ALONE)).of("anne")
    assert [(stone.id, stone.status, stone.sequence) for stone in copy.gone] == [
        ("s", "cancelled", 1)
    ]
    assert told(ICS.one(copy).body) == {"session.s": ("CANCELLED", 1)}


def test_nobody_learns_from_a_cancellation_who_else_was_there():
    body = FEEDS(view(dossier(), TEAM, ledger=published(BOTH, dossier())))
    [anne] = [each.text for each in body if each.about == "anne"]
    assert "Bao" not in anne
    assert "bao" not in anne


def test_who_is_forgotten_is_forgotten_by_the_ledger():
    ledger = published(BOTH, ALONE)
    assert '"anne"' in ledger.to_json()
    for before in (BOTH, ALONE):
        after = published(forget(before, "anne"), previous=ledger)
        assert "anne" not in after.to_json()
    gone = published(dossier(), previous=published(BOTH))
    assert "anne" not in published(forget(dossier(), "anne"), previous=gone).to_json()


def test_a_person_whom_the_reader_may_not_see_has_no_calendar():
    hidden = attrs.evolve(person("anne"), audience="internal")
    secret = ALONE.without("anne").with_(hidden)
    ledger = published(BOTH, secret)
    assert set(feeds(secret, ledger, Reader("fr"))) == {"bao"}


def test_a_ledger_of_before_loads_and_goes_on():
    old = published(BOTH)
    text = old.to_json().replace(', "people": ["anne", "bao"]', "")
    assert text != old.to_json()
    before = Ledger.from_json(text)
    assert feeds(BOTH, published(BOTH, previous=before))["anne"] == {"session.s": ("CONFIRMED", 0)}


@pytest.mark.parametrize(
    "wrong", ['"people": "anne"', '"people": [1]', '"people": ["a b"]', '"parted": [["anne", 1]]']
)
def test_a_damaged_list_is_refused_with_its_place(wrong):
    text = published(BOTH).to_json().replace('"people": ["anne", "bao"]', wrong)
    with pytest.raises(ValueError, match=r"session\.s"):
        Ledger.from_json(text)


@given(
    st.lists(
        st.frozensets(st.sampled_from(["anne", "bao", "chloe"])) | st.none(), min_size=1, max_size=5
    )
)
def test_whatever_happens_a_calendar_never_goes_back_and_ends_with_the_truth(history):
    seen = {}
    ledger = None
    for who in history:
        whole = dossier() if who is None else dossier(held(*sorted(who)))
        ledger = published(whole, previous=ledger) if ledger else published(whole)
        for id_, entries in feeds(whole, ledger).items():
            for status, sequence in entries.values():
                had, last = seen.get(id_, (None, -1))
                assert sequence > last or (status == had and sequence == last)
                seen[id_] = status, sequence
        for id_, (status, _) in seen.items():
            assert (status == "CONFIRMED") == (id_ in (who or ()))


def test_who_is_taken_off_learns_nothing_of_what_becomes_of_it():
    moved = ALONE.change("s", title=Text(fr="Huis clos"), start=NINE.replace(hour=7), end=None)
    ledger = published(BOTH, ALONE, moved)
    for now in (moved, moved.change("s", audience="internal")):
        ledger = published(now, previous=ledger)
        [anne] = [f for f in FEEDS(view(now, TEAM, ledger=ledger)) if f.about == "anne"]
        entry = components(anne.body)["session.s@a.example"]
        assert (entry["SUMMARY"], entry["DTSTART"]) == ("Annulé\u00a0: Séance s", "20161029T090000")


def test_what_the_public_lost_before_she_did_keeps_its_name_for_her():
    hidden = BOTH.change("s", audience="internal")
    secret = hidden.change("s", title=Text(fr="Huis clos"))
    off = secret.change("s", roles=())
    ledger = published(BOTH, hidden, secret, off)
    copy = view(off, Reader("fr"), ledger=ledger).of("anne")
    assert [(str(stone.title), stone.sequence) for stone in copy.gone] == [("Séance s", 1)]
    assert b"Huis clos" not in ICS.one(copy).body


def test_a_session_open_to_all_stands_once_for_who_was_taken_off():
    was, now = (whole.change("s", open=True) for whole in (BOTH, ALONE))
    found = feeds(now, published(was, now), open=True)
    assert found["anne"] == {"session.s": ("CONFIRMED", 0)}


def test_a_session_that_loses_its_day_is_taken_out_of_calendars_until_it_has_one_again():
    undated = BOTH.change("s", start=None, end=None)
    ledger = published(BOTH, undated)
    for body in (ICS.one(view(undated, TEAM, ledger=ledger)).body, *(
        each.body for each in FEEDS(view(undated, TEAM, ledger=ledger)) if each.about == "anne"
    )):  # fmt: skip
        [entry] = components(body).values()
        assert entry["SUMMARY"].startswith("Reporté\u00a0: Séance s")
        assert (entry["STATUS"], entry["DTSTART"]) == ("CANCELLED", "20161029T090000")
        assert entry["SEQUENCE"] == "1"
    again = published(BOTH, previous=ledger)
    assert feeds(BOTH, again)["anne"] == {"session.s": ("CONFIRMED", 2)}


def test_an_action_that_is_done_or_loses_its_day_is_taken_out_of_calendars():
    action = Action("map", title=Text(fr="Feuille"), owners=("anne",), due=When("2016-10-20"))
    whole = dossier(actions=(action,))
    for change, said in (
        ({"status": "done"}, "Échéance\u00a0: Feuille (fait)"),
        ({"due": None}, "Reporté\u00a0: Échéance\u00a0: Feuille"),
    ):
        now = whole.change("map", **change)
        ledger = published(whole, now)
        for body in (ICS.one(view(now, TEAM, ledger=ledger)).body, *(
            each.body for each in FEEDS(view(now, TEAM, ledger=ledger)) if each.about == "anne"
        )):  # fmt: skip
            [entry] = components(body).values()
            assert (entry["SUMMARY"], entry["STATUS"]) == (said, "CANCELLED")
        tasks = FEEDS(view(now, TEAM, ledger=ledger), FeedsOptions(todos=True))
        [task] = [each for each in tasks if each.path.name == "anne.actions.fr.ics"]
        assert len(components(task.body, "VTODO")) == 1
    assert told(ICS.one(view(whole.change("map", status="done"), TEAM)).body) == {}


def test_an_event_that_stood_in_calendars_before_its_sessions_stays_there():
    event = Event("e", title=Text(fr="Rencontres"), when=When("2016-10-28/2016-10-30"))
    early, late = (attrs.evolve(whole, events=(event,)) for whole in (dossier(), BOTH))
    at_once = ICS.one(view(late, TEAM, ledger=published(late)))
    assert set(components(at_once.body)) == {"session.s@a.example"}
    grown = ICS.one(view(late, TEAM, ledger=published(early, late)))
    assert set(components(grown.body)) == {"session.s@a.example", "event.e@a.example"}
    undated = attrs.evolve(late, events=(attrs.evolve(event, when=None),))
    never = ICS.one(view(undated, TEAM, ledger=published(late, undated)))
    assert set(components(never.body)) == {"session.s@a.example"}
    gone = ICS.one(view(undated, TEAM, ledger=published(early, late, undated)))
    assert components(gone.body)["event.e@a.example"]["STATUS"] == "CANCELLED"
