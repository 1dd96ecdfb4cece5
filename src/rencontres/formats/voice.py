"""What every format says of a programme, in one of the reader's languages: the same everywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import Self

from attrs import frozen

from rencontres.formats.carriers import Carriers
from rencontres.formats.once import once
from rencontres.formats.roles import ADDRESSED, Pieces
from rencontres.relations import IDLE, OFF, SURE
from rencontres.span import key_of
from rencontres.text import Phrase
from rencontres.views import Cast, Day, EventPage, InterpretationLine, Slot, View

__all__ = ["ADDRESSED", "ASIDE", "IDLE", "OFF", "SURE", "Pieces", "Voice"]

ASIDE = frozenset({"meal", "break", "transfer"})
"""Sessions whose room stands beside the title."""


@frozen(slots=False, eq=False)
class Voice(Carriers):
    """One of the languages of a programme: how all formats say who does what, when and where.

    It remembers what it has said: make one for each language and rendering. Texts are words of
    that language, or of the one that was found where nobody has translated them (`TaggedVoice`
    tells which). A line that may be broken comes in pieces, which are the line when joined; of one
    with a label that is the first piece, with the gap behind it.

    Attributes:
        view: The programme.
        index: Which of the reader's languages, from 0.
    """

    @classmethod
    def of(cls, view: View) -> tuple[Self, ...]:
        """Return the languages of a programme, the leading one first.

        Args:
            view: The programme.
        """
        return tuple(cls(view, index) for index in range(len(view.wordings)))

    def phrases(self, line: str | Sequence[str]) -> tuple[Phrase, ...]:
        """Return something that was said, each part of it with its language (BCP 47).

        Here that is a phrase as it is, and of whatever was made of phrases the language of the
        voice; `TaggedVoice` knows better.

        Args:
            line: A text, or the pieces of one.
        """
        if isinstance(line, Phrase):
            return (line,)
        told = line if isinstance(line, str) else "".join(line)
        return (Phrase(told, self.wording.tag),) if told else ()

    @cached_property
    def event(self) -> EventPage | None:
        """The event that the programme is about."""
        return self.view.main_event

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

    # --- the head of a programme, and of a day -------------------------------------------------

    def theme(self, event: EventPage | None) -> str | None:
        """Return the theme of an event in quotation marks; None if it has none.

        Args:
            event: The event.
        """
        theme = event.theme if event else None
        return self.wording.quote(self.phrase(theme)) if theme else None

    def where(self, event: EventPage | None) -> str | None:
        """Return the place of an event; None if nobody has said.

        Args:
            event: The event.
        """
        return self.phrase(event.place[0]) if event and event.place else None

    def dates(self, event: EventPage | None) -> str | None:
        """Return the days of an event: *du 28 au 30 octobre 2016*; None if nobody has said.

        Args:
            event: The event.
        """
        return self.wording.when(event.when) if event and event.when else None

    def held(self, event: EventPage | None) -> str:
        """Return where and when an event is held; empty if nobody has said.

        Args:
            event: The event.
        """
        parts = filter(None, (self.where(event), self.dates(event)))
        return self.wording.heading(self.wording.join(list(parts), "clause"))

    def edition(self, url: str | None = None) -> str:
        """Return what a programme is, its version and its date: no format leaves it out.

        Args:
            url: Where it stands.
        """
        view = self.view
        revised = view.revised.date() if view.revised else None
        return self.wording.programme(view.state, view.version, revised, url)

    def day(self, when: date) -> str:
        """Return a day as it heads its sessions: *Samedi 29 octobre 2016*.

        Args:
            when: The day.
        """
        return self.wording.heading(self.wording.day(when, weekday=True))

    def clocks(self, day: Day) -> Iterator[str]:
        """Yield a note for each clock that the hours of a day are told by.

        Args:
            day: The day.
        """
        event, view = self.event, self.view
        for key in _zones(day):
            others = [zone for zone in (view.zone, *view.other_zones) if zone != key]
            at_home = view.reader.zone is None and key == view.zone
            # The town of the event stands for its zone.
            town = self.phrase(event.place[-1]) if at_home and event and event.place else None
            yield self.wording.clocks(day.date, key, others, town)

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

    # --- when and where --------------------------------------------------------------------

    def when(self, slot: Slot) -> str:
        """Return the hours of a session; where there are none, its day or period, or nothing.

        Args:
            slot: The session.
        """
        if slot.start is not None:
            return self.wording.hours(slot.start, slot.end, slot=True)
        return self.wording.when(slot.when) if slot.when else ""

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


def _zones(day: Day) -> Iterable[str]:
    # One moment for each zone: most of them are told in the same.
    starts = {slot.start.tzinfo: slot.start for slot in day.slots if slot.start is not None}
    return dict.fromkeys(map(key_of, starts.values()))
