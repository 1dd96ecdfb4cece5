"""The machines that a renderer is run on: they agree on nothing but the samples."""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import Any

from attrs import field, frozen

from rencontres.rendering import Renderer
from rencontres.testing import machine

_LOCAL = ("LANG", "LC_", "TZ", "PYTHON", "COLUMNS", "USER", "LOGNAME", "HOME")
_KEPT = frozenset({"PYTHONHOME"})


@frozen(kw_only=True)
class Machine:
    """How a process differs from others.

    Attributes:
        told: What it is, for people.
        environment: Its environment.
        umask: Its mask of permissions.
        backwards: Whether it renders in the other order.
    """

    told: str
    environment: tuple[tuple[str, str], ...]
    umask: int = 0o022
    backwards: bool = False


# One of the two is always a day ahead of the other, and neither knows the other's characters.
MACHINES = (
    Machine(
        told="a machine in Kiritimati, hash seed 1, locale C",
        environment=(("PYTHONHASHSEED", "1"), ("TZ", "Pacific/Kiritimati"), ("LC_ALL", "C")),
    ),
    Machine(
        told="a machine 26 hours behind, hash seed 2, a Chinese locale, samples backwards",
        environment=(
            ("PYTHONHASHSEED", "2"),
            ("TZ", "Etc/GMT+12"),
            ("LC_ALL", "zh_CN.GB18030"),
            ("LANGUAGE", "zh_CN:de"),
            ("PYTHONUTF8", "0"),
            ("COLUMNS", "33"),
            ("USER", "somebody-else"),
        ),
        umask=0o077,
        backwards=True,
    ),
)


@frozen(kw_only=True)
class Answer:
    """What a machine tells.

    Attributes:
        made: By sample and number of options: what the documents are, with the digest of each
            body; or an error in words.
        later: The same more than a year later.
        loaded: The modules at the top that came with that of the renderer.
        disk: What was done to the disk, with its place.
        network: What was sent or asked for.
        processes: Which other programmes were started.
    """

    made: dict[str, Any] = field(repr=False)
    later: dict[str, Any] = field(repr=False)
    loaded: tuple[str, ...] = field(converter=tuple)
    disk: tuple[str, ...] = field(converter=tuple)
    network: tuple[str, ...] = field(converter=tuple)
    processes: tuple[str, ...] = field(converter=tuple)


@lru_cache(maxsize=8)
def answer(
    where: Machine, renderer: Renderer[Any], options: tuple[object, ...], names: tuple[str, ...]
) -> Answer:
    """Return what a machine makes of the samples.

    Args:
        where: The machine.
        renderer: The renderer: it can be pickled.
        options: The options; None: the defaults.
        names: Of the samples.

    Raises:
        ChildProcessError: The process failed: with what it said.
    """
    request = {
        "path": [str(Path(entry).resolve()) for entry in sys.path],
        "subject": pickle.dumps((renderer, options)),
        "backwards": where.backwards,
        "umask": where.umask,
        "names": names,
    }
    clean = {
        name: value
        for name, value in os.environ.items()
        if name in _KEPT or not name.startswith(_LOCAL)
    }
    with tempfile.TemporaryDirectory(prefix="rencontres-") as folder:
        run = subprocess.run(  # noqa: S603 - this interpreter, with a script of ours
            [sys.executable, "-B", "-P", machine.__file__],
            input=pickle.dumps(request),
            capture_output=True,
            check=False,
            cwd=folder,
            env={**clean, **dict(where.environment)},
        )
    if run.returncode:
        raise ChildProcessError(run.stderr.decode(errors="replace").strip())
    return Answer(**json.loads(run.stdout))
