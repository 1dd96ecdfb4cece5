"""Dossiers to files and to data: nothing that a person wrote is lost without a word."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

from rencontres.errors import DossierError, LoadError
from rencontres.finding import Finding
from rencontres.model import NOUNS, Dossier
from rencontres.sources.files import KINDS, NO_KIND, PathLike, load
from rencontres.sources.signs import Kind
from rencontres.sources.toml_writer import toml
from rencontres.sources.writing import raw_of


class NotOverwritten(LoadError, FileExistsError):  # noqa: N818 - it says what was done
    """A file that ``dump`` did not write, and leaves as it is."""


def dump_data(dossier: Dossier) -> dict[str, Any]:
    """Return a dossier as data, in the shapes and the types of JSON.

    Dates and moments are strings in ISO 8601 (with the zone in brackets, RFC 9557, where nothing
    else says it). ``load_data`` makes the same dossier of them.

    Args:
        dossier: The dossier.
    """
    return raw_of(dossier, native=False)


def dump(dossier: Dossier, path: PathLike, *, overwrite: bool = False) -> None:
    """Write a dossier into a file, whole or not at all.

    The same dossier is always written as the same bytes, in UTF-8 with line feeds: things by
    their id, fields in the order of the model, what goes without saying left out.

    Args:
        dossier: The dossier.
        path: A file of TOML (``.toml``) or JSON (``.json``).
        overwrite: Whether a file may be replaced though it holds what would be lost: comments, an
            order or a layout of its own, or what is no dossier. A file that is as ``dump`` writes
            it is replaced anyway.

    Raises:
        LoadError: The file cannot be written; or it exists and holds more than ``dump`` would
            write (this error is a FileExistsError as well).
    """
    name = os.fspath(path)
    kind = KINDS.get(Path(name).suffix.lower())
    if kind is None:
        raise LoadError(problems=[_problem("file.kind", NO_KIND, name)])
    body = body_of(dossier, kind)
    if not overwrite and os.path.lexists(name) and not _ours(name, kind):
        message = (
            "this file has a layout, an order or comments of its own, which would be lost: "
            "write into another one, or say overwrite=True"
        )
        raise NotOverwritten(problems=[_problem("file.kept", message, name)])
    try:
        _replace(Path(os.path.realpath(name)), body)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        problem = _problem("file.unwritten", "it cannot be written: %(reason)s", name, reason)
        raise LoadError(problems=[problem]) from None


def body_of(dossier: Dossier, kind: Kind) -> bytes:
    """Return the bytes of a dossier as a file."""
    raw = raw_of(dossier, native=kind == "toml")
    if kind == "toml":
        return toml(raw, tables=tuple(NOUNS)).encode()
    return (json.dumps(raw, ensure_ascii=False, indent=2) + "\n").encode()


def _ours(name: str, kind: Kind) -> bool:
    """Tell whether a file is, byte for byte, what ``dump`` writes of the dossier in it."""
    try:
        return Path(name).read_bytes() == body_of(load(name), kind)
    except (LoadError, DossierError, OSError):
        return False


def _replace(path: Path, body: bytes) -> None:
    """Put a new file in the place of an old one: readers see the one or the other, whole."""
    fresh = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with fresh.open("xb") as file:
            file.write(body)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, fresh)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


def _problem(code: str, message: str, name: str, reason: str = "") -> Finding:
    return Finding(code, "error", "", message, {"file": name, "reason": reason})
