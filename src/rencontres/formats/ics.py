"""ICS: a programme as an iCalendar file (RFC 5545), in one language or in two."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from functools import partial
from itertools import chain
from operator import attrgetter
from typing import TypeVar

import attrs

from rencontres.formats import components, contentline, telling
from rencontres.formats.entries import Entries
from rencontres.formats.milestones import Milestones
from rencontres.formats.naming import named, stem
from rencontres.formats.settings import ICSOptions
from rencontres.formats.voice import IDLE, Voice
from rencontres.rendering import Document, Format, Renderer
from rencontres.text import Phrase
from rencontres.views import ActionPage, EventPage, Gone, Part, PersonPage, Slot, View

MEDIA_TYPE = "text/calendar"
CARRIED = frozenset({Part.SESSIONS, Part.ACTIONS})

T = TypeVar("T")
_UNSAFE = re.compile(r"\s*[,;\\]\s*")


def head(view: View, options: ICSOptions, zones: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the beginning of the calendar of a programme.

    Args:
        view: The programme.
        options: How to write it.
        zones: The lines of the definitions.
    """
    language = (view.languages or view.reader.languages)[0].split("-")[0].upper()
    product = f"-//rencontres//rencontres//{language}"
    if options.phone:
        return (*components.header(product, method=options.method), *zones)
    name = Naming(view, options).name(view.person)
    return (
        *components.header(
            product,
            method=options.method,
            name=name,
            language=name.language,
            zone="" if options.utc else view.zone,
            refresh=timedelta(hours=options.refresh) if options.refresh else None,
            source=options.source,
            colour=options.colour,
        ),
        *zones,
    )


class Naming:
    """What the calendars of one programme are called; without marks that some readers escape."""

    def __init__(self, view: View, options: ICSOptions) -> None:
        """Prepare.

        Args:
            view: The programme.
            options: How to write it.
        """
        event = view.main_event
        self._spoken = Voice.of(view)
        events = [voice.event_name(event) for voice in self._spoken]
        found = {each.language for each in events}
        self._event = telling.joined(events)
        self._language = found.pop() if options.language and len(found) == 1 else ""
        self._options = options

    def name(self, person: PersonPage | None) -> Phrase:
        """Return the name of a calendar, without a language where it is in several.

        Args:
            person: Whose it is; None: everybody's.
        """
        given = self._options.name
        name = given or self._event
        if not given and person is not None:
            who = telling.joined(str(voice.phrase(person.name)) for voice in self._spoken)
            name = f"{name} – {who}"
        if self._options.strip_bidi:
            name = contentline.undirected(name)
        if given:
            return Phrase(name, "")
        name = _UNSAFE.sub(" – ", contentline.on_one_line(name)).strip(" –")
        return Phrase(name, self._language)


def shown(view: View, options: ICSOptions, thing: Slot | EventPage | ActionPage) -> bool:
    """Tell whether a calendar shows a thing: one that is not held, for as long as is asked for.

    Args:
        view: The programme.
        options: How to write it.
        thing: A session, an event, an action, or what is left of one that is gone.
    """
    if thing.status not in IDLE and thing.status != "dropped":
        return True
    if options.cancelled == "drop":
        return False
    limit = timedelta(days=options.cancelled_days)
    age = (view.published - thing.modified) if view.published and thing.modified else timedelta()
    return not limit or age <= limit


def kept(view: View, options: ICSOptions) -> tuple[list[Slot], list[Gone]]:
    """Return the sessions that a calendar shows, those that are gone last; and what else is gone.

    Args:
        view: The programme.
        options: How to write it.
    """
    slots = [slot for slot in view.slots() if slot.dated and shown(view, options, slot)]
    told = {slot.id for slot in slots}
    stones = [s for s in view.gone if s.id not in told and shown(view, options, s)]
    slots += [stone for stone in stones if stone.noun == "session"]
    return slots, [stone for stone in stones if stone.noun != "session"]


def whole_days(marks: Milestones, stones: Iterable[Gone]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what a calendar shows as whole days: events without sessions here, deadlines.

    Args:
        marks: What writes them.
        stones: Events and actions that are gone.

    Yields:
        The id of a thing and its lines.
    """
    view, options = marks.view, marks.options
    if not options.deadlines:
        return
    events = () if view.person else tuple(alone(view))
    for event in events:
        if shown(view, options, event):
            yield event.id, marks.event(event)
    # What never stood here.
    held = {event.id for event in view.events} - {event.id for event in events}
    left = [s for s in stones if s.id not in held and not (options.todos and s.noun == "action")]
    actions = [] if options.todos else [a for a in view.actions if shown(view, options, a)]
    yield from deadlines(actions, left, marks.deadline, marks.gone)


def alone(view: View) -> Iterator[EventPage]:
    """Yield the events that stand in calendars by themselves: those without sessions there.

    Also those that were published before the first of their sessions was: what has been told
    is told on, else it would stay in calendars as it was.

    Args:
        view: The programme.
    """
    first: dict[str | None, datetime | None] = {}
    for slot in filter(attrgetter("dated"), view.slots()):
        since = first.setdefault(slot.event, slot.created)
        if since and slot.created and slot.created < since:
            first[slot.event] = slot.created
    for event in view.events:
        since = first.get(event.id)
        if event.id not in first or (since and event.created and event.created < since):
            yield event


def todos(marks: Milestones, stones: Iterable[Gone]) -> list[tuple[str, ...]]:
    """Return the actions of a programme as tasks, where these are asked for.

    Args:
        marks: What writes them.
        stones: Events and actions that are gone.
    """
    view, options = marks.view, marks.options
    if not options.todos or options.phone:
        return []
    actions = [each for each in view.actions if shown(view, options, each)]
    gone = [stone for stone in stones if stone.noun == "action"]
    bury = partial(marks.gone, kind="VTODO")
    return [lines for _, lines in deadlines(actions, gone, marks.todo, bury)]


def deadlines(
    actions: Iterable[ActionPage],
    stones: Iterable[Gone],
    write: Callable[[ActionPage], T],
    bury: Callable[[Gone], T],
) -> Iterator[tuple[str, T]]:
    """Yield what is told of actions, then of what is gone, or tells nothing here any more.

    Args:
        actions: What is to be done.
        stones: What is gone.
        write: Tells of an action; of one that has no place here, nothing.
        bury: Tells of what is gone.

    Yields:
        The id of a thing, and what is told of it.
    """
    told: set[str] = set()
    for action in actions:
        if said := write(action):
            told.add(action.id)
            yield action.id, said
    for stone in stones:
        if stone.id not in told and (said := bury(stone)):
            yield stone.id, said


def media_type(options: ICSOptions) -> str | None:
    """Return what documents are, where it is more than their format says (RFC 5545 §8.1).

    Args:
        options: How to write them.
    """
    return f"{MEDIA_TYPE}; method={options.method}" if options.method else None


def _compose(view: View, options: ICSOptions) -> Iterator[Document]:
    entries, marks = Entries(view, options), Milestones(view, options)
    slots, stones = kept(view, options)
    own, kind = dict(view.own), media_type(options)
    apart = options.per == "event" or options.phone
    about = view.person.id if view.person else None
    # One after another: nothing but its octets is kept of a session that is told.
    told = chain(
        ((s.id, (s,), entries.session(s, own.get(s.id, ()), alone=apart)) for s in slots),
        ((id_, (), lines) for id_, lines in whole_days(marks, stones)),
    )
    if apart:
        for id_, held, lines in told:
            if lines:
                body = _calendar(view, options, held, [contentline.encode(lines)])
                yield Document(f"{stem(view)}/{named(id_)}.ics", body, kind, id_)
    else:
        pieces = [contentline.encode(lines) for *_, lines in told]
        body = _calendar(view, options, slots, pieces)
        yield Document(f"{stem(view)}.ics", body, kind, about)
    if tasks := todos(marks, stones):
        # Published tasks would need a beginning and a priority (RFC 5546 §3.4.1).
        bare = attrs.evolve(options, method="")
        body = _calendar(view, bare, (), map(contentline.encode, tasks))
        yield Document(f"{stem(view, 'actions')}.ics", body, None, about)


def _calendar(
    view: View, options: ICSOptions, slots: Iterable[Slot], pieces: Iterable[bytes]
) -> bytes:
    zoned = () if options.utc or options.phone else moments(slots)
    return components.calendar(head(view, options, components.definitions(zoned)), pieces)


def moments(slots: Iterable[Slot]) -> list[datetime]:
    """Return every moment that the entries of sessions tell in their zones.

    Args:
        slots: The sessions.
    """
    return [at for slot in slots for at in (slot.start, slot.end) if at is not None]


ICS = Renderer(
    Format("ics", MEDIA_TYPE, "ics", carries=CARRIED, dated=True),
    ICSOptions,
    _compose,
)
"""A programme as a calendar: one file for a reader, one entry a session."""
