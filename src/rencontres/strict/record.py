"""Attrs classes from tables, by functions that cattrs compiles once a class."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Any,
    Literal,
    TypeAlias,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
)

import attrs
from attrs import NOTHING, field, frozen

from rencontres.errors import OptionsError, RencontresError
from rencontres.finding import Finding, parts
from rencontres.strict import scalars
from rencontres.strict.refusal import Refusal, problems_of, unknown_key
from rencontres.strict.scalars import Hook

if TYPE_CHECKING:
    from cattrs import Converter

T = TypeVar("T")
Raw: TypeAlias = dict[str, Any]


@frozen
class Record:
    """What makes the values of one class from tables.

    Attributes:
        cls: An attrs class.
        keys: The keys that a table may have.
        given: Fields that no key of the table says, since its place does: an id, a side.
        required: Keys that a table must have.
        fillers: Raw values that stand in for wrong ones of some of these, so that what is wrong
            with the value as a whole is told with the rest.
        whole: Whether a field says nothing without the others, so that a table with a bad field
            tells nothing more.
        make: What cattrs has compiled.
    """

    cls: type
    keys: tuple[str, ...]
    given: tuple[str, ...]
    required: frozenset[str]
    fillers: Mapping[str, object]
    whole: bool
    make: Callable[[Raw, type], Any] = field(repr=False)

    def __call__(self, raw: object, _: object = None, /, **given: object) -> Any:
        """Make a value.

        Args:
            raw: A table.
            given: Raw values of the fields that the place of the table says.

        Raises:
            Refusal: Everything that is wrong, with places relative to the table.
        """
        table = scalars.table(raw)
        if given:
            if not table.keys().isdisjoint(given):
                raise Refusal(problems=self._stray(table, given))
            table = {**table, **given}
        try:
            return self.make(table, self.cls)
        except Exception as error:  # noqa: BLE001 - told as problems, whatever it was
            raise Refusal(problems=self._problems(error, table)) from None

    def _stray(self, table: Raw, given: Mapping[str, object]) -> Iterator[Finding]:
        """Yield keys that say what the place says already, and all that is wrong besides."""
        yield from (unknown_key(key, self.keys) for key in table if key in given)
        rest = {key: value for key, value in table.items() if key not in given}
        try:
            self(rest, **given)
        except Refusal as error:
            yield from error.problems

    def _problems(self, error: Exception, table: Raw) -> Iterator[Finding]:
        found = list(self._settled(error))
        yield from found
        bad = {parts(problem.where)[0] for problem in found if problem.where}
        if self.whole or not bad or not bad & self.required <= self.fillers.keys():
            return
        # What is wrong with the value as a whole shows only once each of its fields is right.
        rest = {key: value for key, value in table.items() if key not in bad or key in self.given}
        rest |= {key: self.fillers[key] for key in bad & self.required}
        try:
            self.make(rest, self.cls)
        except Exception as again:  # noqa: BLE001 - told as problems
            told = {(problem.code, problem.where) for problem in found}
            for problem in self._settled(again):
                if (problem.code, problem.where) not in told:
                    yield problem

    def _settled(self, error: Exception) -> Iterator[Finding]:
        for problem in problems_of(error):
            name, *rest = parts(problem.where) or ("",)
            if problem.code == "key.unknown" and not rest and name not in self.keys:
                yield unknown_key(name, self.keys)
            elif name in self.given:
                yield attrs.evolve(problem, where=".".join(problem.where.split(".")[1:]))
            else:
                yield problem


def record(
    cls: type,
    hooks: Mapping[str, Hook],
    *,
    given: Iterable[str] = (),
    also: Iterable[str] = (),
    fillers: Mapping[str, object] | None = None,
    whole: bool = False,
) -> Record:
    """Return what makes the values of a class from tables.

    Args:
        cls: An attrs class.
        hooks: Hooks of fields that their types alone do not describe.
        given: Fields that no key says: their raw values come with each call.
        also: Keys that are turned into others before the table comes here, told as known.
        fillers: Raw values that stand in for wrong ones of required fields.
        whole: Whether a table with one bad field tells nothing more.
    """
    from cattrs.gen import make_dict_structure_fn, override

    overrides: dict[str, Any] = {name: override(struct_hook=hook) for name, hook in hooks.items()}
    make: Callable[[Raw, type], Any] = make_dict_structure_fn(
        cls,
        converter(),
        _cattrs_forbid_extra_keys=True,
        _cattrs_detailed_validation=True,
        _cattrs_use_linecache=False,
        **overrides,
    )
    absent = tuple(given)
    fields = [a for a in attrs.fields(cls) if a.init and a.name not in absent]
    return Record(
        cls=cls,
        keys=(*also, *(a.name for a in fields)),
        given=absent,
        required=frozenset(a.name for a in fields if a.default is NOTHING),
        fillers=fillers or {},
        whole=whole,
        make=make,
    )


@cache
def converter() -> Converter:
    """Return the converter that coerces nothing."""
    from cattrs import Converter

    strict = Converter(detailed_validation=True, forbid_extra_keys=True)
    for kind, hook in (
        (str, scalars.text), (int, scalars.whole), (float, scalars.decimal),
        (bool, scalars.truth), (date, scalars.day),
    ):  # fmt: skip
        strict.register_structure_hook(kind, hook)
    strict.register_structure_hook_factory(_is_literal, _literal)
    strict.register_structure_hook_factory(_is_several, _several)
    strict.register_structure_hook_factory(_is_union, _union)
    strict.register_structure_hook_factory(attrs.has, _nested)
    return strict


def _is_literal(kind: Any) -> bool:
    return get_origin(kind) is Literal


def _literal(kind: Any) -> Hook:
    return scalars.word_of(get_args(kind))


def _is_several(kind: Any) -> bool:
    return get_origin(kind) in (tuple, frozenset, list, set)


def _several(kind: Any, strict: Converter) -> Hook:
    origin, inner = get_origin(kind), get_args(kind)
    length = len(inner) if origin is tuple and inner[-1] is not ... else None
    hook = scalars.list_of(strict.get_structure_hook(inner[0]), length)
    return hook if origin is tuple else lambda value, _: origin(hook(value, None))


def _is_union(kind: Any) -> bool:
    return get_origin(kind) in (Union, UnionType)


def _union(kind: Any, strict: Converter) -> Hook:
    inner = [each for each in get_args(kind) if each is not NoneType]
    if len(inner) == 1:
        hook = strict.get_structure_hook(inner[0])
    else:
        hook = scalars.one_of_kinds({each: strict.get_structure_hook(each) for each in inner})
    return scalars.optional(hook) if NoneType in get_args(kind) else hook


def _nested(cls: type) -> Record:
    return record(cls, {})


@cache
def _record_of(cls: Any) -> Record:
    return _nested(cls)


def structure(
    cls: type[T],
    raw: Mapping[str, object],
    *where: str | int,
    error: type[RencontresError] = OptionsError,
) -> T:
    """Return a value of a class, made from raw data without coercing anything.

    Args:
        cls: An attrs class.
        raw: A table: what TOML, JSON or a host holds.
        where: The place of the table, as parts, for the problems.
        error: What to raise.

    Raises:
        RencontresError: In the class given: unknown keys with the nearest known one, missing
            keys, values of other types; everything at once.
    """
    try:
        value: T = _record_of(cast("Any", cls))(raw)
    except Refusal as refused:
        raise error(problems=problems_of(refused, *where)) from None
    return value
