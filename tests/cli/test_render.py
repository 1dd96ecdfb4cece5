"""`rencontres render`: the bytes of the library, on standard output or in a folder."""

from datetime import date

import pytest

from rencontres import DATA, FEEDS, ICS, TEXT, Reader, Selection, load, view
from rencontres.formats.text import TextOptions


@pytest.mark.parametrize("renderer", [ICS, TEXT, DATA], ids=lambda each: each.format.name)
@pytest.mark.parametrize("languages", [("fr",), ("zh-Hans",), ("zh-Hans", "fr")], ids="+".join)
def test_what_is_printed_is_the_document_byte_for_byte(rencontres, october, renderer, languages):
    second = ("--second", languages[1]) if len(languages) > 1 else ()
    ran = rencontres(
        "render", october, "--to", renderer.format.name, "--language", languages[0], *second
    )
    assert ran.status == 0
    assert ran.body == renderer.one(view(load(october), Reader(*languages))).body


def test_without_a_language_the_first_of_the_dossier_speaks(rencontres, october):
    ran = rencontres("render", october, "--to", "text")
    assert ran.body == TEXT.one(view(load(october), Reader("fr"))).body


def test_with_a_folder_the_files_are_named(rencontres, october, tmp_path):
    ran = rencontres("render", october, "--to", "ics", "--language", "fr", "--out", "made/here")
    file = tmp_path / "made/here/programme.fr.ics"
    assert ran.status == 0
    assert ran.out.split() == [str(file.relative_to(tmp_path))]
    assert file.read_bytes() == ICS.one(view(load(october), Reader("fr"))).body


def test_a_second_run_replaces_the_files(rencontres, october, tmp_path):
    words = ("render", october, "--to", "text", "--out", "made")
    rencontres(*words)
    file = tmp_path / "made/programme.fr.txt"
    before = file.read_bytes()
    file.write_bytes(b"something else")
    rencontres(*words)
    assert file.read_bytes() == before
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_feeds_are_a_file_for_each_person(rencontres, october, tmp_path):
    ran = rencontres("render", october, "--to", "feeds", "--out", "made")
    feeds = FEEDS(view(load(october), Reader("fr")))
    assert ran.status == 0
    assert len(ran.out.splitlines()) == len(feeds) > 5
    for document in feeds:
        assert (tmp_path / "made" / document.path).read_bytes() == document.body


def test_one_person(rencontres, october):
    ran = rencontres("render", october, "--to", "text", "--person", "marie-martin")
    assert ran.body == TEXT.one(view(load(october), Reader("fr")).of("marie-martin")).body


def test_days_and_events(rencontres, october):
    ran = rencontres(
        "render", october, "--to", "data", "--event", "rencontres-5",
        "--day", "2016-10-29", "--day", "2016-10-30",
    )  # fmt: skip
    days = [date(2016, 10, 29), date(2016, 10, 30)]
    chosen = Selection(events=["rencontres-5"], days=days)
    assert ran.body == DATA.one(view(load(october), Reader("fr"), chosen)).body


def test_the_reader(rencontres, october):
    ran = rencontres(
        "render", october, "--to", "data", "--language", "en", "--zone", "Europe/Paris",
        "--audience", "internal", "--side", "fr", "--typography", "plain",
    )  # fmt: skip
    reader = Reader("en", zone="Europe/Paris", audience="internal", side="fr", typography="plain")
    assert ran.body == DATA.one(view(load(october), reader)).body


def test_options_of_the_format(rencontres, october):
    ran = rencontres("render", october, "--to", "text", "--option", "columns=60")
    made = TEXT.one(view(load(october), Reader("fr")), TextOptions(columns=60))
    assert ran.body == made.body
    assert max(map(len, ran.out.splitlines())) <= 60


@pytest.mark.parametrize("value", ["2016", "true", '"2016"', "5es Rencontres", "1 # 2", "a=b"])
def test_an_option_that_is_a_text_takes_any_word(rencontres, october, value):
    ran = rencontres("render", october, "--to", "ics", "--option", f"name={value}")
    wanted = value.strip('"')
    assert f"X-WR-CALNAME:{wanted}\r\n" in ran.out


def test_what_is_left_out_is_told_on_the_other_stream(rencontres, october):
    ran = rencontres("render", october, "--to", "ics", "--event", "rencontres-5")
    told = ran.err.splitlines()
    assert "not shown: minutes (14): not for this audience" in told
    assert any(line.startswith("not shown: sessions (") and "selected" in line for line in told)
    assert "not shown: workshops (7): this format has no room for them" in told
    assert "not shown" not in ran.out


def test_what_a_format_has_room_for_is_not_complained_of(rencontres, october):
    ran = rencontres("render", october, "--to", "data", "--audience", "internal", "--side", "fr")
    assert "no room" not in ran.err


def test_a_day_without_sessions_is_said(rencontres, october):
    ran = rencontres("render", october, "--to", "text", "--day", "2030-01-01")
    assert ran.status == 0
    assert "no session has an hour on the days that were asked for" in ran.err


def test_nothing_to_write_is_said(rencontres, tmp_path):
    (tmp_path / "small.toml").write_text(
        'rencontres = 1\nnamespace = "rencontres.example.org"\n', "utf-8"
    )
    for more in ((), ("--out", "made")):
        ran = rencontres("render", "small.toml", "--to", "feeds", *more)
        assert (ran.status, ran.out) == (0, "")
        assert "feeds has nothing to write here" in ran.err


def test_several_files_make_one_dossier(rencontres, tmp_path):
    (tmp_path / "one.toml").write_text(
        'rencontres = 1\nnamespace = "rencontres.example.org"\nlanguages = ["fr"]\n[places.tours]\nname = "Tours"\n'
        'zone = "Europe/Paris"\n[events.e]\ntitle = "Rencontres"\nplace = "tours"\n',
        "utf-8",
    )
    (tmp_path / "two.json").write_text(
        '{"rencontres": 1, "sessions": {"s": {"title": "Accueil", "event": "e", "day": "2027-03-26", '
        '"hours": "09:00-10:00"}}}',
        "utf-8",
    )
    ran = rencontres("render", "one.toml", "two.json", "--to", "text", "--language", "fr")
    assert ran.status == 0
    assert "Accueil" in ran.out
