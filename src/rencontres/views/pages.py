"""What a renderer sees: one reader's dossier, already selected, redacted, sorted and in words.

Dates and hours stay values; texts are ``Words``, one phrase for each language of the reader.
Everything is a frozen tuple or value, so that views can share, be hashed and be pickled.
"""

from __future__ import annotations

from datetime import date, datetime

from attrs import frozen

from rencontres.model.noun import Confirmation
from rencontres.model.people import Function, Gender
from rencontres.model.session import Mode, SessionKind
from rencontres.text import Phrase, Words
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
class Cast:
    """Somebody, or a body, in a function; already in words, gender for what stands around it.

    Attributes:
        id: Of the person or organisation; None: wanted, nobody yet.
        name: The name alone: "Jean Dupont"; of an organisation its short name.
        formal: With the honorific: "M. Jean DUPONT", "让·杜邦先生".
        titled: With the post: "M. Jean DUPONT, adjoint au maire", "波尔多市副市长让·杜邦";
            the formal form where there is no post.
        organisation: True if it is an organisation.
        gender: For agreement; unknown is a value.
        function: What is done.
        side: Whose, by id.
        confirmation: Where the promise stands.
        unnamed: True if an organisation in a person's function has named nobody yet.
        on_behalf_of: For whom.
    """

    id: str | None
    name: Words
    formal: Words
    titled: Words
    organisation: bool
    gender: Gender
    function: Function
    side: str | None
    confirmation: Confirmation
    unnamed: bool
    on_behalf_of: Words | None


@frozen(kw_only=True)
class LeadParty:
    """An organisation at one end: its names, and where its promise stands."""

    id: str
    name: Words
    short: Words
    confirmation: Confirmation
    person: Cast | None
    asked: date | None
    due: When | None
    by: Words | None


@frozen(kw_only=True)
class LeadEnd:
    """One side's end of a pairing; empty: still to be found, named by its side.

    Attributes:
        side: Whose end, by id.
        name: What the side is called.
        parties: In the order given.
    """

    side: str
    name: Words
    parties: tuple[LeadParty, ...]


@frozen(kw_only=True)
class Lead:
    """Who carries a workshop together.

    Attributes:
        pairing: The id of the pairing; None: a role of lead without a pairing.
        name: A name of its own.
        topic: What they bring.
        function: ``lead``, ``co-chair`` or ``witness``.
        ends: One for each side of the meeting that is expected, sorted by side;
            ``View.orders`` tells in which order a language names them.
    """

    pairing: str | None
    name: Words | None
    topic: Words | None
    function: str
    ends: tuple[LeadEnd, ...]


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
    start: datetime | None
    end: datetime | None


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
    description: Words | None
    event: str | None
    start: datetime | None
    end: datetime | None
    when: When | None
    elsewhere: tuple[tuple[datetime, datetime | None], ...]
    room: Words | None
    floor: Words | None
    place: tuple[Words, ...]
    address: Words | None
    local_address: Phrase | None
    local_venue: Phrase | None
    position: tuple[float, float] | None
    status: Confirmation
    before: Before | None
    workshop: str | None
    number: int | None
    leads: tuple[Lead, ...]
    people: tuple[Cast, ...]
    items: tuple[ItemLine, ...]
    languages: tuple[str, ...]
    interpretation: tuple[InterpretationLine, ...]
    url: Words | None
    open: bool | None
    sequence: int
    created: datetime | None
    modified: datetime | None


@frozen(kw_only=True)
class Day:
    """A day of the programme: it ends at four in the morning.

    Attributes:
        date: The day.
        slots: By start, then by number of the workshop, then by id.
    """

    date: date
    slots: tuple[Slot, ...]


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
class PersonPage:
    """A person, in words; ``sort`` is what she is filed under; contacts for her own team only.

    Attributes:
        native: The languages she speaks, her own first; from her side's where not said.
        tasks: Where she does what: ids of things and functions.
    """

    id: str
    name: Words
    formal: Words
    titled: Words
    gender: Gender
    side: str | None
    posts: tuple[Words, ...]
    sort: str
    native: tuple[str, ...]
    email: str | None
    phone: str | None
    tasks: tuple[tuple[str, Function], ...]


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
    """Something to be done; ``about`` names what it is about where that is shown."""

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
