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
from rencontres.wording.patterns import Pairs

DOMAIN = "rencontres"


class Inline(NullTranslations):
    """Words given as a value; what is not among them is said by nothing, not by the message."""

    def __init__(self, words: Pairs = (), zero_is_one: bool = False) -> None:
        """Keep the words.

        Args:
            words: Messages and their translations, as `Language.messages` has them.
            zero_is_one: Whether the singular is that of 0 and 1, or of 1 alone.
        """
        super().__init__()
        self._words = dict(words)
        self._zero_is_one = zero_is_one

    def gettext(self, message: str) -> str:
        """Return the translation of a message, or nothing."""
        return self._words.get(message, "")

    def pgettext(self, context: str, message: str) -> str:
        """Return the translation of a message in a context, or nothing."""
        return self._words.get(f"{context}\x04{message}", "")

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the translation of a message for a number, or nothing."""
        del msgid2
        one, _, many = self._words.get(msgid1, "").partition("\x00")
        singular = n < 2 if self._zero_is_one else n == 1
        return one if singular or not many else many

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        """Return the translation of a message in a context for a number, or nothing."""
        return self.ngettext(f"{context}\x04{msgid1}", msgid2, n)


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
            found = compiled(source)
        else:
            with binary.open("rb") as file:
                found = GNUTranslations(file)
    except (OSError, ImportError, ValueError) as error:
        raise LanguageError(f"the catalogue {name!r} cannot be read: {error}") from error
    found.add_fallback(Inline())
    return found


@lru_cache(maxsize=64)
def _catalogues(language: Language) -> tuple[NullTranslations, ...]:
    own = Inline(language.messages, language.numbers.zero_is_one)
    return (own, _opened(language.catalogue)) if language.catalogue else (own,)


def _found(
    words: NullTranslations, message: str | tuple[str, str], number: int, context: str | None
) -> str:
    if isinstance(message, str):
        return words.gettext(message) if context is None else words.pgettext(context, message)
    if context is None:
        return words.ngettext(*message, number)
    return words.npgettext(context, *message, number)


@lru_cache(maxsize=8192)
def template(
    language: Language,
    typography: Typography,
    message: str | tuple[str, str],
    number: int = 1,
    context: str | None = None,
) -> str:
    """Return a message in a language, its places still open.

    Words of the language itself come before those of its file, words in the context before those
    without one, and English last.

    Args:
        language: The language.
        typography: Its spaces.
        message: The English message, or its singular and plural.
        number: What the plural depends on.
        context: The gender of a person, where the words agree with it.

    Raises:
        LanguageError: The catalogue cannot be read.
    """
    for wanted in dict.fromkeys((context, None)):
        for words in _catalogues(language):
            if found := _found(words, message, number, wanted):
                return spaces(found, typography)
    return message if isinstance(message, str) else message[number != 1]
