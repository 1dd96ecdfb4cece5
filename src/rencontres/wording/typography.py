"""Texts in the typography of their language: spaces, quotation marks, dashes, width of marks.

Only what is certain is changed, and what machines read (addresses, paths, names of files, hours
with a colon) never. Nothing is normalised further than NFC: NFKC would undo no-break spaces and
full-width marks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple
from unicodedata import is_normalized, normalize

from rencontres.wording.marks import (
    ACCENTED,
    ORDINAL_THEN_FR,
    PENDING_FR,
    PROTECTED,
    SHARED,
    SIMPLIFIED,
    SPACE,
    THIN,
    TRADITIONAL,
    UNITS,
    WIDE,
    family,
)
from rencontres.wording.orthography import Rule, chinese, english, french
from rencontres.wording.pairs import Spans, paired

_SPACES = {"fine": (WIDE, THIN), "nbsp": (WIDE, WIDE), "plain": (" ", " ")}
_PASSED = "a-zA-CE-LNOQ-Zâ-ÿÂ-ÖØ-ÝŒœ ,’()–…"
"""What no French rule begins at: the engine passes over it without a look at the rules."""
_AFTER_NUMBER = (
    rf"(?:(?!\d)(?:[{SPACE}]*(?:h(?![^\W\d_])|euro|yuan|dollar|{UNITS})"
    rf"|(?:er|re|nde?|e)[{SPACE}](?={ORDINAL_THEN_FR}))"
    rf"|(?<=anal[{SPACE}]\d)|(?<=naux[{SPACE}]\d))"
)
_CHINESE = rf",.:;!?()\"'―─–・•‧％．０-９Ａ-Ｚａ-ｚ{SPACE}"
_TRIGGERS = {
    "fr": rf"[^{_PASSED}](?:(?<=\d){_AFTER_NUMBER}|(?<!\d)(?:"
    rf"(?<=[:;!?«»\"'´%‰€°º§])|(?<=\.)(?:\.\.|[{SPACE}]\d)|(?<=M)(?:[Mmlgr.]|e[{SPACE}])"
    rf"|(?<=[àÀ])[{SPACE}](?={PENDING_FR})|(?<=[DP])r[{SPACE}]|(?<=[{SPACE}]-)-?[{SPACE}]))",
    "en": rf"[\"'.:;!?-](?:(?<=[\"'])|(?<=\.\.\.)|(?<=[{SPACE}][-:;!?]))",
    "zh": rf"[{_CHINESE}、…。—-](?:(?<=[{_CHINESE}])|(?<=[》”]、)|(?<=--)|(?<=。。。)|"
    r"(?<=…)(?<!……)(?!…)|(?<=—)(?<!——)(?!—)(?:(?<!\w—)|(?!\w)))",
}
"""What any of the rules of a language needs: a text without it is right already.

One class first, so that the engine passes quickly over most letters; then what made it stop.
"""
_LEADING = re.compile(r"[\s«“‘\"'(\[{¿¡]*")
_WORD = re.compile(r"[^\W\d_]+")
_PROTECTED = re.compile(PROTECTED)


class Fault(NamedTuple):
    """What is wrong at one place of a text, by the typography of its language.

    Attributes:
        code: The kind: ``apostrophe``, ``capital``, ``dash``, ``ellipsis``, ``full-width``,
            ``half-width``, ``name-dot``, ``no-break-space``, ``pause``, ``quotes``, ``script``,
            ``space``, ``unicode``.
        position: Where it starts in the text, in characters.
        found: What stands there; empty where something is missing.
        wanted: What should stand there, or None where only the author can say.
    """

    code: str
    position: int
    found: str
    wanted: str | None


class _Typography(NamedTuple):
    trigger: re.Pattern[str]
    pattern: re.Pattern[str]
    rules: tuple[Rule, ...]


@lru_cache(maxsize=16)
def _typography(family: str, typography: str) -> _Typography:
    wide, thin = spaces(typography)
    if family == "fr":
        rules = french(wide, thin)
    elif family == "en":
        rules = english(wide, thin)
    else:
        rules = chinese(wide, thin, traditional=family == "zh-Hant")
    kept = f"({PROTECTED})"
    if family.startswith("zh"):
        # Spaces around an address, or an option of a command, keep it from running into the text.
        kept = rf"((?:(?<! ) +)?(?:{PROTECTED}|(?<= )--[a-z][a-z-]*) *)"
    pattern = "|".join([kept, *(f"({rule.pattern})" for rule in rules)])
    other = "" if typography == "fine" else f"|[{WIDE}{THIN}]"
    trigger = _TRIGGERS[family[:2]] + other
    return _Typography(re.compile(trigger), re.compile(pattern), rules)


def spaces(typography: str) -> tuple[str, str]:
    """Return the wide and the thin no-break space of a typography.

    Raises:
        ValueError: There is no such typography.
    """
    try:
        return _SPACES[typography]
    except KeyError:
        raise ValueError(f"{typography!r} is no typography: fine, nbsp or plain") from None


def punctuate(text: str, language: str, typography: str = "fine") -> str:
    """Return a text in the typography of its language; one that is right already, as it is.

    French gets its no-break spaces, guillemets and apostrophes; Chinese full-width marks, and no
    space beside Han characters; English curly quotation marks. Texts of other languages stay as
    they are. Applied twice, nothing more is changed.

    Args:
        text: A text, as people type it.
        language: Its language tag.
        typography: ``fine`` (U+00A0 and U+202F), ``nbsp`` (U+00A0 for both) or ``plain`` (U+0020
            for both): which spaces are printed.

    Raises:
        ValueError: There is no such typography.

    >>> punctuate("Sujet : l'innovation", "fr", "plain")
    'Sujet : l’innovation'
    >>> punctuate("2016 年:第 5 届论坛", "zh-Hans")
    '2016年：第5届论坛'
    """
    return punctuator(language, typography)(text)


@lru_cache(maxsize=64)
def punctuator(language: str, typography: str = "fine") -> Callable[[str], str]:
    """Return what puts texts into the typography of a language, for many of them.

    Args:
        language: Their language tag.
        typography: As for `punctuate`.

    Raises:
        ValueError: There is no such typography.
    """
    spaces(typography)
    known = family(language)
    if not known:
        return str
    rules = _typography(known, typography)
    wrong = rules.trigger.search

    def punctuated(text: str) -> str:
        composed = text if is_normalized("NFC", text) else normalize("NFC", text)
        if wrong(composed) is None:
            return composed
        straight = paired(composed, known)
        done = 0
        parts: list[str] = []
        for fault in _edits(straight, rules):
            parts += (straight[done : fault.position], fault.wanted or "")
            done = fault.position + len(fault.found)
        if parts:
            straight = normalize("NFC", "".join([*parts, straight[done:]]))
        if straight == composed:
            return composed
        # A mark that has become Chinese makes its neighbours so.
        return punctuated(straight) if known.startswith("zh") else straight

    return punctuated


def _edits(text: str, typography: _Typography) -> Iterator[Fault]:
    for match in typography.pattern.finditer(text):
        index = match.lastindex or 1
        if index > 1:
            rule = typography.rules[index - 2]
            found = match[0]
            wanted = rule.fix(found)
            if wanted != found:
                yield Fault(rule.code, match.start(), found, wanted)


def faults(text: str, language: str) -> tuple[Fault, ...]:
    """Return what is wrong in a text by the typography of its language, in order of position.

    Everything that `punctuate` changes is told, and some things that it must not change: straight
    quotation marks without a partner, characters of the other Chinese script (a name may keep
    them), French capitals without their accents.

    Args:
        text: A text.
        language: Its language tag; nothing is known of languages other than French, English and
            Chinese.

    >>> faults("l'État", "fr")
    (Fault(code='apostrophe', position=1, found="'", wanted='’'),)
    """
    known = family(language)
    if not known:
        return ()
    straight = paired(text, known)
    found = [
        Fault("half-width" if old in "()" else "quotes", position, old, new)
        for position, (old, new) in enumerate(zip(text, straight, strict=True))
        if old != new
    ]
    found += _edits(straight, _typography(known, "fine"))
    found += _left(straight, known)
    return tuple(sorted(found, key=lambda fault: (fault.position, len(fault.found))))


def _left(text: str, family: str) -> Iterator[Fault]:
    """Yield what is wrong and stays: only its author can mend it."""
    if not is_normalized("NFC", text):
        composed = normalize("NFC", text)
        first = next((i for i, (a, b) in enumerate(zip(text, composed, strict=False)) if a != b), 0)
        yield Fault("unicode", first, text[first], composed[first])
    spans = Spans(text)
    for match in _lint(family).finditer(text):
        if match.start() not in spans:
            yield Fault(
                _code(match[0], family), match.start(), match[0], _hints(family).get(match[0])
            )


def _code(found: str, family: str) -> str:
    if found == '"':
        return "quotes"
    return "capital" if family == "fr" else "script"


@lru_cache(maxsize=4)
def _lint(family: str) -> re.Pattern[str]:
    hints = _hints(family)
    if family == "fr":
        return re.compile(rf'"|(?<!\w)(?:{"|".join(hints)})(?!\w)')
    return re.compile(rf'["{"".join(hints)}]')


@lru_cache(maxsize=4)
def _hints(family: str) -> dict[str, str]:
    """Return what a language does not write, and what it may have meant."""
    if family == "zh-Hans":
        return dict(zip(TRADITIONAL, SIMPLIFIED, strict=True))
    if family == "zh-Hant":
        pairs = zip(SIMPLIFIED, TRADITIONAL, strict=True)
        return {simplified: other for simplified, other in pairs if simplified not in SHARED}
    if family == "fr":
        words = ACCENTED.split()
        bare = {_bare(word).upper(): word.upper() for word in words}
        titled = {_bare(word[0]).upper() + word[1:]: word.capitalize() for word in words}
        return {**bare, **{word: meant for word, meant in titled.items() if word != meant}}
    return {}


def _bare(word: str) -> str:
    return "".join(letter for letter in normalize("NFD", word) if letter.isalpha())


def heading(text: str, language: str) -> str:
    """Return a text as it stands at the head of a line: its first letter a capital.

    Accents stay (*État*). Texts that begin with a number, an address or a name written like
    *eTwinning* stay as they are, and so do those of languages other than French and English.

    Args:
        text: A text.
        language: Its language tag.

    >>> heading("l’été à Chengdu", "fr")
    'L’été à Chengdu'
    """
    if family(language) not in {"fr", "en"}:
        return text
    start = match.end() if (match := _LEADING.match(text)) else 0
    word = _WORD.match(text, start)
    if not word or not word[0].islower() or _PROTECTED.match(text, start):
        return text
    return f"{text[:start]}{text[start].title()}{text[start + 1 :]}"
