"""What a programme is made of: what is new, its days, and what stands around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from attrs import frozen

from rencontres import Day, TaggedVoice
from rencontres_html import board, parts, sessions
from rencontres_html.markup import Markup, element, lines
from rencontres_html.telling import Programme, Say, each, paragraph

_HERS = frozenset({"unscheduled", "part.actions"})
"""What stands behind the days of one person's copy."""


@frozen(eq=False)
class Chapter:
    """A part of a programme.

    Attributes:
        id: What links lead to.
        name: What it is called in the leading language.
        title: The same in every language of the reader.
        body: What stands in it.
    """

    id: str
    name: str
    title: Markup
    body: Markup

    def section(self) -> Markup:
        """Return it as a section of a page."""
        title = element("h2", self.title, id=f"{self.id}-title")
        return element("section", lines(title, self.body), id=self.id)


def chapters(programme: Programme) -> Iterator[Chapter]:
    """Yield the chapters that have something in them, in their order.

    Args:
        programme: The programme.
    """
    view = programme.view
    since, status = view.since, view.board
    if since is not None:
        none = paragraph(programme, lambda v: v.wording.say("changes.none"))
        news = [*parts.changes(programme)] or [none]
        yield _chapter(programme, "changes", lambda v: v.phrase(since), news)
    if status is not None:
        today = status.today
        rows = board.board(programme)
        yield _chapter(programme, "board", lambda v: v.wording.say("board", date=today), rows)
    for day in view.days:
        yield _day(programme, day)
    slots = [*sessions.unscheduled(programme)]
    for code, told in (("unscheduled", slots), *parts.after(programme)):
        if told and (view.person is None or code in _HERS):
            name = code.removeprefix("part.")
            yield _chapter(programme, name, partial(_called, code=code), told)


def _chapter(programme: Programme, name: str, say: Say, told: Iterable[Markup]) -> Chapter:
    lead = programme.voices[0]
    return Chapter(name, "".join(lead.phrases(say(lead) or "")), each(programme, say), lines(*told))


def _called(voice: TaggedVoice, code: str) -> str:
    return voice.wording.heading(voice.wording.say(code))


def _day(programme: Programme, day: Day) -> Chapter:
    def said(voice: TaggedVoice) -> str:
        return voice.day(day.date)

    stamp = day.date.isoformat()
    title = element("time", each(programme, said), datetime=stamp)
    body = lines(*sessions.of_day(programme, day))
    return Chapter(f"day-{stamp}", said(programme.voices[0]), title, body)
