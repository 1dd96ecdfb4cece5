"""Events, workshops, committees, pairings and what was written down, as one reader sees them."""

from __future__ import annotations

from typing import Any

from rencontres.model import (
    Action,
    Attendance,
    Chair,
    Committee,
    Event,
    Link,
    Note,
    Pairing,
    Paper,
    Role,
    Side,
    Workshop,
)
from rencontres.publishing import Ledger
from rencontres.relations import Relations
from rencontres.text import Words
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
    SidePage,
    WorkshopPage,
)
from rencontres.views.sites import Sites


class Records:
    """Turns the things around the sessions into pages for one reader."""

    def __init__(
        self,
        relations: Relations,
        lexicon: Lexicon,
        casting: Casting,
        sites: Sites,
        ledger: Ledger | None,
    ) -> None:
        """Prepare.

        Args:
            relations: The relations of what the reader sees of the dossier.
            lexicon: The reader's languages.
            casting: Names of people and organisations.
            sites: Where things are.
            ledger: What was published.
        """
        self._dossier = relations.dossier
        self._lexicon = lexicon
        self._casting = casting
        self._sites = sites
        self._ledger = ledger

    def _published(self, noun: str, thing: Event | Action) -> dict[str, Any]:
        trace = self._ledger.get(noun, thing.id) if self._ledger else None
        return {
            "uid": thing.uid or f"{noun}.{thing.id}@{self._dossier.namespace}",
            "sequence": trace.sequence if trace else 0,
            "created": trace.created if trace else None,
            "modified": trace.modified if trace else None,
        }

    def side(self, side: Side) -> SidePage:
        """Return a side.

        Args:
            side: The side.
        """
        return SidePage(
            id=side.id,
            name=self._lexicon.words(side.name),
            country=side.country,
            languages=side.languages,
        )

    def event(self, event: Event) -> EventPage:
        """Return an event.

        Args:
            event: The event.
        """
        say = self._lexicon.maybe
        title = self._lexicon.words(event.title)
        attendance = event.attendance or Attendance()
        return EventPage(
            id=event.id,
            kind=event.kind,
            title=title,
            short=say(event.short) or title,
            theme=say(event.theme),
            purpose=say(event.purpose),
            when=event.when,
            place=self._sites.place(event.place).place,
            committee=event.committee,
            convened_by=tuple(self._casting.named(event.convened_by)),
            people=self._casting.casts(event.roles),
            status=event.confirmation,
            estimate=attendance.estimate,
            counts=attendance.counts,
            links=tuple(map(self._link, event.links)),
            url=self._lexicon.verbatim(event.url),
            **self._published("event", event),
        )

    def _link(self, link: Link) -> tuple[str, str, Words]:
        other = self._dossier.get(Event, link.to)
        name = self._lexicon.words(other.short or other.title) if other else Words()
        return link.kind, link.to, name

    def workshop(self, workshop: Workshop) -> WorkshopPage:
        """Return a workshop, with who carries it.

        Args:
            workshop: The workshop.
        """
        say = self._lexicon.maybe
        title = self._lexicon.words(workshop.title)
        return WorkshopPage(
            id=workshop.id,
            event=workshop.event,
            number=workshop.number,
            title=title,
            short=say(workshop.short) or title,
            problem=say(workshop.problem),
            topics=self._lexicon.each(workshop.topics),
            format=workshop.format,
            leads=self._casting.leads(workshop.id),
            people=self._casting.casts(workshop.roles),
            entries=tuple(
                EntryLine(kind=entry.kind, text=self._lexicon.words(entry.text))
                for entry in workshop.entries
            ),
            outcome=say(workshop.outcome),
        )

    def pairing(self, pairing: Pairing) -> PairingPage:
        """Return a pairing.

        Args:
            pairing: The pairing.
        """
        workshop = self._dossier.get(Workshop, pairing.workshop)
        return PairingPage(
            id=pairing.id,
            workshop=pairing.workshop,
            number=workshop.number if workshop else None,
            lead=self._casting.lead(pairing),
            strands=self._lexicon.each(pairing.strands),
            people=self._casting.members(pairing.people, "contact"),
            basis=pairing.basis,
            since=pairing.since,
            funded=tuple((p.side, p.amount, p.currency, p.kind) for p in pairing.funding),
        )

    def committee(self, committee: Committee) -> CommitteePage:
        """Return a committee, its seats and those of its members whom the reader sees.

        Args:
            committee: The committee.
        """
        return CommitteePage(
            id=committee.id,
            name=self._lexicon.words(committee.name),
            kind=committee.kind,
            sides=committee.sides,
            hosts=tuple(self._casting.named(committee.hosts)),
            seats=tuple(map(self._seat, committee.chairs)),
            people=self._casting.casts(committee.roles),
        )

    def _seat(self, chair: Chair) -> Seat:
        before = [chair.predecessor] if chair.predecessor else []
        return Seat(
            side=chair.side,
            holder=self._casting.cast(Role("co-chair", chair.holder, confirmation="confirmed")),
            appointed_by=self._lexicon.maybe(chair.appointed_by),
            predecessor=next(self._casting.named(before), None),
            mandate=self._lexicon.maybe(chair.mandate),
        )

    def note(self, note: Note) -> NotePage:
        """Return a note.

        Args:
            note: The note.
        """
        return NotePage(
            id=note.id,
            kind=note.kind,
            heading=self._lexicon.maybe(note.heading),
            text=self._lexicon.words(note.text),
            event=note.event,
            side=note.side,
            agreed=note.agreed,
        )

    def action(self, action: Action) -> ActionPage:
        """Return an action.

        Args:
            action: The action.
        """
        return ActionPage(
            id=action.id,
            title=self._lexicon.words(action.title),
            owners=tuple(self._casting.named(action.owners)),
            holders=action.owners,
            due=action.due,
            due_words=self._lexicon.maybe(action.due.words if action.due else None),
            status=action.status,
            event=action.event,
            **self._published("action", action),
        )

    def paper(self, paper: Paper) -> PaperPage:
        """Return a document.

        Args:
            paper: The paper.
        """
        return PaperPage(
            id=paper.id,
            title=self._lexicon.words(paper.title),
            kind=paper.kind,
            status=paper.status,
            issued=paper.issued,
            due=paper.due,
            language=paper.language,
        )
