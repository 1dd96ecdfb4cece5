"""Sides, places, rooms and organisations: who meets, and where."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias

from attrs import field, frozen

from rencontres.finding import Finding
from rencontres.model import form
from rencontres.model.noun import Noun
from rencontres.model.refusal import problem
from rencontres.model.shape import one_of, to
from rencontres.text import Text
from rencontres.when import When

OrganisationKind: TypeAlias = Literal[
    "authority", "network", "other", "friendship-association", "association", "university",
    "think-tank", "company", "state", "cultural",
]  # fmt: skip
Level: TypeAlias = Literal["local", "intermunicipal", "intermediate", "regional"]
Size: TypeAlias = Literal["micro", "small-medium", "mid-size", "large"]


@frozen(repr=False, kw_only=True)
class Side(Noun):
    """One of the parties to the meeting (partie, 方).

    Attributes:
        name: What the side is called: "partie française", "法方".
        country: ISO 3166-1 alpha-2, two capital letters; None where the side is no country's.
        zone: The IANA name of the zone its people live by.
        languages: BCP 47; the first is its own: it decides whose side comes first in a text of
            that language, and which address is the local one.
    """

    name: Text
    country: str | None = field(default=None, metadata={"form": form.COUNTRY})
    zone: str | None = field(default=None, metadata={"form": form.ZONE})
    languages: tuple[str, ...] = field(default=(), metadata={"tags": True})


@frozen(repr=False, kw_only=True)
class Place(Noun):
    """A territory, a city, a venue (territoire, ville, lieu; 地区、城市、地点).

    Attributes:
        name: What it is called, per language.
        side: The id of the side it lies in.
        within: The id of the larger place it lies in.
        zone: An IANA name; that of the larger place where absent.
        address: For letters and drivers (adresse, 地址), per language; given, never composed.
        position: Latitude, then longitude, in degrees, WGS 84.
        codes: Official identifiers as (scheme, code), sorted by scheme: ``INSEE``, ``GB/T 2260``.
        identified: False where nobody knows yet which place the words mean.
        candidates: The ids of the places they may mean.
    """

    name: Text
    side: str | None = field(default=None, metadata=to("sides"))
    within: str | None = field(default=None, metadata=to("places"))
    zone: str | None = field(default=None, metadata={"form": form.ZONE})
    address: Text | None = None
    position: tuple[float, float] | None = field(
        default=None, metadata={"form": form.POSITION, "signed": True}
    )
    codes: tuple[tuple[str, str], ...] = field(default=(), metadata={"by": "pairs"})
    identified: bool = True
    candidates: tuple[str, ...] = field(default=(), metadata=to("places"))


@frozen(repr=False, kw_only=True)
class Room(Noun):
    """A room of a venue (salle, 会议室).

    Attributes:
        name: What it is called, per language.
        short: The same for small screens.
        place: The id of the venue.
        floor: Per language, since a French *2e étage* is a Chinese *3楼*.
        capacity: Seats (places assises, 座位数).
        booths: Booths for interpreters (cabines, 同传间).
    """

    name: Text
    short: Text | None = None
    place: str | None = field(default=None, metadata=to("places"))
    floor: Text | None = None
    capacity: int | None = None
    booths: int | None = None


@frozen(repr=False, kw_only=True)
class Organisation(Noun):
    """A body that takes part (organisme, 机构).

    One with a level is a local authority (collectivité territoriale, 地方政府).

    Attributes:
        name: What it is called, per language.
        short: The same for small screens: "CUF", "全国友协".
        acronym: Letters that are the same in all languages (sigle, 简称).
        side: The id of the side it belongs to.
        kind: What it is; a level implies ``authority``.
        level: Of a local authority, on a ladder that countries share (échelon, 层级).
        rank: The country's own word: commune, département; 地级市, 副省级市.
        place: The id of the territory it governs, or of the place where it sits.
        size: Of a company (taille, 规模).
        valid: When it bore this name.
        identified: False where nobody knows yet which organisation the words mean.
        candidates: The ids of the organisations they may mean.
    """

    name: Text
    short: Text | None = None
    acronym: str | None = None
    side: str | None = field(default=None, metadata=to("sides"))
    kind: OrganisationKind = field(default="other", metadata=one_of(OrganisationKind))
    level: Level | None = field(default=None, metadata=one_of(Level))
    rank: Text | None = None
    place: str | None = field(default=None, metadata=to("places"))
    size: Size | None = field(default=None, metadata=one_of(Size))
    valid: When | None = None
    identified: bool = True
    candidates: tuple[str, ...] = field(default=(), metadata=to("organisations"))

    def faults(self) -> Iterator[Finding]:
        """Yield what makes this organisation meaningless; a level settles its kind."""
        if self.level is not None and self.kind == "other":
            object.__setattr__(self, "kind", "authority")
        if self.level is not None and self.kind != "authority":
            message = "only an authority has a level, and this is of kind %(kind)s"
            yield problem("level.kind", "level", message, kind=self.kind)
