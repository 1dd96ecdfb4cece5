"""What stands on a page: the same in each language of the reader, one under the other."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeAlias

from attrs import frozen

from rencontres import EventPage, Lead, Phrase, TaggedVoice, View, Words
from rencontres_html.markup import Markup, element, spoken, together

Say: TypeAlias = Callable[[TaggedVoice], str | Sequence[str] | None]
"""Says something in one language: words, the pieces of a line, markup; or nothing."""

_TAG = re.compile("<[^>]*>")


@frozen(eq=False)
class Programme:
    """A programme, and how it is told.

    Attributes:
        view: What its reader sees.
        voices: The languages of the reader, the leading one first.
        workshops: The ids of the workshops that are told of.
        ending: Of the names of the pages that the chapters are on; empty: all are on one page.
    """

    view: View
    voices: tuple[TaggedVoice, ...]
    workshops: frozenset[str]
    ending: str

    def address(self, chapter: str, place: str = "") -> str:
        """Return what leads to a chapter, or to something in it.

        Args:
            chapter: The id of the chapter.
            place: The id of the thing.
        """
        if not self.ending:
            return f"#{place or chapter}"
        return f"{chapter}.{self.ending}{f'#{place}' if place else ''}"

    def of_workshop(self, id_: str | None) -> str:
        """Return what leads to a workshop; empty where it is not told of.

        Args:
            id_: The id of the workshop.
        """
        return self.address("workshops", f"w-{id_}") if id_ in self.workshops else ""

    @property
    def event(self) -> EventPage | None:
        """The event that it is about."""
        return self.voices[0].event

    @property
    def called(self) -> Words:
        """What it is called: as its event, if it is about one."""
        return self.event.title if self.event else self.view.title

    @property
    def title(self) -> Phrase:
        """What it is called in the language of the page, or in that which was found."""
        return self.called[0]

    @property
    def tag(self) -> str:
        """The language of the page."""
        return self.view.wordings[0].tag


def told(view: View, ending: str = "") -> Programme:
    """Return a programme with all that is needed to tell it.

    Args:
        view: What its reader sees.
        ending: Of the names of the pages that the chapters are on; empty: all are on one page.
    """
    workshops = frozenset(workshop.id for workshop in view.workshops)
    return Programme(view, TaggedVoice.of(view), workshops, ending)


def each(programme: Programme, say: Say) -> Markup:
    """Return something in every language of the reader, once where they say the same.

    Args:
        programme: The programme.
        say: Says it in one.
    """
    found: dict[str, tuple[Markup, TaggedVoice]] = {}
    for voice in programme.voices:
        if told := said(voice, say(voice) or ""):
            found.setdefault(_TAG.sub("", told), (told, voice))
    parts = [
        told if voice.index == 0 else element("span", told, lang=voice.wording.tag, class_="second")
        for told, voice in found.values()
    ]
    return Markup(" ".join(parts))


def paragraph(programme: Programme, say: Say, class_: str | None = None) -> Markup:
    """Return a paragraph in every language of the reader; nothing where nothing is said.

    Args:
        programme: The programme.
        say: Says it in one.
        class_: Its class.
    """
    told = each(programme, say)
    return element("p", told, class_=class_) if told else Markup()


def said(voice: TaggedVoice, line: str | Sequence[str]) -> Markup:
    """Return what was said as text of a page; markup as it is.

    Args:
        voice: The language.
        line: A text, or the pieces of one.
    """
    if isinstance(line, Markup):
        return line
    return spoken(voice.phrases(line), voice.wording.tag)


def labelled(voice: TaggedVoice, line: Sequence[str]) -> Markup:
    """Return a line with its label, which is the first piece of it; nothing if it is empty.

    Args:
        voice: The language.
        line: The pieces.
    """
    if not line:
        return Markup()
    label, told = line[0].removesuffix(voice.gap), line[1:]
    return together(element("span", label, class_="label"), voice.gap, said(voice, told))


def phrases(programme: Programme, words: Words | None, class_: str | None = None) -> Markup:
    """Return words as a paragraph; nothing where there are none.

    Args:
        programme: The programme.
        words: Words of the view.
        class_: Its class.
    """
    return paragraph(programme, lambda voice: voice.phrase(words), class_) if words else Markup()


def several(
    programme: Programme, say: Callable[[TaggedVoice], Sequence[Sequence[str]]]
) -> list[Markup]:
    """Return lines with their labels, each a paragraph.

    Args:
        programme: The programme.
        say: Says them in one language: as many in each.
    """
    lines = zip(*map(say, programme.voices), strict=True)
    return [_labelled(programme, line) for line in lines]


def _labelled(programme: Programme, line: Sequence[Sequence[str]]) -> Markup:
    return paragraph(programme, lambda voice: labelled(voice, line[voice.index]))


def carried(programme: Programme, leads: Sequence[Lead]) -> list[Markup]:
    """Return who carries something, and what each pairing brings.

    Args:
        programme: The programme.
        leads: The pairings.
    """
    return [part for lead in leads for part in _carried(programme, lead)]


def _carried(programme: Programme, lead: Lead) -> tuple[Markup, Markup]:
    leads = paragraph(programme, lambda voice: labelled(voice, voice.leads(lead)))
    return leads, paragraph(programme, lambda voice: voice.topic(lead))


def heading(programme: Programme, level: str, say: Say, id_: str | None = None) -> Markup:
    """Return a heading in every language of the reader.

    Args:
        programme: The programme.
        level: ``h1``, ``h2`` or ``h3``.
        say: Says it in one.
        id_: Its id.
    """
    return element(level, each(programme, say), id=id_)
