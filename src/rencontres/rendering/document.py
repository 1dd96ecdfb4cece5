"""A document: bytes, what they are, and a name that stays inside a folder."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePath, PurePosixPath

from attrs import field, frozen

from rencontres.errors import RenderError

_MEDIA_TYPE = re.compile(
    r"[a-z0-9][a-z0-9!#$&^_.+-]{0,126}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}"
    r"(?:; [a-z][a-z0-9-]*=[A-Za-z0-9!#$&^_.+-]+)*"
)
_CHARSET = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]{0,39}")
_FORBIDDEN = re.compile(
    r'[\x00-\x1f\x7f-\x9f<>:"|?*\\\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]'
)
"""What no system allows in a name, what Windows does not, and what would turn or hide the rest."""

_DEVICES = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³]) *(?:\..*)?", re.IGNORECASE
)
_LONGEST = 200
_LONGEST_OF_ALL = 1000


def _path(value: PurePath | str) -> PurePosixPath:
    if isinstance(value, str | PurePath):
        return PurePosixPath(value if isinstance(value, str) else value.as_posix())
    raise RenderError(f"a document is called by a string or a path, not {value!r:.60}")


def media_type_fault(media_type: object) -> str | None:
    """Return why something is no media type, or None.

    Args:
        media_type: ``text/calendar``, perhaps with parameters; the charset has its own place.
    """
    if not isinstance(media_type, str) or not _MEDIA_TYPE.fullmatch(media_type):
        return f"{media_type!r:.60} is no media type"
    return "a charset is no part of a media type here" if "; charset=" in media_type else None


def charset_fault(charset: object) -> str | None:
    """Return why something is no charset, or None.

    Args:
        charset: ``utf-8``, or another that Python knows.
    """
    if isinstance(charset, str) and _CHARSET.fullmatch(charset):
        try:
            " ".encode(charset)
        except LookupError:
            pass
        else:
            return None
    return f"{charset!r:.60} is no charset"


def same_name(path: PurePosixPath) -> str:
    """Return what the names of documents are compared by: some systems forgive much.

    Args:
        path: The name.
    """
    return unicodedata.normalize("NFC", str(path)).casefold()


def fault(path: PurePosixPath) -> str | None:
    """Return why a name cannot be that of a document, or None.

    Names must be possible on every system: relative, without ``..``, without control characters
    or those that Windows refuses, and each part short.

    Args:
        path: The name.
    """
    if path.is_absolute() or ".." in path.parts or not path.parts:
        return "it does not stay inside its folder"
    if len(str(path).encode(errors="replace")) > _LONGEST_OF_ALL:
        return "it is too long"
    for part in path.parts:
        if _FORBIDDEN.search(part) or part[-1] in ". ":
            return f"{part!r} is no file name everywhere"
        if _DEVICES.fullmatch(part):
            return f"{part!r} names a device on Windows"
        if len(part.encode()) > _LONGEST:
            return f"{part[:20]!r}… is too long"
    return None


@frozen
class Document:
    """One output: bytes with a name.

    Attributes:
        path: Relative, with forward slashes; it stays inside the folder it is written to.
        body: The bytes.
        media_type: ``text/calendar``, with parameters where it has some (``; method=PUBLISH``);
            stamped by the renderer where absent.
        about: The id of the person or thing it is for.
        charset: Of the bytes, where they are text; stamped by the renderer.
    """

    path: PurePosixPath = field(converter=_path)
    body: bytes = field(repr=lambda body: f"<{len(body)} bytes>")
    media_type: str | None = None
    about: str | None = None
    charset: str | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        """Refuse what cannot be written or served.

        Raises:
            RenderError: A path that leaves its folder or that a system cannot have, a body that
                is not bytes, a media type or a charset that is none.
        """
        if reason := fault(self.path):
            msg = f"no document can be called {str(self.path)!r:.200}: {reason}"
            raise RenderError(msg)
        if type(self.body) is not bytes:
            msg = f"the body of {self.path} must be bytes, not {type(self.body).__name__}"
            raise RenderError(msg)
        if self.media_type is not None and (reason := media_type_fault(self.media_type)):
            raise RenderError(f"{self.path}: {reason}")
        if self.charset is not None and (reason := charset_fault(self.charset)):
            raise RenderError(f"{self.path}: {reason}")
        if self.about is not None and not isinstance(self.about, str):
            raise RenderError(f"{self.path}: what it is about is an id, not {self.about!r:.60}")

    @property
    def text(self) -> str:
        """The body as text, in its charset (UTF-8 where none is said).

        Raises:
            RenderError: The bytes are no text.
        """
        try:
            return self.body.decode(self.charset or "utf-8")
        except UnicodeDecodeError:
            msg = f"{self.path} is no text"
            raise RenderError(msg) from None

    @property
    def content_type(self) -> str:
        """What an HTTP response says of it: the media type, with the charset of text."""
        media_type = self.media_type or "application/octet-stream"
        return f"{media_type}; charset={self.charset}" if self.charset else media_type
