"""A dossier whose every field holds something that is found again: what a reader gets of it."""

from __future__ import annotations

import itertools
from datetime import date, datetime
from typing import Any
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
from rencontres.model.fields import Field, fields_of
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
        silent = {"id", "audience", *fields.pop("but", ()), *fields}
        if not hasattr(cls, "id"):
            positional = [a.name for a in attrs.fields(cls) if a.init and not a.kw_only]
            silent |= {*positional[: len(given)]}
        told = (field for field in fields_of(cls).values() if field.name not in silent)
        made = {field.name: self._value(cls, field) for field in told}
        made = {name: value for name, value in made.items() if value is not None}
        return cls(*given, **{**made, **fields})

    def _value(self, cls: type, field: Field) -> Any:
        meta = field.meta
        if meta.keys() & {"to", "one_of", "tags", "keys"} or meta.get("form") in _CODES:
            return None
        name = f"{cls.__name__}.{field.name}"
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
            ("several", Text): ((Text.same(word),), word),
            ("pairs", str): (((word, word),), word),
        }
        kind = field.kinds[0]
        key = kind if field.shape == "one" else (field.shape, kind)
        key = meta["form"] if meta.get("form") in _MARKED else key
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
    home = m.fill(Side, "home", languages=("fr",), zone="Europe/Paris")
    place = m.fill(Place, "venue", side="home", zone="Asia/Shanghai", position=(30.5, 104.25))
    theirs: dict[str, Any] = {"names": (m.fill(Name, language="fr"),), "languages": ("fr",)}
    theirs["posts"] = (m.fill(Post, organisation="body"),)
    people = {"chief": m.fill(Person, "chief", side="home", **theirs)}
    for id_ in "came sent interpreter contact guest former asker owner".split():
        people[id_] = Person(id_, side="home", names=(Name("fr", f"Mark{id_.title()}"),))
        m.known[f"person {id_}"] = f"Mark{id_.title()}"
    promise = {"confirmation": "confirmed", "by": "asker"}
    role = m.fill(Role, "co-chair", "chief", on_behalf_of="body", **promise)
    roles = (role, Role("participant", "guest", confirmation="confirmed"))
    party = m.fill(Party, organisation="body", person="sent", **promise)
    counts = (("home", m.number("Attendance.counts")),)
    attendance = m.fill(Attendance, counts=counts, people=("came",), sheet="paper")
    room = m.fill(Room, "room", place="venue")
    body = m.fill(Organisation, "body", side="home", place="venue")
    chairs = (m.fill(Chair, "home", "chief", predecessor="former"),)
    board = m.fill(Committee, "board", sides=("home",), hosts=("body",), roles=roles, chairs=chairs)
    event = m.fill(
        Event, "event", place="venue", convened_by=("body",), roles=roles, attendance=attendance,
        links=(Link("prepares", "fair"),),
    )  # fmt: skip
    entry = m.fill(Entry, organisations=("body",), people=("contact",))
    shop = m.fill(Workshop, "shop", event="event", roles=roles, entries=(entry,))
    funding = Contribution("home", amount=m.number("Contribution.amount"), currency="EUR")
    pair = m.fill(
        Pairing, "pair", workshop="shop", ends=(End("home", (party,)),), people=("contact",),
        funding=(funding,),
    )  # fmt: skip
    start = datetime(2016, 10, 29, 9, tzinfo=CHENGDU)
    item = m.fill(Item, roles=roles, paper="paper")
    channels = (("fr", m.number("Interpretation.channels")),)
    between_two = Interpretation(("fr", "zh-Hans"), team=("interpreter",), channels=channels)
    came = Attendance(estimate=m.number("Session.attendance"))
    session = m.fill(
        Session, "session", event="event", workshop="shop", start=start, end=start.replace(hour=10),
        but=("when",), room="room", roles=roles, items=(item,), languages=("fr",),
        interpretation=(between_two,), attendance=came, open=True,
    )  # fmt: skip
    arrival, departure = m.day("Registration.arrival"), m.day("Registration.departure")
    registration = m.fill(
        Registration, "guest", event="event", delegation="party", arrival=arrival,
        departure=departure,
    )  # fmt: skip
    agreed = (("home", m.day("Note.agreed")),)
    dossier = Dossier(namespace="example.org", languages=("fr",)).with_(
        home, Side("away", name=Text.same("Away")), place, room, body, *people.values(), board,
        event, Event("fair", title=Text.same("Fair")), shop, pair, session, registration,
        m.fill(Delegation, "party", side="home", roles=roles),
        m.fill(Note, "note", event="event", side="home", agreed=agreed, about=("body",)),
        Note("position", text=Text.same("MarkPosition"), kind="position", side="home"),
        m.fill(Action, "action", owners=("owner",), event="event", about=("body",)),
        m.fill(Paper, "paper", roles=roles, about=("body",)),
        m.fill(Tolerance, but=("limit",)),
    )  # fmt: skip
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
