"""What stands around the sessions: changes, board, workshops, pairings, people, the record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from rencontres import (
    ActionPage,
    ChangeLine,
    CommitteePage,
    NotePage,
    PairingPage,
    PaperPage,
    PersonPage,
    View,
    WorkshopPage,
)
from rencontres_html.markup import Markup, element, lines, together
from rencontres_html.speech import (
    Speech,
    carried,
    each,
    functions,
    heading,
    paragraph,
    phrases,
)
from rencontres_html.words import word


def changes(view: View) -> Iterator[Markup]:
    """Yield what has changed since another version.

    Args:
        view: The programme.
    """
    found: dict[str, list[ChangeLine]] = {}
    for change in view.changes:
        found.setdefault(change.part, []).append(change)
    for part, listed in found.items():
        yield _under(view, part)
        yield from _list(_phrase(view, change) for change in listed)


def _under(view: View, code: str) -> Markup:
    return heading(view, "h3", lambda speech: speech.wording.heading(speech.wording.say(code)))


def _phrase(view: View, change: ChangeLine) -> Markup:
    return element("li", each(view, lambda speech: speech.phrase(change.text)))


# --- workshops, committees -----------------------------------------------------------------------


def _workshop(view: View, page: WorkshopPage) -> Markup:
    def topics(speech: Speech) -> Markup:
        if not page.topics:
            return Markup()
        return speech.say("topics", topics=speech.join(map(speech.phrase, page.topics)))

    told = [
        heading(view, "h3", lambda s: s.numbered(page.number, s.phrase(page.title))),
        paragraph(view, topics),
        phrases(view, page.problem),
        *carried(view, page.leads),
        *functions(view, page.people),
        *(phrases(view, entry.text) for entry in page.entries),
        phrases(view, page.outcome),
    ]
    return element("article", lines(*told), id=f"w-{page.id}")


def _committee(view: View, page: CommitteePage) -> Markup:
    def hosts(speech: Speech) -> Markup:
        if not page.hosts:
            return Markup()
        names = speech.join(map(speech.phrase, page.hosts), "organisations")
        return speech.say("organised-by", organisations=names)

    told = [
        heading(view, "h3", lambda speech: speech.phrase(page.name)),
        *functions(view, tuple(seat.holder for seat in page.seats)),
        paragraph(view, hosts),
        *functions(view, page.people),
    ]
    return element("article", lines(*told), id=f"c-{page.id}")


# --- tables --------------------------------------------------------------------------------------


def _pairings(view: View) -> Iterator[Markup]:
    tag = view.wordings[0].tag
    if view.pairings:
        heads = (word("workshop", tag), word("leads", tag), word("topic", tag))
        yield _table(heads, [_pairing(view, page) for page in view.pairings], "part-pairings")


def _pairing(view: View, page: PairingPage) -> tuple[Markup, ...]:
    return (
        element("td", "" if page.number is None else str(page.number)),
        element("td", each(view, lambda speech: speech.lead(page.lead))),
        element("td", each(view, lambda speech: speech.phrase(page.lead.topic or page.lead.name))),
    )


def _people(view: View) -> Iterator[Markup]:
    tag = view.wordings[0].tag
    if view.people:
        heads = (word("name", tag), word("functions", tag), word("contact", tag))
        known = any(page.email or page.phone for page in view.people)
        width = 3 if known else 2
        rows = [_person(view, page)[:width] for page in view.people]
        yield _table(heads[:width], rows, "part-people")


def _person(view: View, page: PersonPage) -> tuple[Markup, ...]:
    def done(speech: Speech) -> Markup:
        held = dict.fromkeys(function for _, function in page.tasks)
        told = [speech.wording.function(function, page.gender) for function in held]
        return speech.join(told, "clause")

    return (
        element("th", each(view, lambda speech: speech.phrase(page.titled)), scope="row"),
        element("td", each(view, done)),
        element("td", ", ".join(filter(None, (page.email, page.phone)))),
    )


def _table(heads: Iterable[str], rows: Iterable[Iterable[Markup]], section: str) -> Markup:
    cells = [element("th", head, scope="col") for head in heads]
    body = lines(*(element("tr", *row) for row in rows))
    table = element("table", element("thead", element("tr", *cells)), element("tbody", body))
    # What can be moved sideways is reached by the keyboard too (WCAG 2.2, 2.1.1).
    name = f"{section}-title"
    return element("div", table, class_="wide", role="region", tabindex="0", aria_labelledby=name)


# --- the record ----------------------------------------------------------------------------------


def _action(view: View, page: ActionPage) -> Markup:
    def said(speech: Speech) -> Markup:
        title = speech.phrase(page.title)
        if page.status != "open":
            status = speech.wording.say(f"action.{page.status}")
            title = speech.say("aside", what=title, aside=status)
        told = [title]
        if page.owners:
            owners = speech.join(map(speech.phrase, page.owners), "people")
            told.append(speech.say("action.owners", owners=owners, count=len(page.owners)))
        if page.due is not None and (when := speech.wording.when(page.due)):
            told.append(speech.say("action.due", when=when))
        return Markup(" · ".join(told))

    return element("li", each(view, said), id=f"a-{page.id}")


def _note(view: View, page: NotePage) -> Markup:
    def said(speech: Speech) -> Markup:
        kind = speech.say(f"note-kind.{page.kind}")
        head = speech.phrase(page.heading) if page.heading else kind
        return together(element("strong", head), " – ", speech.phrase(page.text))

    return element("li", each(view, said))


def _paper(view: View, page: PaperPage) -> Markup:
    def said(speech: Speech) -> Markup:
        status = speech.wording.say(f"paper.{page.status}")
        return speech.say("aside", what=speech.phrase(page.title), aside=status)

    return element("li", each(view, said))


def _list(items: Iterable[Markup]) -> Iterator[Markup]:
    listed = list(items)
    if listed:
        yield element("ul", lines(*listed))


SECTIONS: Mapping[str, Callable[[View], Iterable[Markup]]] = {
    "part.workshops": lambda view: (_workshop(view, page) for page in view.workshops),
    "part.pairings": _pairings,
    "part.committees": lambda view: (_committee(view, page) for page in view.committees),
    "part.people": _people,
    "part.actions": lambda view: _list(_action(view, page) for page in view.actions),
    "minutes": lambda view: _list(_note(view, page) for page in view.notes),
    "part.papers": lambda view: _list(_paper(view, page) for page in view.papers),
}
"""By the code of its heading: what follows the days."""
