"""The human texts of a dossier, each with its place: what translators work on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

from rencontres import Dossier, dump_data
from rencontres_xlsx.dossier import shapes, vocabulary
from rencontres_xlsx.dossier.shapes import Json, Keyed, Leaf, Path, Record, Rows, Shape
from rencontres_xlsx.dossier.tables import gather, spread

ANY = "*"
"""What stands for the language in the place of a name: ``people.li-si.names.*.family``."""


@frozen
class Passage:
    """Words to be translated.

    Attributes:
        where: Their place: keys of the dossier; ``*`` is the language where it is not the last.
        said: The words by language, without those that are the same in all.
    """

    where: Path
    said: dict[str, str]

    def at(self, language: str) -> Path:
        """Return the place of the words in a language.

        Args:
            language: BCP 47.
        """
        if ANY in self.where:
            return tuple(language if part == ANY else part for part in self.where)
        return (*self.where, language)


def passages(dossier: Dossier) -> dict[Path, Passage]:
    """Return all texts of a dossier, and the parts of the names of its people, by their places.

    Args:
        dossier: The dossier.
    """
    data = gather(spread(dump_data(dossier)), {})
    found = {each.where: each for each in _within(shapes.header().shape, data, ())}
    for noun in shapes.nouns():
        things = data.get(noun.table) or {}
        pairs = things.items() if isinstance(things, dict) else enumerate(things)
        for key, raw in pairs:
            for each in _within(noun.shape, raw, (noun.table, str(key))):
                found[each.where] = each
    return found


def _within(shape: Shape, raw: Json, where: Path) -> Iterator[Passage]:
    if isinstance(shape, Keyed) and shape.text:
        if "same" not in raw:
            yield Passage(where, dict(raw))
    elif isinstance(shape, Keyed) and shape.keys == "tag" and isinstance(shape.value, Record):
        yield from _names(shape.value, raw, where)
    else:
        for key, inner, value in _below(shape, raw):
            yield from _within(inner, value, (*where, key))


def _below(shape: Shape, raw: Json) -> Iterator[tuple[str, Shape, Json]]:
    """Yield what stands below a value: keys, shapes and values. Roles and parties have no texts."""
    if isinstance(shape, Keyed):
        yield from ((key, shape.value, value) for key, value in raw.items())
    elif isinstance(shape, Record) and isinstance(raw, Mapping):
        said = ((key, inner, raw.get(key)) for key, inner in shape.fields.items())
        yield from (each for each in said if each[2] is not None)
    elif isinstance(shape, Rows) and not shape.key:
        yield from ((str(at), shape.item, value) for at, value in enumerate(raw))


def _names(shape: Record, raw: Mapping[str, Json], where: Path) -> Iterator[Passage]:
    for key, inner in shape.fields.items():
        said = {tag: value[key] for tag, value in raw.items() if value.get(key) is not None}
        if isinstance(inner, Leaf) and inner.kind == "words" and said:
            yield Passage((*where, ANY, key), said)


def context(dossier: Dossier, where: Path, language: str, first: str) -> str:
    """Return what a text is, for somebody who sees nothing else.

    Args:
        dossier: The dossier.
        where: The place of the text.
        language: Of the reader, BCP 47.
        first: The language in which things are named.
    """
    nouns = {noun.table: noun for noun in shapes.nouns()}
    if where[0] not in nouns:
        return " · ".join((vocabulary.thing("dossier", language), *_fields(where, language)))
    kind = vocabulary.thing(nouns[where[0]].singular, language)
    name = called(dossier, where[1], first)
    thing = f"{kind} {where[1]}" + (f" ({name})" if name else "")
    return " · ".join((thing, *_fields(where[2:], language)))


def _fields(path: Path, language: str) -> Iterator[str]:
    for part in path:
        if part.isdigit():
            yield str(int(part) + 1)
        elif part != ANY:
            yield vocabulary.column(part, language)


def called(dossier: Dossier, id_: str, language: str) -> str:
    """Return what a thing is called, or nothing.

    Args:
        dossier: The dossier.
        id_: Its id.
        language: The language wanted.
    """
    if id_ not in dossier:
        return ""
    thing: Any = dossier[id_]
    if names := getattr(thing, "names", ()):
        name = next((each for each in names if each.language == language), names[0])
        return " ".join(part for part in (name.given, name.particle, name.family) if part)
    named = getattr(thing, "name", None) or getattr(thing, "title", None)
    return str(named.phrase(language)) if named else ""
