"""Language tags: one spelling for each language (BCP 47), and what may stand in for it."""

from __future__ import annotations

import re
from functools import lru_cache

from rencontres.errors import LanguageError

_LANGUAGES = frozenset(
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy "
    "da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu "
    "hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb "
    "lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om "
    "or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw "
    "ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu".split()
)
"""ISO 639-1: languages of two letters (RFC 5646 asks for these where they exist)."""

_PREFERRED = {
    # RFC 5646 §2.2.1 and the registry: the shortest code, the current one, the one meant.
    "cmn": "zh", "zho": "zh", "chi": "zh", "fra": "fr", "fre": "fr", "eng": "en", "deu": "de",
    "ger": "de", "spa": "es", "ita": "it", "por": "pt", "rus": "ru", "jpn": "ja", "kor": "ko",
    "vie": "vi", "ara": "ar", "khm": "km", "lao": "lo", "mon": "mn", "tha": "th", "nld": "nl",
    "dut": "nl", "iw": "he", "in": "id", "ji": "yi", "jw": "jv", "mo": "ro",
}  # fmt: skip

_SCRIPTS = frozenset(
    "Adlm Aghb Ahom Arab Aran Armi Armn Avst Bali Bamu Batk Beng Bopo Brah Brai Bugi Cakm Cans "
    "Cham Cher Copt Cyrl Deva Egyp Ethi Geok Geor Goth Grek Gujr Guru Hang Hani Hans Hant Hebr "
    "Hira Hrkt Jamo Java Jpan Kana Khmr Knda Kore Laoo Latf Latg Latn Limb Lisu Mlym Mong Mymr "
    "Nkoo Olck Orya Osge Phag Runr Sinh Sund Syrc Tale Talu Taml Telu Tfng Thaa Thai Tibt Vaii "
    "Yiii".split()
)
"""ISO 15924: the scripts that living languages are written in."""

COUNTRIES = frozenset(
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR "
    "BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ "
    "EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW "
    "GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY "
    "KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV "
    "MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY "
    "QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG "
    "TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM "
    "ZW".split()
)
"""ISO 3166-1: countries and territories of two letters."""

_TRADITIONAL = frozenset({"TW", "HK", "MO"})
"""Where Chinese without a script is written in Traditional characters."""

_SUPPRESSED = {
    # The registry's Suppress-Script: the script these languages are written in anyway.
    **dict.fromkeys("fr en de es it pt vi nl sv da fi pl cs id ro hu ca et lt lv sl sk".split(), "Latn"),
    **dict.fromkeys("ru uk bg be mk".split(), "Cyrl"),
    "ja": "Jpan", "ko": "Kore", "ar": "Arab", "fa": "Arab", "he": "Hebr", "th": "Thai",
    "el": "Grek", "hi": "Deva", "km": "Khmr", "lo": "Laoo", "ka": "Geor", "hy": "Armn",
}  # fmt: skip

_SHAPE = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-(?P<extended>[a-z]{3}))?(?:-(?P<script>[a-z]{4}))?"
    r"(?:-(?P<region>[a-z]{2}|[0-9]{3}))?(?P<variants>(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*)"
)
_LONGEST = 60


@lru_cache(maxsize=1024)
def canonical(tag: str) -> str:
    """Return the one spelling of a language tag.

    Case and separators are mended (``FR_fr`` is ``fr-FR``), codes shortened (``cmn`` is ``zh``),
    a script that goes without saying is dropped (``fr-Latn`` is ``fr``), and Chinese always has
    one: ``zh`` is ``zh-Hans``, ``zh-TW`` is ``zh-Hant-TW`` (RFC 5646 §4.5).

    Args:
        tag: A language tag; ``_`` is taken for ``-``.

    Raises:
        LanguageError: The tag is not of the form of BCP 47, or a part of it is unknown; private
            use and extensions, which no text needs, are refused too.
    """
    shape = _SHAPE.fullmatch(tag.replace("_", "-").lower()) if len(tag) <= _LONGEST else None
    if shape is None or not tag.isascii():
        raise _unknown(tag, "it is not of the form of BCP 47, such as fr, zh-Hans or en-GB")
    language = shape["extended"] or shape["language"]
    language = _PREFERRED.get(language, language)
    if len(language) == 2 and language not in _LANGUAGES or language in {"und", "mul", "zxx"}:  # noqa: PLR2004 - ISO 639-1
        raise _unknown(tag, f"no language has the code {language}")
    script = (shape["script"] or "").title()
    region = (shape["region"] or "").upper()
    if script and script not in _SCRIPTS:
        raise _unknown(tag, f"no script has the code {script}")
    if region and not region.isdigit() and region not in COUNTRIES:
        raise _unknown(tag, f"no country has the code {region}")
    if language == "zh" and not script:
        script = "Hant" if region in _TRADITIONAL else "Hans"
    if _SUPPRESSED.get(language) == script:
        script = ""
    return "-".join(part for part in (language, script, region) if part) + shape["variants"]


@lru_cache(maxsize=1024)
def chain(tag: str) -> tuple[str, ...]:
    """Return a tag and what it may be shortened to, inside one script.

    ``fr-CA`` gives ``fr-CA, fr``; ``zh-Hant-HK`` gives ``zh-Hant-HK, zh-Hant`` and stops there:
    a reader of one script is never given the other unasked (CLDR parent locales).

    Args:
        tag: A language tag.

    Raises:
        LanguageError: The tag is no language tag.
    """
    parts = canonical(tag).split("-")
    shortest = 2 if len(parts) > 1 and len(parts[1]) == 4 else 1  # noqa: PLR2004 - ISO 15924
    return tuple("-".join(parts[:length]) for length in range(len(parts), shortest - 1, -1))


def _unknown(tag: str, reason: str) -> LanguageError:
    shown = tag if len(tag) <= _LONGEST else f"{tag[:_LONGEST]}…"
    return LanguageError(f"{shown!r} is no language tag: {reason}")
