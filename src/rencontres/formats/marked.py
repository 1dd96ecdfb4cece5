"""A programme in two languages shows what is not translated: *Agriculture [fr]*."""

from __future__ import annotations

import re
from functools import cached_property

from attrs import frozen

from rencontres.formats.voice import Voice
from rencontres.language import kin
from rencontres.text import Phrase, Words

_SOLID = "\u2e80"
"""From here on characters are set without spaces."""

_MARK = re.compile(r" ?\[[A-Za-z0-9-]+\]$")


@frozen(slots=False, eq=False)
class MarkedVoice(Voice):
    """One of two languages, which marks what it has to say in another one."""

    def phrase(self, words: Words) -> Phrase:
        """Return what words say in this language, or in another with the tag of that one.

        Args:
            words: Words of the view.
        """
        phrase = words[self.index]
        if phrase.language == self._tag or kin(phrase.language) == self._kin:
            return phrase
        gap = " " if phrase[-1] < _SOLID else ""
        return Phrase(f"{phrase}{gap}[{phrase.language}]", phrase.language)

    @cached_property
    def _tag(self) -> str:
        return self.view.reader.languages[self.index]

    @cached_property
    def _kin(self) -> tuple[str, str]:
        return kin(self._tag)


def told(first: str, second: str) -> tuple[str, ...]:
    """Return the two lines of a text in two languages, or one that says it for both.

    Args:
        first: A line in the leading language.
        second: The same in the other.

    >>> told("Agriculture", "Agriculture [fr]")
    ('Agriculture [fr]',)
    """
    if first == second:
        return (first,)
    if not _alike(first, second):
        return first, second
    here, there = _MARK.search(first), _MARK.search(second)
    return (f"{second}{here[0]}" if here and not there else f"{first}{there[0] if there else ''}",)


def cells(first: str, second: str) -> tuple[str, str]:
    """Return the two cells of a text; beside words that say it for both there is their mark alone.

    Args:
        first: A line in the leading language.
        second: The same in the other.

    >>> cells("Agriculture", "Agriculture [fr]")
    ('Agriculture', '[fr]')
    """
    here, there = _MARK.search(first), _MARK.search(second)
    if bool(here) == bool(there) or not _alike(first, second):
        return first, second
    return (here[0].strip(), second) if here else (first, there[0].strip() if there else "")


def _alike(first: str, second: str) -> bool:
    """Tell whether two lines say the same words, one of them for want of a translation."""
    bare = (_MARK.sub("", line).replace(" ", "") for line in (first, second))
    return len({*bare}) == 1
