"""HTML: a programme as a page in one file, for phones, screens and paper."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from rencontres import Document, Format, Renderer, View


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
        rooms: Whether each room has a page for its door too; none in one person's copy.
    """

    calendar: str = field(
        default="",
        validator=_address,
        metadata={"help": "where the calendar is: https:, http: or webcal:"},
    )
    rooms: bool = field(default=False, metadata={"help": "a page for the door of each room too"})


def _compose(view: View, options: HTMLOptions) -> Iterator[Document]:
    from rencontres_html.page import page
    from rencontres_html.rooms import rooms

    whose = view.person.id if view.person else "programme"
    ending = f"{'+'.join(view.reader.languages)}.html"
    about = view.person.id if view.person else None
    yield Document(f"{whose}.{ending}", page(view, options.calendar).encode(), about=about)
    if options.rooms and view.person is None:
        for name, room, held in rooms(view):
            yield Document(f"{name}.{ending}", page(held, options.calendar, room).encode())


HTML = Renderer(Format("html", "text/html", "html"), HTMLOptions, _compose)
"""A page with everything that its reader may see: one file, no script, nothing fetched."""
