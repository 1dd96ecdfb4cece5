"""The page: its head, what it begins with, its sections."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from importlib.resources import files

from rencontres import Day, View, Words
from rencontres_html import board, parts, sessions
from rencontres_html.linked import linked
from rencontres_html.markup import Markup, direction, element, lines
from rencontres_html.speech import Speech
from rencontres_html.telling import (
    Programme,
    each,
    heading,
    paragraph,
    phrases,
    titled,
    told,
)
from rencontres_html.words import word


def page(view: View, calendar: str = "", room: Words | None = None) -> str:
    """Return a programme as a page.

    Args:
        view: The programme.
        calendar: Where the calendar is; empty: no link.
        room: Of the page for a door: what the room is called.
    """
    programme = told(view)
    whose = view.person.name if view.person else room
    main = lines(*_news(programme), *sessions.days(programme), *_after(programme))
    body = element(
        "body",
        lines(
            element("a", word("skip", programme.tag), href="#programme", class_="skip"),
            _header(programme, calendar, room),
            _contents(programme),
            element("main", main, id="programme"),
            _footer(programme),
        ),
    )
    inside = lines("", _head(programme, calendar, whose), body, "")
    tag = programme.tag
    return f"<!DOCTYPE html>\n{element('html', inside, lang=tag, dir=direction(tag))}\n"


def _head(programme: Programme, calendar: str, whose: Words | None) -> Markup:
    style = files("rencontres_html").joinpath("page.css").read_text("utf-8")
    known = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{known}'; base-uri 'none'; form-action 'none'"
    title = programme.title
    feed = {"rel": "alternate", "type": "text/calendar", "href": calendar}
    return element(
        "head",
        lines(
            element("meta", charset="utf-8"),
            element("meta", http_equiv="Content-Security-Policy", content=policy),
            element("meta", name="viewport", content="width=device-width, initial-scale=1"),
            element("meta", name="color-scheme", content="light dark"),
            element("meta", name="referrer", content="no-referrer"),
            element("title", f"{whose[0]} – {title}" if whose else title, lang=title.language),
            element("link", **feed) if calendar else "",
            element("style", Markup(style)),
            element("script", linked(programme), type="application/ld+json"),
        ),
    )


def _header(programme: Programme, calendar: str, room: Words | None) -> Markup:
    view, event = programme.view, programme.event
    theme = event.theme if event else None

    def themed(speech: Speech) -> str:
        quoted = speech.wording.quote(speech.phrase(theme)) if theme else ""
        return speech.say("theme", theme=quoted) if quoted else ""

    return element(
        "header",
        lines(
            heading(programme, "h1", lambda speech: speech.phrase(programme.called)),
            phrases(programme, view.person.titled if view.person else room, "whose"),
            paragraph(programme, themed),
            paragraph(programme, _where, "where"),
            element("p", _edition(programme), class_="edition"),
            _calendar(programme, calendar),
        ),
    )


def _where(speech: Speech) -> str:
    if (event := speech.event) is None:
        return ""
    parts_ = [speech.phrase(words) for words in event.place[:1]]
    if event.when is not None:
        parts_.append(speech.wording.when(event.when))
    return speech.wording.heading(speech.join(parts_, "clause"))


def _edition(programme: Programme) -> Markup:
    view = programme.view
    revised = view.revised.date() if view.revised else None
    return each(programme, lambda s: s.wording.programme(view.state, view.version, revised))


def _calendar(programme: Programme, address: str) -> Markup:
    """Return the link to the calendar, and what to do in apps that drop calendars."""
    if not address:
        return Markup()
    calendar = each(programme, lambda speech: word("calendar", speech.wording.tag))
    browser = each(programme, lambda speech: word("browser", speech.wording.tag))
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
            "" if final else paragraph(programme, lambda s: s.say("subject-to-change")),
            element("p", element("a", address, href=address)) if known else "",
        ),
    )


def _news(programme: Programme) -> Iterator[Markup]:
    """Yield the changes, and the board."""
    since, status = programme.view.since, programme.view.board
    if since is not None:
        none = paragraph(programme, lambda speech: speech.say("changes.none"))
        told = list(parts.changes(programme)) or [none]
        title = heading(programme, "h2", lambda speech: speech.phrase(since))
        yield element("section", lines(title, *told), id="changes")
    if status is not None:
        title = heading(
            programme, "h2", lambda speech: speech.wording.say("board", date=status.today)
        )
        yield element("section", lines(title, *board.board(programme)), id="board")


def _after(programme: Programme) -> Iterator[Markup]:
    for code, make in parts.SECTIONS.items():
        if told := list(make(programme)):
            yield element(
                "section", lines(titled(programme, code), *told), id=code.replace(".", "-")
            )


def _contents(programme: Programme) -> Markup:
    links = [_link(programme, day) for day in programme.view.days]
    label = word("contents", programme.tag)
    return element("nav", element("ul", lines(*links)), aria_label=label) if links else Markup()


def _link(programme: Programme, day: Day) -> Markup:
    said = each(programme, lambda speech: speech.wording.day(day.date, weekday=True))
    return element("li", element("a", said, href=f"#d-{day.date.isoformat()}"))
