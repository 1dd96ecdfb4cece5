"""The words of what has changed since another version: part of the messages, by code."""

from __future__ import annotations

REVISIONS: dict[str, str | tuple[str, str]] = {
    "changes.since": "Changes since version %(version)s",
    "changes.since.date": "Changes since %(date)s",
    "changes.none": "Nothing has changed.",
    "changes.line": "– %(line)s",
    "changes.added": ("%(count)s session added (%(days)s)", "%(count)s sessions added (%(days)s)"),
    "changes.removed": (
        "%(count)s session no longer planned (%(days)s)",
        "%(count)s sessions no longer planned (%(days)s)",
    ),
    "changes.cancelled": (
        "%(count)s session cancelled (%(days)s)",
        "%(count)s sessions cancelled (%(days)s)",
    ),
    "change.day-hours": "%(day)s, %(hours)s",
    "change.added": "Added: %(title)s",
    "change.removed": "No longer planned: %(title)s",
    "change.moved": "%(title)s: now %(after)s (previously: %(before)s)",
    "change.dated": "%(title)s: now set for %(after)s",
    "change.undated": "%(title)s: date to be set (previously: %(before)s)",
    "change.relocated": "%(title)s: now in %(after)s (previously: %(before)s)",
    "change.placed": "%(title)s: now in %(after)s (place not known before)",
    "change.unplaced": "%(title)s: place to be settled (previously: %(before)s)",
    "change.reinstated": "Will be held after all: %(title)s",
    "change.confirmed": "Confirmed: %(title)s",
    "change.unconfirmed": "To be confirmed: %(title)s",
    "change.retitled": "%(title)s (previously: %(before)s)",
    "change.renamed": "%(title)s (until now: %(before)s)",
    "change.revised": "%(title)s: details revised",
    "change.posts": "%(title)s: post changed",
    "change.titled": "%(title)s (new title)",
    "change.reassigned": "%(title)s: now under %(after)s (previously: %(before)s)",
    "change.assigned": "%(title)s: now under %(after)s",
    "change.unassigned": "%(title)s: no longer under %(before)s",
    "change.role-gained": "%(title)s: %(who)s joins (%(function)s)",
    "change.role-lost": "%(title)s: %(who)s is no longer there (%(function)s)",
    "change.role-left": "%(title)s: %(who)s is no longer %(function)s",
    "change.role-replaced": "%(title)s: %(after)s replaces %(before)s (%(function)s)",
    "change.promise-confirmed": (
        "%(title)s: %(who)s has confirmed",
        "%(title)s: %(who)s have confirmed",
    ),
    "change.promise-unconfirmed": (
        "%(title)s: %(who)s is to be confirmed again",
        "%(title)s: %(who)s are to be confirmed again",
    ),
    "change.promise-withdrawn": ("%(title)s: %(who)s withdraws", "%(title)s: %(who)s withdraw"),
    "change.end-gained": "%(title)s, %(side)s (until now to be found): %(who)s",
    "change.end-lost": "%(title)s: %(side)s to be found (previously: %(who)s)",
    "change.link-drifted": "%(title)s and %(other)s: %(after)s (previously: %(before)s)",
    "change.apart": ("%(count)s day between them", "%(count)s days between them"),
    "change.together": ("%(count)s day in common", "%(count)s days in common"),
    "change.adjacent": "one right after the other",
}
"""By code: what is said of a change."""
