"""Language tags: one spelling each, and no script but the one asked for."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rencontres.errors import LanguageError, RencontresError
from rencontres.language import COUNTRIES, canonical, chain, kin

TAGS = st.one_of(
    st.sampled_from(
        "fr FR fr-fr fr_CA en-GB en_UK zh zh_CN zh-TW zh-HK zh-MO zh-SG zh-Hant zh_Hant_CN cmn zho "
        "zh-cmn-Hans-CN zh-yue-HK yue-CN sr-Latn-RS sr-ME mn-CN kk-CN uz_AF es-419 de-CH-1996 ja-JP "
        "ko pt-BR vi bo-CN ug-KZ pa-PK zh-Latn-pinyin sl-rozaj-biske fra deu chi zh-min-nan".split()
    ),
    st.builds(
        "-".join,
        st.tuples(
            st.sampled_from("fr en zh sr uz mn yue de pt ja az kk".split()),
            st.sampled_from("Hans Hant Latn Cyrl Arab Mong".split()),
            st.sampled_from("FR CN TW HK RS AF CN DE 419".split()),
        ),
    ),
)


@pytest.mark.parametrize(
    ("written", "tag"),
    {
        "zh": "zh-Hans",
        "zh_Hans": "zh-Hans",
        "zh_CN": "zh-Hans-CN",
        "zh-cn": "zh-Hans-CN",
        "zh-SG": "zh-Hans-SG",
        "cmn": "zh-Hans",
        "zho": "zh-Hans",
        "chi": "zh-Hans",
        "zh-cmn-Hans-CN": "zh-Hans-CN",
        "zh_TW": "zh-Hant-TW",
        "zh_HK": "zh-Hant-HK",
        "zh_MO": "zh-Hant-MO",
        "zh_Hant_CN": "zh-Hant-CN",
        "zh-Hans-TW": "zh-Hans-TW",
        "zh_Hans_FR": "zh-Hans-FR",
        "zh_Latn": "zh-Latn",
        "zh_Latn_pinyin": "zh-Latn-pinyin",
        "zh-yue": "yue",
        "zh-guoyu": "zh-Hans",
        "zh-min-nan": "nan",
    }.items(),
)
def test_a_way_to_write_chinese_has_one_tag(written, tag):
    assert canonical(written) == tag


@pytest.mark.parametrize(
    ("written", "tag"),
    {
        "FR": "fr",
        "fr_FR": "fr-FR",
        "fr-Latn": "fr",
        "fra": "fr",
        "fre": "fr",
        "ger-de": "de-DE",
        "en_UK": "en-GB",
        "iw": "he",
        "sr-latn": "sr-Latn",
        "sr-Cyrl": "sr-Cyrl",
        "es-419": "es-419",
        "de-CH-1996": "de-CH-1996",
        "PT-br": "pt-BR",
        "frp": "frp",
        "ar-arb": "ar",
    }.items(),
)
def test_a_tag_is_written_in_one_way(written, tag):
    assert canonical(written) == tag


@pytest.mark.parametrize(
    "words",
    [
        "",
        " ",
        "fr ",
        " fr",
        "fr\n",
        "f",
        "français",
        "French",
        "und",
        "mul",
        "zxx",
        "mis",
        "root",
        "C",
        "POSIX",
        "en_US_POSIX",
        "zh_CN.UTF-8",
        "x-private",
        "fr-x-private",
        "zh-u-ca-chinese",
        "fr-t-en",
        "i-klingon",
        "qaa",
        "qtz-FR",
        "fr-Qaaa",
        "fr-Zxxx",
        "fr-ZZ",
        "fr-QM",
        "fr-999",
        "xx",
        "fr-cmn",
        "zh-min",
        "fr-FR-FR",
        "fr-1990-1990",
        "fr--FR",
        "-fr",
        "fr-",
        "../../etc/passwd",
        "fr/../en",
        "fr\0",
        "ｆｒ",
        "\u212aO",
        "fr-" + "abcde-" * 50 + "abcde",
    ],
)
def test_what_is_no_language_is_refused(words):
    with pytest.raises(LanguageError, match="is no language tag"):
        canonical(words)


@pytest.mark.parametrize(
    ("country", "language"), [("cn", "zh"), ("jp", "ja"), ("vn", "vi"), ("cz", "cs")]
)
def test_the_code_of_a_country_leads_to_its_language(country, language):
    with pytest.raises(LanguageError, match=f"did you mean {language}"):
        canonical(country)


def test_a_refusal_is_a_value_error_and_quotes_at_most_a_line():
    with pytest.raises(ValueError, match="no language tag") as refused:
        canonical("z" * 10_000)
    assert isinstance(refused.value, RencontresError)
    assert len(str(refused.value)) < 200


@given(TAGS)
def test_a_canonical_tag_is_its_own_canonical_tag(tag):
    assert canonical(canonical(tag)) == canonical(tag)


@given(TAGS, st.randoms(use_true_random=False))
def test_case_and_separators_make_no_difference(tag, random):
    other = "".join(random.choice([mark.lower(), mark.upper()]) for mark in tag)
    assert canonical(other.replace("-", random.choice("-_"))) == canonical(tag)


@given(st.text(max_size=30))
def test_a_text_is_a_tag_or_is_refused(words):
    try:
        tag = canonical(words)
    except LanguageError:
        return
    assert canonical(tag) == tag


@pytest.mark.parametrize(
    ("tag", "shortened"),
    {
        "fr": ("fr",),
        "fr-CA": ("fr-CA", "fr"),
        "en-GB": ("en-GB", "en"),
        "zh": ("zh-Hans",),
        "zh-CN": ("zh-Hans-CN", "zh-Hans"),
        "zh-HK": ("zh-Hant-HK", "zh-Hant"),
        "zh_Hant_CN": ("zh-Hant-CN", "zh-Hant"),
        "zh-Latn-pinyin": ("zh-Latn-pinyin", "zh-Latn"),
        "sr-Cyrl-RS": ("sr-Cyrl-RS", "sr-Cyrl", "sr"),
        "sr-Latn-RS": ("sr-Latn-RS", "sr-Latn"),
        "sr-ME": ("sr-ME",),
        "mn-CN": ("mn-CN",),
        "mn-MN": ("mn-MN", "mn"),
        "yue-CN": ("yue-CN",),
        "de-CH-1996": ("de-CH-1996", "de-CH", "de"),
    }.items(),
)
def test_a_tag_is_shortened_inside_its_script(tag, shortened):
    assert chain(tag) == shortened


@given(TAGS)
def test_a_chain_never_crosses_a_script(tag):
    wider = chain(tag)
    assert wider[0] == canonical(tag)
    assert {kin(each) for each in wider} == {kin(tag)}
    assert all(canonical(each) == each for each in wider)
    assert all(longer.startswith(shorter) for longer, shorter in pairwise(wider))


@pytest.mark.parametrize(
    ("one", "other"), [("zh-Hans", "zh-Hant"), ("sr", "sr-Latn"), ("mn", "mn-CN"), ("uz", "uz-AF")]
)
def test_two_scripts_of_a_language_are_not_kin(one, other):
    assert kin(one) != kin(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("fr", "fr-CA"), ("zh-CN", "zh-SG"), ("zh-TW", "zh-HK"), ("sr", "sr-Cyrl-RS")],
)
def test_countries_with_one_script_are_kin(one, other):
    assert kin(one) == kin(other)


def test_countries_are_those_of_the_standard():
    assert len(COUNTRIES) == 249
    assert all(len(code) == 2 and code.isupper() for code in COUNTRIES)
    assert "UK" not in COUNTRIES
