"""Simplified Chinese, as the administration of mainland China writes it.

Sources: GB/T 15835-2011 (numbers, dates, hours), GB/T 15834-2011 §4.5.3.5 (no mark between quoted
items) and §4.13 (the one-em line of periods), clreq; 四川日报 and 四川省政府, October 2016 (words
of programmes, names of functions); 法语姓名译名手册 (names).
"""

from rencontres.wording.language import Language
from rencontres.wording.languages.tables import CITIES, LANGUAGES, ZH_HANS, column
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
    cities=column(CITIES, ZH_HANS),
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

CURRENCIES = {
    "CAD": ("{n}加元", "{n}加幣"),
    "CHF": ("{n}瑞士法郎", "{n}瑞士法郎"),
    "CNY": ("{n}元", "人民幣{n}元"),
    "EUR": ("{n}欧元", "{n}歐元"),
    "GBP": ("{n}英镑", "{n}英鎊"),
    "HKD": ("{n}港元", "{n}港元"),
    "JPY": ("{n}日元", "{n}日圓"),
    "KRW": ("{n}韩元", "{n}韓元"),
    "TWD": ("新台币{n}元", "新臺幣{n}元"),
    "USD": ("{n}美元", "{n}美元"),
    "VND": ("{n}越南盾", "{n}越南盾"),
    "XOF": ("{n}非洲法郎", "{n}非洲法郎"),
}
"""By ISO 4217 code: an amount in Simplified and in Traditional characters."""


def amounts(column: int) -> tuple[tuple[str, Currency], ...]:
    """Return the amounts of one script."""
    return tuple((code, Currency(one=row[column])) for code, row in CURRENCIES.items())


NUMBERS = Numbers(
    grouped=5,  # 900余名, 1200名: four digits stand without a comma
    scales=((12, "{n}万亿", "{n}万亿"), (8, "{n}亿", "{n}亿"), (4, "{n}万", "{n}万")),
    scaled=4,
    mixed=True,
    currencies=amounts(0),
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
    languages=column(LANGUAGES, ZH_HANS),
    short_languages=(
        ("ar", "阿"), ("de", "德"), ("en", "英"), ("es", "西"), ("fr", "法"), ("id", "印尼"),
        ("it", "意"), ("ja", "日"), ("km", "柬"), ("ko", "韩"), ("lo", "老"), ("mn", "蒙"),
        ("nl", "荷"), ("pl", "波"), ("pt", "葡"), ("ru", "俄"), ("th", "泰"), ("tr", "土"),
        ("vi", "越"), ("zh", "中"),
    ),
    pair="{a}{b}",
    catalogue="rencontres.wording:zh_Hans",
)  # fmt: skip
