# ruff: noqa: N802 - names of tests begin with those of the reported cases
from __future__ import annotations

import re
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar, vDuration

from rencontres.errors import RenderError
from rencontres.formats.components import component, during
from rencontres.formats.contentline import (
    boolean,
    cal_address,
    choice,
    colour,
    day,
    duration,
    encode,
    fold,
    language,
    line,
    number,
    parameter,
    position,
    text,
    texts,
    undirected,
    uri,
    utc,
    zoned,
)

PARIS = ZoneInfo("Europe/Paris")
SHANGHAI = ZoneInfo("Asia/Shanghai")
ZONES = files("tzdata").joinpath("zoneinfo")
PLENARY = Path(__file__).parent / "plenary"
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
HOSTILE = [
    "Réunion\r\nATTENDEE:mailto:evil@example.com",
    "x\rX-EVIL:1",
    "x\nX-EVIL:1",
    "x\u2028X-EVIL:1",
    "x\u2029X-EVIL:1",
    "x\x85X-EVIL:1",
    "x\x0bX-EVIL:1",
    "x\x0cX-EVIL:1",
    "x\x1eX-EVIL:1",
    "\\\r\nEND:VCALENDAR",
    "\\\u2028END:VEVENT\r\n BEGIN:VALARM",
]

any_text = st.text(st.one_of(st.characters(), st.sampled_from(list('\\;,:"^\n\r\t\0nN\u2028中é́'))))
living_text = st.text(
    st.one_of(
        st.characters(
            exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp"], exclude_characters="\ufeff"
        ),
        st.sampled_from(list('\\;,:"^\nnNé中 ')),
    )
)


def read_by_icalendar(octets: bytes):
    (event,) = Calendar.from_ical(calendar_of(octets)).events
    assert not event.errors
    return event


def read_by_ical(octets: bytes):
    (event,) = IcsCalendarStream.calendar_from_ics(calendar_of(octets).decode()).events
    return event


def calendar_of(piece: bytes) -> bytes:
    return b"".join(
        (encode(("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x")), piece, encode(("END:VCALENDAR",)))
    )


def event(*lines: str) -> bytes:
    start = datetime(2016, 10, 29, 8, tzinfo=UTC)
    return encode(
        component(
            "VEVENT", ("UID:a@example.org", "DTSTAMP:20161020T100000Z", *during(start), *lines)
        )
    )


def unfolded(octets: bytes) -> list[str]:
    assert octets.endswith(b"\r\n")
    return octets.replace(b"\r\n ", b"").decode().split("\r\n")[:-1]


# --- A. octets and folding -----------------------------------------------------------------------


def folded_by_hand(content: str) -> list[str]:
    """Fold letter by letter: slow, and plain to see."""
    lines, room = [""], 75
    for unit in re.findall(r"\\.|.", content, re.DOTALL):
        if len((lines[-1] + unit).encode()) > room:
            lines.append("")
            room = 74
        lines[-1] += unit
    return lines


@pytest.mark.parametrize("name", ["fr", "zh-Hans", "fr+zh-Hans"])
def test_folds_are_those_of_the_published_calendars(name):
    body = (PLENARY / f"{name}.ics").read_bytes()
    assert encode(unfolded(body)) == body


@pytest.mark.parametrize(
    "title", ["会" * 80, "👨‍👩‍👧‍👦🇫🇷🇨🇳" * 20, "é" * 74, "a" * 1200, "e\u0301" * 90, "\\" * 200]
)
def test_A1_A2_A3_no_line_exceeds_75_octets_nor_cuts_a_character(title):
    octets = encode((line("SUMMARY", text(title)),))
    for physical in octets.split(b"\r\n"):
        assert len(physical) <= 75
        physical.decode()
    assert unfolded(octets) == [f"SUMMARY:{text(title)}"]


def test_A1_a_line_of_75_octets_is_left_alone():
    assert fold("SUMMARY:" + "a" * 67) == "SUMMARY:" + "a" * 67
    assert fold("SUMMARY:" + "a" * 68) == "SUMMARY:" + "a" * 67 + "\r\n a"


@given(st.text(st.sampled_from(list("aé会😀,;\n:")), max_size=300))
def test_A1_folds_are_as_long_as_they_may_be(words):
    content = f"X:{text(words)}"
    assert fold(content).split("\r\n ") == folded_by_hand(content)


@given(any_text)
@example("\\" * 400)
@example("a" + "\u0301" * 300)
@example("\n" * 100)
@example("\\\u0301" * 100)
@example("\ud800" * 80)
def test_A1_no_fold_cuts_a_character_or_an_escape(words):
    octets = encode((line("DESCRIPTION", text(words), (("LANGUAGE", "fr"),)),))
    physical = octets[:-2].split(b"\r\n")
    for number_, piece in enumerate(physical):
        assert len(piece) <= 75
        content = piece.decode()[1 if number_ else 0 :]
        assert content
        assert not (len(content) - len(content.rstrip("\\"))) % 2
    assert unfolded(octets) == [f"DESCRIPTION;LANGUAGE=fr:{text(words)}"]


@given(st.text(st.sampled_from(list('\\"a会é\u0301'))))
def test_A1_raw_values_of_any_form_survive_folding(raw):
    assert unfolded(encode((f"X-RAW:{raw}",))) == [f"X-RAW:{raw}"]


def test_A1_a_letter_keeps_its_accents():
    physical = fold("SUMMARY:" + "a" * 65 + "e\u0301" + "z" * 9).split("\r\n ")
    assert physical[0].endswith("a")
    assert physical[1].startswith("e\u0301")


def test_A4_A5_A8_octets_begin_without_a_mark_and_every_line_ends_with_CRLF():
    octets = encode((line("SUMMARY", text("\ufeffl1\nl2")), "", line("LOCATION", text("é"))))
    assert octets == "SUMMARY:l1\\nl2\r\nLOCATION:é\r\n".encode()
    assert encode(()) == b"" == encode(("", ""))


# --- B. texts ------------------------------------------------------------------------------------


def test_B1_semicolons_commas_and_backslashes_are_escaped_and_nothing_else():
    assert text('Salle 1, Bât A; x\\y: "z"') == 'Salle 1\\, Bât A\\; x\\\\y: "z"'


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\u2028", "\u2029", "\x85"])
def test_B2_every_line_end_is_one_newline(end):
    assert text(f"l1{end}l2") == "l1\\nl2"
    assert text(f"l1{end}{end}l2") == "l1\\n\\nl2"


def test_B3_a_backslash_before_n_stays_a_backslash():
    written = event(line("SUMMARY", text("C:\\new\\News\n")))
    assert str(read_by_icalendar(written)["SUMMARY"]) == "C:\\new\\News\n"
    assert read_by_ical(written).summary == "C:\\new\\News\n"


@pytest.mark.parametrize("name", ["X-WR-CALNAME", "NAME", "X-WR-CALDESC", "X-ALT-DESC", "X-ANY"])
def test_B4_B5_K9_texts_are_escaped_whatever_the_property(name):
    assert line(name, text("a, b; c\nd")) == f"{name}:a\\, b\\; c\\nd"


@pytest.mark.parametrize(
    "control", [*map(chr, range(9)), "\x0b", "\x0c", *map(chr, range(14, 32)), "\x7f"]
)
def test_B7_B8_controls_are_dropped(control):
    assert text(f"会{control}议") == "会议"
    assert parameter("CN", f"会{control}议") == ';CN="会议"'


@pytest.mark.parametrize(
    "sign",
    ["\x80", "\x9f", "\ufeff", "\ufdd0", "\ufdef", "\ufffe", "\uffff", "\U0001ffff", "\U0010fffe"],
)
def test_B8_marks_and_noncharacters_are_dropped(sign):
    assert text(f"a{sign}b") == "ab"


@pytest.mark.parametrize(
    "sign",
    [
        "\t",
        "\u00a0",
        "\u202f",
        "\u200d",
        "\u3000",
        "\u202e",
        "\ue000",
        "\ufffd",
        "😀",
        "\U0010fffd",
    ],
)
def test_B8_B10_other_invisible_signs_are_kept(sign):
    assert text(f"a{sign}b") == f"a{sign}b"


def test_B9_half_a_pair_of_surrogates_is_replaced_and_two_halves_are_joined():
    assert text("x\ud800") == "x\ufffd"
    assert text("\udc80y") == "\ufffdy"
    assert text("\ud83d\ude00, z") == "😀\\, z"
    assert encode(("X-RAW:\ud800",)) == "X-RAW:\ufffd\r\n".encode()


def test_B10_directions_are_dropped_when_asked():
    assert undirected("会\u202eabc\u2066d\u2069") == "会abcd"


@pytest.mark.parametrize("value", [None, {"fr": "x"}, 3, b"x"])
def test_B11_only_texts_are_written(value):
    with pytest.raises(RenderError, match="a text is needed"):
        text(value)


def test_texts_are_not_normalised():
    assert text("e\u0301") == "e\u0301"


@given(any_text)
def test_texts_hold_neither_controls_nor_line_ends(words):
    assert not CONTROLS.search(text(words))
    assert len(text(words).splitlines()) <= 1
    text(words).encode()


@given(living_text)
def test_texts_come_back_from_two_readers(words):
    expected = words.strip()
    written = event(line("SUMMARY", text(expected), (("LANGUAGE", "zh-Hans"),)))
    assert str(read_by_icalendar(written)["SUMMARY"]) == expected
    assert read_by_icalendar(written)["SUMMARY"].params["LANGUAGE"] == "zh-Hans"
    assert (read_by_ical(written).summary or "") == expected


# --- C. lines that values would begin ------------------------------------------------------------


@pytest.mark.parametrize("hostile", HOSTILE)
def test_C1_C3_C6_no_value_begins_a_line(hostile):
    written = event(
        line("SUMMARY", text(hostile), (("X-P", hostile),)),
        line("CATEGORIES", texts([hostile, "b"])),
        line("ATTENDEE", cal_address("a@example.org"), (("CN", hostile),)),
    )
    assert len(written.decode().replace("\r\n ", "").splitlines()) == 8
    assert [name for name, _ in read_by_icalendar(written).property_items()].count("ATTENDEE") == 1


@pytest.mark.parametrize("hostile", HOSTILE)
def test_C2_addresses_in_several_lines_are_refused(hostile):
    for address in (f"https://example.org/{hostile}", f"mailto:{hostile}", hostile):
        if "\n" in address or "\r" in address:
            with pytest.raises(RenderError):
                uri(address)
        with pytest.raises(RenderError):
            cal_address(address)


@pytest.mark.parametrize("raw", ["a\nb", "a\rb", "\r\n"])
def test_C3_raw_values_with_line_ends_are_refused(raw):
    with pytest.raises(RenderError, match="several lines"):
        line("X-RAW", raw)
    with pytest.raises(RenderError, match="line end"):
        encode((f"X-RAW:{raw}",))


@pytest.mark.parametrize("name", ["X-P=1:EVIL", "", "X P", "X-é", "X\n", "X;Y", 'X"'])
def test_C4_C5_names_are_ASCII_tokens(name):
    with pytest.raises(RenderError):
        parameter(name, "p")
    with pytest.raises(RenderError):
        line(name, "p")


@pytest.mark.parametrize("name", ["X-标题", "BEGIN", "end"])
def test_C5_no_property_is_a_boundary_or_in_another_script(name):
    with pytest.raises(RenderError, match="name of a property"):
        line(name, "VALARM")


def test_C3_holds_without_assertions():
    script = """
import sys
from rencontres.errors import RenderError
from rencontres.formats.contentline import cal_address, encode, line, parameter, text, uri
assert False, "assertions are off"
for hostile in sys.argv[1:]:
    octets = encode((line("NAME", text(hostile)), line("COLOR", text(hostile)), "X" + parameter("CN", hostile) + ":"))
    if octets.replace(b"\\r\\n ", b"").count(b"\\n") != 3 or octets.count(b"\\r") != octets.count(b"\\r\\n"):
        sys.exit(repr(octets))
    for write in (uri, cal_address, lambda raw: line("NAME", raw), lambda raw: encode(("NAME:" + raw,))):
        try:
            write(hostile)
        except RenderError:
            continue
        sys.exit(repr((write, hostile)))
"""
    hostile = ["x\nX-EVIL:1", "x\rX-EVIL:1", "x\r\nX-EVIL:1", "https://x/\r\nA:1", "a@b.c\n"]
    subprocess.run([sys.executable, "-O", "-c", script, *hostile], check=True)


# --- D. parameters and languages -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Durand, Paul", '"Durand, Paul"'),
        ("a:b", '"a:b"'),
        ("a;b", '"a;b"'),
        ('Zhang "Wei" Li', "Zhang ^'Wei^' Li"),
        ("^n lit", "^^n lit"),
        ("l1\r\nl2\rl3", "l1^nl2^nl3"),
        ("Benjamin André", '"Benjamin André"'),
        ("张伟", '"张伟"'),
        ("\ud83d\ude00", '"😀"'),
    ],
)
def test_D1_D2_D3_D4_names_of_people_are_encoded_and_quoted(value, written):
    assert parameter("CN", value) == f";CN={written}"


@given(living_text)
def test_D1_D3_names_of_people_come_back_from_two_readers(name):
    name = name.strip().replace("\t", " ")
    if not name.strip('" '):
        return
    written = event(
        line("ATTENDEE", cal_address("a@example.org"), (("CN", name), ("ROLE", "CHAIR")))
    )
    attendee = read_by_icalendar(written)["ATTENDEE"]
    assert attendee.params["CN"] == name
    assert attendee == "mailto:a@example.org"
    assert read_by_ical(written).attendees[0].common_name == name


@pytest.mark.parametrize(
    "tag",
    [
        "fr",
        "zh-Hans",
        "zh-Hans-CN",
        "sr-Latn-RS",
        "de-CH-1996",
        "es-419",
        "sl-rozaj-biske",
        "x-ours",
        "en-a-bbb-x-a",
        "i-klingon",
        "zh-cmn-Hans",
    ],
)
def test_D5_language_tags_are_those_of_BCP_47(tag):
    assert language(tag) == tag
    assert line("SUMMARY", "x", (("LANGUAGE", tag),)) == f"SUMMARY;LANGUAGE={tag}:x"


@pytest.mark.parametrize(
    "tag",
    [
        "zh_CN",
        "",
        "f",
        "fr-",
        "-fr",
        "fr--FR",
        "français",
        "fr FR",
        "zh-Hans-",
        "toolonglanguage",
        "fr\n",
    ],
)
def test_D5_other_tags_are_refused(tag):
    with pytest.raises(RenderError):
        language(tag)
    with pytest.raises(RenderError):
        parameter("LANGUAGE", tag)


def test_D8_addresses_in_parameters_are_quoted():
    assert parameter("ALTREP", "https://example.org/a b") == ';ALTREP="https://example.org/a%20b"'
    assert parameter("SENT-BY", "a@example.org") == ';SENT-BY="mailto:a@example.org"'
    with pytest.raises(RenderError):
        parameter("ALTREP", "javascript:alert(1)")


@pytest.mark.parametrize("value", ["", " ", "\x00", ()])
def test_D5_empty_parameters_are_refused(value):
    with pytest.raises(RenderError, match="empty"):
        parameter("CN", value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("CUTYPE", "SALLE"),
        ("ROLE", "chair"),
        ("PARTSTAT", "YES"),
        ("VALUE", "TEXTE"),
        ("TZID", "Nowhere/Land"),
    ],
)
def test_J3_words_of_parameters_are_the_standards(name, value):
    with pytest.raises(RenderError):
        parameter(name, value)


def test_K5_parameters_with_several_values_are_a_list():
    features = ("FEATURE", ("AUDIO", "VIDEO"))
    written = line(
        "CONFERENCE",
        uri("https://example.org/v"),
        (("VALUE", "URI"), features, ("LABEL", "Salle, 2")),
    )
    assert (
        written == 'CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO;LABEL="Salle, 2":https://example.org/v'
    )


# --- E to H. numbers, words, moments, lengths ----------------------------------------------------


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        ("SEQUENCE", (0, 2**31 - 1), (-1, 2**31)),
        ("PRIORITY", (0, 9), (-1, 42)),
        ("PERCENT-COMPLETE", (0, 100), (150, -1)),
        ("REPEAT", (0, 3), (-1,)),
    ],
)
def test_E7_K14_numbers_stay_in_their_range(name, good, bad):
    for value in good:
        assert number(name, value) == str(value)
    for value in (*bad, 1.7, True, "1", None):
        with pytest.raises(RenderError):
            number(name, value)


@pytest.mark.parametrize(
    ("kind", "name", "value"),
    [
        ("VEVENT", "STATUS", "COMPLETED"),
        ("VEVENT", "STATUS", "confirmé"),
        ("VTODO", "STATUS", "TENTATIVE"),
        ("VEVENT", "TRANSP", "transparent"),
        ("VEVENT", "ACTION", "DISPLAY"),
        ("VTODO", "TRANSP", "OPAQUE"),
        ("VCALENDAR", "METHOD", "PUBLISH\r\n"),
    ],
)
def test_F6_K14_words_are_those_of_the_component(kind, name, value):
    with pytest.raises(RenderError, match=f"{name} of {kind}"):
        choice(kind, name, value)


def test_F4_F6_the_words_of_the_standard_pass():
    assert choice("VEVENT", "STATUS", "CANCELLED") == "CANCELLED"
    assert choice("VTODO", "STATUS", "IN-PROCESS") == "IN-PROCESS"
    assert choice("VJOURNAL", "STATUS", "FINAL") == "FINAL"
    assert boolean(True) == "TRUE"
    assert boolean(False) == "FALSE"


def test_E6_moments_in_UTC_are_converted_and_end_with_Z():
    assert utc(datetime(2016, 10, 29, 9, tzinfo=SHANGHAI)) == "20161029T010000Z"
    assert utc(datetime(2016, 10, 29, 9, 0, 5, 999999, tzinfo=UTC)) == "20161029T090005Z"


def test_G9_G14_moments_need_a_zone_with_an_IANA_name():
    nameless = ZoneInfo.from_file(BytesIO(ZONES.joinpath("Europe", "Paris").read_bytes()))
    for zone in (nameless, timezone(timedelta(hours=8), "CST"), Undecided()):
        with pytest.raises(RenderError, match=r"no IANA name|no zone"):
            zoned(datetime(2016, 10, 29, 9, tzinfo=zone))
    for naive in (datetime(2016, 10, 29, 9), datetime(2016, 10, 29, 9, tzinfo=Undecided())):
        with pytest.raises(RenderError, match="has no zone"):
            zoned(naive)
        with pytest.raises(RenderError, match="has no zone"):
            utc(naive)


class Undecided(tzinfo):
    def utcoffset(self, _moment):
        return None

    def dst(self, _moment):
        return None

    def tzname(self, _moment):
        return None


@pytest.mark.parametrize(
    "key", ["UTC", "Etc/UTC", "GMT", "Etc/GMT", "Etc/UCT", "Zulu", "Etc/Greenwich", "Universal"]
)
def test_G10_all_forms_of_UTC_are_told_with_Z(key):
    assert zoned(datetime(2016, 10, 29, 9, tzinfo=ZoneInfo(key))) == ("", "20161029T090000Z")
    assert zoned(datetime(2016, 10, 29, 9, tzinfo=UTC)) == ("", "20161029T090000Z")


def test_G15_times_that_the_clocks_skipped_move_on_with_them():
    assert zoned(datetime(2026, 3, 29, 2, 30, tzinfo=PARIS)) == (
        "Europe/Paris",
        "20260329T033000",
    )
    assert zoned(datetime(2026, 3, 29, 2, 30, fold=1, tzinfo=PARIS)) == (
        "Europe/Paris",
        "20260329T013000",
    )


@pytest.mark.parametrize(
    ("zone", "wall", "instants"),
    [
        ("Europe/Paris", (2026, 10, 25, 2, 30), ("20261025T003000Z", "20261025T013000Z")),
        ("Australia/Lord_Howe", (2026, 4, 5, 1, 45), ("20260404T144500Z", "20260404T151500Z")),
        # back at one minute past midnight: the end of the day before is told twice
        ("America/St_Johns", (2009, 10, 31, 23, 30), ("20091101T020000Z", "20091101T030000Z")),
        ("Asia/Shanghai", (1940, 10, 12, 23, 30), ("19401012T143000Z", "19401012T153000Z")),
    ],
)
def test_G15_both_of_two_equal_times_are_told_in_UTC(zone, wall, instants):
    told = [zoned(datetime(*wall, fold=fold, tzinfo=ZoneInfo(zone))) for fold in (0, 1)]
    assert told == [("", instant) for instant in instants]


def test_G15_fold_says_nothing_of_times_that_are_told_once():
    assert zoned(datetime(2026, 7, 25, 2, 30, fold=1, tzinfo=PARIS)) == (
        "Europe/Paris",
        "20260725T023000",
    )


@pytest.mark.parametrize(
    ("zone", "wall", "instant"),
    [
        ("Europe/Paris", (1900, 1, 1, 12), "19000101T115039Z"),
        ("Asia/Shanghai", (1900, 1, 1, 12), "19000101T035417Z"),
        ("Africa/Monrovia", (1971, 1, 1, 12), "19710101T124430Z"),
    ],
)
def test_times_of_before_the_zones_are_told_in_UTC(zone, wall, instant):
    assert zoned(datetime(*wall, tzinfo=ZoneInfo(zone))) == ("", instant)


def test_an_alias_is_told_by_its_one_name():
    assert zoned(datetime(2016, 10, 29, 9, tzinfo=ZoneInfo("PRC"))) == (
        "Asia/Shanghai",
        "20161029T090000",
    )


@given(
    st.datetimes(datetime(2, 1, 2), datetime(9998, 12, 30), timezones=st.just(UTC)),
    st.sampled_from(
        [UTC, PARIS, SHANGHAI, ZoneInfo("Australia/Lord_Howe"), ZoneInfo("America/St_Johns")]
    ),
)
def test_moments_come_back(instant, zone):
    instant = instant.replace(microsecond=0)
    key, value = zoned(instant.astimezone(zone))
    read = datetime.strptime(value.rstrip("Z"), "%Y%m%dT%H%M%S").replace(
        tzinfo=ZoneInfo(key or "UTC")
    )
    assert value.endswith("Z") == (not key)
    assert read.astimezone(UTC) == instant
    assert utc(instant.astimezone(zone)) == f"{instant:%Y%m%dT%H%M%SZ}".rjust(16, "0")


def test_H7_years_have_four_digits():
    assert utc(datetime(999, 1, 1, tzinfo=UTC)) == "09990101T000000Z"
    assert day(date(999, 1, 1)) == "09990101"
    with pytest.raises(RenderError, match="cannot be told in UTC"):
        utc(datetime(1, 1, 1, tzinfo=SHANGHAI))


def test_H1_a_moment_is_no_day():
    with pytest.raises(RenderError, match="not a day"):
        day(datetime(2016, 10, 29, 9, tzinfo=UTC))


@pytest.mark.parametrize(
    ("length", "written"),
    [
        (timedelta(), "PT0S"),
        (timedelta(days=7), "P1W"),
        (timedelta(weeks=-2), "-P2W"),
        (timedelta(days=8), "P8D"),
        (timedelta(minutes=-15), "-PT15M"),
        (timedelta(hours=1, seconds=5), "PT1H0M5S"),
        (timedelta(days=1, seconds=5), "P1DT5S"),
        (timedelta(days=7, hours=2, minutes=3, seconds=4), "P7DT2H3M4S"),
        (timedelta(hours=12), "PT12H"),
        (timedelta(seconds=-1), "-PT1S"),
    ],
)
def test_H5_lengths_of_time_have_one_form(length, written):
    assert duration(length) == written


@given(st.integers(-(10**8), 10**8))
def test_H5_lengths_of_time_come_back(seconds):
    written = duration(timedelta(seconds=seconds))
    assert vDuration.from_ical(written) == timedelta(seconds=seconds)
    # RFC 5545, 3.3.6
    time = r"T(\d+H(\d+M(\d+S)?)?|\d+M(\d+S)?|\d+S)"
    assert re.fullmatch(rf"-?P(\d+W|\d+D({time})?|{time})", written)


def test_H5_fractions_of_a_second_have_no_form():
    with pytest.raises(RenderError):
        duration(timedelta(microseconds=1))


# --- J, K. people and other properties -----------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("paul@example.org", "mailto:paul@example.org"),
        (" paul@example.org ", "mailto:paul@example.org"),
        ("MAILTO:Paul.O'Hara+x@Example.org", "mailto:Paul.O'Hara+x@Example.org"),
        ("张伟@例子.中国", "mailto:%E5%BC%A0%E4%BC%9F@xn--fsqu00a.xn--fiqs8s"),
        ("mailto:%E5%BC%A0@example.org", "mailto:%E5%BC%A0@example.org"),
        ('"a b"@example.org', "mailto:%22a%20b%22@example.org"),
        ("a=b&c?d#e@example.org", "mailto:a%3Db%26c%3Fd%23e@example.org"),
        (
            "urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
            "urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
        ),
    ],
)
def test_J1_addresses_of_people_are_mailto(address, written):
    assert cal_address(address) == written


@pytest.mark.parametrize(
    "address",
    [
        "",
        " ",
        "mailto:",
        "paul",
        "@example.org",
        "paul@",
        "a@b@",
        "a@x.org, b@y.org",
        "Paul <p@x.org>",
        "a..b@x.org",
        ".a@x.org",
        "a@.org",
        "a@-x.org",
        "a b@x.org",
        "a@x\x00.org",
        '"a\x00"@x.org',
        "https://x.org",
        "mailto:?subject=x",
        "x" * 65 + "@x.org",
    ],
)
def test_J2_what_no_mail_reaches_is_refused(address):
    with pytest.raises(RenderError):
        cal_address(address)


def test_K1_I6_lists_have_raw_commas_between_and_escaped_ones_inside():
    assert texts(["Paris, Lyon", "会;议"]) == "Paris\\, Lyon,会\\;议"
    assert texts(["", " ", "a"]) == "a"
    assert texts([]) == ""
    written = event(line("CATEGORIES", texts(["Paris, Lyon", "会;议"])))
    assert [str(c) for c in read_by_icalendar(written)["CATEGORIES"].cats] == [
        "Paris, Lyon",
        "会;议",
    ]


@pytest.mark.parametrize(
    ("latitude", "longitude", "written"),
    [
        (31.2304, 121.4737, "31.230400;121.473700"),
        (-90, 180, "-90.000000;180.000000"),
        (1e-7, -1e-7, "0.000000;0.000000"),
        (-22.2763, 166.4572, "-22.276300;166.457200"),
    ],
)
def test_K3_positions_are_latitude_then_longitude(latitude, longitude, written):
    assert position(latitude, longitude) == written


@pytest.mark.parametrize(
    ("latitude", "longitude"), [(121.4737, 31.2304), (0, 181), (float("nan"), 0), (0, float("inf"))]
)
def test_K3_no_place_lies_outside_the_globe(latitude, longitude):
    with pytest.raises(RenderError, match="latitude comes first"):
        position(latitude, longitude)


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_K3_positions_come_back(latitude, longitude):
    written = position(latitude, longitude)
    assert re.fullmatch(r"-?\d{1,2}\.\d{6};-?\d{1,3}\.\d{6}", written)
    assert [float(part) for part in written.split(";")] == pytest.approx(
        [latitude, longitude], abs=1e-6
    )


@pytest.mark.parametrize(
    ("link", "written"),
    [
        (
            "https://rencontres.example.org/fr/pleniere-1",
            "https://rencontres.example.org/fr/pleniere-1",
        ),
        ("https://例子.中国/会议 a", "https://xn--fsqu00a.xn--fiqs8s/%E4%BC%9A%E8%AE%AE%20a"),
        ("https://例子。中国:8080", "https://xn--fsqu00a.xn--fiqs8s:8080"),
        ("https://faß.example/", "https://xn--fa-hia.example/"),
        (
            "HTTP://Été.example.org/é?q=%C3%A9&r=é#é#é",
            "http://xn--t-9fab.example.org/%C3%A9?q=%C3%A9&r=%C3%A9#%C3%A9%23%C3%A9",
        ),
        (
            'https://example.org/100%/[a]|"<>\\^`{}',
            "https://example.org/100%25/%5Ba%5D%7C%22%3C%3E%5C%5E%60%7B%7D",
        ),
        ("https://example.org/a,b;c?d=(e)'f'", "https://example.org/a,b;c?d=(e)'f'"),
        ("https://[2001:DB8::1]:443/", "https://[2001:db8::1]:443/"),
        ("webcal://example.org/f.ics", "webcal://example.org/f.ics"),
        ("mailto:a@example.org?subject=é", "mailto:a@example.org?subject=%C3%A9"),
        ("geo:31.2304,121.4737", "geo:31.2304,121.4737"),
        ("urn:isbn:0451450523", "urn:isbn:0451450523"),
        ("tel:+33-1-42-34-56-78", "tel:+33-1-42-34-56-78"),
        ("https://example.org/\t\x00", "https://example.org/%09%00"),
        ("https://example.org/\ud800", "https://example.org/%EF%BF%BD"),
    ],
)
def test_K4_links_are_URIs(link, written):
    assert uri(link) == written
    assert uri(written) == written


@pytest.mark.parametrize(
    "link",
    [
        "",
        "not a url",
        "www.example.org",
        "//example.org/",
        "javascript:alert(1)",
        "JavaScript:x",
        "vbscript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "https:",
        "https://",
        "https:///x",
        "https://ex ample.org",
        "https://a..b/",
        "https://-a.org/",
        "https://a-.org/",
        "https://℀.org/",
        "https://\u0301a.org/",
        "https://[::g]/",
        "http://x:99999/",
        "http://x:80a/",
        f"https://{'a' * 64}.org",
        f"https://{'a.' * 127}org",
        "geo:Chengdu",
        "urn:x",
        "tel:call me",
        "https://x\x00.org/",
        "https://\u202eabc.org/",
    ],
)
def test_K4_C2_other_links_are_refused(link):
    with pytest.raises(RenderError, match="cannot be published"):
        uri(link)


@given(st.text())
def test_K4_links_are_plain_ASCII_in_one_line(path):
    if "\n" in path or "\r" in path:
        return
    written = uri(f"https://example.org/{path}")
    assert re.fullmatch(r"(?:[A-Za-z0-9\-._~:/?#@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+", written)


def test_K8_colours_are_names_of_CSS_3():
    assert colour("SteelBlue") == "steelblue"
    for bad in ("#FF0000", "", "bleu", "red\rX-EVIL:1", "rebeccapurple"):
        with pytest.raises(RenderError, match="CSS 3"):
            colour(bad)
