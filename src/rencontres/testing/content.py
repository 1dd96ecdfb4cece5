"""What a format shows: all that it says it carries, and nothing that is not for its reader."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

import attrs

from rencontres.formats import DATA
from rencontres.model import Dossier
from rencontres.rendering import Document
from rencontres.testing.hostility import HOSTILE, LINES, mark
from rencontres.testing.marks import between
from rencontres.testing.reading import buried, squeezed
from rencontres.testing.specimens import Sample
from rencontres.testing.subject import Subject, Trial
from rencontres.text import Words
from rencontres.views import PairingPage, Part, View

_UNSURE = ("s-proposed", "s-to-confirm", "s-postponed", "s-cancelled")
_SHORTEST = 6
"""Marks that are shorter stand in many documents by chance: years."""


class Content(Subject):
    """Checks of what is found in the documents, and of what is not."""

    def test_every_part_it_carries_is_shown(self) -> None:
        """With some options, everything of each part in `Format.carries` is there if asked for."""
        carries = self.renderer.format.carries
        for part in (part for part in Part if part in carries):
            for sample in self._samples("full", "mixed", "changed"):
                if sample.person:
                    continue
                seen = sample.view()
                said = self._everything(sample.only(part))
                if part is not Part.BOARD:  # what is on it is told of elsewhere too
                    said = f"{self._everything(sample)}\n{said}"
                for words in _titles(seen, part, self.renderer.format.dated):
                    if not any(squeezed(phrase) in said for phrase in words):
                        self.fail(
                            f"sample {sample.name}: “{words}” is nowhere, and the format carries "
                            f"{part.value}",
                            f"show it, or take Part.{part.name} out of `carries`: then readers "
                            "are told of the loss",
                        )

    def test_an_empty_programme_is_rendered(self) -> None:
        """A dossier in which nothing stands yet is no mistake."""
        for trial in self.trials("empty", "bare"):
            for document in self.made(trial):
                self.text(document)

    def test_every_language_it_declares_is_shown(self) -> None:
        """A reader's language leads; the second one is there too where the format is bilingual."""
        kind = self.renderer.format
        for sample in self._samples("mixed"):
            said = self._everything(sample)
            shown = sample.reader.languages if kind.bilingual else sample.reader.languages[:1]
            for slot in sample.view().slots():
                for tag, phrase in zip(sample.reader.languages, slot.title, strict=True):
                    if tag in shown and squeezed(phrase) not in said:
                        self.fail(
                            f"sample {sample.name}: “{phrase}” ({phrase.language}) is missing",
                            "show each phrase of the words, also one that is in another language "
                            "than its reader's for want of a translation; or say "
                            "`bilingual=False` or `languages=…` in the format",
                        )

    # --- what is not settled ---------------------------------------------------------------------

    def test_sessions_that_are_not_confirmed_stay_and_say_so(self) -> None:
        """Proposed, to be confirmed, postponed, cancelled: shown, and seen to be so."""
        for trial in self.trials("unsure"):
            before = trial.sample.dossier
            for id_ in _UNSURE:
                status = str(before[id_].confirmation)  # type: ignore[attr-defined]
                sure = trial.sample.but(before.change(id_, confirmation="confirmed"))
                title = squeezed(str(before[id_].title.phrase("fr")))  # type: ignore[attr-defined]
                now = self.read(self.made(trial))
                then = self.read(self.made(attrs.evolve(trial, sample=sure)))
                if title in then and title not in now:
                    self.fail(
                        f"{trial}: a session that is {status} has disappeared",
                        "show every slot of the view, whatever its status: who has it in mind "
                        "must be told that it is not held",
                    )
                if title in then and now == then:
                    self.fail(
                        f"{trial}: a session that is {status} looks like one that is confirmed",
                        "look at `slot.status`: `wording.say('cancelled', title=…)`, "
                        "`wording.say('unconfirmed', what=…)`",
                    )

    def test_promises_that_are_not_kept_yet_are_seen(self) -> None:
        """Whoever is still to be confirmed, to be named or to be found is told of as such."""

        def of_role(whole: Dossier) -> Dossier:
            return _promised(whole, "s-role")

        def of_nobody(whole: Dossier) -> Dossier:
            roles = whole["s-nobody"].roles  # type: ignore[attr-defined]
            kept = tuple(role for role in roles if role.holder is not None)
            return whole.change("s-nobody", roles=kept)

        cases: list[tuple[str, Part, Callable[[Dossier], Dossier]]] = [
            ("a moderator who is to be confirmed looks like one who is", Part.SESSIONS, of_role),
            ("a moderator who is still to be found is not told of", Part.SESSIONS, of_nobody),
            ("an end that is to be confirmed looks like one that is", Part.PAIRINGS, _agreed),
        ]
        for sample in self._samples("unsure"):
            for what, part, settle in cases:
                if part in self.renderer.format.carries:
                    other = sample.but(settle(sample.dossier))
                    if self._everything(sample) == self._everything(other):
                        self.fail(
                            f"sample {sample.name}: {what}",
                            "look at the `confirmation` of each cast and party: "
                            "`wording.say('unconfirmed', what=…)`, `wording.say('to-confirm')`",
                        )

    def test_version_and_state_are_seen(self) -> None:
        """Every document says of which version it is, and whether that is final."""
        for trial in self.trials("unsure.fr", "mixed.zh-Hans.", "full.fr.chief"):
            for changes in ({"version": 7}, {"state": "final"}, {"state": "draft"}):
                other = trial.sample.but(attrs.evolve(trial.sample.dossier, **changes))
                pairs = zip(
                    self.own(self.made(trial)),
                    self.own(self.made(attrs.evolve(trial, sample=other))),
                    strict=False,
                )
                for document, again in pairs:
                    if self.read((document,)) == self.read((again,)):
                        self.fail(
                            f"{trial}: {document.path} says the same of {changes}",
                            "print `wording.programme(view.state, view.version, …)`: a sheet of "
                            "paper cannot be looked up",
                        )

    # --- what is hostile, what is private --------------------------------------------------------

    def test_hostile_words_stay_words(self) -> None:
        """Formulas, markup and line ends in texts are shown, and do nothing."""
        for trial in self.trials("hostile"):
            for document in self.made(trial):
                if fault := self.fault(document):
                    self.fail(
                        f"{trial}: {document.path}: {fault}",
                        "escape every text in the way of the format, where it is written",
                    )
        for sample in self._samples("hostile.fr.partners"):
            said = self._everything(sample)
            for number, words in enumerate((*HOSTILE, *LINES)):
                if sample.person is None and squeezed(mark(number)) not in said:
                    self.fail(
                        f"sample {sample.name}: what stands behind {words!r:.60} is lost",
                        "leave no part of a text out, nor of its lines",
                    )

    def test_what_is_not_for_its_reader_is_in_no_byte(self) -> None:
        """Nothing that the view does not show is found, however it is encoded."""
        for trial in self.trials("full"):
            seen = trial.sample.view()
            for document in self.made(trial):
                hers = seen
                if document.about in seen.holders:
                    hers = seen.of(document.about or "")
                if leaked := sorted(_found(document) - _marks(hers)):
                    name = leaked[0]
                    self.fail(
                        f"{trial}: {document.path} holds {name} (“{_known()[name]}”), which is "
                        "not for its reader",
                        "render what the public attributes of the view say, and nothing from "
                        "anywhere else; a person's own roles belong into documents about her",
                    )

    # --- samples ---------------------------------------------------------------------------------

    def _samples(self, *names: str) -> list[Sample]:
        return list(dict.fromkeys(trial.sample for trial in self.trials(*names)))

    def _everything(self, sample: Sample) -> str:
        """Return what is said of a sample with any of the options."""
        return "\n".join(self.read(self.made(Trial(sample, each))) for each in self._chosen())


def _titles(seen: View, part: Part, dated: bool) -> Iterator[Words]:
    """Yield what names each thing of a part."""
    if part is Part.SESSIONS:
        yield from (slot.title for day in seen.days for slot in day.slots)
        if not dated:
            yield from (slot.title for slot in seen.unscheduled)
    else:
        yield from _NAMES[part](seen)


def _called(seen: View) -> Iterator[Words]:
    """Yield the workshops of the status board, and who is asked."""
    for row in seen.board.rows if seen.board else ():
        yield from [row.title] if row.title else []
        yield from (call.party.short for cell in row.cells for call in cell.calls)


def _carriers(page: PairingPage) -> Words:
    """Return what a pairing may be known by: what it brings, or who carries it."""
    lead = page.lead
    parties = (phrase for end in lead.ends for party in end.parties for phrase in party.short)
    return Words([*(lead.topic or ()), *(lead.name or ()), *parties])


_NAMES: Mapping[Part, Callable[[View], Iterable[Words]]] = {
    Part.WORKSHOPS: lambda seen: [page.title for page in seen.workshops],
    Part.COMMITTEES: lambda seen: [page.name for page in seen.committees],
    Part.PAIRINGS: lambda seen: map(_carriers, seen.pairings),
    Part.PEOPLE: lambda seen: [page.name for page in seen.people],
    Part.MINUTES: lambda seen: [
        *(page.text for page in seen.notes),
        *(page.title for page in seen.papers),
    ],
    Part.ACTIONS: lambda seen: [page.title for page in seen.actions],
    Part.BOARD: _called,
    Part.CHANGES: lambda seen: [line.title for line in seen.changes],
}
"""Of each part but the sessions: what names each thing."""


def _promised(whole: Dossier, session: str) -> Dossier:
    roles = whole[session].roles  # type: ignore[attr-defined]
    sure = tuple(attrs.evolve(role, confirmation="confirmed") for role in roles)
    return whole.change(session, roles=sure)


def _agreed(whole: Dossier) -> Dossier:
    ends = tuple(
        attrs.evolve(
            end, parties=tuple(attrs.evolve(each, confirmation="confirmed") for each in end.parties)
        )
        for end in whole["b-1"].ends  # type: ignore[attr-defined]
    )
    return whole.change("b-1", ends=ends)


@cache
def _known() -> dict[str, str]:
    return {name: mark for name, mark in between()[1].items() if len(mark) >= _SHORTEST}


def _marks(seen: View) -> set[str]:
    """Return the marks that a view shows: DATA prints everything that stands in one."""
    return _standing(squeezed(DATA.one(seen).text))


def _found(document: Document) -> set[str]:
    texts = (str(document.path), *buried(document.body))
    return set().union(*(_standing(squeezed(text)) for text in texts))


def _standing(text: str) -> set[str]:
    return {name for name, value in _known().items() if squeezed(value) in text}
