"""Content lines: the one place where a value of each kind takes the form iCalendar wants.

Every kind has a function that returns the value as it stands after the colon of a line. Each
refuses what has no form (`RenderError`) and drops what no reader survives, so that no value can
break a line, begin another one, or lose the file (RFC 5545 §3.1 to §3.3, RFC 6868).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TypeAlias

from rencontres.addresses import cal_address, uri
from rencontres.errors import RenderError
from rencontres.formats.characters import on_one_line, quoted, text, texts, undirected, whole
from rencontres.formats.moments import day, duration, utc, zoned
from rencontres.formats.vocabulary import (
    COLOURS,
    LINKS,
    PARAMETERS,
    PROPERTIES,
    RANGES,
    RESERVED,
    WORDS,
)
from rencontres.formats.zonefile import canonical

__all__ = [
    "boolean",
    "cal_address",
    "choice",
    "colour",
    "day",
    "duration",
    "encode",
    "fold",
    "language",
    "line",
    "number",
    "on_one_line",
    "parameter",
    "position",
    "text",
    "texts",
    "undirected",
    "uri",
    "utc",
    "zoned",
]

Parameters: TypeAlias = tuple[tuple[str, str | tuple[str, ...]], ...]

_TOKEN = re.compile("[A-Za-z0-9-]+")
_LANGUAGE = re.compile(
    # RFC 5646 §2.1; the grandfathered tags that its grammar does not cover stand last.
    r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?"
    r"(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*"
    r"(?:-x(?:-[a-z0-9]{1,8})+)?|x(?:-[a-z0-9]{1,8})+"
    r"|en-gb-oed|i-[a-z]{3,8}|sgn-(?:be-(?:fr|nl)|ch-de)",
    re.IGNORECASE | re.ASCII,
)


def position(latitude: float, longitude: float) -> str:
    """Return a position as the value of GEO (RFC 5545 §3.8.1.6).

    Args:
        latitude: Degrees north of the equator, -90 to 90 (WGS 84).
        longitude: Degrees east of Greenwich, -180 to 180.

    Raises:
        RenderError: A number out of range, or none.
    """
    if not (abs(latitude) <= 90 and abs(longitude) <= 180):  # false for nan too
        raise RenderError(f"no place lies at {latitude}, {longitude}: latitude comes first")
    # Adding nought turns the minus sign of nought away.
    return f"{round(latitude, 6) + 0.0:.6f};{round(longitude, 6) + 0.0:.6f}"


def language(tag: str) -> str:
    """Return a language tag, which must be well-formed (RFC 5646 §2.2.9).

    Args:
        tag: A tag such as ``fr`` or ``zh-Hans``.

    Raises:
        RenderError: The tag is not well-formed: ``zh_CN``, an empty one.
    """
    if not _LANGUAGE.fullmatch(tag):
        raise RenderError(f"{tag!r:.60} is no language tag of BCP 47")
    return tag


def number(name: str, value: int) -> str:
    """Return a whole number, within the range of the property (RFC 5545 §3.3.8).

    Args:
        name: The property: ``SEQUENCE``, ``PRIORITY``, ``PERCENT-COMPLETE``…
        value: The number.

    Raises:
        RenderError: The value is no whole number, or out of range.
    """
    lowest, highest = RANGES.get(name, (-(2**31), 2**31 - 1))
    if type(value) is not int or not lowest <= value <= highest:
        raise RenderError(f"{name} is a whole number from {lowest} to {highest}, not {value!r:.60}")
    return str(value)


def choice(component: str, name: str, value: str) -> str:
    """Return one of the words that a property of a component may have.

    Args:
        component: ``VEVENT``, ``VTODO``, ``VJOURNAL``, ``VALARM`` or ``VCALENDAR``.
        name: The property: ``STATUS``, ``TRANSP``, ``CLASS``, ``ACTION``, ``METHOD``…
        value: The word, in capitals.

    Raises:
        RenderError: The component has no such property, or the property no such word.
    """
    words = WORDS.get((component, name), frozenset())
    if value not in words:
        known = ", ".join(sorted(words)) or "nothing"
        raise RenderError(f"{name} of {component} can be {known}, not {value!r:.60}")
    return value


def colour(name: str) -> str:
    """Return the name of a colour (RFC 7986 §5.9: a name of CSS 3, never a number).

    Args:
        name: A name such as ``steelblue``, in any case.

    Raises:
        RenderError: CSS 3 has no such name.
    """
    if name.lower() not in COLOURS:
        raise RenderError(f"{name!r:.60} is no name of a colour in CSS 3")
    return name.lower()


def boolean(value: bool) -> str:
    """Return a truth as BOOLEAN (RFC 5545 §3.3.2).

    Args:
        value: True or False.
    """
    return "TRUE" if value else "FALSE"


def parameter(name: str, value: str | tuple[str, ...]) -> str:
    """Return one parameter with its semicolon (RFC 5545 §3.2, RFC 6868).

    Args:
        name: The name of the parameter.
        value: Its value, or its values where the parameter takes several. Line ends, quotation
            marks and carets are encoded, controls dropped. Quoted where it must be and wherever
            it is not ASCII, since some readers lose what is not.

    Raises:
        RenderError: A name or a value that the parameter cannot have, or an empty value.
    """
    if not _TOKEN.fullmatch(name):
        raise RenderError(f"{name!r:.60} is no name of a parameter")
    values = (value,) if isinstance(value, str) else value or ("",)
    return f";{name}={','.join(_parameter(name, part) for part in values)}"


def line(name: str, value: str, params: Parameters = ()) -> str:
    """Return a content line, unfolded and without its end.

    Args:
        name: The name of the property.
        value: Its value, in the form that the function of its kind returned.
        params: Its parameters, in the order to write them.

    Raises:
        RenderError: A name that is none, or a value that would begin another line.
    """
    if name not in PROPERTIES and (not _TOKEN.fullmatch(name) or name.upper() in RESERVED):
        raise RenderError(f"{name!r:.60} is no name of a property")
    if "\n" in value or "\r" in value:
        raise RenderError(f"{name} has a value in several lines: {value!r:.60}")
    return f"{name}{_joined(params)}:{value}" if params else f"{name}:{value}"


def encode(lines: Iterable[str]) -> bytes:
    r"""Return content lines as octets: UTF-8, folded, each with its CRLF (RFC 5545 §3.1).

    No character is cut, nor an escape (``\,``), nor a letter from its accents as far as these
    fit; some readers join lines after decoding them.

    Args:
        lines: Content lines, unfolded. An empty one is left out: nothing to say, no line.

    Raises:
        RenderError: A line with a line end inside.
    """
    listed = tuple(lines)
    joined = "\n".join(listed)
    try:
        octets = joined.encode().split(b"\n")
    except UnicodeEncodeError:
        octets = whole(joined).encode().split(b"\n")
    if (listed and len(octets) != len(listed)) or "\r" in joined:
        raise RenderError("a content line may not hold a line end")
    folded = [line if len(line) <= _LONGEST else _folded(line) for line in octets if line]
    folded.append(b"")
    return b"\r\n".join(folded)


def fold(line: str) -> str:
    """Return a content line folded at 75 octets, as `encode` does, without its end.

    Args:
        line: A content line, unfolded.

    Raises:
        RenderError: The line has a line end inside.
    """
    return encode((line,)).decode()[:-2]


def _folded(octets: bytes) -> bytes:
    # The first line has one octet more than the others, which begin with a space.
    return octets[:1] + b"\r\n ".join(_PIECE.findall(octets, 1))


_LONGEST = 75
_LATER = rb"[\x80-\xbf]"
_MARK = (
    rb"[\xcc\xcd]|\xe2\x80\x8d|\xe2\x83[\x90-\xb0]|\xe3\x82[\x99\x9a]|\xef\xb8[\x80-\x8f]|"
    rb"\xf0\x9f\x8f[\xbb-\xbf]"
)
"""Accents, joiners and selectors, which belong to the letter before them."""
_PIECE = re.compile(
    # As much as fits, ending before no later octet of a character, before no mark and after no
    # backslash; where nothing does, before a mark; where nothing does, after whole escapes.
    rb".{1,74}(?:(?<!\\)(?!%b|%b)|\Z)|.{1,74}(?<!\\)(?!%b)|(?:\\\\){1,37}"
    % (_LATER, _MARK, _LATER),
    re.DOTALL,
)


@lru_cache(maxsize=1024)
def _joined(params: Parameters) -> str:
    return "".join(parameter(name, value) for name, value in params)


def _parameter(name: str, value: str) -> str:
    name = name.upper()
    if name == "LANGUAGE":
        return language(value)
    if name == "TZID":
        return canonical(value)
    if name in LINKS:
        return f'"{cal_address(value) if LINKS[name] else uri(value)}"'
    words = PARAMETERS.get(name)
    if words and value not in words and not value.startswith("X-"):
        raise RenderError(f"{name} can be {', '.join(sorted(words))}, not {value!r:.60}")
    encoded = quoted(value)
    if not encoded.strip(' "'):
        raise RenderError(f"the parameter {name} is empty")
    return encoded
