"""FEEDS: a calendar for each person, each session encoded once for all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs
from attrs import field, frozen

from rencontres.formats import components, contentline
from rencontres.formats.entries import Entries, mixed
from rencontres.formats.ics import CARRIED, MEDIA_TYPE, head, kept, media_type, moments
from rencontres.formats.milestones import Milestones
from rencontres.formats.naming import stem
from rencontres.formats.settings import ICSOptions
from rencontres.language import chain
from rencontres.rendering import Document, Format, Renderer
from rencontres.views import ActionPage, Cast, PersonPage, Slot, View

_CHARSET = "utf-8"


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
        self.options = options
        self.apart = options.per == "event" or options.phone
        self._entries = Entries(view, options)
        self._marks = Milestones(view, options)
        slots, _ = kept(view, options)
        self.slots = {slot.id: slot for slot in slots}
        self.open = [slot for slot in slots if slot.open] if options.open else []
        self.order = {id_: rank for rank, id_ in enumerate(self.slots)}
        self._around: dict[tuple[str, bool], tuple[bytes, bytes]] = {}
        self._summaries: dict[tuple[object, ...], bytes] = {}
        self._actions: dict[tuple[str, bool], bytes] = {}
        zoned = () if options.utc or options.phone else moments(slots)
        defined = components.defined(zoned)
        self._zones = {key: contentline.encode(lines) for key, lines in defined.items()}
        self._named: dict[str, frozenset[str]] = {}

    def zones(self, slots: Iterable[Slot]) -> list[bytes]:
        """Return the definitions of the zones in which some sessions are told."""
        used = frozenset().union(*map(self._zones_of, slots)) if self._zones else ()
        return [piece for key, piece in self._zones.items() if key in used]

    def _zones_of(self, slot: Slot) -> frozenset[str]:
        names = self._named.get(slot.id)
        if names is None:
            told = (contentline.zoned(moment)[0] for moment in moments([slot]))
            names = self._named[slot.id] = frozenset(told)
        return names

    def session(self, slot: Slot, own: tuple[Cast, ...], *, among: bool) -> tuple[bytes, ...]:
        """Return the pieces of a session: only its summary is somebody's own."""
        around = self._around.get((slot.id, among))
        if around is None:
            before, after = self._entries.around(slot, among=among)
            around = contentline.encode(before), contentline.encode(after)
            self._around[slot.id, among] = around
        return (around[0], self._summary(slot, own), around[1]) if around[0] else ()

    def _summary(self, slot: Slot, own: tuple[Cast, ...]) -> bytes:
        # Most people do one thing in a session.
        key: tuple[object, ...] = (
            (slot.id, own[0].function, own[0].gender, own[0].organisation)
            if len(own) == 1
            else (slot.id, *[(cast.function, cast.gender, cast.organisation) for cast in own])
        )
        piece = self._summaries.get(key)
        if piece is None:
            line = self._entries.summary(slot, own, alone=self.apart)
            piece = self._summaries[key] = contentline.encode((line,))
        return piece

    def action(self, action: ActionPage, *, todo: bool) -> bytes:
        piece = self._actions.get((action.id, todo))
        if piece is None:
            lines = self._marks.todo(action) if todo else self._marks.deadline(action)
            piece = self._actions[action.id, todo] = contentline.encode(lines)
        return piece


def _compose(view: View, options: FeedsOptions) -> Iterator[Document]:
    pieces = _Pieces(view, options)
    known = set(view.holders)
    bare = attrs.evolve(view, days=(), unscheduled=(), actions=())
    for page in view.people:
        if options.natives and not _native(page, view):
            continue
        if page.id in known:
            yield from _feed(view.of(page.id), pieces)
        elif pieces.open:
            yield from _feed(attrs.evolve(bare, person=page), pieces)


def _feed(copy: View, pieces: _Pieces) -> Iterator[Document]:
    options, kind = pieces.options, media_type(pieces.options) or MEDIA_TYPE
    own = dict(copy.own)
    slots = [pieces.slots[id_] for id_ in own if id_ in pieces.slots]
    if pieces.open:
        slots += [slot for slot in pieces.open if slot.id not in own]
        slots.sort(key=lambda slot: pieces.order[slot.id])
    among = mixed(slots)
    told: list[tuple[str, tuple[Slot, ...], tuple[bytes, ...]]] = [
        (slot.id, (slot,), pieces.session(slot, own.get(slot.id, ()), among=among))
        for slot in slots
    ]
    if options.deadlines and not options.todos:
        told += [(each.id, (), (pieces.action(each, todo=False),)) for each in copy.actions]
    about = copy.person.id if copy.person else None
    if pieces.apart:
        for id_, held, piece in told:
            if any(piece):
                body = components.calendar(head(copy, options), [*pieces.zones(held), *piece])
                yield Document(f"{stem(copy)}/{id_}.ics", body, kind, about, charset=_CHARSET)
    else:
        whole = [piece for *_, each in told for piece in each]
        body = components.calendar(head(copy, options), pieces.zones(slots) + whole)
        yield Document(f"{stem(copy)}.ics", body, kind, about, charset=_CHARSET)
    if options.todos and copy.actions and not options.phone:
        tasks = [pieces.action(action, todo=True) for action in copy.actions]
        body = components.calendar(head(copy, options), tasks)
        yield Document(f"{stem(copy, 'actions')}.ics", body, kind, about, charset=_CHARSET)


def _native(page: PersonPage, view: View) -> bool:
    leading = chain(view.reader.language)[-1]
    return any(chain(tag)[-1] == leading for tag in page.native[:1])


FEEDS = Renderer(
    Format("feeds", MEDIA_TYPE, "ics", carries=CARRIED, dated=True),
    FeedsOptions,
    _compose,
)
"""A calendar for each person of a programme, with her function in each session."""
