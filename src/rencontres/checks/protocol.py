"""RC701 to RC704: ceremony, chairs of both sides, and whose turn it is to host."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from rencontres.checks.case import Case
from rencontres.checks.rule import Example, Found, found, rule
from rencontres.model import Event

_CEREMONIAL = frozenset({"opening", "ceremony", "closing", "signing"})
_ASIDE = frozenset({"meal", "break", "transfer"})
_TALK = {"event": "meeting", "title": {"en": "Talk"}, "day": "2026-10-05"}


@rule(
    "RC701", "warning", "Much ceremony",
    why="“Too protocolary and not operational enough”; limit: per cent of the hours.",
    since="programme",
    limit=25,
    fails=Example(tables={"sessions": {
        "start": {**_TALK, "kind": "opening", "hours": "09:00-10:00"}, "talk": {**_TALK, "hours": "10:00-11:00"}}}),
    passes=Example(tables={"sessions": {
        "start": {**_TALK, "kind": "opening", "hours": "09:00-10:00"}, "talk": {**_TALK, "hours": "10:00-16:00"}}}),
)  # fmt: skip
def much_ceremony(case: Case, limit: float) -> Iterator[Found]:
    event = case.event
    if event is None:
        return
    ceremony = whole = timedelta()
    for session in case.relations.programmes.get(event.id, ()):
        if session.start is None or session.end is None or session.kind in _ASIDE:
            continue
        length = session.end - session.start
        whole += length
        if session.kind in _CEREMONIAL:
            ceremony += length
    share = round(100 * (ceremony / whole)) if whole else 0
    if share > limit:
        yield found(
            event, "“%(event)s”: %(share)s%% of the time is ceremony.", event=event, share=share
        )


_CHAIR = {"name": {"en": "Committee"}, "sides": ["a", "b"]}


@rule(
    "RC702", "error", "A committee that one side chairs alone",
    why="A committee of two sides has a chair of each.",
    fails=Example(tables={"committees": {"board": {**_CHAIR, "chairs": {"a": "ann"}}}}),
    passes=Example(tables={"committees": {"board": {**_CHAIR, "chairs": {"a": "ann", "b": "ken"}}}}),
)  # fmt: skip
def one_chair(case: Case) -> Iterator[Found]:
    for committee in case.dossier.committees:
        held = {chair.side for chair in committee.chairs}
        absent = [s for s in case.sides if s.id in committee.sides and s.id not in held]
        if held and absent and len(committee.sides) > 1:
            for side in absent:
                message = "“%(committee)s” has no chair of one side: %(side)s."
                yield found((committee, "chairs"), message, committee=committee, side=side)


_EDITION = {"series": "rivers", "place": "port", "title": {"en": "Edition"}}


@rule(
    "RC704", "info", "Several editions in a row on one side",
    why="The sides take turns; limit: editions in a row.",
    limit=1,
    on=False,
    fails=Example(tables={"events": {"first": {**_EDITION, "ordinal": 1}, "second": {**_EDITION, "ordinal": 2}}}),
    passes=Example(tables={"events": {"first": {**_EDITION, "ordinal": 1}}}),
)  # fmt: skip
def same_host(case: Case, limit: float) -> Iterator[Found]:
    series: dict[str, list[Event]] = {}
    for event in case.dossier.events:
        if event.series is not None and event.ordinal is not None:
            series.setdefault(event.series, []).append(event)
    for editions in series.values():
        row: list[Event] = []
        for event in sorted(editions, key=lambda each: (each.ordinal or 0, each.id)):
            side = case.relations.side_of_place(event.place)
            last = case.relations.side_of_place(row[-1].place) if row else None
            row = [*row, event] if side is not None and side == last else [event]
            if side is not None and len(row) > max(limit, 1):
                message = "%(number)s editions in a row are held on one side: %(side)s."
                yield found((event, "place"), message, number=len(row), side=side)
