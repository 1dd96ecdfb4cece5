"""Several values in one field: a tuple, in the one order it is kept in, nothing said twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import attrgetter
from typing import Any, TypeAlias, cast

from rencontres.errors import DossierError
from rencontres.finding import Finding, path
from rencontres.model.refusal import Rule, problem, wrong
from rencontres.model.scalar import instance

Items: TypeAlias = tuple[Any, ...]
Key: TypeAlias = Callable[[Any], Any]

_KEYED = frozenset({"side", "organisation", "language"})
"""What a table of parts is keyed by that can stand in it once."""


def words(rule: Rule, quick: Callable[[Any], str]) -> Rule:
    """Return the rule of a tuple of ids, or of language tags, in the order given.

    Args:
        rule: The rule of one of them.
        quick: The same for what is right, which may fail in any way for what is not.
    """

    def every(where: str, value: object) -> Items:
        items = _tuple(where, value)
        try:
            settled: Items = tuple(map(quick, items))
        except (TypeError, ValueError, AttributeError):
            settled = _each(rule, where, items)
        if len(settled) > 1 and len(set(settled)) < len(settled):
            raise DossierError(problems=_twice(where, settled, _alone))
        return items if settled == items else settled

    return every


def _alone(item: object) -> tuple[object]:
    return (item,)


def pair(first: Rule, second: Rule) -> Rule:
    """Return the rule of a tuple of exactly two values."""

    def two(where: str, value: object) -> Items:
        items = _tuple(where, value)
        try:
            one, other = items
            kept = first(where, one), second(where, other)
        except (DossierError, ValueError):
            return slowly(where, items)
        return items if kept[0] is one and kept[1] is other else kept

    def slowly(where: str, items: Items) -> Items:
        if len(items) != 2:
            raise wrong(where, items, "a tuple of two")
        problems: list[Finding] = []
        settled = tuple(
            _take(rule, path(where, position), item, problems)
            for position, (rule, item) in enumerate(zip((first, second), items, strict=True))
        )
        if problems:
            raise DossierError(problems=problems)
        return settled

    return two


def table(key: Rule, value: Rule) -> Rule:
    """Return the rule of pairs, as a table in a file: sorted by key, each key once."""

    def pairs(where: str, given: object) -> Items:
        items = _tuple(where, given)
        if set(map(type, items)) != {tuple}:
            slowly(where, items)
        try:
            settled = [(key(where, name), value(where, said)) for name, said in items]
        except (DossierError, TypeError, ValueError):
            settled = slowly(where, items)
        if len(settled) > 1:
            if len({name for name, _ in settled}) < len(settled):
                raise DossierError(problems=_twice(where, settled, _key))
            settled.sort(key=_first)
        return tuple(settled)

    def slowly(where: str, items: Items) -> list[tuple[Any, Any]]:
        problems: list[Finding] = []
        settled: list[tuple[Any, Any]] = []
        for position, item in enumerate(items):
            if type(item) is not tuple or len(item) != 2:
                problems += wrong(
                    path(where, position), item, "a tuple of a key and a value"
                ).problems
                continue
            name, said = cast("tuple[object, object]", item)
            place = path(where, name if isinstance(name, str) else position)
            settled.append((_take(key, place, name, problems), _take(value, place, said, problems)))
        if problems:
            raise DossierError(problems=problems)
        return settled

    return pairs


def parts(cls: type, meta: Mapping[str, Any]) -> Rule:
    """Return the rule of a tuple of texts, nouns or parts of nouns."""
    one = instance(cls)
    only = {cls}
    order = _order(meta)
    unique = _unique(meta)

    def every(where: str, value: object) -> Items:
        items = _tuple(where, value)
        if set(map(type, items)) != only:
            _each(one, where, items)
        if len(items) > 1:
            if order and (keys := [*map(order, items)]) != sorted(keys):
                items = tuple(sorted(items, key=order))
            if unique and len(set(map(unique, items))) < len(items):
                raise DossierError(problems=_twice(where, items, unique))
        return items

    return every


def _order(meta: Mapping[str, Any]) -> Key | None:
    """Return by what the parts are sorted, or None where their order means something."""
    if "by" not in meta or meta.get("ordered"):
        return None
    name: Key = attrgetter(meta["by"])
    ranks = {word: rank for rank, word in enumerate(meta.get("ranks", ()))}
    return (lambda part: ranks[name(part)]) if ranks else name


def _unique(meta: Mapping[str, Any]) -> Key | None:
    """Return what no two parts have in common, as a tuple of names or None."""
    names = meta.get("unique", (meta["by"],) if meta.get("by") in _KEYED else ())
    if not names:
        return None
    return attrgetter(*names) if len(names) > 1 else lambda part: (getattr(part, names[0]),)


def _key(item: tuple[object, object]) -> tuple[object]:
    return (item[0],)


def _first(item: tuple[object, object]) -> str:
    return str(item[0])


def _tuple(where: str, value: object) -> Items:
    if type(value) is not tuple:
        raise wrong(where, value, "a tuple")
    return value


def _each(rule: Rule, where: str, items: Items) -> Items:
    problems: list[Finding] = []
    places = (path(where, position) for position in range(len(items)))
    settled = tuple(
        _take(rule, place, item, problems) for place, item in zip(places, items, strict=True)
    )
    if problems:
        raise DossierError(problems=problems)
    return settled


def _take(rule: Rule, where: str, value: object, problems: list[Finding]) -> object:
    try:
        return rule(where, value)
    except DossierError as error:
        problems += error.problems
        return None


def _twice(where: str, items: Iterable[object], key: Key) -> Iterator[Finding]:
    seen: set[object] = set()
    for item in items:
        names = key(item)
        if names in seen:
            said = tuple(str(name) for name in names if name is not None)
            yield problem(
                "value.twice", path(where, *said), "%(value)s stands here twice", value=said
            )
        seen.add(names)
