"""Days and what is held on them, as one reader sees it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal, TypeAlias

from attrs import field, frozen

from rencontres.model.noun import Confirmation
from rencontres.model.session import Mode, SessionKind
from rencontres.relations import IDLE, SURE
from rencontres.span import Clock, clock
from rencontres.text import Phrase, Words
from rencontres.views.casts import Cast, Lead
from rencontres.when import When

Hours: TypeAlias = tuple[datetime, datetime | None]
"""From when until when; None: it is open."""


def _clocks(hours: tuple[Hours, ...]) -> tuple[tuple[Clock | None, ...], ...]:
    return tuple(tuple(map(clock, each)) for each in hours)


@frozen(kw_only=True)
class ItemLine:
    """A point of an agenda or a step of a running order, in the order given."""

    title: Words
    minutes: int | None
    people: tuple[Cast, ...]


@frozen(kw_only=True)
class InterpretationLine:
    """Interpretation: language tags, mode, channels (tag and number), the team."""

    between: tuple[str, ...]
    mode: Mode
    channels: tuple[tuple[str, int], ...]
    team: tuple[Cast, ...]


@frozen(kw_only=True)
class Before:
    """What a slot was until this release, where that differs; None: it did not change."""

    room: Words | None
    start: datetime | None = field(eq=clock)
    end: datetime | None = field(eq=clock)


@frozen(kw_only=True)
class Slot:
    """A session as one reader sees it.

    Attributes:
        id: Of the session.
        uid: Its identity in calendars (RFC 5545 §3.8.4.7).
        kind: What it is.
        title: Its own title, else its workshop's, else the name of its kind.
        short: The title for small screens.
        description: More words.
        event: Its event, by id.
        start: Aware, by the reader's clock, else the place's; None: unscheduled.
        end: Aware; None: open.
        when: Where there is no hour: the day or period.
        elsewhere: The same hours on the clocks of the other sides, where they differ.
        room: Where.
        floor: Of the room.
        place: From the venue up to the city.
        address: In the reader's languages.
        local_address: The address in the language of the place, for maps and drivers.
        local_venue: The name of the venue in that language.
        position: Latitude and longitude, WGS 84.
        status: Whether it will be held.
        before: What it was until this release.
        workshop: Its workshop, by id.
        number: Of the workshop.
        leads: Who carries the workshop.
        people: Who does what, in the order of functions.
        items: The running order.
        languages: Tags of what is spoken.
        interpretation: Between which languages.
        url: A page on it.
        open: Whether everybody may come.
        sequence: The revision (RFC 5545 §3.8.7.4).
        created: When first published.
        modified: When last changed in what is published.
    """

    id: str
    uid: str
    kind: SessionKind
    title: Words
    short: Words
    description: Words | None = None
    event: str | None = None
    start: datetime | None = field(eq=clock)
    end: datetime | None = field(eq=clock)
    when: When | None = None
    elsewhere: tuple[Hours, ...] = field(default=(), eq=_clocks)
    room: Words | None = None
    floor: Words | None = None
    place: tuple[Words, ...] = ()
    address: Words | None = None
    local_address: Phrase | None = None
    local_venue: Phrase | None = None
    position: tuple[float, float] | None = None
    status: Confirmation
    before: Before | None = None
    workshop: str | None = None
    number: int | None = None
    leads: tuple[Lead, ...] = ()
    people: tuple[Cast, ...] = ()
    items: tuple[ItemLine, ...] = ()
    languages: tuple[str, ...] = ()
    interpretation: tuple[InterpretationLine, ...] = ()
    url: Words | None = None
    open: bool | None = None
    sequence: int
    created: datetime | None
    modified: datetime | None

    @property
    def dated(self) -> bool:
        """Whether it has a day in calendars."""
        return self.start is not None or (self.when is not None and self.when.days is not None)

    @property
    def idle(self) -> bool:
        """Whether it will not be held, or not when it was said to be: cancelled, postponed."""
        return self.status in IDLE

    @property
    def sure(self) -> bool:
        """Whether it will be held without a reserve."""
        return self.status in SURE


@frozen(kw_only=True)
class Gone(Slot):
    """Something that was published and is no longer there: what a calendar must be told.

    It says only what it was called, when and where it was, and that it is cancelled; that it is
    postponed, of what is still there and has no day any more.

    Attributes:
        noun: What it was: a session, an event, or an action with its deadline.
    """

    noun: Literal["session", "event", "action"]


@frozen(kw_only=True)
class Day:
    """A day of the programme: it ends at four in the morning.

    Attributes:
        date: The day.
        slots: By start, then by number of the workshop, then by id.
    """

    date: date
    slots: tuple[Slot, ...]
