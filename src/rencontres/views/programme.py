"""The programme as one reader sees it, and one person's copy of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import partial

from attrs import field, frozen

from rencontres.relations import busiest
from rencontres.text import Words
from rencontres.views.casts import PersonPage
from rencontres.views.charts import BoardPage
from rencontres.views.copies import Copies, Copy, Kept, Own
from rencontres.views.erratum import ChangeLine
from rencontres.views.pages import (
    ActionPage,
    CommitteePage,
    EventPage,
    NotePage,
    Omission,
    PairingPage,
    PaperPage,
    SidePage,
    WorkshopPage,
)
from rencontres.views.reader import Part, Reader
from rencontres.views.sieve import replaced
from rencontres.views.slots import Day, Gone, Slot
from rencontres.wording import Wording

_EMPTY: Mapping[Part, Mapping[str, object]] = {
    Part.SESSIONS: {"days": (), "unscheduled": ()},
    Part.WORKSHOPS: {"workshops": ()},
    Part.COMMITTEES: {"committees": ()},
    Part.PAIRINGS: {"pairings": ()},
    Part.PEOPLE: {"people": ()},
    Part.MINUTES: {"notes": (), "papers": ()},
    Part.ACTIONS: {"actions": ()},
    Part.BOARD: {"board": None},
    Part.CHANGES: {"since": None, "changes": ()},
}
"""The fields of each part, with nothing in them."""

_OF_COPY = frozenset({Part.SESSIONS, Part.PEOPLE, Part.ACTIONS, Part.CHANGES})
"""What one person's copy may have."""


def _without(parts: Iterable[Part]) -> dict[str, object]:
    return {name: nothing for part in parts for name, nothing in _EMPTY[part].items()}


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
        gone: What was published and is no longer there for this reader, or has no day any more:
            only what is needed to recognise it; for calendars, which must be told.
        workshops: By event and number.
        committees: By id.
        pairings: By workshop, then by id.
        people: Those whom this reader sees, by what they are filed under.
        notes: By id.
        actions: By deadline, then by id.
        papers: By id.
        omitted: What is not shown, counted, with the reason.
        revised: When the dossier was last revised; of what is published, since when it has been
            as it is; UTC.
        published: When it was last published; None: nobody keeps a ledger; UTC.
        person: Of one person's copy: who she is.
        own: Of one person's copy: what she does in which session.
        since: From when the changes are counted; None: nothing was compared.
        changes: What has changed since: an erratum.
        board: The status board; None: none was passed, or it is not for this reader.
        asked: The parts that the selection asks for by name, in the order of ``Part``; none: it
            asks for everything.
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
    gone: tuple[Gone, ...]
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
    since: Words | None = None
    changes: tuple[ChangeLine, ...] = ()
    board: BoardPage | None = None
    asked: tuple[Part, ...] = field(default=(), repr=False)
    published: datetime | None = None
    _copies: Mapping[str, Copy] = field(factory=dict, alias="copies", eq=False, repr=False)
    _affected: Mapping[str, frozenset[str]] = field(
        factory=dict, alias="affected", eq=False, repr=False
    )
    _known: frozenset[str] = field(default=frozenset(), alias="known", eq=False, repr=False)

    def slots(self) -> Iterator[Slot]:
        """Yield every slot: the days in order, then what has no hour yet."""
        for day in self.days:
            yield from day.slots
        yield from self.unscheduled

    @property
    def main_event(self) -> EventPage | None:
        """The event that it is about: of most sessions and workshops, or of its title; or None."""
        if len(self.events) < 2:
            return next(iter(self.events), None)
        return busiest(self.events, (*self.slots(), *self.workshops), self.title)

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
        return self._counts().get(part, 0)

    def _counts(self) -> dict[Part, int]:
        return {
            Part.SESSIONS: sum(len(day.slots) for day in self.days) + len(self.unscheduled),
            Part.WORKSHOPS: len(self.workshops),
            Part.COMMITTEES: len(self.committees),
            Part.PAIRINGS: len(self.pairings),
            Part.PEOPLE: len(self.people),
            Part.MINUTES: len(self.notes) + len(self.papers),
            Part.ACTIONS: len(self.actions),
            Part.BOARD: len(self.board.rows) if self.board else 0,
            Part.CHANGES: len(self.changes),
        }

    @property
    def holders(self) -> tuple[str, ...]:
        """The ids of those who do something in this programme and whom its reader sees, sorted."""
        return tuple(sorted(self._known.intersection(self._copies)))

    def copy_of(self, id_: str) -> Copy:
        """Return what one person or organisation has in this programme, for many at once.

        Args:
            id_: The id of a person or an organisation.

        Raises:
            KeyError: Nobody with this id does anything in this programme.
        """
        return self._copies[id_]

    def of(self, id_: str) -> View:
        """Return the copy of one person or organisation: what she takes part in, and as what.

        Her own roles are always shown, whatever the audience, even to a reader who does not see
        that she exists: whoever asks knows her id. Objects are shared with this view. What is not
        hers counts as not selected.

        Args:
            id_: The id of a person or an organisation.

        Raises:
            KeyError: Nobody with this id does anything in this programme.
        """
        copy = self.copy_of(id_)
        if self.person is not None and self.person.id == id_:
            return self
        changes = tuple(self._hers(id_))
        left = {
            Part.SESSIONS: len(copy.own),
            Part.PEOPLE: int(copy.listed and bool(self.people)),
            Part.ACTIONS: len(copy.actions),
            Part.CHANGES: len(changes),
        }
        return replaced(
            self,
            {
                **_without(part for part in Part if part not in _OF_COPY),
                "days": copy.days,
                "unscheduled": copy.unscheduled,
                "gone": copy.gone,
                "actions": copy.actions,
                "changes": changes,
                "people": (copy.page,),
                "person": copy.page,
                "own": copy.own,
                "omitted": tuple(self._omitted(left)),
                "_copies": {id_: copy},
            },
        )

    def only(
        self, *, parts: Iterable[Part | str] | None = None, sessions: Iterable[str] | None = None
    ) -> View:
        """Return less of this programme: some of its parts, some of its sessions.

        What is left out counts as not selected. Of the events those stay that what is left
        belongs to; the main one, where that is none. Copies have no more than is left.

        Args:
            parts: The parts that stay; None: all.
            sessions: The ids of the sessions that stay; None: all.

        Raises:
            ValueError: A part that no programme has.
        """
        kept = Kept.of(parts, sessions)
        left = replaced(
            self,
            {
                "days": tuple(self._days(kept)),
                "unscheduled": tuple(slot for slot in self.unscheduled if kept.session(slot.id)),
                "own": kept.own(self.own),
                "gone": kept.gone(self.gone),
                **_without(part for part in Part if part not in kept.parts),
                "_copies": Copies(partial(kept.copies, self._copies)),
            },
        )
        omitted = tuple(self._omitted({part: left.count(part) for part in Part}))
        events = _used(left) or tuple(filter(None, [self.main_event]))
        return replaced(left, {"events": events, "omitted": omitted})

    def _days(self, kept: Kept) -> Iterator[Day]:
        for day in self.days:
            if slots := tuple(slot for slot in day.slots if kept.session(slot.id)):
                yield day if slots == day.slots else Day(date=day.date, slots=slots)

    def _omitted(self, left: Mapping[Part, int]) -> Iterator[Omission]:
        """Yield what is not shown where less is left of this view: what it lacks, what is gone."""
        counts = {(each.part, each.reason): each.count for each in self.omitted}
        for part, whole in self._counts().items():
            if missing := whole - left.get(part, 0):
                counts[part, "selection"] = counts.get((part, "selection"), 0) + missing
        for (part, reason), count in sorted(counts.items()):
            if count:
                yield Omission(part=part, count=count, reason=reason)

    def _hers(self, id_: str) -> Iterator[ChangeLine]:
        for change in self.changes:
            if id_ in change.people or id_ in self._affected.get(change.id, ()):
                yield change


def _used(view: View) -> tuple[EventPage, ...]:
    """Return the events that something of a programme belongs to."""
    things: Iterable[Slot | WorkshopPage | NotePage | ActionPage] = (
        *view.slots(), *view.workshops, *view.notes, *view.actions
    )  # fmt: skip
    used = {thing.event for thing in things}
    met = {committee.id for committee in view.committees}
    return tuple(event for event in view.events if event.id in used or event.committee in met)
