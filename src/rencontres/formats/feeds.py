"""FEEDS: a calendar for each person, each session encoded once for all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs
from attrs import field, frozen

from rencontres.formats import components, contentline
from rencontres.formats.entries import Entries
from rencontres.formats.ics import CARRIED, MEDIA_TYPE, checked, head, kept, moments
from rencontres.formats.naming import stem
from rencontres.formats.settings import ICSOptions
from rencontres.language import chain
from rencontres.rendering import Document, Format, Renderer
from rencontres.span import key_of
from rencontres.views import ActionPage, Cast, PersonPage, Slot, View


@frozen(kw_only=True)
class FeedsOptions(ICSOptions):
    """How to write a calendar for each person; those of ICS hold as well.

    Attributes:
        open: Whether everybody also gets the sessions that are open to all.
        natives: Whether only those get one whose own language leads the programme.
    """

    open: bool = field(default=False, metadata={"help": "also the sessions open to all"})
    natives: bool = field(default=False, metadata={"help": "only for natives of the language"})


class _Pieces:
    """The encoded pieces that calendars are put together from."""

    def __init__(self, view: View, options: FeedsOptions) -> None:
        self.view = view
        self.options = options
        self.entries = Entries(view, options)
        self.slots = {slot.id: slot for slot in kept(view, options)}
        self.open = [slot for slot in self.slots.values() if slot.open] if options.open else []
        self.order = {id_: rank for rank, id_ in enumerate(self.slots)}
        self._sessions: dict[tuple[object, ...], bytes] = {}
        self._actions: dict[str, bytes] = {}
        self._zones = dict(self._definitions())

    def _definitions(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        if self.options.utc or self.options.phone:
            return
        zoned: dict[str, list[Slot]] = {}
        for slot in self.slots.values():
            if slot.start is not None:
                zoned.setdefault(key_of(slot.start), []).append(slot)
        for key, slots in sorted(zoned.items()):
            yield key, components.definitions(moments(slots))

    def zones(self, slots: Iterable[Slot]) -> Iterator[str]:
        used = {key_of(slot.start) for slot in slots if slot.start is not None}
        for key, lines in self._zones.items():
            if key in used:
                yield from lines

    def session(self, slot: Slot, own: tuple[Cast, ...]) -> bytes:
        key = (slot.id, *((cast.function, cast.gender, cast.organisation) for cast in own))
        piece = self._sessions.get(key)
        if piece is None:
            piece = self._sessions[key] = contentline.encode(self.entries.session(slot, own))
        return piece

    def action(self, action: ActionPage) -> bytes:
        piece = self._actions.get(action.id)
        if piece is None:
            piece = self._actions[action.id] = contentline.encode(self.entries.deadline(action))
        return piece


def _compose(view: View, options: FeedsOptions) -> Iterator[Document]:
    checked(options)
    pieces = _Pieces(view, options)
    known = set(view.holders)
    bare = attrs.evolve(view, days=(), unscheduled=(), actions=())
    for page in view.people:
        if options.natives and not _native(page, view):
            continue
        if page.id in known:
            yield _feed(view.of(page.id), pieces)
        elif pieces.open:
            yield _feed(attrs.evolve(bare, person=page), pieces)


def _feed(copy: View, pieces: _Pieces) -> Document:
    options = pieces.options
    own = dict(copy.own)
    slots = [pieces.slots[id_] for id_ in own if id_ in pieces.slots]
    if pieces.open:
        slots += [slot for slot in pieces.open if slot.id not in own]
        slots.sort(key=lambda slot: pieces.order[slot.id])
    lines = head(copy, options, pieces.zones(slots))
    body = [pieces.session(slot, own.get(slot.id, ())) for slot in slots]
    if options.deadlines:
        body += [pieces.action(action) for action in copy.actions]
    about = copy.person.id if copy.person else None
    return Document(f"{stem(copy)}.ics", components.calendar(lines, body), about=about)


def _native(page: PersonPage, view: View) -> bool:
    leading = chain(view.reader.language)[-1]
    return any(chain(tag)[-1] == leading for tag in page.native[:1])


FEEDS = Renderer(
    Format("feeds", MEDIA_TYPE, "ics", carries=CARRIED),
    FeedsOptions,
    _compose,
)
"""A calendar for each person of a programme, with her function in each session."""
