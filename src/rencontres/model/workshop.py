"""Workshops and pairings: what is worked on, and who works on it together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias

from attrs import field, frozen

from rencontres.finding import Finding, path
from rencontres.model import form
from rencontres.model.noun import Noun, Part
from rencontres.model.people import ROLES, Promise, Role
from rencontres.model.refusal import problem
from rencontres.model.shape import one_of, to
from rencontres.text import Text
from rencontres.when import When

WorkshopFormat: TypeAlias = Literal[
    "unknown", "room", "field", "plenary", "round-table", "exchange-of-views", "b2b"
]
EntryKind: TypeAlias = Literal["remark", "unclassified"]
PairingFunction: TypeAlias = Literal["lead", "co-chair", "witness"]
Basis: TypeAlias = Literal["twinning", "agreement", "project", "programme", "ad-hoc", "unknown"]
ContributionKind: TypeAlias = Literal["money", "in-kind"]


@frozen(repr=False)
class Entry(Part):
    """Something noted under a workshop that is no pairing (mention, 备注).

    Attributes:
        text: The words, per language.
        kind: A remark, or something that nobody has classified yet.
        organisations: The ids of those named in it.
        people: The ids of those named in it.
    """

    text: Text
    kind: EntryKind = field(default="remark", kw_only=True, metadata=one_of(EntryKind))
    organisations: tuple[str, ...] = field(default=(), kw_only=True, metadata=to("organisations"))
    people: tuple[str, ...] = field(default=(), kw_only=True, metadata=to("people"))


@frozen(repr=False, kw_only=True)
class Workshop(Noun):
    """A subject that both sides work on (atelier, 分论坛).

    Attributes:
        title: Its title, per language.
        event: The id of the event it belongs to.
        number: Its number in the event.
        short: The title for small screens.
        problem: The question it is to answer, per language (problématique, 议题设问).
        topics: What it covers (sous-thèmes, 分议题), in the order given.
        format: How it is held: en salle, 会场; de terrain, 实地考察; table ronde, 圆桌会议.
        entries: What was noted under it and is no pairing.
        roles: Functions for the whole workshop.
        outcome: What is to come out of it, per language (livrable, 预期成果).
    """

    title: Text
    event: str | None = field(default=None, metadata=to("events"))
    number: int | None = None
    short: Text | None = None
    problem: Text | None = None
    topics: tuple[Text, ...] = ()
    format: WorkshopFormat = field(default="unknown", metadata=one_of(WorkshopFormat))
    entries: tuple[Entry, ...] = ()
    roles: tuple[Role, ...] = field(default=(), metadata=ROLES)
    outcome: Text | None = None


@frozen(repr=False)
class Party(Promise):
    """An organisation at one end of a pairing, confirmed on its own (partenaire, 合作方).

    Attributes:
        organisation: The id of the organisation.
    """

    organisation: str = field(metadata=to("organisations"))


@frozen(repr=False)
class End(Part):
    """One side's end of a pairing (côté, 一方).

    Attributes:
        side: The id of the side whose end it is.
        parties: Who stands there, in the order given; empty: still to be found.
    """

    side: str = field(metadata=to("sides"))
    parties: tuple[Party, ...] = field(default=(), metadata={"by": "organisation", "ordered": True})


@frozen(repr=False)
class Contribution(Part):
    """What one side puts in (cofinancement, 共同出资).

    Attributes:
        side: The id of the side.
        amount: In units of the currency, not in cents; of a thing in kind, what it is worth.
        currency: ISO 4217, three capital letters.
        kind: Money, or in kind (en nature, 实物).
    """

    side: str = field(metadata=to("sides"))
    amount: int | float | None = field(default=None, kw_only=True)
    currency: str | None = field(default=None, kw_only=True, metadata={"form": form.CURRENCY})
    kind: ContributionKind = field(default="money", kw_only=True, metadata=one_of(ContributionKind))


@frozen(repr=False, kw_only=True)
class Pairing(Noun):
    """Parties of two sides who carry a workshop together (binôme, 结对).

    Attributes:
        workshop: The id of the workshop they carry.
        name: A name of its own, per language.
        topic: What they bring, per language (sujet, 主题).
        strands: The parts of the topic (volets, 分项), in the order given.
        ends: One a side, sorted by side; an absent or empty end is still to be found.
        people: The ids of those named with it.
        function: What the parties do in the workshop: chefs de file, 牵头; témoins, 经验分享.
        basis: What ties them: jumelage, 友好城市; accord, 协议; projet, 项目.
        since: Since when.
        funding: What each side puts in, sorted by side.
    """

    workshop: str | None = field(default=None, metadata=to("workshops"))
    name: Text | None = None
    topic: Text | None = None
    strands: tuple[Text, ...] = ()
    ends: tuple[End, ...] = field(default=(), metadata={"by": "side"})
    people: tuple[str, ...] = field(default=(), metadata=to("people"))
    function: PairingFunction = field(default="lead", metadata=one_of(PairingFunction))
    basis: Basis = field(default="unknown", metadata=one_of(Basis))
    since: When | None = None
    funding: tuple[Contribution, ...] = field(default=(), metadata={"by": "side"})

    def faults(self) -> Iterator[Finding]:
        """Yield what makes this pairing meaningless: a party that stands in it twice."""
        seen: set[str] = set()
        for end in self.ends:
            for party in end.parties:
                if party.organisation in seen:
                    place = path("ends", end.side, party.organisation)
                    yield problem(
                        "party.twice",
                        place,
                        "%(party)s stands twice in one pairing",
                        party=party.organisation,
                    )
                seen.add(party.organisation)
