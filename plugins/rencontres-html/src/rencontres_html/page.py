"""The page: its head, what it begins with, its sections."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator
from importlib.resources import files

from rencontres import Day, EventPage, Phrase, View, Words
from rencontres_html import board, parts, sessions
from rencontres_html.markup import Markup, element, lines
from rencontres_html.speech import Speech, each, heading, paragraph, phrases, titled
from rencontres_html.words import word


def page(view: View, calendar: str = "", room: Words | None = None) -> str:
    """Return a programme as a page.

    Args:
        view: The programme.
        calendar: Where the calendar is; empty: no link.
        room: Of the page for a door: what the room is called.
    """
    tag = view.wordings[0].tag
    event = main_event(view)
    title = (event.title if event else view.title)[0]
    whose = view.person.name if view.person else room
    body = element(
        "body",
        element("a", word("skip", tag), href="#programme", class_="skip"),
        _header(view, event, calendar, room),
        _contents(view),
        element("main", lines(*_news(view), *sessions.days(view), *_after(view)), id="programme"),
        element("footer", element("p", _edition(view))),
    )
    whole = element(
        "html", "\n", _head(view, event, title, calendar, whose), "\n", body, "\n", lang=tag
    )
    return f"<!DOCTYPE html>\n{whole}\n"


def main_event(view: View) -> EventPage | None:
    """Return the event that the programme is of: the one with the most sessions.

    Args:
        view: The programme.
    """
    counts: dict[str | None, int] = {}
    for slot in view.slots():
        counts[slot.event] = counts.get(slot.event, 0) + 1
    for workshop in view.workshops:
        counts[workshop.event] = counts.get(workshop.event, 0) + 1
    return max(view.events, key=lambda event: (counts.get(event.id, 0), event.id), default=None)


def _title(speech: Speech, event: EventPage | None) -> Markup:
    return speech.phrase(event.title if event else speech.view.title)


def _head(
    view: View, event: EventPage | None, title: Phrase, calendar: str, whose: Words | None
) -> Markup:
    style = files("rencontres_html").joinpath("page.css").read_text("utf-8")
    known = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{known}'; base-uri 'none'; form-action 'none'"
    named = f"{whose[0]} – {title}" if whose else title
    return element(
        "head",
        lines(
            "",
            element("meta", charset="utf-8"),
            element("meta", http_equiv="Content-Security-Policy", content=policy),
            element("meta", name="viewport", content="width=device-width, initial-scale=1"),
            element("meta", name="color-scheme", content="light dark"),
            element("meta", name="referrer", content="no-referrer"),
            element("title", named, lang=title.language),
            element("link", rel="alternate", type="text/calendar", href=calendar)
            if calendar
            else "",
            element("style", Markup(style)),
            element("script", _linked(view, event, title), type="application/ld+json"),
        ),
    )


def _linked(view: View, event: EventPage | None, title: str) -> Markup:
    """Return the programme as schema.org knows it; no word of it can end the element."""
    held = [
        {
            "@type": "Event",
            "name": str(slot.title[0]),
            "startDate": slot.start.isoformat(),
            **({"endDate": slot.end.isoformat()} if slot.end else {}),
            "eventStatus": "https://schema.org/EventCancelled"
            if slot.status in ("cancelled", "withdrawn", "declined")
            else "https://schema.org/EventPostponed"
            if slot.status == "postponed"
            else "https://schema.org/EventScheduled",
            **({"location": {"@type": "Place", "name": str(slot.room[0])}} if slot.room else {}),
        }
        for slot in view.slots()
        if slot.start is not None
    ]
    days = event.when.days if event and event.when else None
    whole = {
        "@context": "https://schema.org",
        "@type": "EventSeries",
        "name": title,
        "inLanguage": list(view.reader.languages),
        **({"startDate": days[0].isoformat(), "endDate": days[1].isoformat()} if days else {}),
        "subEvent": held,
    }
    text = json.dumps(whole, ensure_ascii=False)
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)


def _header(view: View, event: EventPage | None, calendar: str, room: Words | None) -> Markup:
    theme = event.theme if event else None
    told = [
        element("h1", each(view, lambda speech: _title(speech, event))),
        phrases(view, view.person.titled if view.person else room, "whose"),
        paragraph(view, lambda s: s.say("theme", theme=s.phrase(theme)) if theme else ""),
        paragraph(view, lambda speech: _where(speech, event) if event else "", "where"),
        element("p", _edition(view), class_="edition"),
        _calendar(view, calendar),
    ]
    return element("header", lines(*told))


def _calendar(view: View, address: str) -> Markup:
    """Return the link to the calendar, and what to do in apps that drop calendars."""
    if not address:
        return Markup()
    tag = view.wordings[0].tag
    link = element("a", word("calendar", tag), href=address, rel="alternate", type="text/calendar")
    return element("p", link, " ", element("small", word("browser", tag)), class_="calendar")


def _where(speech: Speech, event: EventPage) -> Markup:
    told = [speech.phrase(words) for words in event.place[-1:]]
    if event.when is not None and (when := speech.wording.when(event.when)):
        told.append(Markup(when))
    return speech.join(told, "clause")


def _edition(view: View) -> Markup:
    revised = view.revised.date() if view.revised else None
    return each(view, lambda s: s.wording.programme(view.state, view.version, revised))


def _news(view: View) -> Iterator[Markup]:
    """Yield the changes, and the board."""
    since, status = view.since, view.board
    if since is not None:
        none = paragraph(view, lambda speech: speech.say("changes.none"))
        told = list(parts.changes(view)) or [none]
        title = heading(view, "h2", lambda speech: speech.phrase(since))
        yield element("section", lines(title, *told), id="changes")
    if status is not None:
        title = heading(view, "h2", lambda speech: speech.wording.say("board", date=status.today))
        yield element("section", lines(title, *board.board(view)), id="board")


def _after(view: View) -> Iterator[Markup]:
    for code, make in parts.SECTIONS.items():
        if told := list(make(view)):
            yield element("section", lines(titled(view, code), *told), id=code.replace(".", "-"))


def _contents(view: View) -> Markup:
    links = [_link(view, day) for day in view.days]
    label = word("contents", view.wordings[0].tag)
    return element("nav", element("ul", lines(*links)), aria_label=label) if links else Markup()


def _link(view: View, day: Day) -> Markup:
    said = each(view, lambda speech: speech.wording.day(day.date, weekday=True))
    return element("li", element("a", said, href=f"#d-{day.date.isoformat()}"))
