"""The status board: per workshop and side, who leads, who has confirmed, whom to call."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from attrs import field, frozen

from rencontres.checks.case import SPEAKING, Case
from rencontres.model import (
    Dossier,
    Event,
    Function,
    Organisation,
    Person,
    Promise,
    Role,
    Workshop,
)
from rencontres.relations import OFF, SURE, Carrier, carriers, parties

Counts = tuple[tuple[str, int], ...]


@frozen(kw_only=True)
class Call:
    """Somebody who carries a workshop for a side, or is asked to.

    Attributes:
        pairing: In which pairing, by id; None: a role of lead without a pairing.
        holder: The organisation or person, by id.
        function: As what: ``lead``, ``co-chair``, ``witness``.
        promise: Where the promise stands: asked when, answer due when, chased by whom, who comes.
        overdue: Whether the answer should have come before today.
    """

    pairing: str | None
    holder: str
    function: Function
    promise: Promise
    overdue: bool

    @property
    def live(self) -> bool:
        """Whether somebody still counts on it."""
        return self.promise.confirmation not in OFF


@frozen(kw_only=True)
class Cell:
    """One side of one workshop.

    Attributes:
        side: The side, by id; None: those who belong to no side.
        calls: Who carries it, or is asked to, or has declined, in the order given.
    """

    side: str | None
    calls: tuple[Call, ...]

    @property
    def _leads(self) -> tuple[Call, ...]:
        return tuple(call for call in self.calls if call.live and call.function == "lead")

    @property
    def missing(self) -> bool:
        """Whether a lead is still to be found: nobody is asked, or whoever was has declined."""
        return not self._leads

    @property
    def confirmed(self) -> bool:
        """Whether somebody leads, and all who do have confirmed."""
        return not self.missing and all(c.promise.confirmation in SURE for c in self._leads)


@frozen(kw_only=True)
class Row:
    """One workshop.

    Attributes:
        workshop: The workshop, by id; None: pairings that belong to none yet.
        event: Its event, by id.
        cells: One for each side that takes part in the event, sorted by id of the side.
    """

    workshop: str | None
    event: str | None
    cells: tuple[Cell, ...]


@frozen(kw_only=True)
class Tally:
    """One side in figures.

    Attributes:
        side: The side, by id.
        confirmations: Where the promises of its calls stand, and how many.
        missing: How many workshops have no lead of this side.
        speakers: How many people and organisations are heard, in workshops and sessions.
        levels: Levels of its authorities, and how many.
        kinds: Kinds of its organisations, and how many.
        languages: Languages of its speakers, BCP 47, and how many.
        funding: Whether it puts money or means into any pairing.
    """

    side: str
    confirmations: Counts
    missing: int
    speakers: int
    levels: Counts
    kinds: Counts
    languages: Counts
    funding: bool


@frozen(kw_only=True)
class Board:
    """The page that an office lives by in the months before.

    It speaks of the whole dossier. Passed to ``view``, it is redacted for the reader, and put in
    her words.

    Attributes:
        dossier: The dossier.
        today: The day it was made for.
        rows: The workshops: those of the event that is prepared first, by number.
        tallies: The sides, by id.
    """

    dossier: Dossier = field(repr=False)
    today: date
    rows: tuple[Row, ...]
    tallies: tuple[Tally, ...]

    @property
    def overdue(self) -> tuple[Call, ...]:
        """Whom to call first: those whose answer should have come before today."""
        return tuple(c for row in self.rows for cell in row.cells for c in cell.calls if c.overdue)


def board(dossier: Dossier, *, today: date) -> Board:
    """Return who leads what on each side, who has confirmed, and whom to call.

    Args:
        dossier: The dossier.
        today: The day; the library has no clock.
    """
    return chart(dossier, today, lambda _: True, lambda _: True)


def chart(
    dossier: Dossier,
    today: date,
    rows: Callable[[Row], bool],
    events: Callable[[str | None], bool],
) -> Board:
    """Return a board of some rows, whose figures are of these rows alone.

    Args:
        dossier: The dossier.
        today: The day.
        rows: Tells whether a row is wanted.
        events: Tells whether the speakers of an event are counted, by its id.
    """
    case = Case(dossier=dossier, today=today)
    kept = tuple(row for row in _rows(case) if rows(row))
    heard = tuple(_heard(case, events))
    tallies = tuple(_tally(case, side.id, kept, heard) for side in case.sides)
    return Board(dossier=dossier, today=today, rows=kept, tallies=tallies)


def _rows(case: Case) -> Iterator[Row]:
    main = case.event.id if case.event else None

    def order(workshop: Workshop) -> tuple[object, ...]:
        unnumbered = workshop.number is None
        event = workshop.event or ""
        return workshop.event not in (main, None), event, unnumbered, workshop.number, workshop.id

    for workshop in sorted(case.dossier.workshops, key=order):
        carried = carriers(case.relations, workshop)
        yield _row(case, workshop.id, workshop.event, carried)
    loose = [one for each in case.dossier.pairings if not each.workshop for one in parties(each)]
    if loose:
        yield _row(case, None, None, loose)


def _row(case: Case, workshop: str | None, event: str | None, carried: Iterable[Carrier]) -> Row:
    taking_part = case.relations.sides_of(case.dossier.get(Event, event)) if workshop else ()
    cells: dict[str | None, list[Call]] = {side.id: [] for side in taking_part}
    for each in carried:
        cells.setdefault(each.side, []).append(_call(case, each))
    ordered = sorted(cells.items(), key=lambda cell: (cell[0] is None, cell[0] or ""))
    told = (Cell(side=side, calls=tuple(calls)) for side, calls in ordered)
    return Row(workshop=workshop, event=event, cells=tuple(told))


def _call(case: Case, each: Carrier) -> Call:
    promise = each.promise
    latest = promise.due.latest if promise.due else None
    waited = latest is not None and latest < case.today
    return Call(
        pairing=each.pairing,
        holder=each.holder,
        function=each.function,
        promise=promise,
        overdue=waited and promise.confirmation not in SURE | OFF,
    )


def _heard(case: Case, events: Callable[[str | None], bool]) -> Iterator[Role]:
    """Yield the roles of those who are heard in workshops, and in sessions that are held."""
    for workshop in case.dossier.workshops:
        if events(workshop.event):
            yield from case.live(workshop.roles)
    for session in case.held():
        of = case.dossier.get(Workshop, session.workshop)
        if events(session.event or (of.event if of else None)):
            yield from case.live(session.roles)


def _tally(case: Case, side: str, rows: tuple[Row, ...], roles: tuple[Role, ...]) -> Tally:
    cells = [(row, cell) for row in rows for cell in row.cells if cell.side == side]
    calls = [call for _, cell in cells for call in cell.calls]
    heard = {
        role.holder
        for role in roles
        if role.function in SPEAKING and role.holder and case.side_of(role.holder) == side
    }
    named = sorted(heard | {call.holder for call in calls if call.live})
    bodies = [body for id_ in named if (body := case.dossier.get(Organisation, id_))]
    people = [person for id_ in sorted(heard) if (person := case.dossier.get(Person, id_))]
    workshops = {row.workshop for row in rows}
    return Tally(
        side=side,
        confirmations=_counted(call.promise.confirmation for call in calls),
        missing=sum(cell.missing for row, cell in cells if row.workshop is not None),
        speakers=len(heard),
        levels=_counted(body.level for body in bodies if body.level),
        kinds=_counted(body.kind for body in bodies),
        languages=_counted(tag for person in people for tag in person.languages),
        funding=any(
            part.side == side and (part.kind == "in-kind" or part.amount != 0)
            for pairing in case.dossier.pairings
            if pairing.workshop in workshops
            for part in pairing.funding
        ),
    )


def _counted(words: Iterable[str]) -> Counts:
    return tuple(sorted(Counter(words).items()))
