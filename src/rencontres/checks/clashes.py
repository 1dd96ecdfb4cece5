"""RC301 to RC304, RC310: people and rooms that are wanted twice; by sorting, never by pairs."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta

from rencontres.checks.case import Case
from rencontres.checks.rule import Example, Found, found, rule
from rencontres.checks.timetable import Stretch, overlaps
from rencontres.model import Person, Room, Session
from rencontres.wording.values import Counted

_SESSION = {"event": "meeting", "day": "2026-10-05", "room": "hall"}
_SESSIONS = {
    "one": {**_SESSION, "title": {"en": "One"}, "hours": "09:00-10:00"},
    "two": {**_SESSION, "title": {"en": "Two"}, "hours": "09:30-10:30"},
}
_HALL = {"hall": {"name": {"en": "Hall"}, "place": "port", "capacity": 50}}


def _with(one: Mapping[str, object], two: Mapping[str, object], **tables: object) -> Example:
    sessions = {"one": {**_SESSIONS["one"], **one}, "two": {**_SESSIONS["two"], **two}}
    return Example(tables={"rooms": _HALL, "sessions": sessions, **tables})


def _persons(case: Case) -> Iterator[tuple[Person, list[Stretch]]]:
    people = {person.id: person for person in case.dossier.people}
    return ((people[id_], told) for id_, told in case.busy.items() if id_ in people)


_BOTH = {"roles": {"speaker": ["ann"]}}


@rule(
    "RC301", "error", "Somebody in two sessions at once",
    why="In one of the two, people will wait in vain.",
    fails=_with(_BOTH, _BOTH),
    passes=_with(_BOTH, {**_BOTH, "hours": "10:00-11:00"}),
)  # fmt: skip
def double_booked(case: Case) -> Iterator[Found]:
    for person, told in _persons(case):
        for one, other in overlaps(told):
            message = "%(person)s is expected in “%(first)s” and in “%(second)s” at once."
            yield found(other, message, person=person, first=one, second=other)


def _place(case: Case, session: Session) -> str | None:
    room = case.dossier.get(Room, session.room)
    return room.place if room else None


_FAR = {
    "rooms": {**_HALL, "barn": {"name": {"en": "Barn"}, "place": "hill"}},
    "places": {"hill": {"name": {"en": "Hill"}, "zone": "Europe/London"}},
}


@rule(
    "RC310", "warning", "Too little time to get from one place to another",
    why="Two venues need a transfer; limit: minutes between them.",
    limit=20,
    fails=Example(tables={**_FAR, "sessions": {
        "one": {**_SESSIONS["one"], **_BOTH},
        "two": {**_SESSIONS["two"], **_BOTH, "hours": "10:05-11:00", "room": "barn"}}}),
    passes=_with(_BOTH, {**_BOTH, "hours": "10:05-11:00"}),
)  # fmt: skip
def no_transfer(case: Case, limit: float) -> Iterator[Found]:
    least = timedelta(minutes=limit)
    for person, told in _persons(case):
        for one, other in itertools.pairwise(told):
            places = _place(case, one.session), _place(case, other.session)
            gap = other.start - one.end
            if None not in places and places[0] != places[1] and timedelta() <= gap < least:
                yield found(
                    other.session,
                    "%(person)s has only %(time)s to get from “%(first)s” to “%(second)s”.",
                    person=person,
                    time=gap,
                    first=one.session,
                    second=other.session,
                )


@rule(
    "RC302", "error", "A room used twice at once",
    why="One of the two will stand in the corridor.",
    fails=_with({}, {}),
    passes=_with({}, {"hours": "10:00-11:00"}),
)  # fmt: skip
def room_clash(case: Case) -> Iterator[Found]:
    rooms: dict[str, list[Stretch]] = {}
    for each in case.timetable:
        if each.session.room is not None:
            rooms.setdefault(each.session.room, []).append(each)
    for room, told in sorted(rooms.items()):
        for one, other in overlaps(told):
            message = "%(room)s: “%(first)s” and “%(second)s” overlap."
            yield found((other, "room"), message, room=case.name(room), first=one, second=other)


def _audience(case: Case, session: Session) -> int:
    attendance = session.attendance
    people = {role.holder for role in case.relations.tasks(session) if role.holder}
    if attendance is None:
        return len(people)
    counted = sum(number for _, number in attendance.counts)
    return max(len(people | set(attendance.people)), attendance.estimate or 0, counted)


@rule(
    "RC303", "error", "More people than seats",
    why="Capacity is a matter of safety, and of who is turned away.",
    fails=_with({"attendance": {"estimate": 80}}, {"hours": "10:00-11:00"}),
    passes=_with({"attendance": {"estimate": 40}}, {"hours": "10:00-11:00"}),
)  # fmt: skip
def over_capacity(case: Case) -> Iterator[Found]:
    for session in case.held():
        room = case.dossier.get(Room, session.room)
        if room is not None and room.capacity is not None:
            people = _audience(case, session)
            if people > room.capacity:
                yield found(
                    session,
                    "“%(session)s”: %(people)s for %(seats)s.",
                    session=session,
                    people=Counted(people, "person"),
                    seats=Counted(room.capacity, "seat"),
                )


@rule(
    "RC304", "error", "Somebody who is not there yet, or has left",
    why="Arrivals and departures are known before the programme is.",
    fails=_with(_BOTH, {"hours": "10:00-11:00"}, registrations=[{"person": "ann", "event": "meeting", "arrival": "2026-10-06"}]),
    passes=_with(_BOTH, {"hours": "10:00-11:00"}, registrations=[{"person": "ann", "event": "meeting", "arrival": "2026-10-04"}]),
)  # fmt: skip
def unavailable(case: Case) -> Iterator[Found]:
    stays = {r.person: r for r in case.dossier.registrations}
    for person, told in _persons(case):
        stay = stays.get(person.id)
        if stay is None:
            continue
        for each in told:
            if _before(each, stay.arrival) or _after(each, stay.departure):
                message = "%(person)s is not available for “%(session)s”."
                yield found(each.session, message, person=person, session=each.session)


def _before(each: Stretch, arrival: object) -> bool:
    if isinstance(arrival, datetime):
        return each.start < arrival.astimezone(UTC)
    earliest = getattr(arrival, "earliest", None)
    start = each.session.start
    return earliest is not None and start is not None and start.date() < earliest


def _after(each: Stretch, departure: object) -> bool:
    if isinstance(departure, datetime):
        return each.end > departure.astimezone(UTC)
    latest = getattr(departure, "latest", None)
    start = each.session.start
    return latest is not None and start is not None and start.date() > latest
