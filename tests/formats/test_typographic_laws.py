"""What no output of any format may hold, and what each language must: over every format there is."""

import json
import os
import re
import subprocess
import sys
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from rencontres import DATA, FEEDS, ICS, MARKDOWN, TEXT, Reader, dump_data, load, view
from rencontres.testing.things import dossiers

ROOT = Path(__file__).parents[2]
FORMATS = (ICS, FEEDS, TEXT, MARKDOWN, DATA)
FILES = ("april", "october")
HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff"
READERS = [("fr",), ("zh-Hans",), ("zh-Hant",), ("en",), ("fr", "zh-Hans"), ("zh-Hans", "fr")]
BANNED = "\u2009\u2068\u2069\ufeff"


@pytest.fixture(scope="module")
def dossier_of():
    return {name: load(ROOT / "examples" / "chengdu-2016" / f"{name}.toml") for name in FILES}


@pytest.fixture(scope="module")
def day_of():
    return load(ROOT / "tests" / "samples" / "day.toml")


def outputs(dossier, *languages, audience="partners", typography="fine"):
    seen = view(dossier, Reader(*languages, audience=audience, typography=typography))
    for renderer in FORMATS:
        for document in renderer(seen):
            text = document.text
            # What is folded in calendars is unfolded: words, not their packing.
            yield renderer.format.name, text.replace("\r\n ", "").replace("\r\n", "\n")


@pytest.mark.parametrize("languages", READERS, ids="+".join)
@pytest.mark.parametrize("name", FILES)
def test_no_output_holds_a_character_that_breaks_its_readers(dossier_of, name, languages):
    for format_, text in outputs(dossier_of[name], *languages):
        assert not set(BANNED) & set(text), format_


# --- French ---------------------------------------------------------------------------------------

MACHINE = re.compile(r"<?https?://[^\s>]+>?")


@pytest.mark.parametrize("name", [*FILES, "day"])
def test_french_words_have_the_apostrophe_of_printers(dossier_of, day_of, name):
    dossier = day_of if name == "day" else dossier_of[name]
    for format_, text in outputs(dossier, "fr"):
        assert not re.search(r"[^\W\d_]'[^\W\d_]", text), format_


@pytest.mark.parametrize("name", [*FILES, "day"])
@pytest.mark.parametrize(
    ("typography", "wide", "thin"), [("fine", "\u00a0", "\u202f"), ("nbsp", "\u00a0", "\u00a0")]
)
def test_french_marks_have_their_spaces(dossier_of, day_of, name, typography, wide, thin):
    dossier = day_of if name == "day" else dossier_of[name]
    seen = view(dossier, Reader("fr", audience="partners", typography=typography))
    for renderer in (TEXT, MARKDOWN):
        text = MACHINE.sub("", renderer.one(seen).text)
        for mark, space in ((":", wide), ("[;!?]", thin), ("»", wide)):
            wrong = re.search(rf"(?<![{space}!?]){mark}(?=[\s).,]|$)", text)
            assert wrong is None, text[max(0, wrong.start() - 20) : wrong.end() + 5]
        assert not re.search(rf"«(?!{wide})", text)
        assert re.search(r"\d\u00a0h\b", text) or name == "april"
        assert not re.search(r"\d h\b", text)


def test_plain_typography_has_plain_spaces(day_of):
    for format_, text in outputs(day_of, "fr", typography="plain"):
        if format_ in ("text", "markdown"):
            assert not set("\u00a0\u202f") & set(text), format_


# --- Chinese --------------------------------------------------------------------------------------

SOLID = f"{HAN}，。：；（）、《》【】"
FRENCH = "布吉尔 n’est"
"""A French sentence about a Chinese name, for which there is no translation."""


def chinese(text: str) -> str:
    """Return a text without what is not Chinese in it: Latin runs, addresses, marks of Markdown."""
    text = re.sub(r"<?https?://[^\s>]+>?", "", text)
    text = re.sub(r"^(?:#+|\s*-) |\*\*|\\$", "", text, flags=re.MULTILINE)
    return re.sub(r"\\(?=[^\w\s])", "", text)


@pytest.mark.parametrize("tag", ["zh-Hans", "zh-Hant"])
@pytest.mark.parametrize("name", [*FILES, "day"])
def test_no_space_stands_beside_a_chinese_character(dossier_of, day_of, name, tag):
    dossier = day_of if name == "day" else dossier_of[name]
    seen = view(dossier, Reader(tag, audience="partners"))
    for renderer in (TEXT, MARKDOWN):
        text = chinese(renderer.one(seen).text)
        for line in text.split("\n"):
            if FRENCH not in line:
                assert not re.search(rf"[{SOLID}] | [{SOLID}]", line), line


@pytest.mark.parametrize("tag", ["zh-Hans", "zh-Hant"])
@pytest.mark.parametrize("name", [*FILES, "day"])
def test_no_narrow_mark_stands_in_a_chinese_phrase(dossier_of, day_of, name, tag):
    dossier = day_of if name == "day" else dossier_of[name]
    seen = view(dossier, Reader(tag, audience="partners"))
    for renderer in (TEXT, MARKDOWN):
        for line in chinese(renderer.one(seen).text).split("\n"):
            assert not re.search(rf"(?<=[{HAN}])[,;:!?()\"'](?=[{HAN}]|$)", line), line


# --- any dossier, any order, any surroundings -----------------------------------------------------


@settings(max_examples=30, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(dossiers(), st.sampled_from(READERS))
def test_no_format_puts_a_banned_character_into_any_dossier(dossier, languages):
    printed = {character for _, text in outputs(dossier, *languages) for character in text}
    # What somebody typed is hers to keep.
    assert printed & set(BANNED) <= set(json.dumps(dump_data(dossier), ensure_ascii=False))


PROGRAM = """
import hashlib, json, sys
from rencontres import DATA, FEEDS, ICS, MARKDOWN, TEXT, Reader, load, view
dossier = load(sys.argv[1])
found = {}
for tag in sys.argv[2].split():
    seen = view(dossier, Reader(tag, audience="partners"))
    for renderer in (ICS, FEEDS, TEXT, MARKDOWN, DATA):
        digest = hashlib.sha256()
        for document in renderer(seen):
            digest.update(document.body)
        found[f"{tag} {renderer.format.name}"] = digest.hexdigest()
print(json.dumps(found, sort_keys=True))
"""


def digests(order, **environment):
    path = ROOT / "examples" / "chengdu-2016" / "october.toml"
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(path), " ".join(order)],
        check=True,
        capture_output=True,
        env={**os.environ, **environment},
    )
    return json.loads(run.stdout)


def test_any_order_of_languages_gives_the_same_bytes():
    # Of each pair of languages, both orders are among these.
    tags = ("fr", "zh-Hans", "zh-Hant", "en")
    orders = [tags, tags[::-1], *list(permutations(tags))[7:20:6]]
    first, *others = [digests(order) for order in orders]
    assert all(other == first for other in others)


def test_surroundings_change_nothing():
    tags = ("fr", "zh-Hans")
    plain = digests(tags)
    assert digests(tags, LANG="zh_CN.UTF-8", LC_ALL="C", TZ="America/New_York") == plain
    assert digests(tags, PYTHONHASHSEED="1", LANGUAGE="zh", TZ="Asia/Tokyo") == plain
