"""RC501 to RC508: actions, documents, attendance, and what is still to be learnt."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from rencontres.checks.case import Case
from rencontres.checks.rule import Example, Found, found, rule
from rencontres.model import Action, Event, Session

_LETTER = {"letter": {"title": {"en": "Letter"}}}
_OPEN = frozenset({"open", "in-progress"})


def _open(case: Case) -> Iterator[Action]:
    return (action for action in case.dossier.actions if action.status in _OPEN)


@rule(
    "RC501", "warning", "An action without an owner",
    why="What nobody owns, nobody does.",
    fails=Example(tables={"actions": _LETTER}),
    passes=Example(tables={"actions": {"letter": {"title": {"en": "Letter"}, "owners": ["ash"]}}}),
)  # fmt: skip
def no_owner(case: Case) -> Iterator[Found]:
    for action in _open(case):
        if not action.owners:
            yield found(action, "Action “%(action)s” has no owner.", action=action)


@rule(
    "RC502", "info", "An action without a date, or with a fuzzy one",
    why="“Before summer” is understood in as many ways as there are readers.",
    fails=Example(tables={"actions": {"letter": {"title": {"en": "Letter"}, "due": "2026-22"}}}),
    passes=Example(tables={"actions": {"letter": {"title": {"en": "Letter"}, "due": "2026-05-31"}}}),
)  # fmt: skip
def no_date(case: Case) -> Iterator[Found]:
    for action in _open(case):
        due = action.due
        if due is None:
            yield found(action, "Action “%(action)s” has no date.", action=action)
        elif due.latest is None:
            message = "The deadline of “%(action)s” is no date: %(when)s."
            yield found((action, "due"), message, action=action, when=due)
        elif due.before or due.day is None:
            message = "The deadline of “%(action)s” is fuzzy (%(when)s): it is taken for %(day)s."
            yield found((action, "due"), message, action=action, when=due, day=due.latest)


@rule(
    "RC503", "warning", "An action that is overdue",
    why="It is time to ask, or to say that it no longer matters.",
    fails=Example(tables={"actions": {"letter": {"title": {"en": "Letter"}, "due": "2026-08-01"}}}),
    passes=Example(tables={"actions": {"letter": {"title": {"en": "Letter"}, "due": "2026-10-01"}}}),
)  # fmt: skip
def overdue(case: Case) -> Iterator[Found]:
    for action in _open(case):
        latest = action.due.latest if action.due else None
        if latest is not None and latest < case.today:
            message = "“%(action)s” was due on %(day)s and is not done."
            yield found((action, "due"), message, action=action, day=latest)


@rule(
    "RC504", "warning", "A document that is cited and not held",
    why="What is cited will be asked for.",
    fails=Example(tables={"papers": {"signed": {"title": {"en": "Sign-in sheet"}, "status": "missing"}}}),
    passes=Example(tables={"papers": {"signed": {"title": {"en": "Sign-in sheet"}, "status": "received"}}}),
)  # fmt: skip
def missing_paper(case: Case) -> Iterator[Found]:
    for paper in case.dossier.papers:
        if paper.status == "missing":
            yield found(paper, "Cited document not held: “%(paper)s”.", paper=paper)


@rule(
    "RC505", "info", "An attendance that names nobody",
    why="Who was there decides who was told.",
    fails=Example(tables={"events": {"meeting": {"attendance": {"estimate": 10}}}}),
    passes=Example(tables={"events": {"meeting": {"attendance": {"estimate": 10, "people": ["ann"]}}}}),
)  # fmt: skip
def nobody_named(case: Case) -> Iterator[Found]:
    things: tuple[Event | Session, ...] = (*case.dossier.events, *case.dossier.sessions)
    for thing in things:
        attendance = thing.attendance
        if attendance is not None and not attendance.people:
            yield found(
                (thing, "attendance"), "Attendees of “%(event)s” are not listed.", event=thing
            )


@rule(
    "RC506", "warning", "Information that is still missing",
    why="Somebody said that they cannot go on without it.",
    fails=Example(tables={"notes": {"gap": {"kind": "missing-information", "text": {"en": "The stand"}}}}),
    passes=Example(tables={"notes": {"gap": {"kind": "observation", "text": {"en": "The stand"}}}}),
)  # fmt: skip
def missing_information(case: Case) -> Iterator[Found]:
    for note in case.dossier.notes:
        if note.kind == "missing-information":
            yield found(note, "Information still missing: “%(note)s”", note=note.text)


@rule(
    "RC508", "warning", "A speech or a paper that has not arrived",
    why="Interpreters and printers need it in time; limit: days before the event, for a speech without a deadline.",
    since="programme",
    limit=14,
    fails=Example(
        tables={"papers": {"speech": {"title": {"en": "Speech"}, "kind": "speech", "due": "2026-09-01"}}},
        today=date(2026, 9, 20),
    ),
    passes=Example(
        tables={"papers": {"speech": {"title": {"en": "Speech"}, "kind": "speech", "status": "received", "due": "2026-09-01"}}},
        today=date(2026, 9, 20),
    ),
)  # fmt: skip
def not_received(case: Case, limit: float) -> Iterator[Found]:
    start = case.days[0] - timedelta(days=limit) if case.days else None
    for paper in case.dossier.papers:
        due = paper.due.latest if paper.due else None
        if due is None and paper.kind == "speech":
            due = start
        if due is not None and due < case.today and paper.status in ("planned", "draft"):
            message = "“%(paper)s” was expected by %(day)s and has not arrived."
            yield found(paper, message, paper=paper, day=due)
