"""Comparing two states of a dossier: what has changed, who must be told, and how it is said."""

import pickle
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rencontres import load
from rencontres.errors import DossierError, LanguageError
from rencontres.model import (
    Action,
    Chair,
    Committee,
    Dossier,
    End,
    Event,
    Interpretation,
    Item,
    Link,
    Name,
    Organisation,
    Pairing,
    Party,
    Person,
    Place,
    Post,
    Registration,
    Role,
    Room,
    Session,
    Side,
    Workshop,
)
from rencontres.publishing import Former, compare, publish
from rencontres.testing.strategies import dossiers, parts
from rencontres.testing.things import Known
from rencontres.text import Text
from rencontres.when import When
from rencontres.wording import Wording

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "chengdu-2016"
GOLDEN = Path(__file__).parent / "golden"
CHENGDU = ZoneInfo("Asia/Shanghai")
PARIS = ZoneInfo("Europe/Paris")


def at(hour: int, minute: int = 0, day: int = 29) -> datetime:
    return datetime(2016, 10, day, hour, minute, tzinfo=CHENGDU)


def person(id_: str, side: str = "fr") -> Person:
    return Person(id_, side=side, names=(Name("fr", id_.title(), "A"),))


def dossier(**fields: object) -> Dossier:
    base: dict[str, object] = {
        "namespace": "example.org",
        "title": Text(fr="Rencontres", zh_Hans="论坛"),
        "languages": ("fr", "zh-Hans"),
        "version": 2,
        "sides": (
            Side("fr", name=Text(fr="partie française", zh_Hans="法方"), languages=("fr",)),
            Side("cn", name=Text(fr="partie chinoise", zh_Hans="中方"), languages=("zh-Hans",)),
        ),
        "places": (
            Place("ici", name=Text.same("Ici"), zone="Asia/Shanghai"),
            Place("ailleurs", name=Text.same("Ailleurs"), zone="Asia/Shanghai"),
        ),
        "rooms": (
            Room("un", name=Text(fr="Salle 1", zh_Hans="1号会议室"), place="ici"),
            Room("deux", name=Text(fr="Salle 2", zh_Hans="2号会议室"), place="ici"),
        ),
        "organisations": (
            Organisation("bordeaux", name=Text(fr="Bordeaux", zh_Hans="波尔多市"), side="fr"),
            Organisation("tours", name=Text(fr="Tours", zh_Hans="图尔市"), side="fr"),
            Organisation("wuhan", name=Text(fr="Wuhan", zh_Hans="武汉市"), side="cn"),
        ),
        "people": tuple(map(person, ("anne", "bruno", "chloe", "david"))),
        "committees": (
            Committee("pilotage", name=Text.same("Pilotage"), chairs=(Chair("fr", "anne"),)),
        ),
        "events": (
            Event(
                "forum",
                title=Text(fr="Forum", zh_Hans="论坛"),
                when=When("2016-10-28/2016-10-30"),
                place="ici",
                links=(Link("backed-by", "foire"),),
                committee="pilotage",
            ),
            Event(
                "foire",
                title=Text(fr="Foire", zh_Hans="博览会"),
                when=When("2016-10-29/2016-11-09"),
            ),
        ),
        "workshops": (
            Workshop("w1", title=Text(fr="Eau", zh_Hans="水"), event="forum", number=1),
            Workshop("w2", title=Text(fr="Air", zh_Hans="空气"), event="forum", number=2),
        ),
        "pairings": (
            Pairing(
                "p1",
                workshop="w1",
                ends=(
                    End("fr", (Party("bordeaux", person="bruno", confirmation="confirmed"),)),
                    End("cn", (Party("wuhan"),)),
                ),
            ),
        ),
        "sessions": (
            Session(
                "s1",
                event="forum",
                workshop="w1",
                start=at(9),
                end=at(10, 30),
                room="un",
                roles=(Role("moderator", "anne", confirmation="confirmed"),),
            ),
            Session(
                "s2",
                event="forum",
                title=Text(fr="Clôture", zh_Hans="闭幕式"),
                start=at(16),
                end=at(17),
                room="deux",
                roles=(Role("speaker", "chloe"),),
            ),
        ),
        "registrations": (Registration("david", event="forum"),),
        "actions": (
            Action(
                "lettre",
                title=Text(fr="Lettre", zh_Hans="信函"),
                owners=("tours",),
                due=When("2016-11-30"),
            ),
        ),
    }
    return Dossier(**{**base, **fields})


OLD = dossier()


def only(new: Dossier, old: Dossier = OLD):
    (change,) = compare(old, new)
    return change


def kinds(new: Dossier, old: Dossier = OLD) -> list[tuple[str, str]]:
    return [(change.kind, change.id) for change in compare(old, new)]


def lines(new: Dossier, tag: str = "fr", old: Dossier = OLD) -> list[str]:
    said = compare(old, new).say(Wording(tag, "plain"))
    return [
        line[2:] if line[:2] == "– " else line[1:]
        for line in said.splitlines()
        if line[:1] in "–•" and line
    ]


# --- things -----------------------------------------------------------------------------------


def test_nothing_has_changed():
    changes = compare(OLD, dossier())
    assert len(changes) == 0
    assert list(changes) == []
    assert "Aucune modification." in changes.say("fr")
    assert "没有变更。" in changes.say("zh-Hans")
    assert changes.by_person() == {}
    assert changes.findings() == ()


def test_a_session_moves():
    change = only(OLD.change("s2", start=at(17), end=at(18)))
    assert (change.kind, change.noun, change.id) == ("moved", "session", "s2")
    assert change.before == Former(start=at(16), end=at(17))
    assert change.after == Former(start=at(17), end=at(18))
    assert change.timed
    assert lines(OLD.change("s2", start=at(17), end=at(18))) == [
        "Clôture : 29 octobre 2016, de 17 h à 18 h (auparavant : de 16 h à 17 h)"
    ]
    assert lines(OLD.change("s2", start=at(17, day=30), end=at(18, day=30)), "zh-Hans") == [
        "闭幕式：时间改为2016年10月30日17:00至18:00（原定2016年10月29日16:00至17:00）"
    ]


def test_the_same_instant_by_another_clock_has_moved():
    paris = at(16).astimezone(PARIS), at(17).astimezone(PARIS)
    change = only(OLD.change("s2", start=paris[0], end=paris[1]))
    assert change.kind == "moved"
    assert change.before != change.after


def test_the_same_wall_clock_in_another_zone_is_told_with_its_zone():
    new = OLD.change("s2", start=at(16).replace(tzinfo=PARIS), end=at(17).replace(tzinfo=PARIS))
    (line,) = lines(new)
    assert "heure de Paris" in line
    assert "heure de Pékin" in line


def test_the_second_of_two_equal_hours_is_told_apart():
    first = datetime(2016, 10, 30, 2, 30, tzinfo=PARIS)
    old = OLD.change("s2", start=first, end=None)
    new = OLD.change("s2", start=first.replace(fold=1), end=None)
    assert kinds(new, old) == [("moved", "s2")]
    (line,) = lines(new, old=old)
    assert "UTC+1" in line
    assert "UTC+2" in line


def test_a_session_gets_its_hour_and_loses_it():
    waiting = OLD.change("s2", start=None, end=None, when=None)
    assert lines(OLD, old=waiting) == [
        "Clôture : 29 octobre 2016, de 16 h à 17 h (jusqu’ici à fixer)"
    ]
    assert lines(waiting) == [
        "Clôture : date à fixer (auparavant : 29 octobre 2016, de 16 h à 17 h)"
    ]
    assert lines(waiting, "zh-Hans") == ["闭幕式：时间待定（原定2016年10月29日16:00至17:00）"]


def test_a_session_goes_to_another_room():
    change = only(OLD.change("s1", room="deux"))
    assert (change.kind, change.before, change.after) == (
        "relocated",
        OLD["un"].name,
        OLD["deux"].name,
    )
    assert not change.timed
    assert lines(OLD.change("s1", room="deux")) == [
        "Atelier 1 – Eau : Salle 2 (auparavant : Salle 1)"
    ]
    assert lines(OLD.change("s1", room=None)) == [
        "Atelier 1 – Eau : lieu à préciser (auparavant : Salle 1)"
    ]


def test_a_room_that_moves_takes_its_sessions_along():
    new = OLD.change("un", place="ailleurs")
    change = only(new)
    assert (change.kind, change.id) == ("relocated", "s1")
    assert (change.before, change.after) == (Text.same("Ici"), Text.same("Ailleurs"))


def test_an_event_goes_to_another_place():
    change = only(OLD.change("forum", place="ailleurs"))
    assert (change.kind, change.noun) == ("relocated", "event")


@pytest.mark.parametrize(
    ("before", "after", "kind", "said"),
    [
        ("confirmed", "cancelled", "cancelled", "Annulé : Clôture (29 octobre 2016, de 16 h à 17 h)"),
        ("confirmed", "withdrawn", "cancelled", "Annulé : Clôture (29 octobre 2016, de 16 h à 17 h)"),
        ("to-confirm", "postponed", "postponed", "Reporté : Clôture (29 octobre 2016, de 16 h à 17 h)"),
        ("cancelled", "confirmed", "reinstated", "Rétabli : Clôture (29 octobre 2016, de 16 h à 17 h)"),
        ("postponed", "to-confirm", "reinstated", "Rétabli : Clôture (29 octobre 2016, de 16 h à 17 h)"),
        ("invited", "confirmed", "confirmed", "Confirmé : Clôture (29 octobre 2016, de 16 h à 17 h)"),
        ("confirmed", "to-confirm", "unconfirmed", "À confirmer : Clôture (29 octobre 2016, de 16 h à 17 h)"),
    ],
)  # fmt: skip
def test_the_status_of_a_session(before, after, kind, said):
    old, new = OLD.change("s2", confirmation=before), OLD.change("s2", confirmation=after)
    assert kinds(new, old) == [(kind, "s2")]
    assert lines(new, old=old) == [said]


def test_what_calendars_do_not_tell_apart_is_no_change():
    old, new = OLD.change("s2", confirmation="invited"), OLD.change("s2", confirmation="proposed")
    assert kinds(new, old) == []


def test_a_postponed_session_with_a_new_date_is_told_twice():
    new = OLD.change("s2", confirmation="postponed", start=at(16, day=30), end=at(17, day=30))
    assert kinds(new) == [("postponed", "s2"), ("moved", "s2")]


def test_a_cancelled_session_is_not_said_to_move():
    assert kinds(OLD.change("s2", confirmation="cancelled", start=at(15))) == [("cancelled", "s2")]


def test_an_event_that_is_off_takes_its_sessions_along_and_is_told_once():
    new = OLD.change("forum", confirmation="cancelled")
    assert kinds(new) == [("cancelled", "forum"), ("cancelled", "s1"), ("cancelled", "s2")]
    assert lines(new) == ["Annulé : Forum (du 28 au 30 octobre 2016)"]


def test_things_come_and_go():
    new = OLD.without("s2").with_(
        Session("s3", event="forum", title=Text(fr="Dîner"), start=at(19), end=at(21), room="un")
    )
    assert kinds(new) == [("removed", "s2"), ("added", "s3")]
    assert lines(new) == [
        "N’est plus prévu : Clôture (29 octobre 2016, de 16 h à 17 h)",
        "Ajout : Dîner (29 octobre 2016, de 19 h à 21 h, Salle 1)",
    ]
    assert lines(new, "zh-Hans")[0] == "不再安排闭幕式（2016年10月29日16:00至17:00）"


def test_workshops_come_and_go():
    new = OLD.without("w2").with_(
        Workshop("w3", title=Text(fr="Feu", zh_Hans="火"), event="forum", number=3)
    )
    assert kinds(new) == [("workshop-dropped", "w2"), ("workshop-added", "w3")]
    assert lines(new, "zh-Hans") == ["不再安排分论坛二：空气", "增加分论坛三：火"]


def test_an_identity_that_is_kept_under_another_id_goes_on():
    kept = attrs.evolve(OLD["s2"], id="s9", uid="session.s2@example.org", start=at(17), end=at(18))
    new = OLD.without("s2").with_(kept)
    assert kinds(new) == [("moved", "s9")]


def test_an_id_that_names_another_kind_of_thing_is_another_thing():
    new = OLD.without("s2").with_(Workshop("s2", title=Text(fr="Clôture"), event="forum"))
    assert kinds(new) == [("workshop-added", "s2"), ("removed", "s2")]


def test_another_namespace_changes_no_thing():
    assert kinds(attrs.evolve(OLD, namespace="other.org")) == []


def test_an_action_goes_on():
    assert only(OLD.change("lettre", status="done")).kind == "progressed"
    assert only(OLD.change("lettre", status="dropped")).kind == "cancelled"
    assert only(OLD, OLD.change("lettre", status="dropped")).kind == "reinstated"
    assert lines(OLD.change("lettre", status="in-progress")) == ["Lettre (en cours)"]
    moved = OLD.change("lettre", due=When("2016-12-15"))
    assert lines(moved) == ["Lettre : 15 décembre 2016 (auparavant : 30 novembre 2016)"]


# --- words ------------------------------------------------------------------------------------


def test_a_title_changes_in_the_languages_in_which_it_does():
    new = OLD.change("s2", title=Text(fr="Conclusion", zh_Hans="闭幕式"))
    changes = compare(OLD, new)
    assert [(c.kind, c.languages) for c in changes] == [
        ("retitled", ("fr",)),
        ("translation-stale", ("zh-Hans",)),
    ]
    assert lines(new) == ["Conclusion (auparavant : « Clôture »)"]
    assert lines(new, "zh-Hans") == []


def test_both_languages_of_a_title_change():
    new = OLD.change("s2", title=Text(fr="Conclusion", zh_Hans="总结"))
    assert only(new).languages == ("fr", "zh-Hans")
    assert lines(new, "zh-Hans") == ["总结（原名“闭幕式”）"]


def test_a_first_translation_is_no_news():
    old = OLD.change("s2", title=Text(fr="Clôture"))
    change = only(OLD, old)
    assert (change.kind, change.languages) == ("translated", ("zh-Hans",))
    assert lines(OLD, "zh-Hans", old) == []


def test_a_new_title_with_its_first_translation_is_told_as_new():
    old = OLD.change("s2", title=Text(fr="Fin"))
    assert only(OLD, old).kind == "retitled"
    assert lines(OLD, "zh-Hans", old) == ["闭幕式（新定名称）"]
    assert lines(OLD, "fr", old) == ["Clôture (auparavant : « Fin »)"]


def test_a_translation_that_is_left_behind_is_found_in_any_text():
    old = OLD.change("un", floor=Text(fr="1er étage", zh_Hans="2楼"))
    new = OLD.change("un", floor=Text(fr="2e étage", zh_Hans="2楼"))
    changes = compare(old, new)
    assert [(c.kind, c.noun, c.field) for c in changes] == [("translation-stale", "room", "floor")]
    (finding,) = changes.findings()
    assert (finding.code, finding.severity, finding.where) == ("RC404", "warning", "rooms.un.floor")
    assert Wording("fr").say(finding) == "Le texte (zh-Hans) est antérieur à sa source"


def test_a_translation_that_is_mended_alone_is_not_stale():
    new = OLD.change("s2", title=Text(fr="Clôture", zh_Hans="闭幕仪式"))
    assert [c.kind for c in compare(OLD, new)] == ["retitled"]


def test_addresses_of_pages_are_no_texts_to_translate():
    old = OLD.change("s2", url=Text({"fr": "https://a.org/fr", "zh-Hans": "https://a.org/zh"}))
    new = OLD.change("s2", url=Text({"fr": "https://b.org/fr", "zh-Hans": "https://a.org/zh"}))
    assert kinds(new, old) == []


# --- people -----------------------------------------------------------------------------------


def test_roles_are_gained_lost_and_replaced():
    def roles(*holders: str) -> Dossier:
        return OLD.change("s2", roles=tuple(Role("speaker", holder) for holder in holders))

    assert only(roles("chloe", "bruno")).kind == "role-gained"
    assert only(roles()).kind == "role-lost"
    change = only(roles("bruno"))
    assert (change.kind, change.function, change.before, change.after) == (
        "role-replaced",
        "speaker",
        "chloe",
        "bruno",
    )
    (line,) = lines(roles("bruno"))
    assert line.startswith("Clôture : A BRUNO (à confirmer) remplace A CHLOE (")


def test_a_role_that_is_only_wanted_is_held_by_nobody():
    assert kinds(OLD.change("s1", roles=(*OLD["s1"].roles, Role("speaker")))) == []


def test_promises_are_confirmed_and_withdrawn():
    sure = OLD.change("s2", roles=(Role("speaker", "chloe", confirmation="accepted"),))
    off = OLD.change("s2", roles=(Role("speaker", "chloe", confirmation="declined"),))
    assert only(sure).kind == "confirmed"
    assert not only(sure).timed
    assert only(OLD, sure).kind == "unconfirmed"
    assert only(off).kind == "withdrawn"
    assert only(OLD, off).kind == "role-gained"
    assert lines(off) == ["Clôture : A CHLOE se retire"]


def test_who_comes_for_an_organisation_changes():
    def party(comes: str | None) -> Dossier:
        ends = (
            End("fr", (Party("bordeaux", person=comes, confirmation="confirmed"),)),
            OLD["p1"].ends[0],
        )
        return OLD.change("p1", ends=ends)

    assert only(party("chloe")).kind == "role-replaced"
    assert only(party(None)).kind == "role-lost"
    assert only(OLD, party(None)).after == "bruno"


def test_the_roles_of_a_running_order_and_interpreters_count():
    new = OLD.change("s2", items=(Item(Text(fr="Mot"), roles=(Role("rapporteur", "anne"),)),))
    assert only(new).function == "rapporteur"
    line = Interpretation(("fr", "zh-Hans"), team=("bruno",))
    assert only(OLD.change("s2", interpretation=(line,))).function == "interpreter"


def test_an_end_of_a_pairing_is_found_and_lost():
    lost = OLD.change("p1", ends=tuple(end for end in OLD["p1"].ends if end.side == "fr"))
    change = only(lost)
    assert (change.kind, change.side, change.before) == ("end-lost", "cn", ("wuhan",))
    assert lines(lost) == ["Atelier 1 : partie chinoise à trouver (auparavant : Wuhan)"]
    assert lines(lost, "zh-Hans") == ["分论坛一：中方待定（原为武汉市）"]
    assert lines(OLD, old=lost) == [
        "Atelier 1, partie chinoise (jusqu’ici à trouver) : Wuhan (à confirmer)"
    ]


def test_an_end_whose_last_party_declines_is_lost():
    ends = tuple(
        attrs.evolve(
            end, parties=tuple(attrs.evolve(p, confirmation="declined") for p in end.parties)
        )
        if end.side == "cn"
        else end
        for end in OLD["p1"].ends
    )
    assert [c.kind for c in compare(OLD, OLD.change("p1", ends=ends))] == ["withdrawn", "end-lost"]


def test_a_pairing_carries_another_workshop():
    change = only(OLD.change("p1", workshop="w2"))
    assert (change.kind, change.before, change.after) == ("reassigned", "w1", "w2")
    assert lines(OLD.change("p1", workshop="w2")) == [
        "Bordeaux et Wuhan : désormais Atelier 2 – Air (auparavant : Atelier 1 – Eau)"
    ]
    assert lines(OLD.change("p1", workshop="w2"), "zh-Hans") == [
        "武汉市与波尔多市：改至分论坛二：空气（原在分论坛一：水）"
    ]


def test_a_seat_of_a_committee_changes_hands():
    change = only(OLD.change("pilotage", chairs=(Chair("fr", "bruno"),)))
    assert (change.kind, change.function, change.side) == ("role-replaced", "co-chair", "fr")


def test_a_session_goes_to_another_event_or_workshop():
    assert lines(OLD.change("s2", event="foire")) == [
        "Clôture : désormais Foire (auparavant : Forum)"
    ]
    (untitled,) = lines(OLD.change("s1", workshop="w2"))
    assert untitled == (
        "Atelier 1 – Eau (29 octobre 2016, de 9 h à 10 h 30) : désormais Atelier 2 – Air "
        "(auparavant : Atelier 1 – Eau)"
    )
    (off,) = lines(OLD.change("s1", workshop=None))
    assert off.endswith(" : rattachement supprimé (auparavant : Atelier 1 – Eau)")


def test_a_workshop_gets_another_number():
    numbered = OLD.change("w2", number=3)
    assert lines(numbered) == ["Atelier 3 – Air (auparavant : Atelier 2)"]
    assert lines(numbered, "zh-Hans") == ["分论坛三：空气（此前为分论坛二）"]


def test_what_a_programme_names_gets_another_name():
    assert lines(OLD.change("un", name=Text(fr="Salle Ravel", zh_Hans="1号会议室"))) == [
        "Salle Ravel (auparavant : « Salle 1 »)"
    ]
    assert only(OLD.change("un", name=Text(fr="Salle Ravel"))).people == (
        "anne", "bordeaux", "bruno", "wuhan",
    )  # fmt: skip
    assert lines(OLD.change("tours", name=Text(fr="Ville de Tours", zh_Hans="图尔市"))) == [
        "Ville de Tours (auparavant : « Tours »)"
    ]
    renamed = OLD.change("anne", names=(Name("fr", "Dupont", "A"),))
    assert lines(renamed) == ["A DUPONT (auparavant : A ANNE)"]
    assert only(renamed).people == ("anne",)
    (named,) = compare(OLD, OLD.change("anne", names=(*OLD["anne"].names, Name("zh-Hans", "安"))))
    assert named.kind == "translated"


@pytest.mark.parametrize(
    ("id_", "change", "said"),
    [
        ("s2", {"description": Text(fr="Avec discours")}, "Clôture : précisions modifiées"),
        ("s2", {"items": (Item(Text(fr="Discours")),)}, "Clôture : précisions modifiées"),
        ("s2", {"languages": ("fr",)}, "Clôture : précisions modifiées"),
        ("forum", {"theme": Text(fr="Eau")}, "Forum : précisions modifiées"),
        ("w1", {"problem": Text(fr="Eau")}, "Atelier 1 – Eau : précisions modifiées"),
        ("lettre", {"owners": ("bordeaux",)}, "Lettre : précisions modifiées"),
        ("anne", {"posts": (Post(Text(fr="maire")),)}, "A ANNE : fonction modifiée"),
    ],
)
def test_nobody_hears_that_nothing_has_changed_where_something_has(id_, change, said):
    assert lines(OLD.change(id_, **change)) == [said]


def test_a_translation_of_what_is_told_besides_is_no_news():
    was = OLD.change("s2", items=(Item(Text(fr="Discours")),), description=Text(fr="Avec"))
    items = (Item(Text(fr="Discours", zh_Hans="致辞")),)
    now = was.change("s2", items=items, description=Text(fr="Avec", zh_Hans="有"))
    assert kinds(now, was) == []
    moved = now.change("s2", start=at(15), description=Text(fr="Sans", zh_Hans="无"))
    assert kinds(moved, was) == [("moved", "s2")]


def test_parentheses_do_not_stand_in_one_another():
    unsure = Session(
        "s3", event="forum", title=Text(fr="Dîner"), start=at(19), confirmation="to-confirm"
    )
    assert lines(OLD.with_(unsure)) == ["Ajout : Dîner (29 octobre 2016, à 19 h, à confirmer)"]
    paris = OLD.change("s2", start=at(16).replace(tzinfo=PARIS), end=at(17).replace(tzinfo=PARIS))
    for tag in ("fr", "zh-Hans", "zh-Hant", "en"):
        (line,) = lines(paris, tag)
        assert line.count("(") + line.count("（") == 1


def test_what_is_held_after_all_is_told_with_its_date_and_once():
    was = OLD.change("s2", confirmation="postponed", start=None, end=None)
    assert kinds(OLD, was) == [("reinstated", "s2"), ("moved", "s2")]
    assert lines(OLD, old=was) == ["Rétabli : Clôture (29 octobre 2016, de 16 h à 17 h)"]


def test_an_event_that_is_removed_takes_its_sessions_along_and_is_told_once():
    gone = attrs.evolve(
        OLD, events=(OLD["foire"],), workshops=(), sessions=(), pairings=(), registrations=()
    )
    assert "N’est plus prévu : Forum (du 28 au 30 octobre 2016)" in lines(gone)
    assert not [line for line in lines(gone) if "Clôture" in line]


def test_who_no_longer_has_a_function_is_said_not_to_have_it():
    assert lines(OLD.change("s2", roles=(Role("witness", "chloe"),)))[0].startswith(
        "Clôture : A CHLOE"
    )
    gone = OLD.with_(attrs.evolve(OLD["chloe"], gender="feminine"))
    assert lines(gone.change("s2", roles=()), old=gone) == [
        "Clôture : Mme A CHLOE n’est plus intervenante"
    ]


def test_those_who_have_something_to_do_with_it_are_told():
    told = compare(OLD, OLD.change("s1", room="deux")).by_person()
    assert sorted(told) == ["anne", "bordeaux", "bruno", "wuhan"]
    everybody = compare(OLD, OLD.change("forum", when=When("2016-11-28"))).by_person()
    assert sorted(everybody) == ["anne", "bordeaux", "bruno", "chloe", "david", "wuhan"]
    assert list(everybody) == sorted(everybody)


def test_who_was_there_is_told_that_she_is_no_longer():
    new = OLD.change("s2", roles=(Role("speaker", "bruno"),))
    assert sorted(compare(OLD, new).by_person()) == ["bruno", "chloe"]


def test_who_has_nothing_to_do_with_it_is_not_told():
    assert "chloe" not in compare(OLD, OLD.change("s1", room="deux")).by_person()


# --- linked events ----------------------------------------------------------------------------


def test_a_linked_event_drifts():
    new = OLD.change("foire", when=When("2016-11-03/2016-11-14"))
    moved, drifted = compare(OLD, new)
    assert (moved.kind, moved.id) == ("event-moved", "foire")
    assert (drifted.kind, drifted.id, drifted.other) == ("link-drifted", "forum", "foire")
    assert (drifted.before, drifted.after) == (-2, 3)
    assert lines(new)[-1] == "Forum et Foire : 3 jours d’écart (auparavant : 2 jours en commun)"
    assert lines(new, "zh-Hans")[-1] == "论坛与博览会：相隔3天（原为重叠2天）"
    assert "anne" in drifted.people


def test_events_that_move_together_do_not_drift():
    new = OLD.change("foire", when=When("2016-11-29/2016-12-09"))
    new = new.change("forum", when=When("2016-11-28/2016-11-30"))
    assert [c.kind for c in compare(OLD, new)] == ["event-moved", "event-moved"]


def test_a_drift_is_told_of_days_that_were_known_alone():
    assert [c.kind for c in compare(OLD.change("foire", when=None), OLD)] == ["event-moved"]


# --- what the office is asked -----------------------------------------------------------------


def test_a_session_that_vanishes_was_not_cancelled():
    (finding,) = compare(OLD, OLD.without("s2")).findings()
    assert (finding.code, finding.where) == ("RC804", "sessions.s2")
    assert Wording("zh-Hans").say(finding) == "闭幕式被移除但未发布取消"


@pytest.mark.parametrize("settled", ["cancelled", "declined", "postponed"])
def test_a_session_that_had_been_cancelled_may_go(settled):
    old = OLD.change("s2", confirmation=settled)
    assert compare(old, old.without("s2")).findings() == ()


def test_what_is_over_may_go_and_is_no_news():
    revised = datetime(2016, 11, 1, tzinfo=UTC)
    changes = compare(OLD, attrs.evolve(OLD.without("s2"), revised=revised))
    assert [c.kind for c in changes] == ["removed"]
    assert changes.findings() == ()
    assert "Clôture" not in changes.say("fr")


def test_an_action_that_was_done_may_go():
    old = OLD.change("lettre", status="done")
    assert compare(old, old.without("lettre")).findings() == ()
    assert [f.code for f in compare(OLD, OLD.without("lettre")).findings()] == ["RC804"]


# --- the message ------------------------------------------------------------------------------


@pytest.mark.parametrize("tag", ["fr", "zh-Hans", "en"])
def test_april_to_october_as_the_office_would_write_it(tag):
    changes = compare(load(EXAMPLE / "april.toml"), load(EXAMPLE / "october.toml"))
    golden = (GOLDEN / f"april-october.{tag}.txt").read_bytes()
    assert changes.say(tag).encode() == golden
    assert len(golden.decode().splitlines()) <= 2 * 24


def test_long_lists_of_sessions_are_counted():
    many = [
        Session(f"x{n}", event="forum", title=Text.same(f"X{n}"), start=at(n, day=28 + n % 3))
        for n in range(9)
    ]
    assert lines(OLD.with_(*many)) == ["9 séances ajoutées (du 28 au 30 octobre 2016)"]
    assert len(lines(OLD.with_(*many[:8]))) == 8


def test_a_count_without_days_names_none():
    bare = dossier(events=(), workshops=(), pairings=(), sessions=(), registrations=())
    many = [Session(f"x{n}", title=Text.same(f"X{n}")) for n in range(9)]
    for tag in ("fr", "zh-Hans", "en"):
        (line,) = lines(bare.with_(*many), tag, bare)
        assert "(" not in line
        assert "（" not in line


def test_a_session_that_was_added_and_is_off_is_told_as_cancelled():
    off = Session("x", event="forum", title=Text.same("X"), start=at(8), confirmation="cancelled")
    assert lines(OLD.with_(off)) == ["Annulé : X (29 octobre 2016, à 8 h)"]


def test_a_message_says_from_which_version_it_counts():
    new = attrs.evolve(OLD.change("s1", room="deux"), version=3)
    assert "Modifications depuis la version 2\n" in compare(OLD, new).say("fr")
    assert "自第2版以来的变更\n" in compare(OLD, new).say("zh-Hans")
    dated = attrs.evolve(OLD, version=None, revised=datetime(2016, 10, 1, tzinfo=UTC))
    new = attrs.evolve(new, version=None)
    assert "Modifications depuis le 1er octobre 2016\n" in compare(dated, new).say("fr")


def test_a_language_that_nobody_has_described_is_refused():
    with pytest.raises(LanguageError):
        compare(OLD, OLD).say("tlh")


def test_changes_are_values():
    new = OLD.change("s1", room="deux")
    changes = compare(OLD, new)
    assert changes == compare(dossier(), new)
    assert hash(changes) == hash(compare(dossier(), new))
    again = pickle.loads(pickle.dumps(changes))  # noqa: S301 - our own
    assert again == changes
    assert again.say("fr") == changes.say("fr")


# --- laws -------------------------------------------------------------------------------------


@st.composite
def two_states(draw: st.DrawFn) -> tuple[Dossier, Dossier]:
    """Return a dossier and what became of it: some things with other fields, some gone."""
    old = draw(dossiers())
    ids: dict[str, tuple[str, ...]] = {}
    for table in ("sides", "places", "rooms", "organisations", "people", "committees", "events",
                  "workshops", "pairings", "sessions", "delegations", "notes", "actions", "papers"):  # fmt: skip
        ids[table] = tuple(thing.id for thing in getattr(old, table))
    new = old
    for thing in (*old.sessions, *old.events, *old.actions, *old.workshops, *old.pairings):
        if not draw(st.booleans()):
            continue
        other = draw(parts(type(thing), Known(ids, thing.id)))
        names = [
            a.name for a in attrs.fields(type(thing)) if a.init and a.name not in ("id", "uid")
        ]
        chosen = set(draw(st.lists(st.sampled_from(names), unique=True, max_size=4)))
        if chosen & {"start", "end", "when"}:
            chosen |= {"start", "end", "when"} & set(names)
        try:
            new = new.change(thing.id, **{name: getattr(other, name) for name in chosen})
            if draw(st.integers(0, 5)) == 0:
                new = new.without(thing.id)
        except DossierError:
            continue
    return old, attrs.evolve(new, version=None)


@given(two_states())
def test_revisions_grow_where_something_is_said_to_have_changed_in_time_or_status(states):
    old, new = (attrs.evolve(each, version=None) for each in states)
    moment = datetime(2016, 1, 1, tzinfo=UTC)
    first = publish(old, None, at=moment)
    second = publish(new, first, at=moment)
    grown = {
        trace.key
        for trace in second.traces.values()
        if trace.key in first.traces and trace.sequence > first.traces[trace.key].sequence
    }
    changes = compare(old, new)
    said = {f"{c.noun}.{c.id}" for c in changes if c.timed or c.kind == "removed"}
    published = {key for key in said if key.partition(".")[0] in ("session", "event", "action")}
    assert grown == published
    fresh = {key for key in second.traces if key not in first.traces}
    added = {f"{c.noun}.{c.id}" for c in changes.of("added")}
    assert fresh == {
        key for key in added if key.partition(".")[0] in ("session", "event", "action")
    }


@given(two_states())
def test_any_two_states_can_be_told_in_any_language(states):
    changes = compare(*states)
    assert compare(*states) == changes
    for tag in ("fr", "zh-Hans", "zh-Hant", "en"):
        assert changes.say(tag).endswith("\n")
    for told in changes.by_person().values():
        assert set(told) <= set(changes)
    assert {id_ for change in changes for id_ in change.people} == set(changes.by_person())
    for finding in changes.findings():
        assert Wording("fr").say(finding)


@given(two_states())
def test_nothing_changes_between_a_state_and_itself(states):
    old, new = states
    assert len(compare(old, old)) == 0
    assert len(compare(new, new)) == 0


@given(two_states())
def test_what_came_one_way_went_the_other(states):
    old, new = states
    there, back = compare(old, new), compare(new, old)
    opposite = {"added": "removed", "workshop-added": "workshop-dropped", "end-gained": "end-lost"}
    for one, other in opposite.items():
        assert {c.id for c in there.of(one)} == {c.id for c in back.of(other)}
    timed = {(c.noun, c.id) for c in there if c.timed}
    assert timed == {(c.noun, c.id) for c in back if c.timed}


def test_a_deadline_is_compared_by_its_last_day():
    old = OLD.change("lettre", due=When("2016-22", before=True))
    new = OLD.change("lettre", due=When("2016-05-31"))
    assert kinds(new, old) == []
