"""The page: its head, what it begins with, its sections."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Sequence
from importlib.resources import files

from rencontres import TaggedVoice, View, Words
from rencontres_html.chapters import Chapter, chapters
from rencontres_html.linked import linked
from rencontres_html.markup import Markup, direction, element, lines
from rencontres_html.telling import (
    Programme,
    each,
    heading,
    paragraph,
    phrases,
    told,
)
from rencontres_html.words import word


def page(view: View, calendar: str = "", room: Words | None = None) -> str:
    """Return a programme as one page.

    Args:
        view: The programme.
        calendar: Where the calendar is; empty: no link.
        room: Of the page for a door: what the room is called.
    """
    programme = told(view)
    found = [*chapters(programme)]
    whose = view.person.titled if view.person else room
    name = view.person.name if view.person else room
    main = element("main", lines(*map(Chapter.section, found)), id="programme")
    header = _header(programme, calendar, whose)
    body = lines(header, _contents(programme, found), main)
    return _whole(programme, body, calendar, str(name[0]) if name else "")


def site(view: View, ending: str, calendar: str = "") -> Iterator[tuple[str, str]]:
    """Yield the pages of a programme with their names: what is in it, then each chapter.

    Args:
        view: The programme.
        ending: Of their names.
        calendar: Where the calendar is; empty: no link.
    """
    programme = told(view, ending)
    found = [*chapters(programme)]
    whole = element("main", _contents(programme, found), id="programme")
    header = _header(programme, calendar, None)
    yield f"{INDEX}.{ending}", _whole(programme, lines(header, whole), calendar)
    home = each(programme, lambda v: v.phrase(programme.called))
    title = element("h1", element("a", home, href=f"{INDEX}.{ending}"))
    above = element("header", lines(title, element("p", _edition(programme), class_="edition")))
    for chapter in found:
        contents = _contents(programme, found, chapter)
        body = lines(above, contents, element("main", chapter.section(), id="programme"))
        yield f"{chapter.id}.{ending}", _whole(programme, body, calendar, chapter.name)


INDEX = "programme"
"""What the page that leads to the others is called."""


def _whole(programme: Programme, body: Markup, calendar: str, name: str = "") -> str:
    tag = programme.tag
    skip = element("a", word("skip", tag), href="#programme", class_="skip")
    inside = lines(
        "",
        _head(programme, calendar, name),
        element("body", lines(skip, body, _footer(programme))),
        "",
    )
    return f"<!DOCTYPE html>\n{element('html', inside, lang=tag, dir=direction(tag))}\n"


def _head(programme: Programme, calendar: str, name: str) -> Markup:
    style = files("rencontres_html").joinpath("page.css").read_text("utf-8")
    known = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{known}'; base-uri 'none'; form-action 'none'"
    title = programme.title
    whole = not (programme.ending and name)  # of a site the first page tells machines all
    feed = {"rel": "alternate", "type": "text/calendar", "href": calendar}
    return element(
        "head",
        lines(
            element("meta", charset="utf-8"),
            element("meta", http_equiv="Content-Security-Policy", content=policy),
            element("meta", name="viewport", content="width=device-width, initial-scale=1"),
            element("meta", name="color-scheme", content="light dark"),
            element("meta", name="referrer", content="no-referrer"),
            element("title", f"{name} – {title}" if name else title, lang=title.language),
            element("link", **feed) if calendar else "",
            element("style", Markup(style)),
            element("script", linked(programme), type="application/ld+json") if whole else "",
        ),
    )


def _header(programme: Programme, calendar: str, whose: Words | None) -> Markup:
    def themed(voice: TaggedVoice) -> str:
        theme = voice.theme(programme.event)
        return voice.wording.say("theme", theme=theme) if theme else ""

    return element(
        "header",
        lines(
            heading(programme, "h1", lambda v: v.phrase(programme.called)),
            phrases(programme, whose, "whose"),
            paragraph(programme, themed),
            paragraph(programme, lambda v: v.held(v.event), "where"),
            element("p", _edition(programme), class_="edition"),
            _calendar(programme, calendar),
        ),
    )


def _edition(programme: Programme) -> Markup:
    return each(programme, lambda v: v.edition())


def _calendar(programme: Programme, address: str) -> Markup:
    """Return the link to the calendar, and what to do in apps that drop calendars."""
    if not address:
        return Markup()
    calendar = each(programme, lambda v: word("calendar", v.wording.tag))
    browser = each(programme, lambda v: word("browser", v.wording.tag))
    link = element("a", calendar, href=address, type="text/calendar")
    return element("div", element("p", link), element("p", browser), class_="calendar")


def _footer(programme: Programme) -> Markup:
    view, event = programme.view, programme.event
    final = view.state == "final" or not view.days
    address = str(event.url[0]) if event and event.url else ""
    known = address.startswith(("https://", "http://"))
    return element(
        "footer",
        lines(
            element("p", _edition(programme)),
            "" if final else paragraph(programme, lambda v: v.wording.say("subject-to-change")),
            element("p", element("a", address, href=address)) if known else "",
        ),
    )


def _contents(
    programme: Programme, found: Sequence[Chapter], here: Chapter | None = None
) -> Markup:
    """Return links to the chapters, where they are not all that is on the page.

    Args:
        programme: The programme.
        found: The chapters.
        here: The one that the page is about.
    """
    links = [
        element(
            "a",
            chapter.title,
            href=programme.address(chapter.id),
            aria_current="page" if chapter is here else None,
        )
        for chapter in found
    ]
    if not links or (len(links) == 1 and not programme.ending):
        return Markup()
    items = lines(*(element("li", link) for link in links))
    return element("nav", element("ul", items), aria_label=word("contents", programme.tag))
