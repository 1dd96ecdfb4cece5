"""Texts and dates as files write them: one language or a table, EDTF, a day, or words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import cache
from typing import cast

from rencontres.errors import DossierError, LanguageError
from rencontres.finding import Finding, path
from rencontres.language import canonical
from rencontres.sources import spoken
from rencontres.sources.scope import current
from rencontres.strict import (
    Record,
    Refusal,
    list_of,
    near,
    optional,
    record,
    refusal,
    truth,
    wrong,
)
from rencontres.text import SAME, Text, clean
from rencontres.when import When, bounds

_LONGEST = 80


def text(value: object, _: object = None) -> Text:
    """Take a text: a string in the first language, a table of languages, or ``same``."""
    if type(value) is str:
        return _plain(value)
    if type(value) is dict or isinstance(value, Mapping):
        entries = cast("Mapping[str, str]", value)
        try:
            return Text(entries)
        except (DossierError, TypeError, AttributeError):
            raise Refusal(problems=_faults(entries)) from None
    raise wrong(value, "a text", f'"{value}"' if isinstance(value, int | float) else "")


def _plain(words: str) -> Text:
    language = current().language
    if language is None:
        message = "nothing says in which language this is; write languages = [%(example)s] at the top of the file, or a table of languages"
        raise refusal("text.language", message, example='"en"')
    try:
        return Text(((language, words),))
    except DossierError:
        raise Refusal(problems=_blank(words)) from None


def _blank(words: object, *where: str) -> Iterator[Finding]:
    if not isinstance(words, str):
        yield from (
            Finding(p.code, p.severity, path(*where), p.message, p.values)
            for p in wrong(words, "a text").problems
        )
        return
    try:
        clean(words)
    except ValueError as error:
        yield Finding("text.invalid", "error", path(*where), "%(reason)s", {"reason": str(error)})


def _faults(entries: Mapping[str, object]) -> Iterator[Finding]:
    if not entries:
        yield Finding("text.invalid", "error", "", "a text needs at least one language")
    seen: dict[str, str] = {}
    for name, words in entries.items():
        try:
            tag = name if name == SAME else canonical(name)
        except (LanguageError, TypeError, AttributeError) as error:
            yield _no_language(name, error)
            continue
        yield from _blank(words, str(name))
        if tag in seen:
            message = "`%(other)s` and this are two texts for one language, %(tag)s"
            yield Finding(
                "text.invalid", "error", path(name), message, {"other": seen[tag], "tag": tag}
            )
        seen[tag] = name
    if SAME in seen and len(seen) > 1:
        message = "a text is either the same in all languages or given per language"
        yield Finding("text.invalid", "error", SAME, message)


def _no_language(name: object, error: Exception) -> Finding:
    word = str(name)
    reason = error.message if isinstance(error, LanguageError) else f"{word!r} is no language tag"
    values = {"reason": reason, "key": word[:_LONGEST]}
    message = "%(reason)s"
    if close := near(word, current().languages):
        message, values["suggestion"] = "%(reason)s; did you mean `%(suggestion)s`?", close
    return Finding("language.unknown", "error", path(word), message, values)


def tag(value: object, _: object = None) -> str:
    """Take a language tag."""
    if type(value) is not str:
        raise wrong(value, "a language tag such as fr")
    try:
        return canonical(value)
    except LanguageError as error:
        finding = _no_language(value, error)
        raise refusal(finding.code, finding.message, **dict(finding.values)) from None


def _edtf(value: object, _: object = None) -> str:
    if isinstance(value, datetime):
        raise wrong(value, "a date without an hour", value.date().isoformat())
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, str):
        raise wrong(value, "a date, such as 2016-05-09")
    try:
        bounds(value)
    except ValueError as error:
        raise _no_date(value, str(error)) from None
    return value


def _no_date(words: str, reason: str) -> Refusal:
    shown = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
    if close := spoken.day(words):
        message = "%(found)s is no date; write %(hint)s"
        return refusal("when.invalid", message, found=repr(shown), hint=f'"{close}"')
    if words[:4].isdigit() and len(words) <= _LONGEST:
        return refusal("when.invalid", "%(reason)s", reason=reason)
    message = "%(found)s is no date: write 2016, 2016-05, 2016-22 (summer), 2016-05-09 or 2016-10-28/2016-10-30; and what has only words, %(hint)s"
    return refusal("when.invalid", message, found=repr(shown), hint=f"{{ words = {shown!r} }}")


@cache
def _table() -> Record:
    hooks = {"when": optional(_edtf), "before": truth, "words": optional(text)}
    return record(When, hooks, whole=True)


def when(value: object, _: object = None) -> When:
    """Take a date known more or less: EDTF, a day, or a table with ``when``, ``before``, ``words``."""
    if type(value) is When:  # a session's day, settled with its hours
        return value
    if isinstance(value, Mapping):
        return cast("When", _table()(value))
    return When(_edtf(value))


texts = list_of(text)
tags = list_of(tag)
