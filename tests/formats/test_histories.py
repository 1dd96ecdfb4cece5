"""Whatever is edited in whatever order: a calendar that follows the standard ends with the truth.

The client knows what RFC 5545 and RFC 5546 tell it: an identity, its revision, when it was
stamped. It reads every publication, of every reader and of every person, and forgets nothing.
"""

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import attrs
from calendars import components
from hypothesis import given, settings
from hypothesis import strategies as st

from rencontres import FEEDS, ICS, Ledger, Reader, publish, view
from rencontres.errors import DossierError
from rencontres.model import (
    Action,
    Dossier,
    Event,
    Item,
    Name,
    Organisation,
    Person,
    Place,
    Role,
    Room,
    Session,
    Side,
    Workshop,
)
from rencontres.publishing import highest_sequence
from rencontres.text import Text
from rencontres.when import When

BERLIN, TORONTO = ZoneInfo("Europe/Berlin"), ZoneInfo("America/Toronto")
NINE = datetime(2026, 10, 24, 9, tzinfo=BERLIN)
FOLD = datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN)
READERS = (
    Reader("fr"),
    Reader("zh-Hans", "fr"),
    Reader("fr", audience="partners"),
    Reader("fr", audience="internal", side="qc"),
)

SESSIONS = st.sampled_from(["s", "s", "s", "t"])
# Not the action: whether the public is told its owner hangs on what else she does.
ANYTHING = st.sampled_from(["s", "t", "e", "f", "w", "anne", "muc", "room", "place"])
AUDIENCES = st.sampled_from([None, "public", "partners", "internal"])
STATES = st.sampled_from(["confirmed", "to-confirm", "cancelled", "postponed", "declined"])
DAYS = [
    None,
    When("2026-10-24"),
    When("2026-10-24/2026-10-26"),
    When("2026-10"),
    When("2026-11-02"),
]
ROLE = st.builds(
    Role,
    st.sampled_from(["speaker", "participant", "interpreter"]),
    st.sampled_from(["anne", "bao", "muc"]),
    confirmation=st.sampled_from(["confirmed", "to-confirm", "withdrawn"]),
    on_behalf_of=st.sampled_from([None, "muc"]),
)
ROLES = st.lists(ROLE, max_size=2, unique_by=lambda role: (role.function, role.holder)).map(tuple)


def fields(**choices):
    return st.fixed_dictionaries(
        {name: each if isinstance(each, st.SearchStrategy) else st.sampled_from(each)
         for name, each in choices.items()}
    )  # fmt: skip


EDITS = st.one_of(
    st.tuples(SESSIONS, fields(
        start=[NINE, NINE.replace(hour=11), NINE.astimezone(TORONTO), FOLD, FOLD.replace(fold=1)],
        end=[None], when=[None],
    )),
    st.tuples(SESSIONS, fields(start=[None], end=[None], when=DAYS)),
    st.tuples(SESSIONS, fields(roles=ROLES)),
    st.tuples(SESSIONS, fields(roles=ROLES)),
    st.tuples(SESSIONS, fields(items=st.tuples(st.builds(Item, st.just(Text(fr="Mot")), roles=ROLES)))),
    st.tuples(SESSIONS, fields(room=[None, "room", "other"], open=[None, True])),
    st.tuples(SESSIONS, fields(event=[None, "e", "f"], workshop=[None, "w"])),
    st.tuples(st.sampled_from(["s", "t", "e"]), fields(confirmation=STATES)),
    st.tuples(st.sampled_from(["e", "f"]), fields(when=DAYS, place=[None, "place"])),
    st.tuples(ANYTHING, fields(audience=AUDIENCES)),
    st.tuples(st.sampled_from(["anne", "bao"]), fields(
        names=[(Name("fr", "Dupont"),), (Name("fr", "Martin", "A"), Name("zh-Hans", "马丁"))],
        side=["qc", "by", None],
    )),
    st.tuples(st.just("a"), fields(
        due=[*DAYS, When("2026-12", before=True)], owners=[(), ("anne",), ("bao", "muc")],
        status=["open", "open", "done", "dropped"],
    )),
)  # fmt: skip


def _t(words):
    return Text({"fr": words, "zh-Hans": words})


def _dossier():
    named = {"name": _t("Nom")}
    return Dossier(
        namespace="a.example",
        languages=("fr", "zh-Hans"),
        title=_t("Rencontres"),
        sides=(
            Side("by", **named, zone="Europe/Berlin"), Side("qc", **named, zone="America/Toronto"),
        ),
        places=(Place("place", **named), Place("centre", **named, within="place")),
        rooms=(Room("room", **named, place="centre"), Room("other", **named)),
        organisations=(Organisation("muc", **named, side="by"),),
        people=(Person("anne", names=(Name("fr", "Anne"),), side="qc"), Person("bao", names=(Name("fr", "Bao"),))),
        events=(Event("e", title=_t("Forum"), when=DAYS[2]), Event("f", title=_t("Foire"))),
        workshops=(Workshop("w", event="e", title=_t("Atelier")),),
        sessions=(
            Session("s", event="e", title=_t("Titre0"), start=NINE, roles=(Role("speaker", "anne"),)),
            Session("t", event="e", workshop="w", when=DAYS[1], roles=(Role("speaker", "bao"),)),
        ),
        actions=(Action("a", title=_t("Suite"), owners=("anne",), due=When("2026-12-01")),),
    )  # fmt: skip


# A programme tells its date and its state in every entry, and its event where there are several:
# neither makes it another entry.
_ASIDE = re.compile(
    rb"(\\n)*(Programme|Projet|\xe6\x97\xa5\xe7\xa8\x8b)((?!\\n)[^\r])*|CATEGORIES[^\r]*\r\n"
)


def _entries(body):
    return components(_ASIDE.sub(b"", body.replace(b"\r\n ", b"")))


def _live(entry):
    return entry["STATUS"] != "CANCELLED"


def _when(entry):
    names = ("DTSTART", "DTEND", "STATUS")
    return [(entry.get(name), entry.params.get(name)) for name in names]


class Client:
    """What somebody's calendar holds of one address."""

    def __init__(self):
        self.known = {}

    def read(self, entries):
        for uid, entry in entries.items():
            key = int(entry["SEQUENCE"]), entry["DTSTAMP"]
            had, last = self.known.get(uid, (entry, (-1, "")))
            assert key >= last, f"{uid} would be ignored"
            if key == last and _live(entry):
                assert entry == had, f"{uid} has changed without a word"
            if key[0] == last[0]:
                assert _when(entry) == _when(had), f"{uid} has moved in secret"
            self.known[uid] = entry, key
        left = {uid for uid, (entry, _) in self.known.items() if _live(entry)}
        # An event without sessions stands by itself; calendars that fetch again let it go.
        left = {uid for uid in left if not uid.startswith("event.")}
        assert left <= {uid for uid, entry in entries.items() if _live(entry)}
        self.known = {uid: self.known[uid] for uid in entries}


STEPS = st.one_of(
    EDITS,
    EDITS,
    st.tuples(st.sampled_from(["s", "s", "t", "e", "w"]), st.just("retitle")),
    st.tuples(st.sampled_from(["s", "t", "e"]), st.just("hide")),
    st.tuples(st.sampled_from(["s", "t", "a"]), st.just("remove")),
    st.tuples(SESSIONS, AUDIENCES.map(lambda audience: ("put back", audience))),
    st.tuples(st.just(""), st.just("lift")),
)


class History:
    """An office that edits and publishes; calendars that are fetched; readers who remember."""

    def __init__(self):
        self.dossier, self.ledger = _dossier(), None
        self.at = datetime(2026, 1, 1, tzinfo=UTC)
        self.titles = 0
        self.clients = {}
        self.shown = {}
        self.bodies = {}

    def step(self, id_, what):
        """Edit something; a change that means nothing is none."""
        try:
            self.dossier = self.edited(id_, what)
        except (DossierError, KeyError):
            return

    def edited(self, id_, what):
        if what == "hide":
            self.dossier = self.dossier.change(id_, audience="internal")
            self.publish()
            what = "retitle"
        if what == "retitle":
            self.titles += 1
            what = {"title": _t(f"Titre{self.titles}")}
        if isinstance(what, dict):
            return self.dossier.change(id_, **what)
        if what == "remove":
            return self.dossier.without(id_)
        if what == "lift":
            self.publish(max(map(highest_sequence, self.bodies.values())))
        elif id_ not in self.dossier:
            _, audience = what
            back = Session(id_, event="e", title=_t("Titre0"), start=NINE, audience=audience)
            return self.dossier.with_(back)
        return self.dossier

    def publish(self, above=-1):
        self.at += timedelta(hours=6)
        ledger = publish(self.dossier, self.ledger, at=self.at, above=above)
        self.ledger = Ledger.from_json(ledger.to_json())
        assert (self.ledger, self.ledger.traces) == (ledger, ledger.traces)
        turned = attrs.evolve(self.dossier, sessions=self.dossier.sessions[::-1])
        assert publish(turned, self.ledger, at=self.at).traces == self.ledger.traces
        self.bodies = {}
        for number, reader in enumerate(READERS):
            seen = view(self.dossier, reader, ledger=self.ledger)
            shown = self.shown.setdefault(number, set())
            titles = [each.title for each in (*seen.events, *seen.workshops, *seen.slots())]
            shown |= set(_TITLE.findall(" ".join(map(str, titles))))
            for document in (*ICS(seen), *FEEDS(seen)):
                self.bodies[number, str(document.path)] = document.body
                # What becomes of a thing is told to those who are told of it, and to them alone.
                assert self.titles_in(document.body) <= shown
        for address, body in self.bodies.items():
            self.clients.setdefault(address, Client()).read(_entries(body))

    @staticmethod
    def titles_in(body):
        return set(_TITLE.findall(body.replace(b"\r\n ", b"").decode()))


_TITLE = re.compile(r"Titre\d+")


@settings(max_examples=60)
@given(st.lists(st.tuples(STEPS, st.booleans()), min_size=3, max_size=10))
def test_a_calendar_that_follows_the_standard_ends_with_the_truth(steps):
    history = History()
    history.publish()
    for step, more in steps:
        history.step(*step)
        if not more:
            history.publish()
    history.publish()
    again = publish(history.dossier, history.ledger, at=history.at)
    assert (again, again.traces) == (history.ledger, history.ledger.traces)
