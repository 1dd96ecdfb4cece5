"""MARKDOWN: a programme for wikis, forges, notes and whatever else reads CommonMark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias

from attrs import field, frozen

from rencontres.formats import monolingual, pairs
from rencontres.formats.commonmark import escaped
from rencontres.formats.marked import cells, told
from rencontres.formats.monolingual import slot_title
from rencontres.formats.naming import stem
from rencontres.formats.pairs import Pair, Voices
from rencontres.formats.sections import Section, sections
from rencontres.formats.thing import Line, plain
from rencontres.formats.voice import Voice
from rencontres.rendering import Document, Format, Renderer
from rencontres.views import Day, Slot, View

Layout: TypeAlias = Literal["interleaved", "columns"]

_WIDE_SPACE = "\u3000"


@frozen(kw_only=True)
class MarkdownOptions:
    """How to write a programme as Markdown.

    Attributes:
        layout: Of two languages: ``interleaved`` (one under the other; CommonMark alone) or
            ``columns`` (side by side, in tables, an extension of GitHub's that most readers know).
    """

    layout: Layout = field(
        default="interleaved", metadata={"help": "two languages: interleaved, or in columns"}
    )


def _compose(view: View, options: MarkdownOptions) -> Iterator[Document]:
    if len(view.wordings) == 1:
        blocks = _monolingual(Voice(view, 0))
    elif options.layout == "columns":
        blocks = _in_columns(pairs.voices(view))
    else:
        blocks = _interleaved(pairs.voices(view))
    body = "\n\n".join(block for block in blocks if block)
    about = view.person.id if view.person else None
    yield Document(f"{stem(view)}.md", f"{body}\n".encode(), about=about)


MARKDOWN = Renderer(
    Format(
        "markdown",
        "text/markdown",
        "md",
    ),
    MarkdownOptions,
    _compose,
)
"""A programme as CommonMark: in one language, or in two, interleaved or side by side."""


# --- blocks ---------------------------------------------------------------------------------------


def _text(line: Line) -> str:
    return escaped(plain(line))


def _heading(level: int, *lines: Line) -> str:
    return f"{'#' * level} {' / '.join(map(_text, lines))}"


def _paragraph(lines: Iterable[Line], indent: str = "") -> str:
    return f"\\\n{indent}".join(map(_text, lines))


def _list(lines: Iterable[Line], indent: str = "") -> str:
    return "\n".join(f"{indent}- {_text(line)}" for line in lines)


def _entry(first: str, details: Iterable[Line]) -> str:
    """Return an item of a list with a list of its own."""
    below = _list(details, "  ")
    return f"- {first}\n{below}" if below else f"- {first}"


def _table(head: tuple[Line, Line], rows: Iterable[tuple[Line, Line]]) -> str:
    lines = [f"| {_text(first)} | {_text(second)} |" for first, second in (head, *rows)]
    return "\n".join([lines[0], "| --- | --- |", *lines[1:]])


def _titled(voice: Voice, slot: Slot) -> str:
    hours = _text(voice.when(slot))
    space = _WIDE_SPACE if voice.wording.language.labelled else " "
    return f"**{hours}**{space}{_text(slot_title(voice, slot))}"


# --- one language ---------------------------------------------------------------------------------


def _monolingual(voice: Voice) -> Iterator[str]:
    home = voice.event.id if voice.event else None
    title, *rest = monolingual.head(voice)
    yield _heading(1, title)
    yield _paragraph(rest)
    for day in voice.view.days:
        yield _heading(2, voice.day(day.date))
        yield _paragraph(voice.clocks(day))
        yield "\n".join(
            _entry(_titled(voice, slot), monolingual.details(voice, slot, home))
            for slot in day.slots
        )
    for section in sections(voice):
        yield _heading(2, section.title)
        if _bare(section):
            yield _list(thing.head for thing in section.things)
            continue
        for thing in section.things:
            yield _heading(3 + thing.under, thing.head)
            yield _list(thing.details)
    yield _paragraph(monolingual.foot(voice))


def _bare(section: Section) -> bool:
    return not any(thing.details for thing in section.things)


# --- two languages --------------------------------------------------------------------------------


def _opening(voices: Voices) -> Iterator[str]:
    title, *rest = pairs.head(voices)
    yield _heading(1, *told(plain(title.first), plain(title.second)))
    yield _paragraph(line for pair in rest for line in _once(pair) if line)


def _once(pair: Pair) -> tuple[str, ...]:
    """Return the lines of a pair: one for both where it says it for both, or is short."""
    once = told(plain(pair.first), plain(pair.second))
    return (" / ".join(once),) if pair.short else once


def _interleaved(voices: Voices) -> Iterator[str]:
    yield from _opening(voices)
    for day in voices[0].view.days:
        yield from _day(voices, day)
        yield "\n".join(
            _entry(
                "\\\n  ".join(_titled(voice, slot) for voice in voices),
                (line for pair in pairs.details(voices, slot) for line in _once(pair)),
            )
            for slot in day.slots
        )
    for first, second in pairs.after(voices):
        yield _heading(2, *told(first.title, second.title))
        things = [*zip(first.things, second.things, strict=True)]
        heads = [told(plain(one.head), plain(other.head)) for one, other in things]
        if _bare(first):
            yield _list(map(" / ".join, heads))
            continue
        for head, (one, other) in zip(heads, things, strict=True):
            yield _heading(3 + one.under, *head)
            yield _list(line for pair in pairs.lines(one, other) for line in _once(pair))
    yield _paragraph([pairs.foot(voices)])


def _in_columns(voices: Voices) -> Iterator[str]:
    left, right = voices
    yield from _opening(voices)
    for day in left.view.days:
        yield from _day(voices, day)
        for slot in day.slots:
            titles = cells(slot_title(left, slot), slot_title(right, slot))
            rows = (_cells(pair) for pair in pairs.details(voices, slot))
            hours = left.when(slot), right.when(slot)
            yield _table(hours, [titles, *rows])
    for first, second in pairs.after(voices):
        yield _heading(2, *told(first.title, second.title))
        for one, other in zip(first.things, second.things, strict=True):
            head = cells(plain(one.head), plain(other.head))
            yield _table(head, map(_cells, pairs.lines(one, other)))
    yield _paragraph([pairs.foot(voices)])


def _cells(pair: Pair) -> tuple[str, str]:
    return cells(plain(pair.first), plain(pair.second))


def _day(voices: Voices, day: Day) -> Iterator[str]:
    yield _heading(2, *(voice.day(day.date) for voice in voices))
    yield _paragraph(note for voice in voices for note in voice.clocks(day))
