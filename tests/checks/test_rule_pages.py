"""The catalogue of rules in the documents is what the table of rules says."""

import re
import runpy
from pathlib import Path

import pytest

from rencontres.checks.catalogue import RULES
from rencontres.wording.typography import faults

PAGES = runpy.run_path(str(Path(__file__).parents[2] / "docs" / "rules.py"))
LANGUAGES = ("en", "fr", "zh-Hans", "zh-Hant")


def test_there_is_a_page_for_each_language():
    assert tuple(PAGES["WORDS"]) == LANGUAGES
    assert {path.stem for path in PAGES["FOLDER"].iterdir()} == {tag.lower() for tag in LANGUAGES}


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_page_is_as_the_table_says(tag):
    """When it is not, write it anew: ``python docs/rules.py``."""
    page = PAGES["page"](tag)
    assert PAGES["path"](tag).read_text("utf-8") == page
    assert re.findall(r"^### (RC\d+)", page, re.MULTILINE) == [rule.code for rule in RULES]


@pytest.mark.parametrize("tag", LANGUAGES)
def test_what_a_page_says_itself_is_written_as_its_language_writes(tag):
    words = PAGES["WORDS"][tag]
    for text in (words.title, *words.intro.split("\n\n"), *words.families, *words[3:]):
        assert faults(text.replace("{}", "9"), tag) == ()
