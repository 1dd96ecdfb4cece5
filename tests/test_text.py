"""Human text: named languages, one form, nothing silently in another language."""

import copy
import pickle
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rencontres.errors import DossierError, LanguageError
from rencontres.language import kin
from rencontres.text import Phrase, Text, Words, clean


def again(value):
    """Return a value as another process would get it."""
    return pickle.loads(pickle.dumps(value))  # noqa: S301 - our own bytes


TAGS = ["fr", "fr-CA", "en", "en-GB", "zh-Hans", "zh-Hant", "zh-Hant-HK", "ja", "sr-Latn", "sr"]
WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cn"]), min_size=1, max_size=20
).filter(
    lambda words: (
        any(unicodedata.category(mark)[0] in "LNPS" for mark in words) and "\ufeff" not in words
    )
)
TEXTS = st.dictionaries(st.sampled_from(TAGS), WORDS, min_size=1, max_size=4).map(Text)


def reasons(problem):
    return [(finding.where, finding.value("reason")) for finding in problem.value.problems]


def test_a_text_is_made_of_a_mapping_of_keywords_or_of_pairs():
    text = Text(fr="Bordeaux", zh_Hans="波尔多")
    assert (
        text
        == Text({"fr": "Bordeaux", "zh-Hans": "波尔多"})
        == Text([("zh", "波尔多"), ("fr", "Bordeaux")])
    )
    assert text.tags == ("fr", "zh-Hans")


def test_a_text_is_a_sorted_tuple_of_canonical_tags():
    text = Text({"zh_TW": "成都", "FR": "Chengdu", "en": "Chengdu"})
    assert tuple(text) == (("en", "Chengdu"), ("fr", "Chengdu"), ("zh-Hant-TW", "成都"))


def test_words_are_kept_in_nfc():
    assert Text(fr="Étampes") == Text(fr="Étampes")
    assert Text(fr="Étampes").get("fr") == "Étampes"


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("a\r\nb", "a\nb"),
        ("a\rb", "a\nb"),
        ("a\u2028b", "a\nb"),
        ("a\tb", "a\tb"),
        ("n°\u00a03", "n°\u00a03"),
        ("«\u202fa", "«\u202fa"),
    ],
)
def test_lines_end_in_one_way_and_spaces_stay(written, kept):
    assert clean(written) == kept


@pytest.mark.parametrize(
    "words", ["", " ", "\n\t", "\u00a0\u202f", "\u3000", "\u200b", "\u200b \u2060"]
)
def test_a_text_is_never_blank(words):
    with pytest.raises(DossierError) as refused:
        Text(fr=words)
    assert reasons(refused) == [("fr", "a blank says nothing: leave it out")]


@pytest.mark.parametrize(
    "point",
    [0, 7, 0xB, 0x1B, 0x7F, 0x85, 0x92, 0xD800, 0xDFFF, 0xFEFF, 0xFFFE, 0xFDD0, 0x1FFFF],
)
def test_controls_halves_and_noncharacters_are_refused(point):
    with pytest.raises(DossierError) as refused:
        Text(fr=f"Lyon{chr(point)}Part-Dieu")
    assert f"U+{point:04X}" in str(refused.value)


def test_bytes_read_in_the_wrong_encoding_are_named():
    with pytest.raises(
        ValueError, match="U\\+0092 is not allowed: was it read in the wrong encoding"
    ):
        clean("l\x92innovation")


def test_everything_wrong_with_a_text_is_told_at_once():
    with pytest.raises(DossierError) as refused:
        Text({"fr": None, "xx": "a", 3: "b", "zh": "中", "zh-Hans": "国", "en": " ", "de": "a\x00"})
    assert [where for where, _ in reasons(refused)] == ["fr", "xx", "", "zh-Hans", "en", "de"]


@pytest.mark.parametrize(
    "entries",
    ["Bordeaux", 3, None, [("fr",)], ["fr"], [("fr", "a", "b")], [3], {}, [], {10**5000: "a"}],
)
def test_what_is_no_text_is_refused(entries):
    with pytest.raises(DossierError):
        Text(entries)


def test_a_string_without_language_leads_to_the_way_out():
    with pytest.raises(DossierError, match="a text needs its language"):
        Text("Bordeaux")


def test_the_same_words_serve_all_languages_and_stand_alone():
    text = Text.same("TGI")
    assert text == Text(same="TGI")
    assert all(text.covers(tag) for tag in TAGS)
    assert text.phrase("fr_ca") == "TGI"
    assert text.phrase("fr_ca").language == "fr-CA"
    assert repr(text) == "Text.same('TGI')"
    with pytest.raises(DossierError, match="the same in all languages, or given per language"):
        Text(same="TGI", fr="tribunal")


@pytest.mark.parametrize(
    ("tag", "fallback", "found"),
    [
        ("fr", (), "fr"),
        ("fr-CA", (), "fr"),
        ("zh", (), "zh-Hans"),
        ("zh-CN", (), "zh-Hans"),
        ("zh-TW", (), "zh-Hant-HK"),
        ("zh-Hant", (), "zh-Hant-HK"),
        ("en", (), "en-GB"),
        ("ja", ("zh-Hant", "fr"), "zh-Hant-HK"),
        ("ja", ("ko", "fr"), "fr"),
        ("ja", (), "en-GB"),
    ],
)
def test_the_language_found_is_carried(tag, fallback, found):
    text = Text({"fr": "f", "en-GB": "e", "zh-Hans": "简", "zh-Hant-HK": "繁"})
    phrase = text.phrase(tag, fallback)
    assert phrase.language == found
    assert phrase == text.get(found)


def test_a_reader_of_one_script_gets_another_language_before_the_other_script():
    text = Text(zh_Hans="简", fr="f")
    assert text.phrase("zh-Hant", ("fr",)).language == "fr"
    assert not text.covers("zh-Hant")


@given(TEXTS, st.sampled_from(TAGS), st.lists(st.sampled_from(TAGS), max_size=3))
def test_a_phrase_is_always_what_the_text_says_in_the_language_it_names(text, tag, fallback):
    phrase = text.phrase(tag, fallback)
    assert dict(text)[phrase.language] == phrase
    assert text.covers(tag) == (kin(phrase.language) == kin(tag))
    wanted = [kin(each) for each in (tag, *fallback)]
    there = [kin(each) for each in text.tags]
    served = [each for each in wanted if each in there]
    assert kin(phrase.language) == (served[0] if served else there[0])


@given(TEXTS)
def test_a_text_is_sorted_in_nfc_hashable_picklable_and_readable(text):
    assert list(text) == sorted(text)
    assert all(unicodedata.is_normalized("NFC", words) for _, words in text)
    assert again(text) == text
    assert type(copy.deepcopy(text)) is Text
    assert hash(text) == hash(Text(dict(text)))
    assert eval(repr(text), {"Text": Text}) == text  # noqa: S307


@given(TEXTS, st.lists(st.sampled_from(TAGS), min_size=1, max_size=3))
def test_words_have_one_phrase_per_language_of_the_reader(text, tags):
    words = text.words(tags)
    assert len(words) == len(tags)
    assert words == tuple(text.phrase(tag) for tag in tags)
    assert [phrase.language for phrase in again(words)] == [p.language for p in words]


@given(WORDS)
def test_cleaning_twice_changes_nothing(words):
    assert clean(clean(words)) == clean(words)


def test_words_are_joined_and_told_once():
    assert str(Text(fr="Lyon", zh_Hans="里昂").words(["fr", "zh"])) == "Lyon / 里昂"
    assert str(Text.same("TGI").words(["fr", "zh"])) == "TGI"
    assert repr(Words((Phrase("Lyon", "fr"),))) == "Words((Phrase('Lyon', 'fr'),))"


def test_a_phrase_is_a_string_that_keeps_its_language():
    phrase = Phrase("Lyon", "fr")
    assert f"{phrase}!" == "Lyon!"
    assert (copy.copy(phrase), copy.copy(phrase).language) == ("Lyon", "fr")
    assert again(phrase).language == "fr"
    assert {phrase: 1}["Lyon"] == 1


def test_an_unknown_reader_is_refused():
    with pytest.raises(LanguageError):
        Text(fr="Lyon").phrase("und")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (Text(en="Welcome", fr="Bienvenue"), "Welcome"),
        (Text(fr="Bienvenue", zh="欢迎"), "Bienvenue"),
        (Text.same("TGI"), "TGI"),
    ],
)
def test_plain_english_takes_english_or_what_there_is(text, plain):
    assert text.plain() == plain
