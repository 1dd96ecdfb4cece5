"""A renderer: a format, a class of options, and one pure function."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Generic, TypeVar, cast

import attrs
from attrs import frozen

from rencontres.errors import OptionsError, RencontresError, RenderError
from rencontres.language import chain
from rencontres.rendering.document import Document, same_name
from rencontres.rendering.format import Format
from rencontres.views import Omission, Part, View

O = TypeVar("O")  # noqa: E741 - the letter of options


@frozen
class Renderer(Generic[O]):
    """What turns a programme into documents.

    A renderer is a value, not a subclass: what it is (``format``), what it can be told
    (``options``) and what it does (``compose``).

    Attributes:
        format: The format, as data.
        options: A frozen attrs class, every field defaulted, with ``help`` in its metadata.
        compose: A pure function of the view and the options that yields documents; heavy
            libraries are imported inside it.
    """

    format: Format
    options: type[O]
    compose: Callable[[View, O], Iterable[Document]]

    def __attrs_post_init__(self) -> None:
        """Refuse options that cannot be left out.

        Raises:
            RenderError: The class of options is no attrs class, or a field has no default.
        """
        kind, options = cast("object", self.format), cast("object", self.options)
        if not isinstance(kind, Format):
            raise RenderError(f"a renderer has a Format, not {kind!r:.60}")
        if not isinstance(options, type) or not attrs.has(options):
            raise RenderError(f"{kind.name}: options are an attrs class, not {options!r:.60}")
        bare = [a.name for a in attrs.fields(options) if a.init and a.default is attrs.NOTHING]
        if bare:
            raise RenderError(f"{kind.name}: the option {bare[0]} has no default")

    def __call__(self, view: View, options: O | None = None) -> tuple[Document, ...]:
        """Return every document of a programme.

        Args:
            view: The programme, for one reader.
            options: How to render it; None: the defaults.

        Raises:
            RenderError: The renderer failed or made something it had not declared: then there
                is no document at all.
        """
        return tuple(self.stream(view, options))

    def one(self, view: View, options: O | None = None) -> Document:
        """Return the only document of a programme.

        Args:
            view: The programme, for one reader.
            options: How to render it; None: the defaults.

        Raises:
            RenderError: There is no document, or more than one.
        """
        found: Document | None = None
        for document in self.stream(view, options):
            if found is not None:
                msg = f"{self.format.name} makes several documents here: call it, or stream"
                raise RenderError(msg)
            found = document
        if found is None:
            msg = f"{self.format.name} makes no document here"
            raise RenderError(msg)
        return found

    def stream(self, view: View, options: O | None = None) -> Iterator[Document]:
        """Yield the documents of a programme, each made when it is asked for.

        Args:
            view: The programme, for one reader.
            options: How to render it; None: the defaults.

        Raises:
            RenderError: The renderer failed or made something it had not declared: raised where
                the document that it concerns is asked for.
            OptionsError: Options of another class: raised at once.
        """
        chosen = self.options() if options is None else options
        if not isinstance(chosen, self.options):
            msg = f"{self.format.name} takes {self.options.__name__}, not {type(chosen).__name__}"
            raise OptionsError(msg)
        return self._documents(view, chosen)

    def _documents(self, view: View, options: O) -> Iterator[Document]:
        seen: set[str] = set()
        for made in self._made(view, options):
            if not isinstance(made, Document):
                msg = f"{self.format.name} made a {type(made).__name__}, not a document"
                raise RenderError(msg)
            name = same_name(made.path)
            if name in seen:
                raise RenderError(f"{self.format.name} made two documents called {made.path}")
            seen.add(name)
            yield self._stamped(made)

    def _made(self, view: View, options: O) -> Iterator[object]:
        """Yield what the renderer makes; whatever goes wrong in it is told with whose it is."""
        last: object = None
        try:
            for made in self.compose(view, options):
                last = made
                yield made
        except OptionsError:
            raise  # they do not fit together: the caller's mistake, in words for the caller
        except RencontresError as error:
            message = f"{self._failed(last)}: {error.message}".removesuffix(": ")
            raise RenderError(message, error.problems) from error
        except (Exception, SystemExit) as error:
            cause = f"{type(error).__name__}: {error}"
            raise RenderError(f"{self._failed(last)}: {cause}") from error

    def _failed(self, last: object) -> str:
        after = f" after {last.path}" if isinstance(last, Document) else ""
        return f"{self.format.name} (of {self.compose.__module__}) failed{after}"

    def _stamped(self, document: Document) -> Document:
        media_type = document.media_type or self.format.media_type
        charset = document.charset
        if charset is None and media_type.partition(";")[0] == self.format.media_type:
            charset = self.format.charset
        if charset is not None:
            try:
                document.body.decode(charset)
            except (UnicodeDecodeError, LookupError):
                msg = f"{self.format.name} says that {document.path} is {charset}, and it is not"
                raise RenderError(msg) from None
        if (media_type, charset) == (document.media_type, document.charset):
            return document
        return attrs.evolve(document, media_type=media_type, charset=charset)

    def losses(self, view: View) -> tuple[Omission, ...]:
        """Return what this format cannot show of a programme, from its description alone.

        Args:
            view: The programme, for one reader.
        """
        lost = {part: view.count(part) for part in Part if part not in self.format.carries}
        if self.format.dated and Part.SESSIONS not in lost:
            days = (slot.when.days if slot.when else None for slot in view.unscheduled)
            lost[Part.SESSIONS] = sum(day is None for day in days)
        return tuple(
            Omission(part=part, count=count, reason="format")
            for part in Part
            if (count := lost.get(part))
        )

    def foreign(self, view: View) -> tuple[str, ...]:
        """Return the languages of the reader that this format cannot show.

        Args:
            view: The programme, for one reader.
        """
        languages = view.reader.languages
        shown = languages if self.format.bilingual else languages[:1]
        return tuple(tag for tag in languages if tag not in shown or not self._speaks(tag))

    def _speaks(self, tag: str) -> bool:
        known = self.format.languages
        return known is None or not known.isdisjoint(chain(tag))

    def configure(self, raw: Mapping[str, object]) -> O:
        """Return options made from plain data, strictly.

        Args:
            raw: Option names and values, in exactly their types.

        Raises:
            OptionsError: An unknown option, or a value of another type: all of them, as
                ``problems``.
        """
        from rencontres.strict import structure  # the door of a heavy library

        try:
            return structure(self.options, raw)
        except RencontresError as error:
            raise OptionsError(
                f"{self.format.name}: these options do not fit", error.problems
            ) from None
