"""Load 10,000 sessions from data, and let pydantic do the same checks beside it.

    python bench/load.py [count]

Both refuse unknown keys, coerce nothing, bring language tags into their one form, find the zone
of each session by its room's place, settle its day and hours, and check every reference. It prints
microseconds of the processor a session, the least of several runs, and the ratio.
`pip install pydantic` first.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from rencontres import load_data
from rencontres.language import canonical
from rencontres.model import Confirmation, Function
from rencontres.model.session import Mode, SessionKind
from rencontres.span import before, fault, zone
from rencontres.text import clean

RUNS = 7
TABLES = "sides places rooms people organisations events workshops sessions".split()


def data(count: int) -> dict[str, Any]:
    """Return a dossier of so many sessions, as JSON would bring it."""
    kinds = ("plenary", "workshop", "meal", "visit")
    return {
        "rencontres": 1,
        "namespace": "rencontres.example.org",
        "languages": ["fr", "zh-Hans"],
        "sides": {"fr": {"name": "France"}, "cn": {"name": "Chine"}},
        "places": {
            "chengdu": {"name": "Chengdu", "zone": "Asia/Shanghai"},
            "centre": {"name": "Centre", "within": "chengdu"},
        },
        "rooms": {f"r{n}": {"name": f"Salle {n}", "place": "centre"} for n in range(20)},
        "people": {f"p{n}": {"names": {"fr": {"family": f"Nom {n}"}}} for n in range(300)},
        "organisations": {f"o{n}": {"name": f"Ville {n}"} for n in range(100)},
        "events": {"e": {"title": "Rencontres", "place": "chengdu"}},
        "workshops": {f"w{n}": {"title": f"Atelier {n}", "event": "e"} for n in range(6)},
        "sessions": {
            f"s{n}": {
                "event": "e",
                "workshop": f"w{n % 6}",
                "kind": kinds[n % 4],
                "title": {"fr": f"Séance {n}", "zh-Hans": f"会议 {n}"},
                "day": f"2016-10-{n % 28 + 1:02}",
                "hours": f"{n % 12 + 8:02}:00-{n % 12 + 9:02}:30",
                "room": f"r{n % 20}",
                "roles": {
                    "moderator": {f"p{n % 300}": "confirmed"},
                    "speaker": {f"p{(n + 7) % 300}": "invited", f"o{n % 100}": "confirmed"},
                },
                "interpretation": {
                    "between": ["fr", "zh-Hans"],
                    "channels": {"fr": 1, "zh-Hans": 2},
                },
            }
            for n in range(count)
        },
    }


# --- the same in pydantic ------------------------------------------------------------------------


def _text(value: object) -> dict[str, str]:
    if isinstance(value, str):
        return {"fr": clean(value)}
    if not isinstance(value, dict) or not value:
        raise ValueError("a text is needed")
    return {canonical(tag): clean(words) for tag, words in value.items()}


def _several(value: object) -> object:
    return value if isinstance(value, list) else [value]


Tag = Annotated[str, AfterValidator(canonical)]
Id = Annotated[str, Field(pattern="^[a-z0-9][a-z0-9-]{0,119}$")]
Words = Annotated[dict[str, str], BeforeValidator(_text)]
Day = Annotated[date, BeforeValidator(date.fromisoformat)]


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Place(Strict):
    name: Words
    zone: Annotated[str, AfterValidator(lambda key: zone(key) and key)] | None = None
    within: Id | None = None


class Room(Strict):
    name: Words
    place: Id | None = None


class Name(Strict):
    family: str
    given: str | None = None


class Person(Strict):
    names: dict[Tag, Name]


class Named(Strict):
    name: Words


class Event(Strict):
    title: Words
    place: Id | None = None


class Workshop(Strict):
    title: Words
    event: Id | None = None


def _two(tags: list[str]) -> list[str]:
    if tags[0] == tags[1]:
        raise ValueError("interpretation is between two languages")
    return tags


class Interpretation(Strict):
    between: Annotated[list[Tag], Field(min_length=2, max_length=2), AfterValidator(_two)]
    mode: Mode = "simultaneous"
    team: list[Id] = []
    channels: dict[Tag, int] = {}


class Promise(Strict):
    confirmation: Confirmation = "to-confirm"
    asked: Day | None = None
    by: Id | None = None


class Session(Strict):
    event: Id | None = None
    workshop: Id | None = None
    title: Words | None = None
    short: Words | None = None
    kind: SessionKind = "other"
    zone: str | None = None
    day: Day | None = None
    hours: Annotated[str, Field(pattern=r"^\d\d:\d\d(-\d\d:\d\d)?$")] | None = None
    start: datetime | None = None
    end: datetime | None = None
    room: Id | None = None
    confirmation: Confirmation = "confirmed"
    description: Words | None = None
    roles: dict[Function, list[Id] | dict[Id, Confirmation | Promise]] = {}
    languages: list[Tag] = []
    interpretation: Annotated[list[Interpretation], BeforeValidator(_several)] = []
    url: Words | None = None
    open: bool | None = None
    uid: str | None = None
    source: str | None = None
    as_written: str | None = None
    audience: Literal["public", "partners", "internal"] | None = None
    extra: dict[str, Any] = {}


class Dossier(Strict):
    rencontres: Literal[1]
    namespace: str
    title: Words | None = None
    languages: list[Tag] = []
    sides: dict[Id, Named] = {}
    places: dict[Id, Place] = {}
    rooms: dict[Id, Room] = {}
    people: dict[Id, Person] = {}
    organisations: dict[Id, Named] = {}
    events: dict[Id, Event] = {}
    workshops: dict[Id, Workshop] = {}
    sessions: dict[Id, Session] = {}
    times: dict[str, tuple[datetime, datetime | None]] = {}

    @model_validator(mode="after")
    def _whole(self) -> Dossier:
        """Settle the clock of each session, and check its references."""
        zones = {room: self._zone(found.place) for room, found in self.rooms.items()}
        holders = self.people.keys() | self.organisations.keys()
        faults: list[str] = []
        seen: set[str] = set()
        for name in TABLES:
            ids = getattr(self, name).keys()
            faults += [f"{id_} twice" for id_ in ids if id_ in seen]
            seen |= ids
        for id_, session in self.sessions.items():
            if session.event is not None and session.event not in self.events:
                faults.append(f"{id_}.event")
            if session.workshop is not None and session.workshop not in self.workshops:
                faults.append(f"{id_}.workshop")
            if session.room is not None and session.room not in self.rooms:
                faults.append(f"{id_}.room")
            for function, found in session.roles.items():
                faults += [f"{id_}.roles.{function}.{h}" for h in found if h not in holders]
            for each in session.interpretation:
                faults += [
                    f"{id_}.team.{person}" for person in each.team if person not in self.people
                ]
            if session.day and session.hours and session.room:
                self.times[id_] = self._clock(session, zones[session.room], faults)
        if faults:
            raise ValueError(", ".join(faults))
        return self

    def _zone(self, place: str | None) -> str | None:
        while place is not None:
            found = self.places[place]
            if found.zone:
                return found.zone
            place = found.within
        return None

    def _clock(
        self, session: Session, key: str | None, faults: list[str]
    ) -> tuple[datetime, datetime | None]:
        first, _, last = (session.hours or "").partition("-")
        tz = zone(session.zone or key or "UTC")
        day = session.day or date.min
        start = datetime(day.year, day.month, day.day, int(first[:2]), int(first[3:]), tzinfo=tz)
        end = None
        if last:
            until = day if last > first else day + timedelta(days=1)
            end = datetime(
                until.year, until.month, until.day, int(last[:2]), int(last[3:]), tzinfo=tz
            )
        if fault(start) or (end and (fault(end) or not before(start, end))):
            faults.append("hours")
        return start, end


# --- the race ------------------------------------------------------------------------------------


def least(calls: list[Callable[[Any], object]], raw: dict[str, Any]) -> list[float]:
    """Return the least time of each of several calls, in seconds; they take turns."""
    times: list[list[float]] = [[] for _ in calls]
    for _ in range(RUNS):
        for call, told in zip(calls, times, strict=True):
            gc.collect()
            gc.disable()
            begun = time.process_time()
            call(raw)
            told.append(time.process_time() - begun)
            gc.enable()
    return [min(told) for told in times]


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    raw = data(count)
    if not len(load_data(raw).sessions) == len(Dossier.model_validate(raw).sessions) == count:
        raise SystemExit("one of them has lost something")
    ours, theirs = least([load_data, Dossier.model_validate], raw)
    print(f"rencontres  {ours / count * 1e6:6.1f} µs a session")
    print(f"pydantic    {theirs / count * 1e6:6.1f} µs a session")
    print(f"ratio       {ours / theirs:6.2f}")


if __name__ == "__main__":
    main()
