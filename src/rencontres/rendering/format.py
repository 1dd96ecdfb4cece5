"""What may be known of a format without rendering anything."""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import field, frozen

from rencontres.errors import RenderError
from rencontres.language import canonical
from rencontres.rendering.document import charset_fault, media_type_fault
from rencontres.views import Part
from rencontres.views.reader import in_order

_NAME = re.compile(r"[a-z][a-z0-9-]*")


def _tags(value: Iterable[str] | None) -> frozenset[str] | None:
    if isinstance(value, str):
        raise RenderError(f"a format has a list of languages, not {value!r:.60}")
    return None if value is None else frozenset(canonical(tag) for tag in value)


def _parts(value: Iterable[Part | str]) -> frozenset[Part]:
    try:
        return frozenset(Part(part) for part in value)
    except ValueError as error:
        known = ", ".join(part.value for part in Part)
        raise RenderError(f"{error} of a programme; the parts are: {known}") from None


@frozen
class Format:
    """A format, as data.

    Attributes:
        name: ``ics``: a lower-case letter, then letters, digits and hyphens.
        media_type: Of its documents, unless they say otherwise.
        suffix: Of their names, without the dot.
        charset: Of their bytes; None: the bytes are not text.
        languages: The languages it can show, BCP 47; None: any.
        bilingual: Whether it can show two languages at once.
        carries: The parts of a programme that it shows; the rest is told as a loss.
        dated: Whether it shows only sessions that have a day; the rest is told as a loss.
    """

    name: str
    media_type: str
    suffix: str
    charset: str | None = "utf-8"
    languages: frozenset[str] | None = field(default=None, converter=_tags, repr=in_order)
    bilingual: bool = True
    carries: frozenset[Part] = field(default=frozenset(Part), converter=_parts, repr=in_order)
    dated: bool = False

    def __attrs_post_init__(self) -> None:
        """Refuse a name that no command line and no file could have.

        Raises:
            RenderError: The name, the suffix, the media type or the charset is impossible.
        """
        names: dict[str, object] = {"name": self.name, "suffix": self.suffix}
        for what, value in names.items():
            if not isinstance(value, str) or not _NAME.fullmatch(value):
                hint = "lower-case letters, digits, hyphens"
                raise RenderError(f"{value!r:.60} is no {what} of a format: {hint}")
        reason = media_type_fault(self.media_type)
        if reason is None and self.charset is not None:
            reason = charset_fault(self.charset)
        if reason is not None:
            raise RenderError(f"{self.name}: {reason}")
