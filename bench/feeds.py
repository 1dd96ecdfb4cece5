"""A calendar for each person, beside `icalendar` writing the same calendars.

    python bench/feeds.py [people [turns]]

Each person takes part in 20 sessions, of 20 people or of 100. `icalendar` is handed the finished
texts and moments of one person in ten, read from our own output before any clock runs; its time is
told for all. Memory is the peak of what Python allocates while the calendars are made one at a
time, the view being there: the sessions stay the same 1,000 while people become ten times as many.
"""

from __future__ import annotations

import gc
import sys
import tracemalloc
from statistics import median
from typing import Any

from calendars import icalendar, rows
from samples import race, ratio, raw

from rencontres import FEEDS, Reader, View, load_data, view

SESSIONS = 20
SEATS = (20, 100)


def held(people: int, sessions: int) -> Any:
    """Return a dossier in which each person has 20 sessions."""
    seats = people * SESSIONS // sessions

    def roles(number: int) -> dict[str, Any]:
        first = number * seats // SESSIONS
        who = [f"p{(first + seat) % people}" for seat in range(seats)]
        return {
            "moderator": dict.fromkeys(who[:2], "confirmed"),
            "speaker": dict.fromkeys(who[2:], "confirmed"),
        }

    return raw(sessions, people, roles)


def walk(seen: View) -> int:
    """Make every calendar, and keep none."""
    return sum(len(document.body) for document in FEEDS.stream(seen))


def peak(people: int) -> float:
    """Return how much memory the calendars of so many people need at most, in megabytes."""
    seen = view(load_data(held(people, 1_000)), Reader("fr"))
    _ = seen.holders
    gc.collect()
    tracemalloc.start()
    walk(seen)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most / 1e6


def contest(people: int, seats: int, turns: int) -> None:
    """Print how long the calendars of people take that share sessions."""
    dossier = load_data(held(people, people * SESSIONS // seats))
    seen = view(dossier, Reader("fr"))
    sample = [rows(document.body) for document in FEEDS(seen)[::10]]
    times = race(
        {
            "view and FEEDS": lambda: walk(view(dossier, Reader("fr"))),
            "FEEDS": lambda: walk(seen),
            "icalendar": lambda: [icalendar(each) for each in sample],
        },
        turns,
    )
    times["icalendar"] = [time * people / len(sample) for time in times["icalendar"]]
    print(
        f"{people} calendars of {SESSIONS} sessions of {seats} people; µs a calendar, the median "
        f"of {turns} turns"
    )
    for name, taken in times.items():
        print(f"  {name:16}{median(taken) * 1e6 / people:8.1f}")
    beyond, whole = (ratio(times, "icalendar", name) for name in ("FEEDS", "view and FEEDS"))
    print(f"icalendar: {beyond:.0f} times FEEDS, {whole:.0f} times view and FEEDS")


def main(people: int, turns: int) -> None:
    for seats in SEATS:
        contest(people, seats, turns)
    for number in (1_000, 10_000):
        print(f"{number:6} calendars one at a time: {peak(number):.1f} MB at most")


if __name__ == "__main__":
    arguments = [int(argument) for argument in sys.argv[1:]]
    main(*(arguments + [1_000, 3][len(arguments) :]))
