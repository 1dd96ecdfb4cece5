"""What stands around the sessions: changes, board, workshops, pairings, people, the record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from rencontres import (
    ActionPage,
    ChangeLine,
    CommitteePage,
    EventPage,
    NotePage,
    PairingPage,
    PaperPage,
    PersonPage,
    WorkshopPage,
)
from rencontres_html.markup import Markup, element, lines, together
from rencontres_html.speech import Speech
from rencontres_html.telling import Programme, carried, each, functions, heading, paragraph, phrases
from rencontres_html.words import word


def changes(programme: Programme) -> Iterator[Markup]:
    """Yield what has changed since another version.

    Args:
        programme: The programme.
    """
    found: dict[str, list[ChangeLine]] = {}
    for change in programme.view.changes:
        found.setdefault(change.part, []).append(change)
    for part, listed in found.items():
        yield _under(programme, part)
        yield from _list(_phrase(programme, change) for change in listed)


def _under(programme: Programme, code: str) -> Markup:
    return heading(programme, "h3", lambda speech: speech.wording.heading(speech.wording.say(code)))


def _phrase(programme: Programme, change: ChangeLine) -> Markup:
    return element("li", each(programme, lambda speech: speech.phrase(change.text)))


# --- workshops, committees -----------------------------------------------------------------------


def _workshop(programme: Programme, page: WorkshopPage) -> Markup:
    def topics(speech: Speech) -> str:
        if not page.topics:
            return ""
        return speech.say("topics", topics=speech.join(map(speech.phrase, page.topics)))

    told = [
        heading(programme, "h3", lambda s: s.wording.workshop(page.number, s.phrase(page.title))),
        paragraph(programme, topics),
        phrases(programme, page.problem),
        *carried(programme, page.leads),
        *functions(programme, page.people),
        *(phrases(programme, entry.text) for entry in page.entries),
        phrases(programme, page.outcome),
    ]
    return element("article", lines(*told), id=f"w-{page.id}")


def _committee(programme: Programme, page: CommitteePage) -> Markup:
    def hosts(speech: Speech) -> str:
        if not page.hosts:
            return ""
        names = speech.join(map(speech.phrase, page.hosts), "organisations")
        return speech.say("organised-by", organisations=names)

    told = [
        heading(programme, "h3", lambda speech: speech.phrase(page.name)),
        *functions(programme, tuple(seat.holder for seat in page.seats)),
        paragraph(programme, hosts),
        *functions(programme, page.people),
    ]
    return element("article", lines(*told), id=f"c-{page.id}")


def _other(programme: Programme, page: EventPage) -> bool:
    """Tell whether more is known of an event than its name, and the page is about another one."""
    known = page.when or page.place or page.purpose or page.people
    return page != programme.event and bool(known)


def _event(programme: Programme, page: EventPage) -> Markup:
    def where(speech: Speech) -> str:
        told = [speech.phrase(words) for words in page.place[:1]]
        told += [speech.wording.when(page.when)] if page.when else []
        return speech.wording.heading(speech.join(told, "clause"))

    def convened(speech: Speech) -> str:
        names = speech.join(map(speech.phrase, page.convened_by), "organisations")
        return speech.say("convened-by", organisations=names) if names else ""

    told = [
        heading(programme, "h3", lambda s: s.standing(s.phrase(page.title), page.status)),
        paragraph(programme, where, "where"),
        phrases(programme, page.purpose),
        paragraph(programme, convened),
        *functions(programme, page.people),
    ]
    return element("article", lines(*told), id=f"e-{page.id}")


# --- tables --------------------------------------------------------------------------------------


def _pairings(programme: Programme) -> Iterator[Markup]:
    tag = programme.tag
    if programme.view.pairings:
        heads = (word("workshop", tag), word("leads", tag), word("topic", tag))
        yield _table(
            heads, [_pairing(programme, page) for page in programme.view.pairings], "part-pairings"
        )


def _pairing(programme: Programme, page: PairingPage) -> tuple[Markup, ...]:
    about = page.lead.topic or page.lead.name
    return (
        element("td", "" if page.number is None else str(page.number)),
        element("td", each(programme, lambda speech: speech.lead(page.lead, label=False))),
        element("td", each(programme, lambda speech: speech.phrase(about))),
    )


def _people(programme: Programme) -> Iterator[Markup]:
    tag = programme.tag
    if programme.view.people:
        heads = (word("name", tag), word("functions", tag), word("contact", tag))
        known = any(page.email or page.phone for page in programme.view.people)
        width = 3 if known else 2
        rows = [_person(programme, page)[:width] for page in programme.view.people]
        yield _table(heads[:width], rows, "part-people")


def _person(programme: Programme, page: PersonPage) -> tuple[Markup, ...]:
    def done(speech: Speech) -> str:
        held = dict.fromkeys(function for _, function in page.tasks)
        told = [speech.wording.function(function, page.gender) for function in held]
        return speech.join(told, "clause")

    return (
        element("th", each(programme, lambda speech: speech.phrase(page.titled)), scope="row"),
        element("td", each(programme, done)),
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


def _action(programme: Programme, page: ActionPage) -> Markup:
    def said(speech: Speech) -> str:
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
        return " · ".join(told)

    return element("li", each(programme, said), id=f"a-{page.id}")


def _note(programme: Programme, page: NotePage) -> Markup:
    def said(speech: Speech) -> Markup:
        kind = speech.say(f"note-kind.{page.kind}")
        head = speech.phrase(page.heading) if page.heading else kind
        return together(element("strong", head), " – ", speech.phrase(page.text))

    return element("li", each(programme, said))


def _paper(programme: Programme, page: PaperPage) -> Markup:
    def said(speech: Speech) -> str:
        status = speech.wording.say(f"paper.{page.status}")
        return speech.say("aside", what=speech.phrase(page.title), aside=status)

    return element("li", each(programme, said))


def _list(items: Iterable[Markup]) -> Iterator[Markup]:
    listed = list(items)
    if listed:
        yield element("ul", lines(*listed))


SECTIONS: Mapping[str, Callable[[Programme], Iterable[Markup]]] = {
    "part.workshops": lambda p: (_workshop(p, page) for page in p.view.workshops),
    "part.pairings": _pairings,
    "part.committees": lambda p: (_committee(p, page) for page in p.view.committees),
    "part.events": lambda p: (_event(p, page) for page in p.view.events if _other(p, page)),
    "part.people": _people,
    "part.actions": lambda p: _list(_action(p, page) for page in p.view.actions),
    "minutes": lambda p: _list(_note(p, page) for page in p.view.notes),
    "part.papers": lambda p: _list(_paper(p, page) for page in p.view.papers),
}
"""By the code of its heading: what follows the days."""
