"""Hooks for values that stand alone: each takes one kind of raw data and coerces nothing."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, TypeAlias, cast

from rencontres.finding import Finding
from rencontres.strict.refusal import Refusal, problems_of, refusal, shown, unknown_word, wrong

Hook: TypeAlias = Callable[[Any, Any], Any]
"""What makes one value from raw data; the second argument is the type, as cattrs passes it."""

_WHOLE = re.compile(r" *-?\d{1,9} *")
_NUMBER = re.compile(r" *-?\d{1,9}(\.\d{1,9})? *")
_HUGE = 10**20
_STRING = frozenset([str])
_BITS = 63
"""Whole numbers that every reader of TOML and JSON can hold have 64 bits, with the sign."""

_SAID = {
    "true": "true",
    "false": "false",
    "yes": "true",
    "no": "false",
    "oui": "true",
    "non": "false",
}
_LONGEST = 60


def text(value: object, _: object = None) -> str:
    """Take a string."""
    if type(value) is str:
        return value
    hint = ""
    if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < _HUGE:
        hint = f'"{value}"'
    raise wrong(value, "a text", hint)


def whole(value: object, _: object = None) -> int:
    """Take a whole number of at most 64 bits."""
    if type(value) is int:
        if value.bit_length() <= _BITS:
            return value
        raise refusal("value.huge", "no number here needs more than 19 digits")
    hint = value.strip() if isinstance(value, str) and _WHOLE.fullmatch(value) else ""
    raise wrong(value, "a whole number", f"{hint}, without quotes" if hint else "")


def number(value: object, _: object = None) -> int | float:
    """Take a number that is finite."""
    if type(value) is float:
        if math.isfinite(value):
            return value
        raise wrong(value, "a number")
    if type(value) is int:
        return whole(value)
    hint = value.strip() if isinstance(value, str) and _NUMBER.fullmatch(value) else ""
    raise wrong(value, "a number", f"{hint}, without quotes" if hint else "")


def decimal(value: object, _: object = None) -> float:
    """Take a number as a float."""
    return float(number(value))


def truth(value: object, _: object = None) -> bool:
    """Take true or false."""
    if type(value) is bool:
        return value
    hint = _SAID.get(value.strip().casefold(), "") if isinstance(value, str) else ""
    raise wrong(value, "true or false", f"{hint}, without quotes" if hint else "")


def day(value: object, _: object = None) -> date:
    """Take a date, or one written as ISO 8601 in a string, which is what JSON has."""
    if type(value) is date:
        return value
    if isinstance(value, str) and len(value) == 10 and value[4] == value[7] == "-":
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise refusal("date.invalid", "the calendar has no %(day)s", day=value) from None
    if isinstance(value, datetime):
        raise wrong(value, "a date without an hour", value.date().isoformat())
    raise wrong(value, "a date such as 2016-05-09")


def table(value: Any, _: object = None) -> dict[str, Any]:
    """Take a table: any mapping whose keys are strings, as a dictionary."""
    if type(value) is not dict and not isinstance(value, Mapping):
        raise wrong(value, "a table")
    read: dict[str, Any] = dict(value)
    if not _STRING.issuperset(map(type, read)):
        for key in read:
            if not isinstance(key, str):
                raise refusal("key.type", "a key is a text, not %(found)s", found=shown(key))
    return read


def word_of(words: Iterable[object]) -> Hook:
    """Return what takes one of some words."""
    known = {(type(word), word): word for word in words}

    def word(value: object, _: object = None) -> object:
        try:
            return known[type(value), value]
        except (KeyError, TypeError):
            if isinstance(value, str):
                raise Refusal(problems=[unknown_word(value, map(str, known.values()))]) from None
            raise wrong(value, "one of: " + ", ".join(map(str, known.values()))) from None

    return word


def one_of_kinds(hooks: Mapping[type, Hook]) -> Hook:
    """Return what takes values of several kinds, each by its own hook.

    Args:
        hooks: The kinds, which nothing in raw data confuses, and their hooks.
    """
    names = {
        str: "a text",
        int: "a whole number",
        float: "a number",
        bool: "true or false",
        date: "a date",
    }
    wanted = " or ".join(names.get(kind, "a table") for kind in hooks)

    def one(value: object, _: object = None) -> object:
        kind: type = type(value)
        if kind not in hooks:
            if kind is int and float in hooks:
                kind = float
            elif kind is str and date in hooks:
                kind = date
            elif kind is dict:
                kind = next((each for each in hooks if each not in names), dict)
        if kind not in hooks:
            raise wrong(value, wanted)
        return hooks[kind](value, kind)

    return one


def optional(hook: Hook) -> Hook:
    """Return what takes nothing, or what another hook takes."""

    def maybe(value: object, kind: object = None) -> object:
        return None if value is None else hook(value, kind)

    return maybe


def list_of(hook: Hook, length: int | None = None) -> Hook:
    """Return what takes a list, each of its values by another hook; a string is no list."""

    def several(value: object, _: object = None) -> tuple[object, ...]:
        if type(value) is not list and type(value) is not tuple:
            hint = f'["{value}"]' if isinstance(value, str) and len(value) <= _LONGEST else ""
            raise wrong(value, "a list", hint)
        items = cast("list[object]", value)
        try:
            made = tuple([hook(item, None) for item in items])
        except Exception:  # noqa: BLE001 - the slow way tells every problem
            raise Refusal(problems=_each(hook, items)) from None
        if length is not None and len(made) != length:
            message = "%(wanted)s values are needed here, not %(found)s"
            raise refusal("value.count", message, wanted=length, found=len(made))
        return made

    return several


def _each(hook: Hook, items: Iterable[object]) -> Iterator[Finding]:
    for position, item in enumerate(items):
        try:
            hook(item, None)
        except Exception as error:  # noqa: BLE001 - told as problems
            yield from problems_of(error, position)
