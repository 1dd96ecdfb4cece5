"""Language tags: one spelling for each language (BCP 47), and what may stand in for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from rencontres.errors import LanguageError

_ISO_639 = (
    "aa:aar ab:abk ae:ave af:afr ak:aka am:amh an:arg ar:ara as:asm av:ava ay:aym az:aze "
    "ba:bak be:bel bg:bul bh:bih bi:bis bm:bam bn:ben bo:bod br:bre bs:bos ca:cat ce:che "
    "ch:cha co:cos cr:cre cs:ces cu:chu cv:chv cy:cym da:dan de:deu dv:div dz:dzo ee:ewe "
    "el:ell en:eng eo:epo es:spa et:est eu:eus fa:fas ff:ful fi:fin fj:fij fo:fao fr:fra "
    "fy:fry ga:gle gd:gla gl:glg gn:grn gu:guj gv:glv ha:hau he:heb hi:hin ho:hmo hr:hrv "
    "ht:hat hu:hun hy:hye hz:her ia:ina id:ind ie:ile ig:ibo ii:iii ik:ipk io:ido is:isl "
    "it:ita iu:iku ja:jpn jv:jav ka:kat kg:kon ki:kik kj:kua kk:kaz kl:kal km:khm kn:kan "
    "ko:kor kr:kau ks:kas ku:kur kv:kom kw:cor ky:kir la:lat lb:ltz lg:lug li:lim ln:lin "
    "lo:lao lt:lit lu:lub lv:lav mg:mlg mh:mah mi:mri mk:mkd ml:mal mn:mon mr:mar ms:msa "
    "mt:mlt my:mya na:nau nb:nob nd:nde ne:nep ng:ndo nl:nld nn:nno no:nor nr:nbl nv:nav "
    "ny:nya oc:oci oj:oji om:orm or:ori os:oss pa:pan pi:pli pl:pol ps:pus pt:por qu:que "
    "rm:roh rn:run ro:ron ru:rus rw:kin sa:san sc:srd sd:snd se:sme sg:sag si:sin sk:slk "
    "sl:slv sm:smo sn:sna so:som sq:sqi sr:srp ss:ssw st:sot su:sun sv:swe sw:swa ta:tam "
    "te:tel tg:tgk th:tha ti:tir tk:tuk tl:tgl tn:tsn to:ton tr:tur ts:tso tt:tat tw:twi "
    "ty:tah ug:uig uk:ukr ur:urd uz:uzb ve:ven vi:vie vo:vol wa:wln wo:wol xh:xho yi:yid "
    "yo:yor za:zha zh:zho zu:zul"
)
"""ISO 639: the codes of two letters, which BCP 47 asks for, and those of three (639-2/T)."""

_TWO = {pair[3:]: pair[:2] for pair in _ISO_639.split()}
_CODES = frozenset(_TWO.values())

_PREFERRED = {
    **_TWO,
    # ISO 639-2/B, withdrawn codes, and the leading language of a macrolanguage (CLDR aliases).
    "alb": "sq", "arm": "hy", "baq": "eu", "bur": "my", "chi": "zh", "cze": "cs", "dut": "nl",
    "fre": "fr", "geo": "ka", "ger": "de", "gre": "el", "ice": "is", "mac": "mk", "mao": "mi",
    "may": "ms", "per": "fa", "rum": "ro", "slo": "sk", "tib": "bo", "wel": "cy",
    "in": "id", "iw": "he", "ji": "yi", "jw": "jv", "mo": "ro", "mol": "ro",
    "arb": "ar", "cmn": "zh", "ekk": "et", "khk": "mn", "lvs": "lv", "pes": "fa", "swh": "sw",
    "uzn": "uz", "zsm": "ms",
}  # fmt: skip

_GRANDFATHERED = {
    "zh-guoyu": "zh", "zh-hakka": "hak", "zh-min-nan": "nan", "zh-xiang": "hsn",
    "no-bok": "nb", "no-nyn": "nn",
}  # fmt: skip
"""RFC 5646 §2.2.8: registered whole, before there were rules, and of the form of other tags."""

_SINITIC = frozenset(
    "cdo cjy cmn cnp cpx csp czh czo gan hak hnm hsn luh lzh mnp nan sjc wuu yue".split()
)
"""Languages that may stand after ``zh`` (RFC 5646 §2.2.2): ``zh-yue``."""

_NO_LANGUAGE = re.compile("mis|mul|und|zxx|q[a-t][a-z]")
"""Codes for what is in no language, in several, or nobody's business (ISO 639-2)."""

_MEANT = {
    "by": "be", "cn": "zh", "cz": "cs", "dk": "da", "gr": "el", "jp": "ja", "rs": "sr",
    "ua": "uk", "vn": "vi",
}  # fmt: skip
"""What is meant by the code of a country where that of its language belongs."""

_SCRIPTS = frozenset(
    "Adlm Afak Aghb Ahom Arab Aran Armi Armn Avst Bali Bamu Bass Batk Beng Bhks Blis Bopo Brah "
    "Brai Bugi Buhd Cakm Cans Cari Cham Cher Chrs Cirt Copt Cpmn Cprt Cyrl Cyrs Deva Diak Dogr "
    "Dsrt Dupl Egyd Egyh Egyp Elba Elym Ethi Gara Geok Geor Glag Gong Gonm Goth Gran Grek Gujr "
    "Gukh Guru Hanb Hang Hani Hano Hans Hant Hatr Hebr Hira Hluw Hmng Hmnp Hrkt Hung Inds Ital "
    "Jamo Java Jpan Jurc Kali Kana Kawi Khar Khmr Khoj Kits Knda Kore Kpel Krai Kthi Lana Laoo "
    "Latf Latg Latn Lepc Limb Lina Linb Lisu Loma Lyci Lydi Mahj Maka Mand Mani Marc Maya Medf "
    "Mend Merc Mero Mlym Modi Mong Moon Mroo Mtei Mult Mymr Nagm Nand Narb Nbat Newa Nkgb Nkoo "
    "Nshu Ogam Olck Onao Orkh Orya Osge Osma Ougr Palm Pauc Perm Phag Phli Phlp Phlv Phnx Plrd "
    "Prti Rjng Rohg Roro Runr Samr Sara Sarb Saur Sgnw Shaw Shrd Sidd Sidt Sind Sinh Sogd Sogo "
    "Sora Soyo Sund Sunu Sylo Syrc Syre Syrj Syrn Tagb Takr Tale Talu Taml Tang Tavt Telu Teng "
    "Tfng Tglg Thaa Thai Tibt Tirh Tnsa Todr Tols Toto Tutg Ugar Vaii Visp Vith Wara Wcho Wole "
    "Xpeo Xsux Yezi Yiii Zanb".split()
)
"""ISO 15924, without its codes for private use, for symbols and for what is not written."""

_WRITTEN = {
    code: script
    for script, codes in {
        "Arab": "ar fa ks ps sd ug ur", "Armn": "hy", "Beng": "as bn", "Cans": "cr iu oj",
        "Cyrl": "ab av ba be bg ce cu cv kk kv ky mk mn os ru sr tg tt uk", "Deva": "hi mr ne sa",
        "Ethi": "am ti", "Geor": "ka", "Grek": "el", "Gujr": "gu", "Guru": "pa", "Hebr": "he yi",
        "Jpan": "ja", "Khmr": "km", "Knda": "kn", "Kore": "ko", "Laoo": "lo", "Mlym": "ml",
        "Mymr": "my", "Orya": "or", "Sinh": "pi si", "Taml": "ta", "Telu": "te", "Thaa": "dv",
        "Thai": "th", "Tibt": "bo dz", "Yiii": "ii", "Hant": "yue",
        "Hans": "cdo cjy cpx czh gan hak hsn lzh nan wuu zh",
    }.items()
    for code in codes.split()
}  # fmt: skip
"""The script of a language, where it is not the Latin one (CLDR, likely subtags)."""

_ABROAD = {
    tuple(pair.split("-")): script
    for script, pairs in {
        "Hant": "zh-HK zh-MO zh-TW hak-TW nan-TW", "Hans": "yue-CN", "Mong": "mn-CN",
        "Arab": "az-IQ az-IR kk-AF kk-CN kk-IR ku-IQ ku-IR ku-LB ky-CN ms-CC pa-PK tg-PK uz-AF",
        "Cyrl": "az-RU ug-KZ ug-MN uz-CN", "Latn": "ky-TR sr-ME sr-RO sr-TR", "Deva": "sd-IN",
    }.items()
    for pair in pairs.split()
}  # fmt: skip
"""Countries where a language is written in another script than elsewhere."""

_SUPPRESSING = frozenset(
    "ab af am ar as ay be bg bn bs ca ch cs cy da de dv dz el en eo es et eu fa fi fj fo fr fy ga "
    "gl gn gu gv he hi hr ht hu hy id is it ja ka kk kl km kn ko la lb ln lo lt lv mg mh mk ml mr "
    "ms mt my na nb nd ne nl nn no nr ny om or pa pl ps pt qu rm rn ro ru rw sg si sk sl sm so sq "
    "ss st sv sw ta te th ti tl tn to tr ts uk ur ve vi xh yi zu".split()
)
"""Languages whose usual script a tag does not name (Suppress-Script of the registry)."""

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

_RENAMED = {"BU": "MM", "DD": "DE", "FX": "FR", "TP": "TL", "UK": "GB", "YD": "YE", "ZR": "CD"}

_CONTINENTS = frozenset(
    "001 002 003 005 009 011 013 014 015 017 018 019 021 029 030 034 035 039 053 054 057 061 142 "
    "143 145 150 151 154 155 202 419".split()
)
"""UN M.49: the regions that the registry has."""

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

    >>> canonical("zh_TW")
    'zh-Hant-TW'
    """
    lowered = tag.replace("_", "-").lower() if len(tag) <= _LONGEST and tag.isascii() else ""
    shape = _SHAPE.fullmatch(_GRANDFATHERED.get(lowered, lowered))
    if shape is None:
        raise _unknown(tag, "it is not of the form of BCP 47, such as fr, zh-Hans or en-GB")
    script, region = (shape["script"] or "").title(), (shape["region"] or "").upper()
    region = _RENAMED.get(region, region)
    language = _language(shape["language"], shape["extended"])
    if reason := next(_reasons(language, script, region, shape["variants"]), ""):
        raise _unknown(tag, reason)
    if language == "zh" and not script:
        script = _written(language, region)
    if language in _SUPPRESSING and script == _written(language):
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

    >>> chain("zh-HK")
    ('zh-Hant-HK', 'zh-Hant')
    """
    parts = canonical(tag).split("-")
    shorter = ("-".join(parts[:length]) for length in range(len(parts), 0, -1))
    kind = kin(tag)
    return tuple(wider for wider in shorter if _kin(wider) == kind and canonical(wider) == wider)


@lru_cache(maxsize=1024)
def kin(tag: str) -> tuple[str, str]:
    """Return the language and the script of a tag: who reads one text of these reads them all.

    Args:
        tag: A language tag.

    Raises:
        LanguageError: The tag is no language tag.

    >>> kin("fr-CA"), kin("zh-SG")
    (('fr', 'Latn'), ('zh', 'Hans'))
    """
    return _kin(canonical(tag))


def _kin(tag: str) -> tuple[str, str]:
    language, *others = tag.split("-")
    if others and len(others[0]) == 4 and not others[0][0].isdigit():
        return language, others[0]
    return language, _written(language, others[0] if others else "")


def _written(language: str, region: str = "") -> str:
    """Return the script of a language in a country; empty for a rare language."""
    usual = _WRITTEN.get(language, "Latn" if len(language) == 2 else "")
    return _ABROAD.get((language, region), usual)


def _language(language: str, extended: str | None) -> str:
    """Return the code of a language; empty if it stands before one that it does not hold."""
    first = _PREFERRED.get(language, language)
    if extended is None:
        return first
    second = _PREFERRED.get(extended, extended)
    return second if second == first or (first == "zh" and extended in _SINITIC) else ""


def _reasons(language: str, script: str, region: str, variants: str) -> Iterator[str]:
    """Yield why parts of a tag name nothing."""
    if not language:
        yield "one language stands before another: write the second alone"
    elif _NO_LANGUAGE.fullmatch(language) or (len(language) == 2 and language not in _CODES):
        meant = f"; did you mean {_MEANT[language]}?" if language in _MEANT else ""
        yield f"no language has the code {language}{meant}"
    if script and script not in _SCRIPTS:
        yield f"no script has the code {script}"
    if region and region not in (_CONTINENTS if region.isdigit() else COUNTRIES):
        yield f"no country has the code {region}"
    named = variants.split("-")[1:]
    if len(set(named)) != len(named):
        yield "a variant stands here twice"
    if "posix" in named:
        yield "posix is a setting of computers, no variant of a language"


def _unknown(tag: str, reason: str) -> LanguageError:
    shown = tag if len(tag) <= _LONGEST else f"{tag[:_LONGEST]}…"
    return LanguageError(f"{shown!r} is no language tag: {reason}")
