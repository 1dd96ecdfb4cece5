"""FEEDS: a calendar for each person, each session encoded once for all of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

import attrs
from attrs import field, frozen

from rencontres.formats import components, contentline
from rencontres.formats.entries import Entries, mixed
from rencontres.formats.ics import (
    CARRIED,
    MEDIA_TYPE,
    Naming,
    deadlines,
    head,
    media_type,
    moments,
    shown,
)
from rencontres.formats.milestones import Milestones
from rencontres.formats.naming import named, stem
from rencontres.formats.settings import ICSOptions
from rencontres.formats.timezones import alike
from rencontres.language import chain
from rencontres.rendering import Document, Format, Renderer
from rencontres.views import ActionPage, Cast, Copy, Gone, PersonPage, Slot, View

_CHARSET = "utf-8"
_METHOD = contentline.encode(("METHOD:PUBLISH",))
_NOTHING: Mapping[str, tuple[Cast, ...]] = MappingProxyType({})


@frozen(kw_only=True)
class FeedsOptions(ICSOptions):
    """How to write a calendar for each person; those of ICS hold as well.

    Attributes:
        open: Whether everybody also gets the sessions that are open to all.
        natives: Whether only those get one whose own language leads the programme.
    """

    open: bool = field(default=False, metadata={"help": "also the sessions open to all"})
    natives: bool = field(default=False, metadata={"help": "only for natives of the language"})


Clock: TypeAlias = tuple[str, datetime]
"""A zone, and a moment that its definition has to reach: one for all moments of a year."""


class _Piece(NamedTuple):
    """A session, encoded: of somebody, only its summary is her own; no octets without a day."""

    slot: Slot
    before: bytes
    after: bytes
    clocks: frozenset[Clock]
    summaries: dict[tuple[object, ...], bytes]


class _Pieces:
    """The encoded pieces that calendars are put together from."""

    def __init__(self, view: View, options: FeedsOptions) -> None:
        self.view = view
        self.options = options
        self.apart = options.per == "event" or options.phone
        self._entries = Entries(view, options)
        self._marks = Milestones(view, options)
        self.slots = {
            slot.id: slot for slot in view.slots() if slot.dated and shown(view, options, slot)
        }
        self.open = [slot for slot in self.slots.values() if slot.open] if options.open else []
        self.order = {id_: rank for rank, id_ in enumerate(self.slots)}
        self._made: dict[tuple[object, ...], bytes] = {}
        # By the very slots, which the view keeps: of what is gone for one only there are two.
        self._pieces: dict[tuple[int, bool], _Piece] = {}
        self._zones: dict[frozenset[Clock], bytes] = {}
        self._zoned = not (options.utc or options.phone)
        # Only the name of a calendar is somebody's own.
        self._naming = Naming(view, options)
        whole = head(attrs.evolve(view, person=None), options)
        name = () if options.phone else self._called(None)
        at = whole.index(name[0]) if name else len(whole)
        self._start = contentline.encode(whole[:at])
        self._rest = contentline.encode(whole[at + len(name) :])
        # Published tasks would need a beginning and a priority (RFC 5546 §3.4.1).
        self._bare = self._start.replace(_METHOD, b"")

    def _called(self, page: PersonPage | None) -> tuple[str, ...]:
        name = self._naming.name(page)
        return components.named(name, name.language)

    def calendar(
        self,
        page: PersonPage,
        held: Collection[_Piece] = (),
        own: Mapping[str, tuple[Cast, ...]] = _NOTHING,
        rest: Iterable[bytes] = (),
        *,
        tasks: bool = False,
    ) -> bytes:
        """Return a calendar of somebody."""
        told = [self._bare if tasks else self._start]
        if not self.options.phone:
            told.append(contentline.encode(self._called(page)))
        told.append(self._rest)
        if self._zoned:
            told.append(self._definitions(held))
        for piece in held:
            if piece.before:
                casts = own.get(piece.slot.id, ())
                told += (piece.before, self._summary(piece, casts), piece.after)
        return b"".join((*told, *rest, components.FOOT))

    def _definitions(self, held: Collection[_Piece]) -> bytes:
        """Return the definitions of the zones in which some sessions are told."""
        clocks = frozenset().union(*[piece.clocks for piece in held])
        made = self._zones.get(clocks)
        if made is None:
            lines = components.definitions(at for _, at in clocks)
            made = self._zones[clocks] = contentline.encode(lines)
        return made

    def piece(self, slot: Slot, *, among: bool) -> _Piece:
        """Return a session, for everybody who takes part in it."""
        key = id(slot), among
        piece = self._pieces.get(key)
        if piece is None:
            before, after = map(contentline.encode, self._entries.around(slot, among=among))
            piece = _Piece(slot, before, after, frozenset(_clocks(slot)), {})
            self._pieces[key] = piece
        return piece

    def _summary(self, piece: _Piece, own: tuple[Cast, ...]) -> bytes:
        key = tuple([(cast.function, cast.gender, cast.organisation) for cast in own])
        summary = piece.summaries.get(key)
        if summary is None:
            told = self._entries.summary(piece.slot, own, alone=self.apart)
            summary = piece.summaries[key] = contentline.encode((told,))
        return summary

    def actions(
        self, actions: Iterable[ActionPage], stones: Iterable[Gone], *, todo: bool
    ) -> list[tuple[str, bytes]]:
        """Return the deadlines of somebody by id, as whole days or as tasks; with those gone."""
        kind, write = ("VTODO", self._marks.todo) if todo else ("VEVENT", self._marks.deadline)

        def written(action: ActionPage) -> bytes:
            return self._once((action.id, action.sequence, kind), lambda: write(action))

        def buried(stone: Gone) -> bytes:
            key = (stone.id, stone.sequence, kind, "gone")
            return self._once(key, lambda: self._marks.gone(stone, kind))

        return [*deadlines(actions, stones, written, buried)]

    def _once(self, key: tuple[object, ...], lines: Callable[[], Iterable[str]]) -> bytes:
        piece = self._made.get(key)
        if piece is None:
            piece = self._made[key] = contentline.encode(lines())
        return piece


def _clocks(slot: Slot) -> Iterator[Clock]:
    for at in moments([slot]):
        zone, _ = contentline.zoned(at)
        if zone:
            yield zone, alike(at)


def _compose(view: View, options: FeedsOptions) -> Iterator[Document]:
    pieces = _Pieces(view, options)
    for page in view.people:
        if options.natives and not _native(page, view):
            continue
        copy = _copy(view, page.id)
        if copy is not None or pieces.open:
            yield from _feed(page, copy, pieces)


def _copy(view: View, id_: str) -> Copy | None:
    try:
        return view.copy_of(id_)
    except KeyError:
        return None


def _feed(page: PersonPage, copy: Copy | None, pieces: _Pieces) -> Iterator[Document]:
    """Yield the calendars of somebody; an empty one too, so that its readers see what went."""
    options = pieces.options
    own = dict(copy.own) if copy else {}
    stones = [s for s in copy.gone if shown(pieces.view, options, s)] if copy else []
    slots = [pieces.slots[id_] for id_ in own if id_ in pieces.slots]
    if pieces.open:
        slots += [slot for slot in pieces.open if slot.id not in own]
        slots.sort(key=lambda slot: pieces.order[slot.id])
    dated = {slot.id for slot in slots}
    slots += [stone for stone in stones if stone.noun == "session" and stone.id not in dated]
    among = mixed(slots)
    held = [pieces.piece(slot, among=among) for slot in slots]
    actions = [each for each in copy.actions if shown(pieces.view, options, each)] if copy else []
    past = [stone for stone in stones if stone.noun == "action"]
    whole = options.deadlines and not options.todos
    days = pieces.actions(actions, past, todo=False) if whole else []
    name = stem(pieces.view, page=page)
    if pieces.apart:
        for piece in held:
            if piece.before:
                body = pieces.calendar(page, [piece], own)
                yield _document(f"{name}/{named(piece.slot.id)}.ics", body, page, options)
        for id_, octets in days:
            body = pieces.calendar(page, rest=[octets])
            yield _document(f"{name}/{named(id_)}.ics", body, page, options)
    else:
        body = pieces.calendar(page, held, own, [octets for _, octets in days])
        yield _document(f"{name}.ics", body, page, options)
    if options.todos and not options.phone:
        tasks = [octets for _, octets in pieces.actions(actions, past, todo=True)]
        if tasks:
            body = pieces.calendar(page, rest=tasks, tasks=True)
            path = f"{stem(pieces.view, 'actions', page=page)}.ics"
            yield _document(path, body, page)


def _document(
    path: str, body: bytes, page: PersonPage, options: FeedsOptions | None = None
) -> Document:
    kind = media_type(options) if options else None
    return Document(path, body, kind or MEDIA_TYPE, page.id, charset=_CHARSET)


def _native(page: PersonPage, view: View) -> bool:
    leading = chain(view.reader.language)[-1]
    return any(chain(tag)[-1] == leading for tag in page.native[:1])


FEEDS = Renderer(
    Format("feeds", MEDIA_TYPE, "ics", carries=CARRIED, dated=True),
    FeedsOptions,
    _compose,
)
"""A calendar for each person of a programme, with her function in each session."""
