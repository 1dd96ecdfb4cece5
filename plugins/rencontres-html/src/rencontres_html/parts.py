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
    TaggedVoice,
    WorkshopPage,
)
from rencontres_html.markup import Markup, element, lines, together
from rencontres_html.telling import (
    Programme,
    carried,
    each,
    heading,
    paragraph,
    phrases,
    said,
    several,
)
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
    return heading(programme, "h3", lambda v: v.wording.heading(v.wording.say(code)))


def _phrase(programme: Programme, change: ChangeLine) -> Markup:
    return element("li", each(programme, lambda v: v.phrase(change.text)))


# --- workshops, committees -----------------------------------------------------------------------


def _workshop(programme: Programme, page: WorkshopPage) -> Markup:
    def topics(voice: TaggedVoice) -> str:
        if not page.topics:
            return ""
        return voice.wording.say(
            "topics", topics=voice.wording.join(map(voice.phrase, page.topics))
        )

    told = [
        heading(
            programme,
            "h3",
            lambda v: v.wording.workshop(page.number, v.phrase(page.title)),
        ),
        paragraph(programme, topics),
        phrases(programme, page.problem),
        *carried(programme, page.leads),
        *several(programme, lambda v: v.people(page)),
        *(phrases(programme, entry.text) for entry in page.entries),
        phrases(programme, page.outcome),
    ]
    return element("article", lines(*told), id=f"w-{page.id}")


def _committee(programme: Programme, page: CommitteePage) -> Markup:
    def hosts(voice: TaggedVoice) -> str:
        if not page.hosts:
            return ""
        names = voice.wording.join(map(voice.phrase, page.hosts), "organisations")
        return voice.wording.say("organised-by", organisations=names)

    chairs = [seat.holder for seat in page.seats]
    told = [
        heading(programme, "h3", lambda v: v.phrase(page.name)),
        *several(programme, lambda v: v.functions(chairs)),
        paragraph(programme, hosts),
        *several(programme, lambda v: v.functions(page.people)),
    ]
    return element("article", lines(*told), id=f"c-{page.id}")


def _other(programme: Programme, page: EventPage) -> bool:
    """Tell whether more is known of an event than its name, and the page is about another one."""
    known = page.when or page.place or page.purpose or page.people
    return page != programme.event and bool(known)


def _event(programme: Programme, page: EventPage) -> Markup:
    def convened(voice: TaggedVoice) -> str:
        names = voice.wording.join(map(voice.phrase, page.convened_by), "organisations")
        return voice.wording.say("convened-by", organisations=names) if names else ""

    told = [
        heading(programme, "h3", lambda v: v.standing(page.status, v.phrase(page.title))),
        paragraph(programme, lambda v: v.held(page), "where"),
        phrases(programme, page.purpose),
        paragraph(programme, convened),
        *several(programme, lambda v: v.people(page)),
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
        element("td", each(programme, lambda v: v.ends(page.lead))),
        element("td", each(programme, lambda v: v.phrase(about) if about else "")),
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
    def done(voice: TaggedVoice) -> str:
        told = [voice.wording.function(function, page.gender) for function in page.functions]
        return voice.wording.join(told, "clause")

    return (
        element("th", each(programme, lambda v: v.phrase(page.titled)), scope="row"),
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
    def title(voice: TaggedVoice) -> str:
        told = voice.phrase(page.title)
        if page.status == "open":
            return told
        status = voice.wording.say(f"action.{page.status}")
        return voice.wording.say("aside", what=told, aside=status)

    def owners(voice: TaggedVoice) -> str:
        named = voice.wording.join(map(voice.phrase, page.owners), "people")
        count = len(page.owners)
        return voice.wording.say("action.owners", owners=named, count=count) if named else ""

    def due(voice: TaggedVoice) -> str:
        when = voice.wording.when(page.due) if page.due else ""
        return voice.wording.say("action.due", when=when) if when else ""

    about = lines(*(paragraph(programme, say) for say in (title, owners, due)))
    return element("li", about, id=f"a-{page.id}")


def _note(programme: Programme, page: NotePage) -> Markup:
    def told(voice: TaggedVoice) -> Markup:
        kind = voice.wording.say(f"note-kind.{page.kind}")
        head = voice.phrase(page.heading) if page.heading else kind
        strong = element("strong", said(voice, head))
        return together(strong, " – ", said(voice, voice.phrase(page.text)))

    return element("li", each(programme, told))


def _paper(programme: Programme, page: PaperPage) -> Markup:
    def said(voice: TaggedVoice) -> str:
        status = voice.wording.say(f"paper.{page.status}")
        return voice.wording.say("aside", what=voice.phrase(page.title), aside=status)

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
