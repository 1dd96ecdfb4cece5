"""Who does what, in one of the reader's languages.

Lines come in pieces that a format may break between; joined they are the line.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from functools import cached_property
from typing import TypeAlias

from attrs import field, frozen

from rencontres.formats.once import Made, nothing_made, once, once_for
from rencontres.model import FUNCTIONS
from rencontres.relations import SURE
from rencontres.text import Phrase, Words
from rencontres.views import Cast, EventPage, ItemLine, Slot, View, WorkshopPage
from rencontres.wording import Wording

Pieces: TypeAlias = tuple[str, ...]

ADDRESSED = frozenset({"opening", "ceremony", "closing", "signing"})
"""Sessions whose speakers are told as a running order."""

MANY = 8
"""More people than these are not likely to be told together twice."""

_RANKS: dict[str, int] = {function: rank for rank, function in enumerate(FUNCTIONS)}


@frozen(slots=False, eq=False)
class Roles:
    """How one of the languages of a programme tells who does what.

    Attributes:
        view: The programme.
        index: Which of the reader's languages, from 0.
        made: What has been told already.
    """

    view: View
    index: int
    made: Made = field(init=False, repr=False, factory=nothing_made)

    @cached_property
    def wording(self) -> Wording:
        """How the language writes."""
        return self.view.wordings[self.index]

    @cached_property
    def ranks(self) -> dict[str | None, int]:
        """The order in which the language names the sides."""
        return {side: rank for rank, side in enumerate(self.view.orders[self.index])}

    def phrase(self, words: Words) -> Phrase:
        """Return what words say in this language.

        Args:
            words: Words of the view.
        """
        return words[self.index]

    def sure(self, name: str, confirmation: str) -> str:
        """Return a name, with the reserve that it is still to be confirmed.

        Args:
            name: The name.
            confirmation: Where the promise stands.
        """
        return name if confirmation in SURE else self.wording.say("unconfirmed", what=name)

    # --- who does what -----------------------------------------------------------------------

    def people(
        self, slot: Slot | WorkshopPage | EventPage, *, full: bool = True
    ) -> tuple[Pieces, ...]:
        """Return a line for each function: *Modérateurs : Mme Marie MARTIN et M. ZHANG San*.

        Args:
            slot: The session, workshop or event.
            full: Whether several people are told with their posts too.
        """
        addressed = isinstance(slot, Slot) and slot.kind in ADDRESSED
        if len(slot.people) > MANY:
            return self.functions(slot.people, addressed, full)
        return self._people(addressed, full, *slot.people)

    @once_for
    def _people(self, addressed: bool, full: bool, *people: Cast) -> tuple[Pieces, ...]:
        return self.functions(people, addressed, full)

    def functions(
        self, people: Iterable[Cast], addressed: bool = False, full: bool = True
    ) -> tuple[Pieces, ...]:
        """Return a line for each function, its label first.

        Args:
            people: Who does what.
            addressed: Whether the speakers are told as a running order.
            full: Whether several people are told with their posts too.
        """
        casts: dict[str, list[Cast]] = {}
        for cast in people:
            casts.setdefault(cast.function, []).append(cast)
        return tuple(
            self._line(function, casts[function], addressed and function == "speaker", full)
            for function in sorted(casts, key=_RANKS.__getitem__)
        )

    def function(self, function: str, casts: Iterable[Cast], *, full: bool = False) -> Pieces:
        """Return the line of a function.

        Args:
            function: The function.
            casts: Who is in it.
            full: Whether several people are told with their posts too.
        """
        return self._line(function, [*casts], False, full)  # noqa: FBT003 - by position

    def _line(self, function: str, casts: list[Cast], ordered: bool, full: bool) -> Pieces:
        """Return the line of a function; a running order is one that no language re-sorts."""
        if len(casts) > MANY:
            return self._function(function, casts, ordered, full)
        return self._known(function, ordered, full, *casts)

    @once_for
    def _known(self, function: str, ordered: bool, full: bool, *casts: Cast) -> Pieces:
        return self._function(function, casts, ordered, full)

    def _function(self, function: str, casts: Sequence[Cast], ordered: bool, full: bool) -> Pieces:
        named = [cast for cast in casts if cast.id is not None]
        if not named:
            label = self.wording.label(function, None, len(casts) > 1)
            return self._labelled(label, (self.wording.say("to-confirm"),))
        if not ordered:
            ranks, last = self.ranks, len(self.ranks)
            named.sort(key=lambda cast: ranks.get(cast.side, last))
        # The label of a running order makes no reserve for all.
        unsure = not ordered and all(cast.confirmation not in SURE for cast in named)
        posts = full or len(named) == 1
        told = [self.cast(cast, posts=posts, unsure=unsure) for cast in named]
        bodies = sum([cast.organisation for cast in named])
        if ordered:
            code = "speeches" if len(named) > 1 else "speech"
            return self._labelled(self.wording.say(code), self.wording.pieces(told, "order"))
        plural = len(named) > 1
        gender = None if bodies else _gender(named)
        label = self.wording.label(function, gender, plural, unconfirmed=unsure)
        if 0 < bodies < len(named):
            listed = self.wording.pieces(told, "sides")
        else:
            listed = self.wording.pieces(told, "organisations" if bodies else "people")
        return self._labelled(label, listed)

    def cast(self, cast: Cast, *, posts: bool = False, unsure: bool = False) -> str:
        """Return the name of somebody, with every reserve that has to be made.

        Args:
            cast: Who.
            posts: Whether the post is told.
            unsure: Whether the reserve has been made for all already.
        """
        words = cast.name if cast.organisation else cast.titled if posts else cast.formal
        name: str = self.phrase(words)
        if cast.on_behalf_of is not None:
            behalf = self.phrase(cast.on_behalf_of)
            name = self.wording.say("on-behalf-of", person=name, organisation=behalf)
        if cast.unnamed and cast.confirmation in SURE:
            return self.wording.say("name-to-confirm", organisation=name)
        if unsure or cast.confirmation in SURE:
            return name
        return self.sure(name, cast.confirmation)

    def point(self, item: ItemLine) -> str:
        """Return a point of an agenda or a step of a session, with how long it takes.

        Args:
            item: The point.
        """
        title: str = self.phrase(item.title)
        if item.minutes is None:
            return title
        lasts = self.wording.duration(timedelta(minutes=item.minutes))
        return self.wording.say("aside", what=title, aside=lasts)

    def own(self, casts: Sequence[Cast]) -> str:
        """Return what somebody does, as it stands in brackets: *modératrice*, 主持人.

        Args:
            casts: Her functions in one session.
        """
        genders = [None if cast.organisation else cast.gender for cast in casts]
        return self._own(*zip([cast.function for cast in casts], genders, strict=True))

    @once
    def _own(self, *held: tuple[str, str | None]) -> str:
        told = [self.wording.function(function, gender) for function, gender in held]
        return self.wording.join(dict.fromkeys(told))

    # --- pieces ------------------------------------------------------------------------------

    @cached_property
    def gap(self) -> str:
        """What stands between a label and what it labels."""
        return "" if self.wording.language.labelled else " "

    def _labelled(self, label: str, listed: Pieces) -> Pieces:
        return (f"{label}{self.gap}", *listed)


def _gender(casts: Iterable[Cast]) -> str:
    """Return the gender that a label agrees with."""
    genders = {cast.gender for cast in casts}
    if "unknown" in genders:
        return "unknown"
    return "feminine" if genders == {"feminine"} else "masculine"
