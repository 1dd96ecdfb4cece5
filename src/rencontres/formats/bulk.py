"""Calendars that are too large for those who read them."""

from __future__ import annotations

from rencontres.finding import Finding
from rencontres.rendering import Document

OCTETS = 1_000_000
ENTRIES = 1_000
"""What Google Calendar takes of a subscribed calendar: about 1 MB, and some 1,111 events."""


def too_large(document: Document) -> Finding | None:
    """Return what is to be told of a calendar that some clients would cut.

    Args:
        document: A document; what is no calendar is never too large.

    Returns:
        A finding of the code ``RC801``, or None.
    """
    if document.media_type is None or not document.media_type.startswith("text/calendar"):
        return None
    body = document.body
    entries = body.count(b"\nBEGIN:VEVENT\r") + body.count(b"\nBEGIN:VTODO\r")
    if len(body) <= OCTETS and entries <= ENTRIES:
        return None
    message = "%(size)s kB and %(entries)s entries: some calendar clients will cut this calendar"
    values = {"size": -(-len(body) // 1000), "entries": entries}
    return Finding("RC801", "warning", document.path.as_posix(), message, values)
