"""The JSON Schema of dossiers, read off the types, the metadata and the docstrings of the model."""

from __future__ import annotations

import inspect
import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, TypeAlias

import attrs

from rencontres.language import COUNTRIES
from rencontres.model import (
    NOUNS,
    Chair,
    Dossier,
    End,
    Interpretation,
    Link,
    Noun,
    Party,
    Registration,
    Role,
    Session,
    Table,
    Tolerance,
    form,
)
from rencontres.model.fields import Field, fields_of
from rencontres.model.number import LARGEST
from rencontres.sources.structure import VERSION
from rencontres.text import Text
from rencontres.when import When

Schema: TypeAlias = dict[str, Any]

_POINT = r"[0-9]{4}(-((0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?|2[1-4]))?"
_CLOCK = r"([01][0-9]|2[0-3]):[0-5][0-9]"
_LOCAL = r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?"
_OFFSET = r"(Z|[+-][0-9]{2}:[0-9]{2}(:[0-9]{2})?)"
_ZONED = r"(\[[^\]]{1,80}\])"
_ID = "^[a-z0-9][a-z0-9-]{0,119}$"


def _string(pattern: str, **more: Any) -> Schema:
    return {"type": "string", "pattern": pattern, **more}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _table(properties: Schema, required: list[str] | None = None, **more: Any) -> Schema:
    closed: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return {**closed, **({"required": required} if required else {}), **more}


def _keyed(value: Schema, key: Schema) -> Schema:
    return {"type": "object", "propertyNames": key, "additionalProperties": value}


def _list(items: Schema, **more: Any) -> Schema:
    return {"type": "array", "items": items, **more}


def _either(*schemas: Schema) -> Schema:
    return {"anyOf": list(schemas)}


_FORMS: Mapping[object, Schema] = {
    form.ID: _ref("id"),
    form.NAMESPACE: _string("^[A-Za-z0-9]([A-Za-z0-9.-]{0,198}[A-Za-z0-9])?$"),
    form.COUNTRY: {"enum": sorted(COUNTRIES)},
    form.CURRENCY: _string("^[A-Z]{3}$"),
    form.POSITION: {
        "type": "array",
        "prefixItems": [
            {"type": "number", "minimum": -90, "maximum": 90},
            {"type": "number", "minimum": -180, "maximum": 180},
        ],
        "minItems": 2,
        "maxItems": 2,
    },
}
_DEFS: Schema = {
    "id": _string(_ID),
    "tag": _string("^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$", description="BCP 47"),
    "words": _string(r"\S"),
    "day": _string("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
    "edtf": _string(f"^{_POINT}(/{_POINT})?$", description="EDTF (ISO 8601-2)"),
    "moment": _string(f"^{_LOCAL}{_OFFSET}?{_ZONED}?$", description="RFC 3339, RFC 9557"),
    "stamp": _string(f"^{_LOCAL}({_OFFSET}{_ZONED}?|{_ZONED})$", description="RFC 3339, RFC 9557"),
    "hours": _string(f"^{_CLOCK}(-({_CLOCK}|24:00))?$"),
    "text": {
        "description": "Words in the first language, or a table of languages, or `same` in all.",
        "anyOf": [
            _ref("words"),
            {
                "type": "object",
                "propertyNames": _either({"const": "same"}, _ref("tag")),
                "additionalProperties": _ref("words"),
                "minProperties": 1,
            },
        ],
    },
    "when": {
        "description": "A date known more or less.",
        "anyOf": [
            _ref("edtf"),
            _table({"when": _ref("edtf"), "before": {"type": "boolean"}, "words": _ref("text")}),
        ],
    },
    "extra": {"type": ["object", "string"]},
}


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of dossiers, for editors and for other programs.

    It describes JSON, and TOML whose dates and moments are taken as strings. What a schema
    cannot say (that an id names something, that an end comes after its start) is left to
    ``load``.
    """
    defs = dict(_DEFS)
    for cls in (Role, Party):
        promise = _record(cls, defs, "function", "holder", "organisation")
        defs[cls.__name__] = promise
        listed = _table({"id": _ref("id"), **promise["properties"]})
        defs[f"Listed{cls.__name__}"] = {**listed, "required": ["id"]} if cls is Party else listed
    properties: Schema = {"rencontres": {"const": VERSION}}
    properties |= _record(Dossier, defs)["properties"]
    for name, noun in NOUNS.items():
        defs[noun.__name__] = _record(noun, defs, "id")
        properties[name] = _keyed(_ref(noun.__name__), _ref("id"))
    for name, row in (("registrations", Registration), ("tolerances", Tolerance)):
        properties[name] = _list(_record(row, defs))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Dossier",
        "description": _summary(Dossier),
        **_table(properties, ["rencontres", "namespace"]),
        "$defs": dict(sorted(defs.items())),
    }


def _record(cls: type, defs: Schema, *given: str) -> Schema:
    """Return the schema of the table of a class, whose place says some of its fields."""
    told = _described(cls)
    fields = [field for field in fields_of(cls).values() if field.name not in given]
    properties: Schema = {}
    for field in fields:
        schema = _field(field, defs)
        name = field.name
        properties[name] = {**schema, "description": told[name]} if name in told else schema
    if cls is Dossier:
        properties["revised"] |= _nullable(_ref("stamp"))
    if cls is Session:
        properties |= {"zone": _nullable({"type": "string"}), "day": _nullable(_ref("day"))}
        properties["hours"] = _nullable(_ref("hours"))
    required = [field.name for field in fields if field.required]
    return _table(properties, required, description=_summary(cls))


def _field(field: Field, defs: Schema) -> Schema:
    if field.meta.get("form") in _FORMS:
        schema = _FORMS[field.meta["form"]]
    elif field.shape == "one":
        schemas = [_one(field.meta, kind, defs) for kind in field.kinds]
        schema = schemas[0] if len(schemas) == 1 else _either(*schemas)
    elif field.shape == "pairs":
        told = {"to", "tags"} & field.key_meta.keys()
        key = _one(field.key_meta, str, defs) if told else {}
        schema = _keyed(_one({}, field.kinds[0], defs), key)
    else:
        schema = _several(field, defs)
    return _nullable(schema) if field.optional else schema


def _nullable(schema: Schema) -> Schema:
    return _either(schema, {"type": "null"})


def _one(meta: Mapping[Any, Any], kind: Any, defs: Schema) -> Schema:
    if "one_of" in meta:
        return {"enum": list(meta["one_of"])}
    if "to" in meta:
        return _ref("id")
    if meta.get("tags"):
        return _ref("tag")
    if kind in (int, float):
        least = -LARGEST if meta.get("signed") else 0
        name = "integer" if kind is int else "number"
        return {"type": name, "minimum": least, "maximum": LARGEST}
    return _SCALARS[kind] if kind in _SCALARS else _ref(_define(kind, defs))


_SCALARS: Mapping[Any, Schema] = {
    str: _ref("words"), bool: {"type": "boolean"}, date: _ref("day"), datetime: _ref("moment"),
    Text: _ref("text"), When: _ref("when"), Table: _ref("extra"),
}  # fmt: skip


def _several(field: Field, defs: Schema) -> Schema:
    kind = field.kinds[0]
    if attrs.has(kind):
        return _parts(field, defs)
    exact = {"minItems": field.length, "maxItems": field.length} if field.length else {}
    return _list(_one(field.meta, kind, defs), **exact)


def _parts(field: Field, defs: Schema) -> Schema:
    """Return the schema of several parts, in the shape that files have for them."""
    cls, by = field.kinds[0], str(field.meta.get("by"))
    if by not in fields_of(cls) or issubclass(cls, Noun):
        several = _list(_ref(_define(cls, defs)))
        return _either(several["items"], several) if cls is Interpretation else several
    key = _one(fields_of(cls)[by].meta, str, defs)
    if cls in (Role, End):
        return _keyed(_holders(Role if cls is Role else Party), key)
    if cls is Link:
        return _keyed(_list(_ref("id")), key)
    part = _ref(_define(cls, defs, by))
    return _keyed(_either(_ref("id"), part) if cls is Chair else part, key)


def _holders(cls: type) -> Schema:
    """Return the three depths of parties and roles: ids, confirmations, tables."""
    promise = _ref(cls.__name__)
    confirmation = _one(fields_of(cls)["confirmation"].meta, str, {})
    listed = _ref(f"Listed{cls.__name__}")
    return _either(
        _list(_either(_ref("id"), listed)), _keyed(_either(confirmation, promise), _ref("id"))
    )


def _define(cls: type, defs: Schema, *given: str) -> str:
    if cls.__name__ not in defs:
        defs[cls.__name__] = {}  # it may hold itself
        defs[cls.__name__] = _record(cls, defs, *given)
    return cls.__name__


# --- descriptions --------------------------------------------------------------------------------


def _summary(cls: type) -> str:
    return (inspect.getdoc(cls) or "").partition("\n\n")[0].replace("\n", " ")


def _described(cls: type) -> dict[str, str]:
    """Return what the docstrings of a class and of those above it say of each field."""
    told: dict[str, str] = {}
    for each in reversed(cls.__mro__):
        _, _, section = (each.__doc__ or "").partition("Attributes:\n")
        for names, said in re.findall(r"^ {8}([\w, ]+): (.+(?:\n {12}.+)*)", section, re.MULTILINE):
            told |= dict.fromkeys(names.split(", "), re.sub(r"\s+", " ", said))
    return told
