"""RC601 to RC606: names nobody could identify, spellings that vary, codes and dates that disagree."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping

from rencontres.checks.case import Case
from rencontres.checks.phase import days
from rencontres.checks.rule import Example, Found, found, rule
from rencontres.model import Event, Organisation, Place

_VAGUE = {"port": {"identified": False}}


def _named(case: Case) -> tuple[Place | Organisation, ...]:
    return (*case.dossier.places, *case.dossier.organisations)


@rule(
    "RC601", "info", "A name that nobody has identified",
    why="It is kept as it was written; whom it means must still be asked.",
    fails=Example(tables={"places": _VAGUE}),
    passes=Example(tables={}),
)  # fmt: skip
def unresolved(case: Case) -> Iterator[Found]:
    for thing in _named(case):
        if not thing.identified:
            names = tuple(case.name(id_) for id_ in thing.candidates)
            if names:
                message = "Unidentified name “%(name)s” (candidates: %(candidates)s)."
                yield found(thing, message, name=thing, candidates=names)
            else:
                yield found(thing, "Unidentified name “%(name)s”.", name=thing)


_DIGITS = re.compile(r"\d")


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFD", name.casefold())
    return "".join(letter for letter in plain if letter.isalnum())


def _deletions(word: str) -> Iterator[str]:
    yield word
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]


@rule(
    "RC602", "info", "Two spellings that may be one thing",
    why="One of the two would be invited, and the other forgotten; limit: letters of the shortest name compared.",
    limit=5,
    fails=Example(tables={"organisations": {"kitah": {"name": {"en": "Minamii"}, "side": "b"}}}),
    passes=Example(tables={"organisations": {"kitah": {"name": {"en": "Higashi"}, "side": "b"}}}),
)  # fmt: skip
def variants(case: Case, limit: float) -> Iterator[Found]:
    # Two words one letter apart share a word with one letter left out: looking those up finds
    # them without comparing every word with every other. A word is looked up once, however many
    # things are called by it.
    for table in ("places", "organisations"):
        seen: dict[str, dict[str, Place | Organisation]] = {}
        told: set[tuple[str, str]] = set()
        for thing in getattr(case.dossier, table):
            for tag, words in thing.name:
                word = _folded(words)
                if len(word) < limit or not word.isascii():
                    continue
                for key in dict.fromkeys(_deletions(word)):
                    near = seen.setdefault(f"{tag} {key}", {})
                    for other_word, other in near.items():
                        pair = (other.id, thing.id)
                        if pair not in told and _may_be_one(other_word, word):
                            told.add(pair)
                            message = "“%(first)s” and “%(second)s”: one and the same?"
                            yield found(thing, message, first=other, second=thing)
                    near.setdefault(word, thing)


def _may_be_one(one: str, other: str) -> bool:
    """Tell whether two words differ, and not in their numbers alone: School 1, School 2."""
    return one != other and _DIGITS.findall(one) == _DIGITS.findall(other)


def _luhn(digits: str) -> bool:
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


_SOCIAL = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def _social_credit(code: str) -> bool:
    """Tell whether a unified social credit code checks (GB 32100-2015: weights of 3, modulus 31)."""
    total = sum(_SOCIAL.index(sign) * pow(3, place, 31) for place, sign in enumerate(code[:17]))
    return _SOCIAL[(31 - total % 31) % 31] == code[17]


def _form(pattern: str, proves: Callable[[str], bool] = lambda _: True) -> Callable[[str], bool]:
    compiled = re.compile(pattern, re.ASCII)
    return lambda code: compiled.fullmatch(code) is not None and proves(code)


_SCHEMES: Mapping[str, Callable[[str], bool]] = {
    "insee": _form(r"(?:\d{2}|2[AB])\d{3}|\d{2,3}|2[AB]"),
    "siren": _form(r"\d{9}", _luhn),
    "siret": _form(r"\d{14}", _luhn),
    "gb/t 2260": _form(r"[1-9]\d{5}"),
    "uscc": _form(rf"[{_SOCIAL}]{{18}}", _social_credit),
    "iso 3166-2": _form(r"[A-Z]{2}-[A-Z0-9]{1,3}"),
    "nuts": _form(r"[A-Z]{2}[A-Z0-9]{0,3}"),
    "un/locode": _form(r"[A-Z]{2} ?[A-Z2-9]{3}"),
    "wikidata": _form(r"Q[1-9]\d*"),
    "geonames": _form(r"[1-9]\d*"),
}
"""How the official identifiers of places are made, by scheme in lower case."""


@rule(
    "RC603", "error", "An official identifier that cannot be one",
    why="It would lead to another place, or to none.",
    fails=Example(tables={"places": {"port": {"codes": {"SIREN": "213300636"}}}}),
    passes=Example(tables={"places": {"port": {"codes": {"SIREN": "213300635"}}}}),
)  # fmt: skip
def invalid_code(case: Case) -> Iterator[Found]:
    for place in case.dossier.places:
        for scheme, code in place.codes:
            proves = _SCHEMES.get(scheme.casefold())
            if proves is not None and not proves(code):
                message = "%(place)s: “%(code)s” is no valid %(scheme)s identifier."
                yield found(
                    (place, "codes", scheme), message, code=code, scheme=scheme, place=place
                )


@rule(
    "RC604", "info", "A name that was not in use at the time",
    why="Ministries and regions change their names; a document keeps that of its day.",
    on=False,
    fails=Example(tables={"organisations": {"ash": {"valid": "2014/2017", "name": {"en": "Ash"}}},
                          "pairings": {"river": {"workshop": "water", "ends": {"a": ["ash"]}}}}),
    passes=Example(tables={"organisations": {"ash": {"valid": "2014/2030", "name": {"en": "Ash"}}}}),
)  # fmt: skip
def anachronism(case: Case) -> Iterator[Found]:
    held = case.days
    for body in case.dossier.organisations if held else ():
        valid = days(body.valid)
        if held and valid and (valid[1] < held[0] or valid[0] > held[1]):
            message = "The name “%(name)s” was not in use on %(day)s."
            yield found((body, "valid"), message, name=body, day=held[0])


@rule(
    "RC606", "info", "Dates that disagree",
    why="One of the two will be copied; limit: days between a meeting and the date of its minutes.",
    limit=7,
    fails=Example(tables={"events": {"talks": {
        "title": {"en": "Talks"}, "when": "2026-11-01", "links": {"prepares": ["meeting"]}}}}),
    passes=Example(tables={"events": {"talks": {
        "title": {"en": "Talks"}, "when": "2026-09-01", "links": {"prepares": ["meeting"]}}}}),
)  # fmt: skip
def dates_disagree(case: Case, limit: float) -> Iterator[Found]:
    for event in case.dossier.events:
        first = event.when.earliest if event.when else None
        for link in event.links:
            other = case.dossier.get(Event, link.to)
            second = other.when.latest if other and other.when else None
            if link.kind == "prepares" and other and first and second and first > second:
                message = "“%(event)s” prepares “%(other)s” but comes after it."
                yield found((event, "when"), message, event=event, other=other)
    for paper in case.dossier.papers:
        issued = paper.issued.day if paper.issued else None
        for id_ in paper.about:
            told = case.dossier.get(Event, id_)
            held = told.when.day if told and told.when else None
            if paper.kind != "minutes" or issued is None or held is None or told is None:
                continue
            if abs((issued - held).days) > limit:
                message = "“%(paper)s” is dated %(issued)s and tells of what was held on %(held)s."
                yield found((paper, "issued"), message, paper=paper, issued=issued, held=held)
