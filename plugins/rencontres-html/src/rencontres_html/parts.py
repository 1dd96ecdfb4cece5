"""What stands around the sessions: changes, board, workshops, pairings, people, the record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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
        element("td", _number(programme, page)),
        element("td", each(programme, lambda speech: speech.lead(page.lead, label=False))),
        element("td", each(programme, lambda speech: speech.phrase(about))),
    )


def _number(programme: Programme, page: PairingPage) -> str:
    number = "" if page.number is None else str(page.number)
    address = programme.of_workshop(page.workshop)
    return element("a", number, href=address) if address and number else number


def _people(programme: Programme) -> Iterator[Markup]:
    tag = programme.tag
    if programme.view.people:
        heads = (word("name", tag), word("functions", tag), word("contact", tag))
        known = any(page.email or page.phone for page in programme.view.people)
        width = 3 if known else 2
        rows = [_person(programme, page)[:width] for page in programme.view.people]
        yield _table(heads[:width], rows, "people")


def _person(programme: Programme, page: PersonPage) -> tuple[Markup, ...]:
    def done(speech: Speech) -> str:
        told = [speech.wording.function(function, page.gender) for function in page.functions]
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
    def title(speech: Speech) -> str:
        told = speech.phrase(page.title)
        if page.status == "open":
            return told
        return speech.say("aside", what=told, aside=speech.say(f"action.{page.status}"))

    def owners(speech: Speech) -> str:
        named = speech.join(map(speech.phrase, page.owners), "people")
        count = len(page.owners)
        return speech.say("action.owners", owners=named, count=count) if named else ""

    def due(speech: Speech) -> str:
        when = speech.wording.when(page.due) if page.due else ""
        return speech.say("action.due", when=when) if when else ""

    about = lines(*(paragraph(programme, say) for say in (title, owners, due)))
    return element("li", about, id=f"a-{page.id}")


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


def after(programme: Programme) -> Iterator[tuple[str, list[Markup]]]:
    """Yield what follows the days, by the code of its heading.

    Args:
        programme: The programme.
    """
    view = programme.view
    yield "part.workshops", [_workshop(programme, page) for page in view.workshops]
    yield "part.pairings", [*_pairings(programme)]
    yield "part.committees", [_committee(programme, page) for page in view.committees]
    others = (page for page in view.events if _other(programme, page))
    yield "part.events", [_event(programme, page) for page in others]
    yield "part.people", [*_people(programme)]
    yield "part.actions", [*_list(_action(programme, page) for page in view.actions)]
    yield "minutes", [*_list(_note(programme, page) for page in view.notes)]
    yield "part.papers", [*_list(_paper(programme, page) for page in view.papers)]
