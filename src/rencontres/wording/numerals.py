"""Numbers that are not written in digits alone: ordinals, and numerals of Han characters."""

from __future__ import annotations

_DIGITS = "零一二三四五六七八九"
_PLACES = ("", "十", "百", "千")
_TEENS = range(11, 14)
_LAST = {1: "st", 2: "nd", 3: "rd"}


def _han_group(number: int, *, inside: bool) -> str:
    """Return a number below 10,000; 10 to 19 are 十, 十一 … unless they stand inside another."""
    written, gap = "", inside and number < 1000
    for place in range(3, -1, -1):
        digit = number // 10**place % 10
        if digit == 0:
            gap = gap or bool(written)
            continue
        if gap and (written or inside):
            written += _DIGITS[0]
        gap = False
        written += _DIGITS[digit] + _PLACES[place]
    return written.removeprefix("一") if not inside and 10 <= number < 20 else written


def han(number: int, myriad: str = "万") -> str:
    """Return a number in Han characters: 十二, 一百零五, 一万零二十.

    GB/T 15835-2011 asks for them in ranks of sessions (届) and in names; 零 stands for the places
    left out, 10 to 19 begin with 十.

    Args:
        number: From 0 to 99,999,999; other numbers keep their digits.
        myriad: The character for ten thousand: 万, 萬.
    """
    if not 0 <= number < 10**8:
        return str(number)
    if number == 0:
        return _DIGITS[0]
    upper, lower = divmod(number, 10_000)
    if not upper:
        return _han_group(lower, inside=False)
    return (
        _han_group(upper, inside=False) + myriad + (_han_group(lower, inside=True) if lower else "")
    )


def han_traditional(number: int) -> str:
    """Return a number in Traditional Han characters.

    Args:
        number: From 0 to 99,999,999; other numbers keep their digits.
    """
    return han(number, "萬")


def han_ordinal(number: int, gender: str | None, plural: bool) -> str:
    """Return a rank: 第五, 第十二.

    Args:
        number: The rank.
        gender: Says nothing here.
        plural: Says nothing here.
    """
    del gender, plural
    return f"第{han(number)}"


def han_traditional_ordinal(number: int, gender: str | None, plural: bool) -> str:
    """Return a rank in Traditional characters.

    Args:
        number: The rank.
        gender: Says nothing here.
        plural: Says nothing here.
    """
    del gender, plural
    return f"第{han_traditional(number)}"


def french_ordinal(number: int, gender: str | None, plural: bool) -> str:
    """Return a rank: 1er, 1re, 2e, 5es (Lexique de l’Imprimerie nationale; not 5ème).

    Args:
        number: The rank.
        gender: ``feminine`` or another; only the first has two.
        plural: Whether several things share it ("les 5es Rencontres").
    """
    ending = ("re" if gender == "feminine" else "er") if number == 1 else "e"
    return f"{number}{ending}{'s' if plural else ''}"


def english_ordinal(number: int, gender: str | None, plural: bool) -> str:
    """Return a rank: 1st, 2nd, 11th, 112th.

    Args:
        number: The rank.
        gender: Says nothing here.
        plural: Says nothing here.
    """
    del gender, plural
    return f"{number}{'th' if number % 100 in _TEENS else _LAST.get(number % 10, 'th')}"
