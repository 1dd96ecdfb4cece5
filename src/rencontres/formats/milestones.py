"""Calendar entries of whole days: events that have no hours here, deadlines; and tasks."""

from __future__ import annotations

from collections.abc import Iterator

from rencontres.formats import components, contentline, telling
from rencontres.formats.contentline import line, text
from rencontres.formats.sheet import Sheet
from rencontres.formats.voice import Voice
from rencontres.views import ActionPage, EventPage, Gone, Slot

_TODO = {
    "open": "NEEDS-ACTION", "in-progress": "IN-PROCESS", "done": "COMPLETED",
    "dropped": "CANCELLED",
}  # fmt: skip

_FREE = False
"""Whole days take nobody's time."""


class Milestones(Sheet):
    """Turns the events and the actions of one programme into entries."""

    def event(self, event: EventPage) -> tuple[str, ...]:
        """Return an event as a VEVENT of whole days; nothing where they are not known.

        Args:
            event: The event.
        """
        if event.when is None or event.when.days is None:
            return ()
        titles = [voice.phrase(event.title) for voice in self.headed]
        told = telling.joined(
            voice.standing(event.status, title)
            for voice, title in zip(self.headed, titles, strict=True)
        )
        where = telling.joined(
            voice.wording.join([voice.phrase(words) for words in event.place], "clause")
            for voice in self.headed
            if event.place
        )
        places = self.languages(v.phrase(words) for v in self.headed for words in event.place)
        shown = event.url is not None and not self.options.phone
        return components.component(
            "VEVENT",
            (
                line("UID", text(event.uid)),
                *self.stamps(event.created, event.modified, event.sequence),
                *components.all_day(*event.when.days),
                line("SUMMARY", self.titled(told), self.languages(titles)),
                line("LOCATION", self.titled(where), places) if where else "",
                *self.standing(event.status, _FREE),
                line("URL", contentline.uri(self.lead.phrase(event.url)))
                if event.url is not None and shown
                else "",
                self.organiser(),
            ),
        )

    def deadline(self, action: ActionPage) -> tuple[str, ...]:
        """Return the deadline of an action as a VEVENT of one day; nothing where it has no day.

        What was given up is told as cancelled. What is done is taken out of calendars that have
        been told of it, and is nothing to others.

        Args:
            action: The action.
        """
        if action.due is None or action.due.latest is None:
            return ()
        done = action.status == "done"
        if done and (not action.sequence or self.options.cancelled == "drop"):
            return ()
        standing = "cancelled" if done or action.status == "dropped" else "confirmed"
        return components.component(
            "VEVENT",
            (
                line("UID", text(action.uid)),
                *self.stamps(action.created, action.modified, action.sequence),
                *components.all_day(action.due.latest, action.due.latest),
                *self._words(action),
                *self.standing(standing, _FREE),
                self.organiser(),
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
                *self._words(action),
                f"STATUS:{_TODO[action.status]}",
                *(self._completed(action) if action.status == "done" else ()),
                self.organiser(),
            ),
        )

    def _completed(self, action: ActionPage) -> Iterator[str]:
        yield "PERCENT-COMPLETE:100"
        # Some readers take a task for open until it has a moment: the one when that was told.
        if told := action.modified or self.view.revised:
            yield f"COMPLETED:{contentline.utc(told)}"

    def gone(self, stone: Gone, kind: str = "VEVENT") -> tuple[str, ...]:
        """Return what tells a calendar that an event or an action is no longer there.

        Args:
            stone: What it was.
            kind: The component that it was: ``VEVENT``, or ``VTODO`` of an action.
        """
        days = stone.when.days if stone.when else None
        if kind == "VTODO":
            when = [f"DUE;VALUE=DATE:{contentline.day(days[1])}"] if days else []
        elif days is None:
            return ()
        else:
            when = list(components.all_day(*days))
        titles = [voice.phrase(stone.title) for voice in self.headed]
        told = telling.joined(
            voice.status(stone, self._title(voice, stone)) for voice in self.headed
        )
        return components.component(
            kind,
            (
                line("UID", text(stone.uid)),
                *self.stamps(stone.created, stone.modified, stone.sequence),
                *when,
                line("SUMMARY", self.titled(told), self.languages(titles)),
                "STATUS:CANCELLED",
                "TRANSP:TRANSPARENT" if kind == "VEVENT" else "",
                self.organiser(),
            ),
        )

    @staticmethod
    def _title(voice: Voice, stone: Slot) -> str:
        title: str = voice.phrase(stone.title)
        if isinstance(stone, Gone) and stone.noun == "action":
            return voice.wording.say("deadline", title=title)
        return title

    def _words(self, action: ActionPage) -> Iterator[str]:
        told = telling.joined(self._deadline(voice, action) for voice in self.headed)
        titles = self.languages(voice.phrase(action.title) for voice in self.headed)
        yield line("SUMMARY", self.titled(told), titles)
        if action.owners:
            said = "\n".join(
                voice.wording.say(
                    "action.owners",
                    owners=voice.wording.join([voice.phrase(w) for w in action.owners], "people"),
                    count=len(action.owners),
                )
                for voice in self.spoken
            )
            spoken = self.language(*(voice.wording.tag for voice in self.spoken))
            yield line("DESCRIPTION", self.said(said), spoken)

    @staticmethod
    def _deadline(voice: Voice, action: ActionPage) -> str:
        title: str = voice.phrase(action.title)
        if action.due_words is not None:
            title = telling.aside(voice, title, voice.wording.quote(voice.phrase(action.due_words)))
        told = voice.wording.say("deadline", title=title)
        if action.status == "done":
            return telling.aside(voice, told, voice.wording.say("action.done"))
        return voice.standing("cancelled", told) if action.status == "dropped" else told
