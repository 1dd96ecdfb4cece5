"""A programme in two languages: one under the other, or side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from rencontres.formats import pairs
from rencontres.formats.marked import cells, told
from rencontres.formats.monolingual import Sheet, hours_width, slot_title
from rencontres.formats.pairs import Pair
from rencontres.formats.thing import Line, plain
from rencontres.views import Slot, View
from rencontres.wording.layout import columns_of

_Row: TypeAlias = Callable[[Line, Line], Iterator[str]]

_GAP = 3


def interleaved(view: View, columns: int | None) -> Iterator[str]:
    """Yield a programme with each thing in one language, then in the other.

    Args:
        view: The programme, in two languages.
        columns: The width; None: lines are not broken.
    """
    voices = pairs.voices(view)
    indent = " " * (max(hours_width(voice) for voice in voices) + _GAP)
    sheets = [Sheet(voice, columns, indent) for voice in voices]
    for pair in pairs.head(voices):
        yield from _under(sheets, pair, margin=True)
    for day in view.days:
        yield ""
        yield from sheets[0].plain(" / ".join(voice.day(day.date) for voice in voices))
        for sheet in sheets:
            for note in sheet.voice.clocks(day):
                yield from sheet.plain(note)
        for slot in day.slots:
            yield ""
            for sheet in sheets:
                yield from sheet.put(slot_title(sheet.voice, slot), _before(sheet, slot))
            for pair in pairs.details(voices, slot):
                yield from _under(sheets, pair)
    yield from _after(voices, [Sheet(voice, columns, " " * 4) for voice in voices])
    if foot := pairs.foot(voices):
        yield ""
        yield from sheets[0].plain(foot)


def _before(sheet: Sheet, slot: Slot) -> str:
    return sheet.beside(sheet.voice.hours[slot.id])


def _under(sheets: list[Sheet], pair: Pair, *, margin: bool = False) -> Iterator[str]:
    """Yield a pair as lines, one language under the other; what is short on one line."""
    first, second = plain(pair.first), plain(pair.second)
    once = told(first, second)
    if pair.short:
        yield from sheets[0].put(" / ".join(dict.fromkeys(once)))
        return
    lines = (pair.first, pair.second) if len(once) == 2 else once
    for sheet, line in zip(sheets, lines, strict=False):
        if line:
            yield from sheet.plain(line) if margin else sheet.put(line)


def _after(voices: pairs.Voices, sheets: list[Sheet]) -> Iterator[str]:
    for first, second in pairs.after(voices):
        yield ""
        yield from sheets[0].plain(pairs.joined(first.title, second.title))
        for one, other in zip(first.things, second.things, strict=True):
            yield ""
            yield from _under(sheets, Pair(one.head, other.head), margin=True)
            for pair in pairs.lines(one, other):
                yield from _under(sheets, pair)


def in_columns(view: View, columns: int) -> Iterator[str]:
    """Yield a programme with the two languages side by side.

    Args:
        view: The programme, in two languages.
        columns: The width of the whole.
    """
    voices = left, right = pairs.voices(view)
    width = (columns - 2) // 2

    def row(first: Line, second: Line) -> Iterator[str]:
        one, other = cells(plain(first), plain(second))
        texts = (first if one == plain(first) else one, second if other == plain(second) else other)
        wrapped = [
            voice.wording.wrap(text, width, rest="  ") if text else []
            for voice, text in zip(voices, texts, strict=True)
        ]
        yield from columns_of(wrapped[0], wrapped[1], width)

    for pair in pairs.head(voices):
        yield from row(pair.first, pair.second)
    for day in view.days:
        yield ""
        yield from row(left.day(day.date), right.day(day.date))
        notes = (voice.clocks(day) for voice in voices)
        for first, second in zip(*notes, strict=True):
            yield from row(first, second)
        for slot in day.slots:
            yield ""
            yield from row(left.when(slot), right.when(slot))
            yield from row(slot_title(left, slot), slot_title(right, slot))
            for pair in pairs.details(voices, slot):
                yield from row(pair.first, pair.second)
    yield from _sections(voices, row)


def _sections(voices: pairs.Voices, row: _Row) -> Iterator[str]:
    for first, second in pairs.after(voices):
        yield ""
        yield from row(first.title, second.title)
        for one, other in zip(first.things, second.things, strict=True):
            yield ""
            yield from row(one.head, other.head)
            for pair in pairs.lines(one, other):
                yield from row(pair.first, pair.second)
