"""What documents are called: for whom, in which languages."""

from __future__ import annotations

from rencontres.views import View


def stem(view: View, what: str = "programme") -> str:
    """Return the name of a document without its suffix: ``programme.fr+zh-Hans``.

    Args:
        view: The programme.
        what: What it is, where it is not one person's copy; her id is used then.
    """
    whose = view.person.id if view.person else what
    return f"{whose}.{'+'.join(view.reader.languages)}"
