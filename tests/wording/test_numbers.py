"""Numbers, counts, amounts, shares, ranks."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rencontres.errors import DossierError
from rencontres.wording import Wording
from rencontres.wording.codes import NOUNS
from rencontres.wording.dates import of
from rencontres.wording.numerals import han

FR, HANS, HANT, EN = (Wording(tag) for tag in ("fr", "zh-Hans", "zh-Hant", "en"))
ALL = (FR, HANS, HANT, EN)
UNITS = {
    "million": 10**6, "millions": 10**6, "milliard": 10**9, "milliards": 10**9,
    "billion": 10**9, "万": 10**4, "亿": 10**8, "萬": 10**4, "億": 10**8,
    "万亿": 10**12, "兆": 10**12,
}  # fmt: skip


def value_of(written: str, decimal: str) -> Decimal:
    """Read a number back: digits, and the words for powers of ten."""
    total = Decimal(0)
    for digits, unit in re.findall(
        rf"([0-9,.\u202f\u00a0]*[0-9])\s*({'|'.join(sorted(UNITS, key=len, reverse=True))})?",
        written,
    ):
        bare = "".join(c for c in digits if c.isdigit() or c == decimal).replace(decimal, ".")
        total += Decimal(bare) * UNITS.get(unit, 1)
    return -total if "−" in written else total


@pytest.mark.parametrize(
    ("number", "french", "hans", "hant", "english"),
    [
        (0, "0", "0", "0", "0"),
        (999, "999", "999", "999", "999"),
        (1234, "1\u202f234", "1234", "1,234", "1,234"),
        (12345, "12\u202f345", "12,345", "12,345", "12,345"),
        (1234567, "1\u202f234\u202f567", "1,234,567", "1,234,567", "1,234,567"),
        (-1500, "−1\u202f500", "−1500", "−1,500", "−1,500"),
        (0.1, "0,1", "0.1", "0.1", "0.1"),
        (Decimal("12.50"), "12,5", "12.5", "12.5", "12.5"),
        (1e16, *["10\u202f000\u202f000\u202f000\u202f000\u202f000"], *["10,000,000,000,000,000"] * 3),
    ],
)  # fmt: skip
def test_numbers(number, french, hans, hant, english):
    assert [wording.number(number) for wording in ALL] == [french, hans, hant, english]


@given(st.integers(-(10**15), 10**15) | st.decimals(-(10**9), 10**9, places=4))
def test_a_number_reads_back(number):
    for wording in ALL:
        assert value_of(wording.number(number), wording.language.numbers.decimal) == number


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), Decimal("NaN"), True, "x", None])
def test_what_is_no_number_is_refused(bad):
    for write in (FR.number, FR.percent, lambda value: FR.money(value, "EUR")):
        with pytest.raises(DossierError):
            write(bad)


@pytest.mark.parametrize(
    ("number", "french", "chinese", "english"),
    [
        (0, "0 étudiant", "0名学生", "0 students"),
        (1, "1 étudiant", "1名学生", "1 student"),
        (2, "2 étudiants", "2名学生", "2 students"),
        (600, "600 étudiants", "600名学生", "600 students"),
        (1500, "1\u202f500 étudiants", "1500名学生", "1,500 students"),
        (12000, "12\u202f000 étudiants", "1.2万名学生", "12,000 students"),
        (12345, "12\u202f345 étudiants", "12,345名学生", "12,345 students"),
        (999_999, "999\u202f999 étudiants", "999,999名学生", "999,999 students"),
        (10**6, "1 million d’étudiants", "100万名学生", "1 million students"),
        (1_500_000, "1,5 million d’étudiants", "150万名学生", "1.5 million students"),
        (2_500_000, "2,5 millions d’étudiants", "250万名学生", "2.5 million students"),
        (1_234_567, "1\u202f234\u202f567 étudiants", "1,234,567名学生", "1,234,567 students"),
        (99_999_999, "99\u202f999\u202f999 étudiants", "99,999,999名学生", "99,999,999 students"),
        (120_000_000, "120 millions d’étudiants", "1.2亿名学生", "120 million students"),
        (123_450_000, "123,45 millions d’étudiants", "1亿2345万名学生", "123.45 million students"),
        (10**9, "1 milliard d’étudiants", "10亿名学生", "1 billion students"),
    ],
)
def test_counts(number, french, chinese, english):
    assert FR.count(number, "student") == french
    assert HANS.count(number, "student") == chinese
    traditional = chinese.translate(str.maketrans("万亿学", "萬億學"))
    assert HANT.count(number, "student") == re.sub(r"^(\d)(\d{3})名", r"\1,\2名", traditional)
    assert EN.count(number, "student") == english


def test_nouns():
    assert FR.count(2 * 10**6, "participant") == "2 millions de participants"
    assert FR.count(6, "hour") == "6\u00a0heures"
    assert HANS.count(6, "workshop") == "6个分论坛"
    assert HANS.count(900, "participant") == "900名与会代表"
    assert HANT.count(3, "session") == "3場會議"
    assert EN.count(2, "person") == "2 people"
    for noun in NOUNS:
        for wording in ALL:
            for number in (0, 1, 7, 10**6):
                written = wording.count(number, noun)
                assert value_of(written, wording.language.numbers.decimal) == number
                assert "%" not in written


@given(st.integers(0, 10**10))
def test_counts_are_exact(number):
    for wording in ALL:
        written = wording.count(number, "student")
        assert value_of(written, wording.language.numbers.decimal) == number


AMOUNTS = [
    (0, "0\u00a0€", "0欧元", "0歐元", "€0", "0 yuan", "0元", "CNY 0"),
    (1, "1\u00a0€", "1欧元", "1歐元", "€1", "1 yuan", "1元", "CNY 1"),
    (2, "2\u00a0€", "2欧元", "2歐元", "€2", "2 yuans", "2元", "CNY 2"),
    (1500, "1\u202f500\u00a0€", "1500欧元", "1,500歐元", "€1,500", "1\u202f500 yuans", "1500元", "CNY 1,500"),
    (Decimal("1234.5"), "1\u202f234,50\u00a0€", "1234.50欧元", "1,234.50歐元", "€1,234.50", "1\u202f234,50 yuans", "1234.50元", "CNY 1,234.50"),
    (250_000, "250\u202f000\u00a0€", "25万欧元", "25萬歐元", "€250,000", "250\u202f000 yuans", "25万元", "CNY 250,000"),
    (1_200_000, "1\u202f200\u202f000\u00a0€", "120万欧元", "120萬歐元", "€1.2 million", "1\u202f200\u202f000 yuans", "120万元", "CNY 1.2 million"),
    (120_000_000, "120\u202f000\u202f000\u00a0€", "1.2亿欧元", "1.2億歐元", "€120 million", "120\u202f000\u202f000 yuans", "1.2亿元", "CNY 120 million"),
    (10**10, "10\u202f000\u202f000\u202f000\u00a0€", "100亿欧元", "100億歐元", "€10 billion", "10\u202f000\u202f000\u202f000 yuans", "100亿元", "CNY 10 billion"),
]  # fmt: skip


@pytest.mark.parametrize("row", AMOUNTS, ids=lambda row: str(row[0]))
def test_amounts(row):
    amount, euro, hans, hant, english, yuan, mainland, cny = row
    assert [wording.money(amount, "EUR") for wording in ALL] == [euro, hans, hant, english]
    assert FR.money(amount, "CNY") == yuan
    assert HANS.money(amount, "CNY") == mainland
    assert HANT.money(amount, "CNY") == "人民幣" + hant.replace("歐元", "元")
    assert EN.money(amount, "CNY") == cny


@given(st.integers(0, 10**10) | st.decimals(0, 10**10, places=2), st.sampled_from(["EUR", "CNY"]))
def test_no_amount_is_rounded(amount, currency):
    for wording in ALL:
        written = wording.money(amount, currency)
        assert value_of(written, wording.language.numbers.decimal) == amount


def test_other_currencies():
    assert FR.money(1500, "JPY") == "1\u202f500 yens"
    assert HANS.money(20_000, "USD") == "2万美元"
    assert FR.money(1500, "PLN") == "1\u202f500\u00a0PLN"
    assert HANS.money(1500, "PLN") == "1500PLN"
    assert EN.money(-2_500_000, "EUR") == "−€2.5 million"
    assert FR.money(-3, "EUR") == "−3\u00a0€"
    for bad in ("eur", "EURO", "€", ""):
        with pytest.raises(DossierError, match="ISO 4217"):
            FR.money(1, bad)


def test_shares():
    assert [wording.percent(0.125) for wording in ALL] == ["12,5\u00a0%", "12.5%", "12.5%", "12.5%"]
    assert FR.percent(0) == "0\u00a0%"
    assert FR.percent(1) == "100\u00a0%"
    assert EN.percent(Decimal("0.33333")) == "33.333%"
    assert EN.percent(12) == "1,200%"


def counting() -> list[str]:
    """Return 一 to 一百, counted as children do, by putting words together."""
    digits = "一二三四五六七八九"
    tens = ["", "十", *(f"{digit}十" for digit in digits[1:])]
    below = [ten + unit for ten in tens for unit in ("", *digits)]
    return [*below[1:], "一百"]


def test_ranks_from_1_to_100():
    chinese = counting()
    assert len(chinese) == 100
    for number in range(1, 101):
        assert FR.ordinal(number) == ("1er" if number == 1 else f"{number}e")
        assert FR.ordinal(number, "feminine") == ("1re" if number == 1 else f"{number}e")
        assert FR.ordinal(number, plural=True) == ("1ers" if number == 1 else f"{number}es")
        assert FR.ordinal(number, "feminine", plural=True) == (
            "1res" if number == 1 else f"{number}es"
        )
        assert HANS.ordinal(number) == HANT.ordinal(number) == f"第{chinese[number - 1]}"
        # Eleventh, twelfth and thirteenth apart, the last digit decides.
        ending = (
            "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        )
        assert EN.ordinal(number) == f"{number}{ending}"


def test_there_is_no_rank_below_the_first():
    for number in (0, -1):
        with pytest.raises(DossierError):
            FR.ordinal(number)


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0, "零"), (10, "十"), (12, "十二"), (20, "二十"), (100, "一百"), (101, "一百零一"),
        (110, "一百一十"), (111, "一百一十一"), (200, "二百"), (1000, "一千"), (1001, "一千零一"),
        (1010, "一千零一十"), (1100, "一千一百"), (2016, "二千零一十六"), (10_000, "一万"),
        (10_001, "一万零一"), (10_020, "一万零二十"), (12_345, "一万二千三百四十五"),
        (100_000, "十万"), (120_300, "十二万零三百"), (10**8, "100000000"), (-1, "-1"),
    ],
)  # fmt: skip
def test_numerals_of_han_characters(number, written):
    assert han(number) == written


@given(st.integers(1, 10**8 - 1))
def test_a_numeral_of_han_characters_reads_back(number):
    digits = {character: value for value, character in enumerate("零一二三四五六七八九")}
    places = {"十": 10, "百": 100, "千": 1000}
    total = group = digit = 0
    for character in han(number):
        if character in digits:
            digit = digits[character]
        elif character in places:
            group += (digit or 1) * places[character]
            digit = 0
        else:
            total = (group + digit) * 10_000
            group = digit = 0
    assert total + group + digit == number


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (10**12, ("1万亿小时", "1兆小時")),
        (15 * 10**11, ("1.5万亿小时", "1.5兆小時")),
        (1_234_500_000_000, ("12,345亿小时", "12,345億小時")),
        (123_450_000, ("1亿2345万小时", "1億2345萬小時")),
    ],
)
def test_round_numbers_of_twelve_digits_have_a_word_of_their_own(number, written):
    assert (HANS.count(number, "hour"), HANT.count(number, "hour")) == written


@pytest.mark.parametrize(
    ("word", "preposition"),
    [
        ("heures", "d’"), ("habitants", "d’"), ("hectares", "d’"), ("hommes", "d’"),
        ("hôtels", "d’"), ("Helsinki", "d’"), ("Hyères", "d’"), ("étudiants", "d’"),
        ("Hanoï", "de "), ("Hambourg", "de "), ("Hangzhou", "de "), ("Hefei", "de "),
        ("Hong Kong", "de "), ("hautes écoles", "de "), ("Yunnan", "de "), ("Yverdon", "d’"),
    ],
)  # fmt: skip
def test_of_is_elided_before_a_mute_h_alone(word, preposition):
    assert of(FR.language, word) == preposition
    assert FR.count(2_000_000, "hour") == "2 millions d’heures"


def test_amounts_of_taiwan_are_told_in_both_scripts():
    assert HANS.money(250_000, "TWD") == "新台币25万元"
    assert HANT.money(250_000, "TWD") == "新臺幣25萬元"
