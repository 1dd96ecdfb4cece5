"""People and bodies as a programme names them: who does what, who carries what, who she is."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from rencontres.model.noun import Confirmation
from rencontres.model.people import Function, Gender
from rencontres.text import Words
from rencontres.when import When


@frozen(kw_only=True)
class Cast:
    """Somebody, or a body, in a function; already in words, gender for what stands around it.

    Attributes:
        id: Of the person or organisation; None: wanted, nobody yet.
        name: The name alone: "Jean Dupont"; of an organisation its short name.
        formal: With the honorific: "M. Jean DUPONT", "让·杜邦先生".
        titled: With the post: "M. Jean DUPONT, adjoint au maire", "波尔多市副市长让·杜邦";
            the formal form where there is no post.
        organisation: True if it is an organisation.
        gender: For agreement; unknown is a value.
        function: What is done.
        side: Whose, by id.
        confirmation: Where the promise stands.
        unnamed: True if an organisation in a person's function has named nobody yet.
        on_behalf_of: For whom.
    """

    id: str | None
    name: Words
    formal: Words
    titled: Words
    organisation: bool
    gender: Gender
    function: Function
    side: str | None
    confirmation: Confirmation
    unnamed: bool
    on_behalf_of: Words | None


@frozen(kw_only=True)
class LeadParty:
    """An organisation at one end: its names, and where its promise stands."""

    id: str
    name: Words
    short: Words
    confirmation: Confirmation
    person: Cast | None
    asked: date | None
    due: When | None
    by: Words | None


@frozen(kw_only=True)
class LeadEnd:
    """One side's end of a pairing; empty: still to be found, named by its side.

    Attributes:
        side: Whose end, by id.
        name: What the side is called.
        parties: In the order given.
    """

    side: str
    name: Words
    parties: tuple[LeadParty, ...]


@frozen(kw_only=True)
class Lead:
    """Who carries a workshop together.

    Attributes:
        pairing: The id of the pairing; None: a role of lead without a pairing.
        name: A name of its own.
        topic: What they bring.
        function: ``lead``, ``co-chair`` or ``witness``.
        ends: One for each side of the meeting that is expected, sorted by side;
            ``View.orders`` tells in which order a language names them.
    """

    pairing: str | None
    name: Words | None
    topic: Words | None
    function: str
    ends: tuple[LeadEnd, ...]


@frozen(kw_only=True)
class PersonPage:
    """A person, in words; ``sort`` is what she is filed under; contacts for her own team only.

    Attributes:
        salutation: How a letter to her begins; None: of an organisation.
        native: The languages she speaks, her own first; from her side's where not said.
        functions: What she does in the programme, each function once; `View.copy_of` says where.
    """

    id: str
    name: Words
    formal: Words
    titled: Words
    salutation: Words | None
    gender: Gender
    side: str | None
    posts: tuple[Words, ...]
    sort: str
    native: tuple[str, ...]
    email: str | None
    phone: str | None
    functions: tuple[Function, ...]
