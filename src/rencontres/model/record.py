"""What is written down: registrations, notes, actions, papers, and what checks may pass over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Literal, TypeAlias

from attrs import field, frozen

from rencontres.finding import Finding
from rencontres.model import form
from rencontres.model.noun import Noun, Part
from rencontres.model.people import ROLES, Role
from rencontres.model.refusal import problem
from rencontres.model.shape import one_of, to
from rencontres.span import clock, named
from rencontres.text import Text
from rencontres.when import When

NoteKind: TypeAlias = Literal[
    "observation", "proposal", "position", "decision", "vigilance", "missing-information", "target"
]
ActionStatus: TypeAlias = Literal["open", "in-progress", "done", "dropped"]
PaperKind: TypeAlias = Literal[
    "minutes", "letter", "sign-in-sheet", "road-map", "programme", "speech", "declaration",
    "agreement", "other",
]  # fmt: skip
PaperStatus: TypeAlias = Literal["planned", "draft", "sent", "received", "missing"]
Moment: TypeAlias = datetime | When


def _named(value: Moment | None) -> Moment | None:
    return named(value) if isinstance(value, datetime) else value


def _clock(value: Moment | None) -> object:
    return clock(value) if isinstance(value, datetime) else value


@frozen(repr=False)
class Registration(Part):
    """A person who has said that she will come (inscription, 报名).

    Attributes:
        person: The id of the person.
        event: The id of the event.
        delegation: The id of those she travels with.
        category: The organiser's own word.
        arrival: A day, or an aware moment in a keyed IANA zone.
        departure: A day, or an aware moment in a keyed IANA zone.
    """

    person: str = field(metadata=to("people"))
    event: str | None = field(default=None, kw_only=True, metadata=to("events"))
    delegation: str | None = field(default=None, kw_only=True, metadata=to("delegations"))
    category: str | None = field(default=None, kw_only=True)
    arrival: datetime | When | None = field(default=None, kw_only=True, converter=_named, eq=_clock)
    departure: datetime | When | None = field(
        default=None, kw_only=True, converter=_named, eq=_clock
    )

    @property
    def key(self) -> tuple[str, str]:
        """What makes it this registration: the event and the person."""
        return self.event or "", self.person


@frozen(repr=False, kw_only=True)
class Delegation(Noun):
    """Those who travel together (délégation, 代表团).

    Attributes:
        name: What it is called, per language.
        side: The id of the side it comes from.
        roles: Its head (chef de délégation, 代表团团长), its liaison officer, its members.
    """

    name: Text
    side: str | None = field(default=None, metadata=to("sides"))
    roles: tuple[Role, ...] = field(default=(), metadata=ROLES)


@frozen(repr=False, kw_only=True)
class Note(Noun):
    """Something said and written down (constat, 纪要事项).

    Attributes:
        text: The words, per language.
        kind: What it is: proposition, 建议; position, 立场; décision, 决定; vigilance, 注意事项.
        heading: The heading it stands under, per language.
        event: The id of the event it was said at.
        side: The id of the side whose it is: an internal note is seen by that side alone.
        agreed: Of a decision, when each side agreed, as (side id, When), sorted by side.
        about: The ids of the things it is about.
    """

    text: Text
    kind: NoteKind = field(default="observation", metadata=one_of(NoteKind))
    heading: Text | None = None
    event: str | None = field(default=None, metadata=to("events"))
    side: str | None = field(default=None, metadata=to("sides"))
    agreed: tuple[tuple[str, When], ...] = field(
        default=(), metadata={"by": "pairs", "keys": "sides"}
    )
    about: tuple[str, ...] = field(default=(), metadata=to())


@frozen(repr=False, kw_only=True)
class Action(Noun):
    """Something to be done (action, 待办事项).

    Attributes:
        title: What, per language.
        owners: The ids of those who do it (responsables, 负责方).
        due: By when (échéance, 截止日期).
        status: How far it is.
        about: The ids of the things it is about.
        depends_on: The ids of the actions that must be done first.
        event: The id of the event where it was decided.
        uid: An identity that came from elsewhere; kept to the letter.
    """

    title: Text
    owners: tuple[str, ...] = field(
        default=(), metadata=to("people", "organisations", "committees", "delegations", "sides")
    )
    due: When | None = None
    status: ActionStatus = field(default="open", metadata=one_of(ActionStatus))
    about: tuple[str, ...] = field(default=(), metadata=to())
    depends_on: tuple[str, ...] = field(default=(), metadata=to("actions"))
    event: str | None = field(default=None, metadata=to("events"))
    uid: str | None = field(default=None, metadata={"form": form.UID, "exact": True})


@frozen(repr=False, kw_only=True)
class Paper(Noun):
    """A document (document, 文件).

    Attributes:
        title: What it is called, per language.
        kind: What it is: compte rendu, 会议纪要; feuille de route, 路线图; discours, 讲话.
        status: Where it stands.
        issued: When it was issued.
        due: When it is expected.
        language: BCP 47: the language it is written in.
        about: The ids of the things it is about.
        roles: Who speaks or signs.
    """

    title: Text
    kind: PaperKind = field(default="other", metadata=one_of(PaperKind))
    status: PaperStatus = field(default="planned", metadata=one_of(PaperStatus))
    issued: When | None = None
    due: When | None = None
    language: str | None = field(default=None, metadata={"tags": True})
    about: tuple[str, ...] = field(default=(), metadata=to())
    roles: tuple[Role, ...] = field(default=(), metadata=ROLES)


@frozen(repr=False)
class Tolerance(Part):
    """A threshold changed, or a finding accepted, and why (dérogation, 例外).

    Attributes:
        rule: The code of the rule: ``RC103``.
        reason: Why, per language.
        about: The ids of the things it holds for; none: all.
        limit: Another threshold, in the unit of the rule: a number, or a date.
        off: True if the rule is not to be applied.
    """

    rule: str
    reason: Text = field(kw_only=True)
    about: tuple[str, ...] = field(default=(), kw_only=True, metadata=to())
    limit: int | float | date | None = field(default=None, kw_only=True, metadata={"signed": True})
    off: bool = field(default=False, kw_only=True)

    def faults(self) -> Iterator[Finding]:
        """Yield what makes this tolerance meaningless: it tolerates nothing."""
        if self.limit is not None and self.off:
            yield problem("tolerance.both", "limit", "a rule that is off needs no limit")
