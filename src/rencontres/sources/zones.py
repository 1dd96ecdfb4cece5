"""Which zone the clocks of a session show: its own, else its room's, else its event's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias, cast
from zoneinfo import ZoneInfo

from rencontres.span import zone
from rencontres.strict import refusal, wrong

Tables: TypeAlias = Mapping[str, object]


class Unsure:
    """No zone can be told because something on the way to it is wrong, and told already."""


UNSURE = Unsure()
Found: TypeAlias = "ZoneInfo | Unsure | None"


class Zones:
    """The zones of the places of one dossier, as raw data says them, looked up once each."""

    def __init__(self, data: Tables) -> None:
        """Keep the tables in which places, rooms and events stand."""
        self._tables = {name: _table(data, name) for name in ("places", "rooms", "events")}
        self._rooms: dict[str, Found] = {}
        self._events: dict[str, Found] = {}

    def of(self, session: Mapping[str, object]) -> Found:
        """Return the zone of a session that names none itself, or None where nothing says it."""
        there = self._known("rooms", self._rooms, session.get("room"))
        if isinstance(there, ZoneInfo):
            return there
        return self._known("events", self._events, session.get("event")) or there

    def _known(self, table: str, found: dict[str, Found], id_: object) -> Found:
        if type(id_) is not str:
            return None if id_ is None else UNSURE
        if id_ not in found:
            found[id_] = self._of_thing(table, id_)
        return found[id_]

    def _of_thing(self, table: str, id_: object) -> Found:
        thing = self._tables[table].get(id_)
        if not isinstance(thing, Mapping):
            return UNSURE
        place = cast("Mapping[str, object]", thing).get("place")
        return None if place is None else self._of_place(place)

    def _of_place(self, id_: object) -> Found:
        seen: set[object] = set()
        while id_ is not None:
            place = self._tables["places"].get(id_) if isinstance(id_, str) else None
            if not isinstance(place, Mapping) or id_ in seen:
                return UNSURE
            seen.add(id_)
            known = cast("Mapping[str, object]", place)
            if (key := known.get("zone")) is not None:
                return named(key)
            id_ = known.get("within")
        return None


def named(key: object) -> Found:
    """Return the zone of a name, or that it cannot be told.

    Args:
        key: What stands where the name of a zone should.
    """
    try:
        return zone(key) if isinstance(key, str) else UNSURE
    except ValueError:
        return UNSURE


def _table(data: Tables, name: str) -> dict[Any, object]:
    found = data.get(name)
    return dict(cast("Mapping[Any, object]", found)) if isinstance(found, Mapping) else {}


def zone_key(value: object, _: object = None) -> str:
    """Take the IANA name of a zone."""
    if type(value) is not str:
        raise wrong(value, "the name of a time zone such as Asia/Tokyo")
    try:
        zone(value)
    except ValueError as error:
        raise refusal("zone.unknown", "%(reason)s", reason=str(error)) from None
    return value
