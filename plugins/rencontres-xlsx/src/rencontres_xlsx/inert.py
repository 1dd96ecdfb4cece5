"""Words that a spreadsheet can hold: what XML, a cell and the tab of a sheet take."""

from __future__ import annotations

import re

LONGEST = 32_767
"""How many UTF-16 code units a cell holds (ECMA-376, and every spreadsheet)."""

_LONGEST_NAME = 31
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_NO_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 §2.2 has no place for, not even as a reference."""
_NO_NAME = re.compile(r"[\[\]:*?/\\\s\x00-\x1f]+")


def words(text: str) -> str:
    """Return a text as a cell takes it: every line end is one, what XML cannot hold is U+FFFD.

    Args:
        text: The text.
    """
    return cut(_NO_XML.sub("\ufffd", _BREAKS.sub("\n", text)), LONGEST)


def units(text: str) -> int:
    """Return the length of a text as spreadsheets count it, in UTF-16 code units.

    Args:
        text: The text.
    """
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, most: int) -> str:
    """Return a text of at most so many UTF-16 code units, with ``…`` where something is left out.

    Args:
        text: The text.
        most: How many.
    """
    if len(text) * 2 <= most or units(text) <= most:
        return text
    kept = text.encode("utf-16-le")[: (most - 1) * 2].decode("utf-16-le", errors="ignore")
    return f"{kept}…"


def line(text: str) -> str:
    """Return a text on one line.

    Args:
        text: The text.
    """
    return " ".join(words(text).split())


def margin(text: str, most: int) -> str:
    """Return a text for the head or the foot of a page, where ``&`` would be an instruction.

    Args:
        text: The text.
        most: How many UTF-16 code units there is room for: head and foot have 255 each.
    """
    kept = cut(line(text), most)
    while units(kept) + kept.count("&") > most:
        kept = f"{kept[:-2]}…"
    return kept.replace("&", "&&")


def names(wanted: list[str]) -> list[str]:
    """Return names that tabs of sheets may have, in the order given: short, and told apart.

    Args:
        wanted: What they should be called.
    """
    found: list[str] = []
    taken = {"history"}  # Excel keeps it to itself
    for number, name in enumerate(wanted, 1):
        short = _NO_NAME.sub(" ", words(name)).strip(" '") or str(number)
        made, again = cut(short, _LONGEST_NAME), 1
        while made.casefold() in taken:
            again += 1
            behind = f" {again}"
            made = f"{cut(short, _LONGEST_NAME - len(behind))}{behind}"
        taken.add(made.casefold())
        found.append(made.strip(" '") or str(number))
    return found
