"""The tables: what stands in each row, one column for each language of the reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TypeAlias

from rencontres import Cast, LeadEnd, PersonPage, Slot, View, Voice, Words

Row: TypeAlias = dict[str, str]
Say: TypeAlias = Callable[[Voice], str]


def _each(voices: Sequence[Voice], name: str, say: Say) -> Row:
    """Return a cell for each language of the reader: ``title.fr``, ``title.zh-Hans``."""
    return {f"{name}.{voice.wording.tag}": str(say(voice)) for voice in voices}


def _words(voices: Sequence[Voice], name: str, words: Words | None) -> Row:
    return _each(voices, name, lambda voice: voice.phrase(words) if words else "")


def _edition(view: View) -> Row:
    return {"version": "" if view.version is None else str(view.version), "state": view.state}


# --- the programme -------------------------------------------------------------------------------


def programme(view: View) -> Iterator[Row]:
    """Yield a row for each session: those of each day, then those without an hour.

    Args:
        view: The programme.
    """
    voices = Voice.of(view)
    for slot in view.slots():
        yield {
            "id": slot.id,
            "date": slot.start.date().isoformat() if slot.start else "",
            "start": f"{slot.start:%H:%M}" if slot.start else "",
            "end": f"{slot.end:%H:%M}" if slot.end else "",
            "zone": str(slot.start.tzinfo) if slot.start else "",
            **_each(voices, "when", partial(_when, slot)),
            **_words(voices, "title", slot.title),
            **_words(voices, "room", slot.room),
            **_words(voices, "place", slot.place[0] if slot.place else None),
            "confirmation": slot.status,
            **_each(voices, "status", partial(_status, slot)),
            **_each(voices, "leads", partial(_leads, slot)),
            **_each(voices, "people", partial(_people, slot)),
            "languages": " ".join(slot.languages),
            **_edition(view),
        }


def _when(slot: Slot, voice: Voice) -> str:
    if slot.start is None:
        return voice.when(slot) or voice.wording.say("unscheduled")
    day = voice.wording.day(slot.start.date(), weekday=True)
    return voice.wording.join([day, voice.when(slot)], "clause")


def _status(slot: Slot, voice: Voice) -> str:
    return voice.wording.say(f"confirmation.{slot.status}")


def _leads(slot: Slot, voice: Voice) -> str:
    """Return who carries the workshop, a line for each pairing, in the order of the language."""
    found = (sorted(lead.ends, key=lambda end: voice.ranks[end.side]) for lead in slot.leads)
    return "\n".join(
        voice.wording.join([_end(end, voice) for end in ends], "people") for ends in found
    )


def _end(end: LeadEnd, voice: Voice) -> str:
    if not end.parties:
        return "".join(voice.end(end))
    held = [voice.sure(voice.phrase(party.name), party.confirmation) for party in end.parties]
    return voice.wording.join(held)


def _people(slot: Slot, voice: Voice) -> str:
    return voice.wording.join([_cast(cast, voice) for cast in slot.people], "clause")


def _cast(cast: Cast, voice: Voice) -> str:
    if cast.id is None:
        name = voice.wording.say("to-name")
    elif cast.unnamed:
        name = voice.wording.say("name-to-confirm", organisation=voice.phrase(cast.name))
    else:
        name = voice.sure(voice.phrase(cast.titled), cast.confirmation)
    return voice.wording.say("aside", what=name, aside=voice.own([cast]))


# --- the people ----------------------------------------------------------------------------------


def people(view: View) -> Iterator[Row]:
    """Yield a row for each person, by what she is filed under.

    Args:
        view: The programme.
    """
    voices = Voice.of(view)
    for person in view.people:
        yield {
            "id": person.id,
            "sort": person.sort,
            **_words(voices, "name", person.name),
            **_words(voices, "titled", person.titled),
            "gender": person.gender,
            "side": person.side or "",
            "languages": " ".join(person.native),
            "email": person.email or "",
            "phone": person.phone or "",
            **_each(voices, "functions", partial(_functions, person)),
            **_edition(view),
        }


def _functions(person: PersonPage, voice: Voice) -> str:
    functions = [voice.wording.function(each, person.gender) for each in person.functions]
    return voice.wording.join(functions, "clause")


def letters(view: View) -> Iterator[Row]:
    """Yield a row for each letter of a mail merge: whom it is for, and what she does when.

    Args:
        view: The programme.
    """
    voices, holders = Voice.of(view), frozenset(view.holders)
    for person in view.people:
        if person.salutation is None:
            continue
        own = tuple(view.of(person.id).slots()) if person.id in holders else ()
        yield {
            "id": person.id,
            "language": _language(person, view),
            **_words(voices, "salutation", person.salutation),
            **_words(voices, "titled", person.titled),
            "side": person.side or "",
            "email": person.email or "",
            **_each(voices, "programme", partial(_lines, own)),
            **_edition(view),
        }


def _language(person: PersonPage, view: View) -> str:
    """Return in which of the reader's languages a letter to somebody is best written."""
    tags = [wording.tag for wording in view.wordings]
    spoken = [tag.split("-")[0] for tag in person.native]
    return next((tag for one in spoken for tag in tags if tag.split("-")[0] == one), tags[0])


def _lines(slots: tuple[Slot, ...], voice: Voice) -> str:
    return "\n".join(_line(slot, voice) for slot in slots)


def _line(slot: Slot, voice: Voice) -> str:
    room = voice.phrase(slot.room) if slot.room else ""
    told = voice.wording.join([_when(slot, voice), voice.phrase(slot.title), room], "clause")
    return voice.wording.say("aside", what=told, aside=_status(slot, voice))


_PROGRAMME = (
    "id date start end zone when.* title.* room.* place.* confirmation status.* leads.* people.* "
    "languages version state"
)
_PEOPLE = "id sort name.* titled.* gender side languages email phone functions.* version state"
_LETTERS = "id language salutation.* titled.* side email programme.* version state"

SHEETS: Mapping[str, tuple[str, Callable[[View], Iterator[Row]]]] = {
    "programme": (_PROGRAMME, programme),
    "people": (_PEOPLE, people),
    "letters": (_LETTERS, letters),
}
"""The columns of each table, where ``*`` is each language of the reader, and what fills them."""


def columns(view: View, name: str) -> list[str]:
    """Return the headings of a table.

    Args:
        view: The programme.
        name: The table.
    """
    tags = [wording.tag for wording in view.wordings]
    return [
        heading.replace("*", tag)
        for heading in SHEETS[name][0].split()
        for tag in (tags if heading.endswith("*") else [""])
    ]
