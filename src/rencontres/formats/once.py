"""What is told again and again in a programme, made once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable
from typing import Concatenate, ParamSpec, Protocol, TypeAlias, TypeVar, cast

Made: TypeAlias = defaultdict[Callable[..., object], dict[Hashable, object]]
"""By function: what it returned, by its arguments."""


def nothing_made() -> Made:
    """Return what has been made at first."""
    return defaultdict(dict)


class Remembers(Protocol):
    """Something that keeps what it has made, for as long as itself."""

    @property
    def made(self) -> Made:
        """What it has made."""
        ...


S = TypeVar("S", bound=Remembers)
P = ParamSpec("P")
T = TypeVar("T")


def once_for(make: Callable[Concatenate[S, P], T]) -> Callable[Concatenate[S, P], T]:
    """Let a function make each thing once for the very objects that it is given, which are kept.

    Args:
        make: A pure function; it takes its arguments by position. Equal objects need not have
            equal results: phrases of two languages may be the same words.
    """

    def told(self: S, /, *given: object) -> object:
        made, key = self.made[make], (*map(id, given),)
        try:
            return cast("tuple[object, object]", made[key])[1]
        except KeyError:
            pass
        result = cast("Callable[..., object]", make)(self, *given)
        made[key] = given, result
        return result

    told.__doc__, told.__name__ = make.__doc__, make.__name__
    return cast("Callable[Concatenate[S, P], T]", told)


def once(make: Callable[Concatenate[S, P], T]) -> Callable[Concatenate[S, P], T]:
    """Let a function make each thing once for its first argument, which keeps it.

    Args:
        make: A pure function; beside its first argument it takes hashable ones by position. Equal
            ones must have equal results: moments come with their zones, phrases with their
            languages, wherever these matter.
    """

    def told(self: S, /, *key: Hashable) -> object:
        made = self.made[make]
        try:
            return made[key]
        except KeyError:
            pass  # what goes wrong in making it has nothing to do with this
        result = made[key] = cast("Callable[..., object]", make)(self, *key)
        return result

    told.__doc__, told.__name__ = make.__doc__, make.__name__
    return cast("Callable[Concatenate[S, P], T]", told)
