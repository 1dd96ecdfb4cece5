"""Terminals: UTF-8 whatever they say, colour and width only where somebody looks."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from contextlib import suppress
from typing import IO

from rencontres.finding import visible

_PLAIN_WIDTH = 80


def put(text: str | bytes, stream: IO[str] | None = None) -> None:
    """Write to a stream in UTF-8, past any encoding of the terminal.

    Consoles of other encodings cannot print the spaces of French or the signs of Chinese;
    files and pipes get UTF-8, always.

    Args:
        text: Text, or bytes to be written as they are.
        stream: Where to; None: standard output.

    Raises:
        OSError: The reader of a pipe has gone, a disk is full, or there is no output at all.
    """
    out = sys.stdout if stream is None else stream
    if out is None:  # where a shell has closed it
        raise OSError(errno.EBADF, "there is no standard output")
    octets = text if isinstance(text, bytes) else text.encode("utf-8", "replace")
    raw = getattr(out, "buffer", None)
    if raw is None:
        out.write(octets.decode("utf-8", "replace"))
        return
    out.flush()
    raw.write(octets)
    raw.flush()


def complain(text: str) -> None:
    """Write to standard error in UTF-8, where somebody may read it.

    Args:
        text: One or several lines; what would clear a terminal or hide a word is written out.
    """
    with suppress(OSError):
        if sys.stderr is not None:  # the same
            put("".join(f"{visible(line)}\n" for line in text.rstrip().split("\n")), sys.stderr)


def give_up() -> None:
    """Let what could not be written go, so that Python does not try again at its end."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


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
