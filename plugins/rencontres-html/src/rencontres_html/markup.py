"""HTML that is escaped by construction: words become text, only elements become markup."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from typing import TypeAlias

from rencontres import Phrase

Attribute: TypeAlias = str | bool | None

_VOID = frozenset({"br", "link", "meta"})
_NAME = re.compile(r"[a-z][a-z0-9-]*")
_TURNED = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""What would turn the direction of the rest of a page; an element isolates its own words."""

_LEFTWARDS = frozenset("Adlm Arab Hebr Nkoo Rohg Syrc Thaa ar dv fa he ps sd ug ur yi".split())


class Markup(str):
    """Markup that stands in a page as it is; every other string is escaped."""

    __slots__ = ()


def written(words: str) -> Markup:
    """Return words as text of a page; markup as it is.

    Args:
        words: Any words.
    """
    if isinstance(words, Markup):
        return words
    return Markup(html.escape(_TURNED.sub("", words), quote=False))


def spoken(phrases: Iterable[Phrase], language: str) -> Markup:
    """Return phrases as text of a page, those in another language as elements that say so.

    Args:
        phrases: The phrases.
        language: Of the text around them, BCP 47.
    """
    return together(
        *(
            phrase
            if phrase.language == language
            else element("span", phrase, lang=phrase.language, dir=direction(phrase.language))
            for phrase in phrases
        )
    )


def direction(language: str) -> str | None:
    """Return ``rtl`` where a language is written from right to left.

    Args:
        language: BCP 47: its script counts, or else the language itself.
    """
    tags = language.split("-")
    script = next((tag for tag in tags[1:] if len(tag) == 4 and tag.isalpha()), tags[0])
    return "rtl" if script in _LEFTWARDS else None


def together(*parts: str) -> Markup:
    """Return parts one after the other.

    Args:
        parts: Words and markup.
    """
    return Markup("".join(map(written, parts)))


def element(tag: str, /, *inside: str, **attributes: Attribute) -> Markup:
    """Return an element.

    Args:
        tag: Its name.
        inside: Words and markup.
        **attributes: By name, where ``_`` stands for ``-`` and is dropped at the end
            (``class_``); None and False leave one out, True is a name alone.

    Raises:
        ValueError: A name that is none.
    """
    head = tag + "".join(_attributes(attributes))
    if not all(map(_NAME.fullmatch, (tag, *map(_called, attributes)))):
        msg = f"<{head:.60}> is no element"
        raise ValueError(msg)
    return Markup(f"<{head}>" if tag in _VOID else f"<{head}>{together(*inside)}</{tag}>")


def _called(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


def _attributes(attributes: dict[str, Attribute]) -> Iterable[str]:
    for name, value in attributes.items():
        if value is True:
            yield f" {_called(name)}"
        elif value is not None and value is not False:
            yield f' {_called(name)}="{html.escape(_TURNED.sub("", value))}"'


def lines(*parts: str) -> Markup:
    """Return parts on lines of their own; those that are empty are left out.

    Args:
        parts: Words and markup.
    """
    return Markup("\n".join(map(written, filter(None, parts))))
