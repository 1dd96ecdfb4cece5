"""Human text: always in named languages, never blank, never silently in another one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Self, cast

from rencontres.errors import DossierError
from rencontres.finding import Finding, path
from rencontres.language import canonical, chain, kin

SAME = "same"
"""The tag of words that are the same in every language (``name.same = "TGI"``)."""

_NEWLINES = re.compile("\r\n?|[\u2028\u2029]")
_LAST_TWO = "".join(chr(plane << 16 | 0xFFFE) + chr(plane << 16 | 0xFFFF) for plane in range(17))
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff" + _LAST_TWO + "]"
)
"""Controls, halves of characters, the byte order mark and what Unicode keeps free of characters."""


def clean(words: str, *, lines: bool = True) -> str:
    """Return words in NFC, with single line feeds.

    Args:
        words: Any text.
        lines: False if line feeds and tabs are refused too.

    Raises:
        ValueError: The words are blank, or hold a control character, a lone surrogate, a byte
            order mark or a noncharacter, which no reader survives.
    """
    if not words.isprintable():
        words = _NEWLINES.sub("\n", words)
        if bad := _FORBIDDEN.search(words):
            msg = f"the character U+{ord(bad[0]):04X} is not allowed{_origin(bad[0])}"
            raise ValueError(msg)
        if not lines and ("\n" in words or "\t" in words):
            raise ValueError("one line is needed, without tabs")
        if all(unicodedata.category(mark) in _UNSEEN for mark in words):
            words = ""
    if not words or words.isspace():
        raise ValueError("a blank says nothing: leave it out")
    if words.isascii() or unicodedata.is_normalized("NFC", words):
        return words
    return unicodedata.normalize("NFC", words)


_UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})


def _origin(bad: str) -> str:
    if "\x80" <= bad <= "\x9f":
        return ": was it read in the wrong encoding?"
    return ": it is half a character" if "\ud800" <= bad <= "\udfff" else ""


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
        phrase = str.__new__(cls, words)
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
            DossierError: No language, a tag that is not BCP 47, two tags for one language, what
                is no string, blank words, or words with control characters; all at once.
        """
        if type(entries) is dict and not languages and (right := _sound(entries)):
            return super().__new__(cls, right)
        found: dict[str, str] = {}
        problems: list[Finding] = []
        for name, words in _pairs(entries, languages, problems):
            try:
                tag, said = _entry(name, words)
            except ValueError as error:
                problems.append(_fault(str(error), name))
                continue
            if tag in found:
                problems.append(_fault(f"{name} is {tag}, which stands here already", name))
            found[tag] = said
        if not found and not problems:
            problems.append(_fault("a text needs at least one language"))
        if SAME in found and len(found) > 1:
            problems.append(_fault("a text is the same in all languages, or given per language"))
        if problems:
            raise DossierError(problems=problems)
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
        return self._find(tag) is not None

    def phrase(self, tag: str, fallback: Sequence[str] = ()) -> Phrase:
        """Return what this text says to a reader, with the language found.

        The tag is shortened inside one script (``fr-CA`` to ``fr``, ``zh-Hant-HK`` to
        ``zh-Hant``, never to ``zh-Hans``); then other countries' forms of the same language and
        script are taken; then the fallback languages in their order, then what there is.

        Args:
            tag: The language of the reader.
            fallback: The languages of the dossier, in their order.

        Raises:
            LanguageError: A tag is no language tag.
        """
        for wanted in (tag, *fallback):
            if (found := self._find(wanted)) is not None:
                return found
        language, words = self[0]
        return Phrase(words, language)

    def _find(self, tag: str) -> Phrase | None:
        """Return the words in a language and its script, or those that are the same in all."""
        for wider in chain(tag):
            for known, words in self:
                if known == wider:
                    return Phrase(words, known)
                if known == SAME:
                    return Phrase(words, wider)
        alike = (Phrase(words, known) for known, words in self if kin(known) == kin(tag))
        return next(alike, None)

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


def _pairs(
    entries: object, languages: Mapping[str, str], problems: list[Finding]
) -> Collection[tuple[str, str]]:
    """Return language and words, as they were written; tell of what is neither."""
    named = [(name.replace("_", "-"), words) for name, words in languages.items()]
    if isinstance(entries, Mapping):
        return [*cast("Mapping[str, str]", entries).items(), *named]
    if isinstance(entries, str):
        problems.append(_fault(f"a text needs its language: Text(fr={entries[:40]!r})"))
        return named
    if not isinstance(entries, Iterable):
        problems.append(
            _fault(f"a text is made of words by language, not {type(entries).__name__}")
        )
        return named
    pairs: list[tuple[str, str]] = []
    for pair in cast("Iterable[object]", entries):
        if isinstance(pair, tuple) and len(cast("tuple[object, ...]", pair)) == 2:
            pairs.append(cast("tuple[str, str]", pair))
        else:
            problems.append(_fault("a text is made of pairs: a language tag and words"))
    return pairs + named


def _sound(entries: dict[str, str]) -> list[tuple[str, str]] | None:
    """Return the entries of a text that is right, quickly; None: to be looked at more closely."""
    try:
        found = {canonical(tag): clean(words) for tag, words in entries.items()}
    except (ValueError, TypeError, AttributeError):
        return None
    sound = len(found) == len(entries) and {*map(type, entries.values())} == {str}
    return sorted(found.items()) if sound else None


def _entry(name: object, words: object) -> tuple[str, str]:
    """Return a canonical tag and clean words, or say by a ValueError what is wrong."""
    if not isinstance(name, str):
        msg = f"a language is named by a tag, not by {type(name).__name__}"
        raise ValueError(msg)  # noqa: TRY004 - told with the rest, as what it is to a reader
    tag = name if name == SAME else canonical(name)
    if not isinstance(words, str):
        raise ValueError(f"words are needed, not {type(words).__name__}")  # noqa: TRY004 - the same
    return tag, clean(words)


def _fault(reason: str, name: object = "") -> Finding:
    where = path(name) if isinstance(name, str) else ""
    return Finding("text.invalid", "error", where, "%(reason)s", {"reason": reason})
