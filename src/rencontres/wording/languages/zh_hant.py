"""Traditional Chinese, as the administration of Taiwan writes it.

Sources: 教育部《重訂標點符號手冊》(2008: U+2013 or U+FF5E in periods, 「」 for quotations), CLDR
zh_Hant_TW; where nothing is said, as in Simplified Chinese.
"""

from attrs import evolve

from rencontres.wording.languages import zh_hans
from rencontres.wording.languages.tables import CITIES, LANGUAGES, ZH_HANT, column
from rencontres.wording.numerals import han_traditional, han_traditional_ordinal

_OFFICES = (
    "市長|省長|州長|縣長|區長|鄉長|鎮長|部長|廳長|局長|司長|處長|會長|理事長|議長|院長|校長|所長|秘書長|"
    "董事長|團長|委員長|主席|主任|書記|大使|總領事|領事|參事|總理|總統|總裁|總經理|經理|教授|議員|"
    "參議員|委員|顧問|代表"
)

LANGUAGE = evolve(
    zh_hans.LANGUAGE,
    tag="zh-Hant",
    locale="zh_Hant_TW",
    dates=evolve(zh_hans.DATES, years="{year}–{year2}年", winter="{year}–{year2}年{season}"),
    clock=evolve(
        zh_hans.CLOCK,
        slots="{start}–{end}",
        by_offset="{offset}時區",
        label="{city}時間",
        cities=column(CITIES, ZH_HANT),
        here="以下均為{zone}",
        here_alone="以下均為{zone}",
        there_changes="{time}前{zone}{difference}，此後{then}",
        hour=("{n}小時", "{n}小時"),
        minute=("{n}分鐘", "{n}分鐘"),
    ),
    numbers=evolve(
        zh_hans.NUMBERS,
        grouped=4,
        scales=((12, "{n}兆", "{n}兆"), (8, "{n}億", "{n}億"), (4, "{n}萬", "{n}萬")),
        currencies=zh_hans.amounts(1),
        numeral=han_traditional,
        ordinal=han_traditional_ordinal,
    ),
    lists=tuple(
        (kind, evolve(glue, two="與", last="與")) if kind == "organisations" else (kind, glue)
        for kind, glue in zh_hans.LANGUAGE.lists
    ),
    solid=("、", "《「『", "》」』"),
    people=evolve(zh_hans.LANGUAGE.people, offices=((f"副?(?:{_OFFICES})$", "", ""),)),
    languages=column(LANGUAGES, ZH_HANT),
    short_languages=tuple(
        {**dict(zh_hans.LANGUAGE.short_languages), "it": "義", "ko": "韓", "lo": "寮"}.items()
    ),
    catalogue="rencontres.wording:zh_Hant",
)
