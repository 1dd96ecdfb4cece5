"""The dossiers that every format is tried with, for readers of every kind."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import attrs
from attrs import frozen

from rencontres.checks import board
from rencontres.model import Dossier, Session
from rencontres.publishing import Changes, Ledger, compare, publish
from rencontres.sources import load
from rencontres.testing.hostility import hostile
from rencontres.testing.marks import between
from rencontres.text import Text
from rencontres.views import Part, Reader, Selection, View, view

PUBLISHED = datetime(2016, 9, 15, 8, tzinfo=UTC)
REVISED = datetime(2016, 10, 20, 10, tzinfo=UTC)


@frozen(kw_only=True, eq=False)
class Sample:
    """A dossier and who reads it.

    Attributes:
        name: What it is called: ``hostile.fr``.
        dossier: The dossier.
        reader: The reader.
        person: Whose copy it is; None: the whole programme.
        ledger: What was published of it.
        changes: What has changed since then.
        selection: Which part is asked for; None: everything.
        board: The day of its status board; None: it has none.
    """

    name: str
    dossier: Dossier
    reader: Reader
    person: str | None = None
    ledger: Ledger | None = None
    changes: Changes | None = None
    selection: Selection | None = None
    board: date | None = None

    def view(self) -> View:
        """Return what the reader sees, made anew."""
        whole = view(
            self.dossier,
            self.reader,
            self.selection,
            ledger=self.ledger,
            changes=self.changes,
            board=board(self.dossier, today=self.board) if self.board else None,
        )
        return whole if self.person is None else whole.of(self.person)

    def but(self, dossier: Dossier) -> Sample:
        """Return the same sample of another dossier.

        Args:
            dossier: The dossier.
        """
        return attrs.evolve(self, dossier=dossier)

    def only(self, part: Part) -> Sample:
        """Return the same sample for a reader who asks for one part by name.

        Args:
            part: The part.
        """
        return attrs.evolve(self, selection=Selection(parts=[part]))


@cache
def dossier(name: str) -> Dossier:
    """Return a dossier of the samples.

    Args:
        name: ``empty``, ``bare``, ``full``, ``hostile``, ``clocks``, ``unsure`` or ``mixed``.
    """
    if name == "empty":
        return Dossier(namespace="example.org")
    if name == "bare":
        session = Session("alone", title=Text.same("MarkAlone"))
        return Dossier(namespace="example.org", sessions=(session, Session("silent")))
    if name == "full":
        return between()[0]
    if name == "hostile":
        return hostile()
    return load(Path(__file__).with_name("data") / f"{name}.toml")


_PREPARED = ("full", "hostile", "mixed")
"""Those that have a status board."""

_PARTNERS = (("audience", "partners"),)
_HOME = (("audience", "internal"), ("side", "home"))
_AWAY = (("audience", "internal"), ("side", "away"))
_FRENCH = (("audience", "internal"), ("side", "fr"))
_CHOSEN: tuple[tuple[str, str, tuple[tuple[str, Any], ...], str | None], ...] = (
    ("empty", "fr", (), None),
    ("empty", "zh-Hans+fr", _PARTNERS, None),
    ("bare", "fr", (), None),
    ("bare", "zh-Hans", (), None),
    ("full", "fr", (), None),
    ("full", "fr", (), "chief"),
    ("full", "zh-Hans", _PARTNERS, None),
    ("full", "fr+zh-Hans", _HOME, None),
    ("full", "fr", _AWAY, None),
    ("hostile", "fr", _PARTNERS, None),
    ("hostile", "zh-Hans+fr", _FRENCH, None),
    ("hostile", "fr", _PARTNERS, "p-0"),
    ("clocks", "fr", (), None),
    ("clocks", "zh-Hans+fr", (("zone", "Europe/Paris"),), None),
    ("clocks", "fr", (), "p-speaker"),
    ("unsure", "fr", _PARTNERS, None),
    ("unsure", "zh-Hans", _PARTNERS, None),
    ("unsure", "fr+zh-Hans", (), None),
    ("mixed", "fr", _PARTNERS, None),
    ("mixed", "zh-Hans", _PARTNERS, None),
    ("mixed", "en", _PARTNERS, None),
    ("mixed", "fr+zh-Hans", _PARTNERS, None),
    ("mixed", "zh-Hans+fr", _PARTNERS, None),
)


@cache
def samples() -> tuple[Sample, ...]:
    """Return every sample: empty and full, hostile and unsure, in one language and in two."""
    found = [
        _sample(name, Reader(*tags.split("+"), **dict(reader)), person)
        for name, tags, reader, person in _CHOSEN
    ]
    return (*found, *(_changed(Reader(*tags)) for tags in (("fr",), ("zh-Hans", "fr"))))


def _sample(name: str, reader: Reader, person: str | None) -> Sample:
    whose = [reader.side] if reader.side else [] if reader.audience == "public" else ["partners"]
    named = [name, "+".join(reader.languages), *whose, *([person] if person else [])]
    return Sample(
        name=".".join(named),
        dossier=dossier(name),
        reader=reader,
        person=person,
        board=REVISED.date() if name in _PREPARED else None,
    )


def _changed(reader: Reader) -> Sample:
    """Return a programme that has been published and corrected since."""
    before = attrs.evolve(dossier("unsure"), version=1)
    first = publish(before, None, at=PUBLISHED)
    after = attrs.evolve(
        before.change("s-kept", confirmation="cancelled").without("s-lost"), version=2
    )
    return Sample(
        name=f"changed.{'+'.join(reader.languages)}",
        dossier=after,
        reader=reader,
        ledger=publish(after, first, at=REVISED),
        changes=compare(before, after),
    )


@cache
def crowd(sessions: int = 5_000, people: int = 50) -> View:
    """Return a programme of very many sessions.

    Args:
        sessions: How many.
        people: How many people speak in them.
    """
    from rencontres.testing.multitude import multitude

    return view(multitude(sessions, people), Reader("fr", "zh-Hans"))
