"""From a dossier to what one reader sees: selected, redacted, sorted, grouped, in words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeAlias

from rencontres.model import Action, Dossier, Event, Function, Pairing, Session, Side, Workshop
from rencontres.publishing import Ledger
from rencontres.relations import Relations
from rencontres.text import Words
from rencontres.views.casting import Casting
from rencontres.views.lexicon import Lexicon
from rencontres.views.pages import (
    Cast,
    CommitteePage,
    EventPage,
    PairingPage,
    PersonPage,
    SidePage,
    Slot,
    WorkshopPage,
)
from rencontres.views.programme import Holder, View
from rencontres.views.reader import Reader, Selection
from rencontres.views.records import Records
from rencontres.views.sifter import Sifter
from rencontres.views.timetable import (
    Timetable,
    every_role,
    in_order,
    main_zone,
    own_casts,
    side_zones,
)
from rencontres.views.tombstones import sequence_of, tombstone

Task: TypeAlias = tuple[str, Function]


def view(
    dossier: Dossier,
    reader: Reader,
    selection: Selection | None = None,
    *,
    ledger: Ledger | None = None,
) -> View:
    """Return what one reader sees of a dossier.

    Selection, redaction, languages, clocks and order are settled here, once: a renderer cannot
    show what the reader may not see. The same arguments give the same view.

    Args:
        dossier: The dossier.
        reader: For whom.
        selection: Which part of it; None: everything.
        ledger: What was published: revisions, what moved, what is gone.

    Raises:
        LanguageError: A language of the reader that nobody has described.
    """
    return _Projection(dossier, reader, selection or Selection(), ledger).view()


class _Projection:
    def __init__(
        self, dossier: Dossier, reader: Reader, selection: Selection, ledger: Ledger | None
    ) -> None:
        self.ledger = ledger
        self.dossier = dossier
        self.reader = reader
        self.sifter = Sifter(dossier, reader, selection)
        self.gate = self.sifter.gate
        self.relations = Relations(dossier)
        self.lexicon = Lexicon(reader, dossier.languages)
        self.casting = Casting(dossier, self.relations, self.gate, self.lexicon)
        self.timetable = Timetable(
            dossier, self.relations, reader, self.gate, self.lexicon, self.casting, ledger
        )
        self.records = Records(
            dossier, self.gate, self.lexicon, self.casting, self.timetable, ledger
        )

    def view(self) -> View:
        sift, pages, dossier = self.sifter, self.records, self.dossier
        sessions = sift.sessions()
        slots = [self.timetable.slot(session) for session in sessions]
        days, unscheduled = in_order(slots)
        events = sorted(sift.events(), key=_event_order)
        workshops = tuple(pages.workshop(each) for each in sorted(sift.workshops(), key=_workshop_order))
        pairings = tuple(pages.pairing(each) for each in sorted(sift.pairings(), key=self._pairing_order))
        committees = tuple(pages.committee(each) for each in sift.committees())
        event_pages = tuple(pages.event(event) for event in events)
        placed: dict[str, tuple[date | None, Slot]] = {
            slot.id: (day.date, slot) for day in days for slot in day.slots
        }
        placed |= {slot.id: (None, slot) for slot in unscheduled}
        tasks = dict(_tasks((*slots, *workshops, *event_pages), pairings, committees))
        zones = (*(self.relations.zone_of(event) for event in events), *side_zones(dossier))
        zone = main_zone(days, self.reader, zones)
        return View(
            reader=self.reader,
            namespace=dossier.namespace,
            languages=dossier.languages,
            zone=zone,
            other_zones=tuple(key for key in side_zones(dossier) if key != zone),
            wordings=self.lexicon.wordings,
            orders=tuple(
                tuple(side.id for side in self.relations.order_of_sides(tag))
                for tag in self.reader.languages
            ),
            title=self._title(events),
            version=dossier.version,
            state=dossier.state,
            sides=tuple(self._side(side) for side in dossier.sides if self.gate.sees(side)),
            events=event_pages,
            days=days,
            unscheduled=unscheduled,
            gone=self._gone(slots),
            workshops=workshops,
            committees=committees,
            pairings=pairings,
            people=self._people(tasks),
            notes=tuple(pages.note(note) for note in sift.notes()),
            actions=tuple(pages.action(each) for each in sorted(sift.actions(), key=_action_order)),
            papers=tuple(pages.paper(paper) for paper in sift.papers()),
            omitted=sift.omissions(),
            revised=self.ledger.published if self.ledger else dossier.revised,
            holders=self._holders(sessions, placed),
            placed=placed,
        )

    def _gone(self, slots: list[Slot]) -> tuple[Slot, ...]:
        if self.ledger is None:
            return ()
        shown = {slot.id for slot in slots}
        return tuple(
            tombstone(trace, sequence, self.lexicon)
            for trace in self.ledger.traces.values()
            if trace.key.startswith("session.")
            and trace.key.removeprefix("session.") not in shown
            and self.sifter.wants_event(trace.event)
            and (sequence := sequence_of(trace, self.gate.level)) is not None
        )

    def _title(self, events: list[Event]) -> Words:
        if self.dossier.title is not None:
            return self.lexicon.words(self.dossier.title)
        if events:
            return self.lexicon.words(events[0].title)
        return self.lexicon.say("programme")

    def _side(self, side: Side) -> SidePage:
        see = self.gate.value
        return SidePage(
            id=side.id,
            name=self.lexicon.words(see(side, "name")),
            country=see(side, "country"),
            languages=see(side, "languages"),
        )

    def _people(self, tasks: Mapping[str, list[Task]]) -> tuple[PersonPage, ...]:
        people = self.sifter.people(tasks)
        pages = (self.casting.page(each, tuple(tasks.get(each.id, ()))) for each in people)
        return tuple(sorted(pages, key=_person_order))

    def _holders(
        self, sessions: list[Session], placed: Mapping[str, tuple[date | None, Slot]]
    ) -> dict[str, Holder]:
        ranks = {id_: rank for rank, id_ in enumerate(placed)}
        found: dict[str, dict[str, list[Cast]]] = {}
        for session in sorted(sessions, key=lambda session: ranks[session.id]):
            workshop = self.dossier.get(Workshop, session.workshop)
            for holder, cast in own_casts(every_role(session, workshop), self.casting):
                casts = found.setdefault(holder, {}).setdefault(session.id, [])
                if cast not in casts:
                    casts.append(cast)
        return {
            holder: Holder(
                page=self.casting.page(
                    self.dossier[holder],
                    tuple((slot, cast.function) for slot, casts in own.items() for cast in casts),
                ),
                own=tuple((slot, tuple(casts)) for slot, casts in own.items()),
            )
            for holder, own in found.items()
        }

    def _pairing_order(self, pairing: Pairing) -> tuple[object, ...]:
        workshop = self.dossier.get(Workshop, pairing.workshop)
        return (workshop is None, *(_workshop_order(workshop) if workshop else ()), pairing.id)


def _tasks(
    things: Iterable[Slot | WorkshopPage | EventPage],
    pairings: Iterable[PairingPage],
    committees: Iterable[CommitteePage],
) -> dict[str, list[Task]]:
    found: dict[str, list[Task]] = {}

    def note(thing: str, casts: Iterable[Cast]) -> None:
        for cast in casts:
            task = (thing, cast.function)
            if cast.id is not None and task not in found.setdefault(cast.id, []):
                found[cast.id].append(task)

    for thing in things:
        note(thing.id, thing.people)
        if isinstance(thing, Slot):
            for item in thing.items:
                note(thing.id, item.people)
            for line in thing.interpretation:
                note(thing.id, line.team)
    for pairing in pairings:
        note(pairing.id, pairing.people)
    for committee in committees:
        note(committee.id, (*(seat.holder for seat in committee.seats), *committee.people))
    return found


def _event_order(event: Event) -> tuple[bool, date, str]:
    earliest = event.when.earliest or event.when.latest if event.when else None
    return earliest is None, earliest or date.max, event.id


def _workshop_order(workshop: Workshop) -> tuple[str, bool, int, str]:
    return workshop.event or "", workshop.number is None, workshop.number or 0, workshop.id


def _action_order(action: Action) -> tuple[bool, date, str]:
    latest = action.due.latest if action.due else None
    return latest is None, latest or date.max, action.id


def _person_order(page: PersonPage) -> tuple[str, str]:
    folded = unicodedata.normalize("NFD", page.sort.casefold().replace("œ", "oe").replace("æ", "ae"))
    return "".join(letter for letter in folded if letter.isalnum()), page.id
