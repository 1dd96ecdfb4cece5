"""What a calendar entry says in words: its summary, its place, its description."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, tzinfo
from typing import NamedTuple

from rencontres.errors import LanguageError
from rencontres.formats import heading
from rencontres.formats.fitting import Block, Line, Rank, above, block, fitted, whole
from rencontres.formats.once import once, once_for
from rencontres.formats.voice import ADDRESSED, IDLE, Voice
from rencontres.language import chain
from rencontres.text import Phrase, Words
from rencontres.views import Cast, InterpretationLine, Lead, Slot, View
from rencontres.when import When
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
    told = joined([voice.status(slot, voice.title(slot)) for voice in spoken])
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


class Site(NamedTuple):
    """Where a session is, as `Slot` has it."""

    place: tuple[Words, ...]
    room: Words | None
    floor: Words | None
    address: Phrase | None


def location(spoken: Sequence[Voice], site: Site) -> tuple[Phrase, ...]:
    """Return where a session is, the words of the place itself first: maps and drivers read those.

    Args:
        spoken: The languages.
        site: Where it is.

    Returns:
        One text for each language that has one; without a language where it mixes several.
    """
    local = site.address.language if site.address else ""
    ordered = sorted(spoken, key=lambda voice: not (local and _speaks(voice, local)))
    return tuple(where for voice in ordered if (where := _where(voice, site)))


@once
def _speaks(voice: Voice, language: str) -> bool:
    """Tell whether a language is one in which a reader reads an address."""
    tag = voice.wording.tag
    return language in chain(tag) or tag in chain(language)


def _where(voice: Voice, site: Site) -> Phrase:
    venue = [voice.phrase(words) for words in site.place]
    room = [voice.phrase(words) for words in (site.room, site.floor) if words]
    if site.address is not None and _speaks(voice, site.address.language):
        venue = [*venue[:1], site.address]
    found = {phrase.language for phrase in (*venue, *room)}
    language = found.pop() if len(found) == 1 else ""
    if voice.wording.language.labelled and language in chain(voice.wording.tag):
        return Phrase("".join([*reversed(venue), *reversed(room)]), language)
    if site.room and site.floor:
        room = [Phrase(aside(voice, *room), language)]
    return Phrase(voice.wording.join([*room, *venue], "clause"), language)


def description(spoken: Sequence[Voice], slot: Slot, when: Occasion, longest: int = LONGEST) -> str:
    """Return what else there is to say of a session, shorter than any calendar would cut it.

    What matters least is left out first, in all languages alike; nothing is cut inside a name.

    Args:
        spoken: The languages, the leading one first.
        slot: The session.
        when: When it is.
        longest: How many characters it must stay under.
    """
    address = _address(spoken, slot)
    told = [_told(voice, slot, when, address, full=True) for voice in spoken]
    said = whole(told)
    if len(said) < longest:
        return said
    if len(whole(above(told, Rank.ORDER))) >= longest:
        told = [_told(voice, slot, when, address, full=False) for voice in spoken]
    return fitted(told, longest)


class Occasion(NamedTuple):
    """When a session is, by its clocks; equal moments of two zones are two occasions.

    Attributes:
        event: Of what, by id.
        when: Where there is no hour.
        start: Its beginning.
        end: Its end.
        elsewhere: The zones of the other clocks.
        clocks: The zone and the fold of both moments.
    """

    event: str
    when: When | None
    start: datetime | None
    end: datetime | None
    elsewhere: tuple[tzinfo | None, ...]
    clocks: tuple[tzinfo | int | None, ...]


def occasion(slot: Slot) -> Occasion:
    """Return when a session is.

    Args:
        slot: The session.
    """
    start, end = slot.start, slot.end
    if start is None:
        return Occasion(slot.event or "", slot.when, None, None, (), ())
    clocks: tuple[tzinfo | int | None, ...] = (start.tzinfo, start.fold)
    if end is not None:
        clocks = (*clocks, end.tzinfo, end.fold)
    elsewhere = tuple([since.tzinfo for since, _ in slot.elsewhere])
    return Occasion(slot.event or "", None, start, end, elsewhere, clocks)


def _told(
    voice: Voice, slot: Slot, when: Occasion, address: tuple[str, str], *, full: bool
) -> Sequence[Sequence[Block]]:
    first = [_when(voice, when)]
    if slot.before is not None and (changes := block(_changes(voice, slot))).lines:
        first.insert(0, changes)
    return (
        first,
        _theme(voice, slot.event) if slot.kind == "plenary" else (),
        () if slot.status in IDLE else _who(voice, slot, full=full),
        [block(_more(voice, slot))] if slot.description or slot.items else (),
        _foot(voice, *address, slot.url, slot.event),
    )


def _changes(voice: Voice, slot: Slot) -> Iterator[Line]:
    if moved := voice.moved(slot):
        yield Rank.CHANGES, (moved,)
    if slot.before is not None and slot.before.room is not None and slot.room is not None:
        said = voice.wording.say("new-room", before=voice.phrase(slot.before.room))
        yield Rank.CHANGES, (said,)


@once
def _when(voice: Voice, when: Occasion) -> Block:
    event = voice.event_name(voice.events.get(when.event))
    start, end = when.start, when.end
    if start is not None:
        day = voice.wording.day(start.date(), weekday=True)
    else:
        day = voice.wording.when(when.when) if when.when else ""
    first = voice.wording.join([event, day] if day else [event], "clause")
    if start is None:
        return block([(Rank.WHEN, (first,))])
    hours = voice.wording.moments(start, end, [zone for zone in when.elsewhere if zone])
    return block([(Rank.WHEN, (first,)), (Rank.WHEN, (hours,))])


@once
def _theme(voice: Voice, event: str | None) -> tuple[Block, ...]:
    theme = heading.theme(voice, voice.view.event(event))
    return (block([(Rank.THEME, (theme,))]),) if theme else ()


def _who(voice: Voice, slot: Slot, *, full: bool) -> list[Block]:
    parts = [_lead(voice, lead) for lead in slot.leads]
    parts.append(_people(voice, slot.kind in ADDRESSED, full, *slot.people))
    parts.append(_languages(voice, slot.languages, slot.interpretation))
    return [part for part in parts if part.lines]


@once
def _lead(voice: Voice, lead: Lead) -> Block:
    pieces, topic = voice.leads(lead), voice.topic(lead)
    return block(
        line for line in ((Rank.LEADS, pieces), (Rank.TOPIC, (topic,) if topic else ())) if line[1]
    )


@once_for
def _people(voice: Voice, addressed: bool, full: bool, *people: Cast) -> Block:
    return block((Rank.PEOPLE, line) for line in voice.functions(people, addressed, full))


@once
def _languages(
    voice: Voice, tags: tuple[str, ...], interpretation: tuple[InterpretationLine, ...]
) -> Block:
    said = voice.spoken(tags, interpretation)
    return block([(Rank.LANGUAGES, (said,))] if said else ())


def _more(voice: Voice, slot: Slot) -> Iterator[Line]:
    if slot.description is not None:
        yield Rank.PROSE, (voice.phrase(slot.description),)
    if slot.items and slot.status not in IDLE:
        items = enumerate(slot.items, 1)
        told = (f"\n{number}. {voice.phrase(item.title)}" for number, item in items)
        yield Rank.ORDER, (voice.wording.say("running-order"), *told)


def _address(spoken: Sequence[Voice], slot: Slot) -> tuple[str, str]:
    """Return the local address of a session that is held, and its language; nothing without one."""
    found = slot.local_address
    if found is None or slot.status in IDLE:
        return "", ""
    local = next((voice for voice in spoken if _speaks(voice, found.language)), spoken[0])
    parts = (str(found), str(slot.local_venue)) if slot.local_venue else (str(found),)
    return _clause(local, parts, found.language), found.language


@once
def _clause(voice: Voice, parts: tuple[str, ...], language: str) -> str:
    return _wording(voice, language).join(parts, "clause")


def _wording(voice: Voice, language: str) -> Wording:
    """Return how a language writes; as the reader's does, if nobody has described it."""
    if _speaks(voice, language):
        return voice.wording
    try:
        return Wording(language)
    except LanguageError:
        return voice.wording


@once
def _foot(
    voice: Voice, address: str, language: str, url: Words | None, event: str | None
) -> tuple[Block, ...]:
    view, page = voice.view, voice.events.get(event or "")
    lines: list[Line] = []
    if address and not _speaks(voice, language):
        lines.append((Rank.DRIVER, (voice.wording.say("driver", address=address),)))
    url = url or (page.url if page else None)
    revised = view.revised.date() if view.revised else None
    if view.version is not None or url is not None:
        shown = voice.phrase(url) if url else None
        said = voice.wording.programme(None, view.version, revised, shown)
        lines.append((Rank.LINK, (said,)))
    return (block(lines),) if lines else ()
