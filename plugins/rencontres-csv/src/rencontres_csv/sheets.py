"""The tables: what stands in each row, one column for each language of the reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TypeAlias

from rencontres import Cast, LeadEnd, PersonPage, Slot, View, Wording, Words

Row: TypeAlias = dict[str, str]
Say: TypeAlias = Callable[[int, Wording], str]


def _each(view: View, name: str, say: Say) -> Row:
    """Return a cell for each language of the reader: ``title.fr``, ``title.zh-Hans``."""
    return {f"{name}.{each.tag}": say(number, each) for number, each in enumerate(view.wordings)}


def _words(view: View, name: str, words: Words | None) -> Row:
    return _each(view, name, lambda number, _: str(words[number]) if words else "")


def _edition(view: View) -> Row:
    return {"version": "" if view.version is None else str(view.version), "state": view.state}


# --- the programme -------------------------------------------------------------------------------


def programme(view: View) -> Iterator[Row]:
    """Yield a row for each session: those of each day, then those without an hour.

    Args:
        view: The programme.
    """
    for slot in view.slots():
        yield {
            "id": slot.id,
            "date": slot.start.date().isoformat() if slot.start else "",
            "start": f"{slot.start:%H:%M}" if slot.start else "",
            "end": f"{slot.end:%H:%M}" if slot.end else "",
            "zone": str(slot.start.tzinfo) if slot.start else "",
            **_each(view, "when", partial(_when, slot)),
            **_words(view, "title", slot.title),
            **_words(view, "room", slot.room),
            **_words(view, "place", slot.place[0] if slot.place else None),
            "confirmation": slot.status,
            **_each(view, "status", partial(_status, slot)),
            **_each(view, "leads", partial(_leads, view, slot)),
            **_each(view, "people", partial(_people, slot)),
            "languages": " ".join(slot.languages),
            **_edition(view),
        }


def _when(slot: Slot, _: int, wording: Wording) -> str:
    if slot.start is None:
        return wording.when(slot.when) if slot.when else wording.say("unscheduled")
    day = wording.day(slot.start.date(), weekday=True)
    return wording.join([day, wording.hours(slot.start, slot.end, slot=True)], "clause")


def _status(slot: Slot, _: int, wording: Wording) -> str:
    return wording.say(f"confirmation.{slot.status}")


def _leads(view: View, slot: Slot, number: int, wording: Wording) -> str:
    """Return who carries the workshop, a line for each pairing, in the order of the language."""
    order = view.orders[number]
    return "\n".join(
        wording.join([_end(end, number, wording) for end in ends], "people")
        for ends in (
            sorted(lead.ends, key=lambda end: order.index(end.side)) for lead in slot.leads
        )
    )


def _end(end: LeadEnd, number: int, wording: Wording) -> str:
    held = [_sure(party.name[number], party.confirmation, wording) for party in end.parties]
    return wording.join(held) if held else wording.say("to-find", side=end.name[number])


def _people(slot: Slot, number: int, wording: Wording) -> str:
    return wording.join([_cast(cast, number, wording) for cast in slot.people], "clause")


def _cast(cast: Cast, number: int, wording: Wording) -> str:
    function = wording.function(cast.function, None if cast.organisation else cast.gender)
    if cast.id is None:
        name = wording.say("to-name")
    elif cast.unnamed:
        name = wording.say("name-to-confirm", organisation=cast.name[number])
    else:
        name = _sure(cast.titled[number], cast.confirmation, wording)
    return wording.say("aside", what=name, aside=function)


def _sure(name: str, confirmation: str, wording: Wording) -> str:
    if confirmation in ("confirmed", "accepted"):
        return name
    return wording.say("unconfirmed", what=name)


# --- the people ----------------------------------------------------------------------------------


def people(view: View) -> Iterator[Row]:
    """Yield a row for each person, by what she is filed under.

    Args:
        view: The programme.
    """
    for person in view.people:
        yield {
            "id": person.id,
            "sort": person.sort,
            **_words(view, "name", person.name),
            **_words(view, "titled", person.titled),
            "gender": person.gender,
            "side": person.side or "",
            "languages": " ".join(person.native),
            "email": person.email or "",
            "phone": person.phone or "",
            **_each(view, "functions", partial(_functions, person)),
            **_edition(view),
        }


def _functions(person: PersonPage, _: int, wording: Wording) -> str:
    functions = [wording.function(each, person.gender) for each in person.functions]
    return wording.join(functions, "clause")


def letters(view: View) -> Iterator[Row]:
    """Yield a row for each letter of a mail merge: whom it is for, and what she does when.

    Args:
        view: The programme.
    """
    holders = frozenset(view.holders)
    for person in view.people:
        if person.salutation is None:
            continue
        own = tuple(view.of(person.id).slots()) if person.id in holders else ()
        yield {
            "id": person.id,
            "language": _language(person, view),
            **_words(view, "salutation", person.salutation),
            **_words(view, "titled", person.titled),
            "side": person.side or "",
            "email": person.email or "",
            **_each(view, "programme", partial(_lines, own)),
            **_edition(view),
        }


def _language(person: PersonPage, view: View) -> str:
    """Return in which of the reader's languages a letter to somebody is best written."""
    tags = [wording.tag for wording in view.wordings]
    spoken = [tag.split("-")[0] for tag in person.native]
    return next((tag for one in spoken for tag in tags if tag.split("-")[0] == one), tags[0])


def _lines(slots: tuple[Slot, ...], number: int, wording: Wording) -> str:
    return "\n".join(_line(slot, number, wording) for slot in slots)


def _line(slot: Slot, number: int, wording: Wording) -> str:
    told = [_when(slot, number, wording), str(slot.title[number])]
    told += [str(slot.room[number])] if slot.room else []
    return wording.say(
        "aside", what=wording.join(told, "clause"), aside=_status(slot, number, wording)
    )


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
