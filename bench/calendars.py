"""A bilingual dossier as a calendar, beside `icalendar` and `ics` writing equal content.

    python bench/calendars.py [sessions [turns]]

Ours goes from the dossier to bytes: the view of a reader of French and Chinese, every text
composed, zones defined. The others are handed the finished texts and moments, read from our own
output before any clock runs: composing is a part of ours alone. A second ratio adds what view and
texts cost to the others too, as if the texts were composed for them; a third compares octets alone.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime
from functools import partial
from statistics import median
from typing import NamedTuple

from samples import race, ratio, raw, taken

from rencontres import ICS, Dossier, Reader, View, load_data, view

READER = Reader("fr", "zh-Hans")


class Row(NamedTuple):
    """One event to write."""

    uid: str
    stamp: datetime
    start: datetime
    end: datetime
    summary: str
    location: str
    description: str
    status: str
    transparent: str


def rows(body: bytes) -> list[Row]:
    """Return what a calendar of ours says."""
    from icalendar import Calendar

    return [
        Row(
            str(event["UID"]),
            *(event[name].dt for name in ("DTSTAMP", "DTSTART", "DTEND")),
            *(
                str(event[name])
                for name in ("SUMMARY", "LOCATION", "DESCRIPTION", "STATUS", "TRANSP")
            ),
        )
        for event in Calendar.from_ical(body).walk("VEVENT")
    ]


def ours(dossier: Dossier) -> bytes:
    """Return a dossier as a calendar."""
    return ICS.one(view(dossier, READER)).body


def icalendar(events: list[Row]) -> bytes:
    """Write with the `icalendar` package, without definitions of zones."""
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//bench//bench//EN")
    for row in events:
        event = Event()
        event.add("uid", row.uid)
        event.add("dtstamp", row.stamp)
        event.add("dtstart", row.start)
        event.add("dtend", row.end)
        event.add("summary", row.summary)
        event.add("location", row.location)
        event.add("description", row.description)
        event.add("status", row.status)
        event.add("transp", row.transparent)
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def ics(events: list[Row]) -> bytes:
    """Write with the `ics` package, which tells all times in UTC."""
    from ics import Calendar, Event

    calendar = Calendar(creator="-//bench//bench//EN")
    for row in events:
        calendar.events.add(
            Event(
                name=row.summary,
                begin=row.start,
                end=row.end,
                uid=row.uid,
                created=row.stamp,
                location=row.location,
                description=row.description,
                status=row.status,
                transparent=row.transparent == "TRANSPARENT",
            )
        )
    return calendar.serialize().encode()


def plain(events: list[Row]) -> bytes:
    """Write with f-strings and four replacements, without folding or checking anything."""

    def escaped(words: str) -> str:
        return (
            words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
        )

    def clock(at: datetime) -> str:
        return f"{at.year}{at.month:02}{at.day:02}T{at.hour:02}{at.minute:02}{at.second:02}"

    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//bench//bench//EN"]
    for row in events:
        lines += (
            "BEGIN:VEVENT",
            f"UID:{row.uid}",
            f"DTSTAMP:{clock(row.stamp)}Z",
            f"DTSTART;TZID={row.start.tzinfo}:{clock(row.start)}",
            f"DTEND;TZID={row.end.tzinfo}:{clock(row.end)}",
            f"SUMMARY:{escaped(row.summary)}",
            f"LOCATION:{escaped(row.location)}",
            f"DESCRIPTION:{escaped(row.description)}",
            f"STATUS:{row.status}",
            f"TRANSP:{row.transparent}",
            "END:VEVENT",
        )
    lines += ("END:VCALENDAR", "")
    return "\r\n".join(lines).encode()


def encoder(seen: View) -> Callable[[], object]:
    """Return what only encodes the lines of a programme, which are there already."""
    from rencontres.formats.contentline import encode
    from rencontres.formats.entries import Entries
    from rencontres.formats.settings import ICSOptions

    entries = Entries(seen, ICSOptions())
    lines = [entries.session(slot) for slot in seen.slots()]
    return lambda: b"".join([encode(each) for each in lines])


def main(count: int, turns: int) -> None:
    dossier = load_data(raw(count))
    seen = view(dossier, READER)
    events = rows(ICS.one(seen).body)
    times = race(
        {
            "view and ICS": lambda: ours(dossier),
            "ICS": lambda: ICS.one(seen),
            "its encoder": encoder(seen),
            "plain strings": lambda: plain(events),
            "icalendar": lambda: icalendar(events),
            "ics": lambda: ics(events),
        },
        turns,
    )
    print(f"{count} sessions in French and Chinese; µs a session, the median of {turns} turns")
    for name, taken_ in times.items():
        print(f"  {name:14}{median(taken_) * 1e6 / count:8.1f}")
    for other in ("ics", "icalendar"):
        whole, beyond, octets = (ratio(times, other, name) for name in list(times)[:3])
        shared = (
            whole
            + 1
            - median(
                a / b for a, b in zip(times["its encoder"], times["view and ICS"], strict=True)
            )
        )
        print(
            f"{other}: {whole:.1f} times view and ICS ({shared:.1f} times with view and texts in "
            f"both), {beyond:.1f} times ICS, {octets:.1f} times its encoder"
        )
    print("µs a session from the dossier to bytes:")
    for size in (1_000, 10_000, 100_000):
        larger = load_data(raw(size))
        least = min(taken(partial(ours, larger)) for _ in range(3))
        print(f"  {size:7} sessions{least * 1e6 / size:8.1f}")


if __name__ == "__main__":
    arguments = [int(argument) for argument in sys.argv[1:]]
    main(*(arguments + [10_000, 5][len(arguments) :]))
