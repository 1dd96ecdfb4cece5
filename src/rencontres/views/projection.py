"""From a dossier to what one reader sees: selected, redacted, sorted, grouped, in words."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, TypeAlias, cast

from rencontres.model import Action, Dossier, Event, Function, Pairing, Session, Workshop
from rencontres.publishing import Changes, Ledger
from rencontres.relations import Relations
from rencontres.text import Words
from rencontres.views.casting import Casting
from rencontres.views.casts import Cast, PersonPage
from rencontres.views.charts import chart
from rencontres.views.copies import Copies, Copy, Own
from rencontres.views.days import in_order, main_zone, other_zones
from rencontres.views.erratum import erratum
from rencontres.views.lexicon import Lexicon
from rencontres.views.pages import ActionPage, CommitteePage, EventPage, PairingPage, WorkshopPage
from rencontres.views.programme import View
from rencontres.views.reader import Part, Reader, Selection
from rencontres.views.records import Records
from rencontres.views.redaction import Redaction
from rencontres.views.sifter import Sifter
from rencontres.views.sites import Sites
from rencontres.views.slots import Day, Gone, Slot
from rencontres.views.timetable import Timetable
from rencontres.views.tombstones import Graveyard
from rencontres.wording import Language

if TYPE_CHECKING:
    from rencontres.checks import Board

Functions: TypeAlias = dict[str, dict[Function, None]]


def view(
    dossier: Dossier,
    reader: Reader,
    selection: Selection | None = None,
    *,
    ledger: Ledger | None = None,
    changes: Changes | None = None,
    board: Board | None = None,
    languages: Iterable[Language] = (),
) -> View:
    """Return what one reader sees of a dossier.

    Selection, redaction, languages, clocks and order are settled here, once: a renderer cannot
    show what the reader may not see. The same arguments give the same view.

    Args:
        dossier: The dossier.
        reader: For whom.
        selection: Which part of it; None: everything.
        ledger: What was published: revisions, what moved, what is gone.
        changes: What has changed since another version: an erratum, with what she sees of it.
        board: The status board, with what she sees of it: it is for the teams, not for the public.
        languages: Languages that the host describes itself: they come before those that are
            described here or by another distribution.

    Raises:
        LanguageError: A language of the reader that nobody has described.
        DossierError: The reader belongs to the team of a side that does not meet here.
    """
    lexicon = Lexicon(reader, dossier.languages, languages)
    projection = _Projection(
        dossier,
        lexicon,
        reader,
        selection or Selection(),
        ledger=ledger,
        changes=changes,
        board=board,
    )
    return projection.view()


class _Projection:
    def __init__(
        self,
        dossier: Dossier,
        lexicon: Lexicon,
        reader: Reader,
        selection: Selection,
        *,
        ledger: Ledger | None,
        changes: Changes | None,
        board: Board | None,
    ) -> None:
        self.ledger = ledger
        self.board = board
        self.changes = changes
        self.reader = reader
        self.parts = selection.parts or frozenset()
        self.redaction = Redaction(dossier, reader)
        self.relations = self.redaction.relations
        self.sifter = Sifter(self.redaction, reader, selection)
        self.lexicon = lexicon
        self.casting = Casting(self.redaction, self.lexicon)
        sites = Sites(self.relations, self.lexicon)
        self.timetable = Timetable(
            self.relations, reader, self.lexicon, self.casting, sites, ledger
        )
        self.graveyard = Graveyard(
            ledger, self.redaction, reader, self.sifter, lexicon, self.timetable
        )
        self.records = Records(self.relations, self.lexicon, self.casting, sites, ledger)

    def view(self) -> View:
        sift, pages, dossier = self.sifter, self.records, self.redaction.left
        sessions = sift.sessions()
        slots = list(map(self.timetable.slot, sessions))
        days, unscheduled = in_order(slots)
        events = sorted(sift.events(), key=_event_order)
        workshops = tuple(map(pages.workshop, sorted(sift.workshops(), key=_workshop_order)))
        pairings = tuple(map(pages.pairing, sorted(sift.pairings(), key=self._pairing_order)))
        committees = tuple(map(pages.committee, sift.committees()))
        actions = tuple(map(pages.action, sorted(sift.actions(), key=_action_order)))
        event_pages = tuple(map(pages.event, events))
        functions = _functions((*slots, *workshops, *event_pages), pairings, committees)
        zone = self._zone(days, events)
        people = self._people(functions, actions)
        gone = tuple(self.graveyard.gone())
        news = erratum(self.changes, self.redaction, self.reader, sift, self.lexicon)
        page = chart(self.board, self.redaction, self.reader, sift, self.lexicon)
        return View(
            reader=self.reader,
            namespace=dossier.namespace,
            languages=dossier.languages,
            zone=zone,
            other_zones=other_zones(days, zone, self.relations.zones_of_sides()),
            wordings=self.lexicon.wordings,
            orders=tuple(
                tuple(side.id for side in self.relations.order_of_sides(tag))
                for tag in self.reader.languages
            ),
            title=self._title(events),
            version=dossier.version,
            state=dossier.state,
            sides=tuple(map(pages.side, dossier.sides)),
            events=event_pages,
            days=days,
            unscheduled=unscheduled,
            gone=gone,
            workshops=workshops,
            committees=committees,
            pairings=pairings,
            people=people,
            notes=tuple(map(pages.note, sift.notes())),
            actions=actions,
            papers=tuple(map(pages.paper, sift.papers())),
            since=news.since,
            changes=news.lines,
            board=page,
            omitted=sift.omissions(),
            revised=self.ledger.revised if self.ledger else dossier.revised,
            published=self.ledger.published if self.ledger else None,
            asked=tuple(part for part in Part if part in self.parts),
            copies=Copies(partial(self._copies, days, unscheduled, people, actions, gone)),
            affected=news.told,
            known=frozenset(each.id for each in (*dossier.people, *dossier.organisations)),
        )

    def _zone(self, days: tuple[Day, ...], events: Iterable[Event]) -> str:
        if self.reader.zone:
            return self.reader.zone
        zones = (*map(self.relations.zone_of, events), *self.relations.zones_of_sides())
        return main_zone(days, [zone for zone in zones if zone])

    def _title(self, events: list[Event]) -> Words:
        title = self.redaction.left.title or next((event.title for event in events), None)
        return self.lexicon.words(title) if title else self.lexicon.say("programme")

    def _people(
        self, functions: Functions, actions: tuple[ActionPage, ...]
    ) -> tuple[PersonPage, ...]:
        acting = {*functions, *(holder for action in actions for holder in action.holders)}
        people = self.sifter.people(acting)
        pages = (self.casting.page(person, functions.get(person.id, ())) for person in people)
        return tuple(sorted(pages, key=_person_order))

    def _pairing_order(self, pairing: Pairing) -> tuple[object, ...]:
        workshop = self.redaction.left.get(Workshop, pairing.workshop)
        return (workshop is None, *(_workshop_order(workshop) if workshop else ()), pairing.id)

    # --- one person's copy -----------------------------------------------------------------------

    def _copies(
        self,
        days: tuple[Day, ...],
        unscheduled: tuple[Slot, ...],
        people: tuple[PersonPage, ...],
        actions: tuple[ActionPage, ...],
        gone: tuple[Gone, ...],
    ) -> Mapping[str, Copy]:
        """Return what each has in the programme: her roles in full, whatever this reader sees."""
        whole = Relations(self.redaction.whole)
        places = {slot.id: slot for day in days for slot in day.slots}
        places |= {slot.id: slot for slot in unscheduled}
        found: dict[str, dict[str, list[Cast]]] = {}
        for id_ in places:
            session = cast("Session", whole.dossier[id_])
            for holder, played in self.casting.own(whole.tasks(session)):
                casts = found.setdefault(holder, {}).setdefault(id_, [])
                if played not in casts:
                    casts.append(played)
        owned: dict[str, list[ActionPage]] = {}
        for action in actions:
            for holder in action.holders:
                owned.setdefault(holder, []).append(action)
        shown = {*places, *(action.id for action in actions)}
        buried = self.graveyard.by_holder(gone, shown)
        pages = {page.id: page for page in people}
        made: dict[str, Copy] = {}
        for holder in sorted({*found, *owned, *buried}):
            own = tuple((slot, tuple(casts)) for slot, casts in found.get(holder, {}).items())
            made[holder] = Copy(
                page=self._page(holder, own, pages.get(holder)),
                listed=holder in pages,
                own=own,
                slots=tuple([places[id_] for id_, _ in own]),
                actions=tuple(owned.get(holder, ())),
                gone=tuple(buried.get(holder, ())),
            )
        return made

    def _page(self, holder: str, own: Own, page: PersonPage | None) -> PersonPage:
        done: list[Function] = [each.function for _, casts in own for each in casts]
        done += page.functions if page else ()
        functions = tuple(dict.fromkeys(done))
        if page is not None and set(page.functions) == set(functions):
            return page
        return self.casting.page(self.casting.holder(holder), functions)


def _functions(
    things: Iterable[Slot | WorkshopPage | EventPage],
    pairings: Iterable[PairingPage],
    committees: Iterable[CommitteePage],
) -> Functions:
    found: defaultdict[str, dict[Function, None]] = defaultdict(dict)

    def note(casts: Iterable[Cast]) -> None:
        for each in casts:
            if each.id is not None:
                found[each.id][each.function] = None

    for thing in things:
        note(thing.people)
        if isinstance(thing, Slot):
            for item in thing.items:
                note(item.people)
            for line in thing.interpretation:
                note(line.team)
    for pairing in pairings:
        note(pairing.people)
    for committee in committees:
        note([*(seat.holder for seat in committee.seats), *committee.people])
    return found


def _event_order(event: Event) -> tuple[date, str]:
    earliest = event.when.earliest or event.when.latest if event.when else None
    return earliest or date.max, event.id


def _workshop_order(workshop: Workshop) -> tuple[str, bool, int, str]:
    return workshop.event or "", workshop.number is None, workshop.number or 0, workshop.id


def _action_order(action: Action) -> tuple[date, str]:
    return (action.due.latest if action.due else None) or date.max, action.id


def _person_order(page: PersonPage) -> tuple[str, str]:
    spelt = page.sort.casefold().replace("œ", "oe").replace("æ", "ae")
    folded = unicodedata.normalize("NFD", spelt)
    return "".join(letter for letter in folded if letter.isalnum()), page.id
