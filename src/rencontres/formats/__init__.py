"""The formats that ship with the library."""

from rencontres.formats.data import DATA as DATA
from rencontres.formats.feeds import FEEDS as FEEDS
from rencontres.formats.ics import ICS as ICS
from rencontres.formats.markdown import MARKDOWN as MARKDOWN
from rencontres.formats.text import TEXT as TEXT
