"""One publication at a time, where the system can hold others back."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def locked(folder: Path) -> Generator[None]:
    """Hold a folder against others who ask for it by this function; they wait.

    Nothing is left behind, whatever happens. Systems that cannot lock a folder hold nobody back.

    Args:
        folder: A folder that is there.
    """
    try:
        from fcntl import LOCK_EX, flock  # no such thing on Windows
    except ImportError:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):
            flock(handle, LOCK_EX)
        yield
    finally:
        os.close(handle)
