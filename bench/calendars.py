"""A bilingual dossier as a calendar, beside `icalendar` and `ics` writing equal content.

    python bench/calendars.py [sessions [turns]]

Ours goes from the dossier to bytes: the view of a reader of French and Chinese, every text
composed, zones defined. The others are measured twice. *From the dossier* a short script of the
host composes the texts, as anybody would with `Wording`; it is checked first that they are ours to
the letter. *From texts* they are handed finished texts and moments, so that they compose nothing.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime
from functools import partial
from statistics import median
from typing import NamedTuple
from zoneinfo import ZoneInfo

from samples import race, ratio, raw, taken

from rencontres import (
    ICS,
    Dossier,
    Reader,
    Session,
    Text,
    View,
    Wording,
    load_data,
    view,
)

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


def composed(dossier: Dossier) -> list[Row]:
    """Return the same as a script of a host would compose it: session by session."""
    french, chinese = Wording("fr"), Wording("zh-Hans")
    paris = ZoneInfo("Europe/Paris")
    [event] = dossier.events

    def told(wording: Wording, session: Session, words: Callable[[Text | None], str]) -> str:
        day = wording.day(session.start.date(), weekday=True)
        mode = session.interpretation[0].mode
        lines = [
            wording.join([words(event.title), day], "clause"),
            wording.moments(session.start, session.end, [paris]),
            "",
        ]
        for role in session.roles:
            person = dossier[role.holder]
            label = wording.label(role.function, person.gender)
            space = "" if wording is chinese else " "
            lines.append(f"{label}{space}{wording.person(person, 'titled')}")
        lines.append(wording.languages(session.interpretation[0].between, mode))
        return "\n".join(lines)

    def in_french(text: Text | None) -> str:
        return french.punctuate(text.phrase("fr")) if text else ""

    def in_chinese(text: Text | None) -> str:
        return chinese.punctuate(text.phrase("zh-Hans")) if text else ""

    found: list[Row] = []
    for session in dossier.sessions:
        room = dossier[session.room]
        place = dossier[room.place]
        where = french.join([in_french(room.name), in_french(place.name)], "clause")
        found.append(
            Row(
                f"session.{session.id}@{dossier.namespace}",
                dossier.revised,
                session.start,
                session.end,
                f"{in_french(session.title)} / {in_chinese(session.title)}",
                f"{where} / {in_chinese(place.name)}{in_chinese(room.name)}",
                f"{told(french, session, in_french)}\n\n{told(chinese, session, in_chinese)}",
                "CONFIRMED",
                "OPAQUE",
            )
        )
    return found


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
    if sorted(composed(dossier)) != sorted(events):
        sys.exit("the script of the host says something else")
    times = race(
        {
            "dossier to ICS": lambda: ours(dossier),
            "dossier to icalendar": lambda: icalendar(composed(dossier)),
            "dossier to ics": lambda: ics(composed(dossier)),
            "view to ICS": lambda: ICS.one(seen),
            "texts to icalendar": lambda: icalendar(events),
            "texts to ics": lambda: ics(events),
            "texts to plain strings": lambda: plain(events),
            "lines to ICS": encoder(seen),
        },
        turns,
    )
    print(f"{count} sessions in French and Chinese; µs a session, the median of {turns} turns")
    for name, taken_ in times.items():
        print(f"  {name:24}{median(taken_) * 1e6 / count:8.1f}")
    for other in ("icalendar", "ics"):
        whole, handed, beyond = (
            ratio(times, f"{begin} to {other}", us)
            for begin, us in (
                ("dossier", "dossier to ICS"),
                ("texts", "dossier to ICS"),
                ("texts", "view to ICS"),
            )
        )
        print(
            f"{other}: {whole:.1f} times ours from the dossier to bytes; with its texts given to "
            f"it, {handed:.1f} times all that we do, {beyond:.1f} times ICS alone"
        )
    octets = ratio(times, "lines to ICS", "texts to plain strings")
    print(f"encoder: {octets:.1f} times plain strings")
    print("µs a session from the dossier to bytes:")
    for size in (1_000, 10_000, 100_000):
        larger = load_data(raw(size))
        least = min(taken(partial(ours, larger)) for _ in range(3))
        print(f"  {size:7} sessions{least * 1e6 / size:8.1f}")


if __name__ == "__main__":
    arguments = [int(argument) for argument in sys.argv[1:]]
    main(*(arguments + [10_000, 5][len(arguments) :]))
