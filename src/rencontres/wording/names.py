"""The door of Babel: the names of months and weekdays, as they stand in a date.

Babel's data is asked for by identifiers of ours alone, and only for names in *format* context: its
stand-alone names are shared between languages and have been seen to leak (Babel 2.18, #1234).
"""

from __future__ import annotations

from functools import lru_cache

from rencontres.errors import LanguageError
from rencontres.wording.language import Language


@lru_cache(maxsize=64)
def _borrowed(identifier: str, kind: str, count: int) -> tuple[str, ...]:
    from babel.core import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(identifier)
    except (UnknownLocaleError, ValueError) as error:
        raise LanguageError(f"CLDR has no names of months for {identifier!r}") from error
    if kind == "months":
        names = locale.months["format"]["wide"]
        return tuple(str(names[month]) for month in range(1, count + 1))
    names = locale.days["format"]["wide"]
    return tuple(str(names[day]) for day in range(count))


def months(language: Language) -> tuple[str, ...]:
    """Return the names of January to December in a date.

    Args:
        language: Whose.

    Raises:
        LanguageError: The language names neither months nor a locale that has them.
    """
    return language.months or _borrowed(language.locale, "months", 12)


def weekdays(language: Language) -> tuple[str, ...]:
    """Return the names of Monday to Sunday in a date.

    Args:
        language: Whose.

    Raises:
        LanguageError: The language names neither weekdays nor a locale that has them.
    """
    return language.weekdays or _borrowed(language.locale, "weekdays", 7)
