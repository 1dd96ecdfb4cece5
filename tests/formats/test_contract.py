"""The formats that ship keep the contract that authors of others subclass."""

from rencontres import DATA, FEEDS, ICS, MARKDOWN, TEXT
from rencontres.testing import RendererContract


class TestData(RendererContract):
    renderer = DATA
    options = (DATA.configure({"indent": 0}),)
    memory = 192 * 2**20  # it is one document, and says everything of every session


class TestICS(RendererContract):
    renderer = ICS


class TestFeeds(RendererContract):
    renderer = FEEDS


class TestText(RendererContract):
    renderer = TEXT
    options = (
        TEXT.configure({"columns": 0}),
        TEXT.configure({"layout": "columns"}),
        TEXT.configure({"only": "changes"}),
    )


class TestMarkdown(RendererContract):
    renderer = MARKDOWN
    options = (MARKDOWN.configure({"layout": "columns"}),)
