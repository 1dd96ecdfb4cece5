"""How one language writes: the one thing that renderers ask for words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from attrs import frozen

from rencontres.finding import Finding
from rencontres.text import Phrase
from rencontres.wording import people, sentences
from rencontres.wording.codes import FUNCTIONS, LABELS
from rencontres.wording.messages import template
from rencontres.wording.setting import Setting

if TYPE_CHECKING:
    from rencontres.model import Person


@frozen
class Wording(Setting):
    r"""How one language writes. Cheap to make, hashable, picklable; equal if it writes the same.

    >>> Wording("fr").label("moderator", "feminine")
    'Modératrice\xa0:'

    Attributes:
        language: The language, or its tag: one of those described here, or in a plugin. A tag is
            shortened inside its script (``fr-CA`` writes as ``fr``).
        typography: Which spaces are printed: ``fine`` (U+00A0 and U+202F), ``nbsp``, ``plain``.
    """

    def count(self, number: int, noun: str) -> str:
        """Return a number of things: *1 million d’étudiants*, 100万名学生.

        Args:
            number: How many.
            noun: ``participant``, ``student``, ``session`` … (``rencontres.wording.codes.NOUNS``).

        Raises:
            DossierError: There is no such noun.
        """
        return sentences.count(self, number, noun)

    def label(
        self,
        function: str,
        gender: str | None = None,
        plural: bool = False,
        *,
        unconfirmed: bool = False,
    ) -> str:
        """Return the label of a function, with its colon: *Modératrice :*, 主持人：.

        Args:
            function: A function of the model.
            gender: Of those who hold it (``masculine``, ``feminine``, ``unknown``); None: an
                institution, or nobody yet. Both None and ``unknown`` take neutral words.
            plural: Whether there are several.
            unconfirmed: Whether all of them are still to be confirmed.

        Raises:
            DossierError: There is no such function.
        """
        if unconfirmed:
            named = self.heading(self.function(function, gender, plural))
            return self.say("unconfirmed-label", function=named)
        return self._function(LABELS, function, gender, plural)

    def function(self, function: str, gender: str | None = None, plural: bool = False) -> str:
        """Return the noun of a function: *modératrice*, 主持人.

        Args:
            function: A function of the model.
            gender: As for ``label``.
            plural: Whether there are several.

        Raises:
            DossierError: There is no such function.
        """
        return self._function(FUNCTIONS, function, gender, plural)

    def _function(
        self, table: dict[str, tuple[str, str]], function: str, gender: str | None, plural: bool
    ) -> str:
        message = table.get(function)
        if message is None:
            raise sentences.unknown("function", function, table)
        return template(self.language, self.typography, message, 2 if plural else 1, gender)

    def person(
        self,
        person: Person,
        form: people.Form = "formal",
        *,
        capitals: bool | None = None,
        organisation: str | None = None,
        fallback: Sequence[str] = (),
    ) -> Phrase:
        """Return how a person is told of, with the language of the name that was found.

        Args:
            person: The person.
            form: ``name`` alone; ``formal``, with *M.* or 先生 where the gender is known;
                ``titled``, with the office (in Chinese instead of 先生).
            capitals: Whether the family name stands in capitals; None: as is usual.
            organisation: Where the office is held, if its title does not say so.
            fallback: The languages of the dossier, in their order.
        """
        return people.person(self.style, person, form, capitals, organisation, fallback)

    def salutation(self, person: Person, fallback: Sequence[str] = ()) -> str:
        """Return how a letter begins: *Madame la Maire,*, 尊敬的张市长：.

        Args:
            person: To whom.
            fallback: The languages of the dossier, in their order.
        """
        return people.salutation(self.style, person, fallback)

    def programme(
        self,
        state: str | None = None,
        version: int | None = None,
        revised: date | None = None,
        url: str | None = None,
    ) -> str:
        """Return *Programme provisoire, version 3 du 20 octobre 2016*; each part may be absent.

        Args:
            state: ``draft``, ``provisional``, ``final``.
            version: Its number.
            revised: The day of that version.
            url: Where it stands.

        Raises:
            DossierError: There is no such state.
        """
        return sentences.programme(self, state, version, revised, url)

    def workshop(self, number: int | None, title: str | None = None) -> str:
        """Return *Atelier 2 – Développement durable*, 分论坛二：可持续发展.

        Args:
            number: Its number; None: the title alone.
            title: Its title; None: the number alone.
        """
        if number is None:
            return title or self.say("session-kind.workshop")
        numeral = self.language.numbers.numeral(number)
        if title is None:
            return self.say("workshop.number", number=numeral)
        return self.say("workshop.title", number=numeral, title=title)

    def interpretation(
        self,
        mode: str,
        between: tuple[str, str] | None = None,
        channels: Iterable[tuple[str, int]] = (),
    ) -> str:
        """Return *interprétation simultanée français-chinois (canal 1 français, …)*.

        Args:
            mode: ``simultaneous``, ``consecutive``, ``whispered``, ``liaison``.
            between: Two language tags, told with the own one first.
            channels: Language tag and number of each channel.

        Raises:
            DossierError: There is no such mode.
        """
        return sentences.interpretation(
            self, mode, (between[0], between[1]) if between else None, tuple(channels)
        )

    def languages(
        self,
        tags: Iterable[str],
        mode: str | None = None,
        channels: Iterable[tuple[str, int]] = (),
    ) -> str:
        """Return *Langues : français et chinois, interprétation simultanée (…)*.

        Args:
            tags: The languages, told with the own one first.
            mode: How is interpreted between them; None: not at all.
            channels: Language tag and number of each channel.

        Raises:
            DossierError: There is no such mode.
        """
        return sentences.languages(self, tags, mode, channels)

    def language_name(self, tag: str) -> str:
        """Return what a language is called: *français*, 法文; one without a name, by its tag.

        Args:
            tag: The language.
        """
        return sentences.language_name(self, tag)

    def say(self, what: Finding | str, /, **values: object) -> str:
        """Return what a finding or a code says (``rencontres.wording.codes.MESSAGES``).

        Args:
            what: A finding, or a code.
            **values: What stands in the places of the code's message: words as they are; dates,
                hours, numbers and lists are written out. ``count`` decides the plural, ``gender``
                the agreement, ``kind`` the member of a family of codes.

        Raises:
            DossierError: There is no such code, or a place has nothing to stand in it.
        """
        return (
            sentences.tell(self, what)
            if isinstance(what, Finding)
            else sentences.say(self, what, values)
        )
