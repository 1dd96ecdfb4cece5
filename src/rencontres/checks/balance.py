"""RC201 to RC208: whether both sides, all levels and all kinds of actors are heard."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rencontres.checks.case import SPEAKING, Case
from rencontres.checks.rule import Example, Found, found, rule
from rencontres.model import Organisation, Person, Workshop
from rencontres.relations import OFF
from rencontres.wording.values import Counted

_ANN = {"water": {"roles": {"speaker": ["ann"]}}}
_BOTH = {"water": {"roles": {"speaker": ["ann", "ken"]}}}
_TALK = {"event": "meeting", "day": "2026-10-05"}


def _share(part: int, whole: int) -> int:
    return round(100 * part / whole)


@rule(
    "RC201", "warning", "One side that is hardly heard",
    why="A meeting of two sides is a conversation; limit: per cent of those who are heard.",
    since="programme",
    limit=35,
    fails=Example(tables={"workshops": {"water": {"roles": {"speaker": ["ann", "ash", "elm"]}}}}),
    passes=Example(tables={"workshops": _BOTH}),
)  # fmt: skip
def side_imbalance(case: Case, limit: float) -> Iterator[Found]:
    counts = Counter(named for role in case.heard() if (named := case.side_of(role.holder)))
    whole = sum(counts.values())
    if whole < 3 or len(case.sides) != 2:
        return
    for side in case.sides:
        share = _share(counts[side.id], whole)
        if share < limit:
            message = "One side is only %(share)s%% of those who are heard: %(side)s."
            yield found(side, message, share=share, side=side)


def _authorities(case: Case) -> list[Organisation]:
    named = {
        party.organisation
        for pairing in case.dossier.pairings
        for end in pairing.ends
        for party in end.parties
        if party.confirmation not in OFF
    }
    named |= {role.holder for role in case.heard() if role.holder}
    bodies = (case.organisation(id_) for id_ in sorted(named))
    return [body for body in bodies if body is not None and body.level is not None]


def _level(body: Organisation) -> str:
    return "local" if body.level == "intermunicipal" else body.level or "local"


@rule(
    "RC202", "warning", "Local authorities of hardly more than one level",
    why="“Not only regional councils”; limit: per cent of one level.",
    since="call",
    limit=60,
    fails=Example(tables={"organisations": {"oak": {"name": {"en": "Oak"}, "side": "a", "level": "regional"}},
                          "pairings": {"river": {"workshop": "water", "ends": {"a": ["elm", "oak", "ash"], "b": ["minami"]}}}}),
    passes=Example(tables={"pairings": {"river": {"workshop": "water", "ends": {"a": ["elm", "ash"], "b": ["minami", "kita"]}}}}),
)  # fmt: skip
def one_level(case: Case, limit: float) -> Iterator[Found]:
    counts = Counter(map(_level, _authorities(case)))
    whole = sum(counts.values())
    for level, number in sorted(counts.items()):
        if whole > 3 and _share(number, whole) > limit:
            message = {
                "local": "%(share)s%% of the authorities are local.",
                "intermediate": "%(share)s%% of the authorities are of the intermediate level.",
                "regional": "%(share)s%% of the authorities are regional.",
            }[level]
            yield found(case.event, message, share=_share(number, whole))


@rule(
    "RC203", "warning", "A level of local authorities that is absent",
    why="Towns and regions do not do the same things.",
    since="call",
    fails=Example(tables={"pairings": {"river": {"workshop": "water", "ends": {"a": ["elm"], "b": ["minami"]}}}}),
    passes=Example(tables={"pairings": {"river": {"workshop": "water", "ends": {"a": ["elm", "ash"], "b": ["minami"]}}}}),
)  # fmt: skip
def level_missing(case: Case) -> Iterator[Found]:
    present = set(map(_level, _authorities(case)))
    if present and "local" not in present:
        yield found(case.event, "No authority of the local level takes part.")
    if present and "regional" not in present:
        yield found(case.event, "No authority of the regional level takes part.")


_INSTITUTIONS = frozenset({"authority", "state", "network"})


def _actor(case: Case, holder: str) -> bool:
    """Tell whether somebody is an actor of a territory, not an institution."""
    thing = case.dossier[holder]
    if isinstance(thing, Person):
        bodies = [case.organisation(post.organisation) for post in thing.posts]
        known = [body for body in bodies if body is not None]
        return not known or any(body.kind not in _INSTITUTIONS for body in known)
    return isinstance(thing, Organisation) and thing.kind not in _INSTITUTIONS


def _holders(case: Case, workshop: Workshop) -> set[str]:
    holders = {r.holder for r in case.live(workshop.roles) if r.function in SPEAKING and r.holder}
    for session in case.relations.sessions.get(workshop.id, ()):
        holders |= {
            r.holder for r in case.live(session.roles) if r.function in SPEAKING and r.holder
        }
    for pairing in case.pairings(workshop):
        holders |= {p.organisation for end in pairing.ends for p in end.parties}
    return holders


@rule(
    "RC204", "warning", "A workshop of institutions only",
    why="The force of a meeting comes from those who do the work.",
    since="programme",
    fails=Example(tables={"pairings": {"river": {"workshop": "water", "ends": {"a": ["ash"], "b": ["kita"]}}}}),
    passes=Example(tables={"pairings": {"river": {"workshop": "water", "ends": {"a": ["ash"], "b": ["college"]}}}}),
)  # fmt: skip
def institutions_only(case: Case) -> Iterator[Found]:
    for workshop in case.workshops:
        holders = _holders(case, workshop)
        if holders and not any(_actor(case, holder) for holder in sorted(holders)):
            yield found(
                workshop, "Workshop %(workshop)s: only institutions are heard.", workshop=workshop
            )


@rule(
    "RC205", "info", "Somebody who speaks very often",
    why="Others could be heard; limit: active roles.",
    since="programme",
    limit=3,
    fails=Example(tables={"sessions": {
        f"s{n}": {**_TALK, "title": {"en": f"Talk {n}"}, "hours": f"{n:02}:00-{n:02}:30", "roles": {"speaker": ["ann"]}}
        for n in range(9, 13)}}),
    passes=Example(tables={"workshops": _ANN}),
)  # fmt: skip
def too_often(case: Case, limit: float) -> Iterator[Found]:
    counts = Counter(role.holder for role in case.heard() if role.holder)
    for holder, number in sorted(counts.items()):
        person = case.dossier.get(Person, holder)
        if person is not None and number > limit:
            message = "%(person)s has %(functions)s."
            yield found(person, message, person=person, functions=Counted(number, "function"))


@rule(
    "RC206", "info", "Few women among those who are heard",
    why="Many offices have undertaken to look; limit: per cent.",
    since="programme",
    limit=30,
    on=False,
    fails=Example(tables={"workshops": {"water": {"roles": {"speaker": ["ken"]}}}}),
    passes=Example(tables={"workshops": _BOTH}),
)  # fmt: skip
def few_women(case: Case, limit: float) -> Iterator[Found]:
    people = {role.holder: case.dossier.get(Person, role.holder) for role in case.heard()}
    genders = Counter(person.gender for person in people.values() if person is not None)
    whole = genders["feminine"] + genders["masculine"]
    share = _share(genders["feminine"], whole) if whole else 100
    if share < limit:
        yield found(case.event, "Women are %(share)s%% of those who are heard.", share=share)


@rule(
    "RC208", "warning", "A pairing that one side alone pays for",
    why="What one side pays for is that side’s project.",
    since="call",
    fails=Example(tables={"pairings": {"river": {
        "workshop": "water", "ends": {"a": ["ash"], "b": ["kita"]}, "funding": {"a": {"amount": 1000, "currency": "EUR"}}}}}),
    passes=Example(tables={"pairings": {"river": {
        "workshop": "water", "ends": {"a": ["ash"], "b": ["kita"]},
        "funding": {"a": {"amount": 1000, "currency": "EUR"}, "b": {"kind": "in-kind"}}}}}),
)  # fmt: skip
def one_pays(case: Case) -> Iterator[Found]:
    for pairing in case.dossier.pairings:
        paying = {
            part.side for part in pairing.funding if part.kind == "in-kind" or part.amount != 0
        }
        if len(paying) == 1:
            for side in case.sides:
                if side.id not in paying:
                    message = "Pairing “%(pairing)s” has no cofinancing from one side: %(side)s."
                    yield found((pairing, "funding"), message, pairing=pairing, side=side)
