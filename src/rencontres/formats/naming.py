"""What documents are called: for whom, in which languages."""

from __future__ import annotations

from rencontres.views import PersonPage, View


def stem(view: View, what: str = "programme", *, page: PersonPage | None = None) -> str:
    """Return the name of a document without its suffix: ``programme.fr+zh-Hans``.

    Args:
        view: The programme.
        what: What it is; of one person's copy of the programme her id stands for it.
        page: Whose copy it is; None: that of the view, if it is one.
    """
    whose, person = what, page or view.person
    if person:
        whose = person.id if what == "programme" else f"{person.id}.{what}"
    return f"{whose}.{'+'.join(view.reader.languages)}"
