"""What has changed since another version."""

from __future__ import annotations

from collections.abc import Iterator

from rencontres.formats.thing import Thing
from rencontres.formats.voice import Voice


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
