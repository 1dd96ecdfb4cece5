"""Who reads, in which languages and by which clock; and which part of the dossier."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Literal, TypeAlias

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
        if reasons:
            raise DossierError(
                problems=[
                    Finding("reader.invalid", "error", name, "%(reason)s", {"reason": reason})
                    for name, reason in reasons
                ]
            )

    @property
    def languages(self) -> tuple[str, ...]:
        """The reader's languages, the leading one first."""
        return (self.language,) if self.second is None else (self.language, self.second)


def _ids(value: Iterable[str] | None) -> frozenset[str] | None:
    if isinstance(value, str):
        message = "a selection takes a list of ids, not one string"
        raise DossierError(problems=[Finding("selection.invalid", "error", "", message)])
    return None if value is None else frozenset(value)


def _days(value: Iterable[date] | None) -> frozenset[date] | None:
    return None if value is None else frozenset(value)


def _parts(value: Iterable[Part | str] | None) -> frozenset[Part] | None:
    if value is None:
        return None
    try:
        return frozenset(Part(part) for part in value)
    except ValueError as error:
        known = ", ".join(part.value for part in Part)
        raise DossierError(
            problems=[
                Finding(
                    "selection.invalid", "error", "parts", "%(reason)s; the parts are: %(known)s",
                    {"reason": str(error), "known": known},
                )
            ]
        ) from None  # fmt: skip


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

    events: frozenset[str] | None = field(default=None, converter=_ids)
    committees: frozenset[str] | None = field(default=None, converter=_ids)
    people: frozenset[str] | None = field(default=None, converter=_ids)
    days: frozenset[date] | None = field(default=None, converter=_days)
    parts: frozenset[Part] | None = field(default=None, converter=_parts)

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
