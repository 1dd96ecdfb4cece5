"""Strategies for the tests of plugins: every value of the model, as odd as its rules allow."""

from __future__ import annotations

from rencontres.testing.things import dossiers, parts
from rencontres.testing.values import days, edtf, moments, tables, tags, texts, whens, words

__all__ = [
    "days",
    "dossiers",
    "edtf",
    "moments",
    "parts",
    "tables",
    "tags",
    "texts",
    "whens",
    "words",
]
