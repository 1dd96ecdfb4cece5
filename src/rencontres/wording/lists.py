"""Lists as sentences have them, whole or in pieces that a line may be broken between."""

from __future__ import annotations

from collections.abc import Iterable

from rencontres.errors import DossierError
from rencontres.wording.language import Language
from rencontres.wording.patterns import Glue, ListKind

_PLAIN = Glue(two=", ", middle=", ", last=", ")


def pieces(language: Language, items: Iterable[str], kind: ListKind = "list") -> tuple[str, ...]:
    """Return the items of a list, each with what follows it; joined they are the list.

    Items that hold commas themselves are separated by semicolons. Between items that stand in
    quotation or title marks there is no comma (GB/T 15834 §4.5.3.5).

    Raises:
        DossierError: There is no such kind of list.
    """
    listed = [item for item in items if item]
    if len(listed) < 2:
        return tuple(listed)
    glue = _glue(language, kind)
    two, middle, last = glue.two, glue.middle, glue.last
    together = "\n".join(listed) if glue.heavy else ""
    if any(mark in together for mark in language.heavy):
        two, middle, last = glue.heavy_two or glue.heavy, glue.heavy, glue.heavy
    between = [middle] * (len(listed) - 2) + [last if len(listed) > 2 else two]
    comma, opening, closing = language.solid
    if comma and comma in between:
        between = [
            "" if mark == comma and item[-1] in closing and following[0] in opening else mark
            for mark, item, following in zip(between, listed, listed[1:], strict=False)
        ]
    return (*(item + mark for item, mark in zip(listed, between, strict=False)), listed[-1])


def _glue(language: Language, kind: ListKind) -> Glue:
    for known, glue in language.lists:
        if known == kind:
            return glue
    if kind not in ("list", "people", "organisations", "order", "sides", "clause"):
        raise DossierError(f"there is no kind of list {kind!r}")
    return _PLAIN
