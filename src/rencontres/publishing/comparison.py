"""Comparing: from two states of a dossier to what has changed, in one pass over each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from attrs import evolve

from rencontres.model import (
    SINGULAR,
    TABLES,
    Action,
    Committee,
    Delegation,
    Dossier,
    Event,
    Noun,
    Pairing,
    Room,
    Session,
    Workshop,
)
from rencontres.publishing import promises, things, translations
from rencontres.publishing.change import Change, Kind, Maker
from rencontres.publishing.changes import Changes
from rencontres.publishing.concerned import Concerned
from rencontres.publishing.digest import Published, timing_of
from rencontres.publishing.promises import Shift
from rencontres.publishing.things import Pair
from rencontres.relations import Relations
from rencontres.text import Text

_TABLES = ("events", "workshops", "pairings", "sessions", "committees", "actions")


def compare(old: Dossier, new: Dossier) -> Changes:
    """Return what has changed from one state of a dossier to the next, and who must be told.

    A thing is known by its id; one that stands in calendars by its identity there, so that
    another id with the same ``uid`` goes on. Times are compared by wall clock, zone and fold, not
    by instants alone. What ``publish`` counts as another revision of a thing is a change here,
    and the other way round. Neither order nor length of the dossiers matters: it takes one pass.

    Args:
        old: The dossier as it was.
        new: The dossier as it is.
    """
    return Changes(old=old, new=new, changes=tuple(_Comparison(old, new).changes()))


class _Comparison:
    def __init__(self, old: Dossier, new: Dossier) -> None:
        self.old, self.new = old, new
        self.then, self.now = Concerned(Relations(old)), Concerned(Relations(new))
        self.moved_rooms = {
            was.id for was, now in self._pairs("rooms") if was and now and was.place != now.place
        }
        self.moved_events = {
            was.id
            for was, now in self._pairs("events")
            if was and now and was.confirmation != now.confirmation
        }

    def changes(self) -> Iterator[Change]:
        """Yield all changes in the order in which they are told."""
        tell: Mapping[str, Any] = {
            "events": self._event,
            "workshops": self._workshop,
            "pairings": self._pairing,
            "sessions": self._session,
            "committees": self._committee,
            "actions": self._action,
            "delegations": self._delegation,
            **dict.fromkeys(("places", "rooms", "organisations", "people"), self._named),
        }
        order = partial(things.order, dossiers=(self.old, self.new))
        for table in (*_TABLES, *(name for name in SINGULAR if name not in _TABLES)):
            for was, now in sorted(self._changed(table), key=order):
                if was is not None and now is not None:
                    told = list(tell[table](was, now)) if table in tell else []
                    yield from told or translations.revised(self._changes_of(was, now), was, now)
                    yield from self._stale(was, now)
                elif table in _TABLES:
                    yield self._whole(was, now)
            if table == "events":
                yield from self._drifts()

    # --- pairs ---------------------------------------------------------------------------------

    def _pairs(self, table: str) -> Iterator[Pair[Any]]:
        known = {self._identity(thing): thing for thing in getattr(self.old, table)}
        for thing in getattr(self.new, table):
            yield known.pop(self._identity(thing), None), thing
        yield from ((thing, None) for thing in known.values())

    def _identity(self, thing: Noun) -> str:
        # The namespace of the new state stands for both: a title page is no identity.
        uid: str | None = getattr(thing, "uid", None)
        return uid or f"{SINGULAR[TABLES[type(thing)]]}.{thing.id}@{self.new.namespace}"

    def _changed(self, table: str) -> Iterator[Pair[Noun]]:
        for was, now in self._pairs(table):
            if (was is now or was == now) and not self._shaken(now):
                continue
            yield was, now

    def _shaken(self, thing: Noun | None) -> bool:
        """Tell whether a thing that is as it was has been moved by what it belongs to."""
        return isinstance(thing, Session) and (
            thing.event in self.moved_events or thing.room in self.moved_rooms
        )

    def _changes_of(self, was: Noun | None, now: Noun | None) -> Maker:
        """Return what makes the changes of one thing."""
        thing = now or was
        assert thing is not None  # noqa: S101 - one of them is there
        dossier = self.new if now is not None else self.old
        return partial(
            Change,
            noun=SINGULAR[TABLES[type(thing)]],
            id=thing.id,
            title=things.title(dossier, thing),
            event=things.event_of(dossier, thing),
            people=tuple(sorted(self.then.by(was) | self.now.by(now))),
        )

    # --- by kind of thing ------------------------------------------------------------------------

    def _whole(self, was: Noun | None, now: Noun | None) -> Change:
        change = self._changes_of(was, now)
        workshop = isinstance(was or now, Workshop)
        before = None if was is None else things.former(self.old, was)
        after = None if now is None else things.former(self.new, now)
        kind: Kind = "added" if was is None else "removed"
        if workshop:
            kind = "workshop-added" if was is None else "workshop-dropped"
        return change(kind=kind, before=before, after=after)

    def _event(self, was: Event, now: Event) -> Iterator[Change]:
        change = self._changes_of(was, now)
        yield from self._timed(change, was, now)
        if was.place != now.place:
            before, after = self._places(was.place, now.place)
            yield change(kind="relocated", before=before, after=after)
        yield from translations.titled(change, was, now)
        yield from _shifts(change, promises.roles(was.roles, now.roles))

    def _session(self, was: Session, now: Session) -> Iterator[Change]:
        change = self._changes_of(was, now)
        yield from self._timed(change, was, now)
        if was.room != now.room or now.room in self.moved_rooms:
            yield self._relocated(change, was, now)
        yield from self._reassigned(change, was, now)
        yield from translations.titled(change, was, now)
        yield from _shifts(change, promises.roles(things.tasks(was), things.tasks(now)))

    def _workshop(self, was: Workshop, now: Workshop) -> Iterator[Change]:
        change = self._changes_of(was, now)
        if was.number is not None and now.number is not None and was.number != now.number:
            yield change(kind="renumbered", before=was.number, after=now.number)
        yield from translations.titled(change, was, now)
        yield from _shifts(change, promises.roles(was.roles, now.roles))

    def _pairing(self, was: Pairing, now: Pairing) -> Iterator[Change]:
        change = self._changes_of(was, now)
        yield from self._reassigned(change, was, now)
        yield from translations.titled(change, was, now)
        yield from _shifts(change, promises.ends(was, now))

    def _committee(self, was: Committee, now: Committee) -> Iterator[Change]:
        change = self._changes_of(was, now)
        yield from translations.titled(change, was, now)
        yield from _shifts(change, promises.seats(was.chairs, now.chairs))
        yield from _shifts(change, promises.roles(was.roles, now.roles))

    def _named(self, was: Noun, now: Noun) -> Iterator[Change]:
        yield from translations.titled(self._changes_of(was, now), was, now)

    def _delegation(self, was: Delegation, now: Delegation) -> Iterator[Change]:
        yield from _shifts(self._changes_of(was, now), promises.roles(was.roles, now.roles))

    def _action(self, was: Action, now: Action) -> Iterator[Change]:
        change = self._changes_of(was, now)
        yield from self._timed(change, was, now)
        yield from translations.titled(change, was, now)

    # --- what calendars count --------------------------------------------------------------------

    def _timed(self, change: Maker, was: Published, now: Published) -> Iterator[Change]:
        *then, before = timing_of(was, _whose(self.old, was))
        *since, after = timing_of(now, _whose(self.new, now))
        off = False
        if before != after:
            kind = _status_kind(str(before), str(after))
            off = kind == "cancelled"
            yield change(kind=kind, before=str(before), after=str(after))
        if then != since and not off:
            kind = "event-moved" if isinstance(now, Event) else "moved"
            yield change(kind=kind, before=things.when(was), after=things.when(now))

    # --- the rest ------------------------------------------------------------------------------

    def _places(self, before: str | None, after: str | None) -> tuple[Text | None, Text | None]:
        return things.place_name(self.old, before), things.place_name(self.new, after)

    def _relocated(self, change: Maker, was: Session, now: Session) -> Change:
        then, since = self.old.get(Room, was.room), self.new.get(Room, now.room)
        before, after = then.name if then else None, since.name if since else None
        if then and since and before == after:
            before, after = self._places(then.place, since.place)
        return change(kind="relocated", before=before, after=after)

    def _reassigned(
        self,
        change: Maker,
        was: Session | Pairing,
        now: Session | Pairing,
    ) -> Iterator[Change]:
        if was.workshop != now.workshop:
            yield change(kind="reassigned", before=was.workshop, after=now.workshop)
        elif isinstance(was, Session) and isinstance(now, Session) and was.event != now.event:
            yield change(kind="reassigned", before=was.event, after=now.event)

    def _drifts(self) -> Iterator[Change]:
        """Yield where an event has drifted from the one that it leans on, or come closer."""
        for was, now in self._pairs("events"):
            if was is None or now is None:
                continue
            others = {link.to for link in was.links if link.kind == "backed-by"}
            for link in now.links:
                if link.kind != "backed-by" or link.to not in others:
                    continue
                then, since = self.old.get(Event, link.to), self.new.get(Event, link.to)
                before, after = things.gap(was, then), things.gap(now, since)
                if before is not None and after is not None and before != after:
                    people = self.then.by(then) | self.now.by(since)
                    change = self._changes_of(was, now)(
                        kind="link-drifted", before=before, after=after, other=link.to
                    )
                    yield evolve(change, people=tuple(sorted(people.union(change.people))))

    def _stale(self, was: Noun, now: Noun) -> Iterator[Change]:
        languages = (*self.new.languages, *self.old.languages)
        for name, before, after, behind in translations.stale(was, now, languages):
            yield self._changes_of(was, now)(
                kind="translation-stale", field=name, before=before, after=after, languages=behind
            )


# --- what the steps above are made of ------------------------------------------------------------


def _status_kind(before: str, after: str) -> Kind:
    """Return what has happened to something whose status is another one now."""
    if after in ("cancelled", "dropped"):
        return "cancelled"
    if after == "postponed":
        return "postponed"
    if before in ("cancelled", "dropped", "postponed"):
        return "reinstated"
    if after in ("open", "in-progress", "done"):
        return "progressed"
    return "confirmed" if after == "confirmed" else "unconfirmed"


def _whose(dossier: Dossier, thing: Published) -> Event | None:
    return dossier.get(Event, thing.event) if isinstance(thing, Session) else None


def _shifts(change: Maker, shifts: Iterable[Shift]) -> Iterator[Change]:
    for shift in shifts:
        yield change(
            kind=shift.kind,
            function=shift.function,
            before=shift.before,
            after=shift.after,
            side=shift.side,
            unsure=shift.unsure,
        )
