"""Who sees which field: explicit lists, so that a field that is added is seen by nobody."""

import json
from datetime import date, datetime
from typing import get_type_hints
from zoneinfo import ZoneInfo

import attrs
import pytest
from attrs import field, frozen

from rencontres import DATA, dump_data
from rencontres.model import (
    NOUNS,
    Action,
    Chair,
    Committee,
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
    Paper,
    Part,
    Party,
    Person,
    Place,
    Registration,
    Role,
    Room,
    Session,
    Side,
    Workshop,
)
from rencontres.model.reference import part_of
from rencontres.text import Text
from rencontres.views import Reader, redact, view
from rencontres.views.audience import SEEN

PUBLIC = Reader("fr")
PARTNERS = Reader("fr", audience="partners")
HOME = Reader("fr", audience="internal", side="home")
AWAY = Reader("fr", audience="internal", side="away")

SHOWN_TO_ALL = set(
    """
    Chair.appointed_by Chair.mandate Committee.name Event.purpose Event.short Event.theme
    Event.title Event.uid Event.url Event.when Interpretation.channels Item.minutes Item.title
    Name.family Name.given Name.particle Organisation.name Organisation.short Pairing.name
    Pairing.since Pairing.strands Pairing.topic Person.sort_as Place.address Place.name Post.title
    Room.floor Room.name Session.description Session.short Session.title Session.uid Session.url
    Side.name Workshop.number Workshop.outcome Workshop.problem Workshop.short Workshop.title
    Workshop.topics
    """.split()
) | {"person former"}
SHOWN_TO_PARTNERS = (
    set(
        """
    Action.due Action.title Action.uid Attendance.counts Attendance.estimate Contribution.amount
    Entry.text Note.agreed Note.heading Note.text Paper.due Paper.issued Paper.title Party.asked
    Party.due
    """.split()
    )
    | {f"person {id_}" for id_ in ("asker", "came", "contact", "guest", "interpreter", "owner")}
    | {"person sent"}
)
SHOWN_TO_ITS_TEAM = {"Person.email", "Person.phone", "position"}

HANDED_TO_ALL = set(
    """
    Event.ordinal Event.series Organisation.acronym Organisation.rank Room.short
    """.split()
)
HANDED_TO_PARTNERS = set(
    """
    Delegation.name Organisation.valid Place.codes Post.since Post.until Role.asked Role.due
    Room.booths Room.capacity Session.attendance
    """.split()
)
HANDED_TO_ITS_TEAM = set(
    "Registration.arrival Registration.category Registration.departure".split()
)


@pytest.mark.parametrize(
    ("reader", "shown"),
    [
        (PUBLIC, SHOWN_TO_ALL),
        (PARTNERS, SHOWN_TO_ALL | SHOWN_TO_PARTNERS),
        (HOME, SHOWN_TO_ALL | SHOWN_TO_PARTNERS | SHOWN_TO_ITS_TEAM),
        (AWAY, SHOWN_TO_ALL | SHOWN_TO_PARTNERS),
    ],
)
def test_a_view_shows_these_fields_and_no_other(filled, reader, shown):
    dossier, marks = filled
    assert marks.found(DATA.one(view(dossier, reader)).text) == shown


@pytest.mark.parametrize(
    ("reader", "handed"),
    [
        (PUBLIC, SHOWN_TO_ALL | HANDED_TO_ALL),
        (PARTNERS, SHOWN_TO_ALL | HANDED_TO_ALL | SHOWN_TO_PARTNERS | HANDED_TO_PARTNERS),
        (
            HOME,
            SHOWN_TO_ALL | HANDED_TO_ALL | SHOWN_TO_PARTNERS | HANDED_TO_PARTNERS
            | SHOWN_TO_ITS_TEAM | HANDED_TO_ITS_TEAM,
        ),
        (AWAY, SHOWN_TO_ALL | HANDED_TO_ALL | SHOWN_TO_PARTNERS | HANDED_TO_PARTNERS),
    ],
)  # fmt: skip
def test_a_redacted_dossier_has_these_fields_and_no_other(filled, reader, handed):
    dossier, marks = filled
    text = json.dumps(dump_data(redact(dossier, reader)), ensure_ascii=False)
    assert marks.found(text) == handed


@pytest.mark.parametrize("reader", [PUBLIC, PARTNERS, AWAY])
def test_no_format_writes_what_its_reader_does_not_see(filled, written, reader):
    dossier, marks = filled
    shown = SHOWN_TO_ALL | (set() if reader is PUBLIC else SHOWN_TO_PARTNERS)
    assert marks.found(written(view(dossier, reader)).decode()) <= shown


def _classes():
    found = {*NOUNS.values(), Registration}
    while True:
        parts = {
            part
            for cls in found
            for kind in get_type_hints(cls).values()
            if (part := part_of(kind)) is not None
        }
        if parts <= found:
            return sorted(found, key=lambda cls: cls.__name__)
        found |= parts


def test_every_class_of_the_model_is_listed():
    assert {cls.__name__ for cls in _classes()} <= {cls.__name__ for cls in SEEN}


@pytest.mark.parametrize("cls", _classes(), ids=lambda cls: cls.__name__)
def test_every_field_that_is_listed_exists_and_is_listed_once(cls):
    listed = " ".join(SEEN[cls]).split()
    assert set(listed) <= {attribute.name for attribute in attrs.fields(cls)}
    assert len(listed) == len(set(listed))
    assert not {"extra", "source", "as_written"} & set(listed)


@pytest.mark.parametrize("table", NOUNS)
def test_a_field_that_is_added_to_a_noun_is_seen_by_nobody(filled, table):
    dossier, _ = filled
    noun = NOUNS[table]
    derived = frozen(repr=False, kw_only=True)(
        type(noun.__name__, (noun,), {"__annotations__": {"added": "str | None"}, "added": None})
    )
    things = tuple(
        derived(**attrs.asdict(thing, recurse=False, filter=lambda a, _: a.init), added="MarkAdded")
        for thing in getattr(dossier, table)
    )
    larger = attrs.evolve(dossier, **{table: things})
    assert view(larger, HOME) == view(dossier, HOME)
    assert "MarkAdded" not in DATA.one(view(larger, HOME)).text
    kept = getattr(redact(larger, HOME), table)
    assert len(kept) == len(things)
    assert {thing.added for thing in kept} == {None}


def test_a_field_that_is_added_to_a_part_is_seen_by_nobody(filled):
    @frozen(repr=False)
    class Larger(Role):
        added: str | None = field(default=None, kw_only=True)

    dossier, _ = filled
    session = dossier.sessions[0]
    roles = (Larger("co-chair", "chief", confirmation="confirmed", added="MarkAdded"),)
    larger = dossier.with_(attrs.evolve(session, roles=roles))
    assert "MarkAdded" not in DATA.one(view(larger, HOME)).text
    (role,) = redact(larger, HOME).sessions[0].roles
    assert (role.holder, role.added) == ("chief", None)


# --- nobody wrote `audience` ---------------------------------------------------------------------


def _names(id_):
    return (Name("fr", f"Nom-{id_}"),)


def test_a_public_view_is_full_of_sessions_and_free_of_what_is_not_for_all(filled, written):
    dossier, marks = filled
    public = view(dossier, PUBLIC)
    assert [slot.id for slot in public.slots()] == ["session"]
    assert public.count("workshops") == public.count("pairings") == public.count("committees") == 1
    assert (public.notes, public.actions, public.papers) == ((), (), ())
    found = marks.found(written(public).decode())
    assert found & {"Session.title", "Workshop.title"}
    forbidden = ("Note.", "Action.", "Paper.", "Party.asked", "Party.due", "Person.email")
    assert not {name for name in found if name.startswith(forbidden) or name.endswith("extra")}


def test_the_public_sees_people_through_these_functions_only():
    functions = attrs.fields_dict(Role)["function"].metadata["one_of"]
    people = tuple(Person(function, names=_names(function)) for function in functions)
    session = Session("s", roles=tuple(Role(f, f, confirmation="confirmed") for f in functions))
    dossier = Dossier(namespace="a.example", people=people, sessions=(session,))
    public = view(dossier, PUBLIC)
    seen = {
        "co-chair", "lead", "moderator", "facilitator", "speaker", "keynote", "rapporteur",
        "witness", "signatory", "head-of-delegation",
    }  # fmt: skip
    assert {page.id for page in public.people} == seen
    assert {cast.id for slot in public.slots() for cast in slot.people} == seen
    assert {person.id for person in redact(dossier, PUBLIC).people} == seen
    partners = view(dossier, PARTNERS)
    assert {cast.id for slot in partners.slots() for cast in slot.people} == set(functions)


def test_partners_see_agendas_of_committees_and_the_public_sees_running_orders():
    agenda = (Item(Text(fr="Point un")),)
    dossier = Dossier(
        namespace="a.example",
        committees=(Committee("board", name=Text(fr="Comité")),),
        events=(
            Event("meeting", title=Text(fr="Réunion"), kind="committee-meeting"),
            Event("second", title=Text(fr="Réunion"), committee="board"),
            Event("open", title=Text(fr="Rencontres")),
        ),
        sessions=tuple(
            Session(f"s-{e}", event=e, items=agenda) for e in ("meeting", "second", "open")
        ),
    )

    def told(reader):
        return {slot.id for slot in view(dossier, reader).slots() if slot.items}

    assert told(PUBLIC) == {"s-open"}
    assert told(PARTNERS) == {"s-meeting", "s-second", "s-open"}


def test_the_address_of_a_person_is_for_the_team_of_her_side_alone():
    people = (
        Person("ours", names=_names("a"), side="home", email="ours@a.example"),
        Person("posted", names=_names("b"), posts=(), email="posted@a.example"),
        Person("theirs", names=_names("c"), side="away", phone="+86 1"),
    )
    sides = (Side("away", name=Text(fr="loin")), Side("home", name=Text(fr="ici")))
    dossier = Dossier(namespace="a.example", sides=sides, people=people)
    pages = {page.id: page for page in view(dossier, HOME).people}
    assert pages["ours"].email == "ours@a.example"
    assert pages["theirs"].phone is None
    assert pages["posted"].email is None
    assert all((page.email, page.phone) == (None, None) for page in view(dossier, PARTNERS).people)


# --- two sides -----------------------------------------------------------------------------------


@pytest.fixture(name="two_sides")
def _two_sides():
    sides = (
        Side("cn", name=Text(fr="partie chinoise"), languages=("zh-Hans",)),
        Side("fr", name=Text(fr="partie française"), languages=("fr",)),
    )
    bodies = (Organisation("cuf", name=Text(fr="CUF"), side="fr"),)
    events = (
        Event(
            "ours", title=Text(fr="Réunion préparatoire"), audience="internal", convened_by=("cuf",)
        ),
        Event("all", title=Text(fr="Rencontres")),
    )
    start = datetime(2016, 10, 29, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
    return Dossier(
        namespace="a.example",
        languages=("fr",),
        sides=sides,
        organisations=bodies,
        people=(Person("dupont", names=_names("x"), side="fr", email="dupont@fr.example"),),
        events=events,
        sessions=(
            Session("s-all", event="all", title=Text(fr="Ouverture"), start=start,
                    roles=(Role("speaker", "dupont", confirmation="confirmed"),)),
            Session("s-ours", event="ours", title=Text(fr="SecretSession"), start=start),
        ),
        notes=(
            Note("of-side", text=Text(fr="SecretNote un"), audience="internal", side="fr"),
            Note("of-event", text=Text(fr="SecretNote deux"), audience="internal", event="ours"),
            Note("inherits", text=Text(fr="SecretNote trois"), event="ours"),
            Note("of-none", text=Text(fr="Pense-bête"), audience="internal"),
            Note("position", text=Text(fr="SecretNote quatre"), kind="position", side="fr"),
            Note("shared", text=Text(fr="Constat commun")),
        ),
        actions=(Action("act", title=Text(fr="SecretAction"), event="ours", owners=("cuf",)),),
        registrations=(Registration("dupont", event="all", category="SecretCategory"),),
    )  # fmt: skip


def test_a_team_never_sees_an_internal_thing_of_another_side(two_sides, written):
    theirs = view(two_sides, Reader("fr", audience="internal", side="cn"))
    body = written(theirs)
    assert b"Secret" not in body
    assert b"dupont@fr.example" not in body
    assert b"Ouverture" in body
    assert {note.id for note in theirs.notes} == {"of-none", "shared"}
    handed = json.dumps(dump_data(redact(two_sides, theirs.reader)), ensure_ascii=False)
    assert "Secret" not in handed
    assert "dupont@fr.example" not in handed


def test_a_team_sees_what_is_internal_to_its_own_side(two_sides):
    ours = view(two_sides, Reader("fr", audience="internal", side="fr"))
    assert len(ours.notes) == 6
    assert {slot.id for slot in ours.slots()} == {"s-all", "s-ours"}
    assert [page.email for page in ours.people] == ["dupont@fr.example"]


def test_whose_an_internal_thing_is_stays_told_when_its_owners_are_not(two_sides):
    secret = Organisation("secret", name=Text(fr="Secret"), side="cn", audience="internal")
    event = Event(
        "both", title=Text(fr="A deux"), audience="internal", convened_by=("cuf", "secret")
    )
    dossier = two_sides.with_(secret, event)
    for side in ("cn", "fr"):
        reader = Reader("fr", audience="internal", side=side)
        redacted = redact(dossier, reader)
        assert redact(redacted, reader) == redacted


# --- `audience` on a thing -------------------------------------------------------------------------


def test_audience_on_a_thing_overrides_its_kind_but_not_its_fields():
    dossier = Dossier(
        namespace="a.example",
        people=(Person("owner", names=_names("owner"), audience="public", email="x@a.example"),),
        notes=(
            Note("opened", text=Text(fr="Ouvert"), audience="public", source="SecretSource"),
            Note("closed", text=Text(fr="Fermé")),
            Note("position", text=Text(fr="Position"), kind="position", audience="public"),
        ),
        sessions=(Session("hidden", audience="partners"), Session("shown")),
    )
    public = view(dossier, PUBLIC)
    assert [note.id for note in public.notes] == ["opened", "position"]
    assert [slot.id for slot in public.slots()] == ["shown"]
    assert [page.id for page in public.people] == ["owner"]
    text = DATA.one(public).text
    assert "Secret" not in text
    assert "x@a.example" not in text


def test_a_person_made_internal_disappears_from_public_casts():
    dossier = Dossier(
        namespace="a.example",
        people=(Person("vip", names=_names("vip")), Person("pat", names=_names("pat"))),
        sessions=(Session("s", roles=(Role("speaker", "pat"), Role("speaker", "vip"))),),
    )
    hidden = dossier.change("vip", audience="internal")
    assert [cast.id for cast in next(view(dossier, PUBLIC).slots()).people] == ["pat", "vip"]
    public = view(hidden, PUBLIC)
    assert [cast.id for cast in next(public.slots()).people] == ["pat"]
    assert [page.id for page in public.people] == ["pat"]
    assert public.holders == ("pat",)
    assert "vip" not in DATA.one(public).text


def test_what_is_part_of_a_hidden_whole_is_hidden():
    dossier = Dossier(
        namespace="a.example",
        committees=(Committee("board", name=Text(fr="Comité"), audience="partners"),),
        events=(Event("meeting", title=Text(fr="Réunion"), committee="board"),),
        workshops=(Workshop("shop", title=Text(fr="Atelier"), event="meeting"),),
        pairings=(Pairing("pair", workshop="shop"),),
        sessions=(Session("of-event", event="meeting"), Session("of-shop", workshop="shop")),
    )
    public, partners = view(dossier, PUBLIC), view(dossier, PARTNERS)
    assert (public.events, public.workshops, public.pairings, public.committees) == ((), (), (), ())
    assert list(public.slots()) == []
    assert {slot.id for slot in partners.slots()} == {"of-event", "of-shop"}


def test_hidden_things_are_not_named_by_those_that_refer_to_them():
    hidden = {"audience": "internal"}
    dossier = Dossier(
        namespace="a.example",
        sides=(Side("hid-side", name=Text(fr="HidName"), **hidden), Side("seen", name=Text(fr="Vu"))),
        places=(
            Place("city", name=Text(fr="Ville"), zone="Asia/Tokyo"),
            Place("hid-place", name=Text(fr="HidName"), within="city", **hidden),
        ),
        rooms=(Room("hid-room", name=Text(fr="HidName"), **hidden), Room("room", name=Text(fr="Salle"), place="hid-place")),
        organisations=(
            Organisation("body", name=Text(fr="Organisme"), side="hid-side"),
            Organisation("hid-body", name=Text(fr="HidName"), **hidden),
            Organisation("other", name=Text(fr="Autre")),
        ),
        people=(
            Person("hid-who", names=(Name("fr", "HidName"),), **hidden),
            Person("who", names=(Name("fr", "Vue"),), posts=()),
        ),
        committees=(
            Committee(
                "board", name=Text(fr="Comité"), sides=("hid-side", "seen"), hosts=("hid-body", "body"),
                chairs=(Chair("hid-side", "who"), Chair("seen", "who", predecessor="hid-who")),
            ),
            Committee("hid-board", name=Text(fr="HidName"), **hidden),
        ),
        events=(
            Event("event", title=Text(fr="Rencontres"), place="hid-place", convened_by=("hid-body",),
                  links=(Link("prepares", "hid-event"),)),
            Event("hid-event", title=Text(fr="HidName"), **hidden),
        ),
        workshops=(Workshop("shop", title=Text(fr="Atelier"), event="event"),),
        pairings=(
            Pairing("pair", workshop="shop", people=("hid-who",), ends=(
                End("hid-side", (Party("other"),)),
                End("seen", (Party("hid-body"), Party("body", person="hid-who", by="hid-who"))),
            )),
        ),
        sessions=(
            Session(
                "session", event="event", workshop="shop", room="hid-room",
                roles=(
                    Role("speaker", "hid-who"), Role("speaker", "who", on_behalf_of="hid-body"),
                    Role("moderator", "body", person="hid-who", by="hid-who"),
                ),
                items=(Item(Text(fr="Allocution"), roles=(Role("speaker", "hid-who"),), paper="hid-paper"),),
                interpretation=(Interpretation(("fr", "ja"), team=("hid-who",)),),
            ),
            Session("in-room", room="room"),
        ),
        notes=(Note("note", text=Text(fr="Constat"), side="hid-side", about=("hid-event", "event")),),
        actions=(Action("action", title=Text(fr="Suite"), owners=("hid-who", "who"), about=("hid-body",)),),
        papers=(Paper("hid-paper", title=Text(fr="HidName"), **hidden), Paper("paper", title=Text(fr="Note"), about=("hid-event",), roles=(Role("signatory", "hid-who"),))),
    )  # fmt: skip
    reader = Reader("fr", audience="partners")
    for text in (
        DATA.one(view(dossier, reader)).text,
        json.dumps(dump_data(redact(dossier, reader)), ensure_ascii=False),
    ):
        assert "HidName" not in text
        assert "hid-" not in text
    seen = view(dossier, reader)
    slot = next(slot for slot in seen.slots() if slot.id == "session")
    assert [(cast.id, cast.on_behalf_of) for cast in slot.people] == [("body", None), ("who", None)]
    assert slot.room is None
    assert [str(words) for words in slot.place] == []
    assert [[party.id for party in end.parties] for lead in slot.leads for end in lead.ends] == [
        ["body"]
    ]
    assert [seat.side for seat in seen.committees[0].seats] == ["seen"]
    assert [str(owner) for owner in seen.actions[0].owners] == ["VUE"]


def test_a_hidden_part_of_a_redacted_dossier_leaves_a_dossier(filled):
    dossier, _ = filled
    for reader in (PUBLIC, PARTNERS, HOME, AWAY):
        redacted = redact(dossier, reader)
        assert attrs.evolve(redacted) == redacted
        assert isinstance(redacted, Part)


def test_who_comes_for_an_organisation_in_a_function_of_persons_is_named():
    dossier = Dossier(
        namespace="a.example",
        organisations=(Organisation("apcae", name=Text(fr="APCAE")),),
        people=(Person("li", names=(Name("fr", "Li"),), gender="feminine"),),
        sessions=(
            Session("s", roles=(
                Role("co-chair", "apcae", confirmation="confirmed", person="li"),
                Role("moderator", "apcae", confirmation="confirmed"),
                Role("speaker", "apcae", confirmation="confirmed", person="li"),
            )),
        ),
    )  # fmt: skip
    named, unnamed, body = next(view(dossier, PUBLIC).slots()).people
    assert (named.id, str(named.name), str(named.on_behalf_of), named.unnamed) == (
        "li",
        "Li",
        "APCAE",
        False,
    )
    assert (unnamed.id, unnamed.organisation, unnamed.unnamed) == ("apcae", True, True)
    assert (body.id, body.unnamed) == ("apcae", False)


def test_follow_up_dates_are_for_partners():
    party = Party("org", confirmation="invited", asked=date(2016, 6, 10), by="org")
    dossier = Dossier(
        namespace="a.example",
        sides=(Side("a", name=Text(fr="A")),),
        organisations=(Organisation("org", name=Text(fr="Org")),),
        workshops=(Workshop("w", title=Text(fr="Atelier")),),
        pairings=(Pairing("p", workshop="w", ends=(End("a", (party,)),)),),
    )
    (public,) = view(dossier, PUBLIC).workshops[0].leads[0].ends[0].parties
    (partners,) = view(dossier, PARTNERS).workshops[0].leads[0].ends[0].parties
    assert (public.asked, public.by, public.confirmation) == (None, None, "invited")
    assert (partners.asked, str(partners.by)) == (date(2016, 6, 10), "Org")
