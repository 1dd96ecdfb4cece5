"""What every thing of the dossier shares: an id, a source, an audience, and how it is checked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, TypeAlias, cast, get_args

from attrs import NOTHING, field, frozen

from rencontres.errors import DossierError
from rencontres.finding import Finding
from rencontres.model import form
from rencontres.model.extra import Table, extra_of
from rencontres.model.shape import one_of, plan, settle
from rencontres.text import Text

Audience: TypeAlias = Literal["public", "partners", "internal"]
AUDIENCES: tuple[Audience, ...] = get_args(Audience)

Confirmation: TypeAlias = Literal[
    "proposed", "to-confirm", "invited", "accepted", "confirmed", "declined", "withdrawn",
    "postponed", "cancelled",
]  # fmt: skip

_BLIND = frozenset({"value.type", "moment.invalid"})
"""Problems of fields after which nothing can be said of the value as a whole."""


@frozen(repr=False)
class Part:
    """The root of the model: values that check themselves and show only what was said."""

    def __attrs_post_init__(self) -> None:
        """Put the value into its one form, and refuse what means nothing.

        Raises:
            DossierError: Everything that is wrong with it, at once.
        """
        problems = settle(self)
        if not problems:
            problems = tuple(self.faults())
        elif not any(problem.code in _BLIND for problem in problems):
            problems = (*problems, *self.faults())
        if problems:
            raise DossierError(problems=problems)

    def faults(self) -> Iterable[Finding]:
        """Yield what makes this value meaningless though each of its fields means something."""
        return ()

    def __repr__(self) -> str:
        """Return only what was said: fields at their defaults are left out."""
        first: list[str] = []
        named: list[str] = []
        for attribute in plan(cast("type", type(self))).shown:
            value = getattr(self, attribute.name)
            if attribute.default is NOTHING and not attribute.kw_only:
                first.append(repr(value))
            elif value != attribute.default:
                named.append(f"{attribute.name}={value!r}")
        return f"{type(self).__name__}({', '.join(first + named)})"


@frozen(repr=False, kw_only=True)
class Noun(Part):
    """A thing with an id.

    Attributes:
        id: Lower-case letters, digits and hyphens, unique in the dossier; other things refer to
            it, identities in calendars are made from it.
        source: Where it comes from: ``CR 13/04/2016, l. 168``.
        as_written: The words of the source where they differ from what is stored.
        audience: Who may see it, where that is not the default of its kind.
        extra: The host's own fields: kept, never shown.
    """

    id: str = field(kw_only=False, metadata={"form": form.ID})
    source: str | None = field(default=None, metadata={"lines": True})
    as_written: str | None = field(default=None, metadata={"lines": True})
    audience: Audience | None = field(default=None, metadata=one_of(Audience))
    extra: Table = field(default=Table(), converter=extra_of, repr=False)


def name_of(thing: object) -> Text | None:
    """Return the name or the title of a thing, or None.

    Args:
        thing: A noun.
    """
    named: object = getattr(thing, "name", None) or getattr(thing, "title", None)
    return named if isinstance(named, Text) else None
