"""RC305 to RC309: hours and days: breaks, days off, clocks, linked events."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from rencontres.checks.case import Case, Workdays
from rencontres.checks.phase import days
from rencontres.checks.rule import Example, Found, found, rule
from rencontres.checks.timetable import Stretch
from rencontres.model import Event, Session
from rencontres.span import zone

_ONE = {"event": "meeting", "title": {"en": "One"}, "day": "2026-10-05", "hours": "09:00-10:00"}


@rule(
    "RC305", "warning", "Hours without a break",
    why="Nobody listens for more than three hours; limit: hours.",
    since="programme",
    limit=3,
    fails=Example(tables={"sessions": {"one": {**_ONE, "hours": "09:00-13:00"}}}),
    passes=Example(tables={"sessions": {"one": {**_ONE, "hours": "09:00-11:00"}}}),
)  # fmt: skip
def no_break(case: Case, limit: float) -> Iterator[Found]:
    longest = timedelta(hours=limit)
    pause = timedelta(minutes=10)
    runs: dict[tuple[str, str], list[Stretch]] = {}
    for each in case.timetable:
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
                worst[0].session,
                "%(hours)s without a break from %(time)s on %(day)s.",
                hours=worst[1] - worst[0].start,
                time=start.time(),
                day=start.date(),
            )


@rule(
    "RC306", "info", "A session on a day off, or at an early or late hour",
    why="One of the sides may not be able to come; the host supplies the days.",
    since="call",
    fails=Example(tables={"sessions": {"one": {**_ONE, "day": "2026-10-04"}}}),
    passes=Example(tables={"sessions": {"one": _ONE}}),
)  # fmt: skip
def off_hours(case: Case) -> Iterator[Found]:
    days: dict[tuple[str, date], Session] = {}
    for each in case.timetable:
        session, start = each.session, each.session.start
        if start is not None:
            days.setdefault((session.event or "", start.date()), session)
        odd = [(s.id, s.id) for s in case.sides if _odd_hours(session, case.working(s.id))]
        if odd:
            message = "“%(session)s” begins or ends outside usual hours: %(sides)s."
            yield found(session, message, session=session, sides=case.together(odd))
    for (_, day), session in days.items():
        resting = [(s.id, s.id) for s in case.sides if case.working(s.id).rests(day)]
        if resting:
            message = "Sessions are held on %(day)s, a day off: %(sides)s."
            yield found(session, message, day=day, sides=case.together(resting))


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
    event, held = case.event, case.days
    zones = [key for key in dict.fromkeys(side.zone for side in case.sides) if key]
    if event is None or held is None or len(zones) < 2:
        return
    first, second = (zone(key) for key in zones[:2])
    known: timedelta | None = None
    for number in range((held[1] - held[0]).days + 1):
        day = held[0] + timedelta(days=number)
        noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
        apart = (noon.astimezone(second).utcoffset() or timedelta()) - (
            noon.astimezone(first).utcoffset() or timedelta()
        )
        if known is not None and apart != known:
            message = "Within “%(event)s” the difference between the clocks goes from %(before)s to %(after)s, on %(day)s."
            yield found(
                (event, "when"), message, event=event, before=abs(known), after=abs(apart), day=day
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
def linked_events(case: Case, limit: float) -> Iterator[Found]:
    for event in case.dossier.events:
        for link in event.links:
            other = case.dossier.get(Event, link.to)
            own, others = days(event.when), days(other.when if other else None)
            if link.kind != "backed-by" or other is None or own is None or others is None:
                continue
            (start, end), (begins, ends) = own, others
            if begins <= end and start <= ends:
                message = "“%(event)s” and “%(other)s” overlap: who is needed by both?"
                yield found((event, "links"), message, event=event, other=other)
                continue
            apart = max((begins - end).days, (start - ends).days) - 1
            if apart >= limit:
                message = "Between “%(event)s” and “%(other)s” lie %(days)s: those who stay for both need hotels and visas."
                yield found(
                    (event, "links"), message, event=event, other=other, days=timedelta(days=apart)
                )


@rule(
    "RC309", "error", "A session of no event",
    why="Where two events are linked, each thing belongs to one of them.",
    since="call",
    fails=Example(tables={"sessions": {"one": {"title": {"en": "One"}, "when": "2026-10-05"}}}),
    passes=Example(tables={"sessions": {"one": _ONE}}),
)  # fmt: skip
def no_event(case: Case) -> Iterator[Found]:
    if not case.dossier.events:
        return
    for session in case.dossier.sessions:
        if session.event is None:
            yield found(session, "“%(session)s” belongs to no event.", session=session)
