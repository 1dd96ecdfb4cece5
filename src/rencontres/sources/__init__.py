"""In and out of the dossier: files, data, and other people's calendars."""

from rencontres.sources.files import lines as lines
from rencontres.sources.files import load as load
from rencontres.sources.files import load_data as load_data
from rencontres.sources.files import locate as locate
from rencontres.sources.json_schema import schema as schema
from rencontres.sources.proposal import Proposal as Proposal
from rencontres.sources.saving import dump as dump
from rencontres.sources.saving import dump_data as dump_data
