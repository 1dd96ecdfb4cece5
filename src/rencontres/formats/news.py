"""What has changed since another version: in a programme, or alone on a sheet."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from rencontres.formats import heading
from rencontres.formats.thing import Thing
from rencontres.formats.voice import Voice
from rencontres.views import View


def things(voice: Voice) -> Iterator[Thing]:
    """Yield the changes under the headings of what they concern, a line each.

    Args:
        voice: The language.
    """
    view, wording = voice.view, voice.wording
    if view.since is None:
        return
    found: dict[str, list[str]] = {}
    for change in view.changes:
        line = wording.say("changes.line", line=voice.phrase(change.text))
        found.setdefault(change.part, []).append(line)
    for part, lines in found.items():
        yield Thing(wording.heading(wording.say(part)), tuple(lines))
    if not found:
        yield Thing(wording.say("changes.none"))


def alone(view: View) -> View:
    """Return what of a programme is printed on an erratum sheet: its head and its changes.

    Args:
        view: The programme.
    """
    event = heading.main_event(view)
    return attrs.evolve(
        view,
        events=(event,) if event else (),
        days=(),
        unscheduled=(),
        workshops=(),
        committees=(),
        pairings=(),
        people=(),
        notes=(),
        actions=(),
        papers=(),
        board=None,
        asked=(),
    )
