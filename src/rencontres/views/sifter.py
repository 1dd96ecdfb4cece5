"""Which things a reader asks for; whatever is left out is counted, with the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar, cast

from rencontres.model import (
    Action,
    Committee,
    Event,
    Note,
    Noun,
    Pairing,
    Paper,
    Person,
    Session,
    Workshop,
)
from rencontres.model.reference import references
from rencontres.publishing import Change, Trace
from rencontres.relations import Relations
from rencontres.span import zone
from rencontres.views.days import programme_day
from rencontres.views.pages import Omission
from rencontres.views.reader import Part, Reader, Selection
from rencontres.views.redaction import Redaction
from rencontres.when import When

if TYPE_CHECKING:
    from rencontres.checks.status import Row

N = TypeVar("N", bound=Noun)


class Sifter:
    """Sifts the things that a reader sees for what she asks for."""

    def __init__(self, redaction: Redaction, reader: Reader, selection: Selection) -> None:
        """Prepare.

        Args:
            redaction: What is left of the dossier for the reader.
            reader: The reader.
            selection: What she asks for.
        """
        self._whole = redaction.whole
        self._left = redaction.left
        # What somebody takes part in is no secret to whoever asks for it by her id.
        self._relations = Relations(redaction.whole)
        self._selection = selection
        self._zone = zone(reader.zone) if reader.zone else None
        self._omitted: dict[tuple[Part, str], int] = {}
        self._held: frozenset[str | None] = frozenset()
        self._running: frozenset[str | None] = frozenset()

    def _sift(self, part: Part, table: str, wanted: Callable[[N], bool] | None) -> list[N]:
        seen = cast("tuple[N, ...]", getattr(self._left, table))
        kept: list[N] = []
        if self.wants(part):
            kept = list(seen) if wanted is None else list(filter(wanted, seen))
        self.left_out(part, len(getattr(self._whole, table)), len(seen), len(kept))
        return kept

    def left_out(self, part: Part, whole: int, seen: int, kept: int) -> None:
        """Count what is not shown of a part.

        Args:
            part: The part.
            whole: How many things there are.
            seen: How many of them the reader may see.
            kept: How many of these she asks for.
        """
        self._omit(part, "audience", whole - seen)
        self._omit(part, "selection", seen - kept)

    def _omit(self, part: Part, reason: str, count: int) -> None:
        if count:
            self._omitted[part, reason] = self._omitted.get((part, reason), 0) + count

    def omissions(self) -> tuple[Omission, ...]:
        """Return what has been left out so far, counted."""
        return tuple(
            Omission(part=part, count=count, reason=reason)
            for (part, reason), count in sorted(self._omitted.items())
        )

    # --- what is asked for ---------------------------------------------------------------------

    @property
    def _everything(self) -> bool:
        return self._selection.whole and self._selection.people is None

    def wants_event(self, event_id: str | None) -> bool:
        """Tell whether an event is asked for.

        Args:
            event_id: Its id; None: what belongs to no event.
        """
        events, committees = self._selection.events, self._selection.committees
        if events is None and committees is None:
            return True
        if events is not None and event_id in events:
            return True
        event = self._left.get(Event, event_id)
        return committees is not None and event is not None and event.committee in committees

    def wants(self, part: Part) -> bool:
        """Tell whether a part is asked for.

        Args:
            part: The part.
        """
        return self._selection.wants(part)

    def wants_row(self, row: Row) -> bool:
        """Tell whether a workshop of the status board is asked for; after the sessions.

        Args:
            row: The workshop, or the pairings of none.
        """
        days, people = self._selection.days, self._selection.people
        held = row.workshop is not None and row.workshop in self._held
        if not self.wants(Part.BOARD) or (days is not None and not held):
            return False
        named = (
            id_ for cell in row.cells for c in cell.calls for id_ in (c.holder, c.promise.person)
        )
        return (people is None or held or not people.isdisjoint(named)) and self.wants_event(
            row.event
        )

    def wants_trace(self, trace: Trace, start: datetime | None) -> bool:
        """Tell whether something that was published and is gone is asked for.

        Args:
            trace: What is known of it.
            start: When it began, on the reader's clock.
        """
        part = {"session": Part.SESSIONS, "action": Part.ACTIONS}.get(trace.noun)
        if self._selection.people is not None or (part and not self._selection.wants(part)):
            return False
        days = self._selection.days
        if days is not None and not (
            self._over(trace.told.when) if start is None else programme_day(start) in days
        ):
            return False
        return self.wants_event(trace.id if trace.noun == "event" else trace.event)

    def _wants_session(self, session: Session) -> bool:
        if not self.wants_event(session.event):
            return False
        if not self._then(session):
            return False
        people = self._selection.people
        whole = cast("Session", self._whole[session.id])
        return people is None or any(
            not people.isdisjoint({role.holder, role.person, role.on_behalf_of})
            for role in self._relations.tasks(whole)
        )

    def _then(self, session: Session) -> bool:
        """Tell whether a session begins on a day that is asked for, or lasts over one."""
        days, start = self._selection.days, session.start
        if days is None or start is None:
            return days is None or self._over(session.when)
        return programme_day(start.astimezone(self._zone) if self._zone else start) in days

    def _over(self, when: When | None) -> bool:
        span, days = when.days if when else None, self._selection.days or ()
        return span is not None and any(span[0] <= day <= span[1] for day in days)

    def _concerns(self, thing: Noun) -> bool:
        """Tell whether something beside the sessions belongs to those who are asked for."""
        people = self._selection.people
        if people is None:
            return True
        named = {reference.id for reference in references(self._whole[thing.id])}
        return thing.id in self._held or not people.isdisjoint(named)

    def _undated(self, thing: Note | Action | Paper) -> bool:
        if self._selection.days is not None:
            return False
        event: str | None = getattr(thing, "event", None)
        about = thing.about if event is None else ()
        return (self.wants_event(event) or any(map(self._belongs, about))) and self._concerns(thing)

    def _belongs(self, id_: str) -> bool:
        thing = self._left[id_]
        if isinstance(thing, Event):
            return self.wants_event(id_)
        if isinstance(thing, Pairing):
            thing = self._left[thing.workshop] if thing.workshop else thing
        if isinstance(thing, Session | Workshop):
            return thing.event is not None and self.wants_event(thing.event)
        return id_ in (self._selection.committees or ())

    # --- by kind ---------------------------------------------------------------------------------

    def events(self) -> list[Event]:
        """Return the events; to be asked for after the sessions."""
        wanted = [event for event in self._left.events if self.wants_event(event.id)]
        days, people = self._selection.days, self._selection.people
        return [
            each
            for each in wanted
            if each.id in self._running
            or (
                (days is None or self._over(each.when)) and (people is None or self._concerns(each))
            )
        ]

    def sessions(self) -> list[Session]:
        """Return the sessions; to be asked for before everything else."""
        kept = self._sift(
            Part.SESSIONS, "sessions", None if self._everything else self._wants_session
        )
        # Of days and of people, those workshops are shown that sit on these days, or with them.
        self._held = frozenset(session.workshop for session in kept)
        self._running = frozenset(session.event for session in kept)
        return kept

    def workshops(self) -> list[Workshop]:
        """Return the workshops."""
        return self._sift(Part.WORKSHOPS, "workshops", self._wants_workshop)

    def _wants_workshop(self, workshop: Workshop) -> bool:
        if self._selection.days is not None and workshop.id not in self._held:
            return False
        return self.wants_event(workshop.event) and self._concerns(workshop)

    def pairings(self) -> list[Pairing]:
        """Return the pairings."""

        def wanted(pairing: Pairing) -> bool:
            if self._selection.days is not None and pairing.workshop not in self._held:
                return False
            workshop = self._left.get(Workshop, pairing.workshop)
            return self.wants_event(workshop.event if workshop else None) and self._concerns(
                pairing
            )

        return self._sift(Part.PAIRINGS, "pairings", wanted)

    def committees(self) -> list[Committee]:
        """Return the committees."""
        asked = self._selection.committees

        def wanted(committee: Committee) -> bool:
            if asked is not None:
                return committee.id in asked and self._concerns(committee)
            return self._selection.whole and self._concerns(committee)

        return self._sift(Part.COMMITTEES, "committees", wanted)

    def notes(self) -> list[Note]:
        """Return the notes."""
        return self._sift(Part.MINUTES, "notes", self._undated)

    def actions(self) -> list[Action]:
        """Return the actions."""
        return self._sift(Part.ACTIONS, "actions", self._undated)

    def papers(self) -> list[Paper]:
        """Return the papers."""
        return self._sift(Part.MINUTES, "papers", self._undated)

    def changes(self, changes: Iterable[Change]) -> list[Change]:
        """Return the changes that are asked for: those of the events, and of the people.

        Args:
            changes: The changes that the reader may be told.
        """
        seen = list(changes)
        people = self._selection.people
        kept = [
            change
            for change in seen
            if self.wants(Part.CHANGES)
            and self.wants_event(change.event)
            and (people is None or not people.isdisjoint(change.people))
        ]
        self._omit(Part.CHANGES, "selection", len(seen) - len(kept))
        return kept

    def people(self, acting: Iterable[str]) -> list[Person]:
        """Return the people: all whom the reader sees; of a selection, those who act in it.

        Args:
            acting: Ids of those who do something in what is shown.
        """
        chosen = self._selection.people
        shown = None if self._selection.whole else set(acting)

        def wanted(person: Person) -> bool:
            return (chosen is None or person.id in chosen) and (shown is None or person.id in shown)

        return self._sift(Part.PEOPLE, "people", wanted)
