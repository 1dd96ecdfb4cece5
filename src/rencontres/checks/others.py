"""Rules of other distributions: each has a prefix of its own, and harms nobody when it breaks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rencontres.checks.rule import Rule
from rencontres.errors import BrokenFormat
from rencontres.finding import Finding
from rencontres.plugins import CHECKS, Entry, broken, entries, load

OWN = "RC"
"""The prefix of the rules that ship."""

_PREFIX = re.compile(r"[A-Z]{2,8}")


def rules_of_others() -> tuple[tuple[Rule, ...], tuple[Finding, ...]]:
    """Return the rules that other distributions add, and why some of them are left out.

    The name of an entry point in the group ``rencontres.checks`` is the prefix of its codes; it
    names a ``Rule``, or several in a tuple or a list.
    """
    known = entries(CHECKS)
    rules: list[Rule] = []
    problems: list[Finding] = []
    for entry in known:
        try:
            _alone(entry, known)
            rules += tuple(_checked(entry, load(entry)))
        except BrokenFormat as error:
            problems.append(_left_out(error))
    return tuple(sorted(rules, key=lambda each: each.code)), tuple(problems)


def _alone(entry: Entry, known: Iterable[Entry]) -> None:
    """Refuse a prefix that is not its distribution's own."""
    if not _PREFIX.fullmatch(entry.name):
        raise broken(entry, "its name is the prefix of its rules: two to eight capital letters")
    if entry.name == OWN:
        raise broken(entry, f"the prefix {OWN} belongs to rencontres: choose another one")
    others = sorted({
        other.distribution for other in known if other.name == entry.name and other is not entry
    })  # fmt: skip
    if others:
        raise broken(entry, f"{', '.join(others)} uses the prefix {entry.name} too")


def _checked(entry: Entry, loaded: object) -> Iterator[Rule]:
    codes: set[str] = set()
    for each in loaded if isinstance(loaded, tuple | list) else (loaded,):
        if not isinstance(each, Rule):
            raise broken(entry, f"it holds a {type(each).__name__}, not a rencontres.Rule")
        if not re.fullmatch(entry.name + r"\d+", each.code):
            raise broken(entry, f"the code {each.code} is not {entry.name} and a number")
        if each.code in codes:
            raise broken(entry, f"the code {each.code} is used twice")
        codes.add(each.code)
        yield each


def _left_out(error: BrokenFormat) -> Finding:
    message = "rules of another distribution are left out: %(reason)s"
    return Finding("rule.broken", "warning", "", message, {"reason": str(error)})
