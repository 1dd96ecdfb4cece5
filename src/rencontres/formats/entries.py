"""Calendar entries: sessions, events and deadlines as lines of iCalendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from rencontres.formats import components, contentline, telling
from rencontres.formats.components import tagged
from rencontres.formats.contentline import Parameters, line, text
from rencontres.formats.settings import ICSOptions
from rencontres.formats.voice import OFF, Voice
from rencontres.views import ActionPage, Cast, EventPage, Slot, View

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""What stamps a programme of which nobody has said when it was revised: never the clock."""

_STATUS = {
    "confirmed": "CONFIRMED", "proposed": "TENTATIVE", "to-confirm": "TENTATIVE",
    "invited": "TENTATIVE", "accepted": "TENTATIVE", "postponed": "CANCELLED",
}  # fmt: skip

_TODO = {
    "open": "NEEDS-ACTION", "in-progress": "IN-PROCESS", "done": "COMPLETED", "dropped": "CANCELLED",
}  # fmt: skip

_PARTSTAT = {
    "confirmed": "ACCEPTED", "accepted": "TENTATIVE", "declined": "DECLINED",
    "withdrawn": "DECLINED",
}  # fmt: skip


def status_of(confirmation: str) -> str:
    """Return the STATUS of a confirmation (RFC 5545 §3.8.1.11).

    Args:
        confirmation: Of a session or an event.
    """
    return _STATUS.get(confirmation, "CANCELLED")


class Entries:
    """Turns the things of one programme into entries.

    Attributes:
        view: The programme.
        options: How to write them.
        spoken: The languages of descriptions.
        headed: Those of titles and places.
        lead: The leading one.
    """

    def __init__(self, view: View, options: ICSOptions) -> None:
        """Prepare the languages.

        Args:
            view: The programme.
            options: How to write it.
        """
        self.view = view
        self.options = options
        self.spoken = telling.voices(view)
        apart = self.options.bilingual == "apart"
        self.headed = self.spoken[:1] if apart else self.spoken
        self.lead = self.spoken[0]
        self._mails = {page.id: page.email for page in self.view.people if page.email}
        self._named = len({slot.event for slot in self.view.slots()}) > 1

    def language(self, *found: str) -> Parameters:
        """Return the LANGUAGE parameter of a text: the one language that it is in.

        Args:
            found: The tags of the phrases that it is made of.
        """
        if not self.options.language or self.options.phone or len(set(found)) != 1:
            return ()
        return tagged(found[0])

    def stamps(self, created: datetime | None, modified: datetime | None, sequence: int) -> Iterator[str]:
        """Yield the lines that tell one revision from another; never from the clock.

        Args:
            created: When it was first published; None: nobody keeps a ledger.
            modified: When it last changed.
            sequence: The revision.
        """
        yield f"DTSTAMP:{contentline.utc(modified or self.view.revised or _NEVER)}"
        if created is not None and modified is not None:
            if not self.options.phone:
                yield f"CREATED:{contentline.utc(created)}"
                yield f"LAST-MODIFIED:{contentline.utc(modified)}"
            yield f"SEQUENCE:{sequence}"

    # --- sessions --------------------------------------------------------------------------

    def session(self, slot: Slot, own: tuple[Cast, ...] = (), *, alone: bool = False) -> tuple[str, ...]:
        """Return a session as a VEVENT; nothing where it has no day at all.

        Args:
            slot: The session.
            own: Of one person's calendar: what she does in it.
            alone: Whether it stands alone in its file, and has to say of what event it is.
        """
        when = tuple(self._when(slot))
        if not when:
            return ()
        return components.component(
            "VEVENT",
            (
                line("UID", text(slot.uid)),
                *self.stamps(slot.created, slot.modified, slot.sequence),
                *when,
                *self._words(slot, own, alone=alone),
                f"STATUS:{status_of(slot.status)}",
                f"TRANSP:{'TRANSPARENT' if slot.start is None or slot.status in OFF else 'OPAQUE'}",
                *self._facts(slot),
                *self._attendees(slot),
                *self._alarms(slot),
            ),
        )

    def _when(self, slot: Slot) -> Iterator[str]:
        if slot.start is not None:
            if self.options.utc or self.options.phone:
                start = slot.start.astimezone(UTC)
                yield from components.during(start, slot.end.astimezone(UTC) if slot.end else None)
            else:
                yield from components.during(slot.start, slot.end)
        elif slot.when is not None and slot.when.day is not None:
            yield from components.all_day(slot.when.day, slot.when.day)

    def _words(self, slot: Slot, own: tuple[Cast, ...], *, alone: bool) -> Iterator[str]:
        told = telling.summary(self.headed, slot, own)
        if alone:
            names = telling.joined(v.event_name(self.view.event(slot.event)) for v in self.headed)
            told = telling.aside(self.lead, told, names)
        tags = [voice.phrase(slot.title).language for voice in self.headed]
        yield line("SUMMARY", text(told), self.language(*tags))
        if where := telling.location(self.headed, slot):
            found = self.language(*(each.language for each in where))
            yield line("LOCATION", text(telling.joined(where)), found)
        said = telling.description(self.spoken, slot)
        if said:
            spoken = [voice.wording.tag for voice in self.spoken]
            yield line("DESCRIPTION", text(said), self.language(*spoken))

    def _facts(self, slot: Slot) -> Iterator[str]:
        if self.options.phone:
            return
        if slot.position is not None:
            yield line("GEO", contentline.position(*slot.position))
        if self._named and (event := self.view.event(slot.event)) is not None:
            yield components.words("CATEGORIES", [self.lead.event_name(event).replace(",", " –")])
        if slot.url is not None:
            yield line("URL", contentline.uri(self.lead.phrase(slot.url)))

    def _attendees(self, slot: Slot) -> Iterator[str]:
        if not self.options.attendees or self.view.reader.audience != "internal":
            return
        for cast in slot.people:
            mail = self._mails.get(cast.id or "")
            if mail:
                params = (
                    ("CN", str(self.lead.phrase(cast.name))),
                    ("PARTSTAT", _PARTSTAT.get(cast.confirmation, "NEEDS-ACTION")),
                    ("ROLE", "CHAIR" if cast.function == "co-chair" else "REQ-PARTICIPANT"),
                )
                yield line("ATTENDEE", contentline.cal_address(mail), params)

    def _alarms(self, slot: Slot) -> Iterator[str]:
        if slot.status in OFF or slot.start is None:
            return
        for minutes in self.options.reminders:
            title = telling.joined(voice.title(slot) for voice in self.headed)
            uid = "" if self.options.phone else f"alarm.{minutes}.{slot.uid}"
            yield from components.alarm(timedelta(minutes=minutes), title, uid)

    # --- whole days ------------------------------------------------------------------------

    def event(self, event: EventPage) -> tuple[str, ...]:
        """Return an event that has no sessions here as entry of whole days; nothing without days.

        Args:
            event: The event.
        """
        days = _days(event)
        if days is None:
            return ()
        titles = [voice.phrase(event.title) for voice in self.headed]
        where = telling.joined(
            voice.wording.join([voice.phrase(words) for words in event.place], "clause")
            for voice in self.headed
            if event.place
        )
        tags = [voice.wording.tag for voice in self.headed]
        return components.component(
            "VEVENT",
            (
                line("UID", text(event.uid)),
                *self.stamps(event.created, event.modified, event.sequence),
                *components.all_day(*days),
                line("SUMMARY", text(telling.joined(titles)), self.language(*(t.language for t in titles))),
                line("LOCATION", text(where), self.language(*tags)) if where else "",
                f"STATUS:{status_of(event.status)}",
                "TRANSP:TRANSPARENT",
                line("URL", contentline.uri(self.lead.phrase(event.url)))
                if event.url and not self.options.phone
                else "",
            ),
        )

    def deadline(self, action: ActionPage) -> tuple[str, ...]:
        """Return the deadline of an action as an entry of one day; nothing where it has no day.

        Args:
            action: The action.
        """
        if action.due is None or action.due.latest is None or action.status in ("done", "dropped"):
            return ()
        return components.component(
            "VEVENT",
            (
                line("UID", text(action.uid)),
                *self.stamps(action.created, action.modified, action.sequence),
                *components.all_day(action.due.latest, action.due.latest),
                *self._deadline_words(action),
                "STATUS:CONFIRMED",
                "TRANSP:TRANSPARENT",
            ),
        )

    def todo(self, action: ActionPage) -> tuple[str, ...]:
        """Return an action as a VTODO (RFC 5545 §3.6.2).

        Args:
            action: The action.
        """
        due = action.due.latest if action.due else None
        return components.component(
            "VTODO",
            (
                line("UID", text(action.uid)),
                *self.stamps(action.created, action.modified, action.sequence),
                f"DUE;VALUE=DATE:{contentline.day(due)}" if due else "",
                *self._deadline_words(action),
                f"STATUS:{_TODO[action.status]}",
                "PERCENT-COMPLETE:100" if action.status == "done" else "",
            ),
        )

    def _deadline_words(self, action: ActionPage) -> Iterator[str]:
        told = [self._deadline(voice, action) for voice in self.headed]
        tags = [voice.phrase(action.title).language for voice in self.headed]
        yield line("SUMMARY", text(telling.joined(told)), self.language(*tags))
        said = [
            voice.wording.say(
                "action.owners",
                owners=voice.wording.join([voice.phrase(owner) for owner in action.owners], "people"),
                count=len(action.owners),
            )
            for voice in self.spoken
            if action.owners
        ]
        if said:
            spoken = [voice.wording.tag for voice in self.spoken]
            yield line("DESCRIPTION", text("\n".join(said)), self.language(*spoken))

    @staticmethod
    def _deadline(voice: Voice, action: ActionPage) -> str:
        title: str = voice.phrase(action.title)
        if action.due_words is not None:
            title = telling.aside(voice, title, voice.wording.quote(voice.phrase(action.due_words)))
        return voice.wording.say("deadline", title=title)


def _days(event: EventPage) -> tuple[date, date] | None:
    when = event.when
    if when is None or when.earliest is None or when.latest is None:
        return None
    exact = all(part.count("-") == 2 for part in (when.when or "").split("/"))  # noqa: PLR2004 - a day has three parts
    return (when.earliest, when.latest) if exact else None
