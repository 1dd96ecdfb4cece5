"""Who carries a workshop for which side, who holds a duty, which event most of it is for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol, TypeVar

from rencontres.model import Chair, Confirmation, Function, Pairing, Party, Role, Workshop
from rencontres.relations.ties import OFF, Relations

IDLE: frozenset[Confirmation] = frozenset({*OFF, "postponed"})
"""What will not be held when it was said to be."""


class _Event(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def title(self) -> object: ...


class _Held(Protocol):
    @property
    def event(self) -> str | None: ...


E = TypeVar("E", bound=_Event)


class Carrier(NamedTuple):
    """Somebody who carries a workshop or a pairing for a side, or is asked to.

    Attributes:
        side: The side, by id; None: of an organisation or a person of no side.
        holder: The organisation or person, by id.
        function: As what: ``lead``, ``co-chair``, ``witness``.
        pairing: The pairing, by id; None: a role of lead without a pairing.
        promise: Where the promise stands.
    """

    side: str | None
    holder: str
    function: Function
    pairing: str | None
    promise: Party | Role


def carriers(relations: Relations, workshop: Workshop) -> Iterator[Carrier]:
    """Yield who carries a workshop: the parties of its pairings, then its roles of lead.

    Args:
        relations: The relations of the dossier.
        workshop: The workshop.
    """
    for pairing in relations.pairings.get(workshop.id, ()):
        yield from parties(pairing)
    for role in workshop.roles:
        if role.function == "lead" and role.holder is not None:
            side = relations.side_of(relations.dossier[role.holder])
            yield Carrier(side, role.holder, role.function, None, role)


def parties(pairing: Pairing) -> Iterator[Carrier]:
    """Yield who stands at the ends of a pairing, in the order given.

    Args:
        pairing: The pairing.
    """
    for end in pairing.ends:
        for party in end.parties:
            yield Carrier(end.side, party.organisation, pairing.function, pairing.id, party)


def holders(duty: Role | Chair) -> Iterator[str]:
    """Yield who holds a duty, whom she speaks for, and who comes for it.

    Args:
        duty: A role, or a seat at the head of a committee.
    """
    if duty.holder is not None:
        yield duty.holder
    if isinstance(duty, Role):
        if duty.on_behalf_of is not None:
            yield duty.on_behalf_of
        if duty.person is not None:
            yield duty.person


def busiest(events: Iterable[E], held: Iterable[_Held], title: object = None) -> E | None:
    """Return the event that most is held of; of equals, that of the title, then one of meetings.

    Args:
        events: The events.
        held: Their sessions and workshops.
        title: What the whole is called.
    """
    weight = Counter(each.event for each in held)
    return max(
        sorted(events, key=lambda event: event.id),
        key=lambda event: (weight[event.id], event.title == title, event.kind == "meetings"),
        default=None,
    )
