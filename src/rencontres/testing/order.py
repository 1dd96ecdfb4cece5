"""What a format says of itself is true, its options are strict, its documents can be kept."""

from __future__ import annotations

import codecs
import pickle
import re
import tempfile
from pathlib import Path
from typing import Any

import attrs

from rencontres.catalogue import find, installed
from rencontres.errors import OptionsError, RencontresError
from rencontres.rendering import Document, write
from rencontres.testing.subject import Subject

_CLAIMS = (
    re.compile(rb"<\?xml[^>]*\bencoding=[\"']([\w.:-]+)"),
    re.compile(rb"<meta\s[^>]*charset=[\"']?([\w.:-]+)", re.IGNORECASE),
    re.compile(rb"\A@charset \"([\w.:-]+)\""),
)
_WRONG = {"a-word-that-is-no-option": None}


class Order(Subject):
    """Checks of the renderer as data, of its options, and of its documents as files."""

    def test_a_renderer_is_a_value(self) -> None:
        """It is hashable and comes back from pickling equal; so do its options."""
        for value in (self.renderer, *self._options()):
            try:
                same = pickle.loads(pickle.dumps(value)) == value  # noqa: S301 - our own bytes
                hash(value)
            except Exception as error:  # noqa: BLE001 - told, whatever it is
                self.fail(
                    f"{value!r:.100} is no value: {error}",
                    "options are a frozen attrs class whose fields are tuples, strings and "
                    "numbers; `compose` stands at the top of a module",
                )
            if not same:
                self.fail(f"{value!r:.100} is not equal to itself once pickled", "compare by value")

    def test_options_explain_themselves(self) -> None:
        """They are frozen, each has a default, and `help` in its metadata."""
        kind = self.renderer.options
        if not all(isinstance(each, kind) for each in self._options()):
            self.fail(f"`options` are not all {kind.__name__}", "make them of the renderer's class")
        if not _frozen(kind):
            self.fail(f"{kind.__name__} can be changed", "decorate it with `attrs.frozen`")
        for attribute in attrs.fields(kind):
            if attribute.init and not attribute.metadata.get("help"):
                self.fail(
                    f"nobody is told what the option {attribute.name} is for",
                    f"write `{attribute.name}: … = field(default=…, metadata={{'help': '…'}})`",
                )

    def test_options_are_strict(self) -> None:
        """Unknown names and values of a wrong type are refused, all at once."""
        fields = attrs.fields(self.renderer.options)
        raw: dict[str, object] = {each.name: [_WRONG] for each in fields if each.init}
        raw |= _WRONG
        try:
            taken = self.renderer.configure(raw)
        except OptionsError as error:
            told = {problem.where.partition(".")[0] for problem in error.problems}
            if missing := [name for name in raw if not any(name in where for where in told)]:
                self.fail(
                    f"nothing is wrong with a list for the option {', '.join(missing)}",
                    "give each option a type that says what it takes, not `object` or `Any`",
                )
        else:
            self.fail(f"{raw} is taken as {taken}", "leave `configure` as it is")
        if self.renderer.configure({}) != self.renderer.options():
            self.fail("no options are not the defaults", "give each option a default value")

    def test_the_entry_point_loads_this_object(self) -> None:
        """Who asks for the format by name gets this renderer."""
        name = self.renderer.format.name
        entries = [entry for entry in installed() if entry.name == name]
        if not entries:
            self.skip("is not installed: its entry point can be tried once it is")
        told: list[str] = []
        for entry in entries:
            try:
                if find(f"{entry.name}@{entry.distribution}") is self.renderer:
                    return
            except RencontresError as error:
                told.append(str(error))
            else:
                told.append(f"{entry.value} of {entry.distribution} is another object")
        home = self.renderer.compose.__module__.partition(".")[0]
        self.fail(
            f"no entry point leads to this renderer: {'; '.join(told)}",
            f'write [project.entry-points."rencontres.renderers"] {name} = "{home}:…" in '
            "pyproject.toml and install again",
        )

    # --- documents -------------------------------------------------------------------------------

    def test_documents_are_what_they_say(self) -> None:
        """Suffix, media type and charset agree with the format, and with what a body says."""
        kind = self.renderer.format
        for trial in self.trials():
            documents = self.made(trial)
            if documents and not self.own(documents):
                self.fail(
                    f"{trial}: no document is {kind.media_type}",
                    "leave the media type to the renderer, or give the format the right one",
                )
            for document in documents:
                own = document in self.own(documents)
                if own != (document.path.suffix == f".{kind.suffix}"):
                    self.fail(
                        f"{trial}: {document.path} is {document.media_type}",
                        f"{kind.media_type} ends in .{kind.suffix}, and nothing else does",
                    )
                self._charset(document, str(trial))

    def _charset(self, document: Document, what: str) -> None:
        for claim in _CLAIMS:
            found = claim.search(document.body[:1024])
            if found and document.charset is not None:
                said = found[1].decode()
                if codecs.lookup(said) != codecs.lookup(document.charset):
                    self.fail(
                        f"{what}: {document.path} says that it is {said}, and it is "
                        f"{document.charset}",
                        "encode it in what it says",
                    )
        if document.charset and "\ufffd" in document.text:
            self.fail(
                f"{what}: {document.path} has a U+FFFD: a character was lost",
                "encode in UTF-8, and cut texts between characters only",
            )

    def test_documents_can_be_written(self) -> None:
        """Every path is possible everywhere, and what is written is what was made."""
        for trial in self.trials():
            documents = self.made(trial)
            with tempfile.TemporaryDirectory(prefix="rencontres-") as folder:
                try:
                    paths = write(documents, folder)
                except RencontresError as error:
                    self.fail(
                        f"{trial}: {error}",
                        "make names of ids, never of words: `view.person.id`, `slot.id`",
                    )
                if [Path(path).read_bytes() for path in paths] != [d.body for d in documents]:
                    self.fail(f"{trial}: one document overwrites another", "give each its own name")

    def test_documents_say_whom_they_are_about(self) -> None:
        """`about` is an id of the dossier; of a person's copy, hers."""
        for trial in self.trials():
            known = {thing.id for thing in trial.sample.dossier.things()}
            for document in self.made(trial):
                if document.about is not None and document.about not in known:
                    self.fail(
                        f"{trial}: {document.path} is about {document.about!r}, which is no id",
                        "say `about=view.person.id if view.person else None`",
                    )
                if trial.sample.person and document.about != trial.sample.person:
                    self.fail(
                        f"{trial}: {document.path} does not say that it is {trial.sample.person}'s",
                        "say `about=view.person.id if view.person else None`, so that a host "
                        "sends it to nobody else",
                    )

    def _options(self) -> tuple[Any, ...]:
        return (self.renderer.options(), *self.options)


def _frozen(kind: type) -> bool:
    """Tell whether the values of a class of attrs cannot be changed."""
    return "__setattr__" in vars(kind)
