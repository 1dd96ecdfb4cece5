"""A dossier as a workbook, there and back, and the sheet of its translators."""
