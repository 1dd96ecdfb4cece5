"""What a calendar entry says beside its title and its place: shorter than any calendar cuts it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from rencontres.errors import LanguageError
from rencontres.formats.fitting import Line, Rank, fitted, whole
from rencontres.formats.occasions import Occasion
from rencontres.formats.once import nothing_made, once, once_for
from rencontres.formats.roles import MANY
from rencontres.formats.telling import parts, speaks
from rencontres.formats.voice import ADDRESSED, IDLE, Voice
from rencontres.text import Phrase, Words
from rencontres.views import Cast, InterpretationLine, Lead, Slot
from rencontres.wording import Wording

LONGEST = 1000
"""The length of a description that every calendar keeps, in characters."""

CROWD = 40
"""More people than these may be too many for a description by their names alone."""

_BREAK = "\\n"
"""A line end, as TEXT has it (RFC 5545 §3.3.11)."""


class Descriptions:
    """Tells sessions in the languages of one reader; what sessions share is told once.

    Attributes:
        spoken: The languages, the leading one first.
        made: The paragraphs that many sessions share, for each language.
    """

    def __init__(self, spoken: Sequence[Voice], said: Callable[[str], str]) -> None:
        """Prepare.

        Args:
            spoken: The languages.
            said: Returns words as TEXT.
        """
        self.spoken = spoken
        self.made = nothing_made()
        self._said = said

    def text(self, slot: Slot, when: Occasion) -> str:
        """Return what else there is to say of a session, as TEXT.

        Args:
            slot: The session.
            when: When it is.
        """
        address = self._address(slot)
        if len(slot.people) <= MANY:
            told = (_BREAK * 2).join(self._paragraphs(slot, when, address))
            if len(told) < LONGEST:  # as TEXT it is never shorter
                return told
        return self._said(self._short(slot, when, address))

    def _short(self, slot: Slot, when: Occasion, address: tuple[str, str]) -> str:
        """Return a description in which what matters least is left out, in all languages alike."""
        told: list[tuple[list[Line], ...]] = []
        if not self._crowded(slot):
            told = self._told(slot, when, address, full=True)
            said = whole(told)
            if len(said) < LONGEST:
                return said
        if not told or len(whole(told, Rank.ORDER)) >= LONGEST:
            told = self._told(slot, when, address, full=False)
        return fitted(told, LONGEST)

    def _crowded(self, slot: Slot) -> bool:
        """Tell whether the names alone are too long, without telling them."""
        if len(slot.people) <= CROWD:
            return False
        names = [c.name for c in slot.people if c.id]
        return sum([len(voice.phrase(name)) for voice in self.spoken for name in names]) >= LONGEST

    def _told(
        self, slot: Slot, when: Occasion, address: tuple[str, str], *, full: bool
    ) -> list[tuple[list[Line], ...]]:
        clocks = zip(self.spoken, self._clocks(when), strict=True)
        return [_told(voice, slot, hours, address, full=full) for voice, hours in clocks]

    # --- as it is ----------------------------------------------------------------------------

    def _paragraphs(self, slot: Slot, when: Occasion, address: tuple[str, str]) -> list[str]:
        first, foot = self._when(when), self._foot(*address, slot.url, slot.event)
        theme = self._theme(slot.event) if slot.kind == "plenary" else ()
        who = self._who(
            slot.kind in ADDRESSED, slot.leads, slot.languages, slot.interpretation, *slot.people
        )
        told: list[str] = []
        for index, voice in enumerate(self.spoken):
            if slot.before is not None and (changes := self._lines(_changes(voice, slot))):
                told.append(f"{changes}{_BREAK}{first[index]}")
            else:
                told.append(first[index])
            if theme:
                told.append(theme[index])
            if slot.status not in IDLE:
                told.append(who[index])
            if slot.description or slot.items:
                told.append(self._lines(_more(voice, slot)))
            told.append(foot[index])
        return [each for each in told if each]

    def _lines(self, lines: Iterable[Line]) -> str:
        return self._said("\n".join(["".join(pieces) for _, pieces in lines]))

    @once
    def _when(self, when: Occasion) -> tuple[str, ...]:
        return tuple(map(self._lines, self._clocks(when)))

    @once
    def _clocks(self, when: Occasion) -> tuple[list[Line], ...]:
        return tuple([[*_when(voice, when)] for voice in self.spoken])

    @once
    def _theme(self, event: str | None) -> tuple[str, ...]:
        return tuple([self._lines(_theme(voice, event)) for voice in self.spoken])

    @once_for
    def _who(
        self,
        addressed: bool,
        leads: tuple[Lead, ...],
        tags: tuple[str, ...],
        lines: tuple[InterpretationLine, ...],
        *people: Cast,
    ) -> tuple[str, ...]:
        """Return who carries a session, who is there, and what is spoken, for each language."""
        told = [self._lead(lead) for lead in leads]
        told += [self._people(addressed, *people), self._languages(tags, lines)]
        return tuple([_BREAK.join(filter(None, each)) for each in zip(*told, strict=True)])

    @once
    def _lead(self, lead: Lead) -> tuple[str, ...]:
        return tuple([self._lines(_lead(voice, lead)) for voice in self.spoken])

    @once_for
    def _people(self, addressed: bool, *people: Cast) -> tuple[str, ...]:
        return tuple([self._lines(_people(v, people, addressed, full=True)) for v in self.spoken])

    @once
    def _languages(
        self, tags: tuple[str, ...], lines: tuple[InterpretationLine, ...]
    ) -> tuple[str, ...]:
        return tuple([self._lines(_languages(voice, tags, lines)) for voice in self.spoken])

    @once
    def _foot(
        self, address: str, language: str, url: Words | None, event: str | None
    ) -> tuple[str, ...]:
        found = (address, language)
        return tuple([self._lines(_foot(voice, found, url, event)) for voice in self.spoken])

    def _address(self, slot: Slot) -> tuple[str, str]:
        """Return the local address of a session that is held, and its language; or nothing."""
        if (found := slot.local_address) is None or slot.status in IDLE:
            return "", ""
        return self._clause(found, slot.local_venue), found.language

    @once_for
    def _clause(self, address: Phrase, venue: Phrase | None) -> str:
        local = next((v for v in self.spoken if speaks(v, address.language)), self.spoken[0])
        told = [*parts(address), *([venue] if venue else [])]
        return _wording(local, address.language).join(told, "clause")


def _told(
    voice: Voice, slot: Slot, hours: list[Line], address: tuple[str, str], *, full: bool
) -> tuple[list[Line], ...]:
    who: list[Line] = []
    if slot.status not in IDLE:
        who = [line for lead in slot.leads for line in _lead(voice, lead)]
        who += _people(voice, slot.people, slot.kind in ADDRESSED, full=full)
        who += _languages(voice, slot.languages, slot.interpretation)
    return (
        [*_changes(voice, slot), *hours],
        [*_theme(voice, slot.event)] if slot.kind == "plenary" else [],
        who,
        [*_more(voice, slot)],
        [*_foot(voice, address, slot.url, slot.event)],
    )


def _changes(voice: Voice, slot: Slot) -> Iterator[Line]:
    if moved := voice.moved(slot):
        yield Rank.CHANGES, (moved,)
    if slot.before is not None and slot.before.room is not None and slot.room is not None:
        said = voice.wording.say("new-room", before=voice.phrase(slot.before.room))
        yield Rank.CHANGES, (said,)


def _when(voice: Voice, when: Occasion) -> Iterator[Line]:
    event = voice.event_name(voice.events.get(when.event))
    start, end = when.start, when.end
    if start is not None:
        day = voice.wording.day(start.date(), weekday=True)
    else:
        day = voice.wording.when(when.when) if when.when else ""
    yield Rank.WHEN, (voice.wording.join([event, day] if day else [event], "clause"),)
    if start is not None:
        also = [zone for zone in when.elsewhere if zone]
        yield Rank.WHEN, (voice.wording.moments(start, end, also),)


def _theme(voice: Voice, event: str | None) -> Iterator[Line]:
    if theme := voice.theme(voice.events.get(event or "")):
        yield Rank.THEME, (theme,)


def _lead(voice: Voice, lead: Lead) -> Iterator[Line]:
    if pieces := voice.leads(lead):
        yield Rank.LEADS, pieces
    if topic := voice.topic(lead):
        yield Rank.TOPIC, (topic,)


def _people(voice: Voice, people: Iterable[Cast], addressed: bool, *, full: bool) -> Iterator[Line]:
    for pieces in voice.functions(people, addressed, full):
        yield Rank.PEOPLE, pieces


def _languages(
    voice: Voice, tags: tuple[str, ...], lines: tuple[InterpretationLine, ...]
) -> Iterator[Line]:
    if said := voice.spoken(tags, lines):
        yield Rank.LANGUAGES, (said,)


def _more(voice: Voice, slot: Slot) -> Iterator[Line]:
    if slot.description is not None:
        yield Rank.PROSE, (voice.phrase(slot.description),)
    if slot.items and slot.status not in IDLE:
        items = enumerate(slot.items, 1)
        told = (f"\n{number}. {voice.phrase(item.title)}" for number, item in items)
        yield Rank.ORDER, (voice.wording.say("running-order"), *told)


def _foot(
    voice: Voice, address: tuple[str, str], url: Words | None, event: str | None
) -> Iterator[Line]:
    view, page = voice.view, voice.events.get(event or "")
    told, language = address
    if told and not speaks(voice, language):
        yield Rank.DRIVER, (voice.wording.say("driver", address=told),)
    url = url or (page.url if page else None)
    revised = view.revised.date() if view.revised else None
    # What is neither a draft nor final needs no word in every entry.
    state = None if view.state == "provisional" else view.state
    if view.version is not None or url is not None or state is not None:
        shown = voice.phrase(url) if url else None
        yield Rank.LINK, (voice.wording.programme(state, view.version, revised, shown),)


def _wording(voice: Voice, language: str) -> Wording:
    """Return how a language writes; as the reader's does, if nobody has described it."""
    if speaks(voice, language):
        return voice.wording
    try:
        return Wording(language)
    except LanguageError:
        return voice.wording
