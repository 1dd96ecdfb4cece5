"""What a programme in two languages says, pair by pair: the leading language first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from attrs import frozen

from rencontres.formats.marked import MarkedVoice, told
from rencontres.formats.sections import Section, sections
from rencontres.formats.thing import Line, Thing, plain
from rencontres.formats.voice import ASIDE, OFF, Pieces, Voice
from rencontres.views import Slot, View

Voices: TypeAlias = tuple[Voice, Voice]


@frozen
class Pair:
    """The same in two languages.

    Attributes:
        first: In the leading language.
        second: In the other.
        short: Whether both fit on one line: names of rooms.
    """

    first: Line
    second: Line
    short: bool = False


def voices(view: View) -> Voices:
    """Return the two languages of a programme, which mark what is not translated.

    Args:
        view: The programme.
    """
    return MarkedVoice(view, 0), MarkedVoice(view, 1)


def joined(first: Line, second: Line) -> str:
    """Return what fits on one line, in both languages: *Salle 1 / 1号会议室*.

    Args:
        first: In the leading language.
        second: In the other.
    """
    return " / ".join(told(plain(first), plain(second)))


def head(both: Voices) -> Iterator[Pair]:
    """Yield the head of a programme: what, whose, where and when, in which state.

    Args:
        both: The two languages.
    """
    for first, second in zip(*map(_head, both), strict=True):
        if first or second:
            yield Pair(first, second)


def _head(voice: Voice) -> Iterator[str]:
    event = voice.event
    yield voice.phrase(voice.view.title)
    if voice.view.person is not None:
        yield voice.wording.say("programme-of", person=voice.phrase(voice.view.person.formal))
    parts = [part for part in (voice.where(event), voice.dates(event)) if part]
    yield voice.wording.join(parts, "clause")
    yield voice.edition()


def foot(both: Voices) -> str:
    """Return the foot of a programme; empty if it has none.

    Args:
        both: The two languages.
    """
    view = both[0].view
    if not view.days or view.state == "final":
        return ""
    return " / ".join(voice.wording.say("subject-to-change") for voice in both)


def details(both: Voices, slot: Slot) -> Iterator[Pair]:
    """Yield what is told of a session below its title: less than in one language.

    Args:
        both: The two languages.
        slot: The session.
    """
    first, second = both
    if slot.status in OFF:
        return
    yield from _pair(_own(first, slot), _own(second, slot))
    yield from _pair(first.moved(slot), second.moved(slot))
    if slot.kind not in ASIDE:
        yield from _pair(first.room(slot), second.room(slot), short=True)
    for one, other in zip(_main_lines(first, slot), _main_lines(second, slot), strict=True):
        yield Pair(one, other)


def _pair(first: str | None, second: str | None, *, short: bool = False) -> Iterator[Pair]:
    if first and second:
        yield Pair(first, second, short)


def _own(voice: Voice, slot: Slot) -> str | None:
    mine = voice.hers.get(slot.id)
    return voice.wording.say("your-function", function=voice.own(mine)) if mine else None


def _main_lines(voice: Voice, slot: Slot) -> Iterator[Pieces]:
    """Yield who carries a workshop; of another session, who moderates it."""
    carried = [pieces for lead in slot.leads if (pieces := voice.leads(lead))]
    if carried:
        yield from carried
        return
    moderators = [cast for cast in slot.people if cast.function == "moderator"]
    if moderators:
        yield voice.function("moderator", moderators)


def after(both: Voices) -> Iterator[tuple[Section, Section]]:
    """Yield what follows the days, section by section; each has the same things in both languages.

    Args:
        both: The two languages.
    """
    yield from zip(*map(sections, both), strict=True)


def lines(first: Thing, second: Thing) -> Iterator[Pair]:
    """Yield what is told of a thing, in both languages.

    Args:
        first: In the leading language.
        second: In the other.
    """
    yield from map(Pair, first.details, second.details)
