"""Addresses in their one safe form: links (RFC 3986) and the addresses of people (RFC 6068)."""

from __future__ import annotations

import re
import unicodedata

from rencontres.errors import RenderError

WEB = frozenset({"http", "https", "webcal", "webcals"})
OTHERS = frozenset({"mailto", "geo", "urn", "tel", "sip", "sips", "xmpp"})
"""Schemes that lead to a place, a person or a name; none of them can run anything."""

_NAME = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_PLAIN = re.compile(
    rf"https?://{_NAME}(?:\.{_NAME}){{0,2}}(?:[/?][A-Za-z0-9/?._~!$&'()*+,;=:@-]*)?"
)
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(.*)", re.DOTALL)
_SITE = re.compile(
    r"//(?:(?P<user>[^/?#@]*)@)?(?P<host>\[[^]/?#]*\]|[^/?#:@\[\]]+)(?::(?P<port>[0-9]{0,5}))?"
    r"(?P<rest>[/?#].*)?",
    re.DOTALL,
)
_UNSAFE = re.compile(r"%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9\-._~!$&'()*+,;=:@/?#%]")
_UNSAFE_IN_BOX = re.compile(r"[^A-Za-z0-9\-._~!$'()*+]")
_LABEL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?")
_DOTS = re.compile("[.\u3002\uff0e\uff61]")
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~\u0080-\U0010ffff-]+"
_BOX = re.compile(rf'{_ATOM}(?:\.{_ATOM})*|"(?:[^"\\]|\\.)+"')
"""The part before the @: a dot-atom, or words in quotation marks (RFC 5322 §3.4.1, RFC 6532)."""
_FORMS = {  # RFC 5870, RFC 3966, RFC 8141; nothing but an empty one is refused elsewhere
    "geo": re.compile(r"-?[0-9]+(?:\.[0-9]+)?,-?[0-9]+(?:\.[0-9]+)?(?:[,;].*)?"),
    "tel": re.compile(r"\+?[0-9().*-]*[0-9][0-9().*-]*(?:;.*)?"),
    "urn": re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,30}[A-Za-z0-9]:.+"),
}
_ANYTHING = re.compile(".+")
_LONGEST_HOST = 253
_LONGEST_LABEL = 63
_LONGEST_BOX = 64
_LAST_PORT = 65535


def uri(value: str) -> str:
    """Return a link as URI (RFC 3986, RFC 5545 §3.3.13).

    A host name in any script takes its ASCII form (RFC 5891); spaces, controls and whatever
    else a URI may not hold are percent-encoded as UTF-8; what is encoded already stays.

    Args:
        value: An absolute link.

    Raises:
        RenderError: No link, a link in several lines, a scheme that could run something or
            leads nowhere for a reader (``javascript:``, ``file:``, ``data:``), or a host that
            no network can have.
    """
    if _PLAIN.fullmatch(value):
        return value
    value = value.strip(" ")
    found = _SCHEME.fullmatch(value)
    if "\n" in value or "\r" in value or found is None:
        raise _refused(value, "a link has a scheme, such as https:, and one line")
    scheme, rest = found[1].lower(), found[2]
    if scheme in WEB:
        return f"{scheme}:{_site(value, rest)}"
    if scheme not in OTHERS:
        raise _refused(value, f"links of the scheme {scheme} are not published")
    if scheme == "mailto":
        box, question, headers = rest.partition("?")
        return f"mailto:{_box(value, _decoded(box))}{question}{_quoted(headers)}"
    quoted = _quoted(rest)
    if not _FORMS.get(scheme, _ANYTHING).fullmatch(quoted):
        raise _refused(value, f"this is not the form of {scheme}:")
    return f"{scheme}:{quoted}"


def cal_address(value: str) -> str:
    """Return the address of a person as CAL-ADDRESS (RFC 5545 §3.3.3).

    Args:
        value: One e-mail address, with or without ``mailto:``, or a ``urn:``.

    Raises:
        RenderError: No address, several, or one that no mail reaches. A person without an
            address has no CAL-ADDRESS: name them in a text.
    """
    stripped = value.strip(" ")
    scheme, colon, rest = stripped.partition(":")
    if colon and scheme.lower() == "urn":
        return uri(stripped)
    if colon and scheme.lower() == "mailto":
        return f"mailto:{_box(value, _decoded(rest))}"
    return f"mailto:{_box(value, stripped)}"


def _site(value: str, rest: str) -> str:
    found = _SITE.fullmatch(rest)
    if found is None:
        raise _refused(value, "the host is missing or malformed")
    user = f"{_quoted(found['user'])}@" if found["user"] is not None else ""
    port = found["port"]
    if port and int(port) > _LAST_PORT:
        raise _refused(value, "there is no such port")
    path, mark, fragment = (found["rest"] or "").partition("#")
    tail = f"{_quoted(path)}{mark}{_quoted(fragment).replace('#', '%23')}"
    return f"//{user}{_host(value, found['host'])}{f':{port}' if port else ''}{tail}"


def _host(value: str, host: str) -> str:
    if host.startswith("["):
        from ipaddress import AddressValueError, IPv6Address

        try:
            return f"[{IPv6Address(host[1:-1])}]"
        except AddressValueError:
            raise _refused(value, "the host is no address of IPv6") from None
    labels = [_label(label) for label in _DOTS.split(host.removesuffix("."))]
    name = ".".join(labels)
    if len(name) > _LONGEST_HOST or not all(
        _LABEL.fullmatch(label) and len(label) <= _LONGEST_LABEL for label in labels
    ):
        raise _refused(value, "no host can have this name")
    return name


def _label(label: str) -> str:
    # As browsers do (UTS 46, non-transitional): ß, which older tables fold away, stays.
    if label.isascii():
        return label
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", label).lower())
    if folded.isascii():
        return folded
    odd = not folded.isprintable() or unicodedata.category(folded[0]).startswith("M")
    if odd or any(sign.isascii() and not (sign.isalnum() or sign == "-") for sign in folded):
        return ""
    return f"xn--{folded.encode('punycode').decode()}"


def _box(value: str, address: str) -> str:
    local, at, domain = address.rpartition("@")
    plain = local.strip('"')
    if not (at and _BOX.fullmatch(local) and plain.isprintable() and len(local) <= _LONGEST_BOX):
        raise _refused(value, "one e-mail address is needed")
    return f"{_percent(_UNSAFE_IN_BOX, local)}@{_host(value, domain)}"


def _decoded(address: str) -> str:
    from urllib.parse import unquote

    return unquote(address)


def _quoted(part: str) -> str:
    return _percent(_UNSAFE, part)


def _percent(unsafe: re.Pattern[str], part: str) -> str:
    return unsafe.sub(lambda odd: "".join(f"%{octet:02X}" for octet in _octets(odd[0])), part)


def _octets(sign: str) -> bytes:
    return sign.encode("utf-8") if not "\ud800" <= sign <= "\udfff" else "\ufffd".encode()


def _refused(value: str, reason: str) -> RenderError:
    return RenderError(f"{value!r:.80} cannot be published as an address: {reason}")
