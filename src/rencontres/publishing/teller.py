"""One change as one line, as a language writes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, tzinfo
from typing import Any, ClassVar, cast

from rencontres.model import Pairing, Session
from rencontres.publishing.change import Change, Compared
from rencontres.publishing.names import Names
from rencontres.publishing.things import when
from rencontres.publishing.trace import Former
from rencontres.relations import OFF, SURE
from rencontres.text import Text
from rencontres.wording import Wording

PROMISES = frozenset({"confirmed", "unconfirmed", "withdrawn"})
"""What people and organisations do with their promises, told together."""


class Teller(Names):
    """Tells the changes of a dossier in one language."""

    def __init__(self, changes: Compared, wording: Wording, zone: tzinfo | None = None) -> None:
        """Prepare.

        Args:
            changes: What was compared.
            wording: How the language writes.
            zone: The clock by which hours are told; None: that of each place.
        """
        super().__init__(changes, wording)
        self._zone = zone

    def line(self, change: Change) -> str:
        """Return what is told of a change; empty where readers of this language see no difference.

        Args:
            change: The change.
        """
        if change.function is not None and change.kind in PROMISES:
            return self.promise([change])
        tell = self._lines.get(change.kind)
        said: str = tell(self, change) if tell else ""
        return said

    # --- hours and places ------------------------------------------------------------------------

    def when(self, former: Former | None, *, day: bool = True) -> str:
        """Return when something is or was; empty if nobody has said.

        Args:
            former: When.
            day: Whether the day is told beside the hours.
        """
        if former is None or former.start is None:
            return self.wording.when(former.when) if former and former.when else ""
        start, end = self._told(former.start), self._told(former.end) if former.end else None
        hours = self.wording.hours(start, end)
        if not day or self.wording.day(start.date()) in hours:
            return hours
        return self.wording.say("change.day-hours", day=start.date(), hours=hours)

    def _told(self, moment: datetime) -> datetime:
        return moment.astimezone(self._zone) if self._zone else moment

    def _times(self, before: Former, after: Former) -> tuple[str, str]:
        """Return when something was and is, so that the difference shows."""
        same_day = before.start and after.start and before.start.date() == after.start.date()
        told = self.when(before, day=not same_day), self.when(after)
        if told[0] not in told[1] or before.start is None or after.start is None:
            return told
        start, other = self._told(before.start), self._told(after.start)
        zones = self.wording.zone(start), self.wording.zone(other)
        if zones[0] == zones[1]:
            zones = self.wording.offset(start), self.wording.offset(other)
        if zones[0] == zones[1]:
            return told
        before_, after_ = (self._clause(*each) for each in zip(told, zones, strict=True))
        return before_, after_

    def _aside(self, what: str, aside: str) -> str:
        return self.wording.say("aside", what=what, aside=aside) if aside else what

    def _clause(self, *parts: str) -> str:
        return self.wording.join([part for part in parts if part], "clause")

    # --- lines ---------------------------------------------------------------------------------

    def _added(self, change: Change) -> str:
        thing = self.new[change.id]
        title, former = self.title(change), cast("Former | None", change.after)
        if isinstance(thing, Pairing) and thing.workshop:
            title = self._aside(title, self.thing(self.new, thing.workshop))
        room = self.text(former.room) if former and former.room else ""
        status = getattr(thing, "confirmation", "confirmed")
        off = status in OFF or status == "postponed"
        unsure = "" if off or status in SURE else self.wording.say("to-confirm")
        aside = self._clause(self.when(former), room, unsure)
        if off:
            code = "cancelled" if status in OFF else status
            return self.wording.say(code, title=self._aside(title, aside))
        return self.wording.say("change.added", title=self._aside(title, aside))

    def _removed(self, change: Change) -> str:
        thing = self.old[change.id]
        title = self._aside(self.title(change), self.when(cast("Former | None", change.before)))
        if isinstance(thing, Pairing) and thing.workshop:
            title = self._aside(title, self.thing(self.old, thing.workshop))
        return self.wording.say("change.removed", title=title)

    def _status(self, change: Change) -> str:
        code: str = change.kind
        if code not in ("cancelled", "postponed"):
            code = f"change.{code}"
        dossier = self.new if change.kind == "reinstated" else self.old
        thing = dossier[change.id] if change.id in dossier else self.new[change.id]
        title = self._aside(self.title(change), self.when(when(thing)))
        return self.wording.say(code, title=title)

    def _progressed(self, change: Change) -> str:
        return self._aside(self.title(change), self.wording.say(f"action.{change.after}"))

    def _moved(self, change: Change) -> str:
        before, after = (cast("Former | None", each) for each in (change.before, change.after))
        title = self.title(change)
        if before is None or after is None or not self.when(before):
            if after is None:
                return self.wording.say("change.undated", title=title, before=self.when(before))
            return self.wording.say("change.dated", title=title, after=self.when(after))
        was, is_ = self._times(before, after)
        return self.wording.say("change.moved", title=title, before=was, after=is_)

    def _relocated(self, change: Change) -> str:
        before, after = (cast("Text | None", each) for each in (change.before, change.after))
        values = {"title": self.title(change)}
        values |= {"before": self.text(before)} if before else {}
        values |= {"after": self.text(after)} if after else {}
        code = "relocated" if before and after else "placed" if after else "unplaced"
        return self.wording.say(f"change.{code}", **values)

    def _retitled(self, change: Change) -> str:
        before, after = (cast("Text | None", each) for each in (change.before, change.after))
        title = self.title(change)
        tongues = [
            text.phrase(self.wording.tag, self._fallback).language if text else ""
            for text in (before, after)
        ]
        if change.noun == "person":
            was = self._name(self.old, change.id)
            return self.wording.say("change.renamed", title=title, before=was) * (was != title)
        if before is None or (after is not None and tongues[0] != tongues[1]):
            return self.wording.say("change.titled", title=title)
        if after is not None and self.text(before) == self.text(after):
            return ""
        quoted = self.wording.quote(self.text(before))
        return self.wording.say("change.retitled", title=title, before=quoted)

    def _reassigned(self, change: Change) -> str:
        before, after = (cast("str | None", each) for each in (change.before, change.after))
        values = {"title": self._own_title(change)}
        values |= {"before": self.thing(self.old, before)} if before else {}
        values |= {"after": self.thing(self.new, after)} if after else {}
        code = "reassigned" if before and after else "assigned" if after else "unassigned"
        return self.wording.say(f"change.{code}", **values)

    def _own_title(self, change: Change) -> str:
        """Return what a thing is called that goes elsewhere: one without a title, as it was."""
        thing = self.old.get(Session, change.id)
        if thing is None or thing.title is not None:
            return self.title(change)
        return self._aside(self.thing(self.old, thing.id), self.when(when(thing)))

    def _renumbered(self, change: Change) -> str:
        before = self.wording.workshop(cast("int", change.before))
        return self.wording.say("change.renamed", title=self.title(change), before=before)

    def _revised(self, change: Change) -> str:
        code = "change.posts" if change.noun == "person" else "change.revised"
        return self.wording.say(code, title=self.title(change))

    def _drifted(self, change: Change) -> str:
        before, after = (
            self._distance(cast("int", each)) for each in (change.before, change.after)
        )
        other = self.thing(self.new, change.other or "")
        title = self.title(change)
        return self.wording.say(
            "change.link-drifted", title=title, other=other, before=before, after=after
        )

    def _distance(self, days: int) -> str:
        code = "apart" if days > 0 else "together" if days else "adjacent"
        return self.wording.say(f"change.{code}", count=abs(days))

    # --- people --------------------------------------------------------------------------------

    def _role(self, change: Change) -> str:
        before, after = (cast("str | None", each) for each in (change.before, change.after))
        who = after or before
        names = {"before": self.name(before), "after": self._unsure(after, change)}
        names["who"] = names["after"] or names["before"]
        function = self.wording.function(change.function or "", self.gender(who))
        title = self.carrier(change)
        code = f"change.{change.kind}"
        if change.kind == "role-lost" and self.gender(who) is not None:
            code = "change.role-left"
        return self.wording.say(code, title=title, function=function, **names)

    def promise(self, changes: Sequence[Change]) -> str:
        """Return the line of promises of one kind in one thing: who has confirmed, who withdraws.

        Args:
            changes: Compared of promises of one kind, in one thing; at least one.
        """
        ids = self.own_first(str(change.after or change.before) for change in changes)
        people = all(self.gender(id_) for id_ in ids)
        names = [self.name(id_) for id_ in ids]
        who = self.wording.join(names, "people" if people else "organisations")
        code, title = f"change.promise-{changes[0].kind}", self.carrier(changes[0])
        return self.wording.say(code, title=title, who=who, count=len(ids))

    def _end(self, change: Change) -> str:
        ids = cast("tuple[str, ...]", change.after or change.before)
        who = self.wording.join([self._unsure(id_, change) for id_ in ids], "organisations")
        side = self.name(change.side)
        code = f"change.{change.kind}"
        return self.wording.say(code, title=self.carrier(change), side=side, who=who)

    def _unsure(self, id_: str | None, change: Change) -> str:
        name = self.name(id_)
        return self.wording.say("unconfirmed", what=name) if id_ in change.unsure else name

    _lines: ClassVar[Mapping[str, Any]] = {
        "added": _added,
        "workshop-added": _added,
        "removed": _removed,
        "workshop-dropped": _removed,
        "moved": _moved,
        "event-moved": _moved,
        "relocated": _relocated,
        "postponed": _status,
        "cancelled": _status,
        "reinstated": _status,
        "confirmed": _status,
        "unconfirmed": _status,
        "progressed": _progressed,
        "retitled": _retitled,
        "reassigned": _reassigned,
        "renumbered": _renumbered,
        "revised": _revised,
        "link-drifted": _drifted,
        "role-gained": _role,
        "role-lost": _role,
        "role-replaced": _role,
        "end-gained": _end,
        "end-lost": _end,
    }
