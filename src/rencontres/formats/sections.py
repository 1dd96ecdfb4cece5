"""What follows the days of a programme, as values: sections, things in them, lines on each thing.

What a thing is told in has as many lines in every language, so that two languages can be set line
by line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from attrs import frozen

from rencontres.formats import agenda, confirmations, minutes, news, roll
from rencontres.formats.thing import Line, Thing
from rencontres.formats.voice import Voice
from rencontres.views import CommitteePage, EventPage, Part, Slot, View, WorkshopPage

_Found: TypeAlias = Iterable[Thing]

_PROGRAMME = frozenset({Part.SESSIONS, Part.WORKSHOPS, Part.COMMITTEES})
"""The parts that other events are told beside."""


@frozen
class Section:
    """A part of a programme with its title.

    Attributes:
        title: Its title.
        things: What is in it; never empty.
    """

    title: str
    things: tuple[Thing, ...]


def sections(voice: Voice) -> tuple[Section, ...]:
    """Return the sections that have something in them, in the order of a programme.

    Pairings and people are told where they do something; lists of them are given where a selection
    asks for them, and of the pairings that are told nowhere else. What has changed comes first,
    then the status board.

    Args:
        voice: The language.
    """
    view = voice.view
    placed = {(slot.workshop, slot.title) for slot in view.slots()}
    main = voice.event
    with_minutes = {note.event for note in view.notes}
    found: tuple[tuple[str, _Found], ...] = (
        ("unscheduled", (_slot(voice, slot) for slot in view.unscheduled)),
        (
            "part.workshops",
            (_workshop(voice, e) for e in view.workshops if (e.id, e.title) not in placed),
        ),
        ("part.pairings", roll.pairings(voice, _untold(voice))),
        ("part.committees", (_committee(voice, each) for each in view.committees)),
        (
            "part.events",
            (
                event(voice, each)
                for each in view.events
                if each != main and each.id not in with_minutes and _told(view, each)
            ),
        ),
        ("part.people", roll.people(voice) if Part.PEOPLE in view.asked else ()),
        ("part.actions", (minutes.action(voice, each) for each in view.actions)),
        ("part.minutes" if len(with_minutes - {None}) > 1 else "minutes", _minutes(voice, main)),
        ("part.papers", (minutes.paper(voice, each) for each in view.papers)),
    )
    head: list[Section] = []
    if view.since is not None:
        head.append(Section(voice.phrase(view.since), tuple(news.things(voice))))
    if view.board is not None:
        title = voice.wording.say("board", date=view.board.today)
        head.append(Section(title, tuple(confirmations.things(voice))))
    return (
        *head,
        *(
            Section(voice.wording.heading(voice.wording.say(code)), things)
            for code, things in ((code, tuple(each)) for code, each in found)
            if things
        ),
    )


def _untold(voice: Voice) -> Iterator[str]:
    """Yield the ids of the pairings that a list is needed for."""
    view = voice.view
    told: set[str | None] = set()
    if Part.PAIRINGS not in view.asked:
        holders: Iterable[Slot | WorkshopPage] = (*view.slots(), *view.workshops)
        told = {lead.pairing for each in holders for lead in each.leads}
    return (pairing.id for pairing in view.pairings if pairing.id not in told)


def _slot(voice: Voice, slot: Slot) -> Thing:
    title = voice.status(slot, voice.title(slot))
    head = voice.wording.join([part for part in (title, voice.when(slot)) if part], "clause")
    return Thing(head, (*_carried(voice, slot), *agenda.lines(voice, slot)))


def _carried(voice: Voice, held: Slot | WorkshopPage) -> Iterator[Line]:
    yield from voice.carried(held.leads)
    yield from voice.people(held, full=False)


def _workshop(voice: Voice, workshop: WorkshopPage) -> Thing:
    details: list[Line] = []
    if workshop.topics:
        topics = voice.wording.join(map(voice.phrase, workshop.topics))
        details.append(voice.wording.say("topics", topics=topics))
    if workshop.problem:
        details.append(voice.phrase(workshop.problem))
    details += _carried(voice, workshop)
    details += (voice.phrase(entry.text) for entry in workshop.entries)
    head = voice.wording.workshop(workshop.number, voice.phrase(workshop.title))
    return Thing(head, tuple(details))


def _committee(voice: Voice, committee: CommitteePage) -> Thing:
    details: list[Line] = []
    if committee.seats:
        holders = [seat.holder for seat in committee.seats]
        details.append(voice.function("co-chair", holders, full=True))
    if committee.hosts:
        names = voice.wording.join(map(voice.phrase, committee.hosts), "organisations")
        details.append(voice.wording.say("organised-by", organisations=names))
    details += voice.functions(committee.people)
    return Thing(voice.phrase(committee.name), tuple(details))


def event(voice: Voice, page: EventPage) -> Thing:
    """Return an event: where, when, what for, at whose invitation, who does what.

    Args:
        voice: The language.
        page: The event.
    """
    details: list[Line] = []
    if where := voice.held(page):
        details.append(where)
    if page.purpose:
        details.append(voice.phrase(page.purpose))
    if page.convened_by:
        names = voice.wording.join(map(voice.phrase, page.convened_by), "organisations")
        details.append(voice.wording.say("convened-by", organisations=names))
    details += voice.people(page, full=True)
    if page.estimate is not None:
        details.append(voice.wording.heading(voice.wording.say("attendance", count=page.estimate)))
    return Thing(voice.standing(page.status, voice.phrase(page.title)), tuple(details))


def _told(view: View, page: EventPage) -> bool:
    """Tell whether more is known of an event than its name, where a programme is asked for."""
    asked = not view.asked or not _PROGRAMME.isdisjoint(view.asked)
    return asked and bool(page.when or page.place or page.purpose or page.people)


def _minutes(voice: Voice, main: EventPage | None) -> Iterator[Thing]:
    """Yield each meeting of which something is written down, and what is."""
    notes = voice.view.notes
    known = {page.id for page in voice.view.events}
    for page in voice.view.events:
        if found := [note for note in notes if note.event == page.id]:
            yield minutes.meeting(voice, page, at_home=page == main)
            yield from minutes.groups(voice, found, under=True)
    yield from minutes.groups(voice, [note for note in notes if note.event not in known])
