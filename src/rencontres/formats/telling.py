"""What a calendar entry says in words: its summary, its place, its description."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rencontres.formats import heading
from rencontres.formats.fitting import Line, Rank, fitted, whole
from rencontres.formats.voice import IDLE, Voice
from rencontres.language import chain
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


def location(spoken: Sequence[Voice], slot: Slot) -> tuple[Phrase, ...]:
    """Return where a session is, the words of the place itself first: maps and drivers read those.

    Args:
        spoken: The languages.
        slot: The session.

    Returns:
        One text for each language that has one; without a language where it mixes several.
    """
    ordered = sorted(spoken, key=lambda voice: not _at_home(voice, slot))
    return tuple(where for voice in ordered if (where := _where(voice, slot)))


def _at_home(voice: Voice, slot: Slot) -> bool:
    """Tell whether a language is that of the place."""
    address = slot.local_address
    if address is None:
        return False
    tag = voice.wording.tag
    return address.language in chain(tag) or tag in chain(address.language)


def _where(voice: Voice, slot: Slot) -> Phrase:
    venue = [voice.phrase(words) for words in slot.place]
    room = [voice.phrase(words) for words in (slot.room, slot.floor) if words]
    if slot.local_address is not None and _at_home(voice, slot):
        venue = [*venue[:1], slot.local_address]
    found = {phrase.language for phrase in (*venue, *room)}
    language = found.pop() if len(found) == 1 else ""
    if voice.wording.language.labelled and language in chain(voice.wording.tag):
        return Phrase("".join([*reversed(venue), *reversed(room)]), language)
    if slot.room and slot.floor:
        room = [Phrase(aside(voice, *room), language)]
    return Phrase(voice.wording.join([*room, *venue], "clause"), language)


def description(spoken: Sequence[Voice], slot: Slot, longest: int = LONGEST) -> str:
    """Return what else there is to say of a session, shorter than any calendar would cut it.

    What matters least is left out first, in all languages alike; nothing is cut inside a name.

    Args:
        spoken: The languages, the leading one first.
        slot: The session.
        longest: How many characters it must stay under.
    """
    told = [_told(voice, slot, spoken, full=True) for voice in spoken]
    said = whole(told)
    if len(said) < longest:
        return said
    if len(whole(told, Rank.ORDER)) >= longest:
        told = [_told(voice, slot, spoken, full=False) for voice in spoken]
    return fitted(told, longest)


def _told(
    voice: Voice, slot: Slot, spoken: Sequence[Voice], *, full: bool
) -> tuple[list[Line], ...]:
    return (
        [*_changes(voice, slot), *_when(voice, slot)],
        list(_theme(voice, slot)),
        list(_who(voice, slot, full=full)),
        list(_more(voice, slot)),
        [*_driver(voice, slot, spoken), *_link(voice, slot)],
    )


def _changes(voice: Voice, slot: Slot) -> Iterator[Line]:
    if moved := voice.moved(slot):
        yield Rank.CHANGES, (moved,)
    if slot.before is not None and slot.before.room is not None and slot.room is not None:
        said = voice.wording.say("new-room", before=voice.phrase(slot.before.room))
        yield Rank.CHANGES, (said,)


def _when(voice: Voice, slot: Slot) -> Iterator[Line]:
    event = voice.event_name(voice.view.event(slot.event))
    if slot.start is not None:
        day = voice.wording.day(slot.start.date(), weekday=True)
    else:
        day = voice.wording.when(slot.when) if slot.when else ""
    yield Rank.WHEN, (voice.wording.join([event, day] if day else [event], "clause"),)
    if slot.start is not None:
        also = [start for start, _ in slot.elsewhere]
        yield Rank.WHEN, (voice.wording.moments(slot.start, slot.end, also),)


def _theme(voice: Voice, slot: Slot) -> Iterator[Line]:
    if slot.kind == "plenary" and (theme := heading.theme(voice, voice.view.event(slot.event))):
        yield Rank.THEME, (theme,)


def _who(voice: Voice, slot: Slot, *, full: bool) -> Iterator[Line]:
    if slot.status in IDLE:
        return
    for lead in slot.leads:
        if pieces := voice.leads(lead):
            yield Rank.LEADS, pieces
        if topic := voice.topic(lead):
            yield Rank.TOPIC, (topic,)
    for pieces in voice.people(slot, full=full):
        yield Rank.PEOPLE, pieces
    if languages := voice.languages(slot):
        yield Rank.LANGUAGES, (languages,)


def _more(voice: Voice, slot: Slot) -> Iterator[Line]:
    if slot.description is not None:
        yield Rank.PROSE, (voice.phrase(slot.description),)
    if slot.items and slot.status not in IDLE:
        items = enumerate(slot.items, 1)
        told = (f"\n{number}. {voice.phrase(item.title)}" for number, item in items)
        yield Rank.ORDER, (voice.wording.say("running-order"), *told)


def _driver(voice: Voice, slot: Slot, spoken: Sequence[Voice]) -> Iterator[Line]:
    address = slot.local_address
    if address is None or _at_home(voice, slot) or slot.status in IDLE:
        return
    local = next((each for each in spoken if _at_home(each, slot)), None)
    said = voice.wording.say("driver", address=_address(address, slot.local_venue, local))
    yield Rank.DRIVER, (said,)


def _address(address: Phrase, venue: Phrase | None, local: Voice | None) -> str:
    wording = local.wording if local else Wording(address.language)
    parts = [str(address), str(venue)] if venue else [str(address)]
    return wording.join(parts, "clause")


def _link(voice: Voice, slot: Slot) -> Iterator[Line]:
    view = voice.view
    event = view.event(slot.event)
    url = slot.url or (event.url if event else None)
    revised = view.revised.date() if view.revised else None
    if view.version is not None or url is not None:
        address = voice.phrase(url) if url else None
        yield Rank.LINK, (voice.wording.programme(None, view.version, revised, address),)
