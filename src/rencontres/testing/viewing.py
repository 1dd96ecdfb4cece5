"""Strategies of readers and of what they see."""

from __future__ import annotations

from hypothesis import strategies as st

from rencontres.model import AUDIENCES, Dossier
from rencontres.testing.things import dossiers
from rencontres.testing.values import ZONES
from rencontres.views import Reader, View, view

LANGUAGES = ("fr", "zh-Hans", "zh-Hant", "en")


@st.composite
def readers(draw: st.DrawFn, dossier: Dossier | None = None) -> Reader:
    """Return readers of every kind: in one language or two, by any clock, of any audience.

    Args:
        draw: What hypothesis passes.
        dossier: What they read: internal readers belong to one of its sides.
    """
    sides = [side.id for side in dossier.sides] if dossier else []
    first, *second = draw(st.permutations(LANGUAGES))[: draw(st.integers(1, 2))]
    audience = draw(st.sampled_from(AUDIENCES if sides else AUDIENCES[:2]))
    return Reader(
        first,
        second[0] if second else None,
        zone=draw(st.none() | st.sampled_from(ZONES)),
        audience=audience,
        side=draw(st.sampled_from(sides)) if audience == "internal" else None,
        typography=draw(st.sampled_from(["fine", "nbsp", "plain"])),
    )


@st.composite
def views(draw: st.DrawFn, most: int = 9) -> View:
    """Return programmes as their readers see them.

    Args:
        draw: What hypothesis passes.
        most: How many things there may be in the dossier besides those that others refer to.
    """
    dossier = draw(dossiers(most))
    return view(dossier, draw(readers(dossier)))
