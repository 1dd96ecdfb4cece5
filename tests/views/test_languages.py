"""Texts in the languages of a reader: what was found, punctuated once, never blank."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rencontres import LanguageError, load_data
from rencontres.language import chain
from rencontres.model import (
    Dossier,
    End,
    Event,
    Name,
    Organisation,
    Pairing,
    Party,
    Person,
    Place,
    Post,
    Role,
    Room,
    Session,
    Side,
    Workshop,
)
from rencontres.testing.strategies import dossiers, texts
from rencontres.text import Phrase, Text, Words
from rencontres.views import Reader, view
from rencontres.views.lexicon import Lexicon
from rencontres.wording.typography import punctuate


def _slot(*sessions, reader=None, **tables):
    dossier = Dossier(namespace="a.example", sessions=sessions, **tables)
    return next(view(dossier, reader or Reader("fr")).slots())


def _told(words):
    return [(phrase.language, str(phrase)) for phrase in words]


def test_a_missing_language_falls_back_in_the_order_of_the_dossier_and_says_so():
    title = Text(en="Opening", fr="Ouverture", ja="開会")
    session = Session("s", title=title)
    slot = _slot(session, reader=Reader("zh-Hans", "en"), languages=("ja", "fr"))
    assert _told(slot.title) == [("ja", "開会"), ("en", "Opening")]
    assert _told(_slot(session, reader=Reader("zh-Hans"), languages=("fr", "ja")).title) == [
        ("fr", "Ouverture")
    ]


def test_a_text_in_a_wider_tag_serves_and_never_one_in_another_script():
    session = Session("s", title=Text(fr="Ouverture", zh_Hant="開幕"))
    assert _told(_slot(session, reader=Reader("fr-CA")).title) == [("fr", "Ouverture")]
    hans = _slot(session, reader=Reader("zh-Hans"), languages=("fr",))
    assert _told(hans.title) == [("fr", "Ouverture")]


def test_a_text_that_is_the_same_in_all_languages_is_in_the_language_of_the_reader():
    slot = _slot(Session("s", title=Text.same("TGI")), reader=Reader("fr", "zh-Hans"))
    assert _told(slot.title) == [("fr", "TGI"), ("zh-Hans", "TGI")]
    assert str(slot.title) == "TGI"


def test_two_languages_are_two_phrases_the_leading_one_first():
    session = Session("s", title=Text(fr="Ouverture", zh_Hans="开幕"))
    assert str(_slot(session, reader=Reader("fr", "zh-Hans")).title) == "Ouverture / 开幕"
    assert str(_slot(session, reader=Reader("zh-Hans", "fr")).title) == "开幕 / Ouverture"


@pytest.mark.parametrize(
    ("typography", "told"),
    [
        ("fine", "L’eau\u00a0: qui paie\u202f?"),
        ("nbsp", "L’eau\u00a0: qui paie\u00a0?"),
        ("plain", "L’eau : qui paie ?"),
    ],
)
def test_texts_are_punctuated_as_their_language_writes(typography, told):
    session = Session("s", title=Text(fr="L'eau : qui paie ?"))
    assert str(_slot(session, reader=Reader("fr", typography=typography)).title) == told


def test_a_text_that_fell_back_is_punctuated_by_the_language_it_is_in():
    slot = _slot(
        Session("s", title=Text(zh_Hans="主题:水")), reader=Reader("fr"), languages=("zh-Hans",)
    )
    assert _told(slot.title) == [("zh-Hans", "主题：水")]


def test_addresses_of_pages_are_never_punctuated():
    url = "https://example.org/l'eau:1?a=b;c"
    session = Session("s", url=Text(fr=url), description=Text(fr=f"L'eau : {url}"))
    slot = _slot(session)
    assert _told(slot.url) == [("fr", url)]
    assert str(slot.description) == f"L’eau\u00a0: {url}"
    dossier = Dossier(
        namespace="a.example", events=(Event("e", title=Text(fr="E"), url=Text(fr=url)),)
    )
    assert _told(view(dossier, Reader("fr")).events[0].url) == [("fr", url)]


@given(texts(), st.sampled_from(["fr", "zh-Hans", "en", "zh-Hant"]))
def test_what_a_text_says_is_punctuated_once(text, tag):
    lexicon = Lexicon(Reader(tag), ("ja",))
    said = lexicon.words(text)
    found = text.phrase(tag, ("ja",))
    assert said == Words([Phrase(punctuate(found, found.language), found.language)])
    assert said[0].language == found.language
    assert lexicon.words(Text(dict(text))) is said


def test_titles_fall_back_to_the_workshop_the_event_and_the_kind():
    tables = {
        "events": (
            Event("e", title=Text(fr="Rencontres de Chengdu"), short=Text(fr="Rencontres")),
        ),
        "workshops": (
            Workshop(
                "w", title=Text(fr="Développement durable"), short=Text(fr="Durable"), number=2
            ),
        ),
    }
    own = _slot(Session("s", event="e", workshop="w", title=Text(fr="Séance")), **tables)
    assert (str(own.title), str(own.short), own.kind, own.number) == (
        "Séance",
        "Séance",
        "workshop",
        2,
    )
    sitting = _slot(Session("s", event="e", workshop="w"), **tables)
    assert (str(sitting.title), str(sitting.short)) == ("Développement durable", "Durable")
    plain = _slot(Session("s", event="e"), **tables)
    assert (str(plain.title), plain.kind) == ("Rencontres", "other")
    meal = _slot(Session("s", event="e", kind="meal"), reader=Reader("fr", "zh-Hans"), **tables)
    assert _told(meal.title) == [("fr", "Repas"), ("zh-Hans", "用餐")]
    alone = _slot(Session("s"))
    assert str(alone.title) == "Séance"


def test_the_sides_are_ordered_by_the_language_of_each_reader():
    sides = (
        Side("cn", name=Text(fr="Chine"), languages=("zh-Hans",)),
        Side("fr", name=Text(fr="France"), languages=("fr",)),
        Side("qc", name=Text(fr="Québec"), languages=("en", "fr-CA")),
        Side("xx", name=Text(fr="Sans langue")),
    )
    dossier = Dossier(namespace="a.example", sides=sides)
    orders = view(dossier, Reader("fr-BE", "zh-Hant")).orders
    assert orders == (("fr", "qc", "cn", "xx"), ("cn", "fr", "qc", "xx"))
    assert view(dossier, Reader("en")).orders == (("qc", "cn", "fr", "xx"),)


def test_a_person_is_named_as_each_language_names_her():
    person = Person(
        "d",
        names=(Name("fr", "Dupont", "Jean"), Name("zh-Hans", "杜邦", "让")),
        gender="masculine",
    )
    dossier = Dossier(namespace="a.example", people=(person,))
    (page,) = view(dossier, Reader("fr", "zh-Hans", audience="partners")).people
    assert _told(page.formal) == [("fr", "M.\u00a0Jean DUPONT"), ("zh-Hans", "让·杜邦先生")]
    assert page.sort == "Dupont Jean"


def test_the_address_for_the_driver_is_in_the_language_of_the_place():
    tables = {
        "sides": (Side("cn", name=Text(fr="Chine"), languages=("zh-Hans",)),),
        "places": (
            Place("city", name=Text(fr="Chengdu", zh_Hans="成都"), side="cn", position=(30.5, 104.25)),
            Place(
                "centre", name=Text(fr="Centre", zh_Hans="中心"), within="city",
                address=Text(zh_Hans="示例大道1号"),
            ),
        ),
        "rooms": (Room("r", name=Text(fr="Salle"), place="centre", floor=Text(fr="2e étage", zh_Hans="3楼")),),
    }  # fmt: skip
    slot = _slot(Session("s", room="r"), reader=Reader("fr"), **tables)
    assert _told([slot.local_address, slot.local_venue]) == [
        ("zh-Hans", "示例大道1号"),
        ("zh-Hans", "中心"),
    ]
    assert [str(words) for words in slot.place] == ["Centre", "Chengdu"]
    assert (str(slot.room), str(slot.floor), slot.position) == (
        "Salle",
        "2e\u00a0étage",
        (30.5, 104.25),
    )


def test_without_an_address_in_the_language_of_the_place_there_is_none_for_the_driver():
    tables = {
        "sides": (Side("cn", name=Text(fr="Chine"), languages=("zh-Hans",)),),
        "places": (Place("c", name=Text(fr="C"), side="cn", address=Text(fr="1 avenue")),),
        "events": (Event("e", title=Text(fr="E"), place="c"),),
    }
    slot = _slot(Session("s", event="e"), **tables)
    assert (slot.local_address, slot.local_venue, str(slot.address)) == (
        None,
        None,
        "1 avenue",
    )


def test_a_room_without_a_place_is_at_the_place_of_its_event():
    tables = {
        "places": (Place("c", name=Text(fr="Chengdu")),),
        "rooms": (Room("r", name=Text(fr="Salle")),),
        "events": (Event("e", title=Text(fr="E"), place="c"),),
    }
    slot = _slot(Session("s", event="e", room="r"), **tables)
    assert (str(slot.room), [str(words) for words in slot.place]) == ("Salle", ["Chengdu"])


def test_an_empty_end_is_named_by_its_side():
    tables = {
        "sides": (Side("cn", name=Text(fr="partie chinoise")), Side("fr", name=Text(fr="partie française"))),
        "organisations": (Organisation("pdl", name=Text(fr="Pays de la Loire"), side="fr"),),
        "workshops": (Workshop("w", title=Text(fr="Santé")),),
        "pairings": (Pairing("p", workshop="w", ends=(End("fr", (Party("pdl", confirmation="confirmed"),)),)),),
    }  # fmt: skip
    slot = _slot(Session("s", workshop="w"), **tables)
    ((cn, fr),) = [lead.ends for lead in slot.leads]
    assert (cn.side, str(cn.name), cn.parties) == ("cn", "partie chinoise", ())
    assert [(party.id, party.confirmation) for party in fr.parties] == [("pdl", "confirmed")]


def test_twelve_lines_of_dictionaries_make_a_programme():
    dossier = load_data(
        {
            "rencontres": 1,
            "namespace": "example.org",
            "languages": ["fr", "zh-Hans"],
            "events": {"e": {"title": {"fr": "Rencontres", "zh-Hans": "论坛"}}},
            "sessions": {
                "opening": {
                    "event": "e", "title": "Ouverture", "day": "2016-10-29", "hours": "09:00-10:00",
                    "zone": "Asia/Shanghai",
                },
            },
        }
    )  # fmt: skip
    seen = view(dossier, Reader("zh-Hans"))
    assert (seen.zone, seen.orders, seen.sides) == ("Asia/Shanghai", ((),), ())
    (slot,) = seen.slots()
    assert _told(slot.title) == [("fr", "Ouverture")]
    assert _told(seen.title) == [("zh-Hans", "论坛")]


def test_a_dossier_without_any_title_is_a_programme():
    seen = view(Dossier(namespace="a.example"), Reader("fr", "zh-Hans"))
    assert _told(seen.title) == [("fr", "Programme"), ("zh-Hans", "日程")]


def test_a_language_that_nobody_has_described_is_told():
    with pytest.raises(LanguageError):
        view(Dossier(namespace="a.example"), Reader("eu"))


@given(dossiers())
def test_every_text_of_a_view_has_one_phrase_for_each_language_and_none_is_blank(dossier):
    reader = Reader("fr", "zh-Hans", audience="partners")
    seen = view(dossier, reader)

    def check(value):
        if isinstance(value, Words):
            assert len(value) in (0, 2)  # nobody has no name
            assert all(phrase.strip() and chain(phrase.language) for phrase in value)
        elif isinstance(value, tuple) and not isinstance(value, Text):
            for each in value:
                check(each)
        elif hasattr(value, "__attrs_attrs__"):
            for attribute in value.__attrs_attrs__:
                if attribute.name not in {"wordings", "reader"} and attribute.eq:
                    check(getattr(value, attribute.name))

    check(seen)


def test_a_letter_to_a_person_begins_as_each_language_does_and_none_is_written_to_an_organisation():
    mayor = Person(
        "zhang-san",
        gender="masculine",
        names=(Name("zh-Hans", "张", given="三"), Name("fr", "Zhang", given="San")),
        posts=(Post(Text(fr="maire de Chengdu", zh_Hans="成都市市长")),),
    )
    dossier = Dossier(
        namespace="a.example",
        people=(mayor,),
        organisations=(Organisation("chengdu", name=Text(fr="Chengdu")),),
        sessions=(
            Session("s", roles=(Role("speaker", "zhang-san"), Role("moderator", "chengdu"))),
        ),
    )
    seen = view(dossier, Reader("fr", "zh-Hans"))
    [page] = seen.people
    assert _told(page.salutation) == [("fr", "Monsieur le Maire,"), ("zh-Hans", "尊敬的张市长：")]
    assert seen.of("chengdu").person.salutation is None
