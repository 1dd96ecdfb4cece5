"""Who carries a workshop, and who has been asked to, in one of the reader's languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from attrs import frozen

from rencontres.formats.once import once
from rencontres.formats.roles import Pieces, Roles
from rencontres.relations import SURE
from rencontres.views import BoardCall, BoardRow, Lead, LeadEnd, LeadParty

if TYPE_CHECKING:
    from rencontres.checks import Tally


@frozen(slots=False, eq=False)
class Carriers(Roles):
    """How one of the languages of a programme tells who carries what."""

    @once
    def leads(self, lead: Lead) -> Pieces:
        """Return who carries a workshop: *Chefs de file : Bordeaux et Wuhan (à confirmer)*.

        Args:
            lead: The ends of a pairing.
        """
        parties = [party for end in lead.ends for party in end.parties]
        if not lead.ends:
            return ()
        unsure = bool(parties) and all(party.confirmation not in SURE for party in parties)
        many = len(parties) + sum(not end.parties for end in lead.ends) > 1
        label = self.wording.label(lead.function, None, many, unconfirmed=unsure)
        return self._labelled(label, self.ends(lead, unsure=unsure))

    def ends(self, lead: Lead, *, unsure: bool = False) -> Pieces:
        """Return who carries a workshop, without a label: *Bordeaux et Wuhan (à confirmer)*.

        Args:
            lead: The ends of a pairing.
            unsure: Whether the reserve has been made for all already.
        """
        ends = sorted(lead.ends, key=lambda end: self.ranks.get(end.side, len(self.ranks)))
        if len(ends) > 1 and all(len(end.parties) == 1 for end in ends):
            names = [self.party(end.parties[0], unsure=unsure) for end in ends]
            return self.wording.pieces(names, "organisations")
        return self._sides([self.end(end, unsure=unsure) for end in ends])

    def carried(self, leads: Iterable[Lead]) -> Iterator[str | Pieces]:
        """Yield who carries something, and what each pairing brings.

        Args:
            leads: The pairings.
        """
        for lead in leads:
            if pieces := self.leads(lead):
                yield pieces
            if topic := self.topic(lead):
                yield topic

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
        return name if unsure else self.sure(name, party.confirmation)

    def topic(self, lead: Lead) -> str | None:
        """Return the line of what a pairing brings; None if nobody has said.

        Args:
            lead: The ends of a pairing.
        """
        topic = lead.topic or lead.name
        return self.wording.say("topic", topic=self.phrase(topic)) if topic else None

    # --- who has been asked ------------------------------------------------------------------

    def call(self, call: BoardCall) -> str:
        """Return who carries a workshop or is asked to, and where the promise stands.

        Args:
            call: A line of the status board.
        """
        told = [self.wording.say(f"confirmation.{call.party.confirmation}")]
        if call.function != "lead":
            told.insert(0, self.wording.function(call.function))
        return self.asked(call.party, [*told, *self.followed(call.party, overdue=call.overdue)])

    def followed(self, party: LeadParty, *, overdue: bool = False) -> Iterator[str]:
        """Yield since when somebody is asked, until when an answer is due, and who reminds.

        Args:
            party: Who is asked.
            overdue: Whether the answer should have come.
        """
        if party.asked:
            yield self.wording.say("promise.asked", date=party.asked)
        if party.due and party.confirmation not in SURE:
            yield self.wording.say("promise.overdue" if overdue else "promise.due", when=party.due)
        if party.by:
            yield self.wording.say("promise.by", who=self.phrase(party.by))

    def asked(self, party: LeadParty, told: list[str]) -> str:
        """Return who is asked, with who will come, and what is told of that in brackets.

        Args:
            party: Who is asked.
            told: What is told.
        """
        name: str = self.phrase(party.short)
        if party.person:
            who = self.cast(party.person, posts=True)
            name = self.wording.say("represented-by", organisation=name, person=who)
        aside = self.wording.join(told, "clause")
        return self.wording.say("aside", what=name, aside=aside) if told else name

    def row(self, row: BoardRow) -> str:
        """Return what a row of the status board is called: its workshop.

        Args:
            row: The row.
        """
        if row.id is None:
            return self.wording.say("board.loose")
        return self.wording.workshop(row.number, self.phrase(row.title) if row.title else None)

    def states(self, tally: Tally) -> str:
        """Return how many promises of a side stand where; empty if there are none.

        Args:
            tally: The side in figures.
        """
        return self._counted("confirmation.", tally.confirmations)

    def figures(self, tally: Tally) -> Iterator[str]:
        """Yield the other figures of a side: as many in every language.

        Args:
            tally: The side in figures.
        """
        wording = self.wording
        if tally.missing:
            yield wording.say("board.missing", count=tally.missing)
        yield wording.count(tally.speakers, "speaker")
        if tally.languages:
            spoken = [(wording.language_name(tag), count) for tag, count in tally.languages]
            told = wording.join([self._number(*each) for each in spoken])
            yield wording.say("languages", languages=told, count=len(spoken))
        if tally.levels:
            yield wording.say("board.levels", levels=self._counted("level.", tally.levels))
        if tally.kinds:
            yield wording.say("board.kinds", kinds=self._counted("kind.", tally.kinds))
        yield wording.say("board.funded" if tally.funding else "board.unfunded")

    def _counted(self, family: str, counts: tuple[tuple[str, int], ...]) -> str:
        say = self.wording.say
        return self.wording.join([self._number(say(family + word), n) for word, n in counts])

    def _number(self, what: str, number: int) -> str:
        return self.wording.say("aside", what=what, aside=number)

    def _sides(self, told: list[Pieces]) -> Pieces:
        joined = self.wording.pieces(["".join(pieces) for pieces in told], "sides")
        pieces: list[str] = []
        for whole, parts in zip(joined, told, strict=True):
            tail = whole[len("".join(parts)) :]
            pieces += [*parts[:-1], parts[-1] + tail]
        return tuple(pieces)
