"""Which things a reader sees and asks for; whatever is left out is counted, with the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from rencontres.model import (
    Action,
    Committee,
    Dossier,
    Event,
    Note,
    Noun,
    Pairing,
    Paper,
    Person,
    Session,
    Workshop,
)
from rencontres.views.audience import Gate
from rencontres.views.pages import Omission
from rencontres.views.reader import Part, Reader, Selection
from rencontres.views.timetable import every_role, programme_day

N = TypeVar("N", bound=Noun)


def _any(_: object) -> bool:
    return True


class Sifter:
    """Sifts the things of a dossier for one reader and one selection.

    Attributes:
        gate: What the reader may see.
    """

    def __init__(self, dossier: Dossier, reader: Reader, selection: Selection) -> None:
        """Prepare.

        Args:
            dossier: The dossier.
            reader: The reader.
            selection: What she asks for.
        """
        self.gate = Gate(dossier, reader)
        self._dossier = dossier
        self._reader = reader
        self._selection = selection
        self._omitted: dict[tuple[Part, str], int] = {}

    def _kept(self, part: Part, things: Iterable[N], wanted: Callable[[N], bool] = _any) -> list[N]:
        kept: list[N] = []
        for thing in things:
            if not self.gate.sees(thing):
                self._omit(part, "audience")
            elif not self._selection.wants(part) or not wanted(thing):
                self._omit(part, "selection")
            else:
                kept.append(thing)
        return kept

    def _omit(self, part: Part, reason: str) -> None:
        self._omitted[part, reason] = self._omitted.get((part, reason), 0) + 1

    def omissions(self) -> tuple[Omission, ...]:
        """Return what has been left out so far, counted."""
        return tuple(
            Omission(part=part, count=count, reason=reason)
            for (part, reason), count in sorted(self._omitted.items())
        )

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
        event = self._dossier.get(Event, event_id)
        return committees is not None and event is not None and event.committee in committees

    def _wants_session(self, session: Session) -> bool:
        if not self.wants_event(session.event):
            return False
        days, people = self._selection.days, self._selection.people
        if days is not None and (session.start is None or programme_day(session.start) not in days):
            return False
        return people is None or any(
            role.holder in people or role.person in people
            for role in every_role(session, self._dossier.get(Workshop, session.workshop))
        )

    def events(self) -> list[Event]:
        """Return the events."""
        return [e for e in self._dossier.events if self.gate.sees(e) and self.wants_event(e.id)]

    def sessions(self) -> list[Session]:
        """Return the sessions; those of an event that is not seen are not either."""
        kept: list[Session] = []
        for session in self._kept(Part.SESSIONS, self._dossier.sessions, self._wants_session):
            event = self._dossier.get(Event, session.event)
            if event is None or self.gate.sees(event):
                kept.append(session)
            else:
                self._omit(Part.SESSIONS, "audience")
        return kept

    def workshops(self) -> list[Workshop]:
        """Return the workshops."""
        return self._kept(
            Part.WORKSHOPS, self._dossier.workshops, lambda each: self.wants_event(each.event)
        )

    def pairings(self) -> list[Pairing]:
        """Return the pairings."""

        def wanted(pairing: Pairing) -> bool:
            workshop = self._dossier.get(Workshop, pairing.workshop)
            return self.wants_event(workshop.event if workshop else None)

        return self._kept(Part.PAIRINGS, self._dossier.pairings, wanted)

    def committees(self) -> list[Committee]:
        """Return the committees."""
        asked, events = self._selection.committees, self._selection.events
        return self._kept(
            Part.COMMITTEES,
            self._dossier.committees,
            lambda each: (asked is None and events is None) or (asked is not None and each.id in asked),
        )

    def notes(self) -> list[Note]:
        """Return the notes."""
        return self._kept(Part.MINUTES, self._dossier.notes, lambda each: self.wants_event(each.event))

    def actions(self) -> list[Action]:
        """Return the actions."""
        return self._kept(Part.ACTIONS, self._dossier.actions, lambda each: self.wants_event(each.event))

    def papers(self) -> list[Paper]:
        """Return the papers."""
        return self._kept(Part.MINUTES, self._dossier.papers)

    def people(self, tasks: Mapping[str, object]) -> list[Person]:
        """Return the people: the public sees those who do something that it sees.

        Args:
            tasks: Ids of those who do something that the reader sees.
        """
        chosen = self._selection
        whole = chosen.events is None and chosen.committees is None and chosen.days is None
        everybody = self._reader.audience != "public" and whole

        def wanted(person: Person) -> bool:
            return chosen.people is None or person.id in chosen.people

        shown = (each for each in self._dossier.people if everybody or each.id in tasks)
        return self._kept(Part.PEOPLE, shown, wanted)
