"""Whatever is edited in whatever order: revisions only grow, identities stay, nothing is lost."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from rencontres.model import (
    Action,
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
from rencontres.views import Reader, view
from rencontres.when import When

NINE = datetime(2016, 10, 29, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
READERS = (
    Reader("fr"),
    Reader("fr", audience="partners"),
    Reader("fr", audience="internal", side="fr"),
    Reader("fr", audience="internal", side="cn"),
)
NOW = st.sampled_from([True, True, False])
SESSIONS = st.sampled_from(["s1", "s1", "s2"])
AUDIENCES = st.sampled_from([None, "public", "partners", "internal"])
STATES = st.sampled_from(["confirmed", "to-confirm", "cancelled", "postponed"])


def _text(words):
    return Text(fr=words)


def _dossier():
    return Dossier(
        namespace="a.example",
        sides=(Side("cn", name=_text("Chine")), Side("fr", name=_text("France"))),
        organisations=(
            Organisation("apcae", name=_text("APCAE"), side="cn"),
            Organisation("cuf", name=_text("CUF"), side="fr"),
        ),
        people=(Person("anne", names=(Name("fr", "Anne"),)),),
        rooms=(Room("r1", name=_text("Salle un")), Room("r2", name=_text("Salle deux"))),
        workshops=(Workshop("w", title=_text("Atelier")),),
        events=(Event("e", title=_text("Rencontres"), when=When("2016-10-28/2016-10-30")),),
        sessions=(Session("s1", event="e", start=NINE), Session("s2", event="e", workshop="w")),
        actions=(Action("a", title=_text("Suite")),),
    )


class History(RuleBasedStateMachine):
    """An office that edits and publishes, and readers who remember what they were told."""

    def __init__(self):
        super().__init__()
        self.dossier = _dossier()
        self.ledger = None
        self.at = datetime(2016, 9, 15, tzinfo=UTC)
        self.fresh = False
        # Of each reader, of each identity: the highest revision she was told.
        self.told = [{} for _ in READERS]
        self.uids = {}

    # --- edits ---------------------------------------------------------------------------------

    def edit(self, now, id_, **fields):
        if id_ in self.dossier:
            self.dossier = self.dossier.change(id_, **fields)
            self.fresh = False
        if now:
            self.publish(1)

    @rule(now=NOW, id_=SESSIONS, hour=st.none() | st.integers(8, 11))
    def move(self, now, id_, hour):
        self.edit(now, id_, start=NINE.replace(hour=hour) if hour else None)

    @rule(now=NOW, id_=SESSIONS, room=st.sampled_from([None, "r1", "r2"]))
    def place(self, now, id_, room):
        self.edit(now, id_, room=room)

    @rule(now=NOW, id_=st.sampled_from(["s1", "s2", "e"]), state=STATES)
    def confirm(self, now, id_, state):
        self.edit(now, id_, confirmation=state)

    @rule(now=NOW, id_=st.sampled_from(["s1", "s1", "s2", "e", "w", "a", "r1"]), audience=AUDIENCES)
    def show(self, now, id_, audience):
        self.edit(now, id_, audience=audience)

    @rule(now=NOW, id_=SESSIONS, holder=st.sampled_from(["cuf", "apcae", "anne"]))
    def give(self, now, id_, holder):
        self.edit(now, id_, roles=(Role("organiser", holder),))

    @rule(now=NOW, id_=st.sampled_from(["r1", "w", "anne"]), words=st.sampled_from(["Un", "Deux"]))
    def rename(self, now, id_, words):
        field = {"r1": "name", "w": "title"}.get(id_, "names")
        self.edit(now, id_, **{field: (Name("fr", words),) if field == "names" else _text(words)})

    @rule(now=NOW, id_=SESSIONS, event=st.sampled_from([None, "e"]), audience=AUDIENCES)
    def add(self, now, id_, event, audience):
        self.dossier = self.dossier.with_(Session(id_, event=event, audience=audience))
        self.edit(now, id_)

    @rule(now=NOW, id_=st.sampled_from(["s1", "s2", "a"]))
    def remove(self, now, id_):
        if id_ in self.dossier:
            self.dossier = self.dossier.without(id_)
            self.fresh = False
        self.edit(now, id_)

    @rule(now=NOW)
    def act(self, now):
        self.dossier = self.dossier.with_(Action("a", title=_text("Suite")))
        self.edit(now, "a")

    # --- publishing ------------------------------------------------------------------------------

    @rule(days=st.integers(0, 3))
    def publish(self, days):
        self.at += timedelta(days=days)
        before = self.ledger
        self.ledger = publish(self.dossier, before, at=self.at)
        self.fresh = True
        for key, trace in self.ledger.traces.items():
            assert self.uids.setdefault(key, trace.uid) == trace.uid
            assert trace.created <= trace.modified <= self.at
            if before is not None and key in before.traces:
                known = before.traces[key]
                assert trace.sequence >= known.sequence
                assert trace.created == known.created
                assert trace.modified >= known.modified
                same = (trace.timing, trace.gone, trace.circle) == (
                    known.timing, known.gone, known.circle,
                )  # fmt: skip
                back = {id_ for id_, _ in known.parted} & set(trace.people)
                assert not same or back or trace.sequence == known.sequence
                timed = trace.timing != known.timing or bool(trace.gone) != bool(known.gone)
                assert not timed or trace.sequence > known.sequence
        assert set(self.uids) == set(self.ledger.traces)

    @precondition(lambda self: self.ledger is not None)
    @rule()
    def keep(self):
        again = Ledger.from_json(self.ledger.to_json())
        assert again == self.ledger
        assert again.traces == self.ledger.traces
        self.ledger = again

    @precondition(lambda self: self.fresh)
    @rule()
    def again(self):
        again = publish(self.dossier, self.ledger, at=self.at)
        assert again == self.ledger
        assert again.traces == self.ledger.traces

    # --- what readers are told ---------------------------------------------------------------------

    @invariant()
    def readers_are_told_all_that_they_were_ever_told_of(self):
        if not self.fresh:
            return
        for reader, told in zip(READERS, self.told, strict=True):
            seen = view(self.dossier, reader, ledger=self.ledger)
            shown = {slot.uid: slot.sequence for slot in seen.slots()}
            shown |= {page.uid: page.sequence for page in (*seen.events, *seen.actions)}
            gone = {stone.uid: stone.sequence for stone in seen.gone}
            # Of what is there and has no day any more, calendars are told as of what is gone.
            undated = {slot.uid for slot in seen.slots() if not slot.dated}
            assert shown.keys() & gone.keys() <= undated
            gone = {uid: sequence for uid, sequence in gone.items() if uid not in shown}
            now = {
                **{uid: (n, False) for uid, n in shown.items()},
                **{uid: (n, True) for uid, n in gone.items()},
            }
            # Nothing that she was told of is forgotten, and nothing she was not told of is told as gone.
            assert told.keys() <= now.keys()
            assert gone.keys() <= told.keys()
            for uid, (sequence, is_gone) in now.items():
                last, was_gone = told.get(uid, (sequence, is_gone))
                assert sequence >= last
                # A cancellation, and its end, outnumber what was told before.
                assert is_gone == was_gone or sequence > last
                told[uid] = (sequence, is_gone)


TestHistory = History.TestCase
TestHistory.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
