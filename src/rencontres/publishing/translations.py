"""Texts before and after: where their words have changed, and which are left behind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import cast

import attrs

from rencontres.model import Noun
from rencontres.text import SAME, Text


def changed(old: Text, new: Text) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the languages in which words have changed, and those that came or went; sorted.

    Args:
        old: The text as it was.
        new: The text as it is.
    """
    tags = sorted({*old.tags, *new.tags} - {SAME}) or [SAME]
    pairs = [(tag, old.get(tag), new.get(tag)) for tag in tags]
    other = tuple(tag for tag, was, now in pairs if was and now and was != now)
    moved = tuple(tag for tag, was, now in pairs if (was is None) != (now is None))
    return other, moved


def stale(
    old: Noun, new: Noun, languages: Sequence[str]
) -> Iterator[tuple[str, Text, Text, tuple[str, ...]]]:
    """Yield the fields whose source has changed after the translation: with both texts and tags.

    The source is the first language of the dossier in which both texts are given.

    Args:
        old: The thing as it was.
        new: The thing as it is.
        languages: Those of the dossier, in their order.
    """
    for name in _texts(cast("type", type(new))):
        was, now = getattr(old, name, None), getattr(new, name)
        if was is now or not isinstance(was, Text) or not isinstance(now, Text):
            continue
        both = set(was.tags) & set(now.tags) - {SAME}
        source = next((tag for tag in languages if tag in both), None)
        if source is None or was.get(source) == now.get(source):
            continue
        behind = tuple(tag for tag in sorted(both - {source}) if was.get(tag) == now.get(tag))
        if behind:
            yield name, was, now, behind


@lru_cache(maxsize=128)
def _texts(cls: type) -> tuple[str, ...]:
    """Return the names of the fields that may hold human texts; addresses of pages are none."""
    return tuple(a.name for a in attrs.fields(cls) if a.init and "form" not in a.metadata)
