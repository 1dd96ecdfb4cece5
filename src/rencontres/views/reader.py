"""Who reads, in which languages and by which clock; and which part of the dossier."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Literal, TypeAlias, cast

from attrs import field, frozen

from rencontres.errors import DossierError
from rencontres.finding import Finding
from rencontres.language import canonical
from rencontres.model import AUDIENCES, Audience
from rencontres.span import zone as zone_of_key

Typography: TypeAlias = Literal["fine", "nbsp", "plain"]


class Part(StrEnum):
    """What a programme is made of: what a format carries, what a selection asks for."""

    SESSIONS = "sessions"
    WORKSHOPS = "workshops"
    COMMITTEES = "committees"
    PAIRINGS = "pairings"
    PEOPLE = "people"
    MINUTES = "minutes"
    ACTIONS = "actions"
    BOARD = "board"
    CHANGES = "changes"


@frozen
class Reader:
    """Who reads: in one language or two, by which clock, and with which right to see.

    Attributes:
        language: BCP 47: the leading language.
        second: BCP 47: a second language beside it; None: one language only.
        zone: IANA name: the clock all hours are told by; None: the clock of each place.
        audience: ``public``, ``partners`` (the teams of all sides) or ``internal`` (the team
            of one side, which must be named).
        side: Of an internal reader: her side, by id.
        typography: ``fine`` (U+202F and U+00A0), ``nbsp`` (U+00A0 for both) or ``plain``.
    """

    language: str
    second: str | None = None
    zone: str | None = field(default=None, kw_only=True)
    audience: Audience = field(default="public", kw_only=True)
    side: str | None = field(default=None, kw_only=True)
    typography: Typography = field(default="fine", kw_only=True)

    def __attrs_post_init__(self) -> None:
        """Settle the tags, and refuse a reader that nobody can be.

        Raises:
            LanguageError: A tag that is no language.
            DossierError: An unknown audience or zone, or an internal reader of no side.
        """
        object.__setattr__(self, "language", canonical(self.language))
        if self.second is not None:
            object.__setattr__(self, "second", canonical(self.second))
        reasons: list[tuple[str, str]] = []
        if self.second == self.language:
            reasons.append(("second", "the second language is the first one again"))
        if self.audience not in AUDIENCES:
            reasons.append(("audience", f"an audience is one of: {', '.join(AUDIENCES)}"))
        if self.audience == "internal" and not self.side:
            reasons.append(("side", "an internal reader belongs to a side: name it"))
        if self.typography not in ("fine", "nbsp", "plain"):
            reasons.append(("typography", "typography is one of: fine, nbsp, plain"))
        if self.zone is not None:
            try:
                zone_of_key(self.zone)
            except ValueError as error:
                reasons.append(("zone", str(error)))
        _refuse("reader.invalid", reasons)

    @property
    def languages(self) -> tuple[str, ...]:
        """The reader's languages, the leading one first."""
        return (self.language,) if self.second is None else (self.language, self.second)


def _ids(value: Iterable[str] | None) -> frozenset[str] | None:
    return _set(value)


def _days(value: Iterable[date] | None) -> frozenset[date] | None:
    return _set(value)


def _parts(value: Iterable[Part | str] | None) -> frozenset[Part] | None:
    found: Any = _set(value)
    if not isinstance(found, frozenset):
        return cast("None", found)
    return frozenset(Part(part) if part in _PARTS else part for part in found)


def _set(value: Iterable[Any] | None) -> frozenset[Any] | None:
    """Return a set; what cannot be one as it is, to be refused with the rest."""
    if isinstance(value, Iterable) and not isinstance(value, str):
        return frozenset(value)
    return cast("None", value)


def in_order(value: Iterable[Any] | None) -> str:
    """Return the repr of a set, always in the same order.

    Args:
        value: The set, or None.
    """
    return "None" if value is None else f"[{', '.join(sorted(str(each) for each in value))}]"


_PARTS = frozenset(part.value for part in Part)


@frozen(kw_only=True)
class Selection:
    """Which part of the dossier is asked for; None asks for everything.

    Attributes:
        events: Ids of events: their sessions, workshops and pairings.
        committees: Ids of committees: they and the sessions of their meetings.
        people: Ids of people or organisations: what they take part in.
        days: Days of the programme, as its reader's clock shows them: what is held on them.
        parts: Parts of the programme.
    """

    events: frozenset[str] | None = field(default=None, converter=_ids, repr=in_order)
    committees: frozenset[str] | None = field(default=None, converter=_ids, repr=in_order)
    people: frozenset[str] | None = field(default=None, converter=_ids, repr=in_order)
    days: frozenset[date] | None = field(default=None, converter=_days, repr=in_order)
    parts: frozenset[Part] | None = field(default=None, converter=_parts, repr=in_order)

    def __attrs_post_init__(self) -> None:
        """Refuse what nobody can ask for.

        Raises:
            DossierError: A string in place of a list, ids that are no strings, days that are no
                dates, unknown parts; all at once.
        """
        reasons = [
            (name, reason)
            for name, (kind, wanted) in _WANTED.items()
            if (reason := _fault(getattr(self, name), kind, wanted))
        ]
        _refuse("selection.invalid", reasons)

    @property
    def whole(self) -> bool:
        """Whether neither events, committees nor days are asked for in particular."""
        return self.events is None and self.committees is None and self.days is None

    def wants(self, part: Part) -> bool:
        """Tell whether a part of the programme is asked for.

        Args:
            part: The part.
        """
        return self.parts is None or part in self.parts


def _refuse(code: str, reasons: list[tuple[str, str]]) -> None:
    if reasons:
        raise DossierError(
            problems=[
                Finding(code, "error", name, "%(reason)s", {"reason": reason})
                for name, reason in reasons
            ]
        )


def _fault(value: object, kind: type, wanted: str) -> str:
    """Return why something is no set of values of a kind; empty if it is."""
    if value is None:
        return ""
    if not isinstance(value, frozenset):
        return f"a list of {wanted} is needed, not one {type(value).__name__}"
    right = (isinstance(each, kind) and not isinstance(each, datetime) for each in value)
    wrong = sorted(str(each) for each, known in zip(value, right, strict=True) if not known)
    return f"a list of {wanted} is needed, and {wrong[0]!r:.60} is none" if wrong else ""


_WANTED: Mapping[str, tuple[type, str]] = {
    "events": (str, "ids"),
    "committees": (str, "ids"),
    "people": (str, "ids"),
    "days": (date, "dates such as datetime.date(2016, 10, 29)"),
    "parts": (Part, f"parts ({', '.join(part.value for part in Part)})"),
}
