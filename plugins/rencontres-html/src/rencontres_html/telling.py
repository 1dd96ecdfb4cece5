"""What stands on a page: the same in each language of the reader, one under the other."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeAlias

from attrs import frozen

from rencontres import Cast, EventPage, Lead, Phrase, View, Words
from rencontres_html.markup import Markup, element, written
from rencontres_html.speech import Speech

Say: TypeAlias = Callable[[Speech], str]

_TAG = re.compile("<[^>]*>")


@frozen(eq=False)
class Programme:
    """A programme, and how it is told.

    Attributes:
        view: What its reader sees.
        event: The event that it is about.
        speeches: The languages of the reader, the leading one first.
        workshops: The ids of the workshops that are told of.
        ending: Of the names of the pages that the chapters are on; empty: all are on one page.
    """

    view: View
    event: EventPage | None
    speeches: tuple[Speech, ...]
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
    event = view.main_event
    speeches = (Speech(view, index, event) for index in range(len(view.wordings)))
    workshops = frozenset(workshop.id for workshop in view.workshops)
    return Programme(view, event, tuple(speeches), workshops, ending)


def each(programme: Programme, say: Say) -> Markup:
    """Return something in every language of the reader, once where they say the same.

    Args:
        programme: The programme.
        say: Says it in one.
    """
    found: dict[str, tuple[Markup, Speech]] = {}
    for speech in programme.speeches:
        if told := written(say(speech)):
            found.setdefault(_TAG.sub("", told), (told, speech))
    parts = [
        told
        if speech.index == 0
        else element("span", told, lang=speech.wording.tag, class_="second")
        for told, speech in found.values()
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


def phrases(programme: Programme, words: Words | None, class_: str | None = None) -> Markup:
    """Return words as a paragraph; nothing where there are none.

    Args:
        programme: The programme.
        words: Words of the view.
        class_: Its class.
    """
    return paragraph(programme, lambda speech: speech.phrase(words), class_) if words else Markup()


def functions(programme: Programme, people: Sequence[Cast], kind: str = "") -> list[Markup]:
    """Return a paragraph for each function.

    Args:
        programme: The programme.
        people: Who does what, in order.
        kind: The kind of the session.
    """
    count = len({cast.function for cast in people})
    return [_function(programme, people, kind, number) for number in range(count)]


def _function(programme: Programme, people: Sequence[Cast], kind: str, number: int) -> Markup:
    return paragraph(programme, lambda speech: speech.functions(people, kind)[number])


def carried(programme: Programme, leads: Sequence[Lead]) -> list[Markup]:
    """Return who carries something, and what each pairing brings.

    Args:
        programme: The programme.
        leads: The pairings.
    """
    return [part for lead in leads for part in _carried(programme, lead)]


def _carried(programme: Programme, lead: Lead) -> tuple[Markup, Markup]:
    def topic(speech: Speech) -> str:
        about = lead.topic or lead.name
        return speech.say("topic", topic=speech.phrase(about)) if about else ""

    return paragraph(programme, lambda speech: speech.lead(lead)), paragraph(programme, topic)


def heading(programme: Programme, level: str, say: Say, id_: str | None = None) -> Markup:
    """Return a heading in every language of the reader.

    Args:
        programme: The programme.
        level: ``h1``, ``h2`` or ``h3``.
        say: Says it in one.
        id_: Its id.
    """
    return element(level, each(programme, say), id=id_)
