"""Sessions: what happens at an hour in a room, in which order and in which languages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Literal, TypeAlias

from attrs import field, frozen

from rencontres.finding import Finding
from rencontres.model import form
from rencontres.model.meeting import Attendance
from rencontres.model.noun import Confirmation, Noun, Part
from rencontres.model.people import ROLES, Role
from rencontres.model.refusal import problem
from rencontres.model.shape import one_of, to
from rencontres.span import before, beside, clock, named
from rencontres.text import Text
from rencontres.when import When

SessionKind: TypeAlias = Literal[
    "other", "opening", "plenary", "workshop", "visit", "ceremony", "signing", "b2b", "meal",
    "break", "transfer", "closing",
]  # fmt: skip
Mode: TypeAlias = Literal["simultaneous", "consecutive", "whispered", "liaison"]


@frozen(repr=False)
class Item(Part):
    """A point of an agenda, a step of a running order (point, 议程项); never re-sorted.

    Attributes:
        title: What it is, per language.
        minutes: How long, in minutes.
        roles: Who speaks.
        paper: The id of what it is about, or of the speech.
    """

    title: Text
    minutes: int | None = field(default=None, kw_only=True)
    roles: tuple[Role, ...] = field(default=(), kw_only=True, metadata=ROLES)
    paper: str | None = field(default=None, kw_only=True, metadata=to("papers"))


@frozen(repr=False)
class Interpretation(Part):
    """Interpretation between two languages (interprétation, 口译).

    Attributes:
        between: Two language tags, BCP 47, from one to the other and back.
        mode: How: simultanée, 同声传译; consécutive, 交替传译; chuchotée, 耳语传译;
            de liaison, 联络口译.
        team: The ids of the interpreters.
        channels: The channel of each language on the receivers, as (tag, number), sorted by tag.
    """

    between: tuple[str, str] = field(metadata={"tags": True})
    mode: Mode = field(default="simultaneous", kw_only=True, metadata=one_of(Mode))
    team: tuple[str, ...] = field(default=(), kw_only=True, metadata=to("people"))
    channels: tuple[tuple[str, int], ...] = field(
        default=(), kw_only=True, metadata={"by": "pairs", "tags": True}
    )

    def faults(self) -> Iterator[Finding]:
        """Yield what makes this interpretation meaningless: one language."""
        if self.between[0] == self.between[1]:
            yield problem("between.pair", "between", "interpretation is between two languages")


@frozen(repr=False, kw_only=True)
class Session(Noun):
    """Something at an hour, or that still needs one (séance, 场次).

    Attributes:
        event: The id of the event it belongs to.
        workshop: The id of the workshop it is a sitting of.
        title: Its title, per language; else the workshop's.
        short: The title for small screens.
        kind: What it is: ouverture, 开幕式; plénière, 全体会议; visite, 实地考察;
            signature, 签约仪式.
        start: Aware, in a keyed IANA zone: the zone the session lives by; compared by wall
            clock, zone and fold.
        end: In the zone of the start; absent: open.
        when: A day or a period, where there is no hour yet.
        room: The id of the room.
        confirmation: Whether it will be held.
        description: More words, per language.
        roles: Who does what.
        items: The running order (déroulé, 流程).
        languages: BCP 47: what is spoken.
        interpretation: Between which languages.
        attendance: Who came.
        url: A page on it, per language: http, https or mailto.
        open: Whether everybody may come; None: not said.
        uid: An identity that came from elsewhere; kept to the letter.
    """

    event: str | None = field(default=None, metadata=to("events"))
    workshop: str | None = field(default=None, metadata=to("workshops"))
    title: Text | None = None
    short: Text | None = None
    kind: SessionKind = field(default="other", metadata=one_of(SessionKind))
    start: datetime | None = field(default=None, eq=clock, converter=named)
    end: datetime | None = field(default=None, eq=clock, converter=named)
    when: When | None = None
    room: str | None = field(default=None, metadata=to("rooms"))
    confirmation: Confirmation = field(default="confirmed", metadata=one_of(Confirmation))
    description: Text | None = None
    roles: tuple[Role, ...] = field(default=(), metadata=ROLES)
    items: tuple[Item, ...] = ()
    languages: tuple[str, ...] = field(default=(), metadata={"tags": True})
    interpretation: tuple[Interpretation, ...] = ()
    attendance: Attendance | None = None
    url: Text | None = field(default=None, metadata={"form": form.URL})
    open: bool | None = None
    uid: str | None = field(default=None, metadata={"form": form.UID, "exact": True})

    def faults(self) -> Iterator[Finding]:
        """Yield what makes this session meaningless; put its end into the zone of its start."""
        if self.start is None:
            if self.end is not None:
                yield problem("session.end", "end", "an end needs a start")
        elif self.when is not None:
            yield problem("session.when", "when", "a session has a start or only a day, not both")
        elif self.end is not None:
            if not before(self.start, self.end):
                yield problem("session.order", "end", "the end is not after the start")
            object.__setattr__(self, "end", beside(self.start, self.end))
