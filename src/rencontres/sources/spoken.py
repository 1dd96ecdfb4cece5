"""Days, hours and numbers as people write them, told in the forms that files have."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from rencontres.sources.signs import plain, unaccented

_MONTHS = (
    "janvier janv january jan", "fevrier fevr fev february feb", "mars march mar",
    "avril avr april apr", "mai may", "juin june jun", "juillet juil july jul",
    "aout aou august aug", "septembre sept september sep", "octobre oct october",
    "novembre nov november", "decembre dec december",
)  # fmt: skip
_NUMBERS = {word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()}
_HAN = {sign: str(digit) for digit, sign in enumerate("〇一二三四五六七八九")} | {"零": "0"}
_LONGEST = 80

_WEEKDAY = re.compile(
    r"^(?:le |on )?(?:(?:lun|mar|mer|jeu|ven|sam|dim|mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? )?"
    r"(?:le )?|[ (]*(?:星期|周|礼拜)[1-7日天][ )]*$"
)
_DAY_FIRST = re.compile(
    r"(?P<d>\d{1,2})(?:er)?(?: ?[-/.] ?| )(?P<m>\d{1,2})(?: ?[-/.] ?| )(?P<y>\d{4}|\d\d)"
)
_YEAR_FIRST = re.compile(r"(?P<y>\d{4})(?: ?[-/.] ?| )(?P<m>\d{1,2})(?: ?[-/.] ?| )(?P<d>\d{1,2})")
_NAMED = re.compile(
    r"(?P<d>\d{1,2})(?:er|st|nd|rd|th)?\.? ?(?:de |of )?(?P<w>[a-z]{3,9})\.?,? ?(?P<y>\d{4})"
)
_NAME_FIRST = re.compile(r"(?P<w>[a-z]{3,9})\.? (?P<d>\d{1,2})(?:er|st|nd|rd|th)?,? (?P<y>\d{4})")
_HAN_DAY = re.compile(r"(?P<y>\d{4}) ?年 ?(?P<m>\d{1,2}) ?月 ?(?P<d>\d{1,2}) ?[日号號]?")
_MONTH = (
    re.compile(r"(?P<w>[a-z]{3,9})\.? (?P<y>\d{4})"),
    re.compile(r"(?P<y>\d{4}) ?年 ?(?P<m>\d{1,2}) ?月份?"),
    re.compile(r"(?P<m>\d{1,2}) ?/ ?(?P<y>\d{4})"),
)
_BETWEEN_DAYS = re.compile(r" ?(?:\b(?:au|a|to)\b|[-/~至到]) ?")
_SHORT_DAY = re.compile(
    r"(?:(?P<m>\d{1,2}) ?[月/.] ?)?(?P<d>\d{1,2})(?:er)? ?[日号號]?(?: (?P<w>[a-z]{3,9})\.?)?"
)

_MORNING = "凌晨|清晨|早上|早晨|上午"
_EVENING = "中午|下午|傍晚|晚上"
_CLOCK = re.compile(
    rf"(?P<part>{_MORNING}|{_EVENING})? ?(?P<h>\d{{1,2}}) ?"
    r"(?P<unit>[:h時时点點.]|heures?|hrs?)? ?"
    r"(?:(?P<min>\d\d) ?(?:分|min|mn)?|(?P<half>半)|[整鐘钟]+)?"
    r"(?::\d\d(?:\.\d+)?)? ?(?P<half_day>[ap]\.?m\.?)?"
)
_CLOCK_WORDS = {"midi": "12:00", "noon": "12:00", "minuit": "00:00", "midnight": "00:00"}
_BETWEEN_HOURS = re.compile(r" ?(?:\b(?:a|au|to|et|and)\b|jusqu'a|[-~/至到]) ?")
_FROM = re.compile(r"^(?:de|du|des|from|entre|between|从|自) ?(?=\d|[^a-z ])")
_BETWEEN_DAY_AND_HOUR = re.compile(r"(?<=\d)t(?=\d)|,? (?:a |at )?(?=\d)|(?<=日)")
_ZONE = re.compile(r"(?:(z)|([+-]\d\d):?(\d\d))$")


def _digits(words: str) -> str:
    """Return words with the numerals of Han characters, up to 99, in digits."""
    words = re.sub("(?<![一二三四五六七八九])十", "一十", words)
    words = re.sub("十(?![一二三四五六七八九])", "十〇", words).replace("十", "")
    return "".join(_HAN.get(sign, sign) for sign in words)


def _parts(words: str) -> tuple[int, int, int] | None:
    """Return the year, the month and the day that words tell, which may be of no calendar."""
    words = _WEEKDAY.sub("", words)
    for shape in (_YEAR_FIRST, _DAY_FIRST, _HAN_DAY, _NAMED, _NAME_FIRST):
        if match := shape.fullmatch(words):
            told = match.groupdict()
            month = _NUMBERS.get(told["w"], 0) if "w" in told else int(told["m"])
            return _ordered(told["y"], month, int(told["d"]))
    return None


def _ordered(year: str, month: int, day: int) -> tuple[int, int, int] | None:
    if month > 12 >= day:
        month, day = day, month
    written = int(year) + (2000 if len(year) == 2 else 0)
    return (written, month, day) if written and 1 <= month <= 12 and 1 <= day <= 31 else None


def _iso(parts: tuple[int, int, int] | None) -> str | None:
    if parts is None or parts[2] > monthrange(*parts[:2])[1]:
        return None
    return date(*parts).isoformat()


def _one_day(words: str) -> str | None:
    return _iso(_parts(words))


def _in_the_light_of(words: str, other: str) -> str | None:
    """Return a day whose year or month was left out, since another day has them."""
    match = _SHORT_DAY.fullmatch(_WEEKDAY.sub("", words))
    if match is None:
        return None
    month = _NUMBERS.get(match["w"], 13) if match["w"] else int(match["m"] or other[5:7])
    return _iso(_ordered(other[:4], month, int(match["d"])))


def _days(words: str) -> str | None:
    words = _FROM.sub("", words)
    for between in _BETWEEN_DAYS.finditer(words):
        left, right = words[: between.start()], words[between.end() :]
        last, first = _one_day(right), _one_day(left)
        first = first or (_in_the_light_of(left, last) if last else None)
        last = last or (_in_the_light_of(right, first) if first else None)
        if first and last and first <= last:
            return f"{first}/{last}"
    return None


def _month(words: str) -> str | None:
    for shape in _MONTH:
        if match := shape.fullmatch(words):
            parts = match.groupdict()
            month = _NUMBERS.get(parts["w"], 0) if "w" in parts else int(parts["m"])
            return f"{parts['y']}-{month:02}" if 1 <= month <= 12 else None
    return None


def day(words: str) -> str | None:
    """Return the date that words tell, as files write it, or None.

    Args:
        words: A day as it is written by hand, in digits (day first, unless the year is), with
            the name of its month, or with 年, 月 and 日; a period; a month.

    Returns:
        ``2016-10-29``, ``2016-10-28/2016-10-30`` or ``2016-10``: ISO 8601 and its EDTF.
    """
    if len(words) > _LONGEST:
        return None
    told = _digits(unaccented(plain(words)))
    return _one_day(told) or _month(told) or _days(told)


def last_of_month(words: str) -> str | None:
    """Return the last day of the month of a day that no calendar has, or None."""
    parts = _parts(_digits(unaccented(plain(words)))) if len(words) <= _LONGEST else None
    if parts is None or _iso(parts):
        return None
    return _iso((*parts[:2], monthrange(*parts[:2])[1]))


def _clock(words: str, *, bare: bool = False) -> tuple[str, bool] | None:
    """Return an hour, and whether it was said to be one of the afternoon."""
    if words in _CLOCK_WORDS:
        return _CLOCK_WORDS[words], False
    match = _CLOCK.fullmatch(words)
    unit = match and (match["unit"] or match["half_day"] or bare)
    if match is None or not unit or (match["unit"] == "." and not match["min"]):
        return None
    hour, minute = int(match["h"]), 30 if match["half"] else int(match["min"] or 0)
    if match["min"] and not match["unit"]:
        return None
    late = (match["part"] or "") in _EVENING.split("|") or (match["half_day"] or "")[:1] == "p"
    if late and hour < 12:
        hour += 12
    elif (match["half_day"] or "")[:1] == "a" and hour == 12:
        hour = 0
    return (
        (f"{hour:02}:{minute:02}", late) if hour * 60 + minute <= 24 * 60 and minute < 60 else None
    )


def hours(words: str) -> str | None:
    """Return the hours that words tell, as files write them, or None.

    Args:
        words: An hour or two as they are written by hand: ``9 h 30``, ``09:00 - 10:30``,
            ``下午2点半``.

    Returns:
        ``09:30`` or ``09:00-10:30``.
    """
    if len(words) > _LONGEST:
        return None
    told = _digits(unaccented(plain(words)).replace("’", "'"))
    if one := _clock(told):
        return one[0]
    told = _FROM.sub("", told)
    for between in _BETWEEN_HOURS.finditer(told):
        end = _clock(told[between.end() :])
        start = _clock(told[: between.start()], bare=end is not None)
        if start and end:
            last, hour = end[0], int(end[0][:2])
            if start[1] and not end[1] and hour < 12 and last <= start[0]:
                last = f"{hour + 12}{last[2:]}"
            return f"{start[0]}-{last}"
    return None


def _zoned(words: str) -> tuple[str, str]:
    """Return the hour and the offset of words."""
    zone = _ZONE.search(words)
    if zone is None:
        return words, ""
    return words[: zone.start()].rstrip(), "Z" if zone[1] else f"{zone[2]}:{zone[3]}"


def moment(words: str) -> str | None:
    """Return the day and the hour that words tell, as files write them, or None.

    Args:
        words: ``29/10/2016 14h30``, ``2016-10-29T14:30+08:00``.

    Returns:
        ``2016-10-29T14:30:00``, with the offset if there is one.
    """
    if len(words) > _LONGEST:
        return None
    told = _digits(unaccented(plain(words)))
    for between in _BETWEEN_DAY_AND_HOUR.finditer(told):
        on, (hour, zone) = _one_day(told[: between.start()]), _zoned(told[between.end() :])
        # 10:00-11:30 behind a space is two hours to most people, and an offset to ISO 8601.
        if on and (at := _clock(hour)) and (between[0] == "t" or zone[:1] != "-"):
            return f"{on}T{at[0]}:00{zone}"
    return None


def number(words: str) -> str | None:
    """Return the number that words tell, as files write it, or None.

    Args:
        words: ``12,5``, ``1 200``, ``12.000,50``; codes and telephone numbers, which begin with
            a zero or are told in pairs of digits, are no numbers.
    """
    told = plain(words).replace("'", " ").replace("_", "")
    if re.fullmatch(r"[+-]?0[0-9]", told):
        return str(int(told))
    if re.fullmatch(r"[+-]?[1-9]\d{0,2}(?:([ .,])\d{3})(?:\1\d{3})*(?:[.,]\d+)?", told):
        whole, point, rest = told.partition("." if told.count(",") > 1 or "," in told[:4] else ",")
        if "." in whole and not point and told.count(".") == 1:
            return None
        return re.sub(r"[ .,+]", "", whole) + (f".{rest}" if point else "")
    if match := re.fullmatch(r"([+-]?)(0|[1-9]\d*)?[.,](\d*)", told):
        return f"{match[1].strip('+')}{match[2] or 0}.{match[3] or 0}" if len(told) > 1 else None
    return told.strip("+") if re.fullmatch(r"\+?(?:0|[1-9]\d*)", told) else None
