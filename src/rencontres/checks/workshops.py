"""RC106 to RC113: whom pairings bring together, and what workshops are for."""

from __future__ import annotations

from collections.abc import Iterator

from rencontres.checks.case import Case
from rencontres.checks.leads import PAIR, PAIRED
from rencontres.checks.rule import Example, Found, found, rule
from rencontres.model import Organisation, Pairing, Party

_LADDER = {"local": 0, "intermunicipal": 0, "intermediate": 1, "regional": 2}


@rule(
    "RC106", "info", "A pairing of authorities of very different levels",
    why="Far apart on the ladder, the two may not have the same powers; limit: steps between them.",
    limit=2,
    fails=Example(tables={"pairings": {"river": {"workshop": "water", "ends": {"a": ["ash"], "b": ["minami"]}}}}),
    passes=PAIRED,
)  # fmt: skip
def level_mismatch(case: Case, limit: float) -> Iterator[Found]:
    for pairing in case.dossier.pairings:
        levels: dict[str, list[Organisation]] = {}
        for end in pairing.ends:
            bodies = [case.organisation(party.organisation) for party in end.parties]
            levels[end.side] = [body for body in bodies if body and body.level]
        if len(levels) < 2 or not all(levels.values()):
            continue
        ends = list(levels.values())
        steps = [{_LADDER[body.level or "local"] for body in bodies} for bodies in ends]
        nearest = min(abs(one - other) for one in steps[0] for other in steps[1])
        if nearest >= limit:
            message = "Pairing “%(pairing)s”: the levels of its authorities are far apart."
            yield found(pairing, message, pairing=pairing)


@rule(
    "RC107", "info", "A lead that is no local authority",
    why="Others may carry a workshop; it should be known that they do.",
    fails=Example(tables={"pairings": {"river": {"workshop": "water", "ends": {"a": ["ash"], "b": ["college"]}}}}),
    passes=PAIRED,
)  # fmt: skip
def not_authority(case: Case) -> Iterator[Found]:
    for pairing in case.dossier.pairings:
        for end in pairing.ends:
            bodies = [(p, case.organisation(p.organisation)) for p in end.parties]
            if pairing.function != "lead" or any(
                body and body.kind == "authority" for _, body in bodies
            ):
                continue
            for party, body in bodies:
                if body is not None and body.identified:
                    message = "A lead is no local authority: %(organisation)s."
                    yield found(
                        (pairing, "ends", end.side, party.organisation), message, organisation=body
                    )


@rule(
    "RC108", "info", "The same two parties in several pairings",
    why="It may be meant; it should not be a surprise.",
    fails=Example(tables={
        "workshops": {"soil": {"event": "meeting", "number": 2, "title": {"en": "Soil"}}},
        "pairings": {**PAIR, "land": {"workshop": "soil", "ends": {"a": ["ash"], "b": ["kita"]}}},
    }),
    passes=PAIRED,
)  # fmt: skip
def same_pair_twice(case: Case) -> Iterator[Found]:
    seen: dict[tuple[str, str], list[Pairing]] = {}
    for pairing in case.dossier.pairings:
        if len(pairing.ends) < 2:
            continue
        for one in pairing.ends[0].parties:
            for other in pairing.ends[1].parties:
                pair = (_identity(case, one), _identity(case, other))
                known = seen.setdefault(pair, [])
                if pairing not in known:
                    known.append(pairing)
    for pair, pairings in seen.items():
        if len(pairings) > 1:
            yield found(
                pairings[-1],
                "%(parties)s stand together in %(number)s pairings.",
                parties=case.together((case.side_of(id_), id_) for id_ in pair),
                number=len(pairings),
            )


def _identity(case: Case, party: Party) -> str:
    """Return whom a party most likely is: of an unidentified one, its first candidate."""
    body = case.organisation(party.organisation)
    if body is not None and not body.identified and body.candidates:
        return body.candidates[0]
    return party.organisation


@rule(
    "RC111", "warning", "A workshop without a question to answer",
    why="Without a problem statement a workshop is a series of speeches.",
    fails=Example(tables={}),
    passes=Example(tables={"workshops": {"water": {"problem": {"en": "Who pays?"}}}}),
)  # fmt: skip
def no_problem(case: Case) -> Iterator[Found]:
    for workshop in case.workshops:
        if workshop.problem is None:
            yield found(
                workshop, "Workshop %(workshop)s has no problem statement.", workshop=workshop
            )


@rule(
    "RC112", "info", "A workshop without an expected outcome",
    why="What is to come out of it decides who must come.",
    since="call",
    fails=Example(tables={}),
    passes=Example(tables={"workshops": {"water": {"outcome": {"en": "A charter"}}}}),
)  # fmt: skip
def no_outcome(case: Case) -> Iterator[Found]:
    for workshop in case.workshops:
        if workshop.outcome is None:
            yield found(
                workshop, "Workshop %(workshop)s has no expected outcome.", workshop=workshop
            )


@rule(
    "RC113", "warning", "A workshop without a moderator",
    why="Somebody has to lead back to what can be done.",
    since="programme",
    fails=Example(tables={"workshops": {"water": {"roles": {"moderator": []}}}} ),
    passes=Example(tables={"workshops": {"water": {"roles": {"moderator": ["ann"]}}}}),
)  # fmt: skip
def no_moderator(case: Case) -> Iterator[Found]:
    for workshop in case.workshops:
        roles = list(workshop.roles)
        for session in case.relations.sessions.get(workshop.id, ()):
            roles += session.roles
        moderators = [r for r in case.live(roles) if r.function in ("moderator", "facilitator")]
        if not any(role.holder for role in moderators):
            yield found(workshop, "Workshop %(workshop)s has no moderator.", workshop=workshop)
