"""What is asked of things that are compared: what they are called, when and whose they are."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import Any, TypeAlias, TypeVar

from rencontres.model import (
    Action,
    Dossier,
    Event,
    Noun,
    Pairing,
    Person,
    Place,
    Role,
    Room,
    Session,
    Workshop,
    name_of,
)
from rencontres.publishing.change import Change, Compared
from rencontres.publishing.trace import Former
from rencontres.text import Text
from rencontres.when import When
from rencontres.wording.people import written_out

N = TypeVar("N")
Pair: TypeAlias = tuple[N | None, N | None]
"""A thing as it was and as it is; None: it is not there."""

PUBLISHED = frozenset({"session", "event", "action"})
"""What stands in calendars, and has its days."""

_LASTING = frozenset({"progressed", "link-drifted"})
_EVENING = time(23, 59, tzinfo=UTC)


def order(pair: Pair[Noun], dossiers: Pair[Dossier]) -> tuple[Any, ...]:
    """Return by what things of one kind are sorted.

    Events by their days, workshops by their numbers, pairings by their workshops, sessions by
    their hours; then by id.

    Args:
        pair: The thing.
        dossiers: Where it stood, and where it stands.
    """
    thing, dossier = (pair[1], dossiers[1]) if pair[1] is not None else (pair[0], dossiers[0])
    assert thing is not None and dossier is not None  # noqa: S101, PT018 - one of them is there
    if isinstance(thing, Session):
        day = (thing.when.latest if thing.when else None) or date.max
        evening = datetime.combine(day, _EVENING)
        return thing.start.astimezone(UTC) if thing.start else evening, thing.id
    if isinstance(thing, Event):
        return (thing.when.earliest if thing.when else None) or date.max, thing.id
    workshop = thing if isinstance(thing, Workshop) else None
    if isinstance(thing, Pairing):
        workshop = dossier.get(Workshop, thing.workshop)
    if workshop is not None:
        number = workshop.number
        return workshop.event or "", number is None, number or 0, workshop.id, thing.id
    return "~", True, 0, "", thing.id


def title(dossier: Dossier, thing: Noun) -> Text:
    """Return what a thing is called: by its own words, else by what it is a part of.

    Args:
        dossier: Where it stands.
        thing: The thing.
    """
    if isinstance(thing, Person):
        return called(thing)
    if (name := name_of(thing)) is not None:
        return name
    whole = dossier.get(Workshop, getattr(thing, "workshop", None))
    if whole is None and isinstance(thing, Session):
        event = dossier.get(Event, thing.event)
        return event.title if event and thing.kind == "other" else Text.same(thing.id)
    return whole.title if whole else Text.same(thing.id)


def called(person: Person) -> Text:
    """Return the names of a person, per language.

    Args:
        person: The person.
    """
    return Text({name.language: written_out(name) for name in person.names})


def event_of(dossier: Dossier, thing: Noun) -> str | None:
    """Return the id of the event that a thing belongs to; an event is its own.

    Args:
        dossier: Where it stands.
        thing: The thing.
    """
    if isinstance(thing, Event):
        return thing.id
    event: str | None = getattr(thing, "event", None)
    workshop = dossier.get(Workshop, getattr(thing, "workshop", None))
    return event or (workshop.event if workshop else None)


def place_name(dossier: Dossier, place: str | None) -> Text | None:
    """Return the name of a place.

    Args:
        dossier: Where it stands.
        place: Its id.
    """
    thing = dossier.get(Place, place)
    return thing.name if thing else None


def when(thing: Noun) -> Former | None:
    """Return when something is; None if nobody has said.

    Args:
        thing: The thing.
    """
    if isinstance(thing, Session):
        found = Former(start=thing.start, end=thing.end, when=thing.when)
    elif isinstance(thing, Event | Action):
        found = Former(when=thing.due if isinstance(thing, Action) else thing.when)
    else:
        return None
    return found if found.start or found.when else None


def former(dossier: Dossier, thing: Noun) -> Former | None:
    """Return when and where something is; None of what has neither.

    Args:
        dossier: Where it stands.
        thing: The thing.
    """
    if not isinstance(thing, Session):
        return when(thing)
    room = dossier.get(Room, thing.room)
    told = room.name if room else None
    return Former(start=thing.start, end=thing.end, when=thing.when, room=told)


def tasks(session: Session) -> Iterator[Role]:
    """Yield what is done in a session itself: its roles, its running order, the interpreters.

    Args:
        session: The session.
    """
    yield from session.roles
    for item in session.items:
        yield from item.roles
    for line in session.interpretation:
        for person in line.team:
            yield Role("interpreter", person, confirmation="confirmed")


def gap(one: Event, other: Event | None) -> int | None:
    """Return how many days lie between two events; negative: how many they have in common.

    Args:
        one: An event.
        other: Another one.

    Returns:
        None where the days of one of them are not known.
    """
    here, there = _days(one.when), _days(other.when if other else None)
    if here is None or there is None:
        return None
    return (max(here[0], there[0]) - min(here[1], there[1])).days - 1


def _days(told: When | None) -> tuple[date, date] | None:
    if told is None or told.earliest is None or told.latest is None:
        return None
    return told.earliest, told.latest


def over(compared: Compared, change: Change) -> bool:
    """Tell whether something was over before the new state was revised: no news any more.

    Args:
        compared: The two states.
        change: A change from one to the other.
    """
    revised = compared.new.revised
    if revised is None or change.noun not in PUBLISHED or change.kind in _LASTING:
        return False
    days = [
        day
        for dossier in (compared.old, compared.new)
        if change.id in dossier and (day := last_day(dossier, change.id))
    ]
    return bool(days) and max(days) < revised.date()


def last_day(dossier: Dossier, id_: str) -> date | None:
    """Return the last day of a session, an event or an action; None if nobody has said.

    Args:
        dossier: The dossier.
        id_: Its id.
    """
    thing = dossier[id_]
    if isinstance(thing, Session):
        if thing.start is not None:
            return (thing.end or thing.start).date()
        if thing.when is None and thing.event is not None:
            return last_day(dossier, thing.event)
    when = getattr(thing, "due", None) or getattr(thing, "when", None)
    return when.latest if when else None
