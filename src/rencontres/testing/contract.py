"""The contract of formats, as a test class that their authors subclass."""

from __future__ import annotations

from rencontres.testing.content import Content
from rencontres.testing.order import Order
from rencontres.testing.purity import Purity


class RendererContract(Order, Purity, Content):
    """What every format must keep, tried with hard samples: subclass it in a test module.

    ::

        class TestCSV(RendererContract):
            renderer = CSV
            options = (CSVOptions(sheet="people"),)

    Each check is a test of its own, and its failure says what was found, where, and what to do.
    A check is skipped only where the ``Format`` says so. Override ``text`` for bytes that are
    neither text nor a zip archive of XML, and ``fault`` to look for what hostile words may do in
    a format that is not known here.

    Attributes:
        renderer: The renderer.
        options: Options besides the defaults: one of each kind that changes what is shown.
        light: Libraries, by the name that is imported, that may be loaded with the module of the
            renderer; all others are imported when something is rendered.
        memory: How many bytes rendering 5,000 sessions may take at once, besides the view.
    """
