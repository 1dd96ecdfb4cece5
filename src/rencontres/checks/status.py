"""The status board: per workshop and side, who leads, who has confirmed, whom to call."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date

from attrs import frozen

from rencontres.checks.case import Case
from rencontres.model import Confirmation, Dossier, Organisation, Person, Side, Workshop
from rencontres.relations import OFF, SURE
from rencontres.text import Text
from rencontres.when import When

FORM = 1
"""The form of the JSON."""


@frozen(kw_only=True)
class Lead:
    """One organisation that leads, or is asked to.

    Attributes:
        pairing: The pairing, by id.
        organisation: The organisation, by id.
        name: What it is called.
        confirmation: Where its promise stands.
        asked: When it was asked.
        due: When the answer is due.
        overdue: Whether that day has passed without one.
        by: Who asks and reminds.
        person: Who will come.
    """

    pairing: str
    organisation: str
    name: Text
    confirmation: Confirmation
    asked: date | None
    due: When | None
    overdue: bool
    by: Text | None
    person: Text | None


@frozen(kw_only=True)
class Cell:
    """One side of one workshop; without leads: somebody is still to be found.

    Attributes:
        side: The side, by id.
        name: What it is called.
        leads: Who leads, or is asked to.
    """

    side: str
    name: Text
    leads: tuple[Lead, ...]

    @property
    def missing(self) -> bool:
        """Whether nobody is even asked."""
        return not self.leads

    @property
    def confirmed(self) -> bool:
        """Whether somebody leads, and all have confirmed."""
        return bool(self.leads) and all(lead.confirmation in SURE for lead in self.leads)


@frozen(kw_only=True)
class Row:
    """One workshop.

    Attributes:
        workshop: The workshop, by id.
        number: Its number.
        title: Its title.
        cells: One a side, by id of the side.
    """

    workshop: str
    number: int | None
    title: Text
    cells: tuple[Cell, ...]


@frozen(kw_only=True)
class Tally:
    """One side in figures.

    Attributes:
        side: The side, by id.
        name: What it is called.
        speakers: How many people and organisations are heard.
        levels: Levels of its authorities, and how many.
        kinds: Kinds of its organisations, and how many.
        languages: Languages of its people, and how many.
        confirmations: Where its promises to lead stand, and how many.
        funding: Whether it puts money or means into any pairing.
    """

    side: str
    name: Text
    speakers: int
    levels: tuple[tuple[str, int], ...]
    kinds: tuple[tuple[str, int], ...]
    languages: tuple[tuple[str, int], ...]
    confirmations: tuple[tuple[str, int], ...]
    funding: bool


@frozen(kw_only=True)
class Board:
    """The page that an office lives by in the months before.

    Attributes:
        today: The day it was made for.
        rows: The workshops, by number.
        tallies: The sides, by id.
    """

    today: date
    rows: tuple[Row, ...]
    tallies: tuple[Tally, ...]

    def to_json(self) -> str:
        """Return the board as JSON, always the same; its form has a number."""
        raw = {
            "rencontres-board": FORM,
            "today": self.today.isoformat(),
            "workshops": [
                {
                    "id": row.workshop,
                    "number": row.number,
                    "title": dict(row.title),
                    "sides": {
                        cell.side: [_plain(lead) for lead in cell.leads] for cell in row.cells
                    },
                }
                for row in self.rows
            ],
            "sides": {tally.side: _figures(tally) for tally in self.tallies},
        }
        return json.dumps(raw, ensure_ascii=False, indent=2) + "\n"


def board(dossier: Dossier, *, today: date) -> Board:
    """Return who leads what on each side, who has confirmed, and whom to call.

    Args:
        dossier: The dossier.
        today: The day; the library has no clock.
    """
    case = Case(dossier=dossier, today=today)
    return Board(
        today=today,
        rows=tuple(_row(case, workshop) for workshop in case.workshops),
        tallies=tuple(_tally(case, side) for side in case.sides),
    )


def _row(case: Case, workshop: Workshop) -> Row:
    found: dict[str, list[Lead]] = {side.id: [] for side in case.sides}
    for pairing in case.pairings(workshop):
        for end in pairing.ends:
            for party in end.parties:
                if party.confirmation in OFF:
                    continue
                latest = party.due.latest if party.due else None
                lead = Lead(
                    pairing=pairing.id,
                    organisation=party.organisation,
                    name=case.name(party.organisation),
                    confirmation=party.confirmation,
                    asked=party.asked,
                    due=party.due,
                    overdue=latest is not None
                    and latest < case.today
                    and party.confirmation not in SURE,
                    by=case.name(party.by) if party.by else None,
                    person=case.name(party.person) if party.person else None,
                )
                found.setdefault(end.side, []).append(lead)
    names = {side.id: side.name for side in case.sides}
    cells = (Cell(side=s, name=names[s], leads=tuple(leads)) for s, leads in sorted(found.items()))
    return Row(
        workshop=workshop.id, number=workshop.number, title=workshop.title, cells=tuple(cells)
    )


def _tally(case: Case, side: Side) -> Tally:
    parties = [
        party
        for pairing in case.dossier.pairings
        for end in pairing.ends
        if end.side == side.id
        for party in end.parties
    ]
    named = {party.organisation for party in parties if party.confirmation not in OFF}
    heard = {
        role.holder for role in case.heard() if role.holder and case.side_of(role.holder) == side.id
    }
    bodies = [b for id_ in sorted(named | heard) if (b := case.dossier.get(Organisation, id_))]
    people = [p for id_ in sorted(heard) if (p := case.dossier.get(Person, id_))]
    return Tally(
        side=side.id,
        name=side.name,
        speakers=len(heard),
        levels=_counted(body.level for body in bodies if body.level),
        kinds=_counted(body.kind for body in bodies),
        languages=_counted(tag for person in people for tag in person.languages),
        confirmations=_counted(party.confirmation for party in parties),
        funding=any(
            part.side == side.id and (part.kind == "in-kind" or part.amount != 0)
            for pairing in case.dossier.pairings
            for part in pairing.funding
        ),
    )


def _counted(words: Iterator[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(words).items()))


def _plain(lead: Lead) -> dict[str, object]:
    return {
        "pairing": lead.pairing,
        "organisation": lead.organisation,
        "name": dict(lead.name),
        "confirmation": lead.confirmation,
        "asked": lead.asked.isoformat() if lead.asked else None,
        "due": lead.due.latest.isoformat() if lead.due and lead.due.latest else None,
        "overdue": lead.overdue,
        "by": dict(lead.by) if lead.by else None,
        "person": dict(lead.person) if lead.person else None,
    }


def _figures(tally: Tally) -> dict[str, object]:
    return {
        "name": dict(tally.name),
        "speakers": tally.speakers,
        "levels": dict(tally.levels),
        "kinds": dict(tally.kinds),
        "languages": dict(tally.languages),
        "confirmations": dict(tally.confirmations),
        "funding": tally.funding,
    }
