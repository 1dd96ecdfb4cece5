"""Files to compare with, byte by byte: line ends too."""

from __future__ import annotations

import difflib
import os
from pathlib import Path

import pytest

from rencontres.rendering import Document

_ASKED = "RENCONTRES_GOLDEN"
_SHOWN = 40


def golden(made: Document | bytes, file: str | os.PathLike[str]) -> None:
    """Compare what was made with a file, byte by byte; fail with the first differences.

    ``RENCONTRES_GOLDEN=write pytest …`` writes the files anew, for what has changed on purpose:
    read the differences over before they are kept. A file is written and read as bytes; where git
    is told nothing it may still change line ends, which ``*.csv -text`` in ``.gitattributes``
    forbids.

    Args:
        made: A document, or bytes.
        file: The file that holds what is right.
    """
    body = made.body if isinstance(made, Document) else made
    path = Path(file)
    if os.environ.get(_ASKED) == "write":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)
    if not path.is_file():
        pytest.fail(f"{path} does not exist: {_ASKED}=write pytest … writes it", pytrace=False)
    right = path.read_bytes()
    if right != body:
        pytest.fail(_told(path, right, body), pytrace=False)


def _told(path: Path, right: bytes, body: bytes) -> str:
    lines = [f"what was made is not what stands in {path}"]
    if _ends(right) == _ends(body):
        lines.append("only line ends differ: say `-text` for such files in .gitattributes")
    try:
        texts = right.decode(), body.decode()
    except UnicodeDecodeError:
        at = next(
            (n for n, (a, b) in enumerate(zip(right, body, strict=False)) if a != b),
            min(len(right), len(body)),
        )
        lines.append(f"{len(right)} and {len(body)} bytes, which differ from byte {at} on")
    else:
        old, new = ([repr(line)[1:-1] for line in text.splitlines(keepends=True)] for text in texts)
        found = list(difflib.unified_diff(old, new, path.name, "made", lineterm="", n=1))
        lines += found[:_SHOWN]
        lines += [f"… and {len(found) - _SHOWN} more lines"] if len(found) > _SHOWN else []
    lines.append(f"{_ASKED}=write pytest … writes it anew; read it over")
    return "\n".join(lines)


def _ends(body: bytes) -> bytes:
    return body.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
