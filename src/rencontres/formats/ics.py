"""ICS: a programme as an iCalendar file (RFC 5545), in one language or in two."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from rencontres.errors import OptionsError
from rencontres.formats import components, contentline, heading, telling
from rencontres.formats.entries import Entries
from rencontres.formats.naming import stem
from rencontres.formats.settings import ICSOptions
from rencontres.formats.voice import OFF
from rencontres.rendering import Document, Format, Renderer
from rencontres.views import ActionPage, EventPage, Part, Slot, View

MEDIA_TYPE = "text/calendar"
CARRIED = frozenset({Part.SESSIONS, Part.ACTIONS})

_UNSAFE = re.compile(r"[,;\\]\s*")


def head(view: View, options: ICSOptions, zones: Iterable[str]) -> tuple[str, ...]:
    """Return the beginning of the calendar of a programme, definitions of zones included.

    Args:
        view: The programme.
        options: How to write it.
        zones: The lines of the definitions.
    """
    language = (view.languages or view.reader.languages)[0].split("-")[0].upper()
    product = f"-//rencontres//rencontres//{language}"
    if options.phone:
        return (*components.header(product), *zones)
    return (
        *components.header(
            product,
            method=options.method,
            name=calendar_name(view, options),
            language=view.reader.language if options.language and view.reader.second is None else "",
            zone="" if options.utc else view.zone,
            refresh=timedelta(hours=options.refresh) if options.refresh else None,
            source=options.source,
            colour=options.colour,
        ),
        *zones,
    )


def calendar_name(view: View, options: ICSOptions) -> str:
    """Return what a calendar is called; without the marks that some readers show escaped.

    Args:
        view: The programme.
        options: How to write it.
    """
    if options.name:
        return options.name
    event = heading.main_event(view)
    spoken = telling.voices(view)
    name = telling.joined(voice.event_name(event) for voice in spoken)
    if view.person is not None:
        person = telling.joined(str(voice.phrase(view.person.name)) for voice in spoken)
        name = f"{name} – {person}"
    return _UNSAFE.sub(" – ", name)


def checked(options: ICSOptions) -> ICSOptions:
    """Return options that go together.

    Args:
        options: How to write a calendar.

    Raises:
        OptionsError: PUBLISH without an organiser, or with attendees.
    """
    if options.method == "PUBLISH" and not options.organiser:
        raise OptionsError("METHOD:PUBLISH needs an organiser (RFC 5546 §3.2.1): an e-mail address")
    if options.method == "PUBLISH" and options.attendees:
        raise OptionsError("METHOD:PUBLISH has no attendees (RFC 5546 §3.2.1)")
    return options


def kept(view: View, options: ICSOptions) -> list[Slot]:
    """Return the sessions that a calendar shows, those that are gone last.

    Args:
        view: The programme.
        options: How to write it.
    """
    slots = list(view.slots())
    if options.cancelled == "drop":
        return [slot for slot in slots if slot.status not in OFF]
    limit = timedelta(days=options.cancelled_days)
    for stone in view.gone:
        age = (view.revised - stone.modified) if view.revised and stone.modified else timedelta()
        if not limit or age <= limit:
            slots.append(stone)
    return slots


def whole_days(view: View, options: ICSOptions) -> tuple[list[EventPage], list[ActionPage]]:
    """Return what a calendar shows as whole days: events without sessions here, deadlines.

    Args:
        view: The programme.
        options: How to write it.
    """
    if not options.deadlines:
        return [], []
    held = {slot.event for slot in view.slots()}
    events = [] if view.person else [event for event in view.events if event.id not in held]
    return events, list(view.actions)


def _compose(view: View, options: ICSOptions) -> Iterator[Document]:
    entries = Entries(view, checked(options))
    slots = kept(view, options)
    about = view.person.id if view.person else None
    if options.per == "event" or options.phone:
        yield from _apart(entries, slots)
        return
    own = dict(view.own)
    events, actions = whole_days(view, options)
    pieces = [
        *(entries.session(slot, own.get(slot.id, ())) for slot in slots),
        *(entries.event(event) for event in events),
        *(() if options.todos else map(entries.deadline, actions)),
    ]
    yield Document(f"{stem(view)}.ics", _calendar(entries, slots, pieces), about=about)
    if options.todos and actions:
        todos = [entries.todo(action) for action in actions]
        yield Document(f"{stem(view, 'actions')}.ics", _calendar(entries, (), todos), about=about)


def _apart(entries: Entries, slots: Iterable[Slot]) -> Iterator[Document]:
    view, own = entries.view, dict(entries.view.own)
    for slot in slots:
        if piece := entries.session(slot, own.get(slot.id, ()), alone=True):
            body = _calendar(entries, (slot,), [piece])
            yield Document(f"{stem(view)}/{slot.id}.ics", body, about=slot.id)


def _calendar(
    entries: Entries, slots: Iterable[Slot], pieces: Iterable[Iterable[str]]
) -> bytes:
    options = entries.options
    zoned = () if options.utc or options.phone else moments(slots)
    lines = head(entries.view, options, components.definitions(zoned))
    body = [contentline.encode(_organised(piece, options)) for piece in pieces if piece]
    return components.calendar(lines, body)


def _organised(piece: Iterable[str], options: ICSOptions) -> Iterator[str]:
    for each in piece:
        yield each
        if options.method == "PUBLISH" and each in ("BEGIN:VEVENT", "BEGIN:VTODO"):
            yield contentline.line("ORGANIZER", contentline.cal_address(options.organiser))


def moments(slots: Iterable[Slot]) -> Iterator[datetime]:
    """Yield every moment that the entries of sessions tell in their zones.

    Args:
        slots: The sessions.
    """
    for slot in slots:
        if slot.start is not None and slot.start.tzinfo is not UTC:
            yield slot.start
            if slot.end is not None:
                yield slot.end


ICS = Renderer(
    Format("ics", MEDIA_TYPE, "ics", carries=CARRIED),
    ICSOptions,
    _compose,
)
"""A programme as a calendar: one file for a reader, one entry a session."""
