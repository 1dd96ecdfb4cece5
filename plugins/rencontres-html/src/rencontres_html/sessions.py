"""The days of a programme, and the sessions on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rencontres import Cast, Day, Phrase, Slot, TaggedVoice
from rencontres_html.markup import Markup, element, lines, together
from rencontres_html.telling import (
    Programme,
    carried,
    each,
    labelled,
    paragraph,
    phrases,
    said,
    several,
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
    for notes in zip(*(voice.clocks(day) for voice in programme.voices), strict=True):
        yield _clock(programme, notes)


def _clock(programme: Programme, notes: Sequence[str]) -> Markup:
    return paragraph(programme, lambda voice: notes[voice.index], "clock")


def _session(programme: Programme, slot: Slot, arrives: bool) -> Markup:
    mine = dict(programme.view.own).get(slot.id)
    told = [
        element("p", _hours(programme, slot), class_="hours"),
        element("h3", _linked(programme, slot)),
        paragraph(programme, lambda voice: _own(voice, mine), "own"),
        paragraph(programme, lambda voice: _moved(voice, slot), "moved"),
        paragraph(programme, lambda voice: _where(voice, slot), "where"),
        paragraph(programme, lambda voice: _address(voice, slot.local_address), "address")
        if arrives
        else "",
    ]
    if not slot.idle:
        told += carried(programme, slot.leads)
        told += several(programme, lambda voice: voice.people(slot))
        told.append(paragraph(programme, lambda voice: voice.languages(slot)))
        told.append(phrases(programme, slot.description, "words"))
        told.append(_agenda(programme, slot))
    told.append(_link(slot))
    kind = "slot off" if slot.idle else "slot" if slot.sure else "slot unsure"
    return element("article", lines(*told), id=f"s-{slot.id}", class_=kind)


def _linked(programme: Programme, slot: Slot) -> Markup:
    title = each(programme, lambda voice: voice.status(slot, voice.title(slot)))
    address = programme.of_workshop(slot.workshop)
    return element("a", title, href=address) if address else title


def _link(slot: Slot) -> Markup:
    address = str(slot.url[0]) if slot.url else ""
    known = address.startswith(("https://", "http://"))
    return element("p", element("a", address, href=address)) if known else Markup()


def _own(voice: TaggedVoice, casts: Sequence[Cast] | None) -> str:
    return voice.wording.say("your-function", function=voice.own(casts)) if casts else ""


def _hours(programme: Programme, slot: Slot) -> Markup:
    told = each(programme, lambda voice: voice.when(slot))
    if slot.start is None:
        return told
    return element("time", told, datetime=slot.start.isoformat(timespec="minutes"))


def _where(voice: TaggedVoice, slot: Slot) -> str:
    """Return the room, and the venue where it is not that of the event."""
    known = voice.event.place if voice.event else ()
    room = voice.phrase(slot.room) if slot.room else ""
    if room and slot.floor:
        room = voice.wording.say("aside", what=room, aside=voice.phrase(slot.floor))
    venue = [voice.phrase(words) for words in slot.place if words not in known]
    told = [*reversed(venue), room] if voice.wording.language.labelled else [room, *venue]
    return voice.wording.join(told, "clause")


def _address(voice: TaggedVoice, address: Phrase | None) -> str:
    """Return the address of a venue, or whom to show it to where no line of the page reads it."""
    if address is None:
        return ""
    spoken = [wording.tag.split("-")[0] for wording in voice.view.wordings]
    own = address.language.split("-")[0]
    if spoken[voice.index] == own:
        return address
    if own in spoken:
        return ""
    return voice.wording.say("driver", address=voice.tagged(address))


def _moved(voice: TaggedVoice, slot: Slot) -> str:
    told = [voice.moved(slot) or ""]
    if slot.before is not None and slot.before.room is not None and slot.room is not None:
        told.append(voice.wording.say("new-room", before=voice.phrase(slot.before.room)))
    return " ".join(filter(None, told))


def _agenda(programme: Programme, slot: Slot) -> Markup:
    event = programme.view.event(slot.event)
    meets = event is not None and event.kind in ("committee-meeting", "group-meeting")
    code = "agenda.label" if meets else "running-order"
    label = paragraph(programme, lambda voice: voice.wording.say(code), "label")
    items = [_item(programme, slot, number) for number in range(len(slot.items))]
    return lines(label, element("ol", lines(*items))) if items else Markup()


def _item(programme: Programme, slot: Slot, number: int) -> Markup:
    item = slot.items[number]

    def told(voice: TaggedVoice) -> Markup:
        wording = voice.wording
        named = [voice.cast(cast, posts=True) for cast in item.people if cast.id is not None]
        wanted = voice.functions([cast for cast in item.people if cast.id is None])
        parts = [voice.point(item), wording.join(named, "people"), *map("".join, wanted)]
        listed = wording.pieces(parts, "clause")
        first, rest = listed[: len(listed) - len(wanted)], listed[len(listed) - len(wanted) :]
        labels = (
            labelled(voice, (line[0], piece.removeprefix(line[0])))
            for line, piece in zip(wanted, rest, strict=True)
        )
        return together(said(voice, first), *labels)

    return element("li", each(programme, told))
