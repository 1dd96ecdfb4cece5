"""HTML that is escaped by construction: words become text, only elements become markup."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from typing import TypeAlias

Attribute: TypeAlias = str | bool | None

_VOID = frozenset({"br", "link", "meta"})
_NAME = re.compile(r"[a-z][a-z0-9-]*")
_TURNED = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""What would turn the direction of the rest of a page; an element isolates its own words."""

_LEFTWARDS = frozenset("Adlm Arab Hebr Nkoo Rohg Syrc Thaa ar dv fa he ps sd ug ur yi".split())
_LANGUAGE = re.compile("[A-Za-z0-9-]{0,64}")
_MARKED = re.compile("\ufdd0([A-Za-z0-9-]*)\ufdd1([^\ufdd0-\ufdd2]*)\ufdd2")
_MARKS = re.compile("[\ufdd0-\ufdd2]")
"""What marks words in a sentence: signs that no text can hold (Unicode keeps them free)."""


class Markup(str):
    """Markup that stands in a page as it is; every other string is escaped."""

    __slots__ = ()


def marked(words: str, language: str = "") -> str:
    """Return words that keep their language in whatever sentence they are put into.

    Args:
        words: The words.
        language: Their language, BCP 47; empty: they are a label.
    """
    known = language if _LANGUAGE.fullmatch(language) else ""
    return f"\ufdd0{known}\ufdd1{_MARKS.sub('', words)}\ufdd2"


def plain(words: str) -> str:
    """Return words without what is marked in them: where no element can stand.

    Args:
        words: Words, which may be marked.
    """
    return _MARKS.sub("", _MARKED.sub(r"\2", words))


def written(words: str) -> Markup:
    """Return words as text of a page, with what is marked in them as elements; markup as it is.

    Args:
        words: Any words.
    """
    if isinstance(words, Markup):
        return words
    text = html.escape(_TURNED.sub("", words), quote=False)
    return Markup(_MARKS.sub("", _MARKED.sub(_spanned, text)) if "\ufdd0" in text else text)


def direction(language: str) -> str | None:
    """Return ``rtl`` where a language is written from right to left.

    Args:
        language: BCP 47: its script counts, or else the language itself.
    """
    tags = language.split("-")
    script = next((tag for tag in tags[1:] if len(tag) == 4 and tag.isalpha()), tags[0])
    return "rtl" if script in _LEFTWARDS else None


def _spanned(found: re.Match[str]) -> str:
    tag, words = found.groups()
    if not tag:
        return f'<span class="label">{words}</span>'
    turned = ' dir="rtl"' if direction(tag) else ""
    return f'<span lang="{tag}"{turned}>{words}</span>'


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
