"""HTML: a programme as a page in one file, for phones, screens and paper."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from rencontres import Document, Format, Renderer, View, stem


def _address(_: object, __: object, value: str) -> None:
    if value and not value.startswith(("https://", "http://", "webcal://")):
        msg = f"a calendar is at https:, http: or webcal:, not {value!r:.60}"
        raise ValueError(msg)


@frozen(kw_only=True)
class HTMLOptions:
    """How to make the page.

    Attributes:
        calendar: Where the calendar of this reader is: a link is shown, with what to do in apps
            that drop calendars; empty: none.
        site: Whether each day and each other part has a page of its own; in one person's copy not.
        rooms: Whether each room has a page for its door too; none in one person's copy.
    """

    calendar: str = field(
        default="",
        validator=_address,
        metadata={"help": "where the calendar is: https:, http: or webcal:"},
    )
    site: bool = field(default=False, metadata={"help": "a page for each day and each other part"})
    rooms: bool = field(default=False, metadata={"help": "a page for the door of each room too"})


def _compose(view: View, options: HTMLOptions) -> Iterator[Document]:
    from rencontres_html.page import INDEX, page, site
    from rencontres_html.rooms import rooms

    ending = f"{'+'.join(view.reader.languages)}.html"
    if view.person is not None:
        body = page(view, options.calendar).encode()
        yield Document(f"{stem(view)}.html", body, about=view.person.id)
        return
    if options.site:
        for name, made in site(view, ending, options.calendar):
            yield Document(name, made.encode())
    else:
        yield Document(f"{INDEX}.{ending}", page(view, options.calendar).encode())
    if options.rooms:
        for name, room, held in rooms(view):
            yield Document(f"{name}.{ending}", page(held, options.calendar, room).encode())


HTML = Renderer(Format("html", "text/html", "html"), HTMLOptions, _compose)
"""A page with everything that its reader may see: one file, no script, nothing fetched."""
