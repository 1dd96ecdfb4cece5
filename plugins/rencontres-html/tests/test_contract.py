"""HTML keeps the contract of formats."""

from rencontres.testing import RendererContract
from rencontres_html import HTML, HTMLOptions


class TestHTML(RendererContract):
    renderer = HTML
    options = (
        HTMLOptions(calendar="https://example.org/programme.ics"),
        HTMLOptions(site=True, rooms=True),
    )
