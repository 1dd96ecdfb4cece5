"""From one publication to the next: revisions, who lost sight of a thing, who parted from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TypeVar

import attrs

from rencontres.model.visibility import Circle
from rencontres.publishing.ledger import Ledger
from rencontres.publishing.trace import Last, Trace

K = TypeVar("K", Circle, str)


def continued(
    fresh: Mapping[str, Trace], previous: Ledger | None, content: str, moment: datetime, above: int
) -> dict[str, Trace]:
    """Return the traces of a publication: what was known of each thing goes on.

    Args:
        fresh: What is published now, as if for the first time.
        previous: What was published.
        content: The digest of what is published now.
        moment: When.
        above: Revisions stand above this one.
    """
    old = {trace.uid: trace for trace in previous.traces.values()} if previous else {}
    same = previous is not None and previous.digest == content
    found: dict[str, Trace] = {}
    for key, trace in fresh.items():
        known = old.pop(trace.uid, None)
        if known is None:
            found[key] = trace
        elif known.sequence > above and (same or not known.before) and _as_known(known, trace):
            found[key] = known
        else:
            found[key] = _next(known, trace, moment, above, same=same)
    for trace in old.values():
        gone = trace if trace.gone else _removed(trace, moment)
        found[trace.key] = attrs.evolve(
            gone,
            sequence=max(gone.sequence, above + 1),
            lost=tuple((who, _above(last, above)) for who, last in gone.lost),
            parted=tuple((who, _above(last, above)) for who, last in gone.parted),
        )
    return found


def _next(old: Trace, fresh: Trace, moment: datetime, above: int, *, same: bool) -> Trace:
    timed = old.timing != fresh.timing or old.gone is not None
    lost = _left(old.lost, _blind(old, fresh), _last(old, moment), above)
    # In her own calendar a thing is cancelled, too, once the reader has lost sight of it.
    ended = max((last.sequence for _, last in old.lost), default=-1)
    gone = sorted({*dict(old.parted), *old.people}.difference(fresh.people))
    parted = _left(old.parted, gone, _last(old, moment, ended), above)
    # Those who are told of it again know that it is cancelled: that must be outnumbered.
    back = [last.sequence for id_, last in old.parted if id_ in fresh.people]
    back += [ended] if _regained(old, fresh) else []
    sequence = max(old.sequence + timed, above + 1, *(each + 1 for each in back))
    widened = fresh.circle.within(old.circle) != fresh.circle
    moved = old.now != fresh.now and not widened
    before = old.before if same else old.now if moved else None
    told = sequence > old.sequence or old.words != fresh.words or old.before != before
    undated = old.told if old.told.dated and not (fresh.now.dated or widened) else None
    return attrs.evolve(
        fresh,
        sequence=sequence,
        created=old.created,
        modified=moment if told or timed else old.modified,
        before=before,
        dated=undated,
        lost=lost,
        parted=parted,
    )


def _last(old: Trace, moment: datetime, ended: int = -1) -> Last:
    """Return how those are told of a thing who lose it now."""
    sequence = max(old.sequence, ended) + 1
    return Last(sequence=sequence, at=moment, title=old.title, now=old.told)


def _left(
    known: Iterable[tuple[K, Last]], who: Iterable[K], last: Last, above: int
) -> tuple[tuple[K, Last], ...]:
    """Return who is told of a thing no more, and how; what they have been told stays."""
    told = dict(known)
    return tuple((each, _above(told.get(each, last), above)) for each in who)


def _above(last: Last, above: int) -> Last:
    return last if last.sequence > above else attrs.evolve(last, sequence=above + 1)


def _as_known(old: Trace, fresh: Trace) -> bool:
    """Tell whether nothing has changed of a thing, and everybody who was told of it still is."""
    return (
        old.timing == fresh.timing
        and old.words == fresh.words
        and old.now == fresh.now
        and old.title == fresh.title
        and old.key == fresh.key
        and old.circle == fresh.circle
        and old.people == fresh.people
        and not (old.gone or old.lost or old.parted or old.dated)
    )


def _regained(old: Trace, fresh: Trace) -> bool:
    """Tell whether somebody who had lost sight of a thing is told of it again."""
    told = [circle.within(fresh.circle) for circle, _ in old.lost]
    return any(circle.within(old.circle) != circle for circle in told)


def _blind(old: Trace, fresh: Trace) -> list[Circle]:
    """Return who was told of a thing and is no longer."""
    circles = {*dict(old.lost), old.circle}
    return sorted(
        (each for each in circles if fresh.circle.within(each) != each),
        key=lambda circle: (circle.audience, circle.sides),
    )


def _removed(old: Trace, moment: datetime) -> Trace:
    return attrs.evolve(old, sequence=old.sequence + 1, modified=moment, gone=moment, before=None)
