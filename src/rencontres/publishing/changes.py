"""What has changed between two states of a dossier: in an order, and by who must be told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from attrs import field, frozen

from rencontres.finding import Finding, path
from rencontres.model import SINGULAR, Action, Dossier, Event, Session
from rencontres.publishing.change import Change, Kind
from rencontres.publishing.things import PUBLISHED, over
from rencontres.relations import OFF, standing

if TYPE_CHECKING:
    from rencontres.wording import Wording

_TABLES = {noun: table for table, noun in SINGULAR.items()}
_SETTLED = OFF | {"postponed", "done", "dropped"}


@frozen(kw_only=True)
class Changes:
    """Everything that has changed from one state of a dossier to the next.

    It is walked through like a tuple: events first, then workshops, pairings, sessions by their
    hours, committees, actions. It speaks of everything that was compared: what may be sent to
    others comes from comparing what ``redact`` leaves of both states.

    Attributes:
        old: The dossier as it was.
        new: The dossier as it is.
        changes: What is different, in order.
    """

    old: Dossier = field(repr=False)
    new: Dossier = field(repr=False)
    changes: tuple[Change, ...]

    def __iter__(self) -> Iterator[Change]:
        return iter(self.changes)

    def __len__(self) -> int:
        return len(self.changes)

    def of(self, *kinds: Kind) -> tuple[Change, ...]:
        """Return the changes of some kinds, in their order.

        Args:
            kinds: The kinds: ``"moved"``, ``"cancelled"``.
        """
        return tuple(change for change in self.changes if change.kind in kinds)

    def by_person(self) -> Mapping[str, tuple[Change, ...]]:
        """Return what each person and organisation must be told, by id, sorted."""
        found: dict[str, list[Change]] = {}
        for change in self.changes:
            for id_ in change.people:
                found.setdefault(id_, []).append(change)
        return {id_: tuple(found[id_]) for id_ in sorted(found)}

    def say(self, language: str | Wording) -> str:
        """Return the changes as a block to paste into a message, one line each, short.

        Long lists of things that were added or removed are counted. What was over before the new
        state was revised is no news, nor are translations; those that are to be done again are
        told by ``findings``, to the office.

        Args:
            language: The language of those who read it, or how it writes.

        Raises:
            LanguageError: A language that nobody has described.
        """
        from rencontres.publishing.message import message

        return message(self, language)

    def findings(self) -> tuple[Finding, ...]:
        """Return what a careful secretary would ask about.

        RC404: a translation that is older than its source; RC804: a session, an event or an
        action that disappeared without having been cancelled.
        """
        return tuple(finding for change in self.changes if (finding := self._finding(change)))

    def _finding(self, change: Change) -> Finding | None:
        if change.kind == "translation-stale":
            place = path(_TABLES[change.noun], change.id, change.field or "")
            sentence = "the text in %(languages)s is older than its source"
            values = {"languages": ", ".join(change.languages)}
            return Finding("RC404", "warning", place, sentence, values)
        if change.kind != "removed" or change.noun not in PUBLISHED or over(self, change):
            return None
        if self._settled(change.id) or (change.event and change.event not in self.new):
            return None
        place = path(_TABLES[change.noun], change.id)
        sentence = "%(title)s vanished without cancellation"
        return Finding("RC804", "warning", place, sentence, {"title": change.title})

    def _settled(self, id_: str) -> bool:
        """Tell whether something that disappeared had been cancelled, postponed or done."""
        thing = self.old[id_]
        if isinstance(thing, Session):
            return standing(thing, self.old.get(Event, thing.event)) in _SETTLED
        told = thing.status if isinstance(thing, Action) else getattr(thing, "confirmation", None)
        return told in _SETTLED
