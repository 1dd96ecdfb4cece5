"""The container of a workbook (Open Packaging Conventions): parts, bounded before they are read."""

from __future__ import annotations

import os
import posixpath
import zipfile
from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias
from xml.parsers import expat

from rencontres import Finding, LoadError

Source: TypeAlias = "str | os.PathLike[str] | bytes"
"""A workbook: a path, or its bytes."""

LARGEST = 128 * 2**20
"""Bytes of all parts of a workbook, unpacked."""


def refused(code: str, message: str, name: str, **values: str | int) -> LoadError:
    """Return the error of a file that is not read at all.

    Args:
        code: The kind of problem.
        message: An English sentence with named places.
        name: The name of the file.
        values: What stands in the places.
    """
    told = Finding(code, "error", "", message, {"file": name or "workbook", **values})
    return LoadError(problems=[told])


class Parts:
    """The parts of a package, each unpacked only when it is asked for."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        """Look at what there is.

        Args:
            archive: The package.
            name: The name of the file.

        Raises:
            LoadError: It would unpack to more than anybody needs.
        """
        self.name = name
        self._archive = archive
        self._known = {each.filename.casefold(): each for each in archive.infolist()}
        if sum(each.file_size for each in archive.infolist()) > LARGEST:
            raise self.large()

    def __contains__(self, part: str) -> bool:
        return part.casefold() in self._known

    def names(self) -> Iterator[str]:
        """Yield the names of the parts, in small letters."""
        yield from self._known

    def large(self) -> LoadError:
        """Return the error of a workbook that is too large."""
        message = "this workbook holds more than any dossier; it is not read"
        return refused("workbook.large", message, self.name)

    def parse(self, part: str, start: Callable[..., object], **handlers: object) -> None:
        """Hand the elements of a part to handlers: local names, plain attributes.

        Args:
            part: The name of the part.
            start: What takes the beginning of an element.
            handlers: Further handlers of expat, by name.
        """
        parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True

        def begins(name: str, attributes: Mapping[str, str]) -> None:
            start(name.rpartition("}")[2], attributes)

        def refuse(*_: object) -> None:
            message = "this file has a document type, which no workbook needs; it is not read"
            raise refused("workbook.form", message, self.name)

        parser.StartElementHandler = begins
        parser.StartDoctypeDeclHandler = refuse
        for handler, does in handlers.items():
            setattr(parser, handler, does)
        with self._archive.open(self._known[part.casefold()]) as file:
            parser.ParseFile(file)


def relations(parts: Parts, part: str) -> list[tuple[str, str]]:
    """Return what a part refers to within the package: ids and names of parts.

    Args:
        parts: The parts of the package.
        part: The name of the part; empty: the package itself.
    """
    folder, name = posixpath.split(part)
    home = posixpath.join(folder, "_rels", f"{name}.rels")
    found: list[tuple[str, str]] = []

    def start(name: str, attributes: Mapping[str, str]) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", "")))
            found.append((attributes.get("Id", ""), target.lstrip("/")))

    if home in parts:
        parts.parse(home, start)
    return found
