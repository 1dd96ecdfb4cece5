"""Who does what, in words: people and organisations as a programme names them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rencontres.model import (
    Function,
    Noun,
    Organisation,
    Pairing,
    Party,
    Person,
    Promise,
    Role,
    name_of,
)
from rencontres.relations import OFF
from rencontres.text import Text, Words
from rencontres.views.casts import Cast, Lead, LeadEnd, LeadParty, PersonPage
from rencontres.views.lexicon import Lexicon
from rencontres.views.redaction import Redaction
from rencontres.wording.people import Form

_OF_PERSONS = frozenset({"co-chair", "moderator", "facilitator", "rapporteur"})
"""Functions that only a person can fill: an organisation in one still has to name somebody."""


class Forms(NamedTuple):
    """How somebody is named: alone, with the honorific, with the post."""

    name: Words
    formal: Words
    titled: Words


_NOBODY = Forms(Words(), Words(), Words())


class Casting:
    """Names everybody once, for one reader."""

    def __init__(self, redaction: Redaction, lexicon: Lexicon) -> None:
        """Prepare.

        Args:
            redaction: What is left of the dossier for the reader.
            lexicon: The reader's languages.
        """
        self._dossier = redaction.left
        self._relations = redaction.relations
        self._redaction = redaction
        self._lexicon = lexicon
        self._forms: dict[str, Forms] = {}
        self._casts: dict[tuple[object, ...], Cast] = {}
        self._roles: dict[int, tuple[Role, Cast]] = {}
        self._sides: dict[str, str | None] = {}
        self._leads: dict[str, tuple[Lead, ...]] = {}
        sides = tuple(side.id for side in self._dossier.sides)
        # A pairing of two sides has two ends; among more sides, those that are written.
        self._expected = sides if len(sides) == 2 else ()

    def holder(self, id_: str) -> Noun:
        """Return who does something; of those whom this reader does not see, what she may be told.

        Args:
            id_: The id of a person or an organisation.
        """
        if id_ in self._dossier:
            return self._dossier[id_]
        holder = self._redaction.whole[id_]
        return self._redaction.herself(holder) if isinstance(holder, Person) else holder

    def forms(self, holder: Noun) -> Forms:
        """Return how a person or anything else with a name is called.

        Args:
            holder: A person, an organisation, a committee, a delegation or a side.
        """
        forms = self._forms.get(holder.id)
        if forms is None:
            forms = self._person(holder) if isinstance(holder, Person) else self._body(holder)
            self._forms[holder.id] = forms
        return forms

    def _person(self, person: Person) -> Forms:
        def said(form: Form) -> Words:
            fallback = self._lexicon.fallback
            wordings = self._lexicon.wordings
            return Words([each.person(person, form, fallback=fallback) for each in wordings])

        formal = said("formal")
        return Forms(said("name"), formal, said("titled") if person.posts else formal)

    def _body(self, body: Noun) -> Forms:
        full = self._lexicon.words(name_of(body) or Text.same(body.id))
        short = body.short if isinstance(body, Organisation) else None
        return Forms(self._lexicon.words(short) if short else full, full, full)

    def cast(self, role: Role) -> Cast:
        """Return who stands in a role, in words.

        Args:
            role: A role.
        """
        return self._told(role)[1]

    def _told(self, role: Role) -> tuple[Role, Cast]:
        known = self._roles.get(id(role))
        if known is None:
            key = (role.holder, role.function, role.confirmation, role.on_behalf_of, role.person)
            cast = self._casts.get(key)
            if cast is None:
                cast = self._casts[key] = self._cast(role)
            # The role is kept, and so is its place in memory.
            known = self._roles[id(role)] = role, cast
        return known

    def _cast(self, role: Role) -> Cast:
        holder = self.holder(role.holder) if role.holder is not None else None
        behalf: Noun | None = self._dossier.get(Organisation, role.on_behalf_of)
        unnamed = False
        if isinstance(holder, Organisation) and role.function in _OF_PERSONS:
            unnamed = role.person is None
            if role.person is not None:
                behalf, holder = behalf or holder, self.holder(role.person)
        forms = self.forms(holder) if holder else _NOBODY
        return Cast(
            id=holder.id if holder else None,
            name=forms.name,
            formal=forms.formal,
            titled=forms.titled,
            organisation=isinstance(holder, Organisation),
            gender=holder.gender if isinstance(holder, Person) else "unknown",
            function=role.function,
            side=self._side_of(holder) if holder else None,
            confirmation=role.confirmation,
            unnamed=unnamed,
            on_behalf_of=self.forms(behalf).name if behalf else None,
        )

    def _side_of(self, holder: Noun) -> str | None:
        if holder.id not in self._sides:
            side = self._relations.side_of(holder)
            self._sides[holder.id] = side if side in self._dossier else None
        return self._sides[holder.id]

    def casts(self, roles: Iterable[Role]) -> tuple[Cast, ...]:
        """Return those who stand in roles, as the dossier orders them.

        Args:
            roles: The roles of one thing.
        """
        known, told = self._roles.get, self._told
        return tuple([(known(id(r)) or told(r))[1] for r in roles if r.confirmation not in OFF])

    def own(self, roles: Iterable[Role]) -> Iterator[tuple[str, Cast]]:
        """Yield who does what: holders, those who come for them, those they speak for.

        Args:
            roles: Roles.
        """
        for role in roles:
            if role.confirmation in OFF:
                continue
            if role.holder is not None:
                yield role.holder, self.cast(role)
            if role.on_behalf_of is not None and role.on_behalf_of != role.holder:
                yield role.on_behalf_of, self.cast(role)
            if role.person is not None and role.person != role.holder:
                yield (
                    role.person,
                    self.cast(Role(role.function, role.person, confirmation=role.confirmation)),
                )

    def named(self, ids: Iterable[str]) -> Iterator[Words]:
        """Yield the names of things.

        Args:
            ids: Ids of people, organisations, committees, delegations or sides.
        """
        for id_ in ids:
            thing = self._dossier[id_]
            forms = self.forms(thing)
            yield forms.formal if isinstance(thing, Person) else forms.name

    def members(self, ids: Iterable[str], function: Function) -> tuple[Cast, ...]:
        """Return people who are listed without a role, in a function.

        Args:
            ids: Ids of people.
            function: What they do there.
        """
        return tuple(self.cast(Role(function, id_, confirmation="confirmed")) for id_ in ids)

    # --- who carries a workshop --------------------------------------------------------------

    def leads(self, workshop: str) -> tuple[Lead, ...]:
        """Return who carries a workshop.

        Args:
            workshop: Its id.
        """
        leads = self._leads.get(workshop)
        if leads is None:
            pairings = self._relations.pairings.get(workshop, ())
            leads = self._leads[workshop] = tuple(map(self.lead, pairings))
        return leads

    def lead(self, pairing: Pairing) -> Lead:
        """Return who stands at the ends of a pairing.

        Args:
            pairing: The pairing.
        """
        written = {end.side: end.parties for end in pairing.ends}
        return Lead(
            pairing=pairing.id,
            name=self._lexicon.maybe(pairing.name),
            topic=self._lexicon.maybe(pairing.topic),
            function=pairing.function,
            ends=tuple(
                self._end(side, written.get(side, ()))
                for side in sorted({*self._expected, *written})
            ),
        )

    def _end(self, side: str, parties: tuple[Party, ...]) -> LeadEnd:
        kept = (party for party in parties if party.confirmation not in OFF)
        return LeadEnd(
            side=side,
            name=self.forms(self._dossier[side]).name,
            parties=tuple(self.party(party.organisation, party) for party in kept),
        )

    def party(self, holder: str, promise: Promise) -> LeadParty:
        """Return who carries something, and where the promise stands.

        Args:
            holder: The id of an organisation or a person.
            promise: The promise.
        """
        thing = self._dossier[holder]
        forms = self.forms(thing)
        person = promise.person
        return LeadParty(
            id=holder,
            name=forms.formal,
            short=forms.formal if isinstance(thing, Person) else forms.name,
            confirmation=promise.confirmation,
            person=self.members([person], "contact")[0] if person else None,
            asked=promise.asked,
            due=promise.due,
            by=self.forms(self._dossier[promise.by]).name if promise.by else None,
        )

    # --- who she is ----------------------------------------------------------------------------

    def page(self, holder: Noun, functions: Iterable[Function]) -> PersonPage:
        """Return the page of a person, or of an organisation that takes part.

        Args:
            holder: The person or organisation.
            functions: What she does in the programme, in order.
        """
        forms = self.forms(holder)
        person = holder if isinstance(holder, Person) else None
        return PersonPage(
            id=holder.id,
            name=forms.name,
            formal=forms.formal,
            titled=forms.titled,
            salutation=self._lexicon.salutation(person) if person else None,
            gender=person.gender if person else "unknown",
            side=self._side_of(holder),
            posts=self._lexicon.each(post.title for post in person.posts) if person else (),
            sort=_sort(person) if person else str(forms.name[0]),
            native=self._native(holder),
            email=person.email if person else None,
            phone=person.phone if person else None,
            functions=tuple(functions),
        )

    def _native(self, holder: Noun) -> tuple[str, ...]:
        if isinstance(holder, Person) and holder.languages:
            return holder.languages
        side = self._side_of(holder)
        return next((each.languages[:1] for each in self._dossier.sides if each.id == side), ())


def _sort(person: Person) -> str:
    if person.sort_as:
        return person.sort_as
    latin = (name for name in person.names if max(map(ord, name.family)) < 0x250)
    name = next(latin, person.names[0])
    return " ".join(part for part in (name.family, name.given, name.particle) if part)
