"""The text of a ledger: traces as rows of JSON, one thing a line, and back."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, TypeVar, cast

from rencontres.errors import RencontresError
from rencontres.finding import Finding, path
from rencontres.model import AUDIENCES, form
from rencontres.model.visibility import PUBLIC, Circle
from rencontres.publishing.trace import NOUNS, Former, Last, Trace
from rencontres.span import fault, key_of, zone
from rencontres.text import Text, clean
from rencontres.when import When

T = TypeVar("T")

HIGHEST = 2**31 - 1
"""The highest revision that calendars count to (RFC 5545 §3.3.8)."""

_INSTANT = "%Y-%m-%dT%H:%M:%SZ"
_OF_OLD = 3
_DIGEST = re.compile(r"[0-9a-f]{16}")
_KEYS = frozenset(
    "uid sequence created modified timing words title now before dated event circle gone lost "
    "people parted".split()
)
_DAMAGED = (ValueError, TypeError, KeyError, AttributeError, OverflowError, RencontresError)


def instant(moment: datetime) -> str:
    """Return a moment as ledgers write it: UTC, to the second.

    Args:
        moment: An aware moment.
    """
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds") + "Z"


def moment_of(raw: object) -> datetime:
    """Return the moment that ``instant`` wrote.

    Args:
        raw: What stands in the text.

    Raises:
        ValueError: It is none.
    """
    return datetime.strptime(word(raw), _INSTANT).replace(tzinfo=UTC)


def word(raw: object) -> str:
    """Return a string that stands on one line, as it is.

    Args:
        raw: What stands in the text.

    Raises:
        ValueError: It is none.
    """
    if not isinstance(raw, str):
        msg = f"a string is needed, not {raw!r:.60}"
        raise ValueError(msg)  # noqa: TRY004 - told with the rest
    clean(raw, lines=False)
    return raw


def digest_of(raw: object) -> str:
    """Return a digest.

    Args:
        raw: What stands in the text.

    Raises:
        ValueError: It is none.
    """
    if not _DIGEST.fullmatch(word(raw)):
        msg = f"{raw!r:.60} is no digest"
        raise ValueError(msg)
    return cast("str", raw)


def whole(raw: object, least: int = 0, most: int = HIGHEST) -> int:
    """Return a whole number.

    Args:
        raw: What stands in the text.
        least: The lowest that makes sense.
        most: The highest.

    Raises:
        ValueError: It is none, or too low or too high.
    """
    if type(raw) is not int or not least <= raw <= most:
        msg = f"{raw!r:.60} is no whole number from {least} to {most}"
        raise ValueError(msg)
    return raw


def row(trace: Trace) -> str:
    """Return a trace as one line of JSON: its key and what is known.

    Args:
        trace: The trace.
    """
    return f"{json.dumps(trace.key)}: {json.dumps(dict(_written(trace)), ensure_ascii=False)}"


def _written(trace: Trace) -> Iterator[tuple[str, object]]:
    yield "uid", trace.uid
    yield "sequence", trace.sequence
    yield "created", instant(trace.created)
    yield "modified", instant(trace.modified)
    yield "timing", trace.timing
    yield "words", trace.words
    yield "title", dict(trace.title)
    yield "now", _former(trace.now)
    if trace.before is not None:
        yield "before", _former(trace.before)
    if trace.dated is not None:
        yield "dated", _former(trace.dated)
    if trace.event is not None:
        yield "event", trace.event
    if trace.circle != PUBLIC:
        yield "circle", _circle(trace.circle)
    if trace.gone is not None:
        yield "gone", instant(trace.gone)
    if trace.lost:
        yield "lost", [[_circle(circle), *_last(last)] for circle, last in trace.lost]
    if trace.people:
        yield "people", list(trace.people)
    if trace.parted:
        yield "parted", [[id_, *_last(last)] for id_, last in trace.parted]


def _last(last: Last) -> list[object]:
    return [last.sequence, instant(last.at), dict(last.title), _former(last.now)]


def _former(former: Former) -> dict[str, object]:
    told = {
        "start": _clock(former.start),
        "end": _clock(former.end),
        "when": [former.when.when, former.when.before] if former.when else None,
        "room": dict(former.room) if former.room else None,
    }
    return {name: value for name, value in told.items() if value is not None}


def _clock(moment: datetime | None) -> list[object] | None:
    if moment is None:
        return None
    return [moment.replace(tzinfo=None).isoformat(), key_of(moment), moment.fold]


def _circle(circle: Circle) -> list[str]:
    return [circle.audience, *circle.sides]


def traces(raw: object) -> tuple[dict[str, Trace], list[Finding]]:
    """Return the traces of a table of rows, and what is wrong with those that are damaged.

    Args:
        raw: Key and row of each thing.
    """
    found: dict[str, Trace] = {}
    problems: list[Finding] = []
    if not isinstance(raw, Mapping):
        return found, [damaged("things", "a table is needed")]
    uids: dict[str, str] = {}
    for key, each in cast("Mapping[str, Any]", raw).items():
        try:
            trace = _trace(key, each)
        except _DAMAGED as error:
            problems.append(damaged(path("things", key), error))
            continue
        if (other := uids.setdefault(trace.uid, key)) != key:
            problems.append(damaged(path("things", key), f"{other} has the same identity"))
        found[key] = trace
    return found, problems


def damaged(where: str, reason: object) -> Finding:
    """Return the problem of a place in a ledger that is not as it was written.

    Args:
        where: The place.
        reason: What is wrong.
    """
    if isinstance(reason, KeyError):
        reason = f"{reason.args[0]} is missing"
    values = {"reason": str(reason)}
    return Finding("ledger.damaged", "error", where, "%(reason)s", values)


def _trace(key: str, raw: Mapping[str, Any]) -> Trace:
    noun, _, id_ = key.partition(".")
    if noun not in NOUNS or not form.is_id(id_):
        msg = "this is no key of a session, an event or an action"
        raise ValueError(msg)
    if unknown := sorted(set(raw) - _KEYS):
        msg = f"nothing is known of {unknown[0]!r:.60}"
        raise ValueError(msg)
    title, now = Text(raw["title"]), _read_former(raw["now"])
    lost = raw.get("lost", [])
    if len(lost) == _OF_OLD and isinstance(lost[1], str):  # all at once, under today's name
        lost = [[circle, lost[2], lost[1]] for circle in lost[0]]
    return Trace(
        key=key,
        uid=word(raw["uid"]),
        sequence=whole(raw["sequence"]),
        created=moment_of(raw["created"]),
        modified=moment_of(raw["modified"]),
        timing=digest_of(raw["timing"]),
        words=digest_of(raw["words"]),
        title=title,
        now=now,
        before=_read_former(raw["before"]) if "before" in raw else None,
        dated=_read_former(raw["dated"]) if "dated" in raw else None,
        event=_id(raw["event"]) if "event" in raw else None,
        circle=_read_circle(raw["circle"]) if "circle" in raw else PUBLIC,
        gone=moment_of(raw["gone"]) if "gone" in raw else None,
        lost=_each(lost, lambda each: (_read_circle(each[0]), _read_last(each[1:], title, now))),
        people=_each(raw.get("people", []), _id),
        parted=_each(
            raw.get("parted", []), lambda each: (_id(each[0]), _read_last(each[1:], title, now))
        ),
    )


def _each(raw: object, read: Callable[[Any], T]) -> tuple[T, ...]:
    if not isinstance(raw, list):
        msg = f"a list is needed, not {raw!r:.60}"
        raise ValueError(msg)  # noqa: TRY004 - told with the rest
    return tuple(map(read, raw))


def _read_last(raw: Sequence[Any], title: Text, now: Former) -> Last:
    sequence, at, *told = raw
    if told:
        words, former = told
        title, now = Text(words), _read_former(former)
    return Last(sequence=whole(sequence), at=moment_of(at), title=title, now=now)


def _id(raw: object) -> str:
    if not form.is_id(word(raw)):
        msg = f"{raw!r:.60} is no id"
        raise ValueError(msg)
    return cast("str", raw)


def _read_former(raw: Mapping[str, Any]) -> Former:
    when = raw.get("when")
    return Former(
        start=_read_clock(raw.get("start")),
        end=_read_clock(raw.get("end")),
        when=When(word(when[0]), before=when[1]) if when else None,
        room=Text(raw["room"]) if "room" in raw else None,
    )


def _read_clock(raw: Sequence[object] | None) -> datetime | None:
    if raw is None:
        return None
    wall, key, fold = raw
    naive = datetime.fromisoformat(word(wall))
    if naive.tzinfo is not None:
        msg = f"{wall} needs no offset"
        raise ValueError(msg)
    moment = naive.replace(tzinfo=zone(word(key)), fold=whole(fold, most=1))
    if reason := fault(moment):
        raise ValueError(reason)
    return moment


def _read_circle(raw: Sequence[object]) -> Circle:
    audience, *sides = raw
    if audience not in AUDIENCES:
        msg = f"no audience is called {audience!r:.60}"
        raise ValueError(msg)
    return Circle(audience, tuple(map(_id, sides)))
