"""What is said in one language of the reader, each phrase in the language that was found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal, TypeAlias

from attrs import frozen

from rencontres import Cast, EventPage, Lead, LeadEnd, LeadParty, View, Wording, Words
from rencontres_html.markup import marked

Kind: TypeAlias = Literal["list", "people", "organisations", "order", "sides", "clause"]

SURE = frozenset({"confirmed", "accepted"})
OFF = frozenset({"cancelled", "declined", "withdrawn"})

_ADDRESSED = frozenset({"opening", "ceremony", "closing", "signing"})
"""Sessions whose speakers are told in the order in which they speak."""

_HAN_WRITTEN = frozenset({"zh", "ja", "yue"})
_LATIN = re.compile("[^\u2e80-\u9fff\uff00-\uffef\U00020000-\U0003ffff]+")


@frozen
class Speech:
    """One language of a programme.

    What it says is words, in which phrases of another language are marked (``markup.marked``).

    Attributes:
        view: The programme.
        index: Which of the reader's languages.
        event: The event that the programme is about.
    """

    view: View
    index: int
    event: EventPage | None = None

    @property
    def wording(self) -> Wording:
        """How the language writes."""
        return self.view.wordings[self.index]

    def phrase(self, words: Words | None) -> str:
        """Return what words say, marked where they are in another language.

        Args:
            words: Words of the view.
        """
        if not words:
            return ""
        phrase, own = words[self.index], self.wording.tag
        other = phrase.language
        if not other or other == own:
            return phrase
        if other.split("-")[0] in _HAN_WRITTEN or own.split("-")[0] not in _HAN_WRITTEN:
            return marked(phrase, other)
        # A name that was found in Latin letters alone still takes 先生.
        return _LATIN.sub(lambda part: marked(part[0], other), phrase)

    def say(self, code: str, **values: object) -> str:
        """Return a word or a sentence of the catalogues.

        Args:
            code: Its code.
            **values: What stands in its places.
        """
        return self.wording.say(code, **values)

    def join(self, items: Iterable[str], kind: Kind = "list") -> str:
        """Return a list as the language writes it, without what is empty.

        Args:
            items: What is listed.
            kind: As for ``Wording.join``.
        """
        return self.wording.join([item for item in items if item], kind)

    def labelled(self, label: str, told: str) -> str:
        """Return a label and what it labels.

        Args:
            label: The label, with its colon.
            told: What it labels.
        """
        return f"{marked(label)}{'' if self.wording.language.labelled else ' '}{told}"

    def ranked(self, side: str | None) -> int:
        """Return when a side is named in this language: its own first.

        Args:
            side: The side, by id.
        """
        order = self.view.orders[self.index]
        return order.index(side) if side in order else len(order)

    # --- where things stand ----------------------------------------------------------------------

    def sure(self, name: str, confirmation: str) -> str:
        """Return a name with the reserve that has to be made.

        Args:
            name: The name.
            confirmation: Where the promise stands.
        """
        return name if confirmation in SURE else self.say("unconfirmed", what=name)

    def standing(self, title: str, status: str) -> str:
        """Return a title with what must be known at once: cancelled, postponed, unsure.

        Args:
            title: The title.
            status: Where the thing stands.
        """
        if status in OFF:
            return self.say("cancelled", title=title)
        if status == "postponed":
            return self.say("postponed", title=title)
        return self.sure(title, status)

    # --- who leads -------------------------------------------------------------------------------

    def lead(self, lead: Lead, *, label: bool = True) -> str:
        """Return who carries something together, the own side first; an empty end is told.

        A reserve that is to be made for all is made once, at the label.

        Args:
            lead: The pairing.
            label: Whether to begin with a label.
        """
        ends = sorted(lead.ends, key=lambda end: self.ranked(end.side))
        parties = [party for end in ends for party in end.parties]
        if not ends:
            return ""
        unsure = label and bool(parties) and all(each.confirmation not in SURE for each in parties)
        one_each = len(ends) > 1 and all(len(end.parties) == 1 for end in ends)
        kind: Kind = "organisations" if one_each else "sides"
        told = self.join([self._end(end, unsure) for end in ends], kind)
        if not label:
            return told
        many = len(parties) + sum(not end.parties for end in ends) > 1
        return self.labelled(
            self.wording.label(lead.function, None, many, unconfirmed=unsure), told
        )

    def _end(self, end: LeadEnd, unsure: bool) -> str:
        if not end.parties:
            return self.say("to-find", side=self.phrase(end.name))
        return self.join([self._party(each, unsure) for each in end.parties], "organisations")

    def _party(self, party: LeadParty, unsure: bool) -> str:
        name = self.phrase(party.short)
        return name if unsure else self.sure(name, party.confirmation)

    # --- who does what ---------------------------------------------------------------------------

    def cast(self, cast: Cast, *, unsure: bool = False) -> str:
        """Return the name of somebody with the post, and every reserve.

        Args:
            cast: Who.
            unsure: Whether the reserve has been made for all already.
        """
        if cast.id is None:
            return self.say("to-confirm")
        name = self.phrase(cast.name if cast.organisation else cast.titled)
        if cast.on_behalf_of is not None:
            behalf = self.phrase(cast.on_behalf_of)
            name = self.say("on-behalf-of", person=name, organisation=behalf)
        if cast.unnamed and cast.confirmation in SURE:
            return self.say("name-to-confirm", organisation=name)
        return name if unsure else self.sure(name, cast.confirmation)

    def functions(self, people: Sequence[Cast], kind: str = "") -> list[str]:
        """Return a line for each function: its label, and who is in it, the own side first.

        Args:
            people: Who does what, in order.
            kind: The kind of the session: where speeches are held, their order is kept.
        """
        found: dict[str, list[Cast]] = {}
        for cast in people:
            found.setdefault(cast.function, []).append(cast)
        return [
            self._speeches(casts)
            if function == "speaker" and kind in _ADDRESSED
            else self._line(function, casts)
            for function, casts in found.items()
        ]

    def _speeches(self, casts: list[Cast]) -> str:
        label = self.say("speeches" if len(casts) > 1 else "speech")
        return self.labelled(label, self.join(map(self.cast, casts), "order"))

    def _line(self, function: str, casts: list[Cast]) -> str:
        named = [cast for cast in casts if cast.id is not None]
        if not named:
            label = self.wording.label(function, None, len(casts) > 1)
            return self.labelled(label, self.say("to-confirm"))
        named.sort(key=lambda cast: self.ranked(cast.side))
        unsure = all(cast.confirmation not in SURE for cast in named)
        bodies = [cast for cast in named if cast.organisation]
        gender = None if bodies else _gender(named)
        label = self.wording.label(function, gender, len(named) > 1, unconfirmed=unsure)
        mixed: Kind = "sides" if len(bodies) < len(named) else "organisations"
        told = [self.cast(cast, unsure=unsure) for cast in named]
        return self.labelled(label, self.join(told, mixed if bodies else "people"))

    def own(self, casts: Iterable[Cast]) -> str:
        """Return what somebody does in a session: *modératrice*, 主持人.

        Args:
            casts: Her functions there.
        """
        told = (
            self.wording.function(cast.function, None if cast.organisation else cast.gender)
            for cast in casts
        )
        return self.say("your-function", function=self.join(dict.fromkeys(told)))


def _gender(casts: Iterable[Cast]) -> str:
    genders = {cast.gender for cast in casts}
    if "unknown" in genders:
        return "unknown"
    return "feminine" if genders == {"feminine"} else "masculine"
