"""Calendars and bilingual programmes from one set of data, for meetings of two sides.

A dossier is loaded from files or data, seen by one reader, and rendered in a format::

    from rencontres import ICS, Reader, load, view

    programme = view(load("dossier.toml"), Reader("fr", "zh-Hans"))
    body = ICS.one(programme).body

Every name below is loaded at its first use: importing the package costs nothing. The rooms
behind the names are described in the documentation; only the names of ``__all__`` are promised.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from rencontres.version import VERSION

__version__ = VERSION

if TYPE_CHECKING:
    from rencontres.catalogue import find, installed, survey
    from rencontres.checks import Board, Case, Report, Rule, Tally, board, check
    from rencontres.errors import (
        AmbiguousFormat,
        BrokenFormat,
        DossierError,
        LanguageError,
        LedgerError,
        LoadError,
        OptionsError,
        RencontresError,
        RenderError,
        UnknownFormat,
    )
    from rencontres.finding import Finding
    from rencontres.formats import DATA, FEEDS, ICS, MARKDOWN, TEXT, TaggedVoice, Voice, stem
    from rencontres.model import (
        Action,
        Attendance,
        Chair,
        Committee,
        Contribution,
        Delegation,
        Dossier,
        End,
        Entry,
        Event,
        Interpretation,
        Item,
        Link,
        Name,
        Note,
        Noun,
        Organisation,
        Pairing,
        Paper,
        Party,
        Person,
        Place,
        Post,
        Promise,
        Registration,
        Role,
        Room,
        Session,
        Side,
        Tolerance,
        Workshop,
    )
    from rencontres.publishing import Change, Changes, Ledger, compare, publish
    from rencontres.rendering import Document, Format, Renderer, write
    from rencontres.sources import (
        Proposal,
        dump,
        dump_data,
        load,
        load_data,
        locate,
        schema,
    )
    from rencontres.span import Span
    from rencontres.text import Phrase, Text, Words
    from rencontres.views import (
        ActionPage,
        Before,
        BoardCall,
        BoardCell,
        BoardPage,
        BoardRow,
        Cast,
        ChangeLine,
        CommitteePage,
        Completeness,
        Day,
        EntryLine,
        EventPage,
        Gone,
        InterpretationLine,
        ItemLine,
        Lead,
        LeadEnd,
        LeadParty,
        NotePage,
        Omission,
        PairingPage,
        PaperPage,
        Part,
        PersonPage,
        Reader,
        Seat,
        Selection,
        SidePage,
        Slot,
        View,
        WorkshopPage,
        completeness,
        forget,
        redact,
        view,
    )
    from rencontres.when import When
    from rencontres.wording import Language, Wording

__all__ = [
    "DATA", "FEEDS", "ICS", "MARKDOWN", "TEXT", "Action", "ActionPage", "AmbiguousFormat",
    "Attendance", "Before", "Board", "BoardCall", "BoardCell", "BoardPage", "BoardRow",
    "BrokenFormat", "Case", "Cast", "Chair", "Change", "ChangeLine", "Changes", "Committee",
    "CommitteePage", "Completeness", "Contribution", "Day", "Delegation", "Document", "Dossier",
    "DossierError", "End", "Entry", "EntryLine", "Event", "EventPage", "Finding", "Format", "Gone",
    "Interpretation", "InterpretationLine", "Item", "ItemLine", "Language", "LanguageError", "Lead",
    "LeadEnd", "LeadParty", "Ledger", "LedgerError", "Link", "LoadError", "Name", "Note",
    "NotePage", "Noun", "Omission", "OptionsError", "Organisation", "Pairing", "PairingPage",
    "Paper", "PaperPage", "Part", "Party", "Person", "PersonPage", "Phrase", "Place", "Post",
    "Promise", "Proposal", "Reader", "Registration", "RencontresError", "RenderError", "Renderer",
    "Report", "Role", "Room", "Rule", "Seat", "Selection", "Session", "Side", "SidePage", "Slot",
    "Span", "TaggedVoice", "Tally", "Text", "Tolerance", "UnknownFormat", "View", "Voice", "When",
    "Wording", "Words", "Workshop", "WorkshopPage", "board", "check", "compare", "completeness",
    "dump", "dump_data", "find", "forget", "installed", "load", "load_data", "locate", "publish",
    "redact", "schema", "stem", "survey", "view", "write",
]  # fmt: skip

_ROOMS = {
    "catalogue": "find installed survey",
    "checks": "Board Case Report Rule Tally board check",
    "errors": "AmbiguousFormat BrokenFormat DossierError LanguageError LedgerError LoadError "
    "OptionsError RencontresError RenderError UnknownFormat",
    "finding": "Finding",
    "formats": "DATA FEEDS ICS MARKDOWN TEXT TaggedVoice Voice stem",
    "model": "Action Attendance Chair Committee Contribution Delegation Dossier End Entry Event "
    "Interpretation Item Link Name Note Noun Organisation Pairing Paper Party Person "
    "Place Post Promise Registration Role Room Session Side Tolerance Workshop",
    "publishing": "Change Changes Ledger compare publish",
    "rendering": "Document Format Renderer write",
    "sources": "Proposal dump dump_data load load_data locate schema",
    "span": "Span",
    "text": "Phrase Text Words",
    "views": "ActionPage Before BoardCall BoardCell BoardPage BoardRow Cast ChangeLine "
    "CommitteePage Completeness Day EntryLine EventPage Gone InterpretationLine ItemLine "
    "Lead LeadEnd LeadParty NotePage Omission PairingPage PaperPage Part PersonPage "
    "Reader Seat Selection SidePage Slot View WorkshopPage completeness forget redact "
    "view",
    "when": "When",
    "wording": "Language Wording",
}
_HOMES = {name: room for room, names in _ROOMS.items() for name in names.split()}


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


if not TYPE_CHECKING:  # else a type checker would take any name

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        globals()[name] = value
        return value
