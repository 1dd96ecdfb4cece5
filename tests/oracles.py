"""Programs and libraries of other people that read calendars: what each makes of one.

Each reader takes the bytes of a calendar and returns its events by UID. A reader that is not
installed skips the test and says what would install it.
"""

import ctypes
import ctypes.util
import json
import os
import re
import shutil
import subprocess
import tempfile
import urllib.request
from datetime import UTC, date, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import pytest

NODE = Path(__file__).parent / "readers"


class Seen(NamedTuple):
    """What a reader sees of an event: instants in UTC, days as dates, people as (name, address)."""

    start: datetime | date
    end: datetime | date | None
    summary: str
    location: str = ""
    description: str = ""
    people: tuple[tuple[str, str], ...] = ()


def needed(module: str) -> None:
    """Skip where a library from PyPI is missing."""
    if find_spec(module) is None:
        pytest.skip(f"{module} is not installed: pip install -e '.[test,readers]'")


def instant(when):
    """Return a moment in UTC; a day stays a day."""
    if isinstance(when, datetime):
        assert when.tzinfo is not None, f"{when} floats"
        return when.astimezone(UTC)
    return when


# --- libraries ---------------------------------------------------------------------------------


def icalendar(body):
    """Read with icalendar (PyPI)."""
    from icalendar import Calendar

    found = {}
    for event in Calendar.from_ical(body).events:
        end = event["DTEND"].dt if "DTEND" in event else None
        people = event.get("ATTENDEE", [])
        people = people if isinstance(people, list) else [people]
        found[str(event["UID"])] = Seen(
            instant(event["DTSTART"].dt),
            instant(end) if end else None,
            str(event["SUMMARY"]),
            str(event.get("LOCATION", "")),
            str(event.get("DESCRIPTION", "")),
            tuple((str(each.params["CN"]), str(each)) for each in people),
        )
    return found


def ical(body):
    """Read with ical (PyPI), the reader of Home Assistant."""
    from ical.calendar_stream import IcsCalendarStream

    found = {}
    for event in IcsCalendarStream.calendar_from_ics(body.decode()).events:
        people = tuple((each.common_name or "", str(each.uri)) for each in event.attendees)
        found[event.uid] = Seen(
            instant(event.dtstart),
            instant(event.dtend) if event.dtend else None,
            event.summary or "",
            event.location or "",
            event.description or "",
            people,
        )
    return found


def vobject(body):
    """Read with vobject (PyPI), the reader of Radicale and Odoo."""
    needed("vobject")
    import vobject as room

    found = {}
    calendar = room.readOne(body.decode())
    for event in calendar.contents.get("vevent", []):
        people = event.contents.get("attendee", [])
        found[event.uid.value] = Seen(
            instant(event.dtstart.value),
            instant(event.dtend.value) if hasattr(event, "dtend") else None,
            event.summary.value,
            event.location.value if hasattr(event, "location") else "",
            event.description.value if hasattr(event, "description") else "",
            tuple((each.params["CN"][0], each.value) for each in people),
        )
    return found


def _moment(text):
    if text is None:
        return None
    return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)


def icaljs(body):
    """Read with ical.js (npm), the reader of Thunderbird and Nextcloud."""
    node = shutil.which("node")
    if node is None or not (NODE / "node_modules/ical.js").is_dir():
        pytest.skip("ical.js is not installed: npm install --prefix tests/readers")
    # In a zone where nobody is, so that floating times are seen.
    run = subprocess.run(
        [node, NODE / "read.mjs"],
        input=body,
        capture_output=True,
        check=True,
        env={**os.environ, "TZ": "America/Lima"},
    )
    return {
        each["uid"]: Seen(
            _moment(each["start"]),
            _moment(each["end"]),
            each["summary"],
            each["location"],
            each["description"],
            tuple(map(tuple, each["people"])),
        )
        for each in json.loads(run.stdout)
    }


# --- libical -----------------------------------------------------------------------------------


class _Time(ctypes.Structure):
    """``struct icaltimetype`` of libical 3."""

    _fields_ = [
        *((name, ctypes.c_int) for name in ("year", "month", "day", "hour", "minute", "second")),
        ("is_date", ctypes.c_int),
        ("is_daylight", ctypes.c_int),
        ("zone", ctypes.c_void_p),
    ]


_SIGNATURES = {
    "icalparser_parse_string": (ctypes.c_void_p, ctypes.c_char_p),
    "icalcomponent_free": (None, ctypes.c_void_p),
    "icalcomponent_count_errors": (ctypes.c_int, ctypes.c_void_p),
    "icalcomponent_get_first_component": (ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int),
    "icalcomponent_get_next_component": (ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int),
    "icalcomponent_string_to_kind": (ctypes.c_int, ctypes.c_char_p),
    "icalcomponent_get_first_property": (ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int),
    "icalcomponent_get_next_property": (ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int),
    "icalcomponent_get_dtstart": (_Time, ctypes.c_void_p),
    "icalcomponent_get_dtend": (_Time, ctypes.c_void_p),
    "icalcomponent_get_summary": (ctypes.c_char_p, ctypes.c_void_p),
    "icalcomponent_get_location": (ctypes.c_char_p, ctypes.c_void_p),
    "icalcomponent_get_description": (ctypes.c_char_p, ctypes.c_void_p),
    "icalcomponent_get_uid": (ctypes.c_char_p, ctypes.c_void_p),
    "icalproperty_string_to_kind": (ctypes.c_int, ctypes.c_char_p),
    "icalproperty_get_attendee": (ctypes.c_char_p, ctypes.c_void_p),
    "icalproperty_get_first_parameter": (ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int),
    "icalparameter_string_to_kind": (ctypes.c_int, ctypes.c_char_p),
    "icalparameter_get_cn": (ctypes.c_char_p, ctypes.c_void_p),
    "icalrestriction_check": (ctypes.c_bool, ctypes.c_void_p),
    "icaltime_as_timet_with_zone": (ctypes.c_longlong, _Time, ctypes.c_void_p),
}


def _libical():
    name = ctypes.util.find_library("ical")
    if name is None or not name.endswith(".so.3"):
        pytest.skip("libical 3 is not installed: apt-get install libical3")
    room = ctypes.CDLL(name)
    for function, (result, *arguments) in _SIGNATURES.items():
        getattr(room, function).restype = result
        getattr(room, function).argtypes = arguments
    return room


def _told(time, room):
    if time.is_date:
        return date(time.year, time.month, time.day)
    return datetime.fromtimestamp(room.icaltime_as_timet_with_zone(time, time.zone), UTC)


def _each(first, following, component, kind):
    found = first(component, kind)
    while found:
        yield found
        found = following(component, kind)


def libical(body):
    """Read with libical (Debian), the reader of Evolution and KDE; its restrictions must hold."""
    room = _libical()
    calendar = room.icalparser_parse_string(body)
    assert calendar
    try:
        assert room.icalrestriction_check(calendar), "libical: RFC 5545 or 5546 is not kept"
        assert room.icalcomponent_count_errors(calendar) == 0
        event = room.icalcomponent_string_to_kind(b"VEVENT")
        attendee = room.icalproperty_string_to_kind(b"ATTENDEE")
        components = room.icalcomponent_get_first_component, room.icalcomponent_get_next_component
        properties = room.icalcomponent_get_first_property, room.icalcomponent_get_next_property
        end = room.icalproperty_string_to_kind(b"DTEND")
        named = room.icalparameter_string_to_kind(b"CN")
        found = {}
        for each in _each(*components, calendar, event):
            ends = room.icalcomponent_get_first_property(each, end)
            texts = (
                (getattr(room, f"icalcomponent_get_{name}")(each) or b"").decode()
                for name in ("summary", "location", "description")
            )
            found[room.icalcomponent_get_uid(each).decode()] = Seen(
                _told(room.icalcomponent_get_dtstart(each), room),
                _told(room.icalcomponent_get_dtend(each), room) if ends else None,
                *texts,
                tuple(
                    (
                        room.icalparameter_get_cn(
                            room.icalproperty_get_first_parameter(person, named)
                        ).decode(),
                        room.icalproperty_get_attendee(person).decode(),
                    )
                    for person in _each(*properties, each, attendee)
                ),
            )
        return found
    finally:
        room.icalcomponent_free(calendar)


# --- calcurse ----------------------------------------------------------------------------------


def calcurse(body):
    """Import into calcurse (Debian), nothing skipped.

    It keeps no UID: returned are beginning, end and title, sorted, and the titles of whole days.
    """
    program = shutil.which("calcurse")
    if program is None:
        pytest.skip("calcurse is not installed: apt-get install calcurse")
    environment = {**os.environ, "TZ": "UTC", "LC_ALL": "C.UTF-8", "TERM": "dumb"}
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "calendar.ics")
        file.write_bytes(body)
        where = ["-D", folder, "-C", folder]

        def run(*arguments):
            return subprocess.run(
                [program, *where, *arguments],
                capture_output=True,
                check=True,
                env=environment,
                encoding="utf-8",
            ).stdout

        said = run("-i", str(file))
        assert re.search(r"\b0 skipped", said), said
        shown = run(
            *("-Q", "--from", "01/01/2000", "--to", "12/31/2030"),
            *("--format-apt", "a\t%(start:epoch)\t%(end:epoch)\t%m\n"),
            *("--format-event", "e\t%m\n", "--format-recur-event", "e\t%m\n"),
        )
    rows = [line.split("\t") for line in shown.splitlines()]
    timed = [
        (datetime.fromtimestamp(int(row[1]), UTC), datetime.fromtimestamp(int(row[2]), UTC), row[3])
        for row in rows
        if row[0] == "a"
    ]
    return sorted(timed), sorted({row[1] for row in rows if row[0] == "e"})


# --- servers -------------------------------------------------------------------------------------


def ask(url, method, body=None, **headers):
    """Send a request to loopback, whatever proxy the machine has, and return the answer."""
    given = {"Authorization": "Basic b2ZmaWNlOng=", **headers}  # anybody: office, x
    request = urllib.request.Request(url, data=body, method=method, headers=given)  # noqa: S310
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(request, timeout=30) as answer:
        return answer.read()
