"""The options of calendars."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias, get_args

from attrs import field, frozen

from rencontres.addresses import WEB
from rencontres.errors import OptionsError, RenderError
from rencontres.finding import Finding
from rencontres.formats.contentline import cal_address, colour, uri

Per: TypeAlias = Literal["calendar", "event"]
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
        cancelled: ``keep``: what is cancelled, postponed or gone stays, marked, so that its
            readers learn of it; ``drop``: it is left out, and calendars that synchronise
            remove it.
        cancelled_days: For how many days after the publication that told of it such a thing is
            kept; 0: for good.
        deadlines: Whether deadlines and events without hours are entries of whole days.
        todos: Whether actions are given in a second file as tasks (VTODO), which many calendars
            do not show.
        reminders: Minutes before the start at which to remind.
        language: Whether texts say which language they are in.
        strip_bidi: Whether the invisible signs that turn the direction of writing are left out:
            right-to-left scripts need them, and they can show a title the wrong way round.
        utc: Whether all times are told in UTC, for readers that ignore zones.
        attendees: Of an internal reader: whether people with an address are ATTENDEEs; they
            need an organiser, and no server is to write to them.
        phone: For the fragile importers of phones: a file for each entry, UTC, and nothing
            that could be done without.
        method: ``PUBLISH`` or nothing; it is for mail, not for what is subscribed to. Tasks have
            none: published ones need a beginning and a priority (RFC 5546 §3.4.1).
        organiser: The e-mail address of who organises; ``PUBLISH`` demands it (RFC 5546 §3.2.1),
            and so do attendees (RFC 5545 §3.8.4.3).
        refresh: How often, in hours, the calendar is worth fetching again; 0: not said.
        source: Where it can be fetched from.
        colour: The name of a colour of CSS 3.
    """

    name: str = field(default="", metadata={"help": "the name of the calendar"})
    per: Per = field(default="calendar", metadata={"help": "one file, or one for each entry"})
    bilingual: Bilingual = field(
        default="line", metadata={"help": "two languages on one line, or apart"}
    )
    cancelled: Cancelled = field(
        default="keep", metadata={"help": "keep or drop what is cancelled"}
    )
    cancelled_days: int = field(
        default=0, metadata={"help": "days to keep what is cancelled; 0: for good"}
    )
    deadlines: bool = field(default=True, metadata={"help": "deadlines and events as whole days"})
    todos: bool = field(default=False, metadata={"help": "actions as tasks, in a second file"})
    reminders: tuple[int, ...] = field(default=(), metadata={"help": "minutes before the start"})
    language: bool = field(default=True, metadata={"help": "say the language of each text"})
    strip_bidi: bool = field(default=False, metadata={"help": "no signs that turn the direction"})
    utc: bool = field(default=False, metadata={"help": "all times in UTC"})
    attendees: bool = field(default=False, metadata={"help": "internal: people with an address"})
    phone: bool = field(default=False, metadata={"help": "for fragile importers of phones"})
    method: Method = field(default="", metadata={"help": "PUBLISH, for mail"})
    organiser: str = field(default="", metadata={"help": "an e-mail address: who organises"})
    refresh: int = field(default=0, metadata={"help": "hours between two fetches"})
    source: str = field(default="", metadata={"help": "where it can be fetched from"})
    colour: str = field(default="", metadata={"help": "a colour of CSS 3, by name"})

    def __attrs_post_init__(self) -> None:
        """Refuse values that no calendar can have, and options that do not go together.

        Raises:
            OptionsError: All of them, as ``problems``.
        """
        reasons = [*self._values(), *self._forms(), *self._pairs()]
        if reasons:
            raise OptionsError(
                "these options do not fit",
                [
                    Finding("options.invalid", "error", name, "%(reason)s", {"reason": reason})
                    for name, reason in reasons
                ],
            )

    def _values(self) -> Iterator[tuple[str, str]]:
        for name, words in _WORDS.items():
            if getattr(self, name) not in words:
                known = ", ".join(word or '""' for word in words)
                yield name, f"{name} is one of {known}, not {getattr(self, name)!r:.60}"
        numbers = [(name, getattr(self, name)) for name in ("cancelled_days", "refresh")]
        if not isinstance(self.reminders, tuple):
            yield "reminders", f"reminders are a tuple of minutes, not {self.reminders!r:.60}"
        else:
            numbers += [("reminders", minutes) for minutes in self.reminders]
            if len(set(self.reminders)) < len(self.reminders):
                yield "reminders", "the same reminder stands here twice"
        for name, number in numbers:
            if type(number) is not int or not 0 <= number <= _MOST:
                yield name, f"a whole number from 0 to {_MOST} is needed, not {number!r:.60}"

    def _forms(self) -> Iterator[tuple[str, str]]:
        for name, check in _FORMS.items():
            value = getattr(self, name)
            if not isinstance(value, str):
                yield name, f"a string is needed, not {value!r:.60}"
                continue
            try:
                if value:
                    check(value)
            except RenderError as error:
                yield name, str(error)

    def _pairs(self) -> Iterator[tuple[str, str]]:
        if self.method == "PUBLISH" and not self.organiser:
            yield "organiser", "METHOD:PUBLISH needs an organiser (RFC 5546 §3.2.1)"
        if self.method == "PUBLISH" and self.attendees:
            yield "attendees", "METHOD:PUBLISH has no attendees (RFC 5546 §3.2.1)"
        elif self.attendees and not self.organiser:
            yield "organiser", "attendees need an organiser (RFC 5545 §3.8.4.3)"


_WORDS = {
    "per": get_args(Per),
    "bilingual": get_args(Bilingual),
    "cancelled": get_args(Cancelled),
    "method": get_args(Method),
}


def _name(value: str) -> None:
    if not any(sign.isprintable() and not sign.isspace() for sign in value):
        raise RenderError("a name says something: leave it out")


def _source(value: str) -> None:
    if uri(value).partition(":")[0] not in WEB:
        raise RenderError(f"no calendar is fetched from {value!r:.60}")


_FORMS = {"name": _name, "organiser": cal_address, "source": _source, "colour": colour}
_MOST = 366 * 24 * 60
"""A year in minutes."""
