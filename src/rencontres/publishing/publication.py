"""Publishing: from a dossier and what was published before to what is published now."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime

import attrs

from rencontres.errors import LedgerError
from rencontres.finding import Finding, path
from rencontres.model import (
    SINGULAR,
    TABLES,
    Action,
    Dossier,
    Event,
    Room,
    Session,
    Workshop,
    name_of,
)
from rencontres.model.visibility import PUBLIC, Circle
from rencontres.publishing.digest import Digests, Published, digest, plain
from rencontres.publishing.ledger import Ledger
from rencontres.publishing.succession import continued
from rencontres.publishing.trace import Former, Trace
from rencontres.publishing.transcript import HIGHEST
from rencontres.relations import OFF, Relations, holders
from rencontres.text import Text
from rencontres.when import When

_PUBLISHED = ("events", "sessions", "actions")
_NEVER = datetime.min.replace(tzinfo=UTC)
_AROUND = ("committees", "workshops", "pairings")

_FOLD = re.compile(rb"\r?\n[ \t]")
_SEQUENCE = re.compile(
    rb'^SEQUENCE(?:;(?:"[^"\r\n]*"|[^":\r\n])*)?:[ \t]*\+?(\d+)[ \t]*\r?$',
    re.MULTILINE | re.IGNORECASE,
)


def publish(dossier: Dossier, previous: Ledger | None, *, at: datetime, above: int = -1) -> Ledger:
    """Return the ledger after a publication of this dossier: pure, nothing is sent anywhere.

    A thing's SEQUENCE grows when its time or its status changes (RFC 5546 §2.1.4) and then only;
    its modification moves with anything that is told of it. What has been removed leaves a trace,
    so that calendars can be told, and so does what some readers are no longer told of. Publishing
    the same dossier again changes nothing but the date of the ledger. A thing is known by its
    identity in calendars: another id with the same ``uid`` goes on with its revisions.

    Args:
        dossier: What is published.
        previous: The ledger of the publication before; None: this is the first.
        at: The moment of the publication, aware.
        above: Of a ledger that was lost, or restored from an old copy: the highest SEQUENCE that
            was ever published, such as ``highest_sequence`` finds in a calendar; every revision
            stands above it from now on.

    Raises:
        LedgerError: ``at`` without a zone or before the previous publication, another namespace,
            another noun or another identity under a published id, or a version of the programme
            that has been published with another content; everything is told at once.
    """
    above = max(above, previous.above if previous else -1)
    moment = at.astimezone(UTC).replace(microsecond=0) if at.utcoffset() is not None else None
    fresh = {trace.key: trace for trace in _traces(dossier, moment or _NEVER, above + 1)}
    content = _content(dossier, fresh.values())
    problems = list(_faults(dossier, fresh, previous, moment, above, content))
    if problems or moment is None:
        raise LedgerError("this cannot be published", problems)
    releases = dict(previous.releases) if previous else {}
    if dossier.version is not None:
        releases[dossier.version] = content
    return Ledger(
        namespace=dossier.namespace,
        published=moment,
        revised=previous.revised if previous and _unchanged(previous, dossier, content) else moment,
        version=dossier.version,
        digest=content,
        releases=releases,
        above=above,
        traces={
            key: _without(trace, dossier)
            for key, trace in continued(fresh, previous, content, moment, above).items()
        },
    )


def highest_sequence(calendar: bytes) -> int:
    """Return the highest SEQUENCE in a calendar file, -1 if there is none.

    Args:
        calendar: An ``.ics`` file that was published.
    """
    found = _SEQUENCE.findall(_FOLD.sub(b"", calendar))
    return max((min(int(digits[:20]), HIGHEST) for digits in found), default=-1)


# --- what is published now --------------------------------------------------------------------


def _traces(dossier: Dossier, moment: datetime, sequence: int) -> Iterator[Trace]:
    """Yield what is to be known of each thing, as if it were published for the first time."""
    relations = Relations(dossier)
    digests = Digests(relations)
    for table in _PUBLISHED:
        noun = SINGULAR[table]
        for thing in getattr(dossier, table):
            key = f"{noun}.{thing.id}"
            circle = relations.circle(thing)
            yield Trace(
                key=key,
                uid=thing.uid or f"{key}@{dossier.namespace}",
                sequence=sequence,
                created=moment,
                modified=moment,
                timing=digests.timing(thing),
                words=digests.words(thing),
                title=_title(relations, thing, circle),
                now=_former(relations, thing, circle),
                event=None if isinstance(thing, Event) else thing.event,
                circle=circle,
                people=_people(relations, thing),
            )


def _people(relations: Relations, thing: Published) -> tuple[str, ...]:
    """Return who has a thing in a calendar of her own."""
    if isinstance(thing, Action):
        return tuple(sorted(thing.owners))
    if isinstance(thing, Event):
        return ()
    tasks = (role for role in relations.tasks(thing) if role.confirmation not in OFF)
    return tuple(sorted({id_ for role in tasks for id_ in holders(role)}))


def _title(relations: Relations, thing: Published, circle: Circle) -> Text:
    """Return what a thing is called; by what it is a part of only if all who know it know that."""
    if (name := name_of(thing)) is not None:
        return name
    if isinstance(thing, Session):
        for whole in (
            relations.dossier.get(Workshop, thing.workshop),
            relations.dossier.get(Event, thing.event),
        ):
            if whole is not None and _known(relations, whole, circle):
                return whole.title
    return Text.same(thing.id)


def _former(relations: Relations, thing: Published, circle: Circle) -> Former:
    if isinstance(thing, Action):
        latest = thing.due.latest if thing.due else None
        return Former(when=When(latest.isoformat()) if latest else None)
    when = attrs.evolve(thing.when, words=None) if thing.when and thing.when.when else None
    if isinstance(thing, Event):
        return Former(when=when)
    room = relations.dossier.get(Room, thing.room)
    told = room.name if room and _known(relations, room, circle) else None
    return Former(start=thing.start, end=thing.end, when=when, room=told)


def _known(relations: Relations, thing: Room | Workshop | Event, circle: Circle) -> bool:
    """Tell whether everybody in a circle is told of a thing."""
    around = relations.circle(thing)
    return around is PUBLIC or around.within(circle) == circle


def _unchanged(previous: Ledger, dossier: Dossier, content: str) -> bool:
    return (previous.version, previous.digest) == (dossier.version, content)


def _content(dossier: Dossier, traces: Iterable[Trace]) -> str:
    things = [
        [trace.key, trace.timing, trace.words, trace.circle.audience, trace.circle.sides]
        for trace in traces
    ]
    around = [plain(thing) for table in _AROUND for thing in getattr(dossier, table)]
    return digest([plain(dossier.title), things, around])


# --- what contradicts what was published -------------------------------------------------------


def _faults(
    dossier: Dossier,
    fresh: Mapping[str, Trace],
    previous: Ledger | None,
    moment: datetime | None,
    above: int,
    content: str,
) -> Iterator[Finding]:
    if not -1 <= above < HIGHEST:
        message = "no calendar counts beyond %(highest)s, and %(above)s was asked for"
        yield Finding("ledger.above", "error", "", message, {"highest": HIGHEST, "above": above})
    if moment is None:
        yield Finding("ledger.naive", "error", "", "the moment of publication needs a time zone")
    if previous is None:
        return
    if previous.namespace != dossier.namespace:
        message = "the namespace was %(old)s: another one would duplicate all that is in calendars"
        values = {"old": previous.namespace}
        yield Finding("ledger.namespace", "error", "namespace", message, values)
    if moment is not None and moment < previous.published:
        message = "the clock goes back: the last publication was at %(last)s"
        values = {"last": previous.published.isoformat()}
        yield Finding("ledger.clock", "error", "", message, values)
    version = dossier.version
    if version is not None and dict(previous.releases).get(version, content) != content:
        message = "version %(version)s has been published with another content: raise the version"
        yield Finding("ledger.version", "error", "version", message, {"version": version})
    yield from _identities(dossier, fresh, previous)


def _identities(
    dossier: Dossier, fresh: Mapping[str, Trace], previous: Ledger
) -> Iterator[Finding]:
    kept = {trace.uid for trace in fresh.values()}
    for trace in previous.traces.values():
        if trace.uid in kept or trace.id not in dossier:
            continue
        table = TABLES[type(dossier[trace.id])]
        if SINGULAR[table] != trace.noun:
            message = "%(id)s was published as %(noun)s: give this %(new)s another id"
            values = {"id": trace.id, "noun": _article(trace.noun), "new": SINGULAR[table]}
            yield Finding("ledger.noun", "error", path(table, trace.id), message, values)
        elif previous.namespace == dossier.namespace:
            message = "%(id)s was published with the identity %(uid)s: another would duplicate it"
            values = {"id": trace.id, "uid": trace.uid}
            yield Finding("ledger.uid", "error", path(table, trace.id, "uid"), message, values)


def _article(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def _without(trace: Trace, dossier: Dossier) -> Trace:
    """Return a trace that names nobody whom the dossier does not: who is forgotten is so here."""
    people = tuple(id_ for id_ in trace.people if id_ in dossier)
    parted = tuple((id_, last) for id_, last in trace.parted if id_ in dossier)
    if len(people) == len(trace.people) and len(parted) == len(trace.parted):
        return trace
    return attrs.evolve(trace, people=people, parted=parted)
