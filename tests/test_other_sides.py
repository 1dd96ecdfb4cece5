"""Other sides than those of the example: nothing asks which countries meet."""

import re
from pathlib import Path

import pytest

from rencontres import FEEDS, ICS, LanguageError, Reader, find, installed, load, view
from rencontres.catalogue import OWNER

SAMPLES = Path(__file__).parent / "samples"
NAMES = ["japan", "vietnam", "japan-vietnam"]
READERS = [Reader("fr"), Reader("en"), Reader("zh-Hant"), Reader("en", "fr")]
KANA = re.compile("[\u3040-\u30ff]")


def _id(reader):
    return "+".join(reader.languages)


@pytest.mark.parametrize("reader", READERS, ids=_id)
@pytest.mark.parametrize("name", NAMES)
def test_every_format_renders_it(name, reader):
    programme = view(load(SAMPLES / f"{name}.toml"), reader)
    assert programme.days
    for entry in installed():
        if entry.distribution == OWNER:
            documents = find(entry.name)(programme)
            assert all(document.body for document in documents)
            assert documents or entry.name == FEEDS.format.name


@pytest.mark.parametrize("name", NAMES)
def test_every_person_has_a_copy(name):
    programme = view(load(SAMPLES / f"{name}.toml"), Reader("fr"))
    assert programme.holders
    for id_ in programme.holders:
        assert find("text").one(programme.of(id_)).body


@pytest.mark.parametrize("reader", READERS, ids=_id)
@pytest.mark.parametrize("name", NAMES)
def test_no_side_comes_from_nowhere(name, reader):
    """Nothing names the sides of the example where they do not meet."""
    dossier = load(SAMPLES / f"{name}.toml")
    countries = {side.country for side in dossier.sides}
    assert "CN" not in countries
    text = find("text").one(view(dossier, reader)).text
    assert not re.search("chinois|Chinese|Pékin|Beijing|中方|北京", text)
    if "FR" not in countries:
        assert not re.search("français|French|Paris|法方|巴黎", text)


@pytest.mark.parametrize(
    ("name", "zone"),
    [("japan", "Asia/Tokyo"), ("vietnam", "Asia/Ho_Chi_Minh"), ("japan-vietnam", "Asia/Tokyo")],
)
def test_the_clocks_are_those_of_the_sides(name, zone):
    programme = view(load(SAMPLES / f"{name}.toml"), Reader("en"))
    assert zone in {programme.zone, *programme.other_zones}
    assert f"TZID:{programme.zone}\r\n" in ICS.one(programme).text


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("tag", ["ja", "vi"])
def test_a_language_that_nobody_described_is_refused_by_name(name, tag):
    with pytest.raises(LanguageError, match=f"nobody has described how {tag} writes"):
        view(load(SAMPLES / f"{name}.toml"), Reader(tag))


def test_what_is_not_said_in_a_readers_language_is_shown_in_the_one_there_is():
    dossier = load(SAMPLES / "japan-vietnam.toml")
    for reader in READERS:
        programme = view(dossier, reader)
        found = {phrase.language for slot in programme.slots() for phrase in slot.title}
        assert found <= {*dossier.languages, *reader.languages}
        assert "ja" in found
        for renderer in (find("text"), ICS):
            assert (
                KANA.search(renderer.one(programme).text)
                or "開会式" in renderer.one(programme).text
            )


def test_the_marks_of_language_in_a_calendar_are_those_found():
    calendar = ICS.one(view(load(SAMPLES / "japan-vietnam.toml"), Reader("fr"))).text
    assert "SUMMARY;LANGUAGE=ja:開会式" in calendar
    assert "SUMMARY;LANGUAGE=fr:開会式" not in calendar
