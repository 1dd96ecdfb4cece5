"""What follows the days: agendas, pairings, minutes, actions, people; what is not translated."""

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from rencontres.formats import TEXT
from rencontres.formats.marked import MarkedVoice, cells, told
from rencontres.formats.pairs import voices
from rencontres.formats.sections import sections
from rencontres.formats.voice import Voice
from rencontres.sources import load_data
from rencontres.testing.things import dossiers
from rencontres.text import Phrase, Words
from rencontres.views import Part, Reader, Selection, view

DATA = {
    "rencontres": 1,
    "namespace": "x.example.org",
    "languages": ["fr", "zh-Hans"],
    "sides": {
        "fr": {"name": {"fr": "partie française", "zh-Hans": "法方"}, "languages": ["fr"]},
        "cn": {"name": {"fr": "partie chinoise", "zh-Hans": "中方"}, "languages": ["zh-Hans"]},
    },
    "organisations": {
        "tours": {"name": {"fr": "Tours", "zh-Hans": "图尔市"}, "side": "fr"},
        "wuhan": {"name": {"fr": "Wuhan", "zh-Hans": "武汉市"}, "side": "cn"},
        "apcae": {"name": {"fr": "APCAE", "zh-Hans": "全国友协"}, "side": "cn"},
    },
    "people": {
        "martin": {
            "side": "fr",
            "gender": "feminine",
            "names": {
                "fr": {"family": "Martin", "given": "Marie"},
                "zh-Hans": {"family": "马丁", "given": "玛丽"},
            },
            "posts": [{"title": {"fr": "maire de Tours", "zh-Hans": "图尔市市长"}}],
            "email": "marie.martin@example.org",
        },
        "li": {
            "side": "cn",
            "gender": "masculine",
            "names": {
                "fr": {"family": "Li", "given": "Si", "order": "family-first"},
                "zh-Hans": {"family": "李", "given": "四", "order": "family-first"},
            },
        },
        "wang": {
            "side": "cn",
            "gender": "masculine",
            "names": {
                "fr": {"family": "Wang", "given": "Wu", "order": "family-first"},
                "zh-Hans": {"family": "王", "given": "五", "order": "family-first"},
            },
        },
    },
    "committees": {"c": {"name": {"fr": "Comité", "zh-Hans": "委员会"}, "sides": ["fr", "cn"]}},
    "events": {
        "m": {
            "title": {"fr": "Réunion du comité", "zh-Hans": "委员会会议"},
            "kind": "committee-meeting",
            "committee": "c",
            "when": "2016-05-09",
            "roles": {
                "moderator": {"martin": "confirmed"},
                "member": {"martin": "confirmed", "li": "confirmed"},
                "interpreter": {"wang": "confirmed"},
            },
        },
        "e": {"title": {"fr": "Forum", "zh-Hans": "论坛"}},
    },
    "workshops": {"w": {"event": "e", "number": 2, "title": {"fr": "Villes", "zh-Hans": "城市"}}},
    "pairings": {
        "p": {
            "workshop": "w",
            "strands": [{"fr": "eau", "zh-Hans": "水"}, {"fr": "air", "zh-Hans": "空气"}],
            "ends": {
                "fr": {"tours": "confirmed"},
                "cn": {
                    "wuhan": {
                        "confirmation": "invited",
                        "asked": "2016-06-10",
                        "due": "2016-09-01",
                        "by": "apcae",
                        "person": "li",
                    }
                },
            },
        },
        "q": {"workshop": "w", "ends": {"fr": ["tours"], "cn": []}},
    },
    "sessions": {
        "s": {
            "event": "m",
            "title": {"fr": "Séance", "zh-Hans": "会议"},
            "when": "2016-05-09",
            "items": [
                {"title": {"fr": "Budget", "zh-Hans": "预算"}, "minutes": 90},
                {"title": {"fr": "Divers", "zh-Hans": "其他"}, "roles": {"moderator": []}},
            ],
        },
        "t": {"event": "e", "title": {"fr": "Visite"}, "items": [{"title": {"fr": "Musée"}}]},
    },
    "notes": {
        "n1": {
            "event": "m",
            "kind": "decision",
            "text": {"fr": "Cinq ateliers.", "zh-Hans": "设五个分论坛。"},
            "agreed": {"cn": "2016-05-09"},
        },
        "n2": {"event": "m", "kind": "vigilance", "text": {"fr": "Le délai."}},
    },
    "actions": {
        "a": {
            "title": {"fr": "Inviter", "zh-Hans": "邀请"},
            "owners": ["apcae"],
            "due": {"when": "2016-22", "before": True, "words": {"fr": "avant l’été"}},
        },
        "b": {
            "title": {"fr": "Traduire", "zh-Hans": "翻译"},
            "status": "dropped",
            "due": {"when": "2016-07", "words": {"fr": "après le sommet"}},
        },
        "d": {
            "title": {"fr": "Relire", "zh-Hans": "审校"},
            "due": {"words": {"fr": "dès que possible"}},
        },
    },
    "papers": {"r": {"title": {"fr": "Feuille de route"}, "due": "2016-06", "status": "missing"}},
}


@pytest.fixture(scope="module")
def dossier():
    return load_data(DATA)


def text(dossier, *languages, parts=None, audience="partners", side=None, **options):
    selection = Selection(parts=parts) if parts else None
    seen = view(
        dossier, Reader(*languages, audience=audience, side=side, typography="plain"), selection
    )
    return TEXT.one(seen, TEXT.configure({"columns": 0, **options})).text


def test_the_agenda_of_a_meeting_is_no_running_order(dossier):
    french = text(dossier, "fr")
    assert (
        "    Ordre du jour :\n    1. Budget (1 h 30 min)\n    2. Divers, Modération : à confirmer\n"
        in french
    )
    assert "    Déroulé :\n    1. Musée\n" in french
    chinese = text(dossier, "zh-Hans")
    assert "　　议程：\n　　1.预算（1小时30分钟）\n　　2.其他，主持人：待确认\n" in chinese
    assert "Budget" not in text(dossier, "fr", audience="public")


def test_minutes_tell_who_was_there_and_what_was_decided(dossier):
    french = text(dossier, "fr")
    assert (
        "\nRelevé de décisions\n\nRéunion du comité\n    9 mai 2016\n"
        "    Modératrice : Mme Marie MARTIN, maire de Tours\n"
        "    Personnes présentes : Mme Marie MARTIN, maire de Tours, et M. LI Si\n"
        "    Assistaient également : M. WANG Wu\n\n"
        "Décisions\n    Cinq ateliers.\n    partie chinoise : accord le 9 mai 2016\n\n"
        "Point de vigilance\n    Le délai.\n"
    ) in french
    chinese = text(dossier, "zh-Hans")
    assert (
        "\n会议纪要\n\n委员会会议\n　　2016年5月9日\n　　主持人：图尔市市长玛丽·马丁\n" in chinese
    )
    assert "　　出席：李四先生、图尔市市长玛丽·马丁\n　　列席：王五先生\n" in chinese
    assert "\n议定事项\n　　设五个分论坛。\n　　中方于2016年5月9日同意\n" in chinese


def test_a_meeting_with_minutes_is_told_once(dossier):
    assert text(dossier, "fr").count("\nRéunion du comité\n") == 1
    # Whoever does not see the minutes is told of the meeting among the others.
    assert "\nÉvénements\n\nRéunion du comité\n" in text(dossier, "fr", audience="public")


def test_deadlines_are_told_in_words(dossier):
    french = text(dossier, "fr")
    assert "Inviter\n    Responsable : APCAE\n    Échéance : avant l’été 2016\n" in french
    assert "Traduire (sans suite)\n    Échéance : « après le sommet » (juillet 2016)\n" in french
    assert "Relire\n    Échéance : « dès que possible »\n" in french
    assert "Feuille de route (document manquant)\n    Échéance : juin 2016\n" in french
    chinese = text(dossier, "zh-Hans")
    assert "邀请\n　　责任方：全国友协\n　　截止时间：2016年夏季之前\n" in chinese
    # Words that nobody has translated say less than the date that everybody reads.
    assert "翻译（不再办理）\n　　截止时间：2016年7月\n" in chinese


def test_pairings_are_told_with_where_each_promise_stands(dossier):
    french = text(dossier, "fr", parts=["pairings"])
    assert (
        "\nBinômes\n\nAtelier 2\n"
        "    Chefs de file : Tours et Wuhan (à confirmer)\n"
        "    Volets : eau et air\n"
        "    Wuhan, en la personne de M. LI Si (invité, sollicitation du 10 juin 2016, "
        "réponse attendue : 1er septembre 2016, suivi : APCAE)\n"
        "    Chefs de file (à confirmer) : Tours ; partie chinoise à trouver\n"
    ) in french
    chinese = text(dossier, "zh-Hans", parts=["pairings"])
    assert (
        "\n结对\n\n分论坛二\n　　牵头单位：武汉市（待确认）与图尔市\n　　分项：水和空气\n"
        in chinese
    )
    assert "　　牵头单位（待确认）：中方待定；图尔市\n" in chinese
    # The public is told who stands there, not what was asked of whom.
    assert "sollicitation" not in text(dossier, "fr", parts=["pairings"], audience="public")


def test_pairings_and_people_have_lists_where_they_are_asked_for(dossier):
    assert "Binômes" not in text(dossier, "fr")
    assert "Personnes\n" not in text(dossier, "fr")
    asked = text(dossier, "fr", parts=list(Part))
    assert "\nBinômes\n\nAtelier 2 – Villes\n" in asked
    assert "\nPersonnes\n\nPartie française\n    Mme Marie MARTIN, maire de Tours" in asked
    chinese = text(dossier, "zh-Hans", parts=["people"])
    assert "\n人员\n\n中方\n　　李四先生（成员）\n　　王五先生（口译员）\n" in chinese
    assert "\n法方\n　　图尔市市长玛丽·马丁（主持人和成员）\n" in chinese


def test_addresses_are_for_the_own_team(dossier):
    assert "marie.martin@" not in text(dossier, "fr", parts=["people"])
    own = text(dossier, "fr", parts=["people"], audience="internal", side="fr")
    assert "maire de Tours (modératrice et membre), marie.martin@example.org\n" in own


def test_a_pairing_that_is_told_nowhere_else_has_its_place(dossier):
    alone = dossier.change("p", workshop=None)
    assert "\nBinômes\n\nChefs de file : Tours et Wuhan (à confirmer)\n    Volets :" in text(
        alone, "fr"
    )


# --- two languages --------------------------------------------------------------------------------


def test_what_is_not_translated_is_marked(dossier):
    both = text(dossier, "fr", "zh-Hans")
    assert "\nVisite [fr]\n    Déroulé :\n    流程：\n    1. Musée [fr]\n" in both
    assert "    Le délai. [fr]\n" in both
    assert "\nFeuille de route (document manquant)\nFeuille de route [fr]（缺失）\n" in both
    assert "    Cinq ateliers.\n    设五个分论坛。\n" in both
    # Whichever leads: what is missing is missing.
    assert "\nVisite [fr]\n" in text(dossier, "zh-Hans", "fr")
    assert "[" not in text(dossier, "zh-Hans")


def test_beside_what_is_not_translated_stands_the_mark(dossier):
    both = text(dossier, "fr", "zh-Hans", layout="columns", columns=80)
    assert f"Visite{' ' * 35}[fr]\n" in both
    assert f"Le délai.{' ' * 32}[fr]\n" in both


def test_a_third_language_is_marked_in_both():
    only = load_data({**DATA, "sessions": {"t": {"event": "e", "title": {"en": "Visit"}}}})
    assert "\nVisit [en]\n" in text(only, "fr", "zh-Hans")


def test_a_regional_form_is_no_other_language():
    only = load_data(
        {**DATA, "sessions": {"t": {"event": "e", "title": {"fr-CA": "V", "zh-CN": "观"}}}}
    )
    assert "[" not in text(only, "fr", "zh-Hans", parts=["sessions"])


def test_a_mark_stands_where_words_end(dossier):
    voice = MarkedVoice(view(dossier, Reader("fr", "zh-Hans")), 0)
    assert voice.phrase(Words([Phrase("Visit", "en")] * 2)) == "Visit [en]"
    assert voice.phrase(Words([Phrase("参观", "zh-Hans")] * 2)) == "参观[zh-Hans]"
    assert voice.phrase(Words([Phrase("Visite", "fr-CA")] * 2)) == "Visite"


@pytest.mark.parametrize(
    ("first", "second", "lines", "row"),
    [
        ("A", "甲", ("A", "甲"), ("A", "甲")),
        ("A", "A", ("A",), ("A", "A")),
        ("A", "A [fr]", ("A [fr]",), ("A", "[fr]")),
        ("甲[zh-Hans]", "甲", ("甲[zh-Hans]",), ("[zh-Hans]", "甲")),
        ("A [en]", "A [en]", ("A [en]",), ("A [en]", "A [en]")),
        ("1. A", "1.A [fr]", ("1. A [fr]",), ("1. A", "[fr]")),
        ("", "", ("",), ("", "")),
    ],
)
def test_the_same_words_are_said_once(first, second, lines, row):
    assert told(first, second) == lines
    assert cells(first, second) == row


@settings(max_examples=40, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(dossiers(), st.sampled_from([("fr", "zh-Hans"), ("zh-Hant", "en")]))
def test_two_languages_tell_the_same_things_line_by_line(dossier, languages):
    seen = view(dossier, Reader(*languages, audience="partners"), Selection(parts=list(Part)))
    first, second = map(sections, voices(seen))
    assert [len(each.things) for each in first] == [len(each.things) for each in second]
    for one, other in zip(first, second, strict=True):
        for thing, same in zip(one.things, other.things, strict=True):
            assert len(thing.details) == len(same.details)
    titles = [each.title for each in sections(Voice(seen, 0))]
    assert len(titles) == len({*titles})
