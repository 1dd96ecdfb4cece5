"""What should be said in which language, what is, and what its readers are given instead."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Literal, TypeAlias

import attrs
from attrs import frozen

from rencontres.language import canonical, chain, kin
from rencontres.model import Audience, Dossier
from rencontres.text import SAME
from rencontres.views.reader import Reader
from rencontres.views.redaction import redact
from rencontres.views.written import texts

State: TypeAlias = Literal["exact", "parent", "fallback", "missing"]


@frozen
class Translation:
    """A text in a language that it should have.

    Attributes:
        where: Its place in the dossier: ``sessions.pleniere-1.title``.
        language: The language, BCP 47.
        state: ``exact``: it is there, or is the same in all languages; ``parent``: readers are
            given a wider or a neighbouring form of the same language in the same script;
            ``fallback``: they are given another language of the dossier; ``missing``: it is in
            none of the languages of the dossier.
        found: The language that its readers are given.
    """

    where: str
    language: str
    state: State
    found: str


@frozen
class Coverage:
    """How much of a dossier is in one language.

    Attributes:
        language: The language, BCP 47.
        required: How many texts should have it.
        exact: How many have it.
        parent: How many have another form of it.
        fallback: How many are given in another language of the dossier.
        missing: How many are in none of its languages.
    """

    language: str
    required: int
    exact: int
    parent: int
    fallback: int
    missing: int

    @property
    def ratio(self) -> float:
        """The share of the texts that its readers can read, from 0 to 1; of none: 1."""
        return (self.exact + self.parent) / self.required if self.required else 1.0


@frozen
class Completeness:
    """How far a dossier is translated.

    Attributes:
        languages: How much is in each language, in the order of the dossier.
        texts: What is not exactly in a language that it should have, in the order of the dossier.
    """

    languages: tuple[Coverage, ...]
    texts: tuple[Translation, ...]

    def to_json(self) -> str:
        """Return the same as a JSON text, always the same for the same dossier."""
        whole = {
            "languages": {
                each.language: {
                    **{name: getattr(each, name) for name in _COUNTS},
                    "ratio": round(each.ratio, 3),
                }
                for each in self.languages
            },
            "texts": [attrs.asdict(each) for each in self.texts],
        }
        return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


_COUNTS = ("required", "exact", "parent", "fallback", "missing")


def completeness(
    dossier: Dossier,
    languages: Iterable[str] | None = None,
    *,
    audience: Audience = "public",
    side: str | None = None,
) -> Completeness:
    """Return how far the texts of a dossier are translated.

    Every text that the audience sees should be in every language, and every person should have a
    name there; addresses of pages need not.

    Args:
        dossier: The dossier.
        languages: The languages wanted, BCP 47; None: those of the dossier.
        audience: Whose texts: by default what everybody sees.
        side: Of an internal audience: its side, by id.

    Raises:
        LanguageError: What is wanted is no language.
        DossierError: An internal audience of no side.
    """
    wanted = tuple(dict.fromkeys(map(canonical, languages or dossier.languages)))
    reader = Reader((wanted or ("en",))[0], audience=audience, side=side)
    found = [
        Translation(where, tag, *_state([of for of, _ in said], tag, dossier.languages))
        for where, said in texts(redact(dossier, reader))
        for tag in wanted
    ]
    return Completeness(
        tuple(_coverage(tag, [each for each in found if each.language == tag]) for tag in wanted),
        tuple(each for each in found if each.state != "exact"),
    )


def _coverage(tag: str, found: Sequence[Translation]) -> Coverage:
    states = [each.state for each in found]
    return Coverage(
        tag,
        len(states),
        states.count("exact"),
        states.count("parent"),
        states.count("fallback"),
        states.count("missing"),
    )


def _state(tags: Sequence[str], tag: str, fallback: Sequence[str]) -> tuple[State, str]:
    if tag in tags or SAME in tags:
        return "exact", tag
    if found := _within(tags, tag):
        return "parent", found
    for other in fallback:
        if found := _within(tags, other):
            return "fallback", found
    return "missing", tags[0]


def _within(tags: Sequence[str], tag: str) -> str | None:
    """Return which of the languages somebody is given who reads one of its kin, or None."""
    kind = kin(tag)
    akin = (known for known in tags if kin(known) == kind)
    return next((wider for wider in chain(tag) if wider in tags), None) or next(akin, None)
