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
    """One side's seat at the head of a committee (coprésidence, 联合主席).

    Attributes:
        side: The id of the side whose seat it is; one per side.
        holder: The id of a person, or of an organisation.
        appointed_by: By whom, in words, per language.
        predecessor: The id of who held the seat before.
        mandate: What the holder is to do, per language (lettre de mission, 任务).
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
    """A standing body (comité de pilotage, 指导委员会; groupe-pays, 国别组).

    Attributes:
        name: What it is called, per language.
        kind: What it is for: pilotage, 指导; groupe-pays, 国别组; organisation, 组织;
            liaison, 联络.
        sides: The ids of the sides that sit on it.
        hosts: The ids of the organisations that convene it.
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
        kind: ``backed-by``: this one leans on the other; ``prepares``: it comes before and for it;
            ``part-of``: it is held within it; ``follows``: it comes after; ``parallel-to``.
        to: The id of the other event.
    """

    kind: LinkKind = field(metadata=one_of(LinkKind))
    to: str = field(metadata=to("events"))


@frozen(repr=False, kw_only=True)
class Attendance(Part):
    """Who came, as far as is known (présence, 出席情况).

    Attributes:
        estimate: About how many people.
        counts: How many people of each side, as (side id, number), sorted by side.
        people: The ids of those named.
        sheet: The id of the sign-in sheet (feuille d'émargement, 签到表).
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
        title: Its official title, per language; official titles need not be translations.
        short: The same for small screens and for the names of calendars.
        kind: What it is: rencontres, 论坛; foire, 博览会; assises, 大会; réunion, 会议.
        committee: The id of the body whose meeting it is.
        series: The series of editions it belongs to, in the office's own words.
        ordinal: Which edition (édition, 届), from 1.
        theme: Its theme, per language (thème, 主题).
        purpose: What it is for, per language (objet, 目的).
        when: Its days; its hours are its sessions.
        place: The id of the place.
        convened_by: The ids of the organisations that invite.
        roles: Functions for the whole event.
        confirmation: Whether it will be held.
        attendance: Who came.
        links: How it stands to other events, sorted by kind.
        url: A page on it, per language: http, https or mailto.
        uid: An identity that came from elsewhere; kept to the letter.
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
