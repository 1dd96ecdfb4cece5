"""How far a dossier is translated: what is there, what stands in for it, and where."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rencontres import Completeness, LanguageError, completeness, load, load_data
from rencontres.cli import main
from rencontres.sources import locate
from rencontres.testing.things import dossiers
from rencontres.views import Coverage, Translation

APRIL = Path(__file__).parents[2] / "examples" / "chengdu-2016" / "april.toml"
DOSSIER = {
    "rencontres": 1,
    "namespace": "x.example.org",
    "languages": ["fr-CA", "zh-Hans"],
    "title": {"fr-CA": "Rencontres", "zh-Hans": "论坛"},
    "sides": {"a": {"name": {"same": "A"}, "languages": ["fr"], "zone": "Europe/Paris"}},
    "organisations": {"o": {"name": {"fr": "Ville"}, "side": "a"}, "p": {"name": {"en": "Town"}}},
    "people": {
        "li": {"side": "a", "names": {"zh-Hans": {"family": "李"}}},
        "unseen": {"side": "a", "names": {"fr": {"family": "Durand"}}},
    },
    "events": {
        "e": {
            "title": {"fr": "Forum", "zh-Hant": "論壇"},
            "when": "2016-10-29",
            "url": {"fr": "https://example.org/"},
        }
    },
    "workshops": {
        "w": {"event": "e", "title": {"same": "W"}, "topics": [{"same": "T"}, {"zh-Hans": "甲"}]}
    },
    "sessions": {
        "s": {"event": "e", "title": {"same": "S"}, "roles": {"speaker": ["li"]}},
        "t": {"event": "e", "title": {"same": "S"}, "items": [{"title": {"fr-CA": "Point"}}]},
    },
    "notes": {"n": {"text": {"fr": "Note"}, "agreed": {"a": {"words": {"fr-CA": "bientôt"}}}}},
    "actions": {
        "x": {
            "title": {"same": "X"},
            "due": {"when": "2016-22", "before": True, "words": {"fr-CA": "avant l’été"}},
        }
    },
}


@pytest.fixture
def found() -> Completeness:
    return completeness(load_data(DOSSIER))


def test_what_is_not_exactly_there_is_told_with_its_place(found):
    assert found.texts == (
        Translation("organisations.o.name", "fr-CA", "parent", "fr"),
        Translation("organisations.o.name", "zh-Hans", "fallback", "fr"),
        Translation("organisations.p.name", "fr-CA", "missing", "en"),
        Translation("organisations.p.name", "zh-Hans", "missing", "en"),
        Translation("people.li.names", "fr-CA", "fallback", "zh-Hans"),
        Translation("events.e.title", "fr-CA", "parent", "fr"),
        # A reader of one script is never given the other.
        Translation("events.e.title", "zh-Hans", "fallback", "fr"),
        Translation("workshops.w.topics.1", "fr-CA", "fallback", "zh-Hans"),
        Translation("sessions.t.items.0.title", "zh-Hans", "fallback", "fr-CA"),
    )


def test_each_language_is_counted(found):
    assert found.languages == (
        Coverage("fr-CA", 12, exact=7, parent=2, fallback=2, missing=1),
        Coverage("zh-Hans", 12, exact=8, parent=0, fallback=3, missing=1),
    )
    assert [each.ratio for each in found.languages] == [9 / 12, 8 / 12]


def test_partners_have_more_texts():
    wheres = {
        each.where for each in completeness(load_data(DOSSIER), audience="partners").texts
    } - {each.where for each in completeness(load_data(DOSSIER)).texts}
    # What has a date needs no words: each language writes it.
    assert wheres == {"people.unseen.names", "notes.n.text", "notes.n.agreed.a.words"}


def test_other_languages_may_be_asked_for():
    found = completeness(load_data(DOSSIER), ["zh-TW", "fr"])
    assert [each.language for each in found.languages] == ["zh-Hant-TW", "fr"]
    assert Translation("events.e.title", "zh-Hant-TW", "parent", "zh-Hant") in found.texts
    with pytest.raises(LanguageError):
        completeness(load_data(DOSSIER), ["klingon language"])


def test_json_says_the_same(found):
    whole = json.loads(found.to_json())
    assert whole["languages"]["fr-CA"] == {
        "required": 12, "exact": 7, "parent": 2, "fallback": 2, "missing": 1, "ratio": 0.75,
    }  # fmt: skip
    assert whole["texts"][0] == {
        "where": "organisations.o.name", "language": "fr-CA", "state": "parent", "found": "fr",
    }  # fmt: skip
    assert len(whole["texts"]) == len(found.texts)


def test_every_place_is_found_in_the_file():
    for each in completeness(load(APRIL), audience="partners").texts:
        line = locate(APRIL, each.where)
        assert line is not None
        key = [part for part in each.where.split(".") if not part.isdigit()][-1]
        assert key in APRIL.read_text("utf-8").splitlines()[line - 1]


@settings(max_examples=50)
@given(dossiers(), st.sampled_from(["public", "partners"]))
def test_every_text_is_counted_once_in_each_language(dossier, audience):
    found = completeness(dossier, ["fr", "zh-Hant"], audience=audience)
    first, second = found.languages
    assert first.required == second.required
    for each in found.languages:
        assert each.exact + each.parent + each.fallback + each.missing == each.required
        told = [text for text in found.texts if text.language == each.language]
        assert len(told) == each.required - each.exact
        assert len({text.where for text in told}) == len(told)
        assert 0 <= each.ratio <= 1


def test_the_command_tells_the_shares_and_the_places(capfd):
    assert main(["translations", str(APRIL)]) == 0
    lines = capfd.readouterr().out.splitlines()
    assert lines[0].startswith("fr: ")
    assert lines[0].endswith("(100 %)")
    assert "workshops.w1.title: zh-Hans, given in fr" in lines
    assert main(["translations", str(APRIL), "--format", "json", "--language", "en"]) == 0
    whole = json.loads(capfd.readouterr().out)
    assert list(whole["languages"]) == ["en"]
    assert whole["languages"]["en"]["exact"] == 0


def test_a_language_that_is_none_is_told_in_plain_words(capfd):
    assert main(["translations", str(APRIL), "--language", "xx-yy-zz-12345678901"]) == 1
    assert "rencontres: " in capfd.readouterr().err
