"""Texts and lists, set as one language writes them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import frozen

from rencontres.when import When
from rencontres.wording import dates, layout, lists, quotation, typography
from rencontres.wording.patterns import ListKind
from rencontres.wording.quantities import Quantities


@frozen
class Setting(Quantities):
    """How one language sets texts: quotation marks, lists, lines.

    Attributes:
        language: The language, or its tag.
        typography: Which spaces are printed: ``fine``, ``nbsp``, ``plain``.
    """

    def when(self, value: When) -> str:
        """Return a date known more or less: *été 2016*, 2016年夏季之前; words alone are quoted.

        Args:
            value: The date.
        """
        if written := dates.when(self.style, value):
            return written
        return self.quote(value.words.phrase(self.tag)) if value.words else ""

    def join(self, items: Iterable[str], kind: ListKind = "list") -> str:
        """Return a list: *A, B et C*, A、B和C.

        Args:
            items: What is listed; empty items are left out.
            kind: ``list``; ``people``; ``organisations`` of one side, or one of each side;
                ``order`` (a running order); ``sides``, or people beside organisations;
                ``clause`` (parts of a line).

        Raises:
            DossierError: There is no such kind of list.
        """
        return "".join(self.pieces(items, kind))

    def pieces(self, items: Iterable[str], kind: ListKind = "list") -> tuple[str, ...]:
        """Return the items of a list, each with what follows it, for ``wrap``.

        Args:
            items: What is listed.
            kind: As for ``join``.

        Raises:
            DossierError: There is no such kind of list.
        """
        return lists.pieces(self.style, items, kind)

    def quote(self, text: str) -> str:
        """Return a text in quotation marks: *« … »*, “…”, 「…」.

        Args:
            text: The text.
        """
        return quotation.quote(text, self.tag, self.typography)

    def heading(self, text: str) -> str:
        """Return a text as it stands at the head of a line: with a capital, where that is usual.

        Args:
            text: The text.
        """
        return typography.heading(text, self.tag)

    def punctuate(self, text: str) -> str:
        """Return a text with the spaces and marks of the language; right ones stay.

        Args:
            text: The text.
        """
        return typography.punctuate(text, self.tag, self.typography)

    def width(self, text: str, ambiguous: int = 1) -> int:
        """Return the columns that a text takes in a fixed font.

        Args:
            text: The text.
            ambiguous: The columns of characters of ambiguous width.
        """
        return layout.width(text, ambiguous)

    def wrap(
        self,
        text: str | Sequence[str],
        columns: int | None,
        *,
        first: str = "",
        rest: str = "",
        ambiguous: int = 1,
    ) -> list[str]:
        """Return the lines of a text, broken as the language allows.

        Args:
            text: A text, or the pieces of a list.
            columns: The width of a line; None: it is not broken.
            first: What stands before the first line.
            rest: What stands before the others.
            ambiguous: As for ``width``.
        """
        return layout.wrap(text, columns, self.tag, first=first, rest=rest, ambiguous=ambiguous)
