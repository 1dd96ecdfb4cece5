"""Who stands where, before and after: roles, seats of committees, ends of pairings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from rencontres.model import Chair, Function, Pairing, Party, Promise, Role
from rencontres.relations import OFF, SURE

if TYPE_CHECKING:
    from rencontres.publishing.change import Kind


class Shift(NamedTuple):
    """One thing that has changed about who stands somewhere: ids, and which are still unsure."""

    kind: Kind
    function: Function
    before: str | tuple[str, ...] | None = None
    after: str | tuple[str, ...] | None = None
    side: str | None = None
    unsure: tuple[str, ...] = ()


def roles(old: Iterable[Role], new: Iterable[Role]) -> Iterator[Shift]:
    """Yield what has changed in the roles of one thing.

    Args:
        old: As they were.
        new: As they are.
    """
    then, now = _by_function(old), _by_function(new)
    for function in dict.fromkeys((*then, *now)):
        yield from _between(function, then.get(function, {}), now.get(function, {}))


def seats(old: Iterable[Chair], new: Iterable[Chair]) -> Iterator[Shift]:
    """Yield which seats of a committee are held by somebody else.

    Args:
        old: The chairs as they were.
        new: The chairs as they are.
    """
    then, now = ({chair.side: chair.holder for chair in chairs} for chairs in (old, new))
    for side in sorted({*then, *now}):
        before, after = then.get(side), now.get(side)
        if before != after:
            yield _exchange("co-chair", before, after)._replace(side=side)


def ends(old: Pairing, new: Pairing) -> Iterator[Shift]:
    """Yield what has changed at the ends of a pairing: who stands there, and who has found nobody.

    Args:
        old: The pairing as it was.
        new: The pairing as it is.
    """
    then, now = ({end.side: _parties(end.parties) for end in each.ends} for each in (old, new))
    for side in sorted({*then, *now}):
        before, after = then.get(side, {}), now.get(side, {})
        had, has = _live(before), _live(after)
        if has and not had:
            unsure = tuple(id_ for id_ in has if after[id_].confirmation not in SURE)
            yield Shift("end-gained", new.function, after=has, side=side, unsure=unsure)
            continue
        gone = had and not has
        for shift in _between(new.function, before, after):
            if not gone or shift.kind == "withdrawn":
                yield shift._replace(side=side)
        if gone:
            yield Shift("end-lost", new.function, before=had, side=side)


def _by_function(roles: Iterable[Role]) -> dict[Function, dict[str, Promise]]:
    found: dict[Function, dict[str, Promise]] = {}
    for role in roles:
        if role.holder is not None:
            found.setdefault(role.function, {}).setdefault(role.holder, role)
    return found


def _parties(parties: Iterable[Party]) -> dict[str, Promise]:
    return {party.organisation: party for party in parties}


def _live(promises: Mapping[str, Promise]) -> tuple[str, ...]:
    return tuple(id_ for id_, promise in promises.items() if promise.confirmation not in OFF)


def _between(
    function: Function, then: Mapping[str, Promise], now: Mapping[str, Promise]
) -> Iterator[Shift]:
    had, has = _live(then), _live(now)
    withdrawn = [id_ for id_ in had if id_ in now and id_ not in has]
    yield from (Shift("withdrawn", function, before=id_) for id_ in withdrawn)
    lost = [id_ for id_ in had if id_ not in now]
    gained = [id_ for id_ in has if id_ not in had]
    for place in range(max(len(lost), len(gained))):
        before = lost[place] if place < len(lost) else None
        after = gained[place] if place < len(gained) else None
        unsure = (after,) if after and now[after].confirmation not in SURE else ()
        yield _exchange(function, before, after)._replace(unsure=unsure)
    for id_ in had:
        if id_ in has:
            yield from _kept(function, id_, then[id_], now[id_])


def _exchange(function: Function, before: str | None, after: str | None) -> Shift:
    kind: Kind = (
        "role-gained" if before is None else "role-lost" if after is None else "role-replaced"
    )
    return Shift(kind, function, before, after)


def _kept(function: Function, holder: str, then: Promise, now: Promise) -> Iterator[Shift]:
    """Yield what has changed of a promise that stands: how sure it is, and who will come."""
    was, is_ = then.confirmation in SURE, now.confirmation in SURE
    if was != is_:
        yield Shift("confirmed" if is_ else "unconfirmed", function, holder, holder)
    if then.person != now.person:
        yield _exchange(function, then.person, now.person)
