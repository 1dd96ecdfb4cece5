"""``rencontres check``: what a careful secretary would notice."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator

import attrs

from rencontres.checks import Report, check
from rencontres.cli import readers, reading
from rencontres.cli.console import coloured, columns, put
from rencontres.cli.outline import Command
from rencontres.finding import SEVERITIES, Finding, Severity, visible
from rencontres.model import Tolerance
from rencontres.sources import lines, load
from rencontres.text import Text
from rencontres.wording import Wording

_FOUND = 1
_COLOURS = {"error": "31", "warning": "33", "info": "36"}


def _options(parser: argparse.ArgumentParser) -> None:
    reading.add_files(parser)
    readers.add_day(parser)
    readers.add_language(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    parser.add_argument(
        "--fail-on", choices=("info", "warning", "error"), metavar="SEVERITY",
        help="exit with 1 if anything of this severity or above is found",
    )  # fmt: skip


def _check(chosen: argparse.Namespace) -> int:
    dossier = load(*chosen.files)
    report = check(dossier, today=readers.today(chosen))
    language = Wording(readers.language(chosen, dossier))
    report = _placed(report, chosen.files)
    if chosen.format == "json":
        put(report.to_json(language.tag))
    else:
        for line in _told(dossier.title, report, language, columns()):
            put(f"{line}\n")
    least: Severity | None = chosen.fail_on
    return _FOUND if least is not None and report.at_least(least) else 0


def _placed(report: Report, files: list[str]) -> Report:
    """Return a report whose findings tell the file and the line; each file is read once."""
    told = (*report.findings, *(finding for finding, _ in report.accepted))
    found = [lines(file, (finding.where for finding in told)) for file in files]
    placed = [
        _at(finding, zip(files, each, strict=True))
        for finding, each in zip(told, zip(*found, strict=True), strict=True)
    ]
    of = len(report.findings)
    accepted = ((where, why) for where, (_, why) in zip(placed[of:], report.accepted, strict=True))
    return attrs.evolve(report, findings=tuple(placed[:of]), accepted=tuple(accepted))


def _at(finding: Finding, places: Iterable[tuple[str, int | None]]) -> Finding:
    for file, line in places:
        if finding.where and line is not None:
            values = (*finding.values, ("file", file))
            return attrs.evolve(finding, line=line, values=values)
    return finding


def _told(
    title: Text | None, report: Report, language: Wording, width: int | None
) -> Iterator[str]:
    """Yield the lines of a report: what stands before us, what was found, what was let pass."""
    if title is not None:
        yield from language.wrap(visible(_text(title, language)), width)
    phase = language.say(f"phase.{report.phase}")
    yield language.say("check.head", day=report.today, phase=phase)
    yield ""
    for severity in reversed(SEVERITIES):
        found = [finding for finding in report if finding.severity == severity]
        lines = [(f, language.say(f)) for f in sorted(found, key=_reading_order)]
        yield from _section(f"severity.{severity}", lines, language, width)
    for code, pairs in (("check.accepted", report.accepted), ("check.changed", report.changed)):
        lines = [(f, _reasoned(f, tolerance, language)) for f, tolerance in pairs]
        yield from _section(code, lines, language, width)
    yield from _summary(report, language)


def _text(text: Text, language: Wording) -> str:
    return " ".join(text.phrase(language.tag).split("\n"))


def _reading_order(finding: Finding) -> tuple[str, str, int]:
    """Sort by rule, then as the files are read from top to bottom."""
    return finding.code, str(finding.value("file") or ""), finding.line or 0


def _reasoned(finding: Finding, tolerance: Tolerance, language: Wording) -> str:
    reason = visible(_text(tolerance.reason, language))
    return language.say("check.reason", what=language.say(finding), reason=reason)


def _section(
    code: str, lines: Iterable[tuple[Finding, str]], language: Wording, width: int | None
) -> Iterator[str]:
    told = [line for finding, said in lines for line in _line(finding, said, language, width)]
    if told:
        head = language.heading(language.say(code))
        colour = _COLOURS.get(code.removeprefix("severity.")) if coloured() else None
        yield f"\x1b[{colour}m{head}\x1b[0m" if colour else head
        yield from told
        yield ""


def _line(finding: Finding, said: str, language: Wording, width: int | None) -> list[str]:
    file = finding.value("file")
    place = finding.where if file is None else f"{file}:{finding.line}"
    whole = language.say("aside", what=said, aside=visible(place)) if place else said
    return language.wrap(whole, width, first=f"  {finding.code}  ", rest="         ")


def _summary(report: Report, language: Wording) -> Iterator[str]:
    nouns = {"error": "error", "warning": "warning", "info": "remark"}
    numbers = Counter(finding.severity for finding in report)
    counts = [language.count(numbers[s], nouns[s]) for s in reversed(SEVERITIES) if numbers[s]]
    if counts:
        yield language.say("check.total", counts=language.join(counts, "order"))
    else:
        yield language.say("check.nothing")
    if report.waiting:
        yield language.say("check.waiting", count=len(report.waiting))


COMMAND = Command(
    "check", _options, _check, help="what is missing, unbalanced, clashing or unclear",
    description="Tell what a careful secretary would notice in a dossier.",
)  # fmt: skip
