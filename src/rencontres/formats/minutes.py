"""What was said, decided and asked for: minutes of meetings, actions, documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rencontres.formats.thing import Line, Thing
from rencontres.formats.voice import Voice
from rencontres.text import Words
from rencontres.views import ActionPage, EventPage, NotePage, PaperPage

_GROUPS = {
    "minutes.present": frozenset({"head-of-delegation", "member", "participant"}),
    "minutes.attending": frozenset({"interpreter", "liaison", "secretariat"}),
}
"""Who takes part in a meeting (出席), and who is there to help (列席)."""


def meeting(voice: Voice, page: EventPage, *, at_home: bool) -> Thing:
    """Return a meeting as its minutes begin: when and where, who invited, chaired, was there.

    Args:
        voice: The language.
        page: The meeting.
        at_home: Whether this is the event of the programme, whose head says where and when.
    """
    wording = voice.wording
    details: list[Line] = []
    if not at_home and (told := voice.held(page)):
        details.append(told)
    if page.purpose:
        details.append(voice.phrase(page.purpose))
    if page.convened_by:
        names = wording.join(map(voice.phrase, page.convened_by), "organisations")
        details.append(wording.say("convened-by", organisations=names))
    groups = frozenset().union(*_GROUPS.values())
    details += voice.functions([cast for cast in page.people if cast.function not in groups])
    for code, functions in _GROUPS.items():
        found = (cast for cast in page.people if cast.function in functions and cast.id is not None)
        named = sorted(found, key=lambda cast: voice.ranks.get(cast.side, len(voice.ranks)))
        if named:
            listed = wording.pieces([voice.cast(cast, posts=True) for cast in named], "people")
            details.append((f"{wording.say(code)}{voice.gap}", *listed))
    if page.estimate is not None:
        details.append(wording.heading(wording.say("attendance", count=page.estimate)))
    return Thing(voice.standing(page.status, voice.phrase(page.title)), tuple(details))


def groups(voice: Voice, notes: Iterable[NotePage], *, under: bool = False) -> Iterator[Thing]:
    """Yield what was written down, under its headings, or by what it is.

    Args:
        voice: The language.
        notes: The notes, in their order.
        under: Whether they belong to the meeting told before.
    """
    found: dict[Words | str, list[NotePage]] = {}
    for note in notes:
        found.setdefault(note.heading or note.kind, []).append(note)
    for head, group in found.items():
        if isinstance(head, Words):
            title: str = voice.phrase(head)
        else:
            title = voice.wording.say(
                "minutes.decisions" if head == "decision" else f"note-kind.{head}"
            )
        details = (line for note in group for line in _note(voice, note))
        yield Thing(title, tuple(details), under)


def _note(voice: Voice, note: NotePage) -> Iterator[str]:
    yield voice.phrase(note.text)
    for id_, when in note.agreed:
        if side := voice.view.side(id_):
            yield voice.wording.say("agreed", side=voice.phrase(side.name), date=when)


def action(voice: Voice, page: ActionPage) -> Thing:
    """Return an action: what, whose, until when.

    Args:
        voice: The language.
        page: The action.
    """
    wording = voice.wording
    title: str = voice.phrase(page.title)
    if page.status != "open":
        title = wording.say("aside", what=title, aside=wording.say(f"action.{page.status}"))
    details: list[Line] = []
    if page.owners:
        owners = [voice.phrase(owner) for owner in page.owners]
        details.append(
            wording.say("action.owners", owners=wording.join(owners, "people"), count=len(owners))
        )
    if page.due is not None:
        details.append(wording.say("action.due", when=_due(voice, page)))
    return Thing(title, tuple(details))


def _due(voice: Voice, page: ActionPage) -> str:
    """Return a deadline; in the words it was set in, too, where these say something else."""
    wording = voice.wording
    if page.due is None:
        return ""
    written = wording.when(page.due) if page.due.when else ""
    if page.due_words is None:
        return written
    words = voice.phrase(page.due_words)
    if not written:
        return wording.quote(words)
    own = page.due_words[voice.index].language == wording.tag
    if not own or words.casefold() in written.casefold():
        return written
    return wording.say("aside", what=wording.quote(words), aside=written)


def paper(voice: Voice, page: PaperPage) -> Thing:
    """Return a document and where it stands.

    Args:
        voice: The language.
        page: The document.
    """
    wording = voice.wording
    status = wording.say(f"paper.{page.status}")
    title = wording.say("aside", what=voice.phrase(page.title), aside=status)
    late = page.due is not None and page.status in ("planned", "draft", "missing")
    return Thing(title, (wording.say("action.due", when=page.due),) if late else ())
