"""What a type checker tells those who use the public names: run by mypy and basedpyright.

Each `type: ignore` is a mistake that must be seen: an ignore without one is an error.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, assert_type

from rencontres import (
    DATA,
    ICS,
    Change,
    Changes,
    Document,
    Dossier,
    Finding,
    Format,
    LoadError,
    Omission,
    Phrase,
    Reader,
    Renderer,
    Selection,
    Session,
    Text,
    View,
    Wording,
    Words,
    compare,
    dump,
    dump_data,
    find,
    forget,
    load,
    load_data,
    redact,
    view,
    write,
)


def loading() -> None:
    """A dossier comes from files or data."""
    dossier = load("meeting.toml", Path("private.toml"))
    assert_type(dossier, Dossier)
    assert_type(load_data({"rencontres": 1}), Dossier)
    dump(dossier, "meeting.json")
    assert_type(load_data(dump_data(dossier)), Dossier)
    try:
        load("meeting.toml")
    except LoadError as error:
        assert_type(error.problems, tuple[Finding, ...])
    load(3)  # type: ignore[arg-type]


def asking(dossier: Dossier) -> None:
    """A dossier answers by id, and is changed into another one."""
    assert_type(dossier.get(Session, "opening"), Session | None)
    assert_type(dossier.change("opening", confirmation="cancelled"), Dossier)
    assert_type(dossier.with_(Session("closing")).without("opening"), Dossier)
    assert_type(redact(dossier, Reader("fr")), Dossier)
    assert_type(forget(dossier, "dupont"), Dossier)
    dossier.get(Text, "opening")  # type: ignore[type-var]
    Session("closing", "a title")  # type: ignore[call-arg]
    Session("closing", kind="dinner")  # type: ignore[arg-type]


def texts() -> None:
    """A text speaks named languages; what it says to a reader is a string."""
    text = Text({"fr": "Séance", "zh-Hans": "会议"})
    assert_type(text.phrase("fr"), Phrase)
    assert_type(text.words(["fr", "zh-Hans"]), Words)
    assert_type(text.phrase("fr").upper(), str)
    Text("Séance")  # type: ignore[arg-type]


def comparing(old: Dossier, new: Dossier) -> None:
    """Two states of a dossier give typed changes, in words and for a view."""
    changes = compare(old, new)
    assert_type(changes, Changes)
    assert_type(changes.of("moved", "relocated"), tuple[Change, ...])
    assert_type(changes.say("fr"), str)
    assert_type(changes.say(Wording("zh-Hans")), str)
    assert_type(changes.findings(), tuple[Finding, ...])
    for person, theirs in changes.by_person().items():
        assert_type(person, str)
        assert_type(theirs, tuple[Change, ...])
    assert_type(view(new, Reader("fr"), changes=changes), View)
    changes.of("shifted")  # type: ignore[arg-type]


def rendering(dossier: Dossier, folder: Path) -> None:
    """A view goes into any format."""
    programme = view(dossier, Reader("fr", "zh-Hans"), Selection(events=["meeting"]))
    assert_type(programme, View)
    assert_type(programme.of("dupont"), View)
    documents = ICS(programme)
    assert_type(documents, tuple[Document, ...])
    assert_type(ICS.one(programme), Document)
    assert_type(ICS.one(programme).body, bytes)
    assert_type(DATA.stream(programme), Iterator[Document])
    assert_type(DATA.losses(programme), tuple[Omission, ...])
    assert_type(ICS.format, Format)
    assert_type(find("ics"), Renderer[Any])
    assert_type(Wording("fr").number(3), str)
    write(documents, folder)
    view(dossier, "fr")  # type: ignore[arg-type]
    ICS(dossier)  # type: ignore[arg-type]
    Reader("fr", audience="everybody")  # type: ignore[arg-type]
