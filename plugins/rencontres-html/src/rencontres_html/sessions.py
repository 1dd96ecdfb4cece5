"""The days of a programme, and the sessions on them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta, tzinfo

from rencontres import Day, Slot, View
from rencontres_html.markup import Markup, element, lines
from rencontres_html.speech import (
    OFF,
    SURE,
    Speech,
    carried,
    each,
    functions,
    heading,
    paragraph,
    phrases,
    titled,
)


def days(view: View) -> Iterator[Markup]:
    """Yield a section for each day, then one for what has no hour.

    Args:
        view: The programme.
    """
    for day in view.days:
        yield _day(view, day)
    if view.unscheduled:
        slots = [_session(view, slot) for slot in view.unscheduled]
        yield element("section", lines(titled(view, "unscheduled"), *slots), id="unscheduled")


def _day(view: View, day: Day) -> Markup:
    def said(speech: Speech) -> str:
        return speech.wording.heading(speech.wording.day(day.date, weekday=True))

    stamp = day.date.isoformat()
    title = element("h2", element("time", each(view, said), datetime=stamp))
    slots = [_session(view, slot) for slot in day.slots]
    body = lines(title, *_clocks(view, day), *slots)
    return element("section", body, id=f"d-{stamp}", class_="day")


def _clocks(view: View, day: Day) -> Iterator[Markup]:
    """Yield what clocks the hours of a day are told by, and what the others show."""
    found: dict[tzinfo, dict[tzinfo, None]] = {}
    for slot in day.slots:
        if slot.start is not None and slot.start.tzinfo is not None:
            others = [since.tzinfo for since, _ in slot.elsewhere if since.tzinfo]
            found.setdefault(slot.start.tzinfo, {}).update(dict.fromkeys(others))
    for home, others_ in found.items():
        if others_ or len(found) > 1 or str(home) != view.zone:
            yield _clock(view, day, home, [*others_])


def _clock(view: View, day: Day, home: tzinfo, others: list[tzinfo]) -> Markup:
    return paragraph(view, lambda s: s.wording.clocks(day.date, home, others), "clock")


def _session(view: View, slot: Slot) -> Markup:
    off = slot.status in OFF or slot.status == "postponed"
    told = [
        element("p", _hours(view, slot), class_="hours"),
        heading(view, "h3", lambda speech: _title(speech, slot)),
        paragraph(view, lambda speech: _moved(speech, slot), "moved"),
        paragraph(view, lambda speech: _where(speech, slot), "where"),
        phrases(view, slot.address, "address"),
    ]
    if not off:
        told += [*carried(view, slot.leads), *functions(view, slot.people)]
        told += [_languages(view, slot), _agenda(view, slot)]
    told += [phrases(view, slot.description, "words"), _link(slot)]
    kind = "slot off" if off else "slot" if slot.status in SURE else "slot unsure"
    return element("article", lines(*told), id=f"s-{slot.id}", class_=kind)


def _link(slot: Slot) -> Markup:
    address = str(slot.url[0]) if slot.url else ""
    known = address.startswith(("https://", "http://"))
    return element("p", element("a", address, href=address)) if known else Markup()


def _title(speech: Speech, slot: Slot) -> Markup:
    title = speech.numbered(slot.number, speech.phrase(slot.title))
    if slot.status in OFF:
        return speech.say("cancelled", title=title)
    if slot.status == "postponed":
        return speech.say("postponed", title=title)
    return speech.sure(title, slot.status)


def _hours(view: View, slot: Slot) -> Markup:
    start, when = slot.start, slot.when
    if start is None:
        return each(view, lambda speech: speech.wording.when(when)) if when else Markup()
    told = each(view, lambda speech: speech.wording.hours(start, slot.end, slot=True))
    return element("time", told, datetime=start.isoformat(timespec="minutes"))


def _where(speech: Speech, slot: Slot) -> Markup:
    parts = [words for words in (slot.room, slot.floor, *slot.place) if words]
    return speech.join(map(speech.phrase, parts), "clause")


def _moved(speech: Speech, slot: Slot) -> Markup:
    before = slot.before
    if before is None:
        return Markup()
    told: list[Markup] = []
    if before.start is not None:
        hour = speech.wording.hours(before.start, before.end, slot=True)
        told.append(speech.say("new-time", before=hour))
    if before.room is not None and slot.room is not None:
        told.append(speech.say("new-room", before=speech.phrase(before.room)))
    return speech.join(told, "clause")


def _languages(view: View, slot: Slot) -> Markup:
    tags = [*slot.languages]
    for line in slot.interpretation:
        tags += [tag for tag in line.between if tag not in tags]
    if not tags:
        return Markup()
    first = next(iter(slot.interpretation), None)
    mode, channels = (first.mode, first.channels) if first else (None, ())
    return paragraph(view, lambda speech: speech.wording.languages(tags, mode, channels))


def _agenda(view: View, slot: Slot) -> Markup:
    items = [_item(view, slot, number) for number in range(len(slot.items))]
    return element("ol", lines(*items)) if items else Markup()


def _item(view: View, slot: Slot, number: int) -> Markup:
    item = slot.items[number]

    def said(speech: Speech) -> Markup:
        title = speech.phrase(item.title)
        if item.minutes is not None:
            lasts = speech.wording.duration(timedelta(minutes=item.minutes))
            title = speech.say("aside", what=title, aside=lasts)
        named = [speech.cast(cast) for cast in item.people if cast.id is not None]
        return speech.join([title, speech.join(named, "people")], "clause")

    return element("li", each(view, said))
