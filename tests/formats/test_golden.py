"""Both dossiers of Chengdu as each language writes them, line by line as they were read over.

What changes on purpose is written anew by ``RENCONTRES_GOLDEN=write pytest tests/formats/test_golden.py``
and read over again.
"""

import os
from pathlib import Path

import pytest

from rencontres import MARKDOWN, TEXT, Reader, load, view

ROOT = Path(__file__).parents[2]
FOLDER = Path(__file__).parent / "golden-text"
# April is a record of what was said, for those who took part; October a programme for everybody.
AUDIENCES = {"april": "partners", "october": "public"}
LANGUAGES = ("fr", "zh-Hans", "zh-Hant", "en", "fr+zh-Hans", "zh-Hans+fr")
CASES = [
    *((name, languages, TEXT, {}) for name in AUDIENCES for languages in LANGUAGES),
    ("october", "fr+zh-Hans", TEXT, {"layout": "columns"}),
    ("april", "fr", MARKDOWN, {}),
    ("october", "fr+zh-Hans", MARKDOWN, {}),
    ("october", "fr+zh-Hans", MARKDOWN, {"layout": "columns"}),
]


def _id(case) -> str:
    name, languages, renderer, options = case
    return ".".join([name, languages, *options.values(), renderer.format.suffix])


@pytest.mark.parametrize("case", CASES, ids=_id)
def test_a_programme_reads_as_it_was_read_over(case):
    name, languages, renderer, options = case
    dossier = load(ROOT / "examples" / "chengdu-2016" / f"{name}.toml")
    reader = Reader(*languages.split("+"), audience=AUDIENCES[name])
    text = renderer.one(view(dossier, reader), renderer.configure(options)).text
    path = FOLDER / _id(case)
    if os.environ.get("RENCONTRES_GOLDEN") == "write":
        path.write_bytes(text.encode())
    assert text == path.read_bytes().decode()


def test_no_file_is_left_over():
    assert {path.name for path in FOLDER.iterdir()} == set(map(_id, CASES))
