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
        country: ISO 3166-1, two capital letters.
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
    """A territory, a city, a venue (lieu, 地点).

    Attributes:
        name: What it is called.
        side: The side it lies in.
        within: The larger place it lies in.
        zone: An IANA name; the larger place's where absent.
        address: For letters and drivers, per language; given, never composed.
        position: Latitude and longitude in degrees, WGS 84.
        codes: Official identifiers, scheme and code (``INSEE``, ``GB/T 2260``).
        identified: False where nobody knows yet which place the words mean.
        candidates: The places they may mean.
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
    """A room of a place (salle, 会议室).

    Attributes:
        name: What it is called.
        short: The same for small screens.
        place: The venue.
        floor: Per language: a French *2e étage* is a Chinese *3楼*.
        capacity: Seats.
        booths: Booths for interpreters.
    """

    name: Text
    short: Text | None = None
    place: str | None = field(default=None, metadata=to("places"))
    floor: Text | None = None
    capacity: int | None = None
    booths: int | None = None


@frozen(repr=False, kw_only=True)
class Organisation(Noun):
    """A body that takes part (organisme, 机构); a local authority where it has a level.

    Attributes:
        name: What it is called.
        short: The same for small screens: "CUF", "全国友协".
        acronym: Letters that are the same in all languages.
        side: The side it belongs to.
        kind: What it is; a level implies ``authority``.
        level: Of a local authority, on a ladder that countries share.
        rank: The country's own word (commune, département; 地级市, 副省级市).
        place: The territory it governs, or where it sits.
        size: Of a company.
        valid: When it bore this name.
        identified: False where nobody knows yet which organisation the words mean.
        candidates: The organisations they may mean.
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
