"""Values of messages that each language says in its own way: counts, numbered titles, words."""

from __future__ import annotations

from attrs import frozen

from rencontres.text import Text
from rencontres.wording.codes import NOUNS


@frozen
class Counted:
    """A number of things: *2 interprètes*, 2名口译员.

    Attributes:
        number: How many.
        noun: ``interpreter``, ``seat`` … (``rencontres.wording.codes.NOUNS``).
    """

    number: int
    noun: str

    def plain(self) -> str:
        """Return the number and the noun in plain English."""
        return NOUNS[self.noun][self.number != 1] % {"count": self.number}


@frozen
class Titled:
    """A title behind its number, where it has one: *2 « Développement durable »*, 二“可持续发展”.

    Attributes:
        number: The number.
        title: The title.
    """

    number: int | None
    title: Text

    def plain(self) -> str:
        """Return the number and the title in plain English."""
        title = f"“{self.title.plain()}”"
        return title if self.number is None else f"{self.number} {title}"


@frozen
class Said:
    """Words of this library: an English message, which is the key of its translations.

    Attributes:
        message: The message, without places.
    """

    message: str

    def plain(self) -> str:
        """Return the words in plain English."""
        return self.message
