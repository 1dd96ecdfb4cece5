"""The zone database as it lies on the disk: names (`tzdata.zi`) and histories (TZif, RFC 8536).

Data are looked for where `zoneinfo` looks for them, in the same order, so that a calendar says
of a zone what the moments of the dossier were computed with.
"""

from __future__ import annotations

import re
import zoneinfo
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from struct import unpack_from
from typing import NamedTuple

from rencontres.errors import RenderError

_UTC = frozenset({"UTC", "Etc/UTC", "Etc/UCT", "Etc/GMT", "GMT"})
_SHAPE = re.compile(r"[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+){0,3}")
_NOWHERE = ("Factory", "localtime", "posixrules")
_LONGEST = 64
_HEADER = 44


class Clock(NamedTuple):
    """What the clocks of a zone show for a while: seconds east of UTC, and a name."""

    offset: int
    summer: bool
    name: str


class Change(NamedTuple):
    """A change of the clocks, in seconds since 1970 in UTC."""

    at: int
    before: Clock
    after: Clock

    @property
    def wall(self) -> int:
        """The time of the change on the clocks that are about to change."""
        return self.at + self.before.offset


class History(NamedTuple):
    """What the data of a zone say.

    Attributes:
        first: The clock before all changes.
        changes: The changes listed, without those that change no clock.
        until: Where the list ends, in seconds since 1970; None without a list.
        rule: The rule from there on (POSIX TZ); empty if there is none.
    """

    first: Clock
    changes: tuple[Change, ...]
    until: int | None
    rule: str


@lru_cache(maxsize=1024)
def canonical(key: str) -> str:
    """Return the one name of a zone that its aliases share.

    Names of the table of places (``zone.tab``) keep their own: Europe/Amsterdam is nobody's
    alias, though its clocks agree with those of Brussels. Every other link is followed
    (``Asia/Chongqing`` and ``PRC`` to ``Asia/Shanghai``), and all forms of UTC are ``UTC``.

    Args:
        key: A name of the IANA time zone database.

    Raises:
        RenderError: No zone has this name.
    """
    if len(key) > _LONGEST or not _SHAPE.fullmatch(key) or key in _NOWHERE:
        raise _unknown(key)
    targets, known, places = _names()
    if key not in known and (known or next(_octets(key), None) is None):
        raise _unknown(key)
    while key in targets and key not in places:
        key = targets[key]
    return "UTC" if key in _UTC else key


@lru_cache(maxsize=256)
def history(key: str) -> History:
    """Return the history of a zone.

    Args:
        key: A canonical name.

    Raises:
        RenderError: No zone has this name, or its data are not TZif of version 2 or later.
    """
    octets = next(_octets(key), b"")
    if len(octets) < _HEADER or octets[:4] != b"TZif" or octets[4:5] < b"2":
        raise _unknown(key)
    # The block of version 1, which knows 32 bits only, is passed over.
    utc, standard, leaps, changes, kinds, letters = unpack_from(">6l", octets, 20)
    at = _HEADER + changes * 5 + kinds * 6 + letters + leaps * 8 + standard + utc
    utc, standard, leaps, changes, kinds, letters = unpack_from(">6l", octets, at + 20)
    at += _HEADER
    moments = unpack_from(f">{changes}q", octets, at)
    indices = unpack_from(f">{changes}B", octets, at + changes * 8)
    at += changes * 9
    names = octets[at + kinds * 6 : at + kinds * 6 + letters]
    clocks = []
    for kind in range(kinds):
        offset, summer, place = unpack_from(">lBB", octets, at + kind * 6)
        name = names[place : names.index(0, place)].decode("ascii")
        clocks.append(Clock(offset, bool(summer), name))
    at += kinds * 6 + letters + leaps * 12 + standard + utc
    first = next((clock for clock in clocks if not clock.summer), clocks[0])
    states = [first, *(clocks[index] for index in indices)]
    return History(
        first,
        tuple(
            Change(moment, before, after)
            for moment, before, after in zip(moments, states, states[1:], strict=False)
            if (before.offset, before.name) != (after.offset, after.name)
        ),
        moments[-1] if moments else None,
        octets[at:].strip(b"\n").decode("ascii"),
    )


@lru_cache(maxsize=1)
def _names() -> tuple[dict[str, str], frozenset[str], frozenset[str]]:
    targets: dict[str, str] = {}
    known: set[str] = set()
    places: set[str] = set()
    for table in _octets("tzdata.zi"):
        rows = [
            row.split() for row in table.decode("utf-8").splitlines() if row[:2] in {"L ", "Z "}
        ]
        fresh = {row[2]: row[1] for row in rows if row[0] == "L" and row[2] not in known}
        targets |= fresh
        known.update(fresh, (row[1] for row in rows if row[0] == "Z"))
    for table in _octets("zone.tab"):
        rows = [
            row.split() for row in table.decode("utf-8").splitlines() if row[:1] not in {"#", ""}
        ]
        places.update(row[2] for row in rows)
    return targets, frozenset(known), frozenset(places)


def _octets(name: str) -> Iterator[bytes]:
    for folder in zoneinfo.TZPATH:
        path = Path(folder, name)
        if path.is_file():
            yield path.read_bytes()
    try:
        resource = files("tzdata").joinpath("zoneinfo", *name.split("/"))
    except ModuleNotFoundError:
        return
    if resource.is_file():
        yield resource.read_bytes()


def _unknown(key: str) -> RenderError:
    shown = key if len(key) <= _LONGEST else f"{key[:_LONGEST]}…"
    return RenderError(f"no zone of the IANA database is called {shown!r}")
