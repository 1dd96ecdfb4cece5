"""For which audience a command works, where it works for several languages at once."""

from __future__ import annotations

import argparse


def add_audience(parser: argparse.ArgumentParser) -> None:
    """Add the audience to a command.

    Args:
        parser: The command.
    """
    parser.add_argument(
        "--audience", choices=("public", "partners", "internal"), default="public",
        help="who will read it (default: public)",
    )  # fmt: skip
    parser.add_argument("--side", metavar="ID", help="of internal readers: their side")
