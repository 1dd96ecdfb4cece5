"""Calendar entries of sessions, as lines of iCalendar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, timedelta

from rencontres.errors import RenderError
from rencontres.formats import components, contentline, telling
from rencontres.formats.contentline import line, text
from rencontres.formats.descriptions import Descriptions
from rencontres.formats.occasions import Occasion, occasion
from rencontres.formats.once import once, once_for
from rencontres.formats.settings import ICSOptions
from rencontres.formats.sheet import Sheet
from rencontres.formats.voice import IDLE
from rencontres.text import Phrase, Words
from rencontres.views import Cast, Slot, View

_PARTSTAT = {
    "confirmed": "ACCEPTED", "accepted": "TENTATIVE", "declined": "DECLINED",
    "withdrawn": "DECLINED",
}  # fmt: skip


def mixed(slots: Iterable[Slot]) -> bool:
    """Tell whether sessions belong to several events, which are to be told apart.

    Args:
        slots: The sessions.
    """
    return len({slot.event for slot in slots}) > 1


class Entries(Sheet):
    """Turns the sessions of one programme into entries."""

    def __init__(self, view: View, options: ICSOptions) -> None:
        """Prepare.

        Args:
            view: The programme.
            options: How to write it.
        """
        super().__init__(view, options)
        self._mails = {page.id: page.email for page in view.people if page.email}
        self._invites = options.attendees and view.reader.audience == "internal"
        self._told = Descriptions(self.spoken, self.said)
        self._spoken = self.language(*[voice.wording.tag for voice in self.spoken])
        self.mixed = mixed(view.slots())

    def session(
        self,
        slot: Slot,
        own: tuple[Cast, ...] = (),
        *,
        alone: bool = False,
        among: bool | None = None,
    ) -> tuple[str, ...]:
        """Return a session as a VEVENT; nothing where it has no day at all.

        Args:
            slot: The session.
            own: Of one person's calendar: what she does in it.
            alone: Whether it stands alone in its file, and has to say of what event it is.
            among: Whether it stands among those of other events; None: as in the programme.

        Raises:
            RenderError: Something in it has no form in a calendar; the session is named.
        """
        before, after = self.around(slot, among=self.mixed if among is None else among)
        return (*before, self.summary(slot, own, alone=alone), *after) if before else ()

    def around(self, slot: Slot, *, among: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return what stands before and after the summary; nothing where there is no day at all.

        Args:
            slot: The session.
            among: Whether it stands among those of other events.

        Raises:
            RenderError: Something in it has no form in a calendar; the session is named.
        """
        try:
            held = occasion(slot)
            when = self._when(held)
            if not when:
                return (), ()
            stamps = self.stamps(slot.created, slot.modified, slot.sequence)
            return ("BEGIN:VEVENT", line("UID", text(slot.uid)), *stamps, *when), (
                self._place(slot.place, slot.room, slot.floor, slot.local_address),
                self._description(slot, held),
                *self.standing(slot.status, slot.start is not None),
                *self._facts(slot, among=among),
                self.organiser(),
                *(self._attendees(slot) if self._invites else ()),
                *(self._alarms(slot) if self.options.reminders else ()),
                "END:VEVENT",
            )
        except RenderError as error:
            raise RenderError(f"session {slot.id}: {error}") from error

    @once
    def _when(self, when: Occasion) -> tuple[str, ...]:
        start, end = when.start, when.end
        if start is None:
            days = when.when.days if when.when else None
            return components.all_day(*days) if days else ()
        if self.options.utc or self.options.phone:
            return components.during(start.astimezone(UTC), end.astimezone(UTC) if end else None)
        return components.during(start, end)

    def summary(self, slot: Slot, own: tuple[Cast, ...] = (), *, alone: bool = False) -> str:
        """Return the line of the title.

        Args:
            slot: The session.
            own: As for `session`.
            alone: Likewise.
        """
        told = telling.summary(self.headed, slot, own)
        if alone:
            names = telling.joined(v.event_name(self.view.event(slot.event)) for v in self.headed)
            told = telling.aside(self.lead, told, names)
        titles = self.languages([voice.phrase(slot.title) for voice in self.headed])
        return line("SUMMARY", self.titled(told), titles)

    @once_for
    def _place(
        self,
        place: tuple[Words, ...],
        room: Words | None,
        floor: Words | None,
        address: Phrase | None,
    ) -> str:
        where = telling.location(self.headed, telling.Site(place, room, floor, address))
        told = self.titled(telling.joined(where))
        return line("LOCATION", told, self.languages(where)) if where else ""

    def _description(self, slot: Slot, when: Occasion) -> str:
        said = self._told.text(slot, when)
        return line("DESCRIPTION", said, self._spoken) if said else ""

    def _facts(self, slot: Slot, *, among: bool) -> Iterator[str]:
        if self.options.phone:
            return
        if slot.position is not None:
            yield line("GEO", contentline.position(*slot.position))
        if among and slot.event is not None:
            yield self._category(slot.event)
        if slot.url is not None:
            yield line("URL", contentline.uri(self.lead.phrase(slot.url)))

    @once
    def _category(self, id_: str) -> str:
        event = self.view.event(id_)
        if event is None:
            return ""
        # Some readers split a category at a comma, escaped or not.
        name = self.short(self.lead.event_name(event)).replace(",", " –")
        return components.words("CATEGORIES", [name])

    def _attendees(self, slot: Slot) -> Iterator[str]:
        known: set[str] = set()  # an address stands once, whatever its holder does
        for cast in sorted(slot.people, key=lambda cast: cast.function != "co-chair"):
            mail = self._mails.get(cast.id or "")
            address = contentline.cal_address(mail) if mail else ""
            if address and address.lower() not in known:
                known.add(address.lower())
                params = (
                    ("CN", self.short(self.lead.phrase(cast.name))),
                    ("PARTSTAT", _PARTSTAT.get(cast.confirmation, "NEEDS-ACTION")),
                    ("ROLE", "CHAIR" if cast.function == "co-chair" else "REQ-PARTICIPANT"),
                    ("SCHEDULE-AGENT", "NONE"),
                )
                yield line("ATTENDEE", address, params)

    def _alarms(self, slot: Slot) -> Iterator[str]:
        if slot.status in IDLE or slot.start is None:
            return
        for minutes in self.options.reminders:
            title = self.short(telling.joined(voice.title(slot) for voice in self.headed))
            uid = "" if self.options.phone else f"alarm.{minutes}.{slot.uid}"
            yield from components.alarm(timedelta(minutes=minutes), title, uid)
