"""The days of a programme, and the sessions on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from rencontres import Day, Phrase, Slot
from rencontres_html.markup import Markup, element, lines, marked
from rencontres_html.speech import OFF, SURE, Speech
from rencontres_html.telling import (
    Programme,
    carried,
    each,
    functions,
    paragraph,
    phrases,
)


def of_day(programme: Programme, day: Day) -> Iterator[Markup]:
    """Yield by which clocks a day is told, and its sessions.

    Args:
        programme: The programme.
        day: The day.
    """
    yield from _clocks(programme, day)
    yield from _sessions(programme, day.slots)


def unscheduled(programme: Programme) -> Iterator[Markup]:
    """Yield the sessions without an hour.

    Args:
        programme: The programme.
    """
    yield from _sessions(programme, programme.view.unscheduled)


def _sessions(programme: Programme, slots: Iterable[Slot]) -> Iterator[Markup]:
    for slot, arrives in _arrivals(slots):
        yield _session(programme, slot, arrives)


def _arrivals(slots: Iterable[Slot]) -> Iterator[tuple[Slot, bool]]:
    """Yield sessions, and whether the address of each is to be told: the first time."""
    seen: set[Phrase | None] = {None}
    for slot in slots:
        yield slot, slot.local_address not in seen
        seen.add(slot.local_address)


def _clocks(programme: Programme, day: Day) -> Iterator[Markup]:
    """Yield what clocks the hours of a day are told by, and what the others show."""
    homes = dict.fromkeys(slot.start.tzinfo for slot in day.slots if slot.start is not None)
    for home in filter(None, homes):
        yield _clock(programme, day, str(home))


def _clock(programme: Programme, day: Day, home: str) -> Markup:
    event = programme.event
    others = [zone for zone in (programme.view.zone, *programme.view.other_zones) if zone != home]
    town = event.place[-1] if event and event.place else None
    at_home = home == programme.view.zone and programme.view.reader.zone is None

    def said(speech: Speech) -> str:
        name = speech.phrase(town) if at_home else None
        return speech.wording.clocks(day.date, home, others, name or None)

    return paragraph(programme, said, "clock")


def _session(programme: Programme, slot: Slot, arrives: bool) -> Markup:
    off = slot.status in OFF or slot.status == "postponed"
    mine = dict(programme.view.own).get(slot.id)
    told = [
        element("p", _hours(programme, slot), class_="hours"),
        element("h3", _linked(programme, slot)),
        paragraph(programme, lambda speech: speech.own(mine) if mine else "", "own"),
        paragraph(programme, lambda speech: _moved(speech, slot), "moved"),
        paragraph(programme, lambda speech: _where(speech, slot), "where"),
        paragraph(programme, lambda s: _address(s, slot.local_address), "address")
        if arrives
        else "",
    ]
    if not off:
        told += [*carried(programme, slot.leads), *functions(programme, slot.people, slot.kind)]
        told += [_languages(programme, slot), phrases(programme, slot.description, "words")]
        told.append(_agenda(programme, slot))
    told.append(_link(slot))
    kind = "slot off" if off else "slot" if slot.status in SURE else "slot unsure"
    return element("article", lines(*told), id=f"s-{slot.id}", class_=kind)


def _linked(programme: Programme, slot: Slot) -> Markup:
    title = each(programme, lambda speech: _title(speech, slot))
    address = programme.of_workshop(slot.workshop)
    return element("a", title, href=address) if address else title


def _link(slot: Slot) -> Markup:
    address = str(slot.url[0]) if slot.url else ""
    known = address.startswith(("https://", "http://"))
    return element("p", element("a", address, href=address)) if known else Markup()


def _title(speech: Speech, slot: Slot) -> str:
    title = speech.phrase(slot.title)
    if slot.number is not None:
        title = speech.wording.workshop(slot.number, title)
    return speech.standing(title, slot.status)


def _hours(programme: Programme, slot: Slot) -> Markup:
    start, when = slot.start, slot.when
    if start is None:
        return each(programme, lambda speech: speech.wording.when(when)) if when else Markup()
    told = each(programme, lambda speech: speech.wording.hours(start, slot.end, slot=True))
    return element("time", told, datetime=start.isoformat(timespec="minutes"))


def _where(speech: Speech, slot: Slot) -> str:
    """Return the room, and the venue where it is not that of the event."""
    event = speech.event
    known = event.place if event else ()
    room = speech.phrase(slot.room)
    if room and slot.floor:
        room = speech.say("aside", what=room, aside=speech.phrase(slot.floor))
    venue = [speech.phrase(words) for words in slot.place if words not in known]
    told = [*reversed(venue), room] if speech.wording.language.labelled else [room, *venue]
    return speech.join(told, "clause")


def _address(speech: Speech, address: Phrase | None) -> str:
    """Return the address of a venue, or whom to show it to where no line of the page reads it."""
    if address is None:
        return ""
    spoken = [wording.tag.split("-")[0] for wording in speech.view.wordings]
    own = address.language.split("-")[0]
    if spoken[speech.index] == own:
        return address
    if own in spoken:
        return ""
    return speech.say("driver", address=marked(address, address.language))


def _moved(speech: Speech, slot: Slot) -> str:
    before = slot.before
    if before is None:
        return ""
    told: list[str] = []
    if before.start is not None:
        hour = speech.wording.hours(before.start, before.end, slot=True)
        told.append(speech.say("new-time", before=hour))
    if before.room is not None and slot.room is not None:
        told.append(speech.say("new-room", before=speech.phrase(before.room)))
    return " ".join(told)


def _languages(programme: Programme, slot: Slot) -> Markup:
    tags = [*slot.languages]
    for line in slot.interpretation:
        tags += [tag for tag in line.between if tag not in tags]
    if not tags:
        return Markup()
    first = next(iter(slot.interpretation), None)
    mode, channels = (first.mode, first.channels) if first else (None, ())
    return paragraph(programme, lambda speech: speech.wording.languages(tags, mode, channels))


def _agenda(programme: Programme, slot: Slot) -> Markup:
    event = programme.view.event(slot.event)
    meets = event is not None and event.kind in ("committee-meeting", "group-meeting")
    label = paragraph(
        programme, lambda s: s.say("agenda.label" if meets else "running-order"), "label"
    )
    items = [_item(programme, slot, number) for number in range(len(slot.items))]
    return lines(label, element("ol", lines(*items))) if items else Markup()


def _item(programme: Programme, slot: Slot, number: int) -> Markup:
    item = slot.items[number]

    def said(speech: Speech) -> str:
        title = speech.phrase(item.title)
        if item.minutes is not None:
            lasts = speech.wording.duration(timedelta(minutes=item.minutes))
            title = speech.say("aside", what=title, aside=lasts)
        named = [speech.cast(cast) for cast in item.people if cast.id is not None]
        wanted = [cast for cast in item.people if cast.id is None]
        return speech.join(
            [title, speech.join(named, "people"), *speech.functions(wanted)], "clause"
        )

    return element("li", each(programme, said))
