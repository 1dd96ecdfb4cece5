"""The languages that are described here, and those that others describe."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module

from attrs import evolve

from rencontres import plugins
from rencontres.errors import LanguageError
from rencontres.language import canonical, chain
from rencontres.wording.language import Language

BUILT_IN = {"en": "en", "fr": "fr", "zh-Hans": "zh_hans", "zh-Hant": "zh_hant"}
"""By tag: the module that holds the language; a table, since a checkout has no metadata."""


@lru_cache(maxsize=128)
def described(tag: str) -> Language:
    """Return how the language of a tag writes.

    The tag is shortened inside its script until a description is found: ``fr-CA`` writes as
    ``fr`` does, ``zh-Hant-HK`` as ``zh-Hant``; the description keeps the tag that was asked for.
    Languages of other distributions (``rencontres.languages``) come after those described here.

    Args:
        tag: A language tag, BCP 47.

    Raises:
        LanguageError: It is no language tag, nobody has described the language, or several have.
        BrokenFormat: The distribution that describes it cannot be used.
    """
    wanted = canonical(tag)
    for wider in chain(wanted):
        if wider in BUILT_IN:
            found: Language = import_module(f"{__name__}.{BUILT_IN[wider]}").LANGUAGE
            break
    else:
        found = _installed(wanted)
    return found if found.tag == wanted else evolve(found, tag=wanted)


def _installed(wanted: str) -> Language:
    """Return a language that another distribution describes, under its tag."""
    offered = plugins.entries(plugins.LANGUAGES)
    for wider in chain(wanted):
        entries = [entry for entry in offered if entry.name == wider]
        if len(entries) > 1:
            owners = ", ".join(entry.distribution for entry in entries)
            raise LanguageError(f"several distributions describe {wider}: {owners}")
        for entry in entries:
            language = plugins.load(entry)
            if not isinstance(language, Language) or language.tag != wider:
                raise plugins.broken(entry, f"it is no Language with the tag {wider}")
            return language
    names = sorted({*BUILT_IN, *(entry.name for entry in offered)})
    raise LanguageError(f"nobody has described how {wanted} writes; there are {', '.join(names)}")


def known(value: str | Language) -> Language:
    """Return a language, given as such or by its tag.

    Args:
        value: A tag, or a description of a language.

    Raises:
        LanguageError: Nobody has described the language of the tag.
    """
    return described(value) if isinstance(value, str) else value
