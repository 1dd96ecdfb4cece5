"""Writing documents into a folder: whole or not at all, and never outside it."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path, PurePosixPath

from rencontres.errors import RenderError
from rencontres.rendering.document import Document


def write(documents: Iterable[Document], folder: str | os.PathLike[str]) -> tuple[Path, ...]:
    """Write documents into a folder, each one whole or not at all.

    The folder and the folders below it are made where missing; files of the same names are
    replaced at once, so that no reader ever sees half of one. Symbolic links that lead outside
    are not followed.

    Args:
        documents: What to write; an iterator is written as it comes.
        folder: Where to.

    Returns:
        The paths of the files, in the order of the documents.

    Raises:
        RenderError: A document that would leave the folder, two documents of one name, or a
            file that cannot be written.
    """
    root = Path(folder)
    written: dict[str, Path] = {}
    homes: dict[PurePosixPath, Path] = {}
    try:
        root.mkdir(parents=True, exist_ok=True)
        real = root.resolve(strict=True)
        for document in documents:
            name = str(document.path).casefold()
            if name in written:
                msg = f"two documents would be written to {document.path}"
                raise RenderError(msg)
            if document.path.parent not in homes:
                homes[document.path.parent] = _home(document, root, real)
            written[name] = _written(document, homes[document.path.parent])
    except OSError as error:
        msg = f"{root}: cannot be written: {error.strerror or error}"
        raise RenderError(msg) from error
    return tuple(written.values())


def _home(document: Document, root: Path, real: Path) -> Path:
    home = root
    for part in document.path.parent.parts:
        home = home / part
        home.mkdir(exist_ok=True)
        if not home.resolve(strict=True).is_relative_to(real):
            msg = f"{document.path} leads out of {root}"
            raise RenderError(msg)
    return home


def _written(document: Document, home: Path) -> Path:
    target = home / document.path.name
    temporary = home / f".{secrets.token_hex(8)}.part"
    try:
        with temporary.open("xb") as file:
            file.write(document.body)
        temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    return target
