"""Publishing: from a dossier and what was published before to what is published now."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

import attrs

from rencontres.finding import Finding, path
from rencontres.model import (
    AUDIENCES,
    SINGULAR,
    TABLES,
    Action,
    Audience,
    Dossier,
    Event,
    Room,
    Session,
    Workshop,
    name_of,
)
from rencontres.model.visibility import audience_of
from rencontres.publishing.digest import Digests, digest, plain
from rencontres.publishing.ledger import Former, Ledger, Trace, refused
from rencontres.text import Text

_PUBLISHED = ("events", "sessions", "actions")
_AROUND = ("committees", "workshops", "pairings")
_SEQUENCE = re.compile(rb"^SEQUENCE(?:;[^:\r\n]*)?:[ \t]*(\d{1,9})[ \t]*\r?$", re.MULTILINE | re.IGNORECASE)


def publish(
    dossier: Dossier, previous: Ledger | None, *, at: datetime, above: int = -1
) -> Ledger:
    """Return the ledger after a publication of this dossier: pure, nothing is sent anywhere.

    A thing's SEQUENCE grows when its time or its status changes (RFC 5546 §2.1.4) and then only;
    its modification moves with anything that is told of it. What has been removed leaves a trace,
    so that calendars can be told. Publishing the same dossier again changes nothing but the date
    of the ledger.

    Args:
        dossier: What is published.
        previous: The ledger of the publication before; None: this is the first.
        at: The moment of the publication, aware.
        above: Of a lost ledger: the highest SEQUENCE that was ever published, such as
            ``highest_sequence`` finds in a calendar; new things begin above it.

    Raises:
        LedgerError: ``at`` without a zone or before the previous publication, another namespace,
            another noun under a published id, or the same version of the programme with another
            content; everything is told at once.
    """
    problems = list(_faults(dossier, previous, at))
    if problems:
        raise refused(*problems)
    moment = at.astimezone(UTC).replace(microsecond=0)
    digests = Digests(dossier)
    old = dict(previous.traces) if previous else {}
    traces: dict[str, Trace] = {}
    for table in _PUBLISHED:
        for thing in getattr(dossier, table):
            key = f"{SINGULAR[table]}.{thing.id}"
            fresh = _fresh(dossier, digests, key, thing, moment, above + 1)
            known = old.pop(key, None)
            traces[key] = _continued(known, fresh, moment) if known else fresh
    for key, trace in old.items():
        traces[key] = trace if trace.gone else _removed(trace, moment)
    content = _content(dossier, traces)
    if previous and dossier.version is not None and previous.version == dossier.version:
        if previous.digest != content:
            message = "version %(version)s has been published with another content: raise the version"
            raise refused(Finding("ledger.version", "error", "version", message, {"version": dossier.version}))
    return Ledger(
        namespace=dossier.namespace,
        published=moment,
        version=dossier.version,
        digest=content,
        traces=traces,
    )


def highest_sequence(calendar: bytes) -> int:
    """Return the highest SEQUENCE in a calendar file, -1 if there is none.

    Args:
        calendar: An ``.ics`` file that was published.
    """
    unfolded = re.sub(rb"\r?\n[ \t]", b"", calendar)
    return max((int(found) for found in _SEQUENCE.findall(unfolded)), default=-1)


def _content(dossier: Dossier, traces: Mapping[str, Trace]) -> str:
    things = [[key, trace.timing, trace.words, trace.gone is None] for key, trace in sorted(traces.items())]
    around = [plain(thing) for table in _AROUND for thing in getattr(dossier, table)]
    return digest([plain(dossier.title), things, around])


def _faults(dossier: Dossier, previous: Ledger | None, at: datetime) -> Iterator[Finding]:
    if at.tzinfo is None:
        yield Finding("ledger.naive", "error", "", "the moment of publication needs a time zone")
    if previous is None:
        return
    if previous.namespace != dossier.namespace:
        message = "the namespace was %(old)s: another one would duplicate every entry of every calendar"
        yield Finding("ledger.namespace", "error", "namespace", message, {"old": previous.namespace})
    if at.tzinfo is not None and at.astimezone(UTC).replace(microsecond=0) < previous.published:
        message = "the clock goes back: the last publication was at %(last)s"
        yield Finding("ledger.clock", "error", "", message, {"last": previous.published.isoformat()})
    for key in previous.traces:
        noun, _, id_ = key.partition(".")
        if id_ in dossier:
            table = TABLES[type(dossier[id_])]
            if SINGULAR[table] != noun:
                message = "%(id)s was published as a %(noun)s: give the %(new)s another id"
                values = {"id": id_, "noun": noun, "new": SINGULAR[table]}
                yield Finding("ledger.noun", "error", path(table, id_), message, values)


def _fresh(
    dossier: Dossier,
    digests: Digests,
    key: str,
    thing: Session | Event | Action,
    moment: datetime,
    sequence: int,
) -> Trace:
    return Trace(
        key=key,
        uid=thing.uid or f"{key}@{dossier.namespace}",
        sequence=sequence,
        created=moment,
        modified=moment,
        timing=digests.timing(thing),
        words=digests.words(thing),
        title=_title(dossier, thing),
        now=_former(dossier, thing),
        event=None if isinstance(thing, Event) else thing.event,
        audience=_audience(dossier, thing),
    )


def _continued(old: Trace, fresh: Trace, moment: datetime) -> Trace:
    timed = old.timing != fresh.timing or old.gone is not None
    told = timed or old.words != fresh.words
    trace = attrs.evolve(
        fresh,
        sequence=old.sequence + timed,
        created=old.created,
        modified=moment if told else old.modified,
        before=old.now if old.now != fresh.now else None,
        lost=old.lost,
        lost_at=old.lost_at,
        lost_sequence=old.lost_sequence,
    )
    narrower, wider = AUDIENCES.index(fresh.audience), AUDIENCES.index(old.audience)
    if narrower > wider:
        sequence = max(trace.sequence, old.sequence + 1)
        return attrs.evolve(trace, lost=old.audience, lost_at=moment, lost_sequence=sequence)
    if trace.lost is not None and narrower <= AUDIENCES.index(trace.lost):
        # Those who lost sight of it see it again: the cancellation they got must be outnumbered.
        sequence = max(trace.sequence, trace.lost_sequence + 1)
        return attrs.evolve(
            trace, sequence=sequence, modified=moment, lost=None, lost_at=None, lost_sequence=0
        )
    return trace


def _removed(old: Trace, moment: datetime) -> Trace:
    return attrs.evolve(old, sequence=old.sequence + 1, modified=moment, gone=moment, before=None)


def _title(dossier: Dossier, thing: Session | Event | Action) -> Text:
    if isinstance(thing, Session) and thing.title is None:
        workshop = dossier.get(Workshop, thing.workshop)
        event = dossier.get(Event, thing.event)
        return (name_of(workshop) if workshop else None) or (
            name_of(event) if event else None
        ) or Text.same(thing.id)
    return name_of(thing) or Text.same(thing.id)


def _former(dossier: Dossier, thing: Session | Event | Action) -> Former:
    if not isinstance(thing, Session):
        return Former()
    room = dossier.get(Room, thing.room)
    return Former(start=thing.start, end=thing.end, room=room.name if room else None)


def _audience(dossier: Dossier, thing: Session | Event | Action) -> Audience:
    own = audience_of(thing)
    event = None if isinstance(thing, Event) else dossier.get(Event, thing.event)
    if event is None:
        return own
    return max(own, audience_of(event), key=AUDIENCES.index)
