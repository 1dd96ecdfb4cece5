"""The small dossier that the examples of rules stand on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

SAMPLE: Mapping[str, Any] = {
    "rencontres": 1,
    "namespace": "sample.example.org",
    "title": {"en": "Meeting of the rivers"},
    "languages": ["en"],
    "sides": {
        "a": {"name": {"en": "side A"}, "languages": ["en"], "zone": "Europe/London"},
        "b": {"name": {"en": "side B"}, "languages": ["ja"], "zone": "Asia/Tokyo"},
    },
    "places": {"port": {"name": {"en": "Port"}, "side": "a", "zone": "Europe/London"}},
    "organisations": {
        "ash": {"name": {"en": "Ash"}, "side": "a", "level": "local"},
        "elm": {"name": {"en": "Elm"}, "side": "a", "level": "regional"},
        "kita": {"name": {"en": "Kita"}, "side": "b", "level": "local"},
        "minami": {"name": {"en": "Minami"}, "side": "b", "level": "regional"},
        "college": {"name": {"en": "River College"}, "side": "b", "kind": "university"},
    },
    "people": {
        "ann": {
            "names": {"en": {"family": "Reed", "given": "Ann"}},
            "side": "a",
            "gender": "feminine",
        },
        "ken": {
            "names": {"en": {"family": "Mori", "given": "Ken", "order": "family-first"}},
            "side": "b",
            "gender": "masculine",
        },
    },
    "events": {
        "meeting": {
            "title": {"en": "Meeting of the rivers"},
            "when": "2026-10-05/2026-10-07",
            "place": "port",
        },
    },
    "workshops": {
        "water": {"event": "meeting", "number": 1, "title": {"en": "Water"}},
    },
}
"""Two sides, an event in October 2026, one workshop: what an example adds or replaces is its own."""


def dossier_of(tables: Mapping[str, Any]) -> dict[str, Any]:
    """Return the sample with what an example adds: things are merged field by field.

    Args:
        tables: The tables of the example; a thing that is None is taken out.
    """
    whole: dict[str, Any] = dict(SAMPLE)
    for table, things in tables.items():
        if not isinstance(things, Mapping) or not isinstance(whole.get(table, {}), Mapping):
            whole[table] = things
            continue
        merged = dict(whole.get(table, {}))
        for id_, thing in things.items():
            if thing is None:
                merged.pop(id_, None)
            elif isinstance(thing, Mapping) and isinstance(merged.get(id_), Mapping):
                merged[id_] = {**merged[id_], **thing}
            else:
                merged[id_] = thing
        whole[table] = {id_: _without_none(thing) for id_, thing in merged.items()}
    return whole


def _without_none(thing: object) -> object:
    if isinstance(thing, Mapping):
        return {key: value for key, value in thing.items() if value is not None}
    return thing
