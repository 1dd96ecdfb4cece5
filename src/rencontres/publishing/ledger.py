"""The ledger: what has been published, in a form that the host keeps as a text."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, TypeAlias, cast

from attrs import field, frozen

from rencontres.errors import LedgerError, RencontresError
from rencontres.finding import Finding
from rencontres.model import AUDIENCES, Audience
from rencontres.span import clock, key_of, zone
from rencontres.text import Text

FORM = 1
"""The form of the JSON; forms that are not known are refused."""

Moment: TypeAlias = datetime


@frozen(kw_only=True)
class Former:
    """When and where something was: to recognise it, and to say from where it moved.

    Attributes:
        start: Aware, in a keyed zone; None: no hour.
        end: Aware.
        room: The name of the room.
    """

    start: datetime | None = field(default=None, eq=clock)
    end: datetime | None = field(default=None, eq=clock)
    room: Text | None = None


@frozen(kw_only=True)
class Trace:
    """What is known of the publication of one thing.

    Attributes:
        key: Noun and id: ``session.pleniere-1``.
        uid: Its identity in calendars.
        sequence: The revision: grows when its time or status changes (RFC 5546 §2.1.4).
        created: When it was first published; UTC.
        modified: When what is published of it last changed; UTC.
        timing: Digest of its time and status.
        words: Digest of everything else that is told of it.
        title: What it is called, to recognise it once it is gone.
        now: When and where it is.
        before: When and where it was until the latest publication, if that moved it.
        event: The id of its event.
        audience: Who is told of it.
        gone: When it was removed; None: it is there.
        lost: Who was told of it before its audience narrowed.
        lost_at: When that was; UTC.
        lost_sequence: The revision that tells them of the cancellation.
    """

    key: str
    uid: str
    sequence: int
    created: datetime
    modified: datetime
    timing: str
    words: str
    title: Text
    now: Former
    before: Former | None = None
    event: str | None = None
    audience: Audience = "public"
    gone: datetime | None = None
    lost: Audience | None = None
    lost_at: datetime | None = None
    lost_sequence: int = 0


def _index(traces: Mapping[str, Trace]) -> Mapping[str, Trace]:
    return dict(sorted(traces.items()))


@frozen(kw_only=True)
class Ledger:
    """Everything that has been published of one dossier.

    A value: ``publish`` returns a new one. The host keeps its text where it keeps its data.

    Attributes:
        namespace: That of the dossier.
        published: When the latest publication was made; UTC.
        version: The number of the programme then.
        digest: Of everything published then.
        traces: By key, sorted.
    """

    namespace: str
    published: datetime
    version: int | None
    digest: str
    traces: Mapping[str, Trace] = field(converter=_index, hash=False, repr=False)

    def get(self, noun: str, id_: str) -> Trace | None:
        """Return the trace of a thing, or None.

        Args:
            noun: ``session``, ``event`` or ``action``.
            id_: Its id.
        """
        return self.traces.get(f"{noun}.{id_}")

    def to_json(self) -> str:
        """Return the ledger as a JSON text, one thing a line, always the same."""
        head = {
            "rencontres-ledger": FORM,
            "namespace": self.namespace,
            "published": _written(self.published),
            "version": self.version,
            "digest": self.digest,
        }
        lines = [f"{json.dumps(key)}: {json.dumps(value)}" for key, value in head.items()]
        things = [
            f"{json.dumps(key)}: {json.dumps(dict(_row(trace)), ensure_ascii=False)}"
            for key, trace in self.traces.items()
        ]
        body = ",\n".join(things)
        return "{" + ",\n".join(lines) + ',\n"things": {\n' + body + "\n}}\n"

    @classmethod
    def from_json(cls, text: str | bytes) -> Ledger:
        """Return the ledger of a JSON text.

        Args:
            text: What ``to_json`` returned.

        Raises:
            LedgerError: It is no ledger, or one of a form that this version does not know.
        """
        try:
            raw: Any = json.loads(text)
            form = raw["rencontres-ledger"]
        except (ValueError, TypeError, KeyError, RecursionError):
            msg = "this is no ledger of rencontres"
            raise LedgerError(msg) from None
        if form != FORM:
            msg = f"this ledger has the form {form!r}; this version knows the form {FORM}"
            raise LedgerError(msg)
        try:
            return cls(
                namespace=_string(raw["namespace"]),
                published=_read(raw["published"]),
                version=raw["version"],
                digest=_string(raw["digest"]),
                traces={key: _trace(key, row) for key, row in raw["things"].items()},
            )
        except (ValueError, TypeError, KeyError, AttributeError, RencontresError) as error:
            msg = f"this ledger is damaged: {type(error).__name__} {error}"
            raise LedgerError(msg) from None


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _read(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


def _string(value: object) -> str:
    if not isinstance(value, str):
        msg = f"a string is needed, not {value!r}"
        raise TypeError(msg)
    return value


def _local(moment: datetime | None) -> list[object] | None:
    if moment is None:
        return None
    return [moment.replace(tzinfo=None).isoformat(), key_of(moment), moment.fold]


def _moment(raw: list[Any] | None) -> datetime | None:
    if raw is None:
        return None
    wall, key, fold = raw
    return datetime.fromisoformat(wall).replace(tzinfo=zone(key), fold=fold)


def _place(former: Former) -> list[object]:
    return [_local(former.start), _local(former.end), dict(former.room) if former.room else None]


def _former(raw: list[Any]) -> Former:
    start, end, room = raw
    return Former(start=_moment(start), end=_moment(end), room=Text(room) if room else None)


def _row(trace: Trace) -> Iterator[tuple[str, object]]:
    yield "uid", trace.uid
    yield "sequence", trace.sequence
    yield "created", _written(trace.created)
    yield "modified", _written(trace.modified)
    yield "timing", trace.timing
    yield "words", trace.words
    yield "title", dict(trace.title)
    yield "now", _place(trace.now)
    if trace.before is not None:
        yield "before", _place(trace.before)
    if trace.event is not None:
        yield "event", trace.event
    if trace.audience != "public":
        yield "audience", trace.audience
    if trace.gone is not None:
        yield "gone", _written(trace.gone)
    if trace.lost is not None and trace.lost_at is not None:
        yield "lost", [trace.lost, _written(trace.lost_at), trace.lost_sequence]


def _trace(key: str, row: Mapping[str, Any]) -> Trace:
    lost = row.get("lost")
    audience = row.get("audience", "public")
    if audience not in AUDIENCES or (lost and lost[0] not in AUDIENCES):
        msg = f"{key}: no audience is called {audience!r}"
        raise ValueError(msg)
    sequence = row["sequence"]
    if type(sequence) is not int or sequence < 0:
        msg = f"{key}: a sequence is a whole number, not {sequence!r}"
        raise ValueError(msg)
    return Trace(
        key=key,
        uid=_string(row["uid"]),
        sequence=sequence,
        created=_read(row["created"]),
        modified=_read(row["modified"]),
        timing=_string(row["timing"]),
        words=_string(row["words"]),
        title=Text(row["title"]),
        now=_former(row["now"]),
        before=_former(row["before"]) if "before" in row else None,
        event=row.get("event"),
        audience=cast("Audience", audience),
        gone=_read(row["gone"]) if "gone" in row else None,
        lost=lost[0] if lost else None,
        lost_at=_read(lost[1]) if lost else None,
        lost_sequence=int(lost[2]) if lost else 0,
    )


def refused(*problems: Finding) -> LedgerError:
    """Return the error of a publication that contradicts an earlier one.

    Args:
        problems: Every contradiction.
    """
    return LedgerError("this cannot be published", problems)
