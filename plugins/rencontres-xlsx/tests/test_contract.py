"""A workbook keeps the contract of formats."""

from rencontres.testing import RendererContract
from rencontres_xlsx import XLSX, XLSXOptions


class TestXLSX(RendererContract):
    renderer = XLSX
    options = (
        XLSXOptions(sheets=("sign-in", "liaison"), sign_in="workshop", paper="A3", blank=0),
        XLSXOptions(sheets=("sign-in",), sign_in="delegation"),
    )
