"""What was published and is gone: just enough for a calendar to be told."""

from __future__ import annotations

from rencontres.model import AUDIENCES
from rencontres.publishing import Trace
from rencontres.views.lexicon import Lexicon
from rencontres.views.pages import Slot


def sequence_of(trace: Trace, level: int) -> int | None:
    """Return the revision that tells a reader that a thing is gone; None: she was never told of it.

    A thing is gone for everybody when it was removed, and for some when its audience narrowed.

    Args:
        trace: What is known of its publication.
        level: The level of the reader's audience: 0, the public, to 2.
    """
    if trace.gone is not None:
        widest = min(trace.audience, trace.lost or trace.audience, key=AUDIENCES.index)
        return trace.sequence if level >= AUDIENCES.index(widest) else None
    if trace.lost is None or level >= AUDIENCES.index(trace.audience):
        return None
    return trace.lost_sequence if level >= AUDIENCES.index(trace.lost) else None


def tombstone(trace: Trace, sequence: int, lexicon: Lexicon) -> Slot:
    """Return a slot that says only what was there, when and where, and that it is cancelled.

    Args:
        trace: What is known of its publication.
        sequence: The revision that tells of the cancellation.
        lexicon: The reader's languages.
    """
    title = lexicon.words(trace.title)
    return Slot(
        id=trace.key.removeprefix("session."),
        uid=trace.uid,
        kind="other",
        title=title,
        short=title,
        description=None,
        event=trace.event,
        start=trace.now.start,
        end=trace.now.end,
        when=None,
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
