"""One change between two states of a dossier."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal, Protocol, TypeAlias

from attrs import frozen

from rencontres.model import Dossier, Function
from rencontres.publishing.trace import Former
from rencontres.text import Text

Kind: TypeAlias = Literal[
    "event-moved", "moved", "relocated", "postponed", "cancelled", "reinstated", "confirmed",
    "unconfirmed", "withdrawn", "progressed", "added", "removed", "workshop-added",
    "workshop-dropped", "reassigned", "renumbered", "retitled", "revised", "translated",
    "translation-stale", "end-gained", "end-lost", "role-gained", "role-lost", "role-replaced",
    "link-drifted",
]  # fmt: skip

Told: TypeAlias = Former | Text | str | int | tuple[str, ...] | None
"""A value before or after: when, a name, an id or a word of the model, days, ids."""

TIMED: frozenset[Kind] = frozenset(
    {"event-moved", "moved", "postponed", "cancelled", "reinstated", "confirmed", "unconfirmed",
     "progressed"}
)  # fmt: skip
"""What calendars count of a thing itself: its revision grows (RFC 5546 §2.1.4)."""


@frozen(kw_only=True)
class Change:
    """One thing that is no longer as it was.

    Attributes:
        kind: What has happened. Of a thing: ``added``, ``removed``, ``moved`` (in time;
            ``event-moved`` of an event), ``relocated`` (room or place), ``postponed``,
            ``cancelled``, ``reinstated``, ``confirmed``, ``unconfirmed``, ``progressed`` (an
            action), ``workshop-added``, ``workshop-dropped``, ``renumbered``, ``reassigned`` (to
            another workshop or event). Of its words: ``retitled``, ``translated`` (a language came
            or went, and no words changed), ``translation-stale``, ``revised`` (something else that
            is told of it, and nothing of the above). Of somebody in it: ``role-gained``,
            ``role-lost``, ``role-replaced``, ``confirmed``, ``unconfirmed``, ``withdrawn``; of a
            pairing also ``end-gained`` and ``end-lost``. Of two events: ``link-drifted``.
        noun: What kind of thing: ``session``.
        id: Its id; where that has changed, the new one.
        title: What it is called now; of what is gone, what it was called.
        before: What was: a ``Former`` (when), a name (where; titles), a word of the model
            (status, action), ids of who stood there, days between two events (negative: in
            common); None: nothing.
        after: What is, in the same form.
        function: Of what concerns somebody in the thing: the function.
        side: Of an end or a seat: the id of the side.
        unsure: Of those who have come: the ids of those still to be confirmed.
        languages: Of words: the tags concerned, sorted; a stale translation's.
        field: Of a stale translation: the field it stands in.
        other: Of a link: the id of the other event.
        event: The id of the event it belongs to.
        people: The ids of the people and organisations who must be told, sorted.
    """

    kind: Kind
    noun: str
    id: str
    title: Text
    before: Told = None
    after: Told = None
    function: Function | None = None
    side: str | None = None
    unsure: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    field: str | None = None
    other: str | None = None
    event: str | None = None
    people: tuple[str, ...] = ()

    @property
    def timed(self) -> bool:
        """Whether calendars count it: the revision of the thing grows with it."""
        return self.kind in TIMED and self.function is None


class Compared(Protocol):
    """Two states of a dossier, and the changes from one to the other."""

    @property
    def old(self) -> Dossier:
        """The dossier as it was."""
        ...

    @property
    def new(self) -> Dossier:
        """The dossier as it is."""
        ...

    def __iter__(self) -> Iterator[Change]: ...


Maker: TypeAlias = Callable[..., Change]
"""Makes the changes of one thing."""
