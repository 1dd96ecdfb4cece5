"""What is right, made at once: the model judges it, and tells of anything else the slow way.

Of all dossiers that are loaded, nearly all are right. This way looks for no reasons: whatever it
cannot make, or the model refuses, is left to ``structure``, which tells everything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, timedelta
from functools import cache, lru_cache, partial
from types import NoneType
from typing import Any, TypeAlias, cast, get_args, get_origin, get_type_hints
from zoneinfo import ZoneInfo

import attrs

from rencontres.model import (
    NOUNS,
    Attendance,
    Chair,
    Contribution,
    Dossier,
    End,
    Interpretation,
    Link,
    Name,
    Party,
    Registration,
    Role,
    Session,
    Table,
    Tolerance,
)
from rencontres.sources.clocks import coming, hours, settle, stamp
from rencontres.sources.extras import extra
from rencontres.sources.scope import current
from rencontres.sources.words import text, when
from rencontres.strict import day
from rencontres.text import Text
from rencontres.when import When

Raw: TypeAlias = dict[str, Any]
Convert: TypeAlias = Callable[[Any], Any]


_RARE = frozenset({"zone", "start", "end", "when"})


class NotQuiteError(Exception):
    """Something is not as it should be: the slow way will say what."""


def quick(raw: Mapping[str, Any]) -> Dossier:
    """Return the dossier of raw data that are right.

    Args:
        raw: A dossier as raw data, in the current scope.

    Raises:
        Exception: Of any kind, if they are not.
    """
    header = dict(raw)
    header.pop("rencontres", None)
    tables = {name: _things(cls, header.pop(name)) for name, cls in NOUNS.items() if name in header}
    rows = _list(header.pop("registrations", []))
    tables["registrations"] = tuple(map(_registration, rows))
    tables["tolerances"] = tuple(
        _made(Tolerance, row) for row in _list(header.pop("tolerances", []))
    )
    if header.get("revised") is not None:
        header["revised"] = stamp(header["revised"])
    dossier: Dossier = _made(Dossier, header, **tables)
    return dossier


def _things(cls: type, raw: Mapping[str, Any]) -> tuple[Any, ...]:
    if cls is Session:
        return tuple([_session(id_, entry) for id_, entry in raw.items()])
    return tuple([_made(cls, entry, id=id_) for id_, entry in raw.items()])


def _session(id_: str, raw: Raw) -> Session:
    on, at = raw.get("day"), raw.get("hours")
    if on is None or at is None or not raw.keys().isdisjoint(_RARE):
        told, problems = settle(raw)
        if problems:
            raise NotQuiteError
        made: Session = _made(Session, told, id=id_)
        return made
    tz = current().zones.of(raw)
    if not isinstance(tz, ZoneInfo):
        raise NotQuiteError
    begins, ends, days = hours(at)
    on = day(on)
    start = datetime.combine(on, begins, tz)
    end = None if ends is None else datetime.combine(on + timedelta(days) if days else on, ends, tz)
    session: Session = _made(Session, raw, id=id_, start=start, end=end)
    return session


def _registration(raw: Raw) -> Registration:
    said = dict(raw)
    for key in ("arrival", "departure"):
        if said.get(key) is not None:
            said[key] = coming(said[key], said.get("event"))
    return cast("Registration", _made(Registration, said))


# --- values of a class ---------------------------------------------------------------------------


def _ELSEWHERE(value: object) -> object:  # noqa: N802 - a mark
    """Stand for what another field is made of."""
    return value


def _made(cls: type, raw: Mapping[str, Any], **given: object) -> Any:
    convert = _fields(cls)
    if given and not raw.keys().isdisjoint(given):
        raise NotQuiteError
    for key, value in raw.items():
        hook = convert[key]
        if hook is None:
            given[key] = value
        elif hook is not _ELSEWHERE:
            given[key] = None if value is None else hook(value)
    return cls(**given)


@cache
def _fields(cls: type) -> Mapping[str, Convert | None]:
    """Return what each key of a table is made into a field by; None: it is one already."""
    kinds = get_type_hints(cls)
    found: dict[str, Convert | None] = {
        a.name: _convert(kinds[a.name]) for a in attrs.fields(cls) if a.init and a.name != "id"
    }
    if cls is Session:
        found |= {"day": _ELSEWHERE, "hours": _ELSEWHERE}
    return found


def _convert(kind: Any) -> Convert | None:
    inner = [each for each in get_args(kind) if each is not NoneType] or [kind]
    if get_origin(kind) is tuple:
        return _several(inner)
    if datetime in inner:
        return None
    if date in inner:
        return _day if len(inner) == 1 else _day_or_number
    return _convert(inner[0]) if NoneType in get_args(kind) else _ALONE.get(kind)


def _several(inner: list[Any]) -> Convert:
    if get_origin(inner[0]) is tuple:
        return _agreed if When in get_args(inner[0]) else _pairs
    if inner[0] in _KEYED:
        return _KEYED[inner[0]]
    if inner[0] is Text:
        return lambda value: tuple(map(_text, _list(value)))
    if attrs.has(inner[0]):
        return partial(_listed, inner[0])
    return _tuple


def _list(value: Any) -> list[Any]:
    if type(value) is not list and type(value) is not tuple:
        raise NotQuiteError
    return value  # type: ignore[return-value] # a tuple is as good


def _tuple(value: Any) -> tuple[Any, ...]:
    return tuple(value if type(value) is list else _list(value))


def _text(value: Any) -> Text:
    return Text(value) if type(value) is dict else text(value)


def _listed(cls: type, value: object) -> tuple[Any, ...]:
    return tuple([_made(cls, item) for item in _list(value)])


def _day(value: object) -> date:
    return day(value)


def _day_or_number(value: object) -> object:
    return day(value) if isinstance(value, str) else value


def _pairs(value: Mapping[str, object]) -> tuple[tuple[str, object], ...]:
    return tuple(value.items())


def _agreed(value: Mapping[str, object]) -> tuple[tuple[str, When], ...]:
    return tuple([(side, when(said)) for side, said in value.items()])


# --- what is keyed -------------------------------------------------------------------------------


def _holders(entry: object) -> Iterable[tuple[Any, Any]]:
    """Return ids and promises, whichever of the three depths they are in."""
    if type(entry) is dict:
        return entry.items()
    return [_holder(item) for item in _list(entry)]


def _holder(item: object) -> tuple[Any, Raw]:
    if type(item) is dict:
        promise = dict(item)
        return promise.pop("id", None), promise
    if type(item) is str:
        return item, {}
    raise NotQuiteError


@lru_cache(maxsize=4096)
def _role(function: Any, holder: str, confirmation: Any) -> Role:
    """Return a role: a few people hold most of them, and values can be shared."""
    return Role(function, holder, confirmation=confirmation)


def _roles(value: Mapping[str, Any]) -> tuple[Role, ...]:
    made: list[Role] = []
    role: Any
    entry: Any
    for role, entry in value.items():
        for id_, promise in entry.items() if type(entry) is dict else _holders(entry):
            if type(promise) is str:
                made.append(_role(role, id_, promise))
            else:
                made.append(_made(Role, promise, function=role, holder=id_))
        if not entry:
            made.append(Role(role))
    return tuple(made)


def _ends(value: Mapping[str, Any]) -> tuple[End, ...]:
    return tuple([End(side, tuple(map(_party, _holders(entry)))) for side, entry in value.items()])


def _party(holder: tuple[Any, Any]) -> Party:
    id_, promise = holder
    if type(promise) is str:
        return Party(id_, confirmation=cast("Any", promise))
    return cast("Party", _made(Party, promise, organisation=id_))


def _chairs(value: Mapping[str, Any]) -> tuple[Chair, ...]:
    tables = (
        (side, {"holder": entry} if type(entry) is str else entry) for side, entry in value.items()
    )
    return tuple([_made(Chair, entry, side=side) for side, entry in tables])


def _links(value: Mapping[str, Any]) -> tuple[Link, ...]:
    return tuple(
        [Link(cast("Any", kind), id_) for kind, ids in value.items() for id_ in _list(ids)]
    )


def _by(field: str, cls: type, value: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple([_made(cls, entry, **{field: key}) for key, entry in value.items()])


def _interpretation(value: object) -> tuple[Interpretation, ...]:
    several = [value] if type(value) is dict else _list(value)
    return tuple([_made(Interpretation, item) for item in several])


_KEYED: Mapping[type, Convert] = {
    Role: _roles, End: _ends, Chair: _chairs, Link: _links, Name: partial(_by, "language", Name),
    Contribution: partial(_by, "side", Contribution), Interpretation: _interpretation,
}  # fmt: skip
_ALONE: Mapping[Any, Convert] = {
    Text: _text, When: when, Table: extra, Attendance: partial(_made, Attendance),
}  # fmt: skip
