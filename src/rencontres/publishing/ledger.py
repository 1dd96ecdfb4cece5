"""The ledger: what has been published, in a form that the host keeps as a text."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from json import JSONDecodeError
from typing import Any, NoReturn, TypeAlias

from attrs import field, frozen

from rencontres.errors import LedgerError
from rencontres.finding import Finding
from rencontres.model import form
from rencontres.publishing import transcript
from rencontres.publishing.trace import Trace
from rencontres.publishing.transcript import damaged, digest_of, moment_of, whole, word

FORM = 1
"""The form of the JSON; forms that are not known are refused."""


Releases: TypeAlias = tuple[tuple[int, str], ...]


def _index(traces: Mapping[str, Trace]) -> Mapping[str, Trace]:
    return dict(sorted(traces.items()))


def _releases(releases: Mapping[int, str] | Iterable[tuple[int, str]]) -> Releases:
    return tuple(sorted(dict(releases).items()))


@frozen(kw_only=True)
class Ledger:
    """Everything that has been published of one dossier.

    A value: ``publish`` returns a new one. The host keeps its text where it keeps its data.

    Attributes:
        namespace: That of the dossier.
        published: When the latest publication was made; UTC.
        revised: When what is published now was published for the first time; UTC.
        version: The number of the programme then.
        digest: Of everything published then.
        releases: The numbers of all programmes that were published, and the digest of each.
        above: Revisions begin above this one: of a ledger that took the place of a lost one.
        traces: By key, sorted.
    """

    namespace: str
    published: datetime
    revised: datetime
    version: int | None
    digest: str
    releases: Releases = field(default=(), converter=_releases)
    above: int = -1
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
            "published": transcript.instant(self.published),
            "revised": transcript.instant(self.revised),
            "version": self.version,
            "digest": self.digest,
            "releases": {str(version): digest for version, digest in self.releases},
            "above": self.above,
        }
        lines = [f"{json.dumps(key)}: {json.dumps(value)}" for key, value in head.items()]
        things = ",\n".join(map(transcript.row, self.traces.values()))
        return "{" + ",\n".join(lines) + ',\n"things": {\n' + things + "\n}}\n"

    @classmethod
    def from_json(cls, text: str | bytes) -> Ledger:
        """Return the ledger of a JSON text.

        Args:
            text: What ``to_json`` returned.

        Raises:
            LedgerError: It is no ledger, one of a form that this version does not know, or a
                damaged one: everything that is damaged is told.
        """
        raw = _raw(text)
        problems: list[Finding] = []

        def take(name: str, read: Callable[[Any], Any]) -> Any:  # noqa: ANN401 - what JSON holds
            try:
                return read(raw[name])
            except (ValueError, TypeError, KeyError, AttributeError) as error:
                problems.append(damaged(name, error))

        head = {
            "namespace": take("namespace", _namespace),
            "published": take("published", moment_of),
            "revised": take("revised" if "revised" in raw else "published", moment_of),
            "version": take("version", _read_version),
            "digest": take("digest", digest_of),
            "releases": take("releases", _read_releases),
            "above": take("above", lambda found: whole(found, -1)),
        }
        problems += [damaged(name, "nothing is known of it") for name in raw if name not in _KNOWN]
        traces, more = transcript.traces(raw.get("things"))
        if problems or more:
            raise LedgerError("this ledger is damaged", [*problems, *more])
        return cls(**head, traces=traces)


_VERSION = 2**53 - 1
_KNOWN = frozenset(
    "rencontres-ledger namespace published revised version digest releases above things".split()
)


def _raw(text: str | bytes) -> dict[str, Any]:
    try:
        raw: Any = json.loads(text, object_pairs_hook=_once, parse_constant=_never)
    except LedgerError:
        raise
    except (ValueError, TypeError, RecursionError) as error:
        line = f": line {error.lineno} is no JSON" if isinstance(error, JSONDecodeError) else ""
        raise LedgerError(f"this is no ledger of rencontres{line}") from error
    if not isinstance(raw, dict) or "rencontres-ledger" not in raw:
        msg = "this is no ledger of rencontres"
        raise LedgerError(msg)
    found: dict[str, Any] = raw
    known: object = found["rencontres-ledger"]
    if type(known) is not int or known != FORM:
        msg = f"this ledger has the form {known!r:.60}; this version knows the form {FORM}"
        raise LedgerError(msg)
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = next(key for key in found if [each for each, _ in pairs].count(key) > 1)
        raise LedgerError("this ledger is damaged", [damaged(twice, "it stands here twice")])
    return found


def _never(constant: str) -> NoReturn:
    raise ValueError(constant)


def _namespace(raw: object) -> str:
    if reason := form.NAMESPACE.fault(word(raw)):
        raise ValueError(reason)
    return word(raw)


def _read_version(raw: object) -> int | None:
    return None if raw is None else whole(raw, most=_VERSION)


def _read_releases(raw: Mapping[str, object]) -> dict[int, str]:
    found = {
        whole(int(version), most=_VERSION): digest_of(digest) for version, digest in raw.items()
    }
    if [str(version) for version in found] != list(raw):
        msg = "its keys are no numbers of programmes"
        raise ValueError(msg)
    return found
