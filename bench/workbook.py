"""A workbook of many people: the programme to print; the dossier, out and in."""

import sys
import tracemalloc
from collections.abc import Callable
from io import BytesIO
from time import process_time
from typing import Any, TypeAlias

from rencontres import Dossier, Reader, view
from rencontres.testing.multitude import multitude
from rencontres_xlsx import XLSX, XLSXOptions, read_dossier, workbook

Rows: TypeAlias = "list[tuple[Any, ...]]"


def best(turns: int, work: Callable[[], object]) -> float:
    """Return the least time of the processor that a piece of work takes, in seconds."""
    times = []
    for _ in range(turns):
        start = process_time()
        work()
        times.append(process_time() - start)
    return min(times)


def bare(sheets: list[Rows]) -> None:
    """Write the same cells with nothing but the library that writes them: a floor."""
    from xlsxwriter import Workbook

    book = Workbook(BytesIO(), {"in_memory": True})
    for rows in sheets:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                if isinstance(value, str):
                    sheet.write_string(number, column, value)
                elif isinstance(value, int | float):
                    sheet.write_number(number, column, value)
    book.close()


def cells(body: bytes) -> list[Rows]:
    """Return what stands in the cells of a workbook."""
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(body), read_only=True)
    return [list(sheet.iter_rows(values_only=True)) for sheet in book]


def carried(dossier: Dossier, turns: int) -> None:
    """Tell what the dossier itself costs as a workbook, out and in."""
    body = workbook(dossier)
    calls = {"out": lambda: workbook(dossier), "in": lambda: read_dossier(body, dossier)}
    for way, call in calls.items():
        print(f"  the dossier, {way:<11} {best(turns, call):6.2f} s")
        tracemalloc.start()
        call()
        print(f"  peak of the dossier, {way}: {tracemalloc.get_traced_memory()[1] / 2**20:.0f} MiB")
        tracemalloc.stop()


def main(people: int, turns: int) -> None:
    dossier = multitude(people // 4, people)
    seen = view(dossier, Reader("fr", "zh-Hans", audience="partners"))
    body = XLSX.one(seen).body
    held = cells(body)
    count = sum(len(row) for rows in held for row in rows)
    print(f"{people} people, {people // 4} sessions: {len(held)} sheets, {count} cells, "
          f"{len(body) / 1000:.0f} kB")  # fmt: skip
    print(f"  the workbook             {best(turns, lambda: XLSX(seen)):6.2f} s")
    plain = XLSXOptions(sheets=("programme", "delegations"))
    print(f"  programme, delegations   {best(turns, lambda: XLSX(seen, plain)):6.2f} s")
    print(f"  the cells, XlsxWriter    {best(turns, lambda: bare(held)):6.2f} s")
    for what, options in (("the workbook", None), ("programme, delegations", plain)):
        tracemalloc.start()
        XLSX(seen, options)
        print(f"  peak of {what}: {tracemalloc.get_traced_memory()[1] / 2**20:.0f} MiB")
        tracemalloc.stop()
    carried(dossier, turns)


if __name__ == "__main__":
    main(*(int(word) for word in (sys.argv[1:] + ["2000", "3"][len(sys.argv) - 1 :])[:2]))
