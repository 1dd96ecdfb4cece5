"""MARKDOWN: a programme as a reader of CommonMark shows it, and nothing of a dossier that acts."""

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from rencontres import MARKDOWN, Reader, Selection, load_data, view
from rencontres.formats.commonmark import escaped
from rencontres.testing.things import dossiers
from rencontres.wording.typography import punctuate

HOSTILE = [
    "*a* **b** _c_ __d__",
    "`code` ``more``",
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "![x](javascript:alert(1))",
    "[x]: javascript:alert(1)",
    "[fr]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "a | b | c",
    "| --- | --- |",
    "# heading",
    "heading #",
    "1. first",
    "12) twelfth",
    "- item",
    "+ item",
    "* item",
    "> quoted",
    "---",
    "===",
    "***",
    "```sh",
    "~~~",
    "~~gone~~",
    "&lt;b&gt; &#42;",
    "back\\slash \\* \\",
    "<!-- comment -->",
    "<https://example.org>",
    "$x^2$",
    "    indented",
    "\tindented",
    "first\nsecond",
    "first  \n- second",
    "first\n\n# second",
    "first\n===",
    "a\n\n    b",
    ":::danger",
    "[x][fr]",
    "[[fr]]",
]
READER = MarkdownIt("commonmark").enable("table").enable("strikethrough")


class Page(HTMLParser):
    """What a page shows: its words, its elements, where its links lead."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.elements: list[str] = []
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.elements.append(tag)
        self.links += [value for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data):
        self.words.append(data)

    @property
    def shown(self) -> str:
        return _bare("".join(self.words))


def _bare(text: str) -> str:
    return re.sub(r"[ \t\n]+", " ", text).strip()


def _lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


def page(text: str) -> Page:
    return Page(READER.render(text))


def programme(title: str) -> dict:
    text = {"fr": title, "zh-Hans": f"{title}甲"}
    return {
        "rencontres": 1,
        "namespace": "x.example.org",
        "languages": ["fr", "zh-Hans"],
        "title": text,
        "sides": {
            "a": {"name": text, "languages": ["fr"], "zone": "Europe/Paris"},
            "b": {"name": text, "languages": ["zh-Hans"], "zone": "Asia/Shanghai"},
        },
        "places": {"p": {"name": text, "zone": "Europe/Paris"}},
        "rooms": {"r": {"name": text, "place": "p"}},
        "organisations": {"o": {"name": text, "side": "a"}},
        "events": {"e": {"title": text, "place": "p", "theme": text, "when": "2016-10-29"}},
        "workshops": {
            "w": {"event": "e", "title": text, "topics": [text], "problem": text},
            "v": {"event": "e", "number": 2, "title": text},
        },
        "pairings": {"q": {"workshop": "v", "topic": text, "ends": {"a": ["o"]}}},
        "sessions": {
            "s": {
                "event": "e",
                "title": text,
                "day": "2016-10-29",
                "hours": "09:00-10:00",
                "room": "r",
                "description": text,
                "items": [{"title": text}],
            }
        },
        "notes": {"n": {"text": text, "heading": text}},
        "actions": {"t": {"title": text, "owners": ["o"]}},
    }


def rendered(data: dict, *languages: str, **options: object) -> str:
    seen = view(load_data(data), Reader(*languages, audience="partners"))
    return MARKDOWN.one(seen, MARKDOWN.configure(options)).text


LAYOUTS = [
    (("fr",), {}),
    (("zh-Hans",), {}),
    (("fr", "zh-Hans"), {}),
    (("fr", "zh-Hans"), {"layout": "columns"}),
]


@pytest.mark.parametrize(("languages", "options"), LAYOUTS)
@pytest.mark.parametrize("title", HOSTILE)
def test_what_is_typed_is_shown_and_does_nothing(title, languages, options):
    lines = "\n".join(f"ligne {number}" for number, _ in enumerate(_lines(title)))
    plain, hostile = (
        page(rendered(programme(words), *languages, **options)) for words in (lines, title)
    )
    # Nothing of a title makes an element, but the address of a page, which is a link.
    assert [tag for tag in hostile.elements if tag != "a"] == plain.elements
    assert all(link == "https://example.org" for link in hostile.links)
    typed = title if languages[0] == "fr" else f"{title}甲"
    for line in _lines(punctuate(typed, languages[0])):
        assert _bare(line) in hostile.shown


@pytest.mark.parametrize("title", HOSTILE)
def test_a_line_reads_as_it_is_written(title):
    for before in ("", "- ", "# ", "| a | ", "**x** "):
        found = Page(READER.render(f"{before}{escaped(title)}"))
        assert _bare(title).replace("\n", " ") in found.shown


@settings(max_examples=200)
@given(st.text(st.sampled_from("ab1 .)-+=*_`~#|<>&;:![](){}\\\"'$^/\t\n甲，"), min_size=1))
def test_no_line_makes_an_element(text):
    found = page(escaped(text) or "x")
    assert set(found.elements) <= {"p"}
    if text.strip(" \t\n"):
        assert found.shown == _bare(" ".join(text.split("\n")))


def test_an_address_of_a_page_is_a_link_and_no_other_is():
    found = page(
        escaped("Voir https://example.org/a_b*c|d?e=f, (http://example.net/x). javascript:alert(1)")
    )
    assert [unescape(link) for link in found.links] == [
        "https://example.org/a_b*c%7Cd?e=f",
        "http://example.net/x",
    ]


def test_each_session_is_an_item_with_its_hours(day, ledger):
    text = MARKDOWN.one(view(day, Reader("fr"), ledger=ledger)).text
    assert "- **9\u00a0h\u00a000 – 10\u00a0h\u00a030** Atelier 2 – Développement durable\n" in text
    assert "  - Chefs de file\u00a0: Bordeaux et Wuhan (à\u00a0confirmer)\n" in text
    assert "<https://rencontres.example.org/fr>" in text


def test_two_languages_stand_in_two_columns(day):
    text = MARKDOWN.one(
        view(day, Reader("fr", "zh-Hans")), MARKDOWN.configure({"layout": "columns"})
    ).text
    found = page(text)
    sessions = sum(len(each.slots) for each in view(day, Reader("fr")).days)
    assert found.elements.count("table") == sessions
    assert "| Salle 1 | 1号会议室 |" in text


def test_people_and_pairings_are_listed_where_they_are_asked_for(day):
    seen = view(day, Reader("fr", audience="partners"), Selection(parts=["people", "pairings"]))
    text = MARKDOWN.one(seen).text
    assert "\n## Binômes\n" in text
    assert "\n## Personnes\n" in text


# What fails here is a whole dossier: it is not worth the minutes of making it smaller.
@settings(max_examples=40, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(dossiers(), st.sampled_from(LAYOUTS), st.sampled_from(["public", "partners"]))
def test_any_dossier_can_be_written(dossier, layout, audience):
    languages, options = layout
    seen = view(dossier, Reader(*languages, audience=audience))
    text = MARKDOWN.one(seen, MARKDOWN.configure(options)).text
    assert text.startswith("# ")
    assert text.endswith("\n")
    assert "script" not in page(text).elements
