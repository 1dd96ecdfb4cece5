"""A calendar server stores what we write, and gives back the same events."""

import urllib.error
from pathlib import Path

import oracles
import pytest

GOLDEN = Path(__file__).parents[1] / "formats/golden"


def put(url, body):
    return oracles.ask(url, "PUT", body, **{"Content-Type": "text/calendar; charset=utf-8"})


def test_a_server_stores_every_calendar_and_gives_it_back(radicale):
    for path in sorted(GOLDEN.glob("*.ics")):
        url = f"{radicale}/{path.stem.replace('+', '-')}/"
        put(url, path.read_bytes())
        assert oracles.icalendar(oracles.ask(url, "GET")) == oracles.icalendar(path.read_bytes())


def test_a_server_stores_entry_by_entry_and_replaces_what_has_the_same_identity(radicale):
    from icalendar import Calendar

    url = f"{radicale}/calendar/"
    oracles.ask(url, "MKCALENDAR")
    body = (GOLDEN / "october.fr.ics").read_bytes()
    whole = Calendar.from_ical(body)
    for _ in range(2):
        for event in whole.events:
            alone = Calendar({"VERSION": "2.0", "PRODID": "-//test//EN"})
            alone.subcomponents = [*whole.timezones, event]
            put(f"{url}{event['UID']}.ics", alone.to_ical())
    assert oracles.icalendar(oracles.ask(url, "GET")) == oracles.icalendar(body)


def test_a_server_refuses_what_two_titles_would_be(radicale):
    body = (GOLDEN / "october.fr.ics").read_bytes()
    twice = body.replace(b"\r\nSUMMARY", b"\r\nSUMMARY:x\r\nSUMMARY", 1)
    with pytest.raises(urllib.error.HTTPError, match="400"):
        put(f"{radicale}/bad/", twice)
