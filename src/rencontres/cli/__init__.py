"""The command ``rencontres``: what the library does, from a terminal.

It stands on the public names alone, which shows how little embedding needs.
"""

from rencontres.cli.command import main as main
