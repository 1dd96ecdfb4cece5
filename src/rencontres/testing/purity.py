"""A renderer is a pure function: same bytes everywhere, and nothing done besides."""

from __future__ import annotations

import hashlib
import pickle
import sys
import tracemalloc

import attrs

from rencontres.rendering import Document
from rencontres.testing.elsewhere import MACHINES, Answer, Machine, answer
from rencontres.testing.specimens import crowd
from rencontres.testing.subject import Subject, Trial
from rencontres.views import View

_OURS = frozenset({"rencontres", "attr", "attrs"})


class Purity(Subject):
    """Checks that rendering depends on the view and the options, and does nothing but return."""

    def test_the_same_bytes_in_every_process(self) -> None:
        """Hash seed, zone, locale, folder, umask and order of rendering change no byte."""
        for where in MACHINES:
            made = self._answer(where).made
            for trial, key in self._keys():
                here = list(map(_summary, self.made(trial)))
                there = made[key]
                if here != there:
                    self.fail(
                        f"{trial} is rendered otherwise on {where.told}: "
                        f"{_difference(here, there)}",
                        "sort every set, pass zones and languages on from the view, and take "
                        "nothing from the environment, the present moment or chance",
                    )

    def test_the_same_bytes_at_any_time(self) -> None:
        """What is rendered does not depend on when."""
        for where in MACHINES[:1]:
            found = self._answer(where)
            for trial, key in self._keys():
                now, later = found.made[key], found.later[key]
                if now != later and not isinstance(later, str):
                    self.fail(
                        f"{trial} is rendered otherwise a year later: {_difference(now, later)}",
                        "read no clock: `view.revised` is when the programme was revised; a zip "
                        "archive takes the present moment unless each member is given a date",
                    )

    def test_a_view_stays_as_it_is(self) -> None:
        """Rendering changes nothing in the view that it is given."""
        for trial in self.trials():
            seen, fresh = trial.sample.view(), trial.sample.view()
            self.rendered(seen, trial.options, trial.sample.name, anew=True)
            if changed := _changed(seen, fresh):
                self.fail(
                    f"rendering {trial} changes the view: {changed}",
                    "a view is a value that others render too: make a new one with "
                    "`attrs.evolve(…)`, and keep what has been worked out in variables of yours",
                )

    def test_a_pickled_view_is_rendered_alike(self) -> None:
        """A renderer needs nothing of a view but what a view says."""
        for trial in self.trials("full", "mixed"):
            seen = pickle.loads(pickle.dumps(trial.sample.view()))  # noqa: S301 - our own bytes
            again = self.rendered(seen, trial.options, trial.sample.name, anew=True)
            if again != self.made(trial):
                self.fail(
                    f"{trial} is rendered otherwise once the view has been pickled",
                    "use the public attributes of the view alone, and compare by `==`, not by `is`",
                )

    def test_nothing_is_written(self) -> None:
        """Rendering writes no file and makes no folder, not for a moment either."""
        self._spotless(
            "disk",
            "writes to disk",
            "documents are bytes that are yielded: use `io.BytesIO` in place of a file, and leave "
            "writing to `rencontres.write`",
        )

    def test_nothing_is_asked_of_the_network(self) -> None:
        """Rendering opens no connection."""
        self._spotless(
            "network",
            "uses the network",
            "what a document needs comes with the view, with the options or in your distribution",
        )

    def test_no_other_programme_is_started(self) -> None:
        """Rendering starts no process, whose deeds nobody could watch."""
        self._spotless("processes", "starts another process", "use a library in this process")

    def _spotless(self, kind: str, deed: str, todo: str) -> None:
        for where in MACHINES[:1]:
            if found := getattr(self._answer(where), kind):
                self.fail(f"rendering {deed}: {'; '.join(found[:3])}", todo)

    def test_heavy_libraries_are_imported_late(self) -> None:
        """The module of the renderer imports no other library before something is rendered."""
        own = {self.renderer.compose.__module__.partition(".")[0], *_OURS, *self.light}
        own |= {type(self.renderer).__module__.partition(".")[0]}
        for where in MACHINES[:1]:
            loaded = self._answer(where).loaded
            early = [
                name
                for name in loaded
                if name not in own and name not in sys.stdlib_module_names and name[:1] != "_"
            ]
            if early:
                self.fail(
                    f"importing {self.renderer.compose.__module__} imports {', '.join(early)}",
                    "import it inside the function that renders, so that listing and finding "
                    "formats costs nothing; what costs nothing itself is named in "
                    f"`light = ({early[0]!r},)`",
                )

    def test_five_thousand_sessions_take_bounded_memory(self) -> None:
        """A very long programme is rendered piece by piece."""
        seen = crowd()
        for options in self._chosen():
            self.renderer(crowd(20, 5), options)  # what is loaded once is not counted
            tracemalloc.start()
            try:
                most = 0
                for document in self.renderer.stream(seen, options):
                    most = max(most, tracemalloc.get_traced_memory()[1])
                    del document
                most = max(most, tracemalloc.get_traced_memory()[1])
            finally:
                tracemalloc.stop()
            if most > self.memory:
                self.fail(
                    f"5,000 sessions take {most / 2**20:.0f} MiB with {options or 'the defaults'}, "
                    f"more than {self.memory / 2**20:.0f} MiB",
                    "yield each document when it is made and keep no list of them; join pieces "
                    "once; or set `memory`, and say in your README what a large programme takes",
                )

    # --- what was asked once ---------------------------------------------------------------------

    def _answer(self, where: Machine) -> Answer:
        chosen = self._chosen()
        names = tuple(dict.fromkeys(trial.sample.name for trial in self.trials()))
        try:
            return answer(where, self.renderer, chosen, names)
        except (ChildProcessError, pickle.PicklingError, AttributeError, TypeError) as error:
            self.fail(
                f"the renderer cannot be used on {where.told}: {error}",
                "the renderer, its options and `compose` stand at the top of a module that "
                "another process can import",
            )

    def _keys(self) -> list[tuple[Trial, str]]:
        index = {id(options): number for number, options in enumerate(self._chosen())}
        return [
            (trial, f"{trial.sample.name} {index[id(trial.options)]}") for trial in self.trials()
        ]


def _summary(document: Document) -> list[object]:
    digest = hashlib.sha256(document.body).hexdigest()
    return [
        str(document.path), document.media_type, document.charset, document.about, digest
    ]  # fmt: skip


def _difference(here: object, there: object) -> str:
    if isinstance(here, str) or isinstance(there, str):
        return f"{here if isinstance(here, str) else there}"[:300]
    if not isinstance(here, list) or not isinstance(there, list) or len(here) != len(there):
        return "there are not as many documents"
    for one, other in zip(here, there, strict=True):
        if one[:-1] != other[:-1]:
            return f"{one[:-1]} and {other[:-1]}"
        if one != other:
            return f"the bytes of {one[0]} differ"
    return "the order differs"


def _changed(seen: View, fresh: View) -> str:
    """Return what is no longer as it was; empty if nothing has changed."""
    for attribute in attrs.fields(View):
        if attribute.eq and getattr(seen, attribute.name) != getattr(fresh, attribute.name):
            return f"`{attribute.name}` is not what it was"
    if seen.holders != fresh.holders:
        return "`holders` is not what it was"
    copies = (id_ for id_ in fresh.holders if seen.of(id_) != fresh.of(id_))
    return next((f"the copy of {id_} is not what it was" for id_ in copies), "")
