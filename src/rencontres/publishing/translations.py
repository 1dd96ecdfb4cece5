"""What is said before and after: where words have changed, and which are left behind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import cast

import attrs

from rencontres.model import Action, Event, Noun, Part, Person, Session, Workshop, name_of
from rencontres.publishing.change import Change, Kind, Maker
from rencontres.publishing.things import called
from rencontres.text import SAME, Text

_DETAILS: Mapping[type[Noun], tuple[str, ...]] = {
    Event: ("theme", "purpose"),
    Workshop: ("problem", "topics", "format"),
    Session: ("description", "items", "languages", "interpretation", "open"),
    Action: ("owners",),
    Person: ("posts",),
}
"""What else is told of things."""


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


def titled(change: Maker, was: Noun, now: Noun) -> Iterator[Change]:
    """Yield how a thing is called otherwise.

    Args:
        change: Makes its changes.
        was: The thing as it was.
        now: The thing as it is.
    """
    before, after = _name(was), _name(now)
    if before == after:
        return
    if before is None or after is None:
        tags = (after or before or Text.same("-")).tags
        yield change(kind="retitled", before=before, after=after, languages=tags)
        return
    other, moved = changed(before, after)
    same = set(before.tags) & set(after.tags)
    kind: Kind = "translated" if not other and same else "retitled"
    languages = tuple(sorted({*other, *moved}))
    yield change(kind=kind, before=before, after=after, languages=languages)


def _name(thing: Noun) -> Text | None:
    return called(thing) if isinstance(thing, Person) else name_of(thing)


def revised(change: Maker, was: Noun, now: Noun) -> Iterator[Change]:
    """Yield that something else is told of a thing: its readers are not to hear that nothing is.

    Args:
        change: Makes its changes.
        was: The thing as it was.
        now: The thing as it is.
    """
    for kind, names in _DETAILS.items():
        if isinstance(now, kind) and differ(
            *([getattr(thing, name) for name in names] for thing in (was, now))
        ):
            yield change(kind="revised")


def differ(old: object, new: object) -> bool:
    """Tell whether two values say something else; a translation that came or went says the same.

    Args:
        old: A value of the model, or several.
        new: The one that takes its place.
    """
    if isinstance(old, Text) and isinstance(new, Text):
        return bool(changed(old, new)[0]) or not set(old.tags) & set(new.tags)
    if isinstance(old, list | tuple) and isinstance(new, list | tuple) and len(old) == len(new):
        return any(map(differ, old, new))
    if isinstance(old, Part) and type(old) is type(new):
        names = (a.name for a in attrs.fields(type(old)))
        return any(differ(getattr(old, name), getattr(new, name)) for name in names)
    return old != new


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
