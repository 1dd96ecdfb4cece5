"""From raw data to a dossier: one pass for what is right, one more to tell all that is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias, cast

import attrs

from rencontres.errors import DossierError, LanguageError, LoadError
from rencontres.finding import Finding, parts
from rencontres.language import canonical
from rencontres.model import NOUNS, Dossier, Registration, Session, Tolerance
from rencontres.model.coherence import cycle_faults, identity_faults
from rencontres.sources.clocks import CLOCK, coming, relocated, settle, stamp
from rencontres.sources.parts import Maker, record_of
from rencontres.sources.scope import Scope, homes_of, scoped
from rencontres.sources.upstairs import one_table_up
from rencontres.sources.zones import Zones
from rencontres.strict import Hook, Refusal, list_of, problems_of, table
from rencontres.text import SAME

Raw: TypeAlias = dict[str, Any]

VERSION = 1
"""The format of files: the value of their key ``rencontres``."""


_ROWS = {"registrations": Registration, "tolerances": Tolerance}
_TABLES = (*NOUNS, *_ROWS)


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
        dossier = _dossier(raw, [], strict=False)
    if dossier is not None:
        return dossier
    homes, problems = homes_of(raw)
    unread = frozenset(name for name in NOUNS if not isinstance(raw.get(name, {}), Mapping))
    with scoped(Scope(homes, unread, *languages, zones)):
        dossier = _dossier(raw, problems, strict=True)
    if dossier is None:
        raise LoadError(problems=_told(problems, raw))
    return dossier


def _dossier(raw: Raw, problems: list[Finding], *, strict: bool) -> Dossier | None:
    """Return a dossier if nothing is wrong with it; add what is."""
    tables = {
        name: _things(name, raw[name], problems, strict=strict) for name in NOUNS if name in raw
    }
    for name, cls in _ROWS.items():
        if name in raw:
            hook = list_of(_row(cls, strict=strict))
            tables[name] = _taken(hook, raw[name], problems, name) or ()
    head = {key: value for key, value in raw.items() if key not in _TABLES and key != "rencontres"}
    if head.get("revised") is not None:
        head["revised"] = _taken(stamp, head["revised"], problems, "revised")
    make = record_of(Dossier, strict=strict, also=("rencontres",))
    header: Dossier | None = _taken(make, head, problems)
    if problems or header is None:
        problems += _across(raw, tables)
        return None
    try:
        return attrs.evolve(header, **cast("Any", tables))
    except DossierError as error:
        problems += error.problems
        return None


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


def _taken(hook: Maker, raw: object, problems: list[Finding], *where: str, **given: object) -> Any:
    """Return what a hook makes of raw data, or None; add what is wrong."""
    try:
        return hook(raw, None, **given)
    except Exception as error:  # noqa: BLE001 - told as problems, whatever it was
        problems += problems_of(error, *where)
        return None


def _things(name: str, raw: object, problems: list[Finding], *, strict: bool) -> tuple[Any, ...]:
    """Return the things of a table that can be made."""
    make = _thing(NOUNS[name], strict=strict)
    made: list[Any] = []
    for id_, entry in (_taken(table, raw, problems, name) or {}).items():
        try:
            made.append(make(entry, None, id=id_))
        except Refusal as error:
            problems += problems_of(error, name, id_)
    return tuple(made)


def _thing(cls: type, *, strict: bool) -> Maker:
    make = record_of(cls, "id", strict=strict, also=CLOCK if cls is Session else ())

    def session(entry: Any, _: object = None, /, **given: object) -> Session:
        raw = dict(entry) if type(entry) is dict else table(entry)
        problems = settle(raw)
        try:
            session: Session = make(raw, None, **given)
        except Refusal as error:
            problems += error.problems
        else:
            if not problems:
                return session
        raise Refusal(problems=relocated(problems, table(entry), raw))

    return session if cls is Session else make


def _row(cls: type, *, strict: bool) -> Hook:
    make = record_of(cls, strict=strict)

    def registration(entry: object, _: object = None) -> Registration:
        raw, problems = table(entry), list[Finding]()
        for key in ("arrival", "departure"):
            if raw.get(key) is not None:
                raw[key] = _taken(coming, raw[key], problems, key, event=raw.get("event"))
        made: Registration | None = _taken(make, raw, problems)
        if made is None or problems:
            raise Refusal(problems=problems)
        return made

    return registration if cls is Registration else make


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
