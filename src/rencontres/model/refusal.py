"""What is said of a value that the model does not take."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from rencontres.errors import DossierError
from rencontres.finding import Finding, Value

Rule: TypeAlias = Callable[[str, Any], Any]
"""Takes the place and the value of a field, returns the value to keep or raises DossierError."""

_LONG = 10**15


def problem(code: str, where: str, message: str, **values: Value) -> Finding:
    """Return an error of the dossier."""
    return Finding(code, "error", where, message, values)


def refusal(code: str, where: str, message: str, **values: Value) -> DossierError:
    """Return the error of a value that has one fault."""
    return DossierError(problems=[problem(code, where, message, **values)])


def wrong(where: str, value: object, wanted: str) -> DossierError:
    """Return the error of a value of the wrong type.

    Args:
        where: The place, by ids.
        value: The value.
        wanted: What is needed: ``a Text, such as Text(fr="Lyon")``.
    """
    message = "%(wanted)s is needed here, not %(found)s"
    return refusal("value.type", where, message, wanted=wanted, found=_kind(value))


def _kind(value: object) -> str:
    name = type(value).__name__
    short = isinstance(value, float) or (isinstance(value, int) and abs(value) < _LONG)
    article = "an" if name[0] in "aeiouAEIO" else "a"
    return f"the {name} {value!r}" if short else f"{article} {name}"
