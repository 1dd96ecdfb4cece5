"""A rule: what it finds, why that matters, from when on, and how it is shown to work."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple, TypeAlias

from attrs import field, frozen

from rencontres.checks.case import Case, Limit
from rencontres.checks.phase import PHASES, Phase, onwards
from rencontres.errors import DossierError
from rencontres.finding import Finding, Severity, Value
from rencontres.model import Noun, Workshop

Find: TypeAlias = Callable[[Case], Iterable[Finding]]
Where: TypeAlias = Noun | tuple[Noun, *tuple[str | int, ...]] | None
"""A thing, or a thing and fields and keys in it; None: the dossier."""


class Found(NamedTuple):
    """Something that a rule has found, before it carries the rule's code.

    Attributes:
        where: The place in the dossier.
        message: An English sentence with named places.
        values: What stands in them; a thing is told by its name.
        severity: Where it is another one than the rule's.
    """

    where: Where
    message: str
    values: Mapping[str, Value | Noun]
    severity: Severity | None = None


def found(
    where: Where, message: str, severity: Severity | None = None, /, **values: Value | Noun
) -> Found:
    """Return something that a rule has found, as ``Found`` describes it."""
    return Found(where, message, values, severity)


@frozen(kw_only=True)
class Example:
    """A dossier on which a rule is tried: tables as in a file, beside those of the sample.

    Attributes:
        tables: The tables.
        today: The day.
        workdays: As ``check`` takes them, in plain data: side, and its days off.
    """

    tables: Mapping[str, Any]
    today: date = date(2026, 9, 1)
    off: Mapping[str, tuple[date, ...]] = field(factory=dict)


def _phases(value: Iterable[Phase]) -> frozenset[Phase]:
    return frozenset(value)


def _known(_: object, __: object, value: frozenset[Phase]) -> None:
    if unknown := sorted(map(str, value - frozenset(PHASES))):
        raise DossierError(f"{unknown[0]!r} is no phase; there are: {', '.join(PHASES)}")


@frozen(eq=False)
class Rule:
    """A rule, as data around one function.

    Attributes:
        code: Its prefix is that of its distribution: ``RC`` is this one's.
        severity: Of its findings, unless they say otherwise.
        phases: When it is applied: ``proposals``, ``call``, ``programme``, ``last-week``,
            ``after``.
        title: What it finds, in English.
        find: Yields findings with the code of the rule; it is given a case, which holds the
            dossier, the day and indexes of both.
        why: Why that matters.
        limit: Its threshold, where it has one; a tolerance may change it.
        on: Whether it is applied unless it is asked for.
        fails: A dossier in which it finds something.
        passes: A dossier in which it finds nothing.
    """

    code: str
    severity: Severity
    phases: frozenset[Phase] = field(converter=_phases, validator=_known)
    title: str
    find: Find = field(repr=False)
    why: str = field(default="", kw_only=True)
    limit: Limit | None = field(default=None, kw_only=True)
    on: bool = field(default=True, kw_only=True)
    fails: Example | None = field(default=None, repr=False, kw_only=True)
    passes: Example | None = field(default=None, repr=False, kw_only=True)


def rule(
    code: str,
    severity: Severity,
    title: str,
    *,
    why: str,
    since: Phase = "proposals",
    limit: Limit | None = None,
    on: bool = True,
    fails: Example,
    passes: Example,
) -> Callable[[Callable[..., Iterator[Found]]], Rule]:
    """Make a rule of a function that yields what it finds.

    Args:
        code: The code.
        severity: Of its findings.
        title: What it finds.
        why: Why that matters.
        since: From which phase on it is applied.
        limit: Its threshold; the function is given it, or a tolerance's, after the case.
        on: Whether it is applied unless it is asked for.
        fails: A dossier in which it finds something.
        passes: A dossier in which it finds nothing.
    """

    def made(look: Callable[..., Iterator[Found]]) -> Rule:
        def find(case: Case) -> Iterator[Finding]:
            given = (case,) if limit is None else (case, _limit(case, code, limit))
            for where, message, values, graver in look(*given):
                told = {name: _told(case, value) for name, value in values.items()}
                yield Finding(code, graver or severity, _place(case, where), message, told)

        return Rule(
            code=code, severity=severity, phases=onwards(since), title=title, find=find, why=why,
            limit=limit, on=on, fails=fails, passes=passes,
        )  # fmt: skip

    return made


def _place(case: Case, where: Where) -> str:
    if where is None:
        return ""
    return case.where(*where) if isinstance(where, tuple) else case.where(where)


def _told(case: Case, value: Value | Noun) -> Value:
    """Return a thing by its name, a workshop with its number before it."""
    if isinstance(value, Workshop):
        return case.titled(value)
    return case.name(value) if isinstance(value, Noun) else value


def _limit(case: Case, code: str, default: Limit) -> Limit:
    """Return the threshold of a rule: a tolerance's of its kind, else its own."""
    changed = case.limits.get(code)
    return changed if isinstance(changed, int | float) else default
