"""Compare two dossiers of many sessions of which one in a hundred has changed.

    python bench/compare.py [count ...]

It prints milliseconds of the processor, the least of several runs, for each count (10,000 and
100,000), microseconds a session, and how the last differs from the first: 1.0 where time is linear.
"""

from __future__ import annotations

import gc
import sys
import time
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import attrs

from rencontres import Changes, Dossier, Event, Name, Person, Role, Room, Session, Text, compare
from rencontres.model import Pairing, Workshop

RUNS = 5
CHENGDU = ZoneInfo("Asia/Shanghai")
START = datetime(2016, 10, 28, 9, tzinfo=UTC)


def dossier(count: int) -> Dossier:
    """Return a dossier of so many sessions, a hundred in each workshop."""
    workshops = range(count // 100)
    return Dossier(
        namespace="rencontres.example.org",
        languages=("fr", "zh-Hans"),
        events=(Event("e", title=Text(fr="Rencontres", zh_Hans="论坛")),),
        rooms=tuple(Room(f"r{n}", name=Text.same(f"Salle {n}")) for n in range(20)),
        people=tuple(Person(f"p{n}", names=(Name("fr", f"Nom {n}"),)) for n in range(count // 20)),
        workshops=tuple(
            Workshop(f"w{n}", title=Text.same(f"Atelier {n}"), event="e") for n in workshops
        ),
        pairings=tuple(Pairing(f"b{n}", workshop=f"w{n}") for n in workshops),
        sessions=tuple(session(n, count) for n in range(count)),
    )


def session(number: int, count: int) -> Session:
    """Return the session of a number."""
    start = (START + timedelta(minutes=30 * number)).astimezone(CHENGDU)
    return Session(
        f"s{number}",
        event="e",
        workshop=f"w{number // 100}",
        title=Text({"fr": f"Séance {number}", "zh-Hans": f"会议 {number}"}),
        start=start,
        end=start + timedelta(minutes=90),
        room=f"r{number % 20}",
        roles=(
            Role("moderator", f"p{number % (count // 20)}", confirmation="confirmed"),
            Role("speaker", f"p{(number + 7) % (count // 20)}"),
        ),
    )


def corrected(old: Dossier) -> Dossier:
    """Return the dossier with one session in a hundred moved, cancelled, retitled or gone."""
    changed: list[Session] = []
    for number, each in enumerate(old.sessions[::100]):
        if number % 4 == 0:
            changed.append(attrs.evolve(each, room="r0", start=session(100 * number + 1, 20).start))
        elif number % 4 == 1:
            changed.append(attrs.evolve(each, confirmation="cancelled"))
        elif number % 4 == 2:
            changed.append(attrs.evolve(each, title=Text({"fr": "Autre", "zh-Hans": "其他"})))
        else:
            changed.append(attrs.evolve(each, roles=each.roles[:1]))
    # As after a load: nothing is the same object any more.
    return fresh(old.with_(*changed))


def fresh(old: Dossier) -> Dossier:
    """Return a dossier whose sessions are equal and not the same."""
    return attrs.evolve(old, sessions=tuple(attrs.evolve(each) for each in old.sessions))


def measure(count: int) -> float:
    """Print how long a comparison takes, and return seconds of the processor a session."""
    old = dossier(count)
    new = corrected(old)
    best, changes = min((timed(old, new) for _ in range(RUNS)), key=lambda each: each[0])
    people = len(changes.by_person())
    print(
        f"{count:>9,} sessions: {len(changes):>6,} changes for {people:,} people,"
        f" {best * 1e3:8.1f} ms, {best / count * 1e6:5.2f} µs a session"
    )
    return best / count


def timed(old: Dossier, new: Dossier) -> tuple[float, Changes]:
    """Return seconds of the processor, and the changes."""
    gc.collect()
    gc.disable()
    begin = time.process_time()
    changes = compare(old, new)
    spent = time.process_time() - begin
    gc.enable()
    return spent, changes


def main(counts: list[int]) -> None:
    """Measure each count."""
    each = [measure(count) for count in counts]
    if len(each) > 1:
        ratio = each[-1] / each[0]
        print(f"{counts[-1]:,} against {counts[0]:,}: {ratio:.2f} times the time a session")


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [10_000, 100_000])
