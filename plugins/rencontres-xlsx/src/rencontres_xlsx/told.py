"""People and promises in words, for a cell: the function first, a line each."""

from __future__ import annotations

from rencontres import Cast, LeadEnd, LeadParty, PersonPage, Slot, Voice

_OFF = ("declined", "withdrawn", "postponed", "cancelled")


def promised(name: str, confirmation: str, voice: Voice) -> str:
    """Return a name, with where the promise stands unless it is kept.

    Args:
        name: Who.
        confirmation: Where it stands.
        voice: The language.
    """
    if confirmation in _OFF:
        state = voice.wording.say(f"confirmation.{confirmation}")
        return voice.wording.say("aside", what=name, aside=state)
    return voice.sure(name, confirmation)


def cast(one: Cast, voice: Voice) -> str:
    """Return who does something, with the function first.

    Args:
        one: Who.
        voice: The language.
    """
    wording = voice.wording
    if one.id is None:
        name = wording.say("to-name")
    elif one.unnamed:
        name = wording.say("name-to-confirm", organisation=voice.phrase(one.name))
    else:
        name = promised(voice.phrase(one.titled), one.confirmation, voice)
    if one.on_behalf_of:
        behalf = voice.phrase(one.on_behalf_of)
        name = wording.say("on-behalf-of", person=name, organisation=behalf)
    return wording.say("board.line", what=wording.heading(voice.own([one])), told=name)


def people(slot: Slot, voice: Voice) -> str:
    """Return who carries a session and who does what in it, a line each.

    Args:
        slot: The session.
        voice: The language.
    """
    ranked = (sorted(lead.ends, key=lambda end: voice.ranks[end.side]) for lead in slot.leads)
    leads = [voice.wording.join([_end(end, voice) for end in ends], "people") for ends in ranked]
    return "\n".join([*leads, *(cast(each, voice) for each in slot.people)])


def _end(end: LeadEnd, voice: Voice) -> str:
    if not end.parties:
        return "".join(voice.end(end))
    return voice.wording.join(
        [promised(_party(each, voice), each.confirmation, voice) for each in end.parties]
    )


def _party(one: LeadParty, voice: Voice) -> str:
    name = str(voice.phrase(one.short))
    if one.person is None:
        return name
    who = voice.phrase(one.person.formal)
    return voice.wording.say("represented-by", organisation=name, person=who)


def tasks(page: PersonPage, voice: Voice) -> str:
    """Return what somebody does, each function once.

    Args:
        page: Who.
        voice: The language.
    """
    functions = [voice.wording.function(each, page.gender) for each in page.functions]
    return voice.wording.join(functions, "clause")


def posts(page: PersonPage, voice: Voice) -> str:
    """Return the posts of somebody.

    Args:
        page: Who.
        voice: The language.
    """
    return voice.wording.join(map(voice.phrase, page.posts), "clause")
