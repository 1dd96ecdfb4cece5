"""Sessions on the clock of the world, in order: what every question of hours is asked of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from rencontres.model import Session

_HOUR = timedelta(hours=1)


class Stretch(NamedTuple):
    """A session on the clock of the world; an open end counts as an hour."""

    start: datetime
    end: datetime
    session: Session


def stretches(sessions: Iterable[Session]) -> list[Stretch]:
    """Return sessions with an hour, by their start."""
    told: list[Stretch] = []
    for session in sessions:
        if session.start is not None:
            start = session.start.astimezone(UTC)
            told.append(
                Stretch(
                    start, session.end.astimezone(UTC) if session.end else start + _HOUR, session
                )
            )
    return sorted(told, key=lambda each: (each.start, each.end, each.session.id))


def overlaps(told: Iterable[Stretch]) -> Iterator[tuple[Session, Session]]:
    """Yield each session that begins before an earlier one has ended, with the longest of those."""
    last: Stretch | None = None
    for each in told:
        if last is not None and each.start < last.end:
            yield last.session, each.session
        if last is None or each.end > last.end:
            last = each
