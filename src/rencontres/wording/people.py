"""People: names in two scripts, honorifics, offices in their place, how letters begin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, TypeAlias

from rencontres.language import chain
from rencontres.text import Phrase
from rencontres.wording.language import Language

if TYPE_CHECKING:
    from rencontres.model import Name, Person, Post

Form: TypeAlias = Literal["name", "formal", "titled"]
"""The name alone, with its honorific, with the office."""

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff々〆ヶ]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_WORD = re.compile(r"[^\s-]+")
_PREFIX = re.compile(r"([a-zà-ÿ]{1,4}['’])(\w.*)")


def agreement(genders: Iterable[str | None]) -> str | None:
    """Return the gender that the label of several people agrees with.

    One man makes a group masculine in the languages that agree, and it takes women alone to make
    it feminine; unknown people leave it unknown. An institution among them takes the neutral noun.

    Args:
        genders: Of each: ``masculine``, ``feminine``, ``unknown``; None: an institution.
    """
    told = set(genders)
    if not told or None in told:
        return None
    if "masculine" in told:
        return "masculine"
    return "feminine" if told == {"feminine"} else "unknown"


def capitals(family: str) -> str:
    """Return a family name in capitals; particles inside it keep their small letters.

    "Giscard d’Estaing" is "GISCARD d’ESTAING", "van der Meer" is "van der MEER". The particle of
    a name has its own field and is not touched at all.

    Args:
        family: The family name.
    """
    return _WORD.sub(_capital, family)


def _capital(word: re.Match[str]) -> str:
    written = word[0]
    if prefixed := _PREFIX.fullmatch(written):
        return prefixed[1] + prefixed[2].upper()
    particle = written.islower() and not word.string.islower()
    return written if particle else written.upper()


def written_out(name: Name, initial: str = "\u00a0", in_capitals: bool = False) -> str:
    """Return a name written out, as its script joins its parts.

    Args:
        name: The name.
        initial: What stands between an initial and the family name.
        in_capitals: Whether a family name in Latin letters stands in capitals.
    """
    given, family = name.given, surname(name, in_capitals)
    if not given:
        return family
    first = name.order == "given-first"
    if _HAN.search(name.family):
        # A foreign name is divided by a middle dot, but not after a Latin initial's full stop.
        dot = "" if given.endswith(".") else "·"
        return f"{given}{dot}{family}" if first else f"{family}{given}"
    spelt = f"{given} {family}" if first else f"{family} {given}"
    return spelt.replace(". ", f".{initial}")


def surname(name: Name, in_capitals: bool = False) -> str:
    """Return the family name with its particle.

    Args:
        name: The name.
        in_capitals: Whether a family name in Latin letters stands in capitals; its particle never
            does.
    """
    family, particle = name.family, name.particle
    if _HAN.search(family):
        return (particle or "") + family
    if in_capitals:
        family = capitals(family)
    if not particle:
        return family
    return particle + ("" if particle.endswith(("’", "'")) else " ") + family


def named(language: Language, person: Person, fallback: Sequence[str] = ()) -> Name:
    """Return the name by which a reader is told of a person.

    It is the one in the reader's language, else in the fallback languages, else one in the
    reader's script, else what there is.

    Args:
        language: The reader's.
        person: Who.
        fallback: The languages of the dossier, in their order.
    """
    for wanted in (language.tag, *fallback):
        for tag in chain(wanted):
            for name in person.names:
                if name.language == tag:
                    return name
    family = language.tag.split("-")[0]
    script = _HAN if family in {"zh", "ja"} else _LATIN
    akin = [name for name in person.names if name.language.split("-")[0] == family]
    akin += [name for name in person.names if script.search(name.family)]
    return (akin or list(person.names))[0]


def _post(person: Person) -> Post | None:
    """Return the first of the posts, one that has not been given an end where there is one."""
    lasting = [post for post in person.posts if post.until is None]
    return next(iter(lasting or person.posts), None)


def person(
    language: Language,
    who: Person,
    form: Form = "formal",
    in_capitals: bool | None = None,
    organisation: str | None = None,
    fallback: Sequence[str] = (),
) -> Phrase:
    """Return how a person is told of, with the language of the name that was found."""
    patterns = language.people
    name = named(language, who, fallback)
    found = language.tag if name.language in chain(language.tag) else name.language
    upper = in_capitals if in_capitals is not None else patterns.capitals and form != "name"
    called = written_out(name, patterns.initial, upper)
    if form == "name":
        return Phrase(called, found)
    formal = _formal(language, who, called)
    post = _post(who) if form == "titled" else None
    if post is None:
        return Phrase(formal, found)
    title = post.title.phrase(language.tag, fallback)
    written = str(title)
    if organisation and organisation not in written:
        written = patterns.at.format(title=written, organisation=organisation)
    pattern = patterns.titled if title.language in chain(language.tag) else patterns.foreign
    return Phrase(pattern.format(formal=formal, name=called, title=written), found)


def _formal(language: Language, who: Person, called: str) -> str:
    """Return a name with its honorific; with none where the gender is not known."""
    if who.gender == "feminine":
        return language.people.feminine.format(name=called)
    if who.gender == "masculine":
        return language.people.masculine.format(name=called)
    return called


@lru_cache(maxsize=16)
def _offices(language: Language) -> tuple[tuple[re.Pattern[str], str, str], ...]:
    return tuple(
        (re.compile(pattern, re.IGNORECASE), masculine, feminine)
        for pattern, masculine, feminine in language.people.offices
    )


def salutation(language: Language, who: Person, fallback: Sequence[str] = ()) -> str:
    """Return how a letter to a person begins: *Madame la Maire,*, 尊敬的张市长：.

    The office is named where its title is given in the language and known to it; where the gender
    is not known and the language needs it, nobody is addressed as a man by default.
    """
    patterns = language.people
    name = named(language, who, fallback)
    family = surname(name)
    called = written_out(name, patterns.initial)
    rank = ("masculine", "feminine", "unknown").index(who.gender)
    if rank < len(patterns.dear_office) or not language.agreement:
        for post in who.posts:
            office = _office(language, post, rank)
            if office:
                pattern = patterns.dear_office[rank % 2]
                return pattern.format(office=office, family=family, name=called)
    return patterns.dear[rank].format(name=called, family=family)


def _office(language: Language, post: Post, rank: int) -> str:
    """Return how the holder of a post is addressed; empty where its title is not known."""
    if post.until is not None or not post.title.covers(language.tag):
        return ""
    title = str(post.title.phrase(language.tag))
    for pattern, masculine, feminine in _offices(language):
        if known := pattern.search(title):
            return (masculine, feminine)[rank % 2] or known[0]
    return ""
