"""A dossier whose every field holds something that is found again: what a reader gets of it."""

from __future__ import annotations

import itertools
from datetime import date, datetime
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints
from zoneinfo import ZoneInfo

import attrs

from rencontres.model import (
    Action,
    Attendance,
    Chair,
    Committee,
    Contribution,
    Delegation,
    Dossier,
    End,
    Entry,
    Event,
    Interpretation,
    Item,
    Link,
    Name,
    Note,
    Organisation,
    Pairing,
    Paper,
    Party,
    Person,
    Place,
    Post,
    Registration,
    Role,
    Room,
    Session,
    Side,
    Table,
    Tolerance,
    Workshop,
    form,
)
from rencontres.text import Text
from rencontres.when import When

CHENGDU = ZoneInfo("Asia/Shanghai")


_CODES = (form.COUNTRY, form.ZONE, form.CURRENCY, form.POSITION, form.ID)
_MARKED = (form.EMAIL, form.PHONE, form.URL)


class Marks:
    """Fills the fields of things with values that are found again, and finds them.

    A value is a word such as ``MarkSessionTitle``, a number, or a date of a year of its own.
    """

    def __init__(self) -> None:
        self._numbers = itertools.count(710001)
        self._years = itertools.count(3001)
        self.known: dict[str, str] = {}

    def fill(self, cls: type, /, *given: Any, **fields: Any) -> Any:
        """Return a value of a class, every field filled that is not given."""
        kinds = get_type_hints(cls)
        silent = fields.pop("but", ())
        names = [
            a for a in attrs.fields(cls) if a.init and a.name not in {"id", "audience", *silent}
        ]
        positional = {a.name for a in names if not a.kw_only}
        if given and not any(a.name == "id" for a in attrs.fields(cls)):
            positional -= {a.name for a in [a for a in names if not a.kw_only][: len(given)]}
            names = [a for a in names if a.kw_only or a.name in positional]
        made = {a.name: self._value(cls, a, kinds[a.name]) for a in names if a.name not in fields}
        made = {name: value for name, value in made.items() if value is not None}
        return cls(*given, **{**made, **fields})

    def _value(self, cls: type, attribute: attrs.Attribute[Any], kind: Any) -> Any:
        meta = attribute.metadata
        if meta.keys() & {"to", "one_of", "tags", "keys"} or meta.get("form") in _CODES:
            return None
        if get_origin(kind) in (Union, UnionType):
            kind = next(each for each in get_args(kind) if each is not type(None))
        name = f"{cls.__name__}.{attribute.name}"
        word = "Mark" + "".join(part.title() for part in name.replace(".", "_").split("_"))
        year, number = str(next(self._years)), next(self._numbers)
        values: dict[Any, tuple[Any, str]] = {
            form.EMAIL: (f"{word}@example.org", word),
            form.PHONE: (f"+33 {number}", str(number)),
            form.URL: (Text.same(f"https://example.org/{word}"), word),
            str: (word, word),
            Text: (Text.same(word), word),
            Table: (Table({word: word}), word),
            int: (number, str(number)),
            When: (When(year), year),
            date: (date(int(year), 1, 1), year),
            tuple[Text, ...]: ((Text.same(word),), word),
            tuple[tuple[str, str], ...]: (((word, word),), word),
        }
        key = meta.get("form") if meta.get("form") in _MARKED else kind
        if key not in values:
            return None
        value, self.known[name] = values[key]
        return value

    def number(self, name: str) -> int:
        """Return a number that stands for a field."""
        value = next(self._numbers)
        self.known[name] = str(value)
        return value

    def day(self, name: str) -> When:
        """Return a day that stands for a field."""
        value = When(str(next(self._years)))
        self.known[name] = value.when or ""
        return value

    def found(self, text: str) -> set[str]:
        """Return the fields whose values stand in a text."""
        return {name for name, mark in self.known.items() if mark in text}


def filled() -> tuple[Dossier, Marks]:
    """Return a dossier of one of each, all fields filled, which belongs to the side ``home``."""
    m = Marks()
    home, away = (
        m.fill(Side, "home", languages=("fr",), zone="Europe/Paris"),
        Side("away", name=Text.same("Away")),
    )
    place = m.fill(Place, "venue", side="home", zone="Asia/Shanghai", position=(30.5, 104.25))
    names = (m.fill(Name, language="fr"),)
    post = m.fill(Post, organisation="body")
    people = {
        "chief": m.fill(
            Person, "chief", side="home", names=names, posts=(post,), languages=("fr",)
        ),
        **{
            id_: Person(id_, side="home", names=(Name("fr", f"Mark{id_.title()}"),))
            for id_ in (
                "came",
                "sent",
                "interpreter",
                "contact",
                "guest",
                "former",
                "asker",
                "owner",
            )
        },
    }
    m.known |= {f"person {id_}": f"Mark{id_.title()}" for id_ in people if id_ != "chief"}
    role = m.fill(
        Role, "co-chair", "chief", on_behalf_of="body", confirmation="confirmed", by="asker"
    )
    participant = Role("participant", "guest", confirmation="confirmed")
    party = m.fill(Party, organisation="body", confirmation="confirmed", person="sent", by="asker")
    attendance = m.fill(
        Attendance,
        counts=(("home", m.number("Attendance.counts")),),
        people=("came",),
        sheet="paper",
    )
    start = datetime(2016, 10, 29, 9, tzinfo=CHENGDU)
    dossier = Dossier(
        namespace="example.org",
        languages=("fr",),
        sides=(home, away),
        places=(place,),
        rooms=(m.fill(Room, "room", place="venue"),),
        organisations=(m.fill(Organisation, "body", side="home", place="venue"),),
        people=tuple(people.values()),
        committees=(
            m.fill(
                Committee,
                "board",
                sides=("home",),
                hosts=("body",),
                roles=(role, participant),
                chairs=(m.fill(Chair, "home", "chief", predecessor="former"),),
            ),
        ),
        events=(
            m.fill(
                Event,
                "event",
                place="venue",
                convened_by=("body",),
                roles=(role, participant),
                attendance=attendance,
                links=(Link("prepares", "fair"),),
            ),
            Event("fair", title=Text.same("Fair")),
        ),
        workshops=(
            m.fill(
                Workshop,
                "shop",
                event="event",
                roles=(role, participant),
                entries=(m.fill(Entry, organisations=("body",), people=("contact",)),),
            ),
        ),
        pairings=(
            m.fill(
                Pairing,
                "pair",
                workshop="shop",
                ends=(End("home", (party,)),),
                people=("contact",),
                funding=(
                    Contribution("home", amount=m.number("Contribution.amount"), currency="EUR"),
                ),
            ),
        ),
        sessions=(
            m.fill(
                Session,
                "session",
                event="event",
                workshop="shop",
                start=start,
                end=start.replace(hour=10),
                but=("when",),
                room="room",
                roles=(role, participant),
                items=(m.fill(Item, roles=(role, participant), paper="paper"),),
                languages=("fr",),
                interpretation=(
                    Interpretation(
                        ("fr", "zh-Hans"),
                        team=("interpreter",),
                        channels=(("fr", m.number("Interpretation.channels")),),
                    ),
                ),
                attendance=Attendance(estimate=m.number("Session.attendance")),
                open=True,
            ),
        ),
        registrations=(
            m.fill(
                Registration,
                "guest",
                event="event",
                delegation="party",
                arrival=m.day("Registration.arrival"),
                departure=m.day("Registration.departure"),
            ),
        ),
        delegations=(m.fill(Delegation, "party", side="home", roles=(role, participant)),),
        notes=(
            m.fill(
                Note,
                "note",
                event="event",
                side="home",
                agreed=(("home", m.day("Note.agreed")),),
                about=("body",),
            ),
            Note("position", text=Text.same("MarkPosition"), kind="position", side="home"),
        ),
        actions=(m.fill(Action, "action", owners=("owner",), event="event", about=("body",)),),
        papers=(m.fill(Paper, "paper", roles=(role, participant), about=("body",)),),
        tolerances=(m.fill(Tolerance, but=("limit",)),),
    )
    m.known["position"] = "MarkPosition"
    return dossier, m


def between() -> tuple[Dossier, dict[str, str]]:
    """Return that dossier with what the other side keeps to itself, and all marks by field."""
    dossier, marks = filled()
    envoy = Person(
        "envoy", side="away", names=(Name("fr", "MarkEnvoy"),), email="MarkTheirEmail@example.org"
    )
    theirs = Note("theirs", text=Text.same("MarkTheirPosition"), kind="position", side="away")
    added = {
        "person envoy": "MarkEnvoy",
        "their email": "MarkTheirEmail",
        "their position": "MarkTheirPosition",
    }
    return dossier.with_(envoy, theirs), marks.known | added
