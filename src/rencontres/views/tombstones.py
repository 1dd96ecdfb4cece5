"""What was published and is gone: just enough for a calendar to be told."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from datetime import datetime
from typing import Literal, cast

from attrs import frozen

from rencontres.model import Confirmation, Event, Session
from rencontres.publishing import Ledger, Trace
from rencontres.publishing.trace import Last
from rencontres.relations import OFF, standing
from rencontres.views.lexicon import Lexicon
from rencontres.views.reader import Reader
from rencontres.views.redaction import Redaction
from rencontres.views.sifter import Sifter
from rencontres.views.slots import Gone
from rencontres.views.timetable import Timetable


@frozen
class Graveyard:
    """What was published and is no longer there for a reader, or for somebody in the programme.

    Attributes:
        ledger: What was published; None: nothing.
        redaction: What is left of the dossier for the reader.
        reader: The reader.
        sifter: What she asks for.
        lexicon: Her languages.
        timetable: Her clock.
    """

    ledger: Ledger | None
    redaction: Redaction
    reader: Reader
    sifter: Sifter
    lexicon: Lexicon
    timetable: Timetable

    def gone(self) -> Iterator[Gone]:
        """Yield what is gone for the reader.

        A thing is gone for everybody when it was removed, for some when its audience narrowed,
        and for calendars also when it has no day any more.
        """
        for trace in self.ledger.traces.values() if self.ledger else ():
            if (last := self._last(trace)) is None:
                continue
            if self.sifter.wants_trace(trace, self.timetable.told(last.now.start)):
                yield self._tombstone(trace, last, self._status(trace.id))

    def _last(self, trace: Trace) -> Last | None:
        """Return how a thing was last told to the reader; None: it is not gone for her."""
        if trace.id in self.redaction.left:
            return _ended(trace, trace.modified) if trace.dated and not trace.gone else None
        reader = self.reader
        if trace.gone is None:
            if trace.id not in self.redaction.whole:
                return None  # its removal has not been published
        elif trace.circle.holds(reader.audience, reader.side):
            return _ended(trace, trace.gone)
        lost = (last for who, last in trace.lost if who.holds(reader.audience, reader.side))
        return max(lost, key=lambda last: (last.at, last.sequence), default=None)

    def by_holder(self, gone: Iterable[Gone], shown: Container[str]) -> dict[str, list[Gone]]:
        """Return what is gone for each who had it in a calendar of her own, by her id.

        What is gone for the reader, and what she is no longer in though it is still held.

        Args:
            gone: What is gone for the reader.
            shown: The ids of what the reader is shown.
        """
        found: dict[str, list[Gone]] = {}
        known = self.redaction.whole
        stones = {stone.id: stone for stone in gone}
        for trace in self.ledger.traces.values() if self.ledger else ():
            stone = stones.get(trace.id)
            for id_ in trace.people if stone else ():
                found.setdefault(id_, []).append(cast("Gone", stone))
            if stone is None and trace.id not in shown:
                continue
            # Of what its readers had lost before she did, there is nothing newer to tell.
            sighted = not trace.parted or trace.id in self.redaction.left
            lost = None if sighted else self._last(trace)
            for id_, last in trace.parted:
                known_as = min(filter(None, (lost, last)), key=lambda each: each.at)
                found.setdefault(id_, []).append(self._tombstone(trace, known_as))
        return {id_: found[id_] for id_ in found if id_ in known}

    def _status(self, id_: str) -> Confirmation:
        """Return what has become of a thing: one that has only lost its day is postponed."""
        left = self.redaction.left
        if id_ not in left:
            return "cancelled"
        thing = left[id_]
        if isinstance(thing, Session):
            off = standing(thing, left.get(Event, thing.event)) in OFF
        else:
            off = getattr(thing, "confirmation", getattr(thing, "status", "")) in OFF | {"dropped"}
        return "cancelled" if off else "postponed"

    def _tombstone(self, trace: Trace, last: Last, status: Confirmation = "cancelled") -> Gone:
        title = self.lexicon.words(last.title)
        told = self.timetable.told
        return Gone(
            noun=cast("Literal['session', 'event', 'action']", trace.noun),
            id=trace.id,
            uid=trace.uid,
            kind="other",
            title=title,
            short=title,
            event=trace.event if trace.event in self.redaction.left else None,
            start=told(last.now.start),
            end=told(last.now.end),
            when=last.now.when,
            room=self.lexicon.maybe(last.now.room),
            status=status,
            sequence=last.sequence,
            created=trace.created,
            modified=last.at,
        )


def _ended(trace: Trace, at: datetime) -> Last:
    """Return how everybody is told of the end of a thing."""
    return Last(sequence=trace.sequence, at=at, title=trace.title, now=trace.told)
