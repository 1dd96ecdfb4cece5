"""Days, periods, and dates known more or less."""

from calendar import monthrange
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rencontres.errors import RencontresError
from rencontres.text import Text
from rencontres.when import When
from rencontres.wording import Wording

FR, HANS, HANT, EN = (Wording(tag) for tag in ("fr", "zh-Hans", "zh-Hant", "en"))
ALL = (FR, HANS, HANT, EN)
MOIS = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
)
MONTHS = (
    "January February March April May June July August September October November December".split()
)
JOURS = "lundi mardi mercredi jeudi vendredi samedi dimanche".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
DATES = st.dates(date(1, 1, 1), date(9999, 12, 31))


@pytest.mark.parametrize("month", range(1, 13))
def test_all_days_of_a_month(month):
    for number in range(1, monthrange(2016, month)[1] + 1):
        day = date(2016, month, number)
        french = f"{'1er' if number == 1 else number} {MOIS[month - 1]} 2016"
        assert FR.day(day) == french
        assert FR.day(day, weekday=True) == f"{JOURS[day.weekday()]} {french}"
        english = f"{number} {MONTHS[month - 1]} 2016"
        assert EN.day(day) == english
        assert EN.day(day, weekday=True) == f"{WEEKDAYS[day.weekday()]} {english}"
        for chinese in (HANS, HANT):
            assert chinese.day(day) == f"2016年{month}月{number}日"
            weekday = "一二三四五六日"[day.weekday()]
            assert chinese.day(day, weekday=True) == f"2016年{month}月{number}日（星期{weekday}）"


PERIODS = [
    ("2016-05-09", "2016-05-09", "9 mai 2016", "2016年5月9日", "9 May 2016"),
    ("2016-05-01", "2016-05-01", "1er mai 2016", "2016年5月1日", "1 May 2016"),
    ("2016-05-09", "2016-05-11", "du 9 au 11 mai 2016", "2016年5月9日至11日", "9–11 May 2016"),
    ("2016-05-01", "2016-05-31", "du 1er au 31 mai 2016", "2016年5月1日至31日", "1–31 May 2016"),
    ("2014-11-06", "2014-11-07", "les 6 et 7 novembre 2014", "2014年11月6日至7日", "6–7 November 2014"),
    ("2016-05-01", "2016-05-02", "les 1er et 2 mai 2016", "2016年5月1日至2日", "1–2 May 2016"),
    ("2016-05-30", "2016-06-02", "du 30 mai au 2 juin 2016", "2016年5月30日至6月2日", "30 May – 2 June 2016"),
    ("2016-05-31", "2016-06-01", "les 31 mai et 1er juin 2016", "2016年5月31日至6月1日", "31 May – 1 June 2016"),
    ("2016-02-28", "2016-02-29", "les 28 et 29 février 2016", "2016年2月28日至29日", "28–29 February 2016"),
    ("2016-12-30", "2017-01-01", "du 30 décembre 2016 au 1er janvier 2017", "2016年12月30日至2017年1月1日", "30 December 2016 – 1 January 2017"),
    ("2016-12-31", "2017-01-01", "les 31 décembre 2016 et 1er janvier 2017", "2016年12月31日至2017年1月1日", "31 December 2016 – 1 January 2017"),
    ("2016-05-09", "2017-05-09", "du 9 mai 2016 au 9 mai 2017", "2016年5月9日至2017年5月9日", "9 May 2016 – 9 May 2017"),
]  # fmt: skip


@pytest.mark.parametrize(("first", "last", "french", "chinese", "english"), PERIODS)
def test_periods(first, last, french, chinese, english):
    days = date.fromisoformat(first), date.fromisoformat(last)
    assert FR.days(*days) == french
    assert HANS.days(*days) == HANT.days(*days) == chinese
    assert EN.days(*days) == english


@given(DATES, DATES)
def test_a_period_names_both_ends_or_is_refused(first, last):
    if last < first:
        with pytest.raises(RencontresError) as caught:
            FR.days(first, last)
        assert isinstance(caught.value, ValueError)
        return
    for wording in ALL:
        written = wording.days(first, last)
        assert wording.day(last).endswith(written[-5:])
        assert str(first.year) in written
        assert "\u2009" not in written


def test_a_moment_is_told_by_the_day_of_its_own_clock():
    evening = datetime(2016, 10, 29, 20, tzinfo=ZoneInfo("Europe/Paris"))
    morning = evening.astimezone(ZoneInfo("Asia/Shanghai"))
    assert evening == morning
    assert FR.day(evening) == "29 octobre 2016"
    assert FR.day(morning) == "30 octobre 2016"
    assert FR.days(evening, morning) == "les 29 et 30 octobre 2016"


WHENS = [
    ("2016", "2016", "2016年", "2016"),
    ("2016-04", "avril 2016", "2016年4月", "April 2016"),
    ("2016-21", "printemps 2016", "2016年春季", "spring 2016"),
    ("2016-22", "été 2016", "2016年夏季", "summer 2016"),
    ("2016-23", "automne 2016", "2016年秋季", "autumn 2016"),
    ("2016-24", "hiver 2016-2017", "2016—2017年冬季", "winter 2016–2017"),
    ("2016-05-01", "1er mai 2016", "2016年5月1日", "1 May 2016"),
    ("2016-10-28/2016-10-30", "du 28 au 30 octobre 2016", "2016年10月28日至30日", "28–30 October 2016"),
    ("2016/2020", "2016-2020", "2016—2020年", "2016–2020"),
    ("2016-04/2016-10", "d’avril à octobre 2016", "2016年4月至10月", "April–October 2016"),
    ("2016-05/2017-01", "de mai 2016 à janvier 2017", "2016年5月至2017年1月", "May 2016 – January 2017"),
    ("2016-21/2016-23", "du printemps 2016 à l’automne 2016", "2016年春季至2016年秋季", "spring 2016 – autumn 2016"),
    ("2016-05/2016-10-30", "de mai 2016 au 30 octobre 2016", "2016年5月至2016年10月30日", "May 2016 – 30 October 2016"),
    ("2016-10-01/2017", "du 1er octobre 2016 à 2017", "2016年10月1日至2017年", "1 October 2016 – 2017"),
]  # fmt: skip


@pytest.mark.parametrize(("edtf", "french", "chinese", "english"), WHENS)
def test_dates_known_more_or_less(edtf, french, chinese, english):
    assert FR.when(When(edtf)) == french
    assert HANS.when(When(edtf)) == chinese
    assert HANT.when(When(edtf)) == chinese.replace("—", "–")
    assert EN.when(When(edtf)) == english


@pytest.mark.parametrize(
    ("edtf", "french", "chinese", "english"),
    [
        ("2016", "avant 2016", "2016年之前", "before 2016"),
        ("2016-08", "avant août 2016", "2016年8月之前", "before August 2016"),
        ("2016-21", "avant le printemps 2016", "2016年春季之前", "before spring 2016"),
        ("2016-22", "avant l’été 2016", "2016年夏季之前", "before summer 2016"),
        ("2016-05-09", "avant le 9 mai 2016", "2016年5月9日之前", "before 9 May 2016"),
        ("2016-10-28/2016-10-30", "avant le 28 octobre 2016", "2016年10月28日之前", "before 28 October 2016"),
    ],
)  # fmt: skip
def test_before_something(edtf, french, chinese, english):
    before = When(edtf, before=True)
    assert [wording.when(before) for wording in (FR, HANS, EN)] == [french, chinese, english]


def test_words_alone_are_quoted_as_written():
    words = When(words=Text({"fr": "avant l’été", "zh-Hans": "夏季之前"}))
    assert FR.when(words) == "«\u00a0avant l’été\u00a0»"
    assert HANS.when(words) == "“夏季之前”"
    assert HANT.when(words) == "「avant l’été」"


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 800))
def test_years_have_no_groups_and_no_language_lacks_a_form(first, length):
    last = first + timedelta(days=length)
    for wording in ALL:
        for edtf in (f"{first}/{last}", f"{first:%Y-%m}/{last:%Y-%m}", f"{first:%Y}/{last:%Y}"):
            written = wording.when(When(edtf))
            assert f"{first:%Y}" in written
            assert "{" not in written
