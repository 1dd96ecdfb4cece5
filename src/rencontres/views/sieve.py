"""Taking ids and fields out of values: what is left of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain, repeat
from operator import attrgetter, eq
from typing import Any, NamedTuple, TypeAlias, TypeVar, cast

import attrs
from attrs import NOTHING, Attribute

from rencontres.model import Part, Person, Role, Session, Tolerance
from rencontres.model.fields import fields_of
from rencontres.model.reference import part_of, steps
from rencontres.model.visibility import nearest
from rencontres.views.audience import Gate

P = TypeVar("P", bound=Part)
T = TypeVar("T")
Changes: TypeAlias = Mapping[str, Any]
Getter: TypeAlias = Callable[[Any], tuple[Any, ...]]


class _Lens(NamedTuple):
    """What is to be done with the fields of one class: most things are passed at a glance."""

    hidden: Mapping[str, object]
    shown: Getter
    blank: tuple[object, ...]
    ids: tuple[str, ...]
    named: Getter
    spared: frozenset[str]
    inner: tuple[tuple[str, str], ...]
    flat: bool
    private: Callable[[Any], Changes] | None


class Sieve:
    """Takes ids and fields out of values; a part whose very point is gone becomes None."""

    def __init__(self, kept: set[str], gate: Gate | None) -> None:
        """Prepare.

        Args:
            kept: The ids of what is left.
            gate: What a reader sees of it; None: everything.
        """
        self._kept: frozenset[str | None] = frozenset(kept) | {None}
        self._gate = gate
        self._functions = gate.functions if gate else None
        self._lenses: dict[type, _Lens] = {}

    def things(self, things: tuple[P, ...]) -> tuple[P, ...]:
        """Return what is left of things; the same tuple where nothing is missing.

        Args:
            things: A table of the dossier.
        """
        seen = [thing for thing in things if getattr(thing, "id", None) in self._kept]
        if len(seen) == len(things) and self._untouched(things):
            return things
        return tuple([left for thing in seen if (left := self.part(thing)) is not None])

    def _untouched(self, parts: Sequence[Any]) -> bool:
        """Tell, without a look at each, whether nothing is to be taken out of some parts."""
        if not parts:
            return True
        lens = self._lens(type(parts[0]))
        if len(set(map(type, parts))) > 1 or (lens.private and any(map(lens.private, parts))):
            return False
        for name, kind in lens.inner:
            values = list(filter(None, map(attrgetter(name), parts)))
            inside = values if kind == "part" else list(chain.from_iterable(values))
            if kind == "keys":
                inside = [key for key, _ in inside]
            if kind in ("ids", "keys"):
                whole = self._kept.issuperset(inside)
            else:
                whole = self._may_act(name, inside) and self._untouched(inside)
            if not whole:
                return False
        blank = not lens.hidden or all(map(eq, map(lens.shown, parts), repeat(lens.blank)))
        return blank and self._kept.issuperset(chain.from_iterable(map(lens.named, parts)))

    def _may_act(self, name: str, parts: Iterable[Any]) -> bool:
        if name != "roles" or self._functions is None:
            return True
        return self._functions.issuperset(map(attrgetter("function"), parts))

    def part(self, part: P) -> P | None:
        """Return what is left of a part; None where that means nothing.

        Args:
            part: A thing, or a part of one.
        """
        cls = cast("type", type(part))
        lens = self._lens(cls)
        changes: dict[str, Any] = {}
        if lens.shown(part) != lens.blank:
            changes |= {
                name: default
                for name, default in lens.hidden.items()
                if getattr(part, name) != default
            }
        if not self._kept.issuperset(lens.named(part)):
            gone = [name for name in lens.ids if getattr(part, name) not in self._kept]
            changes |= dict.fromkeys(gone, None if lens.spared.issuperset(gone) else NOTHING)
        for name, kind in lens.inner:
            value: Any = getattr(part, name)
            if value and (found := self._inside(name, kind, value)) != value:
                changes[name] = found
        if lens.private is not None:
            changes |= lens.private(part)
        return with_fields(part, changes) if changes else part

    def _inside(self, name: str, kind: str, value: Any) -> object:
        if kind == "ids":
            return tuple(filter(self._kept.__contains__, value))
        if kind == "keys":
            return tuple(pair for pair in value if pair[0] in self._kept)
        if kind == "part":
            return self.part(value)
        if name == "roles" and self._functions is not None:
            value = [role for role in value if role.function in self._functions]
        return tuple([left for each in value if (left := self._one(each)) is not None])

    def _one(self, part: Any) -> Any:
        # Most parts have nothing to hide and nothing inside: a role is told at a glance.
        lens = self._lenses.get(type(part))
        if lens is None or not lens.flat or lens.shown(part) != lens.blank:
            return self.part(part)
        return part if self._kept.issuperset(lens.named(part)) else self.part(part)

    # --- what is seen only by some, whatever the field -------------------------------------------

    def _agenda(self, session: Session) -> Changes:
        seen = not session.items or self._gate is None or self._gate.agenda(session)
        return {} if seen else {"items": ()}

    def _addresses(self, person: Person) -> Changes:
        silent = person.email is None and person.phone is None
        seen = silent or self._gate is None or self._gate.addresses(person)
        return {} if seen else {"email": None, "phone": None}

    def _tolerated(self, tolerance: Tolerance) -> Changes:
        named = tolerance.about
        # Without any of those it is about, it would hold for everything.
        return {"about": NOTHING} if named and self._kept.isdisjoint(named) else {}

    def _lens(self, cls: type) -> _Lens:
        if cls in self._lenses:
            return self._lenses[cls]
        private: Mapping[type, Callable[[Any], Changes]] = {
            Session: self._agenda,
            Person: self._addresses,
            Tolerance: self._tolerated,
        }
        shown = self._gate.shown(cls) if self._gate else None
        lens = self._lenses[cls] = _made(cls, shown, nearest(private, cls))
        return lens


def with_fields(part: P, changes: Changes) -> P | None:
    """Return a part with other fields, unchecked: less of what has been checked stays right.

    Args:
        part: A part, or a dossier.
        changes: The new values of fields by name; NOTHING where one is missing.

    Returns:
        None where a field is missing that the part means nothing without.
    """
    if NOTHING in changes.values():
        return None
    return replaced(part, changes)


def replaced(value: T, changes: Changes) -> T:
    """Return a frozen value with other fields, unchecked, and without making the others again.

    Args:
        value: A value of an attrs class.
        changes: The new values of fields by name.
    """
    made: T = _copier(cast("type", type(value)))(value)
    for name, each in changes.items():
        object.__setattr__(made, name, each)
    return made


@lru_cache(maxsize=128)
def _copier(cls: type) -> Callable[[Any], Any]:
    """Return what copies values of a class, made as attrs makes its ``__init__``."""
    names: dict[str, Any] = {"new": object.__new__, "cls": cls, "keep": object.__setattr__}
    lines = ["def copy(part):", " left = new(cls)"]
    for attribute in attrs.fields(cls):
        name = attribute.name
        slot = getattr(cls, name, None)  # a class that a host has derived may have none
        names[f"put_{name}"] = slot.__set__ if slot else None
        put = f"put_{name}(left," if slot else f"keep(left, {name!r},"
        lines.append(f" {put} part.{name})")
    exec("\n".join([*lines, " return left"]), names)  # noqa: S102 - made of our own names
    copy: Callable[[Any], Any] = names["copy"]
    return copy


def _made(
    cls: type, shown: frozenset[str] | None, private: Callable[[Any], Changes] | None
) -> _Lens:
    fields = [attribute for attribute in attrs.fields(cls) if attribute.init]
    hidden = {a.name: _default(a) for a in fields if shown is not None and a.name not in shown}
    parts = [field for field in fields_of(cls).values() if part_of(field.kinds[0])]
    inner = {field.name: "part" if field.shape == "one" else "parts" for field in parts}
    inner |= {step.name: step.kind for step in steps(cls)}
    inner = {name: kind for name, kind in inner.items() if name not in hidden}
    ids = tuple(name for name, kind in inner.items() if kind == "id")
    return _Lens(
        hidden=hidden,
        shown=_getter(tuple(hidden)),
        blank=tuple(hidden.values()),
        ids=ids,
        named=_getter(ids),
        flat=private is None and len(ids) == len(inner),
        spared=frozenset(a.name for a in fields if a.name in ids and _spared(cls, a)),
        private=private,
        inner=tuple((name, kind) for name, kind in inner.items() if kind != "id"),
    )


def _getter(names: tuple[str, ...]) -> Getter:
    if not names:
        return lambda _: ()
    if len(names) == 1:
        get = attrgetter(names[0])
        return lambda part: (get(part),)
    return attrgetter(*names)


def _default(attribute: Attribute[Any]) -> object:
    factory: Callable[[], object] | None = getattr(attribute.default, "factory", None)
    return factory() if factory is not None else attribute.default


def _spared(cls: type, attribute: Attribute[Any]) -> bool:
    """Tell whether a part means something without one of the things it names."""
    if issubclass(cls, Role) and attribute.name == "holder":
        return False  # it would say that somebody is still wanted
    return attribute.default is None
