"""What was meant by a value that stands without quotes and is none."""

from __future__ import annotations

import re

from rencontres.sources import spoken
from rencontres.sources.grammar import SCALAR
from rencontres.sources.signs import QUOTES, Kind, bare, plain, quoted, unaccented

_YES = frozenset("oui vrai yes true on 是 真 对 對".split())
_NO = frozenset("non faux no false off 否 假 错 錯".split())
_NOTHING = frozenset(
    "null none nil nul neant aucun rien undefined n/a nan +nan -nan inf +inf -inf infinity "
    "-infinity 无 無 空".split()
)
_LISTED = re.compile("[a-z][a-zA-Z0-9-]*(?: ?[,、;] ?[a-z][a-zA-Z0-9-]*)+")
_COMMA = re.compile(" ?[,、;] ?")
_STRAY = "".join(QUOTES)


def mend(run: str, kind: Kind) -> tuple[str, str]:
    """Return the kind of slip that a value without quotes is, and what to type instead.

    Args:
        run: The value as it is written; it is none of the format's own.
        kind: The format.

    Returns:
        A code of ``rencontres.sources.slips.MESSAGES`` and the value that is meant; an empty
        one where the line is better left out.
    """
    told = plain(run)
    if _LISTED.fullmatch(told):
        return "slip.list", f"[{', '.join(quoted(word, kind) for word in _COMMA.split(told))}]"
    if SCALAR[kind].fullmatch(told) and not spoken.last_of_month(told):
        return "slip.sign", told
    for code, read in (
        ("slip.calendar", spoken.last_of_month),
        ("slip.moment", spoken.moment),
        ("slip.date", spoken.day),
        ("slip.hours", spoken.hours),
    ):
        if meant := read(told):
            native = kind == "toml" and SCALAR[kind].fullmatch(meant)
            return code, meant if native else f'"{meant}"'
    return _plain_value(run, told, kind)


def _plain_value(run: str, told: str, kind: Kind) -> tuple[str, str]:
    if meant := spoken.number(told):
        return "slip.number", meant
    word = unaccented(told)
    if word in _YES or word in _NO:
        return "slip.boolean", "true" if word in _YES else "false"
    if word in _NOTHING:
        return "slip.nothing", ""
    if (words := bare(run.strip(_STRAY))) and words != run and _one_sided(run):
        return "slip.unclosed", quoted(words, kind)
    return "slip.word", quoted(run, kind)


def several(run: str, kind: Kind) -> str | None:
    """Return values that are told apart by spaces alone with commas between them, or None."""
    items = re.split(r"[ \t]+", run)
    if len(items) > 1 and all(SCALAR[kind].fullmatch(item) for item in items):
        return ", ".join(items)
    return None


def _one_sided(run: str) -> bool:
    return (run[0] in _STRAY) != (run[-1] in _STRAY)
