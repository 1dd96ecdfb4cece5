"""What a rule looks at: the dossier, the day, the limits, and what all rules share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property

from attrs import field, frozen

from rencontres.checks.phase import Phase, days, main_event, phase_of
from rencontres.checks.timetable import Stretch, stretches
from rencontres.errors import RencontresError
from rencontres.finding import parts, path
from rencontres.model import (
    TABLES,
    Dossier,
    Event,
    Noun,
    Organisation,
    Pairing,
    Person,
    Role,
    Session,
    Side,
    Tolerance,
    Workshop,
    name_of,
)
from rencontres.relations import OFF, Relations, standing
from rencontres.text import SAME, Text
from rencontres.wording import Wording
from rencontres.wording.languages import BUILT_IN
from rencontres.wording.patterns import ListKind
from rencontres.wording.people import written_out
from rencontres.wording.values import Titled

Limit = int | float | date

SPEAKING = frozenset(
    {"co-chair", "lead", "moderator", "facilitator", "speaker", "keynote", "rapporteur", "witness"}
)
"""Functions of those who are heard."""


@frozen(kw_only=True)
class Workdays:
    """When one side works: what the host knows, and the library does not.

    Attributes:
        off: Days off besides Saturdays and Sundays.
        worked: Saturdays and Sundays that are worked instead.
        opens: The hour before which nothing should begin.
        closes: The hour after which nothing should end.
    """

    off: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()
    opens: int = 8
    closes: int = 22

    def rests(self, day: date) -> bool:
        """Tell whether a day is not worked.

        Args:
            day: The day.
        """
        return day in self.off or (day.weekday() >= 5 and day not in self.worked)


_WEEK = Workdays()


@frozen(slots=False, eq=False, kw_only=True)
class Case:
    """One dossier, looked at on one day.

    Attributes:
        dossier: The dossier.
        today: The day.
        workdays: Of the sides whose working days the host knows, by id.
        limits: Thresholds that were changed, by code of the rule.
    """

    dossier: Dossier
    today: date
    workdays: Mapping[str, Workdays] = field(factory=dict)
    limits: Mapping[str, Limit] = field(factory=dict)

    @cached_property
    def relations(self) -> Relations:
        """The relations of the dossier."""
        return Relations(self.dossier)

    @cached_property
    def phase(self) -> Phase:
        """How far the preparation has come."""
        return phase_of(self.dossier, self.today)

    @cached_property
    def event(self) -> Event | None:
        """The event that is being prepared."""
        return main_event(self.dossier)

    @cached_property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day of that event, or None where nobody knows."""
        return days(self.event.when) if self.event else None

    @cached_property
    def timetable(self) -> tuple[Stretch, ...]:
        """The sessions that will be held and have an hour, by their start."""
        return tuple(stretches(self.held()))

    @cached_property
    def busy(self) -> Mapping[str, list[Stretch]]:
        """Of the timetable: who is expected where, by id of the person or organisation."""
        found: dict[str, list[Stretch]] = {}
        for each in self.timetable:
            tasks = self.live(self.relations.tasks(each.session))
            for id_ in {id_ for role in tasks for id_ in (role.person, role.holder) if id_}:
                found.setdefault(id_, []).append(each)
        return dict(sorted(found.items()))

    def where(self, thing: Noun, *inner: str | int) -> str:
        """Return the place of a thing, or of something in it.

        Args:
            thing: The thing.
            inner: Fields and keys in it.
        """
        return path(TABLES[type(thing)], thing.id, *inner)

    def name(self, thing: Noun | str) -> Text:
        """Return what a thing is called, for sentences: never its id.

        Args:
            thing: The thing, or its id.
        """
        found = self.dossier[thing] if isinstance(thing, str) else thing
        if isinstance(found, Person):
            return Text({name.language: written_out(name) for name in found.names})
        if isinstance(found, Pairing) and found.name is None:
            return self._pairing(found)
        if isinstance(found, Session) and found.title is None:
            return self._untitled(found)
        return name_of(found) or _words("unnamed")

    def titled(self, workshop: Workshop) -> Titled:
        """Return the title of a workshop behind its number, between quotation marks.

        Args:
            workshop: The workshop.
        """
        return Titled(workshop.number, workshop.title)

    def _pairing(self, pairing: Pairing) -> Text:
        parties = [(end.side, party.organisation) for end in pairing.ends for party in end.parties]
        workshop = self.dossier.get(Workshop, pairing.workshop)
        if len({side for side, _ in parties}) > 1 or (parties and pairing.topic is None):
            return self.together(parties)
        return pairing.topic or (workshop.title if workshop else _words("unnamed"))

    def _untitled(self, session: Session) -> Text:
        workshop = self.dossier.get(Workshop, session.workshop)
        event = self.dossier.get(Event, session.event)
        if workshop is not None:
            return workshop.title
        if event is not None and session.kind == "other":
            return event.title
        return _words(f"session-kind.{session.kind}")

    def together(self, parties: Iterable[tuple[str | None, str]]) -> Text:
        """Return names told together, in each language as it joins them, its own side first.

        Args:
            parties: Who is named, by id, and of which side.
        """
        named = [(side, name_of(self.dossier[id_]) or _words("unnamed")) for side, id_ in parties]
        tags = {*BUILT_IN, *(tag for _, name in named for tag in name.tags if tag != SAME)}
        return Text({tag: self._joined(tag, named) for tag in sorted(tags)})

    def _joined(self, tag: str, named: Iterable[tuple[str | None, Text]]) -> str:
        """Return the names of each side joined, then the sides."""
        ends: dict[str | None, list[str]] = {
            side.id: [] for side in self.relations.order_of_sides(tag)
        }
        for side, name in named:
            ends.setdefault(side, []).append(name.phrase(tag, self.dossier.languages))
        told = [names for names in ends.values() if names]
        try:
            join = Wording(tag).join
        except RencontresError:  # a language that nobody has described
            return " – ".join(", ".join(names) for names in told)
        kind: ListKind = "organisations" if all(len(names) < 2 for names in told) else "sides"
        return join([join(names, "organisations") for names in told], kind)

    def side_of(self, id_: str | None) -> str | None:
        """Return the side of a person or an organisation, by id.

        Args:
            id_: The id.
        """
        return self.relations.side_of(self.dossier[id_]) if id_ is not None else None

    @cached_property
    def sides(self) -> tuple[Side, ...]:
        """The sides that meet."""
        return self.dossier.sides

    @cached_property
    def workshops(self) -> tuple[Workshop, ...]:
        """The workshops of the event that is being prepared, by number; all, where none has one."""
        main = self.event
        own = [w for w in self.dossier.workshops if main is None or w.event in (main.id, None)]
        return tuple(sorted(own, key=lambda w: (w.number is None, w.number or 0, w.id)))

    def pairings(self, workshop: Workshop) -> tuple[Pairing, ...]:
        """Return the pairings of a workshop.

        Args:
            workshop: The workshop.
        """
        return self.relations.pairings.get(workshop.id, ())

    def live(self, roles: Iterable[Role]) -> Iterator[Role]:
        """Yield the roles that somebody still counts on.

        Args:
            roles: Roles.
        """
        return (role for role in roles if role.confirmation not in OFF)

    def held(self) -> Iterator[Session]:
        """Yield the sessions that will be held."""
        for session in self.dossier.sessions:
            stands = standing(session, self.dossier.get(Event, session.event))
            if stands not in OFF and stands != "postponed":
                yield session

    def heard(self) -> Iterator[Role]:
        """Yield the roles of those who are heard, in workshops and in sessions that are held."""
        return iter(self._heard)

    @cached_property
    def _heard(self) -> tuple[Role, ...]:
        things: tuple[Workshop | Session, ...] = (*self.workshops, *self.held())
        return tuple(
            role for thing in things for role in self.live(thing.roles) if role.function in SPEAKING
        )

    def working(self, side: str) -> Workdays:
        """Return the working days of a side: what the host knows, else Monday to Friday.

        Args:
            side: Its id.
        """
        return self.workdays.get(side, _WEEK)

    def organisation(self, id_: str | None) -> Organisation | None:
        """Return an organisation, or None.

        Args:
            id_: Its id.
        """
        return self.dossier.get(Organisation, id_)


def _words(code: str) -> Text:
    """Return words of this library in the languages described here."""
    return Text({tag: Wording(tag).say(code) for tag in BUILT_IN})


def tolerated(finding_where: str, code: str, tolerance: Tolerance) -> bool:
    """Tell whether a tolerance accepts a finding.

    Args:
        finding_where: The place of the finding.
        code: The code of the finding.
        tolerance: The tolerance.
    """
    if tolerance.rule != code or tolerance.limit is not None:
        return False
    about = set(tolerance.about)
    return not about or bool(about & set(parts(finding_where)))
