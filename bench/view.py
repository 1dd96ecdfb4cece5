"""See a dossier as one reader does, and publish it: time a session, as dossiers grow.

    python bench/view.py [count ...]

It prints microseconds of the processor a session, the least of several runs, for each count of
sessions (1,000, 10,000 and 100,000): the view of the public in French, of the public in French and
Chinese, and of partners; each personal copy; a first publication, and one after it in which one
session in a hundred has moved. Each session has a moderator, a speaker and a participant, whom the
public does not see; people are a tenth as many as sessions. "Of which texts" is what punctuating
the titles costs, once a view and a language.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import attrs
from samples import raw

from rencontres import Dossier, Reader, Session, load_data, view
from rencontres.publishing import publish
from rencontres.views.lexicon import Lexicon

RUNS = 5
FIRST = datetime(2016, 9, 15, tzinfo=UTC)


def dossier(count: int) -> Dossier:
    """Return a dossier of so many sessions."""
    people = max(count // 10, 10)

    def three(number: int) -> dict[str, Any]:
        return {
            "moderator": {f"p{number % people}": "confirmed"},
            "speaker": {f"p{(number * 7 + 1) % people}": "confirmed"},
            "participant": {f"p{(number * 3 + 2) % people}": "confirmed"},
        }

    return load_data(raw(count, people, three))


def moved(old: Dossier) -> Dossier:
    """Return the dossier with one session in a hundred an hour later."""
    return old.with_(*map(later, old.sessions[::100]))


def later(session: Session) -> Session:
    """Return a session that is held an hour later."""
    hour = timedelta(hours=1)
    start, end = (each + hour if each else None for each in (session.start, session.end))
    return attrs.evolve(session, start=start, end=end)


def texts(old: Dossier, reader: Reader) -> None:
    """Say the titles of all sessions in the languages of a reader."""
    lexicon = Lexicon(reader, old.languages)
    for session in old.sessions:
        lexicon.maybe(session.title)


def least(call: Callable[[], object]) -> float:
    """Return how long a call takes at its quickest, in seconds of the processor."""
    times: list[float] = []
    for _ in range(RUNS):
        gc.collect()
        gc.disable()
        begin = time.process_time()
        call()
        times.append(time.process_time() - begin)
        gc.enable()
    return min(times)


def calls(count: int) -> Mapping[str, Callable[[], object]]:
    """Return what is measured."""
    old = dossier(count)
    new = moved(old)
    ledger = publish(old, None, at=FIRST)
    seen = view(old, Reader("fr"))
    seen.of("p1")  # what everybody does is found when the first asks
    return {
        "view, fr": lambda: view(old, Reader("fr")),
        "view, fr and zh-Hans": lambda: view(old, Reader("fr", "zh-Hans")),
        "of which texts": lambda: texts(old, Reader("fr")),
        "view of partners, fr": lambda: view(old, Reader("fr", audience="partners")),
        "view with a ledger, fr": lambda: view(old, Reader("fr"), ledger=ledger),
        "copies for all": lambda: [seen.of(id_) for id_ in seen.holders],
        "publish": lambda: publish(old, None, at=FIRST),
        "publish, 1 % moved": lambda: publish(new, ledger, at=FIRST + timedelta(days=1)),
    }


def main(counts: list[int]) -> None:
    """Measure each count."""
    print(f"{'µs a session':>24}", *(f"{count:>9,}" for count in counts))
    columns = [
        {name: least(call) / count * 1e6 for name, call in calls(count).items()} for count in counts
    ]
    for name in columns[0]:
        print(f"{name:>24}", *(f"{column[name]:9.2f}" for column in columns), flush=True)


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [1_000, 10_000, 100_000])
