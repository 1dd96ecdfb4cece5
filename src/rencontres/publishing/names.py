"""What things and people are called in a message about two states of a dossier."""

from __future__ import annotations

from collections.abc import Iterable

from rencontres.language import kin
from rencontres.model import (
    Dossier,
    Event,
    Noun,
    Organisation,
    Pairing,
    Person,
    Session,
    Workshop,
    name_of,
)
from rencontres.publishing.change import Change, Compared
from rencontres.relations import Relations
from rencontres.text import Text
from rencontres.wording import Wording
from rencontres.wording.typography import punctuate

_GONE = frozenset({"removed", "workshop-dropped"})


class Names:
    """Names things and people in one language.

    Attributes:
        wording: How the language writes.
        old: The dossier as it was.
        new: The dossier as it is.
    """

    def __init__(self, changes: Compared, wording: Wording) -> None:
        """Prepare.

        Args:
            changes: What was compared.
            wording: How the language writes.
        """
        self.wording = wording
        self.old, self.new = changes.old, changes.new
        self._fallback = changes.new.languages or changes.old.languages
        self._kin = kin(wording.tag)
        sides = {
            side.id: rank
            for dossier in (changes.old, changes.new)
            for rank, side in enumerate(Relations(dossier).order_of_sides(wording.tag))
        }
        self._ranks = sides

    def text(self, text: Text) -> str:
        """Return what a text says, punctuated as its language writes.

        Args:
            text: The text.
        """
        phrase = text.phrase(self.wording.tag, self._fallback)
        return punctuate(phrase, phrase.language, self.wording.typography)

    def titled(self, text: Text) -> str:
        """Return the title of a thing: one that is not translated stands in quotation marks.

        So it does in languages whose script would run on into it.

        Args:
            text: The title.
        """
        said = self.text(text)
        foreign = kin(text.phrase(self.wording.tag, self._fallback).language) != self._kin
        return self.wording.quote(said) if foreign and self.wording.language.labelled else said

    def title(self, change: Change) -> str:
        """Return what the thing of a change is called, with the number of its workshop.

        Args:
            change: The change.
        """
        dossier = self.new if change.id in self.new else self.old
        if change.kind in _GONE:
            dossier = self.old
        return self.thing(dossier, change.id) or self.text(change.title)

    def thing(self, dossier: Dossier, id_: str) -> str:
        """Return what a thing is called; empty if it has no name.

        Args:
            dossier: Where it stands.
            id_: Its id.
        """
        if id_ not in dossier:
            return ""
        thing = dossier[id_]
        if isinstance(thing, Workshop):
            title = self.text if thing.number is not None else self.titled
            return self.wording.workshop(thing.number, title(thing.title))
        if isinstance(thing, Event):
            return self.titled(thing.short or thing.title)
        if isinstance(thing, Session) and thing.title is None:
            return self._untitled(dossier, thing)
        if isinstance(thing, Pairing) and thing.name is None:
            return self._ends(dossier, thing)
        if isinstance(thing, Person):
            return self._name(dossier, id_)
        name = name_of(thing)
        return self.titled(name) if name else ""

    def _untitled(self, dossier: Dossier, session: Session) -> str:
        if session.workshop is not None:
            return self.thing(dossier, session.workshop)
        event = dossier.get(Event, session.event)
        if session.kind == "other" and event is not None:
            return self.thing(dossier, event.id)
        return self.wording.say(f"session-kind.{session.kind}")

    def _ends(self, dossier: Dossier, pairing: Pairing) -> str:
        """Return who stands at the ends of a pairing, the language's own side first."""
        ends = sorted(pairing.ends, key=lambda end: self._ranks.get(end.side, len(self._ranks)))
        sides = [[self._name(dossier, p.organisation) for p in end.parties] for end in ends]
        told = [self.wording.join(names, "organisations") for names in sides if names]
        if not told:
            return self.text(pairing.topic) if pairing.topic else ""
        single = all(len(names) < 2 for names in sides)
        return self.wording.join(told, "organisations" if single else "sides")

    def own_first(self, ids: Iterable[str]) -> list[str]:
        """Return ids in the order in which the language names them: its own side first.

        Args:
            ids: The ids of people or organisations.
        """

        def rank(id_: str) -> int:
            thing = self.new[id_] if id_ in self.new else self.old[id_]
            side: str | None = getattr(thing, "side", None)
            return self._ranks.get(side or "", len(self._ranks))

        return sorted(dict.fromkeys(ids), key=rank)

    def carrier(self, change: Change) -> str:
        """Return what people stand in: the thing; of a pairing, the workshop it carries.

        Args:
            change: The change.
        """
        thing = self.new[change.id] if change.id in self.new else self.old[change.id]
        id_ = thing.workshop if isinstance(thing, Pairing) else change.id
        workshop = self.new.get(Workshop, id_)
        if workshop is not None and workshop.number is not None:
            return self.wording.workshop(workshop.number)
        return self.titled(workshop.title) if workshop else self.title(change)

    def name(self, id_: str | None) -> str:
        """Return what somebody is called.

        Args:
            id_: The id of a person, an organisation or a side.
        """
        return self._name(self.new if id_ in self.new else self.old, id_) if id_ else ""

    def _name(self, dossier: Dossier, id_: str) -> str:
        thing: Noun = dossier[id_]
        if isinstance(thing, Person):
            return self.wording.person(thing, fallback=self._fallback)
        short = thing.short if isinstance(thing, Organisation) else None
        name = short or name_of(thing)
        return self.text(name) if name else id_

    def gender(self, id_: str | None) -> str | None:
        """Return the gender that a function agrees with; None of an institution.

        Args:
            id_: The id of who holds it.
        """
        person = self.new.get(Person, id_) or self.old.get(Person, id_)
        return person.gender if person else None
