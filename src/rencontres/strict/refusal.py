"""What is said of raw data that no value can be made from: problems with their places."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time
from typing import cast

import attrs

from rencontres.errors import RencontresError
from rencontres.finding import Finding, Value, below, path

_LONGEST = 60


class Refusal(RencontresError, ValueError):
    """Raw data that no value can be made from; places are relative to the data refused."""


def refusal(code: str, message: str, *where: str | int, **values: Value) -> Refusal:
    """Return a refusal with one problem.

    Args:
        code: The kind of problem.
        message: An English sentence with named places.
        where: The place below the data refused, as parts.
        values: What stands in the named places.
    """
    return Refusal(problems=[Finding(code, "error", path(*where), message, values)])


def shown(value: object) -> str:
    """Return a short description of raw data, for people who do not program."""
    if isinstance(value, str):
        return (
            f"the text {value!r}" if len(value) <= _LONGEST else f"the text {value[:_LONGEST]!r}…"
        )
    if value is None:
        return "nothing (null)"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        digits = repr(value) if isinstance(value, float) or abs(value) < 10**20 else "a huge number"
        return f"the number {digits}"
    if isinstance(value, datetime):
        return f"the moment {value.isoformat()}"
    if isinstance(value, date):
        return f"the date {value.isoformat()}"
    if isinstance(value, time):
        return f"the hour {value.isoformat()}"
    if isinstance(value, Mapping):
        return "a table"
    return (
        "a list" if isinstance(value, list | tuple) else f"a value of type {type(value).__name__}"
    )


def wrong(value: object, wanted: str, hint: str = "") -> Refusal:
    """Return the refusal of data of a wrong type.

    Args:
        value: The data.
        wanted: What is needed: ``a text``.
        hint: What to type instead, where that can be told.
    """
    message = "%(wanted)s is needed here, not %(found)s"
    if hint:
        message += "; write %(hint)s"
        return refusal("value.type", message, wanted=wanted, found=shown(value), hint=hint)
    return refusal("value.type", message, wanted=wanted, found=shown(value))


def near(word: str, known: Iterable[str]) -> str:
    """Return the known word that is most like another, or an empty one."""
    words = list(known)
    folded = {each.casefold(): each for each in reversed(words)}
    told = word[:_LONGEST].casefold().replace("_", "-").replace(" ", "-")
    close = difflib.get_close_matches(told, folded, n=1, cutoff=0.6)
    return folded[close[0]] if close else ""


def unknown_key(key: str, known: Iterable[str], *where: str | int) -> Finding:
    """Return the problem of a key that nobody knows, with the nearest one that is known."""
    names = tuple(known)
    values: dict[str, Value] = {"key": key[:_LONGEST], "known": names}
    message = "there is no key `%(key)s` here"
    if close := near(key, names):
        values["suggestion"] = close
        message += "; did you mean `%(suggestion)s`?"
    elif names:
        message += "; known are: %(known)s"
    return Finding("key.unknown", "error", path(*where, key), message, values)


def unknown_word(found: str, known: Iterable[str], *where: str | int) -> Finding:
    """Return the problem of a word that is none of those a field takes, with the nearest one."""
    words = tuple(known)
    values: dict[str, Value] = {"found": found[:_LONGEST], "known": words}
    message = "`%(found)s` is none of: %(known)s"
    if close := near(found, words):
        values["suggestion"] = close
        message += "; did you mean `%(suggestion)s`?"
    return Finding("value.unknown", "error", path(*where), message, values)


def problems_of(error: BaseException, *where: str | int) -> tuple[Finding, ...]:
    """Return every problem that an error of structuring stands for, each with its place.

    Args:
        error: What structuring raised: a group of cattrs, a refusal, an error of the model.
        where: The place of what was structured, as parts.
    """
    return tuple(_walk(error, where))


def _walk(error: BaseException, where: tuple[str | int, ...]) -> Iterator[Finding]:
    from cattrs.errors import ForbiddenExtraKeysError

    if isinstance(error, BaseExceptionGroup):
        for inner in cast("BaseExceptionGroup[BaseException]", error).exceptions:
            yield from _walk(inner, (*where, *_step(inner)))
    elif isinstance(error, RencontresError) and error.problems:
        for problem in error.problems:
            yield below(problem, *where)
    elif isinstance(error, ForbiddenExtraKeysError):
        known = [a.alias for a in attrs.fields(error.cl) if a.init]
        for key in sorted(map(str, error.extra_fields)):
            yield unknown_key(key, known, *where)
    elif isinstance(error, KeyError):
        yield Finding(
            "key.missing",
            "error",
            path(*where),
            "`%(key)s` is missing",
            {"key": str(error.args[0])},
        )
    else:
        yield Finding("value.invalid", "error", path(*where), "%(reason)s", {"reason": str(error)})


def _step(error: BaseException) -> tuple[str | int, ...]:
    from cattrs import AttributeValidationNote, IterableValidationNote

    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            return (note.name,)
        if isinstance(note, IterableValidationNote):
            return (note.index,)
    return ()
