"""From one publication to the next: revisions, who lost sight of a thing, who parted from it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import attrs

from rencontres.model.visibility import Circle
from rencontres.publishing.ledger import Ledger
from rencontres.publishing.trace import Parted, Trace


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
        found[key] = _next(known, trace, moment, above, same=same) if known else trace
    for trace in old.values():
        gone = trace if trace.gone else _removed(trace, moment)
        found[trace.key] = attrs.evolve(gone, sequence=max(gone.sequence, above + 1))
    return found


def _next(old: Trace, fresh: Trace, moment: datetime, above: int, *, same: bool) -> Trace:
    timed = old.timing != fresh.timing or old.gone is not None
    told = timed or old.words != fresh.words
    sequence = max(old.sequence + timed, above + 1)
    moved = old.now != fresh.now
    if not told and not moved and sequence == old.sequence and _as_known(old, fresh):
        return old if same or old.before is None else attrs.evolve(old, before=None)
    if _regained(old, fresh):
        # They have been told that it is cancelled: that must be outnumbered.
        sequence = max(sequence, old.lost_sequence + 1)
    back = [each.sequence for each in old.parted if each.id in fresh.people]
    sequence = max(sequence, *(told + 1 for told in back), 0)
    lost = _lost(old, fresh)
    newly = bool(set(lost) - set(old.lost))
    last = old.sequence if old.gone else old.lost_sequence
    return attrs.evolve(
        fresh,
        sequence=sequence,
        created=old.created,
        modified=moment if told or sequence > old.sequence else old.modified,
        before=old.before if same else old.now if moved else None,
        lost=lost,
        lost_at=(moment if newly else old.lost_at) if lost else None,
        lost_sequence=(max(last, old.sequence + 1) if newly else last) if lost else 0,
        parted=_parted(old, fresh, moment),
    )


def _parted(old: Trace, fresh: Trace, moment: datetime) -> tuple[Parted, ...]:
    """Return who had a thing in her calendar, and has nothing to do with it any more."""
    now = set(fresh.people)
    known = [each for each in old.parted if each.id not in now]
    ids = set(old.people) - now - {each.id for each in known}
    sequence = max(old.sequence, old.lost_sequence) + 1
    return tuple(
        sorted((*known, *(Parted(id_, sequence, moment) for id_ in ids)), key=lambda each: each.id)
    )


def _as_known(old: Trace, fresh: Trace) -> bool:
    """Tell whether a thing is still called the same, and told to the same."""
    named = old.key == fresh.key and old.title == fresh.title
    return named and old.circle == fresh.circle and old.people == fresh.people


def _regained(old: Trace, fresh: Trace) -> bool:
    """Tell whether somebody who had lost sight of a thing is told of it again."""
    told = [circle.within(fresh.circle) for circle in old.lost]
    return any(circle.within(old.circle) != circle for circle in told)


def _lost(old: Trace, fresh: Trace) -> tuple[Circle, ...]:
    """Return who was told of a thing and is no longer."""
    circles = {*old.lost, old.circle}
    return tuple(
        sorted(
            (each for each in circles if fresh.circle.within(each) != each),
            key=lambda circle: (circle.audience, circle.sides),
        )
    )


def _removed(old: Trace, moment: datetime) -> Trace:
    sequence = max(old.sequence, old.lost_sequence) + 1
    return attrs.evolve(old, sequence=sequence, modified=moment, gone=moment, before=None)
