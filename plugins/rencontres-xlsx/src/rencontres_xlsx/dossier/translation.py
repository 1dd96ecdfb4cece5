"""The sheet of a translator: what is missing or older than its original."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence

from rencontres import (
    Dossier,
    Text,
    completeness,
)
from rencontres_xlsx.dossier import vocabulary
from rencontres_xlsx.dossier.book import replace
from rencontres_xlsx.dossier.paper import Paper
from rencontres_xlsx.dossier.places import heading, path_of
from rencontres_xlsx.dossier.shapes import Path
from rencontres_xlsx.dossier.texts import Passage, context, passages

NAME = "translations"
SHORT = {"short": 20}
"""Signs that small screens show of a short title (mini-programmes cut after twenty)."""


def write_translations(
    dossier: Dossier,
    path: str | os.PathLike[str],
    languages: Iterable[str] | None = None,
    *,
    since: Dossier | None = None,
    audience: str = "public",
    side: str | None = None,
    language: str | None = None,
) -> None:
    """Write the texts that wait for a translator as a workbook, to be read back.

    One row holds one text, in every language of the dossier; what is to be written is coloured.

    Args:
        dossier: The dossier.
        path: The file, ``.xlsx``; one that is there is replaced, whole.
        languages: The languages wanted, BCP 47; None: those of the dossier.
        since: The dossier as it was when it was last translated: texts whose original has changed
            since, and whose translation has not, are in the sheet too.
        audience: Whose texts: ``public``, ``partners`` or ``internal``.
        side: Of an internal audience: its side, by id.
        language: Of the headings, BCP 47; None: the first of the dossier.

    Raises:
        LanguageError: What is wanted is no language.
        DossierError: An internal audience of no side, or words that no cell can hold.
        OSError: The file cannot be written.
    """
    body = translations(
        dossier, languages, since=since, audience=audience, side=side, language=language
    )
    replace(path, body)


def translations(
    dossier: Dossier,
    languages: Iterable[str] | None = None,
    *,
    since: Dossier | None = None,
    audience: str = "public",
    side: str | None = None,
    language: str | None = None,
) -> bytes:
    """Return the bytes that ``write_translations`` writes: the same for the same dossier.

    Args:
        dossier: The dossier.
        languages: The languages wanted.
        since: The dossier as it was when it was last translated.
        audience: Whose texts.
        side: Of an internal audience: its side.
        language: Of the headings.

    Raises:
        LanguageError: What is wanted is no language.
        DossierError: An internal audience of no side, or words that no cell can hold.
    """
    wanted = tuple(Text({tag: "-"}).tags[0] for tag in languages or dossier.languages)
    tags = tuple(dict.fromkeys((*dossier.languages, *wanted)))
    tongue = language or next(iter(dossier.languages), "en")
    waiting = list(_waiting(dossier, wanted, since, audience, side))
    paper = Paper(dossier.revised)
    page = paper.sheet(NAME)
    names = ("id", "context", *tags, "state", "limit", "digest")
    labels = {"limit": "limit-of-signs"}
    for column, name in enumerate(names):
        shown = name if name in tags else vocabulary.column(labels.get(name, name), tongue)
        page.put(
            0, column, name if shown in (name, labels.get(name)) else f"{shown}\n{name}", "heading"
        )
    for row, (passage, states) in enumerate(waiting, 1):
        page.put(row, 0, heading(passage.where), "key")
        page.put(row, 1, context(dossier, passage.where, tongue, tags[0]), "key")
        for column, tag in enumerate(tags, 2):
            page.put(row, column, passage.said.get(tag), "fill" if tag in states else "key")
        told = "; ".join(f"{tag}: {_state(state, tongue)}" for tag, state in states.items())
        page.put(row, len(tags) + 2, told, "key")
        page.put(row, len(tags) + 3, SHORT.get(passage.where[-1]), "key")
        page.put(row, len(tags) + 4, _digests(passage, tags, states), "key")
    page.finish(len(waiting) + 1, len(names), 2, hidden=[len(names) - 1])
    return paper.body()


def _state(state: str, language: str) -> str:
    key = f"{state}-text"
    shown = vocabulary.column(key, language)
    return state if shown == key else shown


def _waiting(
    dossier: Dossier, wanted: Sequence[str], since: Dossier | None, audience: str, side: str | None
) -> Iterator[tuple[Passage, dict[str, str]]]:
    """Yield the texts that wait for a translator, with what each of the languages wanted needs."""
    if not wanted:
        return
    known = passages(dossier)
    found = completeness(dossier, wanted, audience=audience, side=side)  # type: ignore[arg-type]
    missing: dict[Path, dict[str, str]] = {}
    for each in found.texts:
        if each.state != "parent":
            missing.setdefault(path_of(each.where), {})[each.language] = "missing"
    before = passages(since) if since else {}
    for where, passage in known.items():
        states = _outdated(passage, before.get(where), wanted, dossier.languages)
        for length in range(1, len(where) + 1):
            for tag, state in missing.get(where[:length], {}).items():
                if tag not in passage.said:
                    states[tag] = state
        if states:
            yield passage, {tag: states[tag] for tag in wanted if tag in states}


def _outdated(
    now: Passage, was: Passage | None, wanted: Sequence[str], languages: Sequence[str]
) -> dict[str, str]:
    """Return the languages whose words are as they were, though the original is not."""
    if was is None:
        return {}
    source = next((tag for tag in languages if tag in now.said and tag in was.said), None)
    if source is None or now.said[source] == was.said[source]:
        return {}
    return {
        tag: "outdated"
        for tag in wanted
        if tag != source and tag in now.said and now.said[tag] == was.said.get(tag)
    }


def _digests(passage: Passage, tags: Sequence[str], states: dict[str, str]) -> str:
    """Return what the texts were, as a hidden cell keeps it; ``?`` behind those to be written."""
    return " ".join(
        f"{tag}={digest(passage.said.get(tag))}{'?' if tag in states else ''}" for tag in tags
    )


def digest(words: str | None) -> str:
    """Return what tells words from others; of none: nothing.

    Args:
        words: The words.
    """
    return hashlib.sha256(words.encode()).hexdigest()[:12] if words else ""
