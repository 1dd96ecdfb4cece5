"""What every format says of a session, in one of the reader's languages: the same everywhere."""

from __future__ import annotations

from functools import cached_property

from attrs import frozen

from rencontres.formats.once import once
from rencontres.formats.roles import ADDRESSED, Pieces, Roles
from rencontres.relations import OFF, SURE
from rencontres.text import Phrase
from rencontres.views import Cast, EventPage, InterpretationLine, Slot

__all__ = ["ADDRESSED", "ASIDE", "IDLE", "OFF", "SURE", "Pieces", "Voice"]

IDLE = OFF | {"postponed"}
"""What will not be held when it was said to be."""

ASIDE = frozenset({"meal", "break", "transfer"})
"""Sessions whose room stands beside the title."""


@frozen(slots=False, eq=False)
class Voice(Roles):
    """One of the languages of a programme.

    Attributes:
        view: The programme.
        index: Which of the reader's languages, from 0.
    """

    @cached_property
    def events(self) -> dict[str, EventPage]:
        """The events of the programme, by id."""
        return {event.id: event for event in self.view.events}

    @cached_property
    def hers(self) -> dict[str, tuple[Cast, ...]]:
        """Of one person's copy: what she does in which session."""
        return dict(self.view.own)

    @cached_property
    def hours(self) -> dict[str, str]:
        """By session: its hours as they stand in a column; nothing without an hour.

        Hours of one digit are put under those of two, where hours stand at the margin.
        """
        aligned = not self.wording.language.labelled
        return {
            slot.id: self.wording.hours(slot.start, slot.end, slot=True, aligned=aligned)
            if slot.start is not None
            else ""
            for slot in self.view.slots()
        }

    # --- titles ----------------------------------------------------------------------------

    def title(self, slot: Slot, *, short: bool = False) -> str:
        """Return the title of a session, with the number of its workshop.

        Args:
            slot: The session.
            short: Whether the short title will do.
        """
        title = self.phrase(slot.short if short else slot.title)
        return self.wording.workshop(slot.number, title) if slot.number is not None else title

    def status(self, slot: Slot, title: str) -> str:
        """Return a title with what its reader must know at once: cancelled, postponed, unsure.

        Args:
            slot: The session.
            title: Its title.
        """
        return title if slot.status in SURE else self.standing(slot.status, title)

    def standing(self, confirmation: str, title: str) -> str:
        """Return a title with what is to be known at once of a thing that stands as it does.

        Args:
            confirmation: Of the thing.
            title: Its title.
        """
        if confirmation in OFF:
            return self.wording.say("cancelled", title=title)
        if confirmation == "postponed":
            return self.wording.say("postponed", title=title)
        if confirmation not in SURE:
            return self.wording.say("unconfirmed", what=title)
        return title

    def event_name(self, event: EventPage | None) -> Phrase:
        """Return the short name of an event, or of the programme where there is none.

        Args:
            event: The event.
        """
        return self.phrase(event.short if event else self.view.title)

    # --- where -----------------------------------------------------------------------------

    def room(self, slot: Slot) -> str | None:
        """Return the room, and the one it was until this release; None if there is none.

        Args:
            slot: The session.
        """
        if slot.room is None:
            return None
        room = self.phrase(slot.room)
        before = slot.before.room if slot.before else None
        if before is None:
            return room
        return self.wording.say("before-room", room=room, before=self.phrase(before))

    def moved(self, slot: Slot) -> str | None:
        """Return from which hour a session moved in this release; None if it did not.

        Both hours are told where only the end is another one.

        Args:
            slot: The session.
        """
        start = slot.before.start if slot.before else None
        end = slot.before.end if slot.before and start is None else None
        since = start or (slot.start if end else None)
        if since is None:
            return None
        hour = self.wording.hours(since, end, slot=True)
        if slot.start is None or since.date() != slot.start.date():
            hour = self.wording.say("day-hour", day=since.date(), hour=hour)
        return self.wording.say("new-time", before=hour)

    @once
    def interpretation(self, lines: tuple[InterpretationLine, ...]) -> tuple[str, ...]:
        """Return how and between which languages is interpreted.

        Args:
            lines: Of a session.
        """
        told = ((line.mode, (line.between[0], line.between[1]), line.channels) for line in lines)
        return tuple(self.wording.interpretation(*each) for each in told)

    def languages(self, slot: Slot) -> str | None:
        """Return the line of the languages of a session; None if nothing is known of them.

        Args:
            slot: The session.
        """
        return self.spoken(slot.languages, slot.interpretation)

    @once
    def spoken(self, tags: tuple[str, ...], lines: tuple[InterpretationLine, ...]) -> str | None:
        """Return the line of languages that are spoken and interpreted.

        Args:
            tags: What is spoken.
            lines: Between which is interpreted.
        """
        spoken = [*tags]
        for line in lines:
            spoken += [tag for tag in line.between if tag not in spoken]
        if not spoken:
            return None
        first = next(iter(lines), None)
        return self.wording.languages(
            spoken, first.mode if first else None, first.channels if first else ()
        )
