"""Problems as values: what is wrong, how badly, where, and in which words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, time, timedelta
from operator import itemgetter
from typing import Literal, Protocol, TypeAlias, cast, runtime_checkable

from attrs import evolve, field, frozen

Severity: TypeAlias = Literal["error", "warning", "info"]


@runtime_checkable
class Plain(Protocol):
    """A value of this library that can be told in plain English: a text, a date to come."""

    def plain(self) -> str:
        """Return the value in plain English."""
        ...


Value: TypeAlias = "str | int | float | date | time | timedelta | Plain | tuple[Value, ...]"
Values: TypeAlias = Mapping[str, Value] | Iterable[tuple[str, Value]]

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_PLACE = re.compile(r"%(?:%|\((\w+)\)s)")
_UNPRINTABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]"
)
_PART = re.compile(r'"((?:[^"\\]|\\.)*)"|([^."]+)')

SEVERITIES: tuple[Severity, ...] = ("info", "warning", "error")


def _pairs(values: Values) -> tuple[tuple[str, Value], ...]:
    pairs = values.items() if isinstance(values, Mapping) else values
    return tuple(sorted(cast("Iterable[tuple[str, Value]]", pairs), key=itemgetter(0)))


def _plain(value: Value) -> str:
    # A look at the attribute: `isinstance` of a protocol costs more than the sentence.
    if hasattr(value, "plain"):
        return visible(cast("Plain", value).plain())
    if isinstance(value, tuple):
        return ", ".join(_plain(item) for item in value)
    return visible(str(value))


def visible(words: str) -> str:
    """Return words of others on one line, with what would move or hide the rest written out.

    A message must not be able to clear a screen, to forge a second message, or to turn the
    direction of writing.

    Args:
        words: What a file or a caller gave.
    """
    return _UNPRINTABLE.sub(_written_out, words)


def _written_out(found: re.Match[str]) -> str:
    return repr(found[0])[1:-1]


@frozen
class Finding:
    """One problem, told as data: used by loading, options, imports and checks alike.

    Attributes:
        code: A stable name of the kind of problem, such as ``reference.unknown`` or ``RC102``.
        severity: ``error``, ``warning`` or ``info``.
        where: The place in the dossier, by ids: ``sessions.pleniere-1.start``; may be empty.
        message: An English sentence with named places (``%(id)s``): the key of its translations.
        values: What stands in the named places, sorted by name; a mapping is accepted.
        line: The line in the file, from 1, where it is known.
    """

    code: str
    severity: Severity
    where: str
    message: str
    values: tuple[tuple[str, Value], ...] = field(default=(), converter=_pairs)
    line: int | None = None

    @property
    def text(self) -> str:
        """The sentence in plain English, without the place."""
        said = {name: value for name, value in self.values}  # noqa: C416 - typed so

        def fill(place: re.Match[str]) -> str:
            if place[1] is None:
                return "%"
            return _plain(said[place[1]]) if place[1] in said else place[0]

        return _PLACE.sub(fill, self.message)

    def value(self, name: str) -> Value | None:
        """Return what stands in a named place, or None.

        Args:
            name: The name of the place in ``message``, or of a value beside it (``file``).
        """
        return next((value for known, value in self.values if known == name), None)

    def __str__(self) -> str:
        """Return the place, the line where known, and the sentence in English."""
        place = [visible(self.where)] if self.where else []
        if self.line is not None:
            place.insert(0, f"line {self.line}")
        return f"{', '.join(place)}: {self.text}" if place else self.text


def path(*parts: str | int) -> str:
    """Return a place in the dossier from its parts: keys, ids, and positions in lists from 0.

    Args:
        parts: From the table down; a part that is not a bare word is quoted, as in TOML.

    >>> path("sessions", "pleniere-1", "start")
    'sessions.pleniere-1.start'
    """
    return ".".join(_quoted(str(part)) for part in parts if part != "")


def below(finding: Finding, *where: str | int) -> Finding:
    """Return a problem seen from further up.

    Args:
        finding: A problem whose place is relative to something.
        where: The place of that something, as parts.
    """
    if not where:
        return finding
    place = f"{path(*where)}.{finding.where}" if finding.where else path(*where)
    return evolve(finding, where=place)


def parts(where: str) -> tuple[str, ...]:
    """Return the parts of a place, unquoted.

    Args:
        where: What ``path`` returned.
    """
    found = _PART.finditer(where)
    return tuple(re.sub(r"\\(.)", r"\1", m[1]) if m[1] is not None else m[2] for m in found)


def _quoted(part: str) -> str:
    if _BARE.fullmatch(part):
        return part
    escaped = part.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
