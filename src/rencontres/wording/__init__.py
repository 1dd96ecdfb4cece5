"""Dates, hours, names, lists and labels, as each language writes them. The door of Babel."""

from rencontres.wording.language import Language as Language
from rencontres.wording.writer import Wording as Wording
