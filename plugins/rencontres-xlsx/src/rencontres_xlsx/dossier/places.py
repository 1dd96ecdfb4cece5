"""Places in a dossier, and the names of columns: keys joined by points, as findings have them."""

from __future__ import annotations

import re

from rencontres_xlsx.dossier.shapes import Path

_BARE = re.compile(r"[A-Za-z0-9_*-]+")
_PART = re.compile(r'"((?:[^"\\]|\\.)*)"|([^."]+)')


def heading(path: Path) -> str:
    """Return the name of a column: its keys, joined by points.

    Args:
        path: The keys.
    """
    return ".".join(_quoted(part) for part in path)


def _quoted(part: str) -> str:
    if _BARE.fullmatch(part):
        return part
    escaped = part.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def path_of(name: str) -> Path:
    """Return the keys of a column, or of a place in a dossier.

    Args:
        name: What ``heading`` returned, or the ``where`` of a finding.
    """
    found = _PART.finditer(name)
    return tuple(re.sub(r"\\(.)", r"\1", m[1]) if m[1] is not None else m[2] for m in found)
