"""One page for the door of each room: what is held there, and what has left for another room."""

from __future__ import annotations

from collections.abc import Iterator

from rencontres import Part, Slot, View, Words


def rooms(view: View) -> Iterator[tuple[str, Words, View]]:
    """Yield for each room the name of its page, what it is called, and its part of the programme.

    A session that has been moved is also on the door of the room that it has left, for those who
    come there. Rooms are the same if they are called the same in the same venue, in the order of
    the programme.

    Args:
        view: The programme.
    """
    doors: dict[tuple[Words, ...], set[str]] = {}
    for slot in view.slots():
        for door in _doors(slot):
            doors.setdefault(door, set()).add(slot.id)
    taken: set[str] = set()
    for door, held in doors.items():
        yield _called(door[0], taken), door[0], view.only(parts=[Part.SESSIONS], sessions=held)


def _doors(slot: Slot) -> Iterator[tuple[Words, ...]]:
    if slot.room is not None:
        yield slot.room, *slot.place
    if slot.before is not None and slot.before.room is not None:
        yield slot.before.room, *slot.place


def _called(room: Words, taken: set[str]) -> str:
    """Return a name for a file: letters and digits of the room, and a number where it is taken."""
    signs = "".join(sign if sign.isalnum() else " " for sign in room[0].casefold())
    name = "-".join(["room", *signs[:36].split()])
    number = 2
    found = name
    while found in taken:
        found, number = f"{name}-{number}", number + 1
    taken.add(found)
    return found
