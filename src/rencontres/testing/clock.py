"""A clock that runs ahead: what a renderer writes must not depend on when it does."""

from __future__ import annotations

import datetime as dt
import sys
import time
from collections.abc import Callable
from types import ModuleType
from typing import Any, TypeAlias

_AHEAD = dt.timedelta(days=407, hours=7, minutes=11, seconds=13)

Function: TypeAlias = Callable[..., Any]


def forward() -> None:
    """Set the clock ahead by more than a year, in every module that has been loaded.

    Only what asks for the present moment changes: the classes make and recognise the same values
    as before.
    """
    moment, stamp = dt.datetime, time.time
    seconds = _AHEAD.total_seconds()

    def now(tz: dt.tzinfo | None = None) -> dt.datetime:
        return moment.now(tz) + _AHEAD

    changed: dict[int, object] = {
        id(dt.datetime): _later(dt.datetime, now=now, today=now, utcnow=now),
        id(dt.date): _later(dt.date, today=lambda: now().date()),
        id(time.time): lambda: stamp() + seconds,
        id(time.time_ns): lambda: int((stamp() + seconds) * 1e9),
        id(time.strftime): _present(time.strftime, 1, lambda: now().timetuple()),
    }
    for read in (time.localtime, time.gmtime, time.ctime):
        changed[id(read)] = _present(read, 0, lambda: stamp() + seconds)
    for module in list(sys.modules.values()):
        if type(module) is ModuleType and module.__name__ != __name__:
            for name, value in list(vars(module).items()):
                if id(value) in changed:
                    setattr(module, name, changed[id(value)])


def _later(kind: type, **told: Function) -> type:
    """Return a class like another one, but for what it tells of the present."""

    class Like(type):
        def __instancecheck__(cls, value: object) -> bool:
            return isinstance(value, kind)

        def __subclasscheck__(cls, other: type) -> bool:
            return issubclass(other, kind)

    def new(_cls: type, *args: object, **named: object) -> object:
        return kind(*args, **named)

    body = {name: staticmethod(function) for name, function in told.items()}
    return Like(kind.__name__, (kind,), {"__new__": new, **body})


def _present(read: Function, at: int, now: Function) -> Function:
    """Return a function that is told a moment where it would ask for one."""

    def told(*args: Any) -> object:
        return read(*args) if any(arg is not None for arg in args[at:]) else read(*args[:at], now())

    return told
