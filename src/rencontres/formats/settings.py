"""The options of calendars."""

from __future__ import annotations

from typing import Literal, TypeAlias

from attrs import field, frozen

Bilingual: TypeAlias = Literal["line", "apart"]
Method: TypeAlias = Literal["", "PUBLISH"]
Cancelled: TypeAlias = Literal["keep", "drop"]


@frozen(kw_only=True)
class ICSOptions:
    """How to write a calendar.

    Attributes:
        name: The name of the calendar; empty: the short name of the event.
        per: ``calendar``: one file; ``event``: a file for each entry, to be added one at a time.
        bilingual: Of two languages: ``line``: "fr / 中文" in the title; ``apart``: the leading
            one in the title and the place, both in the description.
        cancelled: ``keep``: what is cancelled or gone stays, marked, so that its readers learn
            of it; ``drop``: it is left out, and calendars that synchronise remove it.
        cancelled_days: For how many days after it was removed what is gone is kept; 0: for good.
        deadlines: Whether deadlines and events without hours are entries of whole days.
        todos: Whether actions are given in a second file as tasks (VTODO), which many calendars
            do not show.
        reminders: Minutes before the start at which to remind.
        language: Whether texts say which language they are in.
        utc: Whether all times are told in UTC, for readers that ignore zones.
        attendees: Of an internal reader: whether people with an address are ATTENDEEs.
        phone: For the fragile importers of phones: a file for each entry, UTC, and nothing
            that could be done without.
        method: ``PUBLISH`` or nothing; it is for mail, not for what is subscribed to.
        organiser: With ``PUBLISH``: the e-mail address that RFC 5546 §3.2.1 demands.
        refresh: How often, in hours, the calendar is worth fetching again; 0: not said.
        source: Where it can be fetched from.
        colour: The name of a colour of CSS 3.
    """

    name: str = field(default="", metadata={"help": "the name of the calendar"})
    per: Literal["calendar", "event"] = field(
        default="calendar", metadata={"help": "one file, or one for each entry"}
    )
    bilingual: Bilingual = field(
        default="line", metadata={"help": "two languages on one line, or apart"}
    )
    cancelled: Cancelled = field(default="keep", metadata={"help": "keep or drop what is cancelled"})
    cancelled_days: int = field(default=0, metadata={"help": "days to keep what is gone; 0: for good"})
    deadlines: bool = field(default=True, metadata={"help": "deadlines and events as whole days"})
    todos: bool = field(default=False, metadata={"help": "actions as tasks, in a second file"})
    reminders: tuple[int, ...] = field(default=(), metadata={"help": "minutes before the start"})
    language: bool = field(default=True, metadata={"help": "say the language of each text"})
    utc: bool = field(default=False, metadata={"help": "all times in UTC"})
    attendees: bool = field(default=False, metadata={"help": "internal: people with an address"})
    phone: bool = field(default=False, metadata={"help": "for fragile importers of phones"})
    method: Method = field(default="", metadata={"help": "PUBLISH, for mail"})
    organiser: str = field(default="", metadata={"help": "an e-mail address, with PUBLISH"})
    refresh: int = field(default=0, metadata={"help": "hours between two fetches"})
    source: str = field(default="", metadata={"help": "where it can be fetched from"})
    colour: str = field(default="", metadata={"help": "a colour of CSS 3, by name"})
