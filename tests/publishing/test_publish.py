"""When a revision grows, when a modification is told, and what contradicts what was published."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import attrs
import pytest

from rencontres import LedgerError
from rencontres.model import (
    Action,
    Attendance,
    Dossier,
    End,
    Event,
    Interpretation,
    Item,
    Link,
    Name,
    Note,
    Organisation,
    Pairing,
    Party,
    Person,
    Place,
    Role,
    Room,
    Session,
    Side,
    Workshop,
)
from rencontres.publishing import Ledger, highest_sequence, publish
from rencontres.text import Text
from rencontres.when import When

CHENGDU, PARIS = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Paris")
NINE = datetime(2016, 10, 29, 9, tzinfo=CHENGDU)
FIRST = datetime(2016, 9, 15, 12, tzinfo=UTC)
SECOND, THIRD, FOURTH = (FIRST + timedelta(days=day) for day in (10, 20, 30))


def _t(words):
    return Text(fr=words)


def _dossier():
    return Dossier(
        namespace="a.example",
        sides=(Side("fr", name=_t("partie française")),),
        places=(
            Place("city", name=_t("Chengdu")),
            Place("venue", name=_t("Centre"), within="city"),
        ),
        rooms=(Room("room", name=_t("Salle"), place="venue"), Room("other", name=_t("Autre salle"))),
        organisations=(
            Organisation("body", name=_t("Organisme"), side="fr"),
            Organisation("lead", name=_t("Chef de file"), side="fr"),
        ),
        people=tuple(
            Person(id_, names=(Name("fr", id_.title()),))
            for id_ in ("anne", "boris", "chloe", "denis", "emile", "idle")
        ),
        events=(
            Event(
                "e", title=_t("Rencontres"), when=When("2016-10-28/2016-10-30"), place="venue",
                convened_by=("body",), links=(Link("backed-by", "fair"),), roles=(Role("organiser", "emile"),),
            ),
            Event("fair", title=_t("Foire")),
        ),
        workshops=(Workshop("w", title=_t("Atelier"), event="e", roles=(Role("rapporteur", "denis"),)),),
        pairings=(Pairing("p", workshop="w", ends=(End("fr", (Party("lead"),)),)),),
        sessions=(
            Session(
                "s", event="e", workshop="w", title=_t("Séance"), start=NINE, end=NINE.replace(hour=10),
                room="room", roles=(Role("speaker", "anne", on_behalf_of="body"),),
                items=(Item(_t("Mot"), roles=(Role("speaker", "boris"),)),),
                interpretation=(Interpretation(("fr", "zh"), team=("chloe",)),),
            ),
            Session("day", when=When("2016-10-29"), title=_t("Visite")),
        ),
        notes=(Note("n", text=_t("Constat"), event="e"),),
        actions=(
            Action("a", title=_t("Feuille de route"), due=When("2016-22", before=True, words=_t("avant l’été")), owners=("body",)),
        ),
    )  # fmt: skip


def _traces(old, new):
    first = publish(old, None, at=FIRST)
    return first.traces, publish(new, first, at=SECOND).traces


# --- SEQUENCE ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("id_", "key", "change"),
    [
        ("s", "session.s", {"start": NINE.replace(hour=8)}),
        ("s", "session.s", {"end": NINE.replace(hour=11)}),
        ("s", "session.s", {"end": None}),
        ("s", "session.s", {"start": None, "end": None}),
        ("s", "session.s", {"start": None, "end": None, "when": When("2016-10-29")}),
        ("s", "session.s", {"start": NINE.astimezone(PARIS), "end": None}),
        ("s", "session.s", {"confirmation": "to-confirm"}),
        ("s", "session.s", {"confirmation": "cancelled"}),
        ("s", "session.s", {"confirmation": "postponed"}),
        ("day", "session.day", {"when": When("2016-10-30")}),
        ("e", "event.e", {"when": When("2016-10-27/2016-10-30")}),
        ("e", "event.e", {"when": None}),
        ("e", "event.e", {"confirmation": "proposed"}),
        ("e", "session.s", {"confirmation": "cancelled"}),
        ("e", "session.s", {"confirmation": "postponed"}),
        ("a", "action.a", {"due": When("2016-06-30")}),
        ("a", "action.a", {"due": None}),
        ("a", "action.a", {"status": "done"}),
    ],
)
def test_a_revision_grows_with_a_time_or_a_status(id_, key, change):
    old = _dossier()
    before, after = _traces(old, old.change(id_, **change))
    assert (before[key].sequence, after[key].sequence) == (0, 1)
    assert (after[key].created, after[key].modified) == (FIRST, SECOND)


@pytest.mark.parametrize(
    ("id_", "key", "change"),
    [
        # The thing itself
        ("s", "session.s", {"title": _t("Autre titre")}),
        ("s", "session.s", {"title": Text(fr="Séance", zh_Hans="会议")}),
        ("s", "session.s", {"short": _t("Court")}),
        ("s", "session.s", {"description": _t("Plus de mots")}),
        ("s", "session.s", {"room": "other"}),
        ("s", "session.s", {"roles": (Role("speaker", "idle"),)}),
        ("s", "session.s", {"roles": (Role("speaker", "anne", confirmation="confirmed"),)}),
        ("s", "session.s", {"roles": (Role("speaker", "body", person="idle"),)}),
        ("s", "session.s", {"items": ()}),
        ("s", "session.s", {"interpretation": ()}),
        ("s", "session.s", {"languages": ("fr",)}),
        ("s", "session.s", {"url": Text(fr="https://a.example")}),
        ("s", "session.s", {"open": False}),
        ("s", "session.s", {"kind": "plenary"}),
        ("e", "event.e", {"theme": _t("Thème")}),
        ("e", "event.e", {"links": ()}),
        ("e", "event.e", {"attendance": Attendance(estimate=600)}),
        ("e", "event.e", {"when": When("2016-10-28/2016-10-30", words=_t("fin octobre"))}),
        ("a", "action.a", {"owners": ("lead",)}),
        ("a", "action.a", {"due": When("2016-22", before=True, words=_t("avant juin"))}),
        # What it names
        ("room", "session.s", {"name": _t("Salle 3")}),
        ("room", "session.s", {"floor": _t("2e étage")}),
        ("venue", "session.s", {"name": _t("Palais")}),
        ("city", "session.s", {"name": _t("Wuhan")}),
        ("venue", "session.s", {"address": _t("1 avenue")}),
        ("anne", "session.s", {"names": (Name("fr", "Dupont"),)}),
        ("boris", "session.s", {"gender": "masculine"}),
        ("chloe", "session.s", {"names": (Name("fr", "Dupont"),)}),
        ("denis", "session.s", {"names": (Name("fr", "Dupont"),)}),
        ("body", "session.s", {"short": _t("Org")}),
        ("lead", "session.s", {"name": _t("Bordeaux")}),
        ("fr", "session.s", {"name": _t("la France")}),
        ("w", "session.s", {"title": _t("Autre atelier")}),
        ("w", "session.s", {"number": 2}),
        ("p", "session.s", {"topic": _t("Bilan")}),
        ("p", "session.s", {"ends": (End("fr", (Party("lead", confirmation="confirmed"),)),)}),
        ("e", "session.s", {"short": _t("Chengdu")}),
        ("e", "session.s", {"theme": _t("Thème")}),
        # Who is told of what it names
        ("room", "session.s", {"audience": "partners"}),
        ("venue", "session.s", {"audience": "partners"}),
        ("anne", "session.s", {"audience": "internal"}),
        ("p", "session.s", {"audience": "partners"}),
        ("fair", "event.e", {"audience": "partners"}),
        ("body", "event.e", {"name": _t("Autre organisme")}),
        ("emile", "event.e", {"names": (Name("fr", "Dupont"),)}),
        ("fair", "event.e", {"title": _t("Foire de l’Ouest")}),
        ("city", "event.e", {"name": _t("Wuhan")}),
        ("body", "action.a", {"name": _t("Autre organisme")}),
    ],
)  # fmt: skip
def test_a_modification_is_told_with_words_and_what_they_name_without_a_revision(id_, key, change):
    old = _dossier()
    before, after = _traces(old, old.change(id_, **change))
    assert after[key].sequence == before[key].sequence == 0
    assert (before[key].modified, after[key].modified) == (FIRST, SECOND)
    assert after[key].created == FIRST


def test_the_title_of_the_dossier_stands_for_the_event_of_a_session_without_one():
    old = attrs.evolve(_dossier(), title=_t("Rencontres"))
    before, after = _traces(old, attrs.evolve(old, title=_t("Forum")))
    assert after["session.day"].modified == SECOND
    assert after["session.s"] == before["session.s"]


@pytest.mark.parametrize(
    ("id_", "change"),
    [
        ("s", {"source": "CR, l. 1"}),
        ("s", {"as_written": "seance"}),
        ("s", {"extra": {"a": 1}}),
        ("s", {"attendance": Attendance(estimate=3)}),
        ("s", {"roles": (Role("speaker", "anne", on_behalf_of="body", asked=date(2016, 5, 1), by="body"),)}),
        ("p", {"ends": (End("fr", (Party("lead", asked=date(2016, 5, 1), due=When("2016-06")),)),)}),
        ("anne", {"email": "a@a.example", "phone": "+33 1"}),
        ("anne", {"source": "annuaire"}),
        ("idle", {"names": (Name("fr", "Autre"),)}),
        ("other", {"name": _t("Autre nom")}),
        ("n", {"text": _t("Autre constat")}),
        ("e", {"uid": "event.e@a.example"}),
    ],
)  # fmt: skip
def test_what_no_programme_tells_changes_nothing(id_, change):
    old = _dossier()
    before, after = _traces(old, old.change(id_, **change))
    assert after == before


def test_every_field_of_a_role_is_told_or_set_aside():
    fields = {attribute.name for attribute in attrs.fields(Role)}
    told = {"function", "holder", "on_behalf_of", "confirmation", "person"}
    assert fields == told | {"asked", "due", "by"}
    one = Role("speaker", "anne", on_behalf_of="body", confirmation="invited", person="boris")
    for name, other in {
        "function": "moderator", "holder": "boris", "on_behalf_of": None, "confirmation": "accepted",
        "person": None,
    }.items():  # fmt: skip
        old = _dossier().change("s", roles=(one,))
        before, after = _traces(old, old.change("s", roles=(attrs.evolve(one, **{name: other}),)))
        assert before["session.s"].words != after["session.s"].words


def test_the_two_equal_hours_of_a_night_are_two_times():
    first = datetime(2016, 10, 30, 2, 30, tzinfo=PARIS)
    old = _dossier().change("s", start=first, end=None)
    before, after = _traces(old, old.change("s", start=first.replace(fold=1)))
    assert after["session.s"].sequence == before["session.s"].sequence + 1


def test_publishing_again_changes_nothing_but_the_date():
    old = _dossier()
    moved = old.change("s", room="other", start=NINE.replace(hour=8))
    ledger = publish(moved, publish(old, None, at=FIRST), at=SECOND)
    again = publish(moved, ledger, at=THIRD)
    assert again == attrs.evolve(ledger, published=THIRD)
    assert again.traces == ledger.traces
    assert publish(moved, ledger, at=SECOND) == ledger


def test_what_is_published_every_night_is_as_old_as_its_content():
    old = attrs.evolve(_dossier(), version=1)
    ledger = publish(old, publish(old, None, at=FIRST), at=SECOND)
    assert (ledger.published, ledger.revised) == (SECOND, FIRST)
    assert publish(attrs.evolve(old, version=2), ledger, at=THIRD).revised == THIRD
    retitled = attrs.evolve(old.change("s", title=_t("Autre")), version=2)
    assert publish(retitled, ledger, at=THIRD).revised == THIRD


def test_a_release_without_a_change_of_its_own_ends_the_news_of_the_last_one():
    old = attrs.evolve(_dossier(), version=1)
    moved = attrs.evolve(old.change("s", room="other"), version=2)
    ledger = publish(moved, publish(old, None, at=FIRST), at=SECOND)
    assert ledger.traces["session.s"].before.room == _t("Salle")
    renamed = attrs.evolve(moved.change("day", title=_t("Autre")), version=3)
    trace = publish(renamed, ledger, at=THIRD).traces["session.s"]
    assert (trace.before, trace.sequence, trace.modified) == (None, 0, THIRD)


# --- identity --------------------------------------------------------------------------------------


def test_identities_come_from_noun_id_and_namespace_or_from_the_host():
    dossier = _dossier().change("s", uid="4711@elsewhere")
    traces = publish(dossier, None, at=FIRST).traces
    assert {trace.uid for trace in traces.values()} == {
        "4711@elsewhere", "session.day@a.example", "event.e@a.example", "event.fair@a.example",
        "action.a@a.example",
    }  # fmt: skip


def test_another_id_with_the_same_identity_goes_on_with_its_revisions():
    old = _dossier().change("s", start=NINE.replace(hour=8))
    ledger = publish(old, publish(_dossier(), None, at=FIRST), at=SECOND)
    session = old.sessions[1]
    renamed = attrs.evolve(session, id="renamed", uid="session.s@a.example")
    new = old.without("s").with_(renamed)
    traces = publish(new, ledger, at=THIRD).traces
    assert "session.s" not in traces
    assert traces["session.renamed"] == attrs.evolve(
        ledger.traces["session.s"], key="session.renamed", before=None, modified=THIRD
    )


def test_another_identity_under_a_published_id_is_refused():
    old = _dossier()
    with pytest.raises(LedgerError) as caught:
        publish(old.change("s", uid="new@a.example"), publish(old, None, at=FIRST), at=SECOND)
    assert [problem.where for problem in caught.value.problems] == ["sessions.s.uid"]
    gone = publish(old.without("s"), publish(old, None, at=FIRST), at=SECOND)
    with pytest.raises(LedgerError):
        publish(old.change("s", uid="new@a.example"), gone, at=THIRD)


# --- removed, and back -----------------------------------------------------------------------------


def test_what_is_removed_leaves_a_trace_and_what_comes_back_goes_on():
    old, without = _dossier(), _dossier().without("s")
    first = publish(old, None, at=FIRST)
    gone = publish(without, first, at=SECOND)
    trace = gone.traces["session.s"]
    assert (trace.sequence, trace.gone, trace.modified, trace.created) == (1, SECOND, SECOND, FIRST)
    assert (trace.uid, trace.title, trace.now) == (
        first.traces["session.s"].uid,
        _t("Séance"),
        first.traces["session.s"].now,
    )
    still = publish(without, gone, at=THIRD)
    assert still.traces["session.s"] == trace
    back = publish(old, still, at=FOURTH).traces["session.s"]
    assert (back.sequence, back.gone, back.created, back.modified) == (2, None, FIRST, FOURTH)


def test_a_trace_says_enough_to_recognise_a_thing():
    traces = publish(_dossier(), None, at=FIRST).traces
    s, day, event, action = (
        traces[key] for key in ("session.s", "session.day", "event.e", "action.a")
    )
    assert (s.now.start, s.now.end, s.now.room, s.event) == (
        NINE,
        NINE.replace(hour=10),
        _t("Salle"),
        "e",
    )
    assert day.now.when == When("2016-10-29")
    assert event.now.when == When("2016-10-28/2016-10-30")
    assert action.now.when == When("2016-05-31")
    untitled = _dossier().change("s", title=None)
    assert publish(untitled, None, at=FIRST).traces["session.s"].title == _t("Atelier")
    bare = untitled.change("s", workshop=None)
    assert publish(bare, None, at=FIRST).traces["session.s"].title == _t("Rencontres")
    assert publish(bare.change("s", event=None), None, at=FIRST).traces[
        "session.s"
    ].title == Text.same("s")


# --- contradictions ----------------------------------------------------------------------------------


def _codes(dossier, previous, **fields):
    with pytest.raises(LedgerError) as caught:
        publish(dossier, previous, **fields)
    return {problem.code for problem in caught.value.problems}


def test_a_moment_needs_a_zone():
    assert _codes(_dossier(), None, at=datetime(2016, 1, 1)) == {"ledger.naive"}


def test_the_clock_does_not_go_back():
    ledger = publish(_dossier(), None, at=SECOND)
    assert _codes(_dossier(), ledger, at=FIRST) == {"ledger.clock"}
    paris = SECOND.astimezone(PARIS)
    assert publish(_dossier(), ledger, at=paris).published == SECOND


def test_the_namespace_stays():
    ledger = publish(_dossier(), None, at=FIRST)
    assert _codes(attrs.evolve(_dossier(), namespace="b.example"), ledger, at=SECOND) == {
        "ledger.namespace"
    }


def test_an_id_stays_with_its_noun():
    ledger = publish(_dossier(), None, at=FIRST)
    taken = _dossier().without("day").with_(Event("day", title=_t("Journée")))
    assert _codes(taken, ledger, at=SECOND) == {"ledger.noun"}
    noted = _dossier().without("day").with_(Note("day", text=_t("Constat")))
    assert _codes(noted, ledger, at=SECOND) == {"ledger.noun"}
    gone = publish(_dossier().without("day"), ledger, at=SECOND)
    assert _codes(taken, gone, at=THIRD) == {"ledger.noun"}


def test_a_version_is_published_with_one_content():
    one = attrs.evolve(_dossier(), version=1)
    two = attrs.evolve(one.change("s", title=_t("Autre")), version=2)
    ledger = publish(one, None, at=FIRST)
    assert _codes(attrs.evolve(two, version=1), ledger, at=SECOND) == {"ledger.version"}
    assert publish(one, ledger, at=SECOND).version == 1
    second = publish(two, ledger, at=SECOND)
    assert (second.version, second.releases) == (2, ((1, ledger.digest), (2, second.digest)))
    assert _codes(attrs.evolve(two, version=1), second, at=THIRD) == {"ledger.version"}
    assert publish(one, second, at=THIRD).version == 1
    assert publish(attrs.evolve(two, version=None), second, at=THIRD).version is None


@pytest.mark.parametrize(
    ("id_", "change"),
    [
        ("w", {"title": _t("Autre")}),
        ("p", {"topic": _t("Sujet")}),
        ("s", {"start": NINE.replace(hour=8)}),
        ("anne", {"names": (Name("fr", "Autre"),)}),
        ("s", {"audience": "partners"}),
    ],
)
def test_the_content_of_a_version_is_what_a_programme_tells(id_, change):
    one = attrs.evolve(_dossier(), version=1)
    ledger = publish(one, None, at=FIRST)
    assert _codes(one.change(id_, **change), ledger, at=SECOND) == {"ledger.version"}
    assert publish(one.change("n", text=_t("Autre")), ledger, at=SECOND).digest == ledger.digest


def test_every_contradiction_is_told_at_once():
    one = attrs.evolve(_dossier(), version=1)
    ledger = publish(one, None, at=SECOND)
    wrong = attrs.evolve(
        one.without("day")
        .with_(Event("day", title=_t("Journée")))
        .change("s", uid="new@a.example"),
        namespace="b.example",
    )
    assert _codes(wrong, ledger, at=FIRST, above=2**31) == {
        "ledger.namespace", "ledger.noun", "ledger.clock", "ledger.version", "ledger.above",
    }  # fmt: skip
    assert "ledger.naive" in _codes(wrong, ledger, at=datetime(2016, 1, 1))


def test_problems_are_told_in_words():
    ledger = publish(_dossier(), None, at=SECOND)
    with pytest.raises(
        LedgerError, match=r"this cannot be published\nthe clock goes back: .*2016-09-25"
    ):
        publish(_dossier(), ledger, at=FIRST)


# --- a lost ledger -------------------------------------------------------------------------------------


def test_a_lost_ledger_is_restarted_above_what_was_published():
    ledger = publish(_dossier(), None, at=FIRST, above=7)
    assert {trace.sequence for trace in ledger.traces.values()} == {8}
    new = (
        _dossier().with_(Session("new", title=_t("Nouveau"))).change("s", confirmation="cancelled")
    )
    traces = publish(new, Ledger.from_json(ledger.to_json()), at=SECOND).traces
    assert (traces["session.new"].sequence, traces["session.s"].sequence) == (8, 9)


def test_an_old_copy_of_a_ledger_is_lifted_above_what_was_published_since():
    ledger = publish(_dossier(), None, at=FIRST)
    lifted = publish(_dossier().without("day"), ledger, at=SECOND, above=4)
    assert {trace.sequence for trace in lifted.traces.values()} == {5}
    assert publish(_dossier().without("day"), lifted, at=THIRD, above=4).traces == lifted.traces


@pytest.mark.parametrize(
    ("lines", "highest"),
    [
        ([], -1),
        (["SEQUENCE:0"], 0),
        (["SEQUENCE:2", "SEQUENCE:10", "SEQUENCE:3"], 10),
        (["sequence:4"], 4),
        (["SEQUENCE;X-A=b:5"], 5),
        (['SEQUENCE;X-A="b:9;c":5'], 5),
        (["SEQUENCE: 6 "], 6),
        (["SEQ", " UENCE:1", " 2"], 12),
        (["SEQUENCE:1", "\t3"], 13),
        (["DESCRIPTION:a\\nSEQUENCE:99", "X-SEQUENCE:98", "SEQUENCES:97"], -1),
        (["DESCRIPTION:a ", " SEQUENCE:99"], -1),
        (["SEQUENCE:-1"], -1),
        (["SEQUENCE:2147483647"], 2147483647),
        (["SEQUENCE:99999999999999999999999"], 2147483647),
        (["SUMMARY:开幕", "SEQUENCE:3"], 3),
    ],
)
@pytest.mark.parametrize("ending", ["\r\n", "\n"])
def test_the_highest_revision_of_a_calendar_is_found(lines, highest, ending):
    calendar = ending.join(["BEGIN:VCALENDAR", *lines, "END:VCALENDAR", ""]).encode()
    assert highest_sequence(calendar) == highest
