"""Forms that the type of a field does not say: ids, addresses, identities, codes of standards."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from rencontres.addresses import cal_address, uri
from rencontres.errors import RenderError
from rencontres.language import COUNTRIES
from rencontres.span import zone
from rencontres.text import Text

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,119}")
is_id = _ID.fullmatch
_NAMESPACE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]{0,198}[A-Za-z0-9])?")
_CURRENCY = re.compile(r"[A-Z]{3}")
_EMAIL = re.compile(r'[^\s@<>(),;:"\\\[\]]+@[^\s@<>(),;:"\\\[\]]+')
_URL = re.compile(
    r'(?:https?://[^\s/?#<>"\\^`{|}]|mailto:[^\s@<>"\\^`{|}]+@)[^\s<>"\\^`{|}]*', re.IGNORECASE
)
_SHOWN = 80


class Form(NamedTuple):
    """What is asked of a field beside its type.

    Attributes:
        code: The code of the problem.
        fault: Takes a value of the right type, returns what is wrong with it; empty: nothing.
    """

    code: str
    fault: Callable[[Any], str]


def _of(pattern: re.Pattern[str], wanted: str) -> Callable[[str], str]:
    def fault(value: str) -> str:
        return "" if pattern.fullmatch(value) else f"{value[:_SHOWN]!r} is no {wanted}"

    return fault


def _country(code: str) -> str:
    if code in COUNTRIES:
        return ""
    hint = f"; did you mean {code.upper()}?" if code.upper() in COUNTRIES else ""
    return f"{code[:_SHOWN]!r} is no country: ISO 3166-1 has two capital letters{hint}"


def _zone(key: str) -> str:
    try:
        zone(key)
    except ValueError as error:
        return str(error)
    return ""


def _phone(number: str) -> str:
    if any(mark.isdigit() for mark in number):
        return ""
    return f"{number[:_SHOWN]!r} is no telephone number: it has no digit"


def _uid(uid: str) -> str:
    return "" if uid == uid.strip() else "an identity neither begins nor ends with a space"


def _url(text: Text) -> str:
    for tag, words in text:
        if not _URL.fullmatch(words):
            wanted = "write https://… or mailto:…, without spaces"
            return f"{words[:_SHOWN]!r} ({tag}) is no address of a page: {wanted}"
        if fault := _unreachable(uri, words):
            return fault
    return ""


def _email(address: str) -> str:
    if not _EMAIL.fullmatch(address):
        return f"{address[:_SHOWN]!r} is no address: write name@example.org"
    return _unreachable(cal_address, address)


def _unreachable(form: Callable[[str], str], address: str) -> str:
    """Return why no network has an address, so that no calendar is lost for one of them."""
    try:
        form(address)
    except RenderError as error:
        return error.message
    return ""


def _position(position: tuple[float, float]) -> str:
    latitude, longitude = position
    if -90 <= latitude <= 90 and -180 <= longitude <= 180:
        return ""
    return "a position is latitude (-90 to 90), then longitude (-180 to 180)"


ID = Form("id.invalid", _of(_ID, "id: lower-case letters a to z, digits and hyphens, at most 120"))
NAMESPACE = Form(
    "namespace.invalid",
    _of(_NAMESPACE, "namespace: letters, digits, dots and hyphens, such as a domain name"),
)
COUNTRY = Form("country.unknown", _country)
ZONE = Form("zone.unknown", _zone)
CURRENCY = Form("currency.invalid", _of(_CURRENCY, "currency: ISO 4217 has three capital letters"))
EMAIL = Form("email.invalid", _email)
PHONE = Form("phone.invalid", _phone)
UID = Form("uid.invalid", _uid)
URL = Form("url.invalid", _url)
POSITION = Form("position.invalid", _position)
