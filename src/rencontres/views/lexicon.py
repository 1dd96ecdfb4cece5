"""Texts in the reader's languages, each resolved and punctuated once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from attrs import evolve

from rencontres.language import chain
from rencontres.model import Person
from rencontres.text import SAME, Phrase, Text, Words
from rencontres.views.reader import Reader
from rencontres.wording import Language, Wording
from rencontres.wording.typography import punctuator


class Lexicon:
    """What texts say to one reader; remembers what it has said.

    Attributes:
        languages: The reader's, the leading one first.
        wordings: How each of them writes.
        fallback: The languages of the dossier, in their order.
    """

    def __init__(
        self, reader: Reader, fallback: tuple[str, ...], described: Iterable[Language] = ()
    ) -> None:
        """Prepare the languages.

        Args:
            reader: The reader.
            fallback: The languages of the dossier, in their order.
            described: Languages that the host describes itself, before all others.
        """
        own = {language.tag: language for language in described}
        self.languages = reader.languages
        self.wordings = tuple(
            Wording(_nearest(own, tag), reader.typography) for tag in reader.languages
        )
        self.fallback = fallback
        self._typography = reader.typography
        self._punctuators: dict[str, Callable[[str], str]] = {}
        self._words: dict[Text, Words] = {}

    def words(self, text: Text) -> Words:
        """Return what a text says in the reader's languages, punctuated as each language writes.

        Args:
            text: A text of the dossier.
        """
        words = self._words.get(text)
        if words is None:
            words = self._words[text] = Words([self.phrase(text, tag) for tag in self.languages])
        return words

    def maybe(self, text: Text | None) -> Words | None:
        """Return what a text says, or None where there is none.

        Args:
            text: A text of the dossier, or None.
        """
        return None if text is None else self.words(text)

    def each(self, texts: Iterable[Text]) -> tuple[Words, ...]:
        """Return what each of several texts says.

        Args:
            texts: Texts of the dossier.
        """
        return tuple(map(self.words, texts))

    def verbatim(self, text: Text | None) -> Words | None:
        """Return what a text says, to the letter: for addresses of pages.

        Args:
            text: A text of the dossier, or None.
        """
        return None if text is None else text.words(self.languages, self.fallback)

    def phrase(self, text: Text, tag: str) -> Phrase:
        """Return what a text says in one language.

        Args:
            text: A text of the dossier.
            tag: A language, which need not be the reader's.
        """
        for known, said in text:
            if known in (tag, SAME):
                found = said
                language = tag
                break
        else:
            found = text.phrase(tag, self.fallback)
            language = found.language
        punctuated = self._punctuators.get(language)
        if punctuated is None:
            punctuated = punctuator(language, self._typography)
            self._punctuators[language] = punctuated
        return Phrase(punctuated(found), language)

    def say(self, code: str, **values: object) -> Words:
        """Return a word of the catalogues in the reader's languages.

        Args:
            code: Its code.
            values: What stands in its places.
        """
        said = (wording.say(code, **values) for wording in self.wordings)
        return Words(map(Phrase, said, self.languages))

    def salutation(self, person: Person) -> Words:
        """Return how a letter to a person begins in the reader's languages.

        Args:
            person: Whom it is for.
        """
        said = (wording.salutation(person, self.fallback) for wording in self.wordings)
        return Words(map(Phrase, said, self.languages))


def _nearest(described: Mapping[str, Language], tag: str) -> Language | str:
    """Return the language of a tag that the host describes, else the tag."""
    found = next((described[wider] for wider in chain(tag) if wider in described), None)
    return tag if found is None else found if found.tag == tag else evolve(found, tag=tag)
