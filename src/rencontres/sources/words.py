"""Texts and dates as files write them: one language or a table, EDTF, a day, or words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from typing import cast

from attrs import evolve

from rencontres.errors import DossierError, LanguageError
from rencontres.finding import Finding, parts
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
from rencontres.text import SAME, Text
from rencontres.when import When, bounds

_LONGEST = 80


def text(value: object, _: object = None) -> Text:
    """Take a text: a string in the first language, a table of languages, or ``same``."""
    if type(value) is str:
        return _plain(value)
    if type(value) is dict or isinstance(value, Mapping):
        try:
            return Text(value)
        except DossierError as error:
            raise Refusal(problems=map(_hinted, error.problems)) from None
    raise wrong(value, "a text", f'"{value}"' if isinstance(value, int | float) else "")


def _plain(words: str) -> Text:
    language = current().language
    if language is None:
        message = (
            "nothing says in which language this is; write languages = [%(example)s] at the top of "
            "the file, or a table of languages"
        )
        raise refusal("text.language", message, example='"en"')
    try:
        return Text(((language, words),))
    except DossierError as error:
        raise Refusal(problems=[evolve(each, where="") for each in error.problems]) from None


def _hinted(problem: Finding) -> Finding:
    """Return a problem of a text; if it is a tag that is none, with the nearest that is meant."""
    key = "".join(parts(problem.where))
    try:
        canonical("en" if key in ("", SAME) else key)
    except LanguageError:
        close = near(key, current().languages)
    else:
        close = ""
    if not close:
        return problem
    values = {**dict(problem.values), "suggestion": close}
    return evolve(problem, message="%(reason)s; did you mean `%(suggestion)s`?", values=values)


def tag(value: object, _: object = None) -> str:
    """Take a language tag."""
    if type(value) is not str:
        raise wrong(value, "a language tag such as fr")
    try:
        return canonical(value)
    except LanguageError as error:
        raise refusal("language.unknown", "%(reason)s", reason=error.message) from None


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
    message = (
        "%(found)s is no date: write 2016, 2016-05, 2016-22 (summer), 2016-05-09 or "
        "2016-10-28/2016-10-30; and what has only words, %(hint)s"
    )
    return refusal("when.invalid", message, found=repr(shown), hint=f"{{ words = {shown!r} }}")


@cache
def _table() -> Record:
    hooks = {"when": optional(_edtf), "before": truth, "words": optional(text)}
    return record(When, hooks, whole=True)


def when(value: object, _: object = None) -> When:
    """Take a date known more or less: EDTF, a day, or a table of both and of words."""
    if type(value) is When:  # a session's day, settled with its hours
        return value
    if isinstance(value, Mapping):
        return cast("When", _table()(value))
    return When(_edtf(value))


texts = list_of(text)
tags = list_of(tag)
