"""Terminals: UTF-8 whatever they say, colour and width only where somebody looks."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import suppress
from typing import IO

_PLAIN_WIDTH = 80


def put(text: str | bytes, stream: IO[str] | None = None) -> None:
    """Write to a stream in UTF-8, past any encoding of the terminal.

    Consoles of other encodings cannot print the spaces of French or the signs of Chinese;
    files and pipes get UTF-8, always.

    Args:
        text: Text, or bytes to be written as they are.
        stream: Where to; None: standard output.
    """
    out = sys.stdout if stream is None else stream
    octets = text if isinstance(text, bytes) else text.encode("utf-8", "replace")
    raw = getattr(out, "buffer", None)
    if raw is None:
        out.write(octets.decode("utf-8", "replace"))
        return
    out.flush()
    raw.write(octets)
    raw.flush()


def complain(text: str) -> None:
    """Write a line to standard error in UTF-8.

    Args:
        text: One or several lines.
    """
    put(f"{text.rstrip()}\n", sys.stderr)


def columns(stream: IO[str] | None = None) -> int | None:
    """Return the width of the terminal; None where nobody looks.

    Args:
        stream: The stream; None: standard output.
    """
    out = sys.stdout if stream is None else stream
    with suppress(ValueError, AttributeError):
        if out.isatty():
            return shutil.get_terminal_size((_PLAIN_WIDTH, 24)).columns
    return None


def coloured(stream: IO[str] | None = None) -> bool:
    """Tell whether colours may be used: on a terminal, unless NO_COLOR is set.

    Args:
        stream: The stream; None: standard output.
    """
    return columns(stream) is not None and not os.environ.get("NO_COLOR")
