"""What the ledger adds to a view: revisions, from where something moved, what is gone."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import attrs
import pytest

from rencontres.model import (
    Action,
    Committee,
    Dossier,
    Event,
    Name,
    Organisation,
    Person,
    Role,
    Room,
    Session,
    Side,
    Workshop,
)
from rencontres.publishing import Ledger, publish
from rencontres.text import Text
from rencontres.views import Gone, Reader, Selection, view
from rencontres.when import When

NINE = datetime(2016, 10, 29, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
FIRST = datetime(2016, 9, 15, 12, tzinfo=UTC)
SECOND, THIRD, FOURTH = (FIRST + timedelta(days=day) for day in (10, 20, 30))
PUBLIC, PARTNERS = Reader("fr"), Reader("fr", audience="partners")
FR = Reader("fr", audience="internal", side="fr")
CN = Reader("fr", audience="internal", side="cn")


def _dossier(**fields):
    return Dossier(
        namespace="a.example",
        sides=(
            Side("cn", name=Text(fr="Chine"), zone="Asia/Shanghai"),
            Side("fr", name=Text(fr="France"), zone="Europe/Paris"),
        ),
        rooms=(Room("r1", name=Text(fr="Salle un")), Room("r2", name=Text(fr="Salle deux"))),
        people=(Person("anne", names=(Name("fr", "Anne"),)),),
        events=(Event("e", title=Text(fr="Rencontres"), when=When("2016-10-28/2016-10-30")),),
        sessions=(
            Session("s", event="e", title=Text(fr="Plénière"), start=NINE, end=NINE.replace(hour=10), room="r1"),
            Session("t", event="e", title=Text(fr="Pause"), start=NINE, roles=(Role("speaker", "anne"),)),
        ),
        actions=(Action("a", title=Text(fr="Feuille de route"), due=When("2016-22", before=True)),),
        **fields,
    )  # fmt: skip


def _published(*dossiers):
    ledger = None
    for dossier, at in zip(dossiers, (FIRST, SECOND, THIRD, FOURTH), strict=False):
        ledger = publish(dossier, ledger, at=at)
    return ledger


def _slot(dossier, ledger, reader=PUBLIC, id_="s"):
    return next(slot for slot in view(dossier, reader, ledger=ledger).slots() if slot.id == id_)


def test_without_a_ledger_there_is_no_revision():
    slot = _slot(_dossier(), None)
    assert (slot.sequence, slot.created, slot.modified, slot.before) == (0, None, None, None)
    revised = datetime(2016, 10, 20, tzinfo=UTC)
    seen = view(_dossier(revised=revised), PUBLIC)
    assert (seen.revised, seen.gone) == (revised, ())


def test_the_ledger_tells_revisions_and_when_the_programme_was_published():
    old = _dossier()
    new = old.change("s", start=NINE.replace(hour=8))
    ledger = _published(old, new)
    moved, same = _slot(new, ledger), _slot(new, ledger, id_="t")
    assert (moved.sequence, moved.created, moved.modified) == (1, FIRST, SECOND)
    assert (same.sequence, same.created, same.modified) == (0, FIRST, FIRST)
    assert view(new, PUBLIC, ledger=ledger).revised == SECOND
    event = view(new, PUBLIC, ledger=ledger).events[0]
    assert (event.sequence, event.created, event.modified) == (0, FIRST, FIRST)
    (action,) = view(new, PARTNERS, ledger=ledger).actions
    assert (action.sequence, action.created) == (0, FIRST)


def test_what_moved_says_from_where_on_the_clock_of_the_reader():
    old = _dossier()
    new = old.change("s", start=NINE.replace(hour=8), room="r2")
    ledger = _published(old, new)
    before = _slot(new, ledger).before
    assert (str(before.room), before.start, before.end) == ("Salle un", NINE, NINE.replace(hour=10))
    paris = _slot(new, ledger, Reader("fr", zone="Europe/Paris")).before
    assert (paris.start.hour, paris.start.tzinfo.key) == (3, "Europe/Paris")
    assert _slot(new, ledger, id_="t").before is None


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"room": "r2"}, ("Salle un", None, None)),
        ({"room": None}, ("Salle un", None, None)),
        ({"end": NINE.replace(hour=11)}, (None, None, 10)),
        ({"start": NINE.replace(hour=8)}, (None, 9, 10)),
        ({"start": None, "end": None}, (None, 9, 10)),
        ({"title": Text(fr="Autre")}, None),
    ],
)
def test_only_what_differs_is_told(change, told):
    old = _dossier()
    new = old.change("s", **change)
    before = _slot(new, _published(old, new)).before
    if told is None:
        assert before is None
    else:
        room, start, end = told
        assert (before.room and str(before.room)) == room
        assert (before.start and before.start.hour) == start
        assert (before.end and before.end.hour) == end


def test_from_where_something_moved_is_told_until_the_next_release():
    old = _dossier()
    moved = old.change("s", room="r2")
    later = moved.change("t", title=Text(fr="Pause-café"))
    again = _published(old, moved, moved)
    assert str(_slot(moved, again).before.room) == "Salle un"
    assert _slot(later, _published(old, moved, moved, later)).before is None


def test_a_room_that_was_for_some_only_is_not_named_to_others_afterwards():
    secret = Room("secret", name=Text(fr="Salle secrète"), audience="partners")
    old = _dossier().with_(secret).change("s", room="secret")
    new = old.change("s", room="r1")
    before = _slot(new, _published(old, new)).before
    assert before is None or before.room is None


# --- what is gone ----------------------------------------------------------------------------------


def test_what_was_removed_leaves_what_readers_need_to_recognise_it():
    old = _dossier()
    new = old.without("s")
    ledger = _published(old, new)
    (gone,) = view(new, Reader("fr", zone="Europe/Paris"), ledger=ledger).gone
    assert isinstance(gone, Gone)
    assert (gone.id, gone.uid, gone.noun) == ("s", "session.s@a.example", "session")
    assert (str(gone.title), str(gone.room), gone.event) == ("Plénière", "Salle un", "e")
    assert (gone.start.hour, gone.start.tzinfo.key) == (3, "Europe/Paris")
    assert (gone.status, gone.sequence, gone.created, gone.modified) == (
        "cancelled",
        1,
        FIRST,
        SECOND,
    )


def test_events_and_actions_leave_theirs_with_their_days():
    old = attrs.evolve(_dossier(), sessions=())
    new = attrs.evolve(old, events=(), actions=())
    ledger = _published(old, new)
    gone = {each.uid: each for each in view(new, PARTNERS, ledger=ledger).gone}
    assert gone["event.e@a.example"].when == When("2016-10-28/2016-10-30")
    assert gone["action.a@a.example"].when.day == date(2016, 5, 31)
    assert [each.noun for each in view(new, PUBLIC, ledger=ledger).gone] == ["event"]


def test_a_removal_is_told_once_it_has_been_published():
    old = _dossier()
    assert view(old.without("s"), PUBLIC, ledger=_published(old)).gone == ()


def test_what_comes_back_is_no_longer_gone():
    old = _dossier()
    ledger = _published(old, old.without("s"), old)
    assert view(old, PUBLIC, ledger=ledger).gone == ()
    assert _slot(old, ledger).sequence == 2


def _told(dossier, ledger, id_="s"):
    """Return for each reader: what she sees, a revision or what she is told of its cancellation."""
    told = {}
    for name, reader in (("public", PUBLIC), ("partners", PARTNERS), ("fr", FR), ("cn", CN)):
        seen = view(dossier, reader, ledger=ledger)
        shown = {slot.id: slot.sequence for slot in seen.slots()}
        gone = {slot.id: f"gone {slot.sequence}" for slot in seen.gone}
        assert not shown.keys() & gone.keys()
        told[name] = {**shown, **gone}.get(id_)
    return told


def _each(public, partners, fr, cn):
    return {"public": public, "partners": partners, "fr": fr, "cn": cn}


def test_those_who_lose_sight_of_a_thing_are_told_and_they_alone():
    old = _dossier()
    narrow = old.change("s", audience="partners")
    assert _told(narrow, _published(old, narrow)) == _each("gone 1", 0, 0, 0)
    assert _told(narrow, _published(narrow)) == _each(None, 0, 0, 0)


def test_a_thing_that_becomes_internal_is_gone_for_the_other_side():
    bodies = (Organisation("cuf", name=Text(fr="CUF"), side="fr"),)
    old = _dossier(organisations=bodies).change("s", roles=(Role("organiser", "cuf"),), event=None)
    narrow = old.change("s", audience="internal")
    ledger = _published(old, narrow)
    assert _told(narrow, ledger) == _each("gone 1", "gone 1", 0, "gone 1")
    removed = narrow.without("s")
    ledger = publish(removed, ledger, at=THIRD)
    assert set(_told(removed, ledger).values()) == {"gone 1"}
    never = publish(removed, publish(narrow, None, at=FIRST), at=SECOND)
    assert _told(removed, never) == _each(None, None, "gone 1", None)


def test_what_narrows_in_two_steps_is_told_at_each():
    bodies = (Organisation("cuf", name=Text(fr="CUF"), side="fr"),)
    old = _dossier(organisations=bodies).change("s", roles=(Role("organiser", "cuf"),), event=None)
    middle = old.change("s", audience="partners")
    narrow = old.change("s", audience="internal")
    ledger = _published(old, middle, narrow)
    assert _told(middle, _published(old, middle)) == _each("gone 1", 0, 0, 0)
    assert _told(narrow, ledger) == _each("gone 1", "gone 1", 0, "gone 1")
    moved = narrow.change("s", start=NINE.replace(hour=8))
    assert _told(moved, publish(moved, ledger, at=FOURTH))["fr"] == 1


def test_those_who_see_a_thing_again_are_told_above_its_cancellation():
    old = _dossier()
    narrow = old.change("s", audience="partners")
    again = _published(old, narrow, old)
    assert _told(old, again) == _each(2, 2, 2, 2)
    hidden = old.change("s", audience="internal")
    assert _told(narrow, _published(old, hidden, narrow)) == _each("gone 1", 2, 2, 2)


def test_a_thing_is_gone_when_what_it_is_part_of_is_hidden():
    old = _dossier()
    narrow = old.change("e", audience="partners")
    ledger = _published(old, narrow)
    assert _told(narrow, ledger) == _each("gone 1", 0, 0, 0)
    public = view(narrow, PUBLIC, ledger=ledger)
    assert {gone.id for gone in public.gone} == {"e", "s", "t"}
    assert {gone.event for gone in public.gone} == {None}


def test_a_cancellation_names_nothing_that_was_hidden():
    shop = Workshop("w", title=Text(fr="Atelier secret"), audience="partners")
    secret = Room("secret", name=Text(fr="Salle secrète"), audience="partners")
    old = attrs.evolve(_dossier(), sessions=()).with_(
        shop, secret, Session("s", event="e", workshop="w", room="secret"),
        Session("u", event="e", room="secret"),
    )  # fmt: skip
    new = old.without("s", "u")
    ledger = _published(old, new)
    assert [gone.id for gone in view(new, PUBLIC, ledger=ledger).gone] == ["u"]
    gone = {each.id: each for each in view(new, PARTNERS, ledger=ledger).gone}
    assert (str(gone["s"].title), str(gone["s"].room)) == ("Atelier secret", "Salle secrète")
    assert (str(gone["u"].title), gone["u"].room) == ("Rencontres", None)


def test_who_lost_sight_of_a_thing_learns_nothing_of_what_becomes_of_it():
    old = _dossier()
    narrow = old.change("s", audience="partners")
    secret = narrow.change(
        "s", title=Text(fr="Négociation"), start=NINE.replace(hour=7), end=None, room="r2"
    )
    ledger = _published(old, narrow, secret)
    ledger = Ledger.from_json(ledger.to_json())
    for now, at in ((secret, ledger), (secret.without("s"), None)):
        at = at or publish(now, ledger, at=FOURTH)
        gone = {stone.id: stone for stone in view(now, PUBLIC, ledger=at).gone}["s"]
        assert (str(gone.title), gone.start, str(gone.room)) == ("Plénière", NINE, "Salle un")
        assert (gone.sequence, gone.modified) == (1, SECOND)


def test_who_sees_a_thing_for_the_first_time_is_not_told_from_where_it_moved():
    hidden = _dossier().change("s", audience="partners")
    shown = hidden.change("s", audience=None, start=NINE.replace(hour=7), end=None)
    assert _slot(shown, _published(hidden, shown)).before is None


def test_what_has_no_day_any_more_is_postponed_until_it_has_one_again():
    old = _dossier()
    undated = old.change("s", start=None, end=None)
    ledger = _published(old, undated, undated)
    (gone,) = view(undated, PUBLIC, ledger=ledger).gone
    assert (gone.id, gone.status, gone.start, gone.sequence) == ("s", "postponed", NINE, 1)
    month = undated.change("s", when=When("2016-11"))
    ledger = publish(month, ledger, at=FOURTH)
    assert [stone.start for stone in view(month, PUBLIC, ledger=ledger).gone] == [NINE]
    off = month.change("s", confirmation="cancelled")
    ledger = publish(off, ledger, at=FOURTH)
    assert [stone.status for stone in view(off, PUBLIC, ledger=ledger).gone] == ["cancelled"]
    ledger = publish(old, ledger, at=FOURTH)
    assert view(old, PUBLIC, ledger=ledger).gone == ()
    assert _slot(old, ledger).sequence == 4


def test_what_never_had_a_day_is_not_postponed():
    undated = _dossier().change("s", start=None, end=None)
    retitled = undated.change("s", title=Text(fr="Autre"))
    assert view(retitled, PUBLIC, ledger=_published(undated, retitled)).gone == ()


@pytest.mark.parametrize(
    ("selection", "told"),
    [
        (Selection(), ["s"]),
        (Selection(events=["e"]), ["s"]),
        (Selection(events=["other"]), []),
        (Selection(committees=["c"]), ["s"]),
        (Selection(days=[date(2016, 10, 29)]), ["s"]),
        (Selection(days=[date(2016, 10, 30)]), []),
        (Selection(parts=["sessions"]), ["s"]),
        (Selection(parts=["actions"]), []),
        (Selection(people=["anne"]), []),
    ],
    ids=repr,
)
def test_what_is_gone_follows_the_selection(selection, told):
    board = Committee("c", name=Text(fr="Comité"))
    old = _dossier(committees=(board,)).change("e", committee="c")
    new = old.without("s")
    seen = view(new, PUBLIC, selection, ledger=_published(old, new))
    assert [gone.id for gone in seen.gone] == told


def test_a_whole_day_that_is_gone_follows_the_days_asked_for():
    old = _dossier().change("s", start=None, end=None, when=When("2016-10-28/2016-10-30"))
    ledger = _published(old, old.without("s"))
    for day, told in ((27, []), (28, ["s"]), (29, ["s"]), (31, [])):
        asked = Selection(days=[date(2016, 10, day)])
        seen = view(old.without("s"), PUBLIC, asked, ledger=ledger)
        assert [gone.id for gone in seen.gone] == told


def test_what_is_not_selected_is_not_gone():
    dossier = _dossier()
    seen = view(dossier, PUBLIC, Selection(events=[]), ledger=_published(dossier))
    assert (list(seen.slots()), seen.gone) == ([], ())
