"""What all entries of a calendar share: its languages, revisions, whether they hold."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from rencontres.formats import contentline
from rencontres.formats.components import tagged
from rencontres.formats.contentline import Parameters, line, on_one_line, text, undirected
from rencontres.formats.once import nothing_made, once
from rencontres.formats.settings import ICSOptions
from rencontres.formats.voice import IDLE, Voice
from rencontres.text import Phrase
from rencontres.views import View

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""What stamps a programme of which nobody has said when it was revised: never the clock."""

_STATUS = {
    "confirmed": "CONFIRMED", "proposed": "TENTATIVE", "to-confirm": "TENTATIVE",
    "invited": "TENTATIVE", "accepted": "TENTATIVE", "postponed": "CANCELLED",
}  # fmt: skip


def status_of(confirmation: str) -> str:
    """Return the STATUS of a confirmation (RFC 5545 §3.8.1.11).

    Args:
        confirmation: Of a session or an event.
    """
    return _STATUS.get(confirmation, "CANCELLED")


class Sheet:
    """What the entries of one programme are written with.

    Attributes:
        view: The programme.
        options: How to write them.
        spoken: The languages of descriptions.
        headed: Those of titles and places.
        lead: The leading one.
        made: The lines that many entries share.
    """

    def __init__(self, view: View, options: ICSOptions) -> None:
        """Prepare the languages.

        Args:
            view: The programme.
            options: How to write it.
        """
        self.view = view
        self.options = options
        self.spoken = Voice.of(view)
        self.headed = self.spoken[:1] if options.bilingual == "apart" else self.spoken
        self.lead = self.spoken[0]
        self.made = nothing_made()

    def said(self, words: str) -> str:
        """Return words as TEXT.

        Args:
            words: Any words.
        """
        return text(undirected(words) if self.options.strip_bidi else words)

    def short(self, words: str) -> str:
        """Return words on one line, not as TEXT yet: titles, places, names.

        Args:
            words: Any words.
        """
        return on_one_line(undirected(words) if self.options.strip_bidi else words)

    def titled(self, words: str) -> str:
        """Return words on one line as TEXT.

        Args:
            words: Any words.
        """
        return text(self.short(words))

    @once
    def language(self, *found: str) -> Parameters:
        """Return the LANGUAGE parameter of a text: the one language that it is in.

        Args:
            found: The tags of the phrases that it is made of.
        """
        if not self.options.language or self.options.phone or len(set(found)) != 1:
            return ()
        return tagged(found[0])

    def languages(self, phrases: Iterable[Phrase]) -> Parameters:
        """Return the LANGUAGE parameter of a text made of phrases.

        Args:
            phrases: The phrases, in the languages that were found.
        """
        return self.language(*[phrase.language for phrase in phrases])

    @once
    def stamps(
        self, created: datetime | None, modified: datetime | None, sequence: int
    ) -> tuple[str, ...]:
        """Return the lines that tell one revision from another; never from the clock.

        Args:
            created: When it was first published; None: nobody keeps a ledger.
            modified: When it last changed.
            sequence: The revision.
        """
        lines = [f"DTSTAMP:{contentline.utc(modified or self.view.revised or _NEVER)}"]
        if created is not None and modified is not None:
            if not self.options.phone:
                lines.append(f"CREATED:{contentline.utc(created)}")
                lines.append(f"LAST-MODIFIED:{contentline.utc(modified)}")
            if sequence or not self.options.phone:
                lines.append(f"SEQUENCE:{sequence}")
        return tuple(lines)

    @once
    def standing(self, confirmation: str, busy: bool) -> tuple[str, ...]:
        """Return whether a thing holds, and whether it takes the time of its readers.

        Args:
            confirmation: Of the thing.
            busy: Whether it would take their time.
        """
        status, free = status_of(confirmation), not busy or confirmation in IDLE
        lines: list[str] = []
        if status != "CONFIRMED" or not self.options.phone:
            lines.append(f"STATUS:{status}")
        if free or not self.options.phone:
            lines.append(f"TRANSP:{'TRANSPARENT' if free else 'OPAQUE'}")
        return tuple(lines)

    @once
    def organiser(self) -> str:
        """Return the line of the organiser; nothing where none is given.

        No server is to send invitations of its own (RFC 6638 §7.1): this only tells who comes.
        """
        if not self.options.organiser:
            return ""
        quiet: Parameters = (("SCHEDULE-AGENT", "NONE"),) if self.options.attendees else ()
        return line("ORGANIZER", contentline.cal_address(self.options.organiser), quiet)
