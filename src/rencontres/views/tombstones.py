"""What was published and is gone: just enough for a calendar to be told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, cast

from rencontres.publishing import Ledger, Trace
from rencontres.views.lexicon import Lexicon
from rencontres.views.reader import Reader
from rencontres.views.redaction import Redaction
from rencontres.views.sifter import Sifter
from rencontres.views.slots import Gone
from rencontres.views.timetable import Timetable


def tombstones(
    ledger: Ledger,
    redaction: Redaction,
    reader: Reader,
    sifter: Sifter,
    lexicon: Lexicon,
    timetable: Timetable,
) -> Iterator[Gone]:
    """Yield what was published and is no longer there for a reader who was told of it.

    A thing is gone for everybody when it was removed, and for some when its audience narrowed.

    Args:
        ledger: What was published.
        redaction: What is left of the dossier for the reader.
        reader: The reader.
        sifter: What she asks for.
        lexicon: Her languages.
        timetable: Her clock.
    """
    for trace in ledger.traces.values():
        if trace.id in redaction.left:
            continue
        sequence = _sequence(trace, reader, present=trace.id in redaction.whole)
        start = timetable.told(trace.now.start)
        if sequence is not None and sifter.wants_trace(trace, start):
            yield _tombstone(trace, sequence, redaction, lexicon, timetable)


def _sequence(trace: Trace, reader: Reader, *, present: bool) -> int | None:
    """Return the revision that tells a reader that a thing is gone; None: she is not to be told."""
    if trace.gone is not None:
        told, sequence = (trace.circle, *trace.lost), trace.sequence
    elif present:
        told, sequence = trace.lost, trace.lost_sequence
    else:
        return None  # its removal has not been published
    return sequence if any(each.holds(reader.audience, reader.side) for each in told) else None


def _tombstone(
    trace: Trace, sequence: int, redaction: Redaction, lexicon: Lexicon, timetable: Timetable
) -> Gone:
    title = lexicon.words(trace.title)
    return Gone(
        noun=cast("Literal['session', 'event', 'action']", trace.noun),
        id=trace.id,
        uid=trace.uid,
        kind="other",
        title=title,
        short=title,
        description=None,
        event=trace.event if trace.event in redaction.left else None,
        start=timetable.told(trace.now.start),
        end=timetable.told(trace.now.end),
        when=trace.now.when,
        elsewhere=(),
        room=lexicon.maybe(trace.now.room),
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
        modified=trace.gone or trace.lost_at,
    )
