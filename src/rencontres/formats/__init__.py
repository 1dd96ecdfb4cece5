"""The formats that ship with the library, and what all share: a voice, names of documents."""

from rencontres.formats.data import DATA as DATA
from rencontres.formats.feeds import FEEDS as FEEDS
from rencontres.formats.ics import ICS as ICS
from rencontres.formats.markdown import MARKDOWN as MARKDOWN
from rencontres.formats.naming import stem as stem
from rencontres.formats.tagged import TaggedVoice as TaggedVoice
from rencontres.formats.text import TEXT as TEXT
from rencontres.formats.voice import Voice as Voice
