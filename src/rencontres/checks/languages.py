"""RC401 to RC408: interpreters, translations, and what each language needs to know of people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from rencontres.checks.case import SPEAKING, Case
from rencontres.checks.rule import Example, Found, found, rule
from rencontres.language import kin
from rencontres.model import Noun, Person, Session
from rencontres.text import SAME, Text
from rencontres.wording.typography import Fault, faults
from rencontres.wording.values import Counted

_TALK = {"event": "meeting", "title": {"en": "Talk"}, "day": "2026-10-05", "hours": "09:00-12:00"}
_HEARD = {"roles": {"speaker": ["ann", "ken"]}}
_PAIR = {"between": ["en", "ja"]}
_MENDED = "“%(text)s” would be written “%(right)s”."
_DOUBTFUL = "“%(text)s” holds what its language does not write: “%(found)s”."


def _own_language(case: Case, holder: str | None) -> str | None:
    person = case.dossier.get(Person, holder)
    if person is not None and person.languages:
        return kin(person.languages[0])[0]
    side = case.side_of(holder)
    tags = next((s.languages for s in case.sides if s.id == side), ())
    return kin(tags[0])[0] if tags else None


def _spoken(case: Case, session: Session) -> set[str]:
    heard = (r.holder for r in case.live(session.roles) if r.function in SPEAKING and r.holder)
    return {tag for holder in heard if (tag := _own_language(case, holder))}


@rule(
    "RC401", "error", "People of two languages without interpretation",
    why="Half of the room will not follow.",
    since="programme",
    fails=Example(tables={"sessions": {"talk": {**_TALK, **_HEARD}}}),
    passes=Example(tables={"sessions": {"talk": {**_TALK, **_HEARD, "interpretation": _PAIR}}}),
)  # fmt: skip
def no_interpreter(case: Case) -> Iterator[Found]:
    for session in case.held():
        spoken = tuple(sorted(_spoken(case, session)))
        if (
            len(spoken) > 1
            and len(session.languages) != 1
            and not session.interpretation
            and session.kind not in ("meal", "break", "transfer")
        ):
            message = "“%(session)s” has no interpretation between its languages: %(languages)s."
            yield found(session, message, session=session, languages=spoken)


_TEAMS = ((40, 1), (240, 2), (360, 3), (480, 4))
"""AIIC: minutes of simultaneous interpretation between two languages, and interpreters needed."""


def _needed(session: Session) -> int:
    if session.start is None or session.end is None:
        return 1
    minutes = (session.end - session.start) / timedelta(minutes=1)
    return next((team for longest, team in _TEAMS if minutes <= longest), _TEAMS[-1][1])


@rule(
    "RC402", "warning", "Too few interpreters for the hours",
    why="After half an hour an interpreter makes mistakes that nobody hears.",
    since="programme",
    fails=Example(tables={"sessions": {"talk": {**_TALK, "interpretation": {**_PAIR, "team": ["ken"]}}}}),
    passes=Example(tables={"sessions": {"talk": {**_TALK, "interpretation": {**_PAIR, "team": ["ken", "ann"]}}}}),
)  # fmt: skip
def small_team(case: Case) -> Iterator[Found]:
    for session in case.held():
        for line in session.interpretation:
            needed = _needed(session) if line.mode == "simultaneous" else 1
            if line.team and len(line.team) < needed:
                yield found(
                    (session, "interpretation"),
                    "“%(session)s” has %(team)s; needed: %(needed)s.",
                    session=session,
                    team=Counted(len(line.team), "interpreter"),
                    needed=needed,
                )


_PRINTED: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("events", ("title", "theme")),
    ("places", ("name",)),
    ("rooms", ("name",)),
    ("organisations", ("name",)),
    ("workshops", ("title",)),
    ("pairings", ("topic",)),
    ("sessions", ("title", "description")),
)
"""What every programme prints."""


def _printed(case: Case) -> Iterator[tuple[Noun, str, Text]]:
    for table, fields in _PRINTED:
        for thing in getattr(case.dossier, table):
            if thing.audience in (None, "public"):
                for name in fields:
                    text = getattr(thing, name)
                    if text is not None:
                        yield thing, name, text


@rule(
    "RC403", "warning", "A text that is missing in one of the languages",
    why="Its readers would be given another language.",
    since="call",
    fails=Example(tables={"languages": ["en", "ja"]}),
    passes=Example(tables={}),
)  # fmt: skip
def untranslated(case: Case) -> Iterator[Found]:
    for thing, name, text in _printed(case):
        for tag in case.dossier.languages:
            if not text.covers(tag):
                yield found(
                    (thing, name), "“%(text)s” is missing in %(language)s.", text=text, language=tag
                )


def _shown(case: Case) -> Iterator[Person]:
    heard = {role.holder for role in case.heard()}
    return (person for person in case.dossier.people if person.id in heard)


@rule(
    "RC406", "info", "Somebody in the programme whose gender is not known",
    why="Languages that agree with people will have to say neither the one nor the other.",
    since="call",
    fails=Example(tables={"people": {"ann": {"gender": "unknown"}}, "workshops": {"water": {"roles": {"speaker": ["ann"]}}}}),
    passes=Example(tables={"workshops": {"water": {"roles": {"speaker": ["ann"]}}}}),
)  # fmt: skip
def unknown_gender(case: Case) -> Iterator[Found]:
    for person in _shown(case):
        if person.gender == "unknown":
            yield found(person, "It is not known how to address %(person)s.", person=person)


@rule(
    "RC407", "info", "Somebody in the programme without a name in one of the scripts",
    why="Readers of another script cannot read the name, and it cannot be filed.",
    since="call",
    fails=Example(tables={"people": {"ken": {"names": {"ja": {"family": "森", "given": "健", "order": "family-first"}}}},
                          "workshops": {"water": {"roles": {"speaker": ["ken"]}}}}),
    passes=Example(tables={"workshops": {"water": {"roles": {"speaker": ["ken"]}}}}),
)  # fmt: skip
def no_name(case: Case) -> Iterator[Found]:
    for person in _shown(case):
        scripts = {kin(name.language)[1] for name in person.names}
        for tag in case.dossier.languages:
            if kin(tag)[1] not in scripts:
                message = "The name is missing in %(language)s: %(person)s."
                yield found((person, "names"), message, person=person, language=tag)


@rule(
    "RC408", "info", "A text that its language writes otherwise",
    why="A programme is judged by its first line; official texts stay as they are.",
    since="programme",
    fails=Example(tables={"workshops": {"water": {"title": {"fr": "L'eau"}}}, "languages": ["fr"]}),
    passes=Example(tables={"workshops": {"water": {"title": {"fr": "L’eau"}}}, "languages": ["fr"]}),
)  # fmt: skip
def typography(case: Case) -> Iterator[Found]:
    for thing, name, text in _printed(case):
        for tag, words in text if text.tags != (SAME,) else ():
            wrong = [fault for fault in faults(words, tag) if fault.code != "no-break-space"]
            if wrong:
                right = _mended(words, wrong)
                yield found(
                    (thing, name, tag),
                    _MENDED if right != words else _DOUBTFUL,
                    text=Text({tag: words}),
                    right=Text({tag: right}),
                    found=wrong[0].found,
                )


def _mended(words: str, wrong: Iterable[Fault]) -> str:
    """Return words with what their language writes, where that is known."""
    parts: list[str] = []
    done = 0
    for fault in wrong:
        if fault.wanted is not None and fault.position >= done:
            parts += (words[done : fault.position], fault.wanted)
            done = fault.position + len(fault.found)
    return "".join((*parts, words[done:]))
