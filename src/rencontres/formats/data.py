"""DATA: a programme as JSON, for other programs.

The document says which form it has (``"format": 1``). Within a form, keys are only ever added.
Texts are objects, language found and words, one for each language of the reader; moments are
ISO 8601 with the offset, beside the IANA name of the zone.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from enum import Enum
from typing import Any

import attrs
from attrs import field, frozen

from rencontres.formats.naming import stem
from rencontres.rendering import Document, Format, Renderer
from rencontres.span import key_of
from rencontres.text import Phrase, Text, Words
from rencontres.views import View
from rencontres.when import When

FORM = 1
"""The form of the document."""

_LEFT_OUT = frozenset({"wordings", "omitted"})


@frozen(kw_only=True)
class DataOptions:
    """How to write a programme as JSON.

    Attributes:
        indent: Spaces a level; 0: everything on one line.
    """

    indent: int = field(default=2, metadata={"help": "spaces a level; 0: one line"})


def _words(words: Words) -> list[dict[str, str]]:
    return [_phrase(phrase) for phrase in words]


def _phrase(phrase: Phrase) -> dict[str, str]:
    return {"language": phrase.language, "text": str(phrase)}


def _moment(moment: datetime) -> dict[str, str]:
    return {"at": moment.isoformat(), "zone": key_of(moment)}


def _when(when: When) -> dict[str, object]:
    return {
        "edtf": when.when,
        "before": when.before,
        "earliest": when.earliest.isoformat() if when.earliest else None,
        "latest": when.latest.isoformat() if when.latest else None,
    }


_PLAIN: Mapping[type, Callable[[Any], object]] = {
    Words: _words,
    Phrase: _phrase,
    Text: dict,
    When: _when,
    datetime: _moment,
    date: date.isoformat,
    str: str,
    int: int,
    float: float,
    bool: bool,
    type(None): lambda _: None,
}


def plain(value: object) -> object:
    """Return a value of a view as JSON has it.

    Args:
        value: A value, or a tuple of values.
    """
    convert = _PLAIN.get(type(value))
    if convert is not None:
        return convert(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple | frozenset):
        return [plain(item) for item in value]
    return dict(_fields(value))


def _fields(value: object) -> Iterator[tuple[str, object]]:
    kind: Any = type(value)
    for attribute in attrs.fields(kind):
        if attribute.repr and attribute.name not in _LEFT_OUT:
            yield attribute.name.replace("_", "-"), plain(getattr(value, attribute.name))


def _compose(view: View, options: DataOptions) -> Iterator[Document]:
    whole = {"rencontres": "programme", "format": FORM, **dict(_fields(view))}
    whole["omitted"] = [
        {"part": omission.part.value, "count": omission.count, "reason": omission.reason}
        for omission in view.omitted
    ]
    layout: dict[str, Any] = (
        {"indent": options.indent} if options.indent else {"separators": (",", ":")}
    )
    body = json.dumps(whole, ensure_ascii=False, allow_nan=False, **layout)
    about = view.person.id if view.person else None
    yield Document(f"{stem(view)}.json", f"{body}\n".encode(), about=about)


DATA = Renderer(
    Format("data", "application/json", "json"),
    DataOptions,
    _compose,
)
"""A programme as JSON, with everything that the reader may see."""
