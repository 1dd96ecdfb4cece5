"""Workbooks: a programme to print and to sign; a dossier, there and back; its translations.

``XLSX`` writes what one reader sees. ``write_dossier`` and ``read_dossier`` carry the dossier
itself, ``write_translations`` and ``read_translations`` the texts that wait for a translator; these
are loaded at their first use.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Literal, TypeAlias

from attrs import field, frozen

from rencontres import Document, Format, Part, Renderer, View, Voice, stem
from rencontres_xlsx import calls, delegations, headings, printed, sessions, signing

if TYPE_CHECKING:
    from rencontres_xlsx.dossier.book import workbook, write_dossier
    from rencontres_xlsx.dossier.proposing import load_dossier, read_dossier
    from rencontres_xlsx.dossier.telling import say
    from rencontres_xlsx.dossier.translated import read_translations
    from rencontres_xlsx.dossier.translation import translations, write_translations

__all__ = [
    "XLSX",
    "XLSXOptions",
    "load_dossier",
    "read_dossier",
    "read_translations",
    "say",
    "translations",
    "workbook",
    "write_dossier",
    "write_translations",
]

_HOMES = {
    "load_dossier": "proposing",
    "read_dossier": "proposing",
    "read_translations": "translated",
    "say": "telling",
    "translations": "translation",
    "workbook": "book",
    "write_dossier": "book",
    "write_translations": "translation",
}

Kind: TypeAlias = Literal["programme", "rooms", "sign-in", "delegations", "liaison", "board"]


@frozen(kw_only=True)
class XLSXOptions:
    """How to make the workbook.

    Attributes:
        sheets: Which sheets, in which order: ``programme``; ``rooms`` beside one another;
            ``sign-in`` to sign; ``delegations`` with their people; ``liaison``: whom to turn to;
            ``board``: who has confirmed. One with nothing to stand on it is left out.
        paper: What it is printed on: ``A4``, ``A3``.
        sign_in: What each sheet to sign is of: a ``half-day``, a ``workshop``, a ``delegation``.
        blank: How many empty rows a sheet to sign has for those who are not expected.
    """

    sheets: tuple[Kind, ...] = field(
        default=("programme", "rooms", "sign-in", "delegations", "liaison", "board"),
        metadata={"help": "which: programme, rooms, sign-in, delegations, liaison, board"},
    )
    paper: Literal["A4", "A3"] = field(default="A4", metadata={"help": "A4 or A3"})
    sign_in: signing.Grouping = field(
        default="half-day",
        metadata={"help": "a sheet to sign for each half-day, workshop or delegation"},
    )
    blank: int = field(default=5, metadata={"help": "empty rows on each sheet to sign"})


def _compose(view: View, options: XLSXOptions) -> Iterator[Document]:
    voices = Voice.of(view)
    setting = printed.Setting(
        wording=voices[0].wording,
        formats=headings.formats(voices[0].wording),
        title=str(view.title[0]) if view.title else "",
        edition=voices[0].edition(),
        paper=options.paper,
        revised=view.revised,
    )
    found = [
        sheet for kind in dict.fromkeys(options.sheets) for sheet in _sheets(voices, kind, options)
    ]
    body = printed.workbook(found or [sessions.programme(voices)], setting)
    yield Document(f"{stem(view)}.xlsx", body, about=view.person.id if view.person else None)


def _sheets(voices: headings.Voices, kind: Kind, options: XLSXOptions) -> Iterator[printed.Sheet]:
    if kind == "programme":
        yield sessions.programme(voices)
    elif voices[0].view.person is not None:
        return  # what is hers alone is her programme
    elif kind == "sign-in":
        yield from signing.sheets(voices, options.sign_in, options.blank)
    else:
        made = {
            "rooms": sessions.rooms,
            "delegations": delegations.delegations,
            "liaison": delegations.liaison,
            "board": calls.board,
        }
        if (sheet := made[kind](voices)) is not None:
            yield sheet


XLSX = Renderer(
    Format(
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "xlsx",
        charset=None,
        carries={Part.SESSIONS, Part.PEOPLE, Part.BOARD},
    ),
    XLSXOptions,
    _compose,
)
"""A workbook to be printed and filled in by hand; one document of all sheets."""


if not TYPE_CHECKING:  # else a type checker would take any name

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f"{__name__}.dossier.{_HOMES[name]}"), name)
        globals()[name] = value
        return value
