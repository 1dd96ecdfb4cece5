"""Numbers: finite, exact in every program, and in one form."""

from __future__ import annotations

from rencontres.model.refusal import Rule, refusal, wrong

LARGEST = 2**53 - 1
"""The largest number that every program reads exactly (RFC 7493 §2.2)."""


def number(kind: type, *, signed: bool) -> Rule:
    """Return the rule of a number: finite, exact everywhere, and not of type bool.

    Args:
        kind: ``int``, or ``float`` which takes an int too.
        signed: True if it may be negative.
    """
    wanted, taken = ("a whole number", (int,)) if kind is int else ("a number", (int, float))

    def rule(where: str, value: object) -> int | float:
        if not isinstance(value, taken) or isinstance(value, bool):
            raise wrong(where, value, wanted)
        if not -LARGEST <= value <= LARGEST:
            message = "a finite number of at most 16 digits is needed, as programs exchange them"
            raise refusal("value.large", where, message)
        if value < 0 and not signed:
            message = "%(found)s means nothing here: it is less than 0"
            raise refusal("value.negative", where, message, found=value)
        return value

    return rule


def amount(rule: Rule) -> Rule:
    """Return a rule that keeps no fraction that says nothing: 100.0 is 100."""

    def amount(where: str, value: object) -> int | float:
        settled: int | float = rule(where, value)
        return int(settled) if isinstance(settled, float) and settled.is_integer() else settled

    return amount


def degrees(rule: Rule) -> Rule:
    """Return a rule that makes floats of whole numbers, and 0.0 of -0.0."""

    def degrees(where: str, value: object) -> float:
        return float(rule(where, value)) + 0.0

    return degrees
