"""CSV keeps the contract of formats."""

from rencontres.testing import RendererContract
from rencontres_csv import CSV, CSVOptions


class TestCSV(RendererContract):
    renderer = CSV
    options = (CSVOptions(sheets=("people",), delimiter=";", bom=False),)
