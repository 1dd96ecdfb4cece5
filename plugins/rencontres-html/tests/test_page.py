"""The page says each phrase in its language, lets nothing run, and needs nothing from elsewhere."""

import base64
import hashlib
import itertools
import json
import re
import unicodedata
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rencontres import OptionsError, Phrase, Reader, board, load_data, view
from rencontres.testing import samples
from rencontres_html import HTML, HTMLOptions
from rencontres_html.markup import Markup, direction, element, spoken, together, written

VOID = {"meta", "link", "br"}
DOSSIER = {
    "rencontres": 1,
    "namespace": "rivers.example.org",
    "languages": ["fr", "zh-Hans"],
    "version": 3,
    "state": "provisional",
    "sides": {
        "fr": {"name": {"fr": "partie française", "zh-Hans": "法方"}, "languages": ["fr"]},
        "cn": {"name": {"fr": "partie chinoise", "zh-Hans": "中方"}, "languages": ["zh-Hans"]},
    },
    "places": {"chengdu": {"name": {"fr": "Chengdu", "zh-Hans": "成都"}, "zone": "Asia/Shanghai"}},
    "organisations": {
        "bordeaux": {"name": {"fr": "Bordeaux", "zh-Hans": "波尔多市"}, "side": "fr"},
        "wuhan": {"name": {"fr": "Wuhan"}, "side": "cn"},
    },
    "events": {
        "e": {
            "title": {"fr": "Rencontres", "zh-Hans": "论坛"},
            "place": "chengdu",
            "when": "2016-10-29/2016-10-30",
        }
    },
    "workshops": {"w2": {"event": "e", "number": 2, "title": {"fr": "Eau", "zh-Hans": "水"}}},
    "pairings": {
        "b": {"workshop": "w2", "ends": {"fr": {"bordeaux": "confirmed"}, "cn": ["wuhan"]}}
    },
    "sessions": {
        "opening": {
            "event": "e",
            "title": {"fr": "Ouverture"},
            "day": "2016-10-29",
            "hours": "09:00-10:30",
        },
        "s-w2": {"event": "e", "workshop": "w2", "day": "2016-10-29", "hours": "14:00-15:00"},
        "visit": {
            "event": "e",
            "title": {"fr": "Visite", "zh-Hans": "参观"},
            "day": "2016-10-30",
            "hours": "09:00-10:00",
            "confirmation": "cancelled",
        },
    },
}


class Tree(HTMLParser):
    """Reads a page: the texts with the language they are in, ids, links, elements."""

    def __init__(self, page):
        super().__init__()
        self.open, self.texts, self.ids, self.links, self.names = [], [], [], [], []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.names.append(tag)
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if tag == "a":
            self.links.append(attributes["href"])
        assert not [name for name in attributes if name.startswith("on") or name == "style"]
        if tag not in VOID:
            around = self.open[-1][1] if self.open else ""
            self.open.append((tag, attributes.get("lang", around)))

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        if data.strip() and self.open[-1][0] not in ("style", "script"):
            self.texts.append((data.strip(), self.open[-1][1]))


def made(*languages, raw=None, **options):
    seen = view(load_data(raw or DOSSIER), Reader(*languages))
    return HTML.one(seen, HTMLOptions(**options)).text


def tree(*languages, **more):
    return Tree(made(*languages, **more))


def chinese(words):
    return any("CJK UNIFIED" in unicodedata.name(sign, "") for sign in words)


@pytest.mark.parametrize("languages", [("fr",), ("zh-Hans",), ("fr", "zh-Hans"), ("zh-Hans", "fr")])
def test_chinese_characters_stand_in_a_chinese_element(languages):
    texts = tree(*languages).texts
    assert any(chinese(words) for words, _ in texts) == ("zh-Hans" in languages)
    assert [(words, tag) for words, tag in texts if chinese(words) and tag[:2] != "zh"] == []


def test_a_phrase_that_was_found_in_another_language_is_marked():
    assert ("Ouverture", "fr") in tree("zh-Hans").texts
    assert ("Wuhan", "fr") in tree("zh-Hans").texts


def test_two_languages_stand_under_each_other_and_what_is_the_same_once():
    page = made("fr", "zh-Hans")
    assert '<h3>Atelier 2 – Eau <span lang="zh-Hans" class="second">分论坛二：水</span></h3>' in (
        page.replace("\u00a0", " ")
    )
    assert page.count("Wuhan") == 2 * page.count("波尔多市")


def test_headings_go_down_one_step_at_a_time_and_ids_are_unique():
    found = tree("fr", "zh-Hans")
    levels = [int(name[1]) for name in found.names if re.fullmatch("h[1-6]", name)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    assert len(set(found.ids)) == len(found.ids)
    assert {link[1:] for link in found.links if link.startswith("#")} <= set(found.ids)


def test_the_page_lets_only_its_own_style_in():
    page = made("fr")
    style = re.search("<style>(.*?)</style>", page, re.DOTALL)[1]
    known = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"default-src &#x27;none&#x27;; style-src &#x27;sha256-{known}&#x27;" in page
    assert not re.search(r"url\(|@import|<img|<iframe|<link(?![^>]*calendar)", page)
    assert re.findall("<script[^>]*>", page) == ['<script type="application/ld+json">']


def test_what_is_off_or_unsure_is_told_in_words():
    page = made("fr").replace("\u00a0", " ")
    assert "Annulé : Visite" in page
    assert "Wuhan (à confirmer)" in page
    assert "Programme provisoire, version 3" in page


def test_a_link_to_the_calendar_says_in_chinese_how_to_leave_an_app():
    page = made("zh-Hans", calendar="https://example.org/a.ics")
    assert 'href="https://example.org/a.ics"' in page
    assert "在浏览器打开" in page


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//example.org", 3])
def test_a_calendar_is_nowhere_else(address):
    with pytest.raises((OptionsError, ValueError, TypeError)):
        HTML.configure({"calendar": address})


def test_machines_are_told_the_sessions():
    page = made("fr")
    told = json.loads(re.search(r'ld\+json">(.*?)</script>', page, re.DOTALL)[1])
    assert (told["@type"], told["startDate"]) == ("EventSeries", "2016-10-29")
    assert [each["eventStatus"].rsplit("/", 1)[1] for each in told["subEvent"]] == [
        "EventScheduled", "EventScheduled", "EventCancelled",
    ]  # fmt: skip
    assert told["subEvent"][0]["startDate"] == "2016-10-29T09:00:00+08:00"


def test_the_board_stands_side_by_side_in_the_order_of_the_language():
    dossier = load_data(DOSSIER)
    seen = view(
        dossier, Reader("fr", audience="partners"), board=board(dossier, today=date(2016, 10, 1))
    )
    page = HTML.one(seen).text.replace("\u00a0", " ")
    assert page.index("<dt>Partie française</dt>") < page.index("<dt>Partie chinoise</dt>")
    assert "<dd>Bordeaux (confirmé)</dd>" in page
    assert "Financement : non" in page


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.name)
def test_every_sample_is_a_page_of_known_elements(sample):
    found = Tree(HTML.one(sample.view()).text)
    assert set(found.names) <= set(
        "html head meta title link style script body a header h1 p small nav ul li main section h2 "
        "h3 time article span ol strong div table thead tbody tr th td dl dt dd footer".split()
    )
    assert [link for link in found.links if not link.startswith(("#", "http"))] == []


def test_a_reserve_that_is_made_for_all_is_made_once():
    raw = DOSSIER | {
        "pairings": {"b": {"workshop": "w2", "ends": {"fr": ["bordeaux"], "cn": ["wuhan"]}}}
    }
    page = made("fr", raw=raw).replace("\u00a0", " ")
    assert '<span class="label">Chefs de file (à confirmer) :</span> Bordeaux et Wuhan</p>' in page


def test_her_own_copy_tells_what_she_does():
    raw = DOSSIER | {
        "people": {
            "ana": {"side": "fr", "gender": "feminine", "names": {"fr": {"family": "Martin"}}}
        },
        "sessions": {
            "opening": {
                **DOSSIER["sessions"]["opening"],
                "roles": {"moderator": {"ana": "confirmed"}},
            }
        },
    }
    document = HTML.one(view(load_data(raw), Reader("fr")).of("ana"), HTMLOptions(site=True))
    assert document.path.name == "ana.fr.html"
    assert '<p class="own">Votre fonction : modératrice</p>' in document.text.replace("\u00a0", " ")


@pytest.mark.parametrize("languages", [("fr",), ("zh-Hans", "fr")])
def test_every_link_of_a_site_leads_to_something(languages):
    seen = view(load_data(DOSSIER), Reader(*languages))
    pages = {each.path.name: Tree(each.text) for each in HTML(seen, HTMLOptions(site=True))}
    ending = f"{'+'.join(languages)}.html"
    assert next(iter(pages)) == f"programme.{ending}"
    assert f"day-2016-10-29.{ending}" in pages
    for name, page in pages.items():
        assert f"programme.{ending}" in page.links or name == f"programme.{ending}"
        for link in page.links:
            path, _, place = link.partition("#")
            assert not place or place in pages[path or name].ids
    assert f"workshops.{ending}#w-w2" in pages[f"day-2016-10-29.{ending}"].links


def test_a_site_of_one_chapter_has_a_link_to_it():
    alone = {key: DOSSIER[key] for key in ("namespace", "languages", "places")}
    alone["sessions"] = {"s": {"title": "Ouverture", "when": "2016-10-29"}}
    index, chapter = HTML(view(load_data(alone), Reader("fr")), HTMLOptions(site=True))
    assert chapter.path.name in Tree(index.text).links
    assert "ld+json" in index.text
    assert "ld+json" not in chapter.text


def test_a_site_says_what_one_page_says():
    seen = view(load_data(DOSSIER), Reader("fr"))
    whole = {text for text, _ in Tree(HTML.one(seen).text).texts}
    parts = {
        text for each in HTML(seen, HTMLOptions(site=True)) for text, _ in Tree(each.text).texts
    }
    assert whole - parts == set()


@pytest.mark.parametrize(
    ("language", "turned"),
    [("ar", "rtl"), ("ug-Latn", None), ("az-Arab-IR", "rtl"), ("fr", None), ("zh-Hans", None)],
)
def test_what_is_written_from_the_right_says_so(language, turned):
    assert direction(language) == turned
    assert ('dir="rtl"' in spoken([Phrase("b", language)], "en")) == bool(turned)


@given(st.text(), st.text(), st.sampled_from(["fr", "zh-Hans", "", 'x" onload="']))
def test_phrases_never_become_more_than_a_span(around, words, language):
    phrases = [Phrase(around, "fr"), Phrase(words, language), Phrase(around, "fr")]
    names = Tree(f"<p>{spoken(phrases, 'fr')}</p>").names
    assert set(names) <= {"p", "span"}


@given(st.text(st.characters(codec="utf-8")))
def test_words_stay_words(words):
    kept = re.sub("[\u202a-\u202e\u2066-\u2069]", "", words)
    parser = HTMLParser()
    found = []
    parser.handle_data = found.append
    parser.handle_starttag = parser.handle_endtag = parser.handle_comment = lambda *_: found.append(
        None
    )
    parser.feed(element("p", words, title=words)[3:-4].split(">", 1)[1])
    parser.close()
    assert None not in found
    assert "".join(found).replace("\r", "\n") == kept.replace("\r", "\n") or "&" in words


def test_markup_stays_markup_and_names_are_checked():
    assert together(written("<"), Markup("<b>"), ">") == "&lt;<b>&gt;"
    with pytest.raises(ValueError, match="no element"):
        element("p onclick=x")


def test_the_style_is_part_of_the_distribution():
    import rencontres_html

    assert Path(rencontres_html.__file__).with_name("page.css").is_file()
