"""What documents are called: for whom, in which languages."""

from __future__ import annotations

from pathlib import PurePosixPath

from rencontres.rendering.document import fault
from rencontres.views import PersonPage, View


def stem(view: View, what: str = "programme", *, page: PersonPage | None = None) -> str:
    """Return the name of a document without its suffix: ``programme.fr+zh-Hans``.

    No system takes it for another thing, whatever the id of a person is.

    Args:
        view: The programme.
        what: What it is; of one person's copy of the programme her id stands for it.
        page: Whose copy it is; None: that of the view, if it is one.
    """
    whose, person = what, page or view.person
    if person:
        whose = named(person.id) if what == "programme" else f"{named(person.id)}.{what}"
    return f"{whose}.{'+'.join(view.reader.languages)}"


def named(id_: str) -> str:
    """Return an id as the beginning of a file name, which no system takes for another thing.

    Args:
        id_: The id; ``con`` and ``nul`` are devices on Windows, whatever the suffix.
    """
    return f"{id_}_" if fault(PurePosixPath(id_)) else id_


def whose(name: str) -> str:
    """Return the id that the name of a document begins with, the other way round.

    Args:
        name: The name, as `stem` made it of somebody's copy, with or without its suffix.
    """
    beginning = name.partition(".")[0]
    id_ = beginning.removesuffix("_")
    return id_ if id_ and named(id_) == beginning else beginning
