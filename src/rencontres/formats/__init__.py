"""The formats that ship with the library, and the voice that all formats share."""

from rencontres.formats.data import DATA as DATA
from rencontres.formats.feeds import FEEDS as FEEDS
from rencontres.formats.ics import ICS as ICS
from rencontres.formats.markdown import MARKDOWN as MARKDOWN
from rencontres.formats.tagged import TaggedVoice as TaggedVoice
from rencontres.formats.text import TEXT as TEXT
from rencontres.formats.voice import Voice as Voice
