"""What is said in one language of the reader, each phrase in the language that was found."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import chain, zip_longest
from typing import Literal, TypeAlias

from attrs import frozen

from rencontres import Cast, Lead, LeadEnd, Phrase, View, Wording, Words
from rencontres_html.markup import Markup, element, together, written

Say: TypeAlias = Callable[["Speech"], str]
Kind: TypeAlias = Literal["list", "people", "organisations", "order", "sides", "clause"]

SURE = frozenset({"confirmed", "accepted"})
OFF = frozenset({"cancelled", "declined", "withdrawn"})

_HAN_WRITTEN = frozenset({"zh", "ja", "yue"})
_HAN = re.compile("([\u2e80-\u9fff\uff00-\uffef\U00020000-\U0003ffff]+)")
_TAG = re.compile("<[^>]*>")
_HOLE = re.compile("\ufdd0(\\d+)\ufdd1")
"""Where markup stands in a sentence: signs that no text of a dossier can hold."""


@frozen
class Speech:
    """One language of a programme.

    Attributes:
        view: The programme.
        index: Which of the reader's languages.
        around: The language that the page is in around it.
    """

    view: View
    index: int
    around: str

    @property
    def wording(self) -> Wording:
        """How the language writes."""
        return self.view.wordings[self.index]

    def phrase(self, words: Words | None) -> Markup:
        """Return what words say, marked where they are in another language.

        Args:
            words: Words of the view.
        """
        return self.marked(words[self.index]) if words else Markup()

    def marked(self, phrase: Phrase) -> Markup:
        """Return a phrase; of another language than the page, with that language.

        Args:
            phrase: The phrase.
        """
        own, other = self.wording.tag, phrase.language
        if not other or other in (own, "same"):
            return written(phrase)
        if other.split("-")[0] in _HAN_WRITTEN or own.split("-")[0] not in _HAN_WRITTEN:
            return element("span", phrase, lang=other)
        # A name that was found in Latin letters alone still takes 先生.
        parts = _HAN.split(phrase)
        latin = (element("span", part, lang=other) if part else "" for part in parts[::2])
        return together(*chain.from_iterable(zip_longest(latin, parts[1::2], fillvalue="")))

    def text(self, words: str) -> Markup:
        """Return words of the language as text of a page.

        Args:
            words: The words.
        """
        return written(words)

    def say(self, code: str, **values: object) -> Markup:
        """Return a word or a sentence of the catalogues; markup in it stays markup.

        Args:
            code: Its code.
            **values: What stands in its places.
        """
        inside: list[Markup] = []
        for name, value in values.items():
            if isinstance(value, Markup):
                values[name] = f"\ufdd0{len(inside)}\ufdd1"
                inside.append(value)
        said = written(self.wording.say(code, **values))
        return Markup(_HOLE.sub(lambda hole: inside[int(hole[1])], said))

    def join(self, items: Iterable[str], kind: Kind = "list") -> Markup:
        """Return a list as the language writes it.

        Args:
            items: Words and markup.
            kind: As for ``Wording.join``.
        """
        listed = [item for item in items if item]
        bare = [_TAG.sub("", item) for item in listed]
        pieces = self.wording.pieces(bare, kind)
        ends = (piece[len(plain) :] for piece, plain in zip(pieces, bare, strict=True))
        told = zip(listed, ends, strict=True)
        return together(*(part for item_and_end in told for part in item_and_end))

    # --- who -------------------------------------------------------------------------------------

    def sure(self, name: Markup, confirmation: str) -> Markup:
        """Return a name with the reserve that has to be made.

        Args:
            name: The name.
            confirmation: Where the promise stands.
        """
        return name if confirmation in SURE else self.say("unconfirmed", what=name)

    def cast(self, cast: Cast) -> Markup:
        """Return the name of somebody with the post, and every reserve.

        Args:
            cast: Who.
        """
        if cast.id is None:
            return self.say("to-name")
        name = self.phrase(cast.name if cast.organisation else cast.titled)
        if cast.unnamed:
            return self.say("name-to-confirm", organisation=name)
        if cast.on_behalf_of is not None:
            behalf = self.phrase(cast.on_behalf_of)
            name = self.say("on-behalf-of", person=name, organisation=behalf)
        return self.sure(name, cast.confirmation)

    def functions(self, people: Sequence[Cast]) -> list[Markup]:
        """Return a line for each function: its label, and who is in it.

        Args:
            people: Who does what, in order.
        """
        found: dict[str, list[Cast]] = {}
        for cast in people:
            found.setdefault(cast.function, []).append(cast)
        return [self._line(function, casts) for function, casts in found.items()]

    def _line(self, function: str, casts: list[Cast]) -> Markup:
        genders = {"none" if c.organisation or c.id is None else c.gender for c in casts}
        mixed = "masculine" if genders == {"masculine", "feminine"} else "unknown"
        gender = genders.pop() if len(genders) == 1 else mixed
        label = self.wording.label(function, None if gender == "none" else gender, len(casts) > 1)
        bodies = all(cast.organisation for cast in casts)
        kind: Kind = "organisations" if bodies else "people"
        return self.labelled(label, self.join(map(self.cast, casts), kind))

    def labelled(self, label: str, told: str) -> Markup:
        """Return a label and what it labels.

        Args:
            label: The label, with its colon.
            told: Words or markup.
        """
        gap = "" if self.wording.language.labelled else " "
        return together(element("span", label, class_="label"), gap, told)

    def numbered(self, number: int | None, title: Markup) -> Markup:
        """Return the title of a workshop with its number.

        Args:
            number: Its number.
            title: Its title.
        """
        if number is None:
            return title
        numeral = self.wording.language.numbers.numeral(number)
        return self.say("workshop.title", number=numeral, title=title)

    def lead(self, lead: Lead) -> Markup:
        """Return who carries something together, the own side first; an empty end is told.

        Args:
            lead: The pairing.
        """
        order = self.view.orders[self.index]
        ends = sorted(lead.ends, key=lambda end: order.index(end.side))
        label = self.wording.label(lead.function, None, plural=True)
        return self.labelled(label, self.join(map(self.end, ends), "sides"))

    def end(self, end: LeadEnd) -> Markup:
        """Return one side's end of a pairing.

        Args:
            end: The end.
        """
        held = [self.sure(self.phrase(each.name), each.confirmation) for each in end.parties]
        return self.join(held) if held else self.say("to-find", side=self.phrase(end.name))


def speeches(view: View) -> tuple[Speech, ...]:
    """Return the languages of a programme.

    Args:
        view: The programme.
    """
    around = view.wordings[0].tag
    return tuple(Speech(view, index, around) for index in range(len(view.wordings)))


def each(view: View, say: Say) -> Markup:
    """Return something in every language of the reader, once where they say the same.

    Args:
        view: The programme.
        say: Says it in one.
    """
    found: dict[str, tuple[Markup, Speech]] = {}
    for speech in speeches(view):
        if told := written(say(speech)):
            found.setdefault(_TAG.sub("", told), (told, speech))
    parts = [
        told
        if speech.index == 0
        else element("span", told, lang=speech.wording.tag, class_="second")
        for told, speech in found.values()
    ]
    return Markup(" ".join(parts))


def paragraph(view: View, say: Say, class_: str | None = None) -> Markup:
    """Return a paragraph in every language of the reader; nothing where nothing is said.

    Args:
        view: The programme.
        say: Says it in one.
        class_: Its class.
    """
    told = each(view, say)
    return element("p", told, class_=class_) if told else Markup()


def phrases(view: View, words: Words | None, class_: str | None = None) -> Markup:
    """Return words as a paragraph; nothing where there are none.

    Args:
        view: The programme.
        words: Words of the view.
        class_: Its class.
    """
    return paragraph(view, lambda speech: speech.phrase(words), class_) if words else Markup()


def functions(view: View, people: Sequence[Cast]) -> list[Markup]:
    """Return a paragraph for each function.

    Args:
        view: The programme.
        people: Who does what, in order.
    """
    count = len({cast.function for cast in people})
    return [_function(view, people, number) for number in range(count)]


def _function(view: View, people: Sequence[Cast], number: int) -> Markup:
    return paragraph(view, lambda speech: speech.functions(people)[number])


def carried(view: View, leads: Sequence[Lead]) -> list[Markup]:
    """Return who carries something, and what each pairing brings.

    Args:
        view: The programme.
        leads: The pairings.
    """
    return [part for lead in leads for part in _carried(view, lead)]


def _carried(view: View, lead: Lead) -> tuple[Markup, Markup]:
    def topic(speech: Speech) -> Markup:
        return speech.say("topic", topic=speech.phrase(lead.topic)) if lead.topic else Markup()

    return paragraph(view, lambda speech: speech.lead(lead)), paragraph(view, topic)


def heading(view: View, level: str, say: Say, id_: str | None = None) -> Markup:
    """Return a heading in every language of the reader.

    Args:
        view: The programme.
        level: ``h2`` or ``h3``.
        say: Says it in one.
        id_: Its id.
    """
    return element(level, each(view, say), id=id_)


def titled(view: View, code: str) -> Markup:
    """Return the heading of a section.

    Args:
        view: The programme.
        code: The code of its words.
    """
    name = f"{code.replace('.', '-')}-title"
    return heading(view, "h2", lambda s: s.wording.heading(s.wording.say(code)), name)
