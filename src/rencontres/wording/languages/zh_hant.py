"""Traditional Chinese, as the administration of Taiwan writes it.

Sources: 教育部《重訂標點符號手冊》(2008: U+2013 or U+FF5E in periods, 「」 for quotations), CLDR
zh_Hant_TW; where nothing is said, as in Simplified Chinese.
"""

from attrs import evolve

from rencontres.wording.language import Language
from rencontres.wording.languages import zh_hans
from rencontres.wording.numerals import han_traditional, han_traditional_ordinal
from rencontres.wording.patterns import Currency, Numbers, People

CITIES = {
    "Africa/Abidjan": "阿必尚", "Africa/Addis_Ababa": "阿迪斯阿貝巴", "Africa/Algiers": "阿爾及爾",
    "Africa/Cairo": "開羅", "Africa/Casablanca": "卡薩布蘭卡", "Africa/Dakar": "達卡",
    "Africa/Johannesburg": "約翰尼斯堡", "Africa/Kinshasa": "金夏沙", "Africa/Lagos": "拉哥斯",
    "Africa/Nairobi": "奈洛比", "Africa/Tunis": "突尼斯", "America/Argentina/Buenos_Aires":
    "布宜諾斯艾利斯", "America/Bogota": "波哥大", "America/Cayenne": "開雲", "America/Chicago":
    "芝加哥", "America/Guadeloupe": "瓜地洛普", "America/Lima": "利馬", "America/Los_Angeles":
    "洛杉磯", "America/Martinique": "馬丁尼克", "America/Mexico_City": "墨西哥城",
    "America/Montreal": "蒙特婁", "America/New_York": "紐約", "America/Santiago": "聖地牙哥",
    "America/Sao_Paulo": "聖保羅", "America/Toronto": "多倫多", "America/Vancouver": "溫哥華",
    "Asia/Baku": "巴庫", "Asia/Bangkok": "曼谷", "Asia/Beirut": "貝魯特", "Asia/Dubai": "杜拜",
    "Asia/Ho_Chi_Minh": "河內", "Asia/Hong_Kong": "香港", "Asia/Jakarta": "雅加達",
    "Asia/Jerusalem": "耶路撒冷", "Asia/Kolkata": "新德里", "Asia/Kuala_Lumpur": "吉隆坡",
    "Asia/Macau": "澳門", "Asia/Manila": "馬尼拉", "Asia/Phnom_Penh": "金邊", "Asia/Riyadh":
    "利雅德", "Asia/Seoul": "首爾", "Asia/Shanghai": "北京", "Asia/Singapore": "新加坡",
    "Asia/Taipei": "臺北", "Asia/Tashkent": "塔什干", "Asia/Tbilisi": "第比利斯", "Asia/Tokyo":
    "東京", "Asia/Ulaanbaatar": "烏蘭巴托", "Asia/Urumqi": "烏魯木齊", "Asia/Vientiane": "永珍",
    "Asia/Yerevan": "葉里溫", "Australia/Sydney": "雪梨", "Europe/Amsterdam": "阿姆斯特丹",
    "Europe/Athens": "雅典", "Europe/Berlin": "柏林", "Europe/Brussels": "布魯塞爾",
    "Europe/Bucharest": "布加勒斯特", "Europe/Budapest": "布達佩斯", "Europe/Copenhagen":
    "哥本哈根", "Europe/Dublin": "都柏林", "Europe/Helsinki": "赫爾辛基", "Europe/Istanbul":
    "伊斯坦堡", "Europe/Kyiv": "基輔", "Europe/Lisbon": "里斯本", "Europe/London": "倫敦",
    "Europe/Luxembourg": "盧森堡", "Europe/Madrid": "馬德里", "Europe/Monaco": "摩納哥",
    "Europe/Moscow": "莫斯科", "Europe/Oslo": "奧斯陸", "Europe/Paris": "巴黎", "Europe/Prague":
    "布拉格", "Europe/Rome": "羅馬", "Europe/Stockholm": "斯德哥爾摩", "Europe/Vienna": "維也納",
    "Europe/Warsaw": "華沙", "Europe/Zurich": "蘇黎世", "Indian/Antananarivo": "安塔那那利佛",
    "Indian/Mauritius": "模里西斯", "Indian/Mayotte": "馬約特", "Indian/Reunion": "留尼旺",
    "Pacific/Auckland": "奧克蘭", "Pacific/Noumea": "努美阿", "Pacific/Tahiti": "大溪地",
}  # fmt: skip

_OFFICES = (
    "市長|省長|州長|縣長|區長|鄉長|鎮長|部長|廳長|局長|司長|處長|會長|理事長|議長|院長|校長|所長|秘書長|"
    "董事長|團長|委員長|主席|主任|書記|大使|總領事|領事|參事|總理|總統|總裁|總經理|經理|教授|議員|"
    "參議員|委員|顧問|代表"
)

LANGUAGE = Language(
    tag="zh-Hant",
    locale="zh_Hant_TW",
    dates=evolve(zh_hans.DATES, years="{year}–{year2}年", winter="{year}–{year2}年{season}"),
    clock=evolve(
        zh_hans.CLOCK,
        slots="{start}–{end}",
        by_offset="{offset}時區",
        label="{city}時間",
        cities=tuple(CITIES.items()),
        here="以下均為{zone}",
        here_alone="以下均為{zone}",
        there_changes="{time}前{zone}{difference}，此後{then}",
        hour=("{n}小時", "{n}小時"),
        minute=("{n}分鐘", "{n}分鐘"),
    ),
    numbers=Numbers(
        scales=((8, "{n}億", "{n}億"), (4, "{n}萬", "{n}萬")),
        scaled=4,
        mixed=True,
        currencies=(
            ("CAD", Currency(one="{n}加幣", many="{n}加幣")),
            ("CHF", Currency(one="{n}瑞士法郎", many="{n}瑞士法郎")),
            ("CNY", Currency(one="人民幣{n}元", many="人民幣{n}元")),
            ("EUR", Currency(one="{n}歐元", many="{n}歐元")),
            ("GBP", Currency(one="{n}英鎊", many="{n}英鎊")),
            ("HKD", Currency(one="{n}港元", many="{n}港元")),
            ("JPY", Currency(one="{n}日圓", many="{n}日圓")),
            ("KRW", Currency(one="{n}韓元", many="{n}韓元")),
            ("TWD", Currency(one="新臺幣{n}元", many="新臺幣{n}元")),
            ("USD", Currency(one="{n}美元", many="{n}美元")),
            ("VND", Currency(one="{n}越南盾", many="{n}越南盾")),
            ("XOF", Currency(one="{n}非洲法郎", many="{n}非洲法郎")),
        ),
        currency="{n}{code}",
        numeral=han_traditional,
        ordinal=han_traditional_ordinal,
    ),
    lists=tuple(
        (kind, evolve(glue, two="與", last="與")) if kind == "organisations" else (kind, glue)
        for kind, glue in zh_hans.LANGUAGE.lists
    ),
    heavy=zh_hans.LANGUAGE.heavy,
    solid=("、", "《「『", "》」』"),
    people=People(
        masculine="{name}先生",
        feminine="{name}女士",
        titled="{title}{name}",
        at="{organisation}{title}",
        foreign="{formal}（{title}）",
        dear=("尊敬的{name}先生：", "尊敬的{name}女士：", "尊敬的{name}："),
        dear_office=("尊敬的{family}{office}：", "尊敬的{family}{office}："),
        offices=((f"副?(?:{_OFFICES})$", "", ""),),
    ),
    labelled=True,
    languages=(
        ("ar", "阿拉伯文"), ("de", "德文"), ("en", "英文"), ("es", "西班牙文"), ("fr", "法文"),
        ("hi", "印地文"), ("id", "印尼文"), ("it", "義大利文"), ("ja", "日文"), ("km", "高棉文"),
        ("ko", "韓文"), ("lo", "寮文"), ("mn", "蒙古文"), ("nl", "荷蘭文"), ("pl", "波蘭文"),
        ("pt", "葡萄牙文"), ("ru", "俄文"), ("th", "泰文"), ("tr", "土耳其文"), ("vi", "越南文"),
        ("yue", "粵語"), ("zh", "中文"),
    ),
    short_languages=(
        ("ar", "阿"), ("de", "德"), ("en", "英"), ("es", "西"), ("fr", "法"), ("id", "印尼"),
        ("it", "義"), ("ja", "日"), ("km", "柬"), ("ko", "韓"), ("lo", "寮"), ("mn", "蒙"),
        ("nl", "荷"), ("pl", "波"), ("pt", "葡"), ("ru", "俄"), ("th", "泰"), ("tr", "土"),
        ("vi", "越"), ("zh", "中"),
    ),
    pair="{a}{b}",
    catalogue="rencontres.wording:zh_Hant",
)  # fmt: skip
