"""Which languages there are, how they are asked for, how another one is given."""

import pickle
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from attrs import evolve

from rencontres import plugins
from rencontres.errors import BrokenFormat, LanguageError, OptionsError, RencontresError
from rencontres.model import Name, Person, Post
from rencontres.text import Text
from rencontres.when import When
from rencontres.wording import Language, Wording
from rencontres.wording.languages import described
from rencontres.wording.patterns import Clock, Dates, Glue, Numbers, People, Point

BEFORE = Point(since="{x}", until="{x}", before="{x}より前")
JAPANESE = Language(
    tag="ja",
    locale="ja_JP",
    dates=Dates(
        day="{year}年{m}月{d}日",
        weekday="{day}（{weekday}）",
        day_month="{m}月{d}日",
        month="{year}年{m}月",
        year="{year}年",
        same_month="{year}年{m}月{d}日～{d2}日",
        same_year="{year}年{m}月{d}日～{m2}月{d2}日",
        period="{year}年{m}月{d}日～{year2}年{m2}月{d2}日",
        months="{year}年{m}月～{m2}月",
        years="{year}～{year2}年",
        season="{year}年{season}",
        winter="{year}～{year2}年{season}",
        seasons=("春", "夏", "秋", "冬"),
        points=tuple((kind, BEFORE) for kind in ("day", "month", "year", "summer")),
        span="{since}～{until}",
    ),
    clock=Clock(
        time="{h}時{m:02}分",
        sharp="{h}時",
        slots="{start}～{end}",
        label="{city}時間",
        cities=(("Asia/Tokyo", "東京"), ("Europe/Paris", "パリ")),
        zoned="{time}（{zone}）",
        others="{time}（{zone}、{others}）",
        other="{zone}{time}",
        here="時刻は{place}（{zone}）のもの",
        here_alone="時刻はすべて{zone}",
        note="{here}。{there}。",
        note_alone="{here}。",
        there="{zone}は{difference}",
        there_changes="{zone}は{time}まで{difference}、その後{then}",
        between="、",
        earlier="{amount}遅れ",
        later="{amount}進み",
        same="同じ",
        then="{difference}",
        days=("{n}日", "{n}日"),
        hour=("{n}時間", "{n}時間"),
        minute=("{n}分", "{n}分"),
        second=("{n}秒", "{n}秒"),
        parts="",
    ),
    numbers=Numbers(scales=((8, "{n}億", "{n}億"), (4, "{n}万", "{n}万")), scaled=4, mixed=True),
    lists=(("list", Glue(two="と", middle="、", last="と")),),
    people=People(masculine="{name}様", feminine="{name}様", titled="{title} {formal}"),
    messages=(
        ("Moderator:", "司会："),
        ("Cancelled: %(title)s", "【中止】%(title)s"),
        ("%(count)s participant", "%(count)s名"),
        ("to be confirmed", "未定"),
    ),
)


def test_another_language_is_a_value():
    wording = Wording(JAPANESE)
    assert wording.tag == "ja"
    assert wording.day(date(2016, 10, 5), weekday=True) == "2016年10月5日（水曜日）"
    assert wording.days(date(2016, 10, 5), date(2016, 10, 6)) == "2016年10月5日～6日"
    assert wording.when(When("2016-22", before=True)) == "2016年夏より前"
    assert wording.hours(time(9), time(10, 30), slot=True) == "09:00～10:30"
    assert wording.time(time(9, 5)) == "9時05分"
    noon = datetime(2016, 10, 5, 12, tzinfo=ZoneInfo("Asia/Tokyo"))
    assert wording.moment(noon, "Europe/Paris") == "12時（東京時間、パリ時間5時）"
    assert (
        wording.clocks(date(2016, 10, 5), "Asia/Tokyo", ["Europe/Paris"])
        == "時刻はすべて東京時間。パリ時間は7時間遅れ。"
    )
    assert wording.duration(timedelta(minutes=90)) == "1時間30分"
    assert wording.count(12000, "participant") == "1.2万名"
    assert wording.join(["ツール", "ナンシー", "高松"]) == "ツール、ナンシーと高松"
    assert wording.label("moderator", "unknown") == "司会："
    assert wording.say("cancelled", title="開会式") == "【中止】開会式"
    tanaka = Person(
        id="t",
        names=(Name("ja", "田中", "太郎", order="family-first"),),
        gender="masculine",
        posts=(Post(Text(ja="高松市長")),),
    )
    assert wording.person(tanaka) == "田中太郎様"
    assert wording.person(tanaka, "titled") == "高松市長 田中太郎様"
    assert wording.salutation(tanaka) == "田中太郎,"


def test_what_a_language_has_no_words_for_is_said_in_english():
    assert Wording(JAPANESE).say("subject-to-change") == "Subject to change."
    assert Wording(JAPANESE).label("speaker", plural=True) == "Speakers:"
    assert Wording(JAPANESE).count(3, "student") == "3 students"


def test_a_language_may_bring_its_own_names():
    mute = evolve(
        JAPANESE,
        locale="",
        months=tuple("睦如弥卯皐水文葉長神霜師"),
        weekdays=tuple("月火水木金土日"),
    )
    assert Wording(mute).day(date(2016, 10, 5), weekday=True).endswith("（水）")
    with pytest.raises(LanguageError, match="names of months"):
        Wording(evolve(JAPANESE, locale="xx_XX")).day(date(2016, 10, 5))


def test_words_of_a_value_come_before_those_of_its_file():
    french = evolve(
        described("fr"),
        messages=(
            ("Topic: %(topic)s", "Thème : %(topic)s"),
            ("feminine\x04Moderator:", "Animatrice :\x00Animatrices :"),
        ),
    )
    assert Wording(french).say("topic", topic="X") == "Thème : X"
    assert Wording(french).label("moderator", "feminine") == "Animatrice :"
    assert Wording(french).label("moderator", "feminine", plural=True) == "Animatrices :"
    assert Wording(french).label("moderator", "masculine") == "Modérateur\u00a0:"
    assert Wording("fr").say("topic", topic="X") == "Sujet\u00a0: X"


@pytest.mark.parametrize(
    ("tag", "spelt", "writes"),
    [
        ("fr", "fr", "9 mai 2016"),
        ("fr-CA", "fr-CA", "9 mai 2016"),
        ("FR_fr", "fr-FR", "9 mai 2016"),
        ("zh", "zh-Hans", "2016年5月9日"),
        ("zh-CN", "zh-Hans-CN", "2016年5月9日"),
        ("zh-TW", "zh-Hant-TW", "2016年5月9日"),
        ("zh-Hant-HK", "zh-Hant-HK", "2016年5月9日"),
        ("en-US", "en-US", "9 May 2016"),
    ],
)
def test_a_regional_tag_writes_as_its_language(tag, spelt, writes):
    wording = Wording(tag)
    assert wording.tag == wording.language.tag == spelt
    assert wording.day(date(2016, 5, 9)) == writes


def test_no_script_stands_in_for_the_other():
    assert Wording("zh-Hant-HK").say("to-confirm") == "待確認"
    assert Wording("zh-Hans-SG").say("to-confirm") == "待确认"
    assert Wording("zh-Hant-CN").say("to-confirm") == "待確認"
    with pytest.raises(LanguageError):
        Wording("zh-Latn")


@pytest.mark.parametrize(
    "tag", ["de", "vi", "ja", "zh-Latn", "", "x", "français", "../fr", "C", "und"]
)
def test_an_unknown_language_is_refused_by_name(tag):
    with pytest.raises(LanguageError) as caught:
        Wording(tag)
    assert isinstance(caught.value, RencontresError)
    assert isinstance(caught.value, ValueError)


def test_the_refusal_says_what_there_is():
    with pytest.raises(LanguageError, match="there are en, fr, zh-Hans, zh-Hant"):
        Wording("de")


def entry(name="ja", value="x:JA", distribution="rencontres-ja"):
    return plugins.Entry(plugins.LANGUAGES, name, value, distribution, "1.0")


@pytest.fixture
def offered(monkeypatch):
    def offer(*entries, loaded=None):
        monkeypatch.setattr(
            plugins, "entries", lambda group: entries if group == plugins.LANGUAGES else ()
        )
        if loaded is not None:
            monkeypatch.setattr(plugins, "load", lambda _: loaded)
        described.cache_clear()

    yield offer
    described.cache_clear()


def test_a_distribution_may_describe_a_language(offered):
    offered(entry(), loaded=JAPANESE)
    assert Wording("ja").day(date(2016, 10, 5)) == "2016年10月5日"
    assert Wording("ja-JP").tag == "ja-JP"
    with pytest.raises(LanguageError, match="there are en, fr, ja, zh-Hans, zh-Hant"):
        Wording("de")


def test_a_distribution_cannot_replace_a_language_of_the_house(offered):
    offered(entry("fr"), loaded=evolve(JAPANESE, tag="fr"))
    assert Wording("fr").day(date(2016, 5, 9)) == "9 mai 2016"


def test_a_distribution_that_does_not_keep_its_promise_is_named(offered):
    offered(entry(), loaded="no language")
    with pytest.raises(BrokenFormat, match=r"rencontres-ja 1\.0 .*no Language with the tag ja"):
        Wording("ja")
    offered(entry(value="no_such_module:JA"))
    with pytest.raises(BrokenFormat, match="no_such_module"):
        Wording("fr-FR") and Wording("ja")


def test_two_distributions_for_one_language_are_named(offered):
    offered(entry(), entry(distribution="other-ja"), loaded=JAPANESE)
    with pytest.raises(LanguageError, match="rencontres-ja, other-ja"):
        Wording("ja")


def test_wordings_are_values():
    assert Wording("fr") == Wording("fr", "fine") == Wording(described("fr"))
    assert (
        len({Wording("fr"), Wording("fr"), Wording("fr", "nbsp"), Wording("fr-CA"), Wording("en")})
        == 4
    )
    assert repr(Wording("fr")) == "Wording(language='fr', typography='fine')"
    assert repr(described("fr")) == "Language('fr')"
    for wording in (Wording("fr"), Wording("zh-Hant-HK", "plain"), Wording(JAPANESE)):
        again = pickle.loads(pickle.dumps(wording))  # noqa: S301 - our own bytes
        assert again == wording
        assert hash(again) == hash(wording)
        assert again.day(date(2016, 5, 1)) == wording.day(date(2016, 5, 1))
    assert len(pickle.dumps(Wording("fr"))) < 200


@pytest.mark.parametrize("typography", ["fine", "nbsp", "plain"])
def test_typographies_differ_in_spaces_alone(typography):
    wording, fine = Wording("fr", typography), Wording("fr")
    noon = datetime(2016, 5, 9, 12, tzinfo=ZoneInfo("Europe/Paris"))
    for write in (
        lambda w: w.number(1234567),
        lambda w: w.percent(0.5),
        lambda w: w.label("lead", plural=True),
        lambda w: w.say("unconfirmed", what="X"),
        lambda w: w.hours(time(9), time(10), slot=True),
        lambda w: w.moment(noon, ["Asia/Shanghai", "Asia/Tokyo"]),
        lambda w: w.join(["A, a", "B", "C"]),
        lambda w: w.quote("X"),
        lambda w: w.money(1200000, "EUR"),
        lambda w: w.count(6, "hour"),
    ):
        expected = write(fine)
        if typography != "fine":
            expected = expected.replace("\u202f", "\u00a0")
        if typography == "plain":
            expected = expected.replace("\u00a0", " ")
        assert write(wording) == expected


def test_an_unknown_typography_is_refused():
    with pytest.raises(OptionsError, match="choose fine, nbsp, plain"):
        Wording("fr", "thick")


@pytest.mark.parametrize(
    ("tag", "identifier"),
    [("fr", "fr_FR"), ("zh-Hans", "zh_Hans_CN"), ("zh-Hant", "zh_Hant_TW"), ("en", "en_GB")],
)
def test_our_patterns_agree_with_cldr_where_that_is_right(tag, identifier):
    from babel import Locale
    from babel.lists import format_list
    from babel.numbers import format_decimal

    wording, locale = Wording(tag), Locale.parse(identifier)
    assert wording.language.locale == identifier
    symbols = locale.number_symbols["latn"]
    assert wording.language.numbers.decimal == symbols["decimal"]
    assert wording.language.numbers.group == symbols["group"]
    assert wording.number(1234567) == format_decimal(1234567, locale=locale)
    for items in (["A"], ["A", "B"], ["A", "B", "C"], ["A", "B", "C", "D"]):
        assert wording.join(items) == format_list(items, "standard", locale=locale)
