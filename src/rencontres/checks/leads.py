"""RC101 to RC105: workshops, and who leads them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rencontres.checks.case import Case
from rencontres.checks.rule import Example, Found, found, rule
from rencontres.model import Pairing, Party, Side, Workshop
from rencontres.relations import OFF, SURE, carriers

PAIR = {
    "river": {"workshop": "water", "ends": {"a": {"ash": "confirmed"}, "b": {"kita": "confirmed"}}}
}
PAIRED = Example(tables={"pairings": PAIR})
"""A dossier with one pairing, both of whose ends have confirmed."""


@rule(
    "RC101", "warning", "A workshop without a pairing",
    why="A workshop that nobody carries together will not be held.",
    fails=Example(tables={}), passes=PAIRED,
)  # fmt: skip
def no_pair(case: Case) -> Iterator[Found]:
    for workshop in case.workshops:
        if not case.pairings(workshop):
            yield found(workshop, "Workshop %(workshop)s has no pairing.", workshop=workshop)


def _leading(case: Case, workshop: Workshop) -> Counter[str | None]:
    """Count the leads of each side that somebody still counts on."""
    return Counter(
        each.side
        for each in carriers(case.relations, workshop)
        if each.function == "lead" and each.promise.confirmation not in OFF
    )


@rule(
    "RC102", "warning", "A workshop without a lead on one side",
    why="Each side answers for its half of a workshop; limit: days before the event, from which it is an error.",
    limit=30,
    fails=Example(tables={"pairings": {"river": {"workshop": "water", "ends": {"a": ["ash"]}}}}),
    passes=PAIRED,
)  # fmt: skip
def missing_side(case: Case, limit: float) -> Iterator[Found]:
    near = _days_left(case) < limit
    for workshop in case.workshops:
        counts = _leading(case, workshop)
        for side in case.sides:
            if not counts[side.id]:
                message = "Workshop %(workshop)s has no lead on one side: %(side)s."
                yield found(
                    workshop, message, "error" if near else "warning", workshop=workshop, side=side
                )


def _days_left(case: Case) -> float:
    return (case.days[0] - case.today).days if case.days else float("inf")


def _parties(case: Case, workshop: Workshop) -> Iterator[tuple[Pairing, str, Party]]:
    for pairing in case.pairings(workshop):
        for end in pairing.ends:
            for party in end.parties:
                yield pairing, end.side, party


@rule(
    "RC103", "warning", "A lead still to be confirmed",
    why="A name in a programme that has not said yes is a promise that others make.",
    fails=Example(tables={"pairings": {"river": {"workshop": "water", "ends": {"a": ["ash"], "b": ["kita"]}}}}),
    passes=PAIRED,
)  # fmt: skip
def unconfirmed(case: Case) -> Iterator[Found]:
    for workshop in case.workshops:
        for pairing, side, party in _parties(case, workshop):
            if party.confirmation not in SURE | OFF:
                yield found(
                    (pairing, "ends", side, party.organisation),
                    "Workshop %(workshop)s: lead %(organisation)s still to be confirmed.",
                    workshop=workshop,
                    organisation=case.name(party.organisation),
                )


@rule(
    "RC104", "info", "A pairing of which one end has confirmed",
    why="The end that has said yes waits for the other.",
    fails=Example(tables={"pairings": {"river": {"workshop": "water", "ends": {"a": {"ash": "confirmed"}, "b": ["kita"]}}}}),
    passes=PAIRED,
)  # fmt: skip
def half_confirmed(case: Case) -> Iterator[Found]:
    for pairing in case.dossier.pairings:
        sure = [end for end in pairing.ends if any(p.confirmation in SURE for p in end.parties)]
        asked = [end for end in pairing.ends if any(p.confirmation not in OFF for p in end.parties)]
        if len(sure) == 1 and len(asked) > 1:
            names = tuple(
                case.name(p.organisation) for p in sure[0].parties if p.confirmation in SURE
            )
            message = "Pairing “%(pairing)s”: only one end has confirmed (%(organisations)s)."
            yield found(pairing, message, pairing=pairing, organisations=names)


@rule(
    "RC105", "warning", "A pairing with one side only",
    why="A pairing is of two; its other end is still to be found.",
    fails=Example(tables={"pairings": {"river": {"workshop": "water", "ends": {"a": ["ash"], "b": []}}}}),
    passes=PAIRED,
)  # fmt: skip
def one_sided(case: Case) -> Iterator[Found]:
    for pairing in case.dossier.pairings:
        held = {
            end.side for end in pairing.ends if any(p.confirmation not in OFF for p in end.parties)
        }
        if len(held) == 1:
            for side in _absent(case, held):
                message = "Pairing “%(pairing)s” has no partner on one side: %(side)s."
                yield found(pairing, message, pairing=pairing, side=side)
    for workshop in case.workshops:
        for position, entry in enumerate(workshop.entries):
            if entry.kind == "unclassified":
                message = "An entry of workshop %(workshop)s is no pairing yet: “%(entry)s”."
                yield found(
                    (workshop, "entries", position), message, workshop=workshop, entry=entry.text
                )


def _absent(case: Case, held: set[str]) -> Iterator[Side]:
    return (side for side in case.sides if side.id not in held)
