"""A programme of one language as text, beside one call of Babel a session.

    python bench/text.py [sessions [turns]]

What the view costs is not counted. Babel formats the same moments, warm, in its default form:
``format_datetime(moment, locale="fr")``.
"""

from __future__ import annotations

import sys
from statistics import median

from samples import race, ratio, raw

from rencontres import TEXT, Reader, load_data, view


def main(count: int, turns: int) -> None:
    from babel.dates import format_datetime

    dossier = load_data(raw(count))
    views = {tag: view(dossier, Reader(tag)) for tag in ("fr", "zh-Hans")}
    moments = [slot.start for slot in views["fr"].slots() if slot.start]

    def babel() -> None:
        for moment in moments:
            format_datetime(moment, locale="fr")

    def text(tag: str) -> bytes:
        return TEXT.one(views[tag]).body

    calls = {"Babel": babel, "TEXT fr": lambda: text("fr"), "TEXT zh-Hans": lambda: text("zh-Hans")}
    for call in calls.values():
        call()
    times = race(calls, turns)
    print(f"{count} sessions; µs a session, the median of {turns} turns")
    for name, taken in times.items():
        print(
            f"  {name:14}{median(taken) * 1e6 / count:8.1f}"
            f"{ratio(times, name, 'Babel'):8.2f} × Babel"
        )


if __name__ == "__main__":
    arguments = [int(argument) for argument in sys.argv[1:]]
    main(*(arguments + [10_000, 9][len(arguments) :]))
