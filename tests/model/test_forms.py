"""What the fields of single things take, beyond their types, and the one form each is kept in."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rencontres.errors import DossierError
from rencontres.model import (
    FUNCTIONS,
    Attendance,
    Chair,
    Committee,
    Contribution,
    End,
    Event,
    Interpretation,
    Link,
    Name,
    Note,
    Organisation,
    Pairing,
    Party,
    Person,
    Place,
    Promise,
    Registration,
    Role,
    Session,
    Side,
    Tolerance,
)
from rencontres.text import Text
from rencontres.when import When

PARIS, SHANGHAI = ZoneInfo("Europe/Paris"), ZoneInfo("Asia/Shanghai")
NAME = Text(en="A name")


def problems(make):
    """Return code and place of everything wrong."""
    with pytest.raises(DossierError) as refused:
        make()
    return [(problem.code, problem.where) for problem in refused.value.problems]


@pytest.mark.parametrize("id_", ["a", "0", "w2", "pleniere-1", "a" * 120, "a--b-"])
def test_an_id_is_of_small_letters_digits_and_hyphens(id_):
    assert Session(id_).id == id_


@pytest.mark.parametrize(
    "id_", ["", "-a", "A", "é", "a b", "a.b", "a/b", "../a", "武汉", "a\n", "ａ", "a" * 121, "a_b"]
)
def test_another_id_is_refused(id_):
    ((_, where),) = problems(lambda: Session(id_))
    assert where == "id"


@pytest.mark.parametrize("email", ["a@b.fr", "jean.dupont+x@mairie.example.org", "李@例子.中国"])
def test_an_address_is_an_address(email):
    assert Person("p", names=(Name("fr", "P"),), email=email).email == email


@pytest.mark.parametrize(
    "email",
    [
        "a",
        "a@",
        "@b",
        "a b@c.fr",
        "a@b.fr ",
        "Jean <a@b.fr>",
        "a@b.fr,c@d.fr",
        "a@b@c",
        "a@b\u00a0c",
        'a"@b',
        "a..b@example.org",
        ".a@example.org",
        "a@-b.example",
        "a@b..example",
        "a\u200bb@example.org",
        "x" * 65 + "@example.org",
    ],
)
def test_what_is_no_address_is_refused(email):
    assert problems(lambda: Person("p", names=(Name("fr", "P"),), email=email)) == [
        ("email.invalid", "email")
    ]


@pytest.mark.parametrize(
    ("phone", "right"),
    [("+33 (0)2 28 20 50 10", True), ("028-8661 转 3", True), ("appeler Mme Li", False)],
)
def test_a_telephone_number_has_a_digit(phone, right):
    make = lambda: Person("p", names=(Name("fr", "P"),), phone=phone)  # noqa: E731 - called twice
    assert make().phone == phone if right else problems(make) == [("phone.invalid", "phone")]


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org",
        "HTTP://example.org/a?b=c#d",
        "https://fr.wikipedia.org/wiki/Chengdu_成都",
        "mailto:a@example.org?subject=x",
        "https://[::1]/",
    ],
)
def test_a_page_has_an_address_that_can_be_followed(url):
    assert Session("s", url=Text(fr=url)).url == Text(fr=url)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://a",
        "example.org",
        "//example.org",
        "https:example.org",
        "https://",
        "https:///a",
        "https://a b",
        "https://a\nb",
        'https://a"b',
        "https://a/<b>",
        "mailto:",
        "mailto:a",
    ],
)
def test_another_address_is_refused_in_whichever_language(url):
    for text in (Text(fr=url), Text({"fr": "https://example.org", "zh": url}), Text.same(url)):
        with pytest.raises(DossierError, match="https://… or mailto:…"):
            Event("e", title=NAME, url=text)


@pytest.mark.parametrize(
    "url",
    [
        "https://-a.example/",
        "https://a..b/",
        "https://a:99999/",
        f"https://{'a' * 64}.example",
        "https://%00/",
        "https://[x]/",
        "https://a@b@c/",
        "mailto:a..b@example.org",
    ],
)
def test_a_page_on_a_host_that_no_network_can_have_is_refused(url):
    assert problems(lambda: Event("e", title=NAME, url=Text(fr=url))) == [("url.invalid", "url")]


def test_an_identity_from_elsewhere_is_kept_to_the_letter():
    uid = "040000008200E00074C5B7101A82E008-e\u0301@例.org"
    assert Session("s", uid=uid).uid == uid
    for bad in (" a", "a ", "a\nb", "a\r\nUID:b", "\0", ""):
        assert len(problems(lambda bad=bad: Session("s", uid=bad))) == 1


@pytest.mark.parametrize(
    ("currency", "right"),
    [("EUR", True), ("CNY", True), ("eur", False), ("€", False), ("EURO", False), ("元", False)],
)
def test_a_currency_has_three_capitals(currency, right):
    make = lambda: Contribution("fr", amount=1, currency=currency)  # noqa: E731 - called twice
    assert (
        make().currency == currency
        if right
        else problems(make) == [("currency.invalid", "currency")]
    )


def test_one_amount_has_one_form():
    assert type(Contribution("fr", amount=100.0).amount) is int
    assert Contribution("fr", amount=0.5).amount == 0.5
    assert problems(lambda: Contribution("fr", amount=-1)) == [("value.negative", "amount")]
    assert problems(lambda: Contribution("fr", amount=True)) == [("value.type", "amount")]


@pytest.mark.parametrize(
    ("country", "right"),
    [("JP", True), ("TW", True), ("jp", False), ("JPN", False), ("UK", False), ("", False)],
)
def test_a_country_is_one_of_the_standard(country, right):
    make = lambda: Side("a", name=NAME, country=country)  # noqa: E731 - called twice
    assert make().country == country if right else len(problems(make)) == 1


def test_a_zone_is_one_of_the_database():
    assert Place("p", name=NAME, zone="Asia/Tokyo").zone == "Asia/Tokyo"
    for key in ("Tokyo", "../../etc", "x" * 300, "+09:00"):
        assert problems(lambda key=key: Side("a", name=NAME, zone=key)) == [
            ("zone.unknown", "zone")
        ]


@given(st.tuples(st.integers(-90, 90) | st.floats(-90, 90), st.floats(-180, 180)))
def test_a_position_is_two_floats(position):
    place = Place("p", name=NAME, position=position)
    assert place.position == position
    assert {type(degrees) for degrees in place.position} == {float}
    assert "-0.0" not in map(repr, place.position)


@pytest.mark.parametrize(
    "position",
    [
        (90.5, 0),
        (0, 181),
        (104.06, 30.67),
        (float("nan"), 0),
        (0, float("inf")),
        (1,),
        (1, 2, 3),
        ("30", "104"),
        (True, 0),
        [30, 104],
        30,
    ],
)
def test_another_position_is_refused(position):
    assert problems(lambda: Place("p", name=NAME, position=position))


def test_language_tags_are_kept_in_one_spelling_everywhere():
    assert Side("a", name=NAME, languages=("FR", "zh_TW")).languages == ("fr", "zh-Hant-TW")
    assert Name("zh", "李").language == "zh-Hans"
    talk = Interpretation(("fr_fr", "zh"), channels=(("zh", 2), ("FR", 1)))
    assert talk.between == ("fr-FR", "zh-Hans")
    assert talk.channels == (("fr", 1), ("zh-Hans", 2))
    assert problems(lambda: Session("s", languages=("fr", "xx", "zh", "und"))) == [
        ("language.unknown", "languages.1"),
        ("language.unknown", "languages.3"),
    ]


def test_what_is_said_twice_is_refused_once_its_form_is_the_same():
    assert problems(lambda: Side("a", name=NAME, languages=("zh", "fr", "zh-Hans"))) == [
        ("value.twice", "languages.zh-Hans")
    ]
    assert problems(lambda: Interpretation(("fr", "zh"), channels=(("zh", 1), ("cmn", 2)))) == [
        ("value.twice", "channels.zh-Hans")
    ]
    assert problems(lambda: Person("p", names=(Name("zh", "李"), Name("cmn", "张")))) == [
        ("value.twice", "names.zh-Hans")
    ]
    assert problems(lambda: Attendance(counts=(("fr", 1), ("fr", 2)))) == [
        ("value.twice", "counts.fr")
    ]
    assert problems(
        lambda: Note("n", text=NAME, agreed=(("fr", When("2016")), ("fr", When("2017"))))
    ) == [("value.twice", "agreed.fr")]
    assert problems(lambda: Place("p", name=NAME, codes=(("INSEE", "1"), ("INSEE", "2")))) == [
        ("value.twice", "codes.INSEE")
    ]
    assert problems(lambda: Committee("c", name=NAME, hosts=("a", "b", "a"))) == [
        ("value.twice", "hosts.a")
    ]


def test_one_side_has_one_chair_one_end_and_one_contribution():
    assert problems(
        lambda: Committee("c", name=NAME, chairs=(Chair("fr", "a"), Chair("fr", "b")))
    ) == [("value.twice", "chairs.fr")]
    assert problems(lambda: Pairing("p", ends=(End("fr"), End("fr")))) == [
        ("value.twice", "ends.fr")
    ]
    assert problems(lambda: Pairing("p", funding=(Contribution("fr"), Contribution("fr")))) == [
        ("value.twice", "funding.fr")
    ]


def test_a_party_stands_once_in_a_pairing():
    assert problems(lambda: End("fr", (Party("a"), Party("a")))) == [("value.twice", "parties.a")]
    ends = (End("fr", (Party("a"),)), End("cn", (Party("b"), Party("a"))))
    assert problems(lambda: Pairing("p", ends=ends)) == [("party.twice", "ends.fr.a")]


def test_a_function_is_held_once_by_one_holder():
    roles = (Role("speaker", "a"), Role("speaker", "a", confirmation="confirmed"))
    assert problems(lambda: Session("s", roles=roles)) == [("value.twice", "roles.speaker.a")]
    assert problems(lambda: Session("s", roles=(Role("lead"), Role("lead")))) == [
        ("value.twice", "roles.lead")
    ]
    assert Session("s", roles=(Role("lead"), Role("lead", "a"))).roles
    assert problems(
        lambda: Event("e", title=NAME, links=(Link("follows", "a"), Link("follows", "a")))
    ) == [("value.twice", "links.follows.a")]


@given(st.permutations([(function, holder) for function in FUNCTIONS for holder in ("b", "a")]))
def test_roles_are_kept_by_function_and_as_given_within_one(pairs):
    roles = Session("s", roles=tuple(Role(*pair) for pair in pairs)).roles
    assert [role.function for role in roles] == [f for f in FUNCTIONS for _ in range(2)]
    for function in FUNCTIONS:
        assert [r.holder for r in roles if r.function == function] == [
            h for f, h in pairs if f == function
        ]


def test_names_ends_and_chairs_are_kept_in_one_order_parties_as_given():
    assert [n.language for n in Person("p", names=(Name("zh", "李"), Name("fr", "Li"))).names] == [
        "fr",
        "zh-Hans",
    ]
    ends = (End("fr", (Party("z"), Party("a"))), End("cn"))
    assert [
        (e.side, [p.organisation for p in e.parties]) for e in Pairing("p", ends=ends).ends
    ] == [("cn", []), ("fr", ["z", "a"])]
    assert [
        c.side
        for c in Committee("c", name=NAME, chairs=(Chair("fr", "a"), Chair("cn", "b"))).chairs
    ] == ["cn", "fr"]


def test_a_level_makes_an_authority_and_nothing_else_has_one():
    assert Organisation("o", name=NAME, level="regional").kind == "authority"
    assert Organisation("o", name=NAME, level="local", kind="authority").kind == "authority"
    assert problems(lambda: Organisation("o", name=NAME, level="local", kind="company")) == [
        ("level.kind", "level")
    ]


def test_a_person_has_a_name():
    assert problems(lambda: Person("p", names=())) == [("person.nameless", "names")]


def test_interpretation_is_between_two_languages():
    assert problems(lambda: Interpretation(("zh", "cmn"))) == [("between.pair", "between")]
    assert problems(lambda: Interpretation(("fr",))) == [("value.type", "between")]
    assert problems(lambda: Interpretation("fr-zh")) == [("value.type", "between")]


def test_a_tolerance_switches_off_or_moves_a_threshold():
    assert Tolerance("RC103", reason=NAME, limit=-3).limit == -3
    assert Tolerance("RC103", reason=NAME, limit=date(2016, 5, 9)).limit == date(2016, 5, 9)
    assert problems(lambda: Tolerance("RC103", reason=NAME, limit=3, off=True)) == [
        ("tolerance.both", "limit")
    ]
    assert problems(lambda: Tolerance("RC103", reason=NAME, limit=datetime(2016, 5, 9))) == [
        ("value.type", "limit")
    ]


def test_a_day_is_no_moment():
    assert Promise(asked=date(2016, 6, 10)).asked == date(2016, 6, 10)
    assert problems(lambda: Promise(asked=datetime(2016, 6, 10))) == [("value.type", "asked")]


def test_a_session_has_a_start_or_a_day():
    assert problems(
        lambda: Session("s", start=datetime(2016, 10, 29, 9, tzinfo=PARIS), when=When("2016"))
    ) == [("session.when", "when")]
    assert problems(lambda: Session("s", end=datetime(2016, 10, 29, 9, tzinfo=PARIS))) == [
        ("session.end", "end")
    ]
    assert Session("s", when=When("2016-10-29")).start is None


def test_a_session_has_moments_that_some_clock_shows():
    naive, gap = datetime(2016, 10, 29, 9), datetime(2016, 3, 27, 2, 30, tzinfo=PARIS)
    assert problems(lambda: Session("s", start=naive, end=gap)) == [
        ("moment.invalid", "start"),
        ("moment.invalid", "end"),
    ]
    assert problems(lambda: Session("s", start=date(2016, 10, 29))) == [("value.type", "start")]


def test_a_session_ends_after_it_starts_in_the_zone_of_its_start():
    start = datetime(2016, 10, 29, 9, tzinfo=SHANGHAI)
    session = Session("s", start=start, end=datetime(2016, 10, 29, 3, 30, tzinfo=PARIS))
    assert session.end.isoformat() == "2016-10-29T09:30:00+08:00"
    assert problems(lambda: Session("s", start=start, end=start)) == [("session.order", "end")]
    assert problems(
        lambda: Session("s", start=start, end=datetime(2016, 10, 29, 2, tzinfo=PARIS))
    ) == [("session.order", "end")]


def test_sessions_that_differ_in_fold_or_in_zone_alone_differ():
    first, second = (
        Session("s", start=datetime(2016, 10, 30, 2, 30, tzinfo=PARIS, fold=fold))
        for fold in (0, 1)
    )
    assert first != second
    assert len({first, second}) == 2
    assert Session("s", start=datetime(2016, 10, 29, 9, tzinfo=UTC)) != Session(
        "s", start=datetime(2016, 10, 29, 11, tzinfo=PARIS)
    )


def test_a_registration_has_days_or_moments():
    start = datetime(2016, 10, 28, 9, tzinfo=UTC)
    registration = Registration("p", arrival=start, departure=When("2016-10-30"))
    assert registration.arrival.tzinfo.key == "UTC"
    assert problems(lambda: Registration("p", arrival=datetime(2016, 10, 28))) == [
        ("moment.invalid", "arrival")
    ]
    assert problems(lambda: Registration("p", arrival="2016-10-28")) == [("value.type", "arrival")]


def test_names_are_kept_in_nfc_and_the_source_may_have_lines():
    assert Name("fr", "Le\u0301vy").family == "L\u00e9vy"
    assert Session("s", source="l. 1\nl. 2").source == "l. 1\nl. 2"


def test_words_of_a_phrase_or_an_enumeration_are_plain_strings():
    class Kind(str):
        __slots__ = ()

    session = Session(Kind("s"), kind=Kind("opening"), event=Kind("e"), uid=Kind("u"))
    assert {type(value) for value in (session.id, session.kind, session.event, session.uid)} == {
        str
    }


def test_a_huge_number_is_told_without_its_digits():
    assert problems(lambda: Event("e", title=10**5000, place=10**5000)) == [
        ("value.type", "title"),
        ("value.type", "place"),
    ]
    with pytest.raises(DossierError, match="not an int"):
        Event("e", title=10**5000)


def test_an_event_is_not_linked_to_itself():
    assert problems(lambda: Event("e", title=NAME, links=(Link("follows", "e"),))) == [
        ("link.self", "links")
    ]


def test_a_wrong_type_leads_to_the_right_one():
    with pytest.raises(DossierError) as refused:
        Event("e", title="Rencontres", when="2016", roles=[], place=3)
    told = {problem.where: problem.text for problem in refused.value.problems}
    assert told == {
        "title": 'a Text, such as Text(en="Welcome") is needed here, not a str',
        "when": 'a When, such as When("2016-05-09") is needed here, not a str',
        "place": "an id is needed here, not the int 3",
        "roles": "a tuple is needed here, not a list",
    }
