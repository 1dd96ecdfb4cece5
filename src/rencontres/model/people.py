"""People, their names and posts, and the roles that people and organisations play."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal, TypeAlias, get_args

from attrs import field, frozen

from rencontres.finding import Finding
from rencontres.model import form
from rencontres.model.noun import Confirmation, Noun, Part
from rencontres.model.refusal import problem
from rencontres.model.shape import Metadata, one_of, to
from rencontres.text import Text
from rencontres.when import When

Gender: TypeAlias = Literal["unknown", "feminine", "masculine"]
NameOrder: TypeAlias = Literal["given-first", "family-first"]
Function: TypeAlias = Literal[
    "co-chair", "lead", "moderator", "facilitator", "speaker", "keynote", "rapporteur",
    "interpreter", "witness", "signatory", "head-of-delegation", "liaison", "organiser",
    "secretariat", "member", "contact", "participant",
]  # fmt: skip
FUNCTIONS: tuple[Function, ...] = get_args(Function)


@frozen(repr=False)
class Name(Part):
    """How a person is called in one language or script (nom, 姓名).

    Attributes:
        language: BCP 47.
        family: The family name (nom de famille, 姓), in the capitals it is written with.
        given: The given name (prénom, 名).
        particle: What stands before the family name and keeps its small letter: "de".
        order: Which comes first where the name is written out in full.
    """

    language: str = field(metadata={"tags": True})
    family: str
    given: str | None = None
    particle: str | None = None
    order: NameOrder = field(default="given-first", kw_only=True, metadata=one_of(NameOrder))


@frozen(repr=False)
class Post(Part):
    """An office that somebody holds (fonction, 职务).

    Attributes:
        title: Per language, in words that agree with the holder: "adjointe au maire de Tours".
        organisation: The id of the organisation where it is held.
        elected: Whether by vote (fonction élective, 民选职务); None: not known.
        since: From when.
        until: Until when, the last day included.
    """

    title: Text
    organisation: str | None = field(default=None, kw_only=True, metadata=to("organisations"))
    elected: bool | None = field(default=None, kw_only=True)
    since: When | None = field(default=None, kw_only=True)
    until: When | None = field(default=None, kw_only=True)


@frozen(repr=False, kw_only=True)
class Promise(Part):
    """Where a promise to take part stands (engagement, 承诺): who was asked, who chases, who comes.

    Attributes:
        confirmation: Where it stands (à confirmer, 待确认).
        asked: The day of the request.
        due: When the answer is due (échéance, 截止日期).
        by: The id of the person or organisation that asks and reminds.
        person: The id of the person who will come for the organisation.
    """

    confirmation: Confirmation = field(default="to-confirm", metadata=one_of(Confirmation))
    asked: date | None = None
    due: When | None = None
    by: str | None = field(default=None, metadata=to("people", "organisations"))
    person: str | None = field(default=None, metadata=to("people"))


@frozen(repr=False)
class Role(Promise):
    """A function in a session, a workshop, an event, a committee or a paper (rôle, 角色).

    Attributes:
        function: What is done: modérateur, 主持人; intervenant, 发言人; chef de file, 牵头单位.
        holder: The id of the person or organisation that does it; None: somebody is wanted.
        on_behalf_of: The id of the organisation that the holder speaks for (au nom de, 代表).
    """

    function: Function = field(metadata=one_of(Function))
    holder: str | None = field(default=None, metadata=to("people", "organisations"))
    on_behalf_of: str | None = field(default=None, kw_only=True, metadata=to("organisations"))


ROLES: Metadata = {"by": "function", "ranks": FUNCTIONS, "unique": ("function", "holder")}
"""How a tuple of roles is kept: by function, in this order; order within one means something."""


@frozen(repr=False, kw_only=True)
class Person(Noun):
    """A person (personne, 人员).

    Attributes:
        names: One for each language or script, sorted by language; at least one.
        side: The id of the side she belongs to.
        gender: For agreement in languages that need it; unknown is a value.
        posts: Her offices, the first printed.
        languages: BCP 47: what she speaks; the first is her own.
        sort_as: What she is filed under, where that is not her family name in Latin letters.
        email: One address, without a name (courriel, 电子邮箱); for the internal audience only.
        phone: As it is dialled (téléphone, 电话); for the internal audience only.
    """

    names: tuple[Name, ...] = field(metadata={"by": "language"})
    side: str | None = field(default=None, metadata=to("sides"))
    gender: Gender = field(default="unknown", metadata=one_of(Gender))
    posts: tuple[Post, ...] = ()
    languages: tuple[str, ...] = field(default=(), metadata={"tags": True})
    sort_as: str | None = None
    email: str | None = field(default=None, metadata={"form": form.EMAIL})
    phone: str | None = field(default=None, metadata={"form": form.PHONE})

    def faults(self) -> Iterator[Finding]:
        """Yield what makes this person meaningless: nobody can call her."""
        if not self.names:
            message = "a person needs a name in at least one language"
            yield problem("person.nameless", "names", message)
