"""Make the page of 1,000 sessions: time beyond the view, and how much memory at most.

    pip install -e plugins/rencontres-html
    python bench/page.py [sessions [turns]]

Beside it, in the same run, what the TEXT of the same programme takes.
"""

from __future__ import annotations

import gc
import sys
import tracemalloc
from functools import partial
from statistics import median

from samples import race, raw

from rencontres import TEXT, Reader, find, load_data, view


def main(count: int, turns: int) -> None:
    page = find("html")
    for reader in (Reader("fr"), Reader("fr", "zh-Hans")):
        seen = view(load_data(raw(count)), reader)
        times = race({"html": partial(page.one, seen), "text": partial(TEXT.one, seen)}, turns)
        gc.collect()
        tracemalloc.start()
        size = len(page.one(seen).body)
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        told = ", ".join(f"{name} {median(each) * 1e3:.0f} ms" for name, each in times.items())
        print(
            f"{count} sessions, {'+'.join(reader.languages)}: {told}; a page of {size / 1e6:.1f} "
            f"MB, {most / 1e6:.1f} MB of memory at most"
        )


if __name__ == "__main__":
    arguments = [int(argument) for argument in sys.argv[1:]]
    main(*(arguments + [1_000, 3][len(arguments) :]))
