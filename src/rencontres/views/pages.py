"""What a renderer sees around the sessions: already selected, redacted, sorted and in words.

Dates and hours stay values; texts are ``Words``, one phrase for each language of the reader.
Everything is a frozen tuple or value, so that views can share, be hashed and be pickled.
"""

from __future__ import annotations

from datetime import datetime

from attrs import frozen

from rencontres.model.noun import Confirmation
from rencontres.text import Words
from rencontres.views.casts import Cast, Lead
from rencontres.views.reader import Part
from rencontres.when import When


@frozen(kw_only=True)
class Omission:
    """What is not shown, and why: nothing disappears without being counted.

    Attributes:
        part: Which part of the programme.
        count: How many things, or languages where the format cannot show them.
        reason: ``audience``, ``selection`` or ``format``.
    """

    part: Part
    count: int
    reason: str


@frozen(kw_only=True)
class SidePage:
    """A side: its id and what it is called."""

    id: str
    name: Words
    country: str | None
    languages: tuple[str, ...]


@frozen(kw_only=True)
class EventPage:
    """An event; ``place`` goes from the venue up to the city."""

    id: str
    uid: str
    kind: str
    title: Words
    short: Words
    theme: Words | None
    purpose: Words | None
    when: When | None
    place: tuple[Words, ...]
    committee: str | None
    convened_by: tuple[Words, ...]
    people: tuple[Cast, ...]
    status: Confirmation
    estimate: int | None
    counts: tuple[tuple[str, int], ...]
    links: tuple[tuple[str, str, Words], ...]
    url: Words | None
    sequence: int
    created: datetime | None
    modified: datetime | None


@frozen(kw_only=True)
class EntryLine:
    """Something noted under a workshop that is no pairing."""

    kind: str
    text: Words


@frozen(kw_only=True)
class WorkshopPage:
    """A workshop, with who carries it."""

    id: str
    event: str | None
    number: int | None
    title: Words
    short: Words
    problem: Words | None
    topics: tuple[Words, ...]
    format: str
    leads: tuple[Lead, ...]
    people: tuple[Cast, ...]
    entries: tuple[EntryLine, ...]
    outcome: Words | None


@frozen(kw_only=True)
class PairingPage:
    """A pairing: who stands at each end, and for what."""

    id: str
    workshop: str | None
    number: int | None
    lead: Lead
    strands: tuple[Words, ...]
    people: tuple[Cast, ...]
    basis: str
    since: When | None
    funded: tuple[tuple[str, int | float | None, str | None, str], ...]


@frozen(kw_only=True)
class Seat:
    """One side's chair of a committee."""

    side: str
    holder: Cast
    appointed_by: Words | None
    predecessor: Words | None
    mandate: Words | None


@frozen(kw_only=True)
class CommitteePage:
    """A committee, its seats and its members."""

    id: str
    name: Words
    kind: str
    sides: tuple[str, ...]
    hosts: tuple[Words, ...]
    seats: tuple[Seat, ...]
    people: tuple[Cast, ...]


@frozen(kw_only=True)
class NotePage:
    """Something said and written down; ``agreed`` has a side and when it agreed."""

    id: str
    kind: str
    heading: Words | None
    text: Words
    event: str | None
    side: str | None
    agreed: tuple[tuple[str, When], ...]


@frozen(kw_only=True)
class ActionPage:
    """Something to be done; ``holders`` are the ids of its owners."""

    id: str
    uid: str
    title: Words
    owners: tuple[Words, ...]
    holders: tuple[str, ...]
    due: When | None
    due_words: Words | None
    status: str
    event: str | None
    sequence: int
    created: datetime | None
    modified: datetime | None


@frozen(kw_only=True)
class PaperPage:
    """A document and where it stands."""

    id: str
    title: Words
    kind: str
    status: str
    issued: When | None
    due: When | None
    language: str | None
