"""From a dossier to raw data: the shallowest form that loses nothing, always the same."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from functools import cache, partial
from itertools import groupby
from operator import attrgetter
from typing import Any, TypeAlias, cast

import attrs
from attrs import frozen

from rencontres.model import (
    NOUNS,
    Dossier,
    End,
    Interpretation,
    Link,
    Noun,
    Organisation,
    Part,
    Party,
    Registration,
    Role,
    Session,
    Table,
)
from rencontres.model.fields import Field, fields_of
from rencontres.sources import dials
from rencontres.sources.structure import VERSION
from rencontres.sources.zones import Zones
from rencontres.span import zone
from rencontres.text import Text
from rencontres.when import When

Raw: TypeAlias = dict[str, Any]
Write: TypeAlias = Callable[[Any, "Form"], object]

_LAST = frozenset({"source", "as_written", "audience", "extra"})
"""Fields of every thing, written behind its own."""


@frozen
class Form:
    """How a dossier is written.

    Attributes:
        first: The language of plain strings; None: there are none.
        native: Whether tables keep their order and nothing is null, as in TOML; in JSON order is
            a matter of lists.
    """

    first: str | None
    native: bool


def raw_of(dossier: Dossier, *, native: bool) -> Raw:
    """Return a dossier as raw data, in the shapes of files.

    Args:
        dossier: The dossier.
        native: Whether for TOML; else in the types of JSON.
    """
    form = Form(dossier.languages[0] if dossier.languages else None, native=native)
    raw: Raw = {"rencontres": VERSION}
    raw |= _part(dossier, form, *NOUNS, "registrations", "tolerances")
    for name in NOUNS:
        if things := getattr(dossier, name):
            raw[name] = {thing.id: _part(thing, form, "id") for thing in things}
    zones = Zones(raw)
    for session in dossier.sessions:
        raw["sessions"][session.id] = _session(session, raw["sessions"][session.id], zones)
    if dossier.registrations:
        raw["registrations"] = [_registration(row, zones, form) for row in dossier.registrations]
    if dossier.tolerances:
        raw["tolerances"] = [_part(row, form) for row in dossier.tolerances]
    return raw if native else cast("Raw", _plain(raw))


def _plain(value: object) -> object:
    """Return raw data in the types of JSON: days and moments as strings in ISO 8601."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in cast("Raw", value).items()}
    if isinstance(value, list):
        return [_plain(item) for item in cast("list[object]", value)]
    return value.isoformat() if isinstance(value, date) else value


def _session(session: Session, rest: Raw, zones: Zones) -> Raw:
    clock = dials.clock(session, zones.of(rest))
    if "day" in clock:
        rest.pop("when", None)
    return {**clock, **{key: value for key, value in rest.items() if key not in ("start", "end")}}


def _registration(row: Registration, zones: Zones, form: Form) -> Raw:
    raw = _part(row, form)
    there = zones.of({"event": row.event})
    for key in ("arrival", "departure"):
        if isinstance(at := getattr(row, key), datetime):
            raw[key] = dials.stamp(at, there)
    return raw


# --- fields --------------------------------------------------------------------------------------


def _part(part: object, form: Form, *given: str) -> Raw:
    """Return the fields of a value in which something was said."""
    raw: Raw = {}
    for name, default, write in _fields(cast("Any", type(part))):
        value = getattr(part, name)
        if name not in given and (value != default or type(value) is not type(default)):
            raw[name] = write(value, form)
    if isinstance(part, Organisation) and part.level is not None:
        del raw["kind"]  # the level implies it
    return raw


@cache
def _fields(cls: type) -> tuple[tuple[str, object, Write], ...]:
    """Return the fields of a class: name, default, and what writes them."""
    fields = list(fields_of(cls).values())
    if issubclass(cls, Noun):
        fields.sort(key=lambda field: field.name in _LAST)
    return tuple((field.name, field.default, _write(field)) for field in fields)


def _write(field: Field) -> Write:
    """Return what writes a field."""
    kind, by = field.kinds[0], field.meta.get("by")
    if field.shape == "one":
        return _either
    if field.shape == "pairs":
        return _pairs
    if kind in _SEVERAL or not attrs.has(kind):
        return _SEVERAL.get(kind, _list)
    return partial(_keyed, by) if by else _parts


def _either(value: object, form: Form) -> object:
    """Write one value, whatever it is."""
    if isinstance(value, Text):
        return _text(value, form)
    if isinstance(value, When):
        return _when(value, form)
    if isinstance(value, datetime):
        return dials.stamp(value, zone("UTC"))
    if isinstance(value, Table):
        null = form.native and _null(value)
        plain = value.thaw()
        return json.dumps(plain, ensure_ascii=False) if null else plain
    if isinstance(value, tuple):
        return list(cast("tuple[object, ...]", value))
    return _part(value, form) if isinstance(value, Part) else value


def _text(text: Text, form: Form) -> object:
    return text[0][1] if text.tags == (form.first,) else dict(text)


def _when(when: When, form: Form) -> object:
    edtf = None if when.when is None else dials.edtf(when.when)
    if not when.before and when.words is None:
        return edtf
    raw: Raw = {} if edtf is None else {"when": edtf}
    if when.before:
        raw["before"] = True
    if when.words is not None:
        raw["words"] = _text(when.words, form)
    return raw


def _null(value: object) -> bool:
    """Tell whether there is a null somewhere in a host's own fields, which TOML cannot say."""
    if isinstance(value, Table):
        return any(_null(inner) for _, inner in value)
    return value is None or (isinstance(value, tuple) and any(map(_null, value)))


def _list(values: Iterable[object], form: Form) -> list[object]:
    return [_either(value, form) for value in values]


def _parts(values: Iterable[object], form: Form) -> list[object]:
    return [_part(value, form) for value in values]


def _pairs(pairs: Iterable[tuple[str, object]], form: Form) -> Raw:
    return {key: _either(value, form) for key, value in pairs}


# --- what is keyed -------------------------------------------------------------------------------


def _holders(promises: list[tuple[str | None, Raw]], form: Form) -> object:
    """Return parties, or the roles of one function, in the least deep of their three depths."""
    named = all(id_ is not None for id_, _ in promises)
    if not any(promise for _, promise in promises) and (named or len(promises) == 1):
        return [id_ for id_, _ in promises if id_ is not None]
    if named and (form.native or len(promises) == 1):
        return {id_: _promise(promise) for id_, promise in promises}
    return [{"id": id_, **said} if id_ is not None else said for id_, said in promises]


def _promise(promise: Raw) -> object:
    if not promise:
        return "to-confirm"
    return promise["confirmation"] if promise.keys() == {"confirmation"} else promise


def _roles(roles: Iterable[Role], form: Form) -> Raw:
    return {
        function: _holders(
            [(role.holder, _part(role, form, "function", "holder")) for role in group], form
        )
        for function, group in groupby(roles, attrgetter("function"))
    }


def _ends(ends: Iterable[End], form: Form) -> Raw:
    return {
        end.side: _holders([_party(party, form) for party in end.parties], form) for end in ends
    }


def _party(party: Party, form: Form) -> tuple[str | None, Raw]:
    return party.organisation, _part(party, form, "organisation")


def _keyed(by: str, parts: Iterable[object], form: Form) -> Raw:
    """Return parts by what their place says; of a chair often nothing is left but its holder."""
    raw = {getattr(part, by): _part(part, form, by) for part in parts}
    return {key: said["holder"] if said.keys() == {"holder"} else said for key, said in raw.items()}


def _links(links: Iterable[Link], _: Form) -> Raw:
    return {kind: [link.to for link in group] for kind, group in groupby(links, attrgetter("kind"))}


def _interpretation(values: Iterable[Interpretation], form: Form) -> object:
    several = _parts(values, form)
    return several[0] if len(several) == 1 else several


_SEVERAL: Mapping[Any, Write] = {
    Role: _roles, End: _ends, Link: _links, Interpretation: _interpretation,
}  # fmt: skip
