"""What an import yields: things to add, things to change, and what it is not sure of."""

from __future__ import annotations

from typing import TypeAlias

from attrs import frozen

from rencontres.errors import DossierError
from rencontres.finding import Finding, path
from rencontres.model import TABLES, Dossier, Noun, Registration, Tolerance

Addition: TypeAlias = Noun | Registration | Tolerance


@frozen
class Proposal:
    """What an import proposes: nothing is changed until it is applied.

    Attributes:
        additions: Things that the dossier does not have yet.
        changes: Things in place of those that have their ids; registrations in place of that of
            the same person for the same event.
        doubts: What a person should look at before applying it.
    """

    additions: tuple[Addition, ...] = ()
    changes: tuple[Noun | Registration, ...] = ()
    doubts: tuple[Finding, ...] = ()

    def apply(self, dossier: Dossier) -> Dossier:
        """Return a dossier with the additions and the changes.

        Args:
            dossier: The dossier that the proposal was made for, or a later one.

        Raises:
            DossierError: An addition that is there already, a change of what is not there (or
                is of another kind), or a dossier that would mean nothing; all are told at once.
        """
        problems = [
            *(_there(thing) for thing in self.additions if _has(dossier, thing)),
            *(_gone(thing) for thing in self.changes if not _replaces(dossier, thing)),
        ]
        if problems:
            raise DossierError(problems=problems)
        return dossier.with_(*self.additions, *self.changes)


def _has(dossier: Dossier, thing: Addition) -> bool:
    if isinstance(thing, Noun):
        return thing.id in dossier
    if isinstance(thing, Registration):
        return any(known.key == thing.key for known in dossier.registrations)
    return thing in dossier.tolerances


def _replaces(dossier: Dossier, thing: Noun | Registration) -> bool:
    if isinstance(thing, Registration):
        return _has(dossier, thing)
    return dossier.get(type(thing), thing.id) is not None


def _place(thing: Addition) -> str:
    if isinstance(thing, Noun):
        return path(TABLES[type(thing)], thing.id)
    return "registrations" if isinstance(thing, Registration) else "tolerances"


def _there(thing: Addition) -> Finding:
    message = "this is in the dossier already: it can be changed, not added"
    return Finding("proposal.there", "error", _place(thing), message)


def _gone(thing: Noun | Registration) -> Finding:
    message = "this is not in the dossier: it can be added, not changed"
    return Finding("proposal.gone", "error", _place(thing), message)
