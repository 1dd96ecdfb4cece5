"""What a command is: how it is called, what it takes, what it does."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import NamedTuple


class Command(NamedTuple):
    """One command of ``rencontres``.

    Attributes:
        name: How it is called.
        options: Adds what it takes to its parser.
        run: Does it, and returns the exit status.
        help: What it does, in few words, for the list of commands.
        description: What it does, for its own page.
    """

    name: str
    options: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]
    help: str
    description: str
