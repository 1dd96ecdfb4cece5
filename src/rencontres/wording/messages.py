"""The message catalogues: gettext files of this package, or of whoever describes a language.

A catalogue is opened by the name its language gives, never by the fallbacks of the standard
library, which hand Simplified words to a reader of Traditional ones. What a catalogue lacks is
said in English.
"""

from __future__ import annotations

from functools import lru_cache
from gettext import GNUTranslations
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import BytesIO
from pathlib import Path
from typing import TypeAlias

from rencontres.errors import LanguageError
from rencontres.wording.language import Language, Typography, spaces
from rencontres.wording.numbers import one

DOMAIN = "rencontres"
Message: TypeAlias = str | tuple[str, str]
"""An English message, or its singular and plural."""


def _compiled(source: Traversable) -> GNUTranslations:
    """Return a catalogue read from its source, where nobody has compiled it."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    target = BytesIO()
    with source.open("rb") as file:
        write_mo(target, read_po(file))
    target.seek(0)
    return GNUTranslations(target)


def _stale(binary: Traversable, source: Traversable) -> bool:
    if not binary.is_file():
        return True
    if not isinstance(binary, Path) or not isinstance(source, Path) or not source.is_file():
        return False
    return binary.stat().st_mtime < source.stat().st_mtime


@lru_cache(maxsize=32)
def _opened(name: str) -> GNUTranslations:
    package, _, folder = name.partition(":")
    try:
        root = files(package) / "locale" / folder / "LC_MESSAGES"
        binary, source = root / f"{DOMAIN}.mo", root / f"{DOMAIN}.po"
        if _stale(binary, source):
            return _compiled(source)
        with binary.open("rb") as file:
            return GNUTranslations(file)
    except (OSError, ImportError, ValueError) as error:
        raise LanguageError(f"the catalogue {name!r} cannot be read: {error}") from error


def _own(language: Language, message: Message, number: int, context: str | None) -> str:
    """Return the words that a language brings along, or nothing."""
    key = message if isinstance(message, str) else message[0]
    words = dict(language.messages).get(key if context is None else f"{context}\x04{key}", "")
    single, _, several = words.partition("\x00")
    return several if several and not one(language, number) else single


def _filed(language: Language, message: Message, number: int, context: str | None) -> str:
    """Return the words of a language's catalogue, or nothing."""
    if not language.catalogue:
        return ""
    words = _opened(language.catalogue)
    if isinstance(message, str):
        found = words.gettext(message) if context is None else words.pgettext(context, message)
        return "" if found is message else found
    if context is None:
        found = words.ngettext(*message, number)
    else:
        found = words.npgettext(context, *message, number)
    # What a catalogue lacks comes back as it was given; a translation may be the same word.
    return "" if found is message[0] or found is message[1] else found


@lru_cache(maxsize=8192)
def template(
    language: Language,
    typography: Typography,
    message: Message,
    number: int = 1,
    context: str | None = None,
) -> str:
    """Return a message in a language, its places still open.

    Words of the language itself come before those of its file, words in the context (the gender of
    a person) before those without one, and English last.

    Raises:
        LanguageError: The catalogue cannot be read.
    """
    for wanted in dict.fromkeys((context, None)):
        found = _own(language, message, number, wanted) or _filed(language, message, number, wanted)
        if found:
            return spaces(found, typography)
    return message if isinstance(message, str) else message[number != 1]
