"""A programme in one language, line by line."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, field, frozen

from rencontres.formats import agenda
from rencontres.formats.once import Made, nothing_made, once
from rencontres.formats.sections import sections
from rencontres.formats.voice import ASIDE, Pieces, Voice
from rencontres.views import InterpretationLine, Slot

_WIDE_SPACE = "\u3000"


@frozen(slots=False, eq=False)
class Sheet:
    """How lines stand on a page in one language.

    Attributes:
        voice: The language.
        columns: The width; None: lines are not broken.
        indent: What stands before a detail.
        made: What has been put on the page already.
    """

    voice: Voice
    columns: int | None
    indent: str
    made: Made = field(init=False, repr=False, factory=nothing_made)

    def narrow(self) -> Sheet:
        """Return the same page with details that begin close to the margin."""
        return evolve(self, indent=self.indent if self.voice.wording.language.labelled else "    ")

    def put(self, pieces: str | Pieces, first: str | None = None) -> list[str]:
        """Return a detail as lines.

        Args:
            pieces: A text, or the pieces of one.
            first: What stands before its first line, if that is another thing than the indent.
        """
        if first is None:
            return [*self.detail(pieces)]
        return self.voice.wording.wrap(pieces, self.columns, first=first, rest=self.indent)

    @once
    def detail(self, pieces: str | Pieces) -> tuple[str, ...]:
        """Return a detail as lines, which many sessions may have.

        Args:
            pieces: A text, or the pieces of one.
        """
        indent = self.indent
        return tuple(self.voice.wording.wrap(pieces, self.columns, first=indent, rest=indent))

    @once
    def beside(self, when: str) -> str:
        """Return hours with the space between them and what is held then.

        Args:
            when: The hours.
        """
        return when + " " * (len(self.indent) - self.voice.wording.width(when))

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
    home = voice.event.id if voice.event else None
    for text in head(voice):
        yield from sheet.plain(text)
    for day in view.days:
        yield ""
        yield voice.day(day.date)
        for note in voice.clocks(day):
            yield from sheet.plain(note)
        for slot in day.slots:
            yield ""
            yield from slot_lines(sheet, slot, home)
    yield from _sections(sheet.narrow())
    for number, text in enumerate(foot(voice)):
        # An address is not broken.
        yield from ("", *sheet.plain(text)) if number == 0 else (text,)


def _sections(sheet: Sheet) -> Iterator[str]:
    """Yield what follows the days, each section and each thing after a blank line."""
    for section in sections(sheet.voice):
        yield ""
        yield section.title
        for thing in section.things:
            yield ""
            yield from sheet.plain(thing.head)
            for detail in thing.details:
                yield from sheet.put(detail)


def head(voice: Voice) -> Iterator[str]:
    """Yield the head of a programme: its title first, its state last.

    Args:
        voice: The language.
    """
    view, wording = voice.view, voice.wording
    event = voice.event
    yield voice.phrase(view.title)
    if view.person is not None:
        yield wording.say("programme-of", person=voice.phrase(view.person.formal))
    theme, place, dates = voice.theme(event), voice.where(event), voice.dates(event)
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
    yield voice.edition()


def foot(voice: Voice) -> Iterator[str]:
    """Yield the foot of a programme that may still change, and where the current one is.

    Args:
        voice: The language.
    """
    view, wording = voice.view, voice.wording
    if not view.days or view.state == "final":
        return
    event = voice.event
    yield wording.say("subject-to-change")
    if event is not None and event.url is not None:
        yield wording.say("current-programme", url=voice.phrase(event.url))


def hours_width(voice: Voice) -> int:
    """Return the width of the column of hours.

    Args:
        voice: The language.
    """
    return max(map(voice.wording.width, {*voice.hours.values()}), default=0)


def slot_title(voice: Voice, slot: Slot) -> str:
    """Return the line of the title: with its state, and with the room where that is short.

    Args:
        voice: The language.
        slot: The session.
    """
    title = voice.status(slot, voice.title(slot))
    room = voice.room(slot) if slot.kind in ASIDE else None
    return voice.wording.join([title, room], "clause") if room else title


def slot_lines(sheet: Sheet, slot: Slot, home: str | None) -> list[str]:
    """Return the lines of a session.

    Args:
        sheet: How lines stand.
        slot: The session.
        home: The event that the programme is about.
    """
    voice = sheet.voice
    when = voice.hours[slot.id]
    if not voice.wording.language.labelled:
        before = sheet.beside(when)
    else:
        before = f"{when}{_WIDE_SPACE}" if when else ""
    told = sheet.put(slot_title(voice, slot), before)
    for pieces in details(voice, slot, home):
        told += sheet.detail(pieces)
    return told


def details(voice: Voice, slot: Slot, home: str | None) -> Iterator[str | Pieces]:
    """Yield what is told of a session below its title, a line each.

    Args:
        voice: The language.
        slot: The session.
        home: The event that the programme is about: others are named.
    """
    wording = voice.wording
    if slot.status in ("cancelled", "declined", "withdrawn"):
        return
    mine = voice.hers.get(slot.id)
    if mine:
        yield wording.say("your-function", function=voice.own(mine))
    if moved := voice.moved(slot):
        yield moved
    if slot.event is not None and slot.event != home and (event := voice.events.get(slot.event)):
        yield voice.event_name(event)
    if where := _where(
        voice, None if slot.kind in ASIDE else voice.room(slot), slot.interpretation
    ):
        yield where
    yield from voice.carried(slot.leads)
    yield from voice.people(slot, full=False)
    if slot.description is not None:
        yield from _paragraphs(voice.phrase(slot.description))
    yield from agenda.lines(voice, slot)


@once
def _where(voice: Voice, room: str | None, interpretation: tuple[InterpretationLine, ...]) -> str:
    """Return the line of the room and of how is interpreted there; nothing if there is none."""
    wording = voice.wording
    where = [*([room] if room else []), *voice.interpretation(interpretation)]
    if not where:
        return ""
    told = wording.heading(wording.join(where, "clause"))
    return wording.say("place", place=told) if wording.language.labelled and room else told


def _paragraphs(text: str) -> Iterator[str]:
    yield from (line for line in text.split("\n") if line.strip())
