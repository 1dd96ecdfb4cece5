"""Components of a calendar, put together from lines that `contentline` has already encoded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from rencontres.errors import RenderError
from rencontres.formats import contentline
from rencontres.formats.contentline import Parameters, line
from rencontres.formats.timezones import canonical, definition

FOOT = contentline.encode(("END:VCALENDAR",))
"""What every calendar ends with."""


def component(name: str, lines: Iterable[str]) -> tuple[str, ...]:
    """Return the lines of a component, between its boundaries.

    Args:
        name: ``VEVENT``, ``VTODO``, ``VALARM``.
        lines: Content lines, in the order to write them; empty ones are left out on encoding.
    """
    return (f"BEGIN:{name}", *lines, f"END:{name}")


def header(
    product: str,
    *,
    method: str = "",
    name: str = "",
    language: str = "",
    zone: str = "",
    refresh: timedelta | None = None,
    source: str = "",
    colour: str = "",
) -> tuple[str, ...]:
    """Return the beginning of a calendar (RFC 5545 §3.6 and §3.7, RFC 7986 §5).

    Args:
        product: What made it, as a formal public identifier.
        method: ``PUBLISH`` or another method of RFC 5546; none in a file that is subscribed to.
        name: The name of the calendar.
        language: The language of the name, where it is in one.
        zone: The zone that most of its times are told in, for those who show one.
        refresh: How often it is worth fetching again.
        source: Where it can be fetched from.
        colour: The name of a colour of CSS 3.

    Raises:
        RenderError: A value that has no form, or a refresh that is no time.
    """
    if refresh is not None and refresh <= timedelta():
        raise RenderError(f"a calendar cannot be refreshed every {refresh}")
    every = contentline.duration(refresh) if refresh else ""
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        line("PRODID", contentline.text(product)),
        line("METHOD", contentline.choice("VCALENDAR", "METHOD", method)) if method else "",
        *named(name, language),
        line("X-WR-TIMEZONE", canonical(zone)) if zone else "",
        line("REFRESH-INTERVAL", every, (("VALUE", "DURATION"),)) if every else "",
        line("X-PUBLISHED-TTL", every) if every else "",
        line("SOURCE", contentline.uri(source), (("VALUE", "URI"),)) if source else "",
        line("COLOR", contentline.colour(colour)) if colour else "",
    )
    return tuple(filter(None, lines))


def named(name: str, language: str = "") -> tuple[str, ...]:
    """Return the lines of the name of a calendar: RFC 7986 §5.1, and what older readers know.

    Args:
        name: The name; empty: none.
        language: Its language, where it is in one.
    """
    title = contentline.text(name)
    return (line("NAME", title, tagged(language)), line("X-WR-CALNAME", title)) if name else ()


def tagged(language: str) -> Parameters:
    """Return the parameter that tells the language of a text.

    Args:
        language: A language tag; empty for a text in several languages.
    """
    return (("LANGUAGE", language),) if language else ()


def words(name: str, values: Iterable[str], params: Parameters = ()) -> str:
    """Return the line of a property that holds a list of texts, or nothing for an empty list.

    Args:
        name: ``CATEGORIES``, ``RESOURCES``.
        values: The texts; blank ones are left out.
        params: The parameters.
    """
    listed = contentline.texts(values)
    return line(name, listed, params) if listed else ""


def moment(name: str, when: datetime) -> str:
    """Return the line of a property that holds a moment, in its zone or in UTC.

    Args:
        name: ``DTSTART``, ``DTEND``, ``DUE``.
        when: An aware moment, in a zone with an IANA name.

    Raises:
        RenderError: The moment has no zone, or the zone has no IANA name.
    """
    zone, value = contentline.zoned(when)
    return f"{name};TZID={zone}:{value}" if zone else f"{name}:{value}"


def during(start: datetime, end: datetime | None = None) -> tuple[str, ...]:
    """Return when an event takes place.

    Args:
        start: Its beginning.
        end: Its end, in any zone; None if nobody knows, and left out if it is the beginning,
            since an end comes later (§3.8.2.2).

    Raises:
        RenderError: The end is before the start by the clock of the world.
    """
    zone, since = contentline.zoned(start)
    first = f"DTSTART;TZID={zone}:{since}" if zone else f"DTSTART:{since}"
    if end is None:
        return (first,)
    place, until = contentline.zoned(end)
    last = f"DTEND;TZID={place}:{until}" if place else f"DTEND:{until}"
    if place != zone:  # told in one zone, two moments are in the order of their clock times
        since, until = contentline.utc(start), contentline.utc(end)
    if until < since:
        raise RenderError(f"the end {end} is before the start {start}")
    return (first,) if until == since else (first, last)


def all_day(first: date, last: date) -> tuple[str, str]:
    """Return when an event of whole days takes place; iCalendar writes the day after its last.

    Args:
        first: Its first day.
        last: Its last day, which may be the same; after the last of all days there is none, and
            the length is told.

    Raises:
        RenderError: The last day is before the first.
    """
    begin, end = contentline.day(first), contentline.day(last)
    if end < begin:
        raise RenderError(f"no event lasts from {first} to {last}")
    if last == date.max:
        return f"DTSTART;VALUE=DATE:{begin}", f"DURATION:P{(last - first).days + 1}D"
    after = contentline.day(last + timedelta(days=1))
    return f"DTSTART;VALUE=DATE:{begin}", f"DTEND;VALUE=DATE:{after}"


def alarm(before: timedelta, description: str, uid: str = "") -> tuple[str, ...]:
    """Return a reminder shown before an event begins (RFC 5545 §3.6.6, RFC 9074 §4).

    Args:
        before: How long before the beginning; negative for after it.
        description: What it says, which readers insist on.
        uid: Its identity, so that a calendar fetched again reminds once.

    Raises:
        RenderError: A blank description, or a length of time that has no form.
    """
    said = contentline.text(description)
    if not said.strip():
        raise RenderError("a reminder says something")
    lines = (
        line("UID", contentline.text(uid)) if uid else "",
        "ACTION:DISPLAY",
        line("TRIGGER", contentline.duration(-before)),
        line("DESCRIPTION", said),
    )
    return component("VALARM", filter(None, lines))


def definitions(moments: Iterable[datetime]) -> tuple[str, ...]:
    """Return the definitions of the zones that moments are told in, sorted by name.

    Only of those that a line names: moments told in UTC need none.

    Args:
        moments: Every moment that the calendar tells in its zone.

    Raises:
        RenderError: A moment has no zone, or the zone has no IANA name.
    """
    return tuple(text for lines in defined(moments).values() for text in lines)


def defined(moments: Iterable[datetime]) -> dict[str, tuple[str, ...]]:
    """Return the lines of each definition, by the name of its zone, sorted.

    Args:
        moments: As of `definitions`.

    Raises:
        RenderError: As by `definitions`.
    """
    found: defaultdict[ZoneInfo, list[datetime]] = defaultdict(list)
    for when in moments:
        if isinstance(when.tzinfo, ZoneInfo):
            found[when.tzinfo].append(when)
        else:
            contentline.zoned(when)
    ranges: dict[str, list[datetime]] = {}
    for zone, told_in in found.items():  # in one zone the clocks are compared
        ends = [min(told_in), max(told_in)]
        if not all(contentline.zoned(when)[0] for when in ends):
            ends = [when for when in told_in if contentline.zoned(when)[0]]
        clocks = [when.replace(tzinfo=UTC) for when in ends]
        if clocks:
            ranges.setdefault(canonical(zone.key), []).extend(clocks)
    return {key: definition(key, min(ranges[key]), max(ranges[key])) for key in sorted(ranges)}


def calendar(head: Iterable[str], pieces: Iterable[bytes]) -> bytes:
    """Return a calendar from its beginning and components encoded before.

    Args:
        head: The lines of `header` and of `definitions`.
        pieces: Components as `contentline.encode` made them.
    """
    return b"".join((contentline.encode(head), *pieces, FOOT))
