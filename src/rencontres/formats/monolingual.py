"""A programme in one language, line by line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve, frozen

from rencontres.formats import heading, sections
from rencontres.formats.voice import ASIDE, Pieces, Voice
from rencontres.views import Cast, Slot

_WIDE_SPACE = "\u3000"


@frozen(slots=False, eq=False)
class Sheet:
    """How lines stand on a page in one language.

    Attributes:
        voice: The language.
        columns: The width; None: lines are not broken.
        indent: What stands before a detail.
    """

    voice: Voice
    columns: int | None
    indent: str

    def narrow(self) -> Sheet:
        """Return the same page with details that begin close to the margin."""
        return evolve(self, indent=self.indent if self.voice.wording.language.labelled else "    ")

    def put(self, pieces: str | Pieces, first: str | None = None) -> list[str]:
        """Return a detail as lines.

        Args:
            pieces: A text, or the pieces of one.
            first: What stands before its first line, if that is another thing than the indent.
        """
        before = self.indent if first is None else first
        wording = self.voice.wording
        return wording.wrap(pieces, self.columns, first=before, rest=self.indent)

    def plain(self, pieces: str | Pieces) -> list[str]:
        """Return a line that stands at the margin.

        Args:
            pieces: A text, or the pieces of one.
        """
        return self.voice.wording.wrap(pieces, self.columns)


def lines(voice: Voice, columns: int | None) -> Iterator[str]:
    """Yield a whole programme.

    Args:
        voice: The language.
        columns: The width; None: lines are not broken.
    """
    view, wording = voice.view, voice.wording
    labelled = wording.language.labelled
    sheet = Sheet(voice, columns, _WIDE_SPACE * 2 if labelled else " " * (hours_width(voice) + 3))
    event = heading.main_event(view)
    for text in _head(voice):
        yield from sheet.plain(text)
    for day in view.days:
        yield ""
        yield heading.day(voice, day.date)
        for note in heading.clocks(voice, day, event):
            yield from sheet.plain(note)
        for slot in day.slots:
            yield ""
            yield from slot_lines(sheet, slot, home=event.id if event else None)
    yield from sections.lines(sheet.narrow())
    yield from _foot(voice, sheet)


def _head(voice: Voice) -> Iterator[str]:
    view, wording = voice.view, voice.wording
    event = heading.main_event(view)
    yield heading.title(voice)
    if view.person is not None:
        yield wording.say("programme-of", person=voice.phrase(view.person.formal))
    theme, place, dates = (
        part(voice, event) for part in (heading.theme, heading.place, heading.dates)
    )
    if wording.language.labelled:
        if theme:
            yield wording.say("theme", theme=theme)
        if dates:
            yield wording.say("dates", dates=dates)
        if place:
            yield wording.say("place", place=place)
    else:
        if theme:
            yield theme
        if where := wording.join([part for part in (place, dates) if part], "clause"):
            yield wording.heading(where)
    yield heading.state(voice)


def _foot(voice: Voice, sheet: Sheet) -> Iterator[str]:
    view, wording = voice.view, voice.wording
    if not view.days or view.state == "final":
        return
    event = heading.main_event(view)
    yield ""
    yield from sheet.plain(wording.say("subject-to-change"))
    if event is not None and event.url is not None:
        yield wording.say("current-programme", url=voice.phrase(event.url))


def hours(voice: Voice, slot: Slot, *, aligned: bool) -> str:
    """Return the hours of a session as a slot.

    Args:
        voice: The language.
        slot: The session.
        aligned: Whether hours of one digit are put under those of two.
    """
    if slot.start is None:
        return ""
    return voice.wording.hours(slot.start, slot.end, slot=True, aligned=aligned)


def hours_width(voice: Voice) -> int:
    """Return the width of the column of hours.

    Args:
        voice: The language.
    """
    wording = voice.wording
    widths = (
        wording.width(hours(voice, slot, aligned=True))
        for day in voice.view.days
        for slot in day.slots
    )
    return max(widths, default=0)


def slot_title(voice: Voice, slot: Slot) -> str:
    """Return the line of the title: with its state, and with the room where that is short.

    Args:
        voice: The language.
        slot: The session.
    """
    title = voice.status(slot, voice.title(slot))
    room = voice.room(slot) if slot.kind in ASIDE else None
    return voice.wording.join([title, room], "clause") if room else title


def slot_lines(sheet: Sheet, slot: Slot, home: str | None) -> Iterator[str]:
    """Yield the lines of a session.

    Args:
        sheet: How lines stand.
        slot: The session.
        home: The event that the programme is about.
    """
    voice = sheet.voice
    title = slot_title(voice, slot)
    labelled = voice.wording.language.labelled
    when = hours(voice, slot, aligned=not labelled)
    if labelled:
        yield from sheet.put(title, f"{when}{_WIDE_SPACE}" if when else "")
    else:
        space = len(sheet.indent) - voice.wording.width(when)
        yield from sheet.put(title, f"{when}{' ' * space}")
    for pieces in details(voice, slot, home):
        yield from sheet.put(pieces)


def details(voice: Voice, slot: Slot, home: str | None) -> Iterator[str | Pieces]:
    """Yield what is told of a session below its title, a line each.

    Args:
        voice: The language.
        slot: The session.
        home: The event that the programme is about: others are named.
    """
    wording, view = voice.wording, voice.view
    if slot.status in ("cancelled", "declined", "withdrawn"):
        return
    mine = dict(view.own).get(slot.id)
    if mine:
        yield wording.say("your-function", function=voice.own(mine))
    if moved := voice.moved(slot):
        yield moved
    if slot.event is not None and slot.event != home and (event := view.event(slot.event)):
        yield voice.event_name(event)
    room = None if slot.kind in ASIDE else voice.room(slot)
    where = [*([room] if room else []), *voice.interpretation(slot)]
    if where:
        told = wording.heading(wording.join(where, "clause"))
        labelled = wording.language.labelled and room is not None
        yield wording.say("place", place=told) if labelled else told
    for lead in slot.leads:
        if pieces := voice.leads(lead):
            yield pieces
        if topic := voice.topic(lead):
            yield topic
    yield from voice.people(slot, full=False)
    if slot.description is not None:
        yield from _paragraphs(voice.phrase(slot.description))
    if slot.items:
        yield wording.say("running-order")
        for number, item in enumerate(slot.items, 1):
            yield _item(voice, number, voice.phrase(item.title), item.people)


def _item(voice: Voice, number: int, title: str, people: Iterable[Cast]) -> str:
    names = [voice.cast(cast) for cast in people]
    told = (
        voice.wording.join([title, voice.wording.join(names, "people")], "clause")
        if names
        else title
    )
    mark = f"{number}." if voice.wording.language.labelled else f"{number}. "
    return f"{mark}{told}"


def _paragraphs(text: str) -> Iterator[str]:
    yield from (line for line in text.split("\n") if line.strip())
