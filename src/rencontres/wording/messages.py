"""The message catalogues: gettext files of this package, or of whoever describes a language.

A catalogue is opened by the name its language gives, never by the fallbacks of the standard
library, which hand Simplified words to a reader of Traditional ones. What a catalogue lacks is
said in English.
"""

from __future__ import annotations

from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import BytesIO
from pathlib import Path

from rencontres.errors import LanguageError
from rencontres.wording.language import Language, Typography, spaces

DOMAIN = "rencontres"


class Inline(NullTranslations):
    """Words that a language brings as a value."""

    def __init__(self, language: Language) -> None:
        """Keep the words of a language.

        Args:
            language: Whose.
        """
        super().__init__()
        self._words = dict(language.messages)
        self._zero_is_one = language.numbers.zero_is_one

    def gettext(self, message: str) -> str:
        """Return the translation of a message."""
        return self._words.get(message) or super().gettext(message)

    def pgettext(self, context: str, message: str) -> str:
        """Return the translation of a message in a context."""
        found = self._words.get(f"{context}\x04{message}")
        return found or super().pgettext(context, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the translation of a message for a number."""
        found = self._words.get(msgid1)
        return self._form(found, n) if found else super().ngettext(msgid1, msgid2, n)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        """Return the translation of a message in a context for a number."""
        found = self._words.get(f"{context}\x04{msgid1}")
        return self._form(found, n) if found else super().npgettext(context, msgid1, msgid2, n)

    def _form(self, forms: str, number: int) -> str:
        one, _, many = forms.partition("\x00")
        singular = number < 2 if self._zero_is_one else number == 1
        return one if singular or not many else many


def compiled(source: Traversable) -> GNUTranslations:
    """Return a catalogue read from its source, where nobody has compiled it.

    Args:
        source: A ``.po`` file.
    """
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as file:
        catalogue = read_po(file)
    target = BytesIO()
    write_mo(target, catalogue)
    target.seek(0)
    return GNUTranslations(target)


def _stale(binary: Traversable, source: Traversable) -> bool:
    if not binary.is_file():
        return True
    if not isinstance(binary, Path) or not isinstance(source, Path) or not source.is_file():
        return False
    return binary.stat().st_mtime < source.stat().st_mtime


@lru_cache(maxsize=32)
def _opened(name: str) -> NullTranslations:
    package, _, folder = name.partition(":")
    try:
        root = files(package) / "locale" / folder / "LC_MESSAGES"
        binary, source = root / f"{DOMAIN}.mo", root / f"{DOMAIN}.po"
        if _stale(binary, source):
            return compiled(source)
        with binary.open("rb") as file:
            return GNUTranslations(file)
    except (OSError, ImportError, ValueError) as error:
        raise LanguageError(f"the catalogue {name!r} cannot be read: {error}") from error


@lru_cache(maxsize=64)
def catalogue(language: Language) -> NullTranslations:
    """Return the catalogue of a language: its own words before those of its file.

    Args:
        language: Whose.

    Raises:
        LanguageError: The file cannot be read.
    """
    file = _opened(language.catalogue) if language.catalogue else NullTranslations()
    if not language.messages:
        return file
    words = Inline(language)
    words.add_fallback(file)
    return words


@lru_cache(maxsize=8192)
def template(
    language: Language,
    typography: Typography,
    message: str | tuple[str, str],
    number: int = 1,
    context: str | None = None,
) -> str:
    """Return a message in a language, its places still open.

    Args:
        language: The language.
        typography: Its spaces.
        message: The English message, or its singular and plural.
        number: What the plural depends on.
        context: The gender of a person, where the words agree with it.

    Raises:
        LanguageError: The catalogue cannot be read.
    """
    words = catalogue(language)
    if isinstance(message, tuple):
        one, many = message
        if context is None:
            found = words.ngettext(one, many, number)
        else:
            found = words.npgettext(context, one, many, number)
            if found in message:
                found = words.ngettext(one, many, number)
    elif context is None:
        found = words.gettext(message)
    else:
        found = words.pgettext(context, message)
        if found == message:
            found = words.gettext(message)
    return spaces(found, typography)
