"""Strategies of things and of whole dossiers, read off the types and metadata of the model."""

from __future__ import annotations

import string
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, TypeAlias, TypeVar, cast

from attrs import frozen
from hypothesis import strategies as st

from rencontres.model import NOUNS, Dossier, Registration, Table, Tolerance, form
from rencontres.model.fields import Field, fields_of
from rencontres.testing import values
from rencontres.testing.coherence import Fields, coherent
from rencontres.text import Text
from rencontres.when import When

T = TypeVar("T")
Strategy: TypeAlias = st.SearchStrategy[Any]

_WHOLE = st.integers(0, 10) | st.integers(0, 2**53 - 1)
_NUMBER = _WHOLE | st.floats(0, 1e15)
_SCALARS: Mapping[Any, Strategy] = {
    str: values.words(),
    bool: st.booleans(),
    int: _WHOLE,
    float: _NUMBER,
    date: values.days(),
    datetime: values.moments(),
    Text: values.texts(),
    When: values.whens(),
    Table: values.tables(),
}
_FORMS: Mapping[object, Strategy] = {
    form.NAMESPACE: st.sampled_from(["example.org", "a", "x-1.y", "2016"]),
    form.COUNTRY: st.sampled_from(["FR", "CN", "JP", "VN"]),
    form.ZONE: st.sampled_from(values.ZONES),
    form.CURRENCY: st.sampled_from(["EUR", "CNY", "JPY"]),
    form.EMAIL: st.sampled_from(["a@example.org", "é+x@例子.中国"]),
    form.PHONE: st.sampled_from(["+33 1 23 45", "028-12", "７"]),
    form.URL: st.sampled_from(
        [Text(fr="https://example.org/a?b=c&d=%20#é"), Text.same("mailto:a@b")]
    ),
    form.POSITION: st.tuples(st.floats(-90, 90), st.floats(-180, 180) | st.integers(-9, 9)),
}
_SAID = st.sampled_from([False, False, True])
_ALWAYS = frozenset({"ends", "parties", "roles", "start"})
"""What the laws are most likely to find something in."""
_CAST = ("sides", "sides", "organisations", "organisations", "people", "people", "events")
"""What most other things refer to."""

_KINDS = (*NOUNS, *["sessions", "pairings"] * 4)

_ACYCLIC = frozenset({"within", "depends_on"})
"""Fields whose references may lead nowhere but to ids that come before."""


@frozen
class Known:
    """What a thing may be made of.

    Attributes:
        ids: The ids of a dossier, by table.
        own: The id of the thing.
    """

    ids: Mapping[str, tuple[str, ...]]
    own: str

    def named(self, tables: tuple[str, ...], *, before: str | None = None) -> list[str]:
        """Return the ids of some tables (none: of all), perhaps only those before another one."""
        found = [id_ for table in tables or NOUNS for id_ in self.ids.get(table, ())]
        return [id_ for id_ in found if before is None or id_ < before]


def ids() -> st.SearchStrategy[str]:
    """Return ids, some of which look like something else."""
    made = st.text(string.ascii_lowercase + string.digits + "-", min_size=1, max_size=6)
    odd = st.sampled_from(["1", "0", "true", "null", "2016-10-29", "id", "fr", "x--", "nan"])
    return made.filter(lambda id_: not id_.startswith("-")) | odd


@st.composite
def parts(draw: st.DrawFn, cls: type[T], known: Known | None = None) -> T:
    """Return values of a class of the model.

    Args:
        draw: What hypothesis passes.
        cls: The class: a noun, or a part of one.
        known: What they may refer to; None: they refer to nothing.
    """
    known = known or Known({}, "x")
    known_fields = fields_of(cast("type", cls)).items()
    fields = {name: field for name, field in known_fields if name != "id"}
    needed = [name for name, field in fields.items() if field.required]
    others = [name for name in fields if name not in needed]
    said = [name for name in others if name in _ALWAYS or draw(_SAID)]
    made: Fields = {"id": known.own} if hasattr(cls, "id") else {}
    for name in (*needed, *said):
        value = draw(_value(fields[name], known))
        if value is not None:
            made[name] = value
    return cls(**coherent(cls, made, draw))


def _value(field: Field, known: Known) -> Strategy:
    """Return the strategy of a field; None where it can only be left out."""
    form_of = field.meta.get("form")
    if form_of in _FORMS:
        return _FORMS[form_of]
    if form_of is form.UID:
        return values.words().map(lambda words: f"{known.own}:{words.strip()}")
    if field.shape == "pairs":
        return _pairs(field, known)
    if field.shape == "several":
        return _several(field, known)
    if "one_of" in field.meta:
        return st.sampled_from(field.meta["one_of"])
    if "to" in field.meta:
        return _one(_named(field, known))
    if field.meta.get("tags"):
        return values.tags()
    if field.meta.get("lines"):
        return values.words(lines=True)
    return st.one_of(
        [_SCALARS[each] if each in _SCALARS else parts(each, known) for each in field.kinds]
    )


def _named(field: Field, known: Known) -> list[str]:
    before = known.own if field.name in _ACYCLIC else None
    return known.named(field.meta["to"], before=before)


def _one(ids: list[str]) -> Strategy:
    return st.sampled_from(ids) if ids else st.none()


def _several(field: Field, known: Known) -> Strategy:
    kind = field.kinds[0]
    if "to" in field.meta:
        return _distinct(_one(_named(field, known)))
    if field.meta.get("tags"):
        return _distinct(values.tags(), field.length or 0, field.length or 3)
    if kind is Text:
        return st.lists(values.texts(), max_size=3).map(tuple)
    made = st.lists(parts(kind, known), max_size=3 if _needs(kind, known) else 0)
    return made.map(lambda found: _unlike(found, _key(field.meta)))


def _key(meta: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the fields that no two parts of a tuple may share."""
    by = meta.get("by")
    return meta.get("unique") or (
        ("function", "holder") if by == "function" else (by,) if by else ()
    )


def _unlike(found: list[Any], by: tuple[str, ...]) -> tuple[Any, ...]:
    kept = {
        tuple(getattr(part, name) for name in by) or position: part
        for position, part in enumerate(found)
    }
    return tuple(kept.values())


def _distinct(one: Strategy, least: int = 0, most: int = 3) -> Strategy:
    several = st.lists(one, unique=True, min_size=least, max_size=most)
    return several.map(lambda found: tuple(item for item in found if item is not None))


def _pairs(field: Field, known: Known) -> Strategy:
    keys = values.tags() if field.meta.get("tags") else values.words()
    if "keys" in field.meta:
        if not (named := known.named((field.meta["keys"],))):
            return st.just(())
        keys = st.sampled_from(named)
    pairs = st.dictionaries(keys, _SCALARS[field.kinds[0]], max_size=2)
    return pairs.map(lambda found: tuple(found.items()))


def _needs(cls: type, known: Known) -> bool:
    """Tell whether there is what each value of a class must name."""
    fields = fields_of(cls).values()
    return all(_named(each, known) for each in fields if each.required and "to" in each.meta)


@st.composite
def dossiers(draw: st.DrawFn, most: int = 9) -> Dossier:
    """Return dossiers: a few things of any kind, that refer to one another.

    Args:
        draw: What hypothesis passes.
        most: How many things there may be besides sides, organisations, people and an event.
    """
    known: dict[str, tuple[str, ...]] = {}
    first = list(_CAST) if draw(st.sampled_from([False, True, True, True])) else []
    for id_ in draw(st.lists(ids(), unique=True, min_size=len(first), max_size=len(first) + most)):
        table = first.pop() if first else draw(st.sampled_from(_KINDS))
        known[table] = (*known.get(table, ()), id_)
    made: Fields = {
        table: tuple(draw(parts(NOUNS[table], Known(known, id_))) for id_ in found)
        for table, found in known.items()
    }
    nobody = Known(known, "")
    if "people" in known:
        rows = draw(st.lists(parts(Registration, nobody), max_size=3))
        made["registrations"] = _unlike(rows, ("event", "person"))
    made["tolerances"] = tuple(draw(st.lists(parts(Tolerance, nobody), max_size=2)))
    return Dossier(
        namespace=draw(_FORMS[form.NAMESPACE]),
        title=draw(st.none() | values.texts()),
        languages=draw(_distinct(values.tags())),
        version=draw(st.none() | _WHOLE),
        state=draw(st.sampled_from(["draft", "provisional", "final"])),
        revised=draw(st.none() | values.moments()),
        **made,
    )
