"""Sessions as slots: what is held when and where, by whom, on the clock of one reader."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from rencontres.model import Event, Interpretation, Item, Session, Workshop
from rencontres.publishing import Ledger, Trace
from rencontres.relations import Relations, roles_of, standing
from rencontres.span import clock, zone
from rencontres.text import Text, Words
from rencontres.views.casting import Casting
from rencontres.views.casts import Lead
from rencontres.views.lexicon import Lexicon
from rencontres.views.reader import Reader
from rencontres.views.sites import Site, Sites
from rencontres.views.slots import Before, Hours, InterpretationLine, ItemLine, Slot


class _Setting(NamedTuple):
    """What sessions of one event, workshop and room share."""

    event: Event | None
    workshop: Workshop | None
    site: Site
    leads: tuple[Lead, ...]


class Timetable:
    """Turns the sessions of a dossier into the slots of one reader."""

    def __init__(
        self,
        relations: Relations,
        reader: Reader,
        lexicon: Lexicon,
        casting: Casting,
        sites: Sites,
        ledger: Ledger | None,
    ) -> None:
        """Prepare.

        Args:
            relations: The relations of what the reader sees of the dossier.
            reader: The reader.
            lexicon: The reader's languages.
            casting: Names of people and organisations.
            sites: Where things are.
            ledger: What was published.
        """
        dossier = relations.dossier
        self._namespace = dossier.namespace
        self._events: dict[str | None, Event] = {event.id: event for event in dossier.events}
        self._workshops: dict[str | None, Workshop] = {each.id: each for each in dossier.workshops}
        self._lexicon = lexicon
        self._casting = casting
        self._sites = sites
        self._ledger = ledger
        self._lines: dict[tuple[Interpretation, ...], tuple[InterpretationLine, ...]] = {(): ()}
        self._hours: dict[tuple[object, ...], tuple[Hours, ...]] = {}
        self._settings: dict[tuple[str | None, ...], _Setting] = {}
        self._zone = zone(reader.zone) if reader.zone else None
        self._others = tuple(map(zone, relations.zones_of_sides()))

    def slot(self, session: Session) -> Slot:
        """Return a session as the reader sees it.

        Args:
            session: A session that she sees.
        """
        lexicon = self._lexicon
        trace = self._ledger.get("session", session.id) if self._ledger else None
        key = session.event, session.workshop, session.room
        setting = self._settings.get(key)
        if setting is None:
            setting = self._settings[key] = self._setting(*key)
        event, workshop, site, leads = setting
        start, end = self.told(session.start), self.told(session.end)
        title = self._title(session, workshop, event)
        short = session.short or (workshop.short if workshop and not session.title else None)
        return Slot(
            id=session.id,
            uid=session.uid or f"session.{session.id}@{self._namespace}",
            kind="workshop" if workshop and session.kind == "other" else session.kind,
            title=title,
            short=lexicon.words(short) if short else title,
            description=lexicon.words(session.description) if session.description else None,
            event=session.event,
            start=start,
            end=end,
            when=session.when,
            elsewhere=self._elsewhere(start, end) if start else (),
            room=site.room,
            floor=site.floor,
            place=site.place,
            address=site.address,
            local_address=site.local_address,
            local_venue=site.local_venue,
            position=site.position,
            status=standing(session, event),
            before=self._before(trace, site) if trace and trace.before else None,
            workshop=workshop.id if workshop else None,
            number=workshop.number if workshop else None,
            leads=leads,
            people=self._casting.casts(roles_of(session, workshop)),
            items=tuple(map(self._item, session.items)) if session.items else (),
            languages=session.languages,
            interpretation=self._interpretation(session.interpretation),
            url=lexicon.verbatim(session.url) if session.url else None,
            open=session.open,
            sequence=trace.sequence if trace else 0,
            created=trace.created if trace else None,
            modified=trace.modified if trace else None,
        )

    def told(self, moment: datetime | None) -> datetime | None:
        """Return a moment on the clock of the reader; on that of its place where she has none.

        Args:
            moment: A moment, or None.
        """
        return moment.astimezone(self._zone) if moment and self._zone else moment

    def _elsewhere(self, start: datetime, end: datetime | None) -> tuple[Hours, ...]:
        # Sessions of one hour share what other clocks show.
        last = (end, end.tzinfo, end.fold) if end else None
        key = (start, start.tzinfo, start.fold, last)
        told = self._hours.get(key)
        if told is None:
            told = self._hours[key] = self._shown(start, end)
        return told

    def _shown(self, start: datetime, end: datetime | None) -> tuple[Hours, ...]:
        hours: list[Hours] = []
        for other in self._others:
            if other is start.tzinfo:
                continue
            there, until = start.astimezone(other), end.astimezone(other) if end else None
            if _differ(there, start) or (until and end and _differ(until, end)):
                hours.append((there, until))
        return tuple(hours)

    def _setting(
        self, event_id: str | None, workshop_id: str | None, room_id: str | None
    ) -> _Setting:
        event = self._events.get(event_id)
        workshop = self._workshops.get(workshop_id)
        site = self._sites.room(room_id) if room_id else Site()
        if not site.place and event is not None:
            elsewhere = self._sites.place(event.place)
            site = elsewhere._replace(room=site.room, floor=site.floor)
        leads = self._casting.leads(workshop.id) if workshop else ()
        return _Setting(event, workshop, site, leads)

    def _title(self, session: Session, workshop: Workshop | None, event: Event | None) -> Words:
        title: Text | None = session.title or (workshop.title if workshop else None)
        if title is None and session.kind == "other" and event is not None:
            title = event.short or event.title
        if title is None:
            return self._lexicon.say(f"session-kind.{session.kind}")
        return self._lexicon.words(title)

    def _item(self, item: Item) -> ItemLine:
        title, people = self._lexicon.words(item.title), self._casting.casts(item.roles)
        return ItemLine(title=title, minutes=item.minutes, people=people)

    def _interpretation(self, lines: tuple[Interpretation, ...]) -> tuple[InterpretationLine, ...]:
        told = self._lines.get(lines)
        if told is None:
            told = self._lines[lines] = tuple(
                InterpretationLine(
                    between=line.between,
                    mode=line.mode,
                    channels=line.channels,
                    team=self._casting.members(line.team, "interpreter"),
                )
                for line in lines
            )
        return told

    def _before(self, trace: Trace, site: Site) -> Before | None:
        if (before := trace.before) is None:
            return None
        room = self._lexicon.maybe(before.room)
        moved = clock(before.start) != clock(trace.now.start)
        ended = moved or clock(before.end) != clock(trace.now.end)
        found = Before(
            room=room if room != site.room else None,
            start=self.told(before.start) if moved else None,
            end=self.told(before.end) if ended else None,
        )
        return found if found.room or found.start or found.end else None


def _differ(one: datetime, other: datetime) -> bool:
    """Tell whether two clocks show something else at one instant: cheaper than their offsets."""
    return (
        one.hour != other.hour
        or one.minute != other.minute
        or one.day != other.day
        or one.second != other.second
    )
