"""What would be published of people beside what the allow-list shows: addresses in free texts."""

from __future__ import annotations

import re

from rencontres.finding import Finding
from rencontres.model import Dossier
from rencontres.views.reader import Reader
from rencontres.views.redaction import redact
from rencontres.views.written import texts

# Each begins where a word does: a long word without an address is read once.
_ADDRESS = re.compile(r"(?<![A-Za-z0-9_.%+-])[A-Za-z0-9_.%+-]+[@＠][\w-]+(?:[.．][A-Za-z0-9-]+)+")
_NUMBER = re.compile(
    r"(?<![A-Za-z0-9.,+])(?:\+|0|(?=1[3-9]\d{9}(?!\d)))"
    r"\d(?:[ \u00a0\u202f.-]?\(?\d\)?){7,13}(?![A-Za-z0-9])"
)


def exposed(dossier: Dossier, reader: Reader) -> tuple[Finding, ...]:
    """Return the addresses and telephone numbers that stand in what the public reads.

    Fields of people never show them outside their own team; what somebody has typed into a title,
    a description or a name is shown as it stands.

    Args:
        dossier: The dossier.
        reader: Who reads; nothing is told of readers who are not the public.

    Returns:
        Findings of the code ``RC803``, in the order of the dossier, each place once.
    """
    if reader.audience != "public":
        return ()
    message = "personal data in a public text: %(found)s"
    return tuple(
        Finding("RC803", "warning", where, message, {"found": tuple(found)})
        for where, said in texts(redact(dossier, reader))
        if (found := _personal(" ".join(written for _, written in said)))
    )


def _personal(written: str) -> list[str]:
    found = [each[0] for rule in (_ADDRESS, _NUMBER) for each in rule.finditer(written)]
    return list(dict.fromkeys(found))
