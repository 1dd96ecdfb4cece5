"""The points of a meeting, or the steps of a session, in the order given."""

from __future__ import annotations

from collections.abc import Iterator

from rencontres.formats.thing import plain
from rencontres.formats.voice import Voice
from rencontres.views import ItemLine, Slot

MEETINGS = frozenset({"committee-meeting", "group-meeting"})
"""Events whose sessions have an agenda; others have a running order."""


def lines(voice: Voice, slot: Slot) -> Iterator[str]:
    """Yield what is on the agenda of a session, after its label; nothing where that is nothing.

    Args:
        voice: The language.
        slot: The session.
    """
    if slot.items:
        event = voice.view.event(slot.event)
        meets = event is not None and event.kind in MEETINGS
        yield voice.wording.say("agenda.label" if meets else "running-order")
        for number, item in enumerate(slot.items, 1):
            yield _item(voice, number, item)


def _item(voice: Voice, number: int, item: ItemLine) -> str:
    wording = voice.wording
    named = [voice.cast(cast) for cast in item.people if cast.id is not None]
    wanted = [plain(voice.function(cast.function, [cast])) for cast in item.people if not cast.id]
    told = wording.join([voice.point(item), wording.join(named, "people"), *wanted], "clause")
    solid = wording.language.labelled and not told[0].isascii()
    return f"{number}.{'' if solid else ' '}{told}"
