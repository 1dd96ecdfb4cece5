"""Human text: always in named languages, never blank, never silently in another one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Self

from rencontres.errors import DossierError, LanguageError
from rencontres.finding import Finding
from rencontres.language import canonical, chain

SAME = "same"
"""The tag of words that are the same in every language (``name.same = "TGI"``)."""

_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufeff\ufffe\uffff]")
_NEWLINES = re.compile("\r\n?")


def clean(words: str) -> str:
    """Return words in NFC with single line feeds.

    Args:
        words: Any text.

    Raises:
        ValueError: The words are blank, or hold a control character, a lone surrogate or a
            byte order mark, which no reader survives.
    """
    if "\r" in words:
        words = _NEWLINES.sub("\n", words)
    if not words or words.isspace():
        msg = "a text may not be blank"
        raise ValueError(msg)
    if not words.isprintable() and (bad := _FORBIDDEN.search(words)):
        msg = f"a text may not hold the control character U+{ord(bad[0]):04X}"
        raise ValueError(msg)
    return words if words.isascii() else unicodedata.normalize("NFC", words)


class Phrase(str):
    """Words in one language: a string that knows its language.

    Attributes:
        language: The BCP 47 tag of the language these words are in, which may be another
            than the one asked for.
    """

    __slots__ = ("language",)
    language: str

    def __new__(cls, words: str, language: str) -> Self:
        """Make a phrase.

        Args:
            words: The words.
            language: The canonical tag of the language they are in.
        """
        phrase = super().__new__(cls, words)
        phrase.language = language
        return phrase

    def __repr__(self) -> str:
        """Return the words and their language."""
        return f"Phrase({str(self)!r}, {self.language!r})"

    def __reduce__(self) -> tuple[type[Self], tuple[str, str]]:
        """Return what makes an equal phrase again, for pickling and copying."""
        return type(self), (str(self), self.language)


class Words(tuple[Phrase, ...]):
    """What a text says to one reader: one phrase for each of the reader's languages."""

    __slots__ = ()

    def __str__(self) -> str:
        """Return the phrases joined with " / ", each told once."""
        if len(self) == 1:
            return str(self[0])
        return " / ".join(dict.fromkeys(str(phrase) for phrase in self))

    def __repr__(self) -> str:
        """Return the phrases."""
        return f"Words({tuple(self)!r})"


class Text(tuple[tuple[str, str], ...]):
    """A human text in one or several languages, or the same in all.

    A sorted tuple of (language tag, words): hashable, picklable, comparable. Tags are canonical
    BCP 47, words are NFC and never blank.

    >>> Text(fr="Bordeaux", zh_Hans="波尔多")
    Text(fr='Bordeaux', zh_Hans='波尔多')
    >>> Text({"zh-CN": "武汉"}).tags
    ('zh-Hans-CN',)
    >>> Text.same("TGI").phrase("fr")
    Phrase('TGI', 'fr')
    """

    __slots__ = ()

    def __new__(
        cls,
        entries: Mapping[str, str] | Iterable[tuple[str, str]] = (),
        /,
        **languages: str,
    ) -> Self:
        """Make a text.

        Args:
            entries: Words by language tag.
            languages: The same as keywords, ``_`` for ``-``: ``Text(zh_Hans="武汉")``.

        Raises:
            DossierError: No language, a tag that is not BCP 47, two tags for one language,
                blank words, or words with control characters; all are told at once.
        """
        pairs: list[tuple[str, str]] = []
        pairs += entries.items() if isinstance(entries, Mapping) else entries
        pairs += [(name.replace("_", "-"), words) for name, words in languages.items()]
        found: dict[str, str] = {}
        faults: list[str] = []
        for name, words in pairs:
            try:
                tag = name if name == SAME else canonical(name)
                words = clean(words)
            except LanguageError as error:
                faults.append(error.message)
            except ValueError as error:
                faults.append(f"{name}: {error}")
            else:
                if tag in found:
                    faults.append(f"two texts for one language, {tag}")
                found[tag] = words
        if not pairs:
            faults.append("a text needs at least one language")
        if SAME in found and len(found) > 1:
            faults.append("a text is either the same in all languages or given per language")
        if faults:
            raise _refused(faults)
        return super().__new__(cls, sorted(found.items()))

    @classmethod
    def same(cls, words: str) -> Self:
        """Make a text that is the same in all languages, and complete in each.

        Args:
            words: The words.

        Raises:
            DossierError: The words are blank or hold control characters.
        """
        return cls(((SAME, words),))

    @property
    def tags(self) -> tuple[str, ...]:
        """The languages in which this text is given, sorted; ``("same",)`` if in all."""
        return tuple(tag for tag, _ in self)

    def get(self, tag: str) -> str | None:
        """Return the words in exactly this language, or those that are the same in all.

        Args:
            tag: A canonical language tag.
        """
        for known, words in self:
            if known in (tag, SAME):
                return words
        return None

    def covers(self, tag: str) -> bool:
        """Tell whether a reader of this language needs no fallback to another one.

        Args:
            tag: A language tag.
        """
        return any(self.get(wider) is not None for wider in chain(tag))

    def phrase(self, tag: str, fallback: Sequence[str] = ()) -> Phrase:
        """Return what this text says to a reader, with the language found.

        The tag is shortened inside one script (``fr-CA`` to ``fr``, ``zh-Hant-HK`` to
        ``zh-Hant``, never to ``zh-Hans``); then the fallback languages are tried in order, then
        what there is.

        Args:
            tag: The language of the reader.
            fallback: The languages of the dossier, in their order.
        """
        for wanted in (tag, *fallback):
            for wider in chain(wanted):
                words = self.get(wider)
                if words is not None:
                    return Phrase(words, tag if self[0][0] == SAME else wider)
        found, words = self[0]
        return Phrase(words, found)

    def words(self, tags: Sequence[str], fallback: Sequence[str] = ()) -> Words:
        """Return what this text says in each of a reader's languages.

        Args:
            tags: The languages of the reader, the leading one first.
            fallback: The languages of the dossier, in their order.
        """
        return Words(self.phrase(tag, fallback) for tag in tags)

    def plain(self) -> str:
        """Return the English words, or the first there are: for plain English messages."""
        return self.get("en") or self[0][1]

    def __repr__(self) -> str:
        """Return the words by language."""
        if self.tags == (SAME,):
            return f"Text.same({self[0][1]!r})"
        named = (f"{tag.replace('-', '_')}={words!r}" for tag, words in self)
        return f"Text({', '.join(named)})"

    __str__ = __repr__


def _refused(faults: Sequence[str]) -> DossierError:
    return DossierError(
        problems=[
            Finding("text.invalid", "error", "", "%(reason)s", {"reason": fault})
            for fault in faults
        ]
    )
