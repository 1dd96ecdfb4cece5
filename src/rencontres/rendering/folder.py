"""Writing documents into a folder: all of them or none, and never outside it."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from rencontres.errors import RenderError
from rencontres.rendering.document import Document, same_name


def write(documents: Iterable[Document], folder: str | os.PathLike[str]) -> tuple[Path, ...]:
    """Write documents into a folder: all of them, or none where one of them cannot be made.

    They are gathered beside one another first, one at a time as an iterator makes them, and put
    into place once the last is there; no reader ever sees half of a file. The folder and those
    below it are made where missing; files of the same names are replaced. Symbolic links that
    lead outside are not followed.

    Args:
        documents: What to write.
        folder: Where to.

    Returns:
        The paths of the files, in the order of the documents.

    Raises:
        RenderError: A document that would leave the folder, two documents of one name, a name
            that a folder has, or a file that cannot be written.
    """
    root = Path(folder)
    with _told(root):
        root.mkdir(parents=True, exist_ok=True)
        stage = Path(tempfile.mkdtemp(prefix=".rencontres-", dir=root))
    try:
        gathered = _gathered(documents, root, stage)
        with _told(root):
            targets = _targets(gathered, root)
            for made, target in zip(gathered.values(), targets, strict=True):
                made.replace(target)
    finally:
        shutil.rmtree(stage, ignore_errors=True)
    return targets


def _gathered(documents: Iterable[Document], root: Path, stage: Path) -> dict[PurePosixPath, Path]:
    """Return where each document has been put for now."""
    found: dict[PurePosixPath, Path] = {}
    names: set[str] = set()
    for document in documents:
        if not isinstance(document, Document):
            raise RenderError(f"a {type(document).__name__} is no document")
        name = same_name(document.path)
        if name in names:
            raise RenderError(f"two documents would be written to {document.path}")
        names.add(name)
        made = found[document.path] = stage / str(len(found))
        with _told(root):
            made.write_bytes(document.body)
    return found


def _targets(paths: Iterable[PurePosixPath], root: Path) -> tuple[Path, ...]:
    """Return the files that documents go to; make the folders they stand in."""
    real = root.resolve(strict=True)
    homes: dict[PurePosixPath, Path] = {}
    targets: list[Path] = []
    for path in paths:
        if path.parent not in homes:
            homes[path.parent] = _home(path, root, real)
        targets.append(homes[path.parent] / path.name)
    for target in targets:
        if target.is_dir():
            raise RenderError(f"{target} is a folder")
    return tuple(targets)


def _home(path: PurePosixPath, root: Path, real: Path) -> Path:
    home = root
    for part in path.parent.parts:
        home = home / part
        home.mkdir(exist_ok=True)
        if not home.resolve(strict=True).is_relative_to(real):
            raise RenderError(f"{path} leads out of {root}")
    return home


@contextmanager
def _told(root: Path) -> Generator[None]:
    """Tell what the system says as an error of ours."""
    try:
        yield
    except OSError as error:
        raise RenderError(f"{root}: cannot be written: {error.strerror or error}") from error
