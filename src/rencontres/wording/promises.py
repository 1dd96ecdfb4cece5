"""The words for who is asked and has answered, by code: the status board, and where it is told.

English here, other languages in the catalogues.
"""

from __future__ import annotations

PROMISES: dict[str, str | tuple[str, str]] = {
    "promise.asked": "asked on %(date)s",
    "promise.due": "answer due: %(when)s",
    "promise.by": "followed up by %(who)s",
    "promise.overdue": "answer overdue: %(when)s",
    "board": "Confirmations as of %(date)s",
    "board.overdue": "Answers overdue",
    "board.line": "%(what)s: %(told)s",
    "board.loose": "Pairings without a workshop",
    "board.missing": ("%(count)s workshop without a lead", "%(count)s workshops without a lead"),
    "board.levels": "Levels: %(levels)s",
    "board.kinds": "Actors: %(kinds)s",
    "board.funded": "Funding: yes",
    "board.unfunded": "Funding: no",
    "level.local": "local",
    "level.intermunicipal": "intermunicipal",
    "level.intermediate": "intermediate",
    "level.regional": "regional",
    "kind.authority": "local authorities",
    "kind.network": "networks",
    "kind.friendship-association": "friendship associations",
    "kind.association": "associations",
    "kind.university": "universities",
    "kind.think-tank": "think tanks",
    "kind.company": "companies",
    "kind.state": "State bodies",
    "kind.cultural": "cultural institutions",
    "kind.other": "others",
    # confirmations
    "confirmation.proposed": "proposed",
    "confirmation.to-confirm": "to be confirmed",
    "confirmation.invited": "invited",
    "confirmation.accepted": "accepted",
    "confirmation.confirmed": "confirmed",
    "confirmation.declined": "declined",
    "confirmation.withdrawn": "withdrawn",
    "confirmation.postponed": "postponed",
    "confirmation.cancelled": "cancelled",
}
"""By code: what is said."""
