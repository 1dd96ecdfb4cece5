"""What follows the days of a programme: what has no hour yet, who carries what, what was decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from rencontres.formats import heading
from rencontres.formats.voice import Pieces, Voice
from rencontres.views import (
    ActionPage,
    Cast,
    CommitteePage,
    EventPage,
    NotePage,
    PaperPage,
    Slot,
    WorkshopPage,
)


class Sheet(Protocol):
    """How lines stand on a page in one language."""

    @property
    def voice(self) -> Voice:
        """The language."""

    def put(self, pieces: str | Pieces, first: str | None = None) -> list[str]:
        """Return a detail as lines."""

    def plain(self, pieces: str | Pieces) -> list[str]:
        """Return a line that stands at the margin."""


def lines(sheet: Sheet) -> Iterator[str]:
    """Yield the sections that have something in them, each after a blank line.

    Args:
        sheet: How lines stand.
    """
    voice, view = sheet.voice, sheet.voice.view
    placed = {slot.workshop for slot in view.slots()}
    main = heading.main_event(view)
    sections: tuple[tuple[str, Iterable[Iterator[str | Pieces]]], ...] = (
        ("unscheduled", (_slot(voice, slot) for slot in view.unscheduled)),
        (
            "part.workshops",
            (_workshop(voice, each) for each in view.workshops if each.id not in placed),
        ),
        ("part.committees", (_committee(voice, each) for each in view.committees)),
        ("part.events", (_event(voice, each) for each in view.events if each != main and _told(each))),
        ("part.actions", (_action(voice, each) for each in view.actions)),
        ("part.minutes", _notes(voice, view.notes)),
        ("part.papers", (_paper(voice, each) for each in view.papers)),
    )
    for code, things in sections:
        first = True
        for thing in things:
            if first:
                yield ""
                yield voice.wording.heading(voice.wording.say(code))
                first = False
            head, *rest = thing
            yield ""
            yield from sheet.plain(head)
            for detail in rest:
                yield from sheet.put(detail)


def _slot(voice: Voice, slot: Slot) -> Iterator[str | Pieces]:
    title = voice.status(slot, voice.title(slot))
    when = voice.wording.when(slot.when) if slot.when else None
    yield voice.wording.join([part for part in (title, when) if part], "clause")
    for lead in slot.leads:
        if pieces := voice.leads(lead):
            yield pieces
        if topic := voice.topic(lead):
            yield topic
    yield from voice.people(slot, full=False)


def _workshop(voice: Voice, workshop: WorkshopPage) -> Iterator[str | Pieces]:
    yield voice.wording.workshop(workshop.number, voice.phrase(workshop.title))
    if workshop.topics:
        yield voice.wording.say(
            "topics", topics=voice.wording.join(map(voice.phrase, workshop.topics))
        )
    if workshop.problem:
        yield voice.phrase(workshop.problem)
    for lead in workshop.leads:
        if pieces := voice.leads(lead):
            yield pieces
        if topic := voice.topic(lead):
            yield topic
    yield from voice.people(workshop, full=False)
    for entry in workshop.entries:
        yield voice.phrase(entry.text)


def _committee(voice: Voice, committee: CommitteePage) -> Iterator[str | Pieces]:
    yield voice.phrase(committee.name)
    if committee.seats:
        yield voice.function("co-chair", [seat.holder for seat in committee.seats], full=True)
    if committee.hosts:
        names = [voice.phrase(host) for host in committee.hosts]
        yield voice.wording.say(
            "organised-by", organisations=voice.wording.join(names, "organisations")
        )
    members: dict[str, list[Cast]] = {}
    for cast in committee.people:
        members.setdefault(cast.function, []).append(cast)
    for function, casts in members.items():
        yield voice.function(function, casts, full=True)


def _event(voice: Voice, event: EventPage) -> Iterator[str | Pieces]:
    title = voice.phrase(event.title)
    where = [part for part in (heading.place(voice, event), heading.dates(voice, event)) if part]
    yield _with_status(voice, title, event.status)
    if where:
        yield voice.wording.heading(voice.wording.join(where, "clause"))
    if event.purpose:
        yield voice.phrase(event.purpose)
    if event.convened_by:
        names = [voice.phrase(name) for name in event.convened_by]
        yield voice.wording.say(
            "convened-by", organisations=voice.wording.join(names, "organisations")
        )
    yield from voice.people(event, full=True)
    if event.estimate is not None:
        yield voice.wording.say("attendance", count=event.estimate)


def _told(event: EventPage) -> bool:
    """Tell whether more is known of an event than its name, which links give already."""
    return bool(event.when or event.place or event.purpose or event.people)


def _with_status(voice: Voice, title: str, status: str) -> str:
    if status in ("cancelled", "postponed"):
        return voice.wording.say(status, title=title)
    if status in ("confirmed", "accepted"):
        return title
    return voice.wording.say("unconfirmed", what=title)


def _action(voice: Voice, action: ActionPage) -> Iterator[str | Pieces]:
    wording = voice.wording
    title = voice.phrase(action.title)
    done = wording.say(f"action.{action.status}")
    yield title if action.status == "open" else wording.say("aside", what=title, aside=done)
    if action.owners:
        owners = [voice.phrase(owner) for owner in action.owners]
        yield wording.say("action.owners", owners=wording.join(owners, "people"), count=len(owners))
    if action.due is not None:
        yield wording.say("action.due", when=action.due)


def _notes(voice: Voice, notes: Iterable[NotePage]) -> Iterator[Iterator[str | Pieces]]:
    groups: dict[str, list[str]] = {}
    for note in notes:
        kind = voice.wording.say(f"note-kind.{note.kind}")
        head = voice.phrase(note.heading) if note.heading else kind
        groups.setdefault(head, []).append(voice.phrase(note.text))
    for head, texts in groups.items():
        yield iter((head, *texts))


def _paper(voice: Voice, paper: PaperPage) -> Iterator[str | Pieces]:
    status = voice.wording.say(f"paper.{paper.status}")
    yield voice.wording.say("aside", what=voice.phrase(paper.title), aside=status)
