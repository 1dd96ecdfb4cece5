"""Numbers, counts, amounts, shares and ranks; nothing is ever rounded to fit."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import TypeAlias

from rencontres.errors import DossierError
from rencontres.wording.language import Language
from rencontres.wording.patterns import Currency

Number: TypeAlias = int | float | Decimal

_CODE = re.compile("[A-Z]{3}")
_FEW_DIGITS = 2
"""As many digits after the mark as a number with "million" or 万 may have."""


def exact(value: Number) -> Decimal:
    """Return a number as its shortest decimal; 0.1 is a tenth."""
    try:
        number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    except (InvalidOperation, TypeError, ValueError) as error:
        raise DossierError(f"{value!r} is no number") from error
    if isinstance(value, bool) or not number.is_finite():
        raise DossierError(f"{value!r} is no number")
    return number


def _grouped(language: Language, whole: str) -> str:
    numbers = language.numbers
    if len(whole) < numbers.grouped:
        return whole
    head = len(whole) % 3 or 3
    return numbers.group.join(
        [whole[:head], *(whole[at : at + 3] for at in range(head, len(whole), 3))]
    )


def _written(language: Language, number: Decimal, least: int = 0) -> str:
    """Return a number, with at least so many digits after the mark if it is no whole one."""
    sign = "−" if number < 0 else ""
    whole, _, rest = f"{abs(number):f}".partition(".")
    rest = rest.rstrip("0")
    if rest:
        rest = rest.ljust(least, "0")
    mark = language.numbers.decimal if rest else ""
    return f"{sign}{_grouped(language, whole)}{mark}{rest}"


def number(language: Language, value: Number) -> str:
    """Return a number in digits."""
    return _written(language, exact(value))


def one(language: Language, number: int | Decimal) -> bool:
    """Tell whether a noun is singular after a number."""
    return -2 < number < 2 if language.numbers.zero_is_one else number == 1


def _scaled(language: Language, whole: int) -> str:
    """Return a round number with "million" or 万; empty if it is not round enough."""
    numbers = language.numbers
    size = abs(whole)
    if size < 10**numbers.scaled:
        return ""
    sign = "−" if whole < 0 else ""
    for place, (power, single, many) in enumerate(numbers.scales):
        scale = 10**power
        if size < scale:
            continue
        if size * 10**_FEW_DIGITS % scale == 0:
            share = Decimal(size) / scale
            pattern = single if one(language, share) else many
            return sign + pattern.format(n=_written(language, share))
        lesser = numbers.scales[place + 1 :]
        if not numbers.mixed:
            return ""
        if len(lesser) == 1 and size % 10 ** lesser[0][0] == 0:
            greater = many.format(n=_written(language, Decimal(size // scale)))
            rest = Decimal(size % scale // 10 ** lesser[0][0])
            return sign + greater + lesser[0][2].format(n=f"{rest:f}")
    return ""


def counted(language: Language, value: int) -> tuple[str, bool]:
    """Return a number as it stands before a noun, and whether the noun needs "of" after it."""
    if scaled := _scaled(language, value):
        return scaled, language.numbers.of
    return _written(language, Decimal(value)), False


@lru_cache(maxsize=64)
def _currency(language: Language, code: str) -> Currency:
    if not _CODE.fullmatch(code):
        raise DossierError(f"{code!r} is no currency: write its ISO 4217 code, such as EUR")
    pattern = language.numbers.currency.replace("{code}", code)
    return dict(language.numbers.currencies).get(code) or Currency(one=pattern)


def money(language: Language, amount: Number, currency: str) -> str:
    """Return an amount: 1 200 000 €, 120万欧元, €1.2 million.

    Raises:
        DossierError: The amount is no finite number, or the code is not one of ISO 4217.
    """
    value, known = exact(amount), _currency(language, currency)
    written = ""
    if language.numbers.money_scaled and value == value.to_integral_value():
        written = _scaled(language, int(value))
    written = written or _written(language, value, least=2)
    sign = "−" if value < 0 else ""
    pattern = known.many if known.many and not one(language, value) else known.one
    return sign + pattern.format(n=written.removeprefix("−"))


def percent(language: Language, share: Number) -> str:
    """Return a share: 12,5 %."""
    return language.numbers.percent.format(n=_written(language, exact(share).scaleb(2)))


def ordinal(language: Language, value: int, gender: str | None, plural: bool) -> str:
    """Return a rank: 1re, 5es, 第十二.

    Raises:
        DossierError: The rank is less than 1.
    """
    if value < 1:
        raise DossierError(f"nothing has the rank {value}")
    return language.numbers.ordinal(value, gender, plural)
