"""Sessions as slots: which a reader sees, on which day, at which hours, in which order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from rencontres.model import Dossier, Event, Interpretation, Place, Role, Room, Session, Workshop
from rencontres.publishing import Former, Ledger, Trace
from rencontres.relations import Relations
from rencontres.span import clock, key_of, named, zone
from rencontres.text import Phrase, Text, Words
from rencontres.views.audience import Gate
from rencontres.views.casting import GONE, Casting
from rencontres.views.lexicon import Lexicon
from rencontres.views.pages import Before, Cast, Day, InterpretationLine, ItemLine, Slot
from rencontres.views.reader import Reader

DAY_ENDS = 4
"""The hour at which a day of the programme ends: what begins at one in the morning belongs to
the evening before."""


class Site(NamedTuple):
    """Where something is, in words."""

    room: Words | None
    floor: Words | None
    place: tuple[Words, ...]
    address: Words | None
    local_address: Phrase | None
    local_venue: Phrase | None
    position: tuple[float, float] | None


NOWHERE = Site(None, None, (), None, None, None, None)


def programme_day(start: datetime) -> date:
    """Return the day of the programme that a moment belongs to.

    Args:
        start: A moment, on the clock it is told by.
    """
    return start.date() - timedelta(days=1) if start.hour < DAY_ENDS else start.date()


class Timetable:
    """Turns the sessions of a dossier into the slots of one reader."""

    def __init__(  # noqa: PLR0913, PLR0917 - everything that one projection knows
        self,
        dossier: Dossier,
        relations: Relations,
        reader: Reader,
        gate: Gate,
        lexicon: Lexicon,
        casting: Casting,
        ledger: Ledger | None,
    ) -> None:
        """Prepare.

        Args:
            dossier: The dossier.
            relations: Its relations.
            reader: The reader.
            gate: What the reader may see.
            lexicon: The reader's languages.
            casting: Names of people and organisations.
            ledger: What was published.
        """
        self._ledger = ledger
        self._dossier = dossier
        self._relations = relations
        self._zone = zone(reader.zone) if reader.zone else None
        self._gate = gate
        self._lexicon = lexicon
        self._casting = casting
        self._sites: dict[str | None, Site] = {}
        self._others = tuple(zone(key) for key in side_zones(dossier))

    def slot(self, session: Session) -> Slot:
        """Return a session as the reader sees it.

        Args:
            session: The session.
        """
        see, say = self._gate.value, self._lexicon.maybe
        trace = self._ledger.get("session", session.id) if self._ledger else None
        workshop = self._dossier.get(Workshop, session.workshop)
        if workshop is not None and not self._gate.sees(workshop):
            workshop = None
        event = self._dossier.get(Event, session.event)
        start, end = self._clock(see(session, "start")), self._clock(see(session, "end"))
        site = self._site(see(session, "room"))
        if site is NOWHERE and event is not None:
            site = self._event_site(event)
        title = self._title(session, workshop, event)
        short: Text | None = see(session, "short") or (see(workshop, "short") if workshop else None)
        return Slot(
            id=session.id,
            uid=see(session, "uid") or f"session.{session.id}@{self._dossier.namespace}",
            kind="workshop" if workshop and session.kind == "other" else see(session, "kind"),
            title=title,
            short=self._lexicon.words(short) if short else title,
            description=say(see(session, "description")),
            event=session.event,
            start=start,
            end=end,
            when=see(session, "when"),
            elsewhere=self._elsewhere(start, end),
            room=site.room,
            floor=site.floor,
            place=site.place,
            address=site.address,
            local_address=site.local_address,
            local_venue=site.local_venue,
            position=site.position,
            status=self._status(session, event),
            before=self._before(trace, start, end, site) if trace and trace.before else None,
            workshop=workshop.id if workshop else None,
            number=see(workshop, "number") if workshop else None,
            leads=self._casting.leads(workshop.id) if workshop else (),
            people=self._casting.casts(roles_of(session, workshop)),
            items=tuple(
                ItemLine(
                    title=self._lexicon.words(item.title),
                    minutes=item.minutes,
                    people=self._casting.casts(item.roles),
                )
                for item in self._gate.items(session)
            ),
            languages=see(session, "languages"),
            interpretation=tuple(self._interpretation(line) for line in see(session, "interpretation")),
            url=self._lexicon.verbatim(see(session, "url")),
            open=see(session, "open"),
            sequence=trace.sequence if trace else 0,
            created=trace.created if trace else None,
            modified=trace.modified if trace else None,
        )

    def _before(
        self, trace: Trace, start: datetime | None, end: datetime | None, site: Site
    ) -> Before | None:
        before = trace.before or Former()
        room = self._lexicon.maybe(before.room)
        moved = clock(before.start) != clock(trace.now.start)
        ended = moved or clock(before.end) != clock(trace.now.end)
        found = Before(
            room=room if room != site.room else None,
            start=self._clock(before.start) if moved and start else None,
            end=self._clock(before.end) if ended and end else None,
        )
        return found if found.room or found.start or found.end else None

    def _title(self, session: Session, workshop: Workshop | None, event: Event | None) -> Words:
        see = self._gate.value
        title: Text | None = see(session, "title") or (see(workshop, "title") if workshop else None)
        if title is not None:
            return self._lexicon.words(title)
        if session.kind == "other" and event is not None:
            return self._lexicon.words(see(event, "short") or see(event, "title"))
        return self._lexicon.say(f"session-kind.{session.kind}")

    @staticmethod
    def _status(session: Session, event: Event | None) -> str:
        if event is not None and event.confirmation in ("cancelled", "postponed"):
            return event.confirmation
        return session.confirmation

    def _clock(self, moment: datetime | None) -> datetime | None:
        if moment is None or self._zone is None:
            return moment
        return named(moment.astimezone(self._zone))

    def _elsewhere(
        self, start: datetime | None, end: datetime | None
    ) -> tuple[tuple[datetime, datetime | None], ...]:
        if start is None:
            return ()
        offset, home = start.utcoffset(), start.tzinfo
        told: list[tuple[datetime, datetime | None]] = []
        for other in self._others:
            if other is not home:
                there = start.astimezone(other)
                if there.utcoffset() != offset:
                    told.append((there, end.astimezone(other) if end else None))
        return tuple(told)

    def _site(self, room_id: str | None) -> Site:
        if room_id not in self._sites:
            room = self._dossier.get(Room, room_id)
            if room is None or not self._gate.sees(room):
                site = NOWHERE
            else:
                site = self._place_site(self._gate.value(room, "place"))._replace(
                    room=self._lexicon.words(self._gate.value(room, "name")),
                    floor=self._lexicon.maybe(self._gate.value(room, "floor")),
                )
            self._sites[room_id] = site
        return self._sites[room_id]

    def _event_site(self, event: Event) -> Site:
        key = f"{event.id} "
        if key not in self._sites:
            self._sites[key] = self._place_site(self._gate.value(event, "place"))
        return self._sites[key]

    def places(self, place_id: str | None) -> tuple[Place, ...]:
        """Return a place and those it lies in, upwards, as far as the reader sees them.

        Args:
            place_id: The id of the place, or None.
        """
        return tuple(p for p in self._relations.upwards(place_id) if self._gate.sees(p))

    def _place_site(self, place_id: str | None) -> Site:
        see = self._gate.value
        chain = self.places(place_id)
        if not chain:
            return NOWHERE
        address: Text | None = next((a for p in chain if (a := see(p, "address"))), None)
        position: tuple[float, float] | None = next((q for p in chain if (q := see(p, "position"))), None)
        local = self._relations.local_language(place_id)
        own = address.get(local) if address and local else None
        return Site(
            room=None,
            floor=None,
            place=tuple(self._lexicon.words(see(place, "name")) for place in chain),
            address=self._lexicon.maybe(address),
            local_address=Phrase(own, local) if own and local else None,
            local_venue=self._lexicon.phrase(see(chain[0], "name"), local) if own and local else None,
            position=position,
        )

    def _interpretation(self, line: Interpretation) -> InterpretationLine:
        see = self._gate.value
        return InterpretationLine(
            between=line.between,
            mode=line.mode,
            channels=line.channels,
            team=self._casting.members(see(line, "team"), "interpreter"),
        )


def roles_of(session: Session, workshop: Workshop | None) -> tuple[Role, ...]:
    """Return the roles of a session: its own, and those of its workshop for other functions.

    Args:
        session: The session.
        workshop: Its workshop.
    """
    if workshop is None or not workshop.roles:
        return session.roles
    own = {role.function for role in session.roles}
    return (*session.roles, *(role for role in workshop.roles if role.function not in own))


def every_role(session: Session, workshop: Workshop | None) -> Iterator[Role]:
    """Yield every role in a session, down to its running order and its interpreters.

    Args:
        session: The session.
        workshop: Its workshop.
    """
    yield from roles_of(session, workshop)
    for item in session.items:
        yield from item.roles
    for line in session.interpretation:
        for person in line.team:
            yield Role("interpreter", person, confirmation="confirmed")


def own_casts(roles: Iterator[Role], casting: Casting) -> Iterator[tuple[str, Cast]]:
    """Yield who does what: holders, and those who will come for them.

    Args:
        roles: Roles.
        casting: Names.
    """
    for role in roles:
        if role.confirmation in GONE:
            continue
        if role.holder is not None:
            yield role.holder, casting.cast(role)
        if role.person is not None and role.person != role.holder:
            yield role.person, casting.cast(Role(role.function, role.person, confirmation=role.confirmation))


def side_zones(dossier: Dossier) -> tuple[str, ...]:
    """Return the zones of the sides, each once, in the order of the sides.

    Args:
        dossier: The dossier.
    """
    return tuple(dict.fromkeys(side.zone for side in dossier.sides if side.zone))


def in_order(slots: list[Slot]) -> tuple[tuple[Day, ...], tuple[Slot, ...]]:
    """Return the days of a programme, and what has no hour yet.

    Args:
        slots: The slots, in any order.
    """
    days: dict[date, list[Slot]] = {}
    unscheduled: list[Slot] = []
    for slot in slots:
        if slot.start is None:
            unscheduled.append(slot)
        else:
            days.setdefault(programme_day(slot.start), []).append(slot)
    ordered = (Day(date=day, slots=tuple(sorted(days[day], key=_order))) for day in sorted(days))
    return tuple(ordered), tuple(sorted(unscheduled, key=_unscheduled_order))


_OPEN = 10_000


def _order(slot: Slot) -> tuple[datetime, int, str]:
    start = slot.start.astimezone(UTC) if slot.start else datetime.max.replace(tzinfo=UTC)
    return start, slot.number if slot.number is not None else _OPEN, slot.id


def _unscheduled_order(slot: Slot) -> tuple[bool, date, int, str]:
    earliest = slot.when.earliest if slot.when else None
    number = slot.number if slot.number is not None else _OPEN
    return earliest is None, earliest or date.max, number, slot.id


def main_zone(days: tuple[Day, ...], reader: Reader, candidates: tuple[str | None, ...]) -> str:
    """Return the zone that most hours of a programme are told by.

    Args:
        days: The days of the programme.
        reader: The reader.
        candidates: Zones to fall back on, the likeliest first.
    """
    if reader.zone:
        return reader.zone
    counts: dict[str, int] = {}
    for day in days:
        for slot in day.slots:
            if slot.start is not None and isinstance(slot.start.tzinfo, ZoneInfo):
                key = key_of(slot.start)
                counts[key] = counts.get(key, 0) + 1
    if counts:
        return min(counts, key=lambda key: (-counts[key], key))
    return next((key for key in candidates if key), "UTC")
