"""Strategies for the tests of plugins: every value of the model, as odd as its rules allow."""

from __future__ import annotations

from rencontres.testing.things import dossiers as dossiers
from rencontres.testing.things import parts as parts
from rencontres.testing.values import days as days
from rencontres.testing.values import edtf as edtf
from rencontres.testing.values import moments as moments
from rencontres.testing.values import tables as tables
from rencontres.testing.values import tags as tags
from rencontres.testing.values import texts as texts
from rencontres.testing.values import whens as whens
from rencontres.testing.values import words as words
