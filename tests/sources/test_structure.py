"""The shapes of parts and texts: in as few words as they need, refused with what to type."""

from datetime import date, datetime

import pytest

from rencontres import (
    Action,
    Attendance,
    Chair,
    Committee,
    Contribution,
    End,
    Entry,
    Event,
    Interpretation,
    Item,
    Link,
    LoadError,
    Name,
    Note,
    Organisation,
    Pairing,
    Paper,
    Party,
    Person,
    Place,
    Post,
    Registration,
    Role,
    Session,
    Text,
    Tolerance,
    When,
    Workshop,
    load_data,
)


def _data(**tables):
    base = {
        "namespace": "example.org",
        "languages": ["fr", "zh-Hans"],
        "sides": {"fr": {"name": "France"}, "cn": {"name": "Chine"}},
        "organisations": {"o1": {"name": "Un"}, "o2": {"name": "Deux"}, "o3": {"name": "Trois"}},
        "people": {"p1": {"names": {"fr": {"family": "Un"}}}},
        "events": {"e1": {"title": "Un"}, "e2": {"title": "Deux"}},
        "papers": {"doc": {"title": "Feuille"}},
    }
    for name, table in tables.items():
        base[name] = {**base.get(name, {}), **table} if isinstance(table, dict) else table
    return base


def _thing(table, **fields):
    return load_data(_data(**{table: {"x": fields}}))["x"]


def _problems(data):
    with pytest.raises(LoadError) as caught:
        load_data(data)
    return list(caught.value.problems)


def _problem(table, **fields):
    (problem,) = _problems(_data(**{table: {"x": fields}}))
    assert problem.where.startswith(f"{table}.x")
    return problem.where.removeprefix(f"{table}.x").removeprefix("."), problem.text


# --- texts ---------------------------------------------------------------------------------------


def test_a_string_is_in_the_first_language():
    assert _thing("rooms", name="Salle").name == Text(fr="Salle")


def test_a_table_has_languages():
    assert _thing("rooms", name={"fr": "Salle", "zh-CN": "会议室"}).name == Text(
        {"fr": "Salle", "zh-Hans-CN": "会议室"}
    )


def test_same_is_the_same_in_all():
    assert _thing("rooms", name={"same": "TGI"}).name == Text.same("TGI")


def test_lists_of_texts_mix_both():
    topics = _thing("workshops", title="T", topics=["a", {"zh-Hans": "二"}]).topics
    assert topics == (Text(fr="a"), Text(zh_Hans="二"))


def test_plain_strings_without_languages_are_one_problem_that_says_what_to_add():
    data = _data()
    del data["languages"]
    (problem,) = _problems(data)
    assert problem.where == "sides.fr.name"
    assert 'languages = ["en"]' in problem.text


def test_a_wrong_language_of_the_header_is_the_only_problem():
    (problem,) = _problems({**_data(), "languages": ["franz\u00f6sisch"]})
    assert problem.where == "languages.0"


@pytest.mark.parametrize(
    ("name", "where"),
    [
        ("", ""),
        ("  ", ""),
        ("a\x00b", ""),
        ("\ud800", ""),
        ({}, ""),
        (3, ""),
        (["a"], ""),
        (True, ""),
        ({"fr": ""}, "fr"),
        ({"fr": 3}, "fr"),
        ({"fr": None}, "fr"),
        ({"français": "x"}, '"français"'),
        ({"zz": "x"}, "zz"),
        ({"zh-Hnas": "x"}, "zh-Hnas"),
        ({"fr": "a", "FR": "b"}, "FR"),
        ({"same": "a", "fr": "b"}, ""),
    ],
)
def test_what_is_no_text_is_refused_at_its_place(name, where):
    found, _ = _problem("rooms", name=name)
    assert found == ".".join(part for part in ("name", where) if part)


def test_a_wrong_tag_is_told_with_the_nearest_language_of_the_dossier():
    assert "zh-Hans" in _problem("rooms", name={"zh-Hnas": "x"})[1]


# --- dates ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("due", "when"),
    [
        ("2016", When("2016")),
        ("2016-22", When("2016-22")),
        ("2016-10-28/2016-10-30", When("2016-10-28/2016-10-30")),
        (date(2016, 5, 9), When("2016-05-09")),
        (
            {"when": "2016-22", "before": True, "words": "avant l’été"},
            When("2016-22", before=True, words=Text(fr="avant l’été")),
        ),
        ({"when": date(2016, 5, 9)}, When("2016-05-09")),
        ({"words": {"zh-Hans": "夏天之前"}}, When(words=Text(zh_Hans="夏天之前"))),
    ],
)
def test_dates_are_known_more_or_less(due, when):
    assert _thing("actions", title="T", due=due).due == when


@pytest.mark.parametrize(
    ("due", "where", "typed"),
    [
        ("avant l’été", "due", "{ words = 'avant l’été' }"),
        ("13/04/2016", "due", '"2016-04-13"'),
        ("13 avril 2016", "due", '"2016-04-13"'),
        ("2016年4月13日", "due", '"2016-04-13"'),
        ("2016-13", "due", "2016-13"),
        (2016, "due", "2016"),
        (datetime(2016, 5, 9, 9), "due", "2016-05-09"),
        ({}, "due", "words"),
        ({"before": True}, "due", "words"),
        ({"when": "soon"}, "due.when", "words"),
        ({"when": "2016", "befor": True}, "due.befor", "before"),
        ({"when": "2016", "before": "yes"}, "due.before", "true"),
    ],
)
def test_what_is_no_date_is_refused_with_the_way_out(due, where, typed):
    found, text = _problem("actions", title="T", due=due)
    assert found == where
    assert typed in text


# --- parties and roles, in three depths ----------------------------------------------------------

ROLES = [
    (["p1", "o1"], [Role("moderator", "p1"), Role("moderator", "o1")]),
    ([], [Role("moderator")]),
    ({}, [Role("moderator")]),
    (
        {"p1": "confirmed", "o1": "declined"},
        [
            Role("moderator", "p1", confirmation="confirmed"),
            Role("moderator", "o1", confirmation="declined"),
        ],
    ),
    (
        {
            "p1": {
                "confirmation": "invited",
                "asked": date(2016, 6, 10),
                "due": "2016-09",
                "by": "o1",
                "on_behalf_of": "o2",
            },
            "o1": "confirmed",
        },
        [
            Role(
                "moderator",
                "p1",
                confirmation="invited",
                asked=date(2016, 6, 10),
                due=When("2016-09"),
                by="o1",
                on_behalf_of="o2",
            ),
            Role("moderator", "o1", confirmation="confirmed"),
        ],
    ),
    (
        [{"id": "p1", "confirmation": "confirmed"}, "o1"],
        [Role("moderator", "p1", confirmation="confirmed"), Role("moderator", "o1")],
    ),
    ([{"due": "2016-09"}], [Role("moderator", due=When("2016-09"))]),
    ([{"id": "p1"}, {}], [Role("moderator", "p1"), Role("moderator")]),
]


@pytest.mark.parametrize(("moderator", "roles"), ROLES)
def test_roles_have_three_depths(moderator, roles):
    assert _thing("sessions", roles={"moderator": moderator}).roles == tuple(roles)


def test_roles_stand_in_the_order_of_functions_and_each_in_its_own():
    roles = _thing("sessions", roles={"speaker": ["o2", "o1"], "co-chair": ["p1"]}).roles
    assert [(role.function, role.holder) for role in roles] == [
        ("co-chair", "p1"),
        ("speaker", "o2"),
        ("speaker", "o1"),
    ]


ENDS = [
    (["o1", "o2"], (Party("o1"), Party("o2"))),
    ([], ()),
    ({"o1": "confirmed"}, (Party("o1", confirmation="confirmed"),)),
    (
        {
            "o2": {"confirmation": "invited", "asked": "2016-06-10", "person": "p1"},
            "o1": "to-confirm",
        },
        (Party("o2", confirmation="invited", asked=date(2016, 6, 10), person="p1"), Party("o1")),
    ),
    ([{"id": "o1", "confirmation": "confirmed"}], (Party("o1", confirmation="confirmed"),)),
]


@pytest.mark.parametrize(("end", "parties"), ENDS)
def test_parties_have_three_depths(end, parties):
    assert _thing("pairings", ends={"fr": end}).ends == (End("fr", parties),)


@pytest.mark.parametrize(
    ("roles", "where"),
    [
        ([], "roles"),
        ({"modrator": ["p1"]}, "roles.modrator"),
        ({"moderator": "p1"}, "roles.moderator"),
        ({"moderator": ["p2"]}, "roles.moderator.p2"),
        ({"moderator": {"p2": "confirmed"}}, "roles.moderator.p2"),
        ({"moderator": [3]}, "roles.moderator.0"),
        ({"moderator": [None]}, "roles.moderator.0"),
        ({"moderator": {"p1": "confirmd"}}, "roles.moderator.p1"),
        ({"moderator": {"p1": True}}, "roles.moderator.p1"),
        ({"moderator": {"p1": {"confirmation": "confirmd"}}}, "roles.moderator.p1.confirmation"),
        ({"moderator": {"p1": {"by": "p2"}}}, "roles.moderator.p1.by"),
        ({"moderator": {"p1": {"since": "2016"}}}, "roles.moderator.p1.since"),
        ({"moderator": [{"holder": "p1"}]}, "roles.moderator.0.holder"),
        ({"moderator": ["p1", "p1"]}, "roles.moderator.p1"),
        ({"moderator": ["fr"]}, "roles.moderator.fr"),
        ({"moderator": [{"function": "lead", "id": "p1"}]}, "roles.moderator.p1.function"),
    ],
)
def test_what_is_wrong_with_roles_is_told_at_its_place(roles, where):
    assert _problem("sessions", roles=roles)[0] == where


@pytest.mark.parametrize(
    ("ends", "where"),
    [
        ({"de": ["o1"]}, "ends.de"),
        ({"fr": "o1"}, "ends.fr"),
        ({"fr": [{"confirmation": "confirmed"}]}, "ends.fr.0.id"),
        ({"fr": ["p1"]}, "ends.fr.p1"),
        ({"fr": ["o1"], "cn": ["o1"]}, "ends.fr.o1"),
    ],
)
def test_what_is_wrong_with_ends_is_told_at_its_place(ends, where):
    assert _problem("pairings", ends=ends)[0] in (where, where.replace("ends.fr.o1", "ends.cn.o1"))


def test_one_id_for_a_list_is_told_with_its_brackets():
    assert '["p1"]' in _problem("sessions", roles={"moderator": "p1"})[1]


def test_a_function_that_is_none_is_told_with_the_nearest():
    assert "moderator" in _problem("sessions", roles={"modrator": ["p1"]})[1]


# --- other shapes --------------------------------------------------------------------------------


def test_chairs_are_ids_or_tables():
    chairs = {"fr": "p1", "cn": {"holder": "o1", "predecessor": "o2", "mandate": "Préparer"}}
    assert _thing("committees", name="C", chairs=chairs).chairs == (
        Chair("cn", "o1", predecessor="o2", mandate=Text(fr="Préparer")),
        Chair("fr", "p1"),
    )


def test_links_are_lists_by_kind():
    assert _thing("events", title="T", links={"backed-by": ["e1", "e2"], "prepares": []}).links == (
        Link("backed-by", "e1"),
        Link("backed-by", "e2"),
    )


def test_names_are_by_language():
    assert _thing(
        "people", names={"zh-Hans": {"family": "张", "given": "三", "order": "family-first"}}
    ).names == (Name("zh-Hans", "张", "三", order="family-first"),)


def test_funding_is_by_side():
    assert _thing(
        "pairings",
        funding={"cn": {"amount": 3, "currency": "CNY"}, "fr": {"kind": "in-kind", "amount": 2.5}},
    ).funding == (
        Contribution("cn", amount=3, currency="CNY"),
        Contribution("fr", kind="in-kind", amount=2.5),
    )


def test_interpretation_is_one_or_several():
    one = {"between": ["fr", "zh"], "channels": {"zh-Hans": 2, "fr": 1}}
    made = Interpretation(("fr", "zh-Hans"), channels=(("fr", 1), ("zh-Hans", 2)))
    assert _thing("sessions", interpretation=one).interpretation == (made,)
    assert _thing(
        "sessions",
        interpretation=[one, {"between": ["fr", "en"], "mode": "liaison", "team": ["p1"]}],
    ).interpretation == (
        made,
        Interpretation(("fr", "en"), mode="liaison", team=("p1",)),
    )


def test_every_other_shape():
    dossier = load_data(
        _data(
            places={
                "x1": {
                    "name": "A",
                    "position": [30, 104.5],
                    "codes": {"INSEE": "33063"},
                    "candidates": ["x2"],
                    "identified": False,
                },
                "x2": {"name": "B"},
            },
            sessions={
                "x3": {
                    "items": [
                        {"title": "Un", "minutes": 5, "roles": {"speaker": ["p1"]}, "paper": "doc"}
                    ],
                    "attendance": {
                        "estimate": 20,
                        "counts": {"fr": 12},
                        "people": ["p1"],
                        "sheet": "doc",
                    },
                }
            },
            workshops={
                "x4": {
                    "title": "T",
                    "entries": [{"text": "Note", "kind": "unclassified", "organisations": ["o1"]}],
                }
            },
            people={
                "x5": {
                    "names": {"fr": {"family": "X"}},
                    "posts": [{"title": "Maire", "organisation": "o1", "elected": True}],
                }
            },
            notes={
                "x6": {
                    "text": "T",
                    "kind": "decision",
                    "agreed": {"fr": "2016-05", "cn": {"words": "oui"}},
                    "about": ["e1", "p1"],
                }
            },
            registrations=[
                {"person": "p1", "event": "e1", "arrival": "2016-10-28", "category": "élu"}
            ],
            tolerances=[
                {"rule": "RC103", "reason": "Convenu", "about": ["e1"], "limit": 3},
                {"rule": "RC104", "reason": "Vu", "limit": "2016-05-09"},
            ],
        )
    )
    assert dossier["x1"] == Place(
        "x1",
        name=Text(fr="A"),
        position=(30.0, 104.5),
        codes=(("INSEE", "33063"),),
        candidates=("x2",),
        identified=False,
    )
    assert dossier["x3"] == Session(
        "x3",
        items=(Item(Text(fr="Un"), minutes=5, roles=(Role("speaker", "p1"),), paper="doc"),),
        attendance=Attendance(estimate=20, counts=(("fr", 12),), people=("p1",), sheet="doc"),
    )
    assert dossier["x4"] == Workshop(
        "x4",
        title=Text(fr="T"),
        entries=(Entry(Text(fr="Note"), kind="unclassified", organisations=("o1",)),),
    )
    assert dossier["x5"].posts == (Post(Text(fr="Maire"), organisation="o1", elected=True),)
    assert dossier["x6"] == Note(
        "x6",
        text=Text(fr="T"),
        kind="decision",
        agreed=(("cn", When(words=Text(fr="oui"))), ("fr", When("2016-05"))),
        about=("e1", "p1"),
    )
    assert dossier.registrations == (
        Registration("p1", event="e1", arrival=When("2016-10-28"), category="élu"),
    )
    assert dossier.tolerances == (
        Tolerance("RC103", reason=Text(fr="Convenu"), about=("e1",), limit=3),
        Tolerance("RC104", reason=Text(fr="Vu"), limit=date(2016, 5, 9)),
    )


def test_a_level_implies_an_authority():
    assert _thing("organisations", name="X", level="regional").kind == "authority"


def test_nothing_said_is_nothing_known():
    assert _thing("sessions") == Session("x")
    assert _thing("pairings") == Pairing("x")
    assert _thing("committees", name="C") == Committee("x", name=Text(fr="C"))
    assert _thing("papers", title="P") == Paper("x", title=Text(fr="P"))
    assert _thing("actions", title="A", due=None, owners=[]) == Action("x", title=Text(fr="A"))
    assert _thing("events", title="E") == Event("x", title=Text(fr="E"))
    assert _thing("organisations", name="O") == Organisation("x", name=Text(fr="O"))
    assert _thing("people", names={"fr": {"family": "F"}}) == Person("x", names=(Name("fr", "F"),))


@pytest.mark.parametrize(
    ("table", "fields", "where"),
    [
        ("rooms", {}, "name"),
        ("rooms", {"name": "N", "capacity": "120"}, "capacity"),
        ("rooms", {"name": "N", "capacity": 120.0}, "capacity"),
        ("rooms", {"name": "N", "capacity": True}, "capacity"),
        ("rooms", {"name": "N", "capacity": -1}, "capacity"),
        ("rooms", {"name": "N", "capacity": 10**400}, "capacity"),
        ("rooms", {"name": "N", "capcity": 120}, "capcity"),
        ("rooms", {"name": "N", "id": "x"}, "id"),
        ("rooms", {"name": "N", "place": ["p"]}, "place"),
        ("places", {"name": "N", "position": [30]}, "position"),
        ("places", {"name": "N", "position": [91, 0]}, "position"),
        ("places", {"name": "N", "position": ["30", 104]}, "position.0"),
        ("places", {"name": "N", "position": "30, 104"}, "position"),
        ("places", {"name": "N", "identified": "no"}, "identified"),
        ("places", {"name": "N", "codes": {"INSEE": 33063}}, "codes.INSEE"),
        ("places", {"name": "N", "candidates": ["x1"]}, "candidates.0"),
        ("places", {"name": "N", "side": "e1"}, "side"),
        ("sides", {"name": "N", "country": "fr"}, "country"),
        ("sides", {"name": "N", "languages": ["fr", "xx"]}, "languages.1"),
        ("organisations", {"name": "N", "kind": "authorty"}, "kind"),
        ("organisations", {"name": "N", "level": "local", "kind": "company"}, "level"),
        ("organisations", {"name": "N", "valid": "yes"}, "valid"),
        ("people", {"names": {}}, "names"),
        ("people", {"names": {"fr": {"given": "A"}}}, "names.fr.family"),
        ("people", {"names": {"fr": "Dupont"}}, "names.fr"),
        ("people", {"names": {"zz": {"family": "X"}}}, "names.zz"),
        ("people", {"names": {"fr": {"family": "X"}}, "posts": {"title": "T"}}, "posts"),
        ("people", {"names": {"fr": {"family": "X"}}, "posts": ["Maire"]}, "posts.0"),
        (
            "people",
            {"names": {"fr": {"family": "X"}}, "posts": [{"title": "T", "elected": 1}]},
            "posts.0.elected",
        ),
        ("committees", {"name": "N", "chairs": {"fr": {"mandate": "M"}}}, "chairs.fr.holder"),
        ("committees", {"name": "N", "chairs": {"de": "p1"}}, "chairs.de"),
        ("committees", {"name": "N", "chairs": {"fr": "fr"}}, "chairs.fr"),
        ("events", {"title": "T", "links": {"backed": ["e1"]}}, "links.backed"),
        ("events", {"title": "T", "links": {"backed-by": "e1"}}, "links.backed-by"),
        ("events", {"title": "T", "links": {"backed-by": ["p1"]}}, "links.backed-by.0"),
        ("sessions", {"interpretation": {"between": ["fr"]}}, "interpretation.between"),
        ("sessions", {"interpretation": {"between": ["fr", "fr"]}}, "interpretation.between"),
        ("sessions", {"interpretation": {"between": "fr-zh"}}, "interpretation.between"),
        ("sessions", {"interpretation": [{"between": ["fr", "xx"]}]}, "interpretation.0.between.1"),
        (
            "sessions",
            {"interpretation": {"between": ["fr", "zh"], "channels": {"fr": "1"}}},
            "interpretation.channels.fr",
        ),
        ("sessions", {"attendance": {"estimate": "about 20"}}, "attendance.estimate"),
        ("sessions", {"attendance": {"counts": {"de": 3}}}, "attendance.counts.de"),
        ("sessions", {"attendance": 20}, "attendance"),
        ("sessions", {"items": [{"title": "T", "minutes": 1.5}]}, "items.0.minutes"),
        ("sessions", {"items": [{"minutes": 1}]}, "items.0.title"),
        ("sessions", {"url": "www.example.org"}, "url"),
        ("sessions", {"open": "yes"}, "open"),
        ("pairings", {"funding": {"fr": {"amount": "3000 €"}}}, "funding.fr.amount"),
        ("pairings", {"funding": {"fr": {"amount": float("nan")}}}, "funding.fr.amount"),
        ("pairings", {"funding": {"fr": 3000}}, "funding.fr"),
        ("pairings", {"funding": {"fr": {"amount": 1, "currency": "euro"}}}, "funding.fr.currency"),
        ("notes", {"text": "T", "agreed": {"fr": "yes"}}, "agreed.fr"),
        ("notes", {"text": "T", "agreed": ["fr"]}, "agreed"),
        ("actions", {"title": "T", "depends_on": ["x"]}, "depends_on"),
        ("notes", {"text": "T", "source": 168}, "source"),
        ("notes", {"text": "T", "audience": "everybody"}, "audience"),
        ("notes", {"text": "T", "extra": {"a": date(2016, 5, 9)}}, "extra.a"),
        ("notes", {"text": "T", "extra": {"a": [{"b": date(2016, 5, 9)}]}}, "extra.a.0.b"),
        ("notes", {"text": "T", "extra": {"a": {"b": {3: "c"}}}}, "extra.a.b"),
        ("notes", {"text": "T", "extra": [1]}, "extra"),
        ("notes", {"text": "T", "extra": {"a": 2**64}}, "extra.a"),
    ],
)
def test_what_is_wrong_is_told_once_at_its_place(table, fields, where):
    assert _problem(table, **fields)[0] == where


def test_extra_that_shares_its_parts_is_counted():
    extra = ["x"]
    for _ in range(40):
        extra = [extra, extra]
    where, _ = _problem("notes", text="T", extra={"a": extra})
    assert where.startswith("extra")


def test_extra_keeps_json_as_it_is():
    extra = {"badge": "blue", "seats": [1, 2.5, None, True], "deep": {"a": {}}, "empty": []}
    assert _thing("notes", text="T", extra=extra).extra.thaw() == extra
    assert _thing("notes", text="T", extra='{"a": null}').extra.thaw() == {"a": None}


# --- keys and ids --------------------------------------------------------------------------------


@pytest.mark.parametrize("id_", ["Salle", "salle_1", "-a", "é", "a b", "a.b", "x" * 121])
def test_what_is_no_id_is_refused_and_its_references_are_not(id_):
    (problem,) = _problems(_data(rooms={id_: {"name": "N"}}, sessions={"s": {"room": id_}}))
    assert problem.code == "id.invalid"


def test_an_id_in_two_tables_is_one_problem():
    (problem,) = _problems(
        _data(sessions={"o1": {"title": "N"}}, notes={"n": {"text": "T", "about": ["o1"]}})
    )
    assert problem.code == "id.twice"
    assert problem.where == "sessions.o1"
    assert "organisations" in problem.text


def test_a_table_of_a_wrong_name_is_one_problem():
    (problem,) = _problems(_data(room={"r": {"name": "N"}}, sessions={"s": {"room": "r"}}))
    assert problem.where == "room"
    assert "`rooms`" in problem.text


def test_references_to_what_could_not_be_made_are_no_problem():
    data = _data(rooms={"r": {"nom": "N"}}, sessions={"s": {"room": "r"}})
    assert {problem.where for problem in _problems(data)} == {"rooms.r.nom", "rooms.r.name"}


@pytest.mark.parametrize(
    ("data", "where", "home"),
    [
        ({"sessions": {"x": {"roles": {"room": "r"}}}}, "sessions.x.roles.room", "sessions.x"),
        (
            {"sessions": {"x": {"roles": {"day": "2016-10-29"}}}},
            "sessions.x.roles.day",
            "sessions.x",
        ),
        (
            {"sessions": {"x": {"title": {"fr": "T", "hours": "09:00"}}}},
            "sessions.x.title.hours",
            "sessions.x",
        ),
        (
            {"sessions": {"x": {"title": {"fr": "T", "day": date(2016, 10, 29)}}}},
            "sessions.x.title.day",
            "sessions.x",
        ),
        (
            {"pairings": {"x": {"ends": {"topic": {"fr": "T"}}}}},
            "pairings.x.ends.topic",
            "pairings.x",
        ),
        (
            {"sessions": {"x": {"attendance": {"counts": {"estimate": 3}}}}},
            "sessions.x.attendance.counts.estimate",
            "sessions.x.attendance",
        ),
        ({"sides": {"de": {"name": "D", "version": 3}}}, "sides.de.version", "top of the file"),
        (
            {"sides": {"de": {"name": "D", "revised": "2016-10-20T10:00:00Z"}}},
            "sides.de.revised",
            "top of the file",
        ),
    ],
)
def test_a_key_that_belongs_one_table_up_says_so(data, where, home):
    (problem,) = _problems(_data(**data))
    assert problem.where == where
    assert home in problem.text


@pytest.mark.parametrize(
    ("header", "where"),
    [
        ({"namespace": None}, "namespace"),
        ({"namespace": "not a domain"}, "namespace"),
        ({"state": "definitive"}, "state"),
        ({"version": "3"}, "version"),
        ({"revised": "2016-10-20"}, "revised"),
        ({"revised": "2016-10-20T10:00:00"}, "revised"),
        ({"revised": date(2016, 10, 20)}, "revised"),
        ({"titel": "T"}, "titel"),
        ({"rencontres": 2}, "rencontres"),
        ({"rencontres": True}, "rencontres"),
        ({"sides": []}, "sides"),
        ({"registrations": {}}, "registrations"),
        ({"registrations": [{"event": "e1"}]}, "registrations.0.person"),
        ({"registrations": [{"person": "p1"}, {"person": "p1"}]}, "registrations"),
        ({"registrations": [{"person": "p1", "arrival": "soon"}]}, "registrations.0.arrival"),
        ({"tolerances": [{"rule": "RC1", "reason": "R", "limit": "soon"}]}, "tolerances.0.limit"),
        (
            {"tolerances": [{"rule": "RC1", "reason": "R", "limit": 1, "off": True}]},
            "tolerances.0.limit",
        ),
    ],
)
def test_what_is_wrong_with_the_dossier_is_told_once(header, where):
    data = {**_data(), **header}
    if header.get("sides") == []:
        data = {**header, "namespace": "x"}
    (problem,) = _problems(data)
    assert problem.where == where


def test_a_missing_namespace_is_told():
    data = _data()
    del data["namespace"]
    (problem,) = _problems(data)
    assert problem.where == "namespace"


def test_revised_is_a_moment_of_the_world():
    revised = load_data({**_data(), "revised": "2016-10-20T12:00:00+02:00"}).revised
    assert (revised.isoformat(), revised.tzinfo.key) == ("2016-10-20T10:00:00+00:00", "UTC")


# --- what hosts may pass -------------------------------------------------------------------------


HUGE = 10**5000


NO_DOSSIERS = [
    None,
    [],
    "x",
    3,
    {},
    {1: 2},
    {HUGE: 2},
    {"namespace": "x", "rooms": {1: {}}},
    {"namespace": "x", "rooms": {HUGE: {}}},
    {"namespace": "x", "rooms": {"r": {"name": {HUGE: "x"}}}},
    {"namespace": "x", "rooms": {"r": {"name": {"en": "x"}, HUGE: 1}}},
    {"namespace": "x", "rooms": {"r": {"name": {"en": "x"}, "capacity": HUGE}}},
    {"namespace": "x", "sessions": {"s": {"roles": {HUGE: []}}}},
    {"namespace": "x", "sessions": {"s": {"roles": {"speaker": {HUGE: {}}}}}},
    {"namespace": "x", "sessions": {"s": {"roles": {"speaker": [HUGE, {HUGE: 1}, {"id": HUGE}]}}}},
    {"namespace": "x", "notes": {"n": {"text": {"en": "x"}, "extra": {HUGE: 1}}}},
    {"namespace": "x", "notes": {"n": {"text": {"en": "x"}, "extra": {"a": HUGE}}}},
    {"namespace": "x", "version": HUGE, "languages": [HUGE], "revised": HUGE},
    {"namespace": "\ud800", "x\ud800": 1},
]


@pytest.mark.parametrize("data", NO_DOSSIERS, ids=range(len(NO_DOSSIERS)))
def test_what_is_no_dossier_is_refused(data):
    with pytest.raises(LoadError) as caught:
        load_data(data)
    assert str(caught.value)


def test_data_that_hold_themselves_are_refused():
    extra = {}
    extra["again"] = extra
    (problem,) = _problems(_data(notes={"n": {"text": "T", "extra": extra}}))
    assert problem.where.startswith("notes.n.extra")


def test_data_are_not_changed():
    data = _data(
        sessions={
            "s": {
                "day": "2016-10-29",
                "hours": "09:00",
                "zone": "UTC",
                "roles": {"speaker": [{"id": "p1"}]},
            }
        }
    )
    before = repr(data)
    load_data(data)
    assert repr(data) == before
