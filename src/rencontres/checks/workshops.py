"""RC106 to RC113: whom pairings bring together, and what workshops are for."""

from __future__ import annotations

from collections.abc import Iterator

from rencontres.checks.case import Case
from rencontres.checks.rule import Example, Found, Rule, found, rule
from rencontres.model import Organisation, Pairing, Party

_PAIR = {
    "river": {"workshop": "water", "ends": {"a": {"ash": "confirmed"}, "b": {"kita": "confirmed"}}}
}
_PAIRED = Example(tables={"pairings": _PAIR})
_LADDER = {"local": 0, "intermunicipal": 0, "intermediate": 1, "regional": 2}


@rule(
    "RC106", "info", "A pairing of authorities of very different levels",
    why="Two steps of the ladder apart, the two may lack the same powers.",
    limit=2,
    fails=Example(tables={"pairings": {"river": {"workshop": "water", "ends": {"a": ["ash"], "b": ["minami"]}}}}),
    passes=_PAIRED,
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
            yield found(
                case.where(pairing),
                "Levels differ in %(pairing)s: %(first)s, %(second)s.",
                pairing=case.name(pairing),
                first=ends[0][0].name,
                second=ends[1][0].name,
            )


@rule(
    "RC107", "info", "A lead that is no local authority",
    why="Others may carry a workshop; it should be known that they do.",
    fails=Example(tables={"pairings": {"river": {"workshop": "water", "ends": {"a": ["ash"], "b": ["college"]}}}}),
    passes=_PAIRED,
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
                    yield found(
                        case.where(pairing, "ends", end.side, party.organisation),
                        "Lead %(organisation)s is no local authority.",
                        organisation=body.name,
                    )


@rule(
    "RC108", "info", "The same two parties in several pairings",
    why="It may be meant; it should not be a surprise.",
    fails=Example(tables={
        "workshops": {"soil": {"event": "meeting", "number": 2, "title": {"en": "Soil"}}},
        "pairings": {**_PAIR, "land": {"workshop": "soil", "ends": {"a": ["ash"], "b": ["kita"]}}},
    }),
    passes=_PAIRED,
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
    for (one_id, other_id), pairings in seen.items():
        if len(pairings) > 1:
            yield found(
                case.where(pairings[-1]),
                "%(first)s and %(second)s stand together in %(number)s pairings.",
                first=case.name(one_id),
                second=case.name(other_id),
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
                case.where(workshop),
                "Workshop %(workshop)s has no problem statement.",
                workshop=case.name(workshop),
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
                case.where(workshop),
                "Workshop %(workshop)s has no expected outcome.",
                workshop=case.name(workshop),
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
            yield found(
                case.where(workshop),
                "Workshop %(workshop)s has no moderator.",
                workshop=case.name(workshop),
            )


RULES: tuple[Rule, ...] = (
    level_mismatch, not_authority, same_pair_twice, no_problem, no_outcome, no_moderator,
)  # fmt: skip
