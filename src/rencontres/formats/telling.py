"""What a calendar entry says in words: its summary, its place, its description."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rencontres.formats import heading
from rencontres.formats.voice import OFF, Voice
from rencontres.text import Phrase
from rencontres.views import Cast, Slot, View
from rencontres.wording import Wording

LONGEST = 1000
"""The length of a description that every calendar keeps, in characters."""

BETWEEN = " / "


def voices(view: View) -> tuple[Voice, ...]:
    """Return the languages of a programme.

    Args:
        view: The programme.
    """
    return tuple(Voice(view, index) for index in range(len(view.wordings)))


def joined(told: Iterable[str]) -> str:
    """Return what is told in several languages on one line, each thing once.

    Args:
        told: One text for each language, the leading one first.
    """
    return BETWEEN.join(dict.fromkeys(told))


def summary(spoken: Sequence[Voice], slot: Slot, own: tuple[Cast, ...] = ()) -> str:
    """Return the title of an entry: *Annulé : Atelier 1 – Soutien à l’innovation*.

    Args:
        spoken: The languages to tell it in.
        slot: The session.
        own: Of one person's calendar: what she does in it.
    """
    told = joined(voice.status(slot, voice.title(slot)) for voice in spoken)
    if not own:
        return told
    return aside(spoken[0], told, joined(voice.own(own) for voice in spoken))


def aside(voice: Voice, what: str, said: str) -> str:
    """Return a text with something in brackets behind it.

    Args:
        voice: The leading language.
        what: The text.
        said: What stands in the brackets.
    """
    return voice.wording.say("aside", what=what, aside=said)


def location(view: View, spoken: Sequence[Voice], slot: Slot) -> str:
    """Return where a session is, the words of the place itself first: maps and drivers read those.

    Args:
        view: The programme.
        spoken: The languages.
        slot: The session.
    """
    local = slot.local_address.language if slot.local_address else None
    ordered = sorted(spoken, key=lambda voice: voice.wording.tag != local)
    return joined(where for voice in ordered if (where := _where(voice, slot)))


def _where(voice: Voice, slot: Slot) -> str:
    venue = [voice.phrase(words) for words in slot.place]
    room = voice.phrase(slot.room) if slot.room else ""
    floor = voice.phrase(slot.floor) if slot.floor else ""
    at_home = slot.local_address is not None and slot.local_address.language == voice.wording.tag
    if at_home and slot.local_address is not None:
        venue = [*venue[:1], str(slot.local_address)]
    if voice.wording.language.labelled:
        return "".join([*reversed(venue), floor, room])
    if room and floor:
        room = aside(voice, room, floor)
    return voice.wording.join([part for part in (room, *venue) if part], "clause")


def description(
    spoken: Sequence[Voice], slot: Slot, longest: int = LONGEST, *, driver: bool = True
) -> str:
    """Return what else there is to say of a session, shorter than any calendar would cut it.

    What matters least is left out first, in all languages alike; nothing is cut inside a line.

    Args:
        spoken: The languages, the leading one first.
        slot: The session.
        longest: How many characters it must stay under.
        driver: Whether the local address is told to those whose language is another one.
    """
    for effort in (3, 2, 1, 0):
        told = "\n\n".join(_text(voice, slot, spoken, effort, driver=driver) for voice in spoken)
        if len(told) < longest:
            return told
    return told if len(spoken) == 1 else description(spoken[:1], slot, longest, driver=driver)


def _text(
    voice: Voice, slot: Slot, spoken: Sequence[Voice], effort: int, *, driver: bool
) -> str:
    blocks = (
        [*_changes(voice, slot), *_when(voice, slot)],
        list(_theme(voice, slot)),
        list(_who(voice, slot, effort)),
        list(_more(voice, slot, effort)),
        [*(_driver(voice, slot, spoken) if driver else ()), *_link(voice, slot)],
    )
    return "\n\n".join("\n".join(block) for block in blocks if block)


def _changes(voice: Voice, slot: Slot) -> Iterator[str]:
    if moved := voice.moved(slot):
        yield moved
    if slot.before is not None and slot.before.room is not None and slot.room is not None:
        yield voice.wording.say("new-room", before=voice.phrase(slot.before.room))


def _when(voice: Voice, slot: Slot) -> Iterator[str]:
    event = voice.event_name(voice.view.event(slot.event))
    if slot.start is None:
        yield event
        return
    day = voice.wording.day(slot.start.date(), weekday=True)
    yield voice.wording.join([event, day], "clause")
    also = [start for start, _ in slot.elsewhere]
    yield voice.wording.moments(slot.start, slot.end, also)


def _theme(voice: Voice, slot: Slot) -> Iterator[str]:
    if slot.kind == "plenary" and (theme := heading.theme(voice, voice.view.event(slot.event))):
        yield theme


def _who(voice: Voice, slot: Slot, effort: int) -> Iterator[str]:
    if slot.status in OFF:
        return
    for lead in slot.leads:
        if pieces := voice.leads(lead):
            yield "".join(pieces)
        if effort and (topic := voice.topic(lead)):
            yield topic
    if effort:
        for pieces in voice.people(slot, full=effort > 1):
            yield "".join(pieces)
    if languages := voice.languages(slot):
        yield languages


def _more(voice: Voice, slot: Slot, effort: int) -> Iterator[str]:
    if effort > 2 and slot.description is not None:  # noqa: PLR2004 - the greatest effort
        yield voice.phrase(slot.description)
    if effort > 1 and slot.items and slot.status not in OFF:
        yield voice.wording.say("running-order")
        for number, item in enumerate(slot.items, 1):
            yield f"{number}. {voice.phrase(item.title)}"


def _driver(voice: Voice, slot: Slot, spoken: Sequence[Voice]) -> Iterator[str]:
    address = slot.local_address
    if address is None or voice.wording.tag == address.language or slot.status in OFF:
        return
    local = next((v for v in spoken if v.wording.tag == address.language), None)
    yield voice.wording.say("driver", address=_address(address, slot.local_venue, local))


def _address(address: Phrase, venue: Phrase | None, local: Voice | None) -> str:
    wording = local.wording if local else Wording(address.language)
    parts = [str(address), str(venue)] if venue else [str(address)]
    return wording.join(parts, "clause")


def _link(voice: Voice, slot: Slot) -> Iterator[str]:
    view = voice.view
    event = view.event(slot.event)
    url = slot.url or (event.url if event else None)
    revised = view.revised.date() if view.revised else None
    if view.version is not None or url is not None:
        address = voice.phrase(url) if url else None
        yield voice.wording.programme(None, view.version, revised, address)
