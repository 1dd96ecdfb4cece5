"""Events, workshops, committees, pairings and what was written down, as one reader sees them."""

from __future__ import annotations

from typing import Any

from rencontres.model import (
    Action,
    Attendance,
    Chair,
    Committee,
    Dossier,
    Event,
    Note,
    Pairing,
    Paper,
    Role,
    Workshop,
)
from rencontres.publishing import Ledger
from rencontres.text import Text
from rencontres.views.audience import Gate
from rencontres.views.casting import Casting
from rencontres.views.lexicon import Lexicon
from rencontres.views.pages import (
    ActionPage,
    CommitteePage,
    EntryLine,
    EventPage,
    NotePage,
    PairingPage,
    PaperPage,
    Seat,
    WorkshopPage,
)
from rencontres.views.timetable import Timetable


class Records:
    """Turns the things around the sessions into pages for one reader."""

    def __init__(
        self,
        dossier: Dossier,
        gate: Gate,
        lexicon: Lexicon,
        casting: Casting,
        timetable: Timetable,
        ledger: Ledger | None,
    ) -> None:
        """Prepare.

        Args:
            dossier: The dossier.
            gate: What the reader may see.
            lexicon: The reader's languages.
            casting: Names of people and organisations.
            timetable: Places, in words.
            ledger: What was published.
        """
        self._ledger = ledger
        self._dossier = dossier
        self._gate = gate
        self._lexicon = lexicon
        self._casting = casting
        self._timetable = timetable

    def _uid(self, noun: str, thing: Event | Action) -> str:
        uid: str | None = self._gate.value(thing, "uid")
        return uid or f"{noun}.{thing.id}@{self._dossier.namespace}"

    def event(self, event: Event) -> EventPage:
        """Return an event.

        Args:
            event: The event.
        """
        see, say = self._gate.value, self._lexicon.maybe
        trace = self._ledger.get("event", event.id) if self._ledger else None
        title = self._lexicon.words(see(event, "title"))
        attendance: Attendance | None = see(event, "attendance")
        links: list[tuple[str, str, Any]] = []
        for link in see(event, "links"):
            other = self._dossier.get(Event, link.to)
            if other is not None and self._gate.sees(other):
                links.append((link.kind, other.id, self._lexicon.words(other.short or other.title)))
        return EventPage(
            id=event.id,
            uid=self._uid("event", event),
            kind=event.kind,
            title=title,
            short=say(see(event, "short")) or title,
            theme=say(see(event, "theme")),
            purpose=say(see(event, "purpose")),
            when=see(event, "when"),
            place=tuple(
                self._lexicon.words(see(place, "name"))
                for place in self._timetable.places(see(event, "place"))
            ),
            committee=see(event, "committee"),
            convened_by=tuple(self._casting.named(see(event, "convened_by"))),
            people=self._casting.casts(see(event, "roles")),
            status=event.confirmation,
            estimate=attendance.estimate if attendance else None,
            counts=attendance.counts if attendance else (),
            links=tuple(links),
            url=self._lexicon.verbatim(see(event, "url")),
            sequence=trace.sequence if trace else 0,
            created=trace.created if trace else None,
            modified=trace.modified if trace else None,
        )

    def workshop(self, workshop: Workshop) -> WorkshopPage:
        """Return a workshop, with who carries it.

        Args:
            workshop: The workshop.
        """
        see, say = self._gate.value, self._lexicon.maybe
        title = self._lexicon.words(see(workshop, "title"))
        return WorkshopPage(
            id=workshop.id,
            event=workshop.event,
            number=see(workshop, "number"),
            title=title,
            short=say(see(workshop, "short")) or title,
            problem=say(see(workshop, "problem")),
            topics=tuple(self._lexicon.words(topic) for topic in see(workshop, "topics")),
            format=see(workshop, "format"),
            leads=self._casting.leads(workshop.id),
            people=self._casting.casts(see(workshop, "roles")),
            entries=tuple(
                EntryLine(kind=entry.kind, text=self._lexicon.words(entry.text))
                for entry in see(workshop, "entries")
            ),
            outcome=say(see(workshop, "outcome")),
        )

    def pairing(self, pairing: Pairing) -> PairingPage:
        """Return a pairing.

        Args:
            pairing: The pairing.
        """
        see = self._gate.value
        workshop = self._dossier.get(Workshop, pairing.workshop)
        return PairingPage(
            id=pairing.id,
            workshop=pairing.workshop,
            number=workshop.number if workshop and self._gate.sees(workshop) else None,
            lead=self._casting.lead(pairing),
            strands=tuple(self._lexicon.words(strand) for strand in see(pairing, "strands")),
            people=self._casting.members(see(pairing, "people"), "contact"),
            basis=see(pairing, "basis"),
            since=see(pairing, "since"),
            funded=tuple(
                (part.side, part.amount, part.currency, part.kind) for part in see(pairing, "funding")
            ),
        )

    def committee(self, committee: Committee) -> CommitteePage:
        """Return a committee, its seats and those of its members whom the reader sees.

        Args:
            committee: The committee.
        """
        see = self._gate.value
        return CommitteePage(
            id=committee.id,
            name=self._lexicon.words(see(committee, "name")),
            kind=see(committee, "kind"),
            sides=see(committee, "sides"),
            hosts=tuple(self._casting.named(see(committee, "hosts"))),
            seats=tuple(
                self._seat(chair)
                for chair in see(committee, "chairs")
                if self._gate.sees(self._dossier[chair.holder])
            ),
            people=self._casting.casts(see(committee, "roles")),
        )

    def _seat(self, chair: Chair) -> Seat:
        role = Role("co-chair", chair.holder, confirmation="confirmed")
        cast = self._casting.cast(role)
        return Seat(
            side=chair.side,
            holder=cast,
            appointed_by=self._lexicon.maybe(chair.appointed_by),
            predecessor=next(self._casting.named([chair.predecessor] if chair.predecessor else []), None),
            mandate=self._lexicon.maybe(chair.mandate),
        )

    def note(self, note: Note) -> NotePage:
        """Return a note.

        Args:
            note: The note.
        """
        see = self._gate.value
        return NotePage(
            id=note.id,
            kind=see(note, "kind"),
            heading=self._lexicon.maybe(see(note, "heading")),
            text=self._lexicon.words(see(note, "text")),
            event=see(note, "event"),
            side=see(note, "side"),
            agreed=see(note, "agreed"),
        )

    def action(self, action: Action) -> ActionPage:
        """Return an action.

        Args:
            action: The action.
        """
        see = self._gate.value
        trace = self._ledger.get("action", action.id) if self._ledger else None
        due = see(action, "due")
        words: Text | None = due.words if due else None
        return ActionPage(
            id=action.id,
            uid=self._uid("action", action),
            title=self._lexicon.words(see(action, "title")),
            owners=tuple(self._casting.named(see(action, "owners"))),
            holders=see(action, "owners"),
            due=due,
            due_words=self._lexicon.maybe(words),
            status=see(action, "status"),
            event=see(action, "event"),
            sequence=trace.sequence if trace else 0,
            created=trace.created if trace else None,
            modified=trace.modified if trace else None,
        )

    def paper(self, paper: Paper) -> PaperPage:
        """Return a document.

        Args:
            paper: The paper.
        """
        see = self._gate.value
        return PaperPage(
            id=paper.id,
            title=self._lexicon.words(see(paper, "title")),
            kind=see(paper, "kind"),
            status=see(paper, "status"),
            issued=see(paper, "issued"),
            due=see(paper, "due"),
            language=see(paper, "language"),
        )


