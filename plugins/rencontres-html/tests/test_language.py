"""A screen reader changes its voice with the language: every phrase says which one it is in."""

import re

import pytest
from spoken import heard, misheard

from rencontres.testing import samples
from rencontres_html import HTML

SAMPLES = {sample.name: sample for sample in samples()}
MIXED = [name for name in SAMPLES if name.startswith("mixed")]
MARKED = re.compile("Mark(Fr|Zh)")
"""How each text of the samples begins, with the language it is in."""

OF_NO_LANGUAGE = {"Away", "“avant l’été”"}
"""What samples give as the same in all languages, and a date in words as somebody wrote them."""


@pytest.mark.parametrize("name", MIXED)
def test_a_text_says_its_language_also_where_it_is_a_fallback(name):
    page = HTML.one(SAMPLES[name].view()).text
    marked = [(tag, text) for tag, text in heard(page) if MARKED.search(text)]
    assert marked
    for language, text in marked:
        assert {found.lower() for found in MARKED.findall(text)} == {language.split("-")[0]}, text


@pytest.mark.parametrize("name", [name for name in SAMPLES if "hostile" not in name])
def test_no_voice_reads_another_language(name):
    found = misheard(HTML.one(SAMPLES[name].view()).text)
    assert [text for _, text in found if text not in OF_NO_LANGUAGE] == []


@pytest.mark.parametrize(
    ("page", "wrong"),
    [
        ("<p lang=fr>Salle 1</p>", 0),
        ("<p lang=fr>1号会议室</p>", 1),
        ("<p lang=fr><b lang=zh-Hans>会议室</b> Salle</p>", 0),
        ("<p lang=zh-Hans>分论坛 Agriculture</p>", 1),
        ("<p lang=zh-Hans>TGI成都</p>", 0),
        ('<p lang=fr><a href="x" aria-label="日程">Programme</a></p>', 1),
    ],
)
def test_what_is_misheard_is_found(page, wrong):
    assert len(misheard(page)) == wrong
