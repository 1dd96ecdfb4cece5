"""RC301 to RC309: people, rooms and hours that do not go together; by sorting, never by pairs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from rencontres.checks.case import GONE, Case, Workdays
from rencontres.checks.rule import Example, Found, Rule, found, limit_of, rule
from rencontres.model import Event, Room, Session
from rencontres.span import zone

_HOUR = timedelta(hours=1)

_DAY = "2026-10-05"
_SESSIONS = {
    "one": {"event": "meeting", "title": {"en": "One"}, "day": _DAY, "hours": "09:00-10:00", "room": "hall"},
    "two": {"event": "meeting", "title": {"en": "Two"}, "day": _DAY, "hours": "09:30-10:30", "room": "hall"},
}
_HALL = {"hall": {"name": {"en": "Hall"}, "place": "port", "capacity": 50}}


def _with(one: Mapping[str, object], two: Mapping[str, object], **tables: object) -> Example:
    sessions = {"one": {**_SESSIONS["one"], **one}, "two": {**_SESSIONS["two"], **two}}
    return Example(tables={"rooms": _HALL, "sessions": sessions, **tables})


class Stretch(NamedTuple):
    """A session on the clock of the world; an open end counts as an hour."""

    start: datetime
    end: datetime
    session: Session


def stretches(sessions: Iterable[Session]) -> list[Stretch]:
    """Return sessions with an hour, by their start.

    Args:
        sessions: The sessions.
    """
    told: list[Stretch] = []
    for session in sessions:
        if session.start is not None:
            start = session.start.astimezone(UTC)
            told.append(Stretch(start, session.end.astimezone(UTC) if session.end else start + _HOUR, session))
    return sorted(told, key=lambda each: (each.start, each.end, each.session.id))


def overlaps(told: Iterable[Stretch]) -> Iterator[tuple[Session, Session]]:
    """Yield each session that begins before an earlier one has ended, with the longest of those.

    Args:
        told: Stretches, by their start.
    """
    last: Stretch | None = None
    for each in told:
        if last is not None and each.start < last.end:
            yield last.session, each.session
        if last is None or each.end > last.end:
            last = each


def _busy(case: Case) -> dict[str, list[Stretch]]:
    found_: dict[str, list[Stretch]] = {}
    for each in stretches(case.held()):
        ids: dict[str, None] = {}
        for role in case.relations.tasks(each.session):
            if role.confirmation not in GONE:
                ids.update(dict.fromkeys(id_ for id_ in (role.person, role.holder) if id_))
        for id_ in ids:
            found_.setdefault(id_, []).append(each)
    return {id_: found_[id_] for id_ in sorted(found_)}


def _persons(case: Case) -> Iterator[tuple[str, list[Stretch]]]:
    people = {person.id for person in case.dossier.people}
    return ((id_, told) for id_, told in _busy(case).items() if id_ in people)


_BOTH = {"roles": {"speaker": ["ann"]}}


@rule(
    "RC301", "error", "Somebody in two sessions at once",
    why="She will be missed in one of them, by people who came for her.",
    fails=_with(_BOTH, _BOTH),
    passes=_with(_BOTH, {**_BOTH, "hours": "10:00-11:00"}),
)  # fmt: skip
def double_booked(case: Case) -> Iterator[Found]:
    for person, told in _persons(case):
        for one, other in overlaps(told):
            yield found(
                case.where(other),
                "%(person)s is expected in “%(first)s” and in “%(second)s” at once.",
                person=case.name(person),
                first=case.name(one),
                second=case.name(other),
            )


def _place(case: Case, session: Session) -> str | None:
    room = case.dossier.get(Room, session.room)
    return room.place if room else None


_FAR = {"rooms": {**_HALL, "barn": {"name": {"en": "Barn"}, "place": "hill"}},
        "places": {"hill": {"name": {"en": "Hill"}, "zone": "Europe/London"}}}


@rule(
    "RC310", "warning", "Too little time to get from one place to another",
    why="Two venues need a transfer; limit: minutes between them.",
    limit=20,
    fails=Example(tables={**_FAR, "sessions": {
        "one": {**_SESSIONS["one"], **_BOTH},
        "two": {**_SESSIONS["two"], **_BOTH, "hours": "10:05-11:00", "room": "barn"}}}),
    passes=_with(_BOTH, {**_BOTH, "hours": "10:05-11:00"}),
)  # fmt: skip
def no_transfer(case: Case) -> Iterator[Found]:
    least = timedelta(minutes=limit_of(case, "RC310", 20))
    for person, told in _persons(case):
        for one, other in zip(told, told[1:], strict=False):
            places = _place(case, one.session), _place(case, other.session)
            gap = other.start - one.end
            if None not in places and places[0] != places[1] and timedelta() <= gap < least:
                yield found(
                    case.where(other.session),
                    "%(person)s has %(minutes)s minutes to get from “%(first)s” to “%(second)s”.",
                    person=case.name(person),
                    minutes=int(gap.total_seconds() // 60),
                    first=case.name(one.session),
                    second=case.name(other.session),
                )


@rule(
    "RC302", "error", "A room used twice at once",
    why="One of the two will stand in the corridor.",
    fails=_with({}, {}),
    passes=_with({}, {"hours": "10:00-11:00"}),
)  # fmt: skip
def room_clash(case: Case) -> Iterator[Found]:
    rooms: dict[str, list[Stretch]] = {}
    for each in stretches(case.held()):
        if each.session.room is not None:
            rooms.setdefault(each.session.room, []).append(each)
    for room, told in sorted(rooms.items()):
        for one, other in overlaps(told):
            yield found(
                case.where(other, "room"),
                "%(room)s: “%(first)s” and “%(second)s” overlap.",
                room=case.name(room),
                first=case.name(one),
                second=case.name(other),
            )


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
                    case.where(session),
                    "“%(session)s”: %(people)s people for %(seats)s seats.",
                    session=case.name(session),
                    people=people,
                    seats=room.capacity,
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
        stay = stays.get(person)
        if stay is None:
            continue
        for each in told:
            if _before(each, stay.arrival) or _after(each, stay.departure):
                yield found(
                    case.where(each.session),
                    "%(person)s is not there for “%(session)s”.",
                    person=case.name(person),
                    session=case.name(each.session),
                )


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


@rule(
    "RC305", "warning", "Hours without a break",
    why="Nobody listens for more than three hours; limit: hours.",
    since="programme",
    limit=3,
    fails=Example(tables={"sessions": {"one": {**_SESSIONS["one"], "room": None, "hours": "09:00-13:00"}}}),
    passes=Example(tables={"sessions": {"one": {**_SESSIONS["one"], "room": None, "hours": "09:00-11:00"}}}),
)  # fmt: skip
def no_break(case: Case) -> Iterator[Found]:
    longest = timedelta(hours=limit_of(case, "RC305", 3))
    pause = timedelta(minutes=10)
    runs: dict[tuple[str, str], list[Stretch]] = {}
    for each in stretches(case.held()):
        if each.session.kind not in ("break", "meal", "transfer") and each.session.end is not None:
            day = each.session.start.date().isoformat() if each.session.start else ""
            runs.setdefault((each.session.event or "", day), []).append(each)
    for told in runs.values():
        first, last = told[0], told[0].end
        worst: tuple[Stretch, datetime] = (first, last)
        for each in told[1:]:
            if each.start - last >= pause:
                first = each
            last = max(last, each.end)
            if last - first.start > worst[1] - worst[0].start:
                worst = (first, last)
        if worst[1] - worst[0].start > longest:
            start = worst[0].session.start
            assert start is not None  # noqa: S101 - stretches have one
            yield found(
                case.where(worst[0].session),
                "%(hours)s without a break from %(time)s on %(day)s.",
                hours=worst[1] - worst[0].start,
                time=start.time(),
                day=start.date(),
            )


@rule(
    "RC306", "info", "A session on a day off, or at an early or late hour",
    why="One of the sides may not be able to come; the host supplies the days.",
    since="call",
    fails=Example(tables={"sessions": {"one": {**_SESSIONS["one"], "room": None, "day": "2026-10-04"}}}),
    passes=Example(tables={"sessions": {"one": {**_SESSIONS["one"], "room": None}}}),
)  # fmt: skip
def off_hours(case: Case) -> Iterator[Found]:
    days: dict[tuple[str, date], Session] = {}
    for each in stretches(case.held()):
        session, start = each.session, each.session.start
        if start is not None:
            days.setdefault((session.event or "", start.date()), session)
        odd = tuple(s.name for s in case.sides if _odd_hours(session, case.working(s.id)))
        if odd:
            yield found(
                case.where(session),
                "“%(session)s” begins or ends at an hour that is odd for: %(sides)s.",
                session=case.name(session),
                sides=odd,
            )
    for (_, day), session in days.items():
        resting = tuple(s.name for s in case.sides if case.working(s.id).rests(day))
        if resting:
            yield found(
                case.where(session),
                "Sessions are held on %(day)s, a day off of: %(sides)s.",
                day=day,
                sides=resting,
            )


def _odd_hours(session: Session, days: Workdays) -> bool:
    start, end = session.start, session.end or session.start
    if start is None or end is None or session.kind == "transfer":
        return False
    late = end.hour + end.minute / 60 > days.closes or end.date() > start.date()
    return start.hour < days.opens or late


@rule(
    "RC307", "info", "A change of clocks within the event",
    why="The hours of the two sides draw apart or together in the middle of it.",
    since="call",
    fails=Example(tables={"events": {"meeting": {"when": "2026-10-24/2026-10-26"}}}),
    passes=Example(tables={}),
)  # fmt: skip
def clocks_change(case: Case) -> Iterator[Found]:
    event = case.event
    zones = [key for key in dict.fromkeys(side.zone for side in case.sides) if key]
    if event is None or event.when is None or event.when.earliest is None or event.when.latest is None or len(zones) < 2:  # noqa: PLR2004 - two clocks
        return
    first, second = (zone(key) for key in zones[:2])
    known: timedelta | None = None
    for number in range((event.when.latest - event.when.earliest).days + 1):
        day = event.when.earliest + timedelta(days=number)
        noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
        apart = (noon.astimezone(second).utcoffset() or timedelta()) - (noon.astimezone(first).utcoffset() or timedelta())
        if known is not None and apart != known:
            yield found(
                case.where(event, "when"),
                "Within “%(event)s” the difference between the clocks goes from %(before)s to %(after)s, on %(day)s.",
                event=event.title,
                before=abs(known),
                after=abs(apart),
                day=day,
            )
        known = apart


@rule(
    "RC308", "warning", "Two linked events that overlap, or drift apart",
    why="Those who stay for both need hotels, visas and free days; limit: days between the two.",
    limit=3,
    fails=Example(tables={"events": {
        "meeting": {"links": {"backed-by": ["fair"]}},
        "fair": {"title": {"en": "Fair"}, "kind": "fair", "when": "2026-10-06/2026-10-10"}}}),
    passes=Example(tables={"events": {
        "meeting": {"links": {"backed-by": ["fair"]}},
        "fair": {"title": {"en": "Fair"}, "kind": "fair", "when": "2026-10-08/2026-10-10"}}}),
)  # fmt: skip
def linked_events(case: Case) -> Iterator[Found]:
    for event in case.dossier.events:
        for link in event.links:
            other = case.dossier.get(Event, link.to)
            if link.kind != "backed-by" or other is None or not event.when or not other.when:
                continue
            spans = (event.when.earliest, event.when.latest, other.when.earliest, other.when.latest)
            start, end, begins, ends = spans
            if start is None or end is None or begins is None or ends is None:
                continue
            if begins <= end and start <= ends:
                message = "“%(event)s” and “%(other)s” overlap: who is needed by both?"
                yield found(case.where(event, "links"), message, event=event.title, other=other.title)
                continue
            apart = max((begins - end).days, (start - ends).days) - 1
            if apart >= limit_of(case, "RC308", 3):
                yield found(
                    case.where(event, "links"),
                    "Between “%(event)s” and “%(other)s” lie %(days)s days: nights for those who stay for both.",
                    event=event.title,
                    other=other.title,
                    days=apart,
                )


@rule(
    "RC309", "error", "A session of no event",
    why="Where two events are linked, each thing belongs to one of them.",
    since="call",
    fails=Example(tables={"sessions": {"one": {"title": {"en": "One"}, "when": "2026-10-05"}}}),
    passes=Example(tables={"sessions": {"one": {**_SESSIONS["one"], "room": None}}}),
)  # fmt: skip
def no_event(case: Case) -> Iterator[Found]:
    if not case.dossier.events:
        return
    for session in case.dossier.sessions:
        if session.event is None:
            yield found(case.where(session), "“%(session)s” belongs to no event.", session=case.name(session))


RULES: tuple[Rule, ...] = (
    double_booked, room_clash, over_capacity, unavailable, no_break, off_hours, clocks_change,
    linked_events, no_event, no_transfer,
)  # fmt: skip
