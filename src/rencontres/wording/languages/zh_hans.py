"""Simplified Chinese, as the administration of mainland China writes it.

Sources: GB/T 15835-2011 (numbers, dates, hours), GB/T 15834-2011 §4.5.3.5 (no mark between quoted
items) and §4.13 (the one-em line of periods), clreq; 四川日报 and 四川省政府, October 2016 (words
of programmes, names of functions); 法语姓名译名手册 (names).
"""

from rencontres.wording.language import Language
from rencontres.wording.numerals import han, han_ordinal
from rencontres.wording.patterns import Clock, Currency, Dates, Glue, Numbers, People, Point

_POINT = Point(since="{x}", until="{x}", before="{x}之前")

DATES = Dates(
    day="{year}年{m}月{d}日",
    weekday="{day}（{weekday}）",
    day_month="{m}月{d}日",
    month="{year}年{m}月",
    year="{year}年",
    same_month="{year}年{m}月{d}日至{d2}日",
    same_year="{year}年{m}月{d}日至{m2}月{d2}日",
    period="{year}年{m}月{d}日至{year2}年{m2}月{d2}日",
    months="{year}年{m}月至{m2}月",
    years="{year}—{year2}年",
    season="{year}年{season}",
    winter="{year}—{year2}年{season}",
    seasons=("春季", "夏季", "秋季", "冬季"),
    points=tuple(
        (kind, _POINT) for kind in ("day", "month", "year", "spring", "summer", "autumn", "winter")
    ),
    span="{since}至{until}",
)

CITIES = {
    "Africa/Abidjan": "阿比让", "Africa/Addis_Ababa": "亚的斯亚贝巴", "Africa/Algiers": "阿尔及尔",
    "Africa/Cairo": "开罗", "Africa/Casablanca": "卡萨布兰卡", "Africa/Dakar": "达喀尔",
    "Africa/Johannesburg": "约翰内斯堡", "Africa/Kinshasa": "金沙萨", "Africa/Lagos": "拉各斯",
    "Africa/Nairobi": "内罗毕", "Africa/Tunis": "突尼斯", "America/Argentina/Buenos_Aires":
    "布宜诺斯艾利斯", "America/Bogota": "波哥大", "America/Cayenne": "卡宴", "America/Chicago":
    "芝加哥", "America/Guadeloupe": "瓜德罗普", "America/Lima": "利马", "America/Los_Angeles":
    "洛杉矶", "America/Martinique": "马提尼克", "America/Mexico_City": "墨西哥城",
    "America/Montreal": "蒙特利尔", "America/New_York": "纽约", "America/Santiago": "圣地亚哥",
    "America/Sao_Paulo": "圣保罗", "America/Toronto": "多伦多", "America/Vancouver": "温哥华",
    "Asia/Baku": "巴库", "Asia/Bangkok": "曼谷", "Asia/Beirut": "贝鲁特", "Asia/Dubai": "迪拜",
    "Asia/Ho_Chi_Minh": "河内", "Asia/Hong_Kong": "香港", "Asia/Jakarta": "雅加达",
    "Asia/Jerusalem": "耶路撒冷", "Asia/Kolkata": "新德里", "Asia/Kuala_Lumpur": "吉隆坡",
    "Asia/Macau": "澳门", "Asia/Manila": "马尼拉", "Asia/Phnom_Penh": "金边", "Asia/Riyadh":
    "利雅得", "Asia/Seoul": "首尔", "Asia/Shanghai": "北京", "Asia/Singapore": "新加坡",
    "Asia/Taipei": "台北", "Asia/Tashkent": "塔什干", "Asia/Tbilisi": "第比利斯", "Asia/Tokyo":
    "东京", "Asia/Ulaanbaatar": "乌兰巴托", "Asia/Urumqi": "乌鲁木齐", "Asia/Vientiane": "万象",
    "Asia/Yerevan": "埃里温", "Australia/Sydney": "悉尼", "Europe/Amsterdam": "阿姆斯特丹",
    "Europe/Athens": "雅典", "Europe/Berlin": "柏林", "Europe/Brussels": "布鲁塞尔",
    "Europe/Bucharest": "布加勒斯特", "Europe/Budapest": "布达佩斯", "Europe/Copenhagen":
    "哥本哈根", "Europe/Dublin": "都柏林", "Europe/Helsinki": "赫尔辛基", "Europe/Istanbul":
    "伊斯坦布尔", "Europe/Kyiv": "基辅", "Europe/Lisbon": "里斯本", "Europe/London": "伦敦",
    "Europe/Luxembourg": "卢森堡", "Europe/Madrid": "马德里", "Europe/Monaco": "摩纳哥",
    "Europe/Moscow": "莫斯科", "Europe/Oslo": "奥斯陆", "Europe/Paris": "巴黎", "Europe/Prague":
    "布拉格", "Europe/Rome": "罗马", "Europe/Stockholm": "斯德哥尔摩", "Europe/Vienna": "维也纳",
    "Europe/Warsaw": "华沙", "Europe/Zurich": "苏黎世", "Indian/Antananarivo": "塔那那利佛",
    "Indian/Mauritius": "毛里求斯", "Indian/Mayotte": "马约特", "Indian/Reunion": "留尼汪",
    "Pacific/Auckland": "奥克兰", "Pacific/Noumea": "努美阿", "Pacific/Tahiti": "塔希提",
}  # fmt: skip

CLOCK = Clock(
    time="{h}:{m:02}",
    sharp="{h}:00",
    slot="{h:02}:{m:02}",
    hours="{start}至{end}",
    slots="{start}—{end}",  # GB/T 15834 §4.13.3; U+2013, - and ~ are listed as errors
    next_day="次日{time}",
    dated="{date}{time}",
    dated_hours="{start}至{end}",
    by_offset="{offset}时区",
    label="{city}时间",  # all China lives by 北京时间
    cities=tuple(CITIES.items()),
    zoned="{time}（{zone}）",
    others="{time}（{zone}，{others}）",
    other="{zone}{time}",
    glue="，",
    other_day="{day}{time}",
    note="{here}；{there}。",
    note_alone="{here}。",
    here="以下均为{zone}",
    here_alone="以下均为{zone}",
    there="{zone}{difference}",
    there_changes="{time}前{zone}{difference}，此后{then}",
    between="；",
    earlier="晚{amount}",
    later="早{amount}",
    same="相同",
    then="{difference}",
    days=("{n}天", "{n}天"),
    hour=("{n}小时", "{n}小时"),
    minute=("{n}分钟", "{n}分钟"),
    second=("{n}秒", "{n}秒"),
    parts="",
)

NUMBERS = Numbers(
    grouped=5,  # 900余名, 1200名: four digits stand without a comma
    scales=((8, "{n}亿", "{n}亿"), (4, "{n}万", "{n}万")),
    scaled=4,
    mixed=True,
    currencies=(
        ("CAD", Currency(one="{n}加元", many="{n}加元")),
        ("CHF", Currency(one="{n}瑞士法郎", many="{n}瑞士法郎")),
        ("CNY", Currency(one="{n}元", many="{n}元")),
        ("EUR", Currency(one="{n}欧元", many="{n}欧元")),
        ("GBP", Currency(one="{n}英镑", many="{n}英镑")),
        ("HKD", Currency(one="{n}港元", many="{n}港元")),
        ("JPY", Currency(one="{n}日元", many="{n}日元")),
        ("KRW", Currency(one="{n}韩元", many="{n}韩元")),
        ("USD", Currency(one="{n}美元", many="{n}美元")),
        ("VND", Currency(one="{n}越南盾", many="{n}越南盾")),
        ("XOF", Currency(one="{n}非洲法郎", many="{n}非洲法郎")),
    ),
    currency="{n}{code}",
    numeral=han,
    ordinal=han_ordinal,
)

_OFFICES = (
    "市长|省长|州长|区长|县长|镇长|部长|厅长|局长|司长|处长|会长|理事长|议长|院长|校长|所长|秘书长|"
    "董事长|团长|委员长|主席|主任|书记|大使|总领事|领事|参赞|总理|总统|总裁|总经理|经理|教授|议员|"
    "参议员|顾问|代表"
)

LANGUAGE = Language(
    tag="zh-Hans",
    locale="zh_Hans_CN",
    dates=DATES,
    clock=CLOCK,
    numbers=NUMBERS,
    lists=(
        ("list", Glue(two="和", middle="、", last="和", heavy="；")),
        ("people", Glue(two="、", middle="、", last="、", heavy="；")),
        ("organisations", Glue(two="与", middle="、", last="与", heavy="；")),
        ("order", Glue(two="、", middle="、", last="、", heavy="；")),
        ("sides", Glue(two="；", middle="；", last="；")),
        ("clause", Glue(two="，", middle="，", last="，")),
    ),
    heavy=("、", "，", "；"),
    solid=("、", "《“", "》”"),
    people=People(
        masculine="{name}先生",
        feminine="{name}女士",
        titled="{title}{name}",  # the office or 先生, 女士, never both
        at="{organisation}{title}",
        foreign="{formal}（{title}）",
        dear=("尊敬的{name}先生：", "尊敬的{name}女士：", "尊敬的{name}："),
        dear_office=("尊敬的{family}{office}：", "尊敬的{family}{office}："),
        offices=((f"副?(?:{_OFFICES})$", "", ""),),
    ),
    labelled=True,
    languages=(
        ("ar", "阿拉伯文"), ("de", "德文"), ("en", "英文"), ("es", "西班牙文"), ("fr", "法文"),
        ("hi", "印地文"), ("id", "印尼文"), ("it", "意大利文"), ("ja", "日文"), ("km", "柬埔寨文"),
        ("ko", "韩文"), ("lo", "老挝文"), ("mn", "蒙古文"), ("nl", "荷兰文"), ("pl", "波兰文"),
        ("pt", "葡萄牙文"), ("ru", "俄文"), ("th", "泰文"), ("tr", "土耳其文"), ("vi", "越南文"),
        ("yue", "粤语"), ("zh", "中文"),
    ),
    short_languages=(
        ("ar", "阿"), ("de", "德"), ("en", "英"), ("es", "西"), ("fr", "法"), ("id", "印尼"),
        ("it", "意"), ("ja", "日"), ("km", "柬"), ("ko", "韩"), ("lo", "老"), ("mn", "蒙"),
        ("nl", "荷"), ("pl", "波"), ("pt", "葡"), ("ru", "俄"), ("th", "泰"), ("tr", "土"),
        ("vi", "越"), ("zh", "中"),
    ),
    pair="{a}{b}",
    catalogue="rencontres.wording:zh_Hans",
)  # fmt: skip
