"""The people: of each delegation, and whom to turn to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from rencontres import PersonPage, View
from rencontres_xlsx import told
from rencontres_xlsx.headings import heading, opening, stacked, titled, word
from rencontres_xlsx.printed import Column, Row, Sheet, Value

_TURN_TO = ("head-of-delegation", "liaison", "contact", "secretariat", "organiser", "interpreter")
"""The functions of those whom one turns to, the first first."""


def delegations(view: View) -> Sheet | None:
    """Return everybody whom the reader sees, by delegation; None: there is nobody.

    Args:
        view: The programme.
    """
    posts = (
        Column(heading=heading(view, "posts"), least=24, most=52),
        Column(heading=heading(view, "tasks"), least=14, most=32),
    )

    def row(page: PersonPage) -> tuple[Value, ...]:
        return (*called(view, page), held(view, page), _tasks(view, page))

    return _list(view, "delegations", view.people, (*names(view), *posts), row)


def liaison(view: View) -> Sheet | None:
    """Return whom to turn to in each delegation, and how; None: there is nobody.

    Args:
        view: The programme.
    """
    found = sorted((page for page in view.people if _rank(page) < len(_TURN_TO)), key=_rank)
    tasks = Column(heading=heading(view, "tasks"), least=18, most=36)

    def row(page: PersonPage) -> tuple[Value, ...]:
        return (_tasks(view, page), *called(view, page))

    return _list(view, "liaison", found, (tasks, *names(view)), row)


def _list(
    view: View,
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
    for name, pages in by_side(view, people):
        rows.append(Row(cells=(name,), look="band"))
        for number, page in enumerate(pages, 1):
            reached = [page.phone] * phones + [page.email] * emails
            rows.append(Row(cells=(number, *row(page), *reached)))
    return Sheet(
        name=word(key, view.wordings[0]),
        heading=opening(view, lambda wording: word(key, wording)),
        columns=(
            Column(heading=heading(view, "number"), least=6, most=8),
            *columns,
            *[Column(heading=heading(view, "phone"), least=18, most=24)] * phones,
            *[Column(heading=heading(view, "email"), least=20, most=40)] * emails,
        ),
        rows=tuple(rows),
    )


def _rank(page: PersonPage) -> int:
    ranks = (_TURN_TO.index(each) for each in page.functions if each in _TURN_TO)
    return min(ranks, default=len(_TURN_TO))


def _tasks(view: View, page: PersonPage) -> str:
    return stacked(view, lambda _, wording: told.tasks(page, wording))


# --- what the sign-in sheets say of people too ---------------------------------------------------


def by_side(
    view: View, people: Iterable[PersonPage]
) -> Iterator[tuple[str, tuple[PersonPage, ...]]]:
    """Yield the name of each delegation and its people: in the order of the leading language.

    Args:
        view: The programme.
        people: The people, in the order in which they are to stand.
    """
    order = view.orders[0]
    found: dict[str | None, list[PersonPage]] = {}
    for page in people:
        found.setdefault(page.side if page.side in order else None, []).append(page)
    for id_ in (*order, None):
        if id_ in found:
            side = view.side(id_)
            name = titled(view, side.name) if side else heading(view, "others")
            yield name.replace("\n", " – "), tuple(found[id_])


def names(view: View) -> tuple[Column, ...]:
    """Return a column for the name in each language of the reader: in both scripts.

    Args:
        view: The programme.
    """
    return tuple(
        Column(heading=word("name", wording), least=16, most=34) for wording in view.wordings
    )


def called(view: View, page: PersonPage) -> tuple[str, ...]:
    """Return the name of somebody for each of those columns.

    Args:
        view: The programme.
        page: Who.
    """
    return tuple(str(page.formal[number]) for number in range(len(view.wordings)))


def held(view: View, page: PersonPage) -> str:
    """Return the posts of somebody.

    Args:
        view: The programme.
        page: Who.
    """
    return stacked(view, lambda number, wording: told.posts(page, number, wording))
