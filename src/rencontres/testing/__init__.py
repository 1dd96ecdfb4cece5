"""What authors of formats test with: the contract, its samples, files to compare with, strategies.

It needs pytest and hypothesis, which the extra ``rencontres[testing]`` brings::

    from rencontres.testing import RendererContract
    from rencontres_csv import CSV, CSVOptions

    class TestCSV(RendererContract):
        renderer = CSV
        options = (CSVOptions(sheet="people"),)
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rencontres.testing.contract import RendererContract
    from rencontres.testing.goldens import golden
    from rencontres.testing.specimens import Sample, samples
    from rencontres.testing.things import dossiers
    from rencontres.testing.viewing import readers, views

__all__ = ["RendererContract", "Sample", "dossiers", "golden", "readers", "samples", "views"]

_HOMES = {
    "RendererContract": "contract",
    "Sample": "specimens",
    "dossiers": "things",
    "golden": "goldens",
    "readers": "viewing",
    "samples": "specimens",
    "views": "viewing",
}

if not TYPE_CHECKING:  # else a type checker would take any name

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
