"""A programme in two languages: one under the other, or side by side."""

from __future__ import annotations

from collections.abc import Iterator

from rencontres.formats import heading, sections
from rencontres.formats.monolingual import Sheet, hours_width, slot_title
from rencontres.formats.voice import ASIDE, OFF, Pieces, Voice
from rencontres.views import Slot, View
from rencontres.wording.layout import columns_of

_GAP = 3


def _voices(view: View) -> tuple[Voice, Voice]:
    return Voice(view, 0), Voice(view, 1)


def _head(voice: Voice) -> Iterator[str]:
    event = heading.main_event(voice.view)
    yield heading.title(voice)
    if voice.view.person is not None:
        yield voice.wording.say("programme-of", person=voice.phrase(voice.view.person.formal))
    parts = [part for part in (heading.place(voice, event), heading.dates(voice, event)) if part]
    yield voice.wording.join(parts, "clause")
    yield heading.state(voice)


def _main_line(voice: Voice, slot: Slot) -> Iterator[Pieces]:
    """Yield who carries a workshop; of another session, who moderates it."""
    if slot.status in OFF:
        return
    told = [pieces for lead in slot.leads if (pieces := voice.leads(lead))]
    if told:
        yield from told
        return
    moderators = [cast for cast in slot.people if cast.function == "moderator"]
    if moderators:
        yield voice.function("moderator", moderators)


def _own(voice: Voice, slot: Slot) -> str | None:
    mine = voice.hers.get(slot.id)
    return voice.wording.say("your-function", function=voice.own(mine)) if mine else None


def _hours(voice: Voice, slot: Slot) -> str:
    return voice.wording.hours(slot.start, slot.end, slot=True) if slot.start else ""


def interleaved(view: View, columns: int | None) -> Iterator[str]:
    """Yield a programme with each thing in one language, then in the other.

    Args:
        view: The programme, in two languages.
        columns: The width; None: lines are not broken.
    """
    voices = _voices(view)
    indent = " " * (max(hours_width(voice) for voice in voices) + _GAP)
    sheets = [Sheet(voice, columns, indent) for voice in voices]
    event = heading.main_event(view)
    for first, second in zip(*(tuple(_head(voice)) for voice in voices), strict=True):
        for sheet, text in zip(sheets, dict.fromkeys((first, second)), strict=False):
            if text:
                yield from sheet.plain(text)
    for day in view.days:
        yield ""
        yield from sheets[0].plain(" / ".join(heading.day(voice, day.date) for voice in voices))
        for sheet in sheets:
            for note in heading.clocks(sheet.voice, day, event):
                yield from sheet.plain(note)
        for slot in day.slots:
            yield ""
            yield from _interleaved_slot(sheets, slot)
    for sheet in sheets:
        yield from sections.lines(sheet.narrow())
    if view.days and view.state != "final":
        yield ""
        foot = " / ".join(voice.wording.say("subject-to-change") for voice in voices)
        yield from sheets[0].plain(foot)


def _interleaved_slot(sheets: list[Sheet], slot: Slot) -> Iterator[str]:
    for sheet in sheets:
        voice = sheet.voice
        yield from sheet.put(slot_title(voice, slot), sheet.beside(voice.hours[slot.id]))
    if slot.status in OFF:
        return
    for sheet in sheets:
        for line in (_own(sheet.voice, slot), sheet.voice.moved(slot)):
            if line:
                yield from sheet.put(line)
    if slot.kind not in ASIDE and slot.room is not None:
        rooms = dict.fromkeys(room for sheet in sheets if (room := sheet.voice.room(slot)))
        yield from sheets[0].put(" / ".join(rooms))
    for sheet in sheets:
        for pieces in _main_line(sheet.voice, slot):
            yield from sheet.put(pieces)


def in_columns(view: View, columns: int) -> Iterator[str]:
    """Yield a programme with the two languages side by side.

    Args:
        view: The programme, in two languages.
        columns: The width of the whole.
    """
    left, right = _voices(view)
    width = (columns - 2) // 2
    event = heading.main_event(view)

    def row(first: str | Pieces | None, second: str | Pieces | None) -> Iterator[str]:
        cells = [
            voice.wording.wrap(text, width, rest="  ") if text else []
            for voice, text in ((left, first), (right, second))
        ]
        yield from columns_of(cells[0], cells[1], width)

    for first, second in zip(_head(left), _head(right), strict=True):
        yield from row(first, second)
    for day in view.days:
        yield ""
        yield from row(heading.day(left, day.date), heading.day(right, day.date))
        notes = (tuple(heading.clocks(voice, day, event)) for voice in (left, right))
        for first, second in zip(*notes, strict=True):
            yield from row(first, second)
        for slot in day.slots:
            yield ""
            yield from row(_hours(left, slot), _hours(right, slot))
            yield from row(slot_title(left, slot), slot_title(right, slot))
            yield from row(_own(left, slot), _own(right, slot))
            if slot.status not in OFF:
                yield from row(left.moved(slot), right.moved(slot))
                if slot.kind not in ASIDE:
                    yield from row(left.room(slot), right.room(slot))
                lines = (tuple(_main_line(voice, slot)) for voice in (left, right))
                for one, other in zip(*lines, strict=True):
                    yield from row(one, other)
    told = [tuple(sections.lines(Sheet(voice, width, "  "))) for voice in (left, right)]
    if any(told):
        yield from columns_of(told[0], told[1], width)
