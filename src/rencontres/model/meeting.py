"""Committees and events: who prepares, and what is held."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias, get_args

from attrs import field, frozen

from rencontres.finding import Finding
from rencontres.model import form
from rencontres.model.noun import Confirmation, Noun, Part
from rencontres.model.people import ROLES, Role
from rencontres.model.refusal import problem
from rencontres.model.shape import one_of, to
from rencontres.text import Text
from rencontres.when import When

CommitteeKind: TypeAlias = Literal["steering", "country-group", "organising", "liaison"]
EventKind: TypeAlias = Literal[
    "meetings", "fair", "assises", "forum", "committee-meeting", "group-meeting"
]
LinkKind: TypeAlias = Literal["backed-by", "prepares", "part-of", "follows", "parallel-to"]


@frozen(repr=False)
class Chair(Part):
    """One side's seat at the head of a committee (coprésidence, 共同主席).

    Attributes:
        side: Whose seat; one per side.
        holder: A person, or an organisation.
        appointed_by: By whom, in words.
        predecessor: Who held the seat before.
        mandate: What the holder is to do.
    """

    side: str = field(metadata=to("sides"))
    holder: str = field(metadata=to("people", "organisations"))
    appointed_by: Text | None = field(default=None, kw_only=True)
    predecessor: str | None = field(
        default=None, kw_only=True, metadata=to("people", "organisations")
    )
    mandate: Text | None = field(default=None, kw_only=True)


@frozen(repr=False, kw_only=True)
class Committee(Noun):
    """A standing body (comité de pilotage, 指导委员会; groupe-pays, 国别工作组).

    Attributes:
        name: What it is called.
        kind: What it is for.
        sides: The sides that sit on it.
        hosts: The organisations that convene it.
        chairs: One seat a side, sorted by side.
        roles: Members, secretariat, liaison.
    """

    name: Text
    kind: CommitteeKind = field(default="steering", metadata=one_of(CommitteeKind))
    sides: tuple[str, ...] = field(default=(), metadata=to("sides"))
    hosts: tuple[str, ...] = field(default=(), metadata=to("organisations"))
    chairs: tuple[Chair, ...] = field(default=(), metadata={"by": "side"})
    roles: tuple[Role, ...] = field(default=(), metadata=ROLES)


@frozen(repr=False)
class Link(Part):
    """How one event stands to another (adossement, 依托).

    Attributes:
        kind: ``backed-by``: this one leans on the other; ``prepares``: it comes before and for it.
        to: The other event.
    """

    kind: LinkKind = field(metadata=one_of(LinkKind))
    to: str = field(metadata=to("events"))


@frozen(repr=False, kw_only=True)
class Attendance(Part):
    """Who came, as far as is known.

    Attributes:
        estimate: About how many.
        counts: Side and number.
        people: Those named.
        sheet: The sign-in sheet.
    """

    estimate: int | None = None
    counts: tuple[tuple[str, int], ...] = field(
        default=(), metadata={"by": "pairs", "keys": "sides"}
    )
    people: tuple[str, ...] = field(default=(), metadata=to("people"))
    sheet: str | None = field(default=None, metadata=to("papers"))


@frozen(repr=False, kw_only=True)
class Event(Noun):
    """Something held on days at a place (rencontres, 活动); a committee's meeting is one too.

    Attributes:
        title: Its official title in each language; official titles need not be translations.
        short: The same for small screens and for the names of calendars.
        kind: What it is.
        committee: The body whose meeting it is.
        series: The series of editions it belongs to.
        ordinal: Which edition.
        theme: Its theme.
        purpose: What it is for, in words.
        when: Its days.
        place: Where.
        convened_by: Who invites.
        roles: Functions for the whole event.
        confirmation: Whether it will be held.
        attendance: Who came.
        links: How it stands to other events.
        url: A page on it, per language.
        uid: An identity that came from elsewhere.
    """

    title: Text
    short: Text | None = None
    kind: EventKind = field(default="meetings", metadata=one_of(EventKind))
    committee: str | None = field(default=None, metadata=to("committees"))
    series: str | None = None
    ordinal: int | None = None
    theme: Text | None = None
    purpose: Text | None = None
    when: When | None = None
    place: str | None = field(default=None, metadata=to("places"))
    convened_by: tuple[str, ...] = field(default=(), metadata=to("organisations"))
    roles: tuple[Role, ...] = field(default=(), metadata=ROLES)
    confirmation: Confirmation = field(default="confirmed", metadata=one_of(Confirmation))
    attendance: Attendance | None = None
    links: tuple[Link, ...] = field(
        default=(), metadata={"by": "kind", "ranks": get_args(LinkKind), "unique": ("kind", "to")}
    )
    url: Text | None = field(default=None, metadata={"form": form.URL})
    uid: str | None = field(default=None, metadata={"form": form.UID, "exact": True})

    def faults(self) -> Iterator[Finding]:
        """Yield what makes this event meaningless: a link to itself."""
        if any(link.to == self.id for link in self.links):
            yield problem("link.self", "links", "an event cannot be linked to itself")
