"""Apply every rule to dossiers of many sessions, with people, rooms and interpreters to match.

    python bench/checks.py [count ...]

A day has 60 sessions in 12 rooms, 90 minutes each, the next one 15 minutes later; an event goes on
for as many days as it takes. Each session has a moderator and two speakers out of a third as many
people, half of them of each side, and interpreters; one session in a hundred is moved to the hour
and room of another one, and one in fifty lacks a room, a title in Chinese, or an answer.

It prints milliseconds of the processor, the least of several runs, for each count (10,000 and
100,000), microseconds a session, how many findings there are, the slowest rules, and how many
times longer the last takes than the first.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import attrs
from samples import taken

from rencontres import Dossier, load_data
from rencontres.checks import Rule, check
from rencontres.checks.catalogue import RULES
from rencontres.checks.phase import PHASES

RUNS = 3
ROOMS = 12
A_DAY = 60
CHENGDU = ZoneInfo("Asia/Shanghai")
FIRST = datetime(2016, 10, 28, 8, 30, tzinfo=CHENGDU)
TODAY = date(2016, 10, 24)


def dossier(count: int) -> Dossier:
    """Return a dossier of so many sessions."""
    people = max(count // 3, 10)
    workshops = max(count // 12, 1)
    days = -(-count // A_DAY)
    last = FIRST.date() + timedelta(days=days)
    return load_data({
        "rencontres": 1,
        "namespace": "rencontres.example.org",
        "languages": ["fr", "zh-Hans"],
        "sides": {
            "fr": {"name": "partie française", "zone": "Europe/Paris", "languages": ["fr"]},
            "cn": {
                "name": {"fr": "partie chinoise", "zh-Hans": "中方"},
                "zone": "Asia/Shanghai",
                "languages": ["zh-Hans"],
            },
        },
        "places": {"chengdu": {"name": {"fr": "Chengdu", "zh-Hans": "成都"}, "side": "cn",
                               "zone": "Asia/Shanghai"}},
        "rooms": {f"r{n}": {"name": f"Salle {n}", "place": "chengdu", "capacity": 60, "booths": 1}
                  for n in range(ROOMS)},
        "organisations": {f"o{n}": organisation(n) for n in range(workshops)},
        "people": {f"p{n}": person(n, workshops) for n in range(people)},
        "events": {"e": {"title": {"fr": "Rencontres", "zh-Hans": "论坛"}, "place": "chengdu",
                         "when": f"{FIRST.date()}/{last}"}},
        "workshops": {f"w{n}": {"event": "e", "number": n + 1,
                                "title": {"fr": f"Atelier {letters(n)}", "zh-Hans": f"第{n}分论坛"},
                                "roles": {"moderator": {f"p{n % people}": "confirmed"}}}
                      for n in range(workshops)},
        "pairings": {f"b{n}": pairing(n, workshops) for n in range(workshops)},
        "sessions": {f"s{n}": session(n, people, workshops) for n in range(count)},
    })  # fmt: skip


def letters(number: int) -> str:
    """Return a number in letters, so that no two names are alike."""
    found = ""
    for digit in str(number):
        found += "bacodufeginoputaresi"[2 * int(digit) :][:2]
    return found.title()


def organisation(number: int) -> dict[str, Any]:
    """Return the authority of a number; every other one is of the other side."""
    side = "cn" if number % 2 else "fr"
    return {"name": f"{letters(number)} {letters(number * 7)}", "side": side, "level": "local"}


def person(number: int, organisations: int) -> dict[str, Any]:
    """Return the person of a number, of the side of her authority."""
    at = number % organisations
    return {
        "side": "cn" if at % 2 else "fr",
        "gender": "feminine" if number % 3 else "masculine",
        "names": {"fr": {"family": letters(number), "given": "Jeanne"}},
        "posts": [{"title": "maire", "organisation": f"o{at}"}],
    }


def pairing(number: int, organisations: int) -> dict[str, Any]:
    """Return the pairing of a number, of two sides."""
    one, other = number - number % 2, number - number % 2 + 1
    ends: dict[str, Any] = {"fr": {f"o{one}": "confirmed"}}
    if other < organisations and number % 50:
        ends["cn"] = {f"o{other}": "confirmed" if number % 5 else "invited"}
    return {"workshop": f"w{number}", "topic": f"Sujet {letters(number)}", "ends": ends}


def session(number: int, people: int, workshops: int) -> dict[str, Any]:
    """Return the session of a number."""
    place = number - 1 if number % 100 == 99 else number
    day, place = divmod(place, A_DAY)
    start = FIRST + timedelta(days=day, minutes=105 * (place // ROOMS))
    found: dict[str, Any] = {
        "event": "e",
        "workshop": f"w{number % workshops}",
        "title": {"fr": f"Séance {number}", "zh-Hans": f"第{number}场"},
        "start": start,
        "end": start + timedelta(minutes=90),
        "room": f"r{place % ROOMS}",
        "confirmation": "confirmed",
        "interpretation": {
            "between": ["fr", "zh-Hans"],
            "mode": "simultaneous",
            "team": [f"p{(number * 3) % people}", f"p{(number * 3 + 1) % people}"],
        },
        "roles": {
            "moderator": {f"p{number % people}": "confirmed"},
            "speaker": {
                f"p{(number * 7 + 1) % people}": "confirmed",
                f"p{(number * 5 + 2) % people}": "invited" if number % 50 == 7 else "confirmed",
            },
        },
    }
    if number % 50 == 11:
        del found["room"]
    if number % 50 == 23:
        found["title"] = f"Séance {number}"
    return found


def always() -> Iterator[Rule]:
    """Yield every rule, those included that wait or are off."""
    for rule in RULES:
        yield attrs.evolve(rule, phases=PHASES)


def slowest(prepared: Dossier, rules: tuple[Rule, ...]) -> str:
    """Return the rules that take longest, alone, in milliseconds."""
    times = {
        rule.code: taken(lambda rule=rule: check(prepared, today=TODAY, rules=[rule]))
        for rule in rules
    }
    longest = sorted(times, key=times.__getitem__)[-4:][::-1]
    return ", ".join(f"{code} {1000 * times[code]:.0f}" for code in longest)


def main() -> None:
    counts = [int(word) for word in sys.argv[1:]] or [10_000, 100_000]
    rules = tuple(always())
    found = []
    print(f"{len(rules)} rules")
    print(f"{'sessions':>9} {'ms':>8} {'µs each':>8} {'findings':>9}   slowest, ms alone")
    for count in counts:
        prepared = dossier(count)
        report = check(prepared, today=TODAY, rules=rules)
        least = min(
            taken(lambda prepared=prepared: check(prepared, today=TODAY, rules=rules))
            for _ in range(RUNS)
        )
        found.append(least)
        each = f"{1_000_000 * least / count:8.1f} {len(report):9}"
        print(f"{count:9} {1000 * least:8.0f} {each}   {slowest(prepared, rules)}")
    print(f"{found[-1] / found[0]:.1f} times longer for {counts[-1] / counts[0]:g} times as many")


if __name__ == "__main__":
    main()
