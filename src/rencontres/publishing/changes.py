"""What has changed between two states of a dossier: typed, in an order, and by who must be told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Literal, TypeAlias

from attrs import field, frozen

from rencontres.finding import Finding, path
from rencontres.model import SINGULAR, Action, Dossier, Event, Function, Session
from rencontres.publishing.trace import Former
from rencontres.relations import OFF, standing
from rencontres.text import Text

if TYPE_CHECKING:
    from rencontres.wording import Wording

Kind: TypeAlias = Literal[
    "event-moved", "moved", "relocated", "postponed", "cancelled", "reinstated", "confirmed",
    "unconfirmed", "withdrawn", "progressed", "added", "removed", "workshop-added",
    "workshop-dropped", "reassigned", "retitled", "translated", "translation-stale",
    "end-gained", "end-lost", "role-gained", "role-lost", "role-replaced", "link-drifted",
]  # fmt: skip

Told: TypeAlias = Former | Text | str | int | tuple[str, ...] | None
"""A value before or after: when, a name, an id or a word of the model, days, ids."""

TIMED: frozenset[Kind] = frozenset(
    {"event-moved", "moved", "postponed", "cancelled", "reinstated", "confirmed", "unconfirmed",
     "progressed"}
)  # fmt: skip
"""What calendars count of a thing itself: its revision grows (RFC 5546 §2.1.4)."""


@frozen(kw_only=True)
class Change:
    """One thing that is no longer as it was.

    Attributes:
        kind: What has happened. Of a thing: ``added``, ``removed``, ``moved`` (in time;
            ``event-moved`` of an event), ``relocated`` (room or place), ``postponed``,
            ``cancelled``, ``reinstated``, ``confirmed``, ``unconfirmed``, ``progressed`` (an
            action), ``workshop-added``, ``workshop-dropped``, ``reassigned`` (to another
            workshop). Of its words: ``retitled``, ``translated`` (a language came or went, and no
            words changed), ``translation-stale``. Of somebody in it: ``role-gained``,
            ``role-lost``, ``role-replaced``, ``confirmed``, ``unconfirmed``, ``withdrawn``; of a
            pairing also ``end-gained`` and ``end-lost``. Of two events: ``link-drifted``.
        noun: What kind of thing: ``session``.
        id: Its id; where that has changed, the new one.
        title: What it is called now; of what is gone, what it was called.
        before: What was: a ``Former`` (when), a name (where; titles), a word of the model
            (status, action), ids of who stood there, days between two events (negative: in
            common); None: nothing.
        after: What is, in the same form.
        function: Of what concerns somebody in the thing: the function.
        side: Of an end or a seat: the id of the side.
        unsure: Of those who have come: the ids of those still to be confirmed.
        languages: Of words: the tags concerned, sorted; a stale translation's.
        field: Of a stale translation: the field it stands in.
        other: Of a link: the id of the other event.
        event: The id of the event it belongs to.
        people: The ids of the people and organisations who must be told, sorted.
    """

    kind: Kind
    noun: str
    id: str
    title: Text
    before: Told = None
    after: Told = None
    function: Function | None = None
    side: str | None = None
    unsure: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    field: str | None = None
    other: str | None = None
    event: str | None = None
    people: tuple[str, ...] = ()

    @property
    def timed(self) -> bool:
        """Whether calendars count it: the revision of the thing grows with it."""
        return self.kind in TIMED and self.function is None


@frozen(kw_only=True)
class Changes:
    """Everything that has changed from one state of a dossier to the next.

    It is walked through like a tuple: events first, then workshops, pairings, sessions by their
    hours, committees, actions. It speaks of everything that was compared: what may be sent to
    others comes from comparing what ``redact`` leaves of both states.

    Attributes:
        old: The dossier as it was.
        new: The dossier as it is.
        changes: What is different, in order.
    """

    old: Dossier = field(repr=False)
    new: Dossier = field(repr=False)
    changes: tuple[Change, ...]

    def __iter__(self) -> Iterator[Change]:
        return iter(self.changes)

    def __len__(self) -> int:
        return len(self.changes)

    def of(self, *kinds: Kind) -> tuple[Change, ...]:
        """Return the changes of some kinds, in their order.

        Args:
            kinds: The kinds: ``"moved"``, ``"cancelled"``.
        """
        return tuple(change for change in self.changes if change.kind in kinds)

    def by_person(self) -> Mapping[str, tuple[Change, ...]]:
        """Return what each person and organisation must be told, by id, sorted."""
        found: dict[str, list[Change]] = {}
        for change in self.changes:
            for id_ in change.people:
                found.setdefault(id_, []).append(change)
        return {id_: tuple(found[id_]) for id_ in sorted(found)}

    def say(self, language: str | Wording) -> str:
        """Return the changes as a block to paste into a message, one line each, short.

        Long lists of things that were added or removed are counted. What was over before the new
        state was revised is no news, nor are translations; those that are to be done again are
        told by ``findings``, to the office.

        Args:
            language: The language of those who read it, or how it writes.

        Raises:
            LanguageError: A language that nobody has described.
        """
        from rencontres.publishing.message import message

        return message(self, language)

    def findings(self) -> tuple[Finding, ...]:
        """Return what a careful secretary would ask about.

        RC404: a translation that is older than its source; RC804: a session, an event or an
        action that disappeared without having been cancelled.
        """
        return tuple(finding for change in self.changes if (finding := self._finding(change)))

    def _finding(self, change: Change) -> Finding | None:
        if change.kind == "translation-stale":
            place = path(_TABLES[change.noun], change.id, change.field or "")
            sentence = "the text in %(languages)s is older than its source"
            values = {"languages": ", ".join(change.languages)}
            return Finding("RC404", "warning", place, sentence, values)
        if change.kind != "removed" or change.noun not in _PUBLISHED or self.over(change):
            return None
        if self._settled(change.id) or (change.event and change.event not in self.new):
            return None
        place = path(_TABLES[change.noun], change.id)
        sentence = "%(title)s vanished without cancellation"
        return Finding("RC804", "warning", place, sentence, {"title": change.title})

    def _settled(self, id_: str) -> bool:
        """Tell whether something that disappeared had been cancelled, postponed or done."""
        thing = self.old[id_]
        if isinstance(thing, Session):
            return standing(thing, self.old.get(Event, thing.event)) in _SETTLED
        told = thing.status if isinstance(thing, Action) else getattr(thing, "confirmation", None)
        return told in _SETTLED

    def over(self, change: Change) -> bool:
        """Tell whether something was over before the new state was revised: no news any more.

        Args:
            change: A change of these.
        """
        if self.new.revised is None or change.noun not in _PUBLISHED or change.kind in _LASTING:
            return False
        days = [
            day
            for dossier in (self.old, self.new)
            if change.id in dossier and (day := last_day(dossier, change.id))
        ]
        return bool(days) and max(days) < self.new.revised.date()


_TABLES = {noun: table for table, noun in SINGULAR.items()}
_PUBLISHED = frozenset({"session", "event", "action"})
_LASTING = frozenset({"progressed", "link-drifted"})
_SETTLED = OFF | {"postponed", "done", "dropped"}


def last_day(dossier: Dossier, id_: str) -> date | None:
    """Return the last day of a session, an event or an action; None if nobody has said.

    Args:
        dossier: The dossier.
        id_: Its id.
    """
    thing = dossier[id_]
    if isinstance(thing, Session):
        if thing.start is not None:
            return (thing.end or thing.start).date()
        if thing.when is None and thing.event is not None:
            return last_day(dossier, thing.event)
    when = getattr(thing, "due", None) or getattr(thing, "when", None)
    return when.latest if when else None
