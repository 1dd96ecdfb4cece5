"""The command ``rencontres``: what the library does, from a terminal.

It does nothing that another host could not do, which shows how little embedding needs.
"""

from rencontres.cli.command import main as main
