"""Sentences that take more than one message: programmes, interpretation, counts, findings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, time, timedelta
from decimal import Decimal
from difflib import get_close_matches
from functools import lru_cache
from typing import Any

from rencontres.errors import DossierError
from rencontres.finding import Finding, Plain, visible
from rencontres.language import canonical, kin
from rencontres.text import Text, Words
from rencontres.when import When
from rencontres.wording.codes import MESSAGES, NOUNS
from rencontres.wording.dates import of
from rencontres.wording.messages import template
from rencontres.wording.numbers import counted
from rencontres.wording.quotation import quote
from rencontres.wording.setting import Setting
from rencontres.wording.values import Counted, Said, Titled

_PLACE = re.compile(r"%%|(?:«\s|[“「])%\((\w+)\)s(?:\s»|[”」])|%\((\w+)\)s")
"""A place, alone or between quotation marks, which go around what is quoted in it already."""
_BREAK = re.compile(r"\s*\n\s*")
_HOLE = "\x00"


def unknown(kind: str, name: str, known: Iterable[str]) -> DossierError:
    """Return the error of a name that nothing has, with the way out.

    Args:
        kind: What it should be the name of.
        name: The name.
        known: The names there are.
    """
    near = get_close_matches(name, known, n=1)
    hint = f"; did you mean {near[0]!r}?" if near else ""
    return DossierError(f"there is no {kind} {name!r}{hint}")


def _titled(wording: Setting, value: Titled) -> str:
    title = wording.quote(value.title.phrase(wording.tag))
    if value.number is None:
        return title
    numeral = wording.language.numbers.numeral(value.number)
    return say(wording, "numbered", {"number": numeral, "title": title})


_WRITTEN: tuple[tuple[type | tuple[type, ...], Callable[[Setting, Any], str]], ...] = (
    (Words, lambda _, value: str(value)),
    (Text, lambda wording, value: value.phrase(wording.tag)),
    (bool, lambda _, value: str(value)),
    ((int, float, Decimal), lambda wording, value: wording.number(value)),
    (date, lambda wording, value: wording.day(value)),
    (time, lambda wording, value: wording.time(value)),
    (timedelta, lambda wording, value: wording.duration(value, prose=True)),
    (When, lambda wording, value: wording.when(value)),
    (Counted, lambda wording, value: count(wording, value.number, value.noun)),
    (Titled, _titled),
    (Said, lambda wording, value: template(wording.language, wording.typography, value.message)),
    (tuple, lambda wording, value: wording.join([written(wording, item) for item in value])),
    (Plain, lambda _, value: value.plain()),
)


def written(wording: Setting, value: object) -> str:
    """Return a value of a message as the language writes it."""
    if isinstance(value, str):
        return value
    for kind, write in _WRITTEN:
        if isinstance(value, kind):
            return write(wording, value)
    return str(value)


def say(wording: Setting, code: str, values: Mapping[str, object]) -> str:
    """Return what a code says.

    Raises:
        DossierError: There is no such code, or a place has nothing to stand in it.
    """
    if code not in MESSAGES and "kind" in values:
        code = f"{code}.{values['kind']}"
    message = MESSAGES.get(code)
    if message is None:
        raise unknown("message", code, MESSAGES)
    count, gender = values.get("count", 1), values.get("gender")
    found = template(
        wording.language,
        wording.typography,
        message,
        count if isinstance(count, int) else 1,
        gender if isinstance(gender, str) else None,
    )
    if "%" not in found:
        return found
    try:
        return found % {name: written(wording, value) for name, value in values.items()}
    except KeyError as error:
        raise DossierError(f"the message {code!r} needs {error.args[0]!r}") from None


def tell(wording: Setting, finding: Finding) -> str:
    """Return a finding's sentence; places without a value stay visible."""
    found = template(wording.language, wording.typography, finding.message)
    values = dict(finding.values)

    def fill(place: re.Match[str]) -> str:
        name = place[1] or place[2]
        if name is None:
            return "%"
        if name not in values:
            return place[0]
        words = visible(_told(wording, name, values[name]))
        if place[1] is None:
            return words
        quoted = quote(words, wording.tag, wording.typography, mended=False)
        before, _, after = place[0].partition(f"%({name})s")
        # Marks of another language, of a message without a translation, stay.
        return quoted if quoted[0] == before[0] else f"{before}{words}{after}"

    return _PLACE.sub(fill, found)


def _told(wording: Setting, name: str, value: object) -> str:
    """Return a value of a finding: languages by their names, texts on one line."""
    if name == "languages" and isinstance(value, tuple):
        own = wording.tag.split("-")[0]
        tags = sorted(value, key=lambda tag: str(tag).split("-")[0] != own)
        return wording.join([_told(wording, "language", tag) for tag in tags])
    if name == "language" and isinstance(value, str):
        return _language(wording, value)
    said = written(wording, value)
    return _BREAK.sub(" ", said) if isinstance(value, Text | Titled) else said


def _language(wording: Setting, tag: str) -> str:
    """Return what a language is called, Chinese with its script; what is no tag as it is."""
    try:
        code = f"language.{'-'.join(kin(tag))}"
    except ValueError:
        return tag
    return say(wording, code, {}) if code in MESSAGES else language_name(wording, tag)


def count(wording: Setting, number: int, noun: str) -> str:
    """Return a number of things: 600 participants, 100万名学生, 1 million d’étudiants.

    Raises:
        DossierError: There is no such noun.
    """
    message = NOUNS.get(noun)
    if message is None:
        raise unknown("noun", noun, NOUNS)
    figure, needs_of = counted(wording.style, number)
    form = template(wording.language, wording.typography, message, abs(number))
    if not needs_of:
        return form % {"count": figure}
    before, _, after = (form % {"count": _HOLE}).partition(_HOLE)
    named = after.lstrip(" \u00a0")
    return f"{before}{figure} {of(wording.style, named)}{named}"


def programme(
    wording: Setting,
    state: str | None,
    version: int | None,
    revised: date | None,
    url: str | None,
) -> str:
    """Return what a programme is and how far it has come.

    Raises:
        DossierError: There is no such state.
    """
    parts = ["programme", state, version is not None and "version", revised and "date"]
    values = {"version": version, "date": revised}
    said = say(wording, ".".join(str(part) for part in parts if part), values)
    return say(wording, "link", {"text": said, "url": url}) if url else said


def language_name(wording: Setting, tag: str, *, short: bool = False) -> str:
    """Return what a language is called: français, 法文; in a pair 法."""
    spoken = canonical(tag).split("-")[0]
    names = dict(wording.language.languages)
    if short:
        names |= dict(wording.language.short_languages)
    return names.get(spoken, tag)


def own_first(wording: Setting, tags: Iterable[str]) -> list[str]:
    """Return languages as a text in one of them lists them: its own first, the others as given."""
    own = wording.tag.split("-")[0]
    return sorted(tags, key=lambda tag: canonical(tag).split("-")[0] != own)


@lru_cache(maxsize=256)
def interpretation(
    wording: Setting,
    mode: str,
    between: tuple[str, str] | None,
    channels: tuple[tuple[str, int], ...],
) -> str:
    """Return how and between which languages is interpreted, and on which channels.

    Raises:
        DossierError: There is no such mode.
    """
    if between:
        first, second = (
            language_name(wording, tag, short=True) for tag in own_first(wording, between)
        )
        pair = wording.style.pair.format(a=first, b=second)
        said = say(wording, f"interpretation.{mode}.pair", {"pair": pair})
    else:
        said = say(wording, f"interpretation.{mode}", {})
    told = [
        say(wording, "channel", {"number": number, "language": language_name(wording, tag)})
        for tag, number in sorted(channels, key=lambda channel: (channel[1], channel[0]))
    ]
    return (
        say(wording, "aside", {"what": said, "aside": wording.join(told, "clause")})
        if told
        else said
    )


def languages(
    wording: Setting,
    tags: Iterable[str],
    mode: str | None,
    channels: Iterable[tuple[str, int]],
) -> str:
    """Return the line that tells in which languages something is held."""
    ordered = own_first(wording, tags)
    told = [wording.join([language_name(wording, tag) for tag in ordered], "people")]
    if mode:
        told.append(interpretation(wording, mode, None, tuple(channels)))
    values = {"languages": wording.join(told, "clause"), "count": len(ordered)}
    return say(wording, "languages", values)
