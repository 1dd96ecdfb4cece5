"""Who may see what: an allow-list by field, and the gate that applies it.

A field that is not listed here is seen by nobody: a new one stays invisible until somebody has
thought about it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias, TypeVar

from rencontres.model import (
    AUDIENCES,
    Action,
    Attendance,
    Chair,
    Committee,
    Contribution,
    Delegation,
    End,
    Entry,
    Event,
    Function,
    Interpretation,
    Item,
    Link,
    Name,
    Note,
    Noun,
    Organisation,
    Pairing,
    Paper,
    Party,
    Person,
    Place,
    Post,
    Registration,
    Role,
    Room,
    Session,
    Side,
    Tolerance,
    Workshop,
)
from rencontres.model.visibility import PUBLIC, Circle, nearest
from rencontres.relations import Relations
from rencontres.views.reader import Reader

Fields: TypeAlias = tuple[str, str, str]
N = TypeVar("N", bound=Noun)


def _fields(public: str, partners: str = "", internal: str = "") -> Fields:
    return public, partners, internal


SEEN: Mapping[type, Fields] = {
    Side: _fields("name country zone languages"),
    Place: _fields("name side within zone address position", "codes identified candidates"),
    Room: _fields("name short place floor", "capacity booths"),
    Organisation: _fields(
        "name short acronym side kind level rank place size", "valid identified candidates"
    ),
    Person: _fields("names side gender posts sort_as", "languages", "email phone"),
    Name: _fields("language family given particle order"),
    Post: _fields("title organisation elected", "since until"),
    Role: _fields("function holder on_behalf_of confirmation person", "asked due by"),
    Party: _fields("organisation confirmation", "asked due by person"),
    Committee: _fields("name kind sides hosts chairs roles"),
    Chair: _fields("side holder appointed_by predecessor mandate"),
    Event: _fields(
        "title short kind committee series ordinal theme purpose when place convened_by roles "
        "confirmation links url uid",
        "attendance",
    ),
    Link: _fields("kind to"),
    Attendance: _fields("", "estimate counts people sheet"),
    Workshop: _fields(
        "title event number short problem topics format roles outcome", "entries"
    ),
    Entry: _fields("", "text kind organisations people"),
    Pairing: _fields(
        "workshop name topic strands ends function basis since", "people funding"
    ),
    End: _fields("side parties"),
    Contribution: _fields("", "side amount currency kind"),
    Session: _fields(
        "event workshop title short kind start end when room confirmation description roles items "
        "languages interpretation url open uid",
        "attendance",
    ),
    Item: _fields("title minutes roles", "paper"),
    Interpretation: _fields("between mode channels", "team"),
    Registration: _fields("person event delegation category arrival departure"),
    Delegation: _fields("name side roles"),
    Note: _fields("text kind heading event side agreed about"),
    Action: _fields("title owners due status about depends_on event uid"),
    Paper: _fields("title kind status issued due language about roles"),
    Tolerance: _fields(""),
}  # fmt: skip
"""Of each class: the fields that the public sees, that partners see besides, and one's own team."""

PUBLIC_FUNCTIONS: frozenset[Function] = frozenset({
    "co-chair", "lead", "moderator", "facilitator", "speaker", "keynote", "rapporteur", "witness",
    "signatory", "head-of-delegation",
})  # fmt: skip
"""The functions through which the public sees people; partners see all."""

_WITH_ID = frozenset({"id", "audience"})
"""What a thing that is seen at all is recognised by, and handed on with."""

_CLOSED = frozenset({"committee-meeting", "group-meeting"})
"""Events whose agendas are for partners."""

_OWN = 2


class Gate:
    """What one reader may see of one dossier.

    Attributes:
        level: 0: the public; 1: partners; 2: one side's own team.
        functions: Those through which this reader sees people; None: all.
    """

    def __init__(self, relations: Relations, reader: Reader) -> None:
        """Settle the rights.

        Args:
            relations: The relations of the dossier.
            reader: The reader.
        """
        self.level = AUDIENCES.index(reader.audience)
        self.functions = None if self.level else PUBLIC_FUNCTIONS
        self._relations = relations
        self._reader = reader
        self._held: dict[Circle, bool] = {}

    def shown(self, cls: type) -> frozenset[str]:
        """Return the fields of a class that this reader sees.

        Args:
            cls: A class of the model.
        """
        seen = nearest(SEEN, cls) or ()
        return frozenset(" ".join(seen[: self.level + 1]).split()) | _WITH_ID

    def sees(self, thing: Noun | Registration | Tolerance) -> bool:
        """Tell whether this reader sees that a thing exists at all.

        Args:
            thing: A noun, a registration or a tolerance.
        """
        circle = self._relations.circle(thing)
        if circle is PUBLIC:
            return True
        held = self._held.get(circle)
        if held is None:
            held = self._held[circle] = circle.holds(self._reader.audience, self._reader.side)
        return held

    def seen(self, things: tuple[N, ...]) -> Iterable[N]:
        """Return those things of one table that this reader sees; most tables are public.

        Args:
            things: Nouns of one kind.
        """
        return things if self._relations.all_public(things) else filter(self.sees, things)

    def agenda(self, session: Session) -> bool:
        """Tell whether this reader sees the running order; agendas of committees are for partners.

        Args:
            session: The session.
        """
        if self.level:
            return True
        event = self._relations.dossier.get(Event, session.event)
        return event is None or (event.kind not in _CLOSED and event.committee is None)

    def addresses(self, person: Person) -> bool:
        """Tell whether this reader belongs to the team that has a person's address and number.

        Args:
            person: The person.
        """
        return self.level == _OWN and self._reader.side == self._relations.side_of(person)
