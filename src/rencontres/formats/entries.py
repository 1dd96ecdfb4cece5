"""Calendar entries of sessions, as lines of iCalendar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, timedelta

from rencontres.errors import RenderError
from rencontres.formats import components, contentline, telling
from rencontres.formats.contentline import line, text
from rencontres.formats.settings import ICSOptions
from rencontres.formats.sheet import Sheet
from rencontres.formats.voice import IDLE
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
        try:
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
                    *self.standing(slot.status, busy=slot.start is not None),
                    *self._facts(slot, among=self.mixed if among is None else among),
                    self.organiser(),
                    *self._attendees(slot),
                    *self._alarms(slot),
                ),
            )
        except RenderError as error:
            raise RenderError(f"session {slot.id}: {error}") from error

    def _when(self, slot: Slot) -> Iterator[str]:
        if slot.start is not None:
            if self.options.utc or self.options.phone:
                start = slot.start.astimezone(UTC)
                yield from components.during(start, slot.end.astimezone(UTC) if slot.end else None)
            else:
                yield from components.during(slot.start, slot.end)
        elif slot.when is not None and slot.when.days is not None:
            yield from components.all_day(*slot.when.days)

    def _words(self, slot: Slot, own: tuple[Cast, ...], *, alone: bool) -> Iterator[str]:
        told = telling.summary(self.headed, slot, own)
        if alone:
            names = telling.joined(v.event_name(self.view.event(slot.event)) for v in self.headed)
            told = telling.aside(self.lead, told, names)
        titles = self.languages(voice.phrase(slot.title) for voice in self.headed)
        yield line("SUMMARY", self.said(told), titles)
        if where := telling.location(self.headed, slot):
            yield line("LOCATION", self.said(telling.joined(where)), self.languages(where))
        if said := telling.description(self.spoken, slot):
            spoken = self.language(*(voice.wording.tag for voice in self.spoken))
            yield line("DESCRIPTION", self.said(said), spoken)

    def _facts(self, slot: Slot, *, among: bool) -> Iterator[str]:
        if self.options.phone:
            return
        if slot.position is not None:
            yield line("GEO", contentline.position(*slot.position))
        if among and (event := self.view.event(slot.event)) is not None:
            # Some readers split a category at a comma, escaped or not.
            yield components.words("CATEGORIES", [self.lead.event_name(event).replace(",", " –")])
        if slot.url is not None:
            yield line("URL", contentline.uri(self.lead.phrase(slot.url)))

    def _attendees(self, slot: Slot) -> Iterator[str]:
        if not self.options.attendees or self.view.reader.audience != "internal":
            return
        known: set[str] = set()  # an address stands once, whatever its holder does
        for cast in sorted(slot.people, key=lambda cast: cast.function != "co-chair"):
            mail = self._mails.get(cast.id or "", "")
            if mail and mail.lower() not in known:
                known.add(mail.lower())
                params = (
                    ("CN", str(self.lead.phrase(cast.name))),
                    ("PARTSTAT", _PARTSTAT.get(cast.confirmation, "NEEDS-ACTION")),
                    ("ROLE", "CHAIR" if cast.function == "co-chair" else "REQ-PARTICIPANT"),
                    ("SCHEDULE-AGENT", "NONE"),
                )
                yield line("ATTENDEE", contentline.cal_address(mail), params)

    def _alarms(self, slot: Slot) -> Iterator[str]:
        if slot.status in IDLE or slot.start is None:
            return
        for minutes in self.options.reminders:
            title = telling.joined(voice.title(slot) for voice in self.headed)
            uid = "" if self.options.phone else f"alarm.{minutes}.{slot.uid}"
            yield from components.alarm(timedelta(minutes=minutes), title, uid)
