"""What has changed since another version, as one reader is told of it."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from rencontres.publishing import Change, Changes, compare
from rencontres.publishing.message import PARTS, news, since
from rencontres.publishing.teller import Teller
from rencontres.span import zone
from rencontres.text import Phrase, Words
from rencontres.views.lexicon import Lexicon
from rencontres.views.reader import Reader
from rencontres.views.redaction import Redaction
from rencontres.views.sifter import Sifter


@frozen(kw_only=True)
class ChangeLine:
    """One thing that is no longer as it was, in words.

    Attributes:
        kind: What has happened, as in ``Change``.
        noun: What kind of thing: ``session``.
        id: Its id.
        part: The code of the heading it stands under: ``part.sessions``.
        title: What the thing is called.
        text: What is told of it; its title alone in a language whose readers see no difference.
        people: The ids of those whom this reader sees and who must be told, sorted.
    """

    kind: str
    noun: str
    id: str
    part: str
    title: Words
    text: Words
    people: tuple[str, ...]


@frozen(kw_only=True)
class Erratum:
    """The changes of a view.

    Attributes:
        since: From when they are counted; None: nothing was compared.
        lines: The changes, in order.
        told: By the id of a thing: everybody who must be told, whatever this reader sees.
    """

    since: Words | None = None
    lines: tuple[ChangeLine, ...] = ()
    told: Mapping[str, frozenset[str]]


def erratum(
    changes: Changes | None,
    redaction: Redaction,
    reader: Reader,
    sifter: Sifter,
    lexicon: Lexicon,
) -> Erratum:
    """Return the changes that a reader is told, in her languages.

    Both states are redacted for her first: what she did not see and does not see has not changed,
    what she no longer sees is gone, and what she sees for the first time is new.

    Args:
        changes: What has changed in the dossier; None: nothing was compared.
        redaction: What is left of the dossier for the reader.
        reader: The reader.
        sifter: What she asks for.
        lexicon: Her languages.
    """
    if changes is None:
        return Erratum(told={})
    new = redaction if changes.new is redaction.whole else Redaction(changes.new, reader)
    seen = compare(Redaction(changes.old, reader).left, new.left)
    clock = zone(reader.zone) if reader.zone else None
    tellers = [Teller(seen, wording, clock) for wording in lexicon.wordings]
    lines = {change: told for change in news(seen) if (told := _line(change, tellers, lexicon))}
    heads = [
        Phrase(since(seen, each), tag)
        for each, tag in zip(lexicon.wordings, lexicon.languages, strict=True)
    ]
    return Erratum(
        since=Words(heads),
        lines=tuple(lines[change] for change in sifter.changes(lines)),
        told=_told(changes),
    )


def _line(change: Change, tellers: list[Teller], lexicon: Lexicon) -> ChangeLine | None:
    """Return a change in words; None where no language of the reader shows a difference."""
    titles = [teller.title(change) for teller in tellers]
    told = [teller.line(change) for teller in tellers]
    if not any(told):
        return None
    texts = [line or title for line, title in zip(told, titles, strict=True)]
    return ChangeLine(
        kind=change.kind,
        noun=change.noun,
        id=change.id,
        part=PARTS[change.noun],
        title=Words(map(Phrase, titles, lexicon.languages)),
        text=Words(map(Phrase, texts, lexicon.languages)),
        people=change.people,
    )


def _told(changes: Changes) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for change in changes:
        found[change.id] = found.get(change.id, frozenset()).union(change.people)
    return found
