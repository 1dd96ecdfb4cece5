"""Who is told that a thing exists at all, where it does not say so itself."""

from __future__ import annotations

from collections.abc import Mapping

from rencontres.model.noun import Audience, Noun
from rencontres.model.record import Action, Delegation, Note, Paper, Registration, Tolerance

_HOME: Mapping[type, Audience] = {
    Note: "partners",
    Action: "partners",
    Paper: "partners",
    Delegation: "partners",
    Registration: "internal",
    Tolerance: "internal",
}


def audience_of(thing: Noun | Registration | Tolerance) -> Audience:
    """Return the audience of a thing: its own word, else that of its kind.

    Programmes are public; notes, actions, papers and delegations are for partners; registrations
    and the positions of a side are internal.

    Args:
        thing: A noun, a registration or a tolerance.
    """
    said: Audience | None = thing.audience if isinstance(thing, Noun) else None
    if said is not None:
        return said
    if isinstance(thing, Note) and thing.kind == "position":
        return "internal"
    return _HOME.get(type(thing), "public")
