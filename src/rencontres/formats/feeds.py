"""FEEDS: a calendar for each person, each session encoded once for all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import attrs
from attrs import field, frozen

from rencontres.formats import components, contentline
from rencontres.formats.entries import Entries, mixed
from rencontres.formats.ics import CARRIED, MEDIA_TYPE, Naming, head, media_type, moments, shown
from rencontres.formats.milestones import Milestones
from rencontres.formats.naming import stem
from rencontres.formats.settings import ICSOptions
from rencontres.language import chain
from rencontres.rendering import Document, Format, Renderer
from rencontres.views import ActionPage, Cast, Copy, Gone, PersonPage, Slot, View

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
        self.view = view
        self.options = options
        self.apart = options.per == "event" or options.phone
        self._entries = Entries(view, options)
        self._marks = Milestones(view, options)
        self.slots = {slot.id: slot for slot in view.slots() if shown(view, options, slot)}
        self.open = [slot for slot in self.slots.values() if slot.open] if options.open else []
        self.order = {id_: rank for rank, id_ in enumerate(self.slots)}
        self._made: dict[tuple[object, ...], bytes] = {}
        # By the very slots, which the view keeps: of what is gone for one only there are two.
        self._around: dict[tuple[int, bool], tuple[bytes, bytes]] = {}
        self._zones: dict[frozenset[str], bytes] = {}
        self._used: dict[int, frozenset[str]] = {}
        self._zoned = not (options.utc or options.phone)
        # Only the name of a calendar is somebody's own.
        self._naming = Naming(view, options)
        whole = head(attrs.evolve(view, person=None), options)
        name = () if options.phone else self._called(None)
        at = whole.index(name[0]) if name else len(whole)
        self._start = contentline.encode(whole[:at])
        self._rest = contentline.encode(whole[at + len(name) :])

    def _called(self, page: PersonPage | None) -> tuple[str, ...]:
        name = self._naming.name(page)
        return components.named(name, name.language)

    def calendar(self, page: PersonPage, slots: Iterable[Slot], told: Iterable[bytes]) -> bytes:
        """Return a calendar of somebody."""
        name = b"" if self.options.phone else contentline.encode(self._called(page))
        zones = self._definitions(slots) if self._zoned else b""
        return b"".join((self._start, name, self._rest, zones, *told, components.FOOT))

    def _definitions(self, slots: Iterable[Slot]) -> bytes:
        """Return the definitions of the zones in which some sessions are told."""
        used = frozenset().union(*map(self._zones_of, slots))
        made = self._zones.get(used)
        if made is None:
            every = [at for at in moments(self.slots.values()) if contentline.zoned(at)[0] in used]
            made = self._zones[used] = contentline.encode(components.definitions(every))
        return made

    def _zones_of(self, slot: Slot) -> frozenset[str]:
        names = self._used.get(id(slot))
        if names is None:
            told = (contentline.zoned(moment)[0] for moment in moments([slot]))
            names = self._used[id(slot)] = frozenset(filter(None, told))
        return names

    def session(self, slot: Slot, own: tuple[Cast, ...], *, among: bool) -> tuple[bytes, ...]:
        """Return a session: of somebody, only its summary is her own; nothing without a day."""
        key = (id(slot), among)
        around = self._around.get(key)
        if around is None:
            before, after = self._entries.around(slot, among=among)
            around = self._around[key] = contentline.encode(before), contentline.encode(after)
        return (around[0], self._summary(slot, own), around[1]) if around[0] else ()

    def _summary(self, slot: Slot, own: tuple[Cast, ...]) -> bytes:
        # Most people do one thing in a session.
        key: tuple[object, ...] = (
            (id(slot), own[0].function, own[0].gender, own[0].organisation)
            if len(own) == 1
            else (id(slot), *[(cast.function, cast.gender, cast.organisation) for cast in own])
        )
        return self._once(key, lambda: (self._entries.summary(slot, own, alone=self.apart),))

    def action(self, action: ActionPage, *, todo: bool) -> bytes:
        """Return a deadline, as a whole day or as a task; nothing for one that needs neither."""
        write = self._marks.todo if todo else self._marks.deadline
        return self._once((action.id, action.sequence, todo), lambda: write(action))

    def gone(self, stone: Gone, *, todo: bool) -> bytes:
        """Return an action that is gone."""
        kind = "VTODO" if todo else "VEVENT"
        key = (stone.id, stone.sequence, todo, "gone")
        return self._once(key, lambda: self._marks.gone(stone, kind))

    def _once(self, key: tuple[object, ...], lines: Callable[[], Iterable[str]]) -> bytes:
        piece = self._made.get(key)
        if piece is None:
            piece = self._made[key] = contentline.encode(lines())
        return piece


def _compose(view: View, options: FeedsOptions) -> Iterator[Document]:
    pieces = _Pieces(view, options)
    known = set(view.holders)
    for page in view.people:
        if options.natives and not _native(page, view):
            continue
        if page.id in known:
            yield from _feed(page, view.copy_of(page.id), pieces)
        elif pieces.open:
            yield from _feed(page, None, pieces)


def _feed(page: PersonPage, copy: Copy | None, pieces: _Pieces) -> Iterator[Document]:
    """Yield the calendars of somebody; an empty one too, so that its readers see what went."""
    options = pieces.options
    own = dict(copy.own) if copy else {}
    stones = [s for s in copy.gone if shown(pieces.view, options, s)] if copy else []
    slots = [pieces.slots[id_] for id_ in own if id_ in pieces.slots]
    if pieces.open:
        slots += [slot for slot in pieces.open if slot.id not in own]
        slots.sort(key=lambda slot: pieces.order[slot.id])
    slots += [stone for stone in stones if stone.noun == "session" and stone.id not in own]
    among = mixed(slots)
    told: list[tuple[str, tuple[Slot, ...], tuple[bytes, ...]]] = [
        (slot.id, (slot,), pieces.session(slot, own.get(slot.id, ()), among=among))
        for slot in slots
    ]
    actions = copy.actions if copy else ()
    past = [stone for stone in stones if stone.noun == "action"]
    if options.deadlines and not options.todos:
        told += [(each.id, (), (pieces.action(each, todo=False),)) for each in actions]
        told += [(each.id, (), (pieces.gone(each, todo=False),)) for each in past]
    if pieces.apart:
        for id_, held, piece in told:
            if any(piece):
                path = f"{stem(pieces.view, page=page)}/{id_}.ics"
                yield _document(path, pieces.calendar(page, held, piece), page, options)
    else:
        body = pieces.calendar(page, slots, [each for *_, piece in told for each in piece])
        yield _document(f"{stem(pieces.view, page=page)}.ics", body, page, options)
    if options.todos and not options.phone:
        tasks = [pieces.action(action, todo=True) for action in actions]
        tasks += [pieces.gone(each, todo=True) for each in past]
        if any(tasks):
            body = pieces.calendar(page, (), tasks)
            path = f"{stem(pieces.view, 'actions', page=page)}.ics"
            yield _document(path, body, page, options)


def _document(path: str, body: bytes, page: PersonPage, options: FeedsOptions) -> Document:
    return Document(path, body, media_type(options) or MEDIA_TYPE, page.id, charset=_CHARSET)


def _native(page: PersonPage, view: View) -> bool:
    leading = chain(view.reader.language)[-1]
    return any(chain(tag)[-1] == leading for tag in page.native[:1])


FEEDS = Renderer(
    Format("feeds", MEDIA_TYPE, "ics", carries=CARRIED, dated=True),
    FeedsOptions,
    _compose,
)
"""A calendar for each person of a programme, with her function in each session."""
