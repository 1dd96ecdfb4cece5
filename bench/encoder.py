"""How fast the encoder is: ratios to a plain string writer and to `icalendar`, in one run.

    python bench/encoder.py [EVENTS]

The plain writer is what one would write by hand in a few minutes: f-strings and four chained
`replace`. It does not fold, nor check anything; it is the floor, not an equal.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from statistics import median
from time import perf_counter
from typing import NamedTuple
from zoneinfo import ZoneInfo

ZONES = (ZoneInfo("Europe/Paris"), ZoneInfo("Asia/Shanghai"))
STAMP = datetime(2016, 10, 20, 10, tzinfo=UTC)
FRENCH = (
    "Rencontres de Chengdu, samedi 29 octobre 2016\n16\u00a0h\u00a000 – 17\u00a0h\u00a030, heure "
    "de Pékin\n\nModérateurs\u00a0: Mme\u00a0Marie MARTIN, conseillère municipale de Tours\u202f; "
    "interprétation simultanée (canal\u00a01 français, canal\u00a02 chinois)\n"
)
CHINESE = (
    "16:00—17:30（北京时间）\n\n共同主席：全国友协（代表待确认）；雅克·欧谢特先生\n"
    "工作语言：中文、法文，同声传译\n"
)


class Row(NamedTuple):
    """One event to write."""

    uid: str
    start: datetime
    end: datetime
    title: str
    place: str
    words: str
    url: str


def rows(number: int) -> list[Row]:
    """Return events of two zones, in French and in Chinese.

    Args:
        number: How many.
    """
    made = []
    for index in range(number):
        start = datetime(2016, 10, 1, 9, tzinfo=ZONES[index % 2]) + timedelta(hours=index % 700)
        made.append(
            Row(
                f"session.s-{index}@rencontres.example.org",
                start,
                start + timedelta(minutes=90),
                f"Séance plénière, {index} / 主论坛",
                f"四川省成都市示例大道{index}号3楼主会场 / Grande salle (2e\u00a0étage), Chengdu",
                f"{FRENCH}{index}\n{CHINESE}",
                f"https://rencontres.example.org/fr/s-{index}",
            )
        )
    return made


def plain(events: list[Row]) -> bytes:
    """Write with f-strings and chained replacements, without folding.

    Args:
        events: What to write.
    """

    def escaped(words: str) -> str:
        return (
            words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
        )

    def clock(moment: datetime) -> str:
        return (
            f"{moment.year:04}{moment.month:02}{moment.day:02}"
            f"T{moment.hour:02}{moment.minute:02}{moment.second:02}"
        )

    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//bench//bench//EN"]
    for event in events:
        lines += (
            "BEGIN:VEVENT",
            f"UID:{event.uid}",
            f"DTSTAMP:{clock(STAMP)}Z",
            f"DTSTART;TZID={event.start.tzinfo}:{clock(event.start)}",
            f"DTEND;TZID={event.end.tzinfo}:{clock(event.end)}",
            f"SUMMARY;LANGUAGE=fr:{escaped(event.title)}",
            f"LOCATION;LANGUAGE=fr:{escaped(event.place)}",
            f"DESCRIPTION;LANGUAGE=fr:{escaped(event.words)}",
            "STATUS:CONFIRMED",
            "TRANSP:OPAQUE",
            f"URL:{event.url}",
            "END:VEVENT",
        )
    lines += ("END:VCALENDAR", "")
    return "\r\n".join(lines).encode()


def ours(events: list[Row]) -> bytes:
    """Write with the encoder, definitions of zones included.

    Args:
        events: What to write.
    """
    from rencontres.formats.components import calendar, component, definitions, during, header
    from rencontres.formats.contentline import choice, encode, line, text, uri, utc

    french = (("LANGUAGE", "fr"),)
    lines = (
        f"STATUS:{choice('VEVENT', 'STATUS', 'CONFIRMED')}",
        f"TRANSP:{choice('VEVENT', 'TRANSP', 'OPAQUE')}",
    )

    def pieces() -> Iterator[bytes]:
        for event in events:
            yield encode(
                component(
                    "VEVENT",
                    (
                        line("UID", text(event.uid)),
                        line("DTSTAMP", utc(STAMP)),
                        *during(event.start, event.end),
                        line("SUMMARY", text(event.title), french),
                        line("LOCATION", text(event.place), french),
                        line("DESCRIPTION", text(event.words), french),
                        *lines,
                        line("URL", uri(event.url)),
                    ),
                )
            )

    head = (*header("-//bench//bench//EN"), *definitions(event.start for event in events))
    return calendar(head, pieces())


def package(events: list[Row]) -> bytes:
    """Write with the `icalendar` package, without definitions of zones.

    Args:
        events: What to write.
    """
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//bench//bench//EN")
    for event in events:
        entry = Event()
        entry.add("uid", event.uid)
        entry.add("dtstamp", STAMP)
        entry.add("dtstart", event.start)
        entry.add("dtend", event.end)
        entry.add("summary", event.title, {"LANGUAGE": "fr"})
        entry.add("location", event.place, {"LANGUAGE": "fr"})
        entry.add("description", event.words, {"LANGUAGE": "fr"})
        entry.add("status", "CONFIRMED")
        entry.add("transp", "OPAQUE")
        entry.add("url", event.url)
        calendar.add_component(entry)
    written: bytes = calendar.to_ical()
    return written


def taken(write: Callable[[list[Row]], bytes], events: list[Row]) -> float:
    """Return how long a writer takes, in seconds.

    Args:
        write: The writer.
        events: What to write.
    """
    gc.collect()
    begin = perf_counter()
    write(events)
    return perf_counter() - begin


def main(number: int) -> None:
    """Time the three writers in turns; print the median of their ratios, turn by turn.

    Args:
        number: How many events.
    """
    events = rows(number)
    print(f"{number} events, French and Chinese, two zones")
    for name, write, turns in (("rencontres", ours, 15), ("icalendar", package, 3)):
        size = len(write(events))
        pairs = [(taken(plain, events), taken(write, events)) for _ in range(turns)]
        ratio = median(time / floor for floor, time in pairs)
        least = min(time for _, time in pairs) * 1e6 / number
        print(f"{name:12}{least:7.1f} µs an event{size / 1e6:8.2f} MB{ratio:8.2f} × plain")
    least = min(floor for floor, _ in pairs) * 1e6 / number
    print(f"{'plain':12}{least:7.1f} µs an event{len(plain(events)) / 1e6:8.2f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
