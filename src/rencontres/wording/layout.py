"""Columns of a terminal: how wide a text is, where its lines may break, two cells side by side.

Widths are those of East Asian Width (UAX #11); where no line starts or ends is decided by
GB/T 15834-2011 §5.1 and clreq 3.1.6; what is held together, by the usage of the language.
A unit longer than a line overflows: nothing is cut, hyphenated or lost.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import accumulate, zip_longest
from unicodedata import category, east_asian_width

from rencontres.wording.marks import (
    ATTACHED,
    HAN,
    HELD,
    HELD_NUMBERS,
    NO_END,
    NO_START,
    OPENERS,
    SOLID,
    UNBROKEN,
    family,
)
from rencontres.wording.pairs import Spans

_NARROW = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0373\u0384-\u0482\u048a-\u052f"
    "\u2010-\u2027\u202f-\u205e\u20a0-\u20bf\u2190-\u21ff]*"
)
"""The characters that most texts of one column a character are made of."""

# Spaces, which are not printed where a line ends, and the hyphen of a compound of words. A
# currency may end a line before a space: 5 €.
_WESTERN = (
    rf"(?<=[^{OPENERS}{UNBROKEN}\s])[ \u3000]+(?=[^{NO_START}{UNBROKEN}{ATTACHED}\s])"
    r"|(?<=[^\W\d_][^\W\d_]-)(?=[^\W\d_][^\W\d_])"
)
_BREAK_WESTERN = re.compile(_WESTERN)
# Beside a Han character or a full-width mark too; but no name is parted at its dot or its initial,
# no number from its measure.
_BREAK = re.compile(
    rf"{_WESTERN}|(?<=[^{NO_END}{UNBROKEN}\u200d·@#\"'\s-])"
    rf"(?=[^{NO_START}{UNBROKEN}{ATTACHED}\"'°²³\s-])"
    rf"(?:(?<=[{SOLID}])|(?=[{SOLID}])|(?<=[”’])(?=[“‘]))"
    rf"(?<![A-Za-z]\.)(?!(?<=\d)[{HAN}]|(?<=第)\d)"
)


def width(text: str, ambiguous: int = 1) -> int:
    """Return how many columns a text takes.

    Wide and full-width characters take 2, combining marks and format characters none, others 1.

    Args:
        text: A text of one line.
        ambiguous: The columns of ``“ ” … — · ×`` and their like (East Asian Width A): 1 in
            Western terminals, 2 in Chinese ones. Letters take 1 in any case.

    >>> width("1号会议室"), width("“Été”", ambiguous=2)
    (9, 7)
    """
    if text.isascii() or (ambiguous == 1 and _NARROW.fullmatch(text)):
        return len(text)
    return sum(map(_one_column if ambiguous == 1 else _two_columns, text))


@cache
def _one_column(character: str) -> int:
    kind = category(character)
    if kind in {"Mn", "Me", "Cf"}:
        return 0
    # Python 3.11 calls unassigned characters full-width; only those of later blocks are.
    assigned = kind != "Cn" or character > "\U0001efff"
    return 2 if assigned and east_asian_width(character) in {"W", "F"} else 1


@cache
def _two_columns(character: str) -> int:
    ambiguous = east_asian_width(character) == "A" and not character.isalpha()
    return 2 if ambiguous and _one_column(character) else _one_column(character)


def wrap(
    text: str | Sequence[str],
    columns: int | None,
    language: str = "",
    *,
    first: str = "",
    rest: str = "",
    ambiguous: int = 1,
) -> list[str]:
    """Return the lines of a text, each at most so many columns wide.

    Without the line breaks the lines are the text again, but for the spaces where they were
    broken. Lines that the text itself has stay lines.

    Args:
        text: A text, or the pieces of a list, each with the separator after it: Chinese lines
            break between pieces sooner than inside one that fits on a line.
        columns: The width of a line; None: the text is not broken.
        language: Its language tag; it decides which words are held together (a day and its month,
            a room and its number, *M.* and the name, *à* and what follows).
        first: What stands before the first line.
        rest: What stands before each line after it.
        ambiguous: As for `width`.

    >>> wrap("Programme provisoire, version 3 du 20 octobre 2016", 39, "fr", rest="  ")
    ['Programme provisoire, version 3 du', '  20 octobre 2016']
    """
    whole = text if isinstance(text, str) else "".join(text)
    if "\n" not in whole:
        line = (first + whole).rstrip(" \u3000")
        if columns is None or 2 * len(line) <= columns or width(line, ambiguous) <= columns:
            return [line]
    prefixes = [first]
    lines: list[str] = []
    start = 0
    starts = [] if isinstance(text, str) else list(accumulate(map(len, text), initial=0))
    for paragraph in whole.split("\n"):
        bare = paragraph.rstrip(" \u3000")
        if columns is None:
            broken = [bare]
        else:
            rooms = columns - width(prefixes[-1], ambiguous), columns - width(rest, ambiguous)
            inside = slice(bisect_right(starts, start), bisect_left(starts, start + len(bare)))
            pieces = [0, *(piece - start for piece in starts[inside])]
            broken = _broken(bare, family(language), rooms, pieces, ambiguous)
        prefixes += [rest] * len(broken)
        lines += broken
        start += len(paragraph) + 1
    return [
        (prefix + line).rstrip(" \u3000") for prefix, line in zip(prefixes, lines, strict=False)
    ]


def columns_of(
    left: Sequence[str], right: Sequence[str], columns: int = 39, gap: int = 2, ambiguous: int = 1
) -> list[str]:
    """Return two cells side by side, line by line, without spaces at the end of a line.

    Args:
        left: The lines of the left cell.
        right: The lines of the right cell.
        columns: The width of the left cell; a longer line pushes its neighbour to the right.
        gap: The columns between the two cells.
        ambiguous: As for `width`.
    """
    rows = []
    for one, other in zip_longest(left, right, fillvalue=""):
        padding = max(0, columns - width(one, ambiguous)) + gap
        rows.append(f"{one}{' ' * padding}{other}".rstrip(" "))
    return rows


def _broken(
    text: str, family: str, rooms: tuple[int, int], starts: list[int], ambiguous: int
) -> list[str]:
    """Return the lines of a text, as full as the first line's room and that of the others allow."""
    breaks = [*_breaks(text, family), (len(text), len(text))]
    pieces = _Pieces(starts, breaks) if family.startswith("zh") and len(starts) > 1 else None
    room, later = rooms
    lines: list[str] = []
    begin = used = 0
    last = (0, 0)
    for stop, go in breaks:
        size = width(text[last[0] : stop], ambiguous)
        if used + size > room and last[0] > begin:
            cut = last
            if pieces and (start := pieces.start(begin, last[1])):
                end = max(stop, pieces.end(start[1]))
                if width(text[start[1] : end].rstrip(), ambiguous) <= later:
                    cut = start
            lines.append(text[begin : cut[0]])
            begin, room = cut[1], later
            used = width(text[begin:stop], ambiguous)
        else:
            used += size
        last = (stop, go)
    lines.append(text[begin:])
    return lines


class _Pieces:
    """Where the pieces of a list start, and where a line may break before one."""

    __slots__ = ("_before", "_ends", "_starts")

    def __init__(self, starts: list[int], breaks: list[tuple[int, int]]) -> None:
        self._starts = starts
        self._ends = [*starts[1:], breaks[-1][0]]
        self._before = {go: stop for stop, go in breaks}

    def start(self, begin: int, position: int) -> tuple[int, int] | None:
        """Return the break before the piece of a position, if it is in the line."""
        start = self._starts[bisect_right(self._starts, position) - 1]
        return (self._before[start], start) if begin < start and start in self._before else None

    def end(self, start: int) -> int:
        """Return where the piece that starts somewhere ends."""
        return self._ends[bisect_right(self._starts, start) - 1]


def _breaks(text: str, family: str) -> Iterator[tuple[int, int]]:
    """Yield where a line may end and where the next one starts, spaces lying between."""
    pattern = _held(family)
    held = {match.end() - 1 for match in pattern.finditer(text)} if pattern else set[int]()
    breaks = _BREAK_WESTERN if _NARROW.fullmatch(text) else _BREAK
    spans: Spans | None = None
    for match in breaks.finditer(text):
        stop, go = match.span()
        if stop == go:
            # Nothing is put into an address, not even a line break.
            spans = spans or Spans(text)
            if stop in spans and stop - 1 in spans:
                continue
        if stop not in held:
            yield stop, go


@lru_cache(maxsize=4)
def _held(family: str) -> re.Pattern[str] | None:
    if family not in HELD:
        return None
    words = "|".join(rf"(?:{word}) (?={then})" for word, then in HELD[family])
    numbers = "|".join(rf"(?:{before}) (?={then})" for before, then in HELD_NUMBERS)
    return re.compile(rf"(?<!\w)(?:{words})|{numbers}")
