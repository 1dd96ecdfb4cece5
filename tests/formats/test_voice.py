"""One voice for all formats: what it says, and in which language each part of it is."""

import itertools
import re

import pytest
from hypothesis import given

from rencontres.formats import TaggedVoice, Voice
from rencontres.sources import load_data
from rencontres.testing import samples, views
from rencontres.text import Phrase
from rencontres.views import Reader, view

SAMPLES = {sample.name: sample for sample in samples()}
NAMES = [name for name in SAMPLES if name.split(".")[0] in ("mixed", "unsure", "full", "changed")]
SIGNS = re.compile("[\ufdd0-\ufdd2]")
PEOPLE = {
    "ada": {"names": {"fr": {"family": "Ada"}}, "gender": "feminine"},
    "bo": {"names": {"fr": {"family": "Bo"}}, "gender": "masculine"},
}


def programme(*languages, **tables):
    raw = {"namespace": "a.example", "languages": ["fr", "zh-Hans"], "people": PEOPLE, **tables}
    return view(load_data(raw), Reader(*languages, typography="plain"))


def told(voice):
    """Return much of what is said of a programme, line by line."""
    seen = voice.view
    yield voice.edition()
    for event in seen.events:
        yield voice.held(event)
        yield from voice.people(event)
    for day in seen.days:
        yield voice.day(day.date)
        yield from voice.clocks(day)
    for slot in seen.slots():
        yield voice.status(slot, voice.title(slot))
        yield voice.when(slot)
        yield voice.room(slot) or ""
        yield voice.moved(slot) or ""
        yield voice.languages(slot) or ""
        yield from voice.people(slot)
    for lead in [lead for each in (*seen.slots(), *seen.workshops) for lead in each.leads]:
        yield voice.leads(lead)
        yield voice.ends(lead)
        yield voice.topic(lead) or ""
    for call in [
        c for row in (seen.board.rows if seen.board else ()) for e in row.cells for c in e.calls
    ]:
        yield voice.call(call)


@pytest.mark.parametrize("name", NAMES)
def test_with_tags_the_same_is_said(name):
    seen = SAMPLES[name].view()
    for plain, tagged in zip(Voice.of(seen), TaggedVoice.of(seen), strict=True):
        lines = [*zip(told(plain), told(tagged), strict=True)]
        assert lines
        for one, other in lines:
            assert "".join(tagged.phrases(other)).casefold() == "".join(one).casefold()
            assert "".join(plain.phrases(one)) == "".join(one)


@pytest.mark.parametrize("name", NAMES)
def test_no_sign_is_left_and_own_words_and_others_take_turns(name):
    for voice in TaggedVoice.of(SAMPLES[name].view()):
        own = voice.wording.tag
        for line in told(voice):
            phrases = voice.phrases(line)
            assert not SIGNS.search("".join(phrases))
            assert all(phrase and phrase.language for phrase in phrases)
            tags = [phrase.language == own for phrase in phrases]
            assert not any(one and other for one, other in itertools.pairwise(tags))


@given(views())
def test_every_text_can_be_taken_apart_again(seen):
    for voice in TaggedVoice.of(seen):
        for slot in seen.slots():
            found = slot.title[voice.index]
            phrases = voice.phrases(voice.phrase(slot.title))
            assert "".join(phrases) == found
            assert {phrase.language for phrase in phrases} <= {found.language, voice.wording.tag}


def test_a_latin_name_in_chinese_keeps_its_language_and_its_honorific():
    seen = programme("zh-Hans", sessions={"s": {"roles": {"moderator": {"ada": "confirmed"}}}})
    [slot] = seen.slots()
    [voice] = TaggedVoice.of(seen)
    [line] = voice.people(slot)
    assert voice.phrases(line) == ("主持人：", "Ada", "女士")
    assert [phrase.language for phrase in voice.phrases(line)] == ["zh-Hans", "fr", "zh-Hans"]


def test_the_first_piece_is_the_label_with_its_gap():
    sessions = {"s": {"roles": {"moderator": {"ada": "confirmed", "bo": "confirmed"}}}}
    seen = programme("fr", "zh-Hans", sessions=sessions)
    [slot] = seen.slots()
    french, chinese = Voice.of(seen)
    assert french.people(slot) == (("Modérateurs : ", "Mme ADA et ", "M. BO"),)
    assert chinese.people(slot)[0][0] == "主持人："
    assert (french.gap, chinese.gap) == (" ", "")


def test_without_tags_a_phrase_alone_keeps_its_language():
    seen = programme("zh-Hans", sessions={"s": {"title": {"fr": "Ouverture"}}})
    [slot] = seen.slots()
    [voice] = Voice.of(seen)
    assert [each.language for each in voice.phrases(voice.phrase(slot.title))] == ["fr"]
    assert [each.language for each in voice.phrases(f"{voice.title(slot)}！")] == ["zh-Hans"]
    assert voice.phrases("") == ()


def test_an_address_in_another_language_is_tagged():
    [voice] = TaggedVoice.of(programme("fr"))
    line = voice.wording.say("driver", address=voice.tagged(Phrase("世纪城路", "zh-Hans")))
    assert [phrase.language for phrase in voice.phrases(line)][:2] == ["fr", "zh-Hans"]


@pytest.mark.parametrize("kind", ["opening", "ceremony", "plenary"])
def test_speeches_that_nobody_has_confirmed_are_told_as_such(kind):
    seen = programme("fr", sessions={"s": {"kind": kind, "roles": {"speaker": ["ada", "bo"]}}})
    [line] = Voice(seen, 0).people(next(seen.slots()))
    assert "".join(line).count("à confirmer") == (2 if kind != "plenary" else 1)


def test_whoever_carries_is_told_without_a_label_too():
    pairings = {"p": {"workshop": "w", "ends": {"fr": ["bordeaux"], "cn": []}}}
    seen = programme(
        "fr",
        sides={"fr": {"name": "partie française"}, "cn": {"name": "partie chinoise"}},
        organisations={"bordeaux": {"name": "Bordeaux", "side": "fr"}},
        workshops={"w": {"title": "Eau"}},
        pairings=pairings,
    )
    voice, [workshop] = Voice(seen, 0), seen.workshops
    [lead] = workshop.leads
    assert "Bordeaux (à confirmer)" in "".join(voice.ends(lead))
    assert voice.leads(lead)[0].startswith("Chefs de file (à confirmer)")


def test_a_voice_knows_what_the_programme_is_about():
    events = {
        "e": {"title": {"fr": "Fleuves"}, "when": "2026-10-05/2026-10-06", "theme": {"fr": "L’eau"}}
    }
    [voice] = Voice.of(programme("fr", events=events))
    assert voice.event is not None
    assert voice.held(voice.event) == "Les 5 et 6 octobre 2026"
    assert voice.theme(voice.event) == "« L’eau »"
    assert (voice.where(voice.event), voice.theme(None), voice.held(None)) == (None, None, "")
