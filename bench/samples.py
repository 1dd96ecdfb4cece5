"""The dossiers that are measured, and how times are taken."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping
from statistics import median
from typing import Any

SIDES = {
    "fr": {"name": "partie française", "zone": "Europe/Paris", "languages": ["fr"]},
    "cn": {
        "name": {"fr": "partie chinoise", "zh-Hans": "中方"},
        "zone": "Asia/Shanghai",
        "languages": ["zh-Hans"],
    },
}


def raw(
    sessions: int, people: int = 500, roles: Callable[[int], dict[str, Any]] | None = None
) -> Any:
    """Return a bilingual dossier as JSON would bring it.

    Args:
        sessions: How many sessions, on 28 days, in 20 rooms of a town with its own clock.
        people: How many people, of two sides.
        roles: Who does what in the session of a number; None: a moderator and a speaker.
    """

    def two(number: int) -> dict[str, Any]:
        return {
            "moderator": {f"p{number % people}": "confirmed"},
            "speaker": {f"p{(number * 7 + 1) % people}": "confirmed"},
        }

    who = roles or two
    return {
        "rencontres": 1,
        "namespace": "rencontres.example.org",
        "languages": ["fr", "zh-Hans"],
        "revised": "2016-10-20T10:00:00Z",
        "sides": SIDES,
        "places": {
            "chengdu": {
                "name": {"fr": "Chengdu", "zh-Hans": "成都"},
                "side": "cn",
                "zone": "Asia/Shanghai",
            }
        },
        "rooms": {
            f"r{n}": {"name": {"fr": f"Salle {n}", "zh-Hans": f"{n}号会议室"}, "place": "chengdu"}
            for n in range(20)
        },
        "people": {f"p{n}": person(n) for n in range(people)},
        "events": {"e": {"title": {"fr": "Rencontres", "zh-Hans": "论坛"}, "place": "chengdu"}},
        "sessions": {
            f"s{n}": {
                "event": "e",
                "title": {"fr": f"Séance {n} sur l’énergie", "zh-Hans": f"第{n}场：能源"},
                "day": f"2016-10-{1 + n % 28:02}",
                "hours": f"{8 + n % 10:02}:00-{9 + n % 10:02}:30",
                "room": f"r{n % 20}",
                "roles": who(n),
                "interpretation": {"between": ["fr", "zh-Hans"], "mode": "simultaneous"},
            }
            for n in range(sessions)
        },
    }


def person(number: int) -> dict[str, Any]:
    """Return the person of a number."""
    return {
        "side": "fr" if number % 2 else "cn",
        "gender": "masculine",
        "names": {
            "fr": {"family": f"Dupont{number}", "given": "Jean"},
            "zh-Hans": {"family": "杜邦", "given": f"让{number}"},
        },
    }


def taken(call: Callable[[], object]) -> float:
    """Return how long a call takes, in seconds of the processor."""
    gc.collect()
    begin = time.process_time()
    call()
    return time.process_time() - begin


def race(calls: Mapping[str, Callable[[], object]], turns: int) -> dict[str, list[float]]:
    """Return how long each of several calls takes, in seconds; they take turns."""
    times: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(turns):
        for name, call in calls.items():
            times[name].append(taken(call))
    return times


def ratio(times: Mapping[str, list[float]], one: str, other: str) -> float:
    """Return how many times longer one call takes than another: the median, turn by turn."""
    return median(a / b for a, b in zip(times[one], times[other], strict=True))
