"""What documents are called: for whom, in which languages."""

from __future__ import annotations

from rencontres.views import View


def stem(view: View, what: str = "programme") -> str:
    """Return the name of a document without its suffix: ``programme.fr+zh-Hans``.

    Args:
        view: The programme.
        what: What it is; of one person's copy of the programme her id stands for it.
    """
    whose = what
    if view.person:
        whose = view.person.id if what == "programme" else f"{view.person.id}.{what}"
    return f"{whose}.{'+'.join(view.reader.languages)}"
