"""People and promises in words, for a cell."""

from __future__ import annotations

from collections.abc import Iterator

from rencontres import BoardCall, Cast, LeadEnd, LeadParty, PersonPage, Slot, View, Wording

_SURE = ("confirmed", "accepted")
_OFF = ("declined", "withdrawn", "postponed", "cancelled")


def promised(name: str, confirmation: str, wording: Wording) -> str:
    """Return a name, with where the promise stands unless it is kept.

    Args:
        name: Who.
        confirmation: Where it stands.
        wording: The language.
    """
    if confirmation in _SURE:
        return name
    if confirmation in _OFF:
        state = wording.say(f"confirmation.{confirmation}")
        return wording.say("aside", what=name, aside=state)
    return wording.say("unconfirmed", what=name)


def cast(one: Cast, number: int, wording: Wording) -> str:
    """Return who does something, with the function first.

    Args:
        one: Who.
        number: Of the language.
        wording: The language.
    """
    if one.id is None:
        name = wording.say("to-name")
    elif one.unnamed:
        name = wording.say("name-to-confirm", organisation=one.name[number])
    else:
        name = promised(one.titled[number], one.confirmation, wording)
    if one.on_behalf_of:
        name = wording.say("on-behalf-of", person=name, organisation=one.on_behalf_of[number])
    function = wording.function(one.function, None if one.organisation else one.gender)
    return wording.say("board.line", what=wording.heading(function), told=name)


def people(view: View, slot: Slot, number: int, wording: Wording) -> str:
    """Return who carries a session and who does what in it, a line each.

    Args:
        view: The programme.
        slot: The session.
        number: Of the language.
        wording: The language.
    """
    leads = [_lead(view, each.ends, number, wording) for each in slot.leads]
    return "\n".join([*leads, *(cast(each, number, wording) for each in slot.people)])


def _lead(view: View, ends: tuple[LeadEnd, ...], number: int, wording: Wording) -> str:
    order = view.orders[number]
    ranked = sorted(ends, key=lambda end: order.index(end.side))
    return wording.join([_end(end, number, wording) for end in ranked], "people")


def _end(end: LeadEnd, number: int, wording: Wording) -> str:
    held = [promised(party(each, number, wording), each.confirmation, wording)
            for each in end.parties]  # fmt: skip
    return wording.join(held) if held else wording.say("to-find", side=end.name[number])


def party(one: LeadParty, number: int, wording: Wording) -> str:
    """Return an organisation, and who stands for it.

    Args:
        one: The organisation.
        number: Of the language.
        wording: The language.
    """
    name = str(one.short[number])
    if one.person is None:
        return name
    return wording.say("represented-by", organisation=name, person=one.person.formal[number])


def call(one: BoardCall, number: int, wording: Wording) -> str:
    """Return who carries a workshop or is asked to, and where the promise stands.

    Args:
        one: Who.
        number: Of the language.
        wording: The language.
    """
    said = [wording.say(f"confirmation.{one.party.confirmation}"), *_followed(one, number, wording)]
    if one.function != "lead":
        said.insert(0, wording.function(one.function))
    told = wording.join(said, "clause")
    return wording.say("aside", what=party(one.party, number, wording), aside=told)


def _followed(one: BoardCall, number: int, wording: Wording) -> Iterator[str]:
    if one.party.asked:
        yield wording.say("promise.asked", date=one.party.asked)
    if one.party.due:
        yield wording.say("promise.overdue" if one.overdue else "promise.due", when=one.party.due)
    if one.party.by:
        yield wording.say("promise.by", who=one.party.by[number])


def tasks(page: PersonPage, wording: Wording) -> str:
    """Return what somebody does, each function once.

    Args:
        page: Who.
        wording: The language.
    """
    functions = [wording.function(each, page.gender) for each in page.functions]
    return wording.join(functions, "clause")


def posts(page: PersonPage, number: int, wording: Wording) -> str:
    """Return the posts of somebody.

    Args:
        page: Who.
        number: Of the language.
        wording: The language.
    """
    return wording.join([str(post[number]) for post in page.posts], "clause")
