"""The rules of typography, one table a language: what is looked for, and what stands there.

Sources: Lexique des règles typographiques en usage à l’Imprimerie nationale; GB/T 15834-2011
(marks) and GB/T 15835-2011 (numbers); clreq (W3C).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from rencontres.wording.marks import FULL, HAN, SPACE, TIES_FR, UNITS

Fix: TypeAlias = Callable[[str], str]

_S = rf"[{SPACE}]"
_FULL_WIDTH = str.maketrans(",;:!?.", "，；：！？。")
_HALF_WIDTH = {
    **{code: code - 0xFEE0 for code in [*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B)]},
    **{code: code - 0xFEE0 for code in [*range(0xFF41, 0xFF5B), 0xFF05, 0xFF0E]},
}


class Rule(NamedTuple):
    """One rule of a language.

    Attributes:
        code: What is wrong where the rule finds something to change.
        pattern: A regular expression without groups; it may find what is right already.
        fix: What was found, as it should be.
    """

    code: str
    pattern: str
    fix: Fix


def french(wide: str, thin: str) -> tuple[Rule, ...]:
    """Return the rules of French.

    Args:
        wide: The space before a colon, inside guillemets, between a number and its unit.
        thin: The space before the other high marks and between groups of three digits.
    """
    # "(?)", "!?" and a mark that starts a line follow nothing that a space could part them from;
    # what a straight quotation mark without a partner does is not known.
    after = r"(?<=[^\s(\[{«“‘:;!?¿¡/\"])"
    amount = rf"(?:[%‰€]|[kM]€|Md€|(?:euro|yuan|dollar)s?(?!\w)|{UNITS})"
    ties = "|".join(rf"(?:{word}){_S}(?={then})" for word, then in TIES_FR)
    spaces = (
        (
            rf"(?<![\w,])(?<!\d\.)\d{{1,3}}(?:{_S}\d{{3}})+(?=(?:,\d+)?{_S}*{amount})",
            _each_space(thin),
        ),
        (rf"(?<![\w,])(?<!\d\.)(?:[01]?\d|2[0-4]){_S}?h(?:{_S}?[0-5]\d)?(?![\w/])", _hours(wide)),
        (rf"{after}{_S}*(?=;(?:[\s»”\]]|$)|[!?]+(?:[\s»”’\"')\].,…]|$))", _becomes(thin)),
        (rf"{after}{_S}*(?=:(?:[\s«»“”\"\]]|$))", _becomes(wide)),
        (rf"(?<=«){_S}*(?=[^\s»\"])|(?<=[^\s«\"]){_S}*(?=»)", _becomes(wide)),
        (rf"(?<=\d)(?:{_S}*(?=(?:[%‰€]|°[CF])(?!\w))|{_S}(?={UNITS}))", _becomes(wide)),
        (rf"(?<!\w)(?:[nN][°º]s?{_S}*(?=\d)|{ties})", _tied(wide)),
    )
    return (
        Rule("apostrophe", r"(?<=[^\W\d_])['´](?=[^\W_]|[«“])", _becomes("’")),
        *(Rule("no-break-space", pattern, fix) for pattern, fix in spaces),
        Rule("ellipsis", r"(?<![./\\])\.{3}(?![./\\])", _becomes("…")),
        _dash(),
        *_coarser(wide, thin),
    )


def english(wide: str, thin: str) -> tuple[Rule, ...]:
    """Return the rules of English, as it is written in Europe.

    Args:
        wide: The no-break space.
        thin: The narrow one.
    """
    return (
        Rule("ellipsis", r"(?<![./\\])\.{3}(?![./\\])", _becomes("…")),
        Rule("space", rf"(?:(?<=[^\W\d_])|(?<=[)\]”’])){_S}+(?=[:;!?](?:\s|$))", _becomes("")),
        _dash(),
        *_coarser(wide, thin),
    )


def chinese(wide: str, thin: str, *, traditional: bool) -> tuple[Rule, ...]:
    """Return the rules of Chinese.

    Args:
        wide: The no-break space, in Latin runs.
        thin: The narrow one, likewise.
        traditional: Whether the script is Traditional, which dots names otherwise.
    """
    han = rf"[{HAN}]"
    # What makes a mark Chinese: the characters before it, or those after it.
    left, right = rf"(?<=[{HAN}）》】」』〉”])", rf"(?=[{HAN}（《【「『〈“])"
    stopped = rf"(?<=[{HAN}）》】」』〉”，。！？；：…])"
    dots = r"(?:(?<!\.)(?:\.{6}|\.{3})(?![./\\])|(?<!…)…(?!…))"
    double = r"(?:-{2,3}|[―─]{2}|——)(?![-—])"
    pauses = rf"(?<=》){_S}*、{_S}*(?=《)"
    names = "[・•]" if traditional else "[・•‧]"
    dashes = (
        rf"{stopped}{_S}*{double}{_S}*",
        rf"(?<=[^\s\-—]){_S}*{double}{_S}*{right}",
        rf"(?<!\S){double}{_S}*{right}",
        rf"{left}{_S}+[—–-]{_S}+(?=[^\s\d])|(?<=[^\s\d]){_S}+[—–-]{_S}+{right}",
        rf"(?<!\S)—{_S}*{right}|(?<=[，。！？；：…])—(?!—)|(?<={han})—(?=[\s”’」』，。！？]|$)",
    )
    return (
        Rule("full-width", "[０-９Ａ-Ｚａ-ｚ]+|(?<=[0-9０-９])(?:％|．(?=[0-9０-９]))", _narrow),
        Rule("ellipsis", rf"{stopped}{_S}*{dots}|{dots}(?={_S}*{right})|。{{3,}}", _becomes("……")),
        Rule("dash", "|".join(dashes), _becomes("——")),
        Rule("space", rf"(?<={han}){_S}*[—–-]{_S}*(?=\d)|(?<=\d){_S}*[—–-]{_S}*{right}", _closed),
        Rule("half-width", rf"{left}{_S}*(?:[,;:]|[!?]+){_S}*|(?<=[！？])[!?]+{_S}*", _widened),
        Rule("half-width", rf"(?<=[^\s(\[{{,;:!?]){_S}*(?:[,;:]|[!?]+){_S}*{right}", _widened),
        Rule("half-width", rf"{left}\.(?![A-Za-z0-9_.]){_S}*", _widened),
        Rule(
            "pause", pauses if traditional else rf"{pauses}|(?<=”){_S}*、{_S}*(?=“)", _becomes("")
        ),
        Rule("name-dot", rf"(?<={han}){_S}*{names}{_S}*(?={han})", _becomes("·")),
        # Between two Han characters a space parts names or phrases: layout keeps them apart.
        Rule("space", rf"(?<={han}){_S}+(?={han})", _becomes("\u3000")),
        Rule("space", rf"(?:(?<=[{HAN}{FULL}])|(?<={han}[”’])){_S}+(?=\S)", _becomes("")),
        Rule("space", rf"(?<=\S){_S}+(?=[{HAN}{FULL}]|[“‘]{han})", _becomes("")),
        *_coarser(wide, thin),
    )


def _dash() -> Rule:
    """Return the rule of the dash with its spaces; between two digits a hyphen may be a minus."""
    dash = rf"{_S}--?{_S}"
    return Rule(
        "dash",
        rf"(?<=[^\s\-|\d]){dash}(?=[^\s\-|:;!?»])|(?<=\d){dash}(?=[^\s\-|:;!?»\d])",
        _becomes(" – "),
    )


def _coarser(wide: str, thin: str) -> tuple[Rule, ...]:
    """Return the rule of spaces that a coarser typography does not print, wherever they stand."""
    if wide == " ":
        return (Rule("no-break-space", "[\u00a0\u202f]", _becomes(" ")),)
    return () if thin != wide else (Rule("no-break-space", "\u202f", _becomes(wide)),)


def _becomes(wanted: str) -> Fix:
    def fix(_found: str) -> str:
        return wanted

    return fix


def _tied(space: str) -> Fix:
    def fix(found: str) -> str:
        return found.rstrip(SPACE) + space

    return fix


def _each_space(space: str) -> Fix:
    def fix(found: str) -> str:
        return re.sub(_S, space, found)

    return fix


def _hours(space: str) -> Fix:
    def fix(found: str) -> str:
        hour, _, minute = re.sub(_S, "", found).partition("h")
        return f"{hour}{space}h{space}{minute}" if minute else f"{hour}{space}h"

    return fix


def _narrow(found: str) -> str:
    return found.translate(_HALF_WIDTH)


def _widened(found: str) -> str:
    return found.strip(SPACE).translate(_FULL_WIDTH)


def _closed(found: str) -> str:
    return found.strip(SPACE)
