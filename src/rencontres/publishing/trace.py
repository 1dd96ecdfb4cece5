"""What is known of the publication of one thing."""

from __future__ import annotations

from datetime import datetime

from attrs import field, frozen

from rencontres.model.visibility import PUBLIC, Circle
from rencontres.span import clock
from rencontres.text import Text
from rencontres.when import When

NOUNS = ("session", "event", "action")
"""What stands in calendars, as it is called in identities."""


@frozen(kw_only=True)
class Former:
    """When and where something was: to recognise it, and to say from where it moved.

    Attributes:
        start: Aware, in a keyed zone; None: no hour.
        end: Aware.
        when: Where there is no hour: the days of a session or an event, the day an action is due.
        room: The name of the room, where all who are told of the thing may know it.
    """

    start: datetime | None = field(default=None, eq=clock)
    end: datetime | None = field(default=None, eq=clock)
    when: When | None = None
    room: Text | None = None


@frozen
class Parted:
    """Somebody who had a thing in a calendar of her own, and has nothing to do with it any more.

    Attributes:
        id: Who: the id of a person or an organisation.
        sequence: The revision that tells her calendar of it.
        at: When; UTC.
    """

    id: str
    sequence: int
    at: datetime


@frozen(kw_only=True)
class Trace:
    """What is known of the publication of one thing.

    Attributes:
        key: Noun and id: ``session.pleniere-1``.
        uid: Its identity in calendars.
        sequence: The revision: grows when its time or status changes (RFC 5546 §2.1.4).
        created: When it was first published; UTC.
        modified: When what is published of it last changed; UTC.
        timing: Digest of its time and status.
        words: Digest of everything that is told of it.
        title: What it is called, to recognise it once it is gone.
        now: When and where it is.
        before: When and where it was until the latest publication, if that moved it.
        event: The id of its event.
        circle: Who is told of it.
        gone: When it was removed; UTC; None: it is there.
        lost: Who was told of it before, and is no longer.
        lost_at: When they lost sight of it; UTC.
        lost_sequence: The revision that tells them of the cancellation.
        people: The ids of those who have it in a calendar of their own, sorted; once it is gone,
            of those who had it.
        parted: Those who had it, and have not been told of it since; by id.
    """

    key: str
    uid: str
    sequence: int
    created: datetime
    modified: datetime
    timing: str
    words: str
    title: Text
    now: Former
    before: Former | None = None
    event: str | None = None
    circle: Circle = PUBLIC
    gone: datetime | None = None
    lost: tuple[Circle, ...] = ()
    lost_at: datetime | None = None
    lost_sequence: int = 0
    people: tuple[str, ...] = ()
    parted: tuple[Parted, ...] = ()

    @property
    def noun(self) -> str:
        """What it is: ``session``, ``event`` or ``action``."""
        return self.key.partition(".")[0]

    @property
    def id(self) -> str:
        """The id of the thing."""
        return self.key.partition(".")[2]
