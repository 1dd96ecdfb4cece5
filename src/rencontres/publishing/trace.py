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

    @property
    def dated(self) -> bool:
        """Whether it has a day in calendars."""
        return self.start is not None or (self.when is not None and self.when.days is not None)


@frozen(kw_only=True)
class Last:
    """How a thing was told for the last time to those who are told of it no more.

    What has happened to it since is none of their business: neither its hours nor its name.

    Attributes:
        sequence: The revision that tells them of its end.
        at: When they were told; UTC.
        title: What it was called.
        now: When and where it was.
    """

    sequence: int
    at: datetime
    title: Text
    now: Former


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
        dated: When and where it was when it last had a day, of what has none now: calendars must
            be told.
        event: The id of its event.
        circle: Who is told of it.
        gone: When it was removed; UTC; None: it is there.
        lost: Who was told of it before and is no longer, and how; sorted.
        people: The ids of those who have it in a calendar of their own, sorted; once it is gone,
            of those who had it.
        parted: Who had it and has nothing to do with it any more, by id, and how; sorted.
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
    dated: Former | None = None
    event: str | None = None
    circle: Circle = PUBLIC
    gone: datetime | None = None
    lost: tuple[tuple[Circle, Last], ...] = ()
    people: tuple[str, ...] = ()
    parted: tuple[tuple[str, Last], ...] = ()

    @property
    def told(self) -> Former:
        """When and where calendars have it."""
        return self.dated or self.now

    @property
    def noun(self) -> str:
        """What it is: ``session``, ``event`` or ``action``."""
        return self.key.partition(".")[0]

    @property
    def id(self) -> str:
        """The id of the thing."""
        return self.key.partition(".")[2]
