"""Changes as a message: one line each, as the language of its readers writes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rencontres.publishing.change import Change, Compared
from rencontres.publishing.teller import PROMISES, Teller
from rencontres.publishing.things import last_day, over
from rencontres.relations import OFF
from rencontres.wording import Wording

PARTS = {
    "event": "part.events",
    "workshop": "part.workshops",
    "pairing": "part.pairings",
    "session": "part.sessions",
    "committee": "part.committees",
    "action": "part.actions",
    "room": "part.places",
    "place": "part.places",
    "organisation": "part.organisations",
    "person": "part.people",
    "delegation": "part.people",
}
"""The heading that changes of a kind of thing stand under, in the order of a message."""

_MANY = 8
"""More sessions than this that all were added, dropped or cancelled are counted, not listed."""

_COUNTED = {
    "added": "changes.added",
    "removed": "changes.removed",
    "cancelled": "changes.cancelled",
}
_WITHIN = frozenset({"postponed", "cancelled", "reinstated", "confirmed", "unconfirmed", "removed"})


def message(changes: Compared, language: str | Wording) -> str:
    """Return the changes as a block to paste into a message.

    Args:
        changes: The changes.
        language: The language of those who read it, or how it writes.

    Raises:
        LanguageError: A language that nobody has described.
    """
    wording = Wording(language) if isinstance(language, str) else language
    teller = Teller(changes, wording)
    told = tuple(news(changes))
    title = changes.new.title or changes.old.title
    lines = [teller.text(title)] if title else []
    new = changes.new
    lines.append(wording.programme(new.state, new.version, new.revised and new.revised.date()))
    lines.append(wording.heading(since(changes, wording)))
    groups = [group for group in _groups(changes, teller, told) if group[1]]
    if not groups:
        lines += ["", wording.say("changes.none")]
    for code, group in groups:
        lines += ["", wording.heading(wording.say(code))]
        lines += [wording.say("changes.line", line=line) for line in group]
    return "\n".join(lines) + "\n"


def since(changes: Compared, wording: Wording) -> str:
    """Return from when the changes are counted: *modifications depuis la version 2*.

    Args:
        changes: The changes.
        wording: How the language writes.
    """
    old = changes.old
    if old.version is not None and old.version != changes.new.version:
        return wording.say("changes.since", version=old.version)
    if old.revised is not None:
        return wording.say("changes.since.date", date=old.revised.date())
    return wording.say("part.changes")


def news(changes: Compared) -> Iterator[Change]:
    """Yield the changes that readers are told: neither what is over, nor the office's own affairs.

    What befalls an event befalls its sessions: they are not told one by one. What is held after
    all is told with its date.

    Args:
        changes: The changes.
    """
    fallen = {(change.id, change.kind) for change in changes if change.noun == "event"}
    reinstated = {change.id for change in changes if change.kind == "reinstated"}
    for change in changes:
        if change.noun not in PARTS or change.kind in ("translation-stale", "translated"):
            continue
        within = change.noun == "session" and change.function is None and change.kind in _WITHIN
        if within and (change.event, change.kind) in fallen:
            continue
        if change.kind in ("moved", "event-moved") and change.id in reinstated:
            continue
        if not over(changes, change):
            yield change


def _groups(
    changes: Compared, teller: Teller, told: tuple[Change, ...]
) -> Iterator[tuple[str, list[str]]]:
    for code in dict.fromkeys(PARTS.values()):
        group = [change for change in told if PARTS[change.noun] == code]
        yield code, list(dict.fromkeys(_lines(changes, teller, group)))


def _lines(changes: Compared, teller: Teller, group: list[Change]) -> Iterator[str]:
    alike: dict[str, list[Change]] = {}
    promises: dict[tuple[str, str], list[Change]] = {}
    for change in group:
        if change.function is not None and change.kind in PROMISES:
            promises.setdefault((change.kind, teller.carrier(change)), []).append(change)
        elif (
            change.noun == "session" and change.kind in _COUNTED and not _born_off(changes, change)
        ):
            alike.setdefault(change.kind, []).append(change)
    many = {kind: found for kind, found in alike.items() if len(found) > _MANY}
    for kind, found in many.items():
        yield _counted(changes, teller, kind, found)
    counted = {id(change) for found in many.values() for change in found}
    for change in group:
        if id(change) in counted:
            continue
        if change.function is not None and change.kind in PROMISES:
            together = promises.pop((change.kind, teller.carrier(change)), None)
            line = teller.promise(together) if together else ""
        else:
            line = teller.line(change)
        if line:
            yield line


def _born_off(changes: Compared, change: Change) -> bool:
    """Tell whether something that has been added will not be held: that is told by itself."""
    thing = changes.new[change.id] if change.kind == "added" else None
    return getattr(thing, "confirmation", "") in OFF


def _counted(changes: Compared, teller: Teller, kind: str, found: Iterable[Change]) -> str:
    found = list(found)
    dossier = changes.old if kind == "removed" else changes.new
    days = [day for change in found if (day := last_day(dossier, change.id))]
    told = teller.wording.days(min(days), max(days)) if days else ""
    said = teller.wording.say(_COUNTED[kind], count=len(found), days=told)
    return said if told else said.partition("(")[0].partition("（")[0].strip()
