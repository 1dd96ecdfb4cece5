"""What a calendar entry says in words: its summary and its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rencontres.formats.once import once
from rencontres.formats.voice import Voice
from rencontres.language import chain
from rencontres.text import Phrase, Words
from rencontres.views import Cast, Slot

BETWEEN = " / "


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
    ordered = sorted(spoken, key=lambda voice: not (local and speaks(voice, local)))
    return tuple(where for voice in ordered if (where := _where(voice, site)))


@once
def speaks(voice: Voice, language: str) -> bool:
    """Tell whether a reader reads an address in a language.

    Args:
        voice: The language that the reader is told in.
        language: The tag of the one of the address.
    """
    tag = voice.wording.tag
    return language in chain(tag) or tag in chain(language)


def parts(address: Phrase) -> list[Phrase]:
    """Return the lines of an address, each a clause of it where it stands on one line.

    Args:
        address: The address, as it would stand on an envelope.
    """
    lines = [line.strip(" ,，") for line in address.splitlines()]
    return [Phrase(line, address.language) for line in lines if line]


def _where(voice: Voice, site: Site) -> Phrase:
    venue = [voice.phrase(words) for words in site.place]
    room = [voice.phrase(words) for words in (site.room, site.floor) if words]
    address: list[Phrase] = []
    if site.address is not None and speaks(voice, site.address.language):
        venue, address = venue[:1], parts(site.address)
    found = {phrase.language for phrase in (*address, *venue, *room)}
    language = found.pop() if len(found) == 1 else ""
    if voice.wording.language.labelled and language in chain(voice.wording.tag):
        return Phrase("".join([*address, *reversed(venue), *reversed(room)]), language)
    if site.room and site.floor:
        room = [Phrase(aside(voice, *room), language)]
    return Phrase(voice.wording.join([*room, *venue, *address], "clause"), language)
