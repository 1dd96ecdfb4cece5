"""A calendar that clients would cut is told."""

from pathlib import PurePosixPath

import pytest

from rencontres import ICS, Dossier, Event, Reader, Session, Text, view
from rencontres.formats.bulk import ENTRIES, OCTETS, too_large
from rencontres.rendering import Document


def calendar(count):
    dossier = Dossier(
        namespace="a.example",
        languages=("fr",),
        events=(Event("e", title=Text(fr="Réunion"), when="2016-10-28"),),
        sessions=tuple(
            Session(f"s{n}", event="e", title=Text(fr=f"Séance {n}"), day="2016-10-28")
            for n in range(count)
        ),
    )
    return ICS.one(view(dossier, Reader("fr")))


def document(body, media_type="text/calendar"):
    return Document(PurePosixPath("a.ics"), body, media_type)


def test_a_calendar_of_few_entries_is_not_told():
    assert too_large(document(b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\n" * ENTRIES)) is None


@pytest.mark.parametrize("noun", [b"VEVENT", b"VTODO"])
def test_a_calendar_of_many_entries_is_told_with_its_path(noun):
    body = b"BEGIN:VCALENDAR\r\n" + (b"BEGIN:" + noun + b"\r\n") * (ENTRIES + 1)
    finding = too_large(document(body))
    assert (finding.code, finding.severity, finding.where) == ("RC801", "warning", "a.ics")
    assert "1001 entries" in finding.text


def test_a_heavy_calendar_is_told_and_another_heavy_document_is_not():
    assert too_large(document(b"x" * (OCTETS + 1))).value("size") == 1001
    assert too_large(document(b"x" * OCTETS)) is None
    assert too_large(document(b"x" * (OCTETS + 1), "text/plain")) is None
