"""The programme as schema.org knows events, for machines."""

from __future__ import annotations

import json
from datetime import datetime

from rencontres import Slot
from rencontres_html.markup import Markup
from rencontres_html.telling import Programme

_SCHEMA = "https://schema.org"


def linked(programme: Programme) -> Markup:
    """Return a programme as JSON-LD; no word of it can end the element that it stands in.

    Args:
        programme: The programme.
    """
    event = programme.event
    days = event.when.days if event and event.when else None
    whole = {
        "@context": _SCHEMA,
        "@type": "EventSeries",
        "name": str(programme.title),
        "inLanguage": list(programme.view.reader.languages),
        **({"startDate": days[0].isoformat(), "endDate": days[1].isoformat()} if days else {}),
        "subEvent": [
            _held(slot, slot.start) for slot in programme.view.slots() if slot.start is not None
        ],
    }
    text = json.dumps(whole, ensure_ascii=False)
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)


def _held(slot: Slot, start: datetime) -> dict[str, object]:
    before = slot.before.start if slot.before else None
    held = {
        "@type": "Event",
        "name": str(slot.title[0]),
        "startDate": start.isoformat(),
        "endDate": slot.end.isoformat() if slot.end else None,
        "previousStartDate": before.isoformat() if before else None,
        "eventStatus": f"{_SCHEMA}/Event{_status(slot, moved=before is not None)}",
        "location": _place(slot),
    }
    return {name: value for name, value in held.items() if value is not None}


def _status(slot: Slot, *, moved: bool) -> str:
    if slot.idle:
        return "Postponed" if slot.status == "postponed" else "Cancelled"
    return "Rescheduled" if moved else "Scheduled"


def _place(slot: Slot) -> dict[str, object] | None:
    named = [str(words[0]) for words in (slot.room, *slot.place) if words]
    if not named:
        return None
    address = str(slot.address[0]) if slot.address else ", ".join(named[1:])
    place = {"@type": "Place", "name": named[0], "address": address}
    return {name: value for name, value in place.items() if value}
