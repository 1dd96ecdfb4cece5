"""The people: of each delegation, and whom to turn to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from rencontres import PersonPage
from rencontres_xlsx import told
from rencontres_xlsx.cells import Value
from rencontres_xlsx.headings import Voices, heading, opening, stacked, titled, word
from rencontres_xlsx.printed import Column, Row, Sheet

_TURN_TO = ("head-of-delegation", "liaison", "contact", "secretariat", "organiser", "interpreter")
"""The functions of those whom one turns to, the first first."""


def delegations(voices: Voices) -> Sheet | None:
    """Return everybody whom the reader sees, by delegation; None: there is nobody.

    Args:
        voices: The languages of the reader, which have the programme.
    """
    posts = (
        Column(heading=heading(voices, "posts"), least=24, most=52),
        Column(heading=heading(voices, "tasks"), least=14, most=32),
    )

    def row(page: PersonPage) -> tuple[Value, ...]:
        return (*called(voices, page), held(voices, page), _tasks(voices, page))

    return _list(voices, "delegations", voices[0].view.people, (*names(voices), *posts), row)


def liaison(voices: Voices) -> Sheet | None:
    """Return whom to turn to in each delegation, and how; None: there is nobody.

    Args:
        voices: The languages of the reader, which have the programme.
    """
    found = sorted(
        (page for page in voices[0].view.people if _rank(page) < len(_TURN_TO)), key=_rank
    )
    tasks = Column(heading=heading(voices, "tasks"), least=18, most=36)

    def row(page: PersonPage) -> tuple[Value, ...]:
        return (_tasks(voices, page), *called(voices, page))

    return _list(voices, "liaison", found, (tasks, *names(voices)), row)


def _list(
    voices: Voices,
    key: str,
    people: Sequence[PersonPage],
    columns: tuple[Column, ...],
    row: Callable[[PersonPage], tuple[Value, ...]],
) -> Sheet | None:
    """Return a list of people by delegation, numbered, with phone and address where there are."""
    if not people:
        return None
    phones, emails = any(page.phone for page in people), any(page.email for page in people)
    rows: list[Row] = []
    for name, pages in by_side(voices, people):
        rows.append(Row(cells=(name,), look="band"))
        for number, page in enumerate(pages, 1):
            reached = [page.phone] * phones + [page.email] * emails
            rows.append(Row(cells=(number, *row(page), *reached)))
    return Sheet(
        name=word(key, voices[0].wording),
        heading=opening(voices, lambda voice: word(key, voice.wording)),
        columns=(
            Column(heading=heading(voices, "number"), least=6, most=8),
            *columns,
            *[Column(heading=heading(voices, "phone"), least=18, most=24)] * phones,
            *[Column(heading=heading(voices, "email"), least=20, most=40)] * emails,
        ),
        rows=tuple(rows),
    )


def _rank(page: PersonPage) -> int:
    ranks = (_TURN_TO.index(each) for each in page.functions if each in _TURN_TO)
    return min(ranks, default=len(_TURN_TO))


def _tasks(voices: Voices, page: PersonPage) -> str:
    return stacked(voices, lambda voice: told.tasks(page, voice))


# --- what the sign-in sheets say of people too ---------------------------------------------------


def by_side(
    voices: Voices, people: Iterable[PersonPage]
) -> Iterator[tuple[str, tuple[PersonPage, ...]]]:
    """Yield the name of each delegation and its people: in the order of the leading language.

    Args:
        voices: The languages of the reader, which have the programme.
        people: The people, in the order in which they are to stand.
    """
    order = voices[0].view.orders[0]
    found: dict[str | None, list[PersonPage]] = {}
    for page in people:
        found.setdefault(page.side if page.side in order else None, []).append(page)
    for id_ in (*order, None):
        if id_ in found:
            side = voices[0].view.side(id_)
            name = titled(voices, side.name) if side else heading(voices, "others")
            yield name.replace("\n", " – "), tuple(found[id_])


def names(voices: Voices) -> tuple[Column, ...]:
    """Return a column for the name in each language of the reader: in both scripts.

    Args:
        voices: The languages of the reader, which have the programme.
    """
    return tuple(Column(heading=word("name", voice.wording), least=16, most=34) for voice in voices)


def called(voices: Voices, page: PersonPage) -> tuple[str, ...]:
    """Return the name of somebody for each of those columns.

    Args:
        voices: The languages of the reader, which have the programme.
        page: Who.
    """
    return tuple(voice.phrase(page.formal) for voice in voices)


def held(voices: Voices, page: PersonPage) -> str:
    """Return the posts of somebody.

    Args:
        voices: The languages of the reader, which have the programme.
        page: Who.
    """
    return stacked(voices, lambda voice: told.posts(page, voice))
