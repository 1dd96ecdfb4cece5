"""Who does what, in words: people and organisations as a programme names them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rencontres.model import Dossier, Noun, Organisation, Pairing, Party, Person, Role
from rencontres.relations import Relations
from rencontres.text import Text, Words
from rencontres.views.audience import Gate
from rencontres.views.lexicon import Lexicon
from rencontres.views.pages import Cast, Lead, LeadEnd, LeadParty, PersonPage
from rencontres.wording.people import Form

GONE = frozenset({"declined", "withdrawn", "cancelled"})
"""Promises that will not be kept: a programme no longer names those who made them."""

_OF_PERSONS = frozenset({"co-chair", "moderator", "facilitator", "rapporteur"})
"""Functions that only a person can fill: an organisation in one still has to name somebody."""


class Forms(NamedTuple):
    """How somebody is named: alone, with the honorific, with the post."""

    name: Words
    formal: Words
    titled: Words


class Casting:
    """Names everybody once, for one reader."""

    def __init__(self, dossier: Dossier, relations: Relations, gate: Gate, lexicon: Lexicon) -> None:
        """Prepare.

        Args:
            dossier: The dossier.
            relations: Its relations.
            gate: What the reader may see.
            lexicon: The reader's languages.
        """
        self._dossier = dossier
        self._relations = relations
        self._gate = gate
        self._lexicon = lexicon
        self._forms: dict[str, Forms] = {}
        self._casts: dict[tuple[object, ...], Cast] = {}
        self._leads: dict[str, Lead] = {}
        self._expected = tuple(side.id for side in dossier.sides) if len(dossier.sides) == 2 else ()  # noqa: PLR2004 - a pairing of two sides has two ends

    def forms(self, holder: Noun) -> Forms:
        """Return how a person or an organisation is named.

        Args:
            holder: A person or an organisation.
        """
        forms = self._forms.get(holder.id)
        if forms is None:
            if isinstance(holder, Person):
                forms = self._person(holder)
            else:
                forms = self._body(holder)
            self._forms[holder.id] = forms
        return forms

    def _person(self, person: Person) -> Forms:
        def said(form: Form) -> Words:
            fallback = self._dossier.languages
            return Words(
                wording.person(person, form, fallback=fallback) for wording in self._lexicon.wordings
            )

        return Forms(name=said("name"), formal=said("formal"), titled=said("titled"))

    def _body(self, body: Noun) -> Forms:
        name: Text = self._gate.value(body, "name")
        short: Text | None = self._gate.value(body, "short") if isinstance(body, Organisation) else None
        full = self._lexicon.words(name)
        return Forms(name=self._lexicon.words(short) if short else full, formal=full, titled=full)

    def cast(self, role: Role) -> Cast:
        """Return who stands in a role, in words.

        Args:
            role: A role.
        """
        key = (role.holder, role.function, role.confirmation, role.on_behalf_of, role.person)
        cast = self._casts.get(key)
        if cast is None:
            cast = self._casts[key] = self._cast(role)
        return cast

    def _cast(self, role: Role) -> Cast:
        holder = self._dossier[role.holder] if role.holder is not None else None
        behalf = self._dossier.get(Organisation, role.on_behalf_of)
        forms = self.forms(holder) if holder else Forms(Words(), Words(), Words())
        return Cast(
            id=role.holder,
            name=forms.name,
            formal=forms.formal,
            titled=forms.titled,
            organisation=isinstance(holder, Organisation),
            gender=holder.gender if isinstance(holder, Person) else "unknown",
            function=role.function,
            side=self._gate.side_of(holder) if holder else None,
            confirmation=role.confirmation,
            unnamed=(
                isinstance(holder, Organisation)
                and role.function in _OF_PERSONS
                and role.person is None
            ),
            on_behalf_of=self.forms(behalf).name if behalf else None,
        )

    def casts(self, roles: Iterable[Role]) -> tuple[Cast, ...]:
        """Return those who stand in roles that the reader sees, as the dossier orders them.

        Args:
            roles: The roles of one thing.
        """
        return tuple(self.cast(role) for role in self._gate.roles(roles) if role.confirmation not in GONE)

    def named(self, ids: Iterable[str]) -> Iterator[Words]:
        """Yield the names of things that the reader sees.

        Args:
            ids: Ids of people, organisations, committees, delegations or sides.
        """
        for id_ in ids:
            thing = self._dossier[id_]
            if self._gate.sees(thing):
                forms = self.forms(thing)
                yield forms.formal if isinstance(thing, Person) else forms.name

    def members(self, ids: Iterable[str], function: str) -> tuple[Cast, ...]:
        """Return people who are listed without a role, in a function.

        Args:
            ids: Ids of people.
            function: What they do there: ``interpreter``, ``participant``, ``contact``.
        """
        roles = (Role(function, id_, confirmation="confirmed") for id_ in ids)  # type: ignore[arg-type]
        return tuple(self.cast(role) for role in roles if self._gate.sees(self._dossier[role.holder or ""]))

    def lead(self, pairing: Pairing) -> Lead:
        """Return who stands at the ends of a pairing.

        Args:
            pairing: The pairing.
        """
        lead = self._leads.get(pairing.id)
        if lead is None:
            written = {end.side: end.parties for end in pairing.ends}
            sides = tuple(sorted({*self._expected, *written}))
            lead = self._leads[pairing.id] = Lead(
                pairing=pairing.id,
                name=self._lexicon.maybe(pairing.name),
                topic=self._lexicon.maybe(pairing.topic),
                function=pairing.function,
                ends=tuple(self._end(side, written.get(side, ())) for side in sides),
            )
        return lead

    def leads(self, workshop: str) -> tuple[Lead, ...]:
        """Return who carries a workshop.

        Args:
            workshop: Its id.
        """
        pairings = self._relations.pairings.get(workshop, ())
        return tuple(self.lead(pairing) for pairing in pairings if self._gate.sees(pairing))

    def _end(self, side: str, parties: tuple[Party, ...]) -> LeadEnd:
        return LeadEnd(
            side=side,
            name=self._lexicon.words(self._gate.value(self._dossier[side], "name")),
            parties=tuple(
                self._party(party)
                for party in parties
                if party.confirmation not in GONE and self._gate.sees(self._dossier[party.organisation])
            ),
        )

    def _party(self, party: Party) -> LeadParty:
        forms = self.forms(self._dossier[party.organisation])
        see = self._gate.value
        person: str | None = see(party, "person")
        by: str | None = see(party, "by")
        return LeadParty(
            id=party.organisation,
            name=forms.formal,
            short=forms.name,
            confirmation=party.confirmation,
            person=self.cast(Role("contact", person, confirmation="confirmed")) if person else None,
            asked=see(party, "asked"),
            due=see(party, "due"),
            by=self.forms(self._dossier[by]).name if by else None,
        )

    def page(self, holder: Noun, tasks: tuple[tuple[str, str], ...]) -> PersonPage:
        """Return the page of a person, or of an organisation that takes part.

        Args:
            holder: The person or organisation.
            tasks: Where she does what: ids of things and functions.
        """
        forms = self.forms(holder)
        person = holder if isinstance(holder, Person) else None
        posts: tuple[Text, ...] = tuple(post.title for post in person.posts) if person else ()
        return PersonPage(
            id=holder.id,
            name=forms.name,
            formal=forms.formal,
            titled=forms.titled,
            gender=person.gender if person else "unknown",
            side=self._gate.side_of(holder),
            posts=tuple(self._lexicon.words(title) for title in posts),
            sort=_sort(person) if person else str(forms.name[0]),
            native=self._native(holder),
            email=self._gate.address(person, "email") if person else None,
            phone=self._gate.address(person, "phone") if person else None,
            tasks=tasks,  # type: ignore[arg-type]
        )

    def _native(self, holder: Noun) -> tuple[str, ...]:
        if isinstance(holder, Person) and holder.languages:
            return holder.languages
        side = next((s for s in self._dossier.sides if s.id == self._gate.side_of(holder)), None)
        return side.languages[:1] if side else ()


def _sort(person: Person) -> str:
    if person.sort_as:
        return person.sort_as
    latin = [name for name in person.names if name.family.isascii() or _latin(name.family)]
    name = (latin or list(person.names))[0]
    return " ".join(part for part in (name.family, name.given, name.particle) if part)


def _latin(words: str) -> bool:
    return all(ord(character) < 0x250 for character in words)  # noqa: PLR2004 - Latin blocks
