"""One person's copy of a programme: what she does in which session."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import TypeAlias

from attrs import frozen

from rencontres.views.casts import Cast, PersonPage
from rencontres.views.days import programme_day
from rencontres.views.pages import ActionPage
from rencontres.views.slots import Day, Gone, Slot

Own: TypeAlias = tuple[tuple[str, tuple[Cast, ...]], ...]
"""The sessions in which somebody does something, in the order of the programme, and what."""


@frozen(kw_only=True)
class Copy:
    """What one person or organisation has in a programme.

    Attributes:
        page: Who she is.
        own: What she does in which session.
        slots: Those sessions.
        actions: What she has to do.
        gone: What she was told of, and has nothing to do with any more.
    """

    page: PersonPage
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
