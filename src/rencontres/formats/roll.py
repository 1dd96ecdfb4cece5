"""Lists that a selection asks for: the pairings with where each promise stands, the people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rencontres.formats.thing import Line, Thing
from rencontres.formats.voice import SURE, Voice
from rencontres.views import LeadParty, PairingPage, PersonPage, SidePage


def pairings(voice: Voice, wanted: Iterable[str]) -> Iterator[Thing]:
    """Yield pairings by their workshop: who stands at each end, what is still to be confirmed.

    Args:
        voice: The language.
        wanted: Ids of pairings.
    """
    ids = frozenset(wanted)
    workshops: dict[str | None, list[PairingPage]] = {}
    for page in voice.view.pairings:
        if page.id in ids:
            workshops.setdefault(page.workshop, []).append(page)
    titles = {each.id: voice.phrase(each.title) for each in voice.view.workshops}
    for workshop, pages in workshops.items():
        number = pages[0].number
        if workshop is None or (number is None and workshop not in titles):
            for page in pages:
                if lines := tuple(_pairing(voice, page)):
                    yield Thing(lines[0], lines[1:])
        else:
            head = voice.wording.workshop(number, titles.get(workshop))
            yield Thing(head, tuple(line for page in pages for line in _pairing(voice, page)))


def _pairing(voice: Voice, page: PairingPage) -> Iterator[Line]:
    yield from voice.carried([page.lead])
    if page.strands:
        strands = voice.wording.join(map(voice.phrase, page.strands))
        yield voice.wording.say("strands", strands=strands)
    ends = sorted(page.lead.ends, key=lambda end: voice.ranks.get(end.side, len(voice.ranks)))
    for end in ends:
        for party in end.parties:
            if promise := _promise(voice, party):
                yield promise
    if page.people:
        yield voice.function("contact", page.people, full=True)


def _promise(voice: Voice, party: LeadParty) -> str | None:
    """Return where a promise stands, if more is known than whether it is sure."""
    told = [*voice.followed(party)]
    if party.confirmation not in SURE and party.confirmation != "to-confirm":
        told.insert(0, voice.wording.say(f"confirmation.{party.confirmation}"))
    return voice.asked(party, told) if told or party.person else None


def people(voice: Voice) -> Iterator[Thing]:
    """Yield the people of each side, the leading language's first, by what they are filed under.

    Args:
        voice: The language.
    """
    # In two languages the same things stand side by side.
    ranks = {side: rank for rank, side in enumerate(voice.view.orders[0])}
    sides: dict[str | None, list[PersonPage]] = {}
    for page in voice.view.people:
        sides.setdefault(page.side, []).append(page)
    for side in sorted(sides, key=lambda side: ranks.get(side or "", len(ranks))):
        lines = tuple(_person(voice, page) for page in sides[side])
        known: SidePage | None = voice.view.side(side)
        if known is not None:
            yield Thing(voice.wording.heading(voice.phrase(known.name)), lines)
        else:
            yield from (Thing(line) for line in lines)


def _person(voice: Voice, page: PersonPage) -> str:
    wording = voice.wording
    functions = [wording.function(function, page.gender) for function in page.functions]
    told: str = voice.phrase(page.titled)
    if functions:
        told = wording.say("aside", what=told, aside=wording.join(dict.fromkeys(functions)))
    contact = [part for part in (page.email, page.phone) if part]
    return wording.join([told, *contact], "clause")
