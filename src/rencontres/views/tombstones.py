"""What was published and is gone: just enough for a calendar to be told."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from datetime import datetime
from typing import Literal, cast

from attrs import frozen

from rencontres.publishing import Ledger, Trace
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

        A thing is gone for everybody when it was removed, and for some when its audience narrowed.
        """
        for trace in self.ledger.traces.values() if self.ledger else ():
            if trace.id in self.redaction.left:
                continue
            sequence = _sequence(trace, self.reader, present=trace.id in self.redaction.whole)
            start = self.timetable.told(trace.now.start)
            if sequence is not None and self.sifter.wants_trace(trace, start):
                yield self._tombstone(trace, sequence, trace.gone or trace.lost_at)

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
            if stone is not None:
                for id_ in trace.people:
                    found.setdefault(id_, []).append(stone)
            elif trace.id not in shown:
                continue
            for parted in trace.parted:
                hers = self._tombstone(trace, parted.sequence, parted.at)
                found.setdefault(parted.id, []).append(hers)
        return {id_: found[id_] for id_ in found if id_ in known}

    def _tombstone(self, trace: Trace, sequence: int, since: datetime | None) -> Gone:
        title = self.lexicon.words(trace.title)
        told = self.timetable.told
        return Gone(
            noun=cast("Literal['session', 'event', 'action']", trace.noun),
            id=trace.id,
            uid=trace.uid,
            kind="other",
            title=title,
            short=title,
            description=None,
            event=trace.event if trace.event in self.redaction.left else None,
            start=told(trace.now.start),
            end=told(trace.now.end),
            when=trace.now.when,
            elsewhere=(),
            room=self.lexicon.maybe(trace.now.room),
            floor=None,
            place=(),
            address=None,
            local_address=None,
            local_venue=None,
            position=None,
            status="cancelled",
            before=None,
            workshop=None,
            number=None,
            leads=(),
            people=(),
            items=(),
            languages=(),
            interpretation=(),
            url=None,
            open=None,
            sequence=sequence,
            created=trace.created,
            modified=since,
        )


def _sequence(trace: Trace, reader: Reader, *, present: bool) -> int | None:
    """Return the revision that tells a reader that a thing is gone; None: she is not to be told."""
    if trace.gone is not None:
        told, sequence = (trace.circle, *trace.lost), trace.sequence
    elif present:
        told, sequence = trace.lost, trace.lost_sequence
    else:
        return None  # its removal has not been published
    return sequence if any(each.holds(reader.audience, reader.side) for each in told) else None
