"""From raw data to a dossier: one pass, everything wrong at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, TypeAlias, cast

import attrs

from rencontres.errors import DossierError, LanguageError, LoadError
from rencontres.finding import Finding, parts
from rencontres.language import canonical
from rencontres.model import NOUNS, Dossier, Registration, Session, Tolerance
from rencontres.model.coherence import cycle_faults, identity_faults
from rencontres.sources.clocks import CLOCK, coming, relocated, settle, stamp
from rencontres.sources.homes import homes_of
from rencontres.sources.parts import record_of
from rencontres.sources.quick import quick
from rencontres.sources.scope import Scope, scoped
from rencontres.sources.upstairs import one_table_up
from rencontres.sources.zones import Zones
from rencontres.strict import Record, Refusal, list_of, problems_of, table
from rencontres.text import SAME

Raw: TypeAlias = dict[str, Any]

VERSION = 1
"""The format of files: the value of their key ``rencontres``."""


_TABLES = (*NOUNS, "registrations", "tolerances")


def dossier_of(data: Mapping[str, object]) -> Dossier:
    """Return the dossier that raw data describe.

    Args:
        data: What a file holds, parsed; or several of them, merged.

    Raises:
        LoadError: Everything that is wrong with them, at once.
    """
    try:
        raw = table(data)
    except Refusal as refused:
        raise LoadError(problems=refused.problems) from None
    languages, zones = _languages(raw.get("languages")), Zones(raw)
    with scoped(Scope({}, frozenset(), *languages, zones)):
        try:
            return quick(raw)
        except Exception:  # noqa: BLE001, S110 - whatever it was, the slow way tells it
            pass
    homes, problems = homes_of(raw)
    unread = frozenset(name for name in NOUNS if not isinstance(raw.get(name, {}), Mapping))
    with scoped(Scope(homes, unread, *languages, zones)):
        return _dossier(raw, problems)


def _dossier(raw: Raw, problems: list[Finding]) -> Dossier:
    """Return a dossier, or tell everything that is wrong with it."""
    tables = {name: _things(name, raw[name], problems) for name in NOUNS if name in raw}
    for name, hook in (("registrations", _registration), ("tolerances", _tolerance)):
        if name in raw:
            tables[name] = _taken(list_of(hook), raw[name], problems, name)
    header = _header(raw, problems)
    if not problems:
        try:
            return attrs.evolve(cast("Dossier", header), **cast("Any", tables))
        except DossierError as error:
            problems += error.problems
    else:
        problems += _across(raw, tables)
    raise LoadError(problems=_told(problems, raw))


def _languages(said: object) -> tuple[str | None, tuple[str, ...]]:
    """Return the language of plain strings, and all of the header."""
    if said is None or said in ([], ()):
        return None, ()
    if not isinstance(said, list | tuple):
        return SAME, ()
    try:
        tags = tuple(map(canonical, cast("list[str]", said)))
    except (LanguageError, TypeError, AttributeError):
        return SAME, ()
    return tags[0], tags


def _taken(hook: Callable[..., Any], raw: object, problems: list[Finding], *where: str) -> Any:
    """Return what a hook makes of raw data; if it refuses, keep its problems."""
    try:
        return hook(raw, None)
    except Exception as error:  # noqa: BLE001 - told as problems, whatever it was
        problems += problems_of(error, *where)
        return ()


def _things(name: str, raw: object, problems: list[Finding]) -> tuple[Any, ...]:
    """Return the things of a table that can be made."""
    cls = NOUNS[name]
    make = record_of(cast("Any", cls), "id", also=CLOCK if cls is Session else ())
    hook = _session if cls is Session else Record.__call__
    made: list[Any] = []
    for id_, entry in dict(_taken(table, raw, problems, name)).items():
        try:
            made.append(hook(make, entry, id=id_))
        except Refusal as error:
            problems += problems_of(error, name, id_)
    return tuple(made)


def _session(make: Record, entry: object, /, id: str) -> Session:
    raw = table(entry)
    told, problems = settle(raw)
    session: Session | None = _taken(partial(_with_id, make, id), told, problems) or None
    if session is None or problems:
        raise Refusal(problems=relocated(problems, raw, told))
    return session


def _with_id(make: Record, id_: str, raw: object, _: object) -> Session:
    session: Session = make(raw, id=id_)
    return session


def _registration(entry: object, _: object = None) -> Registration:
    raw, problems = dict(table(entry)), list[Finding]()
    for key in ("arrival", "departure"):
        if raw.get(key) is not None:
            raw[key] = _taken(partial(_coming, raw.get("event")), raw[key], problems, key) or None
    registration: Registration | None = _taken(record_of(Registration), raw, problems) or None
    if registration is None or problems:
        raise Refusal(problems=problems)
    return registration


def _coming(event: object, value: object, _: object) -> object:
    return coming(value, event)


def _tolerance(entry: object, _: object = None) -> Tolerance:
    tolerance: Tolerance = record_of(Tolerance)(entry)
    return tolerance


def _header(raw: Raw, problems: list[Finding]) -> Dossier | None:
    """Return a dossier without things, or None if the header is wrong."""
    head = {key: value for key, value in raw.items() if key not in _TABLES and key != "rencontres"}
    if head.get("revised") is not None:
        head["revised"] = _taken(stamp, head["revised"], problems, "revised") or None
    made: Dossier | None = _taken(record_of(Dossier, also=("rencontres",)), head, problems) or None
    return made


def _across(raw: Raw, tables: Mapping[str, tuple[Any, ...]]) -> Iterator[Finding]:
    """Yield what is wrong between the things that could be made."""
    known: dict[str, Any] = {**dict.fromkeys(_TABLES, ()), **tables}
    yield from identity_faults(str(raw.get("namespace")), known)
    yield from cycle_faults(known)


def _told(problems: list[Finding], raw: Raw) -> Iterator[Finding]:
    """Yield each problem once, in the order of the data."""
    order = {name: position for position, name in enumerate(raw)}
    seen: set[tuple[str, str]] = set()
    for problem in sorted(
        problems, key=lambda problem: order.get((parts(problem.where) or ("",))[0], -1)
    ):
        told = one_table_up(problem)
        # A header without languages is one problem, however many plain strings there are.
        key = (told.code, "" if told.code == "text.language" else told.where)
        if key not in seen:
            seen.add(key)
            yield told
