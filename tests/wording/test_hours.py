"""Clock times, slots, zones, the note on both clocks, durations."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rencontres.errors import DossierError
from rencontres.wording import Wording
from rencontres.wording.layout import width

FR, HANS, HANT, EN = (Wording(tag) for tag in ("fr", "zh-Hans", "zh-Hant", "en"))
ALL = (FR, HANS, HANT, EN)
PARIS, SHANGHAI, TOKYO = (ZoneInfo(key) for key in ("Europe/Paris", "Asia/Shanghai", "Asia/Tokyo"))
TIMES = st.times().map(lambda clock: clock.replace(second=0, microsecond=0))


def test_all_times_of_a_day():
    for minute in range(24 * 60):
        h, m = divmod(minute, 60)
        clock = time(h, m)
        assert FR.time(clock) == (f"{h}\u00a0h\u00a0{m:02}" if m else f"{h}\u00a0h")
        assert HANS.time(clock) == HANT.time(clock) == f"{h}:{m:02}"
        assert EN.time(clock) == f"{h:02}:{m:02}"
        assert FR.hours(clock, slot=True) == f"{h}\u00a0h\u00a0{m:02}"
        for wording in (HANS, HANT, EN):
            assert wording.hours(clock, slot=True) == f"{h:02}:{m:02}"


@pytest.mark.parametrize(
    ("start", "end", "french", "slot", "chinese", "line"),
    [
        ("09:00", "10:30", "de 9 h à 10 h 30", "9 h 00 – 10 h 30", "9:00至10:30", "09:00—10:30"),
        ("00:00", "12:00", "de 0 h à 12 h", "0 h 00 – 12 h 00", "0:00至12:00", "00:00—12:00"),
        ("22:00", "00:00", "de 22 h à 24 h", "22 h 00 – 24 h 00", "22:00至24:00", "22:00—24:00"),
        ("22:00", "01:00", "de 22 h à 1 h", "22 h 00 – 1 h 00", "22:00至次日1:00", "22:00—01:00"),
        ("19:00", None, "à 19 h", "19 h 00", "19:00", "19:00"),
        ("09:05", None, "à 9 h 05", "9 h 05", "9:05", "09:05"),
    ],
)
def test_periods_of_hours(start, end, french, slot, chinese, line):
    times = time.fromisoformat(start), end and time.fromisoformat(end)
    plain = Wording("fr", "plain")
    assert plain.hours(*times) == french
    assert plain.hours(*times, slot=True) == slot
    assert HANS.hours(*times) == HANT.hours(*times) == chinese
    assert HANS.hours(*times, slot=True) == line
    assert HANT.hours(*times, slot=True) == line.replace("—", "–")
    assert EN.hours(*times, slot=True) == line.replace("—", "–").replace("24:00", "00:00")


@given(TIMES, st.none() | TIMES)
def test_aligned_slots_are_of_one_width(start, end):
    for wording, columns in zip(ALL, (17, 11, 11, 11), strict=True):
        written = wording.hours(start, end, slot=True, aligned=True)
        assert width(written) == columns
        assert written.replace(" ", "") == wording.hours(start, end, slot=True).replace(" ", "")


def test_moments_tell_what_lies_between():
    start = datetime(2016, 10, 28, 9, tzinfo=SHANGHAI)
    end = datetime(2016, 10, 30, 17, 30, tzinfo=SHANGHAI)
    plain = Wording("fr", "plain")
    assert plain.hours(start, end) == "du 28 octobre 2016 à 9 h au 30 octobre 2016 à 17 h 30"
    assert (
        plain.hours(start, end, slot=True) == "28 octobre 2016 à 9 h 00 – 30 octobre 2016 à 17 h 30"
    )
    assert HANS.hours(start, end) == "2016年10月28日9:00至2016年10月30日17:30"
    assert EN.hours(start, end) == "28 October 2016, 09:00 – 30 October 2016, 17:30"
    assert plain.hours(start, start + timedelta(hours=15), slot=True) == "9 h 00 – 24 h 00"
    assert plain.hours(start, start + timedelta(hours=17), slot=True) == "9 h 00 – 2 h 00"
    whole_day = start + timedelta(days=1)
    assert plain.hours(start, whole_day) == "du 28 octobre 2016 à 9 h au 29 octobre 2016 à 9 h"
    assert plain.hours(start, start, slot=True) == "9 h 00"


def test_both_ends_are_told_on_the_clock_of_the_start():
    start = datetime(2016, 10, 29, 9, tzinfo=SHANGHAI)
    assert (
        HANS.hours(start, datetime(2016, 10, 29, 4, 30, tzinfo=PARIS), slot=True) == "09:00—10:30"
    )


def test_a_period_in_which_clocks_go_back():
    start = datetime(2016, 10, 30, 2, 30, tzinfo=PARIS)
    end = datetime(2016, 10, 30, 2, 15, fold=1, tzinfo=PARIS)
    plain = Wording("fr", "plain")
    assert plain.hours(start, end, slot=True) == "2 h 30, UTC+2 – 2 h 15, UTC+1"
    assert HANS.hours(start, end, slot=True) == "02:30（UTC+2）—02:15（UTC+1）"
    same = start.replace(fold=1)
    assert plain.hours(start, same, slot=True) == "2 h 30, UTC+2 – 2 h 30, UTC+1"


def test_an_end_before_the_start_is_refused():
    start = datetime(2016, 10, 29, 9, tzinfo=SHANGHAI)
    with pytest.raises(DossierError):
        FR.hours(start, start - timedelta(hours=1))
    with pytest.raises(DossierError):
        FR.hours(start, datetime(2016, 10, 29, 12))
    with pytest.raises(DossierError):
        FR.hours(datetime(2016, 10, 29, 12), datetime(2016, 10, 29, 9))


def test_naive_moments_have_no_zone_to_tell():
    naive = datetime(2016, 10, 29, 9)
    for ask in (FR.moment, FR.moments, FR.zone, FR.offset):
        with pytest.raises(DossierError, match="needs a time zone"):
            ask(naive)


AFTERNOON = datetime(2016, 5, 9, 14, 30, tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("also", "french", "chinese", "english"),
    [
        (None, "14 h 30, heure de Pékin", "14:30（北京时间）", "14:30 Beijing time"),
        (PARIS, "14 h 30, heure de Pékin (8 h 30, heure de Paris)", "14:30（北京时间，巴黎时间8:30）", "14:30 Beijing time (08:30 Paris time)"),
        ("Europe/Paris", "14 h 30, heure de Pékin (8 h 30, heure de Paris)", "14:30（北京时间，巴黎时间8:30）", "14:30 Beijing time (08:30 Paris time)"),
        (AFTERNOON.astimezone(PARIS), "14 h 30, heure de Pékin (8 h 30, heure de Paris)", "14:30（北京时间，巴黎时间8:30）", "14:30 Beijing time (08:30 Paris time)"),
        ([PARIS, "Asia/Tokyo"], "14 h 30, heure de Pékin (8 h 30, heure de Paris ; 15 h 30, heure de Tokyo)", "14:30（北京时间，巴黎时间8:30，东京时间15:30）", "14:30 Beijing time (08:30 Paris time, 15:30 Tokyo time)"),
        ("America/Los_Angeles", "14 h 30, heure de Pékin (8 mai, 23 h 30, heure de Los Angeles)", "14:30（北京时间，洛杉矶时间5月8日23:30）", "14:30 Beijing time (8 May, 23:30 Los Angeles time)"),
        ("Asia/Kathmandu", "14 h 30, heure de Pékin (12 h 15, UTC+5:45)", "14:30（北京时间，UTC+5:45时区12:15）", "14:30 Beijing time (12:15 UTC+5:45)"),
        (SHANGHAI, "14 h 30, heure de Pékin", "14:30（北京时间）", "14:30 Beijing time"),
    ],
)  # fmt: skip
def test_moments_on_several_clocks(also, french, chinese, english):
    assert Wording("fr", "plain").moment(AFTERNOON, also) == french
    assert HANS.moment(AFTERNOON, also) == chinese
    assert EN.moment(AFTERNOON, also) == english


def test_the_difference_is_that_of_the_day():
    winter = datetime(2016, 12, 9, 14, 30, tzinfo=SHANGHAI)
    assert HANS.moment(winter, PARIS) == "14:30（北京时间，巴黎时间7:30）"
    # Both sides of the change of 30 October 2016, at 9:00 in Beijing.
    before, after = (datetime(2016, 10, 30, h, 30, tzinfo=SHANGHAI) for h in (8, 9))
    assert HANS.moment(before, PARIS) == "8:30（北京时间，巴黎时间2:30）"
    assert HANS.moment(after, PARIS) == "9:30（北京时间，巴黎时间2:30）"


@pytest.mark.parametrize(
    ("key", "french", "hans", "hant", "english"),
    [
        ("Asia/Shanghai", "heure de Pékin", "北京时间", "北京時間", "Beijing time"),
        ("Asia/Chongqing", "heure de Pékin", "北京时间", "北京時間", "Beijing time"),
        ("PRC", "heure de Pékin", "北京时间", "北京時間", "Beijing time"),
        ("Asia/Ho_Chi_Minh", "heure de Hanoï", "河内时间", "河內時間", "Hanoi time"),
        ("Asia/Saigon", "heure de Hanoï", "河内时间", "河內時間", "Hanoi time"),
        ("Asia/Tokyo", "heure de Tokyo", "东京时间", "東京時間", "Tokyo time"),
        ("Europe/Oslo", "heure d’Oslo", "奥斯陆时间", "奧斯陸時間", "Oslo time"),
        ("Asia/Ulaanbaatar", "heure d’Oulan-Bator", "乌兰巴托时间", "烏蘭巴托時間", "Ulaanbaatar time"),
        ("Africa/Cairo", "heure du Caire", "开罗时间", "開羅時間", "Cairo time"),
        ("America/Guadeloupe", "heure de la Guadeloupe", "瓜德罗普时间", "瓜地洛普時間", "Guadeloupe time"),
        ("Asia/Kathmandu", "UTC+5:45", "UTC+5:45", "UTC+5:45", "UTC+5:45"),
        ("UTC", "UTC", "UTC", "UTC", "UTC"),
    ],
)  # fmt: skip
def test_what_a_zone_is_called(key, french, hans, hant, english):
    moment = datetime(2016, 5, 9, 12, tzinfo=ZoneInfo(key))
    assert [wording.zone(moment) for wording in ALL] == [french, hans, hant, english]


def test_every_language_knows_the_same_cities():
    keys = [{key for key, _ in wording.language.clock.cities} for wording in ALL]
    assert keys[0] == keys[1] == keys[2] == keys[3]
    for key in keys[0]:
        ZoneInfo(key)


@pytest.mark.parametrize(
    ("key", "written"),
    [
        ("Europe/Paris", "UTC+2"),
        ("America/Cayenne", "UTC−3"),
        ("Asia/Kolkata", "UTC+5:30"),
        ("America/St_Johns", "UTC−2:30"),
        ("UTC", "UTC"),
        ("Africa/Abidjan", "UTC"),
    ],
)
def test_offsets(key, written):
    moment = datetime(2016, 5, 9, 12, tzinfo=ZoneInfo(key))
    assert {wording.offset(moment) for wording in ALL} == {written}


def test_the_offset_of_a_time_before_zones():
    assert FR.offset(datetime(1890, 1, 1, tzinfo=PARIS)) == "UTC+0:09:21"


@pytest.mark.parametrize("day", [date(2016, 1, 1) + timedelta(days=n) for n in range(0, 366, 3)])
def test_the_note_says_how_far_the_other_clock_is(day):
    noon = datetime(day.year, day.month, day.day, 20, tzinfo=SHANGHAI)
    hours = 8 - int(noon.astimezone(PARIS).utcoffset().total_seconds() // 3600)
    there = HANS.clocks(day, SHANGHAI, [PARIS])
    changes = day in {date(2016, 3, 27), date(2016, 10, 30)}
    assert there.endswith(f"晚{hours}小时。")
    assert ("此后" in there) is changes


def test_notes_of_other_pairs():
    day = date(2016, 10, 5)
    assert FR.clocks(day, TOKYO, [PARIS], "Tours") == (
        "Heures de Tours (heure de Tokyo). À Paris, il est 7\u00a0heures de moins."
    )
    assert FR.clocks(day, PARIS, [TOKYO], "Angers") == (
        "Heures d’Angers (heure de Paris). À Tokyo, il est 7\u00a0heures de plus."
    )
    assert FR.clocks(day, PARIS, ["Asia/Ho_Chi_Minh"], "Le Mans") == (
        "Heures du Mans (heure de Paris). À Hanoï, il est 5\u00a0heures de plus."
    )
    assert FR.clocks(day, PARIS, [], "Paris") == "Heures de Paris."
    assert FR.clocks(day, PARIS, [PARIS]) == "Heures de Paris."
    assert FR.clocks(day, UTC) == "Heures UTC."
    assert (
        HANS.clocks(day, PARIS, [SHANGHAI, TOKYO])
        == "以下均为巴黎时间；北京时间早6小时；东京时间早7小时。"
    )
    assert HANT.clocks(day, SHANGHAI, ["Asia/Taipei"]) == "以下均為北京時間；臺北時間相同。"
    assert EN.clocks(day, SHANGHAI, ["Asia/Kolkata"]) == (
        "All times are Beijing time. In New Delhi it is 2 hours 30 minutes earlier."
    )
    assert FR.clocks(day, SHANGHAI, ["Asia/Kathmandu"]) == (
        "Heures de Pékin. En heure UTC+5:45, il est 2\u00a0heures\u00a015 de moins."
    )


def test_the_note_where_clocks_here_change():
    assert FR.clocks(date(2016, 10, 30), PARIS, [SHANGHAI]) == (
        "Heures de Paris. À Pékin, il est 6\u00a0heures de plus jusqu’à 3\u00a0h, puis 7."
    )
    assert FR.clocks(date(2016, 3, 27), PARIS, ["Africa/Abidjan"]) == (
        "Heures de Paris. À Abidjan, il est 1\u00a0heure de moins jusqu’à 2\u00a0h, puis 2."
    )
    assert FR.clocks(date(2016, 3, 27), "Europe/London", ["Africa/Abidjan"]) == (
        "Heures de Londres. À Abidjan, il est la même heure jusqu’à 1\u00a0h, puis 1\u00a0heure de moins."
    )


@pytest.mark.parametrize(
    ("minutes", "french", "prose", "chinese", "english"),
    [
        (90, "1 h 30 min", "1 heure 30", "1小时30分钟", "1 hr 30 min"),
        (45, "45 min", "45 minutes", "45分钟", "45 min"),
        (1, "1 min", "1 minute", "1分钟", "1 min"),
        (60, "1 h", "1 heure", "1小时", "1 hr"),
        (125, "2 h 5 min", "2 heures 05", "2小时5分钟", "2 hr 5 min"),
        (0, "0 min", "0 minute", "0分钟", "0 min"),
        (3 * 1440, "3 jours", "3 jours", "3天", "3 days"),
        (1440 + 60, "1 jour 1 h", "1 jour 1 heure", "1天1小时", "1 day 1 hr"),
        (-30, "−30 min", "−30 minutes", "−30分钟", "−30 min"),
    ],
)
def test_durations(minutes, french, prose, chinese, english):
    value = timedelta(minutes=minutes)
    plain = Wording("fr", "plain")
    assert plain.duration(value) == french
    assert plain.duration(value, prose=True) == prose
    assert HANS.duration(value) == chinese
    assert EN.duration(value) == english


@given(st.timedeltas(timedelta(0), timedelta(days=400)))
def test_nothing_of_a_duration_is_lost(value):
    import re

    written = HANS.duration(value)
    units = {"天": 86_400, "小时": 3_600, "分钟": 60, "秒": 1}
    parts = re.findall(r"(\d+)(天|小时|分钟|秒)", written)
    assert "".join(map("".join, parts)) == written
    assert sum(int(number) * units[unit] for number, unit in parts) == int(value.total_seconds())


def test_the_second_of_two_equal_hours_is_another_end():
    start = datetime(2016, 10, 30, 1, 0, tzinfo=PARIS)
    ends = [datetime(2016, 10, 30, 2, 30, fold=fold, tzinfo=PARIS) for fold in (0, 1)]
    first, second = (HANS.moments(start, end, [SHANGHAI]) for end in ends)
    assert "07:00—08:30" in first
    assert "07:00—09:30" in second


def test_ends_that_hold_spaces_are_parted_by_spaces_in_english():
    start, end = datetime(2016, 5, 9, 9, tzinfo=PARIS), datetime(2016, 5, 11, 17, tzinfo=PARIS)
    assert EN.hours(start, end, slot=True) == "9 May 2016, 09:00 – 11 May 2016, 17:00"
    assert HANS.hours(start, end, slot=True) == "2016年5月9日09:00—2016年5月11日17:00"
    back = datetime(2016, 10, 30, 2, 30, tzinfo=PARIS)
    after = datetime(2016, 10, 30, 2, 15, fold=1, tzinfo=PARIS)
    assert " – " in EN.hours(back, after, slot=True)
