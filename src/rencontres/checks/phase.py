"""How far a preparation has come: a young dossier is not told what only a programme can lack."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal, TypeAlias, get_args

from rencontres.model import Dossier, Event
from rencontres.relations import busiest
from rencontres.when import When

Phase: TypeAlias = Literal["proposals", "call", "programme", "last-week", "after"]
PHASES: tuple[Phase, ...] = get_args(Phase)

_BEGINS: tuple[tuple[Phase, timedelta], ...] = (
    ("last-week", timedelta(days=7)),
    ("programme", timedelta(days=60)),
    ("call", timedelta(days=150)),
)
"""How long before the event each phase begins."""


def onwards(first: Phase) -> frozenset[Phase]:
    """Return a phase and those that follow it."""
    return frozenset(PHASES[PHASES.index(first) :])


def main_event(dossier: Dossier) -> Event | None:
    """Return the event that is being prepared: the one with the most sessions and workshops."""
    return busiest(dossier.events, (*dossier.sessions, *dossier.workshops), dossier.title)


def phase_of(dossier: Dossier, today: date) -> Phase:
    """Return how far the preparation of a dossier has come."""
    event = main_event(dossier)
    held = days(event.when) if event else None
    if held is None:
        return "proposals"
    if today > held[1]:
        return "after"
    left = held[0] - today
    for phase, begins in _BEGINS:
        if left <= begins:
            return phase
    return "proposals"


def days(when: When | None) -> tuple[date, date] | None:
    """Return the first and the last day that something may be on; None where nobody knows."""
    if when is None or when.earliest is None or when.latest is None:
        return None
    return when.earliest, when.latest
