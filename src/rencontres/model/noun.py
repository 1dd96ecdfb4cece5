"""What every thing of the dossier shares: an id, a source, an audience, and how it is checked.

The metadata of a field is the one source of its shape: ``to`` says which tables an id names,
``by`` how a tuple is keyed in a file, ``one_of`` which words it takes. Loading, dumping, the
checks of references and the JSON Schema all read it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import lru_cache
from typing import Any, Literal, NamedTuple, TypeAlias, cast, get_args

import attrs
from attrs import NOTHING, Attribute, field, frozen

from rencontres.errors import DossierError, LanguageError
from rencontres.finding import Finding, Value, path
from rencontres.language import canonical
from rencontres.model.extra import Table, extra_of
from rencontres.span import fault
from rencontres.text import Text

Audience: TypeAlias = Literal["public", "partners", "internal"]
AUDIENCES: tuple[Audience, ...] = get_args(Audience)

Confirmation: TypeAlias = Literal[
    "proposed", "to-confirm", "invited", "accepted", "confirmed", "declined", "withdrawn",
    "postponed", "cancelled",
]  # fmt: skip

_ID = re.compile(r"[a-z0-9][a-z0-9-]*")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufeff\ufffe\uffff]")
_LONGEST_ID = 120

Metadata: TypeAlias = dict[str, Any]


def one_of(words: Any, **more: Any) -> Metadata:
    """Say which words a field takes.

    Args:
        words: A ``Literal`` type.
        more: Further metadata.
    """
    return {"one_of": get_args(words), **more}


def to(*tables: str, **more: Any) -> Metadata:
    """Say which tables of the dossier the ids of a field name.

    Args:
        tables: Names of tables (``people``, ``organisations``); none: any.
        more: Further metadata.
    """
    return {"to": tables, **more}


def problem(code: str, where: str, message: str, **values: Value) -> Finding:
    """Return an error of the dossier.

    Args:
        code: The kind of problem.
        where: The place, by ids.
        message: An English sentence with named places.
        values: What stands in them.
    """
    return Finding(code, "error", where, message, values)


class Plan(NamedTuple):
    """What is to be checked of a class, compiled from the metadata of its fields."""

    one_of: tuple[tuple[str, tuple[str, ...]], ...]
    tuples: tuple[str, ...]
    order: tuple[tuple[str, Callable[[Any], Any]], ...]
    tags: tuple[str, ...]
    strings: tuple[str, ...]
    moments: tuple[str, ...]
    shown: tuple[Attribute[Any], ...]


def _first(pair: tuple[str, object]) -> str:
    return pair[0]


def _order(attribute: Attribute[Any]) -> Callable[[Any], Any] | None:
    meta = attribute.metadata
    if "by" not in meta or meta.get("ordered"):
        return None
    ranks = {word: rank for rank, word in enumerate(meta.get("ranks", ()))}
    name = meta["by"]
    if name == "pairs":
        return _first
    if ranks:
        return lambda item: ranks.get(getattr(item, name), len(ranks))
    return lambda item: getattr(item, name)


@lru_cache(maxsize=128)
def plan(cls: type) -> Plan:
    """Return what is to be checked of a class of the model.

    Args:
        cls: An attrs class whose fields carry metadata.
    """
    fields = attrs.fields(cls)
    kind = {a.name: str(a.type) for a in fields}
    return Plan(
        one_of=tuple((a.name, a.metadata["one_of"]) for a in fields if "one_of" in a.metadata),
        tuples=tuple(a.name for a in fields if kind[a.name].startswith("tuple")),
        order=tuple((a.name, key) for a in fields if (key := _order(a))),
        tags=tuple(a.name for a in fields if a.metadata.get("tags")),
        strings=tuple(
            a.name
            for a in fields
            if kind[a.name] in ("str", "str | None")
            and not {"to", "tags"} & set(a.metadata)
            and a.name != "id"
        ),
        moments=tuple(a.name for a in fields if kind[a.name].startswith("datetime")),
        shown=tuple(a for a in fields if a.repr),
    )


@frozen(repr=False)
class Part:
    """The root of the model: values that check themselves and show only what was said."""

    def __attrs_post_init__(self) -> None:
        """Put the value into its one form, and refuse what means nothing.

        Raises:
            DossierError: Everything that is wrong with it, at once.
        """
        problems = list(self.faults())
        if problems:
            raise DossierError(problems=problems)

    def faults(self) -> Iterator[Finding]:
        """Yield what makes this value meaningless; subclasses add what they know."""
        checks = plan(cast("type", type(self)))
        for name, words in checks.one_of:
            value = getattr(self, name)
            if value is not None and value not in words:
                yield problem(
                    "value.unknown",
                    name,
                    "%(found)s is none of: %(known)s",
                    found=str(value),
                    known=words,
                )
        for name in checks.tuples:
            value = getattr(self, name)
            if value is not None and type(value) is not tuple:
                yield problem(
                    "value.type",
                    name,
                    "a tuple is needed, not %(found)s",
                    found=type(value).__name__,
                )
                return
        for name, key in checks.order:
            value = getattr(self, name)
            if len(value) > 1:
                try:
                    object.__setattr__(self, name, tuple(sorted(value, key=key)))
                except (AttributeError, TypeError, IndexError):
                    yield problem(
                        "value.type", name, "%(name)s holds something of another kind", name=name
                    )
                    return
        for name in checks.tags:
            if value := getattr(self, name):
                yield from self._settle_tags(name, value)
        for name in checks.strings:
            value = getattr(self, name)
            if value is not None and not (value.isprintable() and value):
                yield from _line_faults(name, value)
        for name in checks.moments:
            value = getattr(self, name)
            if isinstance(value, datetime) and (reason := fault(value)):
                yield problem("moment.invalid", name, "%(reason)s", reason=reason)

    def _settle_tags(self, name: str, value: str | tuple[str, ...]) -> Iterator[Finding]:
        try:
            if isinstance(value, str):
                object.__setattr__(self, name, canonical(value))
            elif value and isinstance(value[0], tuple):
                object.__setattr__(
                    self, name, tuple(sorted((canonical(tag), n) for tag, n in value))
                )
            else:
                object.__setattr__(self, name, tuple(canonical(tag) for tag in value))
        except LanguageError as error:
            yield problem("language.unknown", name, "%(reason)s", reason=error.message)

    def __repr__(self) -> str:
        """Return only what was said: fields at their defaults are left out."""
        shown: list[str] = []
        for attribute in plan(cast("type", type(self))).shown:
            value = getattr(self, attribute.name)
            if attribute.default is NOTHING and not attribute.kw_only:
                shown.append(repr(value))
            elif value != attribute.default and not (value == () and attribute.default is not None):
                shown.append(f"{attribute.name}={value!r}")
        return f"{type(self).__name__}({', '.join(shown)})"


def _line_faults(name: str, value: str) -> Iterator[Finding]:
    if not value.strip():
        yield problem("value.blank", name, "a blank says nothing: leave it out")
    elif bad := _CONTROL.search(value):
        yield problem(
            "value.control",
            name,
            "the control character U+%(point)s is not allowed",
            point=f"{ord(bad[0]):04X}",
        )


@frozen(repr=False, kw_only=True)
class Noun(Part):
    """A thing with an id.

    Attributes:
        id: Lower-case letters, digits and hyphens, unique in the dossier; other things refer to
            it, identities in calendars are made from it.
        source: Where it comes from: ``CR 13/04/2016, l. 168``.
        as_written: The words of the source where they differ from what is stored.
        audience: Who may see it, where that is not the default of its kind.
        extra: The host's own fields: kept, never shown.
    """

    id: str = field(kw_only=False)
    source: str | None = None
    as_written: str | None = None
    audience: Audience | None = field(default=None, metadata=one_of(Audience))
    extra: Table = field(default=Table(), converter=extra_of, repr=False)

    def faults(self) -> Iterator[Finding]:
        """Yield what makes this thing meaningless, an impossible id first."""
        if len(self.id) > _LONGEST_ID or not _ID.fullmatch(self.id):
            message = "%(id)s is no id: lower-case letters a to z, digits and hyphens, at most 120"
            yield problem("id.invalid", "id", message, id=self.id[:_LONGEST_ID])
        yield from Part.faults(self)


def doubles(name: str, parts: tuple[Any, ...], by: str) -> Iterator[Finding]:
    """Yield a problem for each part that says again what another part of the tuple has said.

    Args:
        name: The field, for the place.
        parts: The parts.
        by: The attribute that must be unique.
    """
    if len(parts) < 2:  # noqa: PLR2004 - one cannot repeat itself
        return
    seen: set[object] = set()
    for part in parts:
        value = getattr(part, by)
        if value in seen:
            yield problem(
                "value.twice",
                path(name, str(value)),
                "%(value)s stands here twice",
                value=str(value),
            )
        seen.add(value)


def name_of(thing: object) -> Text | None:
    """Return the name or the title of a thing, or None.

    Args:
        thing: A noun.
    """
    named: object = getattr(thing, "name", None) or getattr(thing, "title", None)
    return named if isinstance(named, Text) else None
