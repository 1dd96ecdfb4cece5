"""One person's copy of a programme: what she does in which session; less of a programme."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import TypeAlias

from attrs import frozen

from rencontres.views.casts import Cast, PersonPage
from rencontres.views.days import programme_day
from rencontres.views.pages import ActionPage
from rencontres.views.reader import Part
from rencontres.views.sieve import replaced
from rencontres.views.slots import Day, Gone, Slot

Own: TypeAlias = tuple[tuple[str, tuple[Cast, ...]], ...]
"""The sessions in which somebody does something, in the order of the programme, and what."""


@frozen(kw_only=True)
class Copy:
    """What one person or organisation has in a programme.

    Attributes:
        page: Who she is.
        listed: Whether she is among the people of the programme.
        own: What she does in which session.
        slots: Those sessions.
        actions: What she has to do.
        gone: What she was told of, and has nothing to do with any more.
    """

    page: PersonPage
    listed: bool
    own: Own
    slots: tuple[Slot, ...]
    actions: tuple[ActionPage, ...]
    gone: tuple[Gone, ...]

    @property
    def days(self) -> tuple[Day, ...]:
        """Her days."""
        days: dict[date, list[Slot]] = {}
        for slot in self.slots:
            if slot.start is not None:
                days.setdefault(programme_day(slot.start), []).append(slot)
        return tuple([Day(date=day, slots=tuple(slots)) for day, slots in days.items()])

    @property
    def unscheduled(self) -> tuple[Slot, ...]:
        """Her sessions without an hour."""
        return tuple([slot for slot in self.slots if slot.start is None])


class Copies(Mapping[str, Copy]):
    """The copies of all who do something, put together when the first is asked for.

    What they are made from is not kept, and not pickled: it may hold more than a reader may see.
    """

    __slots__ = ("_copies", "_make")

    def __init__(self, make: Callable[[], Mapping[str, Copy]]) -> None:
        """Prepare.

        Args:
            make: Returns the copies by the ids of those who have them.
        """
        self._make: Callable[[], Mapping[str, Copy]] | None = make
        self._copies: Mapping[str, Copy] = {}

    def _made(self) -> Mapping[str, Copy]:
        if self._make is not None:
            self._copies, self._make = self._make(), None
        return self._copies

    def __getitem__(self, id_: str) -> Copy:
        """Return the copy of somebody."""
        return self._made()[id_]

    def __iter__(self) -> Iterator[str]:
        """Yield the ids of those who have a copy."""
        return iter(self._made())

    def __len__(self) -> int:
        """Return how many have one."""
        return len(self._made())

    def __reduce__(self) -> tuple[type[dict[str, Copy]], tuple[dict[str, Copy]]]:
        """Return what makes the same copies again."""
        return dict, (dict(self._made()),)


@frozen
class Kept:
    """What stays of a programme where less is asked for.

    Attributes:
        parts: The parts that stay.
        sessions: The ids of the sessions that stay; None: all.
    """

    parts: frozenset[Part]
    sessions: frozenset[str] | None

    @classmethod
    def of(cls, parts: Iterable[Part | str] | None, sessions: Iterable[str] | None) -> Kept:
        """Return what stays.

        Args:
            parts: Of the parts; None: all.
            sessions: Of the sessions, by id; None: all.

        Raises:
            ValueError: A part that no programme has.
        """
        kept = frozenset(Part) if parts is None else frozenset(map(Part, parts))
        if Part.SESSIONS not in kept:
            sessions = ()
        return cls(kept, None if sessions is None else frozenset(sessions))

    def session(self, id_: str) -> bool:
        """Tell whether a session stays.

        Args:
            id_: Its id.
        """
        return self.sessions is None or id_ in self.sessions

    def own(self, own: Own) -> Own:
        """Return what stays of what somebody does.

        Args:
            own: What she does in which session.
        """
        return tuple(each for each in own if self.session(each[0]))

    def gone(self, stones: Iterable[Gone]) -> tuple[Gone, ...]:
        """Return what stays of what is gone: an action as other actions, all else as sessions.

        Args:
            stones: What is gone.
        """
        acts = Part.ACTIONS in self.parts
        return tuple(s for s in stones if (acts if s.noun == "action" else self.session(s.id)))

    def copies(self, copies: Mapping[str, Copy]) -> Mapping[str, Copy]:
        """Return what stays of copies, of those who have anything left.

        Args:
            copies: The copies, by the ids of those who have them.
        """
        less = {id_: self._copy(copy) for id_, copy in copies.items()}
        return {id_: copy for id_, copy in less.items() if copy.own or copy.actions or copy.gone}

    def _copy(self, copy: Copy) -> Copy:
        less = {
            "own": self.own(copy.own),
            "slots": tuple(slot for slot in copy.slots if self.session(slot.id)),
            "actions": copy.actions if Part.ACTIONS in self.parts else (),
            "gone": self.gone(copy.gone),
        }
        return replaced(copy, less)
