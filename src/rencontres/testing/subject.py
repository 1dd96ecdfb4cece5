"""What a contract is held against: a renderer, the options it is tried with, what it makes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, ClassVar, NoReturn

import pytest
from attrs import frozen

from rencontres.language import chain
from rencontres.rendering import Document, Renderer
from rencontres.testing import inert
from rencontres.testing.reading import shown, squeezed
from rencontres.testing.specimens import Sample, samples
from rencontres.views import View


@frozen
class Trial:
    """A sample rendered with some options.

    Attributes:
        sample: The sample.
        options: The options; None: the defaults.
    """

    sample: Sample
    options: object

    def __str__(self) -> str:
        """Return which trial it is, for people."""
        chosen = "" if self.options is None else f" with {self.options}"
        return f"sample {self.sample.name}{chosen}"


class Subject:
    """What an author fills in, and what the checks share.

    Attributes:
        renderer: The renderer.
        options: Options besides the defaults: one of each kind that changes what is shown.
        light: Libraries, by the name that is imported, that may be loaded with the module.
        memory: How many bytes rendering 5,000 sessions may take at once, besides the view.
    """

    renderer: ClassVar[Renderer[Any]]
    options: ClassVar[tuple[object, ...]] = ()
    light: ClassVar[tuple[str, ...]] = ()
    memory: ClassVar[int] = 96 * 2**20

    def text(self, document: Document) -> str:
        """Return what a reader of a document reads: override it for bytes that are no text.

        By default that is the text without its markup; of a zip archive (XLSX, DOCX, ODT, EPUB)
        the text of the XML in it; of a calendar its lines, unfolded and without escapes.

        Args:
            document: The document.
        """
        found = shown(document)
        if found is None:
            self.fail(
                f"the bytes of {document.path} are neither text nor a zip archive of XML",
                "override `text(self, document)`: return what a reader of the document reads",
            )
        return found

    def fault(self, document: Document) -> str | None:
        """Return what hostile words do in a document that they stand in: override it, or add to it.

        By default: elements and attributes in HTML and XML, formulas in tables and workbooks,
        properties in calendars; XML and JSON that cannot be read.

        Args:
            document: A document made of the sample ``hostile``.

        Returns:
            What is wrong, in words; None: nothing.
        """
        return inert.fault(document)

    # --- what is tried ---------------------------------------------------------------------------

    def _chosen(self) -> tuple[object, ...]:
        return (None, *self.options)

    def trials(self, *names: str) -> Iterator[Trial]:
        """Yield samples with each of the options; only in languages that the format shows.

        Args:
            names: How the names of the samples begin; none: all.
        """
        for sample in samples():
            if (not names or sample.name.startswith(names)) and self._speaks(sample):
                yield from (Trial(sample, options) for options in self._chosen())

    def _speaks(self, sample: Sample) -> bool:
        known = self.renderer.format.languages
        if known is None:
            return True
        return all(not known.isdisjoint(chain(tag)) for tag in sample.reader.languages)

    def made(self, trial: Trial) -> tuple[Document, ...]:
        """Return the documents of a trial.

        Args:
            trial: The trial.
        """
        return self.rendered(_seen(trial.sample), trial.options, trial.sample.name)

    def rendered(
        self, view: View, options: object, what: str, *, anew: bool = False
    ) -> tuple[Document, ...]:
        """Return the documents of a view; fail with the cause where there are none.

        Args:
            view: The view.
            options: The options; None: the defaults.
            what: Which sample it is, for people.
            anew: Whether to render it again if that has been done already.
        """
        try:
            if anew:
                return self.renderer(view, options)
            return _rendered(self.renderer, options, view)
        except Exception as error:  # noqa: BLE001 - told, whatever it is
            self.fail(
                f"rendering the sample {what} failed: {error}",
                "a renderer makes something of every programme, or nothing: it raises nothing; "
                "the names of its documents are made of ids, never of words",
                error.__cause__ or error,
            )

    def read(self, documents: tuple[Document, ...]) -> str:
        """Return the words of documents, as they are compared: letters and digits alone.

        Args:
            documents: The documents.
        """
        return "\n".join(squeezed(self.text(document)) for document in documents)

    def own(self, documents: tuple[Document, ...]) -> tuple[Document, ...]:
        """Return the documents that are of the format itself: not pictures, not style sheets.

        Args:
            documents: The documents.
        """
        wanted = self.renderer.format.media_type.partition(";")[0]
        return tuple(
            each for each in documents if (each.media_type or "").partition(";")[0] == wanted
        )

    # --- what is told ----------------------------------------------------------------------------

    def fail(self, found: str, todo: str, cause: BaseException | None = None) -> NoReturn:
        """Fail with what was found and what is to be done.

        Args:
            found: What is wrong, and where.
            todo: What the author has to do.
            cause: An error behind it, told with where it was raised.
        """
        told = f"{self.renderer.format.name}: {found}\nWhat to do: {todo}."
        if cause is not None and (where := _raised(cause)):
            told += f"\nRaised in {where}: {type(cause).__name__}: {cause}"
        pytest.fail(told, pytrace=False)

    def skip(self, reason: str) -> NoReturn:
        """Skip a check that the format rules out.

        Args:
            reason: What the format says.
        """
        pytest.skip(f"{self.renderer.format.name} {reason}")


def _raised(error: BaseException) -> str:
    step = error.__traceback__
    while step is not None and step.tb_next is not None:
        step = step.tb_next
    return f"{step.tb_frame.f_code.co_filename}:{step.tb_lineno}" if step else ""


@cache
def _seen(sample: Sample) -> View:
    return sample.view()


@lru_cache(maxsize=512)
def _rendered(renderer: Renderer[Any], options: object, view: View) -> tuple[Document, ...]:
    return renderer(view, options)
