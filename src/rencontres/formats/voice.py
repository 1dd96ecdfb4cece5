"""What every format says of a session, in one of the reader's languages: the same everywhere.

Lines come in pieces that a format may break between; joined they are the line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TypeAlias

from attrs import frozen

from rencontres.model import FUNCTIONS
from rencontres.text import Phrase, Words
from rencontres.views import Cast, EventPage, Lead, LeadEnd, LeadParty, Slot, View, WorkshopPage
from rencontres.wording import Wording

Pieces: TypeAlias = tuple[str, ...]

SURE = frozenset({"confirmed", "accepted"})
"""Promises that are printed without a reserve."""

OFF = frozenset({"cancelled", "declined", "withdrawn"})
"""What will not be held."""

ADDRESSED = frozenset({"opening", "ceremony", "closing", "signing"})
"""Sessions whose speakers are told as a running order."""

ASIDE = frozenset({"meal", "break", "transfer"})
"""Sessions whose room stands beside the title."""


@frozen(slots=False, eq=False)
class Voice:
    """One of the languages of a programme.

    Attributes:
        view: The programme.
        index: Which of the reader's languages, from 0.
    """

    view: View
    index: int

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

    # --- titles ----------------------------------------------------------------------------

    def title(self, slot: Slot, *, short: bool = False) -> str:
        """Return the title of a session, with the number of its workshop.

        Args:
            slot: The session.
            short: Whether the short title will do.
        """
        title = self.phrase(slot.short if short else slot.title)
        return self.wording.workshop(slot.number, title) if slot.number is not None else title

    def status(self, slot: Slot, title: str) -> str:
        """Return a title with what its reader must know at once: cancelled, postponed, unsure.

        Args:
            slot: The session.
            title: Its title.
        """
        if slot.status in OFF:
            return self.wording.say("cancelled", title=title)
        if slot.status == "postponed":
            return self.wording.say("postponed", title=title)
        if slot.status not in SURE:
            return self.wording.say("unconfirmed", what=title)
        return title

    def event_name(self, event: EventPage | None) -> str:
        """Return the short name of an event, or of the programme where there is none.

        Args:
            event: The event.
        """
        return self.phrase(event.short if event else self.view.title)

    # --- where -----------------------------------------------------------------------------

    def room(self, slot: Slot) -> str | None:
        """Return the room, and the one it was until this release; None if there is none.

        Args:
            slot: The session.
        """
        if slot.room is None:
            return None
        room = self.phrase(slot.room)
        before = slot.before.room if slot.before else None
        if before is None:
            return room
        return self.wording.say("before-room", room=room, before=self.phrase(before))

    def moved(self, slot: Slot) -> str | None:
        """Return from which hour a session moved in this release; None if it did not.

        Args:
            slot: The session.
        """
        start = slot.before.start if slot.before else None
        if start is None or slot.start is None:
            return None
        same_day = start.date() == slot.start.date()
        hour = self.wording.hours(start, slot=True)
        told = hour if same_day else self.wording.say("day-hour", day=start.date(), hour=hour)
        return self.wording.say("new-time", before=told)

    def interpretation(self, slot: Slot) -> Iterator[str]:
        """Yield how and between which languages is interpreted.

        Args:
            slot: The session.
        """
        for line in slot.interpretation:
            between = (line.between[0], line.between[1])
            yield self.wording.interpretation(line.mode, between, line.channels)

    def languages(self, slot: Slot) -> str | None:
        """Return the line of the languages of a session; None if nothing is known of them.

        Args:
            slot: The session.
        """
        spoken = [*slot.languages]
        for line in slot.interpretation:
            spoken += [tag for tag in line.between if tag not in spoken]
        if not spoken:
            return None
        first = next(iter(slot.interpretation), None)
        return self.wording.languages(
            spoken, first.mode if first else None, first.channels if first else ()
        )

    # --- who leads ---------------------------------------------------------------------------

    def leads(self, lead: Lead) -> Pieces:
        """Return who carries a workshop: *Chefs de file : Bordeaux et Wuhan (à confirmer)*.

        Args:
            lead: The ends of a pairing.
        """
        ends = sorted(lead.ends, key=lambda end: self.ranks.get(end.side, len(self.ranks)))
        parties = [party for end in ends for party in end.parties]
        if not parties and not ends:
            return ()
        unsure = bool(parties) and all(party.confirmation not in SURE for party in parties)
        label = self._lead_label(lead, len(parties) + sum(not end.parties for end in ends), unsure)
        if len(ends) > 1 and all(len(end.parties) == 1 for end in ends):
            names = [self.party(end.parties[0], unsure=unsure) for end in ends]
            listed = self.wording.pieces(names, "organisations")
        else:
            told = [self.end(end, unsure=unsure) for end in ends]
            listed = self._sides(told)
        return self._labelled(label, listed)

    def _lead_label(self, lead: Lead, count: int, unsure: bool) -> str:
        return self.wording.label(lead.function, None, count > 1, unconfirmed=unsure)

    def end(self, end: LeadEnd, *, unsure: bool = False) -> Pieces:
        """Return who stands at one end; an empty one is named by its side.

        Args:
            end: The end.
            unsure: Whether the reserve has been made for all already.
        """
        if not end.parties:
            return (self.wording.say("to-find", side=self.phrase(end.name)),)
        names = [self.party(party, unsure=unsure) for party in end.parties]
        return self.wording.pieces(names, "organisations")

    def party(self, party: LeadParty, *, unsure: bool = False) -> str:
        """Return the name of a party, with the reserve that it is still to be confirmed.

        Args:
            party: The party.
            unsure: Whether the reserve has been made for all already.
        """
        name = self.phrase(party.short)
        if unsure or party.confirmation in SURE:
            return name
        return self.wording.say("unconfirmed", what=name)

    def topic(self, lead: Lead) -> str | None:
        """Return the line of what a pairing brings; None if nobody has said.

        Args:
            lead: The ends of a pairing.
        """
        topic = lead.topic or lead.name
        return self.wording.say("topic", topic=self.phrase(topic)) if topic else None

    # --- who does what -----------------------------------------------------------------------

    def people(self, slot: Slot | WorkshopPage | EventPage, *, full: bool) -> Iterator[Pieces]:
        """Yield a line for each function: *Modérateurs : Mme Marie MARTIN et M. ZHANG San*.

        Args:
            slot: The session.
            full: Whether several people are told with their posts too.
        """
        kind = slot.kind if isinstance(slot, Slot) else ""
        casts: dict[str, list[Cast]] = {}
        for cast in slot.people:
            casts.setdefault(cast.function, []).append(cast)
        for function in FUNCTIONS:
            if found := casts.get(function):
                yield self.function(function, found, ordered=_ordered(kind, function), full=full)

    def function(
        self, function: str, casts: list[Cast], *, ordered: bool = False, full: bool = False
    ) -> Pieces:
        """Return the line of a function.

        Args:
            function: The function.
            casts: Who is in it.
            ordered: Whether this is a running order, which no language re-sorts.
            full: Whether several people are told with their posts too.
        """
        named = [cast for cast in casts if cast.id is not None]
        if not named:
            label = self.wording.label(function, None, len(casts) > 1)
            return self._labelled(label, (self.wording.say("to-confirm"),))
        if not ordered:
            named = sorted(named, key=lambda cast: self.ranks.get(cast.side, len(self.ranks)))
        unsure = all(cast.confirmation not in SURE for cast in named)
        posts = full or len(named) == 1
        told = [self.cast(cast, posts=posts, unsure=unsure) for cast in named]
        bodies = sum(cast.organisation for cast in named)
        if ordered:
            code = "speeches" if len(named) > 1 else "speech"
            return self._labelled(self.wording.say(code), self.wording.pieces(told, "order"))
        plural = len(named) > 1
        label = self.wording.label(function, _gender(named), plural, unconfirmed=unsure)
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
        name = self.phrase(
            cast.name if cast.organisation else cast.titled if posts else cast.formal
        )
        if cast.on_behalf_of is not None:
            behalf = self.phrase(cast.on_behalf_of)
            name = self.wording.say("on-behalf-of", person=name, organisation=behalf)
        if cast.confirmation not in SURE and not unsure:
            return self.wording.say("unconfirmed", what=name)
        if cast.unnamed and cast.confirmation in SURE:
            return self.wording.say("name-to-confirm", organisation=name)
        return name

    def own(self, casts: Iterable[Cast]) -> str:
        """Return what somebody does, as it stands in brackets: *modératrice*, 主持人.

        Args:
            casts: Her functions in one session.
        """
        told = (
            self.wording.function(cast.function, None if cast.organisation else cast.gender)
            for cast in casts
        )
        return self.wording.join(dict.fromkeys(told))

    # --- pieces ------------------------------------------------------------------------------

    @cached_property
    def gap(self) -> str:
        """What stands between a label and what it labels."""
        return "" if self.wording.language.labelled else " "

    def _labelled(self, label: str, listed: Pieces) -> Pieces:
        return (f"{label}{self.gap}", *listed)

    def _sides(self, told: list[Pieces]) -> Pieces:
        joined = self.wording.pieces(["".join(pieces) for pieces in told], "sides")
        pieces: list[str] = []
        for whole, parts in zip(joined, told, strict=True):
            tail = whole[len("".join(parts)) :]
            pieces += [*parts[:-1], parts[-1] + tail]
        return tuple(pieces)


def _ordered(kind: str, function: str) -> bool:
    return kind in ADDRESSED and function == "speaker"


def _gender(casts: list[Cast]) -> str | None:
    """Return the gender that a label agrees with; None: neutral words."""
    if any(cast.organisation for cast in casts):
        return None
    genders = {cast.gender for cast in casts}
    if "unknown" in genders:
        return "unknown"
    return "feminine" if genders == {"feminine"} else "masculine"
