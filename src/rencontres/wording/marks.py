"""Marks and characters as each language writes them: tables for typography and layout.

Strings in capitals are parts of regular expressions: sets without their brackets, or alternatives.
The hidden spaces are written as escapes, since editors do not show them.
"""

from __future__ import annotations

from functools import lru_cache

from rencontres.errors import LanguageError
from rencontres.language import canonical

WIDE = "\u00a0"
"""The no-break space of the width of a word space."""
THIN = "\u202f"
"""The narrow no-break space (*espace fine insécable*)."""
SPACE = " \u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f"
"""The spaces of Western text, as people and programs write them; U+3000 is layout."""
UNBROKEN = "\u00a0\u202f\u2007\u2011\u2060\ufeff"
"""What forbids a break on both of its sides."""

HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
SOLID = (
    "\u2e80-\u2fdf\u3001-\u312f\u31a0-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uf900-\ufaff"
    "\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6\U0001f300-\U0001f64f\U0001f680-\U0001faff"
    "\U00020000-\U0003ffff"
)
"""Characters set without spaces, between which a line may break; Hangul is broken at spaces."""
ATTACHED = (
    "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u20d0-\u20ff\u3099\u309a\ufe00-\ufe0f"
    "\ufe20-\ufe2f\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef"
)
"""What belongs to the character before it."""

FULL = "、。〃〈-】〔-〛！（），：；？"
"""Full-width marks, beside which no space stands."""
OPENERS = "（【《「『〈〔〖［｛“‘(\\[{«"
NO_END = OPENERS + "￥¥$€£＄"
"""What no line ends with (GB/T 15834-2011 §5.1, clreq 3.1.6); currencies, where they come first."""
NO_START = (
    "、，。；：！？）】》」』〉〕〗］｝．・”’·—…～–%‰℃,.;:!?)»\\]}/〜々ー"
    "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶゝゞヽヾ"
)
"""What no line starts with (the same sources; small kana and the long mark: JIS X 4051)."""

QUOTES: dict[str, tuple[str, ...]] = {
    "fr": ("«»", "“”", "‘’"),
    "zh-Hans": ("“”", "‘’"),
    "zh-Hant": ("「」", "『』"),
    "en": ("“”", "‘’"),
    "": ("“”", "‘’"),
}
"""Quotation marks by level: French has three, elsewhere two take turns."""

_STOPS = '\\s<>"«»“”，。；：！？、（）【】《》「」『』'
# Marks that end a sentence belong to an address where it goes on; brackets, where they are closed.
_RUN = (
    rf"(?:[^{_STOPS}.,;:!?()'…]|\([^{_STOPS}()]*\)"
    rf"|(?:[.:!?()'…]|[,;](?![{HAN}]))+(?=[^{_STOPS}.,;:!?()'…]))"
)
_ENDINGS = (
    "pdf|docx?|xlsx?|pptx?|odt|ods|odp|rtf|txt|md|csv|tsv|ics|toml|json|ya?ml|xml|html?|zip|gz|7z|"
    "png|jpe?g|gif|svg|webp|tiff?|mp[34]|mov|py|po|mo|wps|et|dps"
)
PROTECTED = (
    # An address.
    r"(?<![A-Za-z])(?:(?:https?|ftps?|webcals?|mailto|tel|sips?|urn|data|file|geo|cid):|www\.)"
    rf"{_RUN}+"
    r"|(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
    # A path of Windows, a span of code, a tag, an entity.
    rf"|(?<!\w)[A-Za-z]:\\{_RUN}*|(?<!\\)\\\\{_RUN}+"
    r"|`[^`\n]+`|</?[A-Za-z!][^<>\n]*>|&(?:#[0-9]+|#x[0-9A-Fa-f]+|[A-Za-z]{2,8});"
    # The name of a file, with the number that browsers add.
    rf"|(?<![\w.'-])[\w.'-]+(?:\(\w{{1,12}}\))?\.(?i:{_ENDINGS})(?![\w'-])"
)
"""What is read by machines, and stays as it is typed."""

MONTHS_FR = (
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|"
    "janv|févr|avr|juil|sept|oct|nov|déc"
)
MONTHS_EN = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
)
UNITS = (
    r"(?:km²?|m[²³]?|[cm]m|ha|kg|h|min|[kMGT]Wh?|[kMGT]o|[kM]€|Md€|[$£¥]|"
    r"(?:jour|heure|minute|seconde)s?)(?!\w)"
)
ORDINAL_THEN_FR = (
    rf"(?!(?:{MONTHS_FR}|avec|dans|mais|pour|puis|sans|sont|vers)(?!\w))[a-zà-ÿœ]{{4}}"
)
PENDING_FR = r"(?:compléter|confirmer|définir|désigner|déterminer|pourvoir|préciser|trouver)(?!\w)"
TIES_FR = (
    (r"(?<!\w\.)MM?\.|M(?:mes?|lles?|gr)", r"[^\W\d_]"),
    (r"(?:Dr|Pr|Me)", r"[A-ZÀ-Þ]"),
    (r"(?:pp?|art|chap|vol|fig)\.|§|[Cc]ana(?:l|ux)", r"\d"),
    (r"\d{1,2}(?:er|re|nde?|e)", ORDINAL_THEN_FR),
    (r"[àÀ]", PENDING_FR),
)
"""What French ties with a no-break space: a word before it, what follows (Lexique; the house)."""

_NUMBERED_FR = (
    "annexe|article|atelier|axe|bâtiment|box|bus|canal|chapitre|comité|étage|figure|forum|groupe|"
    "hall|jour|ligne|lot|module|niveau|page|partie|pavillon|phase|point|porte|quai|salle|scène|"
    "séance|session|stand|table|tableau|terminal|thème|tome|train|version|voie|vol|volet|zone"
)
_NUMBERED_EN = (
    "annex|article|building|bus|channel|chapter|day|floor|gate|group|hall|item|level|line|page|"
    "part|phase|platform|room|session|stand|table|terminal|track|version|workshop|zone"
)
HELD: dict[str, tuple[tuple[str, str], ...]] = {
    "fr": (
        *TIES_FR,
        (r"[àÀ]", r"\S"),
        (r"(?:[1-9]|[12]\d|3[01])(?:er)?", rf"(?:{MONTHS_FR})(?!\w)"),
        (rf"(?i:{_NUMBERED_FR})s?", r"(?:\d|[A-Z]{1,4}(?!\w))"),
        (r"[nN][°º]s?", r"\d"),
    ),
    "en": (
        (r"(?:Mrs?|Ms|Dr|Prof)\.?", r"[A-ZÀ-Þ]"),
        (r"Nos?\.", r"\d"),
        (r"(?:[1-9]|[12]\d|3[01])", rf"(?:{MONTHS_EN})(?!\w)"),
        (rf"(?:{MONTHS_EN})\.?", r"(?:[1-9]|[12]\d|3[01])(?!\w)"),
        (rf"(?i:{_NUMBERED_EN})s?", r"(?:\d|[A-Z]{1,4}(?!\w))"),
    ),
}
"""Words that no line ends with where this follows, though a plain space stands there."""
HELD_NUMBERS = (
    (r"(?<=\d)", rf"(?:{UNITS}|\d{{3}}(?!\d)|[%‰€])"),
    (rf"(?<=\dh)|(?<=\d[{SPACE}]h)", r"[0-5]\d(?!\d)"),
    (r"(?<=[\dh] –)", r"\d"),
)
"""The same of numbers: units, groups of digits, minutes, slots."""

TRADITIONAL = (
    "國會學際論壇與開關東車長門問間時書經濟業產發現實對說話請讓議員團體總統線組織給級結義務動勞區歐聯"
    "龍飛機場報導專將帶應廳廣選還進遠運過達鄉醫銀鐵錢錄鎮陽陸隊電頭題類願風養館馬驗點齊兩來個倫傳優億"
    "價儀為無熱愛環畫當礎積稱穩競筆節簡簽約紀納純紙細終絕維網緊綠縣績續聲職聽藝藥蘇號術衛裝補視覺觀規"
    "計記訂訪設許訴評詞試詩該認語誤課調談諾謝證識譯護變負財責貨貿費資賓質購贈贊軍軟較輪輸轉辦農遞遺鄭"
    "鄧鄰釋針鐘閉閱隨險難雙靜響項順預領顧顯飯飲驅魚鮮鳥麗麥齡創劇劉勢華協單嚴圍園圖執塊壓壯夢奧婦孫寶"
    "審寫層屬島嶺幣庫張彈從憶懷戰戲擇擔損換擴攝數斷條極構標樓樂樹橋檢檔權歡歲歷歸殘殺氣漢湯溝滅滿漁濱"
    "灣災爭獎獨獲瑪盡監盤礙禮窮紅緣編羅聖聞腦臨舉舊艦莊藍處見親訊訓詢詳誠謀譽貢貴買賣賞賴趙躍輔輝輯邊"
    "郵鋼錯鍵閣闊陳陰階隱雖雜離霧韓頁頒頻飾騰驚鳳鴻吳畢剛軌潔頓爾蘭亞"
)
SIMPLIFIED = (
    "国会学际论坛与开关东车长门问间时书经济业产发现实对说话请让议员团体总统线组织给级结义务动劳区欧联"
    "龙飞机场报导专将带应厅广选还进远运过达乡医银铁钱录镇阳陆队电头题类愿风养馆马验点齐两来个伦传优亿"
    "价仪为无热爱环画当础积称稳竞笔节简签约纪纳纯纸细终绝维网紧绿县绩续声职听艺药苏号术卫装补视觉观规"
    "计记订访设许诉评词试诗该认语误课调谈诺谢证识译护变负财责货贸费资宾质购赠赞军软较轮输转办农递遗郑"
    "邓邻释针钟闭阅随险难双静响项顺预领顾显饭饮驱鱼鲜鸟丽麦龄创剧刘势华协单严围园图执块压壮梦奥妇孙宝"
    "审写层属岛岭币库张弹从忆怀战戏择担损换扩摄数断条极构标楼乐树桥检档权欢岁历归残杀气汉汤沟灭满渔滨"
    "湾灾争奖独获玛尽监盘碍礼穷红缘编罗圣闻脑临举旧舰庄蓝处见亲讯训询详诚谋誉贡贵买卖赏赖赵跃辅辉辑边"
    "邮钢错键阁阔陈阴阶隐虽杂离雾韩页颁频饰腾惊凤鸿吴毕刚轨洁顿尔兰亚"
)
"""Characters that only one of the two scripts uses, in pairs."""
SHARED = "与体机愿优价网听岭怀极构气圣庄离惊洁"
"""Of those, simplified forms that old Traditional texts know as other characters."""

ACCENTED = (
    "château cérémonie coopération création décentralisée délégation département député "
    "développement éducation égalité église élu élus élysée émission énergie énergies époque "
    "épreuve équipe équipement équipements établissement établissements état états étranger "
    "étrangères étude études étudiant étudiants évaluation événement événements échange échanges "
    "école écoles économie économique éditeur île îles intérêt liberté métropole modération "
    "plénière préfecture préfet présidence président présidente région régional régionale régions "
    "réunion santé séance sénat sénateur société université"
)
"""Words that are wrong without their accents in capitals; no other French word is written so."""


@lru_cache(maxsize=256)
def family(language: str) -> str:
    """Return whose marks a language uses: ``fr``, ``en``, ``zh-Hans``, ``zh-Hant``, or nothing.

    Args:
        language: A language tag; what is none, or is of no language known here, uses nothing.
    """
    try:
        first, _, rest = canonical(language).partition("-")
    except LanguageError:
        return ""
    if first == "zh":
        script = f"zh-{rest[:4]}"
        return script if script in QUOTES else ""
    return first if first in {"fr", "en"} else ""
