"""A machine of its own: renders every sample in a fresh process, and tells what else it does.

It is run as a script by ``elsewhere``; until the renderer has been loaded it imports nothing that
does not come with Python, so that what the renderer's module loads can be told.
"""

from __future__ import annotations

import hashlib
import json
import os
import pickle
import sys
import sysconfig
from collections.abc import Callable
from types import FrameType
from typing import Any

_DISK = frozenset(
    "os.mkdir os.rename os.remove os.rmdir os.link os.symlink os.truncate os.chmod os.utime "
    "os.mkfifo os.mknod".split()
)
_PROCESSES = ("subprocess.Popen", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn")
_NETWORK = ("socket.", "http.client.", "urllib.", "ftplib.", "smtplib.", "imaplib.", "webbrowser.")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_ROOTS = tuple(
    {os.path.realpath(sysconfig.get_path(name)) + os.sep for name in ("stdlib", "platstdlib")}
)
_PACKAGES = tuple(
    {os.path.realpath(sysconfig.get_path(name)) + os.sep for name in ("purelib", "platlib")}
)


class Watch:
    """Notes what is done to the disk, the network and other processes while it is on.

    Attributes:
        on: Whether it is on.
        deeds: What was done, by kind: ``disk``, ``network``, ``processes``; each with its place.
    """

    def __init__(self) -> None:
        self.on = False
        self.deeds: dict[str, list[str]] = {"disk": [], "network": [], "processes": []}

    def __call__(self, event: str, args: tuple[Any, ...]) -> None:
        """Note an audit event (PEP 578)."""
        if not self.on:
            return
        kind = _kind(event, args)
        if kind is not None:
            self.on = False
            what = f"{event}({', '.join(repr(arg)[:60] for arg in args[:1])}) in {_place()}"
            if what not in self.deeds[kind]:
                self.deeds[kind].append(what)
            self.on = True


def _kind(event: str, args: tuple[Any, ...]) -> str | None:
    if event == "open":
        path, mode, flags = args
        if isinstance(path, int) or os.fspath(path) in (os.devnull, os.fsencode(os.devnull)):
            return None
        writes = flags & _WRITING if isinstance(flags, int) else set(mode or "") & set("wax+")
        return "disk" if writes else None
    if event in _DISK or event.startswith("shutil."):
        return "disk"
    if event.startswith(_PROCESSES):
        return "processes"
    return "network" if event.startswith(_NETWORK) else None


def _place() -> str:
    """Return the line that does it: the innermost that comes neither with Python nor from here."""
    frame: FrameType | None = sys._getframe(2)  # noqa: SLF001 - there is no other way
    while frame is not None:
        file = frame.f_code.co_filename
        real = os.path.realpath(file)
        own = real.startswith(_PACKAGES) or not real.startswith(_ROOTS)
        if own and not file.startswith("<") and file != __file__:
            return f"{file}:{frame.f_lineno}"
        frame = frame.f_back
    return "code that comes with Python"


def _outcome(render: Callable[[], tuple[Any, ...]]) -> object:
    try:
        documents = render()
    except Exception as error:  # noqa: BLE001 - told, whatever it is
        return f"{type(error).__name__}: {error}"
    return [
        [
            str(each.path),
            each.media_type,
            each.charset,
            each.about,
            hashlib.sha256(each.body).hexdigest(),
        ]
        for each in documents
    ]


def run(request: dict[str, Any]) -> dict[str, object]:
    """Return what a renderer makes of every sample here, and what else it does.

    Args:
        request: ``path``: of modules; ``subject``: renderer and options, pickled; ``backwards``:
            whether the samples come in the other order; ``names``: of the samples.
    """
    os.umask(request["umask"])
    sys.path[:] = request["path"]
    before = set(sys.modules)
    renderer, chosen = pickle.loads(request["subject"])  # noqa: S301 - from the test beside it
    loaded = {name.partition(".")[0] for name in set(sys.modules) - before}
    from rencontres.testing.clock import forward
    from rencontres.testing.specimens import samples

    wanted = [sample for sample in samples() if sample.name in request["names"]]
    views = [(sample.name, sample.view()) for sample in wanted]
    trials = [(name, view, index) for name, view in views for index in range(len(chosen))]
    if request["backwards"]:
        trials.reverse()
    watch = Watch()
    sys.addaudithook(watch)

    def all_trials() -> dict[str, object]:
        made: dict[str, object] = {}
        for name, view, index in trials:
            watch.on = True
            made[f"{name} {index}"] = _outcome(lambda: renderer(view, chosen[index]))  # noqa: B023
            watch.on = False
        return made

    made = all_trials()
    forward()
    later = all_trials()
    return {"made": made, "later": later, "loaded": sorted(loaded), **watch.deeds}


def main() -> None:
    """Answer the request on the standard input on the standard output, as JSON."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what a renderer prints is no part of the answer
    answer = run(pickle.load(sys.stdin.buffer))  # noqa: S301 - from the test beside it
    json.dump(answer, answers)
    answers.close()


if __name__ == "__main__":
    main()
