"""Pages as they are heard: each piece of text with the language that a screen reader takes."""

import re
from html.parser import HTMLParser

_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_SILENT = frozenset({"script", "style", "template"})
_NAMING = frozenset({"alt", "aria-label", "placeholder", "summary", "title"})
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_LATIN = re.compile(r"[A-Za-zÀ-ÿ]*[a-zß-ÿ]{3}[A-Za-zÀ-ÿ]*")


class Spoken(HTMLParser):
    """Reads a page; fails where an element is not closed as it was opened."""

    def __init__(self, page):
        super().__init__()
        self.heard = []
        self._open = []
        self.feed(page)
        self.close()
        assert not self._open, f"never closed: {self._open}"

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        outer = self._open[-1][1] if self._open else ""
        language = given.get("lang", outer)
        self.heard += [(language, given[name]) for name in _NAMING & given.keys() if given[name]]
        if tag not in _VOID:
            self._open.append((tag, language))

    def handle_endtag(self, tag):
        assert self._open, f"</{tag}> closes nothing"
        opened, _ = self._open.pop()
        assert tag == opened, f"</{tag}> closes <{opened}>"

    def handle_data(self, data):
        if self._open and self._open[-1][0] not in _SILENT and data.strip():
            self.heard.append((self._open[-1][1], data.strip()))


def heard(page):
    """Return each piece of text of a page with its language, names of elements too."""
    return Spoken(page).heard


def misheard(page):
    """Return what a screen reader would read aloud by the rules of a language that it is not in.

    Chinese characters are read in Chinese; words of Latin letters are not, but for acronyms,
    addresses and what the sample marks as the same in all languages.
    """
    found = []
    for language, text in heard(page):
        chinese = language.split("-")[0] == "zh"
        bare = re.sub(r"\S*(?:://|@|Mark)\S*", "", text)
        if (_LATIN if chinese else _HAN).search(bare):
            found.append((language, text))
    return found
