"""One value of a field: what it may be, and the one form it is kept in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any, cast

from attrs import evolve

from rencontres.errors import DossierError, LanguageError
from rencontres.language import canonical
from rencontres.model import number
from rencontres.model.extra import Table
from rencontres.model.form import ID, Form, is_id
from rencontres.model.refusal import Rule, refusal, wrong
from rencontres.span import fault
from rencontres.text import Text, clean
from rencontres.when import When

_SHOWN = 80


def word(words: tuple[str, ...]) -> Rule:
    """Return the rule of a field that takes some words."""
    known = {each: each for each in words}

    def rule(where: str, value: object) -> str:
        try:
            return known[value]  # type: ignore[index]
        except (KeyError, TypeError):
            pass
        if not isinstance(value, str):
            raise wrong(where, value, f"one of the words {', '.join(words)}")
        message = "`%(found)s` is none of: %(known)s"
        close = get_close_matches(value[:_SHOWN], words, n=1)
        if close:
            message += "; did you mean `%(suggestion)s`?"
        hint = {"suggestion": close[0]} if close else {}
        raise refusal("value.unknown", where, message, found=value[:_SHOWN], known=words, **hint)

    return rule


def line(*, lines: bool = False, exact: bool = False) -> Rule:
    """Return the rule of a string.

    Args:
        lines: True if line feeds and tabs may stand in it.
        exact: True if it is kept as it is, not in NFC: an identity.
    """

    def rule(where: str, value: object) -> str:
        if not isinstance(value, str):
            raise wrong(where, value, "a string")
        words = value if type(value) is str else str.__str__(value)
        if words.isascii() and words.isprintable() and words and not words.isspace():
            return words
        try:
            cleaned = clean(words, lines=lines)
        except ValueError as error:
            raise refusal("value.invalid", where, "%(reason)s", reason=str(error)) from None
        return words if exact else cleaned

    return rule


def reference(where: str, value: object) -> str:
    """Return an id that names something; whether something has it, the dossier tells."""
    if type(value) is str and value.isprintable() and value.strip():
        return value
    if not isinstance(value, str):
        raise wrong(where, value, "an id")
    return str(_LINE(where, value))


def quick_reference(value: object) -> str:
    """Return an id that names something.

    Raises:
        TypeError: It is something else.
    """
    if type(value) is str and value.isprintable() and value.strip():
        return value
    raise TypeError


_LINE = line()


def identifier(where: str, value: object) -> str:
    """Return the id of a thing."""
    if type(value) is str and is_id(value):
        return value
    return str(_ID(where, value))


def tag(where: str, value: object) -> str:
    """Return a canonical language tag."""
    if not isinstance(value, str):
        raise wrong(where, value, "a language tag such as fr")
    try:
        return canonical(value)
    except LanguageError as error:
        raise refusal("language.unknown", where, "%(reason)s", reason=error.message) from None


def moment(where: str, value: object) -> datetime:
    """Return a moment that some clock shows, in a zone with a name."""
    if not isinstance(value, datetime):
        raise wrong(where, value, "a datetime")
    if reason := fault(value):
        raise refusal("moment.invalid", where, "%(reason)s", reason=reason)
    return value


def truth(where: str, value: object) -> bool:
    """Return True or False, and nothing that is only like them."""
    if type(value) is not bool:
        raise wrong(where, value, "True or False")
    return value


def day(where: str, value: object) -> date:
    """Return a day of the calendar; a moment is none."""
    if not isinstance(value, date) or isinstance(value, datetime):
        raise wrong(where, value, "a date")
    return value


def table(where: str, value: object) -> Table:
    """Return a host's own fields, or tell which of them JSON does not have.

    Args:
        where: The place.
        value: The value: not a table only where it could not be frozen.
    """
    if isinstance(value, Table):
        return value
    if not isinstance(value, Mapping):
        raise wrong(where, value, "a mapping of JSON values")
    try:
        return Table(cast("Mapping[str, object]", value))
    except DossierError as error:
        problems = [evolve(each, where=f"{where}.{each.where}") for each in error.problems]
        raise DossierError(problems=problems) from None


def instance(cls: type) -> Rule:
    """Return the rule of a field that takes a value of a class of this library."""
    wanted = _WANTED.get(cls, f"{'an' if cls.__name__[0] in 'AEIO' else 'a'} {cls.__name__}")

    def rule(where: str, value: object) -> object:
        if isinstance(value, cls):
            return value
        raise wrong(where, value, wanted)

    return rule


_WANTED = {
    Text: 'a Text, such as Text(en="Welcome")',
    When: 'a When, such as When("2016-05-09")',
}


def of(kinds: tuple[type, ...], meta: Mapping[str, Any]) -> Rule:
    """Return the rule of a field by its types.

    Args:
        kinds: Its types, None left out.
        meta: Its metadata.
    """
    signed = bool(meta.get("signed"))
    known: dict[type, Rule] = {
        str: line(lines=bool(meta.get("lines")), exact=bool(meta.get("exact"))),
        bool: truth,
        date: day,
        datetime: moment,
        Table: table,
        int: number.number(int, signed=signed),
        float: number.degrees(number.number(float, signed=signed)),
    }
    if int in kinds and float in kinds:
        known[int] = known[float] = number.amount(number.number(float, signed=signed))
    rules = {kind: known.get(kind) or instance(kind) for kind in kinds}
    if len(rules) == 1:
        return next(iter(rules.values()))
    wanted = " or ".join(f"a {kind.__name__}" for kind in kinds)

    def either(where: str, value: object) -> object:
        if type(value) not in rules:
            raise wrong(where, value, wanted)
        return rules[type(value)](where, value)

    return either


def formed(rule: Rule, form: Form) -> Rule:
    """Return a rule that asks for a form beside the type."""
    code, fault_of = form

    def both(where: str, value: object) -> object:
        settled = rule(where, value)
        if reason := fault_of(settled):
            raise refusal(code, where, "%(reason)s", reason=reason)
        return settled

    return both


_ID = formed(_LINE, ID)
