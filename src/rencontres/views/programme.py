"""The programme as one reader sees it, and one person's copy of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import TypeAlias

import attrs
from attrs import field, frozen

from rencontres.text import Words
from rencontres.views.pages import (
    ActionPage,
    Cast,
    CommitteePage,
    Day,
    EventPage,
    NotePage,
    Omission,
    PairingPage,
    PaperPage,
    PersonPage,
    SidePage,
    Slot,
    WorkshopPage,
)
from rencontres.views.reader import Part, Reader
from rencontres.wording import Wording

Own: TypeAlias = tuple[tuple[str, tuple[Cast, ...]], ...]
"""The sessions in which somebody does something, in the order of the programme, and what."""


@frozen
class Holder:
    """Somebody who does something: her page, and what she does where."""

    page: PersonPage
    own: Own


@frozen(kw_only=True)
class View:
    """What one reader sees of a dossier: everything a renderer needs, and nothing else.

    Attributes:
        reader: For whom.
        namespace: What identities in calendars end with.
        languages: Those of the dossier, in their order.
        zone: IANA name: the clock that most hours are told by.
        other_zones: The zones of the sides that live by another clock.
        wordings: How each language of the reader writes, the leading one first.
        orders: For each language of the reader: the ids of the sides, its own first.
        title: Of the dossier.
        version: The number of the programme.
        state: ``draft``, ``provisional`` or ``final``.
        sides: The sides, by id.
        events: The events, by their days, then by id.
        days: The days of the programme, with their slots.
        unscheduled: Sessions without an hour.
        gone: Sessions that were published and are no longer there for this reader: only what is
            needed to recognise them; for calendars, which must be told.
        workshops: By event and number.
        committees: By id.
        pairings: By workshop, then by id.
        people: Those whom this reader sees, by what they are filed under.
        notes: By id.
        actions: By deadline, then by id.
        papers: By id.
        omitted: What is not shown, counted, with the reason.
        revised: When the dossier was last revised; UTC.
        person: Of one person's copy: who she is.
        own: Of one person's copy: what she does in which session.
    """

    reader: Reader
    namespace: str
    languages: tuple[str, ...]
    zone: str
    other_zones: tuple[str, ...]
    wordings: tuple[Wording, ...]
    orders: tuple[tuple[str, ...], ...]
    title: Words
    version: int | None
    state: str
    sides: tuple[SidePage, ...]
    events: tuple[EventPage, ...]
    days: tuple[Day, ...]
    unscheduled: tuple[Slot, ...]
    gone: tuple[Slot, ...]
    workshops: tuple[WorkshopPage, ...]
    committees: tuple[CommitteePage, ...]
    pairings: tuple[PairingPage, ...]
    people: tuple[PersonPage, ...]
    notes: tuple[NotePage, ...]
    actions: tuple[ActionPage, ...]
    papers: tuple[PaperPage, ...]
    omitted: tuple[Omission, ...]
    revised: datetime | None
    person: PersonPage | None = None
    own: Own = ()
    _holders: Mapping[str, Holder] = field(factory=dict, eq=False, repr=False)
    _placed: Mapping[str, tuple[date | None, Slot]] = field(factory=dict, eq=False, repr=False)

    def slots(self) -> Iterator[Slot]:
        """Yield every slot: the days in order, then what has no hour yet."""
        for day in self.days:
            yield from day.slots
        yield from self.unscheduled

    def event(self, id_: str | None) -> EventPage | None:
        """Return an event of this programme, or None.

        Args:
            id_: The id of the event.
        """
        return next((event for event in self.events if event.id == id_), None)

    def side(self, id_: str | None) -> SidePage | None:
        """Return a side of this programme, or None.

        Args:
            id_: The id of the side.
        """
        return next((side for side in self.sides if side.id == id_), None)

    def count(self, part: Part) -> int:
        """Return how many things of a part there are to show.

        Args:
            part: The part.
        """
        if part is Part.SESSIONS:
            return sum(len(day.slots) for day in self.days) + len(self.unscheduled)
        things: Mapping[Part, tuple[object, ...]] = {
            Part.WORKSHOPS: self.workshops,
            Part.COMMITTEES: self.committees,
            Part.PAIRINGS: self.pairings,
            Part.PEOPLE: self.people,
            Part.MINUTES: self.notes,
            Part.ACTIONS: self.actions,
        }
        return len(things.get(part, ()))

    @property
    def holders(self) -> tuple[str, ...]:
        """The ids of all who do something in a session of this programme, sorted."""
        return tuple(sorted(self._holders))

    def of(self, id_: str) -> View:
        """Return the copy of one person or organisation: what she takes part in, and as what.

        Her own roles are always shown, whatever the audience. Objects are shared with this view.

        Args:
            id_: The id of a person or an organisation.

        Raises:
            KeyError: Nobody with this id does anything in this programme.
        """
        holder = self._holders[id_]
        days: dict[date | None, list[Slot]] = {}
        for slot_id, _ in holder.own:
            day, slot = self._placed[slot_id]
            days.setdefault(day, []).append(slot)
        unscheduled = tuple(days.pop(None, ()))
        return attrs.evolve(
            self,
            days=tuple(Day(date=day, slots=tuple(slots)) for day, slots in days.items() if day),
            unscheduled=unscheduled,
            gone=(),
            workshops=(),
            committees=(),
            pairings=(),
            notes=(),
            papers=(),
            actions=tuple(action for action in self.actions if id_ in action.holders),
            people=(holder.page,),
            person=holder.page,
            own=holder.own,
        )
