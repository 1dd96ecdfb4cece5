"""The contract between programmes and formats: documents, what a format is, renderers, a folder."""

from rencontres.rendering.document import Document as Document
from rencontres.rendering.folder import write as write
from rencontres.rendering.format import Format as Format
from rencontres.rendering.renderer import Renderer as Renderer
