"""A language as one value: its patterns, and where its words are."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, TypeAlias, cast, get_args

from attrs import field, fields, frozen, has

from rencontres.language import canonical
from rencontres.wording.patterns import Clock, Dates, Glue, ListKind, Numbers, Pairs, People

Typography: TypeAlias = Literal["fine", "nbsp", "plain"]
"""Which spaces are printed: U+00A0 and U+202F, U+00A0 for both, or U+0020 for both."""

TYPOGRAPHIES: tuple[Typography, ...] = get_args(Typography)

_NUMBERS = Numbers()
_PEOPLE = People()

_SPACES: dict[Typography, dict[int, str]] = {
    "fine": {},
    "nbsp": {0x202F: "\u00a0"},
    "plain": {0x202F: " ", 0xA0: " "},
}


def spaces(words: str, typography: Typography) -> str:
    """Return words of ours with the spaces of a typography.

    Args:
        words: Words in fine typography.
        typography: Which spaces are wanted.
    """
    return words.translate(_SPACES[typography]) if _SPACES[typography] else words


def _canonical(tag: str) -> str:
    return canonical(tag)


@frozen(kw_only=True, cache_hash=True, repr=False)
class Language:
    r"""All that is known of how one language writes.

    Attributes:
        tag: BCP 47, with the script where that is not obvious.
        locale: The identifier of its names of months and weekdays in CLDR (``ja_JP``). Unused
            if ``months`` and ``weekdays`` are given.
        months: January to December, as they stand in a date.
        weekdays: Monday to Sunday.
        dates: Dates and periods.
        clock: Hours, zones, durations.
        numbers: Numbers, shares, amounts.
        lists: By kind of list.
        heavy: The marks whose presence in an item makes a list a heavy one.
        solid: The mark that is left out between items in quotation or title marks, and the
            opening and closing marks meant.
        people: Names and titles.
        of: The preposition "of" before a consonant and before a vowel, with its space; empty
            where there is none.
        contracted: Articles at the head of a place's name and what "of" makes of them.
        labelled: Whether a programme labels its theme, dates and places line by line.
        agreement: Whether functions agree with the gender of who holds them.
        languages: By tag: the names of languages.
        short_languages: The same as they stand in a pair, where shorter.
        pair: Two languages between which is interpreted, ``{a}`` and ``{b}``.
        catalogue: ``package:folder`` of its message catalogue; empty: English words.
        messages: Words in place of, or beside, the catalogue: the English message (after its
            context and ``\x04``, where it has one) and its translation, forms of plurals
            separated by ``\x00``.
    """

    tag: str = field(converter=_canonical)
    locale: str = ""
    months: tuple[str, ...] = ()
    weekdays: tuple[str, ...] = ()
    dates: Dates
    clock: Clock
    numbers: Numbers = _NUMBERS
    lists: tuple[tuple[ListKind, Glue], ...] = ()
    heavy: tuple[str, ...] = (", ", "; ")
    solid: tuple[str, str, str] = ("", "", "")
    people: People = _PEOPLE
    of: tuple[str, str] = ("", "")
    contracted: Pairs = ()
    labelled: bool = False
    agreement: bool = False
    languages: Pairs = ()
    short_languages: Pairs = ()
    pair: str = "{a}–{b}"
    catalogue: str = ""
    messages: Pairs = ()

    def __repr__(self) -> str:
        """Return the tag alone: the patterns fill a screen."""
        return f"Language({self.tag!r})"


def _spaced(value: object, typography: Typography) -> object:
    if isinstance(value, str):
        return spaces(value, typography)
    if isinstance(value, tuple):
        return tuple(_spaced(item, typography) for item in value)
    kind = type(value)
    if has(kind):
        names = [known.name for known in fields(kind)]
        return kind(**{name: _spaced(getattr(value, name), typography) for name in names})
    return value


@lru_cache(maxsize=64)
def spaced(language: Language, typography: Typography) -> Language:
    """Return a language with the spaces of a typography in all its patterns.

    Args:
        language: A language.
        typography: Which spaces are wanted.
    """
    if typography == "fine":
        return language
    return cast("Language", _spaced(language, typography))
