"""Typography: each rule of each language as an example, and the laws that hold for any text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rencontres.wording.marks import SHARED, SIMPLIFIED, TRADITIONAL
from rencontres.wording.quotation import quote
from rencontres.wording.typography import Fault, faults, heading, punctuate

A, F = "\u00a0", "\u202f"
LANGUAGES = ["fr", "zh-Hans", "zh-Hant", "en"]
PROFILES = ["fine", "nbsp", "plain"]

# Lines of a programme as they are printed: nothing in them may change.
RIGHT_FR = [
    "5es Rencontres franco-chinoises de la coopération décentralisée",
    f"«{A}La coopération décentralisée, nouveau moteur des relations franco-chinoises{A}»",
    "Chengdu, du 28 au 30 octobre 2016",
    "Programme provisoire, version 3 du 20 octobre 2016",
    f"Heures de Chengdu (heure de Pékin). À Paris, il est 6{A}heures de moins.",
    f" 9{A}h{A}00 – 10{A}h{A}30   Atelier 2 – Développement durable",
    f"10{A}h{A}30 – 11{A}h{A}00   Pause-café",
    f"Chefs de file (à{A}confirmer){A}: Région Provence-Alpes-Côte",
    f"d’Azur et Région Auvergne-Rhône-Alpes{F}; Sichuan",
    f"Sujet{A}: coopération Alpes/Sichuan",
    f"Modérateur{A}: M.{A}Jean DUPONT, adjoint au maire de Bordeaux",
    f"Salle 3 (auparavant{A}: Salle 1)",
    f"Chefs de file{A}: Région Pays de la Loire{F}; partie chinoise",
    f"à{A}trouver",
    f"Déjeuner, 1er{A}étage",
    f"Allocutions, dans l’ordre{A}: Sichuan, APCAE, Cités Unies",
    f"(canal{A}1 français, canal{A}2 chinois)",
    f"Coprésidence{A}: M.{A}Jacques AUXIETTE{F}; APCAE (nom à{A}confirmer)",
    f"Modérateurs{A}: Mme{A}Marie MARTIN et M.{A}ZHANG San",
    f"Programme à jour{A}: https://rencontres.example.org/fr",
    "dimanche 1er mai 2016",
    f"14{A}h{A}30, heure de Pékin (8{A}h{A}30, heure de Paris)",
    f"de 9{A}h à 10{A}h{A}30",
    f"12,5{A}%",
    f"1{F}200{F}000{A}€",
    f"Adresse à montrer au chauffeur{A}: 四川省成都市示例大道1号，示例会议中心",
]
RIGHT_HANS = [
    "主题：“地方合作——中法关系新引擎”",
    "时间：2016年10月28日至30日",
    "日程（暂定，第3版，2016年10月20日）",
    "以下均为北京时间；巴黎时间晚6小时。",
    "08:15—08:45　乘车：酒店至会议中心",
    "　　牵头单位（待确认）：四川省；普罗旺斯-阿尔卑斯-蓝色海岸大区与",
    "　　议题：“阿尔卑斯—四川”合作",
    "11:00—12:30　【取消】分论坛一：创新创业",
    "　　致辞（依次）：四川省、全国友协、法国城市联盟",
    "　　共同主席：全国友协（代表待确认）；雅克·欧谢特先生",
    "最新日程：https://rencontres.example.org/zh",
    "16:00—17:30（北京时间，巴黎时间10:00—11:30）",
    "900余名中外嘉宾，投资1.2亿元、1,234,567人次，12.5%",
    "主持人：让-马克·艾罗先生；J.罗琳女士",
    "2016—2020年……",
]
RIGHT_HANT = ["主題：「地方合作——中法關係新引擎」", "他說：「『好』字怎麼寫？」"]
RIGHT_EN = [
    "Workshop 2 – Sustainable development (09:00–10:30)",
    "The cities’ programme: ‘Smart’ and “green”; it’s on from 9–11 May…",
]
RIGHT = [
    *(("fr", line) for line in RIGHT_FR),
    *(("zh-Hans", line) for line in RIGHT_HANS),
    *(("zh-Hant", line) for line in RIGHT_HANT),
    *(("en", line) for line in RIGHT_EN),
]


@pytest.mark.parametrize(("language", "text"), RIGHT)
def test_a_text_that_is_right_is_returned_as_it_is(language, text):
    assert punctuate(text, language) is text
    assert faults(text, language) == ()


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        # High marks.
        ("Chefs de file : Bordeaux", f"Chefs de file{A}: Bordeaux"),
        ("Chefs de file: Bordeaux", f"Chefs de file{A}: Bordeaux"),
        ("Bordeaux ; Wuhan;", f"Bordeaux{F}; Wuhan{F};"),
        ("Quoi ? Non! Vraiment ?!", f"Quoi{F}? Non{F}! Vraiment{F}?!"),
        (f"Quoi{A}? Oui\u2009: non", f"Quoi{F}? Oui{A}: non"),
        ("(à préciser) :", f"(à{A}préciser){A}:"),
        ("Programme : https://x.org/a?b=1;c ;", f"Programme{A}: https://x.org/a?b=1;c{F};"),
        # Quotation marks.
        ("«Ville durable»", f"«{A}Ville durable{A}»"),
        ("« Ville durable »", f"«{A}Ville durable{A}»"),
        ('"Ville durable"', f"«{A}Ville durable{A}»"),
        ('le thème "ville durable", etc.', f"le thème «{A}ville durable{A}», etc."),
        ('l\'"air"', f"l’«{A}air{A}»"),
        ('« il a dit "oui" »', f"«{A}il a dit “oui”{A}»"),
        ('"il a dit "oui" hier"', f"«{A}il a dit “oui” hier{A}»"),
        ('" Ville "', f"«{A}Ville{A}»"),
        ('un écran de 24" et "rien"', f'un écran de 24" et «{A}rien{A}»'),
        ('un " seul', 'un " seul'),
        # Apostrophes.
        ("l'été d'Artagnan aujourd'hui", "l’été d’Artagnan aujourd’hui"),
        ("l´innovation", "l’innovation"),
        ("plus d'1 M€", f"plus d’1{A}M€"),
        ("5'30 et T‘ai-pei", "5'30 et T‘ai-pei"),
        # Ellipsis, dash.
        ("Et après...", "Et après…"),
        ("Atelier 2 - Santé -- suite", "Atelier 2 – Santé – suite"),
        ("9-11 mai, 9 - 11 mai, 2016-2020", "9-11 mai, 9 - 11 mai, 2016-2020"),
        ("- un point", "- un point"),
        # Numbers and what they count.
        ("n° 3, N°4, n°  5", f"n°{A}3, N°{A}4, n°{A}5"),
        ("14 h 30, 14h30, 9h, 0 h", f"14{A}h{A}30, 14{A}h{A}30, 9{A}h, 0{A}h"),
        ("10h-12h, 24h/24", f"10{A}h-12{A}h, 24h/24"),
        ("1 h 30 min", f"1{A}h{A}30{A}min"),
        ("12 % et 12,5%", f"12{A}% et 12,5{A}%"),
        ("1 200 €, 1 200 000,50€", f"1{F}200{A}€, 1{F}200{F}000,50{A}€"),
        ("250 000 yuans, 1,2 Md€", f"250{F}000 yuans, 1,2{A}Md€"),
        ("300 km à 20 °C", f"300{A}km à 20{A}°C"),
        ("2e étage, 1re séance", f"2e{A}étage, 1re{A}séance"),
        ("le 1er mai, 1er juillet 2016", "le 1er mai, 1er juillet 2016"),
        ("p. 97, art. 16", f"p.{A}97, art.{A}16"),
        # Persons.
        ("M. Jean DUPONT, Mme Marie MARTIN", f"M.{A}Jean DUPONT, Mme{A}Marie MARTIN"),
        ("MM. Li et Zhang, Mmes X, Dr Y", f"MM.{A}Li et Zhang, Mmes{A}X, Dr{A}Y"),
        ("M. le maire, M. de Villepin", f"M.{A}le maire, M.{A}de Villepin"),
        ("Sujet à confirmer", f"Sujet à{A}confirmer"),
        # Capitals are the author's.
        ("ETAT, A L'HEURE", "ETAT, A L’HEURE"),
    ],
)
def test_french(typed, printed):
    assert punctuate(typed, "fr") == printed
    assert punctuate(printed, "fr") is printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("主持人:张三", "主持人：张三"),
        ("主持人: 张三 , 李四;王五!", "主持人：张三，李四；王五！"),
        ("好吗?! 会议结束.", "好吗？！会议结束。"),
        ("雅克(Jacques Auxiette)先生", "雅克（Jacques Auxiette）先生"),
        ("TGI (Chengdu) 公司 (成都)", "TGI（Chengdu）公司（成都）"),
        ("会议（暂定)", "会议（暂定）"),
        ("1)开幕式", "1）开幕式"),
        ("TGI:武汉", "TGI：武汉"),
        ('主题:"地方合作--中法关系新引擎"', "主题：“地方合作——中法关系新引擎”"),
        ('“他说"好"”', "“他说‘好’”"),
        ("他说\"你好'再见'\"", "他说“你好‘再见’”"),
        ("地方合作 — 中法关系", "地方合作——中法关系"),
        ("地方合作 - 中法关系", "地方合作——中法关系"),
        ("—张三", "——张三"),
        ("阿尔卑斯—四川", "阿尔卑斯—四川"),
        ("10月28日 - 30日", "10月28日-30日"),
        ("等等... 待续…", "等等……待续……"),
        ("等等......。。。", "等等…………"),
        ("900 余名, 2016 年", "900余名，2016年"),
        ("与 Jean Dupont 先生", "与Jean Dupont先生"),
        ("张三 李四", "张三　李四"),
        ("（ 中国 ）， 法国", "（中国），法国"),
        ("《甲》、《乙》", "《甲》《乙》"),
        ("第５届ＴＧＩ，１２．５％", "第5届TGI，12.5%"),
        ("雅克•欧谢特、让・杜邦", "雅克·欧谢特、让·杜邦"),
        # What stays half-width.
        ("时间14:30, 比分3:2", "时间14:30，比分3:2"),
        ("共1,234,567元", "共1,234,567元"),
        ("J.罗琳", "J.罗琳"),
        ("1.开幕式", "1.开幕式"),
        ("Jean, Paul (Lyon)", "Jean, Paul (Lyon)"),
        ("见 https://x.org/a,b?c=(1) 附件", "见 https://x.org/a,b?c=(1) 附件"),
        ("见https://x.org,谢谢", "见https://x.org，谢谢"),
        ("信箱:a.b@x.cn,谢谢", "信箱：a.b@x.cn，谢谢"),
        ("日程(2).docx", "日程(2).docx"),
        (r"C:\文档\日程.docx", r"C:\文档\日程.docx"),
        ("输入 --help 选项", "输入 --help 选项"),
    ],
)
def test_chinese(typed, printed):
    assert punctuate(typed, "zh-Hans") == printed
    assert punctuate(printed, "zh-Hans") is printed


def test_traditional_chinese_has_its_own_quotation_marks():
    assert punctuate('主題:"新引擎"', "zh-Hant-TW") == "主題：「新引擎」"
    assert punctuate('「甲"乙"」', "zh-HK") == "「甲『乙』」"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("It's the cities' plan, isn't it", "It’s the cities’ plan, isn’t it"),
        ("'quoted' and \"double\"", "‘quoted’ and “double”"),
        ("\"it's 'fine'\"", "“it’s ‘fine’”"),
        ("'tis the '90s, rock 'n' roll", "’tis the ’90s, rock ’n’ roll"),
        ("6'2\" tall", "6'2\" tall"),
        ("Workshop 2 - Health -- next", "Workshop 2 – Health – next"),
        ("9 - 11, 9-11 May", "9 - 11, 9-11 May"),
        ("Wait...", "Wait…"),
        ("Moderator : X ; Y !", "Moderator: X; Y!"),
        ("see it's.pdf or a'b@x.org", "see it's.pdf or a’b@x.org"),
    ],
)
def test_english(typed, printed):
    assert punctuate(typed, "en") == printed
    assert punctuate(printed, "en-GB") is printed


MACHINE = [
    "https://example.org/a'b?c=d;e!f...g(h)",
    "webcal://example.org:8080/x;y",
    "www.example.org/l'annee?x;y",
    "jean@example.org",
    r"C:\Programmes\l'été;1.docx",
    r"\\serveur\partage;a",
    "rapport-d'activité(2).pdf",
    "`a ? b : c`",
    '<a href="x ; y">',
    "&nbsp;",
    "urn:uuid:1;2",
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", MACHINE)
def test_what_machines_read_stays(language, text):
    beside = f"中文 {text} 中文" if language.startswith("zh") else f"voir {text} ici"
    assert punctuate(text, language) is text
    assert punctuate(beside, language) is beside


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text",
    [
        "2016-10-29T14:30:00+08:00",
        "14:30",
        "3:2",
        "3.14",
        "1,234",
        "GB/T 15834-2011",
        "a:b;c",
        "s-w2",
    ],
)
def test_numbers_hours_and_codes_stay(language, text):
    assert punctuate(text, language) is text


@pytest.mark.parametrize("text", ['Was ist "das" : l\'x...', "これは(テスト)です,1", "", "中文,x"])
@pytest.mark.parametrize("language", ["de", "ja", "zh-Latn", "", "no language"])
def test_other_languages_stay(language, text):
    assert punctuate(text, language) is text
    assert faults(text, language) == ()
    assert heading(text, language) is text


@pytest.mark.parametrize(
    "language", ["fr-CA", "FR_fr", "zh-CN", "zh", "cmn-Hans", "zh_TW", "en-US"]
)
def test_a_language_may_be_named_more_or_less_exactly(language):
    assert punctuate("a", language) == "a"
    assert punctuate('"中"', language) != '"中"'


@pytest.mark.parametrize(("language", "text"), RIGHT)
def test_a_typography_is_changed_into_another_and_back(language, text):
    nbsp, plain = punctuate(text, language, "nbsp"), punctuate(text, language, "plain")
    assert nbsp == text.replace(F, A)
    assert plain == text.replace(F, " ").replace(A, " ")
    for changed in (nbsp, plain):
        assert punctuate(changed, language) == text
    assert punctuate(nbsp, language, "plain") == plain
    assert punctuate(plain, language, "nbsp") == nbsp
    assert punctuate(nbsp, language, "nbsp") is nbsp
    assert punctuate(plain, language, "plain") is plain


def test_an_unknown_typography_is_refused():
    for language in ("fr", "de"):
        with pytest.raises(ValueError, match="no typography"):
            punctuate("x", language, "coarse")
    with pytest.raises(ValueError, match="no typography"):
        quote("x", "fr", "coarse")


def test_normalisation_is_nfc_and_no_further():
    assert punctuate("e\u0301te\u0301", "fr") == "été"
    assert punctuate("①：（㎏）ﬁ²", "zh-Hans") == "①：（㎏）ﬁ²"


# --- quotations -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "language", "quoted"),
    [
        ("Ville durable", "fr", f"«{A}Ville durable{A}»"),
        ("la «\u00a0ville\u00a0»", "fr", f"«{A}la “ville”{A}»"),
        ("la « ville “bleue” » d’été", "fr", f"«{A}la “ville ‘bleue’” d’été{A}»"),
        ('la "ville"', "fr", f"«{A}la “ville”{A}»"),
        ("un “mot”", "fr", f"«{A}un “mot”{A}»"),
        ("阿尔卑斯—四川", "zh-Hans", "“阿尔卑斯—四川”"),
        ("“阿尔卑斯—四川”合作", "zh-Hans", "“‘阿尔卑斯—四川’合作”"),
        ("“甲‘乙’”", "zh-Hans", "“‘甲“乙”’”"),
        ("《甲》‘乙’", "zh-Hans", "“《甲》‘乙’”"),
        ("「甲『乙』」", "zh-Hant", "「『甲「乙」』」"),
        ("it’s “fine”", "en", "“it’s ‘fine’”"),
        ("it's", "en", "“it’s”"),
        ("“x”", "de", "“‘x’”"),
        ("x”", "en", "“x””"),
    ],
)
def test_quotations(text, language, quoted):
    assert quote(text, language) == quoted


def test_a_quotation_has_the_spaces_of_its_typography():
    assert quote("Ville", "fr", "nbsp") == f"«{A}Ville{A}»"
    assert quote("Ville", "fr", "plain") == "« Ville »"
    assert quote("城", "zh-Hans", "plain") == "“城”"


# --- headings -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("samedi 29 octobre 2016", "Samedi 29 octobre 2016"),
        ("état des lieux", "État des lieux"),
        ("l’été", "L’été"),
        ("à confirmer", "À confirmer"),
        ("œuvres", "Œuvres"),
        (f"«{A}ville{A}»", f"«{A}Ville{A}»"),
        ("(à confirmer)", "(À confirmer)"),
    ],
)
def test_a_heading_starts_with_a_capital(text, head):
    assert heading(text, "fr") == head
    assert heading(head, "fr") is head


@pytest.mark.parametrize(
    "text",
    [
        "29 octobre",
        "2e étage",
        "eTwinning",
        "iPhone",
        "https://x.org",
        "www.x.org",
        "",
        "…",
        "中文",
    ],
)
def test_other_headings_stay(text):
    assert heading(text, "fr") is text
    assert heading(text, "en") is text


# --- faults ---------------------------------------------------------------------------------------


def test_faults_tell_what_stands_where_and_what_is_wanted():
    assert faults('l\'avis : "oui"', "fr") == (
        Fault("apostrophe", 1, "'", "’"),
        Fault("no-break-space", 6, " ", A),
        Fault("quotes", 9, '"', "«"),
        Fault("no-break-space", 10, "", A),
        Fault("no-break-space", 13, "", A),
        Fault("quotes", 13, '"', "»"),
    )
    assert faults("论坛,2016 年(暂定)", "zh-Hans") == (
        Fault("half-width", 2, ",", "，"),
        Fault("space", 7, " ", ""),
        Fault("half-width", 9, "(", "（"),
        Fault("half-width", 12, ")", "）"),
    )


def test_faults_tell_what_only_the_author_can_mend():
    assert faults('un " seul', "fr") == (Fault("quotes", 3, '"', None),)
    assert faults("Etat et REGION", "fr") == (
        Fault("capital", 0, "Etat", "État"),
        Fault("capital", 8, "REGION", "RÉGION"),
    )
    assert faults("法國论坛", "zh-Hans") == (Fault("script", 1, "國", "国"),)
    assert faults("法國论坛", "zh-Hant") == (
        Fault("script", 2, "论", "論"),
        Fault("script", 3, "坛", "壇"),
    )
    assert faults("e\u0301", "fr") == (Fault("unicode", 0, "e", "é"),)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "ÉTAT, État, Région, statut, région"),
        ("fr", "https://x.org/Etat"),
        ("zh-Hans", "乾隆、瞭望、钟繇、里程、后天、干部"),
        ("zh-Hant", "體、里長、皇后、干涉、台北、与、价"),
    ],
)
def test_what_may_be_right_is_no_fault(language, text):
    assert faults(text, language) == ()


def test_the_characters_of_one_script_are_unknown_to_the_charset_of_the_other():
    assert len(TRADITIONAL) == len(SIMPLIFIED) == len({*TRADITIONAL, *SIMPLIFIED}) / 2
    for character in TRADITIONAL:
        with pytest.raises(UnicodeEncodeError):
            character.encode("gb2312")
    for character in set(SIMPLIFIED) - set(SHARED):
        with pytest.raises(UnicodeEncodeError):
            character.encode("big5")
    assert TRADITIONAL.encode("big5").decode("big5") == TRADITIONAL
    assert SIMPLIFIED.encode("gb2312").decode("gb2312") == SIMPLIFIED


# --- laws -----------------------------------------------------------------------------------------

hostile = st.text(
    st.sampled_from(
        list(
            "aÉ中国1０Ａ．％ \u00a0\u202f\u2009\u3000\n:;!?,.«»“”‘’\"'()（）《》「」、…—–-%€°hnM/\\@<`&•。，"
        )
    ),
    max_size=14,
)
words = st.lists(
    st.sampled_from(
        [
            "Chefs",
            "l'été",
            "M. X",
            "14 h 30",
            "1 200 €",
            "1 200,5 km",
            "3 euros",
            "12 jours",
            "9h",
            "2 heures",
            "5e Rencontres",
            "5e partie",
            "٣ km",
            "canal 2",
            "Canal 1",
            "canaux ",
            "à Chengdu",
            "1er étage",
            "nº 5",
            "Séance 12 sur",
            "n° 3",
            "à confirmer",
            '"oui"',
            "(non)",
            "...",
            "--",
            " - ",
            "— ",
            "中文",
            "，",
            ",",
            ":",
            ";",
            "?!",
            "《甲》",
            "、",
            "https://x.org/a;b",
            "x.pdf",
            "'",
            '"',
            " ",
        ]
    ),
    max_size=8,
).map("".join)
texts = hostile | words | st.text(max_size=20)
language = st.sampled_from(LANGUAGES)
profile = st.sampled_from(PROFILES)


@given(texts, language, profile)
def test_applied_twice_nothing_more_changes(text, language, typography):
    once = punctuate(text, language, typography)
    assert punctuate(once, language, typography) is once


@given(texts, language, profile, profile)
def test_the_last_typography_decides(text, language, one, other):
    # A space of the author's own, where no rule puts one, cannot come back.
    first = punctuate(text.replace(A, " ").replace(F, " "), language)
    assert punctuate(punctuate(first, language, one), language, other) == punctuate(
        first, language, other
    )


def _letters(text):
    """Return the letters and digits of a text, whichever their width."""
    narrow = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF5B)}
    composed = unicodedata.normalize("NFC", text.translate(narrow))
    return [character for character in composed if character.isalnum()]


@given(texts, language)
def test_what_is_printed_is_nfc_and_loses_no_letter(text, language):
    printed = punctuate(text, language)
    assert unicodedata.is_normalized("NFC", printed)
    assert _letters(printed) == _letters(text)


@given(texts, language, profile)
def test_a_coarser_typography_prints_none_of_the_finer_spaces(text, language, typography):
    if not any(mark in text for mark in "@/\\<`&."):  # what machines read keeps its spaces
        printed = punctuate(text, language, typography)
        assert typography == "fine" or F not in printed
        assert typography != "plain" or A not in printed


@given(texts, language)
def test_a_text_is_right_when_nothing_is_found_that_could_be_mended(text, language):
    changes = [
        f
        for f in faults(text, language)
        if f.code not in {"script", "capital"} and f.wanted is not None
    ]
    assert bool(changes) == (punctuate(text, language) != text)


@given(texts, language)
def test_faults_stand_where_they_say(text, language):
    for fault in faults(text, language):
        assert fault.position <= len(text)
        assert text.startswith(fault.found, fault.position)


@given(texts, language, profile)
def test_a_quotation_stands_between_the_marks_of_its_language(text, language, typography):
    quoted = quote(text, language, typography)
    marks = {"fr": "«»", "zh-Hans": "“”", "zh-Hant": "「」", "en": "“”"}[language]
    assert (quoted[0], quoted[-1]) == tuple(marks)
    assert [c for c in quoted if c.isalnum()] == [c for c in text if c.isalnum()]


@given(texts, language)
def test_a_heading_differs_in_one_letter_at_most(text, language):
    head = heading(text, language)
    assert head.casefold() == text.casefold()
    assert heading(head, language) == head
