"""What stands at the head and at the foot of a programme, in each of its languages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rencontres.formats.voice import Voice
from rencontres.span import key_of
from rencontres.views import Day, EventPage, Slot


def title(voice: Voice) -> str:
    """Return the title of a programme, or of one person's copy of it.

    Args:
        voice: The language.
    """
    return voice.phrase(voice.view.title)


def theme(voice: Voice, event: EventPage | None) -> str | None:
    """Return the theme of an event in quotation marks; None if it has none.

    Args:
        voice: The language.
        event: The event.
    """
    if event is None or event.theme is None:
        return None
    return voice.wording.quote(voice.phrase(event.theme))


def place(voice: Voice, event: EventPage | None) -> str | None:
    """Return the place of an event; None if nobody has said.

    Args:
        voice: The language.
        event: The event.
    """
    return voice.phrase(event.place[0]) if event is not None and event.place else None


def dates(voice: Voice, event: EventPage | None) -> str | None:
    """Return the days of an event: *du 28 au 30 octobre 2016*; None if nobody has said.

    Args:
        voice: The language.
        event: The event.
    """
    return voice.wording.when(event.when) if event is not None and event.when else None


def state(voice: Voice, url: str | None = None) -> str:
    """Return what a programme is, its version and its date: never left out.

    Args:
        voice: The language.
        url: Where it stands.
    """
    view = voice.view
    revised = view.revised.date() if view.revised else None
    return voice.wording.programme(view.state, view.version, revised, url)


def day(voice: Voice, when: date) -> str:
    """Return a day as it heads its sessions.

    Args:
        voice: The language.
        when: The day.
    """
    return voice.wording.heading(voice.wording.day(when, weekday=True))


def hours(voice: Voice, slot: Slot) -> str:
    """Return the hours of a session, standing alone; empty if it has none.

    Args:
        voice: The language.
        slot: The session.
    """
    return voice.wording.hours(slot.start, slot.end, slot=True) if slot.start else ""


def clocks(voice: Voice, day_: Day, event: EventPage | None) -> Iterator[str]:
    """Yield a note for each clock that the hours of a day are told by.

    Args:
        voice: The language.
        day_: The day.
        event: The event that the programme is about: its town stands for its zone.
    """
    for key in _zones(day_):
        others = [zone for zone in (voice.view.zone, *voice.view.other_zones) if zone != key]
        at_home = voice.view.reader.zone is None and key == voice.view.zone
        town = voice.phrase(event.place[-1]) if at_home and event and event.place else None
        yield voice.wording.clocks(day_.date, key, others, town)


def _zones(day_: Day) -> list[str]:
    # One moment for each zone: most of them are told in the same.
    starts = {slot.start.tzinfo: slot.start for slot in day_.slots if slot.start is not None}
    return list(dict.fromkeys(map(key_of, starts.values())))
