"""A voice that knows which of its words are in another language: for formats that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from rencontres.formats.voice import Voice
from rencontres.text import Phrase, Words

_MARKS = "\ufdd0", "\ufdd1", "\ufdd2"
"""What stands before the tag, before the words and behind them: noncharacters, which no text of a
dossier holds (Unicode 16 §23.7 keeps them for use inside a programme)."""

_TAGGED = re.compile("\ufdd0([^\ufdd1]*)\ufdd1([^\ufdd2]*)\ufdd2")
_HAN_WRITTEN = frozenset({"zh", "ja", "yue"})
_OTHER_SCRIPT = re.compile("[^\u2e80-\u9fff\uff00-\uffef\U00020000-\U0003ffff]+")


@frozen(slots=False, eq=False)
class TaggedVoice(Voice):
    """A `Voice` for markup: what it has said is taken apart by `phrases`, with the languages.

    Until then its texts hold signs that are no characters: they can be joined, put into sentences
    and compared, but neither measured nor printed.

    >>> from rencontres import Reader, load_data, view
    >>> dossier = load_data({
    ...     "namespace": "a.example",
    ...     "workshops": {"w": {"number": 2, "title": {"fr": "Eau"}}},
    ...     "sessions": {"s": {"workshop": "w", "title": {"fr": "Ouverture"}}},
    ... })
    >>> programme = view(dossier, Reader("zh-Hans"))
    >>> voice = TaggedVoice(programme, 0)
    >>> [voice.phrases(voice.title(slot)) for slot in programme.slots()]
    [(Phrase('分论坛二：', 'zh-Hans'), Phrase('Ouverture', 'fr'))]
    """

    def phrase(self, words: Words) -> Phrase:
        """Return what words say in this language, tagged where they are in another one.

        Args:
            words: Words of the view.
        """
        return self.tagged(words[self.index])

    def tagged(self, phrase: Phrase) -> Phrase:
        """Return a phrase, tagged if it is in another language than this one.

        Args:
            phrase: A phrase of the view, such as the local address of a session.
        """
        other, own = phrase.language, self.wording.tag
        if not other or other == own:
            return phrase
        if _han(own) and not _han(other):
            # A name that was found in Latin letters alone still takes 先生.
            return Phrase(_OTHER_SCRIPT.sub(lambda part: _tagged(part[0], other), phrase), other)
        return Phrase(_tagged(phrase, other), other)

    def phrases(self, line: str | Sequence[str]) -> tuple[Phrase, ...]:
        """Return something that was said, each part of it with its language (BCP 47).

        Args:
            line: A text, or the pieces of one.
        """
        return tuple(_parted(line if isinstance(line, str) else "".join(line), self.wording.tag))


def _parted(told: str, own: str) -> Iterator[Phrase]:
    done = 0
    for found in _TAGGED.finditer(told):
        if found.start() > done:
            yield Phrase(told[done : found.start()], own)
        yield Phrase(found[2], found[1])
        done = found.end()
    if done < len(told):
        yield Phrase(told[done:], own)


def _tagged(words: str, language: str) -> str:
    before, between, behind = _MARKS
    return f"{before}{language}{between}{words}{behind}"


def _han(tag: str) -> bool:
    return tag.split("-", maxsplit=1)[0] in _HAN_WRITTEN
